//! A general ledger as a FEC gives it, summed up by account and month, with the open items of its customers.
#![doc = include_str!("README.md")]

mod chart;
mod sales;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

pub use chart::Chart;
pub use sales::Sales;

use crate::conventions::{Conventions, FecSales, ReceivablesScope};
use crate::ledger::{Invoice, Ledger};
use crate::money::{self, Amount};
use crate::period::{Month, add_days};
use crate::series::{MonthRow, Series};

/// The first four digits of an account; shorter accounts end in zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Root(u16);

impl Root {
    /// The root of an account as it is written: `411000` and `411DUPONT` have 4110, `70` has 7000. What does not start
    /// with a digit belongs to no class, and has 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use encours::fec::Root;
    ///
    /// assert!(Root::of(b"411000").is_within(411));
    /// assert!(Root::of(b"411DUPONT").is_within(41));
    /// assert!(!Root::of(b"70").is_within(41));
    /// ```
    #[must_use]
    pub fn of(account: &[u8]) -> Self {
        let mut digits = account.iter().map_while(|byte| byte.is_ascii_digit().then(|| u16::from(byte - b'0')));
        Self((0..4).fold(0, |root, _| root * 10 + digits.next().unwrap_or(0)))
    }

    /// The first four digits as a number.
    #[must_use]
    pub const fn digits(self) -> u16 {
        self.0
    }

    /// The first digit, its class.
    #[must_use]
    pub const fn class(self) -> u16 {
        self.0 / 1000
    }

    /// Does the account start with these one to four digits?
    #[must_use]
    pub const fn is_within(self, prefix: u16) -> bool {
        let shown = match prefix {
            0..=9 => self.0 / 1000,
            10..=99 => self.0 / 100,
            100..=999 => self.0 / 10,
            _ => self.0,
        };
        shown == prefix
    }

    /// Is it one that holds what customers owe, whatever the scope? Neither credit notes to come (418, 419) nor
    /// impairment (491).
    #[must_use]
    pub const fn is_receivable(self) -> bool {
        self.is_within(41) && !self.is_within(418) && !self.is_within(419)
    }

    /// Is it one that customers are charged on? Bills of exchange (413) and doubtful debts (416) only take over what
    /// was.
    #[must_use]
    pub const fn is_charged(self) -> bool {
        self.is_receivable() && !self.is_within(413) && !self.is_within(416)
    }

    /// Is it one that holds what is owed to suppliers of goods and services (401, 403, 408)? Not those of fixed assets
    /// (404, 405), nor advances to them (409).
    const fn is_payable(self) -> bool {
        self.is_within(40) && !self.is_within(404) && !self.is_within(405) && !self.is_within(409)
    }

    /// Is it one that suppliers' invoices are posted on? Bills of exchange (403) only take over what was, and what is
    /// not invoiced yet (408) will be.
    const fn is_invoiced(self) -> bool {
        self.is_payable() && !self.is_within(403) && !self.is_within(408)
    }

    const fn is_in(self, scope: ReceivablesScope) -> bool {
        if self.is_within(416) {
            scope.doubtful
        } else if self.is_within(418) {
            scope.not_invoiced
        } else if self.is_within(419) {
            scope.advances
        } else if self.is_within(491) {
            scope.impairment
        } else {
            self.is_within(41)
        }
    }
}

/// Debits and credits, in ledger units.
#[derive(Clone, Copy, Debug, Default)]
pub struct Flow {
    /// Sum of the debits.
    pub debit: i128,
    /// Sum of the credits.
    pub credit: i128,
}

impl Flow {
    /// Debits less credits.
    #[must_use]
    pub const fn net(self) -> i128 {
        self.debit - self.credit
    }

    /// Adds another flow.
    pub const fn add(&mut self, other: Self) {
        self.debit += other.debit;
        self.credit += other.credit;
    }
}

/// The months of one account.
#[derive(Clone, Debug, Default)]
pub struct AccountMonths {
    /// Its balance as the opening entries bring it, debits above zero.
    pub opening: i128,
    /// Its flows month by month, the opening entries left out.
    pub months: Vec<Flow>,
}

