//! Rates of exchange that a user gives: what one unit of a currency is worth in the one that figures are in.

use macro_rules_attribute::apply;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, dec};

use crate::period::Month;

/// A table of rates. Balances are converted at the closing rate of their month, sales at the average rate of the month they
/// were invoiced in; each invoice by itself, to the thousandth, so that parts add up.
///
/// A currency of which a month lacks a rate that is needed stays apart as a whole.
#[apply(request!)]
#[derive(Hash)]
pub struct Rates {
    /// The currency that figures are in, as the data writes it.
    pub into: String,
    /// The rates. A month that is there twice has the last one.
    #[serde(default)]
    pub rates: Vec<Rate>,
}

/// What one unit of a currency is worth.
#[apply(request!)]
#[derive(Hash)]
pub struct Rate {
    /// The currency, as the data writes it.
    pub currency: String,
    /// Its month; every month that has none of its own if left out.
    #[serde(default)]
    pub month: Option<Month>,
    /// At the end of the month; the average if left out.
    #[serde(default)]
    pub closing: Option<Decimal>,
    /// On average over the month; the closing rate if left out.
    #[serde(default)]
    pub average: Option<Decimal>,
}

/// The two rates of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthRate {
    /// For balances at its end.
    pub closing: Decimal,
    /// For what was sold in it.
    pub average: Decimal,
}

impl Rates {
    /// The rates of a currency in a month; `None` where they are not given, or not above zero.
    #[must_use]
    pub fn of(&self, currency: &str, month: Month) -> Option<MonthRate> {
        let own = |rate: &&Rate| rate.currency.eq_ignore_ascii_case(currency);
        let last = |is_of: &dyn Fn(&Rate) -> bool| self.rates.iter().rev().filter(own).find(|rate| is_of(rate));
        let rate = last(&|rate| rate.month == Some(month)).or_else(|| last(&|rate| rate.month.is_none()))?;
        let above_zero = |rate: Option<Decimal>| rate.filter(|rate| *rate > Decimal::ZERO);
        let (closing, average) = (above_zero(rate.closing), above_zero(rate.average));
        Some(MonthRate { closing: closing.or(average)?, average: average.or(closing)? })
    }
}

/// What is doubtful of a rate.
#[apply(choice!)]
#[derive(Copy, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// It is not above zero, and counts for nothing.
    NotAboveZero,
    /// Its month is there twice: the last one counts.
    Twice,
    /// It looks like what one unit of the other currency is worth.
    UpsideDown,
    /// It is more than a third away from that of the month before.
    Jump,
    /// It is more than twenty times what a unit of the currency is about worth, or less than a twentieth.
    FarOff,
    /// It is of the currency that figures are in, which is worth one of itself: it counts for nothing.
    OwnCurrency,
}

/// A doubtful rate.
#[apply(answer!)]
pub struct RateDoubt {
    /// The currency.
    pub currency: String,
    /// Its month; `null` for the one of all months.
    pub month: Option<Month>,
    /// What is doubtful.
    pub doubt: Doubt,
}

/// What a unit of a currency is worth in euros, by its order of magnitude: only to tell a rate that stands upside down.
///
/// Source: European Central Bank, euro foreign exchange reference rates, 2025, rounded.
const MAGNITUDES: &[(&str, Decimal)] = &[
    ("EUR", dec!(1)),
    ("USD", dec!(0.9)),
    ("GBP", dec!(1.17)),
    ("CHF", dec!(1.06)),
    ("JPY", dec!(0.006)),
    ("CNY", dec!(0.12)),
    ("CAD", dec!(0.63)),
    ("AUD", dec!(0.57)),
    ("NZD", dec!(0.52)),
    ("SEK", dec!(0.09)),
    ("NOK", dec!(0.086)),
    ("DKK", dec!(0.134)),
    ("PLN", dec!(0.235)),
    ("CZK", dec!(0.04)),
    ("HUF", dec!(0.0025)),
    ("RON", dec!(0.2)),
    ("BGN", dec!(0.511)),
    ("TRY", dec!(0.022)),
    ("MAD", dec!(0.093)),
    ("TND", dec!(0.3)),
    ("XOF", dec!(0.00152)),
    ("XAF", dec!(0.00152)),
    ("INR", dec!(0.0103)),
    ("BRL", dec!(0.16)),
    ("MXN", dec!(0.047)),
    ("SGD", dec!(0.68)),
    ("HKD", dec!(0.115)),
    ("KRW", dec!(0.00063)),
    ("ZAR", dec!(0.05)),
    ("AED", dec!(0.25)),
];

impl Rates {
    /// What is doubtful, in the order in which it was given.
    #[must_use]
    pub fn doubts(&self) -> Vec<RateDoubt> {
        let mut doubts = Vec::new();
        for (place, rate) in self.rates.iter().enumerate() {
            let mut tell = |doubt| {
                doubts.push(RateDoubt { currency: rate.currency.clone(), month: rate.month, doubt });
            };
            let is_same = |other: &Rate| other.currency.eq_ignore_ascii_case(&rate.currency);
            if [rate.closing, rate.average].into_iter().flatten().any(|given| given <= Decimal::ZERO) {
                tell(Doubt::NotAboveZero);
                continue;
            }
            if rate.currency.eq_ignore_ascii_case(&self.into) {
                if [rate.closing, rate.average].into_iter().flatten().any(|given| given != Decimal::ONE) {
                    tell(Doubt::OwnCurrency);
                }
                continue;
            }
            if self.rates.iter().take(place).any(|other| is_same(other) && other.month == rate.month) {
                tell(Doubt::Twice);
            }
            let Some(given) = rate.closing.or(rate.average) else { continue };
            let before = rate.month.and_then(|month| {
                let earlier = month.plus(-1);
                self.rates.iter().rev().find(|other| is_same(other) && other.month == Some(earlier))
            });
            let before = before.and_then(|other| other.closing.or(other.average)).filter(|rate| *rate > Decimal::ZERO);
            let usual = self.usual(&rate.currency);
            if usual.is_some_and(|usual| is_upside_down(given, usual))
                || before.is_some_and(|before| is_upside_down(given, before))
            {
                tell(Doubt::UpsideDown);
            } else if usual.is_some_and(|usual| times(given, usual) > MOST_TIMES) {
                tell(Doubt::FarOff);
            } else if before.is_some_and(|before| (given / before - Decimal::ONE).abs() > dec!(0.3333)) {
                tell(Doubt::Jump);
            }
        }
        doubts
    }

