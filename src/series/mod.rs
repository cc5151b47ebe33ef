//! A company month by month: the one shape every measure is computed from, pasted as such or drawn from a ledger.

mod window;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::error::Error;
use crate::period;
use crate::period::{Month, is_month_end};

pub use window::Window;

/// What is known of one month. Flows are of the month, balances at its end; `None` is unknown, never zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthRow {
    /// Sales including tax.
    pub sales_incl_tax: Option<Decimal>,
    /// Sales excluding tax.
    pub sales_excl_tax: Option<Decimal>,
    /// Receivables, tax included.
    pub receivables: Option<Decimal>,
    /// The part of the receivables due before the end of the month.
    pub overdue: Option<Decimal>,
    /// The part of the receivables in dispute, overdue or not.
    pub disputed: Option<Decimal>,
    /// The part of the receivables that is both; where it is not known, disputes are taken to be overdue.
    pub disputed_overdue: Option<Decimal>,
    /// Receivables handed over to a factor, beside `receivables` or, where they count, among them.
    pub factored: Option<Decimal>,
    /// The part of these due before the end of the month.
    pub factored_overdue: Option<Decimal>,
    /// Purchases: including tax as typed and pasted, excluding it from a FEC.
    pub purchases: Option<Decimal>,
    /// What suppliers invoiced, tax included, where it is known apart from the purchases.
    pub supplier_invoices: Option<Decimal>,
    /// Cost of sales.
    pub cost_of_sales: Option<Decimal>,
    /// Inventory.
    pub inventory: Option<Decimal>,
    /// Payables, tax included.
    pub payables: Option<Decimal>,
}

impl MonthRow {
    /// Every figure of the month.
    const fn figures(&mut self) -> [&mut Option<Decimal>; 13] {
        [
            &mut self.sales_incl_tax,
            &mut self.sales_excl_tax,
            &mut self.receivables,
            &mut self.overdue,
            &mut self.disputed,
            &mut self.disputed_overdue,
            &mut self.factored,
            &mut self.factored_overdue,
            &mut self.purchases,
            &mut self.supplier_invoices,
            &mut self.cost_of_sales,
            &mut self.inventory,
            &mut self.payables,
        ]
    }

    /// Takes from `other` the figures that are not known; `false`, and nothing taken, if both know one.
    fn complete_with(&mut self, other: &Self) -> bool {
        let mut new = other.clone();
        let is_known_twice =
            self.figures().into_iter().zip(new.figures()).any(|(own, new)| own.is_some() && new.is_some());
        if !is_known_twice {
            self.fill_with(other);
        }
        !is_known_twice
    }

    /// Takes what `other` knows and it does not.
    fn fill_with(&mut self, other: &Self) {
        for (own, new) in self.figures().into_iter().zip(other.clone().figures()) {
            *own = own.or(*new);
        }
    }
}

/// Consecutive months, oldest first, up to an as-of date; a month nobody gave is an empty row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    first: Month,
    as_of: NaiveDate,
    rows: Vec<MonthRow>,
}

impl Series {
    /// A series of `rows` from month `first`, closed at the end of its last month.
    #[must_use]
    pub fn new(first: Month, rows: Vec<MonthRow>) -> Self {
        let months = i32::try_from(rows.len()).unwrap_or(i32::MAX);
        Self { first, as_of: first.plus(months - 1).last_day(), rows }
    }

    /// Adds what `other` knows that is not known yet; the first month of which both give the same figure, if there is
    /// one. Sales of one table and receivables of another so become one series.
    pub fn absorb(&mut self, other: &Self) -> Option<Month> {
        let first = self.first.min(other.first);
        let last = self.last_month().max(other.last_month());
        let length = last.since(first)?;
        let mut rows = vec![MonthRow::default(); length + 1];
        let mut both = None;
        for (month, row) in self.months().chain(other.months()) {
            let Some(slot) = month.since(first).and_then(|index| rows.get_mut(index)) else { continue };
            if !slot.complete_with(row) {
                both = both.or(Some(month));
            }
        }
        *self = Self::new(first, rows);
        both
    }

