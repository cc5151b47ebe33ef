//! How levers split an amount: who adopts what has which share, and what becomes of it.
//!
//! Sums are kept by share, not by who adopts what: twelve plans of three parts make half a million ways to pay, but one share,
//! and of the ways that come to the same day one is enough, with how often it is met.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;

use super::buckets::total;
use super::levers::{Concern, Levers, Mechanism};
use super::payment::{Days, Effect, Facts, Payment};
use crate::error::Error;

/// A share of every amount: `of` ÷ `parts`. Kept apart, three thirds are the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    of: Decimal,
    parts: u64,
}

impl Share {
    const WHOLE: Self = Self { of: Decimal::ONE, parts: 1 };

    fn times(self, share: Decimal, parts: u32) -> Self {
        Self { of: self.of * share, parts: self.parts.saturating_mul(parts.into()) }
    }

    /// The share of an amount.
    #[must_use]
    pub fn of(self, amount: Decimal) -> Decimal {
        (self.of * amount).checked_div(self.parts.into()).unwrap_or_default()
    }
}

/// Most parts that levers may split an invoice into: the shares of those who adopt what, times the days of their plans.
pub const MOST_PARTS: u64 = 20_000;

/// Most parts of equal size: sums of ledger units, days and these stay far within 128 bits.
const MOST_EQUAL_PARTS: u64 = 1_000_000_000;

/// The shares that the levers of a concern split an amount into.
#[derive(Clone, Debug)]
pub struct Split {
    shares: Vec<Share>,
    /// For each lever that moves payments, in their order, and each share before it: the place of the share that does not
    /// adopt it, if anybody does not, and that of each part of the share that does.
    steps: Vec<Vec<(Option<usize>, usize)>>,
}

impl Split {
    /// How the levers of `concern.moving` split an amount.
    #[must_use]
    pub fn of(levers: &Levers, concern: Concern) -> Self {
        let mut split = Self { shares: vec![Share::WHOLE], steps: Vec::new() };
        for lever in levers.among(concern.moving) {
            let Mechanism::Moves(effect) = lever.kind else { continue };
            let mut shares: Vec<Share> = Vec::new();
            let mut known: FxHashMap<Share, usize> = FxHashMap::default();
            let mut place = |share: Share| {
                *known.entry(share).or_insert_with(|| {
                    shares.push(share);
                    shares.len() - 1
                })
            };
            let refusing = Some(Decimal::ONE - lever.share).filter(|refusing| !refusing.is_zero());
            let step = |share: &Share| {
                let refuses = refusing.map(|refusing| place(share.times(refusing, 1)));
                (refuses, place(share.times(lever.share, effect.parts())))
            };
            let step = split.shares.iter().map(step).collect();
            split.steps.push(step);
            split.shares = shares;
        }
        split
    }

    /// Checks that they are not too many to be told apart.
    ///
    /// # Errors
    ///
    /// [`Error::TooManyParts`].
    pub fn check(levers: &Levers) -> Result<(), Error> {
        let all = levers.iter().fold(0, |set, lever| set | lever.bit());
        let parts = || {
            levers.iter().filter_map(|lever| match lever.kind {
                Mechanism::Moves(effect) => Some(u64::from(effect.parts())).filter(|parts| *parts > 1),
                _ => None,
            })
        };
        let shares = Self::of(levers, Concern { all, moving: all }).len();
        let told_apart = u64::try_from(shares).unwrap_or(u64::MAX).saturating_mul(parts().sum::<u64>().max(1));
        let equal = parts().fold(1_u64, u64::saturating_mul);
        if told_apart > MOST_PARTS || equal > MOST_EQUAL_PARTS {
            return Err(Error::TooManyParts { most: MOST_PARTS });
        }
        Ok(())
    }

