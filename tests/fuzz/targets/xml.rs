//! Any bytes as a document: no panic, and as many rows as are listed.
#![no_main]

use encours_fuzz::listed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    drop(listed(input));
});
