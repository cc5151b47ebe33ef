//! Sales with years one way and months the other, or with customers one way and months the other: told line by line, so
//! that each line is of one month.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::across::{HEADING_WITHIN, Months};
use super::concepts::{self, Concept as C};
use super::profile::Scale;
use super::row_roles::speaks_of_total;
use super::sheet::{Cell, Row, Sheet};
use crate::import::words::normalize;

/// Months that tell a table of years by months from other numbers.
const FEWEST_MONTHS: usize = 3;

/// The table told line by line, as text; `None` if it is not such a one. `name` is that of the sheet.
#[must_use]
pub fn told(sheet: &Sheet, name: Option<&str>) -> Option<String> {
    let cross = |at: usize| Cross { sheet, at, name };
    let mut rows = 0..sheet.rows.len().min(HEADING_WITHIN);
    let of_years = rows.find_map(|at| cross(at).years_across().or_else(|| cross(at).years_down()));
    of_years.or_else(|| {
        let months = Months::find(sheet, |_, _| true)?;
        cross(months.at).customers_down(&months)
    })
}

/// A table, if its heading is the row at a place.
#[derive(Clone, Copy)]
struct Cross<'a> {
    sheet: &'a Sheet,
    at: usize,
    name: Option<&'a str>,
}

/// Amounts of one measure after the other, by month.
#[derive(Default)]
struct ByMonth<'a> {
    measures: Vec<String>,
    cells: BTreeMap<(i32, u32), Vec<&'a str>>,
}

impl<'a> Cross<'a> {
    fn heading(&self) -> Option<&'a Row> {
        self.sheet.rows.get(self.at)
    }

    fn body(&self) -> impl Iterator<Item = &'a Row> {
        self.sheet.rows.iter().skip(self.at + 1).filter(|row| row.all_filled().next().is_some())
    }

    /// `Mois;2024;2025`, or `Mois;CA 2024;CA 2025`.
    fn years_across(&self) -> Option<String> {
        let heading = self.heading()?;
        let is_corner = heading.filled(0).is_none_or(|corner| !corner.is_value());
        let years: Vec<(usize, i32, String)> = (1..heading.cells.len())
            .filter_map(|column| Some((column, Year::of(heading.filled(column)?)?)))
            .map(|(column, Year { year, beside })| (column, year, beside))
            .collect();
        let first = years.first().filter(|_| is_corner)?;
        // One year alone is that of all, or else of one column beside others.
        let is_of_all =
            years.len() == (1..heading.cells.len()).filter(|column| heading.filled(*column).is_some()).count();
        if !is_of_all && !years.iter().any(|(_, year, _)| *year != first.1) {
            return None;
        }
        let months = self.months_down(first.0)?;
        let mut by_month = ByMonth::default();
        for (month, row) in months {
            for (column, year, beside) in &years {
                by_month.add((*year, month), &self.measure(beside), row.text(*column))?;
            }
        }
        Some(by_month.written())
    }

    /// The months that rows start with, without their year; other rows are totals.
    fn months_down(&self, before: usize) -> Option<Vec<(u32, &'a Row)>> {
        let of = |row: &'a Row| {
            let cell = (0..before).find_map(|column| row.filled(column))?;
            let numbered = cell.number.filter(|_| cell.date.is_none()).map(|number| number.units / 1000);
            let numbered =
                numbered.and_then(|number| u32::try_from(number).ok()).filter(|month| (1..=12).contains(month));
            let named = cell.month.filter(|(year, _)| year.is_none()).map(|(_, month)| month);
            Some((named.or(numbered)?, row))
        };
        let months: Vec<(u32, &Row)> = self.body().filter_map(of).collect();
        let others = self.body().count() - months.len();
        // A year that starts in another month has two numbers; months that come twice are those of several tables.
        let is_in_order = months.is_sorted_by(|(one, _), (next, _)| one < next);
        // One to four are quarters as well.
        let is_quarters =
            |(month, row): &(u32, &Row)| *month <= 4 && row.filled(0).is_some_and(|cell| cell.month.is_none());
        let is_so = is_in_order && others <= months.len() && !months.iter().all(is_quarters);
        (is_so && months.len() >= FEWEST_MONTHS).then_some(months)
    }

    /// `Année;janv.;févr.;…`, a row a year.
    fn years_down(&self) -> Option<String> {
        let heading = self.heading()?;
        let months: Vec<(usize, u32)> = (1..heading.cells.len())
            .filter_map(|column| match heading.filled(column)?.month {
                Some((None, month)) => Some((column, month)),
                _ => None,
            })
            .collect();
        let first = months.first().filter(|_| months.len() >= FEWEST_MONTHS)?.0;
        let year = |row: &'a Row| Some(((0..first).find_map(|column| Year::of(row.filled(column)?))?, row));
        let years: Vec<(Year, &Row)> = self.body().filter_map(year).collect();
        if years.is_empty() || years.len() * 2 < self.body().count() {
            return None;
        }
        let mut by_month = ByMonth::default();
        for (Year { year, beside }, row) in years {
            for (column, month) in &months {
                by_month.add((year, *month), &self.measure(&beside), row.text(*column))?;
            }
        }
        Some(by_month.written())
    }

    /// `Client;janv. 2025;févr. 2025;…`, where a word says that these are sales: what customers owe by its months is another
    /// thing.
    fn customers_down(&self, months: &Months) -> Option<String> {
        let heading = self.heading()?;
        let is_of = |text: &str, concept: C| concepts::of(text).1.has(concept);
        let owes =
            |cell: &Cell| is_of(&cell.text, C::Open) || is_of(&cell.text, C::Overdue) || is_of(&cell.text, C::Due);
        if heading.all_filled().any(owes) || !self.spoken().any(|text| is_of(text, C::Sales)) {
            return None;
        }
        let names = |column: usize| {
            let filled = self.body().filter_map(|row| row.filled(column));
            let (mut all, mut words) = (0, 0);
            filled.for_each(|cell| (all, words) = (all + 1, words + usize::from(!cell.is_value())));
            words * 2 > all
        };
        let is_client = |column: &usize| heading.filled(*column).is_none_or(|cell| is_of(&cell.text, C::Client));
        let customer = (0..months.first).rev().find(|column| is_client(column) && names(*column))?;
        let mut text = format!("Mois\tClient\t{}\n", self.measure(""));
        for (column, (year, month)) in &months.columns {
            for row in self.body() {
                let Some(name) = row.filled(customer).filter(|cell| !speaks_of_total(&cell.text)) else { continue };
                let (name, amount) = (in_a_cell(&name.text), in_a_cell(row.text(*column)));
                let _ = writeln!(text, "{year:04}-{month:02}\t{name}\t{amount}");
            }
        }
        Some(text)
    }

    /// What is said above the table, in its corner, and of the sheet.
    fn spoken(&self) -> impl Iterator<Item = &'a str> {
        let corner = self.heading().and_then(|row| row.filled(0));
        let titles = self.sheet.rows.iter().take(self.at).flat_map(Row::all_filled);
        corner.into_iter().chain(titles).map(|cell| cell.text.as_str()).chain(self.name)
    }

    /// The heading of a measure: the words beside the year, or what is spoken of all, if that is sales or what is owed.
    fn measure(&self, beside: &str) -> String {
        let says = |concept: C| {
            concepts::of(beside).1.has(concept) || self.spoken().any(|text| concepts::of(text).1.has(concept))
        };
        let own = concepts::of(beside).1;
        let what = if own.is_empty() {
            let measures = [(C::Sales, "CA"), (C::Receivable, "Encours")];
            let known =
                measures.into_iter().find(|(concept, _)| self.spoken().any(|text| concepts::of(text).1.has(*concept)));
            format!("{} {beside}", known.map_or("Montant", |(_, name)| name))
        } else {
            beside.to_owned()
        };
        let tax = match (says(C::Incl), says(C::Excl)) {
            _ if own.has(C::Incl) || own.has(C::Excl) => "",
            (true, false) => " TTC",
            (false, true) => " HT",
            _ => "",
        };
        let unit = if Scale::named(beside) == Scale::Units { Scale::find_in(self.spoken()) } else { None };
        let unit = unit.map(|text| format!(" ({})", unit_in(text))).unwrap_or_default();
        in_a_cell(&format!("{}{tax}{unit}", what.trim()))
    }
}

