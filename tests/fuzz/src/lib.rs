//! What the fuzz targets share: an input is a head of choices, one byte each, then the bytes to read.
//!
//! In a head, `0` leaves something to be detected and `1`, `2`, … choose, so that seeds stay readable as text.

use encours::import::einvoices::{Choices, Gathered, Reader};
use encours::import::source::{DateOrder, DecimalMark, Delimiter, Encoding};

/// The encodings.
pub const ENCODINGS: [Encoding; 8] = [
    Encoding::Utf8,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
    Encoding::Windows1252,
    Encoding::Iso8859_15,
    Encoding::MacRoman,
    Encoding::Ibm850,
    Encoding::Utf8Twice,
];

/// The decimal marks.
pub const DECIMAL_MARKS: [DecimalMark; 2] = [DecimalMark::Comma, DecimalMark::Point];

/// The orders of day, month and year.
pub const DATE_ORDERS: [DateOrder; 3] = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy];

/// The delimiters.
pub const DELIMITERS: [Delimiter; 4] = Delimiter::ALL;

/// What a byte of the head chooses: `1` the first, `2` the second, and nothing otherwise.
#[must_use]
pub fn chosen<T: Copy>(byte: u8, among: &[T]) -> Option<T> {
    usize::from(byte % 16).checked_sub(1).and_then(|index| among.get(index)).copied()
}

/// `bytes` in one piece more than there are cuts; a cut is a share of the whole in 256ths.
#[must_use]
pub fn pieces<'a>(bytes: &'a [u8], cuts: &[u8]) -> Vec<&'a [u8]> {
    let mut ends: Vec<usize> = cuts.iter().map(|cut| usize::from(*cut) * bytes.len() / 255).collect();
    ends.sort_unstable();
    ends.push(bytes.len());
    let mut start = 0;
    let mut pieces = Vec::new();
    for end in ends {
        pieces.push(&bytes[start..end]);
        start = end;
    }
    pieces
}

/// The list that a file comes to, which has a row for each of those gathered; nothing where it is a table.
///
/// # Panics
///
/// Where it has not.
#[must_use]
pub fn listed(bytes: &[u8]) -> String {
    let mut reader = Reader::default();
    reader.file("a", bytes);
    if !reader.take_tables().is_empty() {
        return String::new();
    }
    let gathered = Gathered::of(&reader, &Choices::default());
    let text = gathered.text();
    assert_eq!(text.lines().count(), gathered.sales.len() + 1, "a row was lost");
    text
}
