//! Sales with years one way and months the other, or with customers one way and months the other: told line by line, so
//! that each line is of one month.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rustc_hash::FxHashSet;

use super::across::{HEADING_WITHIN, Months, in_a_cell, label};
use super::concepts::{self, Concept as C};
use super::profile::Scale;
use super::row_roles::speaks_of_total;
use super::sheet::{Cell, Row, Sheet};
use crate::import::source::DecimalMark;
use crate::import::words::{has_any, normalize};

/// Months that tell a table of years by months from other numbers.
const FEWEST_MONTHS: usize = 3;

/// What a title speaks of that is said of sales and is none.
const NO_SALES: [C; 12] = [
    C::Pay,
    C::Purchase,
    C::Supplier,
    C::Budget,
    C::CostOfSales,
    C::Deduct,
    C::CreditNote,
    C::Tax,
    C::Price,
    C::Count,
    C::Rate,
    C::Overdue,
];

/// Words that do so.
const NO_SALES_WORDS: &str = "marge, marges, margin, margins, volume, volumes, tonnes, unites, units, unit, immobilisations, retours, returns, cout, couts, cost, \
                              resultat, profit";

/// What a column says of itself, so that a title need not.
const MEASURES: [C; 12] = [
    C::Sales,
    C::Receivable,
    C::Overdue,
    C::Open,
    C::Purchase,
    C::Inventory,
    C::Supplier,
    C::Budget,
    C::CostOfSales,
    C::Pay,
    C::Rate,
    C::Count,
];

/// Columns beside years: how much one is above the other.
const CHANGES: &str = "ecart, ecarts, variation, var, evolution, evol, delta, diff, difference, change, croissance, growth, progression, abweichung, \
                       veranderung, variacion, variazione, verschil";