/// One accounting year, of any number of months.
#[derive(Clone, Debug)]
pub struct Year {
    /// Its first month.
    pub first: Month,
    /// Date of its last entry.
    pub last_date: NaiveDate,
    /// Its accounts.
    pub accounts: BTreeMap<Root, AccountMonths>,
    /// How many months it has.
    pub months: usize,
    /// The chart its accounts are numbered by; of another one than the French nothing is read.
    pub chart: Chart,
    /// What its entries say about sales.
    pub sales: Sales,
    /// The lines on accounts of customers: debits as invoices, credits as negative ones, settled when lettering
    /// completes them. The mark of a dispute stands for a doubtful debt.
    pub items: Ledger,
    /// Those of the opening entries that do not say when they arose.
    pub undated_items: Ledger,
}

impl Year {
    fn last_month(&self) -> Month {
        self.first.plus(i32::try_from(self.months).unwrap_or(i32::MAX) - 1)
    }

    /// Balance of some accounts after each month; `None` if there is no such account.
    fn balances(&self, is_meant: impl Fn(Root) -> bool) -> Option<Vec<i128>> {
        let accounts: Vec<&AccountMonths> = self.meant(is_meant).collect();
        let mut balance: i128 = accounts.iter().map(|account| account.opening).sum();
        let after = |month: usize| {
            let flows = accounts.iter().filter_map(|account| account.months.get(month));
            balance += flows.map(|flow| flow.net()).sum::<i128>();
            balance
        };
        (!accounts.is_empty()).then(|| (0..self.months).map(after).collect())
    }

    /// Flow of some accounts in each month; `None` if there is no such account.
    fn flows(&self, is_meant: impl Fn(Root) -> bool) -> Option<Vec<Flow>> {
        let accounts: Vec<&AccountMonths> = self.meant(is_meant).collect();
        let flow = |month: usize| {
            let mut sum = Flow::default();
            accounts.iter().filter_map(|account| account.months.get(month)).for_each(|flow| sum.add(*flow));
            sum
        };
        (!accounts.is_empty()).then(|| (0..self.months).map(flow).collect())
    }

    fn meant(&self, is_meant: impl Fn(Root) -> bool) -> impl Iterator<Item = &AccountMonths> {
        self.accounts.iter().filter(move |(root, _)| is_meant(**root)).map(|(_, account)| account)
    }

    /// Balance of accounts 41x before its first entry, and after its last; nothing in a chart that is not read.
    #[must_use]
    pub fn receivables(&self) -> (i128, i128) {
        if self.chart != Chart::French {
            return (0, 0);
        }
        let opening = self.meant(|root| root.is_within(41)).map(|account| account.opening).sum();
        let closing = self.balances(|root| root.is_within(41)).and_then(|balances| balances.last().copied());
        (opening, closing.unwrap_or(0))
    }

    /// The lines of customers, those with a date first, as invoices due after `term_days`. A credit is due at once.
    pub fn due_after(&self, term_days: u32, scope: ReceivablesScope) -> impl Iterator<Item = Invoice> {
        due_after(&self.items, term_days, scope).chain(due_after(&self.undated_items, term_days, scope))
    }

    /// Its lines on accounts of customers as invoices, due after the term of the conventions. Those of the opening that
    /// do not say when they arose count as issued before the year.
    #[must_use]
    pub fn ledger(&self, conventions: &Conventions) -> Ledger {
        let before = add_days(self.first.first_day(), -1);
        let (term, scope) = (conventions.term_days, conventions.scope);
        let due = |items| due_after(items, term.unwrap_or_default(), scope);
        let undated = due(&self.undated_items).map(|item| Invoice { issued: item.issued.min(before), ..item });
        let all = due(&self.items).chain(undated);
        let all = all.map(|item| Invoice { due: item.due.filter(|_| term.is_some()), ..item });
        self.items.with_invoices(all.map(|item| (item, [].as_slice())))
    }

    /// Overdue receivables at every month-end up to `as_of`.
    fn overdue(&self, term_days: u32, scope: ReceivablesScope, as_of: NaiveDate) -> Vec<Option<Decimal>> {
        let mut positions = crate::ledger::Positions::new(self.first, as_of, true);
        for item in self.due_after(term_days, scope) {
            positions.hold(&item, item.outstanding());
        }
        positions.finish().months().map(|(_, row)| row.overdue).collect()
    }

    /// What customers are debited with, month by month; `None` if there are no accounts of customers.
    fn customer_debits(&self) -> Option<Vec<i128>> {
        self.flows(Root::is_charged).map(|flows| flows.iter().map(|flow| flow.debit).collect())
    }

