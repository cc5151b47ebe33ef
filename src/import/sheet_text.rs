//! Cells of a sheet to rows of text, one line a row.

use super::sheets::cell::{Position, Sink, Stop, Value};
use super::sheets::gathered::Gathered;
use super::sheets::limits::{CELL_BYTES, CELLS, COLUMNS, ROWS, TEXT_BYTES};
use super::sheets::notes::Notes;
use super::sheets::written::{self, LONGEST_NUMBER};
use crate::error::Error;

/// Rows end up as wide as the widest one so far, so that they read as a table; one column more than is read is enough
/// to be told as one too many.
const WIDEST: u32 = 257;

/// The last column that is read, from 0.
const LAST_READ: u32 = 255;

/// The text of a sheet, as far as it is written.
#[derive(Debug)]
pub struct SheetText {
    text: String,
    /// Bytes that it may have.
    most: usize,
    /// Where the next cell would stand.
    row: u32,
    column: u32,
    widest: u32,
    /// Cells with something in them.
    cells: u32,
    notes: Notes,
    is_taken: bool,
}

impl SheetText {
    /// A text still to be written, of a sheet of a workbook that holds some bytes already.
    #[must_use]
    pub fn new(held: usize, notes: Notes) -> Self {
        let most = TEXT_BYTES.saturating_sub(held);
        Self { text: String::new(), most, row: 0, column: 0, widest: 0, cells: 0, notes, is_taken: false }
    }

    /// The text of cells that came in any order.
    ///
    /// # Errors
    ///
    /// [`Error::WorkbookTooLarge`] beyond the limits.
    pub fn of(held: usize, gathered: Gathered) -> Result<Self, Error> {
        let mut text = Self::new(held.saturating_add(gathered.held()), Notes::default());
        for (at, written) in gathered.sorted() {
            // The first of several cells in one place is the one that is kept.
            if text.reach(at, written.len()).or_else(unless_out_of_order)? {
                text.text.push_str(written);
            }
        }
        text.notes = gathered.into_notes();
        Ok(text)
    }

    /// Ends the last row, as wide as those before it.
    ///
    /// # Errors
    ///
    /// [`Error::WorkbookTooLarge`] beyond the limits.
    pub fn end(&mut self) -> Result<(), Error> {
        self.widen_row()
    }

    /// The rows written.
    #[must_use]
    pub const fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The rows written, which are no longer here.
    pub fn take_bytes(&mut self) -> Vec<u8> {
        self.is_taken = true;
        std::mem::take(&mut self.text).into_bytes()
    }

    /// Were the rows taken away?
    #[must_use]
    pub const fn is_taken(&self) -> bool {
        self.is_taken
    }

    /// What the text does not show.
    #[must_use]
    pub const fn notes(&self) -> &Notes {
        &self.notes
    }

    /// Goes to a place, with room for so many bytes.
    fn reach(&mut self, (row, column): Position, bytes: usize) -> Result<bool, Stop> {
        if row < self.row || (row == self.row && column < self.column) {
            return Err(Stop::OutOfOrder);
        }
        self.cells += 1;
        if row >= ROWS || column >= COLUMNS || self.cells > CELLS {
            return Err(Error::WorkbookTooLarge.into());
        }
        while self.row < row {
            self.end_row()?;
        }
        // A row that starts beyond what is read is a stray cell: it is told as such in the last column, and not the
        // sheet as one that is too wide.
        let column = if self.column == 0 { column.min(LAST_READ) } else { column };
        // `column` counts the cells written; a tab stands before each but the first.
        self.make_room(bytes.saturating_add(bytes_of(column - self.column + 1)))?;
        while self.column <= column {
            self.next_cell();
        }
        Ok(true)
    }

    fn next_cell(&mut self) {
        if self.column > 0 {
            self.text.push('\t');
        }
        self.column += 1;
    }

    /// An empty row stays an empty line.
    fn end_row(&mut self) -> Result<(), Error> {
        self.widen_row()?;
        self.make_room(1)?;
        self.text.push('\n');
        self.row += 1;
        self.column = 0;
        Ok(())
    }

    fn widen_row(&mut self) -> Result<(), Error> {
        self.widest = self.widest.max(self.column);
        let width = self.widest.min(WIDEST);
        if self.column > 0 && self.column < width {
            self.make_room(bytes_of(width - self.column))?;
            while self.column < width {
                self.next_cell();
            }
        }
        Ok(())
    }

    /// Takes memory for what is written next: twice as much as before, but never more than the text may have.
    fn make_room(&mut self, bytes: usize) -> Result<(), Error> {
        let needed = self.text.len().saturating_add(bytes);
        if needed > self.most {
            return Err(Error::WorkbookTooLarge);
        }
        if needed > self.text.capacity() {
            let wanted = self.text.capacity().saturating_mul(2).clamp(needed, self.most);
            self.text.reserve_exact(wanted - self.text.len());
        }
        Ok(())
    }
}

impl Sink for SheetText {
    fn row(&mut self, row: u32, is_hidden: bool) {
        self.notes.row(row, is_hidden);
    }

    fn cell(&mut self, at: Position, value: &Value<'_>) -> Result<(), Stop> {
        if let Some(value) = self.notes.cell(at, value) {
            self.reach(at, room_for(&value)?)?;
            written::write(&mut self.text, &value);
        }
        Ok(())
    }

    fn calculated(&mut self) {
        self.notes.calculated();
    }
}

/// Bytes that a cell takes at most.
///
/// # Errors
///
/// [`Error::WorkbookTooLarge`] if it holds more text than a cell may.
pub fn room_for(value: &Value<'_>) -> Result<usize, Error> {
    match value {
        Value::Text(text) | Value::Moment(text) if text.len() > CELL_BYTES => Err(Error::WorkbookTooLarge),
        // Each character may be a quote that is doubled, between two of them.
        Value::Text(text) | Value::Moment(text) => Ok(2 * text.len() + 2),
        _ => Ok(LONGEST_NUMBER),
    }
}

fn unless_out_of_order(stop: Stop) -> Result<bool, Error> {
    match stop {
        Stop::Failed(error) => Err(error),
        Stop::OutOfOrder | Stop::Enough => Ok(false),
    }
}

fn bytes_of(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
