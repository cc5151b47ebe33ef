//! Textbook calculators, for numbers that are typed in and need no data: what people check a policy with.
//!
//! Each computes with exact decimals; quotients are rounded once, when published. Inputs are bounded, so that no
//! product leaves the range of a decimal; a quotient that would is refused.

mod credit_insurance;
mod credit_policy;
mod factoring;
mod operating_cycle;
mod structural_working_capital;

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

use crate::bounds::{self, Bounds};
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
#[apply(choice!)]
#[derive(Copy, Default)]
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

fn amount_in_range(field: &'static str, amount: Decimal) -> Result<(), Error> {
    bounds::AMOUNT.check(field, amount)
}

fn percent_in_range(field: &'static str, percent: Decimal) -> Result<(), Error> {
    bounds::PERCENT.check(field, percent)
}

fn days_in_range(field: &'static str, days: Decimal) -> Result<(), Error> {
    bounds::DAYS.check(field, days)
}

fn year_in_range(days: Decimal) -> Result<(), Error> {
    bounds::YEAR_DAYS.check("yearDays", days)
}

/// `dividend` ÷ `divisor`, the divisor being the input `field`, which must be above zero.
fn quotient(dividend: Decimal, divisor: Decimal, field: &'static str) -> Result<Decimal, Error> {
    Bounds { least: dec!(0.000001), ..bounds::AMOUNT }.check(field, divisor)?;
    dividend.checked_div(divisor).ok_or_else(|| Error::OutOfRange {
        field,
        value: divisor.to_string(),
        least: Decimal::ONE.to_string(),
        most: dec!(999_999_999_999_999).to_string(),
    })
}
