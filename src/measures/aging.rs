//! Receivables by age beyond their due date.

use crate::money::Amount;

/// Amounts by age: those not due, then bands of days overdue.
///
/// # Examples
///
/// ```
/// use encours::measures::aging::Ages;
/// use encours::money::Amount;
///
/// let mut ages = Ages::new(&[30, 60]);
/// ages.add(0, Amount::from_units(5_000), 1); // due on the day: not overdue
/// ages.add(30, Amount::from_units(7_000), 1);
/// ages.add(61, Amount::from_units(9_000), 1);
/// assert_eq!(ages.units(), [5_000, 7_000, 0, 9_000]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ages<'a> {
    bounds: &'a [u32],
    units: Vec<i128>,
    counts: Vec<u32>,
}

impl<'a> Ages<'a> {
    /// Empty bands that end at `bounds` days overdue, in order: not due, from 1 to the first bound, …, beyond the last.
    #[must_use]
    pub fn new(bounds: &'a [u32]) -> Self {
        Self { bounds, units: vec![0; bounds.len() + 2], counts: vec![0; bounds.len() + 2] }
    }

    /// Adds the amount of `number` invoices that are `days` days overdue; zero or less is not due.
    pub fn add(&mut self, days: i64, amount: Amount, number: u32) {
        let band = self.band(days);
        if let Some(units) = self.units.get_mut(band) {
            *units += i128::from(amount.units());
        }
        if let Some(count) = self.counts.get_mut(band) {
            *count = count.saturating_add(number);
        }
    }

    /// Empties the bands.
    pub fn clear(&mut self) {
        *self = Self::new(self.bounds);
    }

    /// The band of an age.
    #[must_use]
    pub fn band(&self, days: i64) -> usize {
        if days <= 0 { 0 } else { 1 + self.bounds.iter().take_while(|bound| days > i64::from(**bound)).count() }
    }

    /// Days overdue at which the bands end.
    #[must_use]
    pub const fn bounds(&self) -> &[u32] {
        self.bounds
    }

    /// Amounts of the bands, in ledger units.
    #[must_use]
    pub fn units(&self) -> &[i128] {
        &self.units
    }

    /// How many invoices there are in all.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.counts.iter().copied().fold(0, u32::saturating_add)
    }

    /// How many invoices there are in each band.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }
}
