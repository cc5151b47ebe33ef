//! Bytes to text: which encoding they are in, and the text of a cell.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2, memmem};

use super::code_pages;
pub use super::mended::composed;
use super::mended::{decoded_once, is_decoded_twice, with_stray_bytes};
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
/// the mark, or UTF-8 where more characters than not are valid in it, or else the single-byte one that makes most
/// sense.
///
/// # Errors
///
/// A finding where the bytes are not text: a known format, by its name, or a NUL byte, with its line.
pub fn sniff(head: &[u8], chosen: Option<Encoding>) -> Result<(Encoding, usize), Box<Issue>> {
    let (marked, body) = byte_order_mark(head);
    if let Some(format) = signature(head).or_else(|| format_of_text(body)) {
        return Err(Box::new(Issue::new(IssueCode::BinaryInput).reading(format)));
    }
    let marked_wide = marked.filter(|encoding| encoding.is_utf16());
    let wide = chosen.or(marked_wide).or_else(|| if marked.is_none() { utf16_without_mark(body) } else { None });
    let encoding = wide.unwrap_or_else(|| byte_by_byte(body, marked.is_some()));
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
    let body = if encoding == Encoding::Utf8Twice { body.strip_prefix(MARK_TWICE).unwrap_or(body) } else { body };
    Ok((encoding, head.len() - body.len()))
}

/// The byte-order mark of a text that was decoded twice.
const MARK_TWICE: &[u8] = "ï»¿".as_bytes();

/// UTF-8, once or twice, or a single-byte encoding.
fn byte_by_byte(body: &[u8], is_marked: bool) -> Encoding {
    let mut check = Utf8Check::default();
    check.push(body);
    match check.other_reading() {
        Some(other) if !is_marked => other,
        _ if is_decoded_twice(valid_part(body)) => Encoding::Utf8Twice,
        _ => Encoding::Utf8,
    }
}

fn signature(head: &[u8]) -> Option<&'static str> {
    SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)).map(|(_, format)| *format)
}

/// Text that is no table: data for programs, or in the letters of a mainframe.
fn format_of_text(body: &[u8]) -> Option<&'static str> {
    let text = body.trim_ascii_start();
    let next = |text: &[u8]| text.trim_ascii_start().first().copied();
    if text.starts_with(b"<?xml") {
        // Spreadsheets in XML are read elsewhere.
        return memmem::find(text, b"office:spreadsheet").is_none().then_some("XML");
    }
    let is_json = match text.split_first() {
        Some((b'{', inside)) => next(inside) == Some(b'"'),
        Some((b'[', inside)) => matches!(next(inside), Some(b'{' | b'[' | b'"')),
        _ => false,
    };
    if is_json {
        return Some("JSON");
    }
    is_ebcdic(body).then_some("EBCDIC")
}

/// Is it the text of a mainframe? Its letters and digits lie where ASCII has none, so that neither a space, a line end
/// nor a digit of ASCII is there.
fn is_ebcdic(bytes: &[u8]) -> bool {
    const SHORTEST: usize = 16;
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let count = |is: fn(&u8) -> bool| sample.iter().filter(|byte| is(byte)).count();
    let in_ascii = count(|byte| matches!(byte, b' ' | b'\n' | b'0'..=b'9'));
    let digits = count(|byte| matches!(byte, 0xF0..=0xF9));
    let breaks = count(|byte| matches!(byte, 0x40 | 0x15 | 0x25));
    let letters =
        count(|byte| matches!(byte, 0x81..=0x89 | 0x91..=0x99 | 0xA2..=0xA9 | 0xC1..=0xC9 | 0xD1..=0xD9 | 0xE2..=0xE9));
    let marks = count(|byte| matches!(byte, 0x05 | 0x0D | 0x4B..=0x50 | 0x5A..=0x61 | 0x6B..=0x6F | 0x7A..=0x7F));
    sample.len() >= SHORTEST
        && in_ascii * 50 <= sample.len()
        && breaks > 0
        && digits * 20 >= sample.len()
        && (digits + breaks + letters + marks) * 10 >= sample.len() * 9
}

/// Does a text that is read as a single-byte encoding come from a DOS code page? Its accented letters are quotes and
/// dashes in Windows-1252, which do not stand inside words; its degree sign is a letter there, which does not end `n°`.
#[must_use]
pub fn looks_like_dos(head: &[u8]) -> bool {
    head.windows(3).any(|window| {
        let [before, byte, after] = window else { return false };
        let is_inside_word = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
        (matches!(byte, 0x82 | 0x85 | 0x87 | 0x88 | 0x8A) && is_inside_word)
            || (*byte == 0xF8 && before.eq_ignore_ascii_case(&b'n') && !after.is_ascii_alphabetic())
    })
}

