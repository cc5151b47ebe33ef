//! Days as numbers: counted by programs, or written together.

use chrono::{Datelike, NaiveDate};

use super::date::date;
use crate::period::YEARS;

/// What the whole numbers of a column of dates count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Serial {
    /// Days since 30 December 1899.
    Spreadsheet,
    /// Seconds since 1970.
    Seconds,
    /// Milliseconds since 1970.
    Milliseconds,
    /// The century since 1900, the year in it, month and day: `1251231` is 31 December 2025.
    Century,
    /// Day, month and year written together: `31122025`.
    DayFirst,
    /// Day, month and a year of two digits: `311225`.
    DayFirstShort,
    /// A year of two digits, month and day: `251231`.
    YearFirstShort,
}

impl Serial {
    /// Those that count, or that no other number looks like.
    pub const ALL: [Self; 4] = [Self::Spreadsheet, Self::Seconds, Self::Milliseconds, Self::Century];

    /// Those that are a day written together, the usual one first.
    const TOGETHER: [Self; 3] = [Self::DayFirst, Self::DayFirstShort, Self::YearFirstShort];

    /// How all numbers of some columns are written together as days: the day first, unless the year first has them
    /// nearer to each other, as days taken for years are far apart.
    ///
    /// The columns must be known to hold dates, as for [`Serial::of_column`].
    ///
    /// # Examples
    ///
    /// ```
    /// use encours::import::serial::Serial;
    ///
    /// assert_eq!(Serial::of_days_together(&[61_025, 201_025]), Some(Serial::DayFirstShort));
    /// assert_eq!(Serial::of_days_together(&[251_006, 260_104]), Some(Serial::YearFirstShort));
    /// assert_eq!(Serial::of_days_together(&[6_102_025, 20_102_025]), Some(Serial::DayFirst));
    /// assert_eq!(Serial::of_days_together(&[991_399]), None);
    /// ```
    #[must_use]
    pub fn of_days_together(values: &[i64]) -> Option<Self> {
        let span = |serial: Self| -> Option<i64> {
            let days = values.iter().filter(|value| **value != 0);
            let days = days.map(|value| serial.date(*value).filter(|_| serial.usual().contains(value)));
            let days: Vec<NaiveDate> = days.collect::<Option<_>>()?;
            Some(days.iter().max()?.signed_duration_since(*days.iter().min()?).num_days())
        };
        let spans = Self::TOGETHER.into_iter().filter_map(|serial| Some((span(serial)?, serial)));
        spans.min_by_key(|(span, _)| *span).map(|(_, serial)| serial)
    }

    /// Is it a day of six digits, which may be read from either end?
    #[must_use]
    pub const fn is_short(self) -> bool {
        matches!(self, Self::DayFirstShort | Self::YearFirstShort)
    }

    /// What all numbers of a column count, if one of these; zeros say that there is no date, and nothing else.
    ///
    /// The column must be known to hold dates: amounts may well lie between 36,500 and 55,000.
    ///
    /// # Examples
    ///
    /// ```
    /// use encours::import::serial::Serial;
    ///
    /// assert_eq!(Serial::of_column([46_022, 0, 45_688].into_iter()), Some(Serial::Spreadsheet));
    /// assert_eq!(Serial::of_column([1_251_231, 1_250_131].into_iter()), Some(Serial::Century));
    /// assert_eq!(Serial::of_column([46_022, 12].into_iter()), None);
    /// ```
    #[must_use]
    pub fn of_column(values: impl Iterator<Item = i64>) -> Option<Self> {
        let mut values = values.filter(|value| *value != 0).peekable();
        let first = *values.peek()?;
        let serial = Self::ALL.into_iter().find(|serial| serial.usual().contains(&first))?;
        values.all(|value| serial.usual().contains(&value) && serial.date(value).is_some()).then_some(serial)
    }

    /// The day that a number means; `None` for zero, and where it is no day of the years that are read.
    ///
    /// # Examples
    ///
    /// ```
    /// use encours::import::serial::Serial;
    ///
    /// let day = |serial: Serial, value| serial.date(value).map(|date| date.to_string());
    /// assert_eq!(day(Serial::Spreadsheet, 46_022).as_deref(), Some("2025-12-31"));
    /// assert_eq!(day(Serial::Seconds, 1_767_139_200).as_deref(), Some("2025-12-31"));
    /// assert_eq!(day(Serial::Century, 1_251_231).as_deref(), Some("2025-12-31"));
    /// assert_eq!(day(Serial::Spreadsheet, 0), None);
    /// ```
    #[must_use]
    pub fn date(self, value: i64) -> Option<NaiveDate> {
        const SECONDS_A_DAY: i64 = 86_400;
        if value <= 0 {
            return None;
        }
        let after = |start: NaiveDate, days: i64| start.checked_add_days(chrono::Days::new(u64::try_from(days).ok()?));
        let found = match self {
            Self::Spreadsheet => after(day_zero()?, value),
            Self::Seconds => after(NaiveDate::default(), value / SECONDS_A_DAY),
            Self::Milliseconds => after(NaiveDate::default(), value / (1000 * SECONDS_A_DAY)),
            Self::Century => of_parts(1900 + value / 10_000, value / 100 % 100, value % 100),
            Self::DayFirst => of_parts(value % 10_000, value / 10_000 % 100, value / 1_000_000),
            Self::DayFirstShort => of_parts(full_year(value % 100), value / 100 % 100, value / 10_000),
            Self::YearFirstShort => of_parts(full_year(value / 10_000), value / 100 % 100, value % 100),
        };
        found.filter(|date| YEARS.contains(&date.year()))
    }

    /// The numbers that ledgers of our days hold.
    const fn usual(self) -> std::ops::RangeInclusive<i64> {
        match self {
            Self::Spreadsheet => 36_500..=55_000,
            Self::Seconds => 1_000_000_000..=2_000_000_000,
            Self::Milliseconds => 1_000_000_000_000..=2_000_000_000_000,
            Self::Century => 1_000_101..=1_991_231,
            Self::DayFirst => 1_011_990..=31_122_099,
            Self::DayFirstShort | Self::YearFirstShort => 10_100..=999_999,
        }
    }
}

/// The year of two digits, as [`parse`](super::date::parse) reads it.
pub(super) const fn full_year(short: i64) -> i64 {
    if short < 70 { 2000 + short } else { 1900 + short }
}

fn of_parts(year: i64, month: i64, day: i64) -> Option<NaiveDate> {
    date(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Day zero of spreadsheets.
const fn day_zero() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_column_count_one_thing() {
        let cases: [(&[i64], Option<Serial>); 8] = [
            (&[46_022, 0], Some(Serial::Spreadsheet)),
            (&[1_767_139_200], Some(Serial::Seconds)),
            (&[1_767_139_200_000], Some(Serial::Milliseconds)),
            (&[1_251_231, 1_250_228], Some(Serial::Century)),
            (&[1_251_331], None),
            (&[46_022, 1_767_139_200], None),
            (&[0, 0], None),
            (&[20_251_231], None),
        ];
        for (values, serial) in cases {
            assert_eq!(Serial::of_column(values.iter().copied()), serial, "{values:?}");
        }
        for serial in Serial::ALL {
            assert_eq!((serial.date(0), serial.date(-1), serial.date(i64::MAX)), (None, None, None));
        }
    }
}
