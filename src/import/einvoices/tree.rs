//! The XML of a document as a tree in a few buffers: names without their prefixes, foreign elements left out.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use super::limits::{DEEPEST, NODES};
use super::lines::Lines;

/// What a document is, by the name and the namespace of its root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// A UBL 2.1 invoice.
    UblInvoice,
    /// A UBL 2.1 credit note.
    UblCreditNote,
    /// A Cross Industry Invoice: Factur-X, `ZUGFeRD` 2.x.
    Cii,
    /// The Cross Industry Document of `ZUGFeRD` 1.0.
    CiiOfZugferd1,
    /// A message about the life of an invoice.
    Cdar,
}

impl Root {
    fn of(name: &str, namespace: &str) -> Option<Self> {
        Some(match (name, namespace) {
            ("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2") => Self::UblInvoice,
            ("CreditNote", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2") => Self::UblCreditNote,
            ("CrossIndustryInvoice", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100") => Self::Cii,
            ("CrossIndustryDocument", "urn:ferd:CrossIndustryDocument:invoice:1p0") => Self::CiiOfZugferd1,
            (
                "CrossDomainAcknowledgementAndResponse",
                "urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100",
            ) => Self::Cdar,
            _ => return None,
        })
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UblInvoice => "Invoice",
            Self::UblCreditNote => "CreditNote",
            Self::Cii => "CrossIndustryInvoice",
            Self::CiiOfZugferd1 => "CrossIndustryDocument",
            Self::Cdar => "CrossDomainAcknowledgementAndResponse",
        }
    }

    /// Is an element of this namespace one of the standard, rather than of somebody's extension?
    fn knows(self, namespace: &str) -> bool {
        match self {
            Self::UblInvoice | Self::UblCreditNote => {
                namespace.starts_with("urn:oasis:names:specification:ubl:schema:xsd:")
                    && !namespace.contains("CommonExtension")
            }
            Self::Cii | Self::CiiOfZugferd1 | Self::Cdar => {
                namespace.starts_with("urn:un:unece:uncefact:") || namespace.starts_with("urn:ferd:")
            }
        }
    }
}

/// Why an XML cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It declares a document type, whose entities could be anything.
    DocumentType,
    /// It ends before its root does, or is no XML.
    Damaged,
    /// It is larger or deeper than any invoice.
    TooLarge,
}

/// A document as a tree. Its buffers are used again for the next one.
#[derive(Default)]
pub struct Tree {
    nodes: Vec<Node>,
    text: String,
    /// Nodes that are open, from the root.
    open: Vec<usize>,
    /// What its lines say, which are not kept themselves.
    pub lines: Lines,
}

#[derive(Clone, Copy, Default)]
struct Node {
    name: Span,
    value: Span,
    /// Of the attributes the one that matters: the scheme of an identifier, the currency of an amount, the format of a
    /// date.
    attribute: Span,
    /// The node after its last descendant.
    end: usize,
}

#[derive(Clone, Copy, Default)]
struct Span(usize, usize);

/// Attributes that say what a value is.
const ATTRIBUTES: [&str; 3] = ["schemeID", "currencyID", "format"];

/// What stands in a document for another file, as text.
const ATTACHMENTS: [&str; 2] = ["EmbeddedDocumentBinaryObject", "AttachmentBinaryObject"];

