//! Texts as plain words: what headings, statuses, types and titles are compared by.

/// A text as lower-case words without accents: camel case and `snake_case` are taken apart, digits stand apart from
/// letters, and the signs `%`, `<`, `>`, `+` and `#` are words of their own.
///
/// # Examples
///
/// ```
/// use encours::import::words::normalize;
///
/// assert_eq!(normalize("  Date d’Échéance "), "date d echeance");
/// assert_eq!(normalize("dueDate"), "due date");
/// assert_eq!(normalize("N° facture"), "numero facture");
/// assert_eq!(normalize(">90 jours"), "> 90 jours");
/// assert_eq!(normalize("90j+"), "90 j +");
/// ```
#[must_use]
pub fn normalize(text: &str) -> String {
    let mut words = Words { text: String::with_capacity(text.len()), previous: Class::Space };
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            'n' | 'N' if matches!(chars.peek(), Some('°' | 'º')) => {
                chars.next();
                words.word("numero");
            }
            '№' => words.word("numero"),
            'ß' => words.push_all("ss"),
            'œ' | 'Œ' => words.push_all("oe"),
            'æ' | 'Æ' => words.push_all("ae"),
            // Marks that stand on the letter before, where a text is decomposed, and marks that nobody sees.
            '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2060}' => {}
            '≥' => words.word(">"),
            '≤' => words.word("<"),
            other => words.push(unaccented(other)),
        }
    }
    let length = words.text.trim_end().len();
    words.text.truncate(length);
    words.text
}

/// A text as plain lower-case words, signs left out, digits where they stand: the form that days and months in words
/// are read in.
///
/// # Examples
///
/// ```
/// use encours::import::words::plain;
///
/// assert_eq!(plain("1er Août, 2025"), "1er aout 2025");
/// ```
#[must_use]
pub fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            'ß' => words.push_str("ss"),
            'œ' | 'Œ' => words.push_str("oe"),
            'æ' | 'Æ' => words.push_str("ae"),
            '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2060}' => {}
            other => {
                let plain = unaccented(other);
                if plain.is_alphanumeric() {
                    words.extend(plain.to_lowercase());
                } else if !words.is_empty() && !words.ends_with(' ') {
                    words.push(' ');
                }
            }
        }
    }
    let length = words.trim_end().len();
    words.truncate(length);
    words
}

/// Do the words stand in `text`, both in the form [`normalize`] gives, as whole words one after the other?
#[must_use]
pub fn has_words(text: &str, words: &str) -> bool {
    let begins_with =
        |rest: &str| rest.strip_prefix(words).is_some_and(|after| after.is_empty() || after.starts_with(' '));
    // Texts are short: looking at the start of each word beats a search that first studies what it looks for.
    begins_with(text) || text.match_indices(' ').any(|(space, _)| text.get(space + 1..).is_some_and(begins_with))
}

/// Does any phrase of a list, `", "` between them, stand in `text` as [`has_words`] looks for it?
#[must_use]
pub fn has_any(text: &str, list: &str) -> bool {
    list.split(", ").any(|words| has_words(text, words))
}

/// Is `word` one of a list, `", "` between them?
#[must_use]
pub fn is_one_of(word: &str, list: &str) -> bool {
    list.split(", ").any(|known| known == word)
}

/// Stems of a meaning: words that follow each other, `,` between them, `*` where a stem ends.
#[derive(Clone, Copy, Debug)]
pub struct Stems(pub &'static str);

impl Stems {
    /// Does one of them stand in a text in the form [`normalize`] gives?
    #[must_use]
    pub fn are_in(self, words: &str) -> bool {
        self.0.split(',').map(str::trim).any(|stem| match stem.strip_suffix('*') {
            Some(start) => words.starts_with(start) || words.contains(&format!(" {start}")),
            None => has_words(words, stem),
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Lower,
    Upper,
    Digit,
    Sign,
}

struct Words {
    text: String,
    previous: Class,
}

impl Words {
    fn push(&mut self, char: char) {
        let class = match char {
            '%' | '<' | '>' | '+' | '#' => Class::Sign,
            char if char.is_ascii_digit() => Class::Digit,
            char if char.is_uppercase() => Class::Upper,
            char if char.is_alphanumeric() => Class::Lower,
            _ => Class::Space,
        };
        let goes_on = match (self.previous, class) {
            (Class::Upper, Class::Lower) => true,
            (previous, class) => previous == class && class != Class::Sign,
        };
        if !goes_on {
            self.space();
        }
        self.previous = class;
        if class != Class::Space {
            self.text.extend(char.to_lowercase());
        }
    }

    fn push_all(&mut self, letters: &str) {
        letters.chars().for_each(|letter| self.push(letter));
    }

    /// A word of its own.
    fn word(&mut self, word: &str) {
        self.space();
        self.text.push_str(word);
        self.text.push(' ');
        self.previous = Class::Space;
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }
}

const fn unaccented(char: char) -> char {
    match char {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ç' => 'c',
        'ñ' => 'n',
        'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => 'A',
        'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'Í' | 'Ì' | 'Î' | 'Ï' => 'I',
        'Ó' | 'Ò' | 'Ô' | 'Õ' | 'Ö' | 'Ø' => 'O',
        'Ú' | 'Ù' | 'Û' | 'Ü' => 'U',
        'Ý' => 'Y',
        'Ç' => 'C',
        'Ñ' => 'N',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_heading_gives_the_same_words() {
        let cases = [
            ("Montant TTC", "montant ttc"),
            ("MONTANT_TTC", "montant ttc"),
            ("e\u{301}che\u{301}ance", "echeance"),
            ("InvoiceNumber", "invoice number"),
            ("Invoice#", "invoice #"),
            ("% échu", "% echu"),
            ("121+", "121 +"),
            ("Règlement1", "reglement 1"),
            ("Straße", "strasse"),
            ("DUEDATE", "duedate"),
            ("Date (UTC)", "date utc"),
            ("≥ 90", "> 90"),
        ];
        for (text, words) in cases {
            assert_eq!(normalize(text), words, "{text}");
        }
    }

    #[test]
    fn words_are_found_whole() {
        assert!(has_words("date d echeance nette", "echeance nette"));
        assert!(!has_words("encours", "cours"));
        assert!(has_words("cours du jour", "cours"));
    }
}
