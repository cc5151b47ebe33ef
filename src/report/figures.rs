//! The figures of a report, as they cross the boundary. Decimals are text there, dates `yyyy-mm-dd`, missing `null`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::conventions::{Balance, Conventions, DayBasis, EmptyMonth, FecSales, MonthLength};
use crate::import::source::{Source, Trust};
use crate::issue::{Issue, IssueCount};
use crate::period::Month;

use super::parts::{AgeBand, CollectionEffectiveness, Comparison, ConcentrationFigure, DsoSplit, Turnover};

/// What a report is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ReportRequest {
    /// The date of the figures; the default one of the data if left out.
    #[serde(deserialize_with = "crate::period::deserialize_date")]
    pub as_of: Option<NaiveDate>,
    /// The month-end to compare with; a year before the date of the figures, or the first one with figures, if left out.
    #[serde(deserialize_with = "crate::period::deserialize_date")]
    pub compare_to: Option<NaiveDate>,
    /// The conventions.
    pub conventions: Conventions,
    /// Balances typed in beside the data.
    pub balances: TypedBalances,
}

/// Balances typed in by the user; they stand in for what the data lacks, and never replace what it has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct TypedBalances {
    /// Receivables at the as-of date, tax included.
    pub receivables: Option<Decimal>,
    /// Sales of the window, tax included.
    pub sales: Option<Decimal>,
    /// Inventory at the as-of date.
    pub inventory: Option<Decimal>,
    /// Payables at the as-of date, tax included.
    pub payables: Option<Decimal>,
    /// Purchases of the window, tax included.
    pub purchases: Option<Decimal>,
    /// Cost of sales of the window.
    pub cost_of_sales: Option<Decimal>,
}

/// Every figure of one dataset at one date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null, hashmap_as_object))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The date of the figures.
    pub as_of: NaiveDate,
    /// Other dates the figures can be given at, newest first.
    pub as_of_choices: Vec<NaiveDate>,
    /// Where the data came from and how it was read; of several files the one that decides, with the rows of all.
    pub source: Source,
    /// How far the figures can be trusted.
    pub trust: Trust,
    /// How each file was read.
    pub files: Vec<Source>,
    /// Findings on the data and on the request, most severe first, the first of each code.
    pub issues: Vec<Issue>,
    /// How many findings of each code there are.
    pub issue_counts: Vec<IssueCount>,
    /// The conventions of the figures.
    pub conventions: Conventions,
    /// The receivables and their parts.
    pub receivables: Receivables,
    /// Balances of the accounts of suppliers in a FEC, by their first three digits, whether they count as payables or not.
    pub payables_by_account: Option<BTreeMap<String, Decimal>>,
    /// The figures; `null` where one is undefined.
    pub figures: Figures,
    /// Why each `null` figure is undefined.
    pub undefined: Vec<Undefined>,
    /// Why the two DSO differ; `null` where one of them is undefined.
    pub gap: Option<GapFigure>,
    /// Receivables by age: those not due, then by days overdue; `null` where due dates are not known.
    pub aging: Option<Vec<AgeBand>>,
    /// What changed since an earlier date, and why; `null` where there is none to compare with.
    pub comparison: Option<Comparison>,
    /// The same figures at every month-end of the history, oldest first.
    pub months: Vec<MonthFigures>,
}

/// The receivables at the as-of date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null, hashmap_as_object))]
#[serde(rename_all = "camelCase")]
pub struct Receivables {
    /// All of them.
    pub total: Option<Decimal>,
    /// Not overdue.
    pub current: Option<Decimal>,
    /// Due before the as-of date.
    pub overdue: Option<Decimal>,
    /// In dispute, overdue or not.
    pub disputed: Option<Decimal>,
    /// Balances of the accounts of customers in a FEC, by their first three digits, whether they are in the scope or not.
    pub by_account: Option<BTreeMap<String, Decimal>>,
}

/// A figure that is undefined, and the code of the error that says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Undefined {
    /// The field of [`Figures`].
    pub figure: &'static str,
    /// Why, as [`Error::code`](crate::error::Error::code).
    #[cfg_attr(target_arch = "wasm32", tsify(type = "ErrorCode"))]
    pub code: &'static str,
}

