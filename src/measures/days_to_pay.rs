//! Days to pay and days late of settled invoices.

use rust_decimal::Decimal;

use crate::error::Error;
use crate::money;

/// Plain and amount-weighted mean of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeanDays {
    /// Sum of days ÷ number of invoices.
    pub mean: Decimal,
    /// Sum of amount × days ÷ sum of amounts; `None` if amounts add up to zero or less.
    pub weighted: Option<Decimal>,
    /// How many invoices.
    pub count: u64,
    /// Share in percent of the invoices whose days are above zero: those paid late, if the days are those beyond the
    /// due date.
    pub late_percent: Decimal,
    /// Their share of the amount; `None` if amounts add up to zero or less.
    pub late_amount_percent: Option<Decimal>,
}

/// Sums days as invoices come by.
///
/// # Examples
///
/// 10 paid in 5 days and 100 paid in 10 days: 7.5 days a plain mean, 1,050 ÷ 110 weighted.
///
/// ```
/// use encours::measures::days_to_pay::DaysSum;
/// use encours::money::Amount;
/// use rust_decimal::dec;
///
/// let mut sum = DaysSum::default();
/// sum.add(5, Amount::from_units(10_000), 1);
/// sum.add(10, Amount::from_units(100_000), 1);
/// assert_eq!(sum.mean()?.mean, dec!(7.5));
/// assert_eq!(sum.mean()?.weighted, Some(dec!(1050) / dec!(110)));
/// # Ok::<(), encours::error::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct DaysSum {
    count: u64,
    days: i64,
    units: i128,
    unit_days: i128,
    late_count: u64,
    late_units: i128,
}

impl DaysSum {
    /// Adds `count` invoices of `amount` together that took `days` days each.
    pub fn add(&mut self, days: i64, amount: money::Amount, count: u32) {
        let many = u64::from(count);
        self.count += many;
        self.days = self.days.saturating_add(days.saturating_mul(count.into()));
        let units = i128::from(amount.units());
        self.units += units;
        self.unit_days += money::product(amount.units(), days);
        if days > 0 {
            self.late_count += many;
            self.late_units += units;
        }
    }

    /// Adds the invoices of another sum.
    pub const fn absorb(&mut self, other: &Self) {
        self.count += other.count;
        self.days = self.days.saturating_add(other.days);
        self.units += other.units;
        self.unit_days += other.unit_days;
        self.late_count += other.late_count;
        self.late_units += other.late_units;
    }

    /// Sum of amount × days, in ledger units and days.
    #[must_use]
    pub const fn unit_days(&self) -> i128 {
        self.unit_days
    }

    /// The means.
    ///
    /// # Errors
    ///
    /// [`Error::NoSettledInvoices`] if there was no invoice.
    pub fn mean(&self) -> Result<MeanDays, Error> {
        if self.count == 0 {
            return Err(Error::NoSettledInvoices);
        }
        let of_amount = |units: i128| (self.units > 0).then(|| money::total(units) / money::total(self.units));
        let of_count = |number: Decimal| number / Decimal::from(self.count);
        Ok(MeanDays {
            mean: of_count(Decimal::from(self.days)),
            weighted: of_amount(self.unit_days),
            count: self.count,
            late_percent: of_count(Decimal::from(self.late_count)) * Decimal::ONE_HUNDRED,
            late_amount_percent: of_amount(self.late_units).map(|share| share * Decimal::ONE_HUNDRED),
        })
    }
}
