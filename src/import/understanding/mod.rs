//! What every block, row and column of a table is, told from its first rows as a whole before a row is read for good.
//!
//! 1. `dialects` cuts the text into cells in the ways that may be meant; each goes on to be read.
//! 2. `sheet` looks at every cell: number, day, month, text, nothing.
//! 3. `blocks` finds titles, headings and tables; `across` turns a table whose months stand side by side, `crosstab` one of
//!    years by months or customers by months.
//! 4. `profile` says what the cells of each column can be, and what its heading speaks of (`concepts`, `ages`).
//! 5. `row_roles` tells details from totals by sums, and sections.
//! 6. `relations` finds what adds up between columns, `bonus` what that says of them; `readings` and `aged` name all columns
//!    together, for every kind of data.
//! 7. `splits` finds what must not be added, `titles` what the lines above say, `doubts` what stays unexplained.
//!
//! The result is a [[`Table`]]: a value that the readers follow, and that guesses nothing any more.

mod across;
mod aged;
mod ages;
mod blocks;
mod bonus;
mod concepts;
mod crosstab;
mod dialects;
mod doubts;
mod marks;
mod payable;
mod profile;
mod readings;
mod relations;
mod roles;
mod row_roles;
mod segments;
mod sheet;
mod splits;
mod surplus;
mod table;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod titles;

pub use ages::Age;
pub use doubts::Doubt;
pub use marks::{says_no, says_yes};
pub use profile::Scale;
pub use readings::{Because, Slabs, TaxBasis};
pub use relations::{Found, Relation, TOLERANCE};
pub use roles::ColumnType;
pub use row_roles::{RowRole, speaks_of_total};
pub use sheet::{Cell, Writing};
pub use splits::{Parts, Split};
pub use surplus::{best_join, joins_nothing};
pub use table::Table;
pub use titles::Titles;

use self::blocks::Block;
use self::bonus::{Bonus, bonus};
use self::concepts::Concept as C;
use self::dialects::Head;
use self::profile::Profile;
use self::readings::{Evidence, LEAST, Reading};
use self::relations::Values;
use self::row_roles::{Columns, RowRoles};
use self::sheet::{Row, Sheet};
use super::dialect::Dialect;
use super::field::Field;
use super::source::{Encoding, ImportOptions, Kind};
use crate::issue::{Issue, IssueCode};

/// What was understood of a text.
#[derive(Clone, Debug, Default)]
pub struct Understanding {
    /// The tables that are read, from the top; an alternative to one follows it.
    pub tables: Vec<Table>,
    /// The lines of tables that are not: the first and the last, and the title or the headings.
    pub unread: Vec<(u32, u32, String)>,
    /// What keeps the text from being read.
    pub refusal: Option<Issue>,
    /// The text with each month as a row, where months stood side by side.
    pub turned: Option<String>,
    /// What the table looks like where it was not understood.
    pub unknown: Option<Table>,
}

/// Understands a text from its first bytes, which are all of it if it `is_whole`.
#[must_use]
pub fn understand(text: &[u8], is_whole: bool, encoding: Encoding, options: &ImportOptions) -> Understanding {
    let candidates = dialects::candidates(text, encoding, options.delimiter);
    let mut best: Option<(i64, Understanding)> = None;
    for candidate in &candidates {
        let head = dialects::head(text, is_whole, candidate.dialect, encoding);
        let (points, understanding) = attempt(&head, candidate.dialect, options);
        let points = i64::from(points) * 100 + i64::try_from(candidate.points / 10_000).unwrap_or(0);
        if best.as_ref().is_none_or(|(most, _)| points > *most) {
            best = Some((points, understanding));
        }
    }
    let one_column = || {
        let dialect = Dialect::from(options.delimiter.unwrap_or(super::source::Delimiter::Semicolon));
        attempt(&dialects::head(text, is_whole, dialect, encoding), dialect, options).1
    };
    best.map_or_else(one_column, |(_, understanding)| understanding)
}

