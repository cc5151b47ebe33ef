//! Made-up tables, and made-up ways to arrange them.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::Index;

use super::clean;
use super::rewrites::total;
use super::{Column, Language, Table, words, written};

/// Amounts that can be split by a tax of 20 %, and hardly ever add up by chance.
fn amounts(count: usize) -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec((150_i64..90_000).prop_map(|sixties| sixties * 60), count)
}

/// Days from the first to its issue, its term, days to its payment, its customer.
type Invoice = (u64, u64, Option<u64>, usize);

/// An invoice list of the first months of 2025; some are paid.
pub fn list() -> impl Strategy<Value = Table> {
    let invoice = (0_u64..85, prop::sample::select(vec![30_u64, 45, 60]), prop::option::of(5_u64..70), 0_usize..5);
    (5_usize..40).prop_flat_map(move |rows| (prop::collection::vec(invoice.clone(), rows), amounts(rows))).prop_map(
        |(invoices, amounts)| {
            const NAMES: [&str; 5] = ["Alba", "Brun", "Cour", "Doux", "Elan"];
            let day = |days: u64| {
                let first = NaiveDate::from_ymd_opt(2025, 1, 3).unwrap_or_default();
                (first + Days::new(days)).format("%d/%m/%Y").to_string()
            };
            let row = |(place, ((issued, term, paid, name), cents)): (usize, (Invoice, &i64))| {
                let name = NAMES.get(name).copied().unwrap_or_default();
                let settled = paid.map_or_else(String::new, |days| day(issued + days));
                let number = 2_501 + place;
                format!("F{number};{name};{};{};{};{settled}", day(issued), day(issued + term), written(*cents))
            };
            let rows: Vec<String> = invoices.into_iter().zip(&amounts).enumerate().map(row).collect();
            clean::list_of(&rows.join("\n"))
        },
    )
}

/// Sales, receivables and what of them is overdue, up to March 2025.
pub fn series() -> impl Strategy<Value = Table> {
    (4_usize..18).prop_flat_map(|months| (amounts(months), amounts(months), amounts(months))).prop_map(
        |(sales, receivables, overdue)| {
            let last = NaiveDate::from_ymd_opt(2025, 3, 1).unwrap_or_default();
            let months = u32::try_from(sales.len()).unwrap_or(0);
            let month = |back: u32| (last - chrono::Months::new(back)).format("%m/%Y").to_string();
            let rows = (0..months).rev().map(month).zip(sales).zip(receivables.into_iter().zip(overdue));
            let row = |((month, sales), (receivables, overdue)): ((String, i64), (i64, i64))| {
                let part = overdue.min(receivables / 2);
                format!("{month};{};{};{}", written(sales), written(receivables), written(part))
            };
            clean::series_of(&rows.map(row).collect::<Vec<_>>().join("\n"))
        },
    )
}

/// An aged balance; most customers are in one or two of its ages.
pub fn aged() -> impl Strategy<Value = Table> {
    let slabs = prop::collection::vec(prop::option::weighted(0.4, (10_i64..9_000).prop_map(|sixties| sixties * 60)), 5);
    prop::collection::vec(slabs, 4..25).prop_map(|customers| {
        let row = |(place, slabs): (usize, &Vec<Option<i64>>)| {
            let cells: Vec<String> = slabs.iter().map(|cents| written(cents.unwrap_or(0))).collect();
            let balance = written(slabs.iter().flatten().sum());
            format!("Client {place};{};{balance}", cells.join(";"))
        };
        clean::aged_of(&customers.iter().enumerate().map(row).collect::<Vec<_>>().join("\n"))
    })
}

/// How a table is arranged: nothing of it changes a figure.
#[derive(Clone, Debug)]
pub struct Arrangement {
    /// The heading of each column: its language, and which of two ways.
    headings: Vec<(Index, bool)>,
    /// By which the columns are put in order.
    order: Vec<u32>,
    title: bool,
    blank_column: Option<Index>,
    unused_column: Option<Index>,
    /// Where a total of the rows above stands.
    total: Option<Index>,
}

/// Any of them.
pub fn arrangement() -> impl Strategy<Value = Arrangement> {
    const MOST_COLUMNS: usize = 8;
    let heading = (any::<Index>(), any::<bool>());
    let place = || prop::option::of(any::<Index>());
    (
        prop::collection::vec(heading, MOST_COLUMNS),
        prop::collection::vec(any::<u32>(), MOST_COLUMNS),
        any::<bool>(),
        place(),
        place(),
        place(),
    )
        .prop_map(|(headings, order, title, blank_column, unused_column, total)| Arrangement {
            headings,
            order,
            title,
            blank_column,
            unused_column,
            total,
        })
}

impl Arrangement {
    /// The table, arranged so.
    pub fn of(&self, clean: &Table) -> Table {
        let mut table = clean.clone();
        if let Some(at) = self.total.filter(|_| clean.rows() > 2) {
            let end = 2 + at.index(clean.rows() - 1);
            table.insert_row(end, total(clean, "Total", 0, end));
        }
        for (column, (language, second)) in table.columns.iter_mut().zip(&self.headings) {
            let language = Language::ALL.get(language.index(Language::ALL.len())).copied().unwrap_or(Language::French);
            if let Some(heading) = words::heading(column.role, language, *second) {
                heading.clone_into(&mut column.heading);
            }
        }
        let mut columns: Vec<(u32, Column)> = self.order.iter().copied().zip(table.columns).collect();
        columns.sort_by_key(|(key, _)| *key);
        table.columns = columns.into_iter().map(|(_, column)| column).collect();
        let rows = table.rows();
        if let Some(at) = self.unused_column {
            let cell = |row: usize| if row.is_multiple_of(4) { "à relancer".to_owned() } else { String::new() };
            let column = Column::other("Commentaire", (0..rows).map(cell).collect());
            let at = at.index(table.columns.len() + 1);
            table = table.with_column(at, column);
        }
        if let Some(at) = self.blank_column {
            let at = at.index(table.columns.len() + 1);
            table = table.with_column(at, Column::other("", vec![String::new(); rows]));
        }
        if self.title {
            table.above = vec!["Situation clients".to_owned(), String::new()];
        }
        table
    }
}
