//! What a number that is given may be: the least and the greatest value, written down once for checks and for the page.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};

use crate::error::Error;

/// The least and the greatest value of a number.
#[apply(answer!)]
#[derive(Copy)]
pub struct Bounds {
    /// The least.
    pub least: Decimal,
    /// The greatest.
    pub most: Decimal,
}

impl Bounds {
    /// Checks a value, which an error names `field`.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] with the field, the value and the bounds.
    ///
    /// # Examples
    ///
    /// ```
    /// use encours::bounds::PERCENT;
    /// use rust_decimal::dec;
    ///
    /// assert!(PERCENT.check("sharePercent", dec!(100)).is_ok());
    /// assert_eq!(PERCENT.check("sharePercent", dec!(101)).map_err(|error| error.code()), Err("out-of-range"));
    /// ```
    pub fn check(&self, field: &'static str, value: impl Into<Decimal>) -> Result<(), Error> {
        let value = value.into();
        if (self.least..=self.most).contains(&value) {
            return Ok(());
        }
        let [value, least, most] = [value, self.least, self.most].map(|number| number.to_string());
        Err(Error::OutOfRange { field, value, least, most })
    }
}

macro_rules! bounds {
    ($($(#[$doc:meta])* $key:literal $name:ident = $least:literal, $most:literal;)*) => {
        $($(#[$doc])* pub const $name: Bounds = Bounds { least: dec!($least), most: dec!($most) };)*

        /// All of them, by the names that a page calls them by.
        pub const ALL: &[(&str, Bounds)] = &[$(($key, $name)),*];
    };
}

bounds! {
    /// An amount of money.
    "amount" AMOUNT = 0, 999_999_999_999_999;
    /// An amount that is added up over a year, or compared with one invoice.
    "yearlyAmount" YEARLY_AMOUNT = 0, 999_999_999_999;
    /// Days that customers would pay earlier.
    "daysEarlier" DAYS_EARLIER = 0, 365;
    /// A share or a yearly rate, in percent.
    "percent" PERCENT = 0, 100;
    /// A reference rate, in percent; it has been below nothing.
    "referencePercent" REFERENCE_PERCENT = -10, 100;
    /// Days of a period, or from one date to another.
    "days" DAYS = 0, 3660;
    /// Days of a DSO that was kept.
    "dsoDays" DSO_DAYS = 0, 999_999;
    /// Days of a period that something is divided by.
    "periodDays" PERIOD_DAYS = 1, 3660;
    /// Days of a year in a formula.
    "yearDays" YEAR_DAYS = 1, 366;
    /// Days of a year in the conventions.
    "yearOfConventions" YEAR_OF_CONVENTIONS = 360, 366;
    /// Months of the window of the accounting DSO.
    "windowMonths" WINDOW_MONTHS = 1, 36;
    /// How many bounds of ages.
    "agingBoundCount" AGING_BOUND_COUNT = 1, 11;
    /// Days of an agreed term.
    "termDays" TERM_DAYS = 0, 365;
    /// Days of a term that a scope begins above.
    "termsAboveDays" TERMS_ABOVE_DAYS = 0, 3650;
    /// A day of a month.
    "dayOfMonth" DAY_OF_MONTH = 1, 31;
    /// Days after the due date from which an amount counts as lost.
    "lossAfterDays" LOSS_AFTER_DAYS = 30, 720;
    /// The indemnity of an invoice paid late.
    "indemnity" INDEMNITY = 0, 1_000_000;
}
