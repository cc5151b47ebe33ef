//! What was detected in the input, and what the user may choose instead.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::field::Field;

/// The kinds of data that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// One row per month.
    Series,
    /// One row per invoice.
    Invoices,
    /// One row per customer, what it owes in columns by age.
    AgedBalance,
    /// One row per line of an accounting entry: the French *fichier des écritures comptables*, or a ledger like it.
    Fec,
    /// One row per payment of an invoice, which another file lists.
    Payments,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Series, Self::Invoices, Self::AgedBalance, Self::Fec, Self::Payments];
}

/// The encodings that are read, by their WHATWG names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Encoding {
    /// UTF-8, with or without byte-order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, low byte first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, high byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1252, which every byte is valid in: the reading when it is not UTF-8.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// ISO-8859-15, told from Windows-1252 by its euro sign.
    #[serde(rename = "iso-8859-15")]
    Iso8859_15,
}

impl Encoding {
    /// Does a character take two bytes or more, one of which may look like a delimiter?
    #[must_use]
    pub const fn is_utf16(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }
}

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Delimiter {
    /// `;`
    #[serde(rename = ";")]
    Semicolon,
    /// `,`
    #[serde(rename = ",")]
    Comma,
    /// A tab, as in a copied spreadsheet range.
    #[serde(rename = "\t")]
    Tab,
    /// `|`
    #[serde(rename = "|")]
    Pipe,
}

impl Delimiter {
    /// Every delimiter, in the order of preference where two read equally well.
    pub const ALL: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Comma, Self::Pipe];

    /// The byte itself.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    /// The character itself.
    #[must_use]
    pub const fn char(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
            Self::Pipe => '|',
        }
    }
}

/// What stands between units and decimals; the other one may then group thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum DecimalMark {
    /// `1 234,56`
    #[serde(rename = ",")]
    Comma,
    /// `1,234.56`
    #[serde(rename = ".")]
    Point,
}

impl DecimalMark {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }

    /// The character itself.
    #[must_use]
    pub const fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// The order of day, month and year in numeric dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// `2025-01-31`
    Ymd,
    /// `31/01/2025`
    Dmy,
    /// `01/31/2025`
    Mdy,
}

/// What becomes of rows that say again what another row of the invoice list says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum Repeats {
    /// They count: two equal rows are two invoices, the lines of an invoice add up.
    Keep,
    /// They are set aside: an invoice counts once.
    Drop,
}

/// The unit that amounts are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum AmountUnit {
    /// Euros, dollars.
    Major,
    /// Their hundredths, as payment services write them.
    Minor,
}

/// What the user chose instead of what was detected; everything left out is detected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ImportOptions {
    /// What the rows are.
    pub kind: Option<Kind>,
    /// The encoding of the bytes.
    pub encoding: Option<Encoding>,
    /// What stands between two cells.
    pub delimiter: Option<Delimiter>,
    /// The decimal mark of amounts.
    pub decimal_mark: Option<DecimalMark>,
    /// The order of day and month.
    pub date_order: Option<DateOrder>,
    /// Is the first row a header?
    pub has_header: Option<bool>,
    /// The meaning of every column, `null` for one that is not used. Replaces the detected mapping as a whole.
    pub columns: Option<Vec<Option<Field>>>,
    /// The currency kept of an invoice list with several.
    pub currency: Option<String>,
    /// What becomes of repeated rows of an invoice list. If left out, totals repeated on the lines of an invoice count once and
    /// equal rows are kept, with a finding on both.
    pub repeats: Option<Repeats>,
    /// The unit of the amounts of an invoice list.
    pub amount_unit: Option<AmountUnit>,
}

/// Rows of the input; `read = accepted + rejected + ignored`, always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct RowCounts {
    /// Lines that are not empty, the header left out.
    pub read: u32,
    /// Rows that are in the figures.
    pub accepted: u32,
    /// Rows that could not be read; each has a finding.
    pub rejected: u32,
    /// Rows set aside on purpose: titles, totals, voids, other currencies.
    pub ignored: u32,
}

