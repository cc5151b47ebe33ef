//! Cells of the few sheets whose cells do not come one after the other: all of them at once.

use std::ops::Range;

use super::cell::{Position, Sink, Stop, Value};
use super::limits::{CELLS, TEXT_BYTES};
use super::notes::Notes;
use super::written;
use crate::error::Error;
use crate::import::sheet_text::room_for;
use crate::order::Order;

/// Cells as they are written, and where they stand.
#[derive(Debug, Default)]
pub struct Gathered {
    text: String,
    cells: Vec<(Position, Range<u32>)>,
    notes: Notes,
}

impl Gathered {
    /// No cells yet.
    pub fn new(notes: Notes) -> Self {
        Self { notes, ..Self::default() }
    }

    /// Bytes that the cells take.
    pub const fn held(&self) -> usize {
        self.text.len().saturating_add(self.cells.len().saturating_mul(size_of::<(Position, Range<u32>)>()))
    }

    /// The cells, row by row; those of one place as they came.
    pub fn sorted(&self) -> impl Iterator<Item = (Position, &str)> {
        let mut cells: Vec<_> = self.cells.iter().collect();
        cells.order_by_key(|(at, _)| *at);
        cells.into_iter().filter_map(|(at, range)| {
            let range = usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?;
            Some((*at, self.text.get(range)?))
        })
    }

    /// What was noted on the way.
    pub fn into_notes(self) -> Notes {
        self.notes.in_order()
    }
}

impl Sink for Gathered {
    fn row(&mut self, row: u32, is_hidden: bool) {
        self.notes.row(row, is_hidden);
    }

    fn cell(&mut self, at: Position, value: &Value<'_>) -> Result<(), Stop> {
        let Some(value) = self.notes.cell(at, value) else { return Ok(()) };
        // Half of what a sheet may take is left for its text.
        let is_full = self.held().saturating_add(room_for(&value)?) > TEXT_BYTES / 2;
        if is_full || u32::try_from(self.cells.len()).is_ok_and(|cells| cells >= CELLS) {
            return Err(Error::WorkbookTooLarge.into());
        }
        let start = self.length();
        written::write(&mut self.text, &value);
        self.cells.push((at, start..self.length()));
        Ok(())
    }

    fn calculated(&mut self) {
        self.notes.calculated();
    }
}

impl Gathered {
    fn length(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }
}
