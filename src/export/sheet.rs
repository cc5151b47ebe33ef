//! What a workbook is written from.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

/// A workbook.
#[apply(request!)]
pub struct BookToWrite {
    /// The date of its figures, which the file has for that of its making: the same figures are the same bytes.
    pub as_of: NaiveDate,
    /// Its sheets, in order.
    pub sheets: Vec<SheetToWrite>,
}

/// A sheet.
#[apply(request!)]
pub struct SheetToWrite {
    /// Its name: 1 to 31 characters, none of `[ ] : * ? / \`.
    pub name: String,
    /// How wide its columns are, in characters.
    pub widths: Vec<u32>,
    /// Rows at the top that stay when it is scrolled.
    pub frozen_rows: u32,
    /// Its rows; a cell that is missing stays empty.
    pub rows: Vec<Vec<Option<CellToWrite>>>,
}

/// A cell.
#[apply(request!)]
pub struct CellToWrite {
    /// What it holds.
    pub value: ValueToWrite,
    /// What it is in its table.
    pub look: Look,
    /// How a number is shown, in the notation of spreadsheets, such as `#,##0.00`; `null` for text.
    pub format: Option<String>,
}

/// What a cell holds.
#[apply(request!)]
pub enum ValueToWrite {
    /// Text, whatever it begins with.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Date(NaiveDate),
    /// A formula.
    Formula(FormulaToWrite),
}

/// A formula of other cells.
#[apply(request!)]
pub struct FormulaToWrite {
    /// With English names and commas, as files have them.
    pub formula: String,
    /// The figure as the engine computed it: what is shown until a spreadsheet computes it again.
    pub result: Decimal,
}

/// What a cell is in its table.
#[apply(choice!)]
#[derive(Copy)]
pub enum Look {
    /// The title of a sheet.
    Title,
    /// The title of a block.
    Section,
    /// The heading of a column of words.
    Head,
    /// The heading of a column of numbers, which stands above them.
    NumberHead,
    /// A value.
    Plain,
    /// A value that may be changed, and that formulas follow.
    Input,
    /// A result, or a total.
    Strong,
    /// A remark.
    Note,
}
