//! The XML that a PDF carries.
//!
//! Objects are found by looking for them, not by the table that should say where they stand: it is missing or wrong in
//! what other programs have changed, and only attachments are wanted.

use std::cell::Cell;
use std::ops::Range;

use memchr::memmem;
use rustc_hash::{FxHashMap, FxHashSet};

use super::limits::{PDF_INFLATED, XML_BYTES};
use super::pdf_filters::unpacked;
use super::pdf_value::{Value, value};

/// A file in a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name; empty for one that nothing names.
    pub name: String,
    /// How it was found: `names` for the tree of names, `AF` for the list of files that belong to the document, `objects`
    /// for one that nothing leads to.
    pub via: &'static str,
    /// What is in it.
    pub content: Vec<u8>,
}

/// What was found in a PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its files, in the order they are to be looked at.
    pub files: Vec<Attachment>,
    /// Does it ask for a password? Then nothing in it can be read, be it an attachment or not.
    pub is_encrypted: bool,
    /// Has it a catalog, without which it is none?
    pub is_whole: bool,
}

/// Is it, or was it meant to be, a PDF? Some programs write a few bytes before it.
#[must_use]
pub fn is_likely(head: &[u8]) -> bool {
    memmem::find(head.get(..1024).unwrap_or(head), b"%PDF-").is_some()
}

/// The files attached to a PDF: those that it names, those that belong to it, and any other that says it is one.
#[must_use]
pub fn attachments(bytes: &[u8]) -> Found {
    let mut pdf = Pdf::open(bytes);
    let is_whole = pdf.catalog().is_some();
    let (named, associated) = pdf
        .catalog()
        .map_or_else(Default::default, |catalog| (pdf.named_files(&catalog), pdf.associated_files(&catalog)));
    let loose = std::mem::take(&mut pdf.embedded).into_iter().map(|number| (String::new(), number));
    let kinds = [("names", named), ("AF", associated), ("objects", loose.collect())];
    let mut seen = FxHashSet::default();
    let mut files = Vec::new();
    for (via, kind) in kinds {
        for (name, number) in kind {
            if seen.insert(number) && files.len() < MOST_FILES {
                files.push(Attachment { name, via, content: pdf.content(number) });
            }
        }
    }
    Found { files, is_encrypted: pdf.is_encrypted, is_whole }
}

struct Pdf<'a> {
    bytes: &'a [u8],
    objects: FxHashMap<u32, Place>,
    /// Streams of objects, inflated.
    streams: Vec<Vec<u8>>,
    /// The last object that says it is the catalog, and the last that a trailer calls so.
    catalog: Option<u32>,
    root: Option<u32>,
    is_encrypted: bool,
    /// Streams that say that they are files, or may be.
    embedded: Vec<u32>,
    /// Bytes that may still be inflated.
    budget: usize,
    /// Bytes that may still be looked at for values: some files are written to have the same looked at again and again.
    scans: Cell<usize>,
}

/// Where an object stands.
#[derive(Clone, Copy)]
enum Place {
    /// In the file.
    At(usize),
    /// In a stream of objects, at a place in it.
    In(usize, usize),
}

/// Nodes of the tree of names.
const MOST_NODES: u32 = 10_000;

/// Names inside names inside names of files.
const DEEPEST_NAMES: u32 = 32;

/// Attachments of one PDF.
const MOST_FILES: usize = 200;

/// Times its size, beyond what is free, that a file is looked at for values.
const SCANNED_TIMES: usize = 8;
/// Bytes looked at whatever the size.
const SCANNED_FREELY: usize = 16 << 20;

impl<'a> Pdf<'a> {
    /// Finds the objects, the last of a number, as whoever changes a PDF adds to its end.
    fn open(bytes: &'a [u8]) -> Self {
        let mut pdf = Self {
            bytes,
            objects: FxHashMap::default(),
            streams: Vec::new(),
            catalog: None,
            root: None,
            is_encrypted: false,
            embedded: Vec::new(),
            budget: PDF_INFLATED,
            scans: Cell::new(bytes.len().saturating_mul(SCANNED_TIMES).saturating_add(SCANNED_FREELY)),
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
        for at in memmem::find_iter(bytes, b"trailer") {
            if let Some((trailer, _)) = bytes.get(at + 7..).and_then(|rest| pdf.value(rest)) {
                pdf.note_trailer(&trailer);
            }
        }
        pdf
    }

    /// The value that bytes start with, and how many of them it takes.
    fn value<'v>(&self, bytes: &'v [u8]) -> Option<(Value<'v>, usize)> {
        let left = self.scans.get();
        let (found, looked_at) = value(bytes.get(..left).unwrap_or(bytes));
        self.scans.set(left.saturating_sub(looked_at.max(1)));
        found.map(|found| (found, looked_at))
    }

