//! Files on their way in: what each of them holds.

use serde::Serialize;

use super::archive::{self, ZipStream};
use super::cdar::{self, EStatus};
use super::file::{self, FileKind, HEAD_BYTES, Refusal};
use super::invoice::EInvoice;
use super::limits::{FILES, INNER_ARCHIVE_BYTES, PDF_BYTES, XML_BYTES};
use super::pdf::{self, Attachment};
use super::tree::{self, Fault, Root, Tree};
use super::{cii, ubl};
use crate::order::Order;

/// The documents of a heap of files.
///
/// # Examples
///
/// ```
/// use encours::import::einvoices::{Refusal, Reader};
///
/// let mut reader = Reader::default();
/// reader.file("notes.xml", b"<notes>no invoice</notes>");
/// reader.file("bomb.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");
/// assert_eq!(reader.refused().first().map(|(_, why)| *why), Some(Refusal::NoInvoice));
/// assert_eq!(reader.refused().last().map(|(_, why)| *why), Some(Refusal::DocumentType));
/// ```
#[derive(Default)]
pub struct Reader {
    documents: Vec<Document>,
    refused: Vec<(String, Refusal)>,
    /// Names of files that are no documents, and how many they are.
    others: Vec<String>,
    /// Tables that lie beside the documents.
    tables: Vec<(String, Vec<u8>)>,
    files: usize,
    tree: Tree,
    stream: Option<ZipStream>,
}

/// A document, and the file it was in.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// The name of the file, with that of the archive it was in.
    pub file: String,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Of a PDF, what was found in it.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub pdf: Option<PdfFacts>,
}

/// What a document says.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Content {
    /// An invoice or a credit note.
    Invoice(Box<EInvoice>),
    /// What became of one.
    Status(Box<EStatus>),
    /// Nothing.
    None {
        /// Why.
        reason: &'static str,
    },
}

/// Where in a PDF an invoice was found.
#[derive(Clone, Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "they stand among the fields of the document")]
pub struct PdfFacts {
    /// The name of the file in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pdf_xml: Option<String>,
    /// How that was found: `names`, `AF`, or `objects`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pdf_via: Option<&'static str>,
    /// The names of all files in it.
    pub pdf_attachments: Vec<String>,
}

/// Names that an invoice in a PDF has, the newest first.
const XML_NAMES: [&str; 3] = ["factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml"];

/// Archives inside each other.
pub(super) const ARCHIVES: u32 = 2;

/// Bytes of a table in an archive.
const TABLE_BYTES: usize = 100_000_000;

impl Reader {
    /// A file, whole.
    pub fn file(&mut self, name: &str, bytes: &[u8]) {
        self.read(name, bytes, ARCHIVES);
    }

    /// Starts on an archive that arrives in pieces, from its first byte on. Of it are known its last bytes, which start at
    /// `base`, or all bytes from its directory on.
    ///
    /// # Errors
    ///
    /// Where the directory starts, if its bytes are not among those.
    pub fn archive(&mut self, name: &str, tail: &[u8], base: usize) -> Result<(), usize> {
        match ZipStream::open(name, tail, base) {
            Ok(stream) => self.stream = Some(stream),
            Err(archive::Unopened::DirectoryAt(start)) if start < base => return Err(start),
            Err(archive::Unopened::DirectoryAt(_)) => self.refuse(name, Refusal::Damaged),
            Err(archive::Unopened::Refused(why)) => self.refuse(name, why),
        }
        Ok(())
    }

    /// The next bytes of the archive; answers how many files were read.
    pub fn push(&mut self, bytes: &[u8]) -> usize {
        if let Some(mut stream) = self.stream.take() {
            stream.push(bytes, self);
            self.stream = Some(stream);
        }
        self.files
    }

    /// The archive ends.
    pub fn finish(&mut self) {
        if let Some(stream) = self.stream.take() {
            stream.finish(self);
        }
    }

    /// What the files hold, in their order; of those that could hold a document and do not, why.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Files that gave no document though they could have, and why.
    #[must_use]
    pub fn refused(&self) -> &[(String, Refusal)] {
        &self.refused
    }

    /// Files that are no documents.
    #[must_use]
    pub fn others(&self) -> &[String] {
        &self.others
    }

    /// Takes the tables that lie beside the documents.
    pub fn take_tables(&mut self) -> Vec<(String, Vec<u8>)> {
        std::mem::take(&mut self.tables)
    }

    /// How many files there were.
    #[must_use]
    pub const fn files(&self) -> usize {
        self.files
    }

