//! Amounts and dates as documents write them.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::period::YEARS;
use chrono::Datelike;

/// An amount: digits with a point, a sign, and what no standard allows but some write, an exponent.
///
/// # Examples
///
/// ```
/// # use encours::import::einvoices::parsed;
/// assert_eq!(parsed("+0.10"), parsed("0.1"));
/// assert_eq!(parsed("1.2E3"), parsed("1200"));
/// assert_eq!(parsed("1,5"), None);
/// ```
#[must_use]
pub fn parsed(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'));
    let value = if !is_plain {
        None
    } else if text.contains(['e', 'E']) {
        Decimal::from_scientific(text).ok()
    } else {
        text.parse().ok()
    };
    value.filter(|value: &Decimal| value.abs() < Decimal::from(1_000_000_000_000_000_i64))
}

/// A day: `2025-01-31`, with a time or a zone behind it, or `20250131`, with a time behind it.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let iso = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    let plain = || {
        let digits = text.get(..8).filter(|day| day.bytes().all(|byte| byte.is_ascii_digit()))?;
        NaiveDate::parse_from_str(digits, "%Y%m%d").ok()
    };
    iso.or_else(plain).filter(|day| YEARS.contains(&day.year()))
}
