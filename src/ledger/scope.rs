//! The series of a ledger, of what counts among its receivables.

use chrono::NaiveDate;

use super::{Invoice, Ledger, Positions, Standing};
use crate::conventions::ReceivablesScope;
use crate::money::Amount;
use crate::period::Month;
use crate::series::Series;

/// Positions of what counts among the receivables. Customers that may be in credit at some month-end are summed apart
/// where their credit balances do not count.
#[derive(Clone, Debug)]
pub struct ScopedPositions {
    all: Positions,
    scope: ReceivablesScope,
    /// By customer, the place of its own positions.
    places: Vec<Option<usize>>,
    own: Vec<Positions>,
}

impl ScopedPositions {
    /// Counts `amount` in the sales of the month of `issued`, unless it is after the as-of date.
    pub fn sell(&mut self, issued: NaiveDate, amount: Amount) {
        self.all.sell(issued, amount);
    }

    /// Holds `amount` in the receivables while `invoice` is open, if it counts.
    pub fn hold(&mut self, invoice: &Invoice, amount: Amount) {
        if invoice.standing == Standing::Factored {
            self.all.hold_factored(invoice, amount);
        }
        if !invoice.standing.counts(self.scope) {
            return;
        }
        self.all.hold(invoice, amount);
        if self.own.is_empty() {
            return;
        }
        let place = invoice.customer.of(&self.places).copied();
        if let Some(own) = place.flatten().and_then(|place| self.own.get_mut(place)) {
            own.hold(invoice, amount);
        }
    }

    /// The same of an amount that is worth something else at the end of each month, counted from the first.
    pub fn hold_at_rates(&mut self, invoice: &Invoice, at: impl Fn(usize) -> Amount) {
        if invoice.standing == Standing::Factored {
            self.all.hold_factored_at_rates(invoice, &at);
        }
        if !invoice.standing.counts(self.scope) {
            return;
        }
        self.all.hold_at_rates(invoice, &at);
        let place = invoice.customer.of(&self.places).copied();
        if let Some(own) = place.flatten().and_then(|place| self.own.get_mut(place)) {
            own.hold_at_rates(invoice, &at);
        }
    }

    /// The series they make.
    #[must_use]
    pub fn finish(self) -> Series {
        self.all.finish_without_credits(&self.own)
    }
}

impl Ledger {
    /// Sales and balances month by month up to `as_of`; `None` if no invoice was issued by then.
    #[must_use]
    pub fn to_series(&self, as_of: NaiveDate, scope: ReceivablesScope) -> Option<Series> {
        let mut positions = self.positions(as_of, scope)?;
        for invoice in self.invoices() {
            if !invoice.on_account {
                positions.sell(invoice.issued, invoice.sold);
            }
            if self.conversion().is_none() {
                positions.hold(&invoice, invoice.outstanding());
            }
        }
        if let Some(conversion) = self.conversion() {
            for invoice in self.raw() {
                let amount = invoice.outstanding();
                let at = |month: usize| conversion.at_the_end_of(month, invoice.labels, amount).unwrap_or(amount);
                positions.hold_at_rates(&invoice, at);
            }
        }
        Some(positions.finish())
    }

    /// Empty positions for the months from the first invoice to `as_of`; `None` if no invoice was issued by then.
    #[must_use]
    pub fn positions(&self, as_of: NaiveDate, scope: ReceivablesScope) -> Option<ScopedPositions> {
        let (first, _) = self.issue_span()?;
        let all = (first <= as_of).then(|| Positions::new(Month::of(first), as_of, self.has_due_dates()))?;
        let (mut places, mut own) = (Vec::new(), Vec::new());
        if !scope.credit_balances {
            places = self.places_of_credited();
            own = vec![all.clone(); places.iter().flatten().count()];
        }
        Some(ScopedPositions { all, scope, places, own })
    }

    /// Numbers the customers that have a credit note: no other one can be in credit.
    fn places_of_credited(&self) -> Vec<Option<usize>> {
        let mut places = vec![None; self.customer_count()];
        let mut count = 0;
        for invoice in self.invoices().filter(|invoice| invoice.outstanding().is_negative()) {
            if let Some(place @ None) = invoice.customer.of_mut(&mut places) {
                *place = Some(count);
                count += 1;
            }
        }
        places
    }
}
