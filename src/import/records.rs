//! Bytes to rows of cells, in pieces: RFC 4180 quotes, every line end, line numbers kept.
//!
//! Delimiters, quotes and line ends are the same bytes in every encoding that is read here (UTF-16 is transcoded
//! before), so cells are found without decoding; only those that hold text are decoded, one by one.

use std::ops::Range;

use memchr::{memchr, memchr_iter};

use super::dialect::{Dialect, Quote};
use super::marks::Marks;
use crate::issue::{Issue, IssueCode};

/// Cells a row may have; a table of more is not one of the kinds that are read.
pub const MAX_COLUMNS: usize = 256;

/// Bytes a row may have: beyond, a quote was left open or the input is not a table.
pub const MAX_ROW_BYTES: usize = 1 << 20;

/// Bytes a quoted cell with line ends may go on for before it is looked at whether its quote holds anything together.
const LONGEST_SPAN: usize = 1 << 14;

/// Rows of a text that arrives in pieces. One row is held at a time; reading the next one replaces it.
#[derive(Clone, Debug)]
pub struct Records {
    delimiter: u8,
    quote: u8,
    /// Cells of most rows; zero where that is not known.
    usual_width: usize,
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
    /// Where the row stands that was given last.
    given: Range<usize>,
    /// The row before, unless it left the buffer.
    previous: Range<usize>,
    /// The row before, where it left the buffer.
    gone: Vec<u8>,
    /// Cells whose doubled quotes were undone.
    unescaped: Vec<u8>,
    /// Rows in which a quote was found to be a character like others, and the line of the first.
    stray_quotes: Option<(u32, usize)>,
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
    quoting: Quoting,
}

/// What was seen of the quotes of a row.
#[derive(Clone, Copy, Debug, Default)]
struct Quoting {
    /// Do they hold line ends?
    spans_lines: bool,
    /// Does anything but a delimiter follow a closing one?
    has_tail: bool,
    /// Is one no more than a character?
    is_literal: bool,
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
    pub fn new(dialect: impl Into<Dialect>) -> Self {
        let dialect = dialect.into();
        Self {
            delimiter: dialect.delimiter.byte(),
            quote: dialect.quote.byte(),
            usual_width: dialect.width,
            buffer: Vec::new(),
            position: 0,
            marks: Marks { is_plain: true, ..Marks::default() },
            next_mark: 0,
            next_line_feed: 0,
            is_complete: false,
            next_line: 1,
            row: Row::default(),
            given: 0..0,
            previous: 0..0,
            gone: Vec::new(),
            unescaped: Vec::new(),
            stray_quotes: None,
        }
    }

    /// The rows of a text that is wholly at hand.
    #[must_use]
    pub fn of(text: &[u8], dialect: impl Into<Dialect>) -> Self {
        let mut records = Self::new(dialect);
        records.push(text);
        records.complete();
        records
    }

