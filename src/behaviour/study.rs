//! The delays of a ledger, customer by customer.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::curve::{Curve, EARLIEST, LATEST, Observations, WHOLE_WEIGHT};
use crate::at::At;
use crate::data::Dataset;
use crate::error::Error;
use crate::ledger::{CustomerId, Invoice, Ledger};
use crate::period::days_between;

/// A customer with this many settled invoices is believed by half, the whole ledger by the other half: the weight of
/// its own history is n ÷ (n + 12), and all of it from a hundred on.
pub const CREDIBILITY_INVOICES: u64 = 12;

/// Settled invoices that are enough to believe a customer alone.
pub const ENOUGH_INVOICES: u64 = 100;

/// One invoice, as far as its payment goes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Observation {
    /// Ledger units.
    pub amount: u64,
    /// Days from the due date to the payment, or to the as-of date if it is open.
    pub days: i16,
    /// Was it paid by then?
    pub is_paid: bool,
    /// How many invoices it stands for.
    pub count: u32,
}

/// Every invoice issued by a date whose delay is known or under way, by customer. Credit notes are left out.
#[derive(Clone, Debug)]
pub struct Study {
    observations: Vec<Observation>,
    /// Where the observations of each customer start and end.
    ranges: Vec<std::ops::Range<usize>>,
    all: Curve,
    /// Of what is not in dispute, where anything is.
    undisputed: Option<Curve>,
    from_due_date: bool,
    /// Open amounts that have no due date to count from, in ledger units.
    pub without_due_date: i128,
    /// What is to be taken off payments, by customer, in ledger units: open credit notes, and in a FEC payments without
    /// lettering.
    credits: Vec<u64>,
}

impl Study {
    /// The delays of the customers of a dataset.
    ///
    /// # Errors
    ///
    /// Those of [`Dataset::invoices_at`].
    pub fn at(dataset: &Dataset, at: &At) -> Result<Self, Error> {
        let (ledger, as_of) = dataset.invoices_at(at)?;
        Ok(Self::of(&ledger, as_of))
    }

