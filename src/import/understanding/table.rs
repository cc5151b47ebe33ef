//! The reading of a table, complete: the value that the readers follow.

use std::ops::Range;

use super::blocks::Block;
use super::concepts::Concept;
use super::doubts::Doubt;
use super::profile::{Profile, Scale};
use super::readings::{Because, Reading};
use super::relations::Found;
use super::roles::ColumnType;
use super::row_roles::{RowRole, RowRoles};
use super::sheet::{Sheet, Writing};
use super::splits::Parts;
use super::titles::Titles;
use crate::import::dialect::Dialect;
use crate::import::field::{Field, Nature};
use crate::import::notation::Notation;
use crate::import::serial::Serial;
use crate::import::source::{Column, Kind};
use crate::import::{date, number};
use crate::issue::{Issue, IssueCode, Issues};
use crate::order::Order;

/// Rows shown as a preview.
const PREVIEW_ROWS: usize = 10;

/// Cells shown of a column.
const SAMPLES: usize = 3;

/// Characters shown of a cell.
const SHOWN_CHARS: usize = 60;

/// A total that was proved: its line, and the first and last line of what it sums up.
pub type TotalLine = (u32, u32, u32);

/// A table: where it stands, what its rows and columns are, and why.
#[derive(Clone, Debug)]
pub struct Table {
    /// What its rows are; `None` where that could not be told.
    pub kind: Option<Kind>,
    /// How the text is cut into cells.
    pub dialect: Dialect,
    /// The meaning of each column.
    pub mapping: Vec<Option<Field>>,
    /// Why each column has that meaning.
    pub because: Vec<Vec<Because>>,
    /// What else is known of the columns together.
    pub reading: Reading,
    /// Its columns, where another table stands beside it.
    pub columns: Range<usize>,
    /// The lines of its heading; none if it has none.
    pub heading_lines: Vec<u32>,
    /// The first line that belongs to it.
    pub first_line: u32,
    /// The last line that belongs to it; `None` if that is the last of the text.
    pub last_line: Option<u32>,
    /// What the lines that it was understood from are, in their order.
    pub roles: Vec<(u32, RowRole)>,
    /// Is there anything after these lines?
    pub goes_on: bool,
    /// The totals that were proved.
    pub totals: Vec<TotalLine>,
    /// Lines at its end that are called totals and do not add up.
    pub unproved_totals: Vec<u32>,
    /// What holds between its columns.
    pub relations: Vec<Found>,
    /// What the lines above it say.
    pub titles: Titles,
    /// What splits it.
    pub parts: Option<Parts>,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
    /// What most cells of each column are.
    pub types: Vec<ColumnType>,
    /// What the amounts of each column are to be multiplied by.
    pub scales: Vec<Scale>,
    /// The form of columns whose numbers are days.
    pub serials: Vec<Option<Serial>>,
    /// How numbers and days are written.
    pub writing: Writing,
    /// Columns of amounts that every row has, but for one in ten at most.
    pub always_filled: Vec<usize>,
    /// Columns of amounts that are not read.
    pub unused: Vec<usize>,
    /// Rows whose surplus cells were joined.
    pub joined: usize,
    /// Is it another way to read the table before it?
    pub is_alternative: bool,
    headings: Vec<String>,
    concepts: Vec<super::concepts::Concepts>,
    title_lines: Vec<String>,
    head: Vec<Vec<String>>,
}

/// What a table is made of.
pub(super) struct Made<'a> {
    pub reading: &'a Reading,
    pub block: &'a Block,
    pub profiles: &'a [Profile],
    pub roles: &'a RowRoles,
    pub relations: &'a [Found],
    pub sheet: &'a Sheet,
    pub dialect: Dialect,
    pub is_whole: bool,
    pub titles: Titles,
    pub parts: Option<Parts>,
    pub doubts: Vec<Doubt>,
    pub joined: usize,
}

