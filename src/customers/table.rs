//! The sums of every customer, in one pass over the invoices.

use std::rc::Rc;

use chrono::NaiveDate;

use super::answer::WholeDso;
use crate::aged_balance::{AgedBalance, BOUNDS, CustomerAges};
use crate::at::At;
use crate::behaviour::Study;
use crate::conventions::Conventions;
use crate::data::{Data, Dataset};
use crate::error::Error;
use crate::ledger::{Invoice, Ledger};
use crate::measures::aging::Ages;
use crate::measures::days_to_pay::DaysSum;
use crate::measures::{AccountingDso, Basis, RollBackDso, newest_first};
use crate::money::product;
use crate::period::{Month, add_months, day_number};
use crate::series::{Series, Window};

/// Months of its own sales that the roll-back DSO of a customer looks at.
const SALES_MONTHS: usize = 36;

/// Sums of one customer.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// Its name.
    pub name: String,
    pub receivables: i128,
    pub overdue: i128,
    pub disputed: i128,
    /// Both overdue and disputed.
    pub disputed_overdue: i128,
    /// What is overdue, by the days it has been; credit notes left out.
    pub overdue_days: DaysSum,
    /// What it owed at the end of each day of the window, added up; and what of it was overdue, credit notes left out.
    pub owed_days: i128,
    pub late_days: i128,
    /// Sales of the window.
    pub sales: i128,
    pub to_pay: DaysSum,
    pub late: DaysSum,
    /// How many invoices and credit notes were issued by the date; of an aged balance, how many rows there are.
    pub count: u32,
    /// Was it in credit, so that it owes nothing where credit balances are left out?
    pub is_in_credit: bool,
    /// Late payment of the last three months, and of the twelve before.
    pub recent: Lateness,
    pub before: Lateness,
}

impl Account {
    /// Adds what another one sums up.
    pub fn absorb(&mut self, other: &Self) {
        self.receivables += other.receivables;
        self.overdue += other.overdue;
        self.disputed += other.disputed;
        self.disputed_overdue += other.disputed_overdue;
        self.overdue_days.absorb(&other.overdue_days);
        self.owed_days += other.owed_days;
        self.late_days += other.late_days;
        self.sales += other.sales;
        self.to_pay.absorb(&other.to_pay);
        self.late.absorb(&other.late);
        self.count = self.count.saturating_add(other.count);
        for (sum, more) in [(&mut self.recent, &other.recent), (&mut self.before, &other.before)] {
            sum.settled.absorb(&more.settled);
            sum.open.absorb(&more.open);
        }
    }
}

/// Late payment in a period.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lateness {
    /// Of what was paid in it.
    pub settled: DaysSum,
    /// Of what was overdue at its end.
    pub open: DaysSum,
}

impl Lateness {
    /// Of both.
    pub fn all(&self) -> DaysSum {
        let mut all = self.settled;
        all.absorb(&self.open);
        all
    }

    /// Counts an invoice at its payment, if it was paid after `start` and up to `end`, else at `end`, if it was overdue then.
    fn count(&mut self, invoice: &Invoice, days: &Days, due: i64, start: i64, end: i64) {
        match days.settled {
            Some(paid) if paid <= end => {
                if paid > start {
                    self.settled.add(paid - due, invoice.amount, invoice.count);
                }
            }
            _ if invoice.outstanding().units() == 0 || due >= end => {}
            _ => self.open.add(end - due, invoice.amount, invoice.count),
        }
    }
}

/// Every customer of a dataset at one date.
#[derive(Clone, Debug)]
pub struct CustomerTable {
    pub(crate) as_of: NaiveDate,
    pub(crate) conventions: Conventions,
    pub(crate) window: Window,
    pub(crate) accounts: Vec<Account>,
    pub(crate) bounds: Vec<u32>,
    /// By customer, then by band.
    pub(crate) ages: Vec<i64>,
    /// By customer, then by month, newest first. Empty where no sales are known by customer.
    pub(crate) sales: Vec<i64>,
    pub(crate) sales_months: usize,
    /// Days of those months.
    pub(crate) month_days: Vec<u32>,
    pub(crate) knows_due_dates: bool,
    pub(crate) knows_disputes: bool,
    /// Does the data say what was owed before the date?
    pub(crate) knows_past: bool,
    /// Of all customers.
    pub(crate) dso: Option<WholeDso>,
    pub(crate) study: Option<Rc<Study>>,
}

