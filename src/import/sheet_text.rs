//! Cells of a sheet to rows of text, in one notation: decimal point, ISO dates.

use std::fmt::Write as _;

use calamine::{DataType, ExcelDateTime};

/// Rows end up as wide as the widest one so far, so that they read as a table; one column more than is read is enough
/// to be told as one too many.
const WIDEST: u32 = 257;

/// The text of a sheet, as far as it is written.
#[derive(Debug, Default)]
pub struct SheetText {
    text: String,
    /// Where the next cell would stand.
    row: u32,
    column: u32,
    widest: u32,
    /// Rows with something in them.
    filled: u32,
    first_column: Option<u32>,
}

impl SheetText {
    /// Writes a cell at a position (row, column) from 0. Answers `false`, and writes nothing, if it stands before one that
    /// was written.
    pub fn push(&mut self, (row, column): (u32, u32), value: &impl DataType) -> bool {
        if value.is_empty() {
            return true;
        }
        if row < self.row || (row == self.row && column < self.column) {
            return false;
        }
        if row > self.row || self.column == 0 {
            self.filled += 1;
        }
        while self.row < row {
            self.end_row();
        }
        // `column` counts the cells written; a tab stands before each but the first.
        while self.column <= column {
            self.next_cell();
        }
        self.first_column = Some(self.first_column.map_or(column, |first| first.min(column)));
        write_value(&mut self.text, value);
        true
    }

    /// Are there two rows and two columns at least?
    #[must_use]
    pub fn is_table(&self) -> bool {
        let last = self.widest.max(self.column);
        self.filled >= 2 && self.first_column.is_some_and(|first| last > first + 1)
    }

    /// The rows written.
    #[must_use]
    pub const fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    fn next_cell(&mut self) {
        if self.column > 0 {
            self.text.push('\t');
        }
        self.column += 1;
    }

    /// An empty row stays an empty line.
    fn end_row(&mut self) {
        self.widest = self.widest.max(self.column);
        while self.column > 0 && self.column < self.widest.min(WIDEST) {
            self.next_cell();
        }
        self.text.push('\n');
        self.row += 1;
        self.column = 0;
    }
}

fn write_value(text: &mut String, value: &impl DataType) {
    if let Some(date) = value.get_datetime() {
        write_date(text, date);
    } else if let Some(iso) = value.get_datetime_iso() {
        text.push_str(&iso.replacen('T', " ", 1).replace(" 00:00:00", ""));
    } else if let Some(number) = value.get_float() {
        write_number(text, number);
    } else if let Some(number) = value.get_int() {
        let _ = write!(text, "{number}");
    } else if let Some(answer) = value.get_bool() {
        text.push_str(if answer { "TRUE" } else { "FALSE" });
    } else if let Some(error) = value.get_error() {
        let _ = write!(text, "{error}");
    } else if let Some(written) = value.get_string().or_else(|| value.get_duration_iso()) {
        write_text(text, written);
    }
}

/// The shortest text of a number, without the noise that calculations leave beyond the 15 digits that spreadsheets
/// show. A zero is put behind three decimals: `1.234` could be read as thousands.
fn write_number(text: &mut String, number: f64) {
    const SHOWN_DIGITS: usize = 15;
    let mut digits = number.to_string();
    if digits.bytes().filter(u8::is_ascii_digit).count() > SHOWN_DIGITS {
        let rounded = format!("{number:.*e}", SHOWN_DIGITS - 1).parse::<f64>();
        digits = rounded.map_or(digits, |rounded| rounded.to_string());
    }
    text.push_str(&digits);
    if digits.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3) {
        text.push('0');
    }
}

/// `2025-01-31`, with the time if there is one; a time alone is written as one.
fn write_date(text: &mut String, date: ExcelDateTime) {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let is_time = date.is_duration() || date.as_f64() < 1.0;
    if !is_time {
        let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    }
    if is_time || (hour, minute, second) != (0, 0, 0) {
        let space = if is_time { "" } else { " " };
        let _ = write!(text, "{space}{hour:02}:{minute:02}:{second:02}");
    }
}

/// A cell is quoted where it would not be one otherwise. Line breaks become spaces, so that a row is a line.
fn write_text(text: &mut String, written: &str) {
    let line = written.trim_end().replace("\r\n", " ").replace(['\r', '\n'], " ");
    if line.contains(['\t', '"']) {
        let _ = write!(text, "\"{}\"", line.replace('"', "\"\""));
    } else {
        text.push_str(&line);
    }
}
