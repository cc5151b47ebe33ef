//! Bytes to rows of cells, in pieces: RFC 4180 quotes, every line end, line numbers kept.
//!
//! Delimiters, quotes and line ends are the same bytes in every encoding that is read here (UTF-16 is transcoded
//! before), so cells are found without decoding; only those that hold text are decoded, one by one.

use memchr::{memchr, memchr_iter, memchr3};

use super::source::Delimiter;
use crate::issue::{Issue, IssueCode};

/// Cells a row may have; a table of more is not one of the kinds that are read.
pub const MAX_COLUMNS: usize = 256;

/// Bytes a row may have: beyond, a quote was left open or the input is not a table.
pub const MAX_ROW_BYTES: usize = 1 << 20;

/// Rows of a text that arrives in pieces. One row is held at a time; reading the next one replaces it.
#[derive(Clone, Debug)]
pub struct Records {
    delimiter: u8,
    buffer: Vec<u8>,
    position: usize,
    is_complete: bool,
    next_line: u32,
    row: Row,
    /// Cells whose doubled quotes were undone.
    unescaped: Vec<u8>,
}

/// The row that was read last.
#[derive(Clone, Debug, Default)]
struct Row {
    line: u32,
    bytes: usize,
    cells: Vec<Cell>,
    is_unclosed: bool,
}

/// Where a cell stands, in the buffer or among the unescaped.
#[derive(Clone, Copy, Debug)]
struct Cell {
    start: usize,
    end: usize,
    is_unescaped: bool,
}

/// How a scan of a row ended.
enum Scan {
    /// After its last byte, line end included.
    End(usize),
    /// The bytes at hand stop inside the row.
    Short,
}

impl Records {
    /// No rows yet.
    #[must_use]
    pub fn new(delimiter: Delimiter) -> Self {
        let delimiter = delimiter.byte();
        Self {
            delimiter,
            buffer: Vec::new(),
            position: 0,
            is_complete: false,
            next_line: 1,
            row: Row::default(),
            unescaped: Vec::new(),
        }
    }

    /// The rows of a text that is wholly at hand.
    #[must_use]
    pub fn of(text: &[u8], delimiter: Delimiter) -> Self {
        let mut records = Self::new(delimiter);
        records.push(text);
        records.complete();
        records
    }

    /// Adds the bytes that come next.
    pub fn push(&mut self, bytes: &[u8]) {
        self.buffer.drain(..self.position);
        self.position = 0;
        self.buffer.extend_from_slice(bytes);
    }

    /// Says that no more bytes come, so that what is left is the last row.
    pub const fn complete(&mut self) {
        self.is_complete = true;
    }

    /// Reads the next row that is not an empty line; `false` if it is not wholly at hand.
    pub fn read(&mut self) -> bool {
        while self.position < self.buffer.len() {
            self.row.line = self.next_line;
            let Scan::End(end) = self.scan() else {
                if self.buffer.len() - self.position <= MAX_ROW_BYTES {
                    return false;
                }
                // Beyond any row that is read: it is given as it is, so that its excess is seen.
                self.row.bytes = self.buffer.len() - self.position;
                self.position = self.buffer.len();
                return true;
            };
            self.row.bytes = end - self.position;
            self.position = end;
            let is_empty_line = self.row.cells.len() == 1 && self.cell(0).is_empty();
            if !is_empty_line {
                return true;
            }
        }
        false
    }

