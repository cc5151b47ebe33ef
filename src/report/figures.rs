//! What a report is asked for, and what it answers. Decimals are text on the boundary, dates `yyyy-mm-dd`, missing
//! `null`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::at::{At, TypedBalances};
use crate::conventions::{Conventions, FecSales};
use crate::cut::Cut;
use crate::import::source::{Source, Trust};
use crate::issue::{Issue, IssueCount};
use crate::measures::{
    AccountingDso, AgeBand, CashConversionCycle, CollectionEffectiveness, Comparison, ConcentrationFigure, DaysOf,
    DsoSplit, DsoState, GapFigure, MeanDaysFigure, RollBackDso, SplitOf, Turnover, TwoMethods, WorkingCapital,
};
use crate::period::Month;
use crate::rates::RateDoubt;
use crate::segments::SegmentColumn;

/// What a report is asked for: a place in time and its conventions, and a date to compare with.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct ReportRequest {
    /// The date of the figures; the default one of the data if left out.
    #[serde(deserialize_with = "crate::period::deserialize_date")]
    pub as_of: Option<NaiveDate>,
    /// The month-end to compare with; a year before the date of the figures, or the first one with figures, if left
    /// out.
    #[serde(deserialize_with = "crate::period::deserialize_date")]
    pub compare_to: Option<NaiveDate>,
    /// The conventions.
    pub conventions: Conventions,
    /// Balances typed in beside the data.
    pub balances: TypedBalances,
    /// The part of the data.
    pub cut: Cut,
}

impl ReportRequest {
    /// Where it is asked.
    #[must_use]
    pub fn at(&self) -> At {
        let Self { as_of, conventions, balances, cut, .. } = self.clone();
        At { as_of, conventions, balances, cut }
    }
}

impl From<At> for ReportRequest {
    fn from(At { as_of, conventions, balances, cut }: At) -> Self {
        Self { as_of, compare_to: None, conventions, balances, cut }
    }
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
    /// The part of the data that they are of.
    pub cut: Cut,
    /// The columns that are segments.
    pub segments: Vec<SegmentColumn>,
    /// What became of the invoices of each currency, where there are several.
    pub currencies: Vec<CurrencyFigure>,
    /// What is doubtful of the rates.
    pub rate_doubts: Vec<RateDoubt>,
    /// The receivables and their parts.
    pub receivables: Receivables,
    /// Balances of the accounts of suppliers in a FEC, by their first three digits, whether they count as payables or
    /// not.
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
    /// Both DSO, to be kept and compared with later ones; `null` where one is undefined or only a bound.
    pub state: Option<DsoState>,
    /// The same figures at every month-end of the history, oldest first.
    pub months: Vec<MonthFigures>,
}

/// The invoices of one currency, among several.
#[apply(answer!)]
pub struct CurrencyFigure {
    /// The currency.
    pub currency: String,
    /// How many invoices there are, by the date.
    pub invoices: u32,
    /// What they owe, in their own currency.
    pub owed: Decimal,
    /// The rate at which that is converted; `null` where none is given.
    pub closing: Option<Decimal>,
    /// Is it the one that figures are in?
    pub is_base: bool,
    /// Is it in no figure, since rates are missing?
    pub is_apart: bool,
    /// The months of which a rate is missing, at most 24; all of them where there is no rate at all.
    pub missing: Vec<Month>,
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
    /// `overdue` in percent of `total`; `null` where nothing is owed.
    pub overdue_percent: Option<Decimal>,
    /// In dispute, overdue or not.
    pub disputed: Option<Decimal>,
    /// Both overdue and in dispute; `null` where the data does not say which disputes are.
    pub disputed_overdue: Option<Decimal>,
    /// How many invoices and credit notes are open; `null` where the data has none, as in a FEC without
    /// a term.
    pub open_count: Option<u32>,
    /// How many of them are overdue; `null` too where due dates are not known.
    pub overdue_count: Option<u32>,
    /// Balances of the accounts of customers in a FEC, by their first three digits, whether they are in the scope or
    /// not.
    pub by_account: Option<BTreeMap<String, Decimal>>,
}

/// A figure that is undefined, and the code of the error that says why.
#[apply(answer!)]
pub struct Undefined {
    /// The field of [`Figures`].
    pub figure: &'static str,
    /// Why, as [`Error::code`](crate::error::Error::code).
    #[cfg_attr(target_arch = "wasm32", tsify(type = "ErrorCode"))]
    pub code: &'static str,
}

/// The figures of a report.
#[apply(answer!)]
#[derive(Default)]
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
    /// What was handed over to a factor, and the DSO without and with it; `null` where nothing was.
    pub factored: Option<FactoredFigure>,
    /// The sales of a FEC and both DSO by every convention on what sales are; empty for other data.
    pub sales_conventions: Vec<SalesConvention>,
}

/// Receivables handed over to a factor: they leave the balance sheet, and so the published DSO; customers still owe them, as
/// the economic DSO says.
///
/// 100 owed and 50 with a factor, of sales of 310 in 31 days, are 10 days published and 15 economic ones.
#[apply(answer!)]
pub struct FactoredFigure {
    /// What was handed over and not paid by the date.
    pub amount: Decimal,
    /// What of it is overdue; `null` where nothing says it.
    pub overdue: Option<Decimal>,
    /// Was the amount typed in?
    pub is_typed: bool,
    /// Does it count among the receivables of the report? Its DSO is the economic one then.
    pub counts: bool,
    /// Without it.
    pub published: DsoPair,
    /// With it.
    pub economic: DsoPair,
}

/// Both DSO of some receivables.
#[apply(answer!)]
pub struct DsoPair {
    /// The receivables.
    pub receivables: Decimal,
    /// By the accounting method.
    pub accounting_dso: Option<Decimal>,
    /// By roll-back; at least so many days where `exhausted`.
    pub roll_back_dso: Option<Decimal>,
    /// Is the roll-back DSO only a bound?
    pub exhausted: bool,
}

/// The sales of a FEC by one convention on what they are, and what it makes of the DSO.
#[apply(answer!)]
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

/// One month of the history.
#[apply(answer!)]
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
    /// What of the disputed receivables is overdue; `null` where nothing says it.
    pub disputed_overdue: Option<Decimal>,
    /// Owed at its end to a factor, in the receivables where the conventions count it, beside them otherwise; `null` where
    /// nothing is.
    pub factored: Option<Decimal>,
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
    /// The part of the accounting DSO that agreed terms make: neither overdue nor disputed.
    pub term_days: Option<Decimal>,
    /// The late part of the accounting DSO: overdue, not disputed.
    pub late_days: Option<Decimal>,
    /// The disputed part of the accounting DSO.
    pub disputed_days: Option<Decimal>,
    /// The same three parts of the roll-back DSO, which they add up to: 10,000 owed, of which 1,000 late, after sales
    /// of 6,400 and 2,600 and 4,000 in months of 30, 31 and 30 days are 61 + 7.5 days. `null` where the history is too
    /// short for it.
    pub roll_back_split: Option<SplitOf>,
}
