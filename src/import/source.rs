//! What was detected in the input, and what the user may choose instead.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::checks::WarehouseCheck;
use super::document_facts::DocumentFacts;
use super::field::Field;
use crate::fec::Chart;

/// The kinds of data that are read.
#[apply(choice!)]
#[derive(Copy)]
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
    /// One row per movement of customers' accounts: invoices debited, payments credited.
    CustomerLedger,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Series, Self::Invoices, Self::AgedBalance, Self::Fec, Self::Payments, Self::CustomerLedger];
}

/// The encodings that are read, by their usual names.
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
    /// The one of Macintosh computers, which Excel for Mac still writes as CSV.
    #[serde(rename = "macintosh")]
    MacRoman,
    /// The code page of DOS in Western Europe, 850 or 858; accented letters of 437 read the same.
    #[serde(rename = "ibm850")]
    Ibm850,
    /// UTF-8 that some program took for Windows-1252 and wrote as UTF-8 again: `Ã©` for `é`.
    #[serde(rename = "utf-8-twice")]
    Utf8Twice,
}

impl Encoding {
    /// Does a character take two bytes or more, one of which may look like a delimiter?
    #[must_use]
    pub const fn is_utf16(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }

    /// Are its bytes UTF-8, whatever was written in it?
    #[must_use]
    pub const fn is_utf8(self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf8Twice)
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
#[apply(choice!)]
#[derive(Copy)]
pub enum Repeats {
    /// They count: two equal rows are two invoices, the lines of an invoice add up.
    Keep,
    /// They are set aside: an invoice counts once.
    Drop,
}

/// The unit that amounts are written in.
#[apply(choice!)]
#[derive(Copy)]
pub enum AmountUnit {
    /// Euros, dollars.
    Major,
    /// Their hundredths, as payment services write them.
    Minor,
}

/// What the user chose instead of what was detected; everything left out is detected.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
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
    /// What becomes of repeated rows of an invoice list. If left out, totals repeated on the lines of an invoice count
    /// once and equal rows are kept, with a finding on both.
    pub repeats: Option<Repeats>,
    /// The unit of the amounts of an invoice list.
    pub amount_unit: Option<AmountUnit>,
    /// The sheet of a workbook that the text is of.
    pub sheet: Option<SheetFacts>,
    /// The entity that the rows are of, to be told from those of other files: a segment of its own.
    pub entity: Option<String>,
    /// Of a list that was made of electronic invoices, what they said beside it.
    pub documents: Option<DocumentFacts>,
    /// Are invoices of every currency kept, to be converted? If left out those of other currencies are set aside.
    pub every_currency: bool,
}

/// What a workbook says of a sheet beside its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct SheetFacts {
    /// Its name.
    pub name: String,
    /// The lines of its text that users do not see, in order.
    pub hidden_lines: Vec<u32>,
    /// How many formulas had no saved result, then line and column of the first; empty if there are none.
    pub unsaved_formulas: Vec<u32>,
}

/// Rows of the input; `read = accepted + rejected + ignored`, always.
#[apply(answer!)]
#[derive(Copy, Default, Deserialize)]
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
#[apply(answer!)]
pub struct Column {
    /// Its header; empty where there is none.
    pub header: String,
    /// What it is taken for; `null` where it is not used.
    pub field: Option<Field>,
    /// Its first cells that are not empty, at most three.
    pub samples: Vec<String>,
}

/// How sure a detection is.
#[apply(answer!)]
#[derive(Copy)]
pub enum Certainty {
    /// The data allows one reading only.
    Certain,
    /// The data allows two readings: this one is assumed and a finding says so.
    Assumed,
    /// The user chose it.
    Chosen,
}

/// A detected value with what speaks for it.
#[apply(answer!)]
pub struct Evidence {
    /// How sure it is.
    pub certainty: Certainty,
    /// Line of the cell that settles it, where one does.
    pub line: Option<u32>,
    /// That cell.
    pub text: Option<String>,
}

/// Everything that was detected about the input.
#[apply(answer!)]
pub struct Source {
    /// What the rows are; `null` if that could not be told.
    pub kind: Option<Kind>,
    /// The sheet of a workbook that it is of.
    pub sheet: Option<String>,
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
    /// What electronic invoices said beside the list that was made of them; `null` of any other.
    pub documents: Option<DocumentFacts>,
    /// What a FEC says of itself.
    pub fec: Option<FecSummary>,
    /// What its blocks, rows and columns were understood to be, and why; `null` if nothing was read.
    pub reading: Option<SourceReading>,
    /// How far its figures can be trusted.
    pub trust: Trust,
}

/// What a table was understood to be, and why.
#[apply(answer!)]
#[derive(Default)]
pub struct SourceReading {
    /// What its rows are.
    pub kind: Option<Kind>,
    /// The columns that are read.
    pub roles: Vec<RoleRead>,
    /// What holds between columns.
    pub relations: Vec<RelationRead>,
    /// The totals that were proved.
    pub totals: Vec<TotalRead>,
    /// The tables of the input, from the top.
    pub blocks: Vec<BlockRead>,
    /// What is doubtful.
    pub doubts: Vec<DoubtRead>,
}

