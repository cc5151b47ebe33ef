//! The ways in which a text may be cut into cells, and how well each gives a table.

use super::sheet::RawRow;
use crate::import::blank::is_blank;
use crate::import::date;
use crate::import::dialect::{Dialect, Quote};
use crate::import::encoding;
use crate::import::number::read_any;
use crate::import::records::Records;
use crate::import::source::{DateOrder, DecimalMark, Delimiter, Encoding};
use crate::issue::Issue;
use crate::order::Order;

/// Bytes that dialects are judged on.
const SAMPLE_BYTES: usize = 1 << 16;

/// Rows that dialects are judged on.
const SAMPLE_ROWS: usize = 300;

/// Rows whose cells are looked at.
const TYPED_ROWS: usize = 40;

/// Rows that a table is understood from.
const HEAD_ROWS: usize = 2000;

/// Bytes given at a time: most tables have their first rows in the first of them.
const PIECE_BYTES: usize = 1 << 13;

/// Dialects that go on to be read.
const MOST: usize = 3;

/// A dialect and how well it cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The dialect.
    pub dialect: Dialect,
    /// How well: rows that are alike, times what their cells look like.
    pub points: u64,
    /// How many rows it gives, if all are of one width.
    even_rows: Option<usize>,
}

/// The first rows of a text.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Its rows.
    pub rows: Vec<RawRow>,
    /// The row that is none, if one was met.
    pub excess: Option<Issue>,
    /// Are these all of them?
    pub is_whole: bool,
}

/// The dialects that cut a text best, the best first.
#[must_use]
pub fn candidates(text: &[u8], encoding: Encoding, delimiter: Option<Delimiter>) -> Vec<Candidate> {
    let sample = text.get(..SAMPLE_BYTES).unwrap_or(text);
    let delimiters = Delimiter::ALL.into_iter().filter(|known| delimiter.is_none_or(|chosen| chosen == *known));
    let mut found: Vec<Candidate> = Vec::new();
    for delimiter in delimiters.filter(|delimiter| sample.contains(&delimiter.byte())) {
        for quote in [Quote::Double, Quote::Single, Quote::None] {
            let is_there = match quote {
                Quote::Double => true,
                Quote::Single => starts_cells(sample, delimiter.byte(), b'\''),
                Quote::None => sample.contains(&b'"'),
            };
            if is_there {
                found.push(judged(sample, encoding, delimiter, quote));
            }
        }
    }
    // Quotes that start cells, swallow no row and leave all of one width hold cells together, however even the rows are
    // without them.
    let is_sure = |one: &&Candidate| {
        one.dialect.quote == Quote::Double && starts_cells(sample, one.dialect.delimiter.byte(), b'"')
    };
    let sure: Vec<Candidate> = found.iter().filter(is_sure).copied().collect();
    let is_outdone = |one: &Candidate| {
        let is_same =
            |sure: &Candidate| sure.dialect.delimiter == one.dialect.delimiter && sure.even_rows == one.even_rows;
        one.dialect.quote != Quote::Double && one.even_rows.is_some() && sure.iter().any(is_same)
    };
    found.retain(|one| !is_outdone(one));
    found.order_by_key(|candidate| std::cmp::Reverse(candidate.points));
    let best = found.first().map_or(0, |candidate| candidate.points);
    found.retain(|candidate| candidate.points * 2 >= best && candidate.points > 0);
    found.truncate(MOST);
    found
}

/// Does the sign stand where a cell starts?
fn starts_cells(sample: &[u8], delimiter: u8, sign: u8) -> bool {
    sample.first() == Some(&sign)
        || sample
            .windows(2)
            .any(|pair| matches!(pair, [before, byte] if *byte == sign && (*before == delimiter || *before == b'\n')))
}

