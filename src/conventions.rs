//! The conventions on which sources disagree, as one value that goes with every figure.

use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// How the days of a window of the accounting DSO are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum DayBasis {
    /// Calendar days, 28 to 31 a month.
    #[default]
    Actual,
    /// 30 days a month.
    ThirtyDayMonths,
    /// Twelfths of 360 days.
    Year360,
    /// Twelfths of 365 days: a quarter counts 91.25.
    Year365,
    /// The number typed in `typedDays`.
    Typed,
}

/// Which balance stands above sales in the accounting DSO.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum Balance {
    /// Receivables at the as-of date.
    #[default]
    Closing,
    /// Mean of the receivables at the opening and at the close of the window.
    Average,
}

/// How long a month of the roll-back is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum MonthLength {
    /// Its calendar days.
    #[default]
    Calendar,
    /// 30 days.
    Thirty,
}

/// What the roll-back does with a month without sales: no row, nothing sold, or more credited than sold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum EmptyMonth {
    /// Its days count; a net credit is added back to what is left to use up.
    #[default]
    Count,
    /// It is passed over: no days, no amount.
    Skip,
    /// The roll-back ends there, and says so.
    Stop,
}

/// The conventions of a report.
///
/// # Examples
///
/// ```
/// use encours::conventions::Conventions;
///
/// assert_eq!(Conventions::default().window_months, 12);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Conventions {
    /// Months of sales in the accounting DSO, 1 to 36; the whole history if it is shorter.
    pub window_months: u32,
    /// How the days of that window are counted.
    pub day_basis: DayBasis,
    /// The days of the window, for [`DayBasis::Typed`].
    pub typed_days: Option<Decimal>,
    /// Which receivables the accounting DSO sets against sales.
    pub balance: Balance,
    /// How long a month of the roll-back is.
    pub month_length: MonthLength,
    /// What the roll-back does with a month without sales.
    pub empty_month: EmptyMonth,
    /// VAT rate in percent, where only sales excluding tax are known.
    pub vat_percent: Option<Decimal>,
    /// Days of a year, 360 or 365: for the working capital in days and for yearly rates.
    pub year_days: u32,
}

impl Default for Conventions {
    fn default() -> Self {
        Self {
            window_months: 12,
            day_basis: DayBasis::default(),
            typed_days: None,
            balance: Balance::default(),
            month_length: MonthLength::default(),
            empty_month: EmptyMonth::default(),
            vat_percent: None,
            year_days: 365,
        }
    }
}

impl Conventions {
    /// Checks every value against its range.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] names the first value outside its range.
    pub fn check(&self) -> Result<(), Error> {
        in_range("windowMonths", Decimal::from(self.window_months), dec!(1), dec!(36))?;
        in_range("yearDays", Decimal::from(self.year_days), dec!(360), dec!(366))?;
        if self.day_basis == DayBasis::Typed {
            in_range("typedDays", self.typed_days.unwrap_or_default(), dec!(1), dec!(3660))?;
        }
        in_range("vatPercent", self.vat_percent.unwrap_or_default(), dec!(0), dec!(100))
    }
}

/// Checks that a parameter lies in its range.
///
/// # Errors
///
/// [`Error::OutOfRange`] with the field, the value and the range.
pub fn in_range(field: &'static str, value: Decimal, least: Decimal, most: Decimal) -> Result<(), Error> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    Err(Error::OutOfRange { field, value: value.to_string(), least: least.to_string(), most: most.to_string() })
}