/// Reads the head in one dialect; how much that explains.
fn attempt(head: &Head, dialect: Dialect, options: &ImportOptions) -> (i32, Understanding) {
    let mut understanding = Understanding::default();
    if let Some(excess) = &head.excess {
        understanding.refusal = Some(excess.clone());
        return (0, understanding);
    }
    let mut sheet = Sheet::of(&head.rows, (options.decimal_mark, options.date_order));
    if head.is_whole && options.columns.is_none() {
        let name = options.sheet.as_ref().map(|facts| facts.name.as_str());
        understanding.turned = across::turned(&sheet).or_else(|| crosstab::told(&sheet, name));
        if let Some(turned) = &understanding.turned {
            let tab = Dialect::from(super::source::Delimiter::Tab);
            let (points, _) = attempt(&dialects::head(turned.as_bytes(), true, tab, Encoding::Utf8), tab, options);
            if points >= LEAST {
                return (points, understanding);
            }
            understanding.turned = None;
        }
    }
    let blocks = blocks::split(&sheet, options.has_header);
    let mut points = 0;
    let mut tables: Vec<Table> = Vec::new();
    for (place, block) in blocks.iter().enumerate() {
        let is_last = place + 1 == blocks.len();
        let studied = Studied::of(&mut sheet, block, dialect, options);
        let read = studied.tables(&sheet, dialect, head.is_whole || !is_last, options);
        points += studied.readings.first().map_or(0, |reading| reading.points);
        let lines = studied.lines(&sheet);
        if read.is_empty() {
            let name = block.titles.last().cloned().unwrap_or_else(|| block.headings.join(", "));
            understanding.unread.push((lines.0, lines.1, name));
            understanding.unknown = understanding.unknown.or_else(|| Some(studied.unknown(&sheet, dialect)));
        }
        tables.extend(read);
    }
    keep_apart(&mut tables, &mut understanding.unread);
    understanding.refusal = understanding.refusal.or_else(|| {
        let is_headed = blocks.iter().any(|block| !block.heading_rows.is_empty());
        refusal(&tables, head, dialect, is_headed)
    });
    understanding.tables = tables;
    (points, understanding)
}

/// Tables of another kind than the first are named, not read: but payments pay invoices. Where some speak of suppliers,
/// the others are meant.
fn keep_apart(tables: &mut Vec<Table>, unread: &mut Vec<(u32, u32, String)>) {
    let of_suppliers = |table: &Table| table.titles.is_of_suppliers;
    if tables.iter().any(of_suppliers) && !tables.iter().all(of_suppliers) {
        let name = |table: &Table| (table.first_line, table.last_line.unwrap_or(table.first_line), table.title_text());
        unread.extend(tables.iter().filter(|table| of_suppliers(table)).map(name));
        tables.retain(|table| !of_suppliers(table));
    }
}

/// What keeps the text from being a table at all.
fn refusal(tables: &[Table], head: &Head, dialect: Dialect, is_headed: bool) -> Option<Issue> {
    let first = head.rows.first()?;
    let first_line = first.cells.join(&dialect.delimiter.char().to_string());
    let issue = |code| Some(Issue::new(code).on_line(first.line).reading(&first_line));
    if matches!(first.cells.first().map(String::as_str), Some("EXTF" | "DTVF")) {
        return issue(IssueCode::DatevPostings);
    }
    if first
        .cells
        .first()
        .is_some_and(|cell| cell.starts_with("!TRNS") || cell.starts_with("!HDR") || cell.starts_with("!ACCNT"))
    {
        return issue(IssueCode::IifPostings);
    }
    if !tables.is_empty() {
        return None;
    }
    let cells = || head.rows.iter().flat_map(|row| &row.cells);
    let writing = Sheet::of(&[], (None, None)).writing;
    let has_values = cells().take(2000).any(|cell| Cell::of(cell, writing).is_value());
    let sentences = cells().filter(|cell| cell.split_whitespace().count() > 4).count();
    if dialect.width <= 1 && !is_headed {
        return issue(if has_values && sentences * 2 <= head.rows.len() {
            IssueCode::OneColumn
        } else {
            IssueCode::NotATable
        });
    }
    if !has_values && (!is_headed || sentences > 0) {
        return issue(IssueCode::NotATable);
    }
    None
}

