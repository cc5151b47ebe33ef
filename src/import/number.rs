//! Amounts as people write them.

use rust_decimal::Decimal;

use super::currency::{Currency, Unit};
use super::source::{DecimalMark, Encoding};
use super::{currency, digits, encoding};
use crate::error::Error;
use crate::money::{Amount, MAX_INTEGER_DIGITS, UNIT_SCALE};

/// An amount that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The amount; below zero on the credit side.
    pub amount: Amount,
    /// Did it have more decimals than a ledger unit?
    pub is_rounded: bool,
    /// The currency written beside it.
    pub currency: Option<Currency>,
    /// Is it followed by `%`? The amount of `12 %` is 12.
    pub is_percent: bool,
    /// The side of the account written beside it.
    pub side: Option<Side>,
}

impl Parsed {
    /// An amount with nothing beside it.
    const fn bare(amount: Amount, is_rounded: bool) -> Self {
        Self { amount, is_rounded, currency: None, is_percent: false, side: None }
    }
}

/// The side of an account an amount is written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// `12 D`, `12 DR`, `12 S`.
    Debit,
    /// `12 C`, `12 CR`, `12 H`.
    Credit,
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
/// apostrophes may, and commas group as in India: `12,34,567.50`.
///
/// Signs: `-1`, `1-`, `(1)` are negative, `+1` is not. A credit is: `1 C`, `1 CR`, `1 H`; a debit is not: `1 D`, `1
/// DR`, `1 S`. An amount has one sign and one side at most, and is negative where either says so. Currencies and `%` at
/// the ends are told apart from the amount; `12.-` and `12,--` have no decimals, `1,2E+03` is 1200, `="12"` and `'12`
/// are 12.
///
/// # Errors
///
/// [`NumberError`]; a mark in the wrong place is unreadable, never dropped.
///
/// # Examples
///
/// ```
/// use encours::import::number::{NumberError, Side, parse};
/// use encours::import::source::DecimalMark::{Comma, Point};
/// use encours::money::Amount;
///
/// let read = parse("1 234,56 €", Comma).unwrap();
/// assert_eq!((read.amount, read.currency.unwrap().as_str()), (Amount::from_units(1_234_560), "EUR"));
/// let read = parse("75.00 CR", Point).unwrap();
/// assert_eq!((read.amount, read.side), (Amount::from_units(-75_000), Some(Side::Credit)));
/// assert_eq!(parse("(1,234.56)", Point).map(|read| read.amount), Ok(Amount::from_units(-1_234_560)));
/// assert_eq!(parse("13,75", Point), Err(NumberError::Unreadable));
/// ```
pub fn parse(text: &str, mark: DecimalMark) -> Result<Parsed, NumberError> {
    let text = encoding::bare(text);
    let undressed = Undressed::of(&text);
    undressed.dress(magnitude(undressed.body, mark))
}

/// Reads an amount in the notation of its file or, where it is none in that, in the other one; tells which. `13,75` in
/// a file with decimal points is 13.75, but `1,234` there is thousands.
///
/// # Examples
///
/// ```
/// use encours::import::number::read_any;
/// use encours::import::source::DecimalMark::{Comma, Point};
///
/// let units = |text| read_any(text, Point).map(|(read, mark)| (read.amount.units(), mark));
/// assert_eq!(units("13,75"), Some((13_750, Comma)));
/// assert_eq!(units("1,234"), Some((1_234_000, Point)));
/// assert_eq!(units("12a"), None);
/// ```
#[must_use]
pub fn read_any(text: &str, preferred: DecimalMark) -> Option<(Parsed, DecimalMark)> {
    match parse(text, preferred) {
        Ok(parsed) => Some((parsed, preferred)),
        // It reads in one notation only, so nothing is guessed.
        Err(NumberError::Unreadable) => Some((parse(text, preferred.other()).ok()?, preferred.other())),
        Err(NumberError::TooLarge) => None,
    }
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
    let text = encoding::bare(&text);
    let undressed = Undressed::of(&text);
    let (as_preferred, otherwise) = (magnitude(undressed.body, mark), magnitude(undressed.body, mark.other()));
    let hint = hint_of(undressed.body, |asked| if asked == mark { as_preferred.is_ok() } else { otherwise.is_ok() });
    (undressed.dress(as_preferred), hint)
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
    (Ok(Parsed::bare(amount, false)), hint)
}

