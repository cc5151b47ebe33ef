//! Inventory, payables, the cash conversion cycle and the working capital requirement (BFR).

use rust_decimal::Decimal;

use crate::error::Error;

/// Days inventory outstanding: inventory ÷ cost of sales (or purchases) × days of the window.
///
/// # Errors
///
/// [`Error::MissingCost`] if the cost is not above zero.
///
/// # Examples
///
/// ```
/// use encours::measures::working_capital::days_inventory;
/// use rust_decimal::dec;
///
/// assert_eq!(days_inventory(dec!(455_000), dec!(2_100_000), dec!(360))?, dec!(78));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn days_inventory(inventory: Decimal, cost: Decimal, days: Decimal) -> Result<Decimal, Error> {
    days_of(inventory, cost, days)
}

/// Days payables outstanding: payables ÷ purchases including tax (or cost of sales) × days of the window. Not capped:
/// it may exceed a year.
///
/// # Errors
///
/// [`Error::MissingCost`] if the cost is not above zero.
///
/// # Examples
///
/// ```
/// use encours::measures::working_capital::days_payables;
/// use rust_decimal::dec;
///
/// assert_eq!(days_payables(dec!(80_000), dec!(40_000), dec!(365))?, dec!(730));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn days_payables(payables: Decimal, cost: Decimal, days: Decimal) -> Result<Decimal, Error> {
    days_of(payables, cost, days)
}

/// Cash conversion cycle: DSO + DIO − DPO, in days.
///
/// # Examples
///
/// ```
/// use encours::measures::working_capital::cash_conversion_cycle;
/// use rust_decimal::dec;
///
/// assert_eq!(cash_conversion_cycle(dec!(42), dec!(78), dec!(32)), dec!(88));
/// ```
#[must_use]
pub fn cash_conversion_cycle(dso: Decimal, dio: Decimal, dpo: Decimal) -> Decimal {
    dso + dio - dpo
}

/// Working capital requirement (*besoin en fonds de roulement*): inventory + receivables − payables, in currency.
///
/// # Examples
///
/// ```
/// use encours::measures::working_capital::requirement;
/// use rust_decimal::dec;
///
/// assert_eq!(requirement(dec!(50), dec!(120), dec!(90)), dec!(80));
/// ```
#[must_use]
pub fn requirement(inventory: Decimal, receivables: Decimal, payables: Decimal) -> Decimal {
    inventory + receivables - payables
}

fn days_of(balance: Decimal, cost: Decimal, days: Decimal) -> Result<Decimal, Error> {
    if cost <= Decimal::ZERO {
        return Err(Error::MissingCost);
    }
    Ok(balance * days / cost)
}
