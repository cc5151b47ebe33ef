//! Texts that cells of several sheets share, in one piece of memory.

use super::limits::{CELL_BYTES, TEXT_BYTES};
use crate::error::Error;

/// The texts, by their number.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    /// Where each ends, and the next one starts.
    ends: Vec<u32>,
}

impl Strings {
    /// Adds a part of the text that is written.
    ///
    /// # Errors
    ///
    /// [`Error::WorkbookTooLarge`] beyond the limits.
    pub fn push(&mut self, part: &str) -> Result<(), Error> {
        let length = self.text.len().saturating_sub(self.start());
        if length.saturating_add(part.len()) > CELL_BYTES || self.held().saturating_add(part.len()) > TEXT_BYTES {
            return Err(Error::WorkbookTooLarge);
        }
        self.text.push_str(part);
        Ok(())
    }

    /// Ends the text that is written, and starts the next one.
    ///
    /// # Errors
    ///
    /// [`Error::WorkbookTooLarge`] beyond the limits.
    pub fn end(&mut self) -> Result<(), Error> {
        if self.held() >= TEXT_BYTES {
            return Err(Error::WorkbookTooLarge);
        }
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| Error::WorkbookTooLarge)?);
        Ok(())
    }

    /// A text.
    pub fn get(&self, number: usize) -> Option<&str> {
        let start = number.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before))?;
        let range = usize::try_from(*start).ok()?..usize::try_from(*self.ends.get(number)?).ok()?;
        self.text.get(range)
    }

    /// Bytes that the texts take.
    pub const fn held(&self) -> usize {
        self.text.len().saturating_add(self.ends.len().saturating_mul(size_of::<u32>()))
    }

    fn start(&self) -> usize {
        self.ends.last().and_then(|end| usize::try_from(*end).ok()).unwrap_or(0)
    }
}