    /// The bytes of the row, its line end left out.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        let start = self.position.saturating_sub(self.row.bytes);
        let row = self.buffer.get(start..self.position).unwrap_or_default();
        let end = row.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')).map_or(0, |last| last + 1);
        row.get(..end).unwrap_or_default()
    }

    /// Line the row starts on, from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.row.line
    }

    /// How many cells the row has.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.row.cells.len()
    }

    /// The cell at `index`, without padding; empty beyond the last one.
    #[must_use]
    pub fn cell(&self, index: usize) -> &[u8] {
        let Some(cell) = self.row.cells.get(index) else { return &[] };
        let text = if cell.is_unescaped { &self.unescaped } else { &self.buffer };
        let cell = text.get(cell.start..cell.end).unwrap_or_default();
        // Most cells have no padding, and are asked for more than once.
        match cell {
            [first, .., last] if *first > b' ' && *last > b' ' => cell,
            cell => cell.trim_ascii(),
        }
    }

    /// The cells of the row.
    pub fn cells(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.width()).map(|index| self.cell(index))
    }

    /// Does the row hold a quote that is never closed?
    #[must_use]
    pub const fn is_unclosed(&self) -> bool {
        self.row.is_unclosed
    }

    /// What keeps the row from being one: it is too long, or has too many cells.
    #[must_use]
    pub fn excess(&self) -> Option<Issue> {
        let (code, count) = if self.row.bytes > MAX_ROW_BYTES {
            (IssueCode::LineTooLong, self.row.bytes)
        } else if self.width() > MAX_COLUMNS {
            (IssueCode::TooManyColumns, self.width())
        } else {
            return None;
        };
        Some(Issue::new(code).on_line(self.line()).counting(count))
    }

    /// Finds the cells of the row that starts at the position.
    fn scan(&mut self) -> Scan {
        self.row.cells.clear();
        self.row.is_unclosed = false;
        self.unescaped.clear();
        let mut line = self.row.line;
        let mut start = self.position;
        loop {
            let rest = self.buffer.get(start..).unwrap_or_default();
            let padding = rest.iter().take_while(|byte| **byte == b' ').count();
            let mut quoted = None;
            let mut from = start;
            if rest.get(padding) == Some(&b'"') {
                let Some((cell, end)) = self.scan_quoted(start + padding + 1, &mut line) else { return Scan::Short };
                quoted = Some(cell);
                from = end;
            }
            let rest = self.buffer.get(from..).unwrap_or_default();
            let length = memchr3(self.delimiter, b'\n', b'\r', rest);
            let Some(length) = length.or(self.is_complete.then_some(rest.len())) else { return Scan::Short };
            let after = rest.get(length..).unwrap_or_default();
            let end = from + length;
            let line_end = match after {
                [byte, ..] if *byte == self.delimiter => None,
                [b'\r', b'\r', b'\n', ..] => Some(3),
                [b'\r', b'\n', ..] => Some(2),
                // What follows a carriage return decides whether it ends the line alone.
                [b'\r'] | [b'\r', b'\r'] if !self.is_complete => return Scan::Short,
                [_, ..] => Some(1),
                [] => Some(0),
            };
            let plain = Cell { start: from, end, is_unescaped: false };
            let cell = match quoted {
                None => plain,
                Some(quoted) => self.joined(quoted, plain),
            };
            self.row.cells.push(cell);
            let Some(line_end) = line_end else {
                start = end + 1;
                continue;
            };
            self.next_line = line.saturating_add(u32::from(line_end > 0));
            return Scan::End(end + line_end);
        }
    }

    /// Finds the closing quote; the cell between, and where it ends. `None` if it is not at hand.
    fn scan_quoted(&mut self, start: usize, line: &mut u32) -> Option<(Cell, usize)> {
        let unescaped_from = self.unescaped.len();
        let mut from = start;
        loop {
            let rest = self.buffer.get(from..).unwrap_or_default();
            let (content, end) = match memchr(b'"', rest) {
                // A quote at the very end may be the first of a doubled one.
                Some(position) if position + 1 == rest.len() && !self.is_complete => return None,
                Some(position) => (rest.get(..position).unwrap_or_default(), from + position),
                None if self.is_complete => {
                    self.row.is_unclosed = true;
                    (rest, self.buffer.len())
                }
                None => return None,
            };
            *line = line.saturating_add(line_ends(content));
            let is_doubled = self.buffer.get(end + 1) == Some(&b'"');
            let is_first = from == start;
            if is_first && !is_doubled {
                let after = if self.row.is_unclosed { end } else { end + 1 };
                return Some((Cell { start, end, is_unescaped: false }, after));
            }
            self.unescaped.extend_from_slice(content);
            if !is_doubled {
                let cell = Cell { start: unescaped_from, end: self.unescaped.len(), is_unescaped: true };
                return Some((cell, if self.row.is_unclosed { end } else { end + 1 }));
            }
            self.unescaped.push(b'"');
            from = end + 2;
        }
    }

    /// The cell of a quoted part and what follows it. Where the quotes held the first words only, as in
    /// `"Durand" & fils`, nothing of it is lost.
    fn joined(&mut self, quoted: Cell, plain: Cell) -> Cell {
        let tail = self.buffer.get(plain.start..plain.end).unwrap_or_default().trim_ascii();
        if tail.is_empty() {
            return quoted;
        }
        let start = self.unescaped.len();
        if quoted.is_unescaped {
            self.unescaped.extend_from_within(quoted.start..quoted.end);
        } else {
            self.unescaped.extend_from_slice(self.buffer.get(quoted.start..quoted.end).unwrap_or_default());
        }
        self.unescaped.push(b' ');
        self.unescaped.extend_from_slice(tail);
        Cell { start, end: self.unescaped.len(), is_unescaped: true }
    }
}

/// Line ends in a quoted cell.
fn line_ends(content: &[u8]) -> u32 {
    let count = |byte| memchr_iter(byte, content).count();
    let lines = match count(b'\n') {
        0 => count(b'\r'),
        lines => lines,
    };
    u32::try_from(lines).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(mut records: Records) -> Vec<(u32, Vec<String>)> {
        let mut rows = vec![];
        while records.read() {
            let cells = records.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
            rows.push((records.line(), cells));
        }
        rows
    }

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        rows_of(Records::of(text.as_bytes(), Delimiter::Semicolon))
    }

    #[test]
    fn every_line_end_ends_a_line() {
        for end in ["\n", "\r\n", "\r", "\r\r\n"] {
            let text = format!("a;b{end}{end}c; d {end}");
            let expected = vec![(1, vec!["a".to_owned(), "b".to_owned()]), (3, vec!["c".to_owned(), "d".to_owned()])];
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
        let mut records = Records::of(b"a;\"b\nc;d", Delimiter::Semicolon);
        assert!(records.read());
        assert!(records.is_unclosed());
        assert_eq!(records.cell(1), b"b\nc;d");
    }

    #[test]
    fn pieces_make_the_same_rows_wherever_they_are_cut() {
        let text = "\"a;\"\"b\"\"\";c\r\n \"two\r\nlines\" ;d\r\r\n\r\"Durand\" & fils;e\n12\" pipe;\"\"\r\"x\"\"";
        for first in 0..=text.len() {
            for second in first..=text.len() {
                let (mut records, mut found) = (Records::new(Delimiter::Semicolon), vec![]);
                let bytes = text.as_bytes();
                let (head, tail) = bytes.split_at(second);
                let (head, middle) = head.split_at(first);
                for piece in [head, middle, tail] {
                    records.push(piece);
                    while records.read() {
                        let cells = records.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
                        found.push((records.line(), cells));
                    }
                }
                records.complete();
                found.extend(rows_of(records));
                assert_eq!(found, rows(text), "cut at {first} and {second}");
            }
        }
    }
}
