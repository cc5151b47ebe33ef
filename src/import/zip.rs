//! What the directory of a ZIP archive says of the files in it.

use memchr::memmem;

use super::bytes::Fields;
use super::encoding;
use super::source::Encoding;

/// What the directory says of a file.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name as it is written, with its folders.
    pub name: String,
    /// Does it ask for a password?
    pub is_encrypted: bool,
    /// How it is packed.
    pub packing: Packing,
    /// The checksum of what it inflates to.
    pub crc: u32,
    /// Bytes in the archive.
    pub packed: usize,
    /// Bytes once inflated.
    pub inflated: usize,
    /// Where its own header stands.
    pub header: usize,
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Stored,
    /// By the usual method.
    Deflated,
    /// By one that is not read.
    Other,
}

/// Bytes of the header before a file, without its name.
pub const HEADER_BYTES: usize = 30;

/// How far after the start of its header a file starts; `None` where there is no header.
pub fn header_length(header: &[u8]) -> Option<usize> {
    let mut fields = Fields(header);
    if fields.take(4)? != b"PK\x03\x04" {
        return None;
    }
    fields.skip(22)?;
    let (name, extra) = (fields.short()?, fields.short()?);
    Some(HEADER_BYTES + usize::from(name) + usize::from(extra))
}

/// Where the directory stands, and how far offsets in it are off, since something may stand before the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directory {
    /// Its first byte.
    pub start: usize,
    shift: usize,
}

impl Directory {
    /// The directory of an archive whose last bytes, from byte `base` on, are `tail`: the end record stands at the end of
    /// the file, before a comment.
    pub fn find(tail: &[u8], base: usize) -> Option<Self> {
        const LONGEST_END: usize = 22 + 0xFFFF;
        let from = tail.len().saturating_sub(LONGEST_END);
        let end = from + memmem::rfind(tail.get(from..)?, b"PK\x05\x06")?;
        let mut fields = Fields::at(tail, end + 12)?;
        let (size, offset) = (fields.size()?, fields.size()?);
        let (end, size, offset) = Self::in_64_bits(tail, base, end).unwrap_or((base + end, size, offset));
        let start = end.checked_sub(size)?;
        // A directory is believed where it stands.
        let seen = start.checked_sub(base).and_then(|at| Fields::at(tail, at)?.take(4));
        let is_there = seen.map_or(start < base && start >= offset, |mark| mark == b"PK\x01\x02");
        let shift = if is_there { start.checked_sub(offset)? } else { 0 };
        Some(Self { start: if is_there { start } else { offset }, shift })
    }

    /// The end record of large archives, which some write for any.
    fn in_64_bits(tail: &[u8], base: usize, end: usize) -> Option<(usize, usize, usize)> {
        let mut locator = Fields::at(tail, end.checked_sub(20)?)?;
        if locator.take(4)? != b"PK\x06\x07" {
            return None;
        }
        locator.skip(4)?;
        let end = locator.wide_size()?;
        let mut record = Fields::at(tail, end.checked_sub(base)?)?;
        if record.take(4)? != b"PK\x06\x06" {
            return None;
        }
        record.skip(36)?;
        Some((end, record.wide_size()?, record.wide_size()?))
    }

    /// The files that it lists, if they are no more than `most`.
    ///
    /// # Errors
    ///
    /// Why not: there are more, or it is cut off.
    pub fn parts(&self, directory: &[u8], most: usize) -> Result<Vec<Part>, Unlisted> {
        let mut fields = Fields(directory);
        let mut parts = Vec::new();
        while fields.0.starts_with(b"PK\x01\x02") {
            if parts.len() == most {
                return Err(Unlisted::TooMany);
            }
            parts.push(self.part(&mut fields).ok_or(Unlisted::Damaged)?);
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
        let name = name_of(fields.take(usize::from(name))?);
        let extra = fields.take(usize::from(extra))?;
        fields.skip(usize::from(comment))?;
        let mut sizes = [inflated, packed, header];
        widen(&mut sizes, extra);
        let [inflated, packed, header] = sizes;
        let header = header.checked_add(self.shift)?;
        let packing = match method {
            0 => Packing::Stored,
            8 => Packing::Deflated,
            _ => Packing::Other,
        };
        Some(Part { name, is_encrypted: flags & 1 != 0, packing, crc, packed, inflated, header })
    }
}

/// Why the files of an archive cannot be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlisted {
    /// There are too many.
    TooMany,
    /// The directory is cut off.
    Damaged,
}

/// Names are UTF-8, whether they say so or not, or else those of DOS.
fn name_of(bytes: &[u8]) -> String {
    let encoding = if std::str::from_utf8(bytes).is_ok() { Encoding::Utf8 } else { Encoding::Ibm850 };
    encoding::text(bytes, encoding).into_owned()
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