impl CustomerTable {
    /// The customers of a dataset; `study` is how they pay, where that was looked at before.
    ///
    /// # Errors
    ///
    /// Those of a report; [`Error::NoCustomers`] if the data does not tell them apart.
    pub fn of(dataset: &Dataset, at: &At, study: Option<Rc<Study>>) -> Result<Self, Error> {
        at.conventions.check()?;
        let history = dataset.history(at)?;
        if let Data::AgedBalance(balance) = &dataset.data {
            let table = Self::of_aged_balance(balance, &history, &at.conventions);
            return Ok(Self { dso: WholeDso::of(&history, at), ..table });
        }
        let ledger = dataset.invoices(history.as_of(), &at.conventions).ok_or_else(|| dataset.without_invoices())?;
        if !ledger.names_customers() {
            return Err(Error::NoCustomers);
        }
        let mut table = Self::empty(&history, &at.conventions, names(&ledger));
        table.add_all(dataset, &ledger, |invoice| invoice.customer.place(), |_| true);
        if !at.conventions.scope.credit_balances {
            table.forget_credits();
        }
        table.dso = WholeDso::of(&history, at);
        table.study = Some(study.unwrap_or_else(|| Rc::new(Study::of(&ledger, table.as_of))));
        Ok(table)
    }

    /// The same sums by combination of segments, which have no names. Customers in credit owe nothing in any of them where
    /// credit balances are left out: so segments add up to the whole.
    ///
    /// # Errors
    ///
    /// Those of a report; [`Error::UnknownSegment`] if the data has no segments.
    pub fn by_labels(dataset: &Dataset, at: &At) -> Result<Self, Error> {
        at.conventions.check()?;
        let history = dataset.history(at)?;
        let segments = dataset.segments().ok_or(Error::UnknownSegment)?;
        let names = std::iter::repeat_n(String::new(), segments.combination_count());
        let mut table = match &dataset.data {
            Data::AgedBalance(balance) => {
                let rows = balance.labelled.iter().map(|(labels, ages)| (labels.place(), ages));
                Self::of_ages(names, rows, balance.knows_not_due, &history, &at.conventions)
            }
            Data::Ledger(ledger) => {
                let mut table = Self::empty(&history, &at.conventions, names);
                let in_credit = if at.conventions.scope.credit_balances {
                    Vec::new()
                } else {
                    Self::of(dataset, at, None)?.accounts.iter().map(|account| account.is_in_credit).collect()
                };
                let counts = |invoice: &Invoice| invoice.customer.of(&in_credit) != Some(&true);
                table.add_all(dataset, ledger, |invoice| invoice.labels.place(), counts);
                table
            }
            Data::Issued(_) => return Err(Error::PaymentsUnknown),
            Data::Series(_) | Data::Fec(_) => return Err(Error::UnknownSegment),
        };
        table.dso = WholeDso::of(&history, at);
        Ok(table)
    }

    /// Its accounts summed to others of these names: `places` says for each account which one it is a part of.
    #[must_use]
    pub fn summed(&self, names: &[String], places: impl Iterator<Item = usize>) -> Self {
        let (bands, months) = (self.bounds.len() + 2, self.sales_months);
        let accounts = names.iter().map(|name| Account { name: name.clone(), ..Account::default() });
        let mut table = Self {
            accounts: accounts.collect(),
            ages: vec![0; names.len() * bands],
            sales: vec![0; names.len() * months],
            bounds: self.bounds.clone(),
            conventions: self.conventions.clone(),
            month_days: self.month_days.clone(),
            dso: self.dso.clone(),
            study: None,
            window: self.window.clone(),
            ..*self
        };
        let add = |sums: &mut [i64], more: &[i64], place: usize, from: usize, width: usize| {
            let sums = sums.iter_mut().skip(place * width).take(width);
            for (sum, more) in sums.zip(more.iter().skip(from * width)) {
                *sum = sum.saturating_add(*more);
            }
        };
        for ((from, account), place) in self.accounts.iter().enumerate().zip(places) {
            if let Some(sum) = table.accounts.get_mut(place) {
                sum.absorb(account);
                add(&mut table.ages, &self.ages, place, from, bands);
                add(&mut table.sales, &self.sales, place, from, months);
            }
        }
        table
    }

