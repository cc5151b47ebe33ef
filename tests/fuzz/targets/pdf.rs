//! Any bytes after the mark of a PDF: no panic, and as many rows as are listed.
#![no_main]

use encours_fuzz::listed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    drop(listed(&[b"%PDF-1.7\n", input].concat()));
});
