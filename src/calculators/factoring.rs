//! Factoring against collecting oneself.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};

use super::{ONE_HUNDRED, amount_in_range, days_in_range, percent_in_range, year_in_range};
use crate::bounds::Bounds;
use crate::error::Error;
use crate::money::published;

/// A part of sales and the days it takes to come in.
#[apply(request!)]
pub struct Collected {
    /// The part, in percent of credit sales.
    pub percent: Decimal,
    /// Its days.
    pub days: Decimal,
}

/// Collecting oneself.
#[apply(request!)]
pub struct Today {
    /// When sales come in; the parts make 100.
    pub collected: Vec<Collected>,
    /// What financing receivables costs, percent a year.
    pub finance_percent: Decimal,
    /// Bad debts, in percent of credit sales.
    pub bad_debt_percent: Decimal,
    /// What keeping the accounts of customers costs in a year.
    pub yearly_cost: Decimal,
}

/// What a factor offers.
#[apply(request!)]
pub struct Factor {
    /// When sales come in; the parts make 100.
    pub collected: Vec<Collected>,
    /// Fee or commission, in percent of credit sales.
    pub fee_percent: Decimal,
    /// What is advanced, in percent of receivables: 100 less the reserve.
    pub advance_percent: Decimal,
    /// Is the fee kept back from the advance?
    #[serde(default)]
    pub fee_kept_back: bool,
    /// Interest on the advance, percent a year.
    pub advance_rate_percent: Decimal,
    /// What financing the rest costs, percent a year: zero where nobody counts it.
    #[serde(default)]
    pub rest_finance_percent: Decimal,
    /// Bad debts that stay, in percent of credit sales: zero without recourse.
    #[serde(default)]
    pub bad_debt_percent: Decimal,
    /// What is still to be spent on the accounts of customers in a year.
    #[serde(default)]
    pub yearly_cost: Decimal,
}

/// Both ways.
#[apply(request!)]
pub struct FactoringRequest {
    /// Credit sales of a year.
    pub credit_sales: Decimal,
    /// Days of a year.
    pub year_days: Decimal,
    /// Collecting oneself.
    pub today: Today,
    /// With the factor.
    pub factor: Factor,
}

/// What both ways cost in a year.
#[apply(answer!)]
pub struct FactoringAnswer {
    /// Collecting oneself.
    pub today: OwnCost,
    /// With the factor.
    pub factor: FactorCost,
    /// What the factor saves; below zero where it costs more.
    pub saving: Decimal,
}

/// What collecting oneself costs in a year.
#[apply(answer!)]
pub struct OwnCost {
    /// Mean days sales take to come in.
    pub days: Decimal,
    /// Receivables: credit sales × days ÷ the days of a year.
    pub receivables: Decimal,
    /// Their financing.
    pub finance: Decimal,
    /// Bad debts.
    pub bad_debts: Decimal,
    /// Accounts of customers.
    pub yearly_cost: Decimal,
    /// All of it.
    pub total: Decimal,
}

/// What a factor costs in a year.
#[apply(answer!)]
pub struct FactorCost {
    /// Mean days sales take to come in.
    pub days: Decimal,
    /// Receivables.
    pub receivables: Decimal,
    /// What is advanced on them.
    pub advance: Decimal,
    /// Interest on the advance.
    pub interest: Decimal,
    /// Financing of the rest.
    pub rest_finance: Decimal,
    /// Fee.
    pub fee: Decimal,
    /// Bad debts that stay.
    pub bad_debts: Decimal,
    /// Accounts of customers.
    pub yearly_cost: Decimal,
    /// All of it.
    pub total: Decimal,
    /// (`fee` + `interest`) ÷ `advance`, percent a year, savings not taken off; `null` without an advance.
    pub effective_percent: Option<Decimal>,
}

