//! ZIP archives: a directory of parts, each read in pieces and never further than it declares.

use std::io::{self, BufRead, ErrorKind, Read};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use memchr::memmem;

use super::bytes::Fields;
use super::limits::{INFLATED_BYTES, INFLATED_FREELY, INFLATED_TIMES, PARTS, PIECE_BYTES};
use crate::error::Error;

/// A ZIP archive whose directory was read.
pub struct Archive {
    bytes: Vec<u8>,
    parts: Vec<Part>,
}

/// What the directory says of a part.
struct Part {
    /// In lower case, with slashes.
    name: String,
    is_encrypted: bool,
    is_deflated: bool,
    crc: u32,
    packed: usize,
    inflated: usize,
    /// Where its own header stands.
    header: usize,
}

impl Archive {
    /// Reads the directory.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] if there is none; [`Error::WorkbookTooLarge`] if it lists too much.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        let directory = Directory::find(&bytes).ok_or(Error::NotAWorkbook)?;
        let parts = directory.parts(&bytes)?;
        Ok(Self { bytes, parts })
    }

    /// Does what all parts inflate to stay within the limits?
    ///
    /// # Errors
    ///
    /// [`Error::WorkbookTooLarge`] if not.
    pub fn check_sizes(&self) -> Result<(), Error> {
        let size = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let inflated = self.parts.iter().fold(0, |sum: u64, part| sum.saturating_add(size(part.inflated)));
        let most = size(self.bytes.len()).saturating_mul(INFLATED_TIMES).clamp(INFLATED_FREELY, INFLATED_BYTES);
        if inflated > most { Err(Error::WorkbookTooLarge) } else { Ok(()) }
    }

    /// Is there a part of this name, in any case?
    pub fn has(&self, name: &str) -> bool {
        self.part(name).is_some()
    }

    /// A part, to be read from its beginning.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] if there is none of this name or its place is not in the file;
    /// [`Error::EncryptedWorkbook`] if it asks for a password.
    pub fn read(&self, name: &str) -> Result<PartReader<'_>, Error> {
        let part = self.part(name).ok_or(Error::NotAWorkbook)?;
        if part.is_encrypted {
            return Err(Error::EncryptedWorkbook);
        }
        let packed = part.packed(&self.bytes).ok_or(Error::NotAWorkbook)?;
        Ok(PartReader::new(part, packed))
    }

    fn part(&self, name: &str) -> Option<&Part> {
        let name = plain(name);
        self.parts.iter().find(|part| part.name == name)
    }
}

/// Names are compared without regard to case, leading or backward slashes.
fn plain(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

impl Part {
    fn packed<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let mut fields = Fields::at(bytes, self.header)?;
        if fields.take(4)? != b"PK\x03\x04" {
            return None;
        }
        fields.skip(22)?;
        let (name, extra) = (fields.short()?, fields.short()?);
        fields.skip(usize::from(name))?;
        fields.skip(usize::from(extra))?;
        fields.take(self.packed)
    }
}

/// Where the directory starts, and how far offsets in it are off, since something may stand before the archive.
struct Directory {
    start: usize,
    shift: usize,
}

impl Directory {
    /// The end record stands at the end of the file, before a comment.
    fn find(bytes: &[u8]) -> Option<Self> {
        const LONGEST_END: usize = 22 + 0xFFFF;
        let tail = bytes.len().saturating_sub(LONGEST_END);
        let end = tail + memmem::rfind(bytes.get(tail..)?, b"PK\x05\x06")?;
        let mut fields = Fields::at(bytes, end + 12)?;
        let (size, offset) = (fields.size()?, fields.size()?);
        let (end, size, offset) = Self::in_64_bits(bytes, end).unwrap_or((end, size, offset));
        let start = end.checked_sub(size)?;
        // A directory is believed where it stands.
        let is_there = Fields::at(bytes, start)?.take(4) == Some(b"PK\x01\x02");
        let shift = if is_there { start.checked_sub(offset)? } else { 0 };
        Some(Self { start: if is_there { start } else { offset }, shift })
    }

    /// The end record of large archives, which some write for any.
    fn in_64_bits(bytes: &[u8], end: usize) -> Option<(usize, usize, usize)> {
        let mut locator = Fields::at(bytes, end.checked_sub(20)?)?;
        if locator.take(4)? != b"PK\x06\x07" {
            return None;
        }
        locator.skip(4)?;
        let end = locator.wide_size()?;
        let mut record = Fields::at(bytes, end)?;
        if record.take(4)? != b"PK\x06\x06" {
            return None;
        }
        record.skip(36)?;
        Some((end, record.wide_size()?, record.wide_size()?))
    }

