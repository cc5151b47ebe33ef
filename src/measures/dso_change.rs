//! What changed between two DSO, wherever they come from: two dates of one history, or figures that were kept and new ones.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::change::{Change, State, change};
use super::parts::DsoChange;
use super::split::SplitDays;
use crate::bounds::{AMOUNT, DSO_DAYS};
use crate::error::Error;
use crate::money::published;

/// Both DSO at one date, the one by roll-back in its parts: what it takes to tell later why they changed.
#[apply(choice!)]
#[serde(deny_unknown_fields)]
pub struct DsoState {
    /// DSO by the accounting method.
    pub accounting: Decimal,
    /// Days of the roll-back DSO that are neither late nor disputed.
    pub term: Decimal,
    /// Days of it that are late.
    pub late: Decimal,
    /// Days of it that are disputed.
    pub disputed: Decimal,
    /// Does the data tell what is overdue? Otherwise all days stand under `term`.
    pub is_split: bool,
}

impl DsoState {
    /// A state as it is published.
    #[must_use]
    pub fn of((state, is_split): (State, bool)) -> Self {
        Self {
            accounting: published(state.accounting),
            term: published(state.roll_back.term),
            late: published(state.roll_back.late),
            disputed: published(state.roll_back.disputed),
            is_split,
        }
    }

    fn checked(&self, field: &'static str) -> Result<(State, bool), Error> {
        for days in [self.accounting, self.term, self.late, self.disputed] {
            DSO_DAYS.check(field, days)?;
        }
        let roll_back = SplitDays { term: self.term, late: self.late, disputed: self.disputed };
        Ok((State { accounting: self.accounting, roll_back }, self.is_split))
    }
}

/// Two states, of any two dates.
#[apply(request!)]
pub struct DsoChangeRequest {
    /// The first, or what was planned.
    pub before: DsoState,
    /// The second, or what came true.
    pub after: DsoState,
    /// What a day of sales is worth at the second, to tell the cash by.
    #[serde(default)]
    pub cash_value_of_a_day: Option<Decimal>,
}

/// Why both DSO changed.
pub struct DsoChanges {
    /// Of the accounting DSO.
    pub accounting: DsoChange,
    /// Of the roll-back DSO.
    pub roll_back: DsoChange,
    /// Is it known at both what is overdue? Otherwise all that payment makes stands under `terms`.
    pub is_split: bool,
}

/// Why both DSO changed, and the cash that payment freed meanwhile.
#[apply(answer!)]
pub struct DsoChangeAnswer {
    /// Of the accounting DSO.
    pub accounting: DsoChange,
    /// Of the roll-back DSO.
    pub roll_back: DsoChange,
    /// Is it known at both what is overdue? Otherwise all that payment makes stands under `terms`.
    pub is_split: bool,
    /// (`pace` − `days`) of the accounting DSO × `cashValueOfADay`: what other payment freed, at the sales of the second
    /// date; below zero for what it ties up. `null` without that value.
    pub cash_released: Option<Decimal>,
}

impl DsoChanges {
    /// Between two states, each with whether it tells what is overdue. Unless both do, the days of either stand together.
    #[must_use]
    pub fn between((before, split_before): (State, bool), (after, split_after): (State, bool)) -> Self {
        let is_split = split_before && split_after;
        let (before, after) = if is_split { (before, after) } else { (together(before), together(after)) };
        let (first, second) = (before.roll_back, after.roll_back);
        let by_roll_back = Change {
            pace: Decimal::ZERO,
            terms: second.term - first.term,
            late: second.late - first.late,
            disputed: second.disputed - first.disputed,
        };
        Self {
            accounting: DsoChange::of(before.accounting, after.accounting, change(before, after)),
            roll_back: DsoChange::of(days(first), days(second), by_roll_back),
            is_split,
        }
    }
}

fn days(parts: SplitDays) -> Decimal {
    parts.term + parts.late + parts.disputed
}

fn together(state: State) -> State {
    let (late, disputed) = (Decimal::ZERO, Decimal::ZERO);
    State { roll_back: SplitDays { term: days(state.roll_back), late, disputed }, ..state }
}

/// Why the DSO of two states differ: of what was planned and what came true, say.
///
/// # Errors
///
/// [`Error::OutOfRange`] names the field.
///
/// # Examples
///
/// Five days less of lateness were planned; two came true, at steady sales:
///
/// ```
/// use encours::measures::{DsoChangeRequest, DsoState, dso_change};
/// use rust_decimal::{Decimal, dec};
///
/// let state = |late: Decimal| DsoState {
///     accounting: dec!(30) + late,
///     term: dec!(30),
///     late,
///     disputed: dec!(0),
///     is_split: true,
/// };
/// let (planned, actual) = (state(dec!(10)), state(dec!(13)));
/// let request = DsoChangeRequest { before: planned, after: actual, cash_value_of_a_day: Some(dec!(100)) };
/// let missing = dso_change(&request)?;
/// assert_eq!((missing.accounting.days, missing.accounting.late), (dec!(3), dec!(3)));
/// assert_eq!(missing.cash_released, Some(dec!(-300)));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn dso_change(request: &DsoChangeRequest) -> Result<DsoChangeAnswer, Error> {
    let value = request.cash_value_of_a_day;
    if let Some(value) = value {
        AMOUNT.check("cashValueOfADay", value)?;
    }
    let DsoChanges { accounting, roll_back, is_split } =
        DsoChanges::between(request.before.checked("before")?, request.after.checked("after")?);
    let cash_released = value.map(|value| published((accounting.pace - accounting.days) * value));
    Ok(DsoChangeAnswer { accounting, roll_back, is_split, cash_released })
}
