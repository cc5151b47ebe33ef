//! Currencies as cells, headings and number formats write them.

use std::fmt;

/// A currency, by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// The codes of ISO 4217 that trade uses, and `CNH`, `HRK`, `ANG`, `ZWL`, which files still hold.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
     CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL \
     HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD \
     MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR \
     RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS \
     UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL";

/// Codes that nobody takes for anything else, in any case and without a space between them and a number.
const USUAL_CODES: [&str; 20] = [
    "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY", "MAD", "TND", "DZD", "XOF", "XAF", "INR", "SEK", "NOK", "DKK",
    "PLN", "CZK", "CNY", "HKD",
];

/// Codes that are words or initials of a heading in capitals too: `TOP 10`, `ALL CUSTOMERS`.
const DOUBTFUL_CODES: [&str; 22] = [
    "ALL", "ANG", "BAM", "BIF", "BOB", "CDF", "COP", "CRC", "CUP", "GEL", "ILS", "IRR", "LAK", "MOP", "MUR", "PEN",
    "SAR", "SCR", "SOS", "SVC", "TOP", "VES",
];

/// Signs, alone or with the country they are of.
const SIGNS: [(&str, &str); 44] = [
    ("€", "EUR"),
    ("$", "USD"),
    ("us$", "USD"),
    ("$us", "USD"),
    ("$ us", "USD"),
    ("usd$", "USD"),
    ("ca$", "CAD"),
    ("c$", "CAD"),
    ("can$", "CAD"),
    ("cad$", "CAD"),
    ("$ca", "CAD"),
    ("$ ca", "CAD"),
    ("$can", "CAD"),
    ("$cad", "CAD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("aud$", "AUD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    ("sg$", "SGD"),
    ("r$", "BRL"),
    ("mx$", "MXN"),
    ("nt$", "TWD"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("jp¥", "JPY"),
    ("円", "JPY"),
    ("cn¥", "CNY"),
    ("元", "CNY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("฿", "THB"),
    ("₫", "VND"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("₡", "CRC"),
    ("₸", "KZT"),
    ("zł", "PLN"),
    ("kč", "CZK"),
];

/// Names that mean money wherever they stand.
const NAMES: [(&str, &str); 60] = [
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("dollar us", "USD"),
    ("dollars us", "USD"),
    ("us dollar", "USD"),
    ("us dollars", "USD"),
    ("dollar américain", "USD"),
    ("dollars américains", "USD"),
    ("dólar", "USD"),
    ("dólares", "USD"),
    ("dollari", "USD"),
    ("dollar canadien", "CAD"),
    ("dollars canadiens", "CAD"),
    ("canadian dollar", "CAD"),
    ("canadian dollars", "CAD"),
    ("dollar australien", "AUD"),
    ("dollars australiens", "AUD"),
    ("australian dollar", "AUD"),
    ("australian dollars", "AUD"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("sterling", "GBP"),
    ("pound sterling", "GBP"),
    ("pounds sterling", "GBP"),
    ("livre sterling", "GBP"),
    ("livres sterling", "GBP"),
    ("libras esterlinas", "GBP"),
    ("franc suisse", "CHF"),
    ("francs suisses", "CHF"),
    ("swiss franc", "CHF"),
    ("swiss francs", "CHF"),
    ("schweizer franken", "CHF"),
    ("franken", "CHF"),
    ("franchi svizzeri", "CHF"),
    ("franc cfa", "XOF"),
    ("francs cfa", "XOF"),
    ("f cfa", "XOF"),
    ("fcfa", "XOF"),
    ("cfa", "XOF"),
    ("yen", "JPY"),
    ("yens", "JPY"),
    ("yuan", "CNY"),
    ("yuans", "CNY"),
    ("rmb", "CNY"),
    ("dirham", "MAD"),
    ("dirhams", "MAD"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("roupies", "INR"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("zloties", "PLN"),
    ("złoty", "PLN"),
    ("złotych", "PLN"),
    ("dinars tunisiens", "TND"),
    ("dinar tunisien", "TND"),
    ("dinars algériens", "DZD"),
    ("dinar algérien", "DZD"),
];

/// Abbreviations that mean money beside a number only, written exactly so.
const ABBREVIATIONS: [(&str, &str); 18] = [
    ("Fr", "CHF"),
    ("Fr.", "CHF"),
    ("fr.", "CHF"),
    ("sFr", "CHF"),
    ("sFr.", "CHF"),
    ("SFr", "CHF"),
    ("SFr.", "CHF"),
    ("Rs", "INR"),
    ("Rs.", "INR"),
    ("DH", "MAD"),
    ("Dh", "MAD"),
    ("Dhs", "MAD"),
    ("DT", "TND"),
    ("DA", "DZD"),
    ("TL", "TRY"),
    ("Ft", "HUF"),
    ("lei", "RON"),
    ("SKr", "SEK"),
];

/// Words before a code that may be a word itself.
const ANNOUNCING: [&str; 14] = [
    "en", "in", "devise", "devises", "monnaie", "currency", "währung", "waehrung", "moneda", "divisa", "valuta",
    "munt", "iso", "ccy",
];

/// What stands beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A currency.
    Known(Currency),
    /// `kr`, a currency of three countries.
    Krone,
}

impl Currency {
    /// The currency that one sign, code or name means, as the cells of a currency column hold it. A bare `$` is the US
    /// dollar, a bare `¥` the yen. Codes may be written in any case, so the text must be all of a cell, not a word of a
    /// sentence.
    ///
    /// # Examples
    ///
    /// ```
    /// use encours::import::currency::Currency;
    ///
    /// let code = |text| Currency::of_sign_or_word(text).map(|currency| currency.to_string());
    /// assert_eq!(code("€").as_deref(), Some("EUR"));
    /// assert_eq!(code("CA$").as_deref(), Some("CAD"));
    /// assert_eq!(code("livres sterling").as_deref(), Some("GBP"));
    /// assert_eq!(code("usd").as_deref(), Some("USD"));
    /// assert_eq!(code("Client"), None);
    /// ```
    #[must_use]
    pub fn of_sign_or_word(text: &str) -> Option<Self> {
        let text = text.trim();
        let abbreviated =
            || known(&ABBREVIATIONS, text).filter(|_| text.ends_with('.') || text.starts_with(['s', 'S']));
        named(text).or_else(abbreviated).or_else(|| Self::of_code(&text.to_ascii_uppercase()))
    }

    /// The one currency that a heading, a title, a section or the number format of a spreadsheet names; `None` where it
    /// names none, or several.
    ///
    /// Codes count in capitals only, and those that are words too (`TOP 10`) in brackets or after `en`, `in`, `devise`
    /// only.
    ///
    /// # Examples
    ///
    /// ```
    /// use encours::import::currency::Currency;
    ///
    /// let code = |text| Currency::find_in(text).map(|currency| currency.to_string());
    /// assert_eq!(code("Solde (USD)").as_deref(), Some("USD"));
    /// assert_eq!(code("Balance âgée en euros").as_deref(), Some("EUR"));
    /// assert_eq!(code("# ##0,00 [$€-40C]").as_deref(), Some("EUR"));
    /// assert_eq!(code("EUR/USD"), None);
    /// assert_eq!(code("TOP 10 CLIENTS"), None);
    /// ```
    #[must_use]
    pub fn find_in(text: &str) -> Option<Self> {
        let (text, in_brackets) = without_format(text);
        let mut found = in_brackets;
        let mut words = words(&text).peekable();
        let mut before = "";
        while let Some((word, is_enclosed)) = words.next() {
            let pair = words.peek().and_then(|(next, _)| Some((named(&format!("{word} {next}"))?, *next)));
            let is_announced = is_enclosed || ANNOUNCING.contains(&&*before.to_lowercase()) || word == text.trim();
            before = word;
            if let Some((currency, next)) = pair {
                found.push(currency);
                words.next();
                before = next;
            } else if let Some(currency) = in_heading(word, is_announced) {
                found.push(currency);
            }
        }
        let first = *found.first()?;
        found.iter().all(|currency| *currency == first).then_some(first)
    }

    /// Its ISO 4217 code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only codes of the list are taken, which are ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// A code in capitals.
    fn of_code(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        CODES.as_bytes().chunks(4).any(|known| known.starts_with(&bytes)).then_some(Self(bytes))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Unit {
    /// What the word, or the few, beside a number means. Is it `attached`, no space between them? Does it stand
    /// `behind`?
    pub(super) fn beside_number(word: &str, is_attached: bool, is_behind: bool) -> Option<Self> {
        // A file may have one of these in every row.
        match word {
            "€" | "EUR" => return Some(Self::Known(Currency(*b"EUR"))),
            "$" | "USD" => return Some(Self::Known(Currency(*b"USD"))),
            "£" | "GBP" => return Some(Self::Known(Currency(*b"GBP"))),
            "CHF" => return Some(Self::Known(Currency(*b"CHF"))),
            "C" | "CR" | "Cr" | "D" | "DR" | "Dr" | "S" | "H" => return None,
            "kr" | "kr." | "Kr" | "Kr." | "KR" => return Some(Self::Krone),
            _ => {}
        }
        let usual = || {
            let capitals = word.to_ascii_uppercase();
            Currency::of_code(&capitals).filter(|_| USUAL_CODES.contains(&&*capitals))
        };
        // `PEN12` is a reference, `TOP 10` a title.
        let other = || {
            let is_doubtful = is_attached || (!is_behind && DOUBTFUL_CODES.contains(&word));
            Currency::of_code(word).filter(|_| !is_doubtful)
        };
        let found = usual().or_else(|| named(word)).or_else(|| known(&ABBREVIATIONS, word)).or_else(other);
        found.map(Self::Known)
    }

    /// The currency, if it is one.
    pub(super) const fn currency(self) -> Option<Currency> {
        match self {
            Self::Known(currency) => Some(currency),
            Self::Krone => None,
        }
    }
}

/// Is it a sign that currencies are written with?
pub(super) const fn is_sign(char: char) -> bool {
    matches!(char, '$' | '£' | '¥' | '฿' | '\u{20a0}'..='\u{20c0}')
}

fn known(table: &[(&str, &str)], word: &str) -> Option<Currency> {
    let (_, code) = table.iter().find(|(name, _)| *name == word)?;
    code.as_bytes().try_into().ok().map(Currency)
}

/// A sign or a name, in any case.
fn named(word: &str) -> Option<Currency> {
    // The letter before the number of a document names none, and is asked about most.
    if word.len() == 1 && word != "$" {
        return None;
    }
    let word: String = word.chars().map(lower).collect();
    known(&SIGNS, &word).or_else(|| known(&NAMES, &word))
}

/// The small form of a letter that a name above has: the tables of all letters there are would be a tenth of the module that
/// the first screen waits for.
const fn lower(char: char) -> char {
    match char {
        'À' => 'à',
        'Á' => 'á',
        'Ä' => 'ä',
        'Č' => 'č',
        'É' => 'é',
        'È' => 'è',
        'Í' => 'í',
        'Ł' => 'ł',
        'Ñ' => 'ñ',
        'Ó' => 'ó',
        'Ö' => 'ö',
        'Ú' => 'ú',
        'Ü' => 'ü',
        other => other.to_ascii_lowercase(),
    }
}

/// One word of a heading.
fn in_heading(word: &str, is_announced: bool) -> Option<Currency> {
    let code = |word: &str| Currency::of_code(word).filter(|_| is_announced || !DOUBTFUL_CODES.contains(&word));
    // `KEUR`, `M€`, `TEUR`: thousands or millions of one.
    let scaled = || {
        let rest = word.strip_prefix(['k', 'K', 'M', 'T', 'm'])?;
        named(rest).or_else(|| Currency::of_code(rest).filter(|_| USUAL_CODES.contains(&rest)))
    };
    let sign = || {
        let sign = word.chars().rev().find(|char| is_sign(*char))?;
        named(&sign.to_string())
    };
    named(word).or_else(|| code(word)).or_else(scaled).or_else(sign)
}

/// The words of a heading, and whether they stand in brackets alone.
fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let is_part = |char: char| char.is_alphabetic() || is_sign(char);
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(is_part)?;
        let (before, from) = rest.split_at_checked(start)?;
        let end = from.find(|char| !is_part(char)).unwrap_or(from.len());
        let (word, after) = from.split_at_checked(end)?;
        rest = after;
        Some((word, before.ends_with(['(', '[']) && after.starts_with([')', ']'])))
    })
}

/// The text without what number formats say of other things than money, and the currencies of their `[$€-40C]`.
fn without_format(text: &str) -> (String, Vec<Currency>) {
    let mut found = Vec::new();
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[$") {
        let (inside, behind) = after.split_once(']').unwrap_or((after, ""));
        found.extend(in_format(inside));
        plain.push_str(before);
        plain.push(' ');
        rest = behind;
    }
    plain.push_str(rest);
    let is_format = plain.contains('#') || plain.contains("0,0") || plain.contains("0.0");
    if is_format {
        // `_€` leaves room for a sign that is not written.
        let mut is_room = false;
        plain = plain.chars().filter(|char| !std::mem::replace(&mut is_room, *char == '_')).collect();
    }
    (plain, found)
}

/// `€-40C`, `CHF`, or only the language in which dates are written: `-409`.
fn in_format(inside: &str) -> Option<Currency> {
    let (sign, language) = inside.split_once('-').unwrap_or((inside, ""));
    match (sign, language) {
        ("$", "1009" | "C0C") => Currency::of_code("CAD"),
        ("$", "C09") => Currency::of_code("AUD"),
        ("$", "1409") => Currency::of_code("NZD"),
        _ => Currency::of_sign_or_word(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Option<String> {
        Currency::of_sign_or_word(text).map(|currency| currency.to_string())
    }

    fn found(text: &str) -> Option<String> {
        Currency::find_in(text).map(|currency| currency.to_string())
    }

    #[test]
    fn every_code_of_the_tables_is_known() {
        let tables = [SIGNS.as_slice(), &NAMES, &ABBREVIATIONS];
        for code in tables.into_iter().flatten().map(|(_, code)| code).chain(&USUAL_CODES).chain(&DOUBTFUL_CODES) {
            assert!(Currency::of_code(code).is_some(), "{code}");
        }
        for code in CODES.split(' ') {
            assert_eq!(Currency::of_code(code).as_ref().map(Currency::as_str), Some(code));
        }
    }

    #[test]
    fn names_are_known_in_any_case() {
        for (name, code) in SIGNS.iter().chain(&NAMES) {
            let upper: String = name.chars().flat_map(char::to_uppercase).collect();
            assert_eq!(one(&upper).as_deref(), Some(*code), "{upper}");
        }
    }

    #[test]
    fn signs_codes_and_names_are_currencies() {
        let cases = [
            ("€", "EUR"),
            (" EUR ", "EUR"),
            ("eur", "EUR"),
            ("Euros", "EUR"),
            ("$", "USD"),
            ("US$", "USD"),
            ("dollars US", "USD"),
            ("CA$", "CAD"),
            ("C$", "CAD"),
            ("A$", "AUD"),
            ("£", "GBP"),
            ("pounds", "GBP"),
            ("livres sterling", "GBP"),
            ("¥", "JPY"),
            ("₹", "INR"),
            ("Fr.", "CHF"),
            ("CHF", "CHF"),
            ("try", "TRY"),
            ("FCFA", "XOF"),
        ];
        for (text, code) in cases {
            assert_eq!(one(text).as_deref(), Some(code), "{text}");
        }
        for text in ["", "FR", "fr", "DA", "Rs", "Client", "EU", "EURO €", "XXX", "-"] {
            assert_eq!(one(text), None, "{text}");
        }
    }

    #[test]
    fn headings_and_formats_name_their_currency() {
        let cases = [
            ("Solde (USD)", "USD"),
            ("Balance âgée en euros", "EUR"),
            ("Devise : USD", "USD"),
            ("Montant TTC (€)", "EUR"),
            ("Montant€", "EUR"),
            ("Encours en k€", "EUR"),
            ("CA KEUR", "EUR"),
            ("Amount in US$", "USD"),
            ("Solde en dollars canadiens", "CAD"),
            ("Devise : TOP", "TOP"),
            ("Balance (PEN)", "PEN"),
            ("amount_EUR", "EUR"),
            ("# ##0,00 [$€-40C]", "EUR"),
            ("#,##0.00 [$CHF]", "CHF"),
            ("[$$-409]#,##0.00", "USD"),
            ("[$$-1009]#,##0.00", "CAD"),
            ("_-* # ##0,00 \"€\"_-", "EUR"),
            ("\"$\"#,##0", "USD"),
        ];
        for (text, code) in cases {
            assert_eq!(found(text).as_deref(), Some(code), "{text}");
        }
        let none = [
            "",
            "Solde",
            "TOP 10 CLIENTS",
            "ALL CUSTOMERS",
            "Taux EUR/USD",
            "all amounts",
            "try again",
            "_-* # ##0,00\\ _€_-",
            "[$-40C]d mmmm yyyy",
            "Date d’échéance",
            "Ils ont payé",
        ];
        for text in none {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
