//! What delays of many invoices come to, day by day.

use chrono::NaiveDate;

use super::penalties::PenaltySettings;
use super::rates::{RateInForce, RateMoment, RateTable};
use crate::period::{add_days, day_number};

/// Every day that a delay can start or end on, with the days and the percentages up to it added up: what a delay costs is
/// a difference, where the invoices of a long list would ask for the stretches of one rate a million times.
pub(super) struct Delays {
    /// The day before the first one of delay, by its number.
    first: i64,
    by_day: Vec<Day>,
    /// Does the rate of the first day of delay hold for all of it?
    at_first: bool,
    /// Days before the due date that the delay starts after.
    earlier: i64,
}

/// The sums up to the evening of a day.
#[derive(Clone, Copy, Default)]
struct Day {
    days: i64,
    percent_days: i64,
    /// The rate of the day after.
    rate_after: i64,
}

impl Delays {
    /// Of due dates from `earliest` on, up to `last`.
    pub(super) fn new(settings: &PenaltySettings, table: &RateTable, earliest: NaiveDate, last: NaiveDate) -> Self {
        let scale = table.scale();
        let rate_after = |day: NaiveDate| units(&table.on(add_days(day, 1)).rate, scale);
        let earlier = i64::from(settings.count_due_date);
        let start = add_days(earliest, -earlier);
        let mut sum = Day { rate_after: rate_after(start), ..Day::default() };
        let mut by_day = vec![sum];
        let mut before = start;
        while before < last {
            let day = add_days(before, 1);
            let days = settings.day_count.days(before, day);
            sum.days += days;
            sum.percent_days = sum.percent_days.saturating_add(sum.rate_after.saturating_mul(days));
            sum.rate_after = rate_after(day);
            by_day.push(sum);
            before = day;
        }
        let at_first = matches!(settings.moment, RateMoment::FirstLateDay);
        Self { first: day_number(start), by_day, at_first, earlier }
    }

    /// Days of delay, and percent × days added up, in units of the last decimal place that the rates have room in.
    pub(super) fn between(&self, due: NaiveDate, end: NaiveDate) -> (i64, i64) {
        let on = |day: i64| usize::try_from(day - self.first).ok().and_then(|at| self.by_day.get(at)).copied();
        let start = on(day_number(due) - self.earlier).unwrap_or_default();
        let end = on(day_number(end)).unwrap_or_default();
        let days = end.days - start.days;
        let constant = || start.rate_after.saturating_mul(days);
        (days, if self.at_first { constant() } else { end.percent_days - start.percent_days })
    }
}

/// A rate in units of its last decimal place.
fn units(rate: &RateInForce, scale: u32) -> i64 {
    let mut percent = rate.percent;
    percent.rescale(scale);
    i64::try_from(percent.mantissa()).unwrap_or(i64::MAX)
}