/// `12345.67`: most amounts have two decimals and at most eight characters. Its digits are read at once, with a zero
/// before them where the mark was.
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
    let parsed = parse(text, mark).ok().filter(|parsed| !parsed.is_percent);
    parsed.map(|parsed| parsed.amount.to_decimal()).ok_or_else(|| Error::NotANumber { field, value: text.to_owned() })
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
    let text = encoding::bare(text);
    let Undressed { body, .. } = Undressed::of(&text);
    hint_of(body, |mark| magnitude(body, mark).is_ok())
}

/// What the digits of an amount say, `reads` telling with which mark they read.
fn hint_of(body: &str, reads: impl Fn(DecimalMark) -> bool) -> Hint {
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

/// Reads digits, grouping and one decimal mark, or the power of ten of a number that a spreadsheet shortened.
fn magnitude(body: &str, mark: DecimalMark) -> Result<Magnitude, NumberError> {
    match body.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            let written = shifted(mantissa, exponent, mark).ok_or(NumberError::Unreadable)?;
            positional(&written, mark)
        }
        None => positional(body, mark),
    }
}

/// Reads digits, grouping and one decimal mark.
fn positional(body: &str, mark: DecimalMark) -> Result<Magnitude, NumberError> {
    let mut chars = body.chars().peekable();
    let mut integer: u64 = 0;
    let (mut significant, mut digits) = (0_u32, 0_u32);
    let mut groups = Groups::new(mark, body.starts_with('0'));
    while let Some(char) = chars.next_if(|char| *char != mark.char()) {
        if let Some(digit) = char.to_digit(10) {
            digits += 1;
            groups.current += 1;
            significant += u32::from(significant > 0 || digit > 0);
            if significant > MAX_INTEGER_DIGITS {
                return Err(NumberError::TooLarge);
            }
            integer = integer * 10 + u64::from(digit);
        } else if !groups.end_with(char) {
            return Err(NumberError::Unreadable);
        }
    }
    let has_mark = chars.next().is_some();
    let (fraction, decimals, is_rounded) = fraction(chars)?;
    if !groups.are_whole() || digits + decimals == 0 || (has_mark && digits == 0 && decimals == 0) {
        return Err(NumberError::Unreadable);
    }
    Ok(Magnitude { units: integer * 10_u64.pow(UNIT_SCALE) + fraction, is_rounded })
}

/// The groups of digits before the decimal mark: by three, or as in India by two and the last by three.
struct Groups {
    mark: DecimalMark,
    starts_with_zero: bool,
    /// What stands between them.
    separator: Option<char>,
    /// Digits of the first group, and of those after it but the last.
    first: u32,
    width: Option<u32>,
    /// Digits of the group being read.
    current: u32,
}

impl Groups {
    const fn new(mark: DecimalMark, starts_with_zero: bool) -> Self {
        Self { mark, starts_with_zero, separator: None, first: 0, width: None, current: 0 }
    }

    /// Ends a group with a separator; answers `false` if none can stand here.
    fn end_with(&mut self, char: char) -> bool {
        let separator = group_sign(char);
        let fits = if self.separator.is_some() {
            let is_by_two = self.current == 2 && self.first <= 2 && self.mark == DecimalMark::Point && separator == ',';
            (self.current == 3 || is_by_two) && self.width.is_none_or(|width| width == self.current)
        } else {
            // `0 123` is no grouping: nobody writes a zero before thousands, only before the digits of a telephone.
            (1..=3).contains(&self.current) && !self.starts_with_zero
        };
        if !fits || !is_group_separator(char, self.mark) || self.separator.is_some_and(|known| known != separator) {
            return false;
        }
        if self.separator.is_none() {
            self.first = self.current;
        } else {
            self.width = Some(self.current);
        }
        self.separator = Some(separator);
        self.current = 0;
        true
    }