    /// The delays of a ledger up to `as_of`. Without any due date, they are counted from the issue date.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: NaiveDate) -> Self {
        let from_due_date = ledger.has_due_dates();
        let mut room = 0;
        let range = |count: usize| {
            let start = room;
            room += count;
            start..start
        };
        let ranges = counts_by_customer(ledger).into_iter().map(range).collect();
        let mut study = Self {
            observations: vec![Observation::default(); room],
            ranges,
            all: Observations::default().curve(),
            undisputed: None,
            from_due_date,
            without_due_date: 0,
            credits: vec![0; ledger.customer_count()],
        };
        let (mut all, mut disputed, mut has_disputes) = (Observations::default(), Observations::default(), false);
        for invoice in ledger.invoices() {
            if let Some(seen) = study.observed(&invoice, as_of) {
                observe(&mut all, seen);
                if invoice.standing.is_disputed() {
                    has_disputes = true;
                    observe(&mut disputed, seen);
                }
                study.place(&invoice, seen);
            }
        }
        study.all = all.curve();
        study.undisputed = has_disputes.then(|| all.without(&disputed).curve());
        study
    }

    /// The delays of all customers together.
    #[must_use]
    pub const fn all(&self) -> &Curve {
        &self.all
    }

    /// Those of what is not in dispute.
    #[must_use]
    pub fn undisputed(&self) -> &Curve {
        self.undisputed.as_ref().unwrap_or(&self.all)
    }

    /// Are delays counted from the due date? Else from the issue date.
    #[must_use]
    pub const fn is_from_due_date(&self) -> bool {
        self.from_due_date
    }

    /// Was anything ever paid?
    #[must_use]
    pub fn has_payments(&self) -> bool {
        self.all.steps().next().is_some()
    }

    /// The customers.
    pub fn customers(&self) -> impl Iterator<Item = CustomerId> + use<> {
        (0..self.ranges.len()).map(CustomerId::at)
    }

    /// What is known of one customer.
    #[must_use]
    pub fn observations(&self, customer: CustomerId) -> &[Observation] {
        let range = customer.of(&self.ranges);
        range.and_then(|range| self.observations.get(range.clone())).unwrap_or_default()
    }

    /// What a customer has open into `items`, oldest first and those of one day in one, its credits taken off the oldest
    /// ones, as accounts are settled. What the credits leave is answered: the balance of a customer in credit.
    pub fn open_items(&self, customer: CustomerId, items: &mut Vec<Observation>) -> u64 {
        items.clear();
        items.extend(self.observations(customer).iter().filter(|seen| !seen.is_paid));
        items.sort_by_key(|item| Reverse(item.days));
        items.dedup_by(|item, first| {
            let is_same = item.days == first.days;
            if is_same {
                first.amount = first.amount.saturating_add(item.amount);
                first.count = first.count.saturating_add(item.count);
            }
            is_same
        });
        let mut credit = customer.of(&self.credits).copied().unwrap_or(0);
        if credit > 0 {
            for item in items.iter_mut() {
                let taken = item.amount.min(credit);
                item.amount -= taken;
                credit -= taken;
            }
            items.retain(|item| item.amount > 0);
        }
        credit
    }

    /// The curve of a customer, blended with that of all by how much is known of it, and that weight in parts of
    /// [`WHOLE_WEIGHT`]. `room` is scratch space.
    #[must_use]
    pub fn curve_of(&self, customer: CustomerId, room: &mut Observations) -> (Curve, u32) {
        room.clear();
        let mut settled: u64 = 0;
        for seen in self.observations(customer) {
            observe(room, *seen);
            settled += if seen.is_paid { u64::from(seen.count) } else { 0 };
        }
        if settled >= ENOUGH_INVOICES {
            return (room.curve(), WHOLE_WEIGHT);
        }
        let weight = settled * u64::from(WHOLE_WEIGHT) / (settled + CREDIBILITY_INVOICES);
        let weight = u32::try_from(weight).unwrap_or(WHOLE_WEIGHT);
        if weight == 0 { (self.all.clone(), 0) } else { (room.curve().blended(&self.all, weight), weight) }
    }

    fn observed(&mut self, invoice: &Invoice, as_of: NaiveDate) -> Option<Observation> {
        if invoice.issued > as_of {
            return None;
        }
        let paid_on = invoice.settled.filter(|settled| *settled <= as_of);
        // Of an invoice paid in part on unknown dates the open part is what can be observed.
        let amount = if paid_on.is_some() { invoice.amount } else { invoice.outstanding_at(as_of) };
        let Ok(units) = u64::try_from(amount.units()) else {
            if paid_on.is_none() {
                self.credit(invoice.customer, amount.units().unsigned_abs());
            }
            return None;
        };
        let base = if self.from_due_date { invoice.due } else { Some(invoice.issued) };
        if base.is_none() && paid_on.is_none() {
            self.without_due_date += i128::from(units);
        }
        let days = days_between(base?, paid_on.unwrap_or(as_of)).clamp(EARLIEST, LATEST);
        let days = i16::try_from(days).unwrap_or(i16::MAX);
        (units > 0).then_some(Observation { amount: units, days, is_paid: paid_on.is_some(), count: invoice.count })
    }

    fn credit(&mut self, customer: CustomerId, units: u64) {
        if let Some(credit) = customer.of_mut(&mut self.credits) {
            *credit = credit.saturating_add(units);
        }
    }

    /// Puts an observation behind those of its customer.
    fn place(&mut self, invoice: &Invoice, seen: Observation) {
        let Some(range) = invoice.customer.of_mut(&mut self.ranges) else { return };
        if let Some(slot) = self.observations.get_mut(range.end) {
            *slot = seen;
            range.end += 1;
        }
    }
}

fn counts_by_customer(ledger: &Ledger) -> Vec<usize> {
    let mut counts = vec![0; ledger.customer_count()];
    for customer in ledger.customers_of_invoices() {
        if let Some(count) = customer.of_mut(&mut counts) {
            *count += 1;
        }
    }
    counts
}

fn observe(all: &mut Observations, seen: Observation) {
    let days = i64::from(seen.days);
    if seen.is_paid { all.add_paid(days, seen.amount) } else { all.add_open(days, seen.amount) }
}