    /// The history up to `as_of`. A date inside a month is possible only in the last month, whose sales are then those
    /// to date.
    ///
    /// # Errors
    ///
    /// [`Error::AsOfOutsideHistory`], [`Error::AsOfInsideMonth`].
    pub fn up_to(&self, as_of: NaiveDate) -> Result<Self, Error> {
        let last = self.last_month();
        let outside = || Error::AsOfOutsideHistory { as_of, first: self.first.last_day(), last: last.last_day() };
        let month = Month::of(as_of);
        if month > last {
            return Err(outside());
        }
        let kept = month.since(self.first).ok_or_else(outside)?;
        if month < last && !is_month_end(as_of) {
            return Err(Error::AsOfInsideMonth { as_of });
        }
        Ok(Self { first: self.first, as_of, rows: self.rows.iter().take(kept + 1).cloned().collect() })
    }

    /// The same series, its last month known up to `as_of` only.
    #[must_use]
    pub fn closed_on(mut self, as_of: NaiveDate) -> Self {
        self.as_of = as_of;
        self
    }

    /// The date of the last balances.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The first month.
    #[must_use]
    pub const fn first_month(&self) -> Month {
        self.first
    }

    /// The last month.
    #[must_use]
    pub fn last_month(&self) -> Month {
        self.first.plus(i32::try_from(self.rows.len()).unwrap_or(i32::MAX) - 1)
    }

    /// The rows, oldest first, with their months.
    #[must_use = "it only iterates"]
    pub fn months(&self) -> impl DoubleEndedIterator<Item = (Month, &MonthRow)> {
        let first = self.first;
        self.rows.iter().enumerate().map(move |(index, row)| (first.plus(i32::try_from(index).unwrap_or(0)), row))
    }

    /// The last row, whose balances are those of the as-of date.
    #[must_use]
    pub fn last(&self) -> MonthRow {
        self.rows.last().cloned().unwrap_or_default()
    }

    /// The row of a month.
    #[must_use]
    pub fn row(&self, month: Month) -> Option<&MonthRow> {
        self.rows.get(month.since(self.first)?)
    }

    /// Days of `month` up to the as-of date.
    #[must_use]
    pub fn elapsed_days(&self, month: Month) -> u32 {
        if month == Month::of(self.as_of) {
            u32::try_from(period::days_between(month.first_day(), self.as_of) + 1).unwrap_or(0)
        } else {
            month.days()
        }
    }

    /// Month-ends with receivables: the dates a report can be asked for, newest first.
    #[must_use]
    pub fn as_of_choices(&self) -> Vec<NaiveDate> {
        self.months().rev().filter(|(_, row)| row.receivables.is_some()).map(|(month, _)| month.last_day()).collect()
    }

    /// The same series with every amount of sales excluding tax given also including `vat_percent`, where the latter
    /// is not known.
    #[must_use]
    pub fn with_vat(mut self, vat_percent: Decimal) -> Self {
        let factor = Decimal::ONE + vat_percent / Decimal::ONE_HUNDRED;
        for row in &mut self.rows {
            row.sales_incl_tax = row.sales_incl_tax.or_else(|| row.sales_excl_tax.map(|sales| sales * factor));
        }
        self
    }

    /// The same series with every row changed.
    #[must_use]
    pub fn changed(mut self, mut change: impl FnMut(Month, &mut MonthRow)) -> Self {
        for (month, row) in (0..).map(|index| self.first.plus(index)).zip(&mut self.rows) {
            change(month, row);
        }
        self
    }

    /// Balances of its last day alone, as the last of at least `months` months: nothing is known of the others, nor of any
    /// sales.
    #[must_use]
    pub fn picture(&self, months: u32) -> Self {
        let MonthRow { receivables, overdue, disputed, disputed_overdue, factored, factored_overdue, .. } = self.last();
        let last = MonthRow {
            receivables,
            overdue,
            disputed,
            disputed_overdue,
            factored,
            factored_overdue,
            ..MonthRow::default()
        };
        let known = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        Self::picture_of(last, self.as_of, months.max(known))
    }

    /// Balances of a day, as the last of `months` months of which nothing else is known.
    #[must_use]
    pub fn picture_of(last: MonthRow, as_of: NaiveDate, months: u32) -> Self {
        let before = months.max(1) - 1;
        let first = Month::of(as_of).plus(-before.cast_signed());
        let rows = (0..before).map(|_| MonthRow::default()).chain([last]).collect();
        Self::new(first, rows).closed_on(as_of)
    }

