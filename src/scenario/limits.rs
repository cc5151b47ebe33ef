//! What customers owe within a limit: what a factor or an insurer takes, and what credit limits leave.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::structure::{Classes, units};
use crate::conventions::ReceivablesScope;
use crate::ledger::Ledger;

/// What each customer owes that is not in dispute, and the levers that may concern it, one bit each.
#[derive(Clone, Debug, Default)]
pub struct Limits(Vec<(u16, i128)>);

impl Limits {
    /// Those of a ledger at a date.
    #[must_use]
    pub fn of(ledger: &Ledger, classes: &Classes, as_of: NaiveDate, scope: ReceivablesScope) -> Self {
        let mut balances = vec![0_i128; ledger.customer_count()];
        for invoice in ledger.invoices().filter(|invoice| invoice.standing.counts(scope)) {
            if let Some(balance) = invoice.customer.of_mut(&mut balances).filter(|_| !invoice.standing.is_disputed()) {
                *balance += i128::from(invoice.outstanding_at(as_of).units());
            }
        }
        let with_class = ledger.customers().zip(balances).map(|(customer, owed)| (classes.of_customer(customer), owed));
        Self(with_class.filter(|(_, owed)| *owed > 0).collect())
    }

    /// The part of what customers in the scope of a lever owe that lies within a limit of each: all of it where nothing is
    /// owed.
    ///
    /// # Examples
    ///
    /// ```text
    /// 150 and 50 owed, a limit of 100: 150 of 200 lie within it
    /// ```
    #[must_use]
    pub fn within(&self, lever: usize, limit: Decimal) -> Decimal {
        let limit = i128::from(units(limit));
        let concerned = self.0.iter().filter(|(class, _)| class & (1 << lever) != 0);
        let (within, owed) =
            concerned.fold((0, 0), |(within, all), (_, owed)| (within + (*owed).min(limit), all + owed));
        if owed == 0 { Decimal::ONE } else { Decimal::from(within) / Decimal::from(owed) }
    }
}
