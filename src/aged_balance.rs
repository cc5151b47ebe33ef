//! What customers owe by age, as a *balance âgée* gives it: a picture of one day, without sales.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::money::{self, Amount};
use crate::period::Month;
use crate::series::{MonthRow, Series};

/// Days overdue at which the ages of such a balance end, as accounting software writes them.
pub const BOUNDS: [u32; 4] = [30, 60, 90, 120];

/// Columns of an aged balance: not due, then the ages from the least overdue.
pub const AGES: usize = BOUNDS.len() + 2;

/// One customer's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerAges {
    /// Its name.
    pub name: String,
    /// What it owes, by age: not due, up to 30, 60, 90, 120 days overdue, and beyond.
    pub ages: [Amount; AGES],
}

/// An aged balance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgedBalance {
    /// Its date, where a line above its header says one.
    pub as_of: Option<NaiveDate>,
    /// Is what is not due told from what is?
    pub knows_not_due: bool,
    /// Its rows.
    pub customers: Vec<CustomerAges>,
}

impl AgedBalance {
    /// What is owed in each age.
    #[must_use]
    pub fn by_age(&self) -> [Decimal; AGES] {
        let mut sums = [0_i128; AGES];
        for customer in &self.customers {
            sums.iter_mut().zip(&customer.ages).for_each(|(sum, amount)| *sum += i128::from(amount.units()));
        }
        sums.map(money::total)
    }

    /// The last of `months` months, with the receivables; nothing is known of the others, nor of any sales.
    #[must_use]
    pub fn to_series(&self, as_of: NaiveDate, months: u32) -> Series {
        let [not_due, overdue @ ..] = self.by_age();
        let overdue: Decimal = overdue.iter().sum();
        let last = MonthRow {
            receivables: Some(not_due + overdue),
            overdue: self.knows_not_due.then_some(overdue),
            ..MonthRow::default()
        };
        let before = months.max(1) - 1;
        let first = Month::of(as_of).plus(-before.cast_signed());
        let rows = (0..before).map(|_| MonthRow::default()).chain([last]).collect();
        Series::new(first, rows).closed_on(as_of)
    }
}
