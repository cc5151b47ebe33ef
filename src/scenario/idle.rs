//! Why a lever that is used moves nothing, and where it would act.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::baseline::{Baseline, Model};
use super::levers::{Levers, Mechanism, ReadyLever};
use super::request::{Action, TermsRule};
use super::worth::Valued;
use crate::money::published;

/// Why a lever moves nothing.
#[apply(answer!)]
#[derive(Copy)]
pub enum IdleReason {
    /// No agreed term is longer than what it allows.
    NoLongerTerms,
    /// Nothing in its scope is paid late, or as late as it asks for.
    NothingLate,
    /// Nothing is in dispute.
    NoDisputes,
    /// What it asks for changes no payment: nobody pays later than its day, or it asks for nothing.
    NothingToMove,
}

/// A lever that moves nothing.
#[apply(answer!)]
pub struct Idle {
    /// Why.
    pub reason: IdleReason,
    /// Days from which on it would act, by the reason: the longest agreed term, the most days late, or the most days from
    /// issue to payment, each of what is in its scope. `null` where no number of days would do.
    pub days: Option<Decimal>,
}

/// The most days of what a lever concerns.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reach {
    /// Longest agreed term.
    pub term: Option<Decimal>,
    /// Most days from issue to payment.
    pub paid: Option<Decimal>,
    /// Most days from due date to payment.
    pub late: Option<Decimal>,
    /// Is something there that nobody is expected to pay?
    pub has_unpaid: bool,
    /// Is anything there?
    pub concerns: bool,
}

impl Reach {
    /// Adds a payment, in days from issue; `None` where none is expected.
    pub fn add(&mut self, due: Option<Decimal>, paid: Option<Decimal>) {
        self.concerns = true;
        self.has_unpaid |= paid.is_none();
        self.term = self.term.max(due);
        self.paid = self.paid.max(paid);
        self.late = self.late.max(paid.zip(due).map(|(paid, due)| paid - due));
    }
}

impl Baseline {
    /// Why a lever moves nothing, `alone` being what it is worth on its own. `None` if it moves something, and for insurance,
    /// which moves no payment.
    pub(super) fn idle(&self, lever: &ReadyLever, action: &Action, alone: &Valued) -> Option<Idle> {
        let releases = !alone.worth.cash_released.is_zero() || !alone.worth.average_cash_released.is_zero();
        let moves = matches!(lever.kind, Mechanism::Moves(_))
            && alone.run.by_lever.get(lever.index).is_some_and(|sums| !sums.moved.is_zero());
        if releases || moves || matches!(lever.kind, Mechanism::Insurance) {
            return None;
        }
        let reach = self.reach(&Levers::only(lever));
        let late = |after: u32| {
            let is_reached = reach.has_unpaid || reach.late.is_some_and(|late| late > Decimal::from(after));
            let reason = if is_reached { IdleReason::NothingToMove } else { IdleReason::NothingLate };
            (reason, reach.late.filter(|late| !is_reached && *late > Decimal::ZERO))
        };
        let (reason, days) = match *action {
            Action::Terms { rule: TermsRule::Cap | TermsRule::Legal, .. } => (IdleReason::NoLongerTerms, reach.term),
            Action::Reminders { shrink_percent, days: 0 } if shrink_percent.is_zero() => {
                (IdleReason::NothingToMove, None)
            }
            Action::DirectDebit { .. } | Action::Reminders { .. } => late(0),
            Action::InstalmentPlan { after_days, .. } => late(after_days),
            Action::Disputes { .. } if !reach.concerns => (IdleReason::NoDisputes, None),
            Action::EarlyPaymentDiscount { .. }
            | Action::DynamicDiscounting { .. }
            | Action::RetentionBond { .. }
            | Action::Disputes { .. } => (IdleReason::NothingToMove, reach.paid),
            Action::Terms { rule: TermsRule::Minus, .. }
            | Action::CreditLimits { .. }
            | Action::Deposit { .. }
            | Action::FasterInvoicing { .. }
            | Action::CreditInsurance { .. }
            | Action::Factoring { .. }
            | Action::Payables { .. }
            | Action::Inventory { .. } => (IdleReason::NothingToMove, None),
        };
        Some(Idle { reason, days: days.map(published) })
    }

    fn reach(&self, levers: &Levers) -> Reach {
        match self.model() {
            Model::Replay(replay) => replay.reach(levers),
            Model::Reading(reading) => reading.reach(levers),
        }
    }
}
