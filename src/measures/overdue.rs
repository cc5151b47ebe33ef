//! How much of what is owed is overdue.

use rust_decimal::Decimal;

/// The overdue rate, in percent: `overdue` ÷ `receivables` × 100. `None` where nothing is owed.
///
/// Credit notes count in both, each where it is due: they can take the rate below zero, or above 100.
///
/// # Examples
///
/// ```
/// use encours::measures::overdue::overdue_percent;
/// use rust_decimal::{Decimal, dec};
///
/// assert_eq!(overdue_percent(dec!(300), dec!(1200)), Some(dec!(25)));
/// assert_eq!(overdue_percent(dec!(300), Decimal::ZERO), None);
/// ```
#[must_use]
pub fn overdue_percent(overdue: Decimal, receivables: Decimal) -> Option<Decimal> {
    (receivables > Decimal::ZERO).then(|| overdue * Decimal::ONE_HUNDRED / receivables)
}
