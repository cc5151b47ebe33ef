//! The first rows of a table as cells, each with everything it can be.

use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashMap;

use crate::import::blank::is_blank;
use crate::import::currency::Currency;
use crate::import::date::{self, Look};
use crate::import::number::{self, Hint, Side};
use crate::import::source::{DateOrder, DecimalMark};

/// Characters of a cell that is looked at as a number or a day; a longer one is text.
const LONGEST_VALUE: usize = 48;

/// How a table writes its numbers and days, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writing {
    /// What stands before decimals.
    pub mark: DecimalMark,
    /// The order of day and month.
    pub order: DateOrder,
    /// Does no day of the table tell its order?
    pub is_order_assumed: bool,
    /// Does no number of the table tell its mark?
    pub is_mark_assumed: bool,
}

/// A number that a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value in thousandths.
    pub units: i64,
    /// Is it written without a decimal mark?
    pub is_whole: bool,
    /// Is it a percentage?
    pub is_percent: bool,
    /// The currency beside it.
    pub currency: Option<Currency>,
    /// The side of the account beside it.
    pub side: Option<Side>,
}

/// One cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Does it hold nothing, or a mark for nothing?
    pub is_blank: bool,
    /// The number it is.
    pub number: Option<Number>,
    /// The day it is.
    pub date: Option<NaiveDate>,
    /// The month it is; without a year where it has none.
    pub month: Option<(Option<i32>, u32)>,
}

/// A row of the text, as cells.
#[derive(Clone, Debug)]
pub struct RawRow {
    /// Its line, from 1.
    pub line: u32,
    /// Its cells, decoded.
    pub cells: Vec<String>,
}

/// A row of the sheet.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its line, from 1.
    pub line: u32,
    /// Its cells.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a column; `None` beyond the last, or where it is blank.
    #[must_use]
    pub fn filled(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column).filter(|cell| !cell.is_blank)
    }

    /// The cells that hold something.
    pub fn all_filled(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.is_blank)
    }

    /// The text of a column; empty where there is none.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_str())
    }

    /// The number of a column in thousandths.
    #[must_use]
    pub fn units(&self, column: usize) -> Option<i64> {
        self.filled(column)?.number.map(|number| number.units)
    }
}

/// The first rows of a table.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The rows.
    pub rows: Vec<Row>,
    /// How its numbers and days are written.
    pub writing: Writing,
}

impl Sheet {
    /// Looks at every cell: first at how the table writes, then at what each cell is.
    #[must_use]
    pub fn of(rows: &[RawRow], chosen: (Option<DecimalMark>, Option<DateOrder>)) -> Self {
        // Names and days come again and again: each text is looked at once.
        let mut texts: FxHashMap<&str, usize> = FxHashMap::default();
        for text in rows.iter().flat_map(|row| &row.cells) {
            *texts.entry(text).or_default() += 1;
        }
        let writing = writing(&texts, chosen);
        let known: FxHashMap<&str, Cell> = texts.into_keys().map(|text| (text, Cell::of(text, writing))).collect();
        let look = |text: &String| known.get(text.as_str()).cloned().unwrap_or_default();
        let row = |row: &RawRow| Row { line: row.line, cells: row.cells.iter().map(look).collect() };
        Self { rows: rows.iter().map(row).collect(), writing }
    }

    /// Cells of the widest row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

impl Cell {
    /// Looks at a text.
    #[must_use]
    pub fn of(text: &str, writing: Writing) -> Self {
        let text = text.trim();
        let blank = || Self { text: text.to_owned(), is_blank: true, ..Self::default() };
        if is_blank(text.as_bytes()) {
            return blank();
        }
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        if text.len() > LONGEST_VALUE || !(has_digit || text.chars().count() <= 12) {
            return Self { text: text.to_owned(), ..Self::default() };
        }
        let day = has_digit.then(|| Look::at(text));
        // Five digits are an amount as often as the number of a day.
        if text.len() > 5 && day.is_some_and(Look::is_null) {
            return blank();
        }
        let date = day.and_then(|day| day.date(writing.order));
        let number = if has_digit { read_number(text, writing.mark) } else { None };
        let month = month_of(text, date);
        Self { text: text.to_owned(), is_blank: false, number, date, month }
    }

    /// Is it a number, a day or a month with its year?
    #[must_use]
    pub const fn is_value(&self) -> bool {
        self.number.is_some() || self.date.is_some() || matches!(self.month, Some((Some(_), _)))
    }
}

fn read_number(text: &str, mark: DecimalMark) -> Option<Number> {
    let (parsed, _) = number::read_any(text, mark)?;
    let units = parsed.amount.units();
    let is_whole = units % 1000 == 0 && !text.contains(['.', ',']);
    Some(Number { units, is_whole, is_percent: parsed.is_percent, currency: parsed.currency, side: parsed.side })
}

fn month_of(text: &str, date: Option<NaiveDate>) -> Option<(Option<i32>, u32)> {
    if let Some(date) = date {
        return Some((Some(date.year()), date.month()));
    }
    if let Some(month) = date::parse_month_alone(text) {
        let day = month.first_day();
        return Some((Some(day.year()), day.month()));
    }
    if let Some(month) = date::parse_month_name(text) {
        return Some((None, month));
    }
    // A quarter stands at its last month.
    let day = date::parse_quarter(text)?.first_day();
    Some((Some(day.year()), day.month()))
}

/// `1/1/2025`, `2/1/2025` … `12/1/2025`: the first days of some months, not some days of January.
fn are_firsts_of_months(texts: &[&str]) -> bool {
    let are_firsts = |order| {
        let mut days = texts.iter().filter_map(|text| date::parse(text, order));
        days.all(|day| day.day() == 1)
    };
    texts.len() >= 3 && are_firsts(DateOrder::Mdy) && !are_firsts(DateOrder::Dmy)
}

/// How the cells are written: what most of those that tell say. Where no day tells its order, dollars and points speak
/// for the month first, as days do that are all the first of a month then.
fn writing(texts: &FxHashMap<&str, usize>, (mark, order): (Option<DecimalMark>, Option<DateOrder>)) -> Writing {
    let (mut commas, mut points, mut days, mut months, mut dollars) = (0, 0, 0, 0, false);
    let mut ambiguous = Vec::new();
    for (text, times) in texts {
        if text.is_empty() || text.len() > LONGEST_VALUE || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        match number::hint(text) {
            Hint::Mark(DecimalMark::Comma) => commas += times,
            Hint::Mark(DecimalMark::Point) => points += times,
            _ => {}
        }
        match date::hint(text) {
            date::Hint::Order(DateOrder::Dmy) => days += times,
            date::Hint::Order(DateOrder::Mdy) => months += times,
            date::Hint::Ambiguous => ambiguous.push(*text),
            _ => {}
        }
        dollars |= text.contains('$');
    }
    let is_point = points > commas;
    let is_mark_assumed = mark.is_none() && points == 0 && commas == 0;
    let mark = mark.unwrap_or(if is_point { DecimalMark::Point } else { DecimalMark::Comma });
    let is_told = days > 0 || months > 0;
    let are_firsts = !is_told && are_firsts_of_months(&ambiguous);
    let is_order_assumed = order.is_none() && !is_told && !are_firsts;
    let is_american = months > days || are_firsts || (is_order_assumed && dollars && mark == DecimalMark::Point);
    let order = order.unwrap_or(if is_american { DateOrder::Mdy } else { DateOrder::Dmy });
    Writing { mark, order, is_order_assumed, is_mark_assumed }
}
