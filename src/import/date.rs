//! Dates and months as people write them.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::months::{is_weekday, month_named};
use super::serial::{Serial, full_year};
use super::source::{DateOrder, Encoding};
use super::words;
use super::{blank, digits, encoding};
use crate::period::{Month, YEARS};

/// What a date says about the order of day and month in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// It reads in one order only.
    Order(DateOrder),
    /// `03/04/2025`: day first or month first.
    Ambiguous,
    /// It reads the same in every order, or is no date.
    None,
}

/// Reads a date; `order` says which of day and month comes first where both are numbers and the year is last.
///
/// Forms: `2025-01-31`, `31/01/2025`, `31. 1. 25`, `31-01-2025`, `20250131`, `2025年1月31日`, the day numbers of
/// spreadsheets, and with the month in French, English, German, Spanish, Italian or Dutch `31 janv. 2025`, `Jan 31st,
/// 2025`, `31JAN2025`, `viernes, 31 de enero de 2025`; a day of the week before and a time behind are passed over.
/// Years of two digits are 1970 to 2069.
///
/// # Examples
///
/// ```
/// use encours::import::date::parse;
/// use encours::import::source::DateOrder::{Dmy, Mdy};
///
/// assert_eq!(parse("03/04/2025", Dmy).map(|date| date.to_string()).as_deref(), Some("2025-04-03"));
/// assert_eq!(parse("03/04/2025", Mdy).map(|date| date.to_string()).as_deref(), Some("2025-03-04"));
/// assert_eq!(parse("31/02/2025", Dmy), None);
/// ```
#[must_use]
pub fn parse(text: &str, order: DateOrder) -> Option<NaiveDate> {
    scan(text)?.date(order)
}

/// Reads a date of a cell and what it says about the order of day and month, in one go, as [`Calendar::read`] does.
#[must_use]
pub fn read(cell: &[u8], order: DateOrder, encoding: Encoding) -> (Option<NaiveDate>, Hint) {
    read_with(cell, order, encoding, Pairs::date)
}

/// The days that were met: a column has few different ones, and looking a day up is faster than checking it.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// By year, month and day, from the year of `first` on: those of the years met and some around.
    days: Vec<Option<NaiveDate>>,
    first: usize,
}

/// Years kept before and after one that is met outside those kept: most files are of a few years.
const YEARS_AROUND: usize = 3;

impl Calendar {
    /// Reads a date of a cell and what it says about the order of day and month. `2025-01-31`, `20250131` and
    /// `31/01/2025` are read eight digits at once; anything else takes the way of [`parse`] and [`hint`].
    #[inline]
    pub fn read(&mut self, cell: &[u8], order: DateOrder, encoding: Encoding) -> (Option<NaiveDate>, Hint) {
        read_with(cell, order, encoding, |pairs| self.day(pairs))
    }

    #[inline]
    fn day(&mut self, pairs: Pairs) -> Option<NaiveDate> {
        let index = pairs.index()?;
        if let Some(Some(known)) = self.days.get(index.wrapping_sub(self.first)) {
            return Some(*known);
        }
        self.meet(pairs, index)
    }

    #[cold]
    fn meet(&mut self, pairs: Pairs, index: usize) -> Option<NaiveDate> {
        let found = pairs.date()?;
        if !(self.first..self.first + self.days.len()).contains(&index) {
            self.make_room(index);
        }
        *self.days.get_mut(index.checked_sub(self.first)?)? = Some(found);
        Some(found)
    }

    /// Keeps the years around an index as well as those kept so far.
    fn make_room(&mut self, index: usize) {
        let around = YEARS_AROUND * Pairs::INDICES_A_YEAR;
        let year = index - index % Pairs::INDICES_A_YEAR;
        let (mut first, mut end) = (year.saturating_sub(around), year + Pairs::INDICES_A_YEAR + around);
        if !self.days.is_empty() {
            (first, end) = (first.min(self.first), end.max(self.first + self.days.len()));
        }
        let mut days = vec![None; end - first];
        for (slot, known) in days.iter_mut().skip(self.first.saturating_sub(first)).zip(&self.days) {
            *slot = *known;
        }
        (self.days, self.first) = (days, first);
    }
}

/// Reads a date of a cell, `day` telling which day four pairs of digits with the year first are.
#[inline]
fn read_with(
    cell: &[u8],
    order: DateOrder,
    encoding: Encoding,
    mut day: impl FnMut(Pairs) -> Option<NaiveDate>,
) -> (Option<NaiveDate>, Hint) {
    match Short::of(cell) {
        Some(Short::YearFirst(pairs)) => {
            if let Some(date) = day(pairs) {
                return (Some(date), Hint::Order(DateOrder::Ymd));
            }
        }
        Some(Short::YearLast(pairs)) => {
            let scanned = Scanned::YearLast { first: pairs.day(), second: pairs.month(), year: pairs.year() };
            let found = day(if order == DateOrder::Mdy { pairs.with_month_last() } else { pairs });
            return (found, scanned.hint());
        }
        None => {}
    }
    read_any(cell, order, encoding)
}

