//! What a scenario answers, as it crosses the boundary.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::aged::AgedReading;
use super::idle::Idle;
use crate::measures::DsoState;
use crate::period::Month;

/// The measures of a baseline or of a scenario.
#[apply(answer!)]
#[derive(Default)]
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
    /// Days inventory outstanding.
    pub dio: Option<Decimal>,
    /// Days payables outstanding.
    pub dpo: Option<Decimal>,
    /// Working capital requirement.
    pub working_capital: Option<Decimal>,
    /// Cash conversion cycle.
    pub cash_conversion_cycle: Option<Decimal>,
}

/// What levers are worth.
#[apply(answer!)]
#[derive(Default)]
pub struct Worth {
    /// Cash released at the as-of date: receivables and inventory that are no longer there, payables that are there
    /// longer, what factors have lent.
    pub cash_released: Decimal,
    /// Of it, receivables that are no longer there.
    pub receivables_released: Decimal,
    /// Of it, payables that are there longer, inventory that is no longer there, and deposits for what is not invoiced yet.
    pub other_released: Decimal,
    /// Of it, what factors have lent with recourse: the receivables stay on the balance sheet.
    pub financed: Decimal,
    /// Of it, VAT that is passed on as early: in deposits, and where it is due on receipts in everything.
    pub vat_passed_on: Decimal,
    /// Cash released on average: mean of the days of the window, amounts × days gained ÷ its days.
    pub average_cash_released: Decimal,
    /// Of it, VAT that is passed on.
    pub average_vat_passed_on: Decimal,
    /// What they cost in a year: discounts, premiums, fees, interest, lost margins and the costs typed in.
    pub yearly_cost: Decimal,
    /// (`averageCashReleased` − `averageVatPassedOn`) × the rate: what the cash saves in a year.
    pub financing_gain: Decimal,
    /// Losses that insurance makes good in a year.
    pub avoided_loss: Decimal,
    /// `financingGain` + `avoidedLoss` − `yearlyCost`.
    pub net_yearly_gain: Decimal,
    /// What the cash costs, in percent a year: (`yearlyCost` − `avoidedLoss`) ÷ (`averageCashReleased` −
    /// `averageVatPassedOn`). `null` without cash.
    pub implied_rate_percent: Option<Decimal>,
}

/// The figures that follow a slider.
#[apply(answer!)]
pub struct ScenarioHeadline {
    /// DSO by the accounting method.
    pub accounting_dso: Option<Decimal>,
    /// DSO by the roll-back method; at least so many days where `rollBackExhausted`.
    pub roll_back_dso: Option<Decimal>,
    /// Is the roll-back DSO only a lower bound?
    pub roll_back_exhausted: bool,
    /// Receivables at the as-of date.
    pub receivables: Option<Decimal>,
    /// What the levers are worth.
    pub worth: Worth,
}

/// What a scenario changes, measured with the figures of the baseline.
#[apply(answer!)]
pub struct ScenarioAnswer {
    /// The as-of date.
    pub as_of: NaiveDate,
    /// Is it a replay of the invoices? Otherwise the roll-back reading of monthly sales.
    pub replayed: bool,
    /// Can it be told by customer, since the invoices are somebody's?
    pub by_customer: bool,
    /// Of a general ledger that is replayed, the part of its sales in percent that lettering says the payment of; the roll-back
    /// reading stands for the rest.
    pub lettered_percent: Option<Decimal>,
    /// What an aged balance and its typed sales were read as.
    pub aged: Option<AgedReading>,
    /// How far apart the ages of such a balance leave the cash and the gain.
    pub aged_bounds: Option<AgedBounds>,
    /// The figures as they are.
    pub before: Measures,
    /// The figures under the levers.
    pub after: Measures,
    /// Both DSO under the levers, to be compared with what comes true; `null` where one is undefined or only a bound.
    pub state_after: Option<DsoState>,
    /// `after` − `before`; `rollBackExhausted` where either is a lower bound.
    pub change: Measures,
    /// What all levers together are worth.
    pub worth: Worth,
    /// Days that averages are taken over.
    pub averaged_days: u32,
    /// The levers in the order they apply; those that nobody adopts are left out.
    pub levers: Vec<LeverAnswer>,
    /// What the levers would be worth alone, added up: levers that act on the same euros promise them twice.
    pub sum_of_alone: Worth,
    /// The DSO that a controller will measure: with invoices that go out earlier it does not fall, since they are counted
    /// from the earlier day; work that is not invoiced yet falls instead. `null` without faster invoicing.
    pub measured: Option<OtherDso>,
    /// What of the cash is work that was not invoiced yet, by faster invoicing.
    pub unbilled_released: Decimal,
    /// The economic DSO: with what factors bought without recourse counted as owed by customers still. `null` without.
    pub economic: Option<OtherDso>,
    /// What of the receivables released is overdue already.
    pub released_overdue: Option<Decimal>,
    /// What one more day of DSO costs in a year: sales of a day × the rate.
    pub cost_of_a_day: Option<Decimal>,
    /// What the levers cost once, to be set up.
    pub one_off_cost: Decimal,
    /// Months until the net gain has paid for that; `null` where it never does.
    pub payback_months: Option<Decimal>,
    /// What the first discount is worth, where there is one.
    pub discount: Option<DiscountAnswer>,
    /// Open invoices and what was assumed of them, with a replay.
    pub open_items: Option<OpenItems>,
    /// Receivables before and after at every month-end of the history.
    pub months: Vec<ScenarioMonth>,
}

