//! A due date from terms that are only said in words.

use chrono::NaiveDate;

use super::super::date;
use super::super::source::DateOrder;
use super::super::words::plain;
use crate::period::{Month, add_days};

/// The day that something issued on `issued` is due on by terms such as « 30 jours fin de mois »; `None` where they give
/// none. Of several the latest counts, those with a discount left out.
#[must_use]
pub fn due(terms: &str, issued: NaiveDate) -> Option<NaiveDate> {
    let clauses: Vec<String> = clauses(terms);
    let (early, net): (Vec<&String>, Vec<&String>) = clauses.iter().partition(|clause| is_discount(clause));
    let latest = |clauses: &[&String]| {
        // A date that is not said to be one of payment may be any.
        let paying = clauses.iter().filter(|clause| speaks_of_payment(clause) || clauses.len() == 1);
        let dates = paying.flat_map(|clause| dates(clause)).filter(|day| *day >= issued);
        dates.max().or_else(|| clauses.iter().filter_map(|clause| counted(clause, issued)).max())
    };
    latest(&net).or_else(|| {
        let is_at_once = net.iter().any(|clause| AT_ONCE.iter().any(|words| has(clause, words)));
        (is_at_once && early.is_empty()).then_some(issued)
    })
}

/// Parts of the terms that speak of one thing each. Points inside numbers and dates do not end them.
fn clauses(terms: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let chars: Vec<char> = terms.chars().collect();
    for (at, char) in chars.iter().enumerate() {
        let is_between_spaces = || {
            let space = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|char| char.is_whitespace());
            space(at.checked_sub(1)) && space(at.checked_add(1))
        };
        let is_between_digits = || {
            let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
            digit(at.checked_sub(1)) && digit(at.checked_add(1))
        };
        if ends_clause(*char, is_between_digits(), is_between_spaces()) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(*char);
        }
    }
    let mut joined: Vec<String> = Vec::new();
    for part in parts.iter().map(|part| part.to_lowercase()).filter(|part| !part.trim().is_empty()) {
        // « 30 jours, fin de mois, le 10 » is one thing.
        let words = plain(&part);
        let goes_on = month_end(&words.split(' ').collect::<Vec<_>>())
            .is_some_and(|end| words.split(' ').count() == end)
            || words.strip_prefix("le ").is_some_and(|day| number(day).is_some());
        match joined.last_mut() {
            Some(last) if goes_on => *last = format!("{last} {}", part.trim()),
            _ => joined.push(part),
        }
    }
    joined
}

