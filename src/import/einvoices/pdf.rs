//! The XML that a PDF carries.
//!
//! Objects are found by looking for them, not by the table that should say where they stand: it is missing or wrong in
//! what other programs have changed, and only attachments are wanted.

use std::io::Read;

use flate2::read::ZlibDecoder;
use memchr::memmem;
use rustc_hash::FxHashMap;

use super::limits::{PDF_INFLATED, XML_BYTES};
use super::pdf_value::{Value, value};

/// The attachments of a PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attachments {
    /// How they were found.
    pub via: Via,
    /// Their names and what is in them, in order.
    pub files: Vec<(String, Vec<u8>)>,
}

/// How attachments were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Via {
    /// The tree of their names.
    Names,
    /// The list of files that belong to the document.
    AssociatedFiles,
    /// Not at all, or as objects that nothing leads to.
    #[default]
    Objects,
}

/// Is it, or was it meant to be, a PDF? Some programs write a few bytes before it.
#[must_use]
pub fn is_likely(head: &[u8]) -> bool {
    memmem::find(head.get(..1024).unwrap_or(head), b"%PDF-").is_some()
}

/// Does it ask for a password? Then nothing in it can be read, be it an attachment or not.
#[must_use]
pub fn is_encrypted(bytes: &[u8]) -> bool {
    Pdf::open(bytes).is_encrypted
}

/// The XML files attached to a PDF, and the names of its other attachments with nothing in them.
#[must_use]
pub fn attachments(bytes: &[u8]) -> Attachments {
    let mut pdf = Pdf::open(bytes);
    let catalog = pdf.catalog.and_then(|number| pdf.object(number));
    let named = catalog.as_ref().map(|catalog| pdf.named_files(catalog)).unwrap_or_default();
    let associated = || catalog.as_ref().map(|catalog| pdf.associated_files(catalog)).unwrap_or_default();
    let (via, found) = if named.is_empty() { (Via::AssociatedFiles, associated()) } else { (Via::Names, named) };
    let files: Vec<_> = found.into_iter().map(|(name, number)| (name, pdf.content(number))).collect();
    if files.iter().any(|(_, content)| is_xml(content)) {
        return Attachments { via, files };
    }
    let embedded = std::mem::take(&mut pdf.embedded);
    let loose = embedded.into_iter().map(|number| (String::new(), pdf.content(number)));
    let loose: Vec<_> = loose.filter(|(_, content)| is_xml(content)).collect();
    if loose.is_empty() { Attachments { via, files } } else { Attachments { via: Via::Objects, files: loose } }
}

fn is_xml(content: &[u8]) -> bool {
    let start = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content).trim_ascii_start();
    start.starts_with(b"<") || content.starts_with(b"\xFF\xFE<") || content.starts_with(b"\xFE\xFF\0<")
}

struct Pdf<'a> {
    bytes: &'a [u8],
    objects: FxHashMap<u32, Place>,
    /// Streams of objects, inflated.
    streams: Vec<Vec<u8>>,
    catalog: Option<u32>,
    is_encrypted: bool,
    /// Streams that say that they are files, or may be.
    embedded: Vec<u32>,
    /// Bytes that may still be inflated.
    budget: usize,
}

/// Where an object stands.
#[derive(Clone, Copy)]
enum Place {
    /// In the file.
    At(usize),
    /// In a stream of objects, at a place in it.
    In(usize, usize),
}

/// Names inside names inside names of files.
const DEEPEST_NAMES: u32 = 32;

/// Attachments of one PDF.
const MOST_FILES: usize = 200;

impl<'a> Pdf<'a> {
    /// Finds the objects, the last of a number, as whoever changes a PDF adds to its end.
    fn open(bytes: &'a [u8]) -> Self {
        let mut pdf = Self {
            bytes,
            objects: FxHashMap::default(),
            streams: Vec::new(),
            catalog: None,
            is_encrypted: false,
            embedded: Vec::new(),
            budget: PDF_INFLATED,
        };
        let mut at = 0;
        let finder = memmem::Finder::new(b"obj");
        while let Some(found) = bytes.get(at..).and_then(|rest| finder.find(rest)) {
            let start = at + found;
            at = start + 3;
            if let Some(number) = number_before(bytes.get(..start).unwrap_or_default()) {
                at = pdf.see(number, at);
            }
        }
        let trailers = memmem::find_iter(bytes, b"trailer");
        pdf.is_encrypted |=
            trailers.filter_map(|at| value(bytes.get(at + 7..)?)).any(|(trailer, _)| trailer.get(b"Encrypt").is_some());
        pdf
    }

