//! Text to rows of cells: RFC 4180 quotes, every line end, line numbers kept.

use std::borrow::Cow;

use memchr::{memchr, memchr3};

use super::source::Delimiter;
use crate::issue::{Issue, IssueCode};

/// Cells a row may have; a table of more is not one of the kinds that are read.
pub const MAX_COLUMNS: usize = 256;

/// Bytes a row may have: beyond, a quote was left open or the input is not a table.
pub const MAX_ROW_BYTES: usize = 1 << 20;

/// One row of the input. Its cells borrow from the text unless a doubled quote had to be undone.
#[derive(Clone, Debug, Default)]
pub struct Record<'a> {
    /// Line it starts on, from 1.
    pub line: u32,
    /// Bytes it is long, line end included.
    pub bytes: usize,
    /// Its cells, trimmed.
    pub cells: Vec<Cow<'a, str>>,
    /// Does it hold a quote that is never closed?
    pub is_unclosed: bool,
}

impl Record<'_> {
    /// The cell at `index`; empty beyond the last one.
    #[must_use]
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |cell| cell)
    }

    /// What keeps the row from being one: it is too long, or has too many cells.
    #[must_use]
    pub fn excess(&self) -> Option<Issue> {
        let (code, count) = if self.bytes > MAX_ROW_BYTES {
            (IssueCode::LineTooLong, self.bytes)
        } else if self.cells.len() > MAX_COLUMNS {
            (IssueCode::TooManyColumns, self.cells.len())
        } else {
            return None;
        };
        Some(Issue::new(code).on_line(self.line).counting(count))
    }

    /// Is every cell empty?
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_empty())
    }
}

/// Reads rows one after the other into a record the caller reuses.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    position: usize,
    line: u32,
}

impl<'a> Records<'a> {
    /// The rows of `text`.
    #[must_use]
    pub const fn new(text: &'a str, delimiter: Delimiter) -> Self {
        Self { text, delimiter: delimiter.byte(), position: 0, line: 1 }
    }

    /// Reads the next row that is not an empty line into `record`; `false` at the end.
    pub fn read(&mut self, record: &mut Record<'a>) -> bool {
        while self.position < self.text.len() {
            let start = self.position;
            record.cells.clear();
            record.is_unclosed = false;
            record.line = self.line;
            while self.read_cell(record) {}
            record.bytes = self.position - start;
            let is_empty_line = record.cells.len() == 1 && record.cell(0).is_empty();
            if !is_empty_line {
                return true;
            }
        }
        false
    }

    /// Reads one cell; `true` if another follows on the same row.
    fn read_cell(&mut self, record: &mut Record<'a>) -> bool {
        let rest = self.rest();
        let padding = rest.len() - rest.trim_start_matches(' ').len();
        let quoted = (rest.as_bytes().get(padding) == Some(&b'"')).then(|| {
            self.position += padding + 1;
            self.read_quoted(record)
        });
        let rest = self.rest();
        let end = memchr3(self.delimiter, b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let (cell, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        record.cells.push(match (quoted, cell.trim()) {
            (None, cell) => Cow::Borrowed(cell),
            (Some(quoted), "") => quoted,
            // The quotes held the first words only, as in `"Durand" & fils`: nothing of it is lost.
            (Some(quoted), tail) => Cow::Owned(format!("{quoted} {tail}")),
        });
        self.position += end;
        match after.as_bytes() {
            [byte, ..] if *byte == self.delimiter => {
                self.position += 1;
                true
            }
            [b'\r', b'\r', b'\n', ..] => self.end_line(3),
            [b'\r', b'\n', ..] => self.end_line(2),
            [_, ..] => self.end_line(1),
            [] => false,
        }
    }

    /// Reads up to the closing quote, which is passed; a doubled quote is one quote.
    fn read_quoted(&mut self, record: &mut Record<'a>) -> Cow<'a, str> {
        let mut content = Cow::Borrowed("");
        loop {
            let rest = self.rest();
            let Some(end) = memchr(b'"', rest.as_bytes()) else {
                record.is_unclosed = true;
                self.pass(rest);
                content += rest;
                break;
            };
            let (part, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            self.pass(part);
            self.position += 1;
            content += part;
            if !after.starts_with("\"\"") {
                break;
            }
            self.position += 1;
            content += "\"";
        }
        match content {
            Cow::Borrowed(content) => Cow::Borrowed(content.trim()),
            Cow::Owned(content) => Cow::Owned(content.trim().to_owned()),
        }
    }

    /// Moves past text that may hold line ends.
    fn pass(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut lines = memchr::memchr_iter(b'\n', bytes).count();
        if lines == 0 {
            lines = memchr::memchr_iter(b'\r', bytes).count();
        }
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.position += text.len();
    }

    fn end_line(&mut self, bytes: usize) -> bool {
        self.position += bytes;
        self.line = self.line.saturating_add(1);
        false
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let (mut records, mut record, mut rows) = (Records::new(text, Delimiter::Semicolon), Record::default(), vec![]);
        while records.read(&mut record) {
            rows.push((record.line, record.cells.iter().map(ToString::to_string).collect()));
        }
        rows
    }

    #[test]
    fn every_line_end_ends_a_line() {
        for end in ["\n", "\r\n", "\r", "\r\r\n"] {
            let text = format!("a;b{end}{end}c; d {end}");
            let expected = vec![(1, vec!["a".to_owned(), "b".to_owned()]), (3, vec!["c".to_owned(), "d".to_owned()])];
            // Two carriage returns alone are one empty line of an old Macintosh file, so lines count alike.
            assert_eq!(rows(&text), expected, "{end:?}");
        }
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_quotes() {
        let text = "\"a;\"\"b\"\"\";c\n \"two\nlines\" ;d\n\"Durand\" & fils;e\n12\" pipe;f";
        let cells: Vec<_> = rows(text).into_iter().map(|(line, cells)| (line, cells.concat())).collect();
        let expected = [(1, "a;\"b\"c"), (2, "two\nlinesd"), (4, "Durand & filse"), (5, "12\" pipef")];
        assert_eq!(cells, expected.map(|(line, cells)| (line, cells.to_owned())));
    }

    #[test]
    fn an_unclosed_quote_is_told() {
        let (mut records, mut record) = (Records::new("a;\"b\nc;d", Delimiter::Semicolon), Record::default());
        assert!(records.read(&mut record));
        assert!(record.is_unclosed);
        assert_eq!(record.cell(1), "b\nc;d");
    }
}
