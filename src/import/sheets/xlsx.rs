//! XLSX: sheets in XML.

use std::borrow::Cow;
use std::collections::HashMap;

use super::archive::Archive;
use super::cell::{Position, Sink, Stop, Value};
use super::format::{Epoch, Shown};
use super::limits::{CELL_BYTES, COLUMNS, PARTS, ROWS, SHEETS};
use super::package::Relations;
use super::strings::Strings;
use super::xml::{Piece, Tag, Xml, is_yes};
use super::{Sheet, parsed_number};
use crate::error::Error;

/// An open workbook.
pub struct Xlsx {
    archive: Archive,
    sheets: Vec<(Sheet, String)>,
    strings: Strings,
    /// How numbers are shown, by the style of their cells.
    shown: Vec<Shown>,
    /// Are formulas calculated when the workbook is opened, whatever their results?
    is_calculated_on_load: bool,
}

impl Xlsx {
    /// Reads all but the sheets.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] and [`Error::WorkbookTooLarge`].
    pub fn open(archive: Archive, workbook: &str) -> Result<Self, Error> {
        let relations = Relations::of(&archive, workbook)?;
        let contents = Contents::read(&archive, workbook, &relations)?;
        let part = |kind, usual| relations.part(&archive, kind, usual);
        let strings = part("sharedStrings", "xl/sharedStrings.xml").map(|part| strings(&archive, part)).transpose()?;
        let shown = part("styles", "xl/styles.xml").map(|part| styles(&archive, part, contents.epoch)).transpose()?;
        Ok(Self {
            sheets: contents.sheets,
            strings: strings.unwrap_or_default(),
            shown: shown.unwrap_or_default(),
            is_calculated_on_load: contents.is_calculated_on_load,
            archive,
        })
    }

    /// Its worksheets.
    pub fn sheets(&self) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter().map(|(sheet, _)| sheet)
    }

    /// Bytes that it holds beside the file.
    pub const fn held(&self) -> usize {
        self.strings.held()
    }

    /// Reads a sheet.
    ///
    /// # Errors
    ///
    /// Says why it was not read to its end.
    pub fn read(&self, index: usize, sink: &mut dyn Sink) -> Result<(), Stop> {
        let (_, part) = self.sheets.get(index).ok_or(Error::NotAWorkbook)?;
        let mut xml = Xml::open(&self.archive, part)?;
        Cells { book: self, sink, row: 0, column: 0, cell: Cell::default() }.read(&mut xml)?;
        Ok(xml.finish()?)
    }
}

/// What the workbook says of itself.
#[derive(Default)]
struct Contents {
    sheets: Vec<(Sheet, String)>,
    epoch: Epoch,
    is_calculated_on_load: bool,
}

impl Contents {
    fn read(archive: &Archive, workbook: &str, relations: &Relations) -> Result<Self, Error> {
        let mut contents = Self::default();
        let mut xml = Xml::open(archive, workbook)?;
        loop {
            match xml.next()? {
                Piece::Start(tag) => contents.take(&tag, relations),
                Piece::Over => return Ok(contents),
                _ => {}
            }
            if contents.sheets.len() > SHEETS {
                return Err(Error::WorkbookTooLarge);
            }
        }
    }

    fn take(&mut self, tag: &Tag<'_>, relations: &Relations) {
        match tag.name() {
            "workbookPr" if tag.says("date1904") => self.epoch = Epoch::Of1904,
            "calcPr" => self.is_calculated_on_load = tag.says("fullCalcOnLoad"),
            "sheet" => {
                let part = tag.attribute("id").and_then(|id| relations.worksheet(&id).map(str::to_owned));
                let is_visible = tag.attribute("state").is_none_or(|state| state == "visible");
                if let (Some(name), Some(part)) = (tag.attribute("name"), part) {
                    self.sheets.push((Sheet { name, is_visible }, part));
                }
            }
            _ => {}
        }
    }
}

