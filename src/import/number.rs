//! Amounts as people write them.

use rust_decimal::Decimal;

use super::source::{DecimalMark, Encoding};
use super::{digits, encoding};
use crate::error::Error;
use crate::money::{Amount, MAX_INTEGER_DIGITS, UNIT_SCALE};

/// An amount that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The amount.
    pub amount: Amount,
    /// Did it have more decimals than a ledger unit?
    pub is_rounded: bool,
}

/// Why an amount could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// It is not an amount in this notation.
    Unreadable,
    /// It has more than 15 integer digits.
    TooLarge,
}

/// What an amount says about the decimal mark of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// It reads with one mark only.
    Mark(DecimalMark),
    /// `1,234`: the mark may be the decimal one or group thousands. Grouping is by far the commoner.
    Ambiguous(DecimalMark),
    /// It has no mark, or is not an amount.
    None,
}

/// Reads an amount written with decimal mark `mark`; the other mark may group thousands by three, as spaces and
/// apostrophes may.
///
/// Signs: `-1`, `1-`, `(1)`, `1 CR` are negative; `+1`, `1 DR` are not. Currency signs and codes at either end are passed over.
///
/// # Errors
///
/// [`NumberError`]; a mark in the wrong place is unreadable, never dropped.
///
/// # Examples
///
/// ```
/// use encours::import::number::{NumberError, parse};
/// use encours::import::source::DecimalMark::{Comma, Point};
/// use encours::money::Amount;
///
/// assert_eq!(parse("1 234,56 €", Comma).map(|read| read.amount), Ok(Amount::from_units(1_234_560)));
/// assert_eq!(parse("(1,234.56)", Point).map(|read| read.amount), Ok(Amount::from_units(-1_234_560)));
/// assert_eq!(parse("13,75", Point), Err(NumberError::Unreadable));
/// ```
pub fn parse(text: &str, mark: DecimalMark) -> Result<Parsed, NumberError> {
    let (body, is_negative) = undressed(text);
    let magnitude = magnitude(body, mark)?;
    let units = i64::try_from(magnitude.units).map_err(|_| NumberError::TooLarge)?;
    let amount = Amount::from_units(if is_negative { -units } else { units });
    Ok(Parsed { amount, is_rounded: magnitude.is_rounded })
}

/// Reads an amount of a cell and what it says about the decimal mark, in one go. Plain digits with at most one mark, as
/// programs write them, are read byte by byte; anything else takes the way of [`parse`] and [`hint`].
///
/// # Errors
///
/// Those of [`parse`], beside the hint.
#[must_use = "it only reads"]
pub fn read(cell: &[u8], mark: DecimalMark, encoding: Encoding) -> (Result<Parsed, NumberError>, Hint) {
    if let Some(plain) = read_plain(cell, mark) {
        return plain;
    }
    let text = encoding::text(cell, encoding);
    (parse(&text, mark), hint(&text))
}

/// `-1234.56`: at most 15 digits and one mark that is not followed by exactly three.
fn read_plain(cell: &[u8], mark: DecimalMark) -> Option<(Result<Parsed, NumberError>, Hint)> {
    let (is_negative, digits) = match cell {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if let Some(units) = read_cents(digits, mark) {
        return Some(plain(units, is_negative, Hint::Mark(mark)));
    }
    if digits.is_empty() || digits.len() > 16 {
        return None;
    }
    let mut units: i64 = 0;
    let (mut decimals, mut has_mark) = (0_u32, false);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                units = units * 10 + i64::from(byte - b'0');
                decimals += u32::from(has_mark);
            }
            b'.' | b',' if !has_mark && char::from(*byte) == mark.char() => has_mark = true,
            _ => return None,
        }
    }
    let scale = match (has_mark, decimals) {
        (false, _) if digits.len() <= 15 => 1000,
        (true, 1) => 100,
        (true, 2) => 10,
        _ => return None,
    };
    Some(plain(units * scale, is_negative, if has_mark { Hint::Mark(mark) } else { Hint::None }))
}

fn plain(units: i64, is_negative: bool, hint: Hint) -> (Result<Parsed, NumberError>, Hint) {
    let amount = Amount::from_units(if is_negative { -units } else { units });
    (Ok(Parsed { amount, is_rounded: false }), hint)
}

/// `12345.67`: most amounts have two decimals and at most eight characters. Its digits are read at once, with a zero before them
/// where the mark was.
#[inline]
fn read_cents(text: &[u8], mark: DecimalMark) -> Option<i64> {
    const INTEGER: u64 = (1 << 40) - 1;
    let written = digits::right_aligned(text)?;
    let mark_byte = u64::from(u32::from(mark.char()));
    if (written >> 40) & 0xFF != mark_byte {
        return None;
    }
    let digits = (written & INTEGER) << 8 | written & (0xFFFF << 48) | u64::from(b'0');
    i64::try_from(digits::number(digits::pairs(digits)?) * 10).ok()
}

