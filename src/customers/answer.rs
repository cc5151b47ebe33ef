//! The list of customers, as it crosses the boundary.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::at::At;
use crate::behaviour::DelayStatistics;
use crate::measures::SplitOf;

/// What the list can be sorted by.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum CustomerColumn {
    /// Name, by its characters.
    Name,
    /// Receivables.
    #[default]
    Receivables,
    /// Overdue receivables.
    Overdue,
    /// What lateness weighs: amount × days overdue, summed over what is overdue, credit notes left out.
    OverdueWeight,
    /// Disputed receivables.
    Disputed,
    /// Sales of the window.
    Sales,
    /// DSO by the accounting method.
    AccountingDso,
    /// DSO by roll-back.
    RollBackDso,
    /// Days to pay.
    DaysToPay,
    /// Days late.
    DaysLate,
    /// Change of the days late.
    Trend,
    /// What its days cost in a year.
    YearlyCost,
    /// What its days late cost in a year: whom to call first.
    LateCost,
    /// Expected delay: the median, then the day by which 80 % is paid. Whoever never pays so much is the slowest of
    /// all.
    Expected,
}

/// Which part of the list is asked for.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct CustomersRequest {
    /// The date and the conventions of the report it goes with.
    pub baseline: At,
    /// What it is sorted by.
    pub sort: CustomerColumn,
    /// From the least up? From the most down if left out.
    pub ascending: bool,
    /// Only customers whose name contains this, whatever the case.
    pub search: String,
    /// The yearly cost of money, in percent, that the days of customers are priced at; without it they are not.
    pub rate_percent: Option<Decimal>,
    /// Only customers that pay later than they did.
    pub only_worsening: bool,
    /// Only customers with something overdue: none where due dates are not known.
    pub only_overdue: bool,
    /// How many are skipped.
    pub start: u32,
    /// How many are given, at most 500.
    pub count: u32,
}

/// Late payment lately against before, in days weighted by amount. Of each period count the invoices paid in it, and
/// those overdue at its end with the days passed by then.
#[apply(answer!)]
pub struct LateTrend {
    /// Mean days late of the last three months.
    pub recent: Decimal,
    /// Mean days late of the twelve months before.
    pub before: Decimal,
    /// `recent` − `before`.
    pub change: Decimal,
    /// Does the customer pay later than it did: by five days or more, over at least three invoices in each period?
    pub is_worsening: bool,
}

/// Late payment of what was settled lately against before, in days weighted by amount: each invoice on the day it was paid.
/// What is still open is not in it: see [`LateTrend`].
#[apply(answer!)]
pub struct SettledTrend {
    /// Mean days late of what was settled in the last three months.
    pub recent: Decimal,
    /// Mean days late of what was settled in the twelve months before.
    pub before: Decimal,
    /// `recent` − `before`.
    pub change: Decimal,
    /// How many invoices the first is of.
    pub recent_count: u32,
    /// How many invoices the second is of.
    pub before_count: u32,
}

/// What days cost in a year: the mean of what was owed at the end of each day of the window × the yearly rate. Parts add up
/// to the whole.
///
/// 36,500 owed for 30 of 365 days are 3,000 on average; at 5 % they cost 150 a year.
#[apply(answer!)]
#[derive(Copy)]
pub struct YearlyCost {
    /// Mean of what was owed.
    pub owed: Decimal,
    /// What it costs.
    pub cost: Decimal,
    /// Mean of what was overdue, credit notes left out; `null` where nothing says since when.
    pub late: Option<Decimal>,
    /// What that costs.
    pub late_cost: Option<Decimal>,
    /// Is it what is owed at the date of the figures, as the data says nothing of what was owed before?
    pub is_of_date: bool,
}

