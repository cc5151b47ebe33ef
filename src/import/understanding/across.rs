//! Tables whose months stand side by side: turned, so that each month is a row.

use std::fmt::Write as _;

use super::concepts;
use super::profile::Scale;
use super::sheet::{Cell, Row, Sheet};
use crate::import::date;

/// Rows that months are looked for in.
pub const HEADING_WITHIN: usize = 30;

/// Months that stand side by side.
pub struct Months {
    /// The place of their row.
    pub at: usize,
    /// The first of their columns.
    pub first: usize,
    /// Each column with its year and month.
    pub columns: Vec<(usize, (i32, u32))>,
}

impl Months {
    /// The first row that heads months, of those with a year each knows or is told, where `is_so` of its place and the first
    /// of their columns.
    pub fn find(sheet: &Sheet, is_so: impl Fn(usize, usize) -> bool) -> Option<Self> {
        let rows = sheet.rows.iter().enumerate().take(HEADING_WITHIN);
        let (at, row, first) = rows
            .filter_map(|(at, row)| Some((at, row, first_of_months(row)?)))
            .find(|(at, _, first)| is_so(*at, *first))?;
        let is_quarter = |column: usize| date::parse_quarter(row.text(column)).is_some();
        let is_month = |column: &usize| month(row, *column).is_some() && !is_quarter(*column);
        // Quarters between months are their sums.
        let has_months = (first..row.cells.len()).any(|column| is_month(&column));
        let mut assumed = None;
        let mut columns = Vec::new();
        for column in (first..row.cells.len()).filter(|column| is_month(column) || !has_months) {
            let Some((year, month)) = month(row, column) else { continue };
            assumed = year.or_else(|| year_above(sheet, at, column)).or(assumed);
            columns.push((column, (year.or(assumed)?, month)));
        }
        Some(Self { at, first, columns })
    }
}

/// The table with a row for each month, as text; `None` if its months do not stand side by side.
#[must_use]
pub fn turned(sheet: &Sheet) -> Option<String> {
    let Months { at, first, columns } = Months::find(sheet, |at, first| starts_with_measures(sheet, at, first))?;
    let heading = sheet.rows.get(at)?;
    let body: Vec<(&str, &Row)> =
        sheet.rows.get(at + 1..)?.iter().filter_map(|row| Some((label(row, first)?, row))).collect();
    let mut text = "Mois".to_owned();
    let common = unit_above(sheet, at, heading, first);
    for (name, row) in &body {
        let unit = if Scale::named(name) == Scale::Units { unit_beside(row, first).or(common) } else { None };
        let unit = unit.map(|unit| format!(" ({unit})")).unwrap_or_default();
        let _ = write!(text, "\t{}{}", in_a_cell(name), in_a_cell(&unit));
    }
    text.push('\n');
    for (column, (year, month)) in columns {
        let _ = write!(text, "{year:04}-{month:02}");
        for (_, row) in &body {
            let _ = write!(text, "\t{}", in_a_cell(row.text(column)));
        }
        text.push('\n');
    }
    Some(text)
}

/// The unit that the corner names, or a title.
fn unit_above<'a>(sheet: &'a Sheet, at: usize, heading: &'a Row, first_month: usize) -> Option<&'a str> {
    let corner = (0..first_month).filter_map(|column| heading.filled(column));
    let titles = sheet.rows.iter().take(at).flat_map(Row::all_filled);
    Scale::find_in(corner.chain(titles).map(|cell| cell.text.as_str()))
}

/// The unit in a cell between the words at the start of a row and its first month.
fn unit_beside(row: &Row, first_month: usize) -> Option<&str> {
    Scale::find_in((0..first_month).filter_map(|column| row.filled(column)).map(|cell| cell.text.as_str()))
}

fn month(row: &Row, column: usize) -> Option<(Option<i32>, u32)> {
    row.filled(column)?.month
}

/// The words at the start of a row.
pub fn label(row: &Row, before: usize) -> Option<&str> {
    let cell = (0..before).filter_map(|column| row.filled(column)).find(|cell| !cell.is_value())?;
    Some(&cell.text)
}

/// The first column of months, if most of the row are months.
fn first_of_months(row: &Row) -> Option<usize> {
    let filled: Vec<usize> = (1..row.cells.len()).filter(|column| row.filled(*column).is_some()).collect();
    // A heading of months holds no amounts; a row of a list does.
    if row.all_filled().any(|cell| cell.number.is_some() && cell.month.is_none())
        || row.filled(0).is_some_and(Cell::is_value)
    {
        return None;
    }
    let mut months = filled.iter().copied().filter(|column| month(row, *column).is_some());
    let first = months.next()?;
    let count = months.count() + 1;
    (count >= 2 && count * 5 >= filled.len() * 3).then_some(first)
}

/// Do the rows below start with known words rather than with values or names?
fn starts_with_measures(sheet: &Sheet, at: usize, first: usize) -> bool {
    let labels: Vec<&str> = sheet.rows.iter().skip(at + 1).filter_map(|row| label(row, first)).collect();
    let known = labels.iter().filter(|label| !concepts::of(label).1.is_empty()).count();
    known > 0 && known * 2 >= labels.len()
}

/// The year that stands above a column, or to the left of that, or in a title.
fn year_above(sheet: &Sheet, at: usize, column: usize) -> Option<i32> {
    let above = at.checked_sub(1).and_then(|above| sheet.rows.get(above));
    let beside = above.into_iter().flat_map(|row| (0..=column).rev().filter_map(|column| row.filled(column)));
    let titles = sheet.rows.iter().take(at).flat_map(Row::all_filled);
    beside.chain(titles).find_map(|cell| year_in(&cell.text))
}

fn year_in(text: &str) -> Option<i32> {
    text.split(|char: char| !char.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .find(|year| (1990..2100).contains(year))
}

/// A text as a cell of a table that is written here.
pub fn in_a_cell(text: &str) -> String {
    text.replace(['\t', '"', '\n'], " ")
}