impl RowCounts {
    /// The rows of two files.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            read: self.read + other.read,
            accepted: self.accepted + other.accepted,
            rejected: self.rejected + other.rejected,
            ignored: self.ignored + other.ignored,
        }
    }
}

/// One column as it was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its header; empty where there is none.
    pub header: String,
    /// What it is taken for; `null` where it is not used.
    pub field: Option<Field>,
    /// Its first cells that are not empty, at most three.
    pub samples: Vec<String>,
}

/// How sure a detection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum Certainty {
    /// The data allows one reading only.
    Certain,
    /// The data allows two readings: this one is assumed and a finding says so.
    Assumed,
    /// The user chose it.
    Chosen,
}

/// A detected value with what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// How sure it is.
    pub certainty: Certainty,
    /// Line of the cell that settles it, where one does.
    pub line: Option<u32>,
    /// That cell.
    pub text: Option<String>,
}

/// Everything that was detected about the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// What the rows are; `null` if that could not be told.
    pub kind: Option<Kind>,
    /// The encoding of the bytes.
    pub encoding: Encoding,
    /// What stands between two cells.
    pub delimiter: Delimiter,
    /// The decimal mark of amounts.
    pub decimal_mark: DecimalMark,
    /// What speaks for it; `null` where no amount has one.
    pub decimal_mark_evidence: Option<Evidence>,
    /// The order of day and month in dates.
    pub date_order: DateOrder,
    /// What speaks for it; `null` where no numeric date was read.
    pub date_order_evidence: Option<Evidence>,
    /// Line of the header row; `null` if there is none.
    pub header_line: Option<u32>,
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The first rows below the header, as cells, at most ten.
    pub preview: Vec<Vec<String>>,
    /// The same rows as they are read: decimals, `yyyy-mm-dd`, `yyyy-mm`; `null` where a cell is kept as it is.
    pub preview_read: Vec<Vec<Option<String>>>,
    /// Rows read, accepted, rejected and ignored.
    pub rows: RowCounts,
    /// The currency kept, where a column names one.
    pub currency: Option<String>,
    /// Every currency of that column, the commonest first.
    pub currencies: Vec<String>,
    /// The unit of the amounts.
    pub amount_unit: AmountUnit,
    /// What a FEC says of itself.
    pub fec: Option<FecSummary>,
}

/// What a FEC says of itself, by which one can see whether it is whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct FecSummary {
    /// Sum of the debits.
    pub debit: Decimal,
    /// Sum of the credits; the two are equal in a whole file.
    pub credit: Decimal,
    /// Date of its first entry, the opening ones left out.
    pub first_date: Option<NaiveDate>,
    /// Date of its last entry.
    pub last_date: Option<NaiveDate>,
    /// Journals taken for those of the opening entries.
    pub opening_journals: Vec<String>,
    /// Receivables on accounts 41x that the opening entries bring.
    pub opening_receivables: Decimal,
    /// Receivables on accounts 41x at its last date.
    pub closing_receivables: Decimal,
    /// VAT charged to customers: credits of accounts 4457x, the opening entries left out.
    pub vat_collected: Decimal,
    /// VAT that suppliers charged: debits of accounts 4456x, the opening entries left out.
    pub vat_deductible: Decimal,
    /// Share of the amounts charged to customers that lettering matches with payments, in percent.
    pub lettered_percent: Option<Decimal>,
}

impl Source {
    /// An input of which nothing is known but what the user chose.
    #[must_use]
    pub fn unread(options: &ImportOptions) -> Self {
        Self {
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
            preview_read: Vec::new(),
            rows: RowCounts::default(),
            currency: None,
            currencies: Vec::new(),
            amount_unit: options.amount_unit.unwrap_or(AmountUnit::Major),
            fec: None,
        }
    }
}
