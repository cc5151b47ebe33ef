//! The operating cycle, stage by stage: materials, work in progress, finished goods, customers, suppliers.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};

use super::{ONE_HUNDRED, Side, amount_in_range, percent_in_range, quotient, year_in_range};
use crate::error::Error;
use crate::money::published;

/// A balance and the yearly flow that renews it.
#[apply(request!)]
#[derive(Default)]
pub struct CycleStage {
    /// Does it lengthen the cycle, or shorten it as payables do?
    #[serde(default)]
    pub side: Side,
    /// Balance at the close.
    pub closing: Decimal,
    /// Balance at the opening: the mean of both then counts.
    #[serde(default)]
    pub opening: Option<Decimal>,
    /// The yearly flow: purchases, cost of sales, sales.
    pub flow: Decimal,
    /// The part of that flow which renews the balance, in percent: 100 if left out.
    #[serde(default)]
    pub flow_percent: Option<Decimal>,
}

/// The stages of a cycle.
#[apply(request!)]
pub struct OperatingCycleRequest {
    /// Days of a year.
    pub year_days: Decimal,
    /// The stages.
    pub stages: Vec<CycleStage>,
}

/// How long a cycle takes: `days`, the stages added up.
#[apply(answer!)]
pub struct OperatingCycleAnswer {
    /// The stages, in the order of the request.
    pub stages: Vec<StageDays>,
    /// Stages that lengthen less stages that shorten, from unrounded days.
    pub days: Decimal,
}

/// How long a stage takes.
#[apply(answer!)]
pub struct StageDays {
    /// The balance set against the flow.
    pub balance: Decimal,
    /// The flow.
    pub flow: Decimal,
    /// `balance` ÷ `flow` × the days of a year.
    pub days: Decimal,
    /// `flow` ÷ `balance`, times a year; `null` for an empty balance.
    pub turnover: Option<Decimal>,
}

/// The days of an operating cycle: Σ balance ÷ flow × days of a year, payables taken off.
///
/// Source: ACCA F9, "Managing working capital"; UNIT, "Les ratios de rotation", for mean balances.
///
/// # Errors
///
/// [`Error::OutOfRange`] for a flow that is not above zero, or any value outside its range.
///
/// # Examples
///
/// A tenth of the year's cost in stock, of 360 days, is 36 days:
///
/// ```
/// use encours::calculators::{CycleStage, OperatingCycleRequest, operating_cycle};
/// use rust_decimal::dec;
///
/// let stock = CycleStage { closing: dec!(70), flow: dec!(700), ..CycleStage::default() };
/// let cycle = operating_cycle(&OperatingCycleRequest { year_days: dec!(360), stages: vec![stock] })?;
/// assert_eq!(cycle.days, dec!(36));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn operating_cycle(request: &OperatingCycleRequest) -> Result<OperatingCycleAnswer, Error> {
    year_in_range(request.year_days)?;
    let mut days = Decimal::ZERO;
    let mut stages = Vec::new();
    for stage in &request.stages {
        let opening = stage.opening.unwrap_or(stage.closing);
        let part = stage.flow_percent.unwrap_or(ONE_HUNDRED);
        amount_in_range("closing", stage.closing)?;
        amount_in_range("opening", opening)?;
        amount_in_range("flow", stage.flow)?;
        percent_in_range("flowPercent", part)?;
        let balance = (stage.closing + opening) / dec!(2);
        let flow = stage.flow * part / ONE_HUNDRED;
        let stage_days = quotient(balance * request.year_days, flow, "flow")?;
        days += stage.side.signed(stage_days);
        stages.push(StageDays {
            balance: published(balance),
            flow: published(flow),
            days: published(stage_days),
            turnover: flow.checked_div(balance).map(published),
        });
    }
    Ok(OperatingCycleAnswer { stages, days: published(days) })
}
