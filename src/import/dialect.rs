//! Which delimiter a text is written with.

use super::records::Records;
use super::source::Delimiter;

/// Rows the delimiter is judged on.
const SAMPLE_ROWS: usize = 100;

/// Bytes the delimiter is judged on.
const SAMPLE_BYTES: usize = 1 << 16;

/// Bytes looked at at a time.
const PIECE_BYTES: usize = 1 << 13;

/// A delimiter and how well it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The delimiter.
    pub delimiter: Delimiter,
    /// Columns of most rows.
    pub columns: usize,
    /// Share of the rows with that many columns, in percent.
    pub regular_percent: usize,
}

/// The delimiter with which most rows have the same number of columns, at least two; of equals the one that makes more
/// columns, then the one that is rarer inside cells.
#[must_use]
pub fn detect(text: &[u8]) -> Dialect {
    let mut best = read_with(text, Delimiter::Semicolon);
    for delimiter in Delimiter::ALL {
        let dialect = read_with(text, delimiter);
        let rank = |dialect: Dialect| (dialect.columns > 1, dialect.regular_percent, dialect.columns);
        if rank(dialect) > rank(best) {
            best = dialect;
        }
    }
    best
}

/// How well a text reads with one delimiter.
#[must_use]
pub fn read_with(text: &[u8], delimiter: Delimiter) -> Dialect {
    let sample = text.get(..SAMPLE_BYTES).unwrap_or(text);
    let mut records = Records::new(delimiter);
    let mut widths: Vec<usize> = Vec::new();
    let mut read = |records: &mut Records| {
        while widths.len() < SAMPLE_ROWS && records.read() {
            widths.push(records.width());
        }
        widths.len() < SAMPLE_ROWS
    };
    // Most rows are short: those looked at stand in the first pieces.
    let is_all = sample.chunks(PIECE_BYTES).all(|piece| {
        records.push(piece);
        read(&mut records)
    });
    if is_all && text.len() <= SAMPLE_BYTES {
        records.complete();
        read(&mut records);
    }
    let count = |width: usize| widths.iter().filter(|other| **other == width).count();
    let columns = widths.iter().copied().max_by_key(|width| (count(*width), *width)).unwrap_or(0);
    Dialect { delimiter, columns, regular_percent: count(columns) * 100 / widths.len().max(1) }
}
