//! A look at the first cells of a sheet: is it a table, a cover, or neither?

use super::cell::{Position, Sink, Stop, Value};

/// Cells that are looked at.
const CELLS: u32 = 10_000;

/// Columns that are looked at.
const COLUMNS: u32 = 128;

/// Rows with one value a row that are too many for a cover.
const MANY_ROWS: u32 = 10;

/// What the first cells of a sheet are.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    cells: u32,
    row: Option<u32>,
    /// Columns filled in this row, one bit each.
    filled: u128,
    /// Rows before with something in them.
    rows: u32,
    /// The first and the last column of all.
    span: Option<(u32, u32)>,
    widest: u32,
    /// Columns filled in several rows, and in how many.
    shared: Vec<(u128, u32)>,
    /// Columns that hold a number or a date, and those that hold several.
    figures: u128,
    more_figures: u128,
}

impl Survey {
    /// Ends the last row.
    pub fn end(&mut self) {
        self.end_row();
    }

    /// Are there two rows and two columns at least?
    pub fn has_rows_and_columns(&self) -> bool {
        self.rows >= 2 && self.span.is_some_and(|(first, last)| last > first)
    }

    /// Has it rows enough, and not the few names and values of a cover sheet?
    pub fn may_be_table(&self) -> bool {
        let is_cover = self.widest <= 2 && self.more_figures == 0 && self.rows < MANY_ROWS;
        self.has_rows_and_columns() && !is_cover
    }

    /// Do three rows have cells in the same columns: three columns, or two of which one holds figures or goes on for
    /// long?
    pub fn is_table(&self) -> bool {
        let shared = |columns: u32| {
            let is_shared = |(mask, rows): &(u128, u32)| *rows >= 3 && mask.count_ones() >= columns;
            self.shared.iter().any(is_shared)
        };
        shared(3) || (shared(2) && (self.more_figures != 0 || self.rows >= MANY_ROWS))
    }

    fn end_row(&mut self) {
        if self.filled == 0 {
            return;
        }
        self.rows += 1;
        self.widest = self.widest.max(self.filled.count_ones());
        let together = |(mask, rows): &(u128, u32)| (mask & self.filled, rows + 1);
        let mut shared: Vec<_> = self.shared.iter().map(together).collect();
        shared.push((self.filled, 1));
        for (mask, rows) in shared.into_iter().filter(|(mask, _)| mask.count_ones() >= 2) {
            self.share(mask, rows);
        }
        self.filled = 0;
    }

    fn share(&mut self, mask: u128, rows: u32) {
        const MOST: usize = 64;
        let is_full = self.shared.len() == MOST;
        match self.shared.iter_mut().find(|(known, _)| *known == mask) {
            Some((_, known)) => *known = rows.max(*known),
            None if is_full => {}
            None => self.shared.push((mask, rows)),
        }
    }
}

impl Sink for Survey {
    fn row(&mut self, _row: u32, _is_hidden: bool) {}

    fn cell(&mut self, (row, column): Position, value: &Value<'_>) -> Result<(), Stop> {
        if value.is_blank() {
            return Ok(());
        }
        self.cells += 1;
        if self.row != Some(row) {
            self.end_row();
            self.row = Some(row);
        }
        if self.cells > CELLS || self.is_table() {
            return Err(Stop::Enough);
        }
        let bit = if column < COLUMNS { 1_u128 << column } else { 0 };
        self.filled |= bit;
        if matches!(value, Value::Number(..) | Value::Moment(_) | Value::Unsaved | Value::Provisional) {
            self.more_figures |= self.figures & bit;
            self.figures |= bit;
        }
        let (first, last) = self.span.unwrap_or((column, column));
        self.span = Some((first.min(column), last.max(column)));
        Ok(())
    }

    fn calculated(&mut self) {}
}