/// A block, looked at from all sides.
struct Studied<'a> {
    block: &'a Block,
    profiles: Vec<Profile>,
    roles: RowRoles,
    /// Places of its details among the rows of the sheet.
    details: Vec<usize>,
    relations: Vec<Found>,
    readings: Vec<Reading>,
    values: Values,
    /// Rows whose surplus cells were joined.
    joined: usize,
    /// Rows with more cells than headings that could not be.
    too_long: usize,
    /// The name of the sheet, which says as much as a line above the table.
    sheet_name: Option<&'a str>,
}

impl<'a> Studied<'a> {
    fn of(sheet: &mut Sheet, block: &'a Block, dialect: Dialect, options: &'a ImportOptions) -> Self {
        let (joined, too_long) = surplus::join_all(sheet, block, dialect.width);
        let sheet = &*sheet;
        let rows: Vec<&Row> = block.rows.iter().filter_map(|place| sheet.rows.get(*place)).collect();
        let first_look = profiles(block, &rows, sheet.writing);
        let roles = row_roles::classify(&rows, Columns::of(&first_look));
        let is_detail = |place: &usize| roles.roles.get(*place) == Some(&RowRole::Detail);
        let details: Vec<usize> = (0..rows.len()).filter(is_detail).collect();
        let detail_rows: Vec<&Row> = details.iter().filter_map(|place| rows.get(*place).copied()).collect();
        let has_all = detail_rows.len() == rows.len();
        let profiles = if has_all { first_look } else { profiles(block, &detail_rows, sheet.writing) };
        let values = values(&profiles, &detail_rows);
        let mut relations = relations::find(&related(&profiles, &values));
        let asked_for = payable::asked_for(&profiles, &detail_rows, &values);
        let mut bonus = bonus(&profiles, &values, &relations, asked_for);
        parts_of_numbers(&profiles, &detail_rows, &values, &mut relations, &mut bonus);
        balances_of_customers(&profiles, &detail_rows, &values, &mut relations, &mut bonus);
        let evidence =
            Evidence { profiles: &profiles, values: &values, relations: &relations, bonus, details: details.len() };
        let mut readings = readings::readings(&evidence);
        relations.extend(readings.first().and_then(|reading| running_balance(reading, &values)));
        if let Some(chosen) = chosen_for(block, options) {
            readings = vec![chosen_reading(chosen, options.kind, &readings)];
        } else if let Some(kind) = options.kind {
            readings.retain(|reading| reading.kind == Some(kind));
            if readings.is_empty() {
                readings.push(Reading::of(kind));
            }
        } else if block.heading_rows.is_empty() && block.headings.iter().all(String::is_empty) {
            readings = readings_without_headings(&profiles);
        }
        let details = details.iter().filter_map(|place| block.rows.get(*place).copied()).collect();
        let sheet_name = options.sheet.as_ref().map(|facts| facts.name.as_str());
        Self { block, profiles, roles, details, relations, readings, values, joined, too_long, sheet_name }
    }

    /// First and last line of the block.
    fn lines(&self, sheet: &Sheet) -> (u32, u32) {
        let places = || self.block.heading_rows.iter().chain(&self.block.rows);
        let line = |place: Option<&usize>| place.and_then(|place| sheet.rows.get(*place)).map_or(1, |row| row.line);
        (line(places().min()), line(places().max()))
    }

