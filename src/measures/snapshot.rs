//! What invoices say at one date, in one pass.

use chrono::NaiveDate;

use super::aging::Ages;
use super::days_to_pay::DaysSum;
use crate::conventions::ReceivablesScope;
use crate::ledger::{Invoice, Ledger};
use crate::period::days_between;

/// Sums over invoices at one date.
#[derive(Clone, Debug)]
pub struct Snapshot<'a> {
    as_of: NaiveDate,
    window_start: NaiveDate,
    scope: ReceivablesScope,
    /// From issue to payment, of what was settled in the window; credit notes left out.
    pub to_pay: DaysSum,
    /// From due date to payment, of the same.
    pub late: DaysSum,
    /// Receivables by age.
    pub ages: Ages<'a>,
    /// Receivables by customer, in ledger units.
    pub balances: Vec<i128>,
    /// How many invoices were issued later.
    pub issued_later: u64,
}

impl<'a> Snapshot<'a> {
    /// Empty sums of a window that ends at `as_of`.
    #[must_use]
    pub fn new(as_of: NaiveDate, window_start: NaiveDate, scope: ReceivablesScope, aging_bounds: &'a [u32]) -> Self {
        Self {
            as_of,
            window_start,
            scope,
            to_pay: DaysSum::default(),
            late: DaysSum::default(),
            ages: Ages::new(aging_bounds),
            balances: Vec::new(),
            issued_later: 0,
        }
    }

    /// Sums the invoices of a ledger.
    #[must_use]
    pub fn of(mut self, ledger: &Ledger) -> Self {
        self.balances = vec![0; ledger.customer_count()];
        for invoice in ledger.invoices() {
            self.count_days(&invoice);
            if self.is_held(&invoice) {
                self.add_balance(&invoice);
                self.add_age(&invoice);
            }
            self.issued_later += if invoice.issued > self.as_of { u64::from(invoice.count) } else { 0 };
        }
        if !self.scope.credit_balances && self.balances.iter().any(|balance| *balance < 0) {
            self.forget_credits(ledger);
        }
        self
    }

    /// Counts the days of an invoice if it was settled in the window; one that is issued later is not known yet.
    pub fn count_days(&mut self, invoice: &Invoice) {
        let Some(settled) = invoice.settled else { return };
        let is_known = invoice.issued <= self.as_of && settled <= self.as_of;
        if settled < self.window_start || !is_known || invoice.amount.is_negative() {
            return;
        }
        self.to_pay.add(days_between(invoice.issued, settled), invoice.amount, invoice.count);
        if let Some(due) = invoice.due {
            self.late.add(days_between(due, settled), invoice.amount, invoice.count);
        }
    }

    /// Adds what is outstanding of an invoice to its age; without a due date it is not due.
    pub fn add_age(&mut self, invoice: &Invoice) {
        let outstanding = invoice.outstanding_at(self.as_of);
        if outstanding.units() != 0 {
            self.ages.add(invoice.due.map_or(0, |due| days_between(due, self.as_of)), outstanding, invoice.count);
        }
    }

    fn add_balance(&mut self, invoice: &Invoice) {
        if let Some(balance) = invoice.customer.of_mut(&mut self.balances) {
            *balance += i128::from(invoice.outstanding_at(self.as_of).units());
        }
    }

    const fn is_held(&self, invoice: &Invoice) -> bool {
        invoice.standing.counts(self.scope)
    }

    /// Takes the customers in credit out of the ages.
    fn forget_credits(&mut self, ledger: &Ledger) {
        self.ages.clear();
        for invoice in ledger.invoices() {
            let balance = invoice.customer.of(&self.balances);
            if self.is_held(&invoice) && balance.is_none_or(|balance| *balance >= 0) {
                self.add_age(&invoice);
            }
        }
        self.balances.iter_mut().for_each(|balance| *balance = (*balance).max(0));
    }
}