    const fn are_whole(&self) -> bool {
        self.separator.is_none() || self.current == 3
    }
}

/// `1,2` and `+03` as `1200`: digits with the decimal mark where the power of ten puts it. A code such as `12E4` has
/// neither a mark nor a sign and is none.
fn shifted(mantissa: &str, exponent: &str, mark: DecimalMark) -> Option<String> {
    const MOST_DIGITS: usize = 30;
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (integer, decimals) = mantissa.split_once(mark.char()).unwrap_or((mantissa, ""));
    let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let is_told = mantissa.contains(mark.char()) || power.len() < exponent.len();
    if integer.is_empty() || !(is_number(integer) && is_number(decimals) && is_number(power) && is_told) {
        return None;
    }
    let digits = format!("{integer}{decimals}");
    let power = power.parse::<usize>().ok().filter(|power| *power <= MOST_DIGITS && digits.len() <= MOST_DIGITS)?;
    let (zeros, point) = if exponent.starts_with('-') { (power, integer.len()) } else { (0, integer.len() + power) };
    // Zeros before make room for the mark on its way left, those behind for the one on its way right.
    let padded = format!("{}{digits:0<point$}", "0".repeat(zeros));
    let (whole, rest) = padded.split_at_checked(point)?;
    Some(format!("{whole}{}{rest}", mark.char()))
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

/// Digits and marks of an amount, and what was written around them.
#[derive(Clone, Copy)]
struct Undressed<'a> {
    body: &'a str,
    is_signed: bool,
    is_negative: bool,
    is_percent: bool,
    side: Option<Side>,
    unit: Option<Unit>,
}

impl<'a> Undressed<'a> {
    /// Takes off one thing after the other, from the outside. What is there twice is left, and makes the amount
    /// unreadable.
    fn of(text: &'a str) -> Self {
        let mut rest =
            Self { body: text.trim(), is_signed: false, is_negative: false, is_percent: false, side: None, unit: None };
        let is_bare = |text: &str| {
            text.starts_with(|char: char| char.is_ascii_digit()) && text.ends_with(|char: char| char.is_ascii_digit())
        };
        while !is_bare(rest.body) && rest.take_off_one() {
            rest.body = rest.body.trim();
        }
        rest
    }

    /// What was around them put to the digits.
    fn dress(&self, magnitude: Result<Magnitude, NumberError>) -> Result<Parsed, NumberError> {
        let Magnitude { units, is_rounded } = magnitude?;
        let units = i64::try_from(units).map_err(|_| NumberError::TooLarge)?;
        let is_negative = self.is_negative || self.side == Some(Side::Credit);
        let amount = Amount::from_units(if is_negative { -units } else { units });
        let (currency, is_percent, side) = (self.unit.and_then(Unit::currency), self.is_percent, self.side);
        Ok(Parsed { currency, is_percent, side, ..Parsed::bare(amount, is_rounded) })
    }

    fn take_off_one(&mut self) -> bool {
        self.take_dashes() || self.take_sign() || self.take_percent() || self.take_behind() || self.take_before()
    }

    /// `12.-` and `12,--` are whole francs and euros, not negative.
    fn take_dashes(&mut self) -> bool {
        let whole = self.body.trim_end_matches(MINUS);
        let has_mark =
            whole.strip_suffix(['.', ',']).is_some_and(|digits| digits.ends_with(|char: char| char.is_ascii_digit()));
        self.take(has_mark.then_some(whole))
    }

    /// Leaves `rest`, if there is one and it is shorter.
    fn take(&mut self, rest: Option<&'a str>) -> bool {
        let shorter = rest.filter(|rest| rest.len() < self.body.len());
        self.body = shorter.unwrap_or(self.body);
        shorter.is_some()
    }

    fn take_sign(&mut self) -> bool {
        let body = self.body;
        let negative = || {
            let enclosed = body.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
            enclosed.or_else(|| body.strip_prefix(MINUS)).or_else(|| body.strip_suffix(MINUS))
        };
        if self.is_signed {
            return false;
        }
        self.is_negative = self.take(negative());
        self.is_signed = self.is_negative || self.take(body.strip_prefix('+'));
        self.is_signed
    }