    /// The reading that explains most and, where there is one, that of the same rows as payments or as invoices.
    fn tables(&self, sheet: &Sheet, dialect: Dialect, is_whole: bool, options: &ImportOptions) -> Vec<Table> {
        let Some(best) = self.readings.first() else { return Vec::new() };
        let is_asked = options.kind.is_some() || options.columns.is_some();
        if best.points < LEAST && !is_asked && !self.block.headings.iter().all(String::is_empty) {
            return Vec::new();
        }
        let mut best = best.clone();
        if options.columns.is_none() {
            segments::mark(&mut best, &self.profiles);
        }
        let best = &best;
        let mut tables = vec![self.table(best, sheet, dialect, is_whole)];
        if is_asked {
            return tables;
        }
        let other = |kind: Kind| self.readings.iter().find(|reading| reading.kind == Some(kind));
        let alternative = match best.kind {
            // What pays the invoices of another table, whatever its headings say.
            Some(Kind::Invoices) if !best.has(Field::DueDate) => other(Kind::Payments),
            Some(Kind::Payments) => {
                other(Kind::Invoices).filter(|reading| reading.points + readings::POINT * 3 / 2 > best.points)
            }
            _ => None,
        };
        if let Some(reading) = alternative {
            let mut table = self.table(reading, sheet, dialect, is_whole);
            table.is_alternative = true;
            tables.push(table);
        }
        tables
    }

    fn table(&self, reading: &Reading, sheet: &Sheet, dialect: Dialect, is_whole: bool) -> Table {
        let detail_rows: Vec<&Row> = self.details.iter().filter_map(|place| sheet.rows.get(*place)).collect();
        let has_dollars = sheet.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.text.contains('$'));
        let name = self.sheet_name.map(str::to_owned);
        let above: Vec<String> = name.into_iter().chain(self.block.titles.iter().cloned()).collect();
        let titles = titles::read(&above, sheet.writing, has_dollars);
        let parts = splits::find(reading, &self.profiles, &detail_rows);
        let doubts = doubts::find(&doubts::Facts {
            reading,
            profiles: &self.profiles,
            relations: &self.relations,
            values: &self.values,
            others: &self.readings,
            too_long: self.too_long,
            titles: &titles,
            details: self.details.len(),
        });
        Table::new(table::Made {
            reading,
            block: self.block,
            profiles: &self.profiles,
            roles: &self.roles,
            relations: &self.relations,
            sheet,
            dialect,
            is_whole,
            titles,
            parts,
            doubts,
            joined: self.joined,
        })
    }

    /// What the table looks like, without a meaning.
    fn unknown(&self, sheet: &Sheet, dialect: Dialect) -> Table {
        self.table(&Reading::default(), sheet, dialect, true)
    }
}

fn profiles(block: &Block, rows: &[&Row], writing: Writing) -> Vec<Profile> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(block.headings.len());
    let columns = block.columns.start..width.min(block.columns.end.max(block.headings.len()));
    let mut profiles: Vec<Profile> = columns
        .map(|column| {
            let heading = block.headings.get(column).map_or("", String::as_str);
            Profile::of(column, heading, rows.iter().copied(), writing)
        })
        .filter(|profile| profile.filled > 0 || !profile.heading.is_empty())
        .collect();
    profile::agree_on_days(&mut profiles);
    profiles
}

/// The numbers of all columns that hold numbers.
fn values(profiles: &[Profile], rows: &[&Row]) -> Values {
    let columns = profiles.iter().filter(|profile| profile.may_be_money());
    Values::of(
        columns.map(|profile| (profile.column, rows.iter().map(|row| row.units(profile.column)).collect())).collect(),
    )
}

/// The columns that relations are looked for among: not numbers of documents, years, days or rates.
fn related(profiles: &[Profile], values: &Values) -> Values {
    let is_meant = |profile: &&Profile| {
        profile.may_be_money() && (profile.age.is_some() || !profile.says_any(&[C::Number, C::Year, C::Days, C::Rate]))
    };
    let columns = profiles
        .iter()
        .filter(is_meant)
        .filter_map(|profile| Some((profile.column, values.column(profile.column)?.to_vec())));
    Values::of(columns.collect())
}

/// The column that fits a field best by its words.
fn by_words(profiles: &[Profile], field: Field) -> Option<&Profile> {
    let points = |profile: &Profile| roles::points(field, profile.concepts).filter(|points| *points > 0);
    let keys = profiles.iter().filter(|profile| matches!(profile.kind, ColumnType::Text | ColumnType::Integer));
    keys.filter_map(|profile| Some((points(profile)?, profile)))
        .rev()
        .max_by_key(|(points, _)| *points)
        .map(|(_, profile)| profile)
}

