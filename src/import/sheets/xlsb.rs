//! XLSB: the parts of an XLSX in binary records.

use std::collections::HashMap;
use std::io::{BufRead as _, Read as _};

use super::super::bytes::Fields;
use super::Sheet;
use super::archive::{Archive, PartReader, failure};
use super::cell::{Position, Sink, Stop, Value};
use super::format::{Epoch, Shown};
use super::limits::{COLUMNS, PARTS, PIECE_BYTES, ROWS, SHEETS};
use super::package::Relations;
use super::strings::Strings;
use super::values::{error_name, packed};
use crate::error::Error;

/// An open workbook.
pub struct Xlsb {
    archive: Archive,
    sheets: Vec<(Sheet, String)>,
    strings: Strings,
    /// How numbers are shown, by the style of their cells.
    shown: Vec<Shown>,
}

/// Records that are read, by their numbers in MS-XLSB.
mod record {
    pub const ROW: u16 = 0;
    pub const BLANK: u16 = 1;
    pub const PACKED: u16 = 2;
    pub const ERROR: u16 = 3;
    pub const BOOL: u16 = 4;
    pub const NUMBER: u16 = 5;
    pub const TEXT: u16 = 6;
    pub const SHARED: u16 = 7;
    pub const FORMULA_TEXT: u16 = 8;
    pub const FORMULA_NUMBER: u16 = 9;
    pub const FORMULA_BOOL: u16 = 10;
    pub const FORMULA_ERROR: u16 = 11;
    /// The same as the first ones, of the cell after the one before.
    pub const SHORT_BLANK: u16 = 12;
    pub const SHORT_SHARED: u16 = 18;
    pub const STRING: u16 = 19;
    pub const FORMAT: u16 = 44;
    pub const STYLE: u16 = 47;
    pub const RICH_TEXT: u16 = 62;
    pub const END_OF_SHEET: u16 = 146;
    pub const WORKBOOK: u16 = 153;
    pub const SHEET: u16 = 156;
    pub const STYLES: u16 = 617;
    pub const END_OF_STYLES: u16 = 618;
}

impl Xlsb {
    /// Reads all but the sheets.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] and [`Error::WorkbookTooLarge`].
    pub fn open(archive: Archive, workbook: &str) -> Result<Self, Error> {
        let relations = Relations::of(&archive, workbook)?;
        let (sheets, epoch) = contents(&archive, workbook, &relations)?;
        let part = |kind, usual| relations.part(&archive, kind, usual);
        let strings = part("sharedStrings", "xl/sharedStrings.bin").map(|part| strings(&archive, part)).transpose()?;
        let shown = part("styles", "xl/styles.bin").map(|part| styles(&archive, part, epoch)).transpose()?;
        Ok(Self { sheets, strings: strings.unwrap_or_default(), shown: shown.unwrap_or_default(), archive })
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
        let mut records = Records::open(&self.archive, part)?;
        let mut at: Position = (0, 0);
        while let Some((kind, data)) = records.next()? {
            match kind {
                record::ROW => {
                    let (row, is_hidden) = row(data).ok_or(Error::NotAWorkbook)?;
                    if row >= ROWS {
                        return Err(Error::WorkbookTooLarge.into());
                    }
                    at = (row, 0);
                    sink.row(row, is_hidden);
                }
                record::BLANK..=record::SHORT_SHARED | record::RICH_TEXT => {
                    let is_short = (record::SHORT_BLANK..=record::SHORT_SHARED).contains(&kind);
                    let mut fields = Fields(data);
                    let column = if is_short { Some(at.1) } else { fields.long() }.ok_or(Error::NotAWorkbook)?;
                    if column >= COLUMNS {
                        return Err(Error::WorkbookTooLarge.into());
                    }
                    self.cell(kind, fields, (at.0, column), sink)?;
                    at.1 = column + 1;
                }
                record::END_OF_SHEET => return Ok(records.finish()?),
                _ => {}
            }
        }
        Ok(())
    }

    fn cell(&self, kind: u16, mut fields: Fields<'_>, at: Position, sink: &mut dyn Sink) -> Result<(), Stop> {
        let style = fields.size().ok_or(Error::NotAWorkbook)? & 0xFF_FFFF;
        let shown = || self.shown.get(style).copied().unwrap_or(Shown::Plain);
        let plain = if (record::SHORT_BLANK..=record::SHORT_SHARED).contains(&kind) { kind - 11 } else { kind };
        let text;
        let value = match plain {
            record::PACKED => fields.long().map(|bits| Value::Number(packed(bits), shown())),
            record::NUMBER | record::FORMULA_NUMBER => fields.double().map(|number| Value::Number(number, shown())),
            record::BOOL | record::FORMULA_BOOL => fields.byte().map(|answer| Value::Bool(answer != 0)),
            record::ERROR | record::FORMULA_ERROR => fields.byte().map(|code| Value::Text(error_name(code))),
            record::TEXT | record::FORMULA_TEXT => {
                text = wide_text(&mut fields).ok_or(Error::NotAWorkbook)?;
                Some(Value::Text(&text))
            }
            record::RICH_TEXT => {
                text = rich_text(&mut fields).ok_or(Error::NotAWorkbook)?;
                Some(Value::Text(&text))
            }
            record::SHARED => fields.size().and_then(|number| self.strings.get(number)).map(Value::Text),
            _ => return Ok(()),
        };
        sink.cell(at, &value.ok_or(Error::NotAWorkbook)?)
    }
}