/// One customer.
#[apply(answer!)]
pub struct CustomerRow {
    /// Its name.
    pub name: String,
    /// What it owes; below zero if it is in credit.
    pub receivables: Decimal,
    /// The overdue part; `null` where nothing says it.
    pub overdue: Option<Decimal>,
    /// `overdue` in percent of `receivables`; `null` too where these are not above zero.
    pub overdue_percent: Option<Decimal>,
    /// Days from due date to the date of the figures of what is overdue, weighted by amount, credit notes left out;
    /// `null` where nothing is overdue, or nothing says since when.
    pub overdue_days: Option<Decimal>,
    /// The disputed part; `null` where nothing says it.
    pub disputed: Option<Decimal>,
    /// What it owes, split as the DSO is: not due, overdue and disputed add up to `receivables`. Credit notes stand in
    /// the part they are in, which may so be below zero. `null` where nothing says what is overdue.
    pub parts: Option<SplitOf>,
    /// Its days of the DSO of all: `dso` × `receivables` ÷ receivables of all customers. They add up to it. `null` where
    /// there is no DSO.
    pub dso_days: Option<Decimal>,
    /// Its share of the receivables in percent; `null` where they are not above zero.
    pub share_percent: Option<Decimal>,
    /// What it owes by age, in the bands of the report; `null` where due dates are not known.
    pub ages: Option<Vec<Decimal>>,
    /// Its sales of the window; `null` where nothing says them.
    pub sales: Option<Decimal>,
    /// Its DSO by the accounting method; `null` without sales.
    pub accounting_dso: Option<Decimal>,
    /// Its DSO by roll-back over its own sales; `null` without sales.
    pub roll_back_dso: Option<Decimal>,
    /// Is that only a bound? Its sales are looked at 36 months back.
    pub exhausted: bool,
    /// Days from issue to payment of what it settled in the window, weighted by amount.
    pub days_to_pay: Option<Decimal>,
    /// Days from due date to payment of the same.
    pub days_late: Option<Decimal>,
    /// How many invoices it settled in the window.
    pub settled_count: u32,
    /// Whether it pays later than it did; `null` without payments in both periods.
    pub trend: Option<LateTrend>,
    /// The same of what was settled alone; `null` without payments in both periods.
    pub settled_trend: Option<SettledTrend>,
    /// How it is expected to pay, blended with all customers by how much is known of it; `null` where nobody paid yet.
    /// Counted from the due date, or from the issue date where due dates are not known, and `overdue` is `null`.
    pub delays: Option<DelayStatistics>,
    /// The weight of its own history in that, in percent.
    pub credibility_percent: Option<Decimal>,
    /// What its days cost in a year; `null` without a rate.
    pub yearly_cost: Option<YearlyCost>,
}

/// The DSO of all customers, which each has a part in.
#[apply(answer!)]
pub struct WholeDso {
    /// The days.
    pub days: Decimal,
    /// By roll-back; by the accounting method where the data has no sales by month.
    pub method: &'static str,
    /// Are the days a lower bound, the history being too short?
    pub is_lower_bound: bool,
}

/// Sums of customers: amounts, and days of the DSO, are the sums of those of their rows; rates and means are of all of them
/// together.
#[apply(answer!)]
pub struct CustomerTotals {
    /// How many of them owe something: more than what they have in credit.
    pub owing: u32,
    /// What they owe.
    pub receivables: Decimal,
    /// The overdue part; `null` where nothing says it.
    pub overdue: Option<Decimal>,
    /// `overdue` in percent of `receivables`; `null` too where these are not above zero.
    pub overdue_percent: Option<Decimal>,
    /// Days from due date to the date of the figures of what is overdue, weighted by amount, credit notes left out;
    /// `null` where nothing is overdue, or nothing says since when.
    pub overdue_days: Option<Decimal>,
    /// The disputed part; `null` where nothing says it.
    pub disputed: Option<Decimal>,
    /// What they owe, split as in their rows.
    pub parts: Option<SplitOf>,
    /// Their days of the DSO of all; all of it where nobody is left out.
    pub dso_days: Option<Decimal>,
    /// Their sales of the window; `null` where nothing says them.
    pub sales: Option<Decimal>,
    /// Days from due date to payment of what they settled in the window, weighted by amount.
    pub days_late: Option<Decimal>,
    /// What their days cost in a year; `null` without a rate.
    pub yearly_cost: Option<YearlyCost>,
}

/// The fewest customers that at least half of what is overdue is owed by.
#[apply(answer!)]
pub struct HalfOfOverdue {
    /// How many they are.
    pub customers: u32,
    /// What of theirs is overdue.
    pub amount: Decimal,
}

/// A part of the list.
#[apply(answer!)]
pub struct CustomersPage {
    /// The date of the figures.
    pub as_of: NaiveDate,
    /// How many customers there are.
    pub total: u32,
    /// How many the search leaves.
    pub matched: u32,
    /// How many of all pay later than they did.
    pub worsening: u32,
    /// The DSO that `dsoDays` are parts of; `null` where it is undefined, or nothing is owed.
    pub dso: Option<WholeDso>,
    /// Who half of what is overdue of all is owed by; `null` where nothing is overdue, or known to be.
    pub half_of_overdue: Option<HalfOfOverdue>,
    /// Sums of all that the search leaves, whether they are given or not.
    pub totals: CustomerTotals,
    /// Ends of the bands of `ages`, in days overdue.
    pub aging_bounds: Vec<u32>,
    /// Those asked for.
    pub rows: Vec<CustomerRow>,
}