/// What factoring costs against collecting oneself, in a year.
///
/// Source: BPP, ACCA F9, "Managing working capital", factoring; ICAI, November 2015, for the fee kept back.
///
/// # Errors
///
/// [`Error::OutOfRange`] for parts that do not make 100, or any value outside its range.
///
/// # Examples
///
/// Of 360 a year, 36 days are 36; their financing at 10 % is 3.6, against a fee of 1 % and nothing advanced:
///
/// ```
/// use encours::calculators::{Collected, Factor, FactoringRequest, Today, factoring};
/// use rust_decimal::{Decimal, dec};
///
/// let collected = |days| vec![Collected { percent: dec!(100), days }];
/// let (finance_percent, zero) = (dec!(10), Decimal::ZERO);
/// let today = Today { collected: collected(dec!(36)), finance_percent, bad_debt_percent: zero, yearly_cost: zero };
/// let factor = Factor {
///     collected: collected(zero),
///     fee_percent: dec!(1),
///     advance_percent: zero,
///     fee_kept_back: false,
///     advance_rate_percent: zero,
///     rest_finance_percent: zero,
///     bad_debt_percent: zero,
///     yearly_cost: zero,
/// };
/// let both = FactoringRequest { credit_sales: dec!(360), year_days: dec!(360), today, factor };
/// assert_eq!(factoring(&both)?.saving, dec!(0));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn factoring(request: &FactoringRequest) -> Result<FactoringAnswer, Error> {
    let FactoringRequest { credit_sales, year_days, today, factor } = request;
    check(request)?;
    let of = |part: Decimal, percent: Decimal| part * percent / ONE_HUNDRED;
    let held = |collected: &[Collected]| {
        let percent_days: Decimal = collected.iter().map(|part| part.percent * part.days).sum();
        let days = percent_days / ONE_HUNDRED;
        (days, *credit_sales * days / *year_days)
    };
    let bad_debts = of(*credit_sales, today.bad_debt_percent);
    let (days, receivables) = held(&today.collected);
    let finance = of(receivables, today.finance_percent);
    let own = finance + bad_debts + today.yearly_cost;
    let today = OwnCost {
        days: published(days),
        receivables: published(receivables),
        finance: published(finance),
        bad_debts: published(bad_debts),
        yearly_cost: published(today.yearly_cost),
        total: published(own),
    };
    let (days, receivables) = held(&factor.collected);
    let kept_back = if factor.fee_kept_back { factor.fee_percent } else { Decimal::ZERO };
    let advance = of(receivables, (factor.advance_percent - kept_back).max(Decimal::ZERO));
    let interest = of(advance, factor.advance_rate_percent);
    let rest_finance = of(receivables - advance, factor.rest_finance_percent);
    let fee = of(*credit_sales, factor.fee_percent);
    let bad_debts = of(*credit_sales, factor.bad_debt_percent);
    let total = interest + rest_finance + fee + bad_debts + factor.yearly_cost;
    let factor = FactorCost {
        days: published(days),
        receivables: published(receivables),
        advance: published(advance),
        interest: published(interest),
        rest_finance: published(rest_finance),
        fee: published(fee),
        bad_debts: published(bad_debts),
        yearly_cost: published(factor.yearly_cost),
        total: published(total),
        effective_percent: ((fee + interest) * ONE_HUNDRED).checked_div(advance).map(published),
    };
    Ok(FactoringAnswer { today, factor, saving: published(own - total) })
}

fn check(request: &FactoringRequest) -> Result<(), Error> {
    let FactoringRequest { credit_sales, year_days, today, factor } = request;
    amount_in_range("creditSales", *credit_sales)?;
    year_in_range(*year_days)?;
    for collected in [&today.collected, &factor.collected] {
        for part in collected {
            percent_in_range("percent", part.percent)?;
            days_in_range("days", part.days)?;
        }
        Bounds { least: dec!(100), most: dec!(100) }
            .check("collected", collected.iter().map(|part| part.percent).sum::<Decimal>())?;
    }
    percent_in_range("financePercent", today.finance_percent)?;
    percent_in_range("feePercent", factor.fee_percent)?;
    percent_in_range("advancePercent", factor.advance_percent)?;
    percent_in_range("advanceRatePercent", factor.advance_rate_percent)?;
    percent_in_range("restFinancePercent", factor.rest_finance_percent)?;
    percent_in_range("badDebtPercent", today.bad_debt_percent)?;
    percent_in_range("badDebtPercent", factor.bad_debt_percent)?;
    amount_in_range("yearlyCost", today.yearly_cost)?;
    amount_in_range("yearlyCost", factor.yearly_cost)
}