/// Instalments: rows of one number, with other dates, whose parts add up to an amount that each repeats.
fn parts_of_numbers(
    profiles: &[Profile],
    rows: &[&Row],
    values: &Values,
    relations: &mut Vec<Found>,
    bonus: &mut Bonus,
) {
    let Some(key) = by_words(profiles, Field::Number) else { return };
    let keys: Vec<&str> = rows.iter().map(|row| row.text(key.column)).collect();
    let days: Vec<usize> =
        profiles.iter().filter(|profile| profile.kind == ColumnType::Date).map(|profile| profile.column).collect();
    let days_of =
        |row: usize| -> Vec<&str> { days.iter().map(|day| rows.get(row).map_or("", |row| row.text(*day))).collect() };
    let differ = relations::groups(&keys)
        .values()
        .any(|group| group.first().is_some_and(|first| group.iter().any(|row| days_of(*row) != days_of(*first))));
    for [part, total] in relations::parts_of_repeated(&keys, &related(profiles, values)) {
        let relation = Relation::PartsOf([part, total]);
        relations.push(Found { relation: relation.clone(), rows: rows.len(), holds: rows.len() });
        if differ {
            bonus.add(Field::Amount, part, 8, &relation);
            for (field, column, points) in
                [(Field::Amount, total, -4), (Field::OpenAmount, part, -9), (Field::OpenAmount, total, -12)]
            {
                bonus.add(field, column, points, &relation);
            }
        }
    }
}

/// The balance of a customer, repeated on each of its rows, is no amount of an invoice.
fn balances_of_customers(
    profiles: &[Profile],
    rows: &[&Row],
    values: &Values,
    relations: &mut Vec<Found>,
    bonus: &mut Bonus,
) {
    let Some(customer) = by_words(profiles, Field::Customer) else { return };
    let keys: Vec<&str> = rows.iter().map(|row| row.text(customer.column)).collect();
    let groups = relations::groups(&keys);
    let many: Vec<&Vec<usize>> = groups.values().filter(|group| group.len() > 1).collect();
    let related = related(profiles, values);
    let money: Vec<&Profile> = profiles.iter().filter(|profile| related.column(profile.column).is_some()).collect();
    let amount_points = |profile: &Profile| roles::points(Field::Amount, profile.concepts).unwrap_or(-990);
    for profile in &money {
        let at =
            |column: usize, row: usize| related.column(column).and_then(|values| values.get(row).copied().flatten());
        let repeats = many.iter().all(|group| {
            group.iter().all(|row| at(profile.column, *row) == at(profile.column, group.first().copied().unwrap_or(0)))
        });
        let may_be_balance = profile.says_any(&[C::Open, C::Client, C::Receivable, C::Running, C::ToPay]);
        if many.is_empty() || !repeats || !may_be_balance {
            continue;
        }
        let (mut asked, mut proofs) = (0, 0);
        for group in &many {
            let Some(balance) = group.first().and_then(|row| at(profile.column, *row)).filter(|balance| *balance != 0)
            else {
                continue;
            };
            asked += 1;
            let is_proof = money.iter().any(|other| {
                let amounts: Vec<i64> = group.iter().map(|row| at(other.column, *row).unwrap_or(0)).collect();
                let varies = amounts.iter().any(|amount| Some(amount) != amounts.first());
                let adds_up = (amounts.iter().sum::<i64>() - balance).abs() <= TOLERANCE;
                let are_less = amounts.iter().all(|amount| *amount < balance);
                other.column != profile.column
                    && amount_points(other) >= amount_points(profile).max(20)
                    && varies
                    && (adds_up || are_less)
            });
            proofs += usize::from(is_proof);
        }
        if proofs >= 1 && proofs * 2 >= asked {
            let relation = Relation::BalanceOf([customer.column, profile.column]);
            bonus.add(Field::OpenAmount, profile.column, -12, &relation);
            bonus.add(Field::Amount, profile.column, -12, &relation);
            relations.push(Found { relation, rows: asked, holds: proofs });
        }
    }
}

