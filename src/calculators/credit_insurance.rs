//! What an unpaid invoice costs, with and without credit insurance.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};

use super::{ONE_HUNDRED, amount_in_range, percent_in_range, quotient};
use crate::bounds::Bounds;
use crate::error::Error;
use crate::money::published;

/// A year's sales and the loss they run into.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct CreditInsuranceRequest {
    /// Sales of a year.
    pub sales: Decimal,
    /// Margin on sales, in percent: net or contribution, as the reader means it.
    pub margin_percent: Decimal,
    /// What is lost on an unpaid invoice.
    pub loss: Decimal,
    /// The part of a loss that insurance pays, in percent.
    pub cover_percent: Decimal,
    /// Premium, in thousandths of sales.
    pub premium_per_mille: Decimal,
    /// The part of sales that is expected to be lost, in percent.
    pub default_percent: Decimal,
}

/// What a loss costs.
#[apply(answer!)]
pub struct CreditInsuranceAnswer {
    /// `sales` × margin.
    pub profit: Decimal,
    /// `profit` − `loss`.
    pub result_uninsured: Decimal,
    /// `loss` × cover.
    pub indemnity: Decimal,
    /// `sales` × premium.
    pub premium: Decimal,
    /// `profit` − `premium` − `loss` + `indemnity`.
    pub result_insured: Decimal,
    /// Sales whose margin makes good the loss: `loss` ÷ margin; `null` without a margin.
    pub sales_to_recover: Option<Decimal>,
    /// Sales that make up for the part of the loss that insurance leaves.
    pub sales_to_recover_insured: Option<Decimal>,
    /// `sales` × the part expected to be lost.
    pub expected_loss: Decimal,
    /// `expectedLoss` × cover − `premium`: what insurance is expected to bring in a year.
    pub expected_benefit: Decimal,
}

/// What an unpaid invoice costs, with and without credit insurance.
///
/// Source: EDC, "The cost of not insuring"; NCS, "The real cost of a write-off".
///
/// # Errors
///
/// [`Error::OutOfRange`] names the first value outside its range.
///
/// # Examples
///
/// At a margin of 5 %, an invoice of 10 takes sales of 200 to make good:
///
/// ```
/// use encours::calculators::{CreditInsuranceRequest, credit_insurance};
/// use rust_decimal::dec;
///
/// let request = CreditInsuranceRequest { margin_percent: dec!(5), loss: dec!(10), ..Default::default() };
/// assert_eq!(credit_insurance(&request)?.sales_to_recover, Some(dec!(200)));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn credit_insurance(request: &CreditInsuranceRequest) -> Result<CreditInsuranceAnswer, Error> {
    amount_in_range("sales", request.sales)?;
    amount_in_range("loss", request.loss)?;
    percent_in_range("marginPercent", request.margin_percent)?;
    percent_in_range("coverPercent", request.cover_percent)?;
    percent_in_range("defaultPercent", request.default_percent)?;
    Bounds { least: dec!(0), most: dec!(1000) }.check("premiumPerMille", request.premium_per_mille)?;
    let profit = request.sales * request.margin_percent / ONE_HUNDRED;
    let indemnity = request.loss * request.cover_percent / ONE_HUNDRED;
    let premium = request.sales * request.premium_per_mille / dec!(1000);
    let expected_loss = request.sales * request.default_percent / ONE_HUNDRED;
    let to_recover = |loss: Decimal| {
        let has_margin = request.margin_percent > Decimal::ZERO;
        has_margin.then(|| quotient(loss * ONE_HUNDRED, request.margin_percent, "marginPercent")).transpose()
    };
    Ok(CreditInsuranceAnswer {
        profit: published(profit),
        result_uninsured: published(profit - request.loss),
        indemnity: published(indemnity),
        premium: published(premium),
        result_insured: published(profit - premium - request.loss + indemnity),
        sales_to_recover: to_recover(request.loss)?.map(published),
        sales_to_recover_insured: to_recover(request.loss - indemnity)?.map(published),
        expected_loss: published(expected_loss),
        expected_benefit: published(expected_loss * request.cover_percent / ONE_HUNDRED - premium),
    })
}