/// Reads the documents of an XML text, wherever in it they stand, one after the other.
///
/// # Errors
///
/// Why it cannot be read further; documents before that were whole.
pub fn read(text: &str, tree: &mut Tree, mut each: impl FnMut(Root, &Tree)) -> Result<(), Fault> {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let (mut root, mut depth, mut skipped) = (None, 0_usize, 0_usize);
    tree.clear();
    loop {
        let (resolved, event) = reader.read_resolved_event().map_err(|_| Fault::Damaged)?;
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST || tree.nodes.len() >= NODES {
                    return Err(Fault::TooLarge);
                }
                let namespace = if let ResolveResult::Bound(namespace) = resolved { namespace.0 } else { "" };
                let name = start.local_name().into_inner();
                if root.is_none() {
                    root = Root::of(name, namespace);
                    if root.is_some() {
                        tree.start(name, &start);
                    }
                } else if skipped > 0 || !root.is_some_and(|root| root.knows(namespace)) || ATTACHMENTS.contains(&name)
                {
                    skipped += 1;
                } else {
                    tree.start(name, &start);
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if skipped > 0 {
                    skipped -= 1;
                } else if let Some(found) = root {
                    tree.end();
                    if tree.open.is_empty() {
                        each(found, tree);
                        tree.clear();
                        root = None;
                    }
                }
            }
            Event::Text(text) if skipped == 0 && root.is_some() => tree.say(&text.xml10_content()),
            Event::CData(text) if skipped == 0 && root.is_some() => tree.say(&text.xml10_content()),
            Event::GeneralRef(reference) if skipped == 0 && root.is_some() => match reference.resolve_char_ref() {
                Ok(Some(char)) => tree.say(char.encode_utf8(&mut [0; 4])),
                _ => tree.say(quick_xml::escape::resolve_predefined_entity(&reference).ok_or(Fault::Damaged)?),
            },
            Event::DocType(_) => return Err(Fault::DocumentType),
            Event::Eof if depth > 0 => return Err(Fault::Damaged),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

impl Tree {
    fn clear(&mut self) {
        self.nodes.clear();
        self.text.clear();
        self.open.clear();
        self.lines = Lines::default();
    }

    fn add(&mut self, text: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(text);
        Span(start, self.text.len())
    }

    fn start(&mut self, name: &str, start: &BytesStart<'_>) {
        let name = self.add(name);
        let mut attributes = start.attributes();
        let attribute = attributes.with_checks(false).flatten().find(|attribute| {
            attribute.key.prefix().is_none() && ATTRIBUTES.contains(&attribute.key.local_name().into_inner())
        });
        let attribute = attribute.map_or(Span::default(), |attribute| {
            self.add(&attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or(Cow::Borrowed("")))
        });
        self.open.push(self.nodes.len());
        let at = self.text.len();
        self.nodes.push(Node { name, value: Span(at, at), attribute, end: 0 });
    }

    /// Text of the element that is open. What comes after a child of it is of no interest.
    fn say(&mut self, text: &str) {
        let Some(node) = self.open.last().and_then(|open| self.nodes.get_mut(*open)) else { return };
        if node.value.1 == self.text.len() {
            self.text.push_str(text);
            node.value.1 = self.text.len();
        }
    }

    fn end(&mut self) {
        let Some(index) = self.open.pop() else { return };
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(index) {
            node.end = end;
        }
        let Some(line) = self.element(index) else { return };
        // Only those right in the document, or in the transaction of one, are lines of it.
        if self.open.len() <= 2 && Lines::has_name(line.name()) {
            if let Some(said) = Lines::said(line) {
                self.lines.add(said);
            }
            let start = self.nodes.get(index).map_or(0, |node| node.name.0);
            self.nodes.truncate(index);
            self.text.truncate(start);
        }
    }

    /// The root; `None` before anything was read.
    pub fn root(&self) -> Option<Element<'_>> {
        self.element(0)
    }

    fn element(&self, index: usize) -> Option<Element<'_>> {
        self.nodes.get(index).map(|node| Element { tree: self, node, index })
    }

    fn text(&self, span: Span) -> &str {
        self.text.get(span.0..span.1).unwrap_or_default()
    }
}

/// An element of a document.
#[derive(Clone, Copy)]
pub struct Element<'a> {
    tree: &'a Tree,
    node: &'a Node,
    index: usize,
}

impl<'a> Element<'a> {
    /// Its name.
    pub fn name(self) -> &'a str {
        self.tree.text(self.node.name)
    }

    /// Its text; `None` if it is empty.
    pub fn text(self) -> Option<&'a str> {
        Some(self.tree.text(self.node.value).trim()).filter(|text| !text.is_empty())
    }

    /// What says what its value is: scheme, currency or format; `None` if nothing does.
    pub fn attribute(self) -> Option<&'a str> {
        Some(self.tree.text(self.node.attribute).trim()).filter(|text| !text.is_empty())
    }

    /// The elements right in it, in order.
    pub fn children(self) -> impl Iterator<Item = Element<'a>> {
        let next = move |index: usize| (index < self.node.end).then(|| self.tree.element(index)).flatten();
        std::iter::successors(next(self.index + 1), move |child| next(child.node.end))
    }

    /// Those of a name.
    pub fn all(self, name: &str) -> impl Iterator<Item = Element<'a>> {
        self.children().filter(move |child| child.name() == name)
    }

    /// The first at a path of names.
    pub fn at(self, path: &str) -> Option<Element<'a>> {
        path.split('/').try_fold(self, |element, name| element.all(name).next())
    }

    /// The text of the first at a path that has one, whichever of several branches it is on.
    pub fn text_at(self, path: &str) -> Option<&'a str> {
        match path.split_once('/') {
            Some((name, rest)) => self.all(name).find_map(|child| child.text_at(rest)),
            None => self.all(path).find_map(Self::text),
        }
    }
}