    fn rows(&self, conventions: &Conventions, sales: FecSales) -> Vec<MonthRow> {
        if self.chart != Chart::French {
            return vec![MonthRow::default(); self.months];
        }
        let scope = conventions.scope;
        let receivables = self.balances(|root| root.is_in(scope));
        let of_entries = |months: &Vec<i128>| self.sales.has_entries.then(|| months.clone());
        let sales = match sales {
            FecSales::CustomerDebits => self.customer_debits(),
            FecSales::SalesEntries => of_entries(&self.sales.entries),
            FecSales::SalesAndVat | FecSales::Usual => of_entries(&self.sales.with_vat),
        };
        let revenue = self.flows(|root| root.is_within(70));
        let purchases = self.flows(|root| root.is_within(60));
        let payables = self.balances(Root::is_payable);
        let supplier_invoices = self.flows(Root::is_invoiced);
        let inventory = self.balances(|root| root.is_within(3));
        let overdue = conventions.term_days.filter(|_| receivables.is_some());
        let overdue = overdue.map(|term| self.overdue(term, scope, self.last_month().last_day()));
        let at = |amounts: &Option<Vec<i128>>, month: usize| {
            amounts.as_ref().and_then(|amounts| amounts.get(month)).map(|units| money::total(*units))
        };
        let of = |flows: &Option<Vec<Flow>>, month: usize, amount: fn(&Flow) -> i128| {
            flows.as_ref().and_then(|flows| flows.get(month)).map(|flow| money::total(amount(flow)))
        };
        let row = |month: usize| MonthRow {
            sales_incl_tax: at(&sales, month),
            sales_excl_tax: of(&revenue, month, |flow| -flow.net()),
            receivables: at(&receivables, month),
            overdue: overdue.as_ref().and_then(|overdue| overdue.get(month).copied().flatten()),
            disputed: None,
            disputed_overdue: None,
            factored: None,
            factored_overdue: None,
            purchases: of(&purchases, month, |flow| flow.net()),
            supplier_invoices: of(&supplier_invoices, month, |flow| flow.credit),
            cost_of_sales: None,
            // Accounts without any of class 3 are those of a company without inventory.
            inventory: Some(at(&inventory, month).unwrap_or_default()),
            payables: at(&payables, month).map(|balance| -balance),
        };
        (0..self.months).map(row).collect()
    }
}

fn due_after(items: &Ledger, term_days: u32, scope: ReceivablesScope) -> impl Iterator<Item = Invoice> {
    items.invoices().filter(move |item| item.standing.counts(scope)).map(move |item| {
        let term = if item.amount.is_negative() { 0 } else { i64::from(term_days) };
        Invoice { due: Some(add_days(item.issued, term)), ..item }
    })
}

/// The lines that charge something and are settled, or not paid by credits that are not: the oldest are paid first.
fn without_payments(lines: &Ledger) -> Ledger {
    let mut paid = vec![0_i64; lines.customer_count()];
    for credit in lines.invoices().filter(|line| line.settled.is_none() && line.amount.is_negative()) {
        if let Some(sum) = credit.customer.of_mut(&mut paid) {
            *sum = sum.saturating_sub(credit.open.units());
        }
    }
    let mut charged: Vec<Invoice> = lines.invoices().filter(|line| !line.amount.is_negative()).collect();
    charged.sort_by_key(|line| line.issued);
    for line in charged.iter_mut().filter(|line| line.settled.is_none()) {
        if let Some(sum) = line.customer.of_mut(&mut paid) {
            let taken = line.open.units().min(*sum);
            *sum -= taken;
            line.open = Amount::from_units(line.open.units() - taken);
            line.amount = line.open;
        }
    }
    charged.retain(|line| line.settled.is_some() || line.open.units() > 0);
    lines.with_invoices(charged.into_iter().map(|line| (line, [].as_slice())))
}

/// Days after which what was charged ought to be lettered.
const LETTERED_AFTER_DAYS: i64 = 60;

/// Consecutive accounting years, oldest first.
#[derive(Clone, Debug)]
pub struct Fec {
    years: Vec<Year>,
}

/// Why a year does not follow another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// A month that both have.
    pub month: Month,
}

impl Fec {
    /// One year.
    #[must_use]
    pub fn new(year: Year) -> Self {
        Self { years: vec![year] }
    }

    /// Adds the year that follows.
    ///
    /// # Errors
    ///
    /// [`Overlap`] if it starts before the last one ends.
    pub fn follow(&mut self, year: Year) -> Result<(), Overlap> {
        match self.years.last() {
            Some(last) if year.first <= last.last_month() => Err(Overlap { month: year.first }),
            _ => {
                self.years.push(year);
                Ok(())
            }
        }
    }

