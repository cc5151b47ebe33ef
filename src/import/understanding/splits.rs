//! Columns that split a table into parts that must not be added: pictures of several days, actual and planned, a group
//! and its entities.

use chrono::NaiveDate;

use super::concepts::Concept as C;
use super::profile::Profile;
use super::readings::Reading;
use super::roles::ColumnType;
use super::sheet::Row;
use crate::import::field::Field;
use crate::import::source::Kind;
use crate::import::words::{has_any, is_one_of, normalize};
use crate::order::Order;

/// Why rows of some parts only are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Each part is a picture of one day: the latest is read.
    Snapshots,
    /// Some parts are planned: those that came true are read.
    Planned,
    /// One part is the sum of the others: it is read.
    Group,
    /// Every part is there in each month: they are added.
    Entities,
    /// Accounts of customers and of suppliers: those of customers are read.
    Sides,
    /// Parts that are not there in every month: their sum would lack those that are missing.
    Gaps,
}

/// A column that splits the table, and what is read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The column.
    pub column: usize,
    /// What the parts are.
    pub split: Split,
    /// The parts that are read, in lower case, `*` standing for any end; all where there are none.
    pub kept: Vec<String>,
    /// The day of the latest picture.
    pub day: Option<NaiveDate>,
}

const PLANNED: &str = "prevision, previsions, previsionnel, forecast, budget, plan, planned, prevu, cible, target, n 1, prior, estime, estimate, prognose, objectif, soll, previsto, presupuesto, begroting, n moins 1, last year";
const ACTUAL: &str = "reel, reelle, actual, actuals, realise, ist, real, effettivo, werkelijk, constate, consuntivo";
const GROUP: &str = "groupe, group, total, consolide, consolidated, ensemble, all, tous, konzern, gesamt, holding, gruppo, grupo, groep";

const SALES: &str = "vente, ventes, ve, vt, vte, client, clients, emise, emises, emis, recette, recettes, produit, produits, ar, sale, sales, issued, income, receivable, customer, customers, verkauf, debitor, ausgang, venta, ventas, emitida, \
                     vendita, vendite, emessa, attiva, verkoop, debiteur, out, sortante, sortant";
const PURCHASES: &str = "achat, achats, ac, ha, fournisseur, fournisseurs, recue, recues, recu, depense, depenses, charge, charges, ap, purchase, purchases, received, expense, expenses, payable, supplier, suppliers, vendor, einkauf, kreditor, \
                         eingang, compra, compras, recibida, acquisto, acquisti, ricevuta, passiva, inkoop, crediteur, in, entrante, entrant";

fn says(text: &str, words: &str) -> bool {
    has_any(&normalize(text), words)
}

/// What splits a table that is read so.
#[must_use]
pub fn find(reading: &Reading, profiles: &[Profile], details: &[&Row]) -> Option<Parts> {
    match reading.kind? {
        Kind::Invoices | Kind::AgedBalance => snapshots(reading, profiles, details).or_else(|| sides(profiles)),
        Kind::Series => planned(reading, profiles).or_else(|| entities(reading, profiles, details)),
        _ => None,
    }
}

