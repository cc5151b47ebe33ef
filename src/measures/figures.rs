//! The figures that a [`Basis`](super::Basis) gives, as they cross the boundary.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::days_to_pay::MeanDays;
use crate::conventions::{Balance, DayBasis, EmptyMonth, MonthLength};
use crate::money::published;
use crate::period::Month;

/// DSO by the accounting method: `balanceAmount` ÷ `sales` × `windowDays`.
#[apply(answer!)]
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
#[apply(answer!)]
pub struct RollBackDso {
    /// The days; at least so many where `isLowerBound`.
    pub days: Decimal,
    /// Are the days only a lower bound, for want of history or because a month without sales ended it?
    pub is_lower_bound: bool,
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
#[apply(answer!)]
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
#[apply(answer!)]
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
#[apply(answer!)]
#[derive(Copy)]
pub enum CostBase {
    /// Cost of sales.
    CostOfSales,
    /// Purchases: including tax as typed and pasted, excluding it from a FEC (60x).
    Purchases,
    /// What suppliers invoiced, tax included: credits of accounts 401, 403 and 408 of a FEC.
    SupplierInvoices,
}

/// DIO or DPO: `balance` ÷ `cost` × `windowDays`.
#[apply(answer!)]
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
#[apply(answer!)]
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
#[apply(answer!)]
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
#[apply(answer!)]
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

impl MeanDaysFigure {
    /// The same of days to pay, none of which are late.
    #[must_use]
    pub fn without_late(self) -> Self {
        Self { late_percent: None, late_amount_percent: None, ..self }
    }
}

impl From<&MeanDays> for MeanDaysFigure {
    fn from(mean: &MeanDays) -> Self {
        Self {
            mean: published(mean.mean),
            weighted: mean.weighted.map(published),
            count: u32::try_from(mean.count).unwrap_or(u32::MAX),
            late_percent: Some(published(mean.late_percent)),
            late_amount_percent: mean.late_amount_percent.map(published),
        }
    }
}

/// Why the two DSO differ: accounting DSO = roll-back DSO × `paceFactor` × `balanceFactor`.
#[apply(answer!)]
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
