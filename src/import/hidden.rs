//! Rows of a sheet that users do not see: they count, unless a total of the sheet is that of the others.

use super::source::SheetFacts;
use super::understanding::TOLERANCE;
use crate::money::Amount;

/// The lines of hidden rows, and what they add up to.
#[derive(Clone, Debug, Default)]
pub struct HiddenRows {
    lines: Vec<u32>,
    /// The next of them.
    next: usize,
    /// Is the text that of a sheet at all?
    is_sheet: bool,
    /// Are they set aside?
    are_set_aside: bool,
    /// What those add up to that count.
    sum: i128,
    /// Is a total that of the other rows?
    are_left_out: bool,
}

impl HiddenRows {
    /// Those of a sheet.
    #[must_use]
    pub fn of(sheet: Option<&SheetFacts>, are_set_aside: bool) -> Self {
        let lines = sheet.map(|facts| facts.hidden_lines.clone()).unwrap_or_default();
        Self { lines, is_sheet: sheet.is_some(), are_set_aside, ..Self::default() }
    }

    /// The hidden rows, before the first row.
    #[must_use]
    pub fn restarted(&self) -> Self {
        let Self { is_sheet, are_set_aside, .. } = *self;
        Self { lines: self.lines.clone(), is_sheet, are_set_aside, ..Self::default() }
    }

    /// Is the row on this line, which comes after those asked for before, hidden?
    #[inline]
    pub fn has(&mut self, line: u32) -> bool {
        while self.lines.get(self.next).is_some_and(|hidden| *hidden < line) {
            self.next += 1;
        }
        self.lines.get(self.next) == Some(&line)
    }

    /// Does the text stand on a sheet, where numbers are written with a point and without marks between thousands?
    #[must_use]
    pub const fn is_sheet(&self) -> bool {
        self.is_sheet
    }

    /// Are they in no figure?
    #[must_use]
    pub const fn are_set_aside(&self) -> bool {
        self.are_set_aside
    }

    /// Counts the amount of a hidden row that is in the figures.
    pub fn add(&mut self, amount: Amount) {
        self.sum += i128::from(amount.units());
    }

    /// Sees by how much a total falls short of all rows: as much as the hidden ones make?
    pub fn compare(&mut self, shortfall: i128) {
        self.are_left_out |= self.sum != 0 && (shortfall - self.sum).abs() <= i128::from(TOLERANCE);
    }

    /// Does a total say that they do not count?
    #[must_use]
    pub const fn are_left_out(&self) -> bool {
        self.are_left_out
    }
}