impl<'a> ByMonth<'a> {
    /// `None` if there is already an amount for it.
    fn add(&mut self, month: (i32, u32), measure: &str, amount: &'a str) -> Option<()> {
        let known = self.measures.iter().position(|known| known == measure);
        let place = known.unwrap_or_else(|| {
            self.measures.push(measure.to_owned());
            self.measures.len() - 1
        });
        let amounts = self.cells.entry(month).or_default();
        if amounts.len() <= place {
            amounts.resize(place + 1, "");
        }
        let slot = amounts.get_mut(place)?;
        (slot.is_empty()).then(|| *slot = amount)
    }

    fn written(&self) -> String {
        let mut text = format!("Mois\t{}\n", self.measures.join("\t"));
        for ((year, month), amounts) in &self.cells {
            let _ = write!(text, "{year:04}-{month:02}");
            for place in 0..self.measures.len() {
                let _ = write!(text, "\t{}", in_a_cell(amounts.get(place).copied().unwrap_or_default()));
            }
            text.push('\n');
        }
        text
    }
}

/// A year in a cell, and the words beside it.
struct Year {
    year: i32,
    beside: String,
}

impl Year {
    /// That of `2024`, `CA 2024`, `Exercice 2024` or `N-1 (2024)`; `None` of a day, a month, an amount or two years.
    fn of(cell: &Cell) -> Option<Self> {
        if cell.date.is_some() || matches!(cell.month, Some((Some(_), _))) {
            return None;
        }
        let digits = cell.text.split(|char: char| !char.is_ascii_digit()).find(|part| part.len() == 4)?;
        let year = digits.parse().ok().filter(|year| (1990..2100).contains(year))?;
        let rest = cell.text.replacen(digits, " ", 1);
        let words = normalize(&rest);
        let is_past = matches!(words.as_str(), "n" | "n 1" | "n 2" | "n 3");
        if is_past || concepts::of(&rest).1.has(C::Year) {
            return Some(Self { year, beside: String::new() });
        }
        let is_plain =
            !rest.contains(|char: char| char.is_ascii_digit()) && Scale::named(&cell.text) == Scale::named(&rest);
        is_plain.then(|| Self { year, beside: rest.trim_matches([' ', '-', '_', '/', ':', '.']).to_owned() })
    }
}

/// What names the unit in a text: the brackets around it, which may name a currency too, or else a word.
fn unit_in(text: &str) -> &str {
    let scale = Scale::named(text);
    let in_brackets = text.split(['(', '[']).skip(1).filter_map(|part| part.split([')', ']']).next());
    in_brackets.into_iter().find(|part| Scale::named(part) == scale).unwrap_or(match scale {
        Scale::Thousands => "milliers",
        Scale::Millions => "en millions",
        Scale::Hundredths => "centimes",
        Scale::Units => "",
    })
}

fn in_a_cell(text: &str) -> String {
    text.replace(['\t', '"', '\n'], " ")
}
