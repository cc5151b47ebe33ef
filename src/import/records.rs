//! Bytes to rows of cells, in pieces: RFC 4180 quotes, every line end, line numbers kept.
//!
//! Delimiters, quotes and line ends are the same bytes in every encoding that is read here (UTF-16 is transcoded
//! before), so cells are found without decoding; only those that hold text are decoded, one by one.

use std::ops::Range;

use memchr::{memchr, memchr_iter};

use super::marks::Marks;
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
    marks: Marks,
    /// The first of the marks that is not before the position.
    next_mark: usize,
    /// The first line feed of a plain text that is not before the position.
    next_line_feed: usize,
    is_complete: bool,
    next_line: u32,
    row: Row,
    /// The row before, unless it left the buffer.
    previous: Range<usize>,
    /// The row before, where it left the buffer.
    gone: Vec<u8>,
    /// Cells whose doubled quotes were undone.
    unescaped: Vec<u8>,
}

/// The row that was read last.
#[derive(Clone, Debug, Default)]
struct Row {
    line: u32,
    bytes: usize,
    /// In a plain text the marks that end its cells, instead of `cells`.
    marks: Option<Range<usize>>,
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
            marks: Marks { is_plain: true, ..Marks::default() },
            next_mark: 0,
            next_line_feed: 0,
            is_complete: false,
            next_line: 1,
            row: Row::default(),
            previous: 0..0,
            gone: Vec::new(),
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

