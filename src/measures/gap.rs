//! Why the two DSO differ.

use rust_decimal::Decimal;

use crate::error::Error;

/// The two paces of sales whose ratio makes the gap between the two DSO.
///
/// Identity: accounting DSO = roll-back DSO × `pace_factor` × `balance_factor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Sales a day over the roll-back days: receivables ÷ roll-back DSO.
    pub roll_back_pace: Decimal,
    /// Sales a day over the window: sales ÷ days.
    pub window_pace: Decimal,
    /// `roll_back_pace` ÷ `window_pace`: above 1 when recent sales run faster than those of the window.
    pub pace_factor: Decimal,
    /// Balance of the accounting DSO ÷ closing receivables: 1 unless an average balance was chosen.
    pub balance_factor: Decimal,
}

/// Splits the ratio of the two DSO into what the pace of sales and what the choice of the balance make.
///
/// # Errors
///
/// [`Error::NoSales`] if sales, days, receivables or the roll-back DSO are not above zero.
///
/// # Examples
///
/// Receivables of 10,000 are 50 days of recent sales at 200 a day. Over the window 100 a day were sold, so the
/// accounting DSO is 100:
///
/// ```
/// use encours::measures::gap::gap;
/// use rust_decimal::dec;
///
/// let gap = gap(dec!(10_000), dec!(10_000), dec!(50), dec!(36_500), dec!(365))?;
/// assert_eq!(gap.pace_factor, dec!(2));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn gap(
    closing_receivables: Decimal,
    balance: Decimal,
    roll_back_days: Decimal,
    window_sales: Decimal,
    window_days: Decimal,
) -> Result<Gap, Error> {
    let zero = Decimal::ZERO;
    if [closing_receivables, roll_back_days, window_sales, window_days].iter().any(|value| *value <= zero) {
        return Err(Error::NoSales);
    }
    let roll_back_pace = closing_receivables / roll_back_days;
    let window_pace = window_sales / window_days;
    Ok(Gap {
        roll_back_pace,
        window_pace,
        pace_factor: roll_back_pace / window_pace,
        balance_factor: balance / closing_receivables,
    })
}
