//! The quick calculation: a DSO from three typed numbers.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::bounds;
use crate::error::Error;
use crate::import::number;
use crate::measures::accounting::{accounting_dso, cash_value_of_a_day};
use crate::money::published;

/// Three numbers as they were typed, in French or English notation.
#[apply(request!)]
pub struct QuickRequest {
    /// Receivables, tax included.
    pub receivables: String,
    /// Sales of the period, tax included.
    pub sales: String,
    /// Days of the period.
    pub days: String,
}

/// What three numbers say.
#[apply(answer!)]
pub struct QuickAnswer {
    /// DSO by the accounting method.
    pub accounting_dso: Decimal,
    /// What one day less of DSO frees.
    pub cash_value_of_a_day: Decimal,
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
/// let typed = QuickRequest { receivables: "20 000,00".into(), sales: "150000".into(), days: "360".into() };
/// assert_eq!(quick(&typed)?.accounting_dso, dec!(48));
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
    Ok(QuickAnswer {
        accounting_dso: published(accounting_dso(receivables, sales, days)?),
        cash_value_of_a_day: published(cash_value_of_a_day(sales, days)?),
        receivables: published(receivables),
        sales: published(sales),
        days: published(days),
    })
}
