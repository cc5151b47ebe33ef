//! The levers of a request in the order they apply, and how the shares that adopt them split an amount.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::limits::Within;
use super::payment::{Effect, Part};
use super::request::{Action, Lever, TermsRule};
use crate::order::Order;
use crate::terms::LegalRequest;

/// A set of levers, one bit each, by their place in the request.
pub type Set = u16;

/// The levers of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Concern {
    /// Those whose scope it is in.
    pub all: Set,
    /// Those of them that move its payments.
    pub moving: Set,
}

/// One lever, ready to be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyLever {
    /// Its place in the request.
    pub index: usize,
    /// Share that adopts it, above 0 and up to 1.
    pub share: Decimal,
    /// The first lever, by its place in the order, that has as large a share and as many parts: those of a class need not be told
    /// apart.
    pub class: usize,
    /// Does it concern what is in dispute, or only what is not?
    pub disputes: Disputes,
    /// Does it concern what nobody is expected to pay, too?
    pub with_unpaid: bool,
    /// Does it change payables or inventory?
    pub is_on_other_balances: bool,
    /// Does it concern only terms longer than this?
    pub terms_above: Option<i32>,
    /// Does it concern only terms no longer than this?
    pub terms_up_to: Option<i32>,
    /// The part that lies within its limit.
    pub within_limit: Within,
    /// As [`Lever::needs_due_date`].
    pub needs_due_date: bool,
    /// Its effect.
    pub kind: Mechanism,
}

/// Whether a lever concerns what is in dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disputes {
    /// That and everything else.
    Too,
    /// Nothing else.
    Only,
    /// Everything else.
    No,
}

/// How a lever works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mechanism {
    /// It moves payments.
    Moves(Effect),
    /// What lies beyond the limit of a customer is not sold any more.
    Stops,
    /// A part of the amount, as a fraction, never enters the receivables.
    Deposit(Decimal),
    /// A part of the receivables, as a fraction, is advanced by a factor.
    Factoring {
        /// The part.
        advance: Decimal,
        /// Is it a loan, so that they stay on the balance sheet?
        with_recourse: bool,
    },
    /// A premium is paid on it.
    Insurance,
    /// It changes other balances only.
    Beside,
}

impl ReadyLever {
    fn of(index: usize, lever: &Lever, regimes: &[&LegalRequest]) -> Self {
        let fraction = |percent: Decimal| percent / Decimal::ONE_HUNDRED;
        let days = |days: u32| days.to_i32().unwrap_or(i32::MAX);
        let kind = match lever.action {
            Action::Terms { rule, days: count, ref legal, early_payers_follow, .. } => {
                let regime = regimes.iter().position(|regime| *regime == legal).unwrap_or(usize::MAX);
                Mechanism::Moves(Effect::Terms { rule, days: days(count), regime, early_follow: early_payers_follow })
            }
            Action::EarlyPaymentDiscount { within_days, .. }
            | Action::DynamicDiscounting { within_days, .. }
            | Action::RetentionBond { within_days, .. } => {
                Mechanism::Moves(Effect::Discount { within: days(within_days) })
            }
            Action::CreditLimits { .. } => Mechanism::Stops,
            Action::DirectDebit { .. } => Mechanism::Moves(Effect::OnDue),
            Action::Deposit { deposit_percent, .. } => Mechanism::Deposit(fraction(deposit_percent)),
            Action::FasterInvoicing { days: count } => Mechanism::Moves(Effect::Earlier { days: days(count) }),
            Action::Reminders { shrink_percent, days: count } => {
                Mechanism::Moves(Effect::LessLate { gone: Part::percent(shrink_percent), days: days(count) })
            }
            Action::Disputes { after_days } => Mechanism::Moves(Effect::Settled { after: days(after_days) }),
            Action::InstalmentPlan { instalments, after_days } => {
                Mechanism::Moves(Effect::Instalments { count: instalments, after: days(after_days) })
            }
            Action::Factoring { advance_percent, with_recourse, .. } => {
                Mechanism::Factoring { advance: fraction(advance_percent), with_recourse }
            }
            Action::CreditInsurance { .. } => Mechanism::Insurance,
            Action::Payables { .. } | Action::Inventory { .. } => Mechanism::Beside,
        };
        let disputes = match lever.action {
            Action::Disputes { .. } => Disputes::Only,
            Action::Factoring { .. } => Disputes::No,
            _ if lever.scope.without_disputes => Disputes::No,
            Action::Terms { .. }
            | Action::EarlyPaymentDiscount { .. }
            | Action::DynamicDiscounting { .. }
            | Action::RetentionBond { .. }
            | Action::CreditLimits { .. }
            | Action::DirectDebit { .. }
            | Action::Deposit { .. }
            | Action::FasterInvoicing { .. }
            | Action::Reminders { .. }
            | Action::InstalmentPlan { .. }
            | Action::CreditInsurance { .. }
            | Action::Payables { .. }
            | Action::Inventory { .. } => Disputes::Too,
        };
        Self {
            index,
            share: fraction(lever.share_percent),
            class: 0,
            disputes,
            is_on_other_balances: lever.action.is_on_other_balances(),
            with_unpaid: match kind {
                // Their due dates are others, too.
                Mechanism::Moves(Effect::Terms { .. } | Effect::Earlier { .. }) => true,
                Mechanism::Moves(_) => disputes == Disputes::Only,
                _ => true,
            },
            terms_above: lever.scope.terms_above_days.map(days),
            terms_up_to: lever.scope.terms_up_to_days.map(days),
            within_limit: Within::ALL,
            needs_due_date: lever.needs_due_date(),
            kind,
        }
    }

