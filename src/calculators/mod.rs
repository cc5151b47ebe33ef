//! Textbook calculators, for numbers that are typed in and need no data: what people check a policy with.
//!
//! Each computes with exact decimals; quotients are rounded once, when published. Inputs are bounded, so that no product leaves
//! the range of a decimal; a quotient that would is refused.

mod credit_insurance;
mod credit_policy;
mod factoring;
mod operating_cycle;
mod structural_working_capital;

use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

use crate::conventions::in_range;
use crate::error::Error;

pub use credit_insurance::{CreditInsuranceAnswer, CreditInsuranceRequest, credit_insurance};
pub use credit_policy::{
    CreditPolicy, CreditPolicyAnswer, CreditPolicyRequest, InvestmentValue, PolicyFigures, credit_policy,
};
pub use factoring::{Collected, Factor, FactorCost, FactoringAnswer, FactoringRequest, OwnCost, Today, factoring};
pub use operating_cycle::{CycleStage, OperatingCycleAnswer, OperatingCycleRequest, StageDays, operating_cycle};
pub use structural_working_capital::{
    StructuralAnswer, StructuralItem, StructuralLine, StructuralRequest, structural_working_capital,
};

/// On which side of a requirement something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// It ties money up: inventory, receivables, deductible tax.
    #[default]
    Need,
    /// It brings money in: payables, collected tax.
    Resource,
}

impl Side {
    fn signed(self, value: Decimal) -> Decimal {
        match self {
            Self::Need => value,
            Self::Resource => -value,
        }
    }
}

/// A calculation that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "calculator", rename_all = "camelCase")]
pub enum CalculatorRequest {
    /// Working capital from delays and structure coefficients (*BFR normatif*).
    StructuralWorkingCapital(StructuralRequest),
    /// Net benefit of a change of credit policy.
    CreditPolicy(CreditPolicyRequest),
    /// Factoring against collecting oneself.
    Factoring(FactoringRequest),
    /// What a loss costs, with and without credit insurance.
    CreditInsurance(CreditInsuranceRequest),
    /// Operating cycle, stage by stage.
    OperatingCycle(OperatingCycleRequest),
}

/// Its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "calculator", rename_all = "camelCase")]
pub enum CalculatorAnswer {
    /// Working capital from delays and structure coefficients.
    StructuralWorkingCapital(StructuralAnswer),
    /// Net benefit of a change of credit policy.
    CreditPolicy(CreditPolicyAnswer),
    /// Factoring against collecting oneself.
    Factoring(FactoringAnswer),
    /// What a loss costs, with and without credit insurance.
    CreditInsurance(CreditInsuranceAnswer),
    /// Operating cycle, stage by stage.
    OperatingCycle(OperatingCycleAnswer),
}

/// Runs a calculator.
///
/// # Errors
///
/// [`Error::OutOfRange`] names the first value outside its range.
pub fn calculate(request: &CalculatorRequest) -> Result<CalculatorAnswer, Error> {
    Ok(match request {
        CalculatorRequest::StructuralWorkingCapital(request) => {
            CalculatorAnswer::StructuralWorkingCapital(structural_working_capital(request)?)
        }
        CalculatorRequest::CreditPolicy(request) => CalculatorAnswer::CreditPolicy(credit_policy(request)?),
        CalculatorRequest::Factoring(request) => CalculatorAnswer::Factoring(factoring(request)?),
        CalculatorRequest::CreditInsurance(request) => CalculatorAnswer::CreditInsurance(credit_insurance(request)?),
        CalculatorRequest::OperatingCycle(request) => CalculatorAnswer::OperatingCycle(operating_cycle(request)?),
    })
}

const ONE_HUNDRED: Decimal = Decimal::ONE_HUNDRED;

/// The least and the greatest amount, share, number of days and length of a year that are taken.
pub const AMOUNTS: (Decimal, Decimal) = (dec!(0), dec!(999_999_999_999_999));
/// As [`AMOUNTS`].
pub const PERCENTS: (Decimal, Decimal) = (dec!(0), dec!(100));
/// As [`AMOUNTS`].
pub const DAYS: (Decimal, Decimal) = (dec!(0), dec!(3660));
/// As [`AMOUNTS`].
pub const YEAR_DAYS: (Decimal, Decimal) = (dec!(1), dec!(366));

fn amount_in_range(field: &'static str, amount: Decimal) -> Result<(), Error> {
    in_range(field, amount, AMOUNTS.0, AMOUNTS.1)
}

fn percent_in_range(field: &'static str, percent: Decimal) -> Result<(), Error> {
    in_range(field, percent, PERCENTS.0, PERCENTS.1)
}

fn days_in_range(field: &'static str, days: Decimal) -> Result<(), Error> {
    in_range(field, days, DAYS.0, DAYS.1)
}

fn year_in_range(days: Decimal) -> Result<(), Error> {
    in_range("yearDays", days, YEAR_DAYS.0, YEAR_DAYS.1)
}

/// `dividend` ÷ `divisor`, the divisor being the input `field`, which must be above zero.
fn quotient(dividend: Decimal, divisor: Decimal, field: &'static str) -> Result<Decimal, Error> {
    in_range(field, divisor, dec!(0.000001), dec!(999_999_999_999_999))?;
    dividend.checked_div(divisor).ok_or_else(|| Error::OutOfRange {
        field,
        value: divisor.to_string(),
        least: Decimal::ONE.to_string(),
        most: dec!(999_999_999_999_999).to_string(),
    })
}