/// Reads a date that is written in none of the usual forms.
#[cold]
fn read_any(cell: &[u8], order: DateOrder, encoding: Encoding) -> (Option<NaiveDate>, Hint) {
    let scanned = scan(&encoding::text(cell, encoding));
    (scanned.and_then(|scanned| scanned.date(order)), scanned.map_or(Hint::None, Scanned::hint))
}

/// A date in one of the three forms that programs write.
enum Short {
    /// `2025-01-31` or `20250131`.
    YearFirst(Pairs),
    /// `31/01/2025`, as 20250131.
    YearLast(Pairs),
}

impl Short {
    #[inline]
    fn of(cell: &[u8]) -> Option<Self> {
        let head = u64::from_le_bytes(*cell.first_chunk()?);
        if cell.len() == 8 {
            return Pairs::of(head).map(Self::YearFirst);
        }
        if cell.len() != 10 {
            return None;
        }
        let tail = u64::from(u16::from_le_bytes(*cell.last_chunk()?));
        let bits = |from: u32, count: u32| (head >> (8 * from)) & ((1 << (8 * count)) - 1);
        let separators = (bits(4, 1), bits(7, 1), bits(2, 1), bits(5, 1));
        let (dash, slash) = (u64::from(b'-'), u64::from(b'/'));
        if separators.0 == dash && separators.1 == dash {
            return Pairs::of(bits(0, 4) | bits(5, 2) << 32 | tail << 48).map(Self::YearFirst);
        }
        if separators.2 == slash && separators.3 == slash {
            return Pairs::of(bits(6, 2) | tail << 16 | bits(3, 2) << 32 | bits(0, 2) << 48).map(Self::YearLast);
        }
        None
    }
}

/// Eight digits as four numbers of two, sixteen bits each: century, year in it, month, day.
#[derive(Clone, Copy)]
struct Pairs(u64);

impl Pairs {
    /// Days a year has room for: months and days from 0, a power of two of each.
    const YEAR: u32 = 16 * 32;

    /// Places in memory that a year takes.
    const INDICES_A_YEAR: usize = 16 * 32;

    /// How many indices there are.
    const INDICES: u32 = (YEARS.end().cast_unsigned() - YEARS.start().cast_unsigned() + 1) * Self::YEAR;

    #[inline]
    fn of(written: u64) -> Option<Self> {
        digits::pairs(written).map(Self)
    }

    fn pair(self, place: u32) -> u32 {
        u32::try_from((self.0 >> (16 * place)) & 0xFF).unwrap_or(0)
    }

    fn year(self) -> i32 {
        (self.pair(0) * 100 + self.pair(1)).cast_signed()
    }

    fn month(self) -> u32 {
        self.pair(2)
    }

    fn day(self) -> u32 {
        self.pair(3)
    }

    /// With what stands as the day taken for the month, and the month for the day.
    fn with_month_last(self) -> Self {
        Self(self.0 & 0xFFFF_FFFF | (self.0 >> 16) & (0xFFFF << 32) | (self.0 & (0xFFFF << 32)) << 16)
    }

    /// Its place among all days; `None` if it cannot be one.
    #[inline]
    fn index(self) -> Option<usize> {
        let (month, day) = (self.month(), self.day());
        let years = self.year().cast_unsigned().wrapping_sub(YEARS.start().cast_unsigned());
        let index = years.wrapping_mul(Self::YEAR).wrapping_add(month * 32 + day);
        (month < 16 && day < 32 && index < Self::INDICES).then(|| usize::try_from(index).unwrap_or(usize::MAX))
    }

    fn date(self) -> Option<NaiveDate> {
        date(self.year(), self.month(), self.day())
    }
}

/// What `text` says about the order of day and month.
///
/// # Examples
///
/// ```
/// use encours::import::date::{Hint, hint};
/// use encours::import::source::DateOrder::{Dmy, Mdy, Ymd};
///
/// assert_eq!(hint("31/01/2025"), Hint::Order(Dmy));
/// assert_eq!(hint("01/31/2025"), Hint::Order(Mdy));
/// assert_eq!(hint("2025-01-31"), Hint::Order(Ymd));
/// assert_eq!(hint("03/04/2025"), Hint::Ambiguous);
/// assert_eq!(hint("04/04/2025"), Hint::None);
/// ```
#[must_use]
pub fn hint(text: &str) -> Hint {
    scan(text).map_or(Hint::None, Scanned::hint)
}

