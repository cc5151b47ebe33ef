//! The quick calculation: a DSO from three typed numbers.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::bounds;
use crate::error::Error;
use crate::import::number;
use crate::measures::accounting::{accounting_dso, cash_value_of_a_day};
use crate::money::{USUAL_RATE_PERCENT, published};

/// Three numbers as they were typed, in French or English notation.
#[apply(request!)]
pub struct QuickRequest {
    /// Receivables, tax included.
    pub receivables: String,
    /// Sales of the period, tax included.
    pub sales: String,
    /// Days of the period.
    pub days: String,
    /// Days that customers would pay earlier; none where it is left out.
    #[serde(default)]
    pub days_earlier: Option<String>,
    /// Yearly cost of money, in percent; 5 where it is left out.
    #[serde(default)]
    pub rate_percent: Option<String>,
}

/// What three numbers say.
#[apply(answer!)]
pub struct QuickAnswer {
    /// DSO by the accounting method.
    pub accounting_dso: Decimal,
    /// What one day less of DSO frees.
    pub cash_value_of_a_day: Decimal,
    /// DSO once customers pay so many days earlier: no day, at the least.
    pub dso_then: Decimal,
    /// Cash that it frees: days of DSO that are gone × `cashValueOfADay`.
    pub cash_released: Decimal,
    /// What that cash saves in a year, at the cost of money.
    pub yearly_gain: Decimal,
    /// Receivables as read.
    pub receivables: Decimal,
    /// Sales as read.
    pub sales: Decimal,
    /// Days as read.
    pub days: Decimal,
}

/// The accounting DSO of three typed numbers.
///
/// # Errors
///
/// [`Error::NotANumber`] or [`Error::OutOfRange`] names the field; [`Error::NoSales`].
///
/// # Examples
///
/// ```
/// use encours::quick::{QuickRequest, quick};
/// use rust_decimal::dec;
///
/// let typed = QuickRequest {
///     receivables: "20 000,00".into(),
///     sales: "150000".into(),
///     days: "360".into(),
///     days_earlier: Some("6".into()),
///     rate_percent: Some("4".into()),
/// };
/// let answer = quick(&typed)?;
/// assert_eq!((answer.accounting_dso, answer.dso_then), (dec!(48), dec!(42)));
/// assert_eq!((answer.cash_released, answer.yearly_gain), (dec!(2500), dec!(100)));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn quick(typed: &QuickRequest) -> Result<QuickAnswer, Error> {
    let receivables = number::typed("receivables", &typed.receivables)?;
    let sales = number::typed("sales", &typed.sales)?;
    let days = number::typed("days", &typed.days)?;
    bounds::PERIOD_DAYS.check("days", days)?;
    if receivables < Decimal::ZERO {
        return Err(Error::NegativeReceivables);
    }
    let optional = |field: &'static str, typed: &Option<String>, usual: Decimal| {
        typed.as_deref().map_or(Ok(usual), |typed| number::typed(field, typed))
    };
    let days_earlier = optional("daysEarlier", &typed.days_earlier, Decimal::ZERO)?;
    bounds::DAYS_EARLIER.check("daysEarlier", days_earlier)?;
    let rate_percent = optional("ratePercent", &typed.rate_percent, USUAL_RATE_PERCENT)?;
    bounds::PERCENT.check("ratePercent", rate_percent)?;
    let (dso, of_a_day) = (accounting_dso(receivables, sales, days)?, cash_value_of_a_day(sales, days)?);
    // All of it at most, to the cent: a day less is not a day of sales once there are no receivables.
    let cash_released = (days_earlier * of_a_day).min(receivables);
    Ok(QuickAnswer {
        accounting_dso: published(dso),
        cash_value_of_a_day: published(of_a_day),
        dso_then: published((dso - days_earlier).max(Decimal::ZERO)),
        cash_released: published(cash_released),
        yearly_gain: published(cash_released * rate_percent / Decimal::ONE_HUNDRED),
        receivables: published(receivables),
        sales: published(sales),
        days: published(days),
    })
}
