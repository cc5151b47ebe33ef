//! Why a DSO changed between two dates.

use rust_decimal::{Decimal, dec};

use super::split::SplitDays;

/// Both DSO at one date, the roll-back one in its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// DSO by the accounting method.
    pub accounting: Decimal,
    /// Parts of the DSO by roll-back; they add up to it.
    pub roll_back: SplitDays,
}

/// Where a change comes from, in days; the parts add up to the change of the accounting DSO.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The pace of sales: the accounting DSO sets the receivables against an average of the window, so it moves with
    /// the season and with growth even if everybody pays as before.
    pub pace: Decimal,
    /// Terms: days of sales not yet due.
    pub terms: Decimal,
    /// Lateness: days of sales overdue.
    pub late: Decimal,
    /// Disputes: days of sales disputed.
    pub disputed: Decimal,
}

/// Splits the change of the accounting DSO, which is f × (term + late + disputed) with the parts of the roll-back DSO
/// and f what the pace of sales makes of them.
///
/// Each part's change counts at the mean of both f, and the change of f at the mean of both roll-back DSO: f₂x₂ − f₁x₁
/// = (f₁ + f₂)/2 × (x₂ − x₁) + (x₁ + x₂)/2 × (f₂ − f₁), which is exact and takes neither date for the base.
///
/// # Examples
///
/// Sales as steady as before (f = 1), and five more days late:
///
/// ```
/// use encours::measures::change::{State, change};
/// use encours::measures::split::SplitDays;
/// use rust_decimal::{Decimal, dec};
///
/// let state = |late: Decimal| State {
///     accounting: dec!(30) + late,
///     roll_back: SplitDays { term: dec!(30), late, disputed: dec!(0) },
/// };
/// let change = change(state(dec!(5)), state(dec!(10)));
/// assert_eq!((change.pace, change.terms, change.late), (dec!(0), dec!(0), dec!(5)));
/// ```
#[must_use]
pub fn change(before: State, after: State) -> Change {
    let days = |state: State| state.roll_back.term + state.roll_back.late + state.roll_back.disputed;
    let (days_before, days_after) = (days(before), days(after));
    let factor = |state: State, days: Decimal| (!days.is_zero()).then(|| state.accounting / days);
    // Without receivables at one date, there is no pace to compare with: it is taken to be that of the other.
    let (at_before, at_after) = (factor(before, days_before), factor(after, days_after));
    let factor_before = at_before.or(at_after).unwrap_or(Decimal::ONE);
    let factor_after = at_after.or(at_before).unwrap_or(Decimal::ONE);
    let mean = (factor_before + factor_after) / dec!(2);
    let part = |of: fn(SplitDays) -> Decimal| mean * (of(after.roll_back) - of(before.roll_back));
    Change {
        pace: (days_before + days_after) / dec!(2) * (factor_after - factor_before),
        terms: part(|days| days.term),
        late: part(|days| days.late),
        disputed: part(|days| days.disputed),
    }
}
