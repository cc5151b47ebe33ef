//! What the readers of all formats hand over, cell by cell, and who takes it.

use super::format::Shown;
use crate::error::Error;

/// A row and a column, from 0.
pub type Position = (u32, u32);

/// What a cell holds.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A number, and how it is shown.
    Number(f64, Shown),
    /// Yes or no.
    Bool(bool),
    /// A text, or the name of an error.
    Text(&'a str),
    /// A date, a time or both, as ISO 8601 writes them.
    Moment(&'a str),
    /// A formula whose result was not saved.
    Unsaved,
    /// A formula whose result is a zero that the program which opens the workbook is told to replace.
    Provisional,
}

impl Value<'_> {
    /// Nothing to be read, as a text of spaces.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim_end().is_empty())
    }
}

/// Why a sheet is not read to its end.
#[derive(Debug, PartialEq, Eq)]
pub enum Stop {
    /// What was to be known is known.
    Enough,
    /// A cell stands before one that was taken already.
    OutOfOrder,
    /// The sheet is damaged or too large.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Who takes the cells of a sheet.
pub trait Sink {
    /// A row is about to come, hidden by a filter or by hand, or not.
    fn row(&mut self, row: u32, is_hidden: bool);

    /// Takes a cell; those without content may be left out.
    ///
    /// # Errors
    ///
    /// Says why no other cell is wanted.
    fn cell(&mut self, at: Position, value: &Value<'_>) -> Result<(), Stop>;

    /// A formula was calculated, in a workbook whose zeros may be provisional.
    fn calculated(&mut self);
}