/// Texts in several fonts come in parts; how they are pronounced is no part of them.
fn strings(archive: &Archive, part: &str) -> Result<Strings, Error> {
    let mut strings = Strings::default();
    let mut text = Text::default();
    let mut xml = Xml::open(archive, part)?;
    loop {
        match xml.next()? {
            Piece::Start(tag) => text.start(&tag),
            Piece::Text(written) => text.push(&written)?,
            Piece::End(tag) => {
                text.end(tag.name());
                if tag.name() == "si" {
                    strings.push(&unescaped(&text.written))?;
                    strings.end()?;
                    text.clear();
                }
            }
            Piece::Over => return Ok(strings),
            Piece::Other => {}
        }
    }
}

/// What stands in the `t` of a text.
#[derive(Default)]
struct Text {
    written: String,
    is_inside: bool,
    is_phonetic: bool,
    /// Where the part that is read starts, and whether the spaces around it count.
    start: usize,
    is_preserved: bool,
}

impl Text {
    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "rPh" => self.is_phonetic = true,
            "t" => {
                self.is_inside = !self.is_phonetic;
                self.start = self.written.len();
                self.is_preserved = tag.attributes().any(|(key, value)| key == "space" && value == "preserve");
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: &str) {
        match tag {
            "rPh" => self.is_phonetic = false,
            "t" if self.is_inside => {
                self.is_inside = false;
                if !self.is_preserved {
                    self.trim();
                }
            }
            _ => {}
        }
    }

    fn trim(&mut self) {
        const SPACES: [char; 4] = [' ', '\t', '\r', '\n'];
        let part = self.written.get(self.start..).unwrap_or_default();
        let (length, behind) = (part.trim_end_matches(SPACES).len(), part.trim_start_matches(SPACES).len());
        let before = part.len() - behind;
        self.written.truncate(self.start + length);
        self.written.drain(self.start..self.start + before.min(length));
    }

    fn push(&mut self, written: &str) -> Result<(), Error> {
        if !self.is_inside {
            return Ok(());
        }
        if self.written.len().saturating_add(written.len()) > CELL_BYTES {
            return Err(Error::WorkbookTooLarge);
        }
        self.written.push_str(written);
        Ok(())
    }

    fn clear(&mut self) {
        self.written.clear();
        (self.is_inside, self.is_phonetic, self.start) = (false, false, 0);
    }
}

/// `_x000D_` is a character that XML cannot hold.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let escaped = after.split_at_checked(4).and_then(|(code, after)| {
            let char = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?;
            Some((char, after.strip_prefix('_')?))
        });
        if let Some((char, after)) = escaped {
            plain.push(char);
            rest = after;
        } else {
            plain.push_str("_x");
            rest = after;
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// How numbers are shown, by the style of their cells.
fn styles(archive: &Archive, part: &str, epoch: Epoch) -> Result<Vec<Shown>, Error> {
    let mut formats = HashMap::new();
    let mut shown = Vec::new();
    let (mut is_format, mut is_style) = (false, false);
    let mut xml = Xml::open(archive, part)?;
    loop {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "numFmts" => is_format = true,
                "cellXfs" => is_style = true,
                "numFmt" if is_format => {
                    if let (Some(id), Some(code)) = (number_attribute(&tag), tag.attribute("formatCode")) {
                        formats.insert(id, Shown::of(&code, epoch));
                    }
                }
                "xf" if is_style => {
                    let id = number_attribute(&tag).unwrap_or(0);
                    shown.push(formats.get(&id).copied().unwrap_or(Shown::built_in(id, epoch)));
                }
                _ => {}
            },
            Piece::End(tag) => match tag.name() {
                "numFmts" => is_format = false,
                "cellXfs" => is_style = false,
                _ => {}
            },
            Piece::Over => return Ok(shown),
            _ => {}
        }
        if shown.len() > PARTS || formats.len() > PARTS {
            return Err(Error::WorkbookTooLarge);
        }
    }
}

