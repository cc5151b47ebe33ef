//! Bytes to text: which encoding they are in, and the text of a cell.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter};

use super::source::Encoding;
use crate::issue::{Issue, IssueCode};

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

/// Tells the encoding from the first bytes, and how many of them are a byte-order mark: the encoding chosen, or that of
/// the mark, or UTF-8 where every byte is valid in it, or else a single-byte one.
///
/// # Errors
///
/// A finding where the bytes are not text: a known binary format, or a NUL byte, with its line.
pub fn sniff(head: &[u8], chosen: Option<Encoding>) -> Result<(Encoding, usize), Box<Issue>> {
    if let Some((_, format)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
        return Err(Box::new(Issue::new(IssueCode::BinaryInput).reading(format)));
    }
    let (marked, body) = byte_order_mark(head);
    let encoding = chosen
        .or(marked)
        .or_else(|| utf16_without_mark(body))
        .unwrap_or_else(|| if is_utf8_so_far(body) { Encoding::Utf8 } else { single_byte(body) });
    if !encoding.is_utf16() {
        if let Some(position) = memchr(0, body) {
            let line = memchr_iter(b'\n', body.get(..position).unwrap_or_default()).count() + 1;
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            return Err(Box::new(Issue::new(IssueCode::NulByte).on_line(line)));
        }
        if is_mostly_control(body) {
            return Err(Box::new(Issue::new(IssueCode::BinaryInput)));
        }
    }
    Ok((encoding, head.len() - body.len()))
}

/// Does a text that is read as a single-byte encoding come from a DOS code page? Its accented letters are quotes and dashes
/// in Windows-1252, which do not stand inside words; its degree sign is a letter there, which does not end `n°`.
#[must_use]
pub fn looks_like_dos(head: &[u8]) -> bool {
    head.windows(3).any(|window| {
        let [before, byte, after] = window else { return false };
        let is_inside_word = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
        (matches!(byte, 0x82 | 0x85 | 0x87 | 0x88 | 0x8A) && is_inside_word)
            || (*byte == 0xF8 && before.eq_ignore_ascii_case(&b'n') && !after.is_ascii_alphabetic())
    })
}

/// Text of a cell. Bytes that mean nothing in the encoding become replacement characters.
#[must_use]
pub fn text(cell: &[u8], encoding: Encoding) -> Cow<'_, str> {
    let single_byte = |char: fn(u8) -> char| {
        if cell.is_ascii() {
            return String::from_utf8_lossy(cell);
        }
        Cow::Owned(cell.iter().map(|byte| char(*byte)).collect())
    };
    match encoding {
        Encoding::Windows1252 => single_byte(windows_1252),
        Encoding::Iso8859_15 => single_byte(iso_8859_15),
        // UTF-16 is transcoded as it arrives.
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => String::from_utf8_lossy(cell),
    }
}

/// Checks that pieces of a text are valid UTF-8 together.
#[derive(Clone, Debug, Default)]
pub struct Utf8Check {
    /// A character that the last piece ended inside of.
    cut: Vec<u8>,
    is_invalid: bool,
}

impl Utf8Check {
    /// Looks at the next piece.
    pub fn push(&mut self, piece: &[u8]) {
        if self.is_invalid || (self.cut.is_empty() && piece.is_ascii()) {
            return;
        }
        let joined: Cow<'_, [u8]> =
            if self.cut.is_empty() { Cow::Borrowed(piece) } else { Cow::Owned([&self.cut, piece].concat()) };
        self.cut = match std::str::from_utf8(&joined) {
            Ok(_) => Vec::new(),
            Err(error) if error.error_len().is_none() => joined.get(error.valid_up_to()..).unwrap_or_default().to_vec(),
            Err(_) => {
                self.is_invalid = true;
                return;
            }
        };
    }

    /// Was a byte found that is not valid?
    #[must_use]
    pub const fn has_failed(&self) -> bool {
        self.is_invalid
    }
}

/// Turns UTF-16 into UTF-8 in pieces.
#[derive(Clone, Debug)]
pub struct Utf16Decoder {
    unit: fn([u8; 2]) -> u16,
    odd: Option<u8>,
    high_surrogate: Option<u16>,
    /// Were there units that make no character?
    pub has_invalid_units: bool,
}

impl Utf16Decoder {
    /// A decoder, for the two encodings it is for.
    #[must_use]
    pub fn new(encoding: Encoding) -> Option<Self> {
        let unit = match encoding {
            Encoding::Utf16Le => u16::from_le_bytes,
            Encoding::Utf16Be => u16::from_be_bytes,
            _ => return None,
        };
        Some(Self { unit, odd: None, high_surrogate: None, has_invalid_units: false })
    }