/// The figures of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// DSO by the accounting method.
    pub accounting_dso: Option<AccountingDso>,
    /// DSO by the roll-back method.
    pub roll_back_dso: Option<RollBackDso>,
    /// Best possible DSO, both methods.
    pub best_possible_dso: Option<TwoMethods>,
    /// Average days delinquent, both methods.
    pub average_days_delinquent: Option<TwoMethods>,
    /// Both DSO split into what terms, lateness and disputes make.
    pub dso_split: Option<DsoSplit>,
    /// What was collected of what could have been.
    pub collection_effectiveness: Option<CollectionEffectiveness>,
    /// Sales ÷ receivables.
    pub turnover: Option<Turnover>,
    /// How much of the receivables few customers owe.
    pub concentration: Option<ConcentrationFigure>,
    /// Days inventory outstanding.
    pub dio: Option<DaysOf>,
    /// Days payables outstanding.
    pub dpo: Option<DaysOf>,
    /// DSO + DIO − DPO.
    pub cash_conversion_cycle: Option<CashConversionCycle>,
    /// Inventory + receivables − payables.
    pub working_capital: Option<WorkingCapital>,
    /// From issue to payment, invoices settled in the window.
    pub days_to_pay: Option<MeanDaysFigure>,
    /// From due date to payment, invoices settled in the window; negative is early.
    pub days_late: Option<MeanDaysFigure>,
    /// What one day less of DSO frees.
    pub cash_value_of_a_day: Option<Decimal>,
    /// The sales of a FEC and both DSO by every convention on what sales are; empty for other data.
    pub sales_conventions: Vec<SalesConvention>,
}

/// The sales of a FEC by one convention on what they are, and what it makes of the DSO.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SalesConvention {
    /// The convention.
    pub convention: FecSales,
    /// Sales of the window, tax included; `null` where the FEC has no accounts or entries to tell them by.
    pub sales: Option<Decimal>,
    /// DSO by the accounting method.
    pub accounting_dso: Option<Decimal>,
    /// DSO by the roll-back method; at least so many days where `exhausted`.
    pub roll_back_dso: Option<Decimal>,
    /// Is the roll-back DSO only a bound?
    pub exhausted: bool,
    /// Is it the one that fits this FEC best, taken unless another is chosen?
    pub is_usual: bool,
}

/// DSO by the accounting method: `balanceAmount` ÷ `sales` × `windowDays`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct AccountingDso {
    /// The days.
    pub days: Decimal,
    /// Always `accounting`.
    pub method: &'static str,
    /// Receivables set against sales.
    pub balance_amount: Decimal,
    /// Which receivables those are.
    pub balance: Balance,
    /// Sales of the window.
    pub sales: Decimal,
    /// Days of the window.
    pub window_days: Decimal,
    /// How they are counted.
    pub day_basis: DayBasis,
    /// Months of the window: fewer than asked for where the history is shorter.
    pub window_months: u32,
    /// First month of the window.
    pub first_month: Month,
    /// Last month of the window.
    pub last_month: Month,
}

/// DSO by the roll-back method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct RollBackDso {
    /// The days; at least so many where `exhausted`.
    pub days: Decimal,
    /// Always `rollBack`.
    pub method: &'static str,
    /// Was the history exhausted before the receivables were? The days are then a lower bound.
    pub exhausted: bool,
    /// The month without sales that ended it, under the `stop` rule; the days are then a lower bound too.
    pub stopped_at: Option<Month>,
    /// Receivables that are used up.
    pub receivables: Decimal,
    /// How long a month is.
    pub month_length: MonthLength,
    /// What is done with a month without sales.
    pub empty_month: EmptyMonth,
    /// The months, newest first.
    pub trail: Vec<TrailStep>,
}

/// One month of the roll-back trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TrailStep {
    /// The month.
    pub month: Month,
    /// Days it contributes.
    pub days: Decimal,
    /// Days it has.
    pub month_days: u32,
    /// Its sales; `null` where the history lacks it.
    pub sales: Option<Decimal>,
    /// Receivables it uses up.
    pub taken: Decimal,
    /// Receivables left after it.
    pub rest: Decimal,
}

