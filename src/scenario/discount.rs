//! What an early-payment discount costs over the days it gains and in a year, and where it breaks even.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, MathematicalOps};

use super::discounted_invoice::{DiscountedInvoice, discounted_invoice};
use crate::bounds;
use crate::error::Error;
use crate::money::published;

/// A discount, and when customers pay with and without it.
#[apply(request!)]
pub struct DiscountRequest {
    /// The discount, in percent of the amount including tax.
    pub discount_percent: Decimal,
    /// Days from issue to payment with the discount.
    pub within_days: Decimal,
    /// Days from issue to payment without it.
    pub observed_days: Decimal,
    /// Days of a year.
    pub year_days: Decimal,
    /// Yearly cost of money, in percent.
    pub rate_percent: Decimal,
    /// An invoice including tax to reckon it on; none if left out.
    #[serde(default)]
    pub amount: Option<Decimal>,
}

/// What a discount costs over the days it gains and in a year, and where it breaks even.
#[apply(answer!)]
pub struct DiscountCost {
    /// As [`period_percent`].
    pub period_percent: Option<Decimal>,
    /// As [`simple_percent`].
    pub simple_percent: Option<Decimal>,
    /// As [`compound_percent`].
    pub compound_percent: Option<Decimal>,
    /// As [`break_even_percent`].
    pub break_even_percent: Decimal,
    /// As [`discounted_invoice`]; `null` where no amount is given.
    pub invoice: Option<DiscountedInvoice>,
}

/// What a typed discount costs, without any data.
///
/// # Errors
///
/// [`Error::OutOfRange`] names the field.
pub fn discount_cost(request: &DiscountRequest) -> Result<DiscountCost, Error> {
    let DiscountRequest { discount_percent, within_days, observed_days, year_days, rate_percent, amount } = *request;
    bounds::PERCENT.check("discountPercent", discount_percent)?;
    bounds::DAYS.check("withinDays", within_days)?;
    bounds::DAYS.check("observedDays", observed_days)?;
    bounds::YEAR_DAYS.check("yearDays", year_days)?;
    bounds::PERCENT.check("ratePercent", rate_percent)?;
    if let Some(amount) = amount {
        bounds::AMOUNT.check("amount", amount)?;
    }
    let gained = observed_days - within_days;
    Ok(DiscountCost {
        period_percent: period_percent(discount_percent, gained).map(published),
        simple_percent: simple_percent(discount_percent, gained, year_days).map(published),
        compound_percent: compound_percent(discount_percent, gained, year_days).map(published),
        break_even_percent: published(break_even_percent(rate_percent, within_days, observed_days, year_days)),
        invoice: amount
            .and_then(|amount| discounted_invoice(amount, discount_percent, gained, rate_percent, year_days)),
    })
}

/// Cost of a discount over the days it gains, in percent of what is paid: d ÷ (1 − d). `None` if no day is gained, or
/// nothing is left to pay.
///
/// # Examples
///
/// 2 % off is 2 for the use of 98:
///
/// ```
/// use encours::scenario::period_percent;
/// use rust_decimal::dec;
///
/// let cost = period_percent(dec!(2), dec!(20)).map(|percent| percent.round_dp(4));
/// assert_eq!(cost, Some(dec!(2.0408)));
/// ```
#[must_use]
pub fn period_percent(discount_percent: Decimal, days_gained: Decimal) -> Option<Decimal> {
    let paid = Decimal::ONE_HUNDRED - discount_percent;
    if days_gained <= Decimal::ZERO || paid <= Decimal::ZERO {
        return None;
    }
    (discount_percent * Decimal::ONE_HUNDRED).checked_div(paid)
}

/// Yearly cost of a discount in percent, simple: d ÷ (1 − d) × `year` ÷ `days_gained`. `None` if no day is gained.
///
/// Source: the usual "cost of forgoing the discount", as in Open Tuition, "Dundy Co": 2 % for 90 days is 8.16 %.
///
/// # Examples
///
/// ```
/// use encours::scenario::simple_percent;
/// use rust_decimal::dec;
///
/// let cost = simple_percent(dec!(2), dec!(30), dec!(360)).map(|percent| percent.round_dp(4));
/// assert_eq!(cost, Some(dec!(24.4898)));
/// ```
#[must_use]
pub fn simple_percent(discount_percent: Decimal, days_gained: Decimal, year: Decimal) -> Option<Decimal> {
    let paid = Decimal::ONE_HUNDRED - discount_percent;
    if days_gained <= Decimal::ZERO || paid <= Decimal::ZERO {
        return None;
    }
    (discount_percent * Decimal::ONE_HUNDRED * year).checked_div(paid * days_gained)
}

/// Yearly cost of a discount in percent, compound: (1 ÷ (1 − d)) ^ (`year` ÷ `days_gained`) − 1. `None` if no day is
/// gained or the result leaves the range of a decimal.
///
/// The power is a series cut at the last digit of a decimal; six decimals of the percentage are safe.
///
/// # Examples
///
/// ```
/// use encours::scenario::compound_percent;
/// use rust_decimal::dec;
///
/// let cost = compound_percent(dec!(2), dec!(25), dec!(365)).map(|percent| percent.round_dp(4));
/// assert_eq!(cost, Some(dec!(34.3072)));
/// ```
#[must_use]
pub fn compound_percent(discount_percent: Decimal, days_gained: Decimal, year: Decimal) -> Option<Decimal> {
    let paid = Decimal::ONE_HUNDRED - discount_percent;
    if days_gained <= Decimal::ZERO || paid <= Decimal::ZERO {
        return None;
    }
    let factor = Decimal::ONE_HUNDRED / paid;
    let grown = factor.checked_powd(year.checked_div(days_gained)?)?;
    (grown - Decimal::ONE).checked_mul(Decimal::ONE_HUNDRED)
}

/// Discount in percent at which its cost equals the financing gain: 1 − (1 + r·t ÷ B) ÷ (1 + r·T ÷ B), with t the day
/// paid on under the discount and T the day observed. Zero if no day is gained.
///
/// # Examples
///
/// At 10 % a year, being paid 36.5 days earlier than after 36.5 days is worth 1 ÷ 1.01 of the amount:
///
/// ```
/// use encours::scenario::break_even_percent;
/// use rust_decimal::dec;
///
/// let percent = break_even_percent(dec!(10), dec!(0), dec!(36.5), dec!(365));
/// assert_eq!(percent.round_dp(6), dec!(0.990099));
/// ```
#[must_use]
pub fn break_even_percent(rate_percent: Decimal, within: Decimal, observed: Decimal, year: Decimal) -> Decimal {
    let grown = |days: Decimal| Decimal::ONE_HUNDRED * year + rate_percent * days;
    let (paid_early, paid_late) = (grown(within), grown(observed));
    if observed <= within || paid_late <= Decimal::ZERO {
        return Decimal::ZERO;
    }
    Decimal::ONE_HUNDRED * (paid_late - paid_early) / paid_late
}