/// Reads a month: `2025-01`, `01.2025`, `202501`, `2025-M01`, `P01 2025`, `janv. 2025`, `Jan-25`, `2025 janvier`, or any date in
/// it. Weeks and quarters are no months ([`parse_quarter`]).
///
/// # Examples
///
/// ```
/// use encours::import::date::parse_month;
/// use encours::import::source::DateOrder::Dmy;
///
/// for text in ["2025-01", "01/2025", "202501", "M01 2025", "janv. 2025", "Januar 2025", "ene-25", "31/01/2025"] {
///     assert_eq!(parse_month(text, Dmy).map(|month| month.to_string()).as_deref(), Some("2025-01"), "{text}");
/// }
/// assert_eq!(parse_month("T1 2025", Dmy), None);
/// ```
#[must_use]
pub fn parse_month(text: &str, order: DateOrder) -> Option<Month> {
    parse(text, order).map(Month::of).or_else(|| parse_month_alone(text))
}

/// Reads a month that is written without a day.
pub(super) fn parse_month_alone(text: &str) -> Option<Month> {
    let text = encoding::bare(text);
    let text = plain(&text);
    if text.len() == 6 && is_number(&text) {
        let compact = text.parse::<u32>().ok()?;
        return Month::new(i32::try_from(compact / 100).ok()?, compact % 100);
    }
    month_in_numbers(&text).or_else(|| month_in_words(&text))
}

/// Reads the name of a month that stands without a year: `Janvier`, `Jan.`, `enero`; 1 to 12.
///
/// # Examples
///
/// ```
/// use encours::import::date::parse_month_name;
///
/// assert_eq!(parse_month_name("Déc."), Some(12));
/// assert_eq!(parse_month_name("12"), None);
/// ```
#[must_use]
pub fn parse_month_name(text: &str) -> Option<u32> {
    month_named(&words::plain(&encoding::bare(text)))
}

/// `2025-01`, `01/2025`, `01-25`. `12.50` is an amount.
fn month_in_numbers(text: &str) -> Option<Month> {
    let (first, rest) = leading_number(text)?;
    let (separator, rest) = leading_separator(rest)?;
    let (second, rest) = leading_number(rest)?;
    if !rest.is_empty() {
        return None;
    }
    match (first.len(), second.len()) {
        (4, 1 | 2) => Month::new(first.parse().ok()?, second.parse().ok()?),
        // SAP writes accounting periods with three digits, `010.2025`.
        (1..=3, 4) => Month::new(second.parse().ok()?, first.parse().ok()?),
        (1 | 2, 2) if matches!(separator, '-' | '/') => Month::new(year(second)?, first.parse().ok()?),
        _ => None,
    }
}

/// `janv. 25`, `2025 janvier`, `diciembre de 2025`, `2025-M01`, `M1 2025`, `P01/2025`.
fn month_in_words(text: &str) -> Option<Month> {
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !is_filler(word)).collect();
    let (name, written_year) = match words.as_slice() {
        [name, year] if is_number(year) => (*name, *year),
        [year, name] if year.len() == 4 && is_number(year) => (*name, *year),
        ["m" | "p", month, year] | [year, "m" | "p", month] if year.len() == 4 && is_number(year) => (*month, *year),
        _ => return None,
    };
    let month = if words.len() == 3 { name.parse().ok().filter(|_| is_number(name)) } else { month_named(name) };
    Month::new(year(written_year)?, month?)
}

/// Reads a quarter, as its last month: `T1 2025`, `2025-Q1`, `1T25`, `1er trimestre 2025`, `1. Quartal 2025`.
///
/// # Examples
///
/// ```
/// use encours::import::date::parse_quarter;
///
/// for text in ["T1 2025", "2025-Q1", "1T25", "1er trimestre 2025", "1. Quartal 2025", "Q1-25"] {
///     assert_eq!(parse_quarter(text).map(|month| month.to_string()).as_deref(), Some("2025-03"), "{text}");
/// }
/// assert_eq!(parse_quarter("T5 2025"), None);
/// assert_eq!(parse_quarter("T1"), None);
/// ```
#[must_use]
pub fn parse_quarter(text: &str) -> Option<Month> {
    let is_said = |word: &str| !is_filler(word) && !is_ordinal(word) && !matches!(word, "eme" | "ere");
    let is_quarter = |word: &str| {
        matches!(
            word,
            "t" | "q" | "tr" | "trim" | "trimestre" | "trimester" | "qtr" | "quarter" | "quartal" | "kwartaal"
        )
    };
    // Every cell of a table is asked: most hold neither a digit nor a letter of those words.
    if !text.contains(['t', 'T', 'q', 'Q']) || !text.contains(['1', '2', '3', '4']) {
        return None;
    }
    let words = words(&plain(&encoding::bare(text)));
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| is_said(word)).collect();
    let (number, written_year) = match words.as_slice() {
        [year, name, number] if is_quarter(name) && year.len() == 4 => (*number, *year),
        [name, number, year] | [number, name, year] if is_quarter(name) => (*number, *year),
        _ => return None,
    };
    let number = number.parse::<u32>().ok().filter(|number| (1..=4).contains(number))?;
    Month::new(year(written_year)?, number * 3)
}

