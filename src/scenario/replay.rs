//! Levers on an invoice list: every invoice is paid again under them, split by the shares that adopt each.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Outcome;
use super::levers::{Discount, Levers, Terms};
use super::request::{OpenItems, TermsRule};
use crate::conventions::{Conventions, ReceivablesScope};
use crate::error::Error;
use crate::ledger::{Invoice, Ledger, ScopedPositions, Snapshot};
use crate::money::{self, Amount, published};
use crate::period::{add_days, days_between};
use crate::series::{Series, Window};

/// A ledger to be paid again.
pub struct Replay<'a> {
    ledger: &'a Ledger,
    history: Series,
    scope: ReceivablesScope,
    /// First day of the window costs are counted in.
    window_start: NaiveDate,
    /// Mean lateness of settled invoices, weighted by amount, in whole days.
    usual_late_days: i64,
    /// Mean days to pay of invoices settled in the window, weighted by amount.
    observed_days: Option<Decimal>,
    /// What is open was still open then.
    open_until: NaiveDate,
}

/// Sums of one run, in ledger units.
#[derive(Default)]
struct Sums {
    movable: i128,
    left_alone: i128,
    discounted: i128,
    discounted_without_gain: i128,
}

impl<'a> Replay<'a> {
    /// A replay of `ledger`, whose history up to the as-of date is known.
    pub fn new(ledger: &'a Ledger, history: Series, conventions: &Conventions) -> Self {
        let as_of = history.as_of();
        let window_start = Window::of(&history, conventions).first.first_day();
        let snapshot = |start: NaiveDate| Snapshot::new(as_of, start, conventions.scope, &[]).of(ledger);
        let (to_pay, late) = (snapshot(window_start).to_pay, snapshot(NaiveDate::MIN).late);
        let weighted_late = late.mean().ok().and_then(|mean| mean.weighted).unwrap_or_default();
        Self {
            ledger,
            scope: conventions.scope,
            window_start,
            usual_late_days: weighted_late.round().to_i64().unwrap_or(0),
            observed_days: to_pay.mean().ok().map(|mean| mean.weighted.unwrap_or(mean.mean)),
            open_until: ledger.observed_until().map_or(as_of, |observed| observed.max(as_of)),
            history,
        }
    }

    /// The history as it is.
    pub const fn history(&self) -> &Series {
        &self.history
    }

    /// Mean days to pay of the window, weighted by amount.
    pub const fn observed_days(&self) -> Option<Decimal> {
        self.observed_days
    }

    /// The history under the levers.
    ///
    /// # Errors
    ///
    /// [`Error::MissingTerm`] for a cap when nothing says what terms are agreed today.
    pub fn run(&self, levers: &Levers) -> Result<Outcome, Error> {
        let as_of = self.history.as_of();
        if levers.terms.is_some_and(|terms| terms.rule == TermsRule::Cap && terms.current_term_days.is_none())
            && !self.ledger.has_due_dates()
        {
            return Err(Error::MissingTerm);
        }
        let mut positions = self.ledger.positions(as_of, self.scope).ok_or(Error::NoData)?;
        let mut sums = Sums::default();
        for invoice in self.ledger.invoices().filter(|invoice| invoice.issued <= as_of) {
            positions.sell(invoice.issued, invoice.amount);
            // Credit notes follow the invoices they correct, which nothing names: they stay as they are.
            if invoice.amount.is_negative() {
                positions.hold(&invoice, invoice.outstanding());
            } else {
                self.pay_again(&invoice, levers, &mut positions, &mut sums);
            }
        }
        let rate = levers.discount.map_or(Decimal::ZERO, |discount| discount.share_of_amount);
        Ok(Outcome {
            history: positions.finish(),
            discounts: money::total(sums.discounted) * rate,
            discounts_without_gain: money::total(sums.discounted_without_gain) * rate,
            open_items: Some(OpenItems {
                usual_late_days: Decimal::from(self.usual_late_days),
                movable: published(money::total(sums.movable)),
                left_alone: published(money::total(sums.left_alone)),
            }),
        })
    }

