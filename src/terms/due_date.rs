//! Due dates from the terms that invoices name.

use chrono::{Datelike, NaiveDate};
use macro_rules_attribute::apply;
use serde::{Deserialize, Serialize};

use crate::bounds::{self, Bounds};
use crate::error::Error;
use crate::period::{Month, YEARS, add_days, days_between};

/// How the due date follows from the day an invoice was issued on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "rule", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum DueRule {
    /// `days` calendar days later: "60 jours nets".
    Net {
        /// Calendar days.
        days: u32,
    },
    /// `days` later, then to the end of that month: "45 jours fin de mois", first computation.
    DaysThenMonthEnd {
        /// Calendar days.
        days: u32,
    },
    /// To the end of the month, then `days` later: "45 jours fin de mois", second computation.
    MonthEndThenDays {
        /// Calendar days.
        days: u32,
    },
    /// `days` later, to the end of that month, then the next `day` of a month: "60 jours fin de mois le 15". A day that
    /// the month does not have is its last one.
    DaysThenMonthEndThenDay {
        /// Calendar days.
        days: u32,
        /// Day of the month after, 1 to 31.
        day: u32,
    },
    /// To the end of the ten-day period (the 10th, the 20th, the last day of the month), then `days` later: "30 jours
    /// fin de décade".
    TenDayEndThenDays {
        /// Calendar days.
        days: u32,
    },
}

impl DueRule {
    /// Checks the days against their range.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] for more than 365 days, or a day of the month that is none.
    pub fn check(&self) -> Result<(), Error> {
        let (Self::Net { days }
        | Self::DaysThenMonthEnd { days }
        | Self::MonthEndThenDays { days }
        | Self::DaysThenMonthEndThenDay { days, .. }
        | Self::TenDayEndThenDays { days }) = *self;
        bounds::TERM_DAYS.check("days", days)?;
        if let Self::DaysThenMonthEndThenDay { day, .. } = *self {
            bounds::DAY_OF_MONTH.check("day", day)?;
        }
        Ok(())
    }

    /// The dates the computation passes through, the due date last.
    #[must_use]
    pub fn steps(&self, issued: NaiveDate) -> Vec<NaiveDate> {
        let later = |date: NaiveDate, days: u32| add_days(date, days.into());
        match *self {
            Self::Net { days } => vec![later(issued, days)],
            Self::DaysThenMonthEnd { days } => {
                let reached = later(issued, days);
                vec![reached, month_end(reached)]
            }
            Self::MonthEndThenDays { days } => {
                let end = month_end(issued);
                vec![end, later(end, days)]
            }
            Self::DaysThenMonthEndThenDay { days, day } => {
                let reached = later(issued, days);
                let end = month_end(reached);
                vec![reached, end, day_of_month_after(end, day)]
            }
            Self::TenDayEndThenDays { days } => {
                let end = ten_day_end(issued);
                vec![end, later(end, days)]
            }
        }
    }
}

/// The due date of an invoice under a rule: on or after `issued`, and never earlier for more days.
///
/// Source of "fin de mois le": Sage Négoce i7, "Fin de mois le" — from the end of the month, the first such day. Of the
/// two computations of "45 jours fin de mois" French law accepts both (DGCCRF, "Délais de paiement : les règles à
/// connaître").
///
/// # Examples
///
/// 10 April and 45 days is 25 May, whose month ends on the 31st; April ends on the 30th, and 45 days later it is 14
/// June:
///
/// ```
/// use encours::terms::{DueRule, due_date};
///
/// let issued = "2025-04-10".parse()?;
/// assert_eq!(due_date(issued, DueRule::DaysThenMonthEnd { days: 45 }).to_string(), "2025-05-31");
/// assert_eq!(due_date(issued, DueRule::MonthEndThenDays { days: 45 }).to_string(), "2025-06-14");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[must_use]
pub fn due_date(issued: NaiveDate, rule: DueRule) -> NaiveDate {
    let later = |date: NaiveDate, days: u32| add_days(date, days.into());
    match rule {
        DueRule::Net { days } => later(issued, days),
        DueRule::DaysThenMonthEnd { days } => month_end(later(issued, days)),
        DueRule::MonthEndThenDays { days } => later(month_end(issued), days),
        DueRule::DaysThenMonthEndThenDay { days, day } => day_of_month_after(month_end(later(issued, days)), day),
        DueRule::TenDayEndThenDays { days } => later(ten_day_end(issued), days),
    }
}

