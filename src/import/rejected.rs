//! Rows that could not be read, kept as they are written, so that they can be corrected.

use super::dialect::{Dialect, Quote};
use super::encoding;
use super::records::Records;
use super::source::{Delimiter, Encoding};
use crate::issue::IssueCode;
use macro_rules_attribute::apply;

/// Bytes of rejected rows that are kept; beyond, they are counted only.
const MOST_BYTES: usize = 16 << 20;

/// A row that could not be read.
#[apply(answer!)]
pub struct RejectedRow {
    /// The file it stands in, from 1, where several were given.
    pub file: Option<u32>,
    /// Its line, from 1.
    pub line: u32,
    /// Why.
    pub code: IssueCode,
    /// The column at fault, from 1.
    pub column: Option<u32>,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Which of the rows that could not be read.
#[apply(request!)]
#[derive(Copy, Default)]
pub struct RejectedRequest {
    /// The first one, from 0.
    pub start: u32,
    /// How many.
    pub count: u32,
}

/// Some of the rows that could not be read.
#[apply(answer!)]
#[derive(Default)]
pub struct RejectedPage {
    /// How many are kept in all; more may have been counted.
    pub kept: u32,
    /// The rows asked for.
    pub rows: Vec<RejectedRow>,
}

/// The rejected rows of one file.
#[derive(Clone, Debug)]
pub struct RejectedRows {
    dialect: Dialect,
    encoding: Encoding,
    rows: Vec<Kept>,
    text: Vec<u8>,
}

#[derive(Clone, Copy, Debug)]
struct Kept {
    line: u32,
    code: IssueCode,
    column: Option<usize>,
    start: usize,
    end: usize,
}

impl RejectedRows {
    /// None yet, of a file in this dialect.
    #[must_use]
    pub const fn new(dialect: Dialect, encoding: Encoding) -> Self {
        Self { dialect, encoding, rows: Vec::new(), text: Vec::new() }
    }

    /// None, of a file of which no row was read.
    #[must_use]
    pub const fn unread() -> Self {
        let dialect = Dialect { delimiter: Delimiter::Semicolon, quote: Quote::Double, width: 0 };
        Self::new(dialect, Encoding::Utf8)
    }

    /// Keeps a row, as long as there is room.
    pub fn push(&mut self, line: u32, code: IssueCode, column: Option<usize>, bytes: &[u8]) {
        let start = self.text.len();
        if start + bytes.len() > MOST_BYTES {
            return;
        }
        self.text.extend_from_slice(bytes);
        self.rows.push(Kept { line, code, column, start, end: self.text.len() });
    }

    /// How many are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// `count` rows from the one at `start`.
    pub fn page(&self, file: Option<u32>, start: usize, count: usize) -> impl Iterator<Item = RejectedRow> {
        self.rows.iter().skip(start).take(count).map(move |row| RejectedRow {
            file,
            line: row.line,
            code: row.code,
            column: row.column.and_then(|column| u32::try_from(column + 1).ok()),
            cells: self.cells(row),
        })
    }

    fn cells(&self, row: &Kept) -> Vec<String> {
        let mut records = Records::of(self.text.get(row.start..row.end).unwrap_or_default(), self.dialect);
        if records.read() {
            records.cells().map(|cell| encoding::text(cell, self.encoding).into_owned()).collect()
        } else {
            Vec::new()
        }
    }
}