/// Pictures of several days hold the same keys again.
fn snapshots(reading: &Reading, profiles: &[Profile], details: &[&Row]) -> Option<Parts> {
    let is_list = reading.kind == Some(Kind::Invoices);
    let key = reading.column(if is_list { Field::Number } else { Field::Customer })?;
    let may_be = |profile: &&Profile| {
        let is_free = !reading.uses(profile.column) || reading.column(Field::SnapshotDate) == Some(profile.column);
        profile.kind == ColumnType::Date && is_free && (2..=(details.len() / 2).max(2)).contains(&profile.distinct)
    };
    for profile in profiles.iter().filter(may_be) {
        let mut pairs: Vec<(NaiveDate, &str)> =
            details.iter().filter_map(|row| Some((row.filled(profile.column)?.date?, row.text(key)))).collect();
        if pairs.len() < details.len() {
            continue;
        }
        let all = pairs.len();
        let latest = pairs.iter().map(|(day, _)| *day).max()?;
        pairs.sort_unstable();
        pairs.dedup();
        let mut keys: Vec<&str> = pairs.iter().map(|(_, key)| *key).collect();
        keys.sort_unstable();
        keys.dedup();
        // Each key once a day, and some key on two days.
        if keys.len() < pairs.len() && (!is_list || pairs.len() == all) {
            let texts =
                details.iter().filter(|row| row.filled(profile.column).and_then(|cell| cell.date) == Some(latest));
            let mut kept: Vec<String> = texts.map(|row| row.text(profile.column).to_lowercase()).collect();
            kept.sort_unstable();
            kept.dedup();
            return Some(Parts { column: profile.column, split: Split::Snapshots, kept, day: Some(latest) });
        }
    }
    None
}

/// Customers and suppliers in one table: accounts 411 and 40x in one column, or sales and purchases.
fn sides(profiles: &[Profile]) -> Option<Parts> {
    let split = |column: usize, kept: Vec<String>| Parts { column, split: Split::Sides, kept, day: None };
    profiles.iter().filter(|profile| !profile.says_any(&[C::Amount, C::Open])).find_map(|profile| {
        let texts = &profile.texts;
        let is_account = |start: &str| texts.iter().any(|text| text.starts_with(start));
        let is_third_party = texts.iter().all(|text| text.starts_with("40") || text.starts_with("41"));
        if is_third_party && is_account("411") && is_account("40") {
            return Some(split(profile.column, vec!["41*".to_owned()]));
        }
        let (sales, others): (Vec<&String>, Vec<&String>) = texts.iter().partition(|text| is(text, SALES));
        let is_both = !sales.is_empty() && !others.is_empty() && others.iter().all(|text| is(text, PURCHASES));
        (is_both && profile.kind == ColumnType::Text)
            .then(|| split(profile.column, sales.into_iter().cloned().collect()))
    })
}

/// Is a text one of these words, and nothing else?
fn is(text: &str, words: &str) -> bool {
    is_one_of(&normalize(text), words)
}

fn free_texts<'a>(reading: &'a Reading, profiles: &'a [Profile]) -> impl Iterator<Item = &'a Profile> {
    profiles
        .iter()
        .filter(|profile| profile.kind == ColumnType::Text && !reading.uses(profile.column) && profile.distinct >= 2)
}

fn planned(reading: &Reading, profiles: &[Profile]) -> Option<Parts> {
    free_texts(reading, profiles).find_map(|profile| {
        let (plans, others): (Vec<&String>, Vec<&String>) =
            profile.texts.iter().partition(|text| says(text, PLANNED) && !says(text, ACTUAL));
        let is_split = !plans.is_empty() && !others.is_empty() && profile.texts.len() <= 12;
        is_split.then(|| Parts {
            column: profile.column,
            split: Split::Planned,
            kept: others.into_iter().cloned().collect(),
            day: None,
        })
    })
}

/// From so many rows on, the last of them may be some of a month only.
const CUT_ROWS: usize = 1_000;

/// Is each part there once in every month?
fn is_grid<Month: Ord + Clone, Part: Ord>(
    details: &[&Row],
    month_of: &impl Fn(&Row) -> Month,
    part_of: &impl Fn(&Row) -> Part,
    may_lack_some: bool,
) -> bool {
    let mut cells: Vec<(Month, Part)> = details.iter().map(|row| (month_of(row), part_of(row))).collect();
    if details.len() >= CUT_ROWS
        && let Some(last) = cells.last().map(|(month, _)| month.clone())
    {
        cells.retain(|(month, _)| *month != last);
    }
    let all = cells.len();
    cells.order();
    cells.dedup();
    let mut months: Vec<&Month> = cells.iter().map(|(month, _)| month).collect();
    months.dedup();
    let mut parts: Vec<&Part> = cells.iter().map(|(_, part)| part).collect();
    parts.order();
    parts.dedup();
    // Each pair once, and all pairs there are: who bought nothing in a month has no row of sales.
    cells.len() == all && (may_lack_some || cells.len() == months.len() * parts.len())
}

