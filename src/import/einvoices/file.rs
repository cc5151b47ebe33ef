//! What one file is, told by what is in it.

use memchr::memmem;
use serde::Serialize;

use super::super::encoding::{self, Utf16Decoder};
use super::super::source::Encoding;
use super::pdf;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Text that starts like XML.
    Xml,
    /// A PDF.
    Pdf,
    /// A ZIP archive.
    Zip,
    /// Something else.
    Other,
}

/// Why a file gives no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// It is cut off, or not what it seems.
    Damaged,
    /// It declares a document type, whose entities could be anything.
    DocumentType,
    /// It asks for a password.
    Encrypted,
    /// It is larger than any invoice, or swells to be.
    TooLarge,
    /// There is no invoice in it.
    NoInvoice,
    /// It is an archive in an archive in an archive.
    NestedTooDeep,
    /// It is packed in a way that is not read.
    Packing,
}

impl Refusal {
    /// In words.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::DocumentType => "document type declared",
            Self::Encrypted => "encrypted",
            Self::TooLarge => "too large",
            Self::NoInvoice => "no invoice XML",
            Self::NestedTooDeep => "archive in an archive in an archive",
            Self::Packing => "packed in a way that is not read",
        }
    }
}

/// Bytes that tell what a file is.
pub const HEAD_BYTES: usize = 1024;

impl FileKind {
    /// What a file is that starts so.
    pub fn of(head: &[u8]) -> Self {
        let text = without_mark(head).trim_ascii_start();
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            Self::Zip
        } else if pdf::is_likely(head) {
            Self::Pdf
        } else if text.starts_with(b"<") || wide(head).is_some() {
            Self::Xml
        } else {
            Self::Other
        }
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// The encoding of an XML of two bytes a character, and how many bytes mark it.
fn wide(bytes: &[u8]) -> Option<(Encoding, usize)> {
    let (encoding, mark) = match bytes {
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
        [b'<', 0, next, 0, ..] if *next != 0 => (Encoding::Utf16Le, 0),
        [0, b'<', 0, next, ..] if *next != 0 => (Encoding::Utf16Be, 0),
        _ => return None,
    };
    let units = bytes.get(mark..)?.as_chunks::<2>().0.iter().map(|pair| match encoding {
        Encoding::Utf16Le => u16::from_le_bytes(*pair),
        _ => u16::from_be_bytes(*pair),
    });
    let is_space = |unit: &u16| u8::try_from(*unit).is_ok_and(|byte| byte.is_ascii_whitespace());
    let first = units.into_iter().find(|unit| !is_space(unit))?;
    (first == u16::from(b'<')).then_some((encoding, mark))
}

/// The text of an XML: in the encoding of its mark or its declaration, else UTF-8, or Windows-1252 where it is none.
pub fn text(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = wide(bytes) {
        let decoded =
            Utf16Decoder::new(encoding).map(|mut decoder| decoder.push(bytes.get(mark..).unwrap_or_default()));
        return String::from_utf8_lossy(&decoded.unwrap_or_default()).into_owned();
    }
    let bytes = without_mark(bytes);
    let declaration = bytes.trim_ascii_start().get(..200).unwrap_or(bytes).to_ascii_lowercase();
    let declaration = memmem::find(&declaration, b"?>").and_then(|end| declaration.get(..end)).unwrap_or_default();
    let says = |name: &[u8]| memmem::find(declaration, name).is_some();
    let encoding = if says(b"iso-8859-15") {
        Encoding::Iso8859_15
    } else if says(b"iso-8859-1") || says(b"windows-1252") || says(b"latin1") {
        Encoding::Windows1252
    } else if std::str::from_utf8(bytes).is_ok() {
        Encoding::Utf8
    } else {
        Encoding::Windows1252
    };
    if encoding == Encoding::Utf8 {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    encoding::text(bytes, encoding).into_owned()
}