    /// Months between the last one and `first`, neither of them counted.
    #[must_use]
    pub fn months_until(&self, first: Month) -> usize {
        self.years.last().and_then(|year| first.since(year.last_month().plus(1))).unwrap_or(0)
    }

    /// The years.
    #[must_use]
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    /// The year that a date lies in, or the last one before it.
    #[must_use]
    pub fn year_of(&self, date: NaiveDate) -> Option<&Year> {
        self.years.iter().rev().find(|year| year.first <= Month::of(date))
    }

    /// The lines of customers up to a date as invoices that can be paid again: those of its year, and those of years before
    /// that were settled then, since what was not is in the opening of the next. Credits are taken for payments: those without
    /// lettering pay the oldest lines, nobody knows when, which are left out. Nothing where less than half of what was charged
    /// more than two months before the date is lettered: lines alone do not say then what was paid when.
    #[must_use]
    pub fn replayable(&self, as_of: NaiveDate, conventions: &Conventions) -> Option<Ledger> {
        let year = self.year_of(as_of)?;
        let mut all = year.ledger(conventions);
        for before in self.years.iter().take_while(|before| before.first < year.first) {
            let ledger = before.ledger(conventions);
            let end = before.last_month().last_day();
            let settled = ledger.invoices().filter(|item| item.settled.is_some_and(|day| day <= end));
            all.absorb(&ledger.with_invoices(settled.map(|item| (item, [].as_slice()))));
        }
        let old = add_days(as_of, -LETTERED_AFTER_DAYS);
        let (mut charged, mut lettered) = (0_i128, 0_i128);
        for item in all.invoices().filter(|item| !item.amount.is_negative() && item.issued <= old) {
            charged += i128::from(item.amount.units());
            lettered += if item.settled.is_some() { i128::from(item.amount.units()) } else { 0 };
        }
        (lettered > 0 && lettered * 2 >= charged).then(|| without_payments(&all))
    }

    /// The years, to be put together with others.
    #[must_use]
    pub fn into_years(self) -> Vec<Year> {
        self.years
    }

    /// Date of the last entry.
    #[must_use]
    pub fn last_date(&self) -> Option<NaiveDate> {
        self.years.last().map(|year| year.last_date)
    }

    /// Are its accounts numbered as in the French chart? Of others nothing is read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.years.iter().all(|year| year.chart == Chart::French)
    }

    /// The convention on sales that a choice stands for: itself, or the one that fits best.
    #[must_use]
    pub fn sales_convention(&self, choice: FecSales) -> FecSales {
        if choice == FecSales::Usual { sales::usual(&self.years) } else { choice }
    }

    /// Sales and balances month by month, under the conventions that say what counts among them.
    #[must_use]
    pub fn to_series(&self, conventions: &Conventions) -> Option<Series> {
        let first = self.years.first()?.first;
        let sales = self.sales_convention(conventions.fec_sales);
        let mut rows: Vec<MonthRow> = Vec::new();
        for year in &self.years {
            rows.resize(year.first.since(first)?, MonthRow::default());
            rows.extend(year.rows(conventions, sales));
        }
        Some(Series::new(first, rows))
    }

    /// Balances of the accounts of customers (41x, 491) at the end of the month of `as_of`, by their first three
    /// digits, in the scope or not.
    #[must_use]
    pub fn receivables_by_account(&self, as_of: NaiveDate) -> BTreeMap<String, Decimal> {
        self.by_account(as_of, (410..=419).chain([491]), 1)
    }

    /// Balances of the accounts of suppliers (40x), credits above zero.
    #[must_use]
    pub fn payables_by_account(&self, as_of: NaiveDate) -> BTreeMap<String, Decimal> {
        self.by_account(as_of, 400..=409, -1)
    }

    fn by_account(
        &self,
        as_of: NaiveDate,
        prefixes: impl Iterator<Item = u16>,
        sign: i128,
    ) -> BTreeMap<String, Decimal> {
        let Some(year) = self.year_of(as_of) else { return BTreeMap::new() };
        let month = Month::of(as_of).since(year.first).unwrap_or(0).min(year.months.saturating_sub(1));
        let balance = |prefix: u16| {
            let balances = year.balances(|root| root.is_within(prefix))?;
            Some((prefix.to_string(), money::published(money::total(sign * balances.get(month)?))))
        };
        prefixes.filter_map(balance).collect()
    }
}
