//! ODS: all sheets in one part of XML.

use std::collections::HashSet;
use std::io::Read as _;
use std::ops::Range;

use super::archive::Archive;
use super::cell::{Sink, Stop, Value};
use super::format::Shown;
use super::limits::{CELL_BYTES, COLUMNS, PARTS, ROWS, SHEETS};
use super::survey::Survey;
use super::xml::{Piece, Tag, Xml, is_yes};
use super::{Sheet, parsed_number};
use crate::error::Error;
use crate::import::currency::Currency;

const CONTENT: &str = "content.xml";

/// An open workbook.
pub struct Ods {
    archive: Archive,
    sheets: Vec<Sheet>,
    surveys: Vec<Survey>,
}

/// Does the archive hold a spreadsheet, as far as its names say?
pub fn is_ods(archive: &Archive) -> bool {
    let mut kind = String::new();
    let is_spreadsheet = match archive.read("mimetype") {
        Ok(part) => part.take(256).read_to_string(&mut kind).is_ok() && kind.contains("spreadsheet"),
        Err(_) => true,
    };
    archive.has(CONTENT) && is_spreadsheet
}

impl Ods {
    /// Looks at all sheets, since they stand one behind the other.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`], [`Error::EncryptedWorkbook`], [`Error::ZipWithoutWorkbook`] and
    /// [`Error::WorkbookTooLarge`].
    pub fn open(archive: Archive) -> Result<Self, Error> {
        if is_encrypted(&archive)? {
            return Err(Error::EncryptedWorkbook);
        }
        let (mut sheets, mut surveys) = (Vec::new(), Vec::new());
        let mut tables = Tables::open(&archive)?;
        while let Some(sheet) = tables.next()? {
            let mut survey = Survey::default();
            // A sheet that cannot be read leaves the others as they are.
            if let Err(Stop::Failed(_)) = tables.read(&mut survey) {
                survey = Survey::default();
            }
            survey.end();
            sheets.push(sheet);
            surveys.push(survey);
            if sheets.len() > SHEETS {
                return Err(Error::WorkbookTooLarge);
            }
        }
        if !tables.is_spreadsheet {
            return Err(Error::ZipWithoutWorkbook);
        }
        Ok(Self { archive, sheets, surveys })
    }

    /// Its sheets.
    pub fn sheets(&self) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter()
    }

    /// What was seen of a sheet when the workbook was opened.
    pub fn survey(&self, index: usize) -> Option<&Survey> {
        self.surveys.get(index)
    }

    /// Reads a sheet.
    ///
    /// # Errors
    ///
    /// Says why it was not read to its end.
    pub fn read(&self, index: usize, sink: &mut dyn Sink) -> Result<(), Stop> {
        let mut tables = Tables::open(&self.archive)?;
        for _ in 0..=index {
            tables.next()?.ok_or(Error::NotAWorkbook)?;
        }
        tables.read(sink)?;
        Ok(tables.xml.finish()?)
    }
}

/// What is encrypted is named in the manifest.
fn is_encrypted(archive: &Archive) -> Result<bool, Error> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    if !archive.has(MANIFEST) {
        return Ok(false);
    }
    let mut xml = Xml::open(archive, MANIFEST)?;
    loop {
        match xml.next()? {
            Piece::Start(tag) if tag.name() == "encryption-data" => return Ok(true),
            Piece::Over => return Ok(false),
            _ => {}
        }
    }
}

/// The tables of the document, one after the other.
struct Tables<'a> {
    xml: Xml<'a>,
    /// Styles of tables that are not shown.
    hidden: HashSet<String>,
    style: String,
    is_spreadsheet: bool,
    /// Tables that are open: those inside of cells stand in others.
    depth: u32,
}

impl<'a> Tables<'a> {
    fn open(archive: &'a Archive) -> Result<Self, Error> {
        let xml = Xml::open(archive, CONTENT)?;
        Ok(Self { xml, hidden: HashSet::new(), style: String::new(), is_spreadsheet: false, depth: 0 })
    }