/// Is it one of the days that systems write for "no date"? `1899-12-30`, `1900-01-01`, `1970-01-01`, `9999-12-31` and
/// their like: the first or the last day of what some calendar can hold. No ledger has them for real.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use encours::import::date::is_null_date;
///
/// assert!(is_null_date(NaiveDate::from_ymd_opt(1900, 1, 1).unwrap()));
/// assert!(!is_null_date(NaiveDate::from_ymd_opt(2025, 12, 31).unwrap()));
/// ```
#[must_use]
pub fn is_null_date(date: NaiveDate) -> bool {
    /// The last years of calendars, and those whose first day is day zero of some system.
    const YEARS_OF_NOTHING: std::ops::RangeInclusive<i32> = 1902..=2098;
    let is_at_the_end_of_a_year = || matches!((date.month(), date.day()), (1, 1) | (12, 30 | 31));
    match date.year() {
        // Day zero of Unix, of DOS, and the last day of a small date of SQL Server.
        1970 | 1980 => (date.month(), date.day()) == (1, 1),
        2079 => (date.month(), date.day()) == (6, 6),
        1111 => (date.month(), date.day()) == (11, 11),
        year if year >= *YEARS.end() => true,
        year => !YEARS_OF_NOTHING.contains(&year) && is_at_the_end_of_a_year(),
    }
}

/// Does the cell of a column of dates say that there is none? A mark for nothing, a date of zeros, or one of
/// [`is_null_date`], many of which lie in years that [`parse`] reads no date of: ask this before an unreadable date is
/// rejected.
///
/// # Examples
///
/// ```
/// use encours::import::date::is_null_text;
///
/// for text in ["", "-", "0000-00-00", "31/12/9999", "01/01/1900", "00/01/1900", "0001-01-01 00:00:00"] {
///     assert!(is_null_text(text), "{text}");
/// }
/// assert!(!is_null_text("31/12/2025"));
/// assert!(!is_null_text("31/02/2025"));
/// ```
#[must_use]
pub fn is_null_text(text: &str) -> bool {
    if blank::is_blank(text.as_bytes()) {
        return true;
    }
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit() || !byte.is_ascii());
    has_digit && Look::at(text).is_null()
}

/// A text looked at as a day, once for all that is asked about it.
#[derive(Clone, Copy)]
pub(super) struct Look(Option<Scanned>);

impl Look {
    /// Looks at a text.
    pub(super) fn at(text: &str) -> Self {
        Self(scan(text))
    }

    /// Does it say that there is no day, as [`is_null_text`] tells it?
    pub(super) fn is_null(self) -> bool {
        let is_null = |scanned: Scanned| {
            [DateOrder::Dmy, DateOrder::Mdy].into_iter().any(|order| scanned.written(order).is_null())
        };
        self.0.is_some_and(is_null)
    }

    /// The day it is.
    pub(super) fn date(self, order: DateOrder) -> Option<NaiveDate> {
        self.0?.date(order)
    }
}

/// A day as it is written, which need not be one.
#[derive(Clone, Copy)]
struct Written {
    year: i32,
    month: u32,
    day: u32,
}

impl Written {
    fn is_null(self) -> bool {
        // Day zero of the spreadsheets that count from 1 January 1900.
        let is_day_zero = (self.year, self.month, self.day) == (1900, 1, 0);
        is_day_zero || NaiveDate::from_ymd_opt(self.year, self.month, self.day).is_some_and(is_null_date)
    }
}

#[derive(Clone, Copy)]
enum Scanned {
    /// It reads in one order: its year stands first, or its month is named.
    Certain { written: Written, is_year_first: bool },
    /// Day and month are numbers, and the year stands last.
    YearLast { first: u32, second: u32, year: i32 },
}

impl Scanned {
    fn date(self, order: DateOrder) -> Option<NaiveDate> {
        let Written { year, month, day } = self.written(order);
        date(year, month, day)
    }

    fn written(self, order: DateOrder) -> Written {
        match self {
            Self::Certain { written, .. } => written,
            Self::YearLast { first: month, second: day, year } if order == DateOrder::Mdy => {
                Written { year, month, day }
            }
            Self::YearLast { first: day, second: month, year } => Written { year, month, day },
        }
    }

