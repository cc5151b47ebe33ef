//! Receivables turnover.

use rust_decimal::Decimal;

use crate::error::Error;

/// Receivables turnover: sales ÷ receivables, in times over the period of the sales.
///
/// # Errors
///
/// [`Error::NoReceivables`] if receivables are not above zero.
///
/// # Examples
///
/// ```
/// use encours::measures::turnover::turnover;
/// use rust_decimal::dec;
///
/// assert_eq!(turnover(dec!(1_200), dec!(100))?, dec!(12));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn turnover(sales: Decimal, receivables: Decimal) -> Result<Decimal, Error> {
    if receivables <= Decimal::ZERO {
        return Err(Error::NoReceivables);
    }
    Ok(sales / receivables)
}
