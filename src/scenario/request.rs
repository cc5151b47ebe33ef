//! What a scenario asks and what it answers, as they cross the boundary.

use chrono::NaiveDate;
use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

use crate::conventions::in_range;
use crate::error::Error;
use crate::period::Month;
use crate::report::ReportRequest;

/// How terms become shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum TermsRule {
    /// `days` less than agreed.
    Minus,
    /// `days` from issue at most.
    Cap,
}

/// One thing a scenario changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "lever", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Lever {
    /// Shorter payment terms. Customers keep their own delay beyond the due date.
    Terms {
        /// Share of every amount that gets the new terms, in percent.
        share_percent: Decimal,
        /// How terms become shorter.
        rule: TermsRule,
        /// The days of the rule.
        days: u32,
        /// Term agreed today, in days: needed for a cap on data without due dates.
        current_term_days: Option<u32>,
    },
    /// Early-payment discount (*escompte*): payment on day `withinDays` for `discountPercent` off.
    EarlyPaymentDiscount {
        /// Share of every amount that takes it, in percent.
        share_percent: Decimal,
        /// The discount, in percent of the amount including tax.
        discount_percent: Decimal,
        /// Days from issue to payment.
        within_days: u32,
    },
}

impl Lever {
    /// Name of the lever in requests, answers and the page.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Terms { .. } => "terms",
            Self::EarlyPaymentDiscount { .. } => "earlyPaymentDiscount",
        }
    }
}

/// A scenario to be measured against the baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ScenarioRequest {
    /// The report of the baseline.
    pub baseline: ReportRequest,
    /// The levers. They apply in the order terms, discount, whatever their order here.
    pub levers: Vec<Lever>,
    /// Yearly cost of money, in percent.
    pub rate_percent: Decimal,
}

impl Default for ScenarioRequest {
    fn default() -> Self {
        Self { baseline: ReportRequest::default(), levers: Vec::new(), rate_percent: dec!(5) }
    }
}

impl ScenarioRequest {
    /// Checks every parameter against its range.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] names the first parameter outside its range.
    pub fn check(&self) -> Result<(), Error> {
        self.baseline.conventions.check()?;
        in_range("ratePercent", self.rate_percent, dec!(0), dec!(100))?;
        for lever in &self.levers {
            match lever {
                Lever::Terms { share_percent, days, current_term_days, .. } => {
                    in_range("sharePercent", *share_percent, dec!(0), dec!(100))?;
                    in_range("days", Decimal::from(*days), dec!(0), dec!(365))?;
                    in_range("currentTermDays", current_term_days.unwrap_or(0).into(), dec!(0), dec!(365))?;
                }
                Lever::EarlyPaymentDiscount { share_percent, discount_percent, within_days } => {
                    in_range("sharePercent", *share_percent, dec!(0), dec!(100))?;
                    in_range("discountPercent", *discount_percent, dec!(0), dec!(50))?;
                    in_range("withinDays", Decimal::from(*within_days), dec!(0), dec!(365))?;
                }
            }
        }
        Ok(())
    }
}

/// What a scenario changes, measured with the figures of the baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ScenarioAnswer {
    /// The as-of date.
    pub as_of: NaiveDate,
    /// Is it a replay of the invoices? Otherwise the roll-back reading of monthly sales.
    pub replayed: bool,
    /// The figures as they are.
    pub before: Measures,
    /// The figures under the levers.
    pub after: Measures,
    /// Cash released at the as-of date: receivables before − after.
    pub cash_released: Decimal,
    /// Mean of the cash released over the month-ends of the window.
    pub average_cash_released: Decimal,
    /// Month-ends that mean is taken over.
    pub averaged_months: u32,
    /// Discounts granted in a year.
    pub yearly_cost: Decimal,
    /// `averageCashReleased` × the rate: what the cash saves in a year.
    pub financing_gain: Decimal,
    /// `financingGain` − `yearlyCost`.
    pub net_yearly_gain: Decimal,
    /// Each lever on its own, in the order of the request.
    pub levers: Vec<LeverAnswer>,
    /// What the discount is worth, where there is one.
    pub discount: Option<DiscountAnswer>,
    /// Open invoices and what was assumed of them, with a replay.
    pub open_items: Option<OpenItems>,
    /// Receivables before and after at every month-end of the history.
    pub months: Vec<ScenarioMonth>,
}

/// The measures of a baseline or of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Measures {
    /// Receivables at the as-of date.
    pub receivables: Option<Decimal>,
    /// DSO by the accounting method.
    pub accounting_dso: Option<Decimal>,
    /// DSO by the roll-back method.
    pub roll_back_dso: Option<Decimal>,
    /// Is `rollBackDso` a lower bound?
    pub roll_back_exhausted: bool,
    /// Best possible DSO by the accounting method.
    pub best_possible_dso: Option<Decimal>,
    /// Working capital requirement.
    pub working_capital: Option<Decimal>,
    /// Cash conversion cycle.
    pub cash_conversion_cycle: Option<Decimal>,
}

/// One lever on its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct LeverAnswer {
    /// Its name.
    pub lever: &'static str,
    /// Cash it releases alone, at the as-of date.
    pub cash_released: Decimal,
    /// Cash it releases alone, mean over the month-ends of the window.
    pub average_cash_released: Decimal,
    /// What it costs in a year, alone.
    pub yearly_cost: Decimal,
    /// What its cash saves in a year, alone.
    pub financing_gain: Decimal,
    /// `financingGain` − `yearlyCost`.
    pub net_yearly_gain: Decimal,
}

/// What an early-payment discount is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct DiscountAnswer {
    /// Day customers are observed to pay on, from issue: weighted by amount on an invoice list, the roll-back DSO on a
    /// monthly series.
    pub observed_days: Decimal,
    /// Day they pay on with the discount.
    pub within_days: Decimal,
    /// Simple yearly cost in percent: d ÷ (1 − d) × year ÷ (observed − within). `null` if nothing is gained in days.
    pub simple_percent: Option<Decimal>,
    /// Compound yearly cost in percent: (1 ÷ (1 − d)) ^ (year ÷ (observed − within)) − 1.
    pub compound_percent: Option<Decimal>,
    /// Discount in percent at which cost and financing gain are equal; zero if nothing is gained in days.
    pub break_even_percent: Decimal,
    /// Part of the yearly cost that goes to customers who pay by that day anyway.
    pub cost_without_gain: Decimal,
}

/// Open invoices of a replay. Nothing says when they will be paid: one not yet past its usual lateness is taken to be
/// paid `usualLateDays` after its due date; one past it is taken to stay open whatever the levers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct OpenItems {
    /// Mean days late of settled invoices, weighted by amount, whole days; zero if none was settled.
    pub usual_late_days: Decimal,
    /// Amount of open invoices that the levers move.
    pub movable: Decimal,
    /// Amount of open invoices that they leave alone.
    pub left_alone: Decimal,
}

/// Receivables at one month-end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ScenarioMonth {
    /// The month.
    pub month: Month,
    /// As they were.
    pub before: Option<Decimal>,
    /// Under the levers; `null` where the history before it is too short to say.
    pub after: Option<Decimal>,
}