/// Consistency of the number of cells times what the cells look like, counted in rows rather than in shares: a row that
/// a quote swallows costs then.
fn judged(sample: &[u8], encoding: Encoding, delimiter: Delimiter, quote: Quote) -> Candidate {
    let rough = cut(sample, Dialect { delimiter, quote, width: 0 }, encoding);
    let dialect = Dialect { delimiter, quote, width: usual_width(&rough) };
    // Known as it is now, the usual width tells quotes that hold nothing together.
    let rows = cut(sample, dialect, encoding);
    let width = dialect.width;
    if width < 2 {
        return Candidate { dialect, points: 0, even_rows: None };
    }
    let alike: Vec<&RawRow> = rows.iter().filter(|row| row.cells.len() == width).collect();
    let longer = rows.iter().filter(|row| row.cells.len() > width).count();
    let typed: usize = alike.iter().take(TYPED_ROWS).flat_map(|row| &row.cells).map(|cell| look(cell)).sum();
    let typed = typed / (alike.len().min(TYPED_ROWS) * width).max(1);
    let root = (width.min(12) * 10_000).isqrt();
    let twice = (2 * alike.len()).saturating_sub(longer);
    let points = u64::try_from(twice * typed * (100 + root)).unwrap_or(u64::MAX);
    // Of equals the plain quote, then no quote, then the rare one.
    let factor = match quote {
        Quote::Double => 1002,
        Quote::None => 1000,
        Quote::Single => 970,
    };
    let even_rows = (alike.len() == rows.len()).then_some(rows.len());
    Candidate { dialect, points: points.saturating_mul(factor) / 1000, even_rows }
}

fn cut(sample: &[u8], dialect: Dialect, encoding: Encoding) -> Vec<RawRow> {
    let mut records = Records::of(sample, dialect);
    let mut rows = Vec::new();
    while rows.len() < SAMPLE_ROWS && records.read() {
        let cells: Vec<String> = records.cells().map(|cell| encoding::text(cell, encoding).into_owned()).collect();
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(RawRow { line: records.line(), cells });
        }
    }
    rows
}

/// The width of most rows, the wider of equals.
fn usual_width(rows: &[RawRow]) -> usize {
    let widths = rows.iter().map(|row| row.cells.len());
    let count = |width: usize| rows.iter().filter(|row| row.cells.len() == width).count() * usize::from(width > 1);
    widths.max_by_key(|width| (count(*width), *width)).unwrap_or(0)
}

/// What a cell looks like, in hundredths of a number or a day.
fn look(cell: &str) -> usize {
    if is_blank(cell.as_bytes()) {
        60
    } else if cell.len() <= 40
        && (read_any(cell, DecimalMark::Comma).is_some()
            || date::parse(cell, DateOrder::Dmy).is_some()
            || date::parse(cell, DateOrder::Mdy).is_some())
    {
        100
    } else if holds_quoted_cells(cell) {
        10
    } else if cell.chars().count() <= 40 {
        70
    } else {
        30
    }
}

/// Is there a sign between two quotes that stands between cells elsewhere? Then it does so here.
fn holds_quoted_cells(cell: &str) -> bool {
    let is_between = |byte: u8| Delimiter::ALL.iter().any(|delimiter| delimiter.byte() == byte);
    cell.as_bytes().windows(3).any(|three| matches!(three, [b'"', sign, b'"'] if is_between(*sign)))
}

/// The first rows of a text cut in a dialect.
#[must_use]
pub fn head(text: &[u8], is_whole: bool, dialect: Dialect, encoding: Encoding) -> Head {
    let mut records = Records::new(dialect);
    let mut head = Head::default();
    let read = |records: &mut Records, head: &mut Head| {
        while head.rows.len() < HEAD_ROWS && head.excess.is_none() && records.read() {
            head.excess = records.excess();
            let cells = records.cells().map(|cell| encoding::text(cell, encoding).trim().to_owned()).collect();
            head.rows.push(RawRow { line: records.line(), cells });
        }
        head.rows.len() < HEAD_ROWS && head.excess.is_none()
    };
    let goes_on = text.chunks(PIECE_BYTES).all(|piece| {
        records.push(piece);
        read(&mut records, &mut head)
    });
    if goes_on && is_whole {
        records.complete();
        head.is_whole = read(&mut records, &mut head);
    }
    head
}
