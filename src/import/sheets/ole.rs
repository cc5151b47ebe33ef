//! OLE compound files: streams of bytes in chains of sectors, as XLS files and encrypted workbooks are kept.

use super::super::bytes::{Fields, utf16};
use crate::error::Error;

/// The bytes that every compound file starts with.
pub const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Numbers of sectors from this one on say what is no sector.
const NO_SECTOR: u32 = 0xFFFF_FFFA;

/// Streams shorter than this are kept in small sectors.
const SHORT_STREAM: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// A compound file, its sectors still where they are.
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector after each.
    next: Vec<u32>,
    /// Small sectors, and the one after each.
    small: Vec<u8>,
    next_small: Vec<u32>,
    entries: Vec<Entry>,
}

/// A stream, or the folder of all.
struct Entry {
    name: String,
    start: u32,
    length: usize,
}

/// What the header says.
struct Header {
    sector: usize,
    directory: u32,
    small_next: u32,
    /// Where the table of the tables of sectors goes on.
    tables: u32,
}

impl<'a> Compound<'a> {
    /// Reads the tables of a compound file. None of them is longer than the file has sectors for.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] if it is none, or damaged.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        Self::read(bytes).ok_or(Error::NotAWorkbook)
    }

    fn read(bytes: &'a [u8]) -> Option<Self> {
        let header = Header::read(bytes)?;
        let (small, next_small) = (Vec::new(), Vec::new());
        let mut compound =
            Self { bytes, sector: header.sector, next: Vec::new(), small, next_small, entries: Vec::new() };
        compound.next = compound.table(&header)?;
        compound.entries = compound.chain(header.directory, usize::MAX)?.chunks_exact(128).filter_map(entry).collect();
        let root = compound.entries.first()?;
        // Some writers leave the chain of small sectors out where there are none.
        if header.small_next < NO_SECTOR && root.start < NO_SECTOR {
            compound.small = compound.chain(root.start, root.length)?;
            compound.next_small = longs(&compound.chain(header.small_next, usize::MAX)?).collect();
        }
        Some(compound)
    }

    /// Is there a stream of this name, in any case?
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] if there is none of this name, or its chain is broken.
    pub fn stream(&self, name: &str) -> Result<Vec<u8>, Error> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
        let bytes = entry.and_then(|entry| {
            if entry.length < SHORT_STREAM {
                chain(&self.small, SMALL_SECTOR, 0, &self.next_small, entry.start, entry.length)
            } else {
                self.chain(entry.start, entry.length)
            }
        });
        bytes.ok_or(Error::NotAWorkbook)
    }

    /// The sector after each, from the sectors that the header lists and those that it says go on.
    fn table(&self, header: &Header) -> Option<Vec<u32>> {
        let sectors = self.bytes.len() / self.sector + 1;
        let mut lists: Vec<u32> = longs(self.bytes.get(76..512)?).collect();
        let mut list = header.tables;
        let mut seen = 0;
        while list < NO_SECTOR {
            seen += 1;
            if seen > sectors {
                return None;
            }
            let more: Vec<u32> = longs(self.sector(list)?).collect();
            let (next, more) = more.split_last()?;
            lists.extend(more);
            list = *next;
        }
        let mut table = Vec::new();
        for sector in lists.into_iter().filter(|sector| *sector < NO_SECTOR) {
            table.extend(longs(self.sector(sector)?));
            if table.len() >= sectors {
                break;
            }
        }
        Some(table)
    }

    fn sector(&self, number: u32) -> Option<&[u8]> {
        sector(self.bytes, self.sector, self.sector, number)
    }

    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        chain(self.bytes, self.sector, self.sector, &self.next, start, length)
    }
}

impl Header {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut fields = Fields(bytes.get(..512)?);
        if fields.take(8)? != SIGNATURE {
            return None;
        }
        fields.skip(22)?;
        let sector = match fields.short()? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        if fields.short()? != 6 {
            return None;
        }
        fields.skip(14)?;
        let directory = fields.long()?;
        fields.skip(8)?;
        let small_next = fields.long()?;
        fields.skip(4)?;
        Some(Self { sector, directory, small_next, tables: fields.long()? })
    }
}

/// `None` for an entry that is not used.
fn entry(bytes: &[u8]) -> Option<Entry> {
    let mut fields = Fields(bytes);
    let name = utf16(fields.take(64)?);
    let name = name.split('\0').next().unwrap_or_default().to_owned();
    fields.skip(52)?;
    let (start, length) = (fields.long()?, fields.size()?);
    if name.is_empty() { None } else { Some(Entry { name, start, length }) }
}

/// The bytes of a chain, as many as are asked for; all, if more are. `None` where a sector is not there or the chain
/// has no end.
fn chain(bytes: &[u8], size: usize, offset: usize, next: &[u32], mut number: u32, length: usize) -> Option<Vec<u8>> {
    let mut chain = Vec::new();
    let mut seen = 0;
    while number < NO_SECTOR && chain.len() < length {
        if seen > next.len() {
            return None;
        }
        seen += 1;
        let sector = sector(bytes, size, offset, number)?;
        let missing = length - chain.len();
        chain.extend_from_slice(sector.get(..missing).unwrap_or(sector));
        if chain.len() < length {
            number = *next.get(usize::try_from(number).ok()?)?;
        }
    }
    Some(chain)
}

/// The last sector of a file may be cut short.
fn sector(bytes: &[u8], size: usize, offset: usize, number: u32) -> Option<&[u8]> {
    let start = usize::try_from(number).ok()?.checked_mul(size)?.checked_add(offset)?;
    let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
    Some(rest.get(..size).unwrap_or(rest))
}

fn longs(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|bytes| Fields(bytes).long())
}
