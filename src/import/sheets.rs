//! Workbooks: the names of their sheets, and a sheet as text that the importer reads.
//!
//! Formats are read here, cell by cell, rather than by a library: those there are take memory for every cell between
//! two far ones, trust sizes that a header declares, do not tell how a number is shown, or fall over on a damaged file,
//! which in WebAssembly ends the module.

pub(super) mod cell;
pub(super) mod gathered;
pub(super) mod limits;
pub(super) mod notes;
pub(super) mod written;

mod archive;
mod format;
mod ods;
mod ole;
mod package;
mod records;
mod strings;
mod survey;
mod values;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub use self::notes::UnsavedFormulas;

use self::archive::Archive;
use self::cell::{Sink, Stop};
use self::gathered::Gathered;
use self::notes::Notes;
use self::ods::Ods;
use self::ole::Compound;
use self::survey::Survey;
use self::xls::Xls;
use self::xlsb::Xlsb;
use self::xlsx::Xlsx;
use super::Imported;
use super::sheet_text::SheetText;
use super::source::{Delimiter, Encoding, ImportOptions, SheetFacts};
use crate::error::Error;

/// An open workbook: XLSX, XLSB, XLS or ODS.
///
/// A sheet has at most 1,048,576 rows and 16,384 columns, its text 256 MB; a file has at most 100 MB and holds no more
/// than a hundred times its size. Beyond, it is refused before memory is taken for it.
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
    book: Book,
    names: Vec<String>,
    /// Places of the sheets in the file, in the order of the names.
    places: Vec<usize>,
    /// How many of the names are those of sheets that users see; they come first.
    visible: usize,
    /// What was seen of the sheets that users see.
    surveys: Option<Vec<Survey>>,
    /// The sheet read last, since its lines are asked for after its text.
    latest: Option<(usize, SheetText)>,
}

/// A workbook of one of the formats.
enum Book {
    Xlsx(Xlsx),
    Xlsb(Xlsb),
    Xls(Xls),
    Ods(Ods),
}

/// A sheet of cells, as a workbook lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sheet {
    name: String,
    is_visible: bool,
}

impl Workbook {
    /// Do these first bytes say ZIP (XLSX, XLSB, ODS) or OLE (XLS)?
    ///
    /// An HTML table or a text named `.xls` is no workbook: the importer reads it.
    #[must_use]
    pub fn is_likely(head: &[u8]) -> bool {
        is_zip(head) || is_ole(head)
    }

    /// Opens a workbook.
    ///
    /// # Errors
    ///
    /// [`Error::EncryptedWorkbook`]; [`Error::WorkbookTooLarge`]; [`Error::ZipWithoutWorkbook`] for an archive of other
    /// files; [`Error::NotAWorkbook`] for anything else that is not the workbook it should be.
    pub fn open(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > limits::FILE_BYTES {
            return Err(Error::WorkbookTooLarge);
        }
        Self::from_bytes(bytes.to_vec())
    }