    fn hint(self) -> Hint {
        let (first, second, year) = match self {
            Self::YearLast { first, second, year } => (first, second, year),
            Self::Certain { is_year_first: true, .. } if self.date(DateOrder::Ymd).is_some() => {
                return Hint::Order(DateOrder::Ymd);
            }
            Self::Certain { .. } => return Hint::None,
        };
        if first > 12 || second > 12 || first == second {
            // One reading at most.
            return match (date(year, second, first), date(year, first, second)) {
                (Some(day_first), Some(month_first)) if day_first == month_first => Hint::None,
                (Some(_), _) => Hint::Order(DateOrder::Dmy),
                (None, Some(_)) => Hint::Order(DateOrder::Mdy),
                (None, None) => Hint::None,
            };
        }
        if date(year, second, first).is_some() { Hint::Ambiguous } else { Hint::None }
    }
}

/// The longest text that is looked at: what browsers write of a day, `Wed Dec 31 2025 00:00:00 GMT+0100 (…)`, is about
/// that long.
const LONGEST: usize = 96;

fn scan(text: &str) -> Option<Scanned> {
    let text = encoding::bare(text);
    if text.len() > LONGEST {
        return None;
    }
    let text = plain(&text);
    let day = without_time(&text);
    if is_number(day) {
        return compact(day).map(certain(day));
    }
    // `mar. 31/12/2025` is a Tuesday, `mar. 31, 2025` a month.
    without_weekday(day).and_then(scan_day).or_else(|| scan_day(day))
}

/// A day without a weekday and a time.
fn scan_day(text: &str) -> Option<Scanned> {
    if text.contains(char::is_alphabetic) { worded(text).map(certain(text)) } else { numeric(text) }
}

/// How a text that reads in one order was scanned.
fn certain(text: &str) -> impl Fn(Written) -> Scanned {
    let is_year_first = text.bytes().take(4).all(|byte| byte.is_ascii_digit());
    move |written| Scanned::Certain { written, is_year_first }
}

/// The text with the usual characters for those that look like them, and `2025年1月31日` as `2025-1-31`.
fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let usual = |char: char| match char {
        '∕' | '⁄' | '／' => '/',
        '‐' | '‑' | '–' | '−' | '－' | '年' | '月' | '년' | '월' => '-',
        '．' | '·' => '.',
        '日' | '일' => ' ',
        '０'..='９' => char::from_digit(u32::from(char) - u32::from('０'), 10).unwrap_or(char),
        space if space.is_whitespace() => ' ',
        other => other,
    };
    let plain: String = text.chars().map(usual).collect();
    Cow::Owned(plain.trim_end_matches([' ', '-']).to_owned())
}

/// Three numbers between equal separators: `2025-01-31`, `31/01/2025`, `31. 1. 25`, `31.12.2025.`
fn numeric(text: &str) -> Option<Scanned> {
    let text = text.strip_suffix('.').unwrap_or(text);
    let (a, rest) = leading_number(text)?;
    let (separator, rest) = leading_separator(rest)?;
    let (b, rest) = leading_number(rest)?;
    let (next_separator, rest) = leading_separator(rest)?;
    let (c, rest) = leading_number(rest)?;
    if !rest.is_empty() || separator != next_separator {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    if a.len() == 4 {
        let written = Written { year: year(a)?, month: number(b)?, day: number(c)? };
        return Some(Scanned::Certain { written, is_year_first: true });
    }
    Some(Scanned::YearLast { first: number(a)?, second: number(b)?, year: year(c)? })
}

/// The digits a text starts with, at least one, and what follows.
fn leading_number(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(number, _)| !number.is_empty())
}