/// Reads a number typed alone into a field, in either notation. A single mark before exactly three digits groups
/// thousands, as in tables.
///
/// # Errors
///
/// [`Error::NotANumber`] with the field and what was typed.
pub fn typed(field: &'static str, text: &str) -> Result<Decimal, Error> {
    let mark = match hint(text) {
        Hint::Mark(mark) => mark,
        Hint::Ambiguous(mark) => mark.other(),
        Hint::None => DecimalMark::Comma,
    };
    let parsed = parse(text, mark).map_err(|_| Error::NotANumber { field, value: text.to_owned() })?;
    Ok(parsed.amount.to_decimal())
}

/// What `text` says about the decimal mark.
///
/// # Examples
///
/// ```
/// use encours::import::number::{Hint, hint};
/// use encours::import::source::DecimalMark::{Comma, Point};
///
/// assert_eq!(hint("13,75"), Hint::Mark(Comma));
/// assert_eq!(hint("1,234.5"), Hint::Mark(Point));
/// assert_eq!(hint("1,234,567"), Hint::Mark(Point));
/// assert_eq!(hint("1,234"), Hint::Ambiguous(Comma));
/// assert_eq!(hint("1 234"), Hint::None);
/// ```
#[must_use]
pub fn hint(text: &str) -> Hint {
    let (body, _) = undressed(text);
    let reads = |mark| magnitude(body, mark).is_ok();
    match (reads(DecimalMark::Comma), reads(DecimalMark::Point)) {
        (true, false) => Hint::Mark(DecimalMark::Comma),
        (false, true) => Hint::Mark(DecimalMark::Point),
        (true, true) if body.contains(',') => Hint::Ambiguous(DecimalMark::Comma),
        (true, true) if body.contains('.') => Hint::Ambiguous(DecimalMark::Point),
        _ => Hint::None,
    }
}

struct Magnitude {
    units: u64,
    is_rounded: bool,
}

/// Reads digits, grouping and one decimal mark.
fn magnitude(body: &str, mark: DecimalMark) -> Result<Magnitude, NumberError> {
    let mut chars = body.chars().peekable();
    let mut integer: u64 = 0;
    let (mut significant, mut digits, mut in_group) = (0_u32, 0_u32, 0_u32);
    let mut separator = None;
    while let Some(char) = chars.next_if(|char| *char != mark.char()) {
        if let Some(digit) = char.to_digit(10) {
            digits += 1;
            in_group += 1;
            significant += u32::from(significant > 0 || digit > 0);
            if significant > MAX_INTEGER_DIGITS {
                return Err(NumberError::TooLarge);
            }
            integer = integer * 10 + u64::from(digit);
            continue;
        }
        let is_first = separator.is_none();
        let fits = if is_first { (1..=3).contains(&in_group) } else { in_group == 3 };
        let same = is_first || separator == Some(group_sign(char));
        // `0 123` or `00,123` is no grouping: nobody writes a leading zero before thousands.
        if !is_group_separator(char, mark) || !fits || !same || significant == 0 {
            return Err(NumberError::Unreadable);
        }
        separator = Some(group_sign(char));
        in_group = 0;
    }
    if separator.is_some() && in_group != 3 {
        return Err(NumberError::Unreadable);
    }
    let has_mark = chars.next().is_some();
    let (fraction, decimals, is_rounded) = fraction(chars)?;
    if digits + decimals == 0 || (has_mark && digits == 0 && decimals == 0) {
        return Err(NumberError::Unreadable);
    }
    Ok(Magnitude { units: integer * 10_u64.pow(UNIT_SCALE) + fraction, is_rounded })
}

/// Reads decimals as ledger units, half to even.
fn fraction(chars: impl Iterator<Item = char>) -> Result<(u64, u32, bool), NumberError> {
    let (mut units, mut decimals) = (0_u64, 0_u32);
    let (mut next, mut beyond) = (0, false);
    for char in chars {
        let digit = char.to_digit(10).ok_or(NumberError::Unreadable)?;
        match decimals {
            0..UNIT_SCALE => units = units * 10 + u64::from(digit),
            UNIT_SCALE => next = digit,
            _ => beyond |= digit > 0,
        }
        decimals += 1;
    }
    units *= 10_u64.pow(UNIT_SCALE.saturating_sub(decimals));
    let is_rounded = next > 0 || beyond;
    if next > 5 || (next == 5 && (beyond || units % 2 == 1)) {
        units += 1;
    }
    Ok((units, decimals, is_rounded))
}

/// Text without sign and currency, and whether it is negative.
fn undressed(text: &str) -> (&str, bool) {
    let mut body = text.trim();
    let mut is_negative = false;
    loop {
        let before = body;
        body = without_currency(body);
        if let Some(inner) = body.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            is_negative = true;
            body = inner;
        } else if let Some(rest) = body.strip_prefix(MINUS).or_else(|| body.strip_suffix(MINUS)) {
            is_negative = true;
            body = rest;
        } else if let Some(rest) = strip_word(body, "CR") {
            is_negative = true;
            body = rest;
        } else if let Some(rest) = body.strip_prefix('+').or_else(|| strip_word(body, "DR")) {
            body = rest;
        }
        body = body.trim();
        // One sign is enough: `--5` or `-(5)` stays unreadable, its second sign is left in the body.
        if body.len() == before.len() || is_negative {
            return (without_currency(body), is_negative);
        }
    }
}