/// Do the debits and credits of a customer's account run to the balance beside them?
fn running_balance(reading: &Reading, values: &Values) -> Option<Found> {
    let columns =
        [reading.column(Field::Debit)?, reading.column(Field::Credit)?, reading.column(Field::RunningBalance)?];
    let [debits, credits, balances] = columns.map(|column| values.column(column));
    let (rows, holds) = relations::running(debits?, credits?, balances?);
    relations::is_enough(holds, rows).then_some(Found { relation: Relation::Running(columns), rows, holds })
}

/// The reading that the user chose, with what else is known of such a table. The meanings that were chosen, if they are
/// those of this table: another sheet of the workbook may have other columns.
fn chosen_for<'a>(block: &Block, options: &'a ImportOptions) -> Option<&'a [Option<Field>]> {
    let chosen = options.columns.as_deref()?;
    (options.sheet.is_none() || chosen.len() == block.headings.len()).then_some(chosen)
}

fn chosen_reading(chosen: &[Option<Field>], kind: Option<Kind>, readings: &[Reading]) -> Reading {
    let kind = kind.or_else(|| kind_of_fields(chosen)).or_else(|| readings.first().and_then(|reading| reading.kind));
    let Some(kind) = kind else { return Reading::default() };
    let mut reading = Reading::of(kind);
    reading.points = LEAST;
    for (column, field) in chosen.iter().enumerate() {
        if let Some(field) = field {
            reading.take(*field, column, Because::Chosen);
        }
    }
    if let Some(found) = readings.iter().find(|reading| reading.kind == Some(kind)) {
        keep_what_holds(&mut reading, found);
    }
    reading
}

/// What was known of columns stays known as long as they keep their meaning.
fn keep_what_holds(reading: &mut Reading, found: &Reading) {
    let is_same = |reading: &Reading, field: Field| reading.column(field) == found.column(field);
    if is_same(reading, Field::Amount) {
        reading.is_credit_notes = found.is_credit_notes;
        reading.tax = match found.tax {
            TaxBasis::Added if !is_same(reading, Field::TaxAmount) => TaxBasis::Unknown,
            tax => tax,
        };
    }
    let ages_are_same = Field::of(Kind::AgedBalance).iter().all(|field| is_same(reading, *field));
    reading.is_cumulated = found.is_cumulated
        && if found.kind == Some(Kind::AgedBalance) {
            ages_are_same
        } else {
            is_same(reading, Field::SalesInclTax) && is_same(reading, Field::SalesExclTax)
        };
    reading.slabs = if ages_are_same { found.slabs } else { Slabs::Apart };
    reading.overdue_is_percent = found.overdue_is_percent && is_same(reading, Field::Overdue);
}

/// The kind that most of a chosen mapping belongs to; `None` where two kinds share it alike.
fn kind_of_fields(chosen: &[Option<Field>]) -> Option<Kind> {
    let count = |kind| chosen.iter().flatten().filter(|field| Field::of(kind).contains(field)).count();
    let most = Kind::ALL.into_iter().map(count).max()?;
    let mut best = Kind::ALL.into_iter().filter(|kind| count(*kind) == most);
    best.next().filter(|_| most > 0 && best.next().is_none())
}

/// Without headings, a column of distinct months beside two of amounts can only be a series: sales, then receivables.
/// Anything else is left to the user.
fn readings_without_headings(profiles: &[Profile]) -> Vec<Reading> {
    let months: Vec<&Profile> =
        profiles.iter().filter(|profile| matches!(profile.kind, ColumnType::Month | ColumnType::Date)).collect();
    let amounts: Vec<&Profile> = profiles.iter().filter(|profile| profile.may_be_money()).collect();
    let ([month, ..], [sales, receivables]) = (months.as_slice(), amounts.as_slice()) else { return Vec::new() };
    if month.distinct < month.filled {
        return Vec::new();
    }
    let mut reading = Reading::of(Kind::Series);
    reading.points = LEAST;
    for (field, profile) in [(Field::Month, month), (Field::SalesInclTax, sales), (Field::Receivables, receivables)] {
        reading.take(field, profile.column, Because::Values);
    }
    vec![reading]
}
