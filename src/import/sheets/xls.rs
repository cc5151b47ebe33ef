//! XLS: the records of Excel 5 to 2003, in a stream of a compound file.

use std::collections::HashMap;

use super::super::bytes::Fields;
use super::Sheet;
use super::cell::{Position, Sink, Stop, Value};
use super::format::{Epoch, Shown};
use super::limits::{PARTS, SHEETS};
use super::ole::Compound;
use super::records::{Record, Records, Version};
use super::strings::Strings;
use super::values::{error_name, packed};
use crate::error::Error;

/// An open workbook.
pub struct Xls {
    stream: Vec<u8>,
    version: Version,
    /// Worksheets, and where their records start.
    sheets: Vec<(Sheet, usize)>,
    strings: Strings,
    /// How numbers are shown, by the style of their cells.
    shown: Vec<Shown>,
}

/// Records that are read, by their numbers in MS-XLS.
mod record {
    pub const FORMULA: u16 = 0x06;
    pub const END: u16 = 0x0A;
    pub const EPOCH: u16 = 0x22;
    pub const CODE_PAGE: u16 = 0x42;
    pub const PASSWORD: u16 = 0x2F;
    pub const SHEET: u16 = 0x85;
    pub const PACKED_ROW: u16 = 0xBD;
    pub const RICH_TEXT: u16 = 0xD6;
    pub const STYLE: u16 = 0xE0;
    pub const STRINGS: u16 = 0xFC;
    pub const SHARED: u16 = 0xFD;
    pub const NUMBER: u16 = 0x203;
    pub const TEXT: u16 = 0x204;
    pub const BOOL_OR_ERROR: u16 = 0x205;
    pub const RESULT: u16 = 0x207;
    pub const ROW: u16 = 0x208;
    pub const PACKED: u16 = 0x27E;
    pub const FORMAT: u16 = 0x41E;
    pub const BEGIN: u16 = 0x809;
}

impl Xls {
    /// Reads all but the sheets.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`], [`Error::EncryptedWorkbook`] and [`Error::WorkbookTooLarge`].
    pub fn open(file: &Compound<'_>) -> Result<Self, Error> {
        let stream = file.stream(if file.has("Workbook") { "Workbook" } else { "Book" })?;
        let mut records = Records::new(&stream, 0);
        let version = records.next().filter(|record| record.kind == record::BEGIN).and_then(|record| record.version());
        let mut version = version.ok_or(Error::NotAWorkbook)?;
        let mut contents = Contents::default();
        for record in records {
            match record.kind {
                record::END => break,
                record::CODE_PAGE => version = version.of_code_page(Fields(record.data).short().unwrap_or_default()),
                _ => contents.take(&record, version)?,
            }
        }
        let shown = contents.shown();
        let Contents { sheets, strings, .. } = contents;
        Ok(Self { stream, version, sheets, strings, shown })
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
        let (_, start) = self.sheets.get(index).ok_or(Error::NotAWorkbook)?;
        let mut records = Records::new(&self.stream, *start);
        if records.next().is_none_or(|record| record.kind != record::BEGIN) {
            return Err(Error::NotAWorkbook.into());
        }
        let hidden = vec![false; 1 << 16];
        let mut cells = Cells { book: self, sink, row: None, hidden, awaited: None };
        // Charts inside of a sheet have cells of their own.
        let mut charts = 0_u32;
        for record in records {
            match record.kind {
                record::BEGIN => charts += 1,
                record::END if charts == 0 => return Ok(()),
                record::END => charts -= 1,
                _ if charts == 0 => cells.take(&record)?,
                _ => {}
            }
        }
        // A sheet that does not end was cut.
        Err(Error::NotAWorkbook.into())
    }
}

/// What the workbook says of itself.
#[derive(Default)]
struct Contents {
    sheets: Vec<(Sheet, usize)>,
    strings: Strings,
    formats: HashMap<u16, String>,
    styles: Vec<u16>,
    epoch: Epoch,
}

impl Contents {
    fn take(&mut self, record: &Record<'_>, version: Version) -> Result<(), Error> {
        let mut fields = Fields(record.data);
        match record.kind {
            record::PASSWORD => return Err(Error::EncryptedWorkbook),
            record::EPOCH if fields.short() == Some(1) => self.epoch = Epoch::Of1904,
            record::FORMAT => {
                let id = fields.short().ok_or(Error::NotAWorkbook)?;
                let code = match version {
                    Version::Biff5(_) => version.short_text(&mut fields),
                    Version::Biff8 => version.text(&mut fields),
                };
                self.formats.insert(id, code.unwrap_or_default());
            }
            record::STYLE => {
                let id = fields.skip(2).and_then(|()| fields.short());
                self.styles.push(id.ok_or(Error::NotAWorkbook)?);
            }
            record::SHEET => self.sheets.extend(sheet(record.data, version).ok_or(Error::NotAWorkbook)?),
            record::STRINGS => self.strings = record.strings()?,
            _ => {}
        }
        if self.sheets.len() > SHEETS || self.styles.len() > PARTS || self.formats.len() > PARTS {
            return Err(Error::WorkbookTooLarge);
        }
        Ok(())
    }

    fn shown(&self) -> Vec<Shown> {
        let formats: HashMap<u16, Shown> =
            self.formats.iter().map(|(id, code)| (*id, Shown::of(code, self.epoch))).collect();
        let shown = |id: &u16| formats.get(id).copied().unwrap_or(Shown::built_in((*id).into(), self.epoch));
        self.styles.iter().map(shown).collect()
    }
}

