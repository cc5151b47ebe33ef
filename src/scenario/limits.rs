//! What customers owe within a limit: what a factor or an insurer takes, and what credit limits leave.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::structure::{Classes, units};
use crate::conventions::ReceivablesScope;
use crate::ledger::{CustomerId, Invoice, Ledger};

/// What each customer owes that is not in dispute, what was sold to it in the window, and the levers that may concern it, one bit
/// each.
#[derive(Clone, Debug, Default)]
pub struct Limits(Vec<Customer>);

#[derive(Clone, Copy, Debug, Default)]
struct Customer {
    class: u16,
    owed: i128,
    sold: i128,
}

impl Customer {
    /// The part that lies within a limit, in ledger units, of what it owes: all of it where it owes nothing.
    fn within(&self, limit: i128) -> Decimal {
        if self.owed <= limit.max(0) { Decimal::ONE } else { Decimal::from(limit) / Decimal::from(self.owed) }
    }
}

/// The part of something that lies within a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within {
    /// Of what customers owe.
    pub owed: Decimal,
    /// Of what was sold to them: of each customer as much as of what it owes.
    pub sold: Decimal,
}

impl Within {
    /// All of it.
    pub const ALL: Self = Self { owed: Decimal::ONE, sold: Decimal::ONE };
}

impl Limits {
    /// Those of a ledger at a date, sales counted from `window_start` on.
    #[must_use]
    pub fn of(
        ledger: &Ledger,
        classes: &Classes,
        window_start: NaiveDate,
        as_of: NaiveDate,
        scope: ReceivablesScope,
    ) -> Self {
        let mut customers = vec![Customer::default(); ledger.customer_count()];
        let counted = |invoice: &Invoice| {
            invoice.issued <= as_of && invoice.standing.counts(scope) && !invoice.standing.is_disputed()
        };
        for invoice in ledger.invoices().filter(counted) {
            let Some(customer) = invoice.customer.of_mut(&mut customers) else { continue };
            customer.class |= classes.of_any_amount(&invoice);
            customer.owed += i128::from(invoice.outstanding_at(as_of).units());
            let is_sold = invoice.issued >= window_start && !invoice.on_account;
            customer.sold += if is_sold { i128::from(invoice.sold.units()) } else { 0 };
        }
        Self(customers)
    }

    /// The part of all customers in the scope of a lever that lies within a limit of each.
    ///
    /// # Examples
    ///
    /// ```text
    /// 150 and 50 owed, 300 and 900 sold, a limit of 100: 150 of 200 owed lie within it, 300 × 100 ÷ 150 + 900 of 1,200 sold
    /// ```
    #[must_use]
    pub fn within(&self, lever: usize, limit: Decimal) -> Within {
        let limit = i128::from(units(limit));
        let concerned = || self.0.iter().filter(|customer| customer.class & (1 << lever) != 0);
        let all_of = |of: fn(&Customer) -> i128| concerned().map(|customer| of(customer).max(0)).sum::<i128>();
        let part = |within: Decimal, all: i128| if all == 0 { Decimal::ONE } else { within / Decimal::from(all) };
        let owed = concerned().map(|customer| customer.owed.clamp(0, limit)).sum::<i128>();
        let sold = concerned().map(|customer| customer.within(limit) * Decimal::from(customer.sold.max(0))).sum();
        Within {
            owed: part(Decimal::from(owed), all_of(|customer| customer.owed)),
            sold: part(sold, all_of(|customer| customer.sold)),
        }
    }

    /// The same of one customer.
    #[must_use]
    pub fn within_of(&self, customer: CustomerId, limit: Decimal) -> Within {
        let within = customer.of(&self.0).map_or(Decimal::ONE, |known| known.within(units(limit).into()));
        Within { owed: within, sold: within }
    }
}