/// The separator a text starts with, spaces around it left out, and what follows.
fn leading_separator(text: &str) -> Option<(char, &str)> {
    let rest = text.trim_start_matches([' ', '-', '/', '.']);
    let mut separator = text.strip_suffix(rest)?.chars().filter(|char| *char != ' ');
    let char = separator.next();
    let is_one = separator.next().is_none() && rest.len() < text.len();
    is_one.then(|| (char.unwrap_or(' '), rest))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Drops the time of `2020-04-26T14:45:34Z`, `26/04/2020 14:45`, `26 avril 2020 à 14h45`, `26.04.2020, 14.45 Uhr`.
fn without_time(text: &str) -> &str {
    // The shortest day with a time is `1.1.25 8:00`.
    if text.len() < 11 {
        return text;
    }
    let cut =
        text.char_indices().filter(|(_, char)| matches!(char, ' ' | ',' | 'T' | 'Z')).find_map(|(position, char)| {
            let (day, rest) = text.split_at_checked(position)?;
            let rest = rest.strip_prefix(char)?;
            let is_after_digit = day.ends_with(|char: char| char.is_ascii_digit());
            let is_time = match char {
                'Z' => is_after_digit && rest.is_empty(),
                'T' => is_after_digit && (is_time(rest) || is_compact_time(rest)),
                _ => is_time(without_connector(rest)),
            };
            (is_time && day.contains(|char: char| char.is_ascii_digit())).then_some(day)
        });
    cut.map_or(text, |day| day.trim_end_matches([' ', ',', '-']))
}

/// `à 14h30` without its first word.
fn without_connector(text: &str) -> &str {
    const CONNECTORS: [&str; 8] = ["à ", "at ", "a las ", "alle ore ", "alle ", "um ", "om ", "- "];
    let text = text.trim_start();
    CONNECTORS.iter().find_map(|connector| text.strip_prefix(connector)).unwrap_or(text).trim_start()
}

/// Does a text start with an hour and what follows one? `14:45:34.083 UTC`, `12:00:00 AM`, `14h30`, `14.45 Uhr`, `2
/// PM`.
fn is_time(text: &str) -> bool {
    let Some((hour, rest)) = leading_number(text).filter(|(hour, _)| hour.len() <= 2) else { return false };
    let is_minutes = |rest: &str, is_end: fn(&str) -> bool| {
        leading_number(rest).is_some_and(|(minutes, rest)| minutes.len() == 2 && is_end(rest))
    };
    let is_end = |rest: &str| rest.is_empty() || rest.starts_with([' ', '.', ':']);
    if let Some(rest) = rest.strip_prefix(':') {
        return is_minutes(rest, |_| true);
    }
    if let Some(rest) = rest.strip_prefix('.') {
        return hour.len() == 2 && is_minutes(rest, is_end);
    }
    let word = rest.trim_start();
    let after_hour = word.strip_prefix(['h', 'H']).map(str::trim_start);
    let is_named = ["am", "pm", "a.m", "p.m", "uhr"].iter().any(|name| word.to_ascii_lowercase().starts_with(name));
    after_hour.is_some_and(|rest| rest.is_empty() || rest.starts_with(|char: char| char.is_ascii_digit())) || is_named
}

/// `144534` or `1445`, with what follows.
fn is_compact_time(text: &str) -> bool {
    leading_number(text).is_some_and(|(time, _)| matches!(time.len(), 4 | 6))
}

/// What follows the day of the week of `mercredi 31 décembre 2025` or `Wed, Dec 31, 2025`.
fn without_weekday(text: &str) -> Option<&str> {
    let end = text.find(|char: char| !char.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&char))?;
    let (word, rest) = text.split_at_checked(end)?;
    let rest = rest.trim_start_matches(['.', ',', ' ']);
    (!word.is_empty() && is_weekday(&words::plain(word))).then_some(rest)
}

/// `20250131`, or the day number of a spreadsheet, counted from 30 December 1899.
fn compact(text: &str) -> Option<Written> {
    let number = text.parse::<u32>().ok()?;
    match text.len() {
        8 => {
            let year = i32::try_from(number / 10_000).ok()?;
            Some(Written { year, month: number / 100 % 100, day: number % 100 })
        }
        5 if (20_000..80_000).contains(&number) => {
            let date = Serial::Spreadsheet.date(number.into())?;
            Some(Written { year: date.year(), month: date.month(), day: date.day() })
        }
        _ => None,
    }
}

/// `31 janv. 2025`, `Jan 31st, 2025`, `31-Jan-25`, `31JAN2025`, `31 de enero de 2025`: one month name, a day, a year.
fn worded(text: &str) -> Option<Written> {
    let (mut month, mut numbers, mut is_after_number) = (None, Vec::new(), false);
    let words = words(text);
    for word in &words {
        if is_number(word) {
            numbers.push(word.as_str());
        } else if let Some(named) = month_named(word).filter(|_| month.is_none()) {
            month = Some(named);
        } else if !(is_filler(word) || is_after_number && is_ordinal(word)) {
            return None;
        }
        is_after_number = is_number(word);
    }
    let [first, second] = numbers.as_slice() else { return None };
    let (day, written_year) = if first.len() == 4 { (second, first) } else { (first, second) };
    Some(Written { year: year(written_year)?, month: month?, day: day.parse().ok()? })
}

/// The words of a text in plain small letters, letters apart from digits.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in words::plain(text).split(' ') {
        let mut was_digit = None;
        for char in part.chars() {
            let is_digit = char.is_ascii_digit();
            match words.last_mut().filter(|_| was_digit == Some(is_digit)) {
                Some(word) => word.push(char),
                None => words.push(char.to_string()),
            }
            was_digit = Some(is_digit);
        }
    }
    words
}

/// What follows the number of a day or of a quarter.
fn is_ordinal(word: &str) -> bool {
    matches!(word, "er" | "st" | "nd" | "rd" | "th" | "e" | "o" | "º" | "ª")
}

/// Words between the day, the month and the year.
fn is_filler(word: &str) -> bool {
    matches!(word, "de" | "del" | "of" | "the" | "le" | "il" | "el" | "den" | "der")
}

fn year(text: &str) -> Option<i32> {
    let number = text.parse::<i32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    match text.len() {
        2 => i32::try_from(full_year(number.into())).ok(),
        4 => Some(number),
        _ => None,
    }
}