    /// Adds the invoices of a ledger by the date, each to the account that `key` says; `counts` says whose receivables do.
    fn add_all(
        &mut self,
        dataset: &Dataset,
        ledger: &Ledger,
        key: impl Fn(&Invoice) -> usize,
        counts: impl Fn(&Invoice) -> bool,
    ) {
        self.knows_due_dates = ledger.has_due_dates();
        if dataset.is_of_open_items() {
            (self.sales, self.sales_months) = (Vec::new(), 0);
        }
        self.knows_past = !dataset.is_of_open_items();
        let is_fec = matches!(dataset.data, Data::Fec(_));
        self.knows_disputes = !is_fec;
        let periods = Periods::of(self);
        let as_of = self.as_of;
        for invoice in ledger.invoices().filter(|invoice| invoice.issued <= as_of) {
            self.add(&invoice, key(&invoice), counts(&invoice), &periods, is_fec);
        }
    }

    /// How its customers pay; `None` for an aged balance.
    #[must_use]
    pub const fn study(&self) -> Option<&Rc<Study>> {
        self.study.as_ref()
    }

    fn empty(history: &Series, conventions: &Conventions, names: impl Iterator<Item = String>) -> Self {
        let accounts: Vec<Account> = names.map(|name| Account { name, ..Account::default() }).collect();
        let bounds = conventions.aging_bounds.clone();
        let sales_months = history.months().count().min(SALES_MONTHS);
        Self {
            as_of: history.as_of(),
            window: Window::of(history, conventions),
            ages: vec![0; accounts.len() * (bounds.len() + 2)],
            sales: vec![0; accounts.len() * sales_months],
            conventions: conventions.clone(),
            month_days: newest_first(history, conventions).iter().take(sales_months).map(|month| month.days).collect(),
            accounts,
            bounds,
            sales_months,
            knows_due_dates: false,
            knows_disputes: false,
            knows_past: false,
            dso: None,
            study: None,
        }
    }

    fn of_aged_balance(balance: &AgedBalance, history: &Series, conventions: &Conventions) -> Self {
        let names = balance.customers.iter().map(|customer| customer.name.clone());
        Self::of_ages(names, balance.customers.iter().enumerate(), balance.knows_not_due, history, conventions)
    }

    /// Rows of an aged balance, each with the place of the account it is added to.
    fn of_ages<'a>(
        names: impl Iterator<Item = String>,
        rows: impl Iterator<Item = (usize, &'a CustomerAges)>,
        knows_not_due: bool,
        history: &Series,
        conventions: &Conventions,
    ) -> Self {
        let conventions = Conventions { aging_bounds: BOUNDS.to_vec(), ..conventions.clone() };
        let mut table = Self::empty(history, &conventions, names);
        table.knows_due_dates = knows_not_due;
        (table.sales, table.sales_months) = (Vec::new(), 0);
        for (place, customer) in rows {
            let Some(account) = table.accounts.get_mut(place) else { continue };
            let late: i128 = customer.ages.iter().skip(1).map(|amount| i128::from(amount.units())).sum();
            account.receivables += customer.total();
            account.overdue += late + i128::from(customer.late_without_age.units());
            account.count += 1;
            let ages = table.ages.iter_mut().skip(place * customer.ages.len());
            ages.zip(&customer.ages).for_each(|(sum, more)| *sum = sum.saturating_add(more.units()));
        }
        table
    }

    fn add(&mut self, invoice: &Invoice, customer: usize, counts: bool, periods: &Periods, is_fec: bool) {
        let Some(account) = self.accounts.get_mut(customer) else { return };
        let days = Days::of(invoice);
        account.count = account.count.saturating_add(invoice.count);
        // On the account of a customer, what is below zero is a payment as often as a credit note.
        let is_payment = invoice.on_account || (is_fec && invoice.amount.is_negative());
        if !is_payment {
            let back = periods.month.since(Month::of(invoice.issued)).unwrap_or(usize::MAX);
            if back < self.sales_months
                && let Some(month) = self.sales.get_mut(customer * self.sales_months + back)
            {
                *month = month.saturating_add(invoice.sold.units());
            }
            if days.issued >= periods.window {
                account.sales += i128::from(invoice.sold.units());
            }
        }
        periods.count_days(account, invoice, &days);
        if !counts || !invoice.standing.counts(self.conventions.scope) {
            return;
        }
        periods.count_owed(account, invoice, &days);
        let outstanding = invoice.outstanding();
        if outstanding.units() == 0 || days.settled.is_some_and(|settled| settled <= periods.as_of) {
            return;
        }
        let units = i128::from(outstanding.units());
        let days = days.due.map_or(0, |due| periods.as_of - due);
        account.receivables += units;
        account.overdue += if days > 0 { units } else { 0 };
        if days > 0 && units > 0 {
            account.overdue_days.add(days, outstanding, invoice.count);
        }
        if invoice.standing.is_disputed() {
            account.disputed += units;
            account.disputed_overdue += if days > 0 { units } else { 0 };
        }
        let band = Ages::new(&self.bounds).band(days);
        if let Some(age) = self.ages.get_mut(customer * (self.bounds.len() + 2) + band) {
            *age = age.saturating_add(outstanding.units());
        }
    }

