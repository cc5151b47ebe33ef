//! Calendar months and day counts.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The years a date may lie in; anything else is a misread column.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A calendar month, written `yyyy-mm`.
///
/// # Examples
///
/// ```
/// use encours::period::Month;
///
/// let february = Month::new(2024, 2).expect("a month");
/// assert_eq!(february.days(), 29);
/// assert_eq!(february.last_day().to_string(), "2024-02-29");
/// assert_eq!(february.plus(11).to_string(), "2025-01");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(
    /// Months since year 0, so that a difference is a subtraction.
    i32,
);

impl Month {
    /// Month `month` (1 to 12) of a year in [`YEARS`].
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let month = i32::try_from(month).ok()?;
        (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(Self(year * 12 + month - 1))
    }

    /// The month that contains `date`.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self(date.year() * 12 + date.month0().cast_signed())
    }

    /// The month `months` later (earlier if negative).
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// How many months `self` comes after `other`, or `None` if it comes before.
    #[must_use]
    pub fn since(self, other: Self) -> Option<usize> {
        usize::try_from(self.0 - other.0).ok()
    }

    /// First day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        let month = self.0.rem_euclid(12).cast_unsigned() + 1;
        NaiveDate::from_ymd_opt(self.0.div_euclid(12), month, 1).unwrap_or(NaiveDate::MAX)
    }

    /// Last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.plus(1).first_day().pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// Number of days, 28 to 31.
    #[must_use]
    pub fn days(self) -> u32 {
        self.last_day().day()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.split_once('-')
            .and_then(|(year, month)| Self::new(year.parse().ok()?, month.parse().ok()?))
            .ok_or_else(|| de::Error::custom(format_args!("not a month (yyyy-mm): {text}")))
    }
}

/// Is `date` the last day of its month?
#[must_use]
pub fn is_month_end(date: NaiveDate) -> bool {
    date.succ_opt().is_none_or(|next| next.day() == 1)
}

/// The default as-of date of a history from month `first` to the day `last`: the last month-end not after that day, or
/// the day itself where the first month is not over.
#[must_use]
pub fn default_as_of(first: Month, last: NaiveDate) -> NaiveDate {
    let previous = Month::of(last).plus(-1);
    if is_month_end(last) || previous < first { last } else { previous.last_day() }
}

/// The number of a day: the calendar is asked once a date, and days are counted by subtraction.
#[must_use]
pub fn day_number(date: NaiveDate) -> i64 {
    date.num_days_from_ce().into()
}

/// Days from `start` to `end`, negative if `end` comes first.
#[must_use]
pub fn days_between(start: NaiveDate, end: NaiveDate) -> i64 {
    day_number(end) - day_number(start)
}

/// The date `days` later (earlier if negative), held inside the calendar.
#[must_use]
pub fn add_days(date: NaiveDate, days: i64) -> NaiveDate {
    chrono::TimeDelta::try_days(days).and_then(|delta| date.checked_add_signed(delta)).unwrap_or(if days < 0 {
        NaiveDate::MIN
    } else {
        NaiveDate::MAX
    })
}

/// The same day `months` later (earlier if negative): of a month-end the month-end, else the last day of a shorter
/// month.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use encours::period::add_months;
///
/// let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a date");
/// assert_eq!(add_months(date(2025, 6, 30), -4), date(2025, 2, 28));
/// assert_eq!(add_months(date(2025, 2, 28), 1), date(2025, 3, 31));
/// ```
#[must_use]
pub fn add_months(date: NaiveDate, months: i32) -> NaiveDate {
    let month = Month::of(date).plus(months);
    let last = month.last_day();
    if is_month_end(date) { last } else { last.with_day(date.day()).unwrap_or(last) }
}

/// Reads a date of a request, `yyyy-mm-dd`, for `#[serde(deserialize_with)]`: the general parser of a date library is
/// larger than the whole of this file.
///
/// # Errors
///
/// A text that is no such date.
pub fn deserialize_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    text.map(|text| parsed_date(&text)).transpose()
}

/// Reads a date of a request that cannot be left out.
///
/// # Errors
///
/// A text that is no such date.
pub fn deserialize_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    parsed_date(&String::deserialize(deserializer)?)
}

fn parsed_date<E: de::Error>(text: &str) -> Result<NaiveDate, E> {
    let mut parts = text.splitn(3, '-');
    let mut part = || parts.next().and_then(|part| part.parse::<u32>().ok());
    let date = part()
        .zip(part())
        .zip(part())
        .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day));
    date.ok_or_else(|| de::Error::custom(format_args!("not a date (yyyy-mm-dd): {text}")))
}
