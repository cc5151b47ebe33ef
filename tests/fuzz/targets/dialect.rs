//! Any bytes as rows of cells: no panic, nothing in a cell that is not in the text, the same rows from any pieces.
#![no_main]

use encours::import::dialect::Dialect;
use encours::import::records::Records;
use encours::import::source::Delimiter;
use encours_fuzz::{DELIMITERS, chosen, pieces};
use libfuzzer_sys::fuzz_target;

/// Line, cells, and whether a quote is left open.
type Row = (u32, Vec<Vec<u8>>, bool);

fuzz_target!(|input: &[u8]| {
    let Some(([delimiter, first_cut, second_cut], text)) = input.split_first_chunk::<3>() else { return };
    let dialect = Dialect::from(chosen(*delimiter, &DELIMITERS).unwrap_or(Delimiter::Semicolon));

    let whole = rows(&[text], dialect);
    assert_eq!(whole, rows(&pieces(text, &[*first_cut, *second_cut]), dialect), "pieces changed the rows");
    assert!(whole.is_sorted_by(|(line, ..), (next, ..)| line < next), "rows start on the same line");

    // Quotes and padding aside, the cells stand in the text, one after the other.
    let text = bare(text);
    let mut rest = text.as_slice();
    for cell in whole.iter().flat_map(|(_, cells, _)| cells) {
        let cell = bare(cell);
        let found = cell.is_empty().then_some(0).or_else(|| rest.windows(cell.len()).position(|text| text == cell));
        let Some(position) = found else { panic!("{:?} is not in the text", String::from_utf8_lossy(&cell)) };
        rest = &rest[position + cell.len()..];
    }
});

fn rows(pieces: &[&[u8]], dialect: Dialect) -> Vec<Row> {
    let mut records = Records::new(dialect);
    let mut rows = Vec::new();
    for piece in pieces {
        records.push(piece);
        read(&mut records, &mut rows);
    }
    records.complete();
    read(&mut records, &mut rows);
    rows
}

fn read(records: &mut Records, rows: &mut Vec<Row>) {
    while records.read() {
        rows.push((records.line(), records.cells().map(<[u8]>::to_vec).collect(), records.is_unclosed()));
    }
}

fn bare(text: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|byte| *byte != b'"' && !byte.is_ascii_whitespace()).collect()
}