    fn take_percent(&mut self) -> bool {
        let is_taken = !self.is_percent && self.take(self.body.strip_suffix('%'));
        self.is_percent |= is_taken;
        is_taken
    }

    /// `12 €`, `12 dollars US`, `12 CR`, `12 € C`.
    fn take_behind(&mut self) -> bool {
        let text = self.body;
        // The point of `12 Fr.` belongs to the word.
        let body = text.strip_suffix('.').filter(|rest| rest.ends_with(char::is_alphabetic)).unwrap_or(text);
        let rest = body.trim_end_matches(is_word_part);
        let words = body.strip_prefix(rest).unwrap_or_default();
        if rest.is_empty() || words.is_empty() {
            return false;
        }
        let is_attached = !words.starts_with(char::is_whitespace);
        if self.take_unit(words.trim(), is_attached, true, rest) {
            return true;
        }
        let (before, last) = words.trim_end().rsplit_once(char::is_whitespace).unwrap_or(("", words));
        let up_to_last = body.trim_end().strip_suffix(last).unwrap_or(rest);
        self.take_side(side_behind(last.trim()), up_to_last)
            || self.take_unit(last.trim(), is_attached && before.is_empty(), true, up_to_last)
    }

    /// `€ 12`, `US$ 12`, `CR 12`.
    fn take_before(&mut self) -> bool {
        let body = self.body;
        let rest = body.trim_start_matches(is_word_part);
        let words = body.strip_suffix(rest).unwrap_or_default();
        if rest.is_empty() || words.is_empty() {
            return false;
        }
        let is_attached = !words.ends_with(char::is_whitespace);
        // The point of `Fr. 12` belongs to the word, that of `EUR.50` does not.
        let abbreviated =
            rest.strip_prefix('.').filter(|_| matches!(words, "Fr" | "fr" | "sFr" | "SFr" | "Rs" | "kr" | "Kr"));
        if self.take_unit(words.trim(), is_attached, false, abbreviated.unwrap_or(rest)) {
            return true;
        }
        let (first, after) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        let from_second = body.strip_prefix(first).unwrap_or(rest);
        let is_last = after.is_empty();
        // `CR12` is a reference.
        let side = side_named(first).filter(|_| from_second.starts_with(char::is_whitespace));
        self.take_side(side, from_second) || self.take_unit(first, is_attached && is_last, false, from_second)
    }

    fn take_unit(&mut self, word: &str, is_attached: bool, is_behind: bool, rest: &'a str) -> bool {
        let found = Unit::beside_number(word, is_attached, is_behind);
        // `€ 12 EUR` says it twice, `€ 12 USD` says nothing.
        let fits = found.is_some() && (self.unit.is_none() || self.unit == found);
        let is_taken = fits && self.take(Some(rest));
        self.unit = if is_taken { found } else { self.unit };
        is_taken
    }

    fn take_side(&mut self, side: Option<Side>, rest: &'a str) -> bool {
        let is_taken = side.is_some() && self.side.is_none() && self.take(Some(rest));
        self.side = if is_taken { side } else { self.side };
        is_taken
    }
}

const MINUS: [char; 5] = ['-', '−', '–', '‐', '‑'];

/// Does a character belong to the words beside a number?
fn is_word_part(char: char) -> bool {
    char.is_alphabetic() || char.is_whitespace() || currency::is_sign(char)
}

/// `D`, `C`, and the German `S` and `H`, in capitals and behind the number only; `DR` and `CR` in any.
fn side_behind(word: &str) -> Option<Side> {
    match word {
        "D" | "S" => Some(Side::Debit),
        "C" | "H" => Some(Side::Credit),
        other => side_named(other),
    }
}

fn side_named(word: &str) -> Option<Side> {
    if word.eq_ignore_ascii_case("DR") {
        Some(Side::Debit)
    } else if word.eq_ignore_ascii_case("CR") {
        Some(Side::Credit)
    } else {
        None
    }
}