/// The last row, by its name.
const TOTALS: [&str; 13] = [
    "total",
    "totaux",
    "total general",
    "grand total",
    "total clients",
    "tous clients",
    "total ca",
    "total ttc",
    "totals",
    "gesamt",
    "summe",
    "totale",
    "totaal",
];

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
        let is_beside = |cell: &Cell| has_any(&normalize(&cell.text), CHANGES) || cell.text.contains(['%', 'Δ']);
        let others = (1..heading.cells.len()).filter_map(|column| heading.filled(column));
        let is_of_all = years.len() == others.filter(|cell| !is_beside(cell)).count();
        if !is_of_all && !years.iter().any(|(_, year, _)| *year != first.1) {
            return None;
        }
        let months = self.months_down(first.0)?;
        let measured =
            years.into_iter().filter_map(|(column, year, beside)| Some((column, year, self.measure(&beside)?)));
        let mut by_month = ByMonth::default();
        for (column, year, measure) in measured {
            for (month, row) in &months {
                by_month.add((year, *month), &measure, row.text(column))?;
            }
        }
        by_month.written()
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
            let measure = self.measure(&beside)?;
            for (column, month) in &months {
                by_month.add((year, *month), &measure, row.text(*column))?;
            }
        }
        by_month.written()
    }

    /// `Client;janv. 2025;févr. 2025;…`, where a word says that these are sales, added up by month: what customers owe by its
    /// months is another thing.
    fn customers_down(&self, months: &Months) -> Option<String> {
        let heading = self.heading()?;
        let owes = |cell: &Cell| concepts::of(&cell.text).1.has_any(&[C::Open, C::Overdue, C::Due]);
        if heading.all_filled().any(owes) || !self.spoken().any(|text| speaks_of(text, C::Sales)) {
            return None;
        }
        let names = |column: usize| {
            let filled = self.body().filter_map(|row| row.filled(column));
            let (mut all, mut words) = (0, 0);
            filled.for_each(|cell| (all, words) = (all + 1, words + usize::from(!cell.is_value())));
            words * 2 > all
        };
        let is_client =
            |column: &usize| heading.filled(*column).is_none_or(|cell| concepts::of(&cell.text).1.has(C::Client));
        let customer = (0..months.first).rev().find(|column| is_client(column) && names(*column))?;
        let amount = |row: &Row, column: usize| row.filled(column).map_or(Some(0), |_| row.units(column));
        let mut parts = Vec::new();
        let mut met = FxHashSet::default();
        for row in self.body() {
            let amounts: Option<Vec<i64>> = months.columns.iter().map(|(column, _)| amount(row, *column)).collect();
            let name = label(row, months.first).unwrap_or_default();
            // A customer on several rows has one for each of several measures.
            let is_known = row.filled(customer).is_some_and(|cell| !met.insert(cell.text.as_str()));
            if is_known && !speaks_of_total(name) {
                return None;
            }
            parts.push((name, amounts?));
        }
        let sums = added_up(&parts)?;
        let mark = if self.sheet.writing.mark == DecimalMark::Comma { ',' } else { '.' };
        let mut text = format!("Mois\t{}\n", self.measure("")?);
        for ((column, (year, month)), sum) in months.columns.iter().zip(sums) {
            let _ = write!(text, "{year:04}-{month:02}\t");
            if self.body().any(|row| row.filled(*column).is_some()) {
                // Of three decimals one might be a group of thousands.
                let (sign, units) = (if sum < 0 { "-" } else { "" }, sum.unsigned_abs());
                let _ = write!(text, "{sign}{}{mark}{:03}0", units / 1000, units % 1000);
            }
            text.push('\n');
        }
        Some(text)
    }

    /// What is said above the table, in its corner, and of the sheet.
    fn spoken(&self) -> impl Iterator<Item = &'a str> {
        let corner = self.heading().and_then(|row| row.filled(0));
        let titles = self.sheet.rows.iter().take(self.at).flat_map(Row::all_filled);
        corner.into_iter().chain(titles).map(|cell| cell.text.as_str()).chain(self.name)
    }

    /// The heading of a measure: the words beside the year, or what is spoken of all, if that is sales or what is owed;
    /// `None` where nothing says what it is.
    fn measure(&self, beside: &str) -> Option<String> {
        let own = concepts::of(beside).1;
        let speaks = |concept: C| self.spoken().any(|text| concepts::of(text).1.has(concept));
        let what = if own.has_any(&MEASURES) || is_of_no_sales(beside) {
            beside.to_owned()
        } else {
            let measures = [(C::Sales, "CA"), (C::Receivable, "Encours")];
            let (_, name) =
                measures.into_iter().find(|(concept, _)| self.spoken().any(|text| speaks_of(text, *concept)))?;
            format!("{name} {beside}")
        };
        let has_tax = own.has(C::Incl) || own.has(C::Excl);
        let tax = match (speaks(C::Incl), speaks(C::Excl)) {
            (true, false) if !has_tax => " TTC",
            (false, true) if !has_tax => " HT",
            _ => "",
        };
        let running = if speaks(C::Running) && !own.has(C::Running) { " cumulé" } else { "" };
        let unit = if Scale::named(beside) == Scale::Units { Scale::find_in(self.spoken()) } else { None };
        let unit = unit.map(|text| format!(" ({})", unit_in(text))).unwrap_or_default();
        Some(in_a_cell(&format!("{}{tax}{running}{unit}", what.trim())))
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

    /// `None` of nothing.
    fn written(&self) -> Option<String> {
        if self.measures.is_empty() {
            return None;
        }
        let mut text = format!("Mois\t{}\n", self.measures.join("\t"));
        for ((year, month), amounts) in &self.cells {
            let _ = write!(text, "{year:04}-{month:02}");
            for place in 0..self.measures.len() {
                let _ = write!(text, "\t{}", in_a_cell(amounts.get(place).copied().unwrap_or_default()));
            }
            text.push('\n');
        }
        Some(text)
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

/// The sums of rows by month: without what is itself a sum of others, by its name or because it adds up. `None` if a total by
/// its name does not: some are parts of others then.
fn added_up(rows: &[(&str, Vec<i64>)]) -> Option<Vec<i64>> {
    let mut sums = vec![0_i64; rows.first()?.1.len()];
    let mut since = sums.clone();
    for (place, (name, amounts)) in rows.iter().enumerate() {
        // A total is what it adds up to, whatever a customer is called.
        if place > 0 && TOTALS.contains(&normalize(name).as_str()) {
            return (*amounts == sums).then_some(sums);
        }
        if speaks_of_total(name) && *amounts == since {
            since.fill(0);
            continue;
        }
        for (at, amount) in amounts.iter().enumerate() {
            for sum in [&mut sums, &mut since] {
                let sum = sum.get_mut(at)?;
                *sum = sum.checked_add(*amount)?;
            }
        }
    }
    // No name says that a row is the sum of all others.
    let is_of_all =
        |amounts: &[i64]| amounts.iter().zip(&sums).all(|(amount, sum)| amount.checked_mul(2) == Some(*sum));
    let total = rows.iter().find(|(_, amounts)| rows.len() > 2 && is_of_all(amounts));
    Some(total.map_or_else(|| sums.clone(), |(_, amounts)| amounts.clone()))
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

/// Does a title speak of it, and of nothing that sales are only the ground of?
fn speaks_of(text: &str, concept: C) -> bool {
    let spoken = concepts::of(text).1;
    spoken.has(concept) && (concept != C::Sales || !(spoken.has_any(&NO_SALES) || is_of_no_sales(text)))
}

fn is_of_no_sales(text: &str) -> bool {
    has_any(&normalize(text), NO_SALES_WORDS)
}
