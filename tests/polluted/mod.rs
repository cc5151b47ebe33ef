//! Four clean tables, and their variants: rewritten, with a column that misleads, with a spoiled cell.

mod cells;
mod clean;
mod decoys;
pub mod random;
mod rewrites;
mod words;

pub use clean::CLEAN;
pub use words::Language;

use rust_decimal::Decimal;

/// What a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    List,
    Series,
    Aged,
    Books,
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Number,
    Customer,
    Issue,
    Due,
    Amount,
    Settled,
    Month,
    Sales,
    Receivables,
    Overdue,
    NotDue,
    To30,
    To60,
    To90,
    Beyond,
    Balance,
    /// A column of a FEC that holds a day.
    Day,
    /// A column of a FEC that holds an amount.
    Side,
    /// A column of a FEC that says which account a line is on.
    Account,
    /// Any other.
    Other,
}

impl Role {
    pub const fn is_amount(self) -> bool {
        matches!(
            self,
            Self::Amount
                | Self::Sales
                | Self::Receivables
                | Self::Overdue
                | Self::NotDue
                | Self::To30
                | Self::To60
                | Self::To90
                | Self::Beyond
                | Self::Balance
                | Self::Side
        )
    }

    pub const fn is_day(self) -> bool {
        matches!(self, Self::Issue | Self::Due | Self::Settled)
    }
}

/// A column with its cells, from the top.
#[derive(Clone, Debug)]
pub struct Column {
    pub role: Role,
    pub heading: String,
    pub cells: Vec<String>,
}

impl Column {
    /// A column that no figure needs.
    pub fn other(heading: &str, cells: Vec<String>) -> Self {
        Self { role: Role::Other, heading: heading.to_owned(), cells }
    }
}

/// How text becomes bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf8Bom,
    Utf16,
    Windows1252,
}

/// A table, and how it is written.
#[derive(Clone, Debug)]
pub struct Table {
    pub kind: Kind,
    pub columns: Vec<Column>,
    pub above: Vec<String>,
    pub below: Vec<String>,
    pub delimiter: char,
    pub is_quoted: bool,
    pub line_end: &'static str,
    pub encoding: Encoding,
    /// Empty cells at the end of every line.
    pub trailing: usize,
    /// A row that ends early, and how many cells it keeps.
    pub cut: Option<(usize, usize)>,
}

impl Table {
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.cells.len())
    }

    /// The amounts of the column of a role, in cents.
    pub fn cents(&self, role: Role) -> Vec<i64> {
        let column = self.columns.iter().find(|column| column.role == role);
        column.map(|column| column.cells.iter().map(|cell| cents(cell).unwrap_or(0)).collect()).unwrap_or_default()
    }

    /// Inserts a row, whose cells depend on their column.
    pub fn insert_row(&mut self, at: usize, cell: impl Fn(&Column) -> String) {
        for column in &mut self.columns {
            let cell = cell(column);
            column.cells.insert(at.min(column.cells.len()), cell);
        }
    }

    pub fn with_column(mut self, at: usize, column: Column) -> Self {
        self.columns.insert(at.min(self.columns.len()), column);
        self
    }

    /// The largest amount of a row, in cents.
    pub fn largest(&self, row: usize) -> i64 {
        let amounts = self.columns.iter().filter(|column| column.role.is_amount());
        amounts.filter_map(|column| cents(column.cells.get(row)?)).map(i64::abs).max().unwrap_or(0)
    }

    pub fn text(&self) -> String {
        let (delimiter, end) = (self.delimiter.to_string(), self.line_end);
        let quoted = |cell: &String| {
            if self.is_quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        };
        let line = |cells: Vec<String>| {
            let empty = vec![String::new(); self.trailing];
            [cells, empty].concat().join(&delimiter)
        };
        let heading = line(self.columns.iter().map(|column| quoted(&column.heading)).collect());
        let row = |row: usize| {
            let cells = self.columns.iter().filter_map(|column| column.cells.get(row)).map(quoted);
            let kept = self.cut.filter(|(cut, _)| *cut == row).map_or(usize::MAX, |(_, kept)| kept);
            line(cells.take(kept).collect())
        };
        let lines = self.above.iter().cloned().chain([heading]).chain((0..self.rows()).map(row));
        let lines: Vec<String> = lines.chain(self.below.iter().cloned()).collect();
        lines.join(end) + end
    }

    /// The bytes; `None` where the encoding lacks a character.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let text = self.text();
        match self.encoding {
            Encoding::Utf8 => Some(text.into_bytes()),
            Encoding::Utf8Bom => Some([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
            Encoding::Utf16 => {
                let units = text.encode_utf16().flat_map(u16::to_le_bytes);
                Some(b"\xFF\xFE".iter().copied().chain(units).collect())
            }
            Encoding::Windows1252 => text.chars().map(windows_1252).collect(),
        }
    }
}

fn windows_1252(char: char) -> Option<u8> {
    match char {
        '€' => Some(0x80),
        _ => u8::try_from(u32::from(char)).ok().filter(|byte| !(0x80..0xA0).contains(byte)),
    }
}

/// What a variant may move, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// Nothing: the figures are those of the clean table.
    Nothing,
    /// As much as the spoiled row holds, if that is told.
    Row(i64),
    /// As much as the row holds, without a word: the cell holds what its column may hold.
    Lawful(i64),
}

/// A table that should give the figures of the clean one.
pub struct Variant {
    pub name: String,
    pub table: Table,
    pub harm: Harm,
}

/// Every variant of a clean table.
pub fn variants(clean: &Table) -> Vec<Variant> {
    let mut variants = rewrites::all(clean);
    variants.extend(decoys::all(clean));
    variants.extend(cells::all(clean));
    variants
}

/// The amount in a cell as the clean tables write it.
pub fn cents(cell: &str) -> Option<i64> {
    let (whole, decimals) = cell.split_once(',').unwrap_or((cell, "00"));
    let is_short = decimals.len() == 2 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let whole: i64 = whole.parse().ok()?;
    if is_short { Some(whole * 100 + sign * decimals.parse::<i64>().ok()?) } else { None }
}

/// An amount as the clean tables write it.
pub fn written(cents: i64) -> String {
    Decimal::new(cents, 2).to_string().replace('.', ",")
}
