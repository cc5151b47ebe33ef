//! DSO by the roll-back method (count-back, *épuisement*).

use rust_decimal::Decimal;

use crate::conventions::EmptyMonth;
use crate::error::Error;

/// Sales of one month, and how many days it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthSales {
    /// Days of the month.
    pub days: u32,
    /// Net sales including tax; `None` where the history has no row for the month.
    pub sales: Option<Decimal>,
}

impl MonthSales {
    /// A month of `days` days with `sales`.
    #[must_use]
    pub const fn new(days: u32, sales: Decimal) -> Self {
        Self { days, sales: Some(sales) }
    }

    /// A month of `days` days that the history lacks.
    #[must_use]
    pub const fn missing(days: u32) -> Self {
        Self { days, sales: None }
    }
}

/// One month of the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Position of the month, 0 for the newest.
    pub index: usize,
    /// Days it contributes.
    pub days: Decimal,
    /// Receivables it uses up; negative where a net credit is added back.
    pub taken: Decimal,
    /// Receivables left to use up after it.
    pub rest: Decimal,
}

/// Why a roll-back ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The receivables were used up: the days are exact.
    UsedUp,
    /// The history ran out first: the days are a lower bound.
    HistoryExhausted,
    /// A month without sales was met under [`EmptyMonth::Stop`]: the days are a lower bound.
    Stopped {
        /// Position of that month, 0 for the newest.
        index: usize,
    },
}

/// A roll-back DSO with its trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollBack {
    /// The days; a lower bound unless `end` is [`End::UsedUp`].
    pub days: Decimal,
    /// Why it ended.
    pub end: End,
    /// The months, newest first. `taken` adds up to the receivables less the last `rest`.
    pub trail: Vec<Step>,
}

impl RollBack {
    /// Did the roll-back end before the receivables were used up? The days are then a lower bound.
    #[must_use]
    pub fn is_lower_bound(&self) -> bool {
        self.end != End::UsedUp
    }
}

/// Days sales outstanding by the roll-back method.
///
/// Sets the `receivables` open at the close against sales, newest month first: a month used up counts all its days,
/// the last one its share of them.
///
/// # Errors
///
/// [`Error::NegativeReceivables`] if receivables are below zero, [`Error::NoSales`] if no month has sales above zero.
///
/// # Examples
///
/// ```
/// use encours::conventions::EmptyMonth;
/// use encours::measures::roll_back::{MonthSales, roll_back};
/// use rust_decimal::dec;
///
/// let months = [MonthSales::new(30, dec!(200)), MonthSales::new(31, dec!(310))];
/// assert_eq!(roll_back(dec!(355), &months, EmptyMonth::Count)?.days, dec!(45.5));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn roll_back(
    receivables: Decimal,
    newest_first: &[MonthSales],
    empty_month: EmptyMonth,
) -> Result<RollBack, Error> {
    if receivables < Decimal::ZERO {
        return Err(Error::NegativeReceivables);
    }
    if newest_first.iter().all(|month| month.sales.unwrap_or_default() <= Decimal::ZERO) {
        return Err(Error::NoSales);
    }
    let mut rest = receivables;
    let mut trail = Vec::new();
    let mut end = End::HistoryExhausted;
    for (index, month) in newest_first.iter().enumerate() {
        if rest <= Decimal::ZERO {
            break;
        }
        let sales = month.sales.unwrap_or_default();
        let all_days = Decimal::from(month.days);
        let (days, taken) = if sales > rest {
            (rest * all_days / sales, rest)
        } else if sales > Decimal::ZERO {
            (all_days, sales)
        } else {
            match empty_month {
                EmptyMonth::Count => (all_days, sales),
                EmptyMonth::Skip => (Decimal::ZERO, Decimal::ZERO),
                EmptyMonth::Stop => {
                    end = End::Stopped { index };
                    break;
                }
            }
        };
        rest -= taken;
        trail.push(Step { index, days, taken, rest });
    }
    if rest <= Decimal::ZERO {
        end = End::UsedUp;
    }
    Ok(RollBack { days: trail.iter().map(|step| step.days).sum(), end, trail })
}

/// The inverse reading: the receivables that `days` days of the most recent sales make, sales being spread evenly in
/// each month. Rolling them back gives `days` again as long as no month without sales lies at the end.
///
/// # Examples
///
/// ```
/// use encours::conventions::EmptyMonth;
/// use encours::measures::roll_back::{MonthSales, receivables_of};
/// use rust_decimal::dec;
///
/// let months = [MonthSales::new(30, dec!(200)), MonthSales::new(31, dec!(310))];
/// assert_eq!(receivables_of(dec!(45.5), &months, EmptyMonth::Count), dec!(355));
/// ```
#[must_use]
pub fn receivables_of(days: Decimal, newest_first: &[MonthSales], empty_month: EmptyMonth) -> Decimal {
    sum_of_receivables(days.max(Decimal::ZERO), 1, newest_first, empty_month)
}

/// Σ [`receivables_of`] `first`, `first` + 1, … `first` + `count` − 1 days, none of them below zero: what stands in the
/// receivables on so many days in a row, added up. Receivables grow by the same amount a day within a month, so that each
/// month is one sum.
///
/// # Examples
///
/// ```
/// use encours::conventions::EmptyMonth;
/// use encours::measures::roll_back::{MonthSales, receivables_of, sum_of_receivables};
/// use rust_decimal::dec;
///
/// let months = [MonthSales::new(30, dec!(300)), MonthSales::new(31, dec!(620))];
/// let each = [29, 30, 31].map(|days: u32| receivables_of(days.into(), &months, EmptyMonth::Count));
/// assert_eq!(each, [dec!(290), dec!(300), dec!(320)]);
/// assert_eq!(sum_of_receivables(dec!(29), 3, &months, EmptyMonth::Count), dec!(910));
/// ```
#[must_use]
pub fn sum_of_receivables(first: Decimal, count: u32, newest_first: &[MonthSales], empty_month: EmptyMonth) -> Decimal {
    let count = Decimal::from(count);
    let (mut sum, mut done, mut passed, mut sold) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for month in newest_first {
        let sales = month.sales.unwrap_or_default();
        if sales <= Decimal::ZERO {
            match empty_month {
                EmptyMonth::Skip => continue,
                EmptyMonth::Stop => break,
                EmptyMonth::Count => {}
            }
        }
        let all_days = Decimal::from(month.days);
        // Of the days in a row, those from `done` to `until` reach into this month.
        let until = ((passed + all_days - first).floor() + Decimal::ONE).clamp(done, count);
        let (number, into) = (until - done, first - passed);
        let places = (done + until - Decimal::ONE) * number / Decimal::TWO;
        sum += sold * number + sales * (into * number + places) / all_days.max(Decimal::ONE);
        (done, passed, sold) = (until, passed + all_days, sold + sales);
        if done == count {
            return sum;
        }
    }
    sum + sold * (count - done)
}
