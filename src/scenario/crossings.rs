//! What stands in the receivables of a cell, for every day it may be paid on, by lookup.
//!
//! An invoice stands in the receivables of a date if it was issued by then and its days to pay are more than those
//! passed since. Summed up by the days passed, the invoices of a cell answer for any days to pay without being looked
//! at again.

use super::cells::{Cell, Cells};

/// Balances: at the as-of date, at the opening of the window, and added up over the days of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balances {
    /// At the as-of date.
    pub closing: i128,
    /// At the opening of the window.
    pub opening: i128,
    /// Added up over the days of the window.
    pub days: i128,
}

impl Balances {
    /// Adds others.
    pub const fn add(&mut self, other: Self) {
        self.closing += other.closing;
        self.opening += other.opening;
        self.days += other.days;
    }

    /// Less others.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self {
            closing: self.closing - other.closing,
            opening: self.opening - other.opening,
            days: self.days - other.days,
        }
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, factor: i64) -> Self {
        let factor = i128::from(factor);
        Self { closing: self.closing * factor, opening: self.opening * factor, days: self.days * factor }
    }

    const fn count(&mut self, units: i128, place: Place) {
        match place {
            Place::Opening => self.opening += units,
            Place::Closing => self.closing += units,
        }
    }
}

/// What a date is to the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The end of the month before it.
    Opening,
    /// The as-of date.
    Closing,
}

/// The receivables of every cell by the days it takes to pay them.
#[derive(Clone, Debug)]
pub struct Crossings {
    /// Days passed since issue, increasing in each cell.
    passed: Vec<i32>,
    /// What is held by those who take longer than that.
    held: Vec<Balances>,
    /// Where the steps of each cell end.
    ends: Vec<usize>,
}

impl Crossings {
    /// Those of `cells` at increasing `dates`.
    #[must_use]
    pub fn of(cells: &Cells, dates: &[(i32, Place)]) -> Self {
        let mut crossings = Self { passed: Vec::new(), held: Vec::new(), ends: Vec::with_capacity(cells.list.len()) };
        let (mut by_days, mut touched): (Vec<Balances>, Vec<usize>) = (Vec::new(), Vec::new());
        for cell in &cells.list {
            for (day, units) in cells.invoices(cell) {
                let known = dates.iter().filter(|(date, _)| *date >= day);
                for (date, place) in known.take_while(|(date, _)| date - day < cell.kind.paid) {
                    let passed = usize::try_from(date - day).unwrap_or(0);
                    if passed >= by_days.len() {
                        by_days.resize(passed + 1, Balances::default());
                    }
                    let Some(slot) = by_days.get_mut(passed) else { continue };
                    if *slot == Balances::default() {
                        touched.push(passed);
                    }
                    slot.count(i128::from(units), *place);
                }
            }
            touched.sort_unstable();
            touched.dedup();
            let mut sum = Balances::default();
            for passed in touched.drain(..) {
                sum.add(by_days.get_mut(passed).map(std::mem::take).unwrap_or_default());
                crossings.passed.push(i32::try_from(passed).unwrap_or(i32::MAX));
                crossings.held.push(sum);
            }
            crossings.ends.push(crossings.passed.len());
        }
        crossings
    }

    /// The steps of every cell, in their order.
    pub fn cells(&self) -> impl Iterator<Item = Steps<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| Steps {
            passed: self.passed.get(start..*end).unwrap_or_default(),
            held: self.held.get(start..*end).unwrap_or_default(),
        })
    }
}

/// The steps of one cell.
#[derive(Clone, Copy, Debug)]
pub struct Steps<'a> {
    passed: &'a [i32],
    held: &'a [Balances],
}

impl Steps<'_> {
    /// What stands in the receivables if it is paid `paid` days after issue: no more than it is today.
    #[must_use]
    pub fn held(&self, paid: i32) -> Balances {
        let count = self.passed.partition_point(|passed| *passed < paid);
        count.checked_sub(1).and_then(|last| self.held.get(last)).copied().unwrap_or_default()
    }

    /// What stands there as it is.
    #[must_use]
    pub fn all(&self) -> Balances {
        self.held.last().copied().unwrap_or_default()
    }
}

/// Steps and cells go together.
pub fn with_steps<'a>(cells: &'a Cells, crossings: &'a Crossings) -> impl Iterator<Item = (&'a Cell, Steps<'a>)> {
    cells.list.iter().zip(crossings.cells())
}