    /// What a unit of a currency is about worth.
    fn usual(&self, currency: &str) -> Option<Decimal> {
        let in_euros =
            |code: &str| MAGNITUDES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, rate)| *rate);
        Some(in_euros(currency)? / in_euros(&self.into)?)
    }
}

/// Rates move by as much within ten years at most, those of the lira included.
const MOST_TIMES: Decimal = dec!(20);

/// How many times the smaller the larger is.
fn times(one: Decimal, other: Decimal) -> Decimal {
    (one / other).max(other / one)
}

/// Is a rate far from another, and near to what that is upside down? A rate near one is near both.
fn is_upside_down(given: Decimal, usual: Decimal) -> bool {
    let inverse = Decimal::ONE / usual;
    let (far, near) = (times(given, usual), times(given, inverse));
    far > dec!(1.15) && near < dec!(1.6) && near * dec!(1.08) < far
}

/// Decimals of a rate that count.
const RATE_SCALE: u32 = 9;

/// A rate as a whole number of the smallest part that counts.
#[must_use]
pub fn scaled(rate: Decimal) -> i128 {
    (rate * Decimal::from(10_i64.pow(RATE_SCALE))).round().to_i128().unwrap_or(0)
}

/// `units` at a rate so scaled, half away from zero.
#[must_use]
pub fn at_rate(units: i64, scaled: i128) -> i64 {
    const ONE: i128 = 10_i128.pow(RATE_SCALE);
    let product = i128::from(units) * scaled;
    let half = if product < 0 { -ONE / 2 } else { ONE / 2 };
    i64::try_from((product + half) / ONE).unwrap_or(if product < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_rounded_half_away_from_zero() {
        // 1,234.567 at 0.9 is 1,111.1103; 0.005 at 0.5 is 0.0025.
        assert_eq!(at_rate(1_234_567, scaled(dec!(0.9))), 1_111_110);
        assert_eq!(at_rate(5, scaled(dec!(0.5))), 3);
        assert_eq!(at_rate(-5, scaled(dec!(0.5))), -3);
        assert_eq!(at_rate(i64::MAX, scaled(dec!(1))), i64::MAX);
    }

    #[test]
    fn a_rate_that_stands_upside_down_is_told() {
        let doubt = |currency: &str, given: Decimal| {
            let rate = Rate { currency: currency.to_owned(), month: None, closing: Some(given), average: None };
            let rates = Rates { into: "EUR".to_owned(), rates: vec![rate] };
            rates.doubts().first().map(|doubt| doubt.doubt)
        };
        // 109 yen a euro, and what a yen is worth of one.
        assert_eq!(doubt("JPY", dec!(162)), Some(Doubt::UpsideDown));
        assert_eq!(doubt("JPY", dec!(0.0062)), None);
        assert_eq!(doubt("USD", dec!(1.09)), Some(Doubt::UpsideDown));
        assert_eq!(doubt("USD", dec!(0.92)), None);
        assert_eq!(doubt("GBP", dec!(0.85)), Some(Doubt::UpsideDown));
        assert_eq!(doubt("CHF", dec!(1.04)), None);
        assert_eq!(doubt("USD", dec!(0)), Some(Doubt::NotAboveZero));
        assert_eq!(doubt("ABC", dec!(7)), None);
        // Yen by the hundred; the yen's rate given for the dollar; a lira of ten years ago.
        assert_eq!(doubt("JPY", dec!(0.62)), Some(Doubt::FarOff));
        assert_eq!(doubt("USD", dec!(161)), Some(Doubt::FarOff));
        assert_eq!(doubt("TRY", dec!(0.3)), None);
        assert_eq!(doubt("EUR", dec!(1.1)), Some(Doubt::OwnCurrency));
        assert_eq!(doubt("EUR", dec!(1)), None);
    }

    #[test]
    fn a_month_goes_before_every_month_and_one_rate_stands_for_the_other() {
        let rate =
            |month: Option<Month>, closing, average| Rate { currency: "USD".to_owned(), month, closing, average };
        let (march, april) = (Month::new(2025, 3), Month::new(2025, 4));
        let rates = vec![rate(None, Some(dec!(0.9)), None), rate(march, None, Some(dec!(0.92)))];
        let rates = Rates { into: "EUR".to_owned(), rates };
        let of = |month: Option<Month>| rates.of("usd", month.unwrap_or_else(|| unreachable!()));
        assert_eq!(of(march), Some(MonthRate { closing: dec!(0.92), average: dec!(0.92) }));
        assert_eq!(of(april), Some(MonthRate { closing: dec!(0.9), average: dec!(0.9) }));
        assert_eq!(rates.of("GBP", march.unwrap_or_else(|| unreachable!())), None);
    }
}
