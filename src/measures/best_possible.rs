//! Best possible DSO and average days delinquent.

use rust_decimal::Decimal;

/// Average days delinquent: DSO − best possible DSO, both by the same method. It is the part of the DSO that late
/// payment makes, not the mean delay of late invoices.
///
/// The best possible DSO is either DSO applied to the receivables not overdue; it needs no function of its own.
///
/// Source: Quadient, "Average days delinquent": 50 − 12 = 38.
///
/// # Examples
///
/// ```
/// use encours::measures::best_possible::average_days_delinquent;
/// use rust_decimal::dec;
///
/// assert_eq!(average_days_delinquent(dec!(50), dec!(12)), dec!(38));
/// ```
#[must_use]
pub fn average_days_delinquent(dso: Decimal, best_possible_dso: Decimal) -> Decimal {
    dso - best_possible_dso
}
