//! The invoices of a ledger, put together where levers treat them alike.
//!
//! What a lever makes of an invoice depends on its term, the day it is paid on, and which scopes it falls in: invoices
//! that agree in these are a cell, and a scenario asks each cell once, not each invoice.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;

use super::credits::Covered;
use super::open_items::{OpenInvoice, OpenParts};
use super::payment::{Days, Facts, FineDays, Payment};
use super::structure::Structure;
use super::usual::RETENTION_DAYS;
use crate::behaviour::Study;
use crate::conventions::ReceivablesScope;
use crate::error::Error;
use crate::ledger::{Invoice, Ledger};
use crate::measures::days_to_pay::DaysSum;
use crate::period::days_between;

/// A payment that nobody expects.
pub const NEVER: i32 = i32::MAX / 4;

/// What decides how levers treat an invoice, but for the day it is paid on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Traits {
    /// Issue date.
    pub issued: NaiveDate,
    /// Due date, as it is or from a typed term.
    pub due: Option<NaiveDate>,
    /// In dispute?
    pub disputed: bool,
    /// Levers whose customers and amounts it meets, one bit each.
    pub class: u16,
    /// Is it in no sales?
    pub on_account: bool,
    /// Whose it is, where customers are told apart.
    pub group: u32,
}

/// Invoices that levers treat alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Profile {
    /// Days from issue to the due date.
    pub due: Option<i32>,
    /// Days from issue to payment, or [`NEVER`].
    pub paid: i32,
    /// In dispute?
    pub disputed: bool,
    /// Levers whose customers and amounts they meet, one bit each.
    pub class: u16,
    /// Which longest terms the law gives them, as a place in [`Cells::longest_terms`].
    pub regime: u16,
    /// Whose they are, where customers are told apart.
    pub group: u32,
}

/// A cell: a kind, and where its invoices are.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What its invoices have in common.
    pub kind: Profile,
    /// Their places in [`Cells::days`] and [`Cells::amounts`].
    pub invoices: Range<usize>,
    /// What was sold by them in the window, in ledger units: more than they stand for in the receivables where a part was
    /// paid on unknown days.
    pub sales: i128,
    /// How many of them were issued in the window and settled.
    pub settled: u64,
}

/// The invoices of a ledger by cell. Open ones are there in parts: one for each day they may be paid on.
#[derive(Clone, Debug)]
pub struct Cells {
    /// The cells.
    pub list: Vec<Cell>,
    /// Issue dates, as days of the common era, cell by cell.
    days: Vec<i32>,
    /// Amounts in ledger units, in the same order.
    amounts: Vec<i64>,
    longest_terms: Vec<Vec<Option<FineDays>>>,
    /// How late undisputed invoices are paid, in whole days; after issue where no due date is known.
    pub usual_late: i32,
    /// Days to pay of what was settled in the window.
    pub to_pay: DaysSum,
    /// Invoices issued in the window.
    pub issued: u64,
    /// Sales of the window that are due after so long that they are retention, in ledger units.
    pub retained: i128,
    /// What is open and expected to be paid, in ledger units.
    pub movable: i128,
    /// What is open and not expected to be paid, or left alone.
    pub left_alone: i128,
    /// Was nothing ever paid, so that open invoices not yet due are taken to be paid on their due date?
    pub assumes_punctual: bool,
}

/// From one issue day to another.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// First day.
    pub from: i32,
    /// Last day.
    pub to: i32,
}

impl Stretch {
    /// All of time.
    pub const fn all() -> Self {
        Self { from: i32::MIN, to: i32::MAX }
    }
}

/// What the cells are made of.
pub struct ObservedLedger<'a> {
    /// The invoices.
    pub ledger: &'a Ledger,
    /// How they are paid.
    pub study: &'a Study,
    /// The date of the figures.
    pub as_of: NaiveDate,
    /// First day of the window.
    pub window_start: NaiveDate,
    /// What counts as receivables.
    pub scope: ReceivablesScope,
    /// The group of each customer, where they are told apart; else empty.
    pub groups: &'a [u32],
}