    /// Opens a workbook whose bytes need not be kept elsewhere.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, Error> {
        if bytes.len() > limits::FILE_BYTES {
            return Err(Error::WorkbookTooLarge);
        }
        let book = Book::open(bytes)?;
        let sheets = book.sheets();
        let (seen, hidden): (Vec<_>, Vec<_>) = sheets.into_iter().enumerate().partition(|(_, sheet)| sheet.is_visible);
        let visible = seen.len();
        let (places, names): (Vec<_>, Vec<_>) =
            seen.into_iter().chain(hidden).map(|(place, sheet)| (place, sheet.name)).unzip();
        if names.is_empty() {
            return Err(Error::NotAWorkbook);
        }
        Ok(Self { book, names, places, visible, surveys: None, latest: None })
    }

    /// The names of its sheets, hidden ones last.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The index of the sheet that looks most like the data: the first that users see and whose rows are those of a
    /// table, else the first of [`tables`](Self::tables), else the first.
    pub fn usual(&mut self) -> usize {
        let first = self.surveys().iter().position(Survey::is_table);
        first.or_else(|| self.tables().first().copied()).unwrap_or(0)
    }

    /// The indices of all sheets that may hold data: those that users see, with at least two rows and two columns,
    /// without cover sheets of a few names and values unless there is nothing else.
    pub fn tables(&mut self) -> Vec<usize> {
        let surveys = self.surveys();
        let those = |wanted: fn(&Survey) -> bool| -> Vec<usize> {
            surveys.iter().enumerate().filter(|(_, survey)| wanted(survey)).map(|(index, _)| index).collect()
        };
        let tables = those(Survey::may_be_table);
        if tables.is_empty() { those(Survey::has_rows_and_columns) } else { tables }
    }

    /// The indices of the sheets that are read unless one is chosen: all that may hold data, else the
    /// [`usual`](Self::usual) one.
    pub fn usually_read(&mut self) -> Vec<usize> {
        let tables = self.tables();
        if tables.is_empty() { vec![self.usual()] } else { tables }
    }

    /// A sheet as rows of tab-separated UTF-8, one line a row, so that the lines of findings are the rows of the sheet.
    ///
    /// Numbers have a decimal point; those shown in percent are written so (`12.5%`), amounts with their currency
    /// (`1200.5 EUR`), dates as `2025-01-31`. A text stays as typed, the value of merged cells stands in the first of
    /// them, and a formula without a saved result is an empty cell.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] if there is no such sheet; [`Error::NotAWorkbook`] if it is damaged;
    /// [`Error::WorkbookTooLarge`].
    pub fn text(&mut self, index: usize) -> Result<&[u8], Error> {
        self.read(index).map(SheetText::bytes)
    }

    /// The text of a sheet, not kept here.
    ///
    /// # Errors
    ///
    /// As [`text`](Self::text).
    pub fn take_text(&mut self, index: usize) -> Result<Vec<u8>, Error> {
        self.read(index)?;
        Ok(self.latest.as_mut().map(|(_, text)| text.take_bytes()).unwrap_or_default())
    }

    /// The lines, from 1, of the rows of a sheet that are hidden by a filter or by hand and have something in them;
    /// none where the sheet cannot be read.
    pub fn hidden_lines(&mut self, index: usize) -> Vec<u32> {
        self.notes(index).map(|notes| notes.hidden().to_vec()).unwrap_or_default()
    }

    /// The formulas of a sheet whose results were not saved, so that their cells are empty in its text; `None` if there
    /// are none, or the sheet cannot be read.
    ///
    /// A result of zero counts as not saved where the workbook asks for calculation when it is opened and no formula of
    /// the sheet has another result.
    pub fn unsaved_formulas(&mut self, index: usize) -> Option<UnsavedFormulas> {
        self.notes(index).ok().and_then(Notes::unsaved_formulas)
    }

    /// How such a text is to be read, whatever else was chosen.
    #[must_use]
    pub fn reading(chosen: ImportOptions) -> ImportOptions {
        ImportOptions { delimiter: Some(Delimiter::Tab), encoding: Some(Encoding::Utf8), ..chosen }
    }

    /// What it says of a sheet beside its cells.
    pub fn facts(&mut self, index: usize) -> SheetFacts {
        let unsaved = self.unsaved_formulas(index);
        SheetFacts {
            name: self.names.get(index).cloned().unwrap_or_default(),
            hidden_lines: self.hidden_lines(index),
            unsaved_formulas: unsaved
                .map(|formulas| vec![formulas.count, formulas.line, formulas.column])
                .unwrap_or_default(),
        }
    }

    /// Reads every sheet that may hold data, or one that was chosen. Their texts together have at most 256 MB.
    ///
    /// # Errors
    ///
    /// As [`text`](Self::text).
    pub fn import(&mut self, chosen: Option<usize>, options: &ImportOptions) -> Result<Imported, Error> {
        let (mut read, mut bytes) = (Vec::new(), 0_usize);
        for sheet in chosen.map_or_else(|| self.usually_read(), |sheet| vec![sheet]) {
            let text = self.take_text(sheet)?;
            bytes = bytes.saturating_add(text.len());
            if bytes > limits::TEXT_BYTES {
                return Err(Error::WorkbookTooLarge);
            }
            let facts = self.facts(sheet);
            let options = ImportOptions { sheet: Some(facts), ..Self::reading(options.clone()) };
            read.push(super::read(&text, &options));
        }
        super::together(read).ok_or(Error::NotAWorkbook)
    }

    fn surveys(&mut self) -> &[Survey] {
        let (book, places) = (&self.book, self.places.get(..self.visible).unwrap_or_default());
        self.surveys.get_or_insert_with(|| places.iter().map(|place| book.survey(*place)).collect())
    }

    fn place(&self, index: usize) -> Result<usize, Error> {
        self.places.get(index).copied().ok_or_else(|| Error::OutOfRange {
            field: "sheet",
            value: index.to_string(),
            least: "0".to_owned(),
            most: (self.names.len() - 1).to_string(),
        })
    }

    /// What is known of a sheet beside its text, which may be gone.
    fn notes(&mut self, index: usize) -> Result<&Notes, Error> {
        let text = match self.latest.take() {
            Some((latest, text)) if latest == index => text,
            _ => self.book.text(self.place(index)?)?,
        };
        Ok(self.latest.insert((index, text)).1.notes())
    }

    fn read(&mut self, index: usize) -> Result<&SheetText, Error> {
        let text = match self.latest.take() {
            Some((latest, text)) if latest == index && !text.is_taken() => text,
            _ => self.book.text(self.place(index)?)?,
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

impl Book {
    fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        if is_ole(&bytes) { Self::in_compound_file(&bytes) } else { Self::in_archive(bytes) }
    }

    /// A workbook with a password is a compound file whatever its format, but for an ODS.
    fn in_compound_file(bytes: &[u8]) -> Result<Self, Error> {
        let file = Compound::open(bytes)?;
        if file.has("EncryptedPackage") {
            return Err(Error::EncryptedWorkbook);
        }
        Xls::open(&file).map(Self::Xls)
    }

    fn in_archive(bytes: Vec<u8>) -> Result<Self, Error> {
        let archive = Archive::open(bytes)?;
        let workbook = package::workbook(&archive);
        let is_ods = workbook.is_none() && ods::is_ods(&archive);
        if workbook.is_none() && !is_ods {
            return Err(Error::ZipWithoutWorkbook);
        }
        archive.check_sizes()?;
        match workbook {
            Some(part) if part.rsplit('.').next() == Some("bin") => Xlsb::open(archive, &part).map(Self::Xlsb),
            Some(part) => Xlsx::open(archive, &part).map(Self::Xlsx),
            None => Ods::open(archive).map(Self::Ods),
        }
    }

    fn sheets(&self) -> Vec<Sheet> {
        match self {
            Self::Xlsx(book) => book.sheets().cloned().collect(),
            Self::Xlsb(book) => book.sheets().cloned().collect(),
            Self::Xls(book) => book.sheets().cloned().collect(),
            Self::Ods(book) => book.sheets().cloned().collect(),
        }
    }

    /// Bytes that it holds beside the file, and that texts of its sheets may not take.
    const fn held(&self) -> usize {
        match self {
            Self::Xlsx(book) => book.held(),
            Self::Xlsb(book) => book.held(),
            Self::Xls(book) => book.held(),
            Self::Ods(_) => 0,
        }
    }

    fn read(&self, place: usize, sink: &mut dyn Sink) -> Result<(), Stop> {
        match self {
            Self::Xlsx(book) => book.read(place, sink),
            Self::Xlsb(book) => book.read(place, sink),
            Self::Xls(book) => book.read(place, sink),
            Self::Ods(book) => book.read(place, sink),
        }
    }

    /// What is seen of a damaged sheet is that it is none.
    fn survey(&self, place: usize) -> Survey {
        if let Self::Ods(book) = self {
            return book.survey(place).cloned().unwrap_or_default();
        }
        let mut survey = Survey::default();
        if let Err(Stop::Failed(_)) = self.read(place, &mut survey) {
            return Survey::default();
        }
        survey.end();
        survey
    }

    /// Zeros that may be provisional are, where no formula has another result; they are told from the whole sheet.
    fn text(&self, place: usize) -> Result<SheetText, Error> {
        let text = self.text_noting(place, Notes::default())?;
        if text.notes().has_doubtful_zeros() {
            drop(text);
            return self.text_noting(place, Notes::doubting_zeros());
        }
        Ok(text)
    }

    /// The cells of nearly every sheet come one after the other; those of a few writers do not.
    fn text_noting(&self, place: usize, notes: Notes) -> Result<SheetText, Error> {
        let mut text = SheetText::new(self.held(), notes.clone());
        match self.read(place, &mut text) {
            Err(Stop::Failed(error)) => return Err(error),
            Ok(()) | Err(Stop::Enough) => {}
            Err(Stop::OutOfOrder) => {
                drop(text);
                let mut cells = Gathered::new(notes);
                if let Err(Stop::Failed(error)) = self.read(place, &mut cells) {
                    return Err(error);
                }
                text = SheetText::of(self.held(), cells)?;
            }
        }
        text.end()?;
        Ok(text)
    }
}

/// A number as the formats write it, without what the parser takes beside: `inf`, `nan`.
fn parsed_number(written: &str) -> Option<f64> {
    written.parse().ok().filter(|number: &f64| number.is_finite())
}
