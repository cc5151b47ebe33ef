//! The term that a customer usually has, from the due dates of its invoices.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::due_date::{DueRule, due_date};
use crate::bounds;
use crate::money::published;
use crate::period::days_between;

/// Invoices from which on a rule is looked for: of one or two any would do.
const FEWEST_INVOICES: usize = 3;

/// Of so many due dates a rule may miss one.
const EXCEPTIONS: usize = 10;

/// Days that terms to a month-end are agreed with.
const MONTH_END_DAYS: [u32; 9] = [0, 10, 15, 20, 30, 45, 60, 75, 90];

/// The term that invoices usually have.
#[apply(answer!)]
pub struct UsualTerm {
    /// The rule that gives at least 90 % of the due dates: net, or to a month-end. `null` where none does, where two of a
    /// kind do as well, or of fewer than three invoices.
    pub rule: Option<DueRule>,
    /// How many due dates it gives.
    pub explained: u32,
    /// How many invoices have a due date.
    pub count: u32,
    /// Median days from issue to due date; the mean of the two in the middle of an even number.
    pub median_days: Decimal,
}

/// The usual term of invoices from their dates of issue, their due dates and how many there are of each; `None` without
/// any.
///
/// # Examples
///
/// 45 days on from the 5th, the 12th and the 20th, then to the end of that month:
///
/// ```
/// use encours::terms::{DueRule, usual_term};
///
/// let day = |text: &str| text.parse().expect("a date");
/// let dates = [("2025-01-05", "2025-02-28"), ("2025-01-20", "2025-03-31"), ("2025-04-12", "2025-05-31")];
/// let term = usual_term(&dates.map(|(issued, due)| (day(issued), day(due), 1))).expect("three invoices");
/// assert_eq!(term.rule, Some(DueRule::DaysThenMonthEnd { days: 45 }));
/// assert_eq!(term.median_days, 54.into()); // 54, 70 and 49
/// ```
#[must_use]
pub fn usual_term(invoices: &[(NaiveDate, NaiveDate, u32)]) -> Option<UsualTerm> {
    let mut days: Vec<(i64, u32)> =
        invoices.iter().map(|(issued, due, count)| (days_between(*issued, *due), *count)).collect();
    days.sort_unstable();
    let all = counted(invoices.iter());
    let at = |place: usize| {
        let mut before = 0;
        let mut until = days.iter().map(|(days, count)| {
            before = size(*count).saturating_add(before);
            (*days, before)
        });
        until.find(|(_, until)| place < *until).map(|(days, _)| days)
    };
    let (lower, upper) = (at(all.saturating_sub(1) / 2)?, at(all / 2)?);
    let found = (all >= FEWEST_INVOICES).then(|| rule(invoices, lower)).flatten();
    Some(UsualTerm {
        rule: found.map(|(rule, _)| rule),
        explained: found.map_or(0, |(_, explained)| small(explained)),
        count: small(all),
        median_days: published(Decimal::from(lower + upper) / Decimal::TWO),
    })
}

/// The rule that gives most due dates, if it gives nearly all, and how many. If nearly all have one number of days, it is
/// the one in the middle.
fn rule(invoices: &[(NaiveDate, NaiveDate, u32)], middle: i64) -> Option<(DueRule, usize)> {
    let net = u32::try_from(middle).ok().filter(|days| bounds::TERM_DAYS.check("days", *days).is_ok());
    let to_month_end = |rule: fn(u32) -> DueRule| MONTH_END_DAYS.into_iter().map(rule).collect::<Vec<_>>();
    let kinds = [
        net.map(|days| DueRule::Net { days }).into_iter().collect(),
        to_month_end(|days| DueRule::DaysThenMonthEnd { days }),
        to_month_end(|days| DueRule::MonthEndThenDays { days }),
    ];
    let all = counted(invoices.iter());
    let enough = all - all / EXCEPTIONS;
    let explained = |rule: DueRule| counted(invoices.iter().filter(|(issued, due, _)| due_date(*issued, rule) == *due));
    let best_of = |rules: Vec<DueRule>| {
        let told: Vec<(DueRule, usize)> = rules.into_iter().map(|rule| (rule, explained(rule))).collect();
        let most = told.iter().map(|(_, count)| *count).max().filter(|most| *most >= enough)?;
        let mut best = told.into_iter().filter(|(_, count)| *count == most);
        // Two that do as well are not told apart by these invoices.
        best.next().filter(|_| best.next().is_none())
    };
    let mut found: Option<(DueRule, usize)> = None;
    for best in kinds.into_iter().filter_map(best_of) {
        if found.is_none_or(|(_, count)| best.1 > count) {
            found = Some(best);
        }
    }
    found
}

fn counted<'a>(invoices: impl Iterator<Item = &'a (NaiveDate, NaiveDate, u32)>) -> usize {
    invoices.map(|(_, _, count)| size(*count)).fold(0, usize::saturating_add)
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
