//! Encodings of one byte a character: what their bytes mean, and which of them a text is most likely in.

use super::source::Encoding;

/// Bytes beyond ASCII that a text is judged on.
const SAMPLE: usize = 4096;

/// What a byte means in one of these encodings; `None` for an encoding of another kind.
pub fn decoder(encoding: Encoding) -> Option<fn(u8) -> char> {
    match encoding {
        Encoding::Windows1252 => Some(windows_1252),
        Encoding::Iso8859_15 => Some(iso_8859_15),
        Encoding::MacRoman => Some(mac_roman),
        Encoding::Ibm850 => Some(ibm_850),
        Encoding::Utf8 | Encoding::Utf8Twice | Encoding::Utf16Le | Encoding::Utf16Be => None,
    }
}

/// The encoding in which most characters beyond ASCII are letters inside words, or signs where signs stand;
/// Windows-1252 among equals.
pub fn likeliest(bytes: &[u8]) -> Encoding {
    const LAST_IS_USUAL: [Encoding; 4] =
        [Encoding::MacRoman, Encoding::Ibm850, Encoding::Iso8859_15, Encoding::Windows1252];
    let before = std::iter::once(b'\n').chain(bytes.iter().copied());
    let after = bytes.iter().copied().skip(1).chain([b'\n']);
    let contexts = before.zip(bytes.iter().copied()).zip(after).filter(|((_, byte), _)| !byte.is_ascii());
    let contexts: Vec<((u8, u8), u8)> = contexts.take(SAMPLE).collect();
    let sense = |encoding: &Encoding| {
        let Some(char) = decoder(*encoding) else { return 0 };
        contexts.iter().map(|((before, byte), after)| sense(char(*before), char(*byte), char(*after))).sum::<i32>()
    };
    LAST_IS_USUAL.into_iter().max_by_key(sense).unwrap_or(Encoding::Windows1252)
}

/// How much sense a character makes between two others: most inside a word, none where no text has it.
fn sense(before: char, char: char, after: char) -> i32 {
    let (follows_letter, precedes_letter) = (before.is_alphabetic(), after.is_alphabetic());
    let (is_inside, is_between) = (follows_letter || precedes_letter, follows_letter && precedes_letter);
    match char {
        '€' if !is_between => 2,
        // `1 234` and `« 5 »`.
        '\u{a0}' if before.is_ascii_digit() && after.is_ascii_digit() => 2,
        '’' if is_between => 3,
        '°' if before.is_ascii_digit() || matches!(before, 'n' | 'N') => 3,
        '\u{a0}' | '£' | '§' | '°' | '«' | '»' | '–' | '—' | '…' | '•' | '“' | '”' | '‘' | '’' | 'º' | 'ª' | '²'
        | '³'
            if !is_between =>
        {
            1
        }
        _ if is_letter(char) => match (is_inside, char) {
            // `rÉgl` and `CRéANCES` are not written.
            (true, _) if char.is_uppercase() && before.is_lowercase() => -4,
            (true, _) if char.is_lowercase() && before.is_uppercase() && after.is_uppercase() => -4,
            (true, _) if char.is_uppercase() && follows_letter && after.is_lowercase() => -2,
            (true, 'å' | 'ø' | 'ã' | 'õ' | 'ý' | 'ÿ' | 'Å' | 'Ø' | 'Ã' | 'Õ' | 'Ý' | 'Ÿ') => 1,
            // Hardly a word ends so.
            (true, 'â' | 'ê' | 'î' | 'ô' | 'û') if !precedes_letter => 1,
            (true, _) => 4,
            (false, _) if before.is_ascii_digit() || after.is_ascii_digit() => -4,
            (false, 'à' | 'À' | 'è' | 'È' | 'é' | 'ó') => 1,
            (false, _) => -1,
        },
        '\u{80}'..='\u{9f}' => -6,
        _ if is_inside => -4,
        _ => -2,
    }
}

/// The letters beyond ASCII of the languages that are read, and of their neighbours.
const fn is_letter(char: char) -> bool {
    matches!(char, 'À'..='Ö' | 'Ø'..='Ý' | 'ß'..='ö' | 'ø'..='ý' | 'ÿ' | 'Œ' | 'œ' | 'Ÿ') && !matches!(char, 'Ð' | 'ð')
}

/// Windows-1252 differs from Latin-1, whose bytes are code points, in 0x80 to 0x9F only. The five bytes it leaves
/// undefined stay control characters, as browsers read them.
pub fn windows_1252(byte: u8) -> char {
    high(byte, &WINDOWS_1252)
}

