//! DSO by the accounting method.

use rust_decimal::Decimal;

use crate::error::Error;

/// Days sales outstanding by the accounting method: receivables ÷ sales × days of the window.
///
/// Both amounts on the same tax basis, `days` those in which the sales were made. The result is not capped: it may
/// exceed the window.
///
/// Source: creer-gerer-entreprendre.fr, "Le délai moyen de paiement des clients".
///
/// # Errors
///
/// [`Error::NoSales`] if sales are not above zero.
///
/// # Examples
///
/// ```
/// use encours::measures::accounting::accounting_dso;
/// use rust_decimal::dec;
///
/// assert_eq!(accounting_dso(dec!(20_000), dec!(150_000), dec!(360))?, dec!(48));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn accounting_dso(receivables: Decimal, sales: Decimal, days: Decimal) -> Result<Decimal, Error> {
    if sales <= Decimal::ZERO {
        return Err(Error::NoSales);
    }
    // Multiplying first keeps whole results whole: 10,000 × 91 ÷ 13,000 is 70, where 0.7692… × 91 is not quite.
    Ok(receivables * days / sales)
}

/// Cash value of a day: sales including tax ÷ days of the window. One day less of DSO frees this much.
///
/// # Errors
///
/// [`Error::NoSales`] if `days` is not above zero.
///
/// # Examples
///
/// ```
/// use encours::measures::accounting::cash_value_of_a_day;
/// use rust_decimal::dec;
///
/// assert_eq!(cash_value_of_a_day(dec!(36_500), dec!(365))?, dec!(100));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn cash_value_of_a_day(sales: Decimal, days: Decimal) -> Result<Decimal, Error> {
    if days <= Decimal::ZERO {
        return Err(Error::NoSales);
    }
    Ok(sales / days)
}