    /// How many shares there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.shares.len()
    }

    /// The part of every amount that has an outcome.
    #[must_use]
    pub fn part<D>(&self, outcome: &Outcome<D>) -> Decimal {
        let share = self.shares.get(outcome.share);
        share.map_or(Decimal::ZERO, |share| share.of(outcome.count.into()))
    }

    /// Millionths of ledger units by share, as an amount.
    #[must_use]
    pub fn shared(&self, units: impl Iterator<Item = i128>) -> Decimal {
        self.shares
            .iter()
            .zip(units)
            .filter(|(_, units)| *units != 0)
            .map(|(share, units)| share.of(total(units)))
            .sum()
    }
}

/// What becomes of a part of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome<D> {
    /// When it is due and paid.
    pub payment: Payment<D>,
    /// The discount it takes, by its place in the request.
    pub taken: Option<(usize, Taking<D>)>,
    /// Is a dispute settled?
    pub settled: bool,
    /// Which share it is.
    pub share: usize,
    /// How many times that share.
    pub count: u64,
}

impl<D: Days> Outcome<D> {
    fn under(self, lever: usize, effect: Effect, facts: &Facts<'_, D>, instalment: u32) -> Self {
        let is_discount = matches!(effect, Effect::Discount { .. });
        if is_discount && self.taken.is_some() {
            return self;
        }
        let payment = effect.on(self.payment, facts, instalment.to_i32().unwrap_or(i32::MAX));
        let earlier = || (lever, Taking::Earlier { days: self.payment.paid - payment.paid });
        let taken = if is_discount { Some(earlier()) } else { self.taken };
        Self { payment, taken, settled: self.settled || matches!(effect, Effect::Settled { .. }), ..self }
    }

    /// Is it the same but for how often it is met?
    fn is_like(&self, other: &Self) -> bool {
        Self { count: 0, ..*self } == Self { count: 0, ..*other }
    }
}

/// How a discount is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Taking<D> {
    /// It is paid so many days earlier for it.
    Earlier {
        /// The days.
        days: D,
    },
    /// It is paid by that day anyway.
    Anyway,
}

/// Outcomes that are looked at one by one: to sort so few costs more than it saves.
const FEW: usize = 200;

/// What becomes of an amount under the levers of a concern, which `split` was made for: when each part is paid, and which
/// discount it takes. The first that is taken ends it: whoever takes one, or pays by its day anyway, is granted no other.
pub fn outcomes<D: Days>(
    levers: &Levers,
    concern: Concern,
    split: &Split,
    (payment, facts): (Payment<D>, &Facts<'_, D>),
    outcomes: &mut Vec<Outcome<D>>,
) {
    outcomes.clear();
    outcomes.push(Outcome { payment, taken: None, settled: false, share: 0, count: 1 });
    let mut steps = split.steps.iter();
    for lever in levers.among(concern.all) {
        let Mechanism::Moves(effect) = lever.kind else { continue };
        if let Effect::Discount { within } = effect {
            for outcome in outcomes.iter_mut().filter(|outcome| outcome.taken.is_none()) {
                let is_anyway = outcome.payment.paid <= D::of(within);
                outcome.taken = is_anyway.then_some((lever.index, Taking::Anyway));
            }
        }
        if concern.moving & lever.bit() == 0 {
            continue;
        }
        let Some(step) = steps.next() else { return };
        // Those who adopt it come behind those who do not, who are overwritten where nobody refuses.
        let before = outcomes.len();
        for place in 0..before {
            let Some(outcome) = outcomes.get(place).copied() else { continue };
            let Some((refuses, adopts)) = step.get(outcome.share).copied() else { continue };
            for instalment in 0..effect.parts() {
                let adopting = outcome.under(lever.index, effect, facts, instalment);
                outcomes.push(Outcome { share: adopts, ..adopting });
            }
            if let Some((share, kept)) = refuses.zip(outcomes.get_mut(place)) {
                kept.share = share;
            }
        }
        if lever.share == Decimal::ONE {
            outcomes.drain(..before);
        }
        if outcomes.len() > FEW {
            outcomes.sort_unstable();
            outcomes.dedup_by(|one, kept| {
                let is_like = one.is_like(kept);
                kept.count += if is_like { one.count } else { 0 };
                is_like
            });
        }
    }
}
