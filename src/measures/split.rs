//! The DSO split into its term, late and disputed parts.

use rust_decimal::Decimal;

use crate::error::Error;

/// Receivables that make up a total, each in one part only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Neither overdue nor disputed.
    pub term: Decimal,
    /// Overdue and not disputed.
    pub late: Decimal,
    /// Disputed, overdue or not.
    pub disputed: Decimal,
}

/// Days of each part; they add up to the DSO of the total, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SplitDays {
    /// What agreed terms make.
    pub term: Decimal,
    /// What late payment makes.
    pub late: Decimal,
    /// What disputes make.
    pub disputed: Decimal,
}

/// Splits a DSO by giving the days of the parts one on top of the other: the term part first, since the newest sales
/// are those not due yet, then the late part, then the disputed one. `days` is either DSO of an amount.
///
/// By the accounting method, which is proportional to the amount, the order does not matter.
///
/// # Errors
///
/// Those of `days`.
///
/// # Examples
///
/// At sales of 10 a day, 300 not due, 100 late and 50 disputed are 30, 10 and 5 days:
///
/// ```
/// use encours::measures::split::{Parts, split};
/// use rust_decimal::dec;
///
/// let parts = Parts { term: dec!(300), late: dec!(100), disputed: dec!(50) };
/// let days = split(parts, |amount| Ok(amount / dec!(10)))?;
/// assert_eq!((days.term, days.late, days.disputed), (dec!(30), dec!(10), dec!(5)));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn split(parts: Parts, days: impl Fn(Decimal) -> Result<Decimal, Error>) -> Result<SplitDays, Error> {
    let Parts { term, late, disputed } = parts;
    let to_term = days(term)?;
    let to_late = days(term + late)?;
    let to_disputed = days(term + late + disputed)?;
    Ok(SplitDays { term: to_term, late: to_late - to_term, disputed: to_disputed - to_late })
}
