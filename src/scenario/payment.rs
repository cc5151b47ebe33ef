//! When an invoice is due and paid, and what each lever makes of it: the same rules for the invoices of a ledger, in
//! days and millionths of them, and for the roll-back reading of a series, in decimal ones.

use std::ops::{Add, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::request::TermsRule;

/// Days between the instalments of a plan.
pub const INSTALMENT_DAYS: i32 = 30;

/// Days, in millionths or as decimals.
pub trait Days: Copy + Ord + Add<Output = Self> + Sub<Output = Self> {
    /// No day.
    const ZERO: Self;

    /// So many days.
    fn of(days: i32) -> Self;

    /// What is left of these days once `gone` has been taken off.
    fn shrunk(self, gone: Part) -> Self;
}

/// A part of something, from nothing to all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    exact: Decimal,
    /// In millionths.
    millionths: i32,
}

impl Part {
    /// `percent` percent, to four decimals.
    #[must_use]
    pub fn percent(percent: Decimal) -> Self {
        let millionths = (percent * Decimal::from(10_000)).round().to_i32().unwrap_or(0).clamp(0, 1_000_000);
        Self { exact: Decimal::from(millionths) / Decimal::from(1_000_000), millionths }
    }
}

/// Millionths of a whole.
pub const WHOLE: i64 = 1_000_000;

/// Days in millionths. A payment after 2.1 days stands for nine tenths of the amount after two days and a tenth after three.
/// Levers go on from the part of a day; it is split when the receivables are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FineDays(i64);

impl FineDays {
    /// The whole days before, and the millionths of the amount that come a day later than that.
    #[must_use]
    pub fn split(self) -> (i32, i64) {
        (i32::try_from(self.0.div_euclid(WHOLE)).unwrap_or(i32::MAX), self.0.rem_euclid(WHOLE))
    }

    /// The day on or before it.
    #[must_use]
    pub fn floor(self) -> i32 {
        self.split().0
    }

    /// In millionths.
    #[must_use]
    pub fn millionths(self) -> i128 {
        self.0.into()
    }
}

impl Add for FineDays {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for FineDays {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Days for FineDays {
    const ZERO: Self = Self(0);

    fn of(days: i32) -> Self {
        Self(i64::from(days) * WHOLE)
    }

    fn shrunk(self, gone: Part) -> Self {
        let part = WHOLE - i64::from(gone.millionths);
        // Dividing by 128 bits is slow, and only needed for what is never paid.
        if let Some(left) = self.0.checked_mul(part).and_then(|left| left.checked_add(WHOLE / 2)) {
            return Self(left.div_euclid(WHOLE));
        }
        let left = i128::from(self.0) * i128::from(part) + i128::from(WHOLE / 2);
        Self(i64::try_from(left.div_euclid(WHOLE.into())).unwrap_or(self.0))
    }
}

impl Days for Decimal {
    const ZERO: Self = Self::ZERO;

    fn of(days: i32) -> Self {
        Self::from(days)
    }

    fn shrunk(self, gone: Part) -> Self {
        self * (Self::ONE - gone.exact)
    }
}

/// When something is due and paid, in days from the day its invoice goes out today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Payment<D> {
    /// Due date, where one is known.
    pub due: Option<D>,
    /// Payment.
    pub paid: D,
}

/// What a lever does to the payment of those who adopt it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Shorter terms; of a legal form, the number of its regime. Do those who pay early pay as early before the new term?
    Terms { rule: TermsRule, days: i32, regime: usize, early_follow: bool },
    /// Payment by a day.
    Discount { within: i32 },
    /// Payment of what is late on the due date.
    OnDue,
    /// Everything earlier.
    Earlier { days: i32 },
    /// Less late.
    LessLate { gone: Part, days: i32 },
    /// Disputes end, so many days after undisputed invoices are paid.
    Settled { after: i32 },
    /// Paid in parts.
    Instalments { count: u32, after: i32 },
}

/// What the effects need to know beside the payment.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a, D> {
    /// The longest term that the law allows, by regime; `None` before it was in force.
    pub longest_terms: &'a [Option<D>],
    /// How late undisputed invoices are paid; after issue where no due date is known.
    pub usual_late: D,
}

impl Effect {
    /// Into how many parts it splits the amount of those who adopt it.
    #[must_use]
    pub const fn parts(self) -> u32 {
        match self {
            Self::Instalments { count, .. } if count > 1 => count,
            _ => 1,
        }
    }

    /// The payment under the effect; of a plan, the part numbered `instalment` from 0.
    ///
    /// # Examples
    ///
    /// An invoice due on day 30 and paid on day 50, with terms 10 days shorter: the 20 days late stay.
    ///
    /// ```text
    /// (due 30, paid 50) → (due 20, paid 40)
    /// ```
    pub fn on<D: Days>(self, payment: Payment<D>, facts: &Facts<'_, D>, instalment: i32) -> Payment<D> {
        let Payment { due, paid } = payment;
        match self {
            Self::Terms { rule, days, regime, early_follow } => {
                let longest = facts.longest_terms.get(regime).copied().flatten();
                let cut = cut(rule, D::of(days), due, longest);
                let due_then = due.map(|due| due - cut);
                let paid_then = match (due, due_then) {
                    // Who pays by the new term already has no reason to pay earlier.
                    (Some(due), Some(then)) if paid <= due && !early_follow => paid.min(then),
                    _ => paid - cut,
                };
                // Not before issue; what was paid before issue stays there.
                Payment { due: due_then, paid: paid_then.max(D::ZERO).min(paid) }
            }
            Self::Discount { within } => Payment { due, paid: paid.min(D::of(within)) },
            Self::OnDue => Payment { due, paid: due.map_or(paid, |due| paid.min(due.max(D::ZERO))) },
            Self::Earlier { days } => {
                let days = D::of(days);
                Payment { due: due.map(|due| due - days), paid: paid - days }
            }
            Self::LessLate { gone, days } => {
                let less = |due: D| due + ((paid - due).shrunk(gone) - D::of(days)).max(D::ZERO);
                Payment { due, paid: due.filter(|due| paid > *due).map_or(paid, less) }
            }
            Self::Settled { after } => {
                Payment { due, paid: paid.min(due.unwrap_or(D::ZERO) + facts.usual_late + D::of(after)) }
            }
            Self::Instalments { after, .. } => {
                let day = |due: D| due + D::of(after) + D::of(instalment * INSTALMENT_DAYS);
                Payment { due, paid: due.map_or(paid, |due| paid.min(day(due))) }
            }
        }
    }
}

/// Days by which a term becomes shorter: never below zero and never more than the term, since a credit already past its
/// term cannot be taken back. Where no term is known, `minus` takes off its days and a cap nothing.
fn cut<D: Days>(rule: TermsRule, days: D, term: Option<D>, longest: Option<D>) -> D {
    let beyond = |most: Option<D>| match (term, most) {
        (Some(term), Some(most)) => (term - most).max(D::ZERO),
        _ => D::ZERO,
    };
    match rule {
        TermsRule::Minus => term.map_or(days, |term| days.min(term.max(D::ZERO))),
        TermsRule::Cap => beyond(Some(days)),
        TermsRule::Legal => beyond(longest),
    }
}
