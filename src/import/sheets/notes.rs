//! What the text of a sheet does not show: rows hidden, formulas whose results were not saved.

use super::cell::{Position, Value};

/// Formulas of a sheet whose results were not saved: their cells are empty in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnsavedFormulas {
    /// How many there are.
    pub count: u32,
    /// Line of the first, from 1.
    pub line: u32,
    /// Column of the first, from 1.
    pub column: u32,
}

/// What is noted while the cells of a sheet come by.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Lines of hidden rows with something in them.
    hidden: Vec<u32>,
    /// The row that comes, if it is hidden.
    hidden_row: Option<u32>,
    unsaved: Option<UnsavedFormulas>,
    /// Are zeros that may be provisional taken for results that were not saved?
    doubts_zeros: bool,
    has_provisional: bool,
    has_calculated: bool,
}

impl Notes {
    /// Notes of a sheet whose provisional zeros are no results.
    pub fn doubting_zeros() -> Self {
        Self { doubts_zeros: true, ..Self::default() }
    }

    /// A row is about to come.
    pub fn row(&mut self, row: u32, is_hidden: bool) {
        self.hidden_row = is_hidden.then_some(row);
    }

    /// Notes a cell; answers with what is to be written of it.
    pub fn cell<'a>(&mut self, at: Position, value: &Value<'a>) -> Option<Value<'a>> {
        match value {
            _ if value.is_blank() => None,
            Value::Unsaved => self.unsaved(at),
            Value::Provisional if self.doubts_zeros => self.unsaved(at),
            _ => {
                self.has_provisional |= matches!(value, Value::Provisional);
                self.note_hidden(at);
                Some(*value)
            }
        }
    }

    /// A formula has another result than zero.
    pub const fn calculated(&mut self) {
        self.has_calculated = true;
    }

    /// Are there zeros for results, and no other results?
    pub const fn has_doubtful_zeros(&self) -> bool {
        self.has_provisional && !self.has_calculated
    }

    /// Lines, from 1, of hidden rows with something in them, in order.
    pub fn hidden(&self) -> &[u32] {
        &self.hidden
    }

    /// Formulas whose results were not saved.
    pub const fn unsaved_formulas(&self) -> Option<UnsavedFormulas> {
        self.unsaved
    }

    /// The notes in the order of their rows, which came in any order.
    pub fn in_order(mut self) -> Self {
        self.hidden.sort_unstable();
        self.hidden.dedup();
        self
    }

    fn unsaved<'a>(&mut self, (row, column): Position) -> Option<Value<'a>> {
        let first = UnsavedFormulas { count: 0, line: row.saturating_add(1), column: column.saturating_add(1) };
        self.unsaved.get_or_insert(first).count += 1;
        None
    }

    fn note_hidden(&mut self, (row, _): Position) {
        let line = row.saturating_add(1);
        if self.hidden_row == Some(row) && self.hidden.last() != Some(&line) {
            self.hidden.push(line);
        }
    }
}
