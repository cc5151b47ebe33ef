//! Where the table stands in the text: delimiter, header row, kind of data, meaning of columns.

use chrono::NaiveDate;

use super::dialect::{self, Dialect};
use super::encoding;
use super::field::{Field, Nature, map_headers};
use super::notation::Notation;
use super::records::{MAX_COLUMNS, Records};
use super::source::{Column, DateOrder, DecimalMark, Delimiter, Encoding, ImportOptions, Kind};
use super::{date, number};
use crate::issue::{Issue, IssueCode, Issues};

/// Rows a header is looked for in, below title lines.
const HEADER_WITHIN: usize = 30;

/// Bytes that the first rows are looked for in at a time.
const PIECE_BYTES: usize = 1 << 13;

/// Rows shown as a preview.
const PREVIEW_ROWS: usize = 10;

/// Cells shown of a column.
const SAMPLES: usize = 3;

/// Characters shown of a cell.
const SHOWN_CHARS: usize = 60;

/// Where the table stands and what its columns mean.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What stands between two cells.
    pub delimiter: Delimiter,
    /// Line of the header, if there is one.
    pub header_line: Option<u32>,
    /// What the rows are, if that could be told.
    pub kind: Option<Kind>,
    /// The meaning of every column.
    pub mapping: Vec<Option<Field>>,
    headers: Vec<String>,
    titles: Vec<String>,
    head: Vec<Vec<String>>,
    is_obstructed: bool,
}

impl Layout {
    /// Finds the table that starts with the bytes of `head`, which are all of it if it `is_whole`.
    #[must_use]
    pub fn detect(
        text: &[u8],
        is_whole: bool,
        encoding: Encoding,
        options: &ImportOptions,
        issues: &mut Issues,
    ) -> Self {
        let dialect =
            options.delimiter.map_or_else(|| dialect::detect(text), |chosen| dialect::read_with(text, chosen));
        let head = head(text, is_whole, dialect.delimiter, encoding);
        let known = known_header(&head);
        let is_obstructed = obstruction(&dialect, &head, known.is_some()).map(|issue| issues.push(issue)).is_some();
        let header = match options.has_header {
            Some(false) => None,
            Some(true) => Some(known.or_else(|| first_header(&head)).unwrap_or(0)),
            None => known.or_else(|| first_header(&head)),
        };
        let headers = header.and_then(|index| head.get(index)).map_or_else(Vec::new, |record| record.cells.clone());
        let body: Vec<Vec<String>> =
            head.iter().skip(header.map_or(0, |index| index + 1)).map(|record| record.cells.clone()).collect();
        // Not the longest row: a surplus cell is one that most rows do not have.
        let width = headers.len().max(dialect.columns);
        let titles = head.iter().take(header.unwrap_or(0)).flat_map(|record| record.cells.clone()).collect();
        let mut layout = Self {
            delimiter: dialect.delimiter,
            header_line: header.and_then(|index| head.get(index)).map(|record| record.line),
            kind: None,
            mapping: Vec::new(),
            headers,
            titles,
            head: body,
            is_obstructed,
        };
        layout.give_meaning(width, options, issues);
        layout
    }

