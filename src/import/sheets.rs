//! Workbooks: the names of their sheets, and a sheet as text that the importer reads.

use std::io::Cursor;
use std::rc::Rc;

use calamine::{
    Cell, DataRef, Error as WorkbookError, Ods, OdsError, Reader, SheetType, SheetVisible, Sheets, Xls, XlsError, Xlsb,
    XlsbError, Xlsx, XlsxError,
};

use super::sheet_text::SheetText;
use super::source::{Delimiter, Encoding, ImportOptions};
use crate::error::Error;

/// Bytes that several readers may try to open.
type Bytes = Cursor<Rc<[u8]>>;

/// An open workbook: XLSX, XLSB, XLS or ODS.
///
/// # Examples
///
/// ```
/// use encours::error::Error;
/// use encours::import::sheets::Workbook;
///
/// assert!(Workbook::is_likely(b"PK\x03\x04..."));
/// assert_eq!(Workbook::open(b"PK\x03\x04...").err(), Some(Error::NotAWorkbook));
/// ```
pub struct Workbook {
    sheets: Sheets<Bytes>,
    names: Vec<String>,
    /// How many of the names are those of sheets that users see; they come first.
    visible: usize,
    /// The sheet read last, since the one that is tried first is mostly the one that is asked for.
    latest: Option<(usize, SheetText)>,
}

impl Workbook {
    /// Do these first bytes say ZIP (XLSX, XLSB, ODS) or OLE (XLS)?
    #[must_use]
    pub fn is_likely(head: &[u8]) -> bool {
        is_zip(head) || is_ole(head)
    }

    /// Opens a workbook.
    ///
    /// # Errors
    ///
    /// [`Error::EncryptedWorkbook`]; [`Error::NotAWorkbook`] for anything else that is not the workbook it should be.
    pub fn open(bytes: &[u8]) -> Result<Self, Error> {
        let sheets = open(bytes)?;
        let worksheets = || sheets.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let (seen, hidden): (Vec<_>, Vec<_>) = worksheets().partition(|sheet| sheet.visible == SheetVisible::Visible);
        let names: Vec<String> = seen.iter().chain(&hidden).map(|sheet| sheet.name.clone()).collect();
        if names.is_empty() {
            return Err(Error::NotAWorkbook);
        }
        let visible = seen.len();
        Ok(Self { sheets, names, visible, latest: None })
    }

    /// The names of its sheets, hidden ones last.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The index of the sheet that is read unless another one is chosen: the first that users see and that has at least
    /// two rows and two columns, else the first.
    pub fn usual(&mut self) -> usize {
        (0..self.visible).find(|index| self.read(*index).is_ok_and(SheetText::is_table)).unwrap_or(0)
    }

    /// A sheet as rows of tab-separated UTF-8, one line a row, so that the lines of findings are the rows of the sheet.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] if there is no such sheet; [`Error::NotAWorkbook`] if it is damaged.
    pub fn text(&mut self, index: usize) -> Result<&[u8], Error> {
        self.read(index).map(SheetText::bytes)
    }

    /// How such a text is to be read, whatever else was chosen.
    #[must_use]
    pub fn reading(chosen: ImportOptions) -> ImportOptions {
        ImportOptions { delimiter: Some(Delimiter::Tab), encoding: Some(Encoding::Utf8), ..chosen }
    }

    fn read(&mut self, index: usize) -> Result<&SheetText, Error> {
        let text = match self.latest.take() {
            Some((latest, text)) if latest == index => text,
            _ => {
                let name = self.names.get(index).ok_or_else(|| Error::OutOfRange {
                    field: "sheet",
                    value: index.to_string(),
                    least: "0".to_owned(),
                    most: (self.names.len() - 1).to_string(),
                })?;
                sheet_text(&mut self.sheets, name).map_err(|_| Error::NotAWorkbook)?
            }
        };
        Ok(&self.latest.insert((index, text)).1)
    }
}

fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

