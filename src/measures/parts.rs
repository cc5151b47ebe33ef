//! Figures that split others into parts, and those of collection, as they cross the boundary.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::change::Change;
use super::concentration::Concentration;
use super::split::SplitDays;
use crate::conventions::{Balance, CeiSales};
use crate::money::published;
use crate::period::Month;

/// Something split into its term, late and disputed parts.
#[apply(answer!)]
#[derive(Default)]
pub struct SplitOf {
    /// Neither overdue nor disputed.
    pub term: Decimal,
    /// Overdue, not disputed.
    pub late: Decimal,
    /// Disputed, overdue or not.
    pub disputed: Decimal,
    /// The three together.
    pub total: Decimal,
}

impl SplitOf {
    /// Days as they are published: rounded so that the rounded parts add up to the rounded total.
    #[must_use]
    pub fn days(days: SplitDays) -> Self {
        let total = published(days.term + days.late + days.disputed);
        let (term, disputed) = (published(days.term), published(days.disputed));
        Self { term, late: published(total - term - disputed), disputed, total }
    }
}

/// The DSO split into what terms, lateness and disputes make of it. The parts add up to the DSO of the closing
/// receivables.
#[apply(answer!)]
pub struct DsoSplit {
    /// Days by the accounting method.
    pub accounting: SplitOf,
    /// Days by roll-back, each part on top of the one before; `null` where that is undefined.
    pub roll_back: Option<SplitOf>,
    /// Is the last of these only a bound, the history being too short?
    pub exhausted: bool,
    /// The receivables behind them.
    pub amounts: SplitOf,
    /// Does the data say what is disputed? The part is zero otherwise.
    pub knows_disputed: bool,
    /// Are disputes taken to be overdue, since the data does not say which are?
    pub assumes_disputed_overdue: bool,
}

/// Collection effectiveness: (`opening` + `sales` − `closingTotal`) ÷ (`opening` + `sales` − `closingCurrent`) × 100.
#[apply(answer!)]
pub struct CollectionEffectiveness {
    /// The index in percent.
    pub percent: Decimal,
    /// Receivables at the opening of the period.
    pub opening: Decimal,
    /// Sales of the period, or their monthly average.
    pub sales: Decimal,
    /// Which of the two.
    pub sales_choice: CeiSales,
    /// Receivables at the close.
    pub closing_total: Decimal,
    /// Receivables at the close that are not overdue.
    pub closing_current: Decimal,
    /// Months of the period: those of the window, or fewer where its opening is not known.
    pub months: u32,
    /// First month of the period.
    pub first_month: Month,
    /// Last month of the period.
    pub last_month: Month,
}

/// Receivables turnover: `sales` ÷ `balanceAmount`.
#[apply(answer!)]
pub struct Turnover {
    /// Times over the window.
    pub times: Decimal,
    /// Times a year: `times` × days of a year ÷ `windowDays`.
    pub per_year: Option<Decimal>,
    /// Sales of the window.
    pub sales: Decimal,
    /// Receivables they are set against.
    pub balance_amount: Decimal,
    /// Which receivables those are.
    pub balance: Balance,
    /// Days of the window.
    pub window_days: Decimal,
}

/// Receivables of one age.
#[apply(answer!)]
pub struct AgeBand {
    /// Least days overdue; `null` for what is not due.
    pub from_days: Option<u32>,
    /// Most days overdue; `null` beyond the last bound, 0 for what is not due.
    pub to_days: Option<u32>,
    /// The amount.
    pub amount: Decimal,
    /// Its share of the total in percent; `null` where the total is not above zero.
    pub share_percent: Option<Decimal>,
    /// How many invoices; `null` where the data has none.
    pub count: Option<u32>,
}

/// Concentration of the receivables on few customers.
#[apply(answer!)]
pub struct ConcentrationFigure {
    /// How many customers owe something.
    pub customers: u32,
    /// What they owe together.
    pub total: Decimal,
    /// Share of the largest in percent.
    pub top1_percent: Decimal,
    /// Share of the five largest in percent.
    pub top5_percent: Decimal,
    /// Share of the ten largest in percent.
    pub top10_percent: Decimal,
    /// Sum of the squares of the shares, near 0 to 1.
    pub herfindahl: Decimal,
}

impl From<Concentration> for ConcentrationFigure {
    fn from(found: Concentration) -> Self {
        Self {
            customers: u32::try_from(found.customers).unwrap_or(u32::MAX),
            total: published(found.total),
            top1_percent: published(found.top1_percent),
            top5_percent: published(found.top5_percent),
            top10_percent: published(found.top10_percent),
            herfindahl: published(found.herfindahl),
        }
    }
}

/// Why a DSO changed. Of the accounting DSO: `pace` + `terms` + `late` + `disputed` = `days`; of the roll-back DSO,
/// which the pace of sales leaves alone, the same without `pace`.
#[apply(answer!)]
pub struct DsoChange {
    /// DSO at the first date.
    pub before: Decimal,
    /// DSO at the second date.
    pub after: Decimal,
    /// The change.
    pub days: Decimal,
    /// What the pace of sales makes of it.
    pub pace: Decimal,
    /// What terms make of it; where the data does not tell what is overdue, all that payment makes.
    pub terms: Decimal,
    /// What lateness makes of it.
    pub late: Decimal,
    /// What disputes make of it.
    pub disputed: Decimal,
}

impl DsoChange {
    /// A change as it is published: rounded so that the rounded parts add up to the rounded change.
    #[must_use]
    pub fn of(before: Decimal, after: Decimal, change: Change) -> Self {
        let (before, after) = (published(before), published(after));
        let days = published(after - before);
        let (pace, late, disputed) = (published(change.pace), published(change.late), published(change.disputed));
        Self { before, after, days, pace, terms: published(days - pace - late - disputed), late, disputed }
    }
}

/// What became of working capital, item by item: its change is `inventory` + `receivables` − `payables`.
#[apply(answer!)]
pub struct CapitalBridge {
    /// Working capital at the first date.
    pub before: Decimal,
    /// Working capital at the second date.
    pub after: Decimal,
    /// Change of the inventory.
    pub inventory: Decimal,
    /// Change of the receivables.
    pub receivables: Decimal,
    /// Change of the payables.
    pub payables: Decimal,
}

/// What changed between two dates, and why.
#[apply(answer!)]
pub struct Comparison {
    /// The first date.
    pub from: NaiveDate,
    /// The second date, that of the figures.
    pub to: NaiveDate,
    /// Of the accounting DSO.
    pub accounting: DsoChange,
    /// Of the roll-back DSO.
    pub roll_back: DsoChange,
    /// Does the data tell what is overdue at both dates? Otherwise all that payment makes stands under `terms`.
    pub is_split: bool,
    /// Of working capital; `null` where it is not known at both dates.
    pub working_capital: Option<CapitalBridge>,
}