/// Text of a cell, accents on their letters. Bytes that mean nothing in the encoding become replacement characters, but
/// in UTF-8 those of Windows-1252 that make a word.
#[must_use]
pub fn text(cell: &[u8], encoding: Encoding) -> Cow<'_, str> {
    if let Some(char) = code_pages::decoder(encoding) {
        if cell.is_ascii() {
            return String::from_utf8_lossy(cell);
        }
        return Cow::Owned(cell.iter().map(|byte| char(*byte)).collect());
    }
    // UTF-16 is transcoded as it arrives.
    let text = std::str::from_utf8(cell).map_or_else(|_| Cow::Owned(with_stray_bytes(cell)), Cow::Borrowed);
    let text = if encoding == Encoding::Utf8Twice { changed(text, decoded_once) } else { text };
    changed(text, composed)
}

/// A text changed by a step that leaves most texts as they are.
fn changed(text: Cow<'_, str>, step: fn(&str) -> Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => step(text),
        Cow::Owned(text) => Cow::Owned(step(&text).into_owned()),
    }
}

/// The text of a cell without what is around it or cannot be seen: spaces, marks of width or direction, quotes, the
/// apostrophe and the `="…"` by which spreadsheets keep numbers as text.
///
/// # Examples
///
/// ```
/// use encours::import::encoding::bare;
///
/// assert_eq!(bare(" =\"0012\" "), "0012");
/// assert_eq!(bare("'12"), "12");
/// assert_eq!(bare("\u{200e}31/12/2025\u{202c}"), "31/12/2025");
/// ```
#[must_use]
pub fn bare(text: &str) -> Cow<'_, str> {
    // All of these marks start with one of two bytes.
    if memchr2(0xE2, 0xEF, text.as_bytes()).is_some() && text.contains(is_invisible) {
        let visible: String = text.chars().filter(|char| !is_invisible(*char)).collect();
        return Cow::Owned(unwrapped(&visible).to_owned());
    }
    Cow::Borrowed(unwrapped(text))
}

/// Does a character have neither a shape nor a width?
#[must_use]
pub const fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn unwrapped(text: &str) -> &str {
    let text = text.trim();
    if !text.starts_with(['=', '"', '\'']) && !text.ends_with('\'') {
        return text;
    }
    let quoted = |text| str::strip_prefix(text, '"').and_then(|rest| rest.strip_suffix('"'));
    let inner = text.strip_prefix('=').and_then(quoted).or_else(|| quoted(text)).unwrap_or(text).trim();
    let inner = inner.strip_prefix('\'').unwrap_or(inner);
    inner.strip_suffix('\'').unwrap_or(inner).trim()
}

/// Checks that pieces of a text are valid UTF-8 together, wherever they are cut.
#[derive(Clone, Debug, Default)]
pub struct Utf8Check {
    /// A character that the last piece ended inside of.
    cut: Vec<u8>,
    /// Characters of two bytes or more, as far as they were counted.
    valid: usize,
    /// Bytes that make no character.
    stray: usize,
    /// The last byte of what is settled.
    before: Option<u8>,
    /// What the single-byte encoding is told from: the text from the byte before the first stray one on.
    sample: Vec<u8>,
}

/// So many stray bytes, and fewer characters that are valid: nothing that follows makes it UTF-8. So many characters
/// that are valid: nothing that follows makes it anything else.
const ENOUGH: usize = 1000;

/// Bytes that an encoding is told from at most.
const MOST_SAMPLED: usize = 1 << 18;

impl Utf8Check {
    /// Looks at the next piece.
    pub fn push(&mut self, piece: &[u8]) {
        if self.stray > 0 {
            self.sample(piece);
        }
        if self.stray > ENOUGH || (self.cut.is_empty() && piece.is_ascii()) {
            self.before = piece.last().copied().or(self.before);
            return;
        }
        let joined: Cow<'_, [u8]> =
            if self.cut.is_empty() { Cow::Borrowed(piece) } else { Cow::Owned([&self.cut, piece].concat()) };
        self.cut.clear();
        let mut rest = &*joined;
        while let Err(error) = std::str::from_utf8(rest) {
            let (valid, invalid) = rest.split_at_checked(error.valid_up_to()).unwrap_or((rest, &[]));
            self.settle(valid);
            let Some(length) = error.error_len() else {
                self.cut = invalid.to_vec();
                return;
            };
            if self.stray == 0 {
                let before: Vec<u8> = self.before.into_iter().collect();
                self.sample(&before);
                self.sample(invalid);
            }
            self.stray += 1;
            let (stray, after) = invalid.split_at_checked(length).unwrap_or((invalid, &[]));
            self.before = stray.last().copied();
            rest = after;
        }
        self.settle(rest);
    }

