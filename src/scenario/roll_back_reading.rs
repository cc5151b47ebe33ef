//! Levers on a monthly series: every amount is paid R days after issue, R being the roll-back DSO at each month-end,
//! and sales are spread evenly in the month. The levers change R; the receivables follow.

use rust_decimal::Decimal;

use super::Outcome;
use super::levers::Levers;
use crate::conventions::Conventions;
use crate::error::Error;
use crate::metrics::roll_back::receivables_of;
use crate::report::{Basis, TypedBalances};
use crate::series::{MonthRow, Series, Window};

/// A monthly series whose customers pay after R days.
pub struct RollBackReading<'a> {
    history: Series,
    conventions: &'a Conventions,
    /// R at the as-of date.
    days: Decimal,
    /// Is the history too short to say more than that R is at least so long?
    is_lower_bound: bool,
}

/// A share of every amount, and the day it is paid on.
struct Payers {
    share: Decimal,
    days: Decimal,
}

impl<'a> RollBackReading<'a> {
    /// The reading of a history.
    ///
    /// # Errors
    ///
    /// Those that leave the roll-back DSO at the as-of date undefined.
    pub fn new(history: Series, conventions: &'a Conventions) -> Result<Self, Error> {
        let typed = TypedBalances::default();
        let basis = Basis::new(&history, conventions, &typed);
        let rolled = basis.roll_back(basis.receivables()?)?;
        let (days, is_lower_bound) = (rolled.days, rolled.is_lower_bound());
        Ok(Self { history, conventions, days, is_lower_bound })
    }

    /// The history as it is.
    pub const fn history(&self) -> &Series {
        &self.history
    }

    /// R at the as-of date.
    pub const fn observed_days(&self) -> Decimal {
        self.days
    }

    /// The history under the levers.
    ///
    /// # Errors
    ///
    /// [`Error::MissingTerm`] for a cap when nothing says what term is agreed today; [`Error::HistoryTooShort`] if
    /// the receivables outlast the history.
    pub fn run(&self, levers: &Levers) -> Result<Outcome, Error> {
        if self.is_lower_bound && *levers != Levers::default() {
            return Err(Error::HistoryTooShort);
        }
        let cut = cut(levers)?;
        let typed = TypedBalances::default();
        let mut rows = Vec::new();
        for (month, row) in self.history.months() {
            let past = self.history.up_to(month.last_day().min(self.history.as_of()))?;
            let basis = Basis::new(&past, self.conventions, &typed);
            rows.push(self.replayed(row, &basis, levers, cut));
        }
        let sales = Window::of(&self.history, self.conventions).sales(&self.history).unwrap_or_default();
        let discounts =
            levers.discount.map_or(Decimal::ZERO, |discount| sales * discount.take_up * discount.share_of_amount);
        let gains = levers.discount.is_some_and(|discount| Decimal::from(discount.within_days) < self.days);
        let without_gain = if gains { Decimal::ZERO } else { discounts };
        Ok(Outcome {
            history: Series::new(self.history.first_month(), rows).closed_on(self.history.as_of()),
            discounts,
            discounts_without_gain: without_gain,
            open_items: None,
        })
    }

    /// One month under the levers; its receivables are unknown where the history before it is too short to say when
    /// they were invoiced, unless no lever is set.
    fn replayed(&self, row: &MonthRow, basis: &Basis<'_>, levers: &Levers, cut: Decimal) -> MonthRow {
        if *levers == Levers::default() {
            return row.clone();
        }
        let rolled = row.receivables.and_then(|receivables| basis.roll_back(receivables).ok());
        let rolled = rolled.filter(|rolled| !rolled.is_lower_bound());
        let current = row.receivables.zip(row.overdue).map(|(total, overdue)| total - overdue);
        let current_days = current.and_then(|current| basis.roll_back(current).ok()).map(|rolled| rolled.days);
        // The levers take away a difference, so that whatever they leave alone stays exactly as it was.
        let lost = |days: Decimal| {
            let kept: Decimal =
                payers(levers, cut, days).iter().map(|payers| payers.share * self.sold(basis, payers.days)).sum();
            self.sold(basis, days) - kept
        };
        let receivables = row.receivables.zip(rolled).map(|(receivables, rolled)| receivables - lost(rolled.days));
        let current = current.zip(current_days).map(|(current, days)| current - lost(days));
        MonthRow {
            receivables,
            overdue: receivables.zip(current).map(|(total, current)| (total - current).max(Decimal::ZERO)),
            ..row.clone()
        }
    }

    /// Sales of the last `days` days.
    fn sold(&self, basis: &Basis<'_>, days: Decimal) -> Decimal {
        receivables_of(days, &basis.newest_first, self.conventions.empty_month)
    }
}

/// Who pays when, out of customers who all paid after `days`.
fn payers(levers: &Levers, cut: Decimal, days: Decimal) -> Vec<Payers> {
    let adoption = levers.terms.map_or(Decimal::ZERO, |terms| terms.adoption);
    let shorter = (days - cut).max(Decimal::ZERO);
    let by_terms = [Payers { share: Decimal::ONE - adoption, days }, Payers { share: adoption, days: shorter }];
    let Some(discount) = levers.discount else { return by_terms.into() };
    let within = Decimal::from(discount.within_days);
    by_terms
        .into_iter()
        .flat_map(|payers| {
            [
                Payers { share: payers.share * (Decimal::ONE - discount.take_up), days: payers.days },
                Payers { share: payers.share * discount.take_up, days: payers.days.min(within) },
            ]
        })
        .collect()
}

/// Days by which the terms become shorter.
fn cut(levers: &Levers) -> Result<Decimal, Error> {
    let Some(terms) = levers.terms else { return Ok(Decimal::ZERO) };
    let term_days = match (terms.rule, terms.current_term_days) {
        (_, Some(days)) => i64::from(days),
        // Without a term, `minus` is bounded by the day of payment itself, in `payers`.
        (super::TermsRule::Minus, None) => i64::from(terms.days),
        (super::TermsRule::Cap, None) => return Err(Error::MissingTerm),
    };
    Ok(Decimal::from(terms.cut(term_days)))
}
