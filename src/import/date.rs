//! Dates and months as people write them.

use chrono::{Datelike, NaiveDate};

use super::field::normalize;
use super::source::{DateOrder, Encoding};
use super::{digits, encoding};
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
/// Forms: `2025-01-31`, with or without time, `31/01/2025`, `31.1.25`, `31-01-2025`, `20250131`, `31 janv. 2025`,
/// `Jan 31, 2025`, and the day numbers of spreadsheets. Years of two digits are 1970 to 2069.
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
    /// Reads a date of a cell and what it says about the order of day and month. `2025-01-31`, `20250131` and `31/01/2025` are
    /// read eight digits at once; anything else takes the way of [`parse`] and [`hint`].
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
    let text = encoding::text(cell, encoding);
    (parse(&text, order), hint(&text))
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

    /// The same, for places in memory.
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
    match scan(text) {
        Some(Scanned::Date(_)) if !text.trim().as_bytes().iter().take(4).all(u8::is_ascii_digit) => Hint::None,
        Some(scanned) => scanned.hint(),
        None => Hint::None,
    }
}

/// Reads a month: `2025-01`, `01/2025`, `202501`, `janv. 2025`, `Jan-25`, or any date in it.
///
/// # Examples
///
/// ```
/// use encours::import::date::parse_month;
/// use encours::import::source::DateOrder::Dmy;
///
/// for text in ["2025-01", "01/2025", "202501", "janv. 2025", "Janvier 2025", "Jan-25", "31/01/2025"] {
///     assert_eq!(parse_month(text, Dmy).map(|month| month.to_string()).as_deref(), Some("2025-01"), "{text}");
/// }
/// ```
#[must_use]
pub fn parse_month(text: &str, order: DateOrder) -> Option<Month> {
    if let Some(date) = parse(text, order) {
        return Some(Month::of(date));
    }
    let text = text.trim();
    if let Some(compact) = text.parse::<u32>().ok().filter(|_| text.len() == 6) {
        return Month::new(i32::try_from(compact / 100).ok()?, compact % 100);
    }
    let (first, second) = text.split_once(['-', '/', '.', ' ', '_']).map(|(a, b)| (a.trim(), b.trim()))?;
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    match (number(first), number(second)) {
        (Some(year), Some(month)) if first.len() == 4 => Month::new(i32::try_from(year).ok()?, month),
        (Some(month), Some(_)) => Month::new(year(second)?, month),
        (None, _) => {
            let words = normalize(text);
            let (name, written_year) = words.split_once(' ')?;
            Month::new(year(written_year)?, month_named(name)?)
        }
        (Some(_), None) => Month::new(year(first)?, month_named(&normalize(second))?),
    }
}

enum Scanned {
    Date(NaiveDate),
    YearLast { first: u32, second: u32, year: i32 },
}

impl Scanned {
    fn date(&self, order: DateOrder) -> Option<NaiveDate> {
        match *self {
            Self::Date(date) => Some(date),
            Self::YearLast { first, second, year } if order == DateOrder::Mdy => date(year, first, second),
            Self::YearLast { first, second, year } => date(year, second, first),
        }
    }

    fn hint(&self) -> Hint {
        let Self::YearLast { first, second, year } = *self else { return Hint::Order(DateOrder::Ymd) };
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

fn scan(text: &str) -> Option<Scanned> {
    let text = without_time(text.trim());
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return compact(text).map(Scanned::Date);
    }
    if text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return worded(text).map(Scanned::Date);
    }
    let separator = text.bytes().find(|byte| !byte.is_ascii_digit()).map(char::from)?;
    if !matches!(separator, '-' | '/' | '.' | ' ') {
        return None;
    }
    let mut parts = text.split(separator);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || ![a, b, c].into_iter().all(is_number) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    if a.len() == 4 {
        return date(year(a)?, number(b)?, number(c)?).map(Scanned::Date);
    }
    Some(Scanned::YearLast { first: number(a)?, second: number(b)?, year: year(c)? })
}

/// Drops the time of `2020-04-26T14:45:34Z` or `26/04/2020 14:45`.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.split_once(['T', ' ']) else { return text };
    let is_time = time.contains(':') && time.starts_with(|char: char| char.is_ascii_digit());
    if is_time && day.ends_with(|char: char| char.is_ascii_digit()) { day } else { text }
}

/// `20250131`, or the day number of a spreadsheet, counted from 30 December 1899.
fn compact(text: &str) -> Option<NaiveDate> {
    let number = text.parse::<u32>().ok()?;
    match text.len() {
        8 => date(i32::try_from(number / 10_000).ok()?, number / 100 % 100, number % 100),
        5 if (20_000..80_000).contains(&number) => {
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(number.into()))
        }
        _ => None,
    }
}

/// `31 janv. 2025`, `Jan 31, 2025`, `31-Jan-25`: one month name, a day, a year.
fn worded(text: &str) -> Option<NaiveDate> {
    let words = normalize(text);
    let (mut month, mut numbers) = (None, Vec::new());
    for word in words.split(' ') {
        let ordinal = word.trim_end_matches("er").trim_end_matches("st").trim_end_matches("nd").trim_end_matches("th");
        match (month_named(word), ordinal.bytes().all(|byte| byte.is_ascii_digit())) {
            (Some(named), _) if month.is_none() => month = Some(named),
            (_, true) if !ordinal.is_empty() => numbers.push(ordinal.to_owned()),
            _ => return None,
        }
    }
    let [first, second] = numbers.as_slice() else { return None };
    let (day, written_year) = if first.len() == 4 { (second, first) } else { (first, second) };
    date(year(written_year)?, month?, day.parse().ok()?)
}

/// Names and abbreviations of months in French and English, without accents.
fn month_named(word: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["janvier", "janv", "jan", "january"],
        &["fevrier", "fevr", "fev", "february", "feb"],
        &["mars", "mar", "march"],
        &["avril", "avr", "april", "apr"],
        &["mai", "may"],
        &["juin", "jun", "june"],
        &["juillet", "juil", "jul", "july"],
        &["aout", "aou", "august", "aug"],
        &["septembre", "sept", "sep", "september"],
        &["octobre", "oct", "october"],
        &["novembre", "nov", "november"],
        &["decembre", "dec", "december"],
    ];
    let index = NAMES.iter().position(|names| names.contains(&word))?;
    u32::try_from(index + 1).ok()
}

fn year(text: &str) -> Option<i32> {
    let number = text.parse::<i32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    match text.len() {
        2 if number < 70 => Some(2000 + number),
        2 => Some(1900 + number),
        4 => Some(number),
        _ => None,
    }
}

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
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
        ];
        for text in forms {
            let read = parse(text, DateOrder::Dmy).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some("2025-01-31"), "{text}");
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
        ];
        for cell in cells {
            for order in [DateOrder::Dmy, DateOrder::Mdy] {
                let read = read(cell.as_bytes(), order, Encoding::Utf8);
                assert_eq!(read, (parse(cell, order), hint(cell)), "{cell}");
            }
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
        ];
        for text in not_dates {
            assert_eq!(parse(text, DateOrder::Dmy), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_month_is_not_guessed() {
        for text in ["", "Total", "2025", "13/2025", "2025-00", "total 2025", "T1 2025"] {
            assert_eq!(parse_month(text, DateOrder::Dmy), None, "{text}");
        }
    }
}