    /// Reads a file that may be an archive of so many levels.
    pub(super) fn read(&mut self, name: &str, bytes: &[u8], archives: u32) {
        self.files += 1;
        if self.documents.len() >= FILES {
            self.refused.push((name.to_owned(), Refusal::TooLarge));
            return;
        }
        match FileKind::of(bytes.get(..HEAD_BYTES).unwrap_or(bytes)) {
            FileKind::Xml if bytes.len() > XML_BYTES => self.refuse(name, Refusal::TooLarge),
            FileKind::Pdf if bytes.len() > PDF_BYTES => self.refuse(name, Refusal::TooLarge),
            FileKind::Xml => {
                let text = file::text(bytes);
                let before = self.documents.len();
                let fault = self.xml(name, &text, None);
                match fault {
                    Err(fault) => self.refuse(name, refusal(fault)),
                    Ok(()) if self.documents.len() == before && !is_of_other_kind(&text) => {
                        self.refuse(name, Refusal::NoInvoice);
                    }
                    Ok(()) if self.documents.len() == before => self.pass_over(name),
                    Ok(()) => {}
                }
            }
            FileKind::Pdf => self.pdf(name, bytes),
            FileKind::Zip if archive::is_workbook(bytes) && bytes.len() <= TABLE_BYTES => {
                self.tables.push((name.to_owned(), bytes.to_vec()));
            }
            FileKind::Zip if archives == 0 => self.refuse(name, Refusal::NestedTooDeep),
            FileKind::Zip if bytes.len() > INNER_ARCHIVE_BYTES => self.refuse(name, Refusal::TooLarge),
            FileKind::Zip => {
                self.files -= 1;
                archive::read(name, bytes, archives - 1, self);
            }
            FileKind::Other if is_table(bytes) => self.tables.push((name.to_owned(), bytes.to_vec())),
            FileKind::Other => self.pass_over(name),
        }
    }

    /// A file that is no document.
    fn pass_over(&mut self, name: &str) {
        let content = Content::None { reason: "no document" };
        self.documents.push(Document { file: name.to_owned(), content, pdf: None });
        self.others.push(name.to_owned());
    }

    /// A file of an archive that is not read.
    pub(super) const fn files_went_by(&mut self) {
        self.files += 1;
    }

    pub(super) fn refuse(&mut self, name: &str, why: Refusal) {
        self.refuse_pdf(name, why, None);
    }

    fn refuse_pdf(&mut self, name: &str, why: Refusal, pdf: Option<PdfFacts>) {
        if self.documents.len() < FILES {
            let content = Content::None { reason: why.reason() };
            self.documents.push(Document { file: name.to_owned(), content, pdf });
        }
        self.refused.push((name.to_owned(), why));
    }

    /// The documents of an XML.
    fn xml(&mut self, name: &str, text: &str, pdf: Option<&PdfFacts>) -> Result<(), Fault> {
        let documents = &mut self.documents;
        let mut keep = |content| {
            documents.push(Document { file: name.to_owned(), content, pdf: pdf.cloned() });
        };
        tree::read(text, &mut self.tree, |root, tree| match root {
            Root::UblInvoice | Root::UblCreditNote => {
                if let Some(invoice) = ubl::invoice(root, tree) {
                    keep(Content::Invoice(Box::new(invoice)));
                }
            }
            Root::Cii | Root::CiiOfZugferd1 => {
                if let Some(invoice) = cii::invoice(root, tree) {
                    keep(Content::Invoice(Box::new(invoice)));
                }
            }
            Root::Cdar => {
                for status in cdar::statuses(tree) {
                    keep(Content::Status(Box::new(status)));
                }
            }
        })
    }

    fn pdf(&mut self, name: &str, bytes: &[u8]) {
        let pdf::Found { files, is_encrypted, is_whole } = pdf::attachments(bytes);
        let mut names: Vec<String> =
            files.iter().map(|file| file.name.clone()).filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        let rank = |file: &Attachment| {
            let plain = file.name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
            XML_NAMES.iter().position(|known| *known == plain).unwrap_or(XML_NAMES.len())
        };
        let mut known: Vec<_> = files.iter().filter(|file| FileKind::of(&file.content) == FileKind::Xml).collect();
        known.order_by_key(|file| rank(file));
        let before = self.documents.len();
        let mut fault = None;
        for file in known {
            let facts =
                PdfFacts { pdf_xml: Some(file.name.clone()), pdf_via: Some(file.via), pdf_attachments: names.clone() };
            if let Err(found) = self.xml(name, &file::text(&file.content), Some(&facts)) {
                fault = fault.or(Some(found));
            }
            if self.documents.len() > before {
                return;
            }
        }
        let why = match fault {
            _ if is_encrypted => Refusal::Encrypted,
            Some(fault) => refusal(fault),
            None if !is_whole => Refusal::Damaged,
            None => Refusal::NoInvoice,
        };
        let facts = PdfFacts { pdf_xml: None, pdf_via: None, pdf_attachments: names };
        self.refuse_pdf(name, why, Some(facts));
    }
}

const fn refusal(fault: Fault) -> Refusal {
    match fault {
        Fault::DocumentType => Refusal::DocumentType,
        Fault::Damaged => Refusal::Damaged,
        Fault::TooLarge => Refusal::TooLarge,
    }
}

/// Is it a page or a picture, rather than data for programs?
fn is_of_other_kind(text: &str) -> bool {
    let start: String = text.chars().take(400).collect::<String>().to_lowercase();
    ["<!doctype html", "<html", "<svg", "<xsl:", "<xs:schema", "<xsd:schema"].iter().any(|sign| start.contains(sign))
}

/// Is it text whose lines are cut into cells?
fn is_table(bytes: &[u8]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let is_wide = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let is_text = is_wide || head.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r'));
    let has_cells = |byte| memchr::memchr_iter(byte, head).count() >= 2;
    bytes.len() <= TABLE_BYTES && is_text && has_cells(b'\n') && [b';', b',', b'\t', b'|'].into_iter().any(has_cells)
}
