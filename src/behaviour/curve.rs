//! The product-limit estimate of Kaplan and Meier, weighted by amount.

use rust_decimal::Decimal;

/// The earliest day that is told apart, from the due date; what is paid earlier counts as paid on that day.
pub const EARLIEST: i64 = -180;

/// The latest day that is told apart; what is paid or still open later counts as paid or open on that day.
pub const LATEST: i64 = 720;

const DAYS: usize = 901;

/// All of it, in the units of a share.
const ONE: u64 = 1_000_000_000_000_000_000;

/// Amounts by the day they were paid on, or were still open on.
///
/// # Examples
///
/// 100 paid on the due date, 100 ten days later, and 100 still open after five days. On day 10 only 100 are left to
/// observe, all of them paid: the open ones are taken to behave like these.
///
/// ```
/// use encours::behaviour::Observations;
/// use rust_decimal::dec;
///
/// let mut seen = Observations::default();
/// seen.add_paid(0, 100);
/// seen.add_open(5, 100);
/// seen.add_paid(10, 100);
/// let curve = seen.curve();
/// assert_eq!(curve.unpaid_percent(0).round_dp(4), dec!(66.6667));
/// assert_eq!(curve.unpaid_percent(10), dec!(0));
/// assert_eq!(curve.day_paid(dec!(50)), Some(10));
/// ```
#[derive(Clone, Debug)]
pub struct Observations {
    paid: Vec<u64>,
    open: Vec<u64>,
    /// The days used so far.
    first: usize,
    end: usize,
}

impl Default for Observations {
    fn default() -> Self {
        Self { paid: vec![0; DAYS], open: vec![0; DAYS], first: DAYS, end: 0 }
    }
}

impl Observations {
    /// Adds an amount that was paid `days` after its due date.
    pub fn add_paid(&mut self, days: i64, amount: u64) {
        let index = self.used(days);
        add(&mut self.paid, index, amount);
    }

    /// Adds an amount that was still open `days` after its due date.
    pub fn add_open(&mut self, days: i64, amount: u64) {
        let index = self.used(days);
        add(&mut self.open, index, amount);
    }

    /// What is left without some of it.
    #[must_use]
    pub fn without(&self, part: &Self) -> Self {
        let left = |all: &[u64], part: &[u64]| {
            all.iter().zip(part).map(|(all, part)| all.saturating_sub(*part)).collect::<Vec<u64>>()
        };
        let (paid, open) = (left(&self.paid, &part.paid), left(&self.open, &part.open));
        let is_used = |index: &usize| {
            [&paid, &open].into_iter().any(|amounts| amounts.get(*index).is_some_and(|amount| *amount > 0))
        };
        let used = self.first..self.end;
        let first = used.clone().find(is_used).unwrap_or(DAYS);
        let end = used.rev().find(is_used).map_or(0, |last| last + 1);
        Self { paid, open, first, end }
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        for days in [&mut self.paid, &mut self.open] {
            days.iter_mut().take(self.end).skip(self.first).for_each(|amount| *amount = 0);
        }
        (self.first, self.end) = (DAYS, 0);
    }

    /// The share of the amount that is still unpaid after each day.
    ///
    /// Of what is neither paid nor lost from sight before a day, the share paid on it is taken off what is left:
    /// S(t) = S(t − 1) × (1 − paid on t ÷ at risk on t). What is still open on a day was at risk on it.
    ///
    /// Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", 1958.
    #[must_use]
    pub fn curve(&self) -> Curve {
        let mut unpaid = vec![ONE; DAYS];
        let used = || self.paid.iter().zip(&self.open).take(self.end).skip(self.first);
        let mut at_risk: u64 = used().fold(0, |sum, (paid, open)| sum.saturating_add(*paid).saturating_add(*open));
        let mut share = ONE;
        for ((paid, open), left) in used().zip(unpaid.iter_mut().skip(self.first)) {
            if *paid > 0 {
                share = scaled(share, at_risk - at_risk.min(*paid), at_risk);
            }
            at_risk = at_risk.saturating_sub(*paid).saturating_sub(*open);
            *left = share;
        }
        unpaid.iter_mut().skip(self.end.max(self.first)).for_each(|left| *left = share);
        Curve { unpaid, seen: self.end }
    }

    fn used(&mut self, days: i64) -> usize {
        let index = index(days);
        self.first = self.first.min(index);
        self.end = self.end.max(index + 1);
        index
    }
}

/// The share of an amount that is still unpaid some days after its due date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// By day from the earliest, in units of [`ONE`]; it never rises.
    unpaid: Vec<u64>,
    /// How many of these days anything was still seen on.
    seen: usize,
}

impl Curve {
    /// Share in percent still unpaid at the end of a day.
    #[must_use]
    pub fn unpaid_percent(&self, days: i64) -> Decimal {
        percent(self.at(days))
    }

    /// The same, where the data says it: something was seen that long, or nothing is left by then.
    #[must_use]
    pub fn known_unpaid_percent(&self, days: i64) -> Option<Decimal> {
        let unpaid = self.unpaid_percent(days);
        (index(days) < self.seen || unpaid.is_zero()).then_some(unpaid)
    }