    /// The kind, if the columns it cannot do without are there; findings say what is missing otherwise.
    #[must_use]
    pub fn usable_kind(&self, issues: &mut Issues) -> Option<Kind> {
        if self.is_obstructed {
            return None;
        }
        let Some(kind) = self.kind else {
            let has_figures = self.head.iter().flatten().any(|cell| is_figure(cell));
            let code = if has_figures || self.header_line.is_none() {
                IssueCode::UnrecognisedColumns
            } else {
                IssueCode::NoDataRows
            };
            let shown: Vec<&str> = self.headers.iter().map(String::as_str).collect();
            issues.push(Issue::new(code).reading(&shown.join(", ")));
            return None;
        };
        let missing: Vec<Field> = needed(kind)
            .iter()
            .filter(|choice| !choice.iter().any(|field| self.has(*field)))
            .filter_map(|choice| choice.first().copied())
            .collect();
        for field in &missing {
            issues.push(Issue::new(IssueCode::MissingColumn).reading(field.name()));
        }
        missing.is_empty().then_some(kind)
    }

    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.mapping.iter().position(|mapped| *mapped == Some(field))
    }

    /// The header of a column; empty where there is none.
    #[must_use]
    pub fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", String::as_str)
    }

    /// The last date in the lines above the header, as in "Balance âgée au 31/10/2025".
    #[must_use]
    pub fn title_date(&self) -> Option<NaiveDate> {
        let words = self.titles.iter().flat_map(|title| title.split_whitespace());
        words.rev().find_map(|word| date::parse(word, DateOrder::Dmy))
    }

    /// The columns as they are shown.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        let column = |(index, field): (usize, &Option<Field>)| Column {
            header: shown(self.header(index)),
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
        let row = |row: &Vec<String>| row.iter().map(|cell| shown(cell)).collect();
        self.head.iter().take(PREVIEW_ROWS).map(row).collect()
    }

    /// The same rows as they are read: amounts as decimals, dates as `yyyy-mm-dd`, months as `yyyy-mm`. `None` where a cell is
    /// kept as it is, or cannot be read.
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
        let row = |row: &Vec<String>| row.iter().enumerate().map(cell).collect();
        self.head.iter().take(PREVIEW_ROWS).map(row).collect()
    }

    fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    fn give_meaning(&mut self, width: usize, options: &ImportOptions, issues: &mut Issues) {
        let width = width.min(MAX_COLUMNS);
        let headers: Vec<String> = (0..width).map(|column| self.header(column).to_owned()).collect();
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        if let Some(chosen) = &options.columns {
            self.kind = options.kind.or_else(|| kind_of_fields(chosen)).or_else(|| kind_of(&headers));
            self.mapping = chosen.iter().copied().chain(std::iter::repeat(None)).take(width).collect();
            return;
        }
        self.kind = options.kind.or_else(|| kind_of(&headers));
        self.mapping = self.kind.map_or_else(|| vec![None; width], |kind| map_headers(kind, &headers));
        if self.header_line.is_none() && !self.is_obstructed {
            if let Some(mapping) = self.mapping_by_content(width) {
                self.kind = Some(Kind::Series);
                self.mapping = mapping;
            }
            issues.push(Issue::new(IssueCode::NoHeader));
        }
    }

    /// Without a header, a column of distinct months beside two of amounts can only be a series: sales, then
    /// receivables. Anything else is left to the user.
    fn mapping_by_content(&self, width: usize) -> Option<Vec<Option<Field>>> {
        let all = |column: usize, reads: &dyn Fn(&str) -> bool| {
            let mut cells =
                self.head.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty()).peekable();
            cells.peek().is_some() && cells.all(|cell| reads(cell))
        };
        let is_month = |cell: &str| date::parse_month(cell, DateOrder::Dmy).is_some();
        let is_amount = |cell: &str| {
            number::parse(cell, DecimalMark::Comma).is_ok() || number::parse(cell, DecimalMark::Point).is_ok()
        };
        let month = (0..width).find(|column| all(*column, &is_month))?;
        let amounts: Vec<usize> = (0..width).filter(|column| *column != month && all(*column, &is_amount)).collect();
        let [sales, receivables] = amounts.as_slice() else { return None };
        let field = |column: usize| match column {
            column if column == month => Some(Field::Month),
            column if column == *sales => Some(Field::SalesInclTax),
            column if column == *receivables => Some(Field::Receivables),
            _ => None,
        };
        Some((0..width).map(field).collect())
    }
}

/// One of the first rows, decoded.
struct HeadRow {
    line: u32,
    cells: Vec<String>,
    excess: Option<Issue>,
}