/// How far the figures of a file can be trusted: what of it was read, and what it proves of itself.
#[apply(answer!)]
#[derive(Default)]
pub struct Trust {
    /// Share of the rows that were read or set aside on purpose, in percent; `null` if there are none.
    pub rows_read_percent: Option<Decimal>,
    /// Share of the amounts of all records that are in the figures, in percent.
    pub amount_read_percent: Option<Decimal>,
    /// What adds up, or does not, on all rows.
    pub proofs: Vec<ProofRead>,
    /// Columns of amounts that are not read.
    pub unused_columns: Vec<UnusedColumn>,
    /// What the checks of a warehouse found in the tables that the data was drawn from; `null` where they were not given.
    pub checks: Option<Vec<WarehouseCheck>>,
}

/// Something that a file says twice.
#[apply(answer!)]
pub struct ProofRead {
    /// What, in the words of its headings, as in `Payé + Reste dû = Montant TTC`.
    pub what: String,
    /// What one side makes.
    pub expected: Decimal,
    /// What the other side says.
    pub found: Decimal,
    /// Do both agree, to the cent, on every row?
    pub holds: bool,
}

/// A column of amounts that is not read.
#[apply(answer!)]
pub struct UnusedColumn {
    /// Its heading.
    pub header: String,
    /// What it sums up to; `null` in a table of more than 50,000 rows.
    pub sum: Option<Decimal>,
}

/// A column that is read.
#[apply(answer!)]
pub struct RoleRead {
    /// Its heading.
    pub column: String,
    /// Its place, from 1.
    pub place: u32,
    /// What it is taken for.
    pub role: Field,
    /// Why: what speaks for it.
    pub because: Vec<SpokenForBy>,
}

/// What speaks for a reading of a column.
#[apply(answer!)]
#[derive(Copy)]
pub enum SpokenForBy {
    /// Its heading.
    Heading,
    /// Its cells: nothing else can be it.
    Values,
    /// It adds up with other columns.
    Sum,
    /// The user.
    Chosen,
}

/// Something that holds between columns.
#[apply(answer!)]
pub struct RelationRead {
    /// What holds: `sum`, `tax`, `total`, `partsOf`, `balanceOf`, `running`.
    pub what: RelationKind,
    /// The headings of its columns; the last is what the others make.
    pub columns: Vec<String>,
    /// Rows it was looked at on.
    pub rows: u32,
    /// Rows it holds on.
    pub holds: u32,
}

/// What holds between columns.
#[apply(answer!)]
#[derive(Copy)]
pub enum RelationKind {
    /// Two columns make a third.
    Sum,
    /// One is the tax on another.
    Tax,
    /// Several make the last.
    Total,
    /// Rows of one number add up to what each of them repeats.
    PartsOf,
    /// The balance of the customer, repeated on each of its rows.
    BalanceOf,
    /// Debits less credits run to the balance.
    Running,
}

/// A total that was proved.
#[apply(answer!)]
pub struct TotalRead {
    /// Its line.
    pub line: u32,
    /// The first and the last line it sums up.
    pub of: [u32; 2],
}

/// A table of the input.
#[apply(answer!)]
pub struct BlockRead {
    /// The sheet it stands on.
    pub sheet: Option<String>,
    /// Its first and its last line.
    pub lines: [u32; 2],
    /// Is it read?
    pub used: bool,
}

/// What is doubtful about a reading.
#[apply(answer!)]
pub struct DoubtRead {
    /// What.
    pub what: crate::issue::IssueCode,
    /// The heading of the column that is read.
    pub column: Option<String>,
    /// What it is read as.
    pub role: Option<Field>,
    /// The heading, or the kind, that could be read instead.
    pub instead: Option<String>,
    /// Place of the column that could be read instead, from 1.
    pub instead_place: Option<u32>,
    /// Sums of the two columns over the rows looked at.
    pub figures: Vec<Decimal>,
}

/// What a FEC says of itself, by which one can see whether it is whole.
#[apply(answer!)]
#[derive(Default)]
pub struct FecSummary {
    /// Sum of the debits.
    pub debit: Decimal,
    /// Sum of the credits.
    pub credit: Decimal,
    /// `debit` − `credit`: zero in a whole file.
    pub unbalanced: Decimal,
    /// Date of its first entry, the opening ones left out.
    pub first_date: Option<NaiveDate>,
    /// Date of its last entry.
    pub last_date: Option<NaiveDate>,
    /// The chart its accounts are numbered by; of another one than the French nothing is read.
    pub chart: Chart,
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
    /// Says that nothing of what was accepted is in a figure.
    pub fn leave_out(&mut self) {
        self.rows.ignored += std::mem::take(&mut self.rows.accepted);
        if let Some(reading) = &mut self.reading {
            reading.blocks.iter_mut().for_each(|block| block.used = false);
        }
    }

    /// An input of which nothing is known but what the user chose.
    #[must_use]
    pub fn unread(options: &ImportOptions) -> Self {
        Self {
            kind: None,
            sheet: options.sheet.as_ref().map(|facts| facts.name.clone()),
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
            documents: options.documents.clone(),
            fec: None,
            reading: None,
            trust: Trust::default(),
        }
    }
}
