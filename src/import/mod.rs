//! Bytes to a ledger or a series: one entry point that answers with the data, what it detected and what it found.

pub mod date;
pub mod dialect;
pub mod encoding;
pub mod field;
pub mod number;
pub mod records;
pub mod source;

mod invoices;
mod layout;
mod notation;
mod rows;
mod series;
mod vocabulary;

use self::encoding::decode;
use self::layout::Layout;
use self::notation::Notation;
use self::rows::Rows;
use self::source::{DateOrder, DecimalMark, Delimiter, Encoding, ImportOptions, Kind, RowCounts, Source};
use crate::issue::{Issue, IssueCode, Issues};
use crate::ledger::Ledger;
use crate::series::Series;

/// Data that figures can be drawn from.
#[derive(Clone, Debug)]
pub enum Data {
    /// A company month by month.
    Series(Series),
    /// Its invoices.
    Ledger(Ledger),
}

/// What an input gave.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The data; `None` where nothing usable was found, and a finding of severity error says why.
    pub data: Option<Data>,
    /// How the input was read.
    pub source: Source,
    /// Findings.
    pub issues: Issues,
}

/// Reads pasted or dropped bytes.
///
/// # Examples
///
/// ```
/// use encours::import::{read, source::ImportOptions, source::Kind};
///
/// let pasted = "mois;ca_ttc;encours\n2025-10;2 600;\n2025-11;6 400;9 000";
/// let imported = read(pasted.as_bytes(), &ImportOptions::default());
/// assert_eq!(imported.source.kind, Some(Kind::Series));
/// assert_eq!(imported.source.rows.accepted, 2);
/// ```
#[must_use]
pub fn read(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut issues = Issues::default();
    let mut source = blank_source(options);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        issues.push(Issue::new(IssueCode::EmptyInput));
        return Imported { data: None, source, issues };
    }
    let decoded = match decode(bytes, options.encoding) {
        Ok(decoded) => decoded,
        Err(issue) => {
            issues.push(*issue);
            return Imported { data: None, source, issues };
        }
    };
    source.encoding = decoded.encoding;
    if decoded.has_invalid_bytes {
        issues.push(Issue::new(IssueCode::InvalidBytes));
    }
    let data = read_text(&decoded.text, options, &mut source, &mut issues);
    Imported { data, source, issues }
}

fn read_text(text: &str, options: &ImportOptions, source: &mut Source, issues: &mut Issues) -> Option<Data> {
    let layout = Layout::detect(text, options, issues);
    source.delimiter = layout.delimiter;
    source.header_line = layout.header_line;
    source.kind = layout.kind;
    source.columns = layout.columns();
    source.preview = layout.preview();
    let kind = layout.usable_kind(issues)?;
    let notation = Notation::detect(text, &layout, options, issues)?;
    source.decimal_mark = notation.decimal_mark;
    source.decimal_mark_evidence.clone_from(&notation.decimal_mark_evidence);
    source.date_order = notation.date_order;
    source.date_order_evidence.clone_from(&notation.date_order_evidence);
    source.currency.clone_from(&notation.currency);

    let mut rows = Rows::new(text, &layout, &notation, issues);
    let data = match kind {
        Kind::Series => series::read(&mut rows).map(Data::Series),
        Kind::Invoices => invoices::read(&mut rows).map(Data::Ledger),
    };
    source.rows = rows.counts();
    if data.is_none() {
        let code = if source.rows.rejected > 0 { IssueCode::NoAcceptedRows } else { IssueCode::NoDataRows };
        issues.push(Issue::new(code));
    }
    data
}

fn blank_source(options: &ImportOptions) -> Source {
    Source {
        kind: None,
        encoding: options.encoding.unwrap_or(Encoding::Utf8),
        delimiter: options.delimiter.unwrap_or(Delimiter::Semicolon),
        decimal_mark: options.decimal_mark.unwrap_or(DecimalMark::Comma),
        decimal_mark_evidence: None,
        date_order: options.date_order.unwrap_or(DateOrder::Dmy),
        date_order_evidence: None,
        header_line: None,
        columns: Vec::new(),
        preview: Vec::new(),
        rows: RowCounts::default(),
        currency: None,
    }
}