    /// Looks at an object, and answers where to look for the next one.
    fn see(&mut self, number: u32, at: usize) -> usize {
        let Some((object, length)) = self.bytes.get(at..).and_then(value) else { return at };
        self.objects.insert(number, Place::At(at));
        self.note(number, &object);
        let after = at + length;
        let Some(start) = stream_start(self.bytes, after) else { return after };
        let end = self.stream_end(&object, start);
        if object.is_named(b"Type", b"XRef") {
            self.is_encrypted |= object.get(b"Encrypt").is_some();
        } else if object.is_named(b"Type", b"ObjStm") {
            self.unpack(&object, start..end);
        } else if object.is_named(b"Type", b"EmbeddedFile") || object.is_named(b"Subtype", b"text/xml") {
            self.embedded.push(number);
        }
        end
    }

    fn note(&mut self, number: u32, object: &Value<'_>) {
        if object.is_named(b"Type", b"Catalog") {
            self.catalog = Some(number);
        }
    }

    /// A stream ends where its length says, if it does, else at the next word that says so.
    fn stream_end(&self, object: &Value<'_>, start: usize) -> usize {
        let length = match object.get(b"Length") {
            Some(Value::Number(length)) => usize::try_from(*length).ok(),
            _ => None,
        };
        let declared = length
            .and_then(|length| start.checked_add(length))
            .filter(|end| self.bytes.get(*end..).is_some_and(|rest| rest.trim_ascii_start().starts_with(b"endstream")));
        declared.unwrap_or_else(|| {
            let rest = self.bytes.get(start..).unwrap_or_default();
            start + memmem::find(rest, b"endstream").unwrap_or(rest.len())
        })
    }

    /// Objects that stand together in a stream: their numbers and places first.
    fn unpack(&mut self, object: &Value<'_>, range: std::ops::Range<usize>) {
        let (Some(Value::Number(count)), Some(Value::Number(first))) = (object.get(b"N"), object.get(b"First")) else {
            return;
        };
        let (Ok(count), Ok(first)) = (usize::try_from(*count), usize::try_from(*first)) else { return };
        let inflated = self.inflate(object, range);
        let head = inflated.get(..first).unwrap_or_default();
        let numbers = head.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
        let numbers: Vec<usize> = numbers.map_while(|word| std::str::from_utf8(word).ok()?.parse().ok()).collect();
        for pair in numbers.as_chunks::<2>().0.iter().take(count) {
            let [number, offset] = *pair;
            let (Ok(number), Some(at)) = (u32::try_from(number), first.checked_add(offset)) else { continue };
            self.objects.insert(number, Place::In(self.streams.len(), at));
            if let Some((object, _)) = inflated.get(at..).and_then(value) {
                self.note(number, &object);
            }
        }
        self.streams.push(inflated);
    }

    fn inflate(&mut self, object: &Value<'_>, range: std::ops::Range<usize>) -> Vec<u8> {
        let packed = self.bytes.get(range).unwrap_or_default();
        let most = self.budget.min(XML_BYTES);
        let filter = match object.get(b"Filter") {
            Some(Value::Array(filters)) if filters.len() == 1 => filters.first(),
            filter => filter,
        };
        let inflated = match filter {
            None => packed.get(..most.min(packed.len())).unwrap_or_default().to_vec(),
            Some(Value::Name(name)) if *name == b"FlateDecode" || *name == b"Fl" => {
                let mut inflated = Vec::new();
                let limit = u64::try_from(most).unwrap_or(u64::MAX);
                // What can be inflated of a damaged stream is looked at: it may be whole but for its checksum.
                let _ = ZlibDecoder::new(packed).take(limit).read_to_end(&mut inflated);
                inflated
            }
            Some(_) => Vec::new(),
        };
        self.budget = self.budget.saturating_sub(inflated.len());
        inflated
    }

