//! How customers pay, as it crosses the boundary.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::at::At;

/// What is asked of the behaviour of customers.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct BehaviourRequest {
    /// The date and the conventions of the report it goes with.
    pub baseline: At,
    /// Names of customers in insolvency proceedings: nothing is expected of them.
    pub insolvent: Vec<String>,
    /// What is expected to be lost on them, in percent; all of it if left out.
    pub insolvent_loss_percent: Option<Decimal>,
    /// Days after the due date from which an amount counts as lost, 30 to 720; a year if left out.
    pub loss_after_days: Option<u32>,
}

/// Where delays are counted from.
#[apply(answer!)]
#[derive(Copy)]
pub enum MeasuredFrom {
    /// From the due date.
    DueDate,
    /// From the issue date, since the data has no due date.
    IssueDate,
}

/// What a distribution of delays says in a few numbers, in days; negative is early.
#[apply(answer!)]
pub struct DelayStatistics {
    /// Half of the amount is paid by then; `null` if less than that was ever seen paid.
    pub median: Option<i32>,
    /// Four fifths of the amount are paid by then; `null` if less than that was ever seen paid.
    pub percentile80: Option<i32>,
    /// Mean delay, what is unpaid after `horizonDays` counted as paid then.
    pub mean: Decimal,
    /// Share still unpaid after `horizonDays`, in percent.
    pub unpaid_percent: Decimal,
    /// The horizon.
    pub horizon_days: u32,
}

/// The share of the amount still unpaid from a day on.
#[apply(answer!)]
pub struct CurvePoint {
    /// Days after the due date.
    pub days: i32,
    /// Share in percent still unpaid at its end.
    pub unpaid_percent: Decimal,
}

/// What is expected to have come in from the open items by a day, from the as-of date on.
#[apply(answer!)]
pub struct CumulativeCashIn {
    /// Expected amount: the sum of the periods up to it.
    pub amount: Decimal,
    /// Low end of the range: nine times in ten more has come in. It is that of the sum, not the sum of those of the periods.
    pub low: Decimal,
    /// High end of the range: nine times in ten less has come in.
    pub high: Decimal,
}

/// What is expected to come in from the open items between two days.
#[apply(answer!)]
pub struct CashInPeriod {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Expected amount.
    pub amount: Decimal,
    /// Low end of the range: nine times in ten more comes in, if a customer pays all of what it is expected to pay, or
    /// none.
    pub low: Decimal,
    /// High end of the range: nine times in ten less comes in.
    pub high: Decimal,
    /// What is expected to have come in by its last day.
    pub cumulative: CumulativeCashIn,
}

/// Expected cash-in of the open items. `receivables` = `inMonths` + `later` + `insolvent` + `withoutDueDate` +
/// `credits`.
#[apply(answer!)]
pub struct CashIn {
    /// The receivables at the as-of date.
    pub receivables: Decimal,
    /// The next thirteen weeks.
    pub weeks: Vec<CashInPeriod>,
    /// What they bring together.
    pub in_weeks: Decimal,
    /// The next twelve calendar months, the first one from the day after the as-of date.
    pub months: Vec<CashInPeriod>,
    /// What they bring together.
    pub in_months: Decimal,
    /// Expected after these months, or never.
    pub later: Decimal,
    /// Open with customers in insolvency proceedings: nothing is expected of it.
    pub insolvent: Decimal,
    /// Open without a due date to count from.
    pub without_due_date: Decimal,
    /// Balances of customers in credit, below zero. Other credits are taken off the oldest items of their customer.
    pub credits: Decimal,
    /// Expected loss: what is expected to be unpaid `lossAfterDays` after its due date, and the part lost on insolvent
    /// customers.
    pub expected_loss: Decimal,
    /// Days after the due date from which an amount counts as lost.
    pub loss_after_days: u32,
    /// Part lost on insolvent customers, in percent.
    pub insolvent_loss_percent: Decimal,
}

/// How customers pay, and what is expected of them.
#[apply(answer!)]
pub struct Behaviour {
    /// The date of the figures.
    pub as_of: NaiveDate,
    /// Where delays are counted from.
    pub measured_from: MeasuredFrom,
    /// How many invoices were paid by then.
    pub paid_count: u32,
    /// How many were open.
    pub open_count: u32,
    /// Share in percent of the amount that was open.
    pub open_percent: Decimal,
    /// The distribution in a few numbers.
    pub delays: DelayStatistics,
    /// The distribution, where it changes, from the earliest day to the latest.
    pub curve: Vec<CurvePoint>,
    /// A customer with so many settled invoices is believed by half: the weight of its own history is n ÷ (n + this).
    pub credibility_invoices: u32,
    /// Settled invoices from which on a customer is believed alone.
    pub enough_invoices: u32,
    /// What the open items are expected to bring.
    pub cash_in: CashIn,
}