    /// The first day on which at least `percent` percent of the amount is paid; `None` if that was never seen.
    #[must_use]
    pub fn day_paid(&self, percent: Decimal) -> Option<i64> {
        let unpaid = Decimal::ONE_HUNDRED - percent;
        // The last digits of a product of rounded shares are not to move a percentile by a step of the curve.
        let most = units(unpaid).saturating_add(1_000_000);
        (EARLIEST..).zip(&self.unpaid).find(|(_, left)| **left <= most).map(|(day, _)| day)
    }

    /// Mean days late, what is unpaid after `horizon` days counted as paid then: never an extrapolation.
    #[must_use]
    pub fn mean_days(&self, horizon: i64) -> Decimal {
        let days = usize::try_from(horizon - EARLIEST).unwrap_or(0);
        let sum: u128 = self.unpaid.iter().take(days).map(|left| u128::from(*left)).sum();
        Decimal::from(EARLIEST) + Decimal::from(sum) / Decimal::from(ONE)
    }

    /// The curve of somebody who is known by `weight` of 2²⁰ parts from this curve, else from `other`.
    #[must_use]
    pub fn blended(&self, other: &Self, weight: u32) -> Self {
        let weight = i64::from(weight.min(WHOLE_WEIGHT));
        let mean = |(own, other): (&u64, &u64)| {
            // The difference is cut to 40 bits, so that its product with 20 bits stays narrow: 10⁻¹² of the whole.
            let difference = (own.cast_signed() - other.cast_signed()) >> 20;
            other.saturating_add_signed(difference * weight)
        };
        Self { unpaid: self.unpaid.iter().zip(&other.unpaid).map(mean).collect(), seen: self.seen.max(other.seen) }
    }

    /// The days on which the unpaid share changes, with what is left then in percent.
    pub fn steps(&self) -> impl Iterator<Item = (i64, Decimal)> {
        let before = [ONE].into_iter().chain(self.unpaid.iter().copied());
        (EARLIEST..)
            .zip(before.zip(&self.unpaid))
            .filter(|(_, (before, left))| before != *left)
            .map(|(day, (_, left))| (day, percent(*left)))
    }

    /// What is open `days` after its due date, to be asked what becomes of it.
    #[must_use]
    pub fn open_for(&self, days: i64) -> OpenItem<'_> {
        let now = self.at(days) >> SHIFT;
        OpenItem { curve: self, days, now, reciprocal: (1_u64 << 62).checked_div(now).unwrap_or(0) }
    }

    fn at(&self, days: i64) -> u64 {
        self.unpaid.get(index(days)).copied().unwrap_or(ONE)
    }
}

/// The weight of a curve that is believed alone.
pub const WHOLE_WEIGHT: u32 = 1 << 20;

/// Takes a share from 60 bits to 32, so that the parts of an amount need no wide arithmetic.
const SHIFT: u32 = 28;

/// An open item of a certain age.
#[derive(Clone, Copy, Debug)]
pub struct OpenItem<'a> {
    curve: &'a Curve,
    days: i64,
    /// The share unpaid at that age, in 32 bits.
    now: u64,
    /// 2⁶² ÷ that share.
    reciprocal: u64,
}

impl OpenItem<'_> {
    /// Was anything ever paid later than at that age?
    #[must_use]
    pub fn is_ever_paid(&self) -> bool {
        self.now > self.curve.at(LATEST) >> SHIFT
    }

    /// What of `amount` is expected to be still unpaid `later` days on. An age at which nothing was ever left to be
    /// paid says nothing: it stays unpaid.
    #[must_use]
    pub fn still_unpaid(&self, amount: u64, later: i64) -> u64 {
        let then = self.curve.at(self.days.saturating_add(later)) >> SHIFT;
        if then == self.now {
            return amount;
        }
        // The curve never rises, so that neither product leaves 64 bits.
        let half = 1 << 30;
        let share = (then * self.reciprocal + half) >> 31;
        let (high, low) = (amount >> 31, amount & ((1 << 31) - 1));
        (high * share).saturating_add((low * share + half) >> 31).min(amount)
    }
}

fn index(days: i64) -> usize {
    usize::try_from(days.clamp(EARLIEST, LATEST) - EARLIEST).unwrap_or(0)
}

fn add(days: &mut [u64], index: usize, amount: u64) {
    if let Some(sum) = days.get_mut(index) {
        *sum = sum.saturating_add(amount);
    }
}

/// `share` × `numerator` ÷ `denominator`, to the nearest.
fn scaled(share: u64, numerator: u64, denominator: u64) -> u64 {
    let denominator = u128::from(denominator.max(1));
    let product = u128::from(share) * u128::from(numerator);
    u64::try_from((product + denominator / 2) / denominator).unwrap_or(share)
}

fn percent(share: u64) -> Decimal {
    Decimal::from(share) * Decimal::ONE_HUNDRED / Decimal::from(ONE)
}

fn units(percent: Decimal) -> u64 {
    use rust_decimal::prelude::ToPrimitive;
    (percent * Decimal::from(ONE) / Decimal::ONE_HUNDRED).to_u64().unwrap_or(0)
}