/// The least and the most that an aged balance allows. An age says how much of the sales is unpaid within it on average, not on
/// which day of it they are paid.
#[apply(answer!)]
pub struct AgedBounds {
    /// Least cash released.
    pub least_cash_released: Decimal,
    /// Most cash released.
    pub most_cash_released: Decimal,
    /// Least net yearly gain.
    pub least_net_yearly_gain: Decimal,
    /// Most net yearly gain.
    pub most_net_yearly_gain: Decimal,
}

/// Receivables and DSO on another basis than that of the answer.
#[apply(answer!)]
pub struct OtherDso {
    /// Receivables at the as-of date.
    pub receivables: Option<Decimal>,
    /// DSO by the accounting method.
    pub accounting_dso: Option<Decimal>,
    /// DSO by the roll-back method.
    pub roll_back_dso: Option<Decimal>,
    /// Is `rollBackDso` a lower bound?
    pub roll_back_exhausted: bool,
}

/// One lever.
#[apply(answer!)]
pub struct LeverAnswer {
    /// Its place in the request.
    pub index: u32,
    /// Its name.
    pub lever: &'static str,
    /// What it is worth alone.
    pub alone: Worth,
    /// What it adds to the levers before it: over all levers these make the worth of the scenario exactly.
    pub in_order: Worth,
    /// Days it takes off the accounting DSO in that order; negative if it adds some.
    pub accounting_days: Option<Decimal>,
    /// Days it takes off the roll-back DSO in that order.
    pub roll_back_days: Option<Decimal>,
    /// Yearly sales in its scope.
    pub yearly_sales: Decimal,
    /// Loss in percent of sales that an insurance was reckoned with.
    pub loss_percent: Option<Decimal>,
    /// Why it moves nothing, alone; `null` if it moves something.
    pub idle: Option<Idle>,
}

/// What an early-payment discount is worth.
#[apply(answer!)]
pub struct DiscountAnswer {
    /// Day on which those who take the discount are observed to pay, from issue: mean of the sales in its scope that take
    /// it, those that are paid by its day anyway counted on that day.
    pub observed_days: Decimal,
    /// Day they pay on with the discount.
    pub within_days: Decimal,
    /// Simple yearly cost in percent: d ÷ (1 − d) × year ÷ (observed − within). `null` if nothing is gained in days.
    pub simple_percent: Option<Decimal>,
    /// Compound yearly cost in percent: (1 ÷ (1 − d)) ^ (year ÷ (observed − within)) − 1.
    pub compound_percent: Option<Decimal>,
    /// Discount in percent at which cost and financing gain are equal for those who take it: of amounts including tax, the tax on
    /// it not being owed; zero if nothing is gained in days. It looks at one invoice: where the receivables of the window are still growing into their full length, the
    /// net gain may say otherwise, and counts.
    pub break_even_percent: Decimal,
    /// Share in percent that has to take it for its gain to pay for the discounts of those who pay by that day anyway;
    /// `null` where no share is enough.
    pub break_even_share_percent: Option<Decimal>,
    /// Part of the yearly cost that goes to customers who pay by that day anyway.
    pub cost_without_gain: Decimal,
    /// Does it gain more than it costs, alone: is its net yearly gain above zero?
    pub pays: bool,
}

/// Open invoices of a replay. Nobody knows when they will be paid: each is paid in parts, as the history of its
/// customer says of invoices still open at that age.
#[apply(answer!)]
pub struct OpenItems {
    /// Amount of open invoices that is expected to be paid.
    pub movable: Decimal,
    /// Amount that is not, or that credits of its customer cover: levers do not move its payment.
    pub left_alone: Decimal,
    /// Was nothing ever paid? Open invoices not yet due are then taken to be paid on their due date.
    pub assumes_punctual: bool,
}

/// Receivables at one month-end.
#[apply(answer!)]
pub struct ScenarioMonth {
    /// The month.
    pub month: Month,
    /// As they were.
    pub before: Option<Decimal>,
    /// Under the levers; `null` where the history before it is too short to say.
    pub after: Option<Decimal>,
    /// The roll-back DSO as it was at its end: 10,000 owed after sales of 6,400, 2,600 and 4,000 are 68.5 days. `null`
    /// where the history before it is too short.
    pub before_dso: Option<Decimal>,
    /// The same under the levers.
    pub after_dso: Option<Decimal>,
}