    /// Goes to the next table, from wherever it is in the one before.
    fn next(&mut self) -> Result<Option<Sheet>, Error> {
        loop {
            match self.xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "table" if tag.prefix() == Some("table") && self.is_spreadsheet => {
                        self.depth += 1;
                        if self.depth == 1 {
                            let style = tag.attribute("style-name").unwrap_or_default();
                            let name = tag.attribute("name").unwrap_or_default();
                            return Ok(Some(Sheet { name, is_visible: !self.hidden.contains(&style) }));
                        }
                    }
                    "spreadsheet" => self.is_spreadsheet = true,
                    "style" => self.style = tag.attribute("name").unwrap_or_default(),
                    "table-properties" if tag.attributes().any(|(key, value)| key == "display" && value == "false") => {
                        if self.hidden.len() == PARTS {
                            return Err(Error::WorkbookTooLarge);
                        }
                        self.hidden.insert(self.style.clone());
                    }
                    // Cells as they were before changes, and tables of other files.
                    name @ ("tracked-changes" | "dde-links") => {
                        let name = name.to_owned();
                        skip(&mut self.xml, &name)?;
                    }
                    _ => {}
                },
                Piece::End(tag) if tag.name() == "table" => self.depth = self.depth.saturating_sub(1),
                Piece::Over => return Ok(None),
                _ => {}
            }
        }
    }

    /// Reads the table that it stands in.
    fn read(&mut self, sink: &mut dyn Sink) -> Result<(), Stop> {
        let mut row = Row::default();
        let mut next = 0_u64;
        loop {
            match self.xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "table-row" => row.start(&tag),
                    "table-cell" | "covered-table-cell" => row.start_cell(&tag),
                    "table" if tag.prefix() == Some("table") => {
                        self.depth += 1;
                        skip(&mut self.xml, "table")?;
                        self.depth -= 1;
                    }
                    name if is_beside(&tag) => {
                        let name = name.to_owned();
                        skip(&mut self.xml, &name)?;
                    }
                    _ => row.start_text(&tag)?,
                },
                Piece::Text(text) => row.text(&text)?,
                Piece::End(tag) => match tag.name() {
                    "table-cell" | "covered-table-cell" => row.end_cell()?,
                    "table-row" => next = row.write(next, sink)?,
                    "table" => {
                        self.depth = self.depth.saturating_sub(1);
                        return Ok(());
                    }
                    name => row.end_text(name),
                },
                // A table that does not end was cut.
                Piece::Over => return Err(Error::NotAWorkbook.into()),
                Piece::Other => {}
            }
        }
    }
}

/// Notes, drawings and forms have texts of their own.
fn is_beside(tag: &Tag<'_>) -> bool {
    matches!(tag.name(), "annotation" | "shapes" | "forms") || matches!(tag.prefix(), Some("draw" | "dr3d"))
}

/// Goes to the end of an element that has just started.
fn skip(xml: &mut Xml<'_>, name: &str) -> Result<(), Error> {
    let mut depth = 1_u32;
    while depth > 0 {
        match xml.next()? {
            Piece::Start(tag) if tag.name() == name => depth += 1,
            Piece::End(tag) if tag.name() == name => depth -= 1,
            Piece::Over => return Err(Error::NotAWorkbook),
            _ => {}
        }
    }
    Ok(())
}

/// A row as far as it is read.
#[derive(Default)]
struct Row {
    repeated: u64,
    is_hidden: bool,
    /// Column of the next cell.
    column: u64,
    /// Texts of its cells.
    text: String,
    cells: Vec<Filled>,
    cell: Option<Cell>,
}

/// A cell with something in it, and in how many columns.
struct Filled {
    column: u64,
    repeated: u64,
    kind: Kind,
    text: Range<usize>,
}

/// A cell as far as it is read.
struct Cell {
    repeated: u64,
    kind: Option<Kind>,
    is_formula: bool,
    /// Where its text starts in that of the row, and whether it is given by an attribute.
    start: usize,
    is_given: bool,
    paragraphs: u32,
    is_inside: bool,
}

/// What a cell says that it holds.
#[derive(Clone, Copy)]
enum Kind {
    Number(f64, Shown),
    Bool(bool),
    Moment,
    Text,
    Unsaved,
}

impl Row {
    fn start(&mut self, tag: &Tag<'_>) {
        self.repeated = repeated(tag, "number-rows-repeated");
        self.is_hidden = tag.attributes().any(|(key, value)| key == "visibility" && value != "visible");
        (self.column, self.cell) = (0, None);
        self.text.clear();
        self.cells.clear();
    }

    fn start_cell(&mut self, tag: &Tag<'_>) {
        let start = self.text.len();
        let mut cell = Cell {
            repeated: repeated(tag, "number-columns-repeated"),
            kind: None,
            is_formula: tag.attributes().any(|(key, _)| key == "formula"),
            start,
            is_given: false,
            paragraphs: 0,
            is_inside: false,
        };
        let given = |name: &str| tag.attribute(name);
        // Both `office:value-type` and `calcext:value-type`; the first one counts.
        let number = || given("value").as_deref().map(str::trim).and_then(parsed_number);
        cell.kind = match given("value-type").as_deref() {
            Some("float") => number().map(|number| Kind::Number(number, Shown::Plain)),
            Some("percentage") => number().map(|number| Kind::Number(number, Shown::Percent)),
            Some("currency") => {
                let currency = given("currency").and_then(|sign| Currency::of_sign_or_word(&sign));
                number().map(|number| Kind::Number(number, currency.map_or(Shown::Plain, Shown::Amount)))
            }
            Some("boolean") => given("boolean-value").map(|answer| Kind::Bool(is_yes(&answer))),
            Some("date") => given("date-value").map(|date| self.give(&mut cell, &date, Kind::Moment)),
            Some("time") => given("time-value").map(|time| self.give(&mut cell, &time, Kind::Moment)),
            Some("string") => {
                Some(given("string-value").map_or(Kind::Text, |text| self.give(&mut cell, &text, Kind::Text)))
            }
            _ => None,
        };
        self.cell = Some(cell);
    }