/// A figure by both methods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TwoMethods {
    /// By the accounting method, on the closing balance; `null` where undefined.
    pub days: Option<Decimal>,
    /// By the roll-back method; `null` where undefined.
    pub roll_back_days: Option<Decimal>,
    /// Is `rollBackDays` only a bound, the history being too short?
    pub exhausted: bool,
    /// Receivables not overdue.
    pub current: Decimal,
    /// Receivables overdue.
    pub overdue: Decimal,
}

/// What a balance is set against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum CostBase {
    /// Cost of sales.
    CostOfSales,
    /// Purchases: including tax as typed and pasted, excluding it from a FEC (60x).
    Purchases,
    /// What suppliers invoiced, tax included: credits of accounts 401, 403 and 408 of a FEC.
    SupplierInvoices,
}

/// DIO or DPO: `balance` ÷ `cost` × `windowDays`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct DaysOf {
    /// The days.
    pub days: Decimal,
    /// Inventory or payables.
    pub balance: Decimal,
    /// Cost over the window.
    pub cost: Decimal,
    /// Which cost that is.
    pub base: CostBase,
    /// Days of the window.
    pub window_days: Decimal,
}

/// Cash conversion cycle: `dso` + `dio` − `dpo`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CashConversionCycle {
    /// The days.
    pub days: Decimal,
    /// DSO by the accounting method.
    pub dso: Decimal,
    /// Days inventory outstanding.
    pub dio: Decimal,
    /// Days payables outstanding.
    pub dpo: Decimal,
}

/// Working capital requirement: `inventory` + `receivables` − `payables`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct WorkingCapital {
    /// In currency.
    pub amount: Decimal,
    /// In days of sales: `amount` ÷ sales of the window × its part of a year × the days of a year.
    pub days_of_sales: Option<Decimal>,
    /// Do those sales exclude tax? They include it where nothing else is known.
    pub sales_exclude_tax: bool,
    /// Inventory at the as-of date.
    pub inventory: Decimal,
    /// Receivables at the as-of date.
    pub receivables: Decimal,
    /// Payables at the as-of date.
    pub payables: Decimal,
}

/// Mean days of settled invoices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct MeanDaysFigure {
    /// Plain mean.
    pub mean: Decimal,
    /// Weighted by amount; `null` where amounts add up to nothing.
    pub weighted: Option<Decimal>,
    /// How many invoices.
    pub count: u32,
    /// Share of those paid late, in percent of their number; `null` for days to pay.
    pub late_percent: Option<Decimal>,
    /// Share of those paid late, in percent of their amount; `null` for days to pay or where amounts add up to nothing.
    pub late_amount_percent: Option<Decimal>,
}

/// Why the two DSO differ: accounting DSO = roll-back DSO × `paceFactor` × `balanceFactor`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct GapFigure {
    /// Accounting DSO − roll-back DSO.
    pub days: Decimal,
    /// Sales a day over the roll-back days.
    pub roll_back_pace: Decimal,
    /// Sales a day over the window.
    pub window_pace: Decimal,
    /// The first ÷ the second.
    pub pace_factor: Decimal,
    /// Balance of the accounting DSO ÷ closing receivables.
    pub balance_factor: Decimal,
}

/// One month of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct MonthFigures {
    /// The month.
    pub month: Month,
    /// Sales including tax.
    pub sales_incl_tax: Option<Decimal>,
    /// Sales excluding tax.
    pub sales_excl_tax: Option<Decimal>,
    /// Receivables at its end.
    pub receivables: Option<Decimal>,
    /// Overdue receivables at its end.
    pub overdue: Option<Decimal>,
    /// Disputed receivables at its end.
    pub disputed: Option<Decimal>,
    /// Payables at its end.
    pub payables: Option<Decimal>,
    /// Purchases.
    pub purchases: Option<Decimal>,
    /// Inventory at its end.
    pub inventory: Option<Decimal>,
    /// DSO by the accounting method at its end.
    pub accounting_dso: Option<Decimal>,
    /// DSO by the roll-back method at its end; `null` too where the history before it is too short.
    pub roll_back_dso: Option<Decimal>,
    /// Best possible DSO by the accounting method at its end.
    pub best_possible_dso: Option<Decimal>,
    /// The late part of the accounting DSO: overdue, not disputed.
    pub late_days: Option<Decimal>,
    /// The disputed part of the accounting DSO.
    pub disputed_days: Option<Decimal>,
}