/// The first rows of the text.
fn head(text: &[u8], is_whole: bool, delimiter: Delimiter, encoding: Encoding) -> Vec<HeadRow> {
    let mut records = Records::new(delimiter);
    let mut head: Vec<HeadRow> = Vec::new();
    let mut read = |records: &mut Records| {
        let wants_more =
            |head: &[HeadRow]| head.len() < HEADER_WITHIN + PREVIEW_ROWS && head.iter().all(|row| row.excess.is_none());
        while wants_more(&head) && records.read() {
            let cells = records.cells().map(|cell| encoding::text(cell, encoding).trim().to_owned()).collect();
            head.push(HeadRow { line: records.line(), cells, excess: records.excess() });
        }
        wants_more(&head)
    };
    // Most rows are short: the first of them stand in the first pieces.
    let is_all = text.chunks(PIECE_BYTES).all(|piece| {
        records.push(piece);
        read(&mut records)
    });
    if is_all && is_whole {
        records.complete();
        read(&mut records);
    }
    head
}

/// What keeps the text from being read as a table at all.
fn obstruction(dialect: &Dialect, head: &[HeadRow], knows_header: bool) -> Option<Issue> {
    if let Some(issue) = head.iter().find_map(|row| row.excess.clone()) {
        return Some(issue);
    }
    let cells = || head.iter().flat_map(|record| record.cells.iter());
    let has_figures = cells().any(|cell| is_figure(cell));
    let first_line =
        || head.first().map_or_else(String::new, |row| row.cells.join(&dialect.delimiter.char().to_string()));
    let first = head.first().and_then(|row| row.cells.first()).map_or("", String::as_str);
    if matches!(first, "EXTF" | "DTVF") {
        return Some(Issue::new(IssueCode::DatevPostings).on_line(1).reading(&first_line()));
    }
    if !has_figures && !knows_header {
        return Some(Issue::new(IssueCode::NotATable).on_line(1).reading(&first_line()));
    }
    if dialect.columns <= 1 && !knows_header {
        let sentences = cells().filter(|cell| cell.split_whitespace().count() > 4).count();
        let code = if sentences * 2 > head.len() { IssueCode::NotATable } else { IssueCode::OneColumn };
        return Some(Issue::new(code).on_line(1).reading(&first_line()));
    }
    None
}

/// The row with most known headers, at least two that belong to one kind of data.
fn known_header(head: &[HeadRow]) -> Option<usize> {
    let best = head
        .iter()
        .take(HEADER_WITHIN)
        .enumerate()
        .filter(|(_, record)| record.cells.len() <= MAX_COLUMNS)
        .map(|(index, record)| (known_headers(record), std::cmp::Reverse(index)))
        .max()?;
    (best.0 >= 2).then_some(best.1.0)
}

/// How many cells of a row are headers of one kind; none if any other cell is a figure. `+90` is one, and a header too.
fn known_headers(record: &HeadRow) -> usize {
    let cells: Vec<&str> = record.cells.iter().map(String::as_str).collect();
    let mut figures = record.cells.iter().map(|cell| is_figure(cell)).enumerate().filter(|(_, is_figure)| *is_figure);
    let count = |kind| map_headers(kind, &cells).iter().flatten().count();
    let Some((first, _)) = figures.next() else { return Kind::ALL.into_iter().map(count).max().unwrap_or(0) };
    // Only ages are headers and figures alike, and a row of data starts with another figure sooner or later.
    let mapping = |column: usize| map_headers(Kind::AgedBalance, cells.get(column..=column).unwrap_or_default());
    let are_ages =
        std::iter::once(first).chain(figures.map(|(column, _)| column)).all(|column| mapping(column) != [None]);
    if are_ages { count(Kind::AgedBalance) } else { 0 }
}

/// A first row of words above a row with figures is a header, if not a known one.
fn first_header(head: &[HeadRow]) -> Option<usize> {
    let has_figures = |record: &HeadRow| record.cells.iter().any(|cell| is_figure(cell));
    let [first, second, ..] = head else { return None };
    (first.cells.len() > 1 && !has_figures(first) && has_figures(second)).then_some(0)
}

fn is_figure(cell: &str) -> bool {
    number::parse(cell, DecimalMark::Comma).is_ok()
        || number::parse(cell, DecimalMark::Point).is_ok()
        || date::parse(cell, DateOrder::Dmy).is_some()
        || date::parse(cell, DateOrder::Mdy).is_some()
        || date::parse_month(cell, DateOrder::Dmy).is_some()
}