fn number_attribute(tag: &Tag<'_>) -> Option<u32> {
    tag.attribute("numFmtId")?.trim().parse().ok()
}

/// The cells of a sheet, one after the other.
struct Cells<'a> {
    book: &'a Xlsx,
    sink: &'a mut dyn Sink,
    /// Where a row or a cell stands that does not say it: after those before it.
    row: u32,
    column: u32,
    cell: Cell,
}

/// A cell as far as it is read.
#[derive(Default)]
struct Cell {
    at: Position,
    kind: Kind,
    shown: Option<Shown>,
    is_formula: bool,
    is_value: bool,
    value: String,
    text: Text,
}

/// What the value of a cell stands for.
#[derive(Clone, Copy, Default)]
enum Kind {
    #[default]
    Number,
    Shared,
    Inline,
    Result,
    Bool,
    Error,
    Moment,
}

impl Cells<'_> {
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Stop> {
        let mut is_data = false;
        loop {
            match xml.next()? {
                Piece::Start(tag) if is_data => self.start(&tag)?,
                Piece::Start(tag) => is_data = tag.name() == "sheetData",
                Piece::End(tag) if is_data => match tag.name() {
                    "sheetData" => return Ok(()),
                    "c" => self.end_cell()?,
                    "row" => self.row = self.row.saturating_add(1),
                    "v" => self.cell.is_value = false,
                    name => self.cell.text.end(name),
                },
                Piece::Text(text) if is_data => self.cell.take(&text)?,
                Piece::Over => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Stop> {
        match tag.name() {
            "c" => self.start_cell(tag),
            "v" => {
                self.cell.is_value = true;
                Ok(())
            }
            "f" => {
                self.cell.is_formula = true;
                Ok(())
            }
            "row" => self.start_row(tag),
            _ => {
                self.cell.text.start(tag);
                Ok(())
            }
        }
    }

    fn start_row(&mut self, tag: &Tag<'_>) -> Result<(), Stop> {
        let mut is_hidden = false;
        for (key, value) in tag.attributes() {
            match key {
                "r" => self.row = number(&value)?.unwrap_or(self.row),
                "hidden" => is_hidden = is_yes(&value),
                _ => {}
            }
        }
        if self.row >= ROWS {
            return Err(Error::WorkbookTooLarge.into());
        }
        self.column = 0;
        self.sink.row(self.row, is_hidden);
        Ok(())
    }

    fn start_cell(&mut self, tag: &Tag<'_>) -> Result<(), Stop> {
        self.cell.clear((self.row, self.column));
        for (key, value) in tag.attributes() {
            match key {
                "r" => self.cell.at = position(&value, self.cell.at)?,
                "s" => {
                    let style = value.trim().parse::<usize>().ok();
                    self.cell.shown = style.and_then(|style| self.book.shown.get(style).copied());
                }
                "t" => self.cell.kind = Kind::of(&value),
                _ => {}
            }
        }
        (self.row, self.column) = (self.cell.at.0, self.cell.at.1.saturating_add(1));
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Stop> {
        let (cell, book) = (&self.cell, self.book);
        let written = cell.value.trim();
        let value = match cell.kind {
            _ if written.is_empty() && cell.is_without_result() => Value::Unsaved,
            Kind::Inline if cell.text.written.is_empty() => Value::Text(&cell.value),
            Kind::Inline => Value::Text(&cell.text.written),
            _ if written.is_empty() => return Ok(()),
            Kind::Shared => {
                let shared = written.parse().ok().and_then(|number| book.strings.get(number));
                Value::Text(shared.ok_or(Error::NotAWorkbook)?)
            }
            Kind::Result => Value::Text(&cell.value),
            Kind::Error => Value::Text(written),
            Kind::Bool => Value::Bool(is_yes(written)),
            Kind::Moment => Value::Moment(written),
            Kind::Number => match parsed_number(written) {
                Some(number) if cell.is_formula && book.is_calculated_on_load && number == 0.0 => Value::Provisional,
                Some(number) => Value::Number(number, cell.shown.unwrap_or(Shown::Plain)),
                None => Value::Text(written),
            },
        };
        if cell.is_formula && !matches!(value, Value::Unsaved | Value::Provisional) {
            self.sink.calculated();
        }
        let escaped = matches!(cell.kind, Kind::Inline | Kind::Result);
        match value {
            Value::Text(text) if escaped => self.sink.cell(cell.at, &Value::Text(&unescaped(text))),
            value => self.sink.cell(cell.at, &value),
        }
    }
}

impl Cell {
    fn clear(&mut self, at: Position) {
        (self.at, self.kind, self.shown) = (at, Kind::Number, None);
        (self.is_formula, self.is_value) = (false, false);
        self.value.clear();
        self.text.clear();
    }

    fn take(&mut self, text: &str) -> Result<(), Error> {
        if !self.is_value {
            return self.text.push(text);
        }
        if self.value.len().saturating_add(text.len()) > CELL_BYTES {
            return Err(Error::WorkbookTooLarge);
        }
        self.value.push_str(text);
        Ok(())
    }

    /// The result of a formula may be an empty text.
    const fn is_without_result(&self) -> bool {
        self.is_formula && !matches!(self.kind, Kind::Result | Kind::Inline)
    }
}

impl Kind {
    fn of(written: &str) -> Self {
        match written {
            "s" => Self::Shared,
            "inlineStr" => Self::Inline,
            "str" => Self::Result,
            "b" => Self::Bool,
            "e" => Self::Error,
            "d" => Self::Moment,
            _ => Self::Number,
        }
    }
}

/// A number of a row, from 0; `None` if it is none.
fn number(written: &str) -> Result<Option<u32>, Error> {
    let digits = written.trim();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    match digits.parse::<u32>() {
        Ok(row) if row <= ROWS => Ok(row.checked_sub(1)),
        _ => Err(Error::WorkbookTooLarge),
    }
}

/// A place such as `AB12`; the usual one where it is none.
fn position(written: &str, usual: Position) -> Result<Position, Error> {
    let written = written.trim();
    let letters = written.bytes().take_while(u8::is_ascii_alphabetic).count();
    let Some((letters, digits)) = written.split_at_checked(letters) else { return Ok(usual) };
    let Some(row) = number(digits)? else { return Ok(usual) };
    let column = letters.bytes().fold(0_u32, |column, letter| {
        let letter = u32::from(letter.to_ascii_uppercase().saturating_sub(b'A')) + 1;
        column.saturating_mul(26).saturating_add(letter)
    });
    match column.checked_sub(1) {
        Some(column) if column < COLUMNS => Ok((row, column)),
        Some(_) => Err(Error::WorkbookTooLarge),
        None => Ok(usual),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_or_refused() {
        assert_eq!(position("A1", (9, 9)), Ok((0, 0)));
        assert_eq!(position("XFD1048576", (9, 9)), Ok((1_048_575, 16_383)));
        assert_eq!(position("ab12", (9, 9)), Ok((11, 27)));
        assert_eq!(
            (position("12", (9, 9)), position("A", (9, 9)), position("A0", (9, 9))),
            (Ok((9, 9)), Ok((9, 9)), Ok((9, 9)))
        );
        for beyond in ["XFE1", "A1048577", "A4294967295", "A99999999999999999999", "ZZZZZZZZZZZZZZZZZZ1"] {
            assert_eq!(position(beyond, (9, 9)), Err(Error::WorkbookTooLarge), "{beyond}");
        }
    }

    #[test]
    fn characters_that_xml_cannot_hold() {
        assert_eq!(unescaped("a_x000D_\nb"), "a\r\nb");
        assert_eq!(unescaped("snake_x_case _xZZZZ_ _x00"), "snake_x_case _xZZZZ_ _x00");
    }
}
