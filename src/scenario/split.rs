//! How levers split an amount: who adopts what has which share, and what becomes of it.
//!
//! Sums are kept by share, not by who adopts what: twelve plans of three parts make half a million ways to pay, but one share,
//! and of the ways that come to the same day one is enough, with how often it is met.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::{FxHashMap, FxHashSet};

use super::buckets::total;
use super::levers::{Concern, Levers, Mechanism, ReadyLever};
use super::payment::{Days, Effect, Facts, Payment};
use super::request::MOST_LEVERS;
use crate::error::Error;

/// A share of every amount: `of` ÷ `parts`. Kept apart, three thirds are the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Share {
    of: Decimal,
    parts: u64,
}

impl Share {
    const WHOLE: Self = Self { of: Decimal::ONE, parts: 1 };

    fn times(self, share: Decimal, parts: u32) -> Self {
        Self { of: self.of * share, parts: self.parts.saturating_mul(parts.into()) }
    }

    /// The share of an amount.
    fn of(self, amount: Decimal) -> Decimal {
        (self.of * amount).checked_div(self.parts.into()).unwrap_or_default()
    }
}

/// Shares by their places in a [`Split`].
#[derive(Clone, Debug)]
pub struct Shares(Vec<Share>);

impl Shares {
    /// The part of every amount that has an outcome.
    #[must_use]
    pub fn part<D>(&self, outcome: &Outcome<D>) -> Decimal {
        let share = self.0.get(outcome.share);
        share.map_or(Decimal::ZERO, |share| share.of(outcome.count.into()))
    }

    /// Millionths of ledger units by share, as an amount.
    #[must_use]
    pub fn shared(&self, units: impl Iterator<Item = i128>) -> Decimal {
        let met = self.0.iter().zip(units).filter(|(_, units)| *units != 0);
        met.map(|(share, units)| share.of(total(units))).sum()
    }
}

/// What makes a share, whatever it is worth: how many levers of each class are adopted, and how many are not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Choices {
    adopts: [u8; MOST_LEVERS],
    refuses: [u8; MOST_LEVERS],
}

impl Choices {
    /// The share, as `levers` have it.
    fn worth(&self, levers: &Levers) -> Share {
        let mut share = Share::WHOLE;
        for (class, (adopts, refuses)) in self.adopts.iter().zip(self.refuses).enumerate() {
            let Some(lever) = levers.iter().find(|lever| lever.class == class) else { continue };
            for _ in 0..*adopts {
                share = share.times(lever.share, lever.parts());
            }
            for _ in 0..refuses {
                share = share.times(Decimal::ONE - lever.share, 1);
            }
        }
        share
    }
}

/// Most parts that levers may split an invoice into: the shares of those who adopt what, times the days of their plans.
pub const MOST_PARTS: u64 = 20_000;

/// Most parts of equal size: sums of ledger units, days and these stay far within 128 bits.
const MOST_EQUAL_PARTS: u64 = 1_000_000_000;

/// The shares that levers split amounts into, known as they are met. What they are worth is asked afterwards, so that a split
/// serves any shares of levers of one [`Levers::shape`].
#[derive(Clone, Debug)]
pub struct Split {
    choices: Vec<Choices>,
    known: FxHashMap<Choices, usize>,
    /// By lever, in the order they apply, and by share before it.
    steps: Vec<Vec<Option<Step>>>,
}

/// What a lever makes of a share: the place of the share that does not adopt it, if anybody does not, and that of each part of
/// the share that does.
#[derive(Clone, Copy, Debug)]
struct Step {
    refuses: Option<usize>,
    adopts: usize,
}

impl Default for Split {
    fn default() -> Self {
        let whole = Choices::default();
        Self { choices: vec![whole], known: std::iter::once((whole, 0)).collect(), steps: Vec::new() }
    }
}

