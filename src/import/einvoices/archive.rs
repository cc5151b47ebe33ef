//! Archives of documents, read file by file: no more of one is held than a file of it.

use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

use super::super::zip::{Directory, HEADER_BYTES, Packing, Part, Unlisted, header_length};
use super::file::{FileKind, HEAD_BYTES, Refusal};
use super::limits::{FILES, INFLATED_FREELY, INFLATED_TIMES, PDF_BYTES};
use super::reader::{ARCHIVES, Reader};
use crate::order::Order;

/// An archive that arrives in pieces.
pub struct ZipStream {
    name: String,
    /// Its files, the last one first.
    parts: Vec<Part>,
    /// Bytes that were not used yet, and where they stand.
    buffer: Vec<u8>,
    at: usize,
}

/// Why an archive cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// Its directory starts here.
    DirectoryAt(usize),
    /// It cannot be read.
    Refused(Refusal),
}

/// Is it a workbook rather than an archive of files? Both are ZIP.
pub fn is_workbook(bytes: &[u8]) -> bool {
    let listed = |directory: Directory| directory.parts(bytes.get(directory.start..)?, FILES).ok();
    let Some(parts) = Directory::find(bytes, 0).and_then(listed) else { return false };
    let has = |is: &dyn Fn(&str) -> bool| parts.iter().any(|part| is(&part.name.replace('\\', "/").to_lowercase()));
    (has(&|name| name == "[content_types].xml") && has(&|name| name.starts_with("xl/workbook")))
        || (has(&|name| name == "mimetype") && has(&|name| name == "content.xml"))
}

/// Reads an archive that is there whole, and archives in it of so many levels.
pub fn read(name: &str, bytes: &[u8], archives: u32, reader: &mut Reader) {
    match ZipStream::open(name, bytes, 0) {
        Ok(mut stream) => {
            stream.push_into(bytes, reader, archives);
            stream.finish(reader);
        }
        Err(Unopened::DirectoryAt(_)) => reader.refuse(name, Refusal::Damaged),
        Err(Unopened::Refused(why)) => reader.refuse(name, why),
    }
}

impl ZipStream {
    /// Opens an archive by its last bytes, which start at `base`.
    ///
    /// # Errors
    ///
    /// Why it cannot be opened.
    pub fn open(name: &str, tail: &[u8], base: usize) -> Result<Self, Unopened> {
        let directory = Directory::find(tail, base).ok_or(Unopened::Refused(Refusal::Damaged))?;
        let listed = directory.start.checked_sub(base).and_then(|at| tail.get(at..));
        let listed = listed.ok_or(Unopened::DirectoryAt(directory.start))?;
        let mut parts = directory.parts(listed, FILES).map_err(|unlisted| {
            Unopened::Refused(match unlisted {
                Unlisted::TooMany => Refusal::TooLarge,
                Unlisted::Damaged => Refusal::Damaged,
            })
        })?;
        parts.retain(|part| !part.name.ends_with(['/', '\\']));
        parts.order_by_key(|part| std::cmp::Reverse(part.header));
        Ok(Self { name: name.to_owned(), parts, buffer: Vec::new(), at: 0 })
    }

    /// Reads the files that are whole once these bytes are there.
    pub fn push(&mut self, bytes: &[u8], reader: &mut Reader) {
        self.push_into(bytes, reader, ARCHIVES - 1);
    }

    fn push_into(&mut self, bytes: &[u8], reader: &mut Reader, archives: u32) {
        self.buffer.extend_from_slice(bytes);
        let mut used = 0;
        while let Some(part) = self.parts.last() {
            let start = part.header.checked_sub(self.at);
            // Files that stand in each other are there to swell.
            if start.is_none_or(|start| start < used) {
                self.refuse_last(reader, Refusal::Damaged);
                continue;
            }
            let here = start.and_then(|start| self.buffer.get(start..)).unwrap_or_default();
            if here.len() < HEADER_BYTES {
                break;
            }
            let Some(header) = header_length(here) else {
                self.refuse_last(reader, Refusal::Damaged);
                continue;
            };
            if part.packed > PDF_BYTES {
                self.refuse_last(reader, Refusal::TooLarge);
                continue;
            }
            let Some(packed) = here.get(header..).and_then(|rest| rest.get(..part.packed)) else { break };
            let name = format!("{}/{}", self.name, part.name);
            match inflated(part, packed) {
                Ok(content) => reader.read(&name, &content, archives),
                Err(why) => {
                    reader.files_went_by();
                    reader.refuse(&name, why);
                }
            }
            used = start.unwrap_or(0) + header + part.packed;
            self.parts.pop();
        }
        // What stands before the next file is of no use any more.
        let needed = self.parts.last().map_or(usize::MAX, |part| part.header.saturating_sub(self.at));
        let used = used.max(needed.min(self.buffer.len())).min(self.buffer.len());
        self.buffer.drain(..used);
        self.at += used;
    }

    fn refuse_last(&mut self, reader: &mut Reader, why: Refusal) {
        if let Some(part) = self.parts.pop() {
            reader.files_went_by();
            reader.refuse(&format!("{}/{}", self.name, part.name), why);
        }
    }

    /// The archive ends: files that are not there are told.
    pub fn finish(mut self, reader: &mut Reader) {
        while !self.parts.is_empty() {
            self.refuse_last(reader, Refusal::Damaged);
        }
    }
}

/// The file itself: what could be no document is not inflated further than its head.
fn inflated(part: &Part, packed: &[u8]) -> Result<Vec<u8>, Refusal> {
    if part.is_encrypted {
        return Err(Refusal::Encrypted);
    }
    if part.packing == Packing::Stored {
        return Ok(packed.to_vec());
    }
    if part.packing == Packing::Other {
        return Err(Refusal::Packing);
    }
    let most = packed.len().saturating_mul(INFLATED_TIMES).clamp(INFLATED_FREELY, PDF_BYTES);
    let mut content = Vec::new();
    let mut decoder = DeflateDecoder::new(packed).take(u64::try_from(HEAD_BYTES).unwrap_or(0));
    decoder.read_to_end(&mut content).map_err(|_| Refusal::Damaged)?;
    if FileKind::of(&content) == FileKind::Other && content.contains(&0) {
        return Ok(content);
    }
    if part.inflated > most {
        return Err(Refusal::TooLarge);
    }
    decoder.set_limit(u64::try_from(most + 1 - content.len().min(most)).unwrap_or(0));
    content.reserve(part.inflated.min(most).saturating_sub(content.len()));
    decoder.read_to_end(&mut content).map_err(|_| Refusal::Damaged)?;
    if content.len() > most {
        return Err(Refusal::TooLarge);
    }
    let mut crc = Crc::new();
    crc.update(&content);
    if crc.sum() == part.crc { Ok(content) } else { Err(Refusal::Damaged) }
}