/// Several rows of one month: entities, one of which may be their sum.
fn entities(reading: &Reading, profiles: &[Profile], details: &[&Row]) -> Option<Parts> {
    let month = reading.column(Field::Month)?;
    let amounts: Vec<usize> = [Field::SalesInclTax, Field::SalesExclTax, Field::Receivables]
        .into_iter()
        .filter_map(|field| reading.column(field))
        .collect();
    let year = reading.column(Field::Year);
    let month_of = |row: &Row| (year.map(|year| row.text(year).to_owned()), row.text(month).to_owned());
    let mut months: Vec<(Option<String>, String)> = details.iter().map(|row| month_of(row)).collect();
    let rows = months.len();
    months.order();
    months.dedup();
    if months.len() == rows {
        return None;
    }
    let mut gaps = None;
    // Rows of several currencies are parts of their own: those of one are read.
    let currency = reading.column(Field::Currency);
    let currency_of = |row: &Row| currency.map(|currency| row.text(currency).to_lowercase());
    for profile in free_texts(reading, profiles) {
        let part_of = |row: &Row| row.text(profile.column).to_lowercase();
        let in_month = |month: &(Option<String>, String)| -> Vec<&&Row> {
            details.iter().filter(|row| month_of(row) == *month).collect()
        };
        let is_sum = |part: &String| {
            let checks = months.iter().filter_map(|month| {
                let (mine, others): (Vec<&&Row>, Vec<&&Row>) =
                    in_month(month).into_iter().partition(|row| part_of(row) == *part);
                let [mine] = mine.as_slice() else { return None };
                let adds_up = amounts.iter().all(|column| {
                    let sum: i64 = others.iter().filter_map(|row| row.units(*column)).sum();
                    mine.units(*column).is_none_or(|units| (units - sum).abs() <= 500)
                });
                (others.len() >= 2).then_some(adds_up)
            });
            let (all, holding) = checks.fold((0, 0), |(all, holding), holds| (all + 1, holding + usize::from(holds)));
            all > 0 && holding * 5 >= all * 4
        };
        let group = profile.texts.iter().find(|part| is_sum(part));
        let named = || profile.texts.iter().find(|part| profile.texts.len() > 2 && says(part, GROUP));
        if let Some(group) = group.or_else(named) {
            return Some(Parts { column: profile.column, split: Split::Group, kept: vec![group.clone()], day: None });
        }
        let parts = |split| Parts { column: profile.column, split, kept: Vec::new(), day: None };
        let may_lack_some = !reading.has(Field::Receivables) && profile.says_any(&[C::Client, C::Entity]);
        if is_grid(details, &month_of, &|row: &Row| (part_of(row), currency_of(row)), may_lack_some) {
            return Some(parts(Split::Entities));
        }
        gaps = gaps.or(Some(parts(Split::Gaps)));
    }
    // Entities of several segments each: no column tells the rows of a month apart, and all of them together do.
    let columns: Vec<usize> = free_texts(reading, profiles).map(|profile| profile.column).collect();
    let key_of = |row: &Row| {
        let parts = columns.iter().map(|column| row.text(*column).to_lowercase());
        parts.chain(currency_of(row)).collect::<Vec<String>>()
    };
    if let [first, _, ..] = columns.as_slice()
        && is_grid(details, &month_of, &key_of, false)
    {
        return Some(Parts { column: *first, split: Split::Entities, kept: Vec::new(), day: None });
    }
    gaps.filter(|parts| {
        profiles.iter().any(|profile| profile.column == parts.column && profile.says_any(&[C::Client, C::Entity]))
    })
}