impl Table {
    pub(super) fn new(made: Made<'_>) -> Self {
        let Made {
            reading,
            block,
            profiles,
            roles,
            relations,
            sheet,
            dialect,
            is_whole,
            titles,
            parts,
            doubts,
            joined,
        } = made;
        let width = profiles.iter().map(|profile| profile.column + 1).max().unwrap_or(0).max(block.headings.len());
        let profile = |column: usize| profiles.iter().find(|profile| profile.column == column);
        let line = |place: &usize| sheet.rows.get(*place).map(|row| row.line);
        let mut mapping = vec![None; width];
        let mut because = vec![Vec::new(); width];
        for role in &reading.roles {
            if let (Some(field), Some(reasons)) = (mapping.get_mut(role.column), because.get_mut(role.column)) {
                *field = Some(role.field);
                reasons.clone_from(&role.because);
            }
        }
        let mut all: Vec<(u32, RowRole)> =
            block.rows.iter().zip(&roles.roles).filter_map(|(place, role)| Some((line(place)?, *role))).collect();
        all.extend(block.repeats.iter().filter_map(|place| Some((line(place)?, RowRole::Heading))));
        all.order_by_key(|(line, _)| *line);
        let first = block.heading_rows.iter().chain(&block.rows).filter_map(line).min();
        let last = block.rows.iter().chain(&block.repeats).filter_map(line).max();
        let row_line = |place: usize| block.rows.get(place).and_then(line);
        let unused = unused(reading, profiles);
        let totals = roles
            .spans
            .iter()
            .filter_map(|span| Some((row_line(span.total)?, row_line(span.first)?, row_line(span.last)?)));
        let is_detail =
            |(place, role): (&usize, &RowRole)| (*role == RowRole::Detail).then(|| sheet.rows.get(*place)).flatten();
        let head = block.rows.iter().zip(&roles.roles).filter_map(is_detail).take(PREVIEW_ROWS);
        let head = head.map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect()).collect();
        let of = |column: usize, is_scaled: bool| {
            profile(column).map_or(Scale::Units, |profile| if is_scaled { profile.scale } else { Scale::Units })
        };
        let scales: Vec<Scale> =
            (0..width).map(|column| of(column, mapping.get(column).copied().flatten().is_some())).collect();
        // A unit in the title holds where no heading names one.
        let title_scale = if scales.iter().all(|scale| *scale == Scale::Units) { titles.scale } else { Scale::Units };
        let scales = scales.into_iter().map(|scale| if scale == Scale::Units { title_scale } else { scale }).collect();
        Self {
            kind: reading.kind,
            dialect,
            because,
            reading: reading.clone(),
            columns: block.columns.clone(),
            heading_lines: block.heading_rows.iter().filter_map(line).collect(),
            first_line: first.unwrap_or(1),
            last_line: if is_whole { last } else { None },
            roles: all,
            goes_on: !is_whole,
            totals: totals.collect(),
            unproved_totals: roles.unproved.iter().filter_map(|place| row_line(*place)).collect(),
            relations: relations.to_vec(),
            parts,
            doubts,
            types: (0..width).map(|column| profile(column).map_or(ColumnType::Empty, |profile| profile.kind)).collect(),
            scales,
            serials: (0..width).map(|column| profile(column).and_then(|profile| profile.serial)).collect(),
            writing: sheet.writing,
            always_filled: always_filled(reading, profiles, roles),
            unused,
            joined,
            is_alternative: false,
            headings: (0..width).map(|column| block.headings.get(column).cloned().unwrap_or_default()).collect(),
            concepts: (0..width)
                .map(|column| profile(column).map(|profile| profile.concepts).unwrap_or_default())
                .collect(),
            title_lines: block.titles.clone(),
            titles,
            head,
            mapping,
        }
    }

    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.mapping.iter().position(|mapped| *mapped == Some(field))
    }

    /// Has it a column for this field?
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// The heading of a column; empty where there is none.
    #[must_use]
    pub fn heading(&self, column: usize) -> &str {
        self.headings.get(column).map_or("", String::as_str)
    }

    /// The headings, from the left.
    #[must_use]
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// Does the heading of a field speak of this?
    #[must_use]
    pub(in crate::import) fn says(&self, field: Field, concept: Concept) -> bool {
        self.column(field).and_then(|column| self.concepts.get(column)).is_some_and(|concepts| concepts.has(concept))
    }

    /// Does the heading of the amounts name our own money, beside that of the documents?
    #[must_use]
    pub fn is_in_base_currency(&self) -> bool {
        [Field::Amount, Field::OpenAmount, Field::NotDue, Field::DaysTo30, Field::DaysTo60]
            .into_iter()
            .any(|field| self.says(field, Concept::BaseCurrency))
    }

    /// Does the heading of the amount say that it is that of a line of the invoice?
    #[must_use]
    pub fn has_amounts_of_lines(&self) -> bool {
        self.says(Field::Amount, Concept::Price)
    }

    /// Do headings of ages say that what stands under them is overdue?
    #[must_use]
    pub fn has_overdue_ages(&self) -> bool {
        [Field::DaysTo30, Field::DaysTo60, Field::DaysTo90, Field::DaysBeyond]
            .into_iter()
            .any(|field| self.says(field, Concept::Overdue))
    }

    /// Does the heading of a field speak of customers and of no money?
    #[must_use]
    pub fn names_customers_only(&self, field: Field) -> bool {
        let money = [Concept::Open, Concept::Amount, Concept::Incl, Concept::Excl];
        self.says(field, Concept::Client)
            && !money.into_iter().any(|concept| self.says(field, concept))
            && self
                .column(field)
                .is_some_and(|column| super::super::words::normalize(self.heading(column)).split(' ').count() == 1)
    }

    /// Do the amounts of a field include tax, as far as its heading says?
    #[must_use]
    pub fn names_tax(&self, field: Field) -> bool {
        self.says(field, Concept::Incl) || self.says(field, Concept::Excl) || self.says(field, Concept::Tax)
    }

    /// The lines above it as one text.
    #[must_use]
    pub fn title_text(&self) -> String {
        self.title_lines.last().cloned().unwrap_or_else(|| self.headings.join(", "))
    }

    /// The line of the heading, the last one if it has two.
    #[must_use]
    pub fn header_line(&self) -> Option<u32> {
        self.heading_lines.last().copied()
    }

    /// The kind, if the columns it cannot do without are there; findings say what is missing otherwise.
    #[must_use]
    pub fn usable_kind(&self, issues: &mut Issues) -> Option<Kind> {
        let Some(kind) = self.kind else {
            let has_rows = self.roles.iter().any(|(_, role)| *role == RowRole::Detail);
            let code = if has_rows || self.heading_lines.is_empty() {
                IssueCode::UnrecognisedColumns
            } else {
                IssueCode::NoDataRows
            };
            issues.push(Issue::new(code).reading(&self.headings.join(", ")));
            return None;
        };
        let missing: Vec<Field> = needed(kind)
            .iter()
            .filter(|choice| !choice.iter().any(|field| self.has(*field)))
            // Statuses may say what became of invoices, and no amount.
            .filter(|choice| !self.reading.is_of_statuses || choice.first() != Some(&Field::PaidAmount))
            .filter_map(|choice| choice.first().copied())
            .collect();
        for field in &missing {
            issues.push(Issue::new(IssueCode::MissingColumn).reading(field.name()));
        }
        missing.is_empty().then_some(kind)
    }

    /// The columns as they are shown.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        let column = |(index, field): (usize, &Option<Field>)| Column {
            header: shown(self.heading(index)),
            field: *field,
            samples: self
                .head
                .iter()
                .filter_map(|row| row.get(index))
                .filter(|cell| !cell.is_empty())
                .take(SAMPLES)
                .map(|cell| shown(cell))
                .collect(),
        };
        self.mapping.iter().enumerate().map(column).collect()
    }

    /// The first rows as they are shown.
    #[must_use]
    pub fn preview(&self) -> Vec<Vec<String>> {
        self.head.iter().map(|row| row.iter().map(|cell| shown(cell)).collect()).collect()
    }

    /// The same rows as they are read: amounts as decimals, dates as `yyyy-mm-dd`, months as `yyyy-mm`. `None` where a
    /// cell is kept as it is, or cannot be read.
    #[must_use]
    pub fn preview_read(&self, notation: &Notation) -> Vec<Vec<Option<String>>> {
        let cell = |(column, cell): (usize, &String)| {
            let read = match self.mapping.get(column).copied().flatten()?.nature() {
                Nature::Amount => {
                    number::parse(cell, notation.decimal_mark).ok()?.amount.to_decimal().normalize().to_string()
                }
                Nature::Date => date::parse(cell, notation.date_order)?.to_string(),
                Nature::Month => date::parse_month(cell, notation.date_order)?.to_string(),
                Nature::Text => return None,
            };
            Some(read)
        };
        self.head.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect()
    }
}