/// The byte that Windows-1252 writes a character with, those it leaves undefined included.
pub fn windows_1252_byte(char: char) -> Option<u8> {
    let in_latin_1 = u8::try_from(u32::from(char)).ok();
    in_latin_1.or_else(|| {
        let index = WINDOWS_1252.iter().position(|known| *known == char)?;
        u8::try_from(index + 0x80).ok()
    })
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

/// The encoding of Macintosh computers, which Excel for Mac still writes.
fn mac_roman(byte: u8) -> char {
    high(byte, &MAC_ROMAN)
}

/// The code page of DOS in Western Europe, with the euro sign that 858 puts in the place of a dotless i. The letters of
/// 437 have the same bytes.
fn ibm_850(byte: u8) -> char {
    high(byte, &IBM_850)
}

fn high<const COUNT: usize>(byte: u8, table: &[char; COUNT]) -> char {
    let high = byte.checked_sub(0x80).and_then(|index| table.get(usize::from(index)));
    high.copied().unwrap_or_else(|| char::from(byte))
}

const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

const MAC_ROMAN: [char; 128] = [
    'Ä', 'Å', 'Ç', 'É', 'Ñ', 'Ö', 'Ü', 'á', 'à', 'â', 'ä', 'ã', 'å', 'ç', 'é', 'è', 'ê', 'ë', 'í', 'ì', 'î', 'ï', 'ñ',
    'ó', 'ò', 'ô', 'ö', 'õ', 'ú', 'ù', 'û', 'ü', '†', '°', '¢', '£', '§', '•', '¶', 'ß', '®', '©', '™', '´', '¨', '≠',
    'Æ', 'Ø', '∞', '±', '≤', '≥', '¥', 'µ', '∂', '∑', '∏', 'π', '∫', 'ª', 'º', 'Ω', 'æ', 'ø', '¿', '¡', '¬', '√', 'ƒ',
    '≈', '∆', '«', '»', '…', '\u{a0}', 'À', 'Ã', 'Õ', 'Œ', 'œ', '–', '—', '“', '”', '‘', '’', '÷', '◊', 'ÿ', 'Ÿ', '⁄',
    '€', '‹', '›', 'ﬁ', 'ﬂ', '‡', '·', '‚', '„', '‰', 'Â', 'Ê', 'Á', 'Ë', 'È', 'Í', 'Î', 'Ï', 'Ì', 'Ó', 'Ô',
    '\u{f8ff}', 'Ò', 'Ú', 'Û', 'Ù', 'ı', 'ˆ', '˜', '¯', '˘', '˙', '˚', '¸', '˝', '˛', 'ˇ',
];

const IBM_850: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', 'É', 'æ', 'Æ', 'ô', 'ö', 'ò', 'û',
    'ù', 'ÿ', 'Ö', 'Ü', 'ø', '£', 'Ø', '×', 'ƒ', 'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '®', '¬', '½', '¼', '¡',
    '«', '»', '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣', '║', '╗', '╝', '¢', '¥', '┐', '└', '┴', '┬', '├', '─',
    '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤', 'ð', 'Ð', 'Ê', 'Ë', 'È', '€', 'Í', 'Î', 'Ï', '┘', '┌', '█',
    '▄', '¦', 'Ì', '▀', 'Ó', 'ß', 'Ô', 'Ò', 'õ', 'Õ', 'µ', 'þ', 'Þ', 'Ú', 'Û', 'Ù', 'ý', 'Ý', '¯', '´', '\u{ad}', '±',
    '‗', '¾', '¶', '§', '÷', '¸', '°', '¨', '·', '¹', '³', '²', '■', '\u{a0}',
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes of a text in an encoding.
    fn bytes(text: &str, encoding: Encoding) -> Vec<u8> {
        let char = decoder(encoding).expect("one byte a character");
        let byte = |wanted: char| (0..=u8::MAX).find(|byte| char(*byte) == wanted).expect("a byte for it");
        text.chars().map(byte).collect()
    }

    #[test]
    fn a_text_is_told_from_its_words() {
        let texts = [
            "Numéro;Réglé;Échéance",
            "CRÉANCES ÉCHUES;SOCIÉTÉ GÉNÉRALE",
            "société;réglé",
            "Kunde;Fälligkeit;Übertrag\nMüller GmbH & Söhne;größer",
            "Señor Núñez;año;compañía",
            "Già pagato;città di Forlì",
            "été 5 €;noël",
            "facture n°12 à échoir;crédit",
            "Hôtel de la Plage;Crêperie Bénédicte",
            "Montant total\u{a0}: 1\u{a0}234,50\nDéjà réglé",
        ];
        for encoding in [Encoding::Windows1252, Encoding::MacRoman, Encoding::Ibm850] {
            for text in texts {
                assert_eq!(likeliest(&bytes(text, encoding)), encoding, "{text}");
            }
        }
        assert_eq!(likeliest(&bytes("été 5 €", Encoding::Iso8859_15)), Encoding::Iso8859_15);
        assert_eq!(likeliest(&bytes("cœur de métier", Encoding::Iso8859_15)), Encoding::Iso8859_15);
    }

    #[test]
    fn every_character_of_windows_1252_has_its_byte() {
        for byte in 0..=u8::MAX {
            assert_eq!(windows_1252_byte(windows_1252(byte)), Some(byte));
        }
        assert_eq!(windows_1252_byte('字'), None);
    }
}