const MINUS: [char; 2] = ['-', '−'];

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (rest, end) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
    (end.eq_ignore_ascii_case(word) && rest.ends_with(|char: char| char.is_ascii_digit() || char.is_whitespace()))
        .then_some(rest)
}

fn without_currency(text: &str) -> &str {
    const SIGNS: [char; 5] = ['€', '$', '£', '¥', '₹'];
    const CODES: [&str; 12] = ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY", "MAD", "TND", "XOF", "XAF", "INR"];
    let text = text.trim();
    let text = text.strip_prefix(SIGNS).or_else(|| text.strip_suffix(SIGNS)).unwrap_or(text).trim();
    let code = |code: &&str| text.strip_prefix(*code).or_else(|| text.strip_suffix(*code));
    CODES.iter().find_map(code).unwrap_or(text).trim()
}

/// Every space and every apostrophe groups alike.
fn group_sign(char: char) -> char {
    match char {
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '’' => '\'',
        other => other,
    }
}

fn is_group_separator(char: char, mark: DecimalMark) -> bool {
    matches!(group_sign(char), ' ' | '\'') || char == mark.other().char()
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalMark::{Comma, Point};

    #[test]
    fn every_notation_reads() {
        let cases = [
            ("1234", Comma, 1_234_000),
            ("1 234,5", Comma, 1_234_500),
            ("1\u{202f}234\u{a0}567,89", Comma, 1_234_567_890),
            ("1.234.567,8", Comma, 1_234_567_800),
            ("1,234,567.8", Point, 1_234_567_800),
            ("1'234.50", Point, 1_234_500),
            ("1’234.50", Point, 1_234_500),
            ("(250.00)", Point, -250_000),
            ("250-", Point, -250_000),
            ("−250", Comma, -250_000),
            ("75.00 CR", Point, -75_000),
            ("75.00 DR", Point, 75_000),
            ("+000069,40", Comma, 69_400),
            ("€ 12.50", Point, 12_500),
            ("-12,50 €", Comma, -12_500),
            ("$-12.5", Point, -12_500),
            ("USD 12", Point, 12_000),
            (".5", Point, 500),
            ("5.", Point, 5_000),
            ("0,123", Comma, 123),
            ("999999999999999,999", Comma, 999_999_999_999_999_999),
        ];
        for (text, mark, units) in cases {
            let amount = parse(text, mark).map(|parsed| parsed.amount.units());
            assert_eq!(amount, Ok(units), "{text}");
        }
    }

    #[test]
    fn the_short_way_reads_as_the_long_one() {
        let cells = [
            "0",
            "7",
            "-7",
            "1234.5",
            "1234.56",
            "-0.05",
            ".5",
            ".50",
            "5.",
            "1.234",
            "1,5",
            "12,34",
            "-",
            "",
            "1.2.3",
            "999999999999999",
            "9999999999999999",
            "99999999999999.9",
            "1-",
            "00012.30",
            "0.123",
            "1 234.50",
        ];
        for (cell, mark) in cells.into_iter().flat_map(|cell| [(cell, Comma), (cell, Point)]) {
            let (amount, told) = read(cell.as_bytes(), mark, Encoding::Utf8);
            assert_eq!((amount, told), (parse(cell, mark), hint(cell)), "{cell} {mark:?}");
        }
    }

    #[test]
    fn what_is_not_an_amount_is_not_guessed() {
        let not_amounts = [
            "",
            "-",
            "€",
            ",",
            "abc",
            "12a",
            "1 23",
            "12 3456",
            "1,2,3",
            "1.2.3",
            "--5",
            "-(5)",
            "2025-01-31",
            "13.75",
        ];
        for text in not_amounts {
            assert_eq!(parse(text, Comma), Err(NumberError::Unreadable), "{text}");
        }
        assert_eq!(parse("1000000000000000", Comma), Err(NumberError::TooLarge));
    }

    #[test]
    fn decimals_beyond_a_unit_round_half_to_even() {
        let cases = [("0,0005", 0, true), ("0,0015", 2, true), ("0,00051", 1, true), ("0,1230", 123, false)];
        for (text, units, is_rounded) in cases {
            let amount = Amount::from_units(units);
            assert_eq!(parse(text, Comma), Ok(Parsed { amount, is_rounded }), "{text}");
        }
    }

    #[test]
    fn a_leading_zero_or_mixed_grouping_settles_the_mark() {
        assert_eq!(hint("0,123"), Hint::Mark(Comma));
        assert_eq!(hint("1 234,567"), Hint::Mark(Comma));
        assert_eq!(hint("1234.567"), Hint::Mark(Point));
        assert_eq!(hint("1.234"), Hint::Ambiguous(Point));
        assert_eq!(hint("Total"), Hint::None);
    }
}
