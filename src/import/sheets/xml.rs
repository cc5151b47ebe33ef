//! The XML of a part, one piece after the other, names without their prefixes.

use std::borrow::Cow;

use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::name::Prefix;
use quick_xml::{Error as XmlError, Reader, XmlVersion};

use super::archive::{Archive, PartReader, failure};
use crate::error::Error;

/// XML that is read in pieces.
pub struct Xml<'a> {
    reader: Reader<PartReader<'a>>,
    buffer: Vec<u8>,
    /// Elements that are open.
    depth: u32,
}

/// Elements inside each other; sheets have ten.
const DEEPEST: u32 = 1_000;

/// A piece of XML.
pub enum Piece<'a> {
    /// An element starts.
    Start(Tag<'a>),
    /// An element ends.
    End(EndTag<'a>),
    /// A part of the text between two tags.
    Text(Cow<'a, str>),
    /// What is of no interest.
    Other,
    /// The document ends.
    Over,
}

impl<'a> Xml<'a> {
    /// A part of an archive.
    ///
    /// # Errors
    ///
    /// As [`Archive::read`].
    pub fn open(archive: &'a Archive, part: &str) -> Result<Self, Error> {
        let mut reader = Reader::from_reader(archive.read(part)?);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        Ok(Self { reader, buffer: Vec::new(), depth: 0 })
    }

    /// The next piece.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] where it is no XML, or cannot be read; [`Error::WorkbookTooLarge`] if it is longer than
    /// any.
    pub fn next(&mut self) -> Result<Piece<'_>, Error> {
        self.buffer.clear();
        self.reader.get_mut().allow_piece();
        Ok(match self.reader.read_event_into(&mut self.buffer).map_err(|error| fault(&error))? {
            // The parser keeps the names of all of them.
            Event::Start(_) if self.depth == DEEPEST => return Err(Error::NotAWorkbook),
            Event::Start(start) => {
                self.depth += 1;
                Piece::Start(Tag(start))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::End(EndTag(end))
            }
            Event::Text(text) => Piece::Text(text.xml10_content()),
            Event::CData(text) => Piece::Text(text.into_inner()),
            Event::GeneralRef(reference) => Piece::Text(Cow::Owned(resolved(&reference))),
            Event::Eof => Piece::Over,
            _ => Piece::Other,
        })
    }

    /// Reads what is left, only to see whether it is whole.
    ///
    /// # Errors
    ///
    /// As [`PartReader::finish`].
    pub fn finish(mut self) -> Result<(), Error> {
        self.reader.get_mut().finish()
    }
}

/// The start of an element.
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// What its name is prefixed with, if anything.
    pub fn prefix(&self) -> Option<&str> {
        self.0.name().prefix().map(Prefix::into_inner)
    }

    /// Names and values of its attributes, as they are written.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        attributes.flatten().map(|attribute| (attribute.key.local_name().into_inner(), attribute.value))
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|attribute| {
            attribute.key.local_name().into_inner() == name && attribute.key.into_inner() != format!("xmlns:{name}")
        })?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// Is the attribute there, and does it say yes?
    pub fn says(&self, name: &str) -> bool {
        self.attributes().any(|(key, value)| key == name && is_yes(&value))
    }
}

/// The end of an element.
pub struct EndTag<'a>(BytesEnd<'a>);

impl EndTag<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

/// `1` and `true`.
pub fn is_yes(value: &str) -> bool {
    matches!(value.trim(), "1" | "true" | "TRUE" | "on")
}

/// An entity that XML does not know is left out.
fn resolved(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(char)) => char.to_string(),
        _ => quick_xml::escape::resolve_predefined_entity(reference).unwrap_or_default().to_owned(),
    }
}

fn fault(error: &XmlError) -> Error {
    match error {
        XmlError::Io(error) => failure(error),
        _ => Error::NotAWorkbook,
    }
}
