//! What a cell holds in the one notation of sheets: decimal point, ISO dates, percent and currency behind the number.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use memchr::{memchr, memchr3};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive as _, ToPrimitive as _};

use super::cell::Value;
use super::format::{Epoch, Shown};

/// More bytes than anything but a text is written in.
pub const LONGEST_NUMBER: usize = 512;

const SECONDS_OF_A_DAY: i64 = 86_400;

/// The first serial number beyond 9999.
const NO_DAY: f64 = 2_958_466.0;

/// Writes what a cell holds; nothing for a formula without result.
pub fn write(text: &mut String, value: &Value<'_>) {
    match *value {
        Value::Number(number, shown) => write_number(text, number, shown),
        Value::Bool(answer) => text.push_str(if answer { "TRUE" } else { "FALSE" }),
        Value::Text(written) => write_text(text, written),
        Value::Moment(iso) => write_moment(text, iso),
        Value::Provisional => text.push('0'),
        Value::Unsaved => {}
    }
}

/// A hundredth of a number, which has two more decimals.
pub fn hundredth(number: f64) -> f64 {
    let digits = number.to_string();
    let (sign, whole, decimals) = parts(&digits);
    let whole = format!("{whole:0>3}");
    let (whole, moved) = whole.split_at_checked(whole.len().saturating_sub(2)).unwrap_or_default();
    // The text of a number is one.
    format!("{sign}{whole}.{moved}{decimals}").parse().unwrap_or(number)
}

fn write_number(text: &mut String, number: f64, shown: Shown) {
    match shown {
        _ if !number.is_finite() => text.push_str("#NUM!"),
        Shown::Plain => write_digits(text, &shortest(number)),
        Shown::Percent => {
            write_digits(text, &hundredfold(&shortest(number)));
            text.push('%');
        }
        Shown::Amount(currency) => {
            write_digits(text, &shortest(number));
            let _ = write!(text, " {currency}");
        }
        Shown::Day(epoch) => {
            if write_day(text, number, epoch).is_none() {
                write_digits(text, &shortest(number));
            }
        }
        Shown::Duration => {
            if write_duration(text, number).is_none() {
                write_digits(text, &shortest(number));
            }
        }
    }
}

/// The shortest text of a number, without the noise that calculations leave beyond the 15 digits that spreadsheets
/// show.
fn shortest(number: f64) -> String {
    const SHOWN_DIGITS: usize = 15;
    let digits = number.to_string();
    if digits.bytes().filter(u8::is_ascii_digit).count() <= SHOWN_DIGITS {
        return digits;
    }
    let rounded = format!("{number:.*e}", SHOWN_DIGITS - 1).parse::<f64>();
    rounded.map_or(digits, |rounded| rounded.to_string())
}

/// A zero is put behind three decimals: `1.234` could be read as thousands.
fn write_digits(text: &mut String, digits: &str) {
    text.push_str(digits);
    if digits.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3) {
        text.push('0');
    }
}

/// The point stands two places further right.
fn hundredfold(digits: &str) -> String {
    let (sign, whole, decimals) = parts(digits);
    let decimals = format!("{decimals:0<2}");
    let (moved, decimals) = decimals.split_at_checked(2).unwrap_or_default();
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let (zero, point) = (if whole.is_empty() { "0" } else { "" }, if decimals.is_empty() { "" } else { "." });
    format!("{sign}{zero}{whole}{point}{decimals}")
}

/// Sign, digits before and digits after the point.
fn parts(digits: &str) -> (&str, &str, &str) {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    (sign, whole, decimals)
}

/// `2025-01-31`, with the time if there is one; a time alone is written as one. `None`, and nothing, where the number
/// is no day.
fn write_day(text: &mut String, serial: f64, epoch: Epoch) -> Option<()> {
    let seconds = seconds(serial)?;
    let (day, second) = (seconds.div_euclid(SECONDS_OF_A_DAY), seconds.rem_euclid(SECONDS_OF_A_DAY));
    if serial < 1.0 && epoch == Epoch::Of1900 {
        write_time(text, second);
        return Some(());
    }
    let date = date(day.to_u64()?, epoch)?;
    let _ = write!(text, "{date}");
    if second > 0 {
        text.push(' ');
        write_time(text, second);
    }
    Some(())
}