    /// Adds the bytes that come next. All marks of them are found at once: that is faster than looking for the end of
    /// one cell after the other.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.position > 0 {
            if !self.given.is_empty() {
                self.gone.clear();
                self.gone.extend_from_slice(self.buffer.get(self.given.clone()).unwrap_or_default());
            }
            (self.given, self.previous) = (0..0, 0..0);
            self.row.bytes = 0;
            self.buffer.drain(..self.position);
            self.position = 0;
        }
        self.buffer.extend_from_slice(bytes);
        self.marks.find(&self.buffer, self.delimiter, self.quote, self.marks.is_plain);
        self.next_mark = 0;
        self.next_line_feed = 0;
    }

    /// Does what is at hand end with a row?
    #[must_use]
    pub const fn is_at_row_end(&self) -> bool {
        self.position == self.buffer.len()
    }

    /// How many bytes of what was pushed last are read.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }

    /// How many lines were read.
    #[must_use]
    pub const fn lines(&self) -> u32 {
        self.next_line - 1
    }

    /// Goes on after rows that another read: how many lines, the quotes among them that were characters, and the last of
    /// them.
    pub fn go_on_after(&mut self, lines: u32, stray_quotes: Option<(u32, usize)>, last: &[u8]) {
        if let Some((line, count)) = stray_quotes {
            let (first, known) = self.stray_quotes.unwrap_or((line.saturating_add(self.lines()), 0));
            self.stray_quotes = Some((first, known + count));
        }
        self.next_line = self.next_line.saturating_add(lines);
        self.buffer.clear();
        (self.position, self.next_mark, self.next_line_feed) = (0, 0, 0);
        self.marks.positions.clear();
        self.marks.line_feeds.clear();
        (self.row, self.given, self.previous) = (Row::default(), 0..0, 0..0);
        self.gone.clear();
        self.gone.extend_from_slice(last);
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
        while self.position < self.buffer.len() {
            self.row.line = self.next_line;
            let scan = self.scan();
            let scan = if self.needs_second_look(&scan) { self.scan_again(scan) } else { scan };
            let Scan::End(end) = scan else {
                if self.buffer.len() - self.position <= MAX_ROW_BYTES {
                    return false;
                }
                // Beyond any row that is read: it is given as it is, so that its excess is seen.
                self.row.bytes = self.buffer.len() - self.position;
                self.position = self.buffer.len();
                self.give();
                return true;
            };
            self.row.bytes = end - self.position;
            self.position = end;
            let is_empty_line = self.width() == 1 && self.cell(0).is_empty();
            if !is_empty_line {
                self.give();
                return true;
            }
        }
        false
    }

    /// The row before it is that which was given last: there may be empty lines between.
    fn give(&mut self) {
        let row = self.row_range();
        self.previous = std::mem::replace(&mut self.given, row);
    }

    /// The bytes of the row that was given last, which may be gone from the buffer.
    #[must_use]
    pub fn last_bytes(&self) -> &[u8] {
        if self.given.is_empty() { &self.gone } else { self.buffer.get(self.given.clone()).unwrap_or_default() }
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
        let cell = match cell {
            [first, .., last] if *first > b' ' && *last > b' ' => cell,
            cell => cell.trim_ascii(),
        };
        match cell {
            // Where quotes hold no cells together, a pair around one is its dress.
            [b'"', inner @ .., b'"'] if self.quote == Quote::None.byte() || self.row.quoting.is_literal => {
                inner.trim_ascii()
            }
            [b'"', inner @ ..] if self.row.quoting.is_literal => inner.trim_ascii(),
            cell => cell,
        }
    }

    /// Makes one cell of the `count` that start at `index`, with what stands between them: a surplus delimiter belongs
    /// to a text. Where all but one are empty, that one is the cell.
    pub fn join(&mut self, index: usize, count: usize) {
        if let Some(marks) = self.row.marks.take() {
            let ends: Vec<usize> = marks
                .filter_map(|mark| self.marks.positions.get(mark).and_then(|at| usize::try_from(*at).ok()))
                .collect();
            let mut start = self.position - self.row.bytes;
            self.row.cells.clear();
            for end in ends {
                self.row.cells.push(Cell { start, end, is_unescaped: false });
                start = end + 1;
            }
        }
        let last = index + count.saturating_sub(1);
        let (Some(first), Some(end)) = (self.row.cells.get(index).copied(), self.row.cells.get(last).copied()) else {
            return;
        };
        let filled: Vec<Cell> = (index..=last)
            .filter(|at| !self.cell(*at).trim_ascii().is_empty())
            .filter_map(|at| self.row.cells.get(at).copied())
            .collect();
        let whole = match filled.as_slice() {
            [one] => *one,
            _ if first.is_unescaped || end.is_unescaped => return,
            _ => Cell { end: end.end, ..first },
        };
        if let Some(joined) = self.row.cells.get_mut(index) {
            *joined = whole;
        }
        self.row.cells.drain(index + 1..=last);
    }

    /// Rows in which a quote was no more than a character, and the line of the first; `None` if there is none.
    #[must_use]
    pub const fn stray_quotes(&self) -> Option<(u32, usize)> {
        self.stray_quotes
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

    /// Did a quote take in more than a row, so that the row is not like the others?
    fn needs_second_look(&self, scan: &Scan) -> bool {
        let is_odd = match scan {
            Scan::End(_) => {
                let is_odd = self.row.quoting.has_tail || self.row.cells.len() != self.usual_width;
                self.row.is_unclosed || (self.row.quoting.spans_lines && is_odd)
            }
            Scan::Short => self.row.quoting.spans_lines && self.buffer.len() - self.position > LONGEST_SPAN,
        };
        is_odd && self.usual_width > 1 && !self.marks.is_plain
    }

    /// Cuts the row with its quotes as characters like others, and keeps that if it then has as many cells as most
    /// rows.
    fn scan_again(&mut self, first: Scan) -> Scan {
        let (next_line, next_mark, row) = (self.next_line, self.next_mark, self.row.clone());
        let unescaped = std::mem::take(&mut self.unescaped);
        if !matches!(first, Scan::Short) {
            // Where the row starts among the marks is where the one before ended.
            self.next_mark = self.mark_at(self.position);
        }
        let quote = std::mem::replace(&mut self.quote, Quote::None.byte());
        let second = self.scan_cells();
        self.quote = quote;
        if matches!(second, Scan::End(_)) && self.row.cells.len() == self.usual_width {
            let (line, count) = self.stray_quotes.unwrap_or((self.row.line, 0));
            self.stray_quotes = Some((line, count + 1));
            self.row.quoting.is_literal = true;
            return second;
        }
        (self.next_line, self.next_mark, self.row, self.unescaped) = (next_line, next_mark, row, unescaped);
        first
    }

    /// The first mark that is not before a position.
    fn mark_at(&self, position: usize) -> usize {
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        self.marks.positions.partition_point(|mark| *mark < position)
    }

    /// Finds the cells of the row that starts at the position, quotes undone.
    fn scan_cells(&mut self) -> Scan {
        self.row.cells.clear();
        self.row.is_unclosed = false;
        self.row.quoting = Quoting::default();
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
            if byte == self.quote {
                let before = self.buffer.get(start..end).unwrap_or_default();
                if quoted.is_none() && before.iter().all(|byte| *byte == b' ') {
                    let Some((cell, after)) = self.scan_quoted(end + 1, &mut line) else { return Scan::Short };
                    quoted = Some(cell);
                    start = after;
                    mark = self.mark_from(mark, after);
                }
                continue;
            }
            if byte == b'"' || byte == b'\'' {
                // A quote that holds nothing together, in a row cut a second time.
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
            let (content, end) = match memchr(self.quote, rest) {
                // A quote at the very end may be the first of a doubled one.
                Some(position) if position + 1 == rest.len() && !self.is_complete => return None,
                Some(position) => (rest.get(..position).unwrap_or_default(), from + position),
                None if self.is_complete => {
                    self.row.is_unclosed = true;
                    (rest, self.buffer.len())
                }
                None => {
                    self.row.quoting.spans_lines = line_ends(rest) > 0;
                    return None;
                }
            };
            let ends = line_ends(content);
            self.row.quoting.spans_lines |= ends > 0;
            *line = line.saturating_add(ends);
            let is_doubled = self.buffer.get(end + 1) == Some(&self.quote);
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
            self.unescaped.push(self.quote);
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
        self.row.quoting.has_tail = true;
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
    use crate::import::source::Delimiter;

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
    fn a_stray_quote_swallows_no_rows() {
        let text = "a;\"b;1\nc;d;2\ne;f;3\ng;\"h\";4\n";
        let dialect = Dialect { delimiter: Delimiter::Semicolon, quote: Quote::Double, width: 3 };
        let mut records = Records::of(text.as_bytes(), dialect);
        let mut lines = vec![];
        while records.read() {
            lines.push((records.line(), records.width(), String::from_utf8_lossy(records.cell(1)).into_owned()));
        }
        let cells = [(1, 3, "b"), (2, 3, "d"), (3, 3, "f"), (4, 3, "h")];
        assert_eq!(lines, cells.map(|(line, width, cell)| (line, width, cell.to_owned())));
        assert_eq!(records.stray_quotes(), Some((1, 1)));
    }

    #[test]
    fn surplus_cells_are_joined() {
        let mut records = Records::of(b"a;b;c;d\n", Delimiter::Semicolon);
        assert!(records.read());
        records.join(1, 2);
        assert_eq!(records.cells().collect::<Vec<_>>(), [b"a".as_slice(), b"b;c", b"d"]);
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
