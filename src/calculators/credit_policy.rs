//! The net benefit of a change of credit policy.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::{ONE_HUNDRED, amount_in_range, days_in_range, percent_in_range, year_in_range};
use crate::error::Error;
use crate::money::published;

/// What receivables are valued at when their financing is counted.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum InvestmentValue {
    /// What was spent on them, variable costs only (Gitman).
    #[default]
    VariableCost,
    /// The selling price.
    Price,
    /// Sales of before at price, sales gained at variable cost (Brigham).
    GainedAtVariableCost,
}

/// A credit policy and the sales it goes with.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct CreditPolicy {
    /// Sales of a year.
    pub sales: Decimal,
    /// Days customers take to pay.
    pub collection_days: Decimal,
    /// Bad debts, in percent of sales.
    pub bad_debt_percent: Decimal,
    /// Early-payment discount, in percent.
    pub discount_percent: Decimal,
    /// The part of sales that takes it, in percent.
    pub take_up_percent: Decimal,
    /// What running the policy costs in a year.
    pub yearly_cost: Decimal,
}

/// A change from one policy to another.
#[apply(request!)]
pub struct CreditPolicyRequest {
    /// The policy as it is.
    pub before: CreditPolicy,
    /// The policy as it would be.
    pub after: CreditPolicy,
    /// Variable costs, in percent of sales.
    pub variable_cost_percent: Decimal,
    /// Required return on what is invested in receivables, percent a year.
    pub return_percent: Decimal,
    /// Days of a year.
    pub year_days: Decimal,
    /// What receivables are valued at.
    #[serde(default)]
    pub investment: InvestmentValue,
}

/// What a change of policy brings: `netBenefit` = `contribution` − the increases of all costs.
#[apply(answer!)]
pub struct CreditPolicyAnswer {
    /// The policy as it is.
    pub before: PolicyFigures,
    /// The policy as it would be.
    pub after: PolicyFigures,
    /// Contribution of the sales gained: their part that is not variable cost.
    pub contribution: Decimal,
    /// Increase of the investment in receivables; below zero where money comes free.
    pub investment: Decimal,
    /// `investment` × the required return.
    pub investment_cost: Decimal,
    /// Increase of bad debts.
    pub bad_debts: Decimal,
    /// Increase of discounts.
    pub discounts: Decimal,
    /// Increase of the cost of running the policy.
    pub yearly_cost: Decimal,
    /// What is left in a year.
    pub net_benefit: Decimal,
}

/// The figures of one policy.
#[apply(answer!)]
pub struct PolicyFigures {
    /// Receivables at price: sales × days ÷ the days of a year.
    pub receivables: Decimal,
    /// What is invested in them.
    pub investment: Decimal,
    /// Bad debts of a year.
    pub bad_debts: Decimal,
    /// Discounts of a year.
    pub discounts: Decimal,
}

/// The net benefit of a change of credit policy: contribution of the sales gained − return on the money tied up − more
/// bad debts − more discounts − more running cost.
///
/// Source: Gitman, "Principles of Managerial Finance", Dodd Tool, with receivables at variable cost; Brigham, "Stylish
/// Fashions", eq. 27-3, with those of before at price.
///
/// # Errors
///
/// [`Error::OutOfRange`] names the first value outside its range.
///
/// # Examples
///
/// Ten more sales at 60 % variable cost bring 4; nobody owes anything:
///
/// ```
/// use encours::calculators::{CreditPolicy, CreditPolicyRequest, InvestmentValue, credit_policy};
/// use rust_decimal::dec;
///
/// let policy = |sales| CreditPolicy { sales, ..CreditPolicy::default() };
/// let change = CreditPolicyRequest {
///     before: policy(dec!(100)),
///     after: policy(dec!(110)),
///     variable_cost_percent: dec!(60),
///     return_percent: dec!(10),
///     year_days: dec!(365),
///     investment: InvestmentValue::VariableCost,
/// };
/// assert_eq!(credit_policy(&change)?.net_benefit, dec!(4));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn credit_policy(request: &CreditPolicyRequest) -> Result<CreditPolicyAnswer, Error> {
    year_in_range(request.year_days)?;
    percent_in_range("variableCostPercent", request.variable_cost_percent)?;
    percent_in_range("returnPercent", request.return_percent)?;
    check(&request.before)?;
    check(&request.after)?;
    let of = |part: Decimal, percent: Decimal| part * percent / ONE_HUNDRED;
    let (before, after) = (&request.before, &request.after);
    let gained = after.sales - before.sales;
    let contribution = gained - of(gained, request.variable_cost_percent);
    let valued = |policy: &CreditPolicy| match request.investment {
        InvestmentValue::VariableCost => of(policy.sales, request.variable_cost_percent),
        InvestmentValue::Price => policy.sales,
        InvestmentValue::GainedAtVariableCost => {
            before.sales + of(policy.sales - before.sales, request.variable_cost_percent)
        }
    };
    let invested = |policy: &CreditPolicy| valued(policy) * policy.collection_days / request.year_days;
    let bad_debts = |policy: &CreditPolicy| of(policy.sales, policy.bad_debt_percent);
    let discounts = |policy: &CreditPolicy| of(of(policy.sales, policy.discount_percent), policy.take_up_percent);
    // One division, of the difference: nothing is rounded twice.
    let value_days = valued(after) * after.collection_days - valued(before) * before.collection_days;
    let investment = value_days / request.year_days;
    let investment_cost = of(value_days, request.return_percent) / request.year_days;
    let more_bad_debts = bad_debts(after) - bad_debts(before);
    let more_discounts = discounts(after) - discounts(before);
    let more_cost = after.yearly_cost - before.yearly_cost;
    let figures = |policy: &CreditPolicy| PolicyFigures {
        receivables: published(policy.sales * policy.collection_days / request.year_days),
        investment: published(invested(policy)),
        bad_debts: published(bad_debts(policy)),
        discounts: published(discounts(policy)),
    };
    Ok(CreditPolicyAnswer {
        before: figures(before),
        after: figures(after),
        contribution: published(contribution),
        investment: published(investment),
        investment_cost: published(investment_cost),
        bad_debts: published(more_bad_debts),
        discounts: published(more_discounts),
        yearly_cost: published(more_cost),
        net_benefit: published(contribution - investment_cost - more_bad_debts - more_discounts - more_cost),
    })
}

fn check(policy: &CreditPolicy) -> Result<(), Error> {
    amount_in_range("sales", policy.sales)?;
    days_in_range("collectionDays", policy.collection_days)?;
    percent_in_range("badDebtPercent", policy.bad_debt_percent)?;
    percent_in_range("discountPercent", policy.discount_percent)?;
    percent_in_range("takeUpPercent", policy.take_up_percent)?;
    amount_in_range("yearlyCost", policy.yearly_cost)
}