impl Cells {
    /// The cells of a ledger.
    ///
    /// # Errors
    ///
    /// [`Error::AmountTooLarge`] if all amounts together leave the range of a ledger unit; those of a regime.
    pub fn of(source: &ObservedLedger<'_>, structure: &Structure) -> Result<Self, Error> {
        let &ObservedLedger { ledger, as_of, scope, .. } = source;
        let (first, _) = ledger.issue_span().ok_or(Error::NoData)?;
        let mut regimes = structure.regimes(first, as_of)?;
        let classes = structure.classes(ledger);
        let due_dates = structure.due_dates(ledger);
        let alike = |invoice: &Invoice| Traits {
            issued: invoice.issued,
            due: due_dates.of(invoice),
            disputed: invoice.standing.is_disputed(),
            class: classes.of(invoice),
            on_account: invoice.on_account,
            group: invoice.customer.of(source.groups).copied().unwrap_or(0),
        };
        let mut collector = Collector::of(source.window_start.num_days_from_ce());
        let mut kind = |alike: &Traits, paid: i32| {
            let due = alike.due.map(|due| small(days_between(alike.issued, due)));
            let regime = regimes.binding(alike.issued, due);
            Profile { due, paid, disputed: alike.disputed, class: alike.class, regime, group: alike.group }
        };
        let in_credit = if scope.credit_balances { Vec::new() } else { customers_in_credit(ledger, as_of) };
        let mut covered = Covered::of(ledger, as_of, scope);
        let (mut to_pay, mut late) = (DaysSum::default(), DaysSum::default());
        let (mut movable, mut left_alone) = (0, 0);
        let (mut issued_count, mut retained) = (0, 0);
        let mut open = Vec::new();
        for (place, invoice) in ledger.invoices().enumerate() {
            // Credit notes stay as they are, and so does what they cover.
            let covered = covered.at(place);
            let (amount, still_open) = (invoice.amount.units(), invoice.open.units().max(0));
            if invoice.issued > as_of || !invoice.standing.counts(scope) || (amount < 0 && still_open == 0) {
                continue;
            }
            let alike = alike(&invoice);
            let issued = alike.issued.num_days_from_ce();
            if alike.issued >= source.window_start && !invoice.on_account {
                issued_count += u64::from(invoice.count);
                let is_retained = alike.due.is_some_and(|due| days_between(alike.issued, due) > RETENTION_DAYS.into());
                retained += if is_retained { i128::from(amount) } else { 0 };
            }
            let Some(settled) = invoice.settled else {
                let is_left = invoice.customer.of(&in_credit) == Some(&true);
                let covered_open = covered.min(still_open);
                let left = if is_left { 0 } else { still_open - covered_open };
                left_alone += i128::from(still_open - left);
                if left > 0 {
                    open.push(OpenInvoice { customer: invoice.customer, alike, left });
                }
                // What was paid of it on unknown days is in no receivables, but in sales.
                let paid = amount - still_open - (covered - covered_open);
                if !invoice.on_account && paid > 0 {
                    collector.add_sales(kind(&alike, NEVER), issued, paid);
                }
                continue;
            };
            let paid = days_between(invoice.issued, settled);
            if !invoice.standing.is_disputed() && settled <= as_of {
                late.add(days_between(alike.due.unwrap_or(invoice.issued), settled), invoice.amount, invoice.count);
            }
            if (source.window_start..=as_of).contains(&settled) {
                to_pay.add(paid, invoice.amount, invoice.count);
            }
            let left = amount - covered;
            if left > 0 {
                let number = collector.add(kind(&alike, small(paid)), issued, left, !invoice.on_account);
                if !invoice.on_account {
                    collector.settle(number, issued, invoice.count);
                }
            }
        }
        let open_until = ledger.observed_until().map_or(as_of, |observed| observed.max(as_of));
        let parts = OpenParts { study: source.study, open_until };
        parts.each(open, &mut |alike, paid, units| {
            let sum = if paid == NEVER { &mut left_alone } else { &mut movable };
            *sum += i128::from(units);
            if units != 0 {
                collector.add(kind(alike, paid), alike.issued.num_days_from_ce(), units, !alike.on_account);
            }
        });
        let usual_late = late.mean().ok().and_then(|mean| mean.weighted).unwrap_or_default();
        let Collected { list, days, amounts } = collector.finish()?;
        let mut cells = Self {
            list,
            days,
            amounts,
            longest_terms: regimes.longest_terms.into_iter().map(in_fine_days).collect(),
            usual_late: usual_late.round().to_i32().unwrap_or(0).max(0),
            to_pay,
            issued: issued_count,
            retained,
            movable,
            left_alone,
            assumes_punctual: !source.study.has_payments(),
        };
        cells.sort();
        Ok(cells)
    }

    /// The payment of a kind as it is.
    #[must_use]
    pub fn payment(kind: &Profile) -> Payment<FineDays> {
        Payment { due: kind.due.map(FineDays::of), paid: FineDays::of(kind.paid) }
    }

    /// What effects need to know of a kind.
    #[must_use]
    pub fn facts(&self, kind: &Profile) -> Facts<'_, FineDays> {
        let longest_terms = self.longest_terms.get(usize::from(kind.regime)).map_or(&[][..], Vec::as_slice);
        Facts { longest_terms, usual_late: FineDays::of(self.usual_late) }
    }

    /// Issue day and amount of the invoices of a cell, oldest first.
    pub fn invoices(&self, cell: &Cell) -> impl Iterator<Item = (i32, i64)> {
        self.invoices_in(cell, Stretch::all())
    }

    /// Issue days of the invoices of a cell, oldest first.
    #[must_use]
    pub fn issue_days(&self, cell: &Cell) -> &[i32] {
        self.days.get(cell.invoices.clone()).unwrap_or_default()
    }

    /// The invoices of a cell that were issued in a stretch of time.
    pub fn invoices_in(&self, cell: &Cell, stretch: Stretch) -> impl Iterator<Item = (i32, i64)> {
        let days = self.issue_days(cell);
        let amounts = self.amounts.get(cell.invoices.clone()).unwrap_or_default();
        let start = days.partition_point(|day| *day < stretch.from);
        let end = days.partition_point(|day| *day <= stretch.to);
        let some = days.get(start..end).unwrap_or_default().iter().copied();
        some.zip(amounts.get(start..end).unwrap_or_default().iter().copied())
    }

    /// Puts the invoices of every cell in the order of their issue, which most lists have already.
    fn sort(&mut self) {
        for cell in &self.list {
            let Some(days) = self.days.get_mut(cell.invoices.clone()) else { continue };
            if days.is_sorted() {
                continue;
            }
            let Some(amounts) = self.amounts.get_mut(cell.invoices.clone()) else { continue };
            let mut both: Vec<(i32, i64)> = days.iter().copied().zip(amounts.iter().copied()).collect();
            both.sort_unstable();
            for ((day, amount), sorted) in days.iter_mut().zip(amounts).zip(both) {
                (*day, *amount) = sorted;
            }
        }
    }
}