impl Split {
    /// What the lever numbered `place` makes of a share.
    fn step(&mut self, place: usize, lever: &ReadyLever, share: usize) -> Step {
        if let Some(step) = self.steps.get(place).and_then(|steps| *steps.get(share)?) {
            return step;
        }
        let before = self.choices.get(share).copied().unwrap_or_default();
        let one_more = |counts: fn(&mut Choices) -> &mut [u8; MOST_LEVERS]| {
            let mut choices = before;
            if let Some(count) = counts(&mut choices).get_mut(lever.class) {
                *count += 1;
            }
            choices
        };
        let step = Step {
            refuses: (lever.share != Decimal::ONE).then(|| self.place(one_more(|choices| &mut choices.refuses))),
            adopts: self.place(one_more(|choices| &mut choices.adopts)),
        };
        if let Some(slot) = grown(&mut self.steps, place).and_then(|steps| grown(steps, share)) {
            *slot = Some(step);
        }
        step
    }

    fn place(&mut self, choices: Choices) -> usize {
        *self.known.entry(choices).or_insert_with(|| {
            self.choices.push(choices);
            self.choices.len() - 1
        })
    }

    /// What the shares are worth with these levers.
    #[must_use]
    pub fn shares(&self, levers: &Levers) -> Shares {
        Shares(self.choices.iter().map(|choices| choices.worth(levers)).collect())
    }

    /// Checks that they are not too many to be told apart.
    ///
    /// # Errors
    ///
    /// [`Error::TooManyParts`].
    pub fn check(levers: &Levers) -> Result<(), Error> {
        let moving = || levers.iter().filter(|lever| matches!(lever.kind, Mechanism::Moves(_)));
        let mut shares: FxHashSet<Share> = std::iter::once(Share::WHOLE).collect();
        for lever in moving() {
            let split =
                |share: &Share| [share.times(Decimal::ONE - lever.share, 1), share.times(lever.share, lever.parts())];
            shares = shares.iter().flat_map(split).collect();
        }
        let parts = || moving().map(|lever| u64::from(lever.parts())).filter(|parts| *parts > 1);
        let shares = u64::try_from(shares.len()).unwrap_or(u64::MAX);
        let told_apart = shares.saturating_mul(parts().sum::<u64>().max(1));
        let equal = parts().fold(1_u64, u64::saturating_mul);
        if told_apart > MOST_PARTS || equal > MOST_EQUAL_PARTS {
            return Err(Error::TooManyParts { most: MOST_PARTS });
        }
        Ok(())
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

/// What becomes of an amount under the levers of a concern: when each part is paid, and which discount it takes. The first that
/// is taken ends it: whoever takes one, or pays by its day anyway, is granted no other. What a lever leaves as it is is not split
/// by who adopts it.
pub fn outcomes<D: Days>(
    levers: &Levers,
    concern: Concern,
    split: &mut Split,
    (payment, facts): (Payment<D>, &Facts<'_, D>),
    outcomes: &mut Vec<Outcome<D>>,
) {
    outcomes.clear();
    outcomes.push(Outcome { payment, taken: None, settled: false, share: 0, count: 1 });
    for (number, lever) in levers.among(concern.all).enumerate() {
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
        for place in 0..outcomes.len() {
            let Some(outcome) = outcomes.get(place).copied() else { continue };
            // Of a plan the first part is the earliest.
            let first = outcome.under(lever.index, effect, facts, 0);
            if first == outcome {
                continue;
            }
            let Step { refuses, adopts } = split.step(number, lever, outcome.share);
            let first = Outcome { share: adopts, ..first };
            let mut last = match refuses.zip(outcomes.get_mut(place)) {
                Some((share, kept)) => {
                    kept.share = share;
                    outcomes.push(first);
                    outcomes.len() - 1
                }
                // Nobody refuses: those who adopt it take the place.
                None => place,
            };
            if let Some(adopting) = outcomes.get_mut(last) {
                *adopting = first;
            }
            for instalment in 1..effect.parts() {
                let next = Outcome { share: adopts, ..outcome.under(lever.index, effect, facts, instalment) };
                if let Some(before) = outcomes.get_mut(last).filter(|before| before.is_like(&next)) {
                    before.count += next.count;
                } else {
                    outcomes.push(next);
                    last = outcomes.len() - 1;
                }
            }
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

/// The entry at a place, with empty ones before it where the list is shorter.
pub fn grown<T: Default>(list: &mut Vec<T>, place: usize) -> Option<&mut T> {
    if place >= list.len() {
        list.resize_with(place + 1, T::default);
    }
    list.get_mut(place)
}