    /// Counts the characters of two bytes or more, by their first ones, while their number matters.
    fn settle(&mut self, valid: &[u8]) {
        if self.valid < ENOUGH && self.stray <= ENOUGH {
            self.valid += valid.iter().filter(|byte| **byte >= 0xC0).count();
        }
        self.before = valid.last().copied().or(self.before);
    }

    fn sample(&mut self, text: &[u8]) {
        let room = MOST_SAMPLED.saturating_sub(self.sample.len());
        self.sample.extend_from_slice(text.get(..room).unwrap_or(text));
    }

    /// How many characters of two bytes or more there are, as far as they are counted.
    #[must_use]
    pub const fn valid(&self) -> usize {
        self.valid
    }

    /// Counts those of a part that another looked at, which has no stray bytes and does not start inside a character.
    pub fn join(&mut self, valid: usize) {
        if self.valid < ENOUGH && self.stray <= ENOUGH {
            self.valid += valid;
        }
        self.before = Some(b'\n');
    }

    /// Was a byte found that is not valid?
    #[must_use]
    pub const fn has_stray_bytes(&self) -> bool {
        self.stray > 0
    }

    /// The encoding that the text is in rather than in UTF-8, if less of it is valid in that than not. Where more is,
    /// stray bytes are those of another file that was joined to it.
    #[must_use]
    pub fn other_reading(&self) -> Option<Encoding> {
        let is_other = self.stray > 0 && self.valid < ENOUGH && self.stray >= self.valid;
        is_other.then(|| code_pages::likeliest(&self.sample))
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

/// The bytes before the first that makes no character, such as one cut off at the end.
fn valid_part(bytes: &[u8]) -> &str {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    bytes.get(..valid).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or_default()
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
        let named = |bytes: &[u8]| finding(bytes).text;
        assert_eq!(named(b"\xEF\xBB\xBF<?xml version=\"1.0\"?><rows/>").as_deref(), Some("XML"));
        assert_eq!(named(b" [ {\"mois\": 1}]").as_deref(), Some("JSON"));
        assert_eq!(named(b"{\n \"mois\": 1}").as_deref(), Some("JSON"));
        // "CLIENT;MONTANT", "DUPONT 01;1234,56" and "DURAND 02;78,90" in EBCDIC.
        let ebcdic = b"\xC3\xD3\xC9\xC5\xD5\xE3\x5E\xD4\xD6\xD5\xE3\xC1\xD5\xE3\x25\xC4\xE4\xD7\xD6\xD5\xE3\x40\xF0\xF1\x5E\xF1\xF2\xF3\xF4\x6B\xF5\xF6\x25\xC4\xE4\xD9\xC1\xD5\xC4\x40\xF0\xF2\x5E\xF7\xF8\x6B\xF9\xF0\x25";
        assert_eq!(named(ebcdic).as_deref(), Some("EBCDIC"));
        let spreadsheet = b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
        assert!(sniff(spreadsheet, None).is_ok());
        for text in [
            b"[Date];[Montant]".as_slice(),
            b"{x}",
            b"mois;ca",
            b"\xD4\xD5\xD6",
            b"\xCF\xF0\xE8\xE2\xE5\xF2 12;\xEC\xE8\xF0 34 56",
        ] {
            assert!(sniff(text, None).is_ok());
        }
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
            assert!(!check.has_stray_bytes());
        }
        let mut check = Utf8Check::default();
        check.push(b"\xE9chu");
        assert_eq!((check.has_stray_bytes(), check.other_reading()), (true, Some(Encoding::Windows1252)));
    }

