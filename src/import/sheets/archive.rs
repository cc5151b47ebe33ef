//! ZIP archives: a directory of parts, each read in pieces and never further than it declares.

use std::io::{self, BufRead, ErrorKind, Read};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use super::super::zip::{self, Directory, Packing, Part, Unlisted};
use super::limits::{INFLATED_BYTES, INFLATED_FREELY, INFLATED_TIMES, PARTS, PIECE_BYTES};
use crate::error::Error;

/// A ZIP archive whose directory was read.
pub struct Archive {
    bytes: Vec<u8>,
    parts: Vec<Part>,
}

impl Archive {
    /// Reads the directory.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] if there is none; [`Error::WorkbookTooLarge`] if it lists too much.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        let directory = Directory::find(&bytes, 0).ok_or(Error::NotAWorkbook)?;
        let listed = bytes.get(directory.start..).ok_or(Error::NotAWorkbook)?;
        let mut parts = directory.parts(listed, PARTS).map_err(|unlisted| match unlisted {
            Unlisted::TooMany => Error::WorkbookTooLarge,
            Unlisted::Damaged => Error::NotAWorkbook,
        })?;
        for part in &mut parts {
            part.name = plain(&part.name);
        }
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
        let packed = packed(part, &self.bytes).ok_or(Error::NotAWorkbook)?;
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

/// The packed bytes of a part.
fn packed<'a>(part: &Part, bytes: &'a [u8]) -> Option<&'a [u8]> {
    let start = part.header.checked_add(zip::header_length(bytes.get(part.header..)?)?)?;
    // What is packed in another way than those of workbooks cannot be read, and is not there.
    let end = start.checked_add(part.packed).filter(|_| part.packing != Packing::Other)?;
    bytes.get(start..end)
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
            source: if part.packing == Packing::Deflated {
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
