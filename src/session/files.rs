//! Files on their way in: pieces of bytes to what the import makes of them.

use crate::error::Error;
use crate::import::source::ImportOptions;
use crate::import::{Finished, Imported, Importer, Part, together};

/// The files of a reading, one after the other.
#[derive(Default)]
pub struct Files {
    /// Those read to their end; of a workbook, its sheets.
    read: Vec<Vec<Imported>>,
    /// Is what is being read another sheet of the last file?
    is_sheet: bool,
    importer: Option<Importer>,
}

impl Files {
    /// Starts to read another file, or another sheet of the last one.
    pub fn add(&mut self, options: ImportOptions, is_sheet: bool) {
        self.importer = Some(Importer::new(options));
        self.is_sheet = is_sheet;
    }

    /// Reads the next piece, and answers how many rows of the file were read so far.
    pub fn push(&mut self, bytes: &[u8]) -> Result<u32, Error> {
        let importer = self.importer.as_mut().ok_or(Error::NoData)?;
        importer.push(bytes);
        Ok(importer.rows_read())
    }

    /// Can others read pieces of the file under way?
    pub fn may_be_parted(&self) -> bool {
        self.importer.as_ref().is_some_and(Importer::may_be_parted)
    }

    /// Adds what another read of the bytes that come next; `false` if they are to be pushed instead.
    pub fn join(&mut self, part: &[u8]) -> Result<bool, Error> {
        let importer = self.importer.as_mut().ok_or(Error::NoData)?;
        Ok(Part::of_bytes(part).is_some_and(|part| importer.join(part)))
    }

    /// Ends the file; `false` if all its pieces are to be pushed once more.
    pub fn finish(&mut self) -> Result<bool, Error> {
        match self.importer.take().ok_or(Error::NoData)?.finish() {
            Finished::Again(again) => {
                self.importer = Some(*again);
                Ok(false)
            }
            Finished::Done(done) => {
                match self.read.last_mut() {
                    Some(sheets) if self.is_sheet => sheets.push(*done),
                    _ => self.read.push(vec![*done]),
                }
                Ok(true)
            }
        }
    }

    /// What the files gave, each as one.
    pub fn take(&mut self) -> Result<Vec<Imported>, Error> {
        if self.read.is_empty() {
            return Err(Error::NoData);
        }
        Ok(std::mem::take(&mut self.read).into_iter().filter_map(together).collect())
    }
}