/// The columns a kind cannot do without: of each group one.
const fn needed(kind: Kind) -> &'static [&'static [Field]] {
    match kind {
        Kind::Series => &[&[Field::Month], &[Field::Receivables], &[Field::SalesInclTax, Field::SalesExclTax]],
        Kind::Invoices => &[&[Field::IssueDate], &[Field::Amount, Field::OpenAmount]],
        Kind::AgedBalance => &[
            &[Field::Customer],
            &[Field::NotDue, Field::DaysTo30, Field::DaysTo60, Field::DaysTo90, Field::DaysTo120, Field::DaysBeyond],
        ],
        Kind::Fec => &[
            &[Field::EntryDate],
            &[Field::Account],
            &[Field::Debit, Field::SignedAmount],
            &[Field::Credit, Field::SignedAmount],
        ],
        Kind::Payments => &[&[Field::Number], &[Field::SettledDate], &[Field::PaidAmount]],
    }
}

/// The kind that the headers speak for, the most particular one first.
fn kind_of(headers: &[&str]) -> Option<Kind> {
    let mapped = |kind| {
        let mapping = map_headers(kind, headers);
        move |field| mapping.contains(&Some(field))
    };
    let (in_series, in_invoices) = (mapped(Kind::Series), mapped(Kind::Invoices));
    let (in_fec, in_aged, in_payments) = (mapped(Kind::Fec), mapped(Kind::AgedBalance), mapped(Kind::Payments));
    let has_sales = in_series(Field::SalesInclTax) || in_series(Field::SalesExclTax);
    let has_amount = in_invoices(Field::Amount) || in_invoices(Field::OpenAmount);
    let is_dated = in_invoices(Field::IssueDate);
    let count = |fields: &[Field], is_in: &dyn Fn(Field) -> bool| fields.iter().filter(|field| is_in(**field)).count();
    let about_invoices = [Field::Number, Field::Customer, Field::DueDate, Field::SettledDate, Field::OpenAmount];
    let marks = count(&about_invoices, &in_invoices);
    let ages = [Field::NotDue, Field::DaysTo30, Field::DaysTo60, Field::DaysTo90, Field::DaysTo120, Field::DaysBeyond];
    let has_two_sides =
        (in_fec(Field::Debit) && in_fec(Field::Credit)) || (in_fec(Field::SignedAmount) && in_fec(Field::Direction));
    if in_fec(Field::EntryDate) && in_fec(Field::Account) && has_two_sides {
        Some(Kind::Fec)
    } else if in_aged(Field::Customer) && count(&ages, &in_aged) >= 2 && !(is_dated && has_amount) {
        Some(Kind::AgedBalance)
    } else if in_payments(Field::Number)
        && in_payments(Field::SettledDate)
        && in_payments(Field::PaidAmount)
        && !is_dated
        && !in_invoices(Field::DueDate)
    {
        Some(Kind::Payments)
    } else if in_series(Field::Month) && in_series(Field::Receivables) && (has_sales || marks < 2) {
        Some(Kind::Series)
    } else if is_dated && has_amount && (marks > 0 || !has_sales) {
        Some(Kind::Invoices)
    } else if in_series(Field::Month) && has_sales {
        Some(Kind::Series)
    } else if is_dated || (has_amount && marks > 0) {
        Some(Kind::Invoices)
    } else {
        None
    }
}

/// The kind that most of a chosen mapping belongs to; `None` where two kinds share it alike.
fn kind_of_fields(chosen: &[Option<Field>]) -> Option<Kind> {
    let count = |kind| chosen.iter().flatten().filter(|field| Field::of(kind).contains(field)).count();
    let most = Kind::ALL.into_iter().map(count).max()?;
    let mut best = Kind::ALL.into_iter().filter(|kind| count(*kind) == most);
    best.next().filter(|_| most > 0 && best.next().is_none())
}

fn shown(cell: &str) -> String {
    cell.chars().take(SHOWN_CHARS).collect()
}
