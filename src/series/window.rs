//! The months of sales that the accounting DSO looks at.

use rust_decimal::{Decimal, dec};

use super::{MonthRow, Series};
use crate::conventions::{Conventions, DayBasis};
use crate::error::Error;
use crate::period::Month;

/// The last months of a series, with their days on the chosen basis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// First month.
    pub first: Month,
    /// Last month, that of the as-of date.
    pub last: Month,
    /// How many months there are: fewer than asked for where the history is shorter.
    pub months: u32,
    /// Their days on the chosen basis.
    pub days: Decimal,
    /// Its length in years: twelfths, the last one in part where the as-of date is inside a month.
    pub years: Decimal,
}

impl Window {
    /// The window of `conventions` that ends at the as-of date of `series`.
    #[must_use]
    pub fn of(series: &Series, conventions: &Conventions) -> Self {
        Self::of_months(series, conventions, conventions.window_months)
    }

    /// The longest window, up to that of `conventions`, whose opening receivables are known.
    #[must_use]
    pub fn with_opening(series: &Series, conventions: &Conventions) -> Option<(Self, Decimal)> {
        (1..=conventions.window_months).rev().find_map(|months| {
            let window = Self::of_months(series, conventions, months);
            let opening = window.opening(series, |row| row.receivables)?;
            Some((window, opening))
        })
    }

    fn of_months(series: &Series, conventions: &Conventions, months: u32) -> Self {
        let last = series.last_month();
        let history = series.rows.len();
        let months = u32::try_from(history).unwrap_or(u32::MAX).min(months);
        let first = last.plus(1 - months.cast_signed());
        let months_long = months_long(series, months);
        let days = days(series, conventions, first, months, months_long);
        Self { first, last, months, days, years: months_long / dec!(12) }
    }

    /// Sum of one flow over the window, or `None` where a month lacks it.
    #[must_use]
    pub fn sum(&self, series: &Series, of: impl Fn(&MonthRow) -> Option<Decimal>) -> Option<Decimal> {
        self.rows(series).map(of).sum()
    }

    /// Sales of the window. A month that lacks them counts as zero when the roll-back would let it pass too: only a
    /// window without any is an error.
    ///
    /// # Errors
    ///
    /// [`Error::NoSales`] if the total is not above zero.
    pub fn sales(&self, series: &Series) -> Result<Decimal, Error> {
        let sales: Decimal = self.rows(series).filter_map(MonthRow::sales).sum();
        if sales > Decimal::ZERO { Ok(sales) } else { Err(Error::NoSales) }
    }

    /// A balance at the opening of the window.
    #[must_use]
    pub fn opening(&self, series: &Series, of: impl Fn(&MonthRow) -> Option<Decimal>) -> Option<Decimal> {
        of(series.row(self.first.plus(-1))?)
    }

    fn rows<'a>(&self, series: &'a Series) -> impl Iterator<Item = &'a MonthRow> {
        let skipped = self.first.since(series.first).unwrap_or(0);
        series.rows.iter().skip(skipped)
    }
}

/// The months of the window, the last one counted as far as it has gone.
fn months_long(series: &Series, months: u32) -> Decimal {
    let last = series.last_month();
    let elapsed = Decimal::from(series.elapsed_days(last)) / Decimal::from(last.days());
    Decimal::from(months.saturating_sub(1)) + elapsed
}

fn days(series: &Series, conventions: &Conventions, first: Month, months: u32, months_long: Decimal) -> Decimal {
    match conventions.day_basis {
        DayBasis::Actual => {
            (0..months.cast_signed()).map(|index| Decimal::from(series.elapsed_days(first.plus(index)))).sum()
        }
        DayBasis::ThirtyDayMonths => months_long * dec!(30),
        DayBasis::Year360 => months_long * dec!(360) / dec!(12),
        DayBasis::Year365 => months_long * dec!(365) / dec!(12),
        DayBasis::Typed => conventions.typed_days.unwrap_or_default(),
    }
}