/// Columns of amounts that every record must have, and nearly every one has.
fn always_filled(reading: &Reading, profiles: &[Profile], roles: &RowRoles) -> Vec<usize> {
    const NEEDED: [Field; 9] = [
        Field::Amount,
        Field::Balance,
        Field::SalesInclTax,
        Field::SalesExclTax,
        Field::Receivables,
        Field::PaidAmount,
        Field::SignedAmount,
        Field::NotDue,
        Field::DaysBeyond,
    ];
    let details = roles.roles.iter().filter(|role| **role == RowRole::Detail).count();
    let is_usual = |filled: usize| if details < 10 { filled + 1 >= details } else { filled * 10 >= details * 9 };
    let is_needed = |profile: &&Profile| {
        let field = reading.roles.iter().find(|role| role.column == profile.column).map(|role| role.field);
        field.is_some_and(|field| NEEDED.contains(&field)) && profile.filled > 0 && is_usual(profile.filled)
    };
    profiles.iter().filter(is_needed).map(|profile| profile.column).collect()
}

/// Columns of amounts that are not read.
fn unused(reading: &Reading, profiles: &[Profile]) -> Vec<usize> {
    const NO_AMOUNTS: [Concept; 6] =
        [Concept::Number, Concept::Count, Concept::Rate, Concept::Days, Concept::Year, Concept::Account];
    let is_unused = |profile: &&Profile| {
        profile.may_be_money()
            && !reading.uses(profile.column)
            && !profile.heading.is_empty()
            && !profile.says_any(&NO_AMOUNTS)
    };
    profiles.iter().filter(is_unused).map(|profile| profile.column).collect()
}