/// The last day of the month of `date`, or `date` itself at the end of the calendar.
fn month_end(date: NaiveDate) -> NaiveDate {
    Month::of(date).last_day().max(date)
}

/// The `day` of the month after the one that `end` ends: the next such day, as `end` is the last of its month.
fn day_of_month_after(end: NaiveDate, day: u32) -> NaiveDate {
    let last = Month::of(end).plus(1).last_day();
    last.with_day(day.clamp(1, last.day())).unwrap_or(last).max(end)
}

fn ten_day_end(date: NaiveDate) -> NaiveDate {
    let end = match date.day() {
        ..=10 => date.with_day(10),
        11..=20 => date.with_day(20),
        _ => None,
    };
    end.unwrap_or_else(|| month_end(date))
}

/// One due date to be computed.
#[apply(request!)]
pub struct DueDateRequest {
    /// The day the invoice is issued on; of delivery where the rule starts there.
    #[serde(deserialize_with = "crate::period::deserialize_day")]
    pub issued: NaiveDate,
    /// The rule.
    pub rule: DueRule,
}

/// A due date and the way to it.
#[apply(answer!)]
pub struct DueDateAnswer {
    /// The due date.
    pub due: NaiveDate,
    /// Calendar days from issue to it.
    pub days: i32,
    /// The dates on the way, the due date last.
    pub steps: Vec<NaiveDate>,
}

/// The due date of a request, with the dates on the way.
///
/// # Errors
///
/// [`Error::OutOfRange`] for a year outside 1900–2199 or days outside the range of the rule.
///
/// # Examples
///
/// ```
/// use encours::terms::{DueDateRequest, DueRule, due_date_answer};
///
/// let rule = DueRule::DaysThenMonthEndThenDay { days: 60, day: 15 };
/// let due = due_date_answer(&DueDateRequest { issued: "2003-03-17".parse().expect("a date"), rule })?;
/// assert_eq!(due.steps.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2003-05-16", "2003-05-31", "2003-06-15"]);
/// assert_eq!(due.days, 90);
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn answer(request: &DueDateRequest) -> Result<DueDateAnswer, Error> {
    let DueDateRequest { issued, rule } = *request;
    check_year("issued", issued)?;
    rule.check()?;
    let due = due_date(issued, rule);
    let days = i32::try_from(days_between(issued, due)).unwrap_or(i32::MAX);
    Ok(DueDateAnswer { due, days, steps: rule.steps(issued) })
}

/// Checks that a date lies in [`YEARS`].
pub(super) fn check_year(field: &'static str, date: NaiveDate) -> Result<(), Error> {
    Bounds { least: (*YEARS.start()).into(), most: (*YEARS.end()).into() }.check(field, date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_date_of_the_calendar_is_beyond_it() {
        for issued in [NaiveDate::MIN, NaiveDate::MAX] {
            for days in [0, 45, u32::MAX] {
                for day in [0, 1, 31, u32::MAX] {
                    let rules = [
                        DueRule::Net { days },
                        DueRule::DaysThenMonthEnd { days },
                        DueRule::MonthEndThenDays { days },
                        DueRule::DaysThenMonthEndThenDay { days, day },
                        DueRule::TenDayEndThenDays { days },
                    ];
                    for rule in rules {
                        assert!(due_date(issued, rule) >= issued, "{rule:?}");
                        assert_eq!(rule.steps(issued).last(), Some(&due_date(issued, rule)));
                    }
                }
            }
        }
    }
}
