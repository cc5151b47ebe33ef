//! How much of the receivables few customers owe.

use rust_decimal::Decimal;

use crate::money;

/// Concentration of receivables, of the customers that owe something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concentration {
    /// How many customers owe something.
    pub customers: usize,
    /// What they owe together; credit balances of others are not taken off.
    pub total: Decimal,
    /// Share in percent of the one that owes most.
    pub top1_percent: Decimal,
    /// Share of the five that owe most.
    pub top5_percent: Decimal,
    /// Share of the ten that owe most.
    pub top10_percent: Decimal,
    /// Herfindahl index: sum of the squares of the shares, from near 0 to 1.
    pub herfindahl: Decimal,
}

/// Concentration of balances in ledger units; `None` if nobody owes anything.
///
/// # Examples
///
/// Four customers owe 25 each: the first owes a quarter, and the index is 4 × 0.25² = 0.25.
///
/// ```
/// use encours::measures::concentration::concentration;
/// use rust_decimal::dec;
///
/// let found = concentration(&mut vec![25_000; 4]).expect("somebody owes something");
/// assert_eq!((found.top1_percent, found.top5_percent, found.herfindahl), (dec!(25), dec!(100), dec!(0.25)));
/// ```
#[must_use]
pub fn concentration(balances: &mut Vec<i128>) -> Option<Concentration> {
    balances.retain(|balance| *balance > 0);
    balances.sort_unstable_by(|a, b| b.cmp(a));
    let sum: i128 = balances.iter().sum();
    let total = (sum > 0).then(|| money::total(sum))?;
    let share = |balance: i128| money::total(balance) / total;
    let top = |count: usize| share(balances.iter().take(count).sum()) * Decimal::ONE_HUNDRED;
    Some(Concentration {
        customers: balances.len(),
        total,
        top1_percent: top(1),
        top5_percent: top(5),
        top10_percent: top(10),
        herfindahl: balances.iter().map(|balance| share(*balance) * share(*balance)).sum(),
    })
}