    /// The next piece as UTF-8.
    pub fn push(&mut self, piece: &[u8]) -> Vec<u8> {
        let bytes: Vec<u8> = self.odd.take().into_iter().chain(piece.iter().copied()).collect();
        let (pairs, rest) = bytes.as_chunks::<2>();
        self.odd = rest.first().copied();
        let mut units: Vec<u16> = self.high_surrogate.take().into_iter().collect();
        units.extend(pairs.iter().map(|pair| (self.unit)(*pair)));
        if let Some(last) = units.pop_if(|last| (0xD800..0xDC00).contains(last)) {
            self.high_surrogate = Some(last);
        }
        let text: String = char::decode_utf16(units)
            .map(|char| {
                char.unwrap_or_else(|_| {
                    self.has_invalid_units = true;
                    char::REPLACEMENT_CHARACTER
                })
            })
            .collect();
        text.into_bytes()
    }
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

/// Is it valid UTF-8, but for a character cut off at the end?
fn is_utf8_so_far(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// ISO-8859-15 has its euro sign where Windows-1252 has a sign that nobody writes, and no characters at all where
/// Windows-1252 has quotes and dashes.
fn single_byte(bytes: &[u8]) -> Encoding {
    let has_c1 = bytes.iter().any(|byte| (0x80..0xA0).contains(byte));
    if !has_c1 && memchr(0xA4, bytes).is_some() { Encoding::Iso8859_15 } else { Encoding::Windows1252 }
}

/// ISO-8859-15 differs from Latin-1 in eight characters.
fn iso_8859_15(byte: u8) -> char {
    match byte {
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        other => char::from(other),
    }
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
        let (encoding, mark) = sniff(bytes, None).expect("text");
        let body = bytes.get(mark..).unwrap_or_default();
        let body = Utf16Decoder::new(encoding).map_or(body.to_vec(), |mut decoder| decoder.push(body));
        (text(&body, encoding).into_owned(), encoding)
    }

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn every_encoding_is_told_from_its_bytes() {
        assert_eq!(read("échu".as_bytes()), ("échu".to_owned(), Encoding::Utf8));
        assert_eq!(read("\u{feff}échu".as_bytes()), ("échu".to_owned(), Encoding::Utf8));
        assert_eq!(read(b"\xE9chu 5 \x80"), ("échu 5 €".to_owned(), Encoding::Windows1252));
        assert_eq!(read(b"\xE9chu 5 \xA4"), ("échu 5 €".to_owned(), Encoding::Iso8859_15));
        let (little, big) = (wide("mois;ca", u16::to_le_bytes), wide("mois;ca", u16::to_be_bytes));
        assert_eq!(read(&little), ("mois;ca".to_owned(), Encoding::Utf16Le));
        assert_eq!(read(&big), ("mois;ca".to_owned(), Encoding::Utf16Be));
        assert_eq!(read(&[b"\xFF\xFE", little.as_slice()].concat()), ("mois;ca".to_owned(), Encoding::Utf16Le));
    }

    #[test]
    fn a_dos_code_page_is_told() {
        assert!(looks_like_dos(b"soci\x82t\x82"));
        assert!(looks_like_dos(b"facture n\xF8 12"));
        assert!(!looks_like_dos(b"soci\xE9t\xE9 \x85 \x8Eel\xF8n"));
    }

    #[test]
    fn what_is_not_text_is_named() {
        let finding = |bytes: &[u8]| sniff(bytes, None).expect_err("not text");
        assert_eq!(finding(b"\x89PNG\r\n\x1a\n").text.as_deref(), Some("PNG"));
        assert_eq!(finding(b"mois;ca\n2025-01;1\0").line, Some(2));
        assert_eq!(finding(b"\x01\x02\x03\x04abc").code, IssueCode::BinaryInput);
    }

    #[test]
    fn pieces_are_decoded_wherever_they_are_cut() {
        let written = "é€😀x";
        let units = wide(written, u16::to_le_bytes);
        for cut in 0..=units.len() {
            let mut decoder = Utf16Decoder::new(Encoding::Utf16Le).expect("UTF-16");
            let (first, second) = units.split_at(cut);
            assert_eq!([decoder.push(first), decoder.push(second)].concat(), written.as_bytes());
        }
        for cut in 0..=written.len() {
            let mut check = Utf8Check::default();
            let (first, second) = written.as_bytes().split_at(cut);
            check.push(first);
            check.push(second);
            assert!(!check.has_failed());
        }
        let mut check = Utf8Check::default();
        check.push(b"\xE9chu");
        assert!(check.has_failed());
    }
}