pub(super) fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| YEARS.contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_reads() {
        let forms = [
            "2025-01-31",
            "2025/1/31",
            "2025-01-31T23:59:59Z",
            "2025-01-31 14:45:34.083 UTC",
            "31/01/2025",
            "31.1.25",
            "31-01-2025",
            "31/01/2025 08:00",
            "20250131",
            "31 janv. 2025",
            "31 janvier 2025",
            "Jan 31, 2025",
            "31-Jan-25",
            "January 31st 2025",
            "45688",
            "2025/1/31",
            "2025.01.31",
            "31. 1. 2025",
            "31 / 01 / 2025",
            "31.01.2025.",
            "vendredi 31 janvier 2025",
            "Friday, January 31, 2025",
            "Fri, Jan 31st, 2025",
            "ven. 31/01/2025",
            "Freitag, 31. Januar 2025",
            "viernes, 31 de enero de 2025",
            "venerdì 31 gennaio 2025",
            "vrijdag 31 januari 2025",
            "31º enero 2025",
            "31-JAN-25",
            "31JAN2025",
            "31jan25",
            "2025年1月31日",
            "２０２５年１月３１日",
            "31∕01∕2025",
            "31／01／2025",
            "31–01–2025",
            "'31/01/2025",
            "\"31/01/2025\"",
            "=\"31/01/2025\"",
            "\u{200e}31/\u{200e}01/\u{200e}2025",
            "31\u{a0}janvier\u{a0}2025",
            "31/01/2025 12:00:00 AM",
            "1/31/2025 2 PM",
            "31 janvier 2025 à 14h30",
            "31/01/2025 14h",
            "31.01.2025 14.45 Uhr",
            "31.01.2025, 14:45",
            "Jan 31, 2025, 2:30 PM",
            "Jan 31, 2025 at 2:30 PM",
            "2025-01-31T14:45:34.083+01:00",
            "20250131T144534",
            "2025-01-31Z",
            "Fri Jan 31 2025 00:00:00 GMT+0100 (Central European Standard Time)",
        ];
        for text in forms {
            let order = if text.starts_with("1/31") { DateOrder::Mdy } else { DateOrder::Dmy };
            let read = parse(text, order).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some("2025-01-31"), "{text}");
        }
        let others = [
            ("mercredi 31 décembre 2025", "2025-12-31"),
            ("Wednesday, December 31, 2025", "2025-12-31"),
            ("Mittwoch, 31. Dezember 2025", "2025-12-31"),
            ("31 de\u{301}cembre 2025", "2025-12-31"),
            ("Nov 3rd, 2025", "2025-11-03"),
            ("1er mars 2025", "2025-03-01"),
            ("1º de mayo de 2025", "2025-05-01"),
            ("1. März 2025", "2025-03-01"),
            ("mar. 4 mars 2025", "2025-03-04"),
            ("mar 4 2025", "2025-03-04"),
            ("mar. 04/03/2025", "2025-03-04"),
            ("20-NOV-25", "2025-11-20"),
        ];
        for (text, day) in others {
            let read = parse(text, DateOrder::Dmy).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some(day), "{text}");
        }
        let accented = parse("1er août 2025", DateOrder::Dmy).map(|date| date.to_string());
        assert_eq!(accented.as_deref(), Some("2025-08-01"));
    }

    #[test]
    fn the_short_way_reads_as_the_long_one() {
        let cells = [
            "2025-01-31",
            "2025-02-31",
            "2025-13-01",
            "31/01/2025",
            "01/31/2025",
            "31/02/2025",
            "03/04/2025",
            "04/04/2025",
            "13/13/2025",
            "00/01/2025",
            "aa/bb/cccc",
            "1850-01-01",
            "01/02/1850",
            "12/00/2025",
            "20250131",
            "20250231",
            "20251301",
            "18500101",
            "2025013a",
            "00000000",
            "99999999",
            "9999-12-31",
            "31/12/9999",
            "0001-01-01",
            "31 / 12 / 2025",
            "2025年12月31日",
            "=\"31/12/2025\"",
            "mercredi 31 décembre 2025",
            "12/31/2025 12:00:00 AM",
        ];
        for cell in cells {
            for order in [DateOrder::Dmy, DateOrder::Mdy] {
                let read = read(cell.as_bytes(), order, Encoding::Utf8);
                assert_eq!(read, (parse(cell, order), hint(cell)), "{cell}");
            }
        }
    }

    #[test]
    fn any_cell_reads_as_it_says() {
        const PARTS: [&str; 36] = [
            "31", "12", "1", "01", "02", "13", "2025", "1900", "9999", "25", "20251231", "45688", "-", "/", ".", " ",
            "-", "/", ". ", " ", "T", "10:30", "14h30", "Z", "déc", "mar", "Jan", "mercredi", "de", "er", "年", "月",
            "日", "'", "=\"", "\u{200e}",
        ];
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..10_000 {
            let cell: String = (0..random.usize(1..9)).filter_map(|_| random.choice(PARTS)).collect();
            let [day_first, month_first] = [DateOrder::Dmy, DateOrder::Mdy].map(|order| parse(&cell, order));
            let told = hint(&cell);
            assert_eq!(read(cell.as_bytes(), DateOrder::Dmy, Encoding::Utf8), (day_first, told), "{cell}");
            assert_eq!(read(cell.as_bytes(), DateOrder::Mdy, Encoding::Utf8), (month_first, told), "{cell}");
            let is_as_told = match told {
                Hint::Order(DateOrder::Ymd) => day_first.is_some() && day_first == month_first,
                Hint::Order(DateOrder::Dmy) => day_first.is_some() && month_first.is_none(),
                Hint::Order(DateOrder::Mdy) => day_first.is_none() && month_first.is_some(),
                Hint::Ambiguous => day_first.is_some() && month_first.is_some() && day_first != month_first,
                Hint::None => day_first == month_first,
            };
            assert!(is_as_told, "{cell:?} tells {told:?} and reads {day_first:?} or {month_first:?}");
            let (month, _) = (parse_month(&cell, DateOrder::Dmy), is_null_text(&cell));
            assert!(day_first.is_none_or(|date| month == Some(Month::of(date))), "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        let not_dates = [
            "",
            "2025",
            "31/02/2025",
            "2025-13-01",
            "1/2/3/4",
            "13",
            "Total",
            "marge 2025",
            "10000",
            "1.5",
            "0000-00-00",
            "31/12-2025",
            "31//12//2025",
            "2025-W49",
            "T1 2025",
            "Q4 2025",
            "mercredi",
            "mercredi 31",
            "janvier 2025",
            "31 e 2025",
            "01 23 45 67 89",
            "12:30",
            "20003150600012",
            "9999-12-31",
            "Le Mans 31 mai 2025",
        ];
        for text in not_dates {
            assert_eq!(parse(text, DateOrder::Dmy), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_month_is_not_guessed() {
        let not_months = [
            "",
            "Total",
            "2025",
            "13/2025",
            "2025-00",
            "total 2025",
            "T1 2025",
            "Q4 2025",
            "2025-T1",
            "2025-W49",
            "S49 2025",
            "M13 2025",
            "12.50",
            "12 50",
            "25 mai",
            "M1",
            "Janvier",
            "mars avril",
            "1 234",
        ];
        for text in not_months {
            assert_eq!(parse_month(text, DateOrder::Dmy), None, "{text}");
        }
    }

    #[test]
    fn every_form_of_a_month_reads() {
        let forms = [
            "2025-12",
            "12/2025",
            "12.2025",
            "12-25",
            "12/25",
            "202512",
            "2025/12",
            "2025-M12",
            "2025M12",
            "M12 2025",
            "décembre 2025",
            "de\u{301}cembre 2025",
            "2025 décembre",
            "Dec25",
            "déc-25",
            "déc. 25",
            "Dezember 2025",
            "dic-25",
            "diciembre de 2025",
            "dic. 2025",
            "dicembre 2025",
            "31/12/2025",
            "2025年12月",
            "=\"12/2025\"",
            "12 / 2025",
            "Dec.2025",
        ];
        for text in forms {
            let read = parse_month(text, DateOrder::Dmy).map(|month| month.to_string());
            assert_eq!(read.as_deref(), Some("2025-12"), "{text}");
        }
        for (text, month) in [("Janvier", 1), ("JAN.", 1), ("ene", 1), ("Août", 8), ("März", 3)] {
            assert_eq!(parse_month_name(text), Some(month), "{text}");
        }
        for text in ["", "01", "12", "Total", "janvier 2025"] {
            assert_eq!(parse_month_name(text), None, "{text}");
        }
    }

    #[test]
    fn days_for_no_date_are_told() {
        let nothing = [
            "1753-01-01",
            "30/12/1899",
            "12/31/1899",
            "1900-01-01",
            "1900-01-00",
            "00/01/1900",
            "01/01/1901",
            "1970-01-01",
            "1970-01-01T00:00:00Z",
            "01/01/1980",
            "9999-12-31",
            "99991231",
            "31/12/2099",
            "2199-12-31",
            "2199-06-30",
            "0001-01-01",
            "2079-06-06",
            "31 déc. 9999",
            "n/a",
            "00/00/0000",
        ];
        for text in nothing {
            assert!(is_null_text(text), "{text}");
        }
        for text in [
            "1970-01-02",
            "2025-01-01",
            "31/12/1999",
            "2050-12-31",
            "1825-05-12",
            "99/99/9999",
            "Total",
            "0",
            "20251231",
        ] {
            assert!(!is_null_text(text), "{text}");
        }
    }
}