    #[test]
    fn pieces_make_no_other_encoding() {
        // What stands first speaks for DOS, what follows for Windows; in the last, stray bytes overtake what is valid.
        let dos_first =
            [b"r\x82gl\x82 \x82t\x82;".as_slice(), b"r\xE9gl\xE9 \xE9t\xE9 cr\xE9\xE9 ".repeat(9).as_slice()].concat();
        let many = [
            "é".repeat(ENOUGH - 10).as_bytes(),
            b"r\xE9gl\xE9;".repeat(ENOUGH).as_slice(),
            "é".repeat(ENOUGH).as_bytes(),
        ]
        .concat();
        for (text, step) in [(dos_first, 1), (many, 101)] {
            let other = |pieces: &[&[u8]]| {
                let mut check = Utf8Check::default();
                for piece in pieces {
                    check.push(piece);
                }
                check.other_reading()
            };
            let whole = other(&[&text]);
            assert!(whole.is_some());
            for cut in (0..=text.len()).step_by(step) {
                let (first, second) = text.split_at(cut);
                assert_eq!(other(&[first, second]), whole, "cut at {cut}");
            }
        }
    }

    #[test]
    fn a_few_stray_bytes_leave_a_text_utf_8() {
        let mixed = [b"r\xE9gl\xE9;".as_slice(), "échéance;réglé".as_bytes()].concat();
        assert_eq!(read(&mixed), ("réglé;échéance;réglé".to_owned(), Encoding::Utf8));
        let mut check = Utf8Check::default();
        check.push("été".as_bytes());
        check.push(b"r\xE9g");
        assert_eq!((check.has_stray_bytes(), check.other_reading()), (true, None));
        check.push(b"r\x82gl\x82");
        assert!(check.other_reading().is_some());
    }

    /// A series whose last rows only are not ASCII, as bytes, and how it is read.
    fn imported(first: &str, last: &[u8]) -> (Encoding, Vec<String>, Option<String>) {
        let mut bytes = format!("mois;ca ttc;encours;note\n2025-01;3100;1550;{first}\n").into_bytes();
        bytes.extend(b"\n".repeat(1 << 18));
        bytes.extend([b"2025-02;2800;x;", last, b"\n"].concat());
        let imported = crate::import::read(&bytes, &crate::import::source::ImportOptions::default());
        let codes = imported.issues.list().iter().map(|issue| format!("{:?}", issue.code)).collect();
        let rejected = imported.rejected.page(None, 0, 1).next().and_then(|row| row.cells.get(3).cloned());
        (imported.source.encoding, codes, rejected)
    }

    #[test]
    fn the_last_rows_can_tell_the_encoding() {
        let (encoding, codes, note) = imported("", b"r\x82gl\x82");
        assert_eq!((encoding, note.as_deref()), (Encoding::Ibm850, Some("réglé")));
        assert!(!codes.contains(&"InvalidBytes".to_owned()));
        let (encoding, codes, note) = imported("échéance échue", b"r\xE9gl\xE9");
        assert_eq!((encoding, note.as_deref()), (Encoding::Utf8, Some("réglé")));
        assert!(codes.contains(&"InvalidBytes".to_owned()));
    }

    #[test]
    fn a_text_decoded_twice_is_decoded_once() {
        assert_eq!(read("rÃ©glÃ© 5 â‚¬".as_bytes()), ("réglé 5 €".to_owned(), Encoding::Utf8Twice));
        assert_eq!(read("ï»¿Ã©chu".as_bytes()), ("échu".to_owned(), Encoding::Utf8Twice));
        assert_eq!(read("\u{feff}Ã©chu".as_bytes()), ("échu".to_owned(), Encoding::Utf8Twice));
        assert_eq!(read("MANHÃ; São".as_bytes()).1, Encoding::Utf8);
    }

    #[test]
    fn old_computers_are_understood() {
        assert_eq!(read(b"r\x8Egl\x8E"), ("réglé".to_owned(), Encoding::MacRoman));
        assert_eq!(read(b"r\x82gl\x82"), ("réglé".to_owned(), Encoding::Ibm850));
    }

    #[test]
    fn accents_stand_on_their_letters() {
        assert_eq!(text("re\u{301}gle\u{301}".as_bytes(), Encoding::Utf8), "réglé");
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        let cases = [
            (" 12 ", "12"),
            ("\u{feff}12\u{200b}", "12"),
            ("'12", "12"),
            ("12'", "12"),
            ("=\"12\"", "12"),
            ("\"12\"", "12"),
            ("=12", "=12"),
            ("=\"", "=\""),
            ("l'an", "l'an"),
            ("5 €", "5 €"),
        ];
        for (text, visible) in cases {
            assert_eq!(bare(text), visible);
        }
    }
}