/// `Some(None)` for a sheet that is none of cells.
#[expect(clippy::option_option, reason = "damaged, and of another kind, are not the same")]
fn sheet(data: &[u8], version: Version) -> Option<Option<(Sheet, usize)>> {
    let mut fields = Fields(data);
    let start = fields.size()?;
    // Hidden, hidden from users too, in the lower bits.
    let (state, kind) = (fields.byte()? & 0b11, fields.byte()?);
    let mut name = version.short_text(&mut fields)?;
    name.retain(|char| char != '\0');
    Some((kind == 0).then_some((Sheet { name, is_visible: state == 0 }, start)))
}

/// The cells of a sheet, one after the other.
struct Cells<'a> {
    book: &'a Xls,
    sink: &'a mut dyn Sink,
    row: Option<u32>,
    /// Rows say so before their cells come, many rows at once.
    hidden: Vec<bool>,
    /// Where the text stands that is the result of the formula before.
    awaited: Option<Position>,
}

impl Cells<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), Stop> {
        let mut fields = Fields(record.data);
        match record.kind {
            record::ROW => self.hide(&mut fields).ok_or(Error::NotAWorkbook.into()),
            record::PACKED_ROW => self.packed_row(fields),
            record::RESULT => match self.awaited.take() {
                Some(at) => {
                    let text = record.long_text(self.book.version).ok_or(Error::NotAWorkbook)?;
                    self.cell(at, &Value::Text(&text))
                }
                None => Ok(()),
            },
            record::FORMULA
            | record::RICH_TEXT
            | record::SHARED
            | record::NUMBER
            | record::TEXT
            | record::BOOL_OR_ERROR
            | record::PACKED => self.one(record, fields),
            _ => Ok(()),
        }
    }

    fn hide(&mut self, fields: &mut Fields<'_>) -> Option<()> {
        let row = usize::from(fields.short()?);
        fields.skip(10)?;
        let is_hidden = fields.short()? & 0x20 != 0;
        *self.hidden.get_mut(row)? = is_hidden;
        Some(())
    }

    /// Numbers side by side: where they start, each with its style, and where they end.
    fn packed_row(&mut self, mut fields: Fields<'_>) -> Result<(), Stop> {
        let (Some(row), Some(column)) = (fields.short(), fields.short()) else {
            return Err(Error::NotAWorkbook.into());
        };
        let mut column = u32::from(column);
        while fields.0.len() >= 6 {
            if let (Some(style), Some(bits)) = (fields.short(), fields.long()) {
                let number = Value::Number(packed(bits), self.shown(style));
                self.cell((row.into(), column), &number)?;
            }
            column += 1;
        }
        Ok(())
    }

    fn one(&mut self, record: &Record<'_>, mut fields: Fields<'_>) -> Result<(), Stop> {
        let (Some(row), Some(column), Some(style)) = (fields.short(), fields.short(), fields.short()) else {
            return Err(Error::NotAWorkbook.into());
        };
        let at = (u32::from(row), u32::from(column));
        let text;
        let value = match record.kind {
            record::FORMULA => return self.formula(at, style, fields),
            record::NUMBER => fields.double().map(|number| Value::Number(number, self.shown(style))),
            record::PACKED => fields.long().map(|bits| Value::Number(packed(bits), self.shown(style))),
            record::SHARED => fields.size().and_then(|number| self.book.strings.get(number)).map(Value::Text),
            record::BOOL_OR_ERROR => match (fields.byte(), fields.byte()) {
                (Some(answer), Some(0)) => Some(Value::Bool(answer != 0)),
                (Some(code), Some(_)) => Some(Value::Text(error_name(code))),
                _ => None,
            },
            _ => {
                text = self.book.version.text(&mut fields).ok_or(Error::NotAWorkbook)?;
                Some(Value::Text(&text))
            }
        };
        self.cell(at, &value.ok_or(Error::NotAWorkbook)?)
    }

    /// A result that is no number says so in its last bytes; a text stands in a record of its own.
    fn formula(&mut self, at: Position, style: u16, mut fields: Fields<'_>) -> Result<(), Stop> {
        let (Some(result), Some(flags)) = (fields.take(8), fields.short()) else {
            return Err(Error::NotAWorkbook.into());
        };
        self.awaited = None;
        let value = match *result {
            [0, .., 0xFF, 0xFF] => {
                self.awaited = Some(at);
                return Ok(());
            }
            [1, _, answer, .., 0xFF, 0xFF] => Value::Bool(answer != 0),
            [2, _, code, .., 0xFF, 0xFF] => Value::Text(error_name(code)),
            [_, .., 0xFF, 0xFF] => return Ok(()),
            // To be calculated always, or when the workbook is opened.
            [0, 0, 0, 0, 0, 0, 0, 0] if flags & 0b11 != 0 => Value::Provisional,
            _ => Value::Number(Fields(result).double().unwrap_or_default(), self.shown(style)),
        };
        if matches!(value, Value::Number(..) | Value::Bool(_)) {
            self.sink.calculated();
        }
        self.cell(at, &value)
    }

    fn cell(&mut self, at: Position, value: &Value<'_>) -> Result<(), Stop> {
        if self.row != Some(at.0) {
            self.row = Some(at.0);
            let is_hidden = usize::try_from(at.0).ok().and_then(|row| self.hidden.get(row)).copied();
            self.sink.row(at.0, is_hidden.unwrap_or(false));
        }
        self.sink.cell(at, value)
    }

    fn shown(&self, style: u16) -> Shown {
        self.book.shown.get(usize::from(style)).copied().unwrap_or(Shown::Plain)
    }
}
