//! Collection effectiveness index (CEI).

use rust_decimal::Decimal;

use crate::error::Error;

/// Collection effectiveness index in percent: (opening + sales − closing total) ÷ (opening + sales − closing current) ×
/// 100.
///
/// What was collected of what could have been: 100 when nothing is overdue at the close. `sales` are those of the
/// period or their monthly average, on which sources disagree; the difference is large, so the figure always names its
/// choice.
///
/// Source: the Credit Research Foundation's definition takes the period with monthly average sales; others, the whole
/// sales.
///
/// # Errors
///
/// [`Error::NothingToCollect`] if what could have been collected is not above zero.
///
/// # Examples
///
/// 100 open and 400 sold, 100 left, all of it overdue: 400 of 500 were collected.
///
/// ```
/// use encours::measures::collection::collection_effectiveness;
/// use rust_decimal::dec;
///
/// let percent = collection_effectiveness(dec!(100), dec!(400), dec!(100), dec!(0))?;
/// assert_eq!(percent, dec!(80));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn collection_effectiveness(
    opening: Decimal,
    sales: Decimal,
    closing_total: Decimal,
    closing_current: Decimal,
) -> Result<Decimal, Error> {
    let collectable = opening + sales - closing_current;
    if collectable <= Decimal::ZERO {
        return Err(Error::NothingToCollect);
    }
    Ok((opening + sales - closing_total) * Decimal::ONE_HUNDRED / collectable)
}
