//! Balances at every month-end in one pass over the invoices.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

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
    dates: BalanceDates,
    months: Vec<Units>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Units {
    sales: i128,
    receivables: i128,
    overdue: i128,
    disputed: i128,
    disputed_overdue: i128,
    factored: i128,
    factored_overdue: i128,
}

impl Units {
    const fn take_off(&mut self, other: Self) {
        self.receivables -= other.receivables;
        self.overdue -= other.overdue;
        self.disputed -= other.disputed;
        self.disputed_overdue -= other.disputed_overdue;
    }
}

/// The month-ends from which an invoice is open and overdue, and the one at which it is no more.
struct Open {
    from: usize,
    overdue_from: Option<usize>,
    until: usize,
}

/// The first balance that a date is in time for, by lookup: the calendar is asked once a day, not once an invoice.
#[derive(Clone, Debug)]
struct BalanceDates {
    first_year: i32,
    /// By year from the first and day of the year, leap years' length for all.
    by_day: Vec<u32>,
    /// What is after the last of them.
    after: u32,
}

const LONGEST_YEAR: usize = 366;

impl BalanceDates {
    fn new(first: Month, as_of: NaiveDate, months: usize) -> Self {
        let first_year = first.first_day().year();
        let after = u32::try_from(months).unwrap_or(u32::MAX);
        let day = |year: i32, ordinal: u32| match NaiveDate::from_yo_opt(year, ordinal) {
            Some(date) if date <= as_of => u32::try_from(Month::of(date).since(first).unwrap_or(0)).unwrap_or(u32::MAX),
            _ => after,
        };
        let by_day = (first_year..=as_of.year()).flat_map(|year| (1..=366).map(move |ordinal| day(year, ordinal)));
        Self { first_year, by_day: by_day.collect(), after }
    }

    /// The position of that balance; the number of balances if the date is after the last.
    fn index(&self, date: NaiveDate) -> usize {
        let Ok(year) = usize::try_from(date.year() - self.first_year) else { return 0 };
        let day = usize::try_from(date.ordinal0()).unwrap_or(usize::MAX);
        let index = self.by_day.get((year * LONGEST_YEAR).saturating_add(day)).copied().unwrap_or(self.after);
        usize::try_from(index).unwrap_or(usize::MAX)
    }
}

impl Positions {
    /// Positions at every month-end from `first` on, the last one being `as_of`.
    #[must_use]
    pub fn new(first: Month, as_of: NaiveDate, knows_due_dates: bool) -> Self {
        let months = Month::of(as_of).since(first).map_or(0, |months| months + 1);
        let dates = BalanceDates::new(first, as_of, months);
        Self { first, as_of, knows_due_dates, dates, months: vec![Units::default(); months] }
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
        let Open { from, overdue_from, until } = self.open(invoice);
        self.spread_all(invoice, from..until, overdue_from, units);
    }

    /// Holds `amount` for as long beside the receivables: with a factor.
    pub fn hold_factored(&mut self, invoice: &Invoice, amount: Amount) {
        let units = i128::from(amount.units());
        let Open { from, overdue_from, until } = self.open(invoice);
        self.spread_factored(from..until, overdue_from, units);
    }

    /// The same of an amount that is worth something else at the end of each month, counted from the first.
    pub fn hold_at_rates(&mut self, invoice: &Invoice, at: impl Fn(usize) -> Amount) {
        let Open { from, overdue_from, until } = self.open(invoice);
        for month in from..until.min(self.months.len()) {
            self.spread_all(invoice, month..month + 1, overdue_from, i128::from(at(month).units()));
        }
    }

    /// Beside the receivables, at the rates of the end of each month.
    pub fn hold_factored_at_rates(&mut self, invoice: &Invoice, at: impl Fn(usize) -> Amount) {
        let Open { from, overdue_from, until } = self.open(invoice);
        for month in from..until.min(self.months.len()) {
            self.spread_factored(month..month + 1, overdue_from, i128::from(at(month).units()));
        }
    }

    /// From which month-end an invoice is open, and overdue, and at which it is no more.
    fn open(&self, invoice: &Invoice) -> Open {
        Open {
            from: self.index(invoice.issued),
            overdue_from: invoice.due.and_then(|due| due.succ_opt()).map(|from| self.index(from)),
            until: invoice.settled.map_or(self.months.len(), |settled| self.index(settled)),
        }
    }

    fn spread_all(&mut self, invoice: &Invoice, open: Range<usize>, overdue_from: Option<usize>, units: i128) {
        let Range { start: from, end: until } = open;
        self.spread(from, until, |month| &mut month.receivables, units);
        if invoice.standing.is_disputed() {
            self.spread(from, until, |month| &mut month.disputed, units);
        }
        if let Some(overdue_from) = overdue_from {
            let from = from.max(overdue_from);
            self.spread(from, until, |month| &mut month.overdue, units);
            if invoice.standing.is_disputed() {
                self.spread(from, until, |month| &mut month.disputed_overdue, units);
            }
        }
    }

    fn spread_factored(&mut self, open: Range<usize>, overdue_from: Option<usize>, units: i128) {
        self.spread(open.start, open.end, |month| &mut month.factored, units);
        if let Some(overdue_from) = overdue_from {
            self.spread(open.start.max(overdue_from), open.end, |month| &mut month.factored_overdue, units);
        }
    }

    /// The series these positions make.
    #[must_use]
    pub fn finish(self) -> Series {
        self.finish_without_credits(&[])
    }

    /// The series these positions make, less the balances of some of its customers in the months where they are in
    /// credit.
    #[must_use]
    pub fn finish_without_credits(self, customers: &[Self]) -> Series {
        let mut balances = self.balances();
        for customer in customers {
            let in_credit = customer.balances().into_iter().map(|balance| (balance.receivables < 0).then_some(balance));
            for (total, credit) in balances.iter_mut().zip(in_credit) {
                total.take_off(credit.unwrap_or_default());
            }
        }
        let rows = self.months.iter().zip(balances).map(|(month, open)| MonthRow {
            sales_incl_tax: Some(money::total(month.sales)),
            receivables: Some(money::total(open.receivables)),
            overdue: self.knows_due_dates.then(|| money::total(open.overdue)),
            disputed: Some(money::total(open.disputed)),
            disputed_overdue: self.knows_due_dates.then(|| money::total(open.disputed_overdue)),
            factored: Some(money::total(open.factored)),
            factored_overdue: self.knows_due_dates.then(|| money::total(open.factored_overdue)),
            ..MonthRow::default()
        });
        Series::new(self.first, rows.collect()).closed_on(self.as_of)
    }

    /// The balances at every month-end.
    fn balances(&self) -> Vec<Units> {
        let mut open = Units::default();
        let next = |month: &Units| {
            open.receivables += month.receivables;
            open.overdue += month.overdue;
            open.disputed += month.disputed;
            open.disputed_overdue += month.disputed_overdue;
            open.factored += month.factored;
            open.factored_overdue += month.factored_overdue;
            open
        };
        self.months.iter().map(next).collect()
    }

    fn index(&self, date: NaiveDate) -> usize {
        self.dates.index(date)
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
