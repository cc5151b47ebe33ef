//! The records of an XLS stream, and the texts in them.

use super::super::bytes::{Fields, utf16};
use super::strings::Strings;
use crate::error::Error;
use crate::import::encoding::text;
use crate::import::source::Encoding;

/// What goes on with the record before.
const CONTINUED: u16 = 0x3C;

/// How texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// Excel 5 and 95: one byte a character, of a code page.
    Biff5(Encoding),
    /// Since Excel 97: flags, then one byte or two a character.
    Biff8,
}

impl Version {
    /// The format with a code page, by its number; those that are not known are taken for the usual one.
    pub const fn of_code_page(self, number: u16) -> Self {
        match (self, number) {
            (Self::Biff5(_), 10_000 | 0x8000) => Self::Biff5(Encoding::MacRoman),
            (Self::Biff5(_), 437 | 850) => Self::Biff5(Encoding::Ibm850),
            _ => self,
        }
    }

    /// A text with the number of its characters, in two bytes, before it.
    pub fn text(self, fields: &mut Fields<'_>) -> Option<String> {
        let characters = fields.short()?.into();
        self.characters(fields, characters)
    }

    /// A text with the number of its characters, in one byte, before it.
    pub fn short_text(self, fields: &mut Fields<'_>) -> Option<String> {
        let characters = fields.byte()?.into();
        self.characters(fields, characters)
    }

    /// A text that ends too early is what there is of it.
    fn characters(self, fields: &mut Fields<'_>, characters: usize) -> Option<String> {
        // An empty text may have no flags.
        if characters == 0 {
            return Some(String::new());
        }
        let is_wide = self == Self::Biff8 && fields.byte()? & 1 != 0;
        let length = if is_wide { characters * 2 } else { characters };
        let bytes = fields.take(length.min(fields.0.len()))?;
        Some(match self {
            Self::Biff5(encoding) => text(bytes, encoding).into_owned(),
            Self::Biff8 if is_wide => utf16(bytes),
            Self::Biff8 => latin(bytes),
        })
    }
}

/// The lower bytes of UTF-16.
fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// The records from an offset on.
pub struct Records<'a>(Fields<'a>);

impl<'a> Records<'a> {
    /// Those of a stream from an offset on; none if it lies beyond.
    pub fn new(stream: &'a [u8], offset: usize) -> Self {
        Self(Fields::at(stream, offset).unwrap_or(Fields(&[])))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, length) = (self.0.short()?, self.0.short()?);
        let data = self.0.take(length.into())?;
        Some(Record { kind, data, rest: self.0 })
    }
}

/// A record.
pub struct Record<'a> {
    /// What it is of.
    pub kind: u16,
    /// What it says.
    pub data: &'a [u8],
    /// What follows.
    rest: Fields<'a>,
}

impl<'a> Record<'a> {
    /// How the workbook that starts with it writes texts; `None` for versions before Excel 5.
    pub fn version(&self) -> Option<Version> {
        match Fields(self.data).short()? {
            0x500 => Some(Version::Biff5(Encoding::Windows1252)),
            0x600 => Some(Version::Biff8),
            _ => None,
        }
    }

    /// A text that may go on in the records behind.
    pub fn long_text(&self, version: Version) -> Option<String> {
        if version != Version::Biff8 {
            return version.text(&mut Fields(self.data));
        }
        let mut pieces = self.pieces();
        let characters = pieces.short()?;
        // An empty text may have no flags.
        let mut text = String::new();
        if characters > 0 {
            let flags = pieces.byte()?;
            pieces.characters(characters.into(), flags & 1 != 0, &mut text)?;
        }
        Some(text)
    }

    /// The texts that cells share, with fonts and pronunciation behind each, over as many records as they take.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] where they end inside of one; [`Error::WorkbookTooLarge`] beyond the limits.
    pub fn strings(&self) -> Result<Strings, Error> {
        let mut strings = Strings::default();
        let mut pieces = self.pieces();
        let mut text = String::new();
        pieces.skip(8).ok_or(Error::NotAWorkbook)?;
        while pieces.has_more() {
            text.clear();
            pieces.rich_text(&mut text).ok_or(Error::NotAWorkbook)?;
            strings.push(&text)?;
            strings.end()?;
        }
        Ok(strings)
    }

    fn pieces(&self) -> Pieces<'a> {
        Pieces { piece: Fields(self.data), rest: Records(self.rest) }
    }
}

/// The data of a record and of those that it goes on in.
struct Pieces<'a> {
    piece: Fields<'a>,
    rest: Records<'a>,
}

impl Pieces<'_> {
    /// Goes on to the next record where this one ends.
    fn has_more(&mut self) -> bool {
        while self.piece.0.is_empty() {
            match self.rest.next() {
                Some(record) if record.kind == CONTINUED => self.piece = Fields(record.data),
                _ => return false,
            }
        }
        true
    }

    fn byte(&mut self) -> Option<u8> {
        if self.has_more() { self.piece.byte() } else { None }
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            if !self.has_more() {
                return None;
            }
            let here = count.min(self.piece.0.len());
            self.piece.skip(here)?;
            count -= here;
        }
        Some(())
    }

    fn rich_text(&mut self, text: &mut String) -> Option<()> {
        let (characters, flags) = (self.short()?, self.byte()?);
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.short()?) };
        let extension = if flags & 4 == 0 {
            0
        } else {
            let (low, high) = (self.short()?, self.short()?);
            usize::from(low) | usize::from(high) << 16
        };
        self.characters(characters.into(), flags & 1 != 0, text)?;
        self.skip(runs * 4)?;
        self.skip(extension)
    }

    /// Where a text goes on in another record, it says anew how many bytes a character has.
    fn characters(&mut self, mut count: usize, mut is_wide: bool, text: &mut String) -> Option<()> {
        while count > 0 {
            if self.piece.0.is_empty() {
                if !self.has_more() {
                    return None;
                }
                is_wide = self.piece.byte()? & 1 != 0;
            }
            let width = if is_wide { 2 } else { 1 };
            let here = count.min(self.piece.0.len() / width);
            let bytes = self.piece.take(here * width)?;
            text.push_str(&if is_wide { utf16(bytes) } else { latin(bytes) });
            count -= here;
            if here == 0 {
                // Half a character: the record is damaged.
                self.piece.take(self.piece.0.len())?;
                if !self.has_more() {
                    return None;
                }
            }
        }
        Some(())
    }
}
