//! What stands in the receivables of a cell, for every day it may be paid on, by lookup.
//!
//! An invoice stands in the receivables of a date if it was issued by then and its days to pay are more than those
//! passed since. Summed up by the days passed, the invoices of a cell answer for any days to pay without being looked
//! at again.
//!
//! They answer for every day of the window as well. Paid `p` days after issue, an invoice stands there on `p` days, less
//! those after the window, if it still stands on the last one, less those before it, if it stood the day before the first.
//! With the amounts issued in the window, those standing at its opening after `o` days and at its close after `c` days,
//!
//! ```text
//! Σ amount × days = issued × p + Σ opening × (p − o − 1) − Σ closing × (p − c − 1)
//! ```

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
    pub const fn times(self, factor: i128) -> Self {
        Self { closing: self.closing * factor, opening: self.opening * factor, days: self.days * factor }
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
    /// What stands by those who take longer than that.
    standing: Vec<Standing>,
    /// Of each cell, where its steps end and what it issued in the window.
    cells: Vec<(usize, i64)>,
}

/// What stands at the opening and at the close of the window, in ledger units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Standing {
    opening: i64,
    closing: i64,
    /// Amounts times one day more than passed: those at the close, less those at the opening.
    moment: i128,
}

impl Standing {
    fn count(&mut self, units: i64, passed: i32, place: Place) {
        let moment = product(units, passed + 1);
        match place {
            Place::Opening => (self.opening, self.moment) = (self.opening + units, self.moment - moment),
            Place::Closing => (self.closing, self.moment) = (self.closing + units, self.moment + moment),
        }
    }

    const fn add(&mut self, other: Self) {
        self.opening += other.opening;
        self.closing += other.closing;
        self.moment += other.moment;
    }
}

impl Crossings {
    /// Those of `cells` at increasing `dates`, over a window that starts on `first`.
    #[must_use]
    pub fn of(cells: &Cells, dates: &[(i32, Place)], first: i32) -> Self {
        let count = cells.list.len();
        let mut crossings = Self { passed: Vec::new(), standing: Vec::new(), cells: Vec::with_capacity(count) };
        let (mut by_days, mut touched): (Vec<Standing>, Vec<usize>) = (Vec::new(), Vec::new());
        for cell in &cells.list {
            let mut issued = 0;
            for (day, units) in cells.invoices(cell) {
                issued += if day >= first { units } else { 0 };
                let known = dates.iter().filter(|(date, _)| *date >= day);
                for (date, place) in known.take_while(|(date, _)| date - day < cell.kind.paid) {
                    let passed = usize::try_from(date - day).unwrap_or(0);
                    if passed >= by_days.len() {
                        by_days.resize(passed + 1, Standing::default());
                    }
                    let Some(slot) = by_days.get_mut(passed) else { continue };
                    if *slot == Standing::default() {
                        touched.push(passed);
                    }
                    slot.count(units, date - day, *place);
                }
            }
            touched.sort_unstable();
            touched.dedup();
            let mut sum = Standing::default();
            for passed in touched.drain(..) {
                sum.add(by_days.get_mut(passed).map(std::mem::take).unwrap_or_default());
                crossings.passed.push(i32::try_from(passed).unwrap_or(i32::MAX));
                crossings.standing.push(sum);
            }
            crossings.cells.push((crossings.passed.len(), issued));
        }
        crossings
    }

    /// The steps of every cell, in their order.
    pub fn cells(&self) -> impl Iterator<Item = Steps<'_>> {
        let starts = std::iter::once(0).chain(self.cells.iter().map(|(end, _)| *end));
        starts.zip(&self.cells).map(|(start, (end, issued))| Steps {
            passed: self.passed.get(start..*end).unwrap_or_default(),
            standing: self.standing.get(start..*end).unwrap_or_default(),
            issued: *issued,
        })
    }
}

/// The steps of one cell.
#[derive(Clone, Copy, Debug)]
pub struct Steps<'a> {
    passed: &'a [i32],
    standing: &'a [Standing],
    issued: i64,
}

impl Steps<'_> {
    /// What stands in the receivables if it is paid `paid` days after issue: no later than it is today.
    #[must_use]
    pub fn held(&self, paid: i32) -> Balances {
        let count = self.passed.partition_point(|passed| *passed < paid);
        let last = count.checked_sub(1).and_then(|last| self.standing.get(last));
        let Standing { opening, closing, moment } = last.copied().unwrap_or_default();
        let days = product(self.issued + opening - closing, paid.max(0)) + moment;
        Balances { closing: closing.into(), opening: opening.into(), days }
    }
}

/// An amount times days, of any size. All amounts of a ledger together fit into 64 bits; in two parts they are multiplied
/// without a call, where no instruction multiplies to 128.
fn product(units: i64, days: i32) -> i128 {
    let days = i64::from(days);
    let (high, low) = (units >> 32, units & 0xffff_ffff);
    (i128::from(high * days) << 32) + i128::from(low * days)
}

/// Steps and cells go together.
pub fn with_steps<'a>(cells: &'a Cells, crossings: &'a Crossings) -> impl Iterator<Item = (&'a Cell, Steps<'a>)> {
    cells.list.iter().zip(crossings.cells())
}