    /// Adds the bytes that come next. All marks of them are found at once: that is faster than looking for the end of one
    /// cell after the other.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.position > 0 {
            let last = self.row_range();
            self.gone.clear();
            self.gone.extend_from_slice(self.buffer.get(last).unwrap_or_default());
            self.previous = 0..0;
            self.row.bytes = 0;
            self.buffer.drain(..self.position);
            self.position = 0;
        }
        self.buffer.extend_from_slice(bytes);
        self.marks.find(&self.buffer, self.delimiter, self.marks.is_plain);
        self.next_mark = 0;
        self.next_line_feed = 0;
    }

    /// Says that no more bytes come, so that what is left is the last row.
    pub fn complete(&mut self) {
        self.is_complete = true;
        if self.marks.is_plain && self.buffer.last().is_some_and(|last| *last != b'\n') {
            // The last line ends where the text does.
            let marks = &mut self.marks;
            marks.line_feeds.push(u32::try_from(marks.positions.len()).unwrap_or(u32::MAX));
            marks.positions.push(u32::try_from(self.buffer.len()).unwrap_or(u32::MAX));
        }
    }

    /// Reads the next row that is not an empty line; `false` if it is not wholly at hand.
    pub fn read(&mut self) -> bool {
        let last = self.row_range();
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
            let is_empty_line = self.width() == 1 && self.cell(0).is_empty();
            if !is_empty_line {
                self.previous = last;
                return true;
            }
        }
        false
    }

    /// The bytes of the row, its line end left out.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        without_line_end(self.buffer.get(self.row_range()).unwrap_or_default())
    }

    /// The bytes of the row before.
    #[must_use]
    pub fn previous_bytes(&self) -> &[u8] {
        let row = if self.previous.is_empty() { Some(&*self.gone) } else { self.buffer.get(self.previous.clone()) };
        without_line_end(row.unwrap_or_default())
    }

    fn row_range(&self) -> Range<usize> {
        self.position.saturating_sub(self.row.bytes)..self.position
    }

    /// Line the row starts on, from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.row.line
    }

    /// How many cells the row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.row.marks.as_ref().map_or(self.row.cells.len(), Range::len)
    }

    /// The cell at `index`, without padding; empty beyond the last one.
    #[must_use]
    pub fn cell(&self, index: usize) -> &[u8] {
        let cell = match &self.row.marks {
            Some(marks) => self.plain_cell(marks, index),
            None => self.row.cells.get(index).and_then(|cell| {
                let text = if cell.is_unescaped { &self.unescaped } else { &self.buffer };
                text.get(cell.start..cell.end)
            }),
        };
        let cell = cell.unwrap_or_default();
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

    /// The cell at `index` of a row whose cells end at `marks`.
    fn plain_cell(&self, marks: &Range<usize>, index: usize) -> Option<&[u8]> {
        let mark = marks.start + index;
        if mark >= marks.end {
            return None;
        }
        let position = |mark: usize| self.marks.positions.get(mark).and_then(|at| usize::try_from(*at).ok());
        let start = if index == 0 { self.position - self.row.bytes } else { position(mark - 1)? + 1 };
        self.buffer.get(start..position(mark)?)
    }

    /// Finds the row that starts at the position.
    fn scan(&mut self) -> Scan {
        if !self.marks.is_plain {
            self.row.marks = None;
            return self.scan_cells();
        }
        let Some(line_feed) = self.marks.line_feeds.get(self.next_line_feed) else { return Scan::Short };
        let last = usize::try_from(*line_feed).unwrap_or(usize::MAX);
        let end = self.marks.positions.get(last).and_then(|end| usize::try_from(*end).ok()).unwrap_or(usize::MAX);
        self.row.marks = Some(self.next_mark..last + 1);
        self.row.is_unclosed = false;
        self.next_mark = last + 1;
        self.next_line_feed += 1;
        self.next_line = self.row.line.saturating_add(1);
        Scan::End((end + 1).min(self.buffer.len()))
    }

    /// Finds the cells of the row that starts at the position, quotes undone.
    fn scan_cells(&mut self) -> Scan {
        self.row.cells.clear();
        self.row.is_unclosed = false;
        self.unescaped.clear();
        let mut line = self.row.line;
        let mut start = self.position;
        let mut quoted = None;
        let mut mark = self.next_mark;
        loop {
            let (end, byte) = match self.marks.positions.get(mark) {
                Some(mark) => {
                    let end = usize::try_from(*mark).unwrap_or(usize::MAX);
                    (end, self.buffer.get(end).copied().unwrap_or(b'\n'))
                }
                None if self.is_complete => (self.buffer.len(), b'\n'),
                None => return Scan::Short,
            };
            mark += 1;
            if byte == b'"' {
                let before = self.buffer.get(start..end).unwrap_or_default();
                if quoted.is_none() && before.iter().all(|byte| *byte == b' ') {
                    let Some((cell, after)) = self.scan_quoted(end + 1, &mut line) else { return Scan::Short };
                    quoted = Some(cell);
                    start = after;
                    mark = self.mark_from(mark, after);
                }
                continue;
            }
            let plain = Cell { start, end, is_unescaped: false };
            let cell = match quoted.take() {
                None => plain,
                Some(quoted) => self.joined(quoted, plain),
            };
            self.row.cells.push(cell);
            if byte == self.delimiter {
                start = end + 1;
                continue;
            }
            let line_end = match self.buffer.get(end..).unwrap_or_default() {
                [b'\r', b'\r', b'\n', ..] => 3,
                [b'\r', b'\n', ..] => 2,
                // What follows a carriage return decides whether it ends the line alone.
                [b'\r'] | [b'\r', b'\r'] if !self.is_complete => return Scan::Short,
                [_, ..] => 1,
                [] => 0,
            };
            self.next_line = line.saturating_add(u32::from(line_end > 0));
            self.next_mark = if line_end > 1 { self.mark_from(mark, end + line_end) } else { mark };
            return Scan::End(end + line_end);
        }
    }

    /// The first mark, not before `mark`, of what stands from `position` on.
    fn mark_from(&self, mark: usize, position: usize) -> usize {
        let rest = self.marks.positions.get(mark..).unwrap_or_default();
        let is_before = |mark: &&u32| usize::try_from(**mark).is_ok_and(|mark| mark < position);
        mark + rest.iter().take_while(is_before).count()
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

fn without_line_end(row: &[u8]) -> &[u8] {
    let end = row.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')).map_or(0, |last| last + 1);
    row.get(..end).unwrap_or_default()
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