fn is_ole(head: &[u8]) -> bool {
    head.starts_with(b"\xD0\xCF\x11\xE0")
}

/// Opens the bytes as the first of the formats that takes them. A workbook with a password is an OLE file whatever its
/// format, but for an ODS.
fn open(bytes: &[u8]) -> Result<Sheets<Bytes>, Error> {
    let shared: Rc<[u8]> = bytes.into();
    let source = || Cursor::new(Rc::clone(&shared));
    let mut failures = Vec::new();
    if is_ole(bytes) {
        match Xls::new(source()) {
            Ok(xls) => return Ok(Sheets::Xls(xls)),
            Err(error) => failures.push(WorkbookError::Xls(error)),
        }
    }
    match Xlsx::new(source()) {
        Ok(xlsx) => return Ok(Sheets::Xlsx(xlsx)),
        Err(error) => failures.push(WorkbookError::Xlsx(error)),
    }
    match Xlsb::new(source()) {
        Ok(xlsb) => return Ok(Sheets::Xlsb(xlsb)),
        Err(error) => failures.push(WorkbookError::Xlsb(error)),
    }
    match Ods::new(source()) {
        Ok(ods) => return Ok(Sheets::Ods(ods)),
        Err(error) => failures.push(WorkbookError::Ods(error)),
    }
    Err(if failures.iter().any(asks_for_password) { Error::EncryptedWorkbook } else { Error::NotAWorkbook })
}

const fn asks_for_password(error: &WorkbookError) -> bool {
    matches!(
        error,
        WorkbookError::Xls(XlsError::Password)
            | WorkbookError::Xlsx(XlsxError::Password)
            | WorkbookError::Xlsb(XlsbError::Password)
            | WorkbookError::Ods(OdsError::Password)
    )
}

/// How the cells of a sheet are taken: as they come, or sorted, which holds all of them at once.
#[derive(Clone, Copy)]
enum Order {
    Written,
    Sorted,
}

/// The rows of nearly every sheet come one after the other; those of a few writers do not.
fn sheet_text(sheets: &mut Sheets<Bytes>, name: &str) -> Result<SheetText, WorkbookError> {
    match text_in(Order::Written, sheets, name)? {
        Some(text) => Ok(text),
        None => Ok(text_in(Order::Sorted, sheets, name)?.unwrap_or_default()),
    }
}

/// The two formats that large files have are read cell by cell: a range holds every cell between its corners, of which
/// a stray cell far away makes billions.
fn text_in(order: Order, sheets: &mut Sheets<Bytes>, name: &str) -> Result<Option<SheetText>, WorkbookError> {
    match sheets {
        Sheets::Xlsx(xlsx) => {
            let mut cells = xlsx.worksheet_cells_reader(name)?;
            Ok(text_of(order, || cells.next_cell())?)
        }
        Sheets::Xlsb(xlsb) => {
            let mut cells = xlsb.worksheet_cells_reader(name)?;
            Ok(text_of(order, || cells.next_cell())?)
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = sheets.worksheet_range(name)?;
            let (first_row, first_column) = range.start().unwrap_or_default();
            let mut text = SheetText::default();
            for (row, column, value) in range.used_cells() {
                let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else { break };
                text.push((first_row + row, first_column + column), value);
            }
            Ok(Some(text))
        }
    }
}

/// `None` if the cells are taken as they come and one comes too late.
fn text_of<'a, E>(
    order: Order,
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, E>,
) -> Result<Option<SheetText>, E> {
    let mut text = SheetText::default();
    let mut cells = Vec::new();
    while let Some(cell) = next()? {
        match order {
            Order::Sorted => cells.push(cell),
            Order::Written if text.push(cell.get_position(), cell.get_value()) => {}
            Order::Written => return Ok(None),
        }
    }
    cells.sort_by_key(Cell::get_position);
    for cell in cells {
        text.push(cell.get_position(), cell.get_value());
    }
    Ok(Some(text))
}