    /// Splits an invoice by who adopts what, and holds each part until it is paid. The parts add up to the invoice.
    fn pay_again(&self, invoice: &Invoice, levers: &Levers, positions: &mut ScopedPositions, sums: &mut Sums) {
        let outstanding = invoice.outstanding();
        let due = invoice.due.or_else(|| assumed_due(invoice, levers));
        let paid = invoice.settled.or_else(|| self.expected(due));
        if invoice.settled.is_none() {
            let sum = if paid.is_some() { &mut sums.movable } else { &mut sums.left_alone };
            *sum += i128::from(outstanding.units());
        }
        let (keeping, shortened) = split(outstanding, levers.terms.map(|terms| terms.adoption));
        let cut = levers.terms.map_or(0, |terms| cut(terms, invoice.issued, due));
        let new_due = invoice.due.map(|due| add_days(due, -cut));
        let new_paid = paid.map(|paid| earlier(paid, cut, invoice.issued));
        for (amount, due, paid) in [(keeping, invoice.due, paid), (shortened, new_due, new_paid)] {
            let part = Invoice { due, settled: paid, ..*invoice };
            let discount = levers.discount.zip(paid);
            let (refusing, taking) = split(amount, discount.map(|(discount, _)| discount.take_up));
            positions.hold(&part, refusing);
            if let Some((discount, paid)) = discount {
                let early = discounted_on(discount, invoice.issued);
                positions.hold(&Invoice { settled: Some(paid.min(early)), ..part }, taking);
                if invoice.issued >= self.window_start {
                    sums.discounted += i128::from(taking.units());
                    sums.discounted_without_gain += if paid <= early { i128::from(taking.units()) } else { 0 };
                }
            }
        }
    }

    /// When an open invoice is taken to be paid: as late after its due date as settled ones were. One that is past
    /// that date already says nothing about when it will be paid, so no lever moves it.
    fn expected(&self, due: Option<NaiveDate>) -> Option<NaiveDate> {
        Some(add_days(due?, self.usual_late_days)).filter(|expected| *expected > self.open_until)
    }
}

/// The due date of an invoice that carries none, from the term the user gave.
fn assumed_due(invoice: &Invoice, levers: &Levers) -> Option<NaiveDate> {
    let days = levers.terms?.current_term_days?;
    Some(add_days(invoice.issued, i64::from(days)))
}

/// Days by which the terms of an invoice become shorter. Where no term is known, `minus` takes off its days and a
/// cap nothing.
fn cut(terms: Terms, issued: NaiveDate, due: Option<NaiveDate>) -> i64 {
    match (due, terms.rule) {
        (Some(due), _) => terms.cut(days_between(issued, due)),
        (None, TermsRule::Minus) => i64::from(terms.days),
        (None, TermsRule::Cap) => 0,
    }
}

/// `paid` moved `cut` days earlier, but not before issue; what was paid before issue stays there.
fn earlier(paid: NaiveDate, cut: i64, issued: NaiveDate) -> NaiveDate {
    add_days(paid, -cut).max(issued).min(paid)
}

fn discounted_on(discount: Discount, issued: NaiveDate) -> NaiveDate {
    add_days(issued, i64::from(discount.within_days))
}

/// An amount without and with the share that adopts a lever, to the ledger unit; they add up to it.
fn split(amount: Amount, share: Option<Decimal>) -> (Amount, Amount) {
    let Some(share) = share.filter(|share| !share.is_zero()) else { return (amount, Amount::ZERO) };
    let adopting = (Decimal::from(amount.units()) * share).round().to_i64().unwrap_or(0);
    let keeping = amount.units().saturating_sub(adopting);
    (Amount::from_units(keeping), Amount::from_units(adopting))
}
