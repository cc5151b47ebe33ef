//! Monthly sales spread over the days of each month, and repeated a year later where the history ends.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::period::{Month, days_between};
use crate::series::Series;

/// Sales added up day by day.
pub struct DailySales {
    /// The day before the first.
    start: NaiveDate,
    /// Sales up to the end of each day, from none.
    sums: Vec<Decimal>,
}

impl DailySales {
    /// The sales of a history, repeated up to `until`.
    pub fn of(history: &Series, until: NaiveDate) -> Self {
        let first = history.first_month();
        let mut rates: Vec<Decimal> = history
            .months()
            .map(|(month, row)| row.sales().unwrap_or_default() / Decimal::from(history.elapsed_days(month).max(1)))
            .collect();
        let months = Month::of(until).since(first).map_or(0, |months| months + 1);
        let start = first.first_day().pred_opt().unwrap_or(NaiveDate::MIN);
        let mut sums = vec![Decimal::ZERO];
        let mut sum = Decimal::ZERO;
        for index in 0..months {
            let month = first.plus(i32::try_from(index).unwrap_or(i32::MAX));
            if index >= rates.len() {
                // A history of less than a year is repeated as a whole.
                let back = rates.len().min(12);
                rates.push(rates.get(index - back).copied().unwrap_or_default());
            }
            let rate = rates.get(index).copied().unwrap_or_default();
            for _ in 0..month.days() {
                sum += rate;
                sums.push(sum);
            }
        }
        Self { start, sums }
    }

    /// The number of a day: its end, counted from the start.
    pub fn day(&self, date: NaiveDate) -> Decimal {
        Decimal::from(days_between(self.start, date))
    }

    /// Sales between two days, in parts of days.
    pub fn between(&self, from: Decimal, to: Decimal) -> Decimal {
        if from >= to { Decimal::ZERO } else { self.until(to) - self.until(from) }
    }

    fn until(&self, day: Decimal) -> Decimal {
        let last = self.sums.len().saturating_sub(1);
        let day = day.clamp(Decimal::ZERO, Decimal::from(last));
        let whole = day.floor();
        let place = whole.to_usize().unwrap_or(last);
        let at = |place: usize| self.sums.get(place.min(last)).copied().unwrap_or_default();
        at(place) + (at(place + 1) - at(place)) * (day - whole)
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::DailySales;
    use crate::period::Month;
    use crate::series::{MonthRow, Series};

    #[test]
    fn a_year_is_repeated() {
        let row = |sales| MonthRow { sales_incl_tax: Some(sales), ..MonthRow::default() };
        let first = Month::new(2025, 1).expect("a month");
        let history = Series::new(first, vec![row(dec!(310)), row(dec!(560))]);
        let sales = DailySales::of(&history, first.plus(2).last_day());
        let day = |month: i32| sales.day(first.plus(month).last_day());
        assert_eq!(sales.between(day(0), day(1)), dec!(560));
        assert_eq!(sales.between(day(0) - dec!(1.5), day(0)), dec!(15));
        assert_eq!(sales.between(day(1), day(2)), dec!(310));
    }
}