/// Every space and every apostrophe groups alike.
fn group_sign(char: char) -> char {
    match char {
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => ' ',
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
            ("–250", Comma, -250_000),
            ("1'234.-", Point, 1_234_000),
            ("-1'234.–", Point, -1_234_000),
            ("1 234,--", Comma, 1_234_000),
            ("12.–", Point, 12_000),
            ("Fr. 12.–", Point, 12_000),
            ("5,- €", Comma, 5_000),
            ("1,23,456.00", Point, 123_456_000),
            ("₹ 12,34,567", Point, 1_234_567_000),
            ("1,00,00,000.5", Point, 10_000_000_500),
            ("12 %", Comma, 12_000),
            ("-12,5%", Comma, -12_500),
            ("1,2E+03", Comma, 1_200_000),
            ("1.5e3", Point, 1_500_000),
            ("1E+05", Point, 100_000_000),
            ("-2,5E-02", Comma, -25),
            ("1,23456789E+08", Comma, 123_456_789_000),
            ("'123", Point, 123_000),
            ("123'", Point, 123_000),
            ("=\"123\"", Point, 123_000),
            ("=\"-1 234,5\"", Comma, -1_234_500),
            ("€1,234.50", Point, 1_234_500),
            ("1.234,50 EUR", Comma, 1_234_500),
            ("12 euros", Comma, 12_000),
            ("US$ 5", Point, 5_000),
            ("5 dollars US", Point, 5_000),
            ("12 livres sterling", Point, 12_000),
            ("12,50 kr", Comma, 12_500),
            ("12,50 kr.", Comma, 12_500),
            ("1 234 PLN", Comma, 1_234_000),
            ("€ 12 EUR", Comma, 12_000),
            ("12 € CR", Comma, -12_000),
            ("12 C EUR", Comma, -12_000),
            ("CR 12", Comma, -12_000),
            ("12,00C", Comma, -12_000),
            ("12,00 D", Comma, 12_000),
            ("12,00 S", Comma, 12_000),
            ("12,00 H", Comma, -12_000),
            ("-12,00 H", Comma, -12_000),
            ("-12,00 D", Comma, -12_000),
            ("1\u{2007}234", Comma, 1_234_000),
            ("1\u{2009}234", Comma, 1_234_000),
            ("\u{200e}-1\u{200b}234,5\u{202c}", Comma, -1_234_500),
            ("\u{feff}12", Comma, 12_000),
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
            "12 %",
            "1,2E+03",
            "1e3",
            "12 C",
            "1'234.-",
            "1,23,456.00",
            "=\"12,5\"",
            "€ 1.234,5",
            "\u{200e}12",
        ];
        for (cell, mark) in cells.into_iter().flat_map(|cell| [(cell, Comma), (cell, Point)]) {
            let (amount, told) = read(cell.as_bytes(), mark, Encoding::Utf8);
            assert_eq!((amount, told), (parse(cell, mark), hint(cell)), "{cell} {mark:?}");
        }
    }

    #[test]
    fn any_cell_reads_as_it_says() {
        const PARTS: [&str; 32] = [
            "0", "1", "2", "12", "123", "456", "00", "5", ".", ",", ".", ",", " ", "\u{a0}", "'", "-", "–", "(", ")",
            "+", "%", "€", "EUR", "C", "D", "CR", "e", "E+03", "=\"", "\"", "\u{200b}", "$",
        ];
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..10_000 {
            let cell: String = (0..random.usize(1..8)).filter_map(|_| random.choice(PARTS)).collect();
            let (comma, point) = (parse(&cell, Comma), parse(&cell, Point));
            assert_eq!(read(cell.as_bytes(), Comma, Encoding::Utf8), (comma, hint(&cell)), "{cell}");
            assert_eq!(read(cell.as_bytes(), Point, Encoding::Utf8), (point, hint(&cell)), "{cell}");
            let is_as_told = match hint(&cell) {
                Hint::Mark(Comma) => comma.is_ok() && point.is_err(),
                Hint::Mark(Point) => point.is_ok() && comma.is_err(),
                Hint::Ambiguous(_) => comma.is_ok() && point.is_ok(),
                Hint::None => comma.ok() == point.ok(),
            };
            assert!(is_as_told, "{cell:?} tells {:?} and reads {comma:?} or {point:?}", hint(&cell));
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
            "12a",
            "12c",
            "1E5",
            "1.5E+03",
            "C 12",
            "D12",
            "CR12",
            "12 C D",
            "+-5",
            "(-5)",
            "€ 12 USD",
            "PEN12",
            "TOP 10",
            "12 k€",
            "12 kg",
            "12 %%",
            "01 23 45 67 89",
            "06 123 456",
            "31/12/2025",
            "31.12.2025",
            "12:30",
            "1,23,456",
            "=12",
            "'",
        ];
        for text in not_amounts {
            assert_eq!(parse(text, Comma), Err(NumberError::Unreadable), "{text}");
        }
        assert_eq!(parse("1000000000000000", Comma), Err(NumberError::TooLarge));
    }

    #[test]
    fn what_stands_beside_an_amount_is_told() {
        let read = |text| parse(text, Comma).expect("an amount");
        let currency = |text| read(text).currency.map(|currency| currency.to_string());
        for (text, code) in [("12 €", "EUR"), ("CHF 12", "CHF"), ("12 MAD", "MAD"), ("C$ 12", "CAD"), ("12 DT", "TND")]
        {
            assert_eq!(currency(text).as_deref(), Some(code), "{text}");
        }
        assert_eq!((currency("12"), currency("12 kr")), (None, None));
        assert!(read("12 %").is_percent && !read("12").is_percent);
        for (text, side) in
            [("12 DR", Side::Debit), ("12S", Side::Debit), ("12 Cr", Side::Credit), ("12 € H", Side::Credit)]
        {
            assert_eq!(read(text).side, Some(side), "{text}");
        }
        assert_eq!(read("-12").side, None);
    }

    #[test]
    fn an_amount_in_the_other_notation_is_told() {
        let units = |text, mark| read_any(text, mark).map(|(read, mark)| (read.amount.units(), mark));
        assert_eq!(units("13,75", Point), Some((13_750, Comma)));
        assert_eq!(units("13.75", Comma), Some((13_750, Point)));
        assert_eq!(units("1,234", Point), Some((1_234_000, Point)));
        assert_eq!(units("1,234", Comma), Some((1_234, Comma)));
        assert_eq!(units("1'234.-", Comma), Some((1_234_000, Point)));
        assert_eq!(units("12a", Comma), None);
        assert_eq!(units("1000000000000000", Comma), None);
    }

    #[test]
    fn a_percentage_is_not_typed_as_an_amount() {
        assert!(typed("sales", "12 %").is_err());
    }

    #[test]
    fn decimals_beyond_a_unit_round_half_to_even() {
        let cases = [("0,0005", 0, true), ("0,0015", 2, true), ("0,00051", 1, true), ("0,1230", 123, false)];
        for (text, units, is_rounded) in cases {
            let amount = Amount::from_units(units);
            assert_eq!(parse(text, Comma), Ok(Parsed::bare(amount, is_rounded)), "{text}");
        }
    }

    #[test]
    fn a_leading_zero_or_mixed_grouping_settles_the_mark() {
        assert_eq!(hint("0,123"), Hint::Mark(Comma));
        assert_eq!(hint("1 234,567"), Hint::Mark(Comma));
        assert_eq!(hint("1234.567"), Hint::Mark(Point));
        assert_eq!(hint("1.234"), Hint::Ambiguous(Point));
        assert_eq!(hint("Total"), Hint::None);
        assert_eq!(hint("1,23,456"), Hint::Mark(Point));
        assert_eq!(hint("1'234.-"), Hint::Mark(Point));
        assert_eq!(hint("1,--"), Hint::Mark(Comma));
        assert_eq!(hint("1,5 %"), Hint::Mark(Comma));
        assert_eq!(hint("1,234E+03"), Hint::Mark(Comma));
        assert_eq!(hint("1E+03"), Hint::None);
        assert_eq!(hint("1,234 C"), Hint::Ambiguous(Comma));
    }
}
