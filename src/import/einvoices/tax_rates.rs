//! Rates of exchange that documents say themselves: their tax in two currencies.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::amount::parsed;
use super::invoice::EInvoice;
use crate::period::Month;
use crate::rates::{Rate, Rates};

/// What tax comes to in two currencies.
#[derive(Clone, Copy, Debug, Default)]
struct Taxes {
    own: Decimal,
    into: Decimal,
}

impl Taxes {
    fn add(&mut self, (own, into): (Decimal, Decimal)) {
        self.own += own;
        self.into += into;
    }

    fn rate(self) -> Option<Decimal> {
        const PLACES: u32 = 6;
        self.into
            .checked_div(self.own)
            .map(|rate| rate.round_dp(PLACES).normalize())
            .filter(|rate| *rate > Decimal::ZERO)
    }
}

/// The average rates of invoices whose tax is also stated in another currency (BT-111 ÷ BT-110), by currency and month of
/// issue, and of each currency over all months for those without any. `None` where they are not in the currency of most
/// invoices, and not said by all: tax of one country alone says nothing of the currency that figures are in.
pub fn tax_rates<'a>(invoices: impl Iterator<Item = &'a EInvoice>) -> Option<Rates> {
    let mut found: BTreeMap<String, BTreeMap<(String, Option<Month>), Taxes>> = BTreeMap::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let (mut all, mut own_counts) = (0, BTreeMap::<String, usize>::new());
    for invoice in invoices {
        all += 1;
        *own_counts.entry(invoice.currency.clone().unwrap_or_default()).or_default() += 1;
        let Some((own, into)) = invoice.currency.as_ref().zip(invoice.tax_currency.as_ref()) else { continue };
        let amount = |text: &Option<String>| text.as_deref().and_then(parsed).map(|amount| amount.abs());
        let Some(taxes) = amount(&invoice.tax).zip(amount(&invoice.tax_accounting)) else { continue };
        if own.eq_ignore_ascii_case(into) || taxes.0.is_zero() || taxes.1.is_zero() {
            continue;
        }
        *counts.entry(into.clone()).or_default() += 1;
        let of = found.entry(into.clone()).or_default();
        for month in [None, invoice.issue_date.map(Month::of)] {
            of.entry((own.clone(), month)).or_default().add(taxes);
        }
    }
    let (into, said) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    let in_it = own_counts.get(&into).copied().unwrap_or_default();
    let is_most = own_counts.values().all(|count| *count <= in_it);
    if said + in_it < all && !is_most {
        return None;
    }
    let rates = found.remove(&into)?.into_iter().filter_map(|((currency, month), taxes)| {
        Some(Rate { currency, month, closing: None, average: Some(taxes.rate()?) })
    });
    Some(Rates { into, rates: rates.collect() })
}