    fn object(&self, number: u32) -> Option<Value<'_>> {
        let bytes = match *self.objects.get(&number)? {
            Place::At(at) => self.bytes.get(at..)?,
            Place::In(stream, at) => self.streams.get(stream)?.get(at..)?,
        };
        value(bytes).map(|(value, _)| value)
    }

    /// A value, or what it refers to.
    fn resolved<'v>(&'v self, value: &Value<'v>) -> Option<Value<'v>> {
        match value {
            Value::Reference(number) => self.object(*number),
            other => Some(other.clone()),
        }
    }

    /// Names and streams of the files in the tree of names.
    fn named_files(&self, catalog: &Value<'_>) -> Vec<(String, u32)> {
        let names = catalog.get(b"Names").and_then(|names| self.resolved(names));
        let tree = names.as_ref().and_then(|names| names.get(b"EmbeddedFiles")).and_then(|tree| self.resolved(tree));
        let mut files = Vec::new();
        if let Some(tree) = tree {
            self.walk_names(&tree, DEEPEST_NAMES, &mut files);
        }
        files
    }

    fn walk_names(&self, node: &Value<'_>, depth: u32, files: &mut Vec<(String, u32)>) {
        let list = |name: &[u8]| match node.get(name).and_then(|list| self.resolved(list)) {
            Some(Value::Array(list)) => list,
            _ => Vec::new(),
        };
        for file in list(b"Names").as_chunks::<2>().0 {
            if files.len() < MOST_FILES {
                files.extend(self.resolved(&file[1]).as_ref().and_then(|file| self.file(file)));
            }
        }
        if depth > 0 && files.len() < MOST_FILES {
            for kid in list(b"Kids").iter().take(MOST_FILES) {
                if let Some(kid) = self.resolved(kid) {
                    self.walk_names(&kid, depth - 1, files);
                }
            }
        }
    }

    fn associated_files(&self, catalog: &Value<'_>) -> Vec<(String, u32)> {
        let Some(Value::Array(files)) = catalog.get(b"AF").and_then(|files| self.resolved(files)) else {
            return Vec::new();
        };
        let files = files.iter().take(MOST_FILES).filter_map(|file| self.resolved(file));
        files.filter_map(|file| self.file(&file)).collect()
    }

    /// The name and the stream of a file specification.
    fn file(&self, file: &Value<'_>) -> Option<(String, u32)> {
        let streams = file.get(b"EF").and_then(|streams| self.resolved(streams))?;
        let stream = streams.get(b"UF").or_else(|| streams.get(b"F"))?;
        let Value::Reference(number) = stream else { return None };
        let name = [b"UF".as_slice(), b"F"].iter().find_map(|key| self.resolved(file.get(key)?)?.as_text());
        Some((name.unwrap_or_default(), *number))
    }

    /// What is in the stream of an object.
    fn content(&mut self, number: u32) -> Vec<u8> {
        let Some(Place::At(at)) = self.objects.get(&number).copied() else { return Vec::new() };
        let Some((object, length)) = self.bytes.get(at..).and_then(value) else { return Vec::new() };
        let Some(start) = stream_start(self.bytes, at + length) else { return Vec::new() };
        let end = self.stream_end(&object, start);
        self.inflate(&object, start..end)
    }
}

/// `12 0 ` before `obj`.
fn number_before(bytes: &[u8]) -> Option<u32> {
    let words = bytes.get(bytes.len().saturating_sub(24)..)?.trim_ascii_end();
    let generation = words.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let before = words.get(..words.len() - generation)?;
    let trimmed = before.trim_ascii_end();
    let digits = trimmed.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    if generation == 0 || digits == 0 || trimmed.len() == before.len() {
        return None;
    }
    std::str::from_utf8(trimmed.get(trimmed.len() - digits..)?).ok()?.parse().ok()
}

/// Where the bytes of a stream start, if one does right after an object.
fn stream_start(bytes: &[u8], after: usize) -> Option<usize> {
    let rest = bytes.get(after..)?;
    let spaces = rest.len() - rest.trim_ascii_start().len();
    let rest = rest.trim_ascii_start().strip_prefix(b"stream")?;
    let line_end =
        if rest.starts_with(b"\r\n") { 2 } else { usize::from(rest.starts_with(b"\n") || rest.starts_with(b"\r")) };
    Some(after + spaces + 6 + line_end)
}
