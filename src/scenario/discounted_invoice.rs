//! What an early-payment discount makes of one invoice, in money.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::money::published;

/// An invoice paid early with a discount, in money. `saving` = `discount` − `financing`, and `discount` + `paid` is the invoice.
#[apply(answer!)]
pub struct DiscountedInvoice {
    /// What is taken off: invoice × d.
    pub discount: Decimal,
    /// What is left to pay: invoice − `discount`.
    pub paid: Decimal,
    /// The days it is paid earlier; zero where it would have been paid by then anyway.
    pub days: Decimal,
    /// What financing `paid` over `days` costs who pays: `paid` × rate × `days` ÷ days of a year. Who is paid saves as
    /// much, if its money has the same price.
    pub financing: Decimal,
    /// What who pays wins: `discount` − `financing`; below zero if paying early loses. Who is paid loses as much, if its
    /// money has the same price.
    pub saving: Decimal,
}

/// What a discount of `discount_percent` makes of an invoice of `amount` that is so paid `days_gained` days earlier, in
/// the currency of the amount, with simple interest at `rate_percent` over a `year` of so many days.
///
/// Both sides are compared on the day of the early payment. [`break_even_percent`](super::break_even_percent) compares
/// them on the day of issue, t days before, so at its discount the saving falls short of zero by about r·t ÷ B of the
/// financing.
///
/// `None` if a year has no days.
///
/// Source: the usual "borrowing to take a cash discount", as in Sawaal, "a motor boat": 4 % of 20,000 for 70 days at
/// 15 % saves 247.67.
///
/// # Examples
///
/// 2 % of 10,000 is 200; 9,800 for 20 of 360 days at 9 % cost 49:
///
/// ```
/// use encours::scenario::discounted_invoice;
/// use rust_decimal::dec;
///
/// let invoice = discounted_invoice(dec!(10000), dec!(2), dec!(20), dec!(9), dec!(360)).expect("a year");
/// assert_eq!((invoice.discount, invoice.paid), (dec!(200), dec!(9800)));
/// assert_eq!((invoice.financing, invoice.saving), (dec!(49), dec!(151)));
/// ```
#[must_use]
pub fn discounted_invoice(
    amount: Decimal,
    discount_percent: Decimal,
    days_gained: Decimal,
    rate_percent: Decimal,
    year: Decimal,
) -> Option<DiscountedInvoice> {
    let days = days_gained.max(Decimal::ZERO);
    let discount = published(amount * discount_percent / Decimal::ONE_HUNDRED);
    let paid = amount - discount;
    let financing = published((paid * rate_percent * days).checked_div(Decimal::ONE_HUNDRED * year)?);
    Some(DiscountedInvoice {
        discount,
        paid: published(paid),
        days: published(days),
        financing,
        saving: published(discount - financing),
    })
}