    /// Customers in credit owe nothing where credit balances are left out.
    fn forget_credits(&mut self) {
        let bands = self.bounds.len() + 2;
        for (account, ages) in self.accounts.iter_mut().zip(self.ages.chunks_mut(bands)) {
            if account.receivables < 0 {
                account.is_in_credit = true;
                (account.receivables, account.overdue) = (0, 0);
                (account.disputed, account.disputed_overdue) = (0, 0);
                (account.owed_days, account.late_days) = (0, 0);
                account.overdue_days = DaysSum::default();
                ages.fill(0);
            }
        }
    }
}

impl WholeDso {
    /// By roll-back, or else by the accounting method, which a balance with typed sales has alone.
    fn of(history: &Series, at: &At) -> Option<Self> {
        let basis = Basis::new(history, &at.conventions, &at.balances);
        let rolled = basis.roll_back_dso().map(|RollBackDso { days, method, is_lower_bound, .. }| Self {
            days,
            method,
            is_lower_bound,
        });
        let accounting = || {
            basis.accounting_dso().map(|AccountingDso { days, method, .. }| Self {
                days,
                method,
                is_lower_bound: false,
            })
        };
        rolled.or_else(|_| accounting()).ok()
    }
}

fn names(ledger: &Ledger) -> impl Iterator<Item = String> {
    ledger.customers().map(|customer| ledger.customer_name(customer).unwrap_or_default().to_owned())
}

/// The dates of an invoice by their numbers.
struct Days {
    issued: i64,
    due: Option<i64>,
    settled: Option<i64>,
}

impl Days {
    fn of(invoice: &Invoice) -> Self {
        Self {
            issued: day_number(invoice.issued),
            due: invoice.due.map(day_number),
            settled: invoice.settled.map(day_number),
        }
    }
}

/// The periods days are counted in.
struct Periods {
    as_of: i64,
    /// Its month.
    month: Month,
    /// First day of the window.
    window: i64,
    /// The day that the last three months begin after, and the one that the twelve before do.
    recent: i64,
    before: i64,
}

impl Periods {
    fn of(table: &CustomerTable) -> Self {
        let as_of = table.as_of;
        Self {
            as_of: day_number(as_of),
            month: Month::of(as_of),
            window: day_number(table.window.first.first_day()),
            recent: day_number(add_months(as_of, -3)),
            before: day_number(add_months(as_of, -15)),
        }
    }

    /// Counts what it added to the receivables at the end of each day of the window, and since when that was overdue.
    fn count_owed(&self, account: &mut Account, invoice: &Invoice, days: &Days) {
        let units = invoice.outstanding().units();
        // On the day it is settled it is owed no more.
        let end = days.settled.filter(|settled| *settled <= self.as_of).unwrap_or(self.as_of + 1);
        let owed_from = |first: i64| product(units, (end - first.max(self.window)).max(0));
        account.owed_days += owed_from(days.issued);
        // On its due date it is not overdue yet.
        let late_from = days.due.filter(|_| units > 0).map(|due| due + 1);
        account.late_days += late_from.map_or(0, |first| owed_from(first.max(days.issued)));
    }

    fn count_days(&self, account: &mut Account, invoice: &Invoice, days: &Days) {
        if invoice.amount.is_negative() {
            return;
        }
        let paid = days.settled.filter(|settled| (self.window..=self.as_of).contains(settled));
        if let Some(paid) = paid {
            account.to_pay.add(paid - days.issued, invoice.amount, invoice.count);
        }
        let Some(due) = days.due else { return };
        if let Some(paid) = paid {
            account.late.add(paid - due, invoice.amount, invoice.count);
        }
        account.recent.count(invoice, days, due, self.recent, self.as_of);
        account.before.count(invoice, days, due, self.before, self.recent);
    }
}