    /// The same series without what is owed: sales alone.
    #[must_use]
    pub fn without_balances(mut self) -> Self {
        for row in &mut self.rows {
            (row.receivables, row.overdue, row.disputed, row.disputed_overdue) = (None, None, None, None);
            (row.factored, row.factored_overdue) = (None, None);
        }
        self
    }

    /// The same series with the sales and, where `is_owed`, the receivables of another for its purchases and payables.
    #[must_use]
    pub fn with_purchases(mut self, bought: &Self, is_owed: bool) -> Self {
        let first = self.first;
        for (month, of) in bought.months() {
            let Some(row) = month.since(first).and_then(|at| self.rows.get_mut(at)) else { continue };
            row.purchases = of.sales_incl_tax;
            row.payables = of.receivables.filter(|_| is_owed);
        }
        self
    }

    /// Does it say what was sold in a month up to a day? Of a month that is not over by then if it is the last one known: its
    /// sales are those to date.
    #[must_use]
    pub fn knows_sales_until(&self, day: NaiveDate) -> bool {
        let month = Month::of(day);
        let is_to_date = is_month_end(day) || self.last_month() == month;
        is_to_date && self.row(month).is_some_and(|row| row.sales().is_some())
    }

    /// The balances of its last day, as those of the last month of another that [knows](Self::knows_sales_until) what was sold
    /// until then. Of earlier months only what the other says is known.
    #[must_use]
    pub fn with_sales(&self, sold: &Self) -> Self {
        let until = sold.months().take_while(|(month, _)| *month <= self.last_month());
        let mut rows: Vec<MonthRow> = until.map(|(_, row)| row.clone()).collect();
        if let Some(last) = rows.last_mut() {
            let months = std::mem::replace(last, self.last());
            last.fill_with(&months);
        }
        Self::new(sold.first, rows).closed_on(self.as_of)
    }

    /// Does it say what was sold, and of no month what is owed?
    #[must_use]
    pub fn is_of_sales(&self) -> bool {
        self.rows.iter().all(|row| row.receivables.is_none()) && self.rows.iter().any(|row| row.sales().is_some())
    }

    /// The same series without what is in dispute.
    #[must_use]
    pub fn without_disputes(mut self) -> Self {
        for row in &mut self.rows {
            let Some(disputed) = row.disputed else { continue };
            let of_overdue = row.disputed_of_overdue();
            row.receivables = row.receivables.map(|receivables| receivables - disputed);
            row.overdue = row.overdue.zip(of_overdue).map(|(overdue, disputed)| overdue - disputed);
            row.disputed = Some(Decimal::ZERO);
            row.disputed_overdue = of_overdue.map(|_| Decimal::ZERO);
        }
        self
    }

    /// The same series with what was handed over to a factor among the receivables, or, where they count, without it.
    #[must_use]
    pub fn with_factored(mut self, is_added: bool) -> Self {
        let sign = if is_added { Decimal::ONE } else { Decimal::NEGATIVE_ONE };
        let moved = |balance: Option<Decimal>, factored: Option<Decimal>| {
            balance.map(|balance| balance + factored.unwrap_or_default() * sign)
        };
        for row in &mut self.rows {
            row.receivables = moved(row.receivables, row.factored);
            row.overdue = moved(row.overdue, row.factored_overdue);
        }
        self
    }

    /// Are sales of some month known excluding tax only, while receivables always include it?
    #[must_use]
    pub fn mixes_tax(&self) -> bool {
        self.rows.iter().any(|row| row.sales_excl_tax.is_some() && row.sales_incl_tax.is_none())
    }
}

impl MonthRow {
    /// Sales including tax; excluding tax where nothing else is known, which the report flags.
    #[must_use]
    pub fn sales(&self) -> Option<Decimal> {
        self.sales_incl_tax.or(self.sales_excl_tax)
    }

    /// What is both overdue and in dispute. Where nothing says it, disputes are taken to be overdue as far as there is
    /// anything overdue; `None` if nothing is known of either.
    #[must_use]
    pub fn disputed_of_overdue(&self) -> Option<Decimal> {
        self.disputed_overdue
            .or_else(|| self.disputed.zip(self.overdue).map(|(disputed, overdue)| disputed.min(overdue)))
    }
}