/// Does a clause say when to pay?
fn speaks_of_payment(clause: &str) -> bool {
    const STEMS: [&str; 16] = [
        "pai", "regl", "echeance", "echu", "due", "pay", "net", "zahl", "fallig", "bis", "skonto", "abzug", "avant",
        "before", "vencim", "scadenza",
    ];
    plain(clause).split(' ').any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Signs end a clause: those that stand in numbers and dates where they do not, dashes between words.
const fn ends_clause(sign: char, is_between_digits: bool, is_between_spaces: bool) -> bool {
    match sign {
        ';' | '|' | '\n' | '#' | '(' | ')' | '/' | '.' | ',' => !is_between_digits,
        '-' | '–' | '—' => is_between_spaces,
        _ => false,
    }
}

fn is_discount(clause: &str) -> bool {
    let words = plain(clause);
    let is_about = [
        "skonto",
        "escompte",
        "discount",
        "sconto",
        "descuento",
        "korting",
        "penal",
        "interet",
        "interest",
        "zins",
        "retard",
        "indemnite",
        "dunning",
    ]
    .iter()
    .any(|stem| words.split(' ').any(|word| word.starts_with(stem)));
    let denies = ["sans", "no", "ohne", "pas", "kein", "keine", "neant", "aucun", "nul"];
    (clause.contains('%') || is_about) && !words.split(' ').any(|word| denies.contains(&word))
}

const AT_ONCE: [&str; 12] = [
    "a reception",
    "comptant",
    "immediat",
    "immediate",
    "immediately",
    "upon receipt",
    "on receipt",
    "sofort",
    "due now",
    "a vista",
    "al contado",
    "alla vista",
];

/// Are the words in it, one after the other?
fn has(clause: &str, words: &str) -> bool {
    format!(" {} ", plain(clause)).contains(&format!(" {words} "))
}

/// Dates that are written out.
fn dates(clause: &str) -> impl Iterator<Item = NaiveDate> {
    let words: Vec<String> =
        clause.split_whitespace().map(|word| word.trim_matches(['(', ')', ':']).to_owned()).collect();
    words.into_iter().filter(|word| word.len() >= 8).filter_map(|word| date::parse(&word, DateOrder::Dmy))
}

/// So many days, to the end of the month if it says so, and a day of the next month.
fn counted(clause: &str, issued: NaiveDate) -> Option<NaiveDate> {
    let words = plain(clause);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let is_day = |word: &str| {
        [
            "jour", "jours", "j", "jrs", "day", "days", "d", "tag", "tage", "tagen", "dias", "dia", "giorni", "gg",
            "dagen", "dagar",
        ]
        .contains(&word)
    };
    let place = words.iter().enumerate().position(|(at, word)| {
        number(word).is_some() && words.get(at + 1).is_some_and(|next| is_day(next))
            || word.strip_suffix('j').and_then(number).is_some()
            || (at > 0 && words.get(at - 1) == Some(&"net") && number(word).is_some())
    });
    let month_end = month_end(&words);
    let days = place.and_then(|at| words.get(at)).and_then(|word| number(word.trim_end_matches('j')));
    match (days, month_end) {
        (None, None) => None,
        (None, Some(end)) => {
            let is_next = words.get(end).is_some_and(|word| ["suivant", "prochain", "following"].contains(word));
            Some(Month::of(issued).plus(i32::from(is_next)).last_day())
        }
        (Some(days), None) => Some(add_days(issued, days)),
        (Some(days), Some(end)) if place.is_some_and(|at| end <= at) => {
            Some(add_days(Month::of(issued).last_day(), days))
        }
        (Some(days), Some(end)) => {
            let last = Month::of(add_days(issued, days)).last_day();
            let after = words.get(end..)?.iter().filter_map(|word| number(word)).find(|day| (1..=31).contains(day));
            Some(after.map_or(last, |day| add_days(last, day)))
        }
    }
}

/// Where the words after "end of month" start.
fn month_end(words: &[&str]) -> Option<usize> {
    let ends = [
        "fin de mois",
        "fin du mois",
        "end of month",
        "end of the month",
        "fin de mes",
        "fine mese",
        "monatsende",
        "eom",
        "fdm",
        "ende des monats",
        "einde maand",
    ];
    ends.iter().find_map(|end| {
        let end: Vec<&str> = end.split(' ').collect();
        words.windows(end.len()).position(|window| window == end.as_slice()).map(|at| at + end.len())
    })
}

fn number(word: &str) -> Option<i64> {
    word.parse().ok().filter(|days| (0..=365).contains(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_in_words_give_a_day() {
        let cases = [
            ("30 jours fin de mois", Some("2025-04-30")),
            ("45 jours fin de mois le 10", Some("2025-05-10")),
            ("Fin de mois + 30 jours", Some("2025-04-30")),
            ("30 jours net", Some("2025-04-09")),
            ("Net 30 days", Some("2025-04-09")),
            ("Paiement à 60j", Some("2025-05-09")),
            ("Paiement à réception de facture", Some("2025-03-10")),
            ("Zahlbar sofort ohne Abzug.", Some("2025-03-10")),
            (
                "Zahlbar innerhalb 30 Tagen netto bis 09.04.2025, 3% Skonto innerhalb 10 Tagen bis 20.03.2025",
                Some("2025-04-09"),
            ),
            ("2 % Skonto innerhalb 8 Tagen. 30 Tage netto.", Some("2025-04-09")),
            ("30 jours. Pénalités de retard : 3 fois le taux légal ; indemnité 40 €", Some("2025-04-09")),
            ("Escompte 2 % sous 10 jours", None),
            ("à 30 jours, fin de mois", Some("2025-04-30")),
            ("45 jours fin de mois, le 10", Some("2025-05-10")),
            ("Escompte pour paiement anticipé : néant - paiement à 45 jours fin de mois", Some("2025-04-30")),
            ("Règlement à 30 jours - pénalités de retard 10 %", Some("2025-04-09")),
            ("30 Tage netto (14 Tage 2 % Skonto)", Some("2025-04-09")),
            ("Zahlbar bis 09.04.2025 ohne Skontoabzug", Some("2025-04-09")),
            ("2% 10, net 30", Some("2025-04-09")),
            ("Liefertermin 12.05.2025. Zahlbar innerhalb 10 Tagen", Some("2025-03-20")),
            ("Payment within 30 days, contract valid until 31.12.2027", Some("2025-04-09")),
            ("Fin de mois suivant", Some("2025-04-30")),
            ("lorem ipsum", None),
            ("", None),
        ];
        let issued = NaiveDate::from_ymd_opt(2025, 3, 10).expect("a day");
        for (terms, expected) in cases {
            assert_eq!(due(terms, issued).map(|day| day.to_string()).as_deref(), expected, "{terms}");
        }
    }
}
