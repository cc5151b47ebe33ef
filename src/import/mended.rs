//! Text that lost its accents on the way: letters of another encoding, UTF-8 decoded twice, accents apart from their
//! letters.

use std::borrow::Cow;

use memchr::{memchr2, memmem};

use super::code_pages::{windows_1252, windows_1252_byte};

/// Text that is UTF-8 but for some bytes of Windows-1252, as files put together from two have. Such a byte is read
/// where it makes a word, or is one of the signs of amounts and names; any other becomes a replacement character.
pub fn with_stray_bytes(cell: &[u8]) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut chunks = cell.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        text.push_str(chunk.valid());
        let [byte] = chunk.invalid() else {
            if !chunk.invalid().is_empty() {
                text.push(char::REPLACEMENT_CHARACTER);
            }
            continue;
        };
        let (before, after) = (text.chars().next_back(), chunks.peek().and_then(|next| next.valid().chars().next()));
        let char = windows_1252(*byte);
        let is_in_word = char.is_alphabetic() && [before, after].into_iter().flatten().any(char::is_alphabetic);
        let is_usual = is_in_word || matches!(char, '\u{a0}' | '€' | '’' | '°' | '«' | '»');
        text.push(if is_usual { char } else { char::REPLACEMENT_CHARACTER });
    }
    text
}

/// Was a text decoded twice: was its UTF-8 taken for Windows-1252 and written as UTF-8 again? `Ã©` stands where `é`
/// was. Some of its rows may have come another way.
pub fn is_decoded_twice(text: &str) -> bool {
    let has_sign = |sign: &&str| memmem::find(text.as_bytes(), sign.as_bytes()).is_some();
    if !["Ã", "Â", "Å“", "Å’", "â‚", "â€"].iter().any(has_sign) {
        return false;
    }
    let (mut repaired, mut others) = (0_usize, 0_usize);
    let mut rest = text;
    while let Some(start) = rest.find(|char: char| !char.is_ascii()) {
        rest = rest.get(start..).unwrap_or_default();
        if let Some((_, after)) = repaired_char(rest) {
            repaired += 1;
            rest = after;
        } else {
            others += 1;
            rest = after_first(rest);
        }
    }
    repaired > 0 && repaired * 4 >= others
}

/// The text that was decoded twice, decoded once.
pub fn decoded_once(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut once = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after = after_first(rest);
        let (char, after) = match repaired_char(rest) {
            Some(repaired) => repaired,
            // The second byte of `à` is a space that does not break, which is easily lost.
            None if first == 'Ã' && after.is_empty() => ('à', after),
            None if first == 'Ã' && after.starts_with(' ') => ('à', after_first(after)),
            None => (first, after),
        };
        once.push(char);
        rest = after;
    }
    Cow::Owned(once)
}

fn after_first(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next();
    chars.as_str()
}

/// The character that the first two or three of a text stand for, and the text after them.
fn repaired_char(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let count = match chars.next()? {
        'Â' | 'Ã' | 'Å' | 'Ì' => 2,
        'â' => 3,
        _ => return None,
    };
    let mut bytes = [0_u8; 3];
    for (byte, char) in bytes.iter_mut().zip(text.chars()).take(count) {
        *byte = windows_1252_byte(char)?;
    }
    let decoded = std::str::from_utf8(bytes.get(..count)?).ok()?;
    let (char, after) =
        (decoded.chars().next()?, text.char_indices().nth(count).map_or(text.len(), |(index, _)| index));
    let is_usual = matches!(char, '\u{a0}'..='ÿ' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ' | '\u{300}'..='\u{33f}' | '\u{2000}'..='\u{20cf}' | '−' | '™');
    is_usual.then(|| (char, text.get(after..).unwrap_or_default()))
}

/// Text with every accent on its letter. `e` with a combining acute accent, as files from a Mac have it, becomes `é`,
/// for the letters of French, English, German, Spanish, Italian and Dutch.
///
/// # Examples
///
/// ```
/// use encours::import::encoding::composed;
///
/// assert_eq!(composed("re\u{301}gle\u{301}"), "réglé");
/// assert_eq!(composed("réglé"), "réglé");
/// ```
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    // Combining accents start with one of two bytes.
    if memchr2(0xCC, 0xCD, text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut composed = String::with_capacity(text.len());
    for char in text.chars() {
        match composed.chars().next_back().and_then(|letter| with_accent(letter, char)) {
            Some(whole) => {
                composed.pop();
                composed.push(whole);
            }
            None => composed.push(char),
        }
    }
    Cow::Owned(composed)
}

fn with_accent(letter: char, accent: char) -> Option<char> {
    let letters = match accent {
        '\u{300}' => "aàeèiìoòuùAÀEÈIÌOÒUÙ",
        '\u{301}' => "aáeéiíoóuúyýAÁEÉIÍOÓUÚYÝ",
        '\u{302}' => "aâeêiîoôuûAÂEÊIÎOÔUÛ",
        '\u{303}' => "aãnñoõAÃNÑOÕ",
        '\u{308}' => "aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸ",
        '\u{30a}' => "aåAÅ",
        '\u{327}' => "cçCÇ",
        _ => return None,
    };
    let mut pairs = letters.chars();
    while let (Some(plain), Some(whole)) = (pairs.next(), pairs.next()) {
        if plain == letter {
            return Some(whole);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text decoded twice, as Windows-1252 the second time.
    fn twice(text: &str) -> String {
        text.bytes().map(windows_1252).collect()
    }

    #[test]
    fn what_was_decoded_twice_is_repaired() {
        for text in [
            "réglé",
            "Échéance",
            "déjà payé",
            "5 €",
            "l’été",
            "n° 12 – «\u{a0}à échoir\u{a0}»",
            "cœur",
            "Größe",
            "Núñez",
            "1\u{202f}234",
        ] {
            assert!(is_decoded_twice(&twice(text)), "{text}");
            assert_eq!(decoded_once(&twice(text)), text);
            assert!(!is_decoded_twice(text), "{text}");
            assert_eq!(decoded_once(text), text);
        }
        assert_eq!(decoded_once("dÃ©jÃ  payÃ©, voilÃ"), "déjà payé, voilà");
        assert_eq!(decoded_once("déjà rÃ©glÃ©"), "déjà réglé");
        assert!(!is_decoded_twice("CAFÉ\u{a0}: São Paulo, MANHÃ"));
    }

    #[test]
    fn stray_bytes_are_read_where_they_make_a_word() {
        let cases: [(&[u8], &str); 6] = [
            (b"r\xE9gl\xE9", "réglé"),
            (b"\xC9chu \xC3\xA9chu", "Échu échu"),
            (b"cr\xE9\xE9e", "créée"),
            (b"1\xA0234 \x80", "1\u{a0}234 €"),
            (b"\xE9 12", "\u{fffd} 12"),
            (b"a\x81b", "a\u{fffd}b"),
        ];
        for (bytes, text) in cases {
            assert_eq!(with_stray_bytes(bytes), text);
        }
    }

    #[test]
    fn accents_are_put_on_their_letters() {
        let cases = [
            ("e\u{301}che\u{301}ance", "échéance"),
            ("Franc\u{327}ois", "François"),
            ("Mu\u{308}ller", "Müller"),
            ("x\u{301}", "x\u{301}"),
            ("\u{301}e", "\u{301}e"),
        ];
        for (apart, whole) in cases {
            assert_eq!(composed(apart), whole);
        }
    }
}