/// The columns a kind cannot do without: of each group one.
const fn needed(kind: Kind) -> &'static [&'static [Field]] {
    match kind {
        // What one file lacks another may have.
        Kind::Series => &[&[Field::Month], &[Field::Receivables, Field::SalesInclTax, Field::SalesExclTax]],
        Kind::Invoices => &[
            &[Field::IssueDate, Field::DueDate, Field::SnapshotDate],
            &[Field::Amount, Field::OpenAmount, Field::CreditNoteAmount],
        ],
        Kind::AgedBalance => &[&[
            Field::NotDue,
            Field::DaysTo30,
            Field::DaysTo60,
            Field::DaysTo90,
            Field::DaysTo120,
            Field::DaysBeyond,
            Field::Overdue,
            Field::Age,
            // Without ages: what is overdue is not known then.
            Field::Balance,
            Field::Debit,
        ]],
        Kind::Fec => &[
            &[Field::EntryDate],
            &[Field::Account],
            &[Field::Debit, Field::SignedAmount],
            &[Field::Credit, Field::SignedAmount],
        ],
        Kind::Payments => &[&[Field::SettledDate], &[Field::PaidAmount], &[Field::Number, Field::Customer]],
        Kind::CustomerLedger => {
            &[&[Field::IssueDate], &[Field::Debit, Field::SignedAmount], &[Field::Credit, Field::SignedAmount]]
        }
    }
}

fn shown(cell: &str) -> String {
    cell.chars().take(SHOWN_CHARS).collect()
}