    /// The text of a cell stands in an attribute.
    fn give(&mut self, cell: &mut Cell, text: &str, kind: Kind) -> Kind {
        self.text.push_str(text);
        cell.is_given = true;
        kind
    }

    fn start_text(&mut self, tag: &Tag<'_>) -> Result<(), Error> {
        let Some(cell) = self.cell.as_mut().filter(|cell| !cell.is_given) else { return Ok(()) };
        match tag.name() {
            "p" | "h" => {
                if cell.paragraphs > 0 {
                    self.text.push('\n');
                }
                cell.paragraphs += 1;
                cell.is_inside = true;
            }
            "s" if cell.is_inside => {
                let count = usize::try_from(repeated(tag, "c")).unwrap_or(usize::MAX);
                if count > CELL_BYTES {
                    return Err(Error::WorkbookTooLarge);
                }
                self.text.extend(std::iter::repeat_n(' ', count));
            }
            "tab" | "line-break" if cell.is_inside => self.text.push(' '),
            _ => {}
        }
        self.check()
    }

    fn end_text(&mut self, name: &str) {
        if let (Some(cell), "p" | "h") = (&mut self.cell, name) {
            cell.is_inside = false;
        }
    }

    /// Spaces of the document are one, and none at the start of a paragraph.
    fn text(&mut self, written: &str) -> Result<(), Error> {
        let Some(cell) = self.cell.as_ref().filter(|cell| cell.is_inside) else { return Ok(()) };
        for char in written.chars() {
            let is_space = matches!(char, ' ' | '\t' | '\n' | '\r');
            let follows_space = self.text.len() == cell.start || self.text.ends_with([' ', '\n']);
            match char {
                _ if is_space && follows_space => {}
                _ if is_space => self.text.push(' '),
                _ => self.text.push(char),
            }
        }
        self.check()
    }

    fn end_cell(&mut self) -> Result<(), Error> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        self.check()?;
        let column = self.column;
        self.column = column.saturating_add(cell.repeated);
        let text = cell.start..self.text.len();
        let is_written = self.text.get(text.clone()).is_some_and(|text| !text.trim_end().is_empty());
        let kind = match cell.kind {
            Some(Kind::Text) | None if is_written => Kind::Text,
            Some(kind @ (Kind::Number(..) | Kind::Bool(_) | Kind::Moment)) => kind,
            None if cell.is_formula => Kind::Unsaved,
            _ => return Ok(()),
        };
        self.cells.push(Filled { column, repeated: cell.repeated, kind, text });
        Ok(())
    }

    /// A row holds no more text than a cell may.
    fn check(&self) -> Result<(), Error> {
        if self.text.len() > CELL_BYTES { Err(Error::WorkbookTooLarge) } else { Ok(()) }
    }

    /// Hands over the row, as often as it stands there; answers with the number of the one behind.
    fn write(&self, row: u64, sink: &mut dyn Sink) -> Result<u64, Stop> {
        let behind = row.saturating_add(self.repeated);
        if self.cells.is_empty() {
            return Ok(behind);
        }
        let is_beyond = |filled: &Filled| filled.column.saturating_add(filled.repeated) > u64::from(COLUMNS);
        if behind > u64::from(ROWS) || self.cells.iter().any(is_beyond) {
            return Err(Error::WorkbookTooLarge.into());
        }
        for row in row..behind {
            self.write_once(u32::try_from(row).unwrap_or(u32::MAX), sink)?;
        }
        Ok(behind)
    }

    fn write_once(&self, row: u32, sink: &mut dyn Sink) -> Result<(), Stop> {
        sink.row(row, self.is_hidden);
        for filled in &self.cells {
            let text = self.text.get(filled.text.clone()).unwrap_or_default();
            let value = match filled.kind {
                Kind::Number(number, shown) => Value::Number(number, shown),
                Kind::Bool(answer) => Value::Bool(answer),
                Kind::Moment => Value::Moment(text),
                Kind::Text => Value::Text(text),
                Kind::Unsaved => Value::Unsaved,
            };
            for column in filled.column..filled.column.saturating_add(filled.repeated) {
                sink.cell((row, u32::try_from(column).unwrap_or(u32::MAX)), &value)?;
            }
        }
        Ok(())
    }
}

/// How often something stands there; a number too large is one beyond every limit.
fn repeated(tag: &Tag<'_>, name: &str) -> u64 {
    let Some(count) = tag.attribute(name) else { return 1 };
    let digits = count.trim();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return 1;
    }
    digits.parse().unwrap_or(u64::MAX).max(1)
}
