//! Sales of the year so far, taken apart into those of each month.

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::period::Month;
use crate::series::MonthRow;

/// Where the first sum begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// With its own month, whose sales it is.
    Here,
    /// Before the table: the sales of its own month are not known.
    Before,
}

/// What the sales of a month so far are beside the largest of other months, at most, where they are those of one month.
const ONE_MONTH: Decimal = Decimal::TWO;

/// Sums over the year so far become what came with each period of `length` months. A year begins where they fall to less than
/// half, whatever its first month, or where they fall at all with the calendar's; where they fall by less, more was credited
/// than invoiced.
pub(super) fn take_apart(given: &mut [(Month, MonthRow)], length: u32) -> Start {
    // A period is named by its last month.
    let is_first_of_year = |last: Month| last.first_day().month() == length;
    let mut before: Option<Decimal> = None;
    let mut begins = Vec::new();
    let mut largest = Decimal::ZERO;
    let mut is_of_other_year = false;
    let mut first = None;
    for (place, (month, row)) in given.iter_mut().enumerate() {
        let Some(so_far) = row.sales_incl_tax else { continue };
        match before {
            None => first = Some((place, *month, so_far)),
            Some(before) if so_far < before / Decimal::TWO || (so_far < before && is_first_of_year(*month)) => {
                begins.push(month.first_day().month());
                largest = largest.max(so_far);
            }
            Some(before) => {
                is_of_other_year |= is_first_of_year(*month);
                row.sales_incl_tax = Some(so_far - before);
                largest = largest.max(so_far - before);
            }
        }
        before = Some(so_far);
    }
    let Some((place, month, so_far)) = first else { return Start::Here };
    let is_start = match begins.first() {
        Some(start) => *start == month.first_day().month(),
        None => is_first_of_year(month) || (is_of_other_year && so_far <= largest * ONE_MONTH),
    };
    if is_start {
        return Start::Here;
    }
    if let Some((_, row)) = given.get_mut(place) {
        row.sales_incl_tax = None;
    }
    Start::Before
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Months from one on, with the sales so far of each.
    fn apart(first: (i32, u32), so_far: &[i64]) -> (Vec<Option<i64>>, Start) {
        let first = Month::new(first.0, first.1).expect("a month");
        let mut months: Vec<(Month, MonthRow)> = (0..)
            .zip(so_far)
            .map(|(at, sum)| {
                let row = MonthRow { sales_incl_tax: Some(Decimal::from(*sum)), ..MonthRow::default() };
                (first.plus(at), row)
            })
            .collect();
        let start = take_apart(&mut months, 1);
        let sales = months.iter().map(|(_, row)| row.sales_incl_tax.map(|sales| sales.try_into().expect("whole")));
        (sales.collect(), start)
    }

    #[test]
    fn a_year_begins_in_january_or_where_the_sums_fall_to_less_than_half() {
        assert_eq!(apart((2025, 1), &[4, 7, 12]), (vec![Some(4), Some(3), Some(5)], Start::Here));
        let two_years = [4, 7, 12, 15, 19, 22, 25, 29, 33, 35, 38, 40, 5, 9];
        let sales = [4, 3, 5, 3, 4, 3, 3, 4, 4, 2, 3, 2, 5, 4].map(Some).to_vec();
        assert_eq!(apart((2024, 1), &two_years), (sales.clone(), Start::Here));
        // From April to March, of which January is no beginning.
        assert_eq!(apart((2024, 4), &two_years), (sales, Start::Here));
    }

    #[test]
    fn what_goes_back_before_the_table_is_of_no_month() {
        assert_eq!(apart((2025, 10), &[40, 43, 49]), (vec![None, Some(3), Some(6)], Start::Before));
        // A year of November 2024 ends before January, with which another begins.
        assert_eq!(apart((2024, 11), &[40, 44, 3, 8]), (vec![None, Some(4), Some(3), Some(5)], Start::Before));
        // A year that goes on in January began in another month, but not ten months' worth before.
        assert_eq!(apart((2024, 11), &[40, 44, 47, 52]), (vec![None, Some(4), Some(3), Some(5)], Start::Before));
        assert_eq!(apart((2024, 11), &[4, 8, 11, 16]), (vec![Some(4), Some(4), Some(3), Some(5)], Start::Here));
    }

    #[test]
    fn where_more_is_credited_than_invoiced_the_sum_falls_a_little() {
        assert_eq!(apart((2025, 1), &[40, 38, 44]), (vec![Some(40), Some(-2), Some(6)], Start::Here));
    }
}