    /// Looks at an object, and answers where to look for the next one.
    fn see(&mut self, number: u32, at: usize) -> usize {
        let bytes = self.bytes;
        let Some((object, length)) = bytes.get(at..).and_then(|rest| self.value(rest)) else { return at };
        self.objects.insert(number, Place::At(at));
        self.note(number, &object);
        let after = at + length;
        let Some(start) = stream_start(bytes, after) else { return after };
        let end = self.stream_end(&object, start);
        if object.is_named(b"Type", b"XRef") {
            self.note_trailer(&object);
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

    fn note_trailer(&mut self, trailer: &Value<'_>) {
        self.is_encrypted |= trailer.get(b"Encrypt").is_some();
        if let Some(Value::Reference(root)) = trailer.get(b"Root") {
            self.root = Some(*root);
        }
    }

    /// What a trailer calls the root, if that is a catalog; else the last catalog there is.
    fn catalog(&self) -> Option<Value<'_>> {
        let is_catalog = |object: &Value<'_>| object.is_named(b"Type", b"Catalog");
        let root = self.root.and_then(|root| self.object(root)).filter(is_catalog);
        root.or_else(|| self.object(self.catalog?))
    }

    /// A stream ends where its length says, if it does, else at the next word that says so.
    fn stream_end(&self, object: &Value<'_>, start: usize) -> usize {
        let is_end = |length: usize| {
            let end = start.checked_add(length)?;
            let is_there = self.bytes.get(end..)?.trim_ascii_start().starts_with(b"endstream");
            is_there.then_some(end)
        };
        let declared = match object.get(b"Length") {
            Some(Value::Number(length)) => usize::try_from(*length).ok().and_then(is_end),
            // The number may stand anywhere, also after the stream: the one that fits is meant.
            Some(Value::Reference(number)) => {
                let name = format!("{number} 0 obj");
                memmem::find_iter(self.bytes, name.as_bytes()).take(MOST_LENGTHS).find_map(|at| {
                    let (length, _) = self.value(self.bytes.get(at + name.len()..)?)?;
                    let Value::Number(length) = length else { return None };
                    usize::try_from(length).ok().and_then(is_end)
                })
            }
            _ => None,
        };
        declared.unwrap_or_else(|| {
            let rest = self.bytes.get(start..).unwrap_or_default();
            start + memmem::find(rest, b"endstream").unwrap_or(rest.len())
        })
    }

    /// Objects that stand together in a stream: their numbers and places first.
    fn unpack(&mut self, object: &Value<'_>, range: Range<usize>) {
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
            if let Some((object, _)) = inflated.get(at..).and_then(|rest| self.value(rest)) {
                self.note(number, &object);
            }
        }
        self.streams.push(inflated);
    }

    fn inflate(&mut self, object: &Value<'_>, range: Range<usize>) -> Vec<u8> {
        let packed = self.bytes.get(range).unwrap_or_default();
        let inflated = unpacked(object, packed, self.budget.min(XML_BYTES));
        self.budget = self.budget.saturating_sub(inflated.len());
        inflated
    }

    fn object(&self, number: u32) -> Option<Value<'_>> {
        let bytes = match *self.objects.get(&number)? {
            Place::At(at) => self.bytes.get(at..)?,
            Place::In(stream, at) => self.streams.get(stream)?.get(at..)?,
        };
        self.value(bytes).map(|(value, _)| value)
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
        let (mut files, mut nodes) = (Vec::new(), MOST_NODES);
        if let Some(tree) = tree {
            self.walk_names(&tree, DEEPEST_NAMES, &mut nodes, &mut files);
        }
        files
    }

    fn walk_names(&self, node: &Value<'_>, depth: u32, nodes: &mut u32, files: &mut Vec<(String, u32)>) {
        let list = |name: &[u8]| match node.get(name).and_then(|list| self.resolved(list)) {
            Some(Value::Array(list)) => list,
            _ => Vec::new(),
        };
        for [_, file] in list(b"Names").as_chunks::<2>().0 {
            if files.len() < MOST_FILES {
                files.extend(self.resolved(file).as_ref().and_then(|file| self.file(file)));
            }
        }
        for kid in list(b"Kids").iter().filter(|_| depth > 0) {
            *nodes = nodes.saturating_sub(1);
            if *nodes == 0 || files.len() >= MOST_FILES {
                return;
            }
            if let Some(kid) = self.resolved(kid) {
                self.walk_names(&kid, depth - 1, nodes, files);
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
        let bytes = self.bytes;
        let Some(Place::At(at)) = self.objects.get(&number).copied() else { return Vec::new() };
        let Some((object, length)) = bytes.get(at..).and_then(|rest| self.value(rest)) else { return Vec::new() };
        let Some(start) = stream_start(bytes, at + length) else { return Vec::new() };
        let end = self.stream_end(&object, start);
        self.inflate(&object, start..end)
    }
}

/// Objects of one number that are looked at for a length.
const MOST_LENGTHS: usize = 50;

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