/// The number of a row, and whether it is hidden.
fn row(data: &[u8]) -> Option<(u32, bool)> {
    let mut fields = Fields(data);
    let row = fields.long()?;
    // Style and height; then what is above and below, and the level of its outline beside the flags.
    fields.skip(7)?;
    Some((row, fields.byte()? & 0x10 != 0))
}

fn contents(archive: &Archive, workbook: &str, relations: &Relations) -> Result<(Vec<(Sheet, String)>, Epoch), Error> {
    let (mut sheets, mut epoch) = (Vec::new(), Epoch::Of1900);
    let mut records = Records::open(archive, workbook)?;
    while let Some((kind, data)) = records.next()? {
        match kind {
            record::WORKBOOK if data.first().is_some_and(|flags| flags & 1 != 0) => epoch = Epoch::Of1904,
            record::SHEET => {
                let (id, sheet) = sheet(data).ok_or(Error::NotAWorkbook)?;
                sheets.extend(relations.worksheet(&id).map(|part| (sheet, part.to_owned())));
            }
            _ => {}
        }
        if sheets.len() > SHEETS {
            return Err(Error::WorkbookTooLarge);
        }
    }
    Ok((sheets, epoch))
}

/// A sheet, and the name of its relationship.
fn sheet(data: &[u8]) -> Option<(String, Sheet)> {
    let mut fields = Fields(data);
    let state = fields.long()?;
    fields.skip(4)?;
    let id = wide_text(&mut fields)?;
    Some((id, Sheet { name: wide_text(&mut fields)?, is_visible: state == 0 }))
}

fn strings(archive: &Archive, part: &str) -> Result<Strings, Error> {
    let mut strings = Strings::default();
    let mut records = Records::open(archive, part)?;
    while let Some((kind, data)) = records.next()? {
        if kind == record::STRING {
            strings.push(&rich_text(&mut Fields(data)).ok_or(Error::NotAWorkbook)?)?;
            strings.end()?;
        }
    }
    Ok(strings)
}

/// How numbers are shown, by the style of their cells.
fn styles(archive: &Archive, part: &str, epoch: Epoch) -> Result<Vec<Shown>, Error> {
    let mut formats = HashMap::new();
    let mut shown = Vec::new();
    let mut is_style = false;
    let mut records = Records::open(archive, part)?;
    while let Some((kind, data)) = records.next()? {
        let mut fields = Fields(data);
        match kind {
            record::STYLES => is_style = true,
            record::END_OF_STYLES => is_style = false,
            record::FORMAT => {
                let (id, code) = (fields.short(), wide_text(&mut fields));
                formats.insert(id.ok_or(Error::NotAWorkbook)?, Shown::of(&code.unwrap_or_default(), epoch));
            }
            record::STYLE if is_style => {
                let id = fields.skip(2).and_then(|()| fields.short()).ok_or(Error::NotAWorkbook)?;
                shown.push(formats.get(&id).copied().unwrap_or(Shown::built_in(id.into(), epoch)));
            }
            _ => {}
        }
        if shown.len() > PARTS {
            return Err(Error::WorkbookTooLarge);
        }
    }
    Ok(shown)
}

/// A text with the number of its characters before it; all ones stand for none.
fn wide_text(fields: &mut Fields<'_>) -> Option<String> {
    match fields.long()? {
        u32::MAX => Some(String::new()),
        characters => fields.utf16(characters.try_into().ok()?),
    }
}

/// A text with flags before it; its fonts stand behind.
fn rich_text(fields: &mut Fields<'_>) -> Option<String> {
    fields.skip(1)?;
    wide_text(fields)
}

/// The records of a part, one after the other.
struct Records<'a> {
    reader: PartReader<'a>,
    data: Vec<u8>,
}

impl<'a> Records<'a> {
    fn open(archive: &'a Archive, part: &str) -> Result<Self, Error> {
        Ok(Self { reader: archive.read(part)?, data: Vec::new() })
    }

    /// The kind of the next record and its data.
    fn next(&mut self) -> Result<Option<(u16, &[u8])>, Error> {
        self.reader.allow_piece();
        if self.reader.fill_buf().map_err(|error| failure(&error))?.is_empty() {
            return Ok(None);
        }
        let kind = self.variable(2)?;
        let length = self.variable(4)?;
        let length = usize::try_from(length).ok().filter(|length| *length < PIECE_BYTES);
        self.data.resize(length.ok_or(Error::WorkbookTooLarge)?, 0);
        self.reader.read_exact(&mut self.data).map_err(|error| failure(&error))?;
        Ok(Some((u16::try_from(kind).unwrap_or(u16::MAX), &self.data)))
    }

    /// A number whose bytes say whether another one follows.
    fn variable(&mut self, most: u32) -> Result<u32, Error> {
        let mut number = 0;
        for place in 0..most {
            let mut byte = [0];
            self.reader.read_exact(&mut byte).map_err(|error| failure(&error))?;
            let [byte] = byte;
            number |= u32::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(number)
    }

    fn finish(mut self) -> Result<(), Error> {
        self.reader.finish()
    }
}
