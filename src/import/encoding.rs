//! Bytes to text.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter};

use super::source::Encoding;
use crate::issue::{Issue, IssueCode};

/// Text, and how it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without byte-order mark.
    pub text: Cow<'a, str>,
    /// The encoding it was read in.
    pub encoding: Encoding,
    /// Were there bytes that mean nothing in this encoding?
    pub has_invalid_bytes: bool,
}

/// Formats people drop by mistake, by their first bytes.
const SIGNATURES: [(&[u8], &str); 8] = [
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP/XLSX/ODS"),
    (b"\xD0\xCF\x11\xE0", "XLS/DOC"),
    (b"\x1F\x8B", "GZIP"),
    (b"7z\xBC\xAF", "7Z"),
];

/// How many bytes the nature of the input is judged on.
const SAMPLE: usize = 4096;

/// Reads bytes as text: the encoding chosen, or that of the byte-order mark, or UTF-8 where every byte is valid in it,
/// or else Windows-1252.
///
/// # Errors
///
/// A finding where the bytes are not text: a known binary format, or a NUL byte, with its line.
pub fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Result<Decoded<'_>, Box<Issue>> {
    if let Some((_, format)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(Box::new(Issue::new(IssueCode::BinaryInput).reading(format)));
    }
    let (marked, body) = byte_order_mark(bytes);
    let encoding = chosen
        .or(marked)
        .or_else(|| utf16_without_mark(body))
        .unwrap_or_else(|| if std::str::from_utf8(body).is_ok() { Encoding::Utf8 } else { Encoding::Windows1252 });
    if matches!(encoding, Encoding::Utf8 | Encoding::Windows1252) {
        if let Some(position) = memchr(0, body) {
            let line = memchr_iter(b'\n', body.get(..position).unwrap_or_default()).count() + 1;
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            return Err(Box::new(Issue::new(IssueCode::NulByte).on_line(line)));
        }
        if is_mostly_control(body) {
            return Err(Box::new(Issue::new(IssueCode::BinaryInput)));
        }
    }
    Ok(match encoding {
        Encoding::Utf8 => {
            let text = String::from_utf8_lossy(body);
            let has_invalid_bytes = matches!(text, Cow::Owned(_));
            Decoded { text, encoding, has_invalid_bytes }
        }
        Encoding::Windows1252 => Decoded {
            text: Cow::Owned(body.iter().map(|byte| windows_1252(*byte)).collect()),
            encoding,
            has_invalid_bytes: false,
        },
        Encoding::Utf16Le => utf16(body, encoding, u16::from_le_bytes),
        Encoding::Utf16Be => utf16(body, encoding, u16::from_be_bytes),
    })
}

fn byte_order_mark(bytes: &[u8]) -> (Option<Encoding>, &[u8]) {
    const MARKS: [(&[u8], Encoding); 3] =
        [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];
    MARKS
        .iter()
        .find_map(|(mark, encoding)| Some((Some(*encoding), bytes.strip_prefix(*mark)?)))
        .unwrap_or((None, bytes))
}

/// UTF-16 of mostly Latin text has a zero in nearly every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = sample.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if pairs < 2 {
        None
    } else if odd * 10 >= pairs * 7 && even * 10 < pairs {
        Some(Encoding::Utf16Le)
    } else if even * 10 >= pairs * 7 && odd * 10 < pairs {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

fn is_mostly_control(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let control = sample.iter().filter(|byte| **byte < 0x20 && !matches!(byte, b'\t' | b'\r' | b'\n')).count();
    control * 20 > sample.len()
}

fn utf16(bytes: &[u8], encoding: Encoding, unit: fn([u8; 2]) -> u16) -> Decoded<'_> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut has_invalid_bytes = !rest.is_empty();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|char| {
            char.unwrap_or_else(|_| {
                has_invalid_bytes = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    Decoded { text: Cow::Owned(text), encoding, has_invalid_bytes }
}

/// Windows-1252 differs from Latin-1, whose bytes are code points, in 0x80 to 0x9F only. The five bytes it leaves
/// undefined stay control characters, as browsers read them.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let high = byte.checked_sub(0x80).and_then(|index| HIGH.get(usize::from(index)));
    high.copied().unwrap_or_else(|| char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes, None).expect("text");
        (decoded.text.into_owned(), decoded.encoding)
    }

    #[test]
    fn every_encoding_is_told_from_its_bytes() {
        assert_eq!(read("échu".as_bytes()), ("échu".to_owned(), Encoding::Utf8));
        assert_eq!(read("\u{feff}échu".as_bytes()), ("échu".to_owned(), Encoding::Utf8));
        assert_eq!(read(b"\xE9chu 5 \x80"), ("échu 5 €".to_owned(), Encoding::Windows1252));
        let wide: Vec<u16> = "mois;ca".encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(read(&little), ("mois;ca".to_owned(), Encoding::Utf16Le));
        assert_eq!(read(&big), ("mois;ca".to_owned(), Encoding::Utf16Be));
        assert_eq!(read(&[b"\xFF\xFE", little.as_slice()].concat()), ("mois;ca".to_owned(), Encoding::Utf16Le));
    }

    #[test]
    fn what_is_not_text_is_named() {
        let code = |bytes: &[u8]| decode(bytes, None).expect_err("not text");
        assert_eq!(code(b"\x89PNG\r\n\x1a\n").text.as_deref(), Some("PNG"));
        assert_eq!(code(b"mois;ca\n2025-01;1\0").line, Some(2));
        assert_eq!(code(b"\x01\x02\x03\x04abc").code, IssueCode::BinaryInput);
    }
}
