//! Any bytes as an archive: no panic, and no difference made by the pieces they arrive in.
#![no_main]

use encours::import::einvoices::{Choices, Gathered, Reader};
use encours_fuzz::{listed, pieces};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some((choices, bytes)) = input.split_first_chunk::<2>() else { return };
    let whole = listed(bytes);
    if !bytes.starts_with(b"PK\x03\x04") {
        return;
    }
    let mut reader = Reader::default();
    if reader.archive("a", bytes, 0).is_err() {
        return;
    }
    for piece in pieces(bytes, choices) {
        reader.push(piece);
    }
    reader.finish();
    // A workbook is a table, which a stream of documents does not look for.
    if reader.take_tables().is_empty() && !whole.is_empty() {
        assert_eq!(Gathered::of(&reader, &Choices::default()).text(), whole, "pieces changed what was read");
    }
});
