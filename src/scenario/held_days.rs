//! What stands in the receivables of a cell on the days of the window, added up, for every day it may be paid on.
//!
//! An invoice that is paid `p` days after issue stands there on the days of the window from its issue to the day before
//! its payment. Over the invoices of a cell, sorted by issue, that is a difference of two sums of `clamp(issue + p)`, which
//! running sums of amounts and of amounts × days give without a look at the invoices themselves.

use super::cells::{Cell, Cells};

/// Running sums over the invoices of all cells, in their order.
#[derive(Clone, Debug)]
pub struct HeldDays {
    /// First day of the window, as a day of the common era.
    first: i64,
    /// Days of the window.
    length: i64,
    /// Amounts of the invoices before each place, in ledger units.
    units: Vec<i64>,
    /// The same times the days from the first of the window to issue.
    moments: Vec<i128>,
}

impl HeldDays {
    /// Those of `cells` over the days from `first` to `last`.
    #[must_use]
    pub fn of(cells: &Cells, first: i32, last: i32) -> Self {
        let (mut units, mut moments) = (vec![0], vec![0]);
        let (mut sum, mut moment) = (0_i64, 0_i128);
        for (day, amount) in cells.all_invoices() {
            sum = sum.saturating_add(amount);
            moment += i128::from(amount) * i128::from(day - first);
            units.push(sum);
            moments.push(moment);
        }
        Self { first: first.into(), length: i64::from(last - first) + 1, units, moments }
    }

    /// Days of the window.
    #[must_use]
    pub const fn length(&self) -> i64 {
        self.length
    }

    /// For any number of days from issue to payment, amounts × days that the invoices of a cell stand in the receivables
    /// of the window.
    pub fn of_cell<'a>(&'a self, cells: &'a Cells, cell: &'a Cell) -> impl Fn(i32) -> i128 + 'a {
        let from_issue = self.clamped(cells, cell, 0);
        move |paid| if paid <= 0 { 0 } else { self.clamped(cells, cell, paid.into()) - from_issue }
    }

    /// Σ amount × (the day `age` days after issue, counted from the first of the window and kept within it).
    fn clamped(&self, cells: &Cells, cell: &Cell, age: i64) -> i128 {
        let days = cells.issue_days(cell);
        let (start, end) = (cell.invoices.start, cell.invoices.end);
        let place = |day: i64| start + days.partition_point(|issued| i64::from(*issued) < day);
        let (from, to) = (place(self.first - age), place(self.first + self.length - age));
        let units = |from: usize, to: usize| -> i128 {
            let at = |place: usize| self.units.get(place).copied().unwrap_or_default();
            i128::from(at(to) - at(from))
        };
        let moment = |place: usize| self.moments.get(place).copied().unwrap_or_default();
        units(to, end) * i128::from(self.length) + moment(to) - moment(from) + units(from, to) * i128::from(age)
    }
}