/// Invoices as they come, numbered by kind.
struct Collector {
    window_start: i32,
    numbers: FxHashMap<Profile, u32>,
    /// Their invoices are put together in the end.
    cells: Vec<Cell>,
    entries: Vec<(u32, i32, i64)>,
}

/// Invoices put together by kind.
struct Collected {
    list: Vec<Cell>,
    days: Vec<i32>,
    amounts: Vec<i64>,
}

impl Collector {
    fn of(window_start: i32) -> Self {
        Self { window_start, numbers: FxHashMap::default(), cells: Vec::new(), entries: Vec::new() }
    }

    fn number(&mut self, kind: Profile) -> u32 {
        let next = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(kind).or_insert_with(|| {
            self.cells.push(Cell { kind, invoices: 0..0, sales: 0, settled: 0 });
            next
        })
    }

    /// Adds what stands in the receivables, which is sold or only moved; answers its number.
    fn add(&mut self, kind: Profile, day: i32, units: i64, is_sold: bool) -> u32 {
        let number = self.number(kind);
        self.entries.push((number, day, units));
        if is_sold {
            self.sell(number, day, units);
        }
        number
    }

    /// Adds what is sold and stands in no receivables.
    fn add_sales(&mut self, kind: Profile, day: i32, units: i64) {
        let number = self.number(kind);
        self.sell(number, day, units);
    }

    fn sell(&mut self, number: u32, day: i32, units: i64) {
        if let Some(cell) = self.in_window(number, day) {
            cell.sales += i128::from(units);
        }
    }

    /// Counts invoices that are settled, whatever was left of them by credits.
    fn settle(&mut self, number: u32, day: i32, count: u32) {
        if let Some(cell) = self.in_window(number, day) {
            cell.settled += u64::from(count);
        }
    }

    /// The cell of a number, for what was issued in the window.
    fn in_window(&mut self, number: u32, day: i32) -> Option<&mut Cell> {
        (day >= self.window_start).then_some(())?;
        self.cells.get_mut(usize::try_from(number).ok()?)
    }

    /// The invoices of each kind together: the cells, and the issue days and amounts they name.
    fn finish(self) -> Result<Collected, Error> {
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let mut counts = vec![0; self.cells.len()];
        let mut total: i64 = 0;
        for (number, _, units) in &self.entries {
            if let Some(count) = counts.get_mut(place(*number)) {
                *count += 1;
            }
            total = total.checked_add(*units).ok_or(Error::AmountTooLarge)?;
        }
        let mut end = 0;
        let ranges = counts.into_iter().map(|count| {
            let start = end;
            end += count;
            start..start
        });
        let mut list = self.cells;
        list.iter_mut().zip(ranges).for_each(|(cell, invoices)| cell.invoices = invoices);
        let (mut days, mut amounts) = (vec![0; end], vec![0; end]);
        for (number, day, units) in self.entries {
            let Some(cell) = list.get_mut(place(number)) else { continue };
            if let Some((slot, amount)) = days.get_mut(cell.invoices.end).zip(amounts.get_mut(cell.invoices.end)) {
                (*slot, *amount) = (day, units);
            }
            cell.invoices.end += 1;
        }
        Ok(Collected { list, days, amounts })
    }
}

/// Customers whose balance is in their favour at the date: where such balances do not count, no lever moves what they
/// owe.
fn customers_in_credit(ledger: &Ledger, as_of: NaiveDate) -> Vec<bool> {
    let mut balances = vec![0_i128; ledger.customer_count()];
    for invoice in ledger.invoices() {
        if let Some(balance) = invoice.customer.of_mut(&mut balances) {
            *balance += i128::from(invoice.outstanding_at(as_of).units());
        }
    }
    balances.into_iter().map(|balance| balance < 0).collect()
}

fn in_fine_days(terms: Vec<Option<i32>>) -> Vec<Option<FineDays>> {
    terms.into_iter().map(|term| term.map(FineDays::of)).collect()
}

/// Days from issue, as cells keep them.
pub fn small(days: i64) -> i32 {
    i32::try_from(days).unwrap_or(NEVER)
}
