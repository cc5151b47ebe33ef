//! Workbooks that leave the page: sheets as they are described to bytes of an XLSX file.
//!
//! What stands in a sheet is the page's choice, since it is words, order and look. What holds for every sheet is here: a number is
//! a number, a formula keeps the figure it was computed with, and a name is never a formula.

mod sheet;
mod write;

pub use self::sheet::{BookToWrite, CellToWrite, FormulaToWrite, Look, SheetToWrite, ValueToWrite};
pub use self::write::write;
