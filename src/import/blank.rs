//! Cells that say that there is nothing.

use super::currency::Currency;
use super::encoding;
use super::source::Encoding;

/// The longest mark: a date of zeros with its time.
const LONGEST: usize = 32;

/// Words and abbreviations for nothing, in small letters without accents.
const WORDS: [&str; 38] = [
    "null",
    "\\n",
    "(null)",
    "<null>",
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "#n/a",
    "#n/d",
    "#nv",
    "#n/b",
    "nan",
    "none",
    "(none)",
    "nil",
    "neant",
    "s.o.",
    "s.o",
    "s/o",
    "so",
    "nc",
    "n.c.",
    "n.c",
    "n/c",
    "nd",
    "n.d.",
    "n.d",
    "n/d",
    "not set",
    "(not set)",
    "(blank)",
    "(vide)",
    "(leer)",
    "k.a.",
    "k. a.",
    "n.v.t.",
    "nvt",
];

/// Does a cell say that there is nothing? Empty, `-`, `n/a`, `néant`, `(vide)`, ` -   € `, `0000-00-00` and their like
/// are such marks; a zero is not, nor is an error such as `#VALUE!`.
///
/// The bytes may be UTF-8 or of a single-byte encoding. A customer may well be called `NA`: this is for columns of
/// amounts, dates and numbers. In a column of amounts with a fixed width `00000000` is an amount, so read the amount
/// first there.
///
/// # Examples
///
/// ```
/// use encours::import::blank::is_blank;
///
/// assert!(is_blank(b"  "));
/// assert!(is_blank(" -   € ".as_bytes()));
/// assert!(is_blank("Néant".as_bytes()));
/// assert!(is_blank(b"00/00/0000 00:00:00"));
/// assert!(!is_blank(b"0"));
/// assert!(!is_blank(b"#VALUE!"));
/// ```
#[must_use]
#[inline]
pub fn is_blank(cell: &[u8]) -> bool {
    match cell {
        // Nearly every cell is a number or a name.
        [b'1'..=b'9', ..] => false,
        [b'a'..=b'm' | b'o'..=b'r' | b't'..=b'z' | b'A'..=b'M' | b'O'..=b'R' | b'T'..=b'Z', .., last]
            if last.is_ascii_alphanumeric() =>
        {
            false
        }
        cell => says_nothing(cell),
    }
}

fn says_nothing(cell: &[u8]) -> bool {
    let cell = cell.trim_ascii();
    let (Some(first), Some(last)) = (cell.first(), cell.last()) else { return true };
    match first {
        b'1'..=b'9' => false,
        b'0' => cell.len() >= 5 && is_zero_date(cell),
        // Nearly every other cell starts with a letter.
        b'a'..=b'z' | b'A'..=b'Z' if last.is_ascii_alphanumeric() => {
            matches!(first.to_ascii_lowercase(), b'n' | b's') && cell.len() <= 8 && is_mark(cell)
        }
        _ => cell.len() <= LONGEST && is_mark(cell),
    }
}

#[cold]
fn is_mark(cell: &[u8]) -> bool {
    let encoding = if std::str::from_utf8(cell).is_ok() { Encoding::Utf8 } else { Encoding::Windows1252 };
    let text = encoding::text(cell, encoding);
    let text = encoding::bare(&text);
    // `.`, `--`, `./.`, and `-,--`, a price in Austria.
    if text.chars().all(|char| is_dash(char) || matches!(char, '.' | '/' | ',') || char.is_whitespace()) {
        return true;
    }
    let rest = text.trim_matches(|char: char| is_dash(char) || char.is_whitespace());
    let has_dash = text.starts_with(is_dash) || text.ends_with(is_dash);
    (has_dash && Currency::of_sign_or_word(rest).is_some()) || WORDS.iter().any(|word| is_written_as(&text, word))
}

/// Does a text read as a word of ASCII letters? A letter beyond stands for `e`: it is the accent of `néant`, in some
/// encoding.
fn is_written_as(text: &str, word: &str) -> bool {
    let is_accent = |char: &char| ('\u{300}'..='\u{36f}').contains(char);
    let plain = |char: char| if char.is_ascii() { char.to_ascii_lowercase() } else { 'e' };
    text.chars().filter(|char| !is_accent(char)).map(plain).eq(word.chars())
}

fn is_dash(char: char) -> bool {
    matches!(char, '-' | '—' | '–' | '−' | '‐' | '‑' | '―' | '_')
}

/// `0000-00-00`, `00/00/0000`, `00000000`, with or without a time.
fn is_zero_date(cell: &[u8]) -> bool {
    let end = cell.iter().position(|byte| matches!(byte, b' ' | b'T')).unwrap_or(cell.len());
    let Some((day, time)) = cell.split_at_checked(end) else { return false };
    let is_time = |time: &[u8]| {
        time.iter().all(|byte| matches!(byte, b'0'..=b'9' | b':' | b'.' | b' ' | b'T' | b'Z' | b'A' | b'P' | b'M'))
    };
    let is_zeros = |part: &[u8]| !part.is_empty() && part.len() <= 4 && part.iter().all(|byte| *byte == b'0');
    let is_date = |separator: u8| {
        let mut parts = day.split(|byte| *byte == separator);
        day.len() >= 5 && parts.by_ref().take(3).filter(|part| is_zeros(part)).count() == 3 && parts.next().is_none()
    };
    is_time(time) && (day == b"00000000" || [b'-', b'/', b'.'].into_iter().any(is_date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_for_nothing_are_told() {
        let marks = [
            "",
            "  ",
            "-",
            " - ",
            "—",
            "–",
            "−",
            "--",
            ".",
            "/",
            "./.",
            "-,--",
            "null",
            "(null)",
            "NULL",
            "n/a",
            "N/A",
            "NA",
            "#N/A",
            "NaN",
            "none",
            "nil",
            "néant",
            "Néant",
            "NEANT",
            "ne\u{301}ant",
            "s.o.",
            "SO",
            "nc",
            "N.C.",
            "Not Set",
            "(blank)",
            "(vide)",
            "(Leer)",
            "k.A.",
            "0000-00-00",
            "00/00/0000",
            "00.00.0000",
            "00-00-0000",
            "00000000",
            "0000-00-00 00:00:00",
            "0000-00-00T00:00:00Z",
            "00/00/0000 12:00:00 AM",
            " -   € ",
            "€ -",
            "- €",
            "-EUR",
            "EUR -",
            "$-",
            "=\"\"",
            "'",
            "\u{a0}",
            "\u{200b}",
            "-\u{a0}€",
        ];
        for mark in marks {
            assert!(is_blank(mark.as_bytes()), "{mark:?}");
        }
        for mark in [b"n\xE9ant".as_slice(), b"\x96", b"\x97", b"n\x82ant", b"\xA0", b"- \x80"] {
            assert!(is_blank(mark), "{mark:?}");
        }
    }

    #[test]
    fn what_says_something_is_not_blank() {
        let cells = [
            "0",
            "0,00",
            "00",
            "000",
            "0.00000000",
            "00.000000",
            "0-1",
            "-1",
            "- 5",
            "€",
            "EUR",
            "$",
            "#VALUE!",
            "#REF!",
            "#DIV/0!",
            "Nantes",
            "NCC",
            "Sono",
            "nul",
            "n",
            "x",
            "Total",
            "K-Auto",
            "01/01/2025",
            "2025-00-00",
            "00000001",
            "-a-",
            "1-",
            "Société nouvelle de transport et de négoce international",
        ];
        for cell in cells {
            assert!(!is_blank(cell.as_bytes()), "{cell:?}");
        }
    }
}