    fn parts(&self, bytes: &[u8]) -> Result<Vec<Part>, Error> {
        let mut fields = Fields::at(bytes, self.start).ok_or(Error::NotAWorkbook)?;
        let mut parts = Vec::new();
        while fields.0.starts_with(b"PK\x01\x02") {
            if parts.len() == PARTS {
                return Err(Error::WorkbookTooLarge);
            }
            parts.push(self.part(&mut fields).ok_or(Error::NotAWorkbook)?);
        }
        Ok(parts)
    }

    fn part(&self, fields: &mut Fields<'_>) -> Option<Part> {
        fields.skip(8)?;
        let (flags, method) = (fields.short()?, fields.short()?);
        fields.skip(4)?;
        let crc = fields.long()?;
        let (packed, inflated) = (fields.size()?, fields.size()?);
        let (name, extra, comment) = (fields.short()?, fields.short()?, fields.short()?);
        fields.skip(8)?;
        let header = fields.size()?;
        let name = plain(&String::from_utf8_lossy(fields.take(usize::from(name))?));
        let extra = fields.take(usize::from(extra))?;
        fields.skip(usize::from(comment))?;
        let mut sizes = [inflated, packed, header];
        widen(&mut sizes, extra);
        let [inflated, packed, header] = sizes;
        let header = header.checked_add(self.shift)?;
        // What is packed in another way than those of workbooks cannot be read, and is not there.
        let (is_deflated, is_stored) = (method == 8, method == 0);
        let packed = if is_deflated || is_stored { packed } else { usize::MAX };
        Some(Part { name, is_encrypted: flags & 1 != 0, is_deflated, crc, packed, inflated, header })
    }
}

/// Sizes that say that they do not fit stand in an extra field.
fn widen(sizes: &mut [usize; 3], extra: &[u8]) {
    let mut fields = Fields(extra);
    while let (Some(id), Some(length)) = (fields.short(), fields.short()) {
        let Some(field) = fields.take(usize::from(length)) else { break };
        if id == 1 {
            let mut wide = Fields(field);
            for size in sizes.iter_mut().filter(|size| u32::try_from(**size) == Ok(u32::MAX)) {
                *size = wide.wide_size().unwrap_or(usize::MAX);
            }
        }
    }
}

/// A part that is read in pieces. It fails where it holds more or less than it declares, or something else.
pub struct PartReader<'a> {
    source: Source<'a>,
    buffer: Vec<u8>,
    /// What of the buffer is still to be read.
    start: usize,
    end: usize,
    /// Bytes that are still to come.
    left: usize,
    is_over: bool,
    crc: Crc,
    declared: u32,
    /// Bytes until a piece is too long.
    allowance: usize,
}

enum Source<'a> {
    Stored(&'a [u8]),
    Deflated(DeflateDecoder<&'a [u8]>),
}

impl<'a> PartReader<'a> {
    fn new(part: &Part, packed: &'a [u8]) -> Self {
        const BUFFER_BYTES: usize = 32 << 10;
        Self {
            source: if part.is_deflated {
                Source::Deflated(DeflateDecoder::new(packed))
            } else {
                Source::Stored(packed)
            },
            buffer: vec![0; BUFFER_BYTES],
            start: 0,
            end: 0,
            left: part.inflated,
            is_over: false,
            crc: Crc::new(),
            declared: part.crc,
            allowance: PIECE_BYTES,
        }
    }

    /// A new piece begins.
    pub const fn allow_piece(&mut self) {
        self.allowance = PIECE_BYTES;
    }

    /// Reads what is left, only to see whether it is what was declared.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] if it is not.
    pub fn finish(&mut self) -> Result<(), Error> {
        loop {
            self.allow_piece();
            let length = self.fill_buf().map_err(|error| failure(&error))?.len();
            if length == 0 {
                return Ok(());
            }
            self.consume(length);
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        let read = match &mut self.source {
            Source::Stored(bytes) => bytes.read(&mut self.buffer),
            Source::Deflated(decoder) => decoder.read(&mut self.buffer),
        }?;
        self.left = self.left.checked_sub(read).ok_or(ErrorKind::InvalidData)?;
        self.crc.update(self.buffer.get(..read).unwrap_or_default());
        (self.start, self.end) = (0, read);
        if read == 0 {
            self.is_over = true;
            if self.left > 0 || self.crc.sum() != self.declared {
                return Err(ErrorKind::InvalidData.into());
            }
        }
        Ok(())
    }
}

impl Read for PartReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for PartReader<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.start == self.end && !self.is_over {
            self.refill()?;
        }
        if self.allowance == 0 {
            return Err(ErrorKind::FileTooLarge.into());
        }
        Ok(self.buffer.get(self.start..self.end).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.start = self.start.saturating_add(amount).min(self.end);
        self.allowance = self.allowance.saturating_sub(amount);
    }
}

/// What a part that cannot be read says of its workbook.
pub fn failure(error: &io::Error) -> Error {
    if error.kind() == ErrorKind::FileTooLarge { Error::WorkbookTooLarge } else { Error::NotAWorkbook }
}
