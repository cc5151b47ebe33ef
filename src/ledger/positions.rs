//! Balances at every month-end in one pass over the invoices.

use chrono::NaiveDate;

use super::Invoice;
use crate::money::{self, Amount};
use crate::period::Month;
use crate::series::{MonthRow, Series};

/// Sales and balances of consecutive months, summed as invoices come by. The baseline and every scenario are measured
/// with it, so they cannot differ in anything but their invoices.
///
/// Balances are kept as differences from one month-end to the next: an invoice costs two additions, however long it
/// stays open.
#[derive(Clone, Debug)]
pub struct Positions {
    first: Month,
    as_of: NaiveDate,
    knows_due_dates: bool,
    months: Vec<Units>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Units {
    sales: i128,
    receivables: i128,
    overdue: i128,
    disputed: i128,
}

impl Positions {
    /// Positions at every month-end from `first` on, the last one being `as_of`.
    #[must_use]
    pub fn new(first: Month, as_of: NaiveDate, knows_due_dates: bool) -> Self {
        let months = Month::of(as_of).since(first).map_or(0, |months| months + 1);
        Self { first, as_of, knows_due_dates, months: vec![Units::default(); months] }
    }

    /// Counts `amount` in the sales of the month of `issued`, unless it is after the as-of date.
    pub fn sell(&mut self, issued: NaiveDate, amount: Amount) {
        let index = self.index(issued);
        if let Some(month) = self.months.get_mut(index) {
            month.sales += i128::from(amount.units());
        }
    }

    /// Holds `amount` in the receivables from the issue of `invoice` until its settlement, as overdue from the day
    /// after its due date.
    pub fn hold(&mut self, invoice: &Invoice, amount: Amount) {
        let units = i128::from(amount.units());
        if units == 0 {
            return;
        }
        let until = invoice.settled.map_or(self.months.len(), |settled| self.index(settled));
        let from = self.index(invoice.issued);
        self.spread(from, until, |month| &mut month.receivables, units);
        if invoice.disputed {
            self.spread(from, until, |month| &mut month.disputed, units);
        }
        if let Some(overdue_from) = invoice.due.and_then(|due| due.succ_opt()) {
            let from = from.max(self.index(overdue_from));
            self.spread(from, until, |month| &mut month.overdue, units);
        }
    }

    /// The series these positions make.
    #[must_use]
    pub fn finish(self) -> Series {
        let mut open = Units::default();
        let rows = self
            .months
            .iter()
            .map(|month| {
                open.receivables += month.receivables;
                open.overdue += month.overdue;
                open.disputed += month.disputed;
                MonthRow {
                    sales_incl_tax: Some(money::total(month.sales)),
                    receivables: Some(money::total(open.receivables)),
                    overdue: self.knows_due_dates.then(|| money::total(open.overdue)),
                    disputed: Some(money::total(open.disputed)),
                    ..MonthRow::default()
                }
            })
            .collect();
        Series::new(self.first, rows).closed_on(self.as_of)
    }

    /// The first balance that `date` is in time for; the number of months if it is after the as-of date.
    fn index(&self, date: NaiveDate) -> usize {
        if date > self.as_of {
            return self.months.len();
        }
        Month::of(date).since(self.first).unwrap_or(0)
    }

    fn spread(&mut self, from: usize, until: usize, of: impl Fn(&mut Units) -> &mut i128, units: i128) {
        if from >= until {
            return;
        }
        if let Some(month) = self.months.get_mut(from) {
            *of(month) += units;
        }
        if let Some(month) = self.months.get_mut(until) {
            *of(month) -= units;
        }
    }
}