fn date(day: u64, epoch: Epoch) -> Option<NaiveDate> {
    let first = match epoch {
        Epoch::Of1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
        // Day 60 is the 29 February that never was.
        Epoch::Of1900 if day < 60 => NaiveDate::from_ymd_opt(1899, 12, 31),
        Epoch::Of1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    first?.checked_add_days(Days::new(day))
}

fn write_duration(text: &mut String, days: f64) -> Option<()> {
    write_time(text, seconds(days)?);
    Some(())
}

/// Whole seconds, since nothing that is dated here is dated to less.
fn seconds(days: f64) -> Option<i64> {
    let days = Decimal::from_f64(days).filter(|_| (0.0..NO_DAY).contains(&days))?;
    days.checked_mul(Decimal::from(SECONDS_OF_A_DAY))?.round().to_i64()
}

fn write_time(text: &mut String, seconds: i64) {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let _ = write!(text, "{hours:02}:{minutes:02}:{seconds:02}");
}

/// The time stands behind a space, without parts of seconds, and where it is midnight not at all.
fn write_moment(text: &mut String, iso: &str) {
    let Some((date, time)) = iso.split_once('T').filter(|(date, _)| !date.starts_with('P')) else {
        return write_text(text, iso);
    };
    text.push_str(date);
    let time = time.split_once('.').map_or(time, |(seconds, _)| seconds).trim_end_matches('Z');
    if !matches!(time, "00:00:00" | "00:00" | "") {
        text.push(' ');
        text.push_str(time);
    }
}

/// A cell is quoted where it would not be one otherwise. Line breaks become spaces, so that a row is a line.
fn write_text(text: &mut String, written: &str) {
    let written = written.trim_end();
    let is_plain = memchr3(b'\t', b'"', b'\n', written.as_bytes()).is_none();
    if is_plain && memchr(b'\r', written.as_bytes()).is_none() {
        return text.push_str(written);
    }
    let line = written.replace("\r\n", " ").replace(['\r', '\n'], " ");
    if line.contains(['\t', '"']) {
        let _ = write!(text, "\"{}\"", line.replace('"', "\"\""));
    } else {
        text.push_str(&line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::currency::Currency;

    fn written(value: Value<'_>) -> String {
        let mut text = String::new();
        write(&mut text, &value);
        text
    }

    #[test]
    fn percent_moves_the_point() {
        let percent = |number| written(Value::Number(number, Shown::Percent));
        assert_eq!(percent(0.125), "12.5%");
        assert_eq!(percent(0.2), "20%");
        assert_eq!(percent(-0.0555), "-5.55%");
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(0.0), "0%");
        assert_eq!(percent(0.012_345), "1.2345%");
        assert_eq!(percent(0.001_234_5), "0.12345%");
        assert_eq!(percent(0.12345), "12.3450%");
    }

    #[test]
    fn amounts_name_their_currency() {
        let euro = Currency::of_sign_or_word("€").expect("a currency");
        assert_eq!(written(Value::Number(1200.5, Shown::Amount(euro))), "1200.5 EUR");
        assert_eq!(written(Value::Number(-0.125, Shown::Amount(euro))), "-0.1250 EUR");
    }

    #[test]
    fn days_count_from_their_epoch() {
        let day = |serial| written(Value::Number(serial, Shown::Day(Epoch::Of1900)));
        assert_eq!(day(45_688.0), "2025-01-31");
        assert_eq!(day(45_689.354_166_666_664), "2025-02-01 08:30:00");
        assert_eq!(day(45_689.999_999_9), "2025-02-02");
        assert_eq!((day(1.0), day(59.0), day(61.0)), ("1900-01-01".into(), "1900-02-28".into(), "1900-03-01".into()));
        assert_eq!(day(0.5), "12:00:00");
        assert_eq!((day(-1.0), day(2_958_466.0)), ("-1".into(), "2958466".into()));
        assert_eq!(written(Value::Number(0.0, Shown::Day(Epoch::Of1904))), "1904-01-01");
        assert_eq!(written(Value::Number(1.25, Shown::Duration)), "30:00:00");
    }

    #[test]
    fn numbers_that_are_none_and_moments() {
        assert_eq!(written(Value::Number(f64::NAN, Shown::Percent)), "#NUM!");
        assert_eq!(written(Value::Moment("2025-11-30T00:00:00")), "2025-11-30");
        assert_eq!(written(Value::Moment("2025-11-30T08:30:00.000")), "2025-11-30 08:30:00");
        assert_eq!(written(Value::Moment("PT08H30M00S")), "PT08H30M00S");
        assert!(written(Value::Number(f64::MIN, Shown::Percent)).len() < LONGEST_NUMBER);
        assert!(written(Value::Number(f64::MIN_POSITIVE, Shown::Plain)).len() < LONGEST_NUMBER);
    }
}