    /// Into how many parts it splits what is adopted.
    #[must_use]
    pub const fn parts(&self) -> u32 {
        match self.kind {
            Mechanism::Moves(effect) => effect.parts(),
            _ => 1,
        }
    }

    fn splits_as(&self, other: &Self) -> bool {
        self.share == other.share && self.parts() == other.parts()
    }

    /// Does it change receivables?
    #[must_use]
    pub const fn is_on_receivables(&self) -> bool {
        !matches!(self.kind, Mechanism::Insurance | Mechanism::Beside)
    }

    /// Does it act on what is open already, not with new invoices first?
    #[must_use]
    pub const fn collects(&self) -> bool {
        matches!(
            self.kind,
            Mechanism::Factoring { .. }
                | Mechanism::Moves(Effect::LessLate { .. } | Effect::Settled { .. } | Effect::Instalments { .. })
        )
    }

    /// The bit of the lever.
    #[must_use]
    pub const fn bit(&self) -> Set {
        1 << self.index
    }
}

/// The levers that are used, in the order they apply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levers(Vec<ReadyLever>);

impl Levers {
    /// Checked levers of a request. Those that nobody adopts, and discounts of nothing, are left out.
    #[must_use]
    pub fn of(levers: &[Lever]) -> Self {
        let is_used = |lever: &&(usize, &Lever)| {
            let is_discount_of_nothing = matches!(lever.1.action, Action::EarlyPaymentDiscount { discount_percent, .. } if discount_percent.is_zero());
            !lever.1.share_percent.is_zero() && !is_discount_of_nothing
        };
        let numbered: Vec<(usize, &Lever)> = levers.iter().enumerate().collect();
        let mut used: Vec<(usize, &Lever)> = numbered.iter().filter(is_used).copied().collect();
        used.order_by_key(|(_, lever)| lever.action.place());
        let regimes = regimes(levers);
        let mut ready: Vec<ReadyLever> =
            used.into_iter().map(|(index, lever)| ReadyLever::of(index, lever, &regimes)).collect();
        let class = |lever: &ReadyLever| ready.iter().position(|first| first.splits_as(lever)).unwrap_or(0);
        let classes: Vec<usize> = ready.iter().map(class).collect();
        for (lever, class) in ready.iter_mut().zip(classes) {
            lever.class = class;
        }
        Self(ready)
    }

    /// The same, whatever their shares and what is only multiplied by them: what scenarios have in common that move the same
    /// payments. All or only some of those who could adopt a lever is a difference.
    #[must_use]
    pub fn shape(&self) -> Self {
        let shape = |lever: &ReadyLever| ReadyLever {
            share: if lever.share == Decimal::ONE { Decimal::ONE } else { Decimal::ZERO },
            within_limit: Within::ALL,
            kind: match lever.kind {
                Mechanism::Deposit(_) => Mechanism::Deposit(Decimal::ZERO),
                Mechanism::Factoring { .. } => Mechanism::Factoring { advance: Decimal::ZERO, with_recourse: false },
                Mechanism::Moves(_) | Mechanism::Stops | Mechanism::Insurance | Mechanism::Beside => lever.kind.clone(),
            },
            ..lever.clone()
        };
        Self(self.0.iter().map(shape).collect())
    }

    /// The same, where so much lies within the limit of each lever.
    #[must_use]
    pub fn limited(mut self, within: impl Fn(usize) -> Within) -> Self {
        self.0.iter_mut().for_each(|lever| lever.within_limit = within(lever.index));
        self
    }

    /// One lever alone.
    #[must_use]
    pub fn only(lever: &ReadyLever) -> Self {
        Self(vec![lever.clone()])
    }

    /// In the order they apply.
    pub fn iter(&self) -> impl Iterator<Item = &ReadyLever> {
        self.0.iter()
    }

    /// Those of one set.
    pub fn among(&self, set: Set) -> impl Iterator<Item = &ReadyLever> {
        self.0.iter().filter(move |lever| lever.bit() & set != 0)
    }

    /// The levers up to a place in their order.
    #[must_use]
    pub fn first(&self, count: usize) -> Self {
        Self(self.0.iter().take(count).cloned().collect())
    }

    /// Those in a set.
    #[must_use]
    pub fn within(&self, set: Set) -> Self {
        Self(self.among(set).cloned().collect())
    }

    /// No lever at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The regimes that levers name, each once.
#[must_use]
pub fn regimes(levers: &[Lever]) -> Vec<&LegalRequest> {
    let mut regimes = Vec::new();
    for lever in levers {
        if let Action::Terms { rule: TermsRule::Legal, legal, .. } = &lever.action
            && !regimes.contains(&legal)
        {
            regimes.push(legal);
        }
    }
    regimes
}
