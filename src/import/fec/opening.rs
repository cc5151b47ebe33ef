//! Opening entries of a general ledger, told by their journal or by their text.

use std::borrow::Cow;

use crate::import::field::Field;
use crate::import::rows::Rows;
use crate::import::words::normalize;

/// The journals that were met, and the one of the line before.
#[derive(Default)]
pub struct Journals {
    met: Vec<Journal>,
    current: usize,
}

/// A journal as its lines name it.
struct Journal {
    code: Vec<u8>,
    label: Vec<u8>,
    name: String,
    opens: Opens,
    lines: usize,
    was_seen_opening: bool,
}

/// Does a journal hold opening entries?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    /// All of it.
    Always,
    /// Where the text of a line says so.
    PerLine,
}

impl Journals {
    /// Number of the journal of the current row, and whether the row says that it is one of an opening entry.
    pub fn place(&mut self, rows: &Rows) -> (usize, bool) {
        let (code, label) = (rows.cell(Field::JournalCode), rows.cell(Field::JournalLabel));
        let is_same = |journal: &Journal| journal.code == code && journal.label == label;
        if !self.met.get(self.current).is_some_and(is_same) {
            self.current = self.met.iter().position(is_same).unwrap_or_else(|| {
                self.met.push(Journal::new(rows, code, label));
                self.met.len() - 1
            });
        }
        let Some(journal) = self.met.get_mut(self.current) else { return (self.current, false) };
        journal.lines += 1;
        let says_opening = || says_opening(rows.cell(Field::EntryLabel), || rows.text(Field::EntryLabel));
        (self.current, journal.opens == Opens::Always || says_opening())
    }

    /// Says that a journal holds an opening entry.
    pub fn opened(&mut self, journal: usize) {
        if let Some(journal) = self.met.get_mut(journal) {
            journal.was_seen_opening = true;
        }
    }

    /// Names of those that held opening entries.
    pub fn opening_names(&self) -> Vec<String> {
        self.met.iter().filter(|journal| journal.was_seen_opening).map(|journal| journal.name.clone()).collect()
    }

    /// How many lines a journal has.
    pub fn lines_of(&self, journal: usize) -> usize {
        self.met.get(journal).map_or(0, |journal| journal.lines)
    }

    /// The name of the only journal; `None` if there are several.
    pub fn only_name(&self) -> Option<&str> {
        if let [journal] = self.met.as_slice() { Some(&journal.name) } else { None }
    }
}

impl Journal {
    fn new(rows: &Rows, code: &[u8], label: &[u8]) -> Self {
        let (shown_code, shown_label) = (rows.text(Field::JournalCode), rows.text(Field::JournalLabel));
        let name = format!("{shown_code} {shown_label}").trim().to_owned();
        let opens =
            if opens(&normalize(&shown_code), &normalize(&shown_label)) { Opens::Always } else { Opens::PerLine };
        Self { code: code.to_owned(), label: label.to_owned(), name, opens, lines: 0, was_seen_opening: false }
    }
}

/// Is a journal of this code and name one of opening entries?
fn opens(code: &str, label: &str) -> bool {
    const CODES: [&str; 12] =
        ["an", "ano", "anx", "anv", "anc", "and", "ran", "rano", "ouv", "a nouveau", "a nouveaux", "opening"];
    const WORDS: [&str; 17] = [
        "a nouveau",
        "anouveau",
        "ouverture",
        "bilan debut",
        "bilan initial",
        "balance initiale",
        "soldes initiaux",
        "solde initial",
        "reprise de balance",
        "reprise balance",
        "reprise de solde",
        "reprise des soldes",
        "reprise soldes",
        "reprise du bilan",
        "opening",
        "eroffnung",
        "saldovortrag",
    ];
    let named = WORDS.iter().any(|word| label.contains(word));
    let is_other = ["achat", "vente", "banque", "caisse"].iter().any(|word| label.contains(word));
    named || (CODES.contains(&code) && !is_other)
}

/// Does the text of a line say that it brings a balance over? Files that have one journal for all do it there.
fn says_opening<'a>(bytes: &[u8], text: impl FnOnce() -> Cow<'a, str>) -> bool {
    /// What else stands behind is a name or a date.
    const ALONE: [&str; 11] = [
        "a nouveau",
        "a nouveaux",
        "anouveau",
        "anouveaux",
        "report a nouveau",
        "reports a nouveau",
        "reprise a nouveau",
        "solde a nouveau",
        "soldes a nouveau",
        "soldes a nouveaux",
        "opening",
    ];
    const STARTS: [&str; 22] = [
        "bilan d ouverture",
        "bilan ouverture",
        "bilan initial",
        "balance d ouverture",
        "balance ouverture",
        "balance initiale",
        "balance brought forward",
        "ecriture d ouverture",
        "ecritures d ouverture",
        "opening balance",
        "opening entry",
        "report des soldes",
        "reprise de balance",
        "reprise balance",
        "reprise de soldes",
        "reprise des soldes",
        "reprise soldes",
        "reprise du bilan",
        "solde d ouverture",
        "soldes d ouverture",
        "solde initial",
        "soldes initiaux",
    ];
    if !may_say_opening(bytes) {
        return false;
    }
    // A sign that is not valid in the encoding is an accent as a rule.
    let text = normalize(&text().replace('\u{fffd}', "a"));
    let starts = |start: &&str| text.strip_prefix(*start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if STARTS.iter().any(starts) {
        return true;
    }
    let rest = ALONE.iter().filter(|start| starts(start)).find_map(|known| text.strip_prefix(known)).map(str::trim);
    // "A nouveau client" brings no balance over.
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.starts_with(|char: char| char.is_ascii_digit())
            || ["au ", "du ", "exercice"].iter().any(|word| rest.starts_with(word))
    })
}

/// Nearly all lines are asked, and few texts start as those do.
fn may_say_opening(text: &[u8]) -> bool {
    let Some(first) = text.first_chunk::<3>().map(|first| first.map(|byte| byte.to_ascii_lowercase())) else {
        return false;
    };
    match first.as_slice() {
        // `A nouveau`, `A-nouveaux`; `À`, in UTF-8 or Windows-1252.
        [b'a', b' ' | b'-' | b'n', _] | [0xC3 | 0xC0 | 0xE0, ..] => true,
        // `Écritures d’ouverture` and `Ecritures`.
        start => [&b"bil"[..], b"bal", b"ecr", b"ope", b"rep", b"sol"].contains(&start) || start.starts_with(&[0xC9]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn journals_of_openings_are_told_by_code_or_name() {
        for (code, label) in [
            ("an", "a nouveaux"),
            ("ran", "report a nouveau"),
            ("rb", "reprise de balance"),
            ("00", "bilan d ouverture"),
            ("2", "bilan debut"),
            ("od", "reprise des soldes"),
            ("ouv", ""),
        ] {
            assert!(opens(code, label), "{code} {label}");
        }
        for (code, label) in [("rb", "remises en banque"), ("an", "banque an"), ("97", "variation de stocks")] {
            assert!(!opens(code, label), "{code} {label}");
        }
    }

    fn says(text: &str) -> bool {
        says_opening(text.as_bytes(), || Cow::Borrowed(text))
    }

    #[test]
    fn lines_of_openings_are_told_by_their_text() {
        for text in [
            "A nouveau",
            "A-nouveaux 2025",
            "À nouveau au 01/01/2025",
            "Report à nouveau",
            "REPORT A NOUVEAU",
            "Reprise de balance",
            "Reprise des soldes clients",
            "Bilan d'ouverture",
            "Solde d’ouverture",
            "Écriture d'ouverture",
            "Opening balance",
        ] {
            assert!(says(text), "{text}");
        }
        assert!(says_opening(b"\xC0 nouveau", || Cow::Borrowed("À nouveau")));
        assert!(says_opening(b"Report \xE0 nouveau", || Cow::Borrowed("Report \u{fffd} nouveau")));
        for text in [
            "A nouveau client",
            "Reprise acompte",
            "Reprise sur provision",
            "Solde facture 12",
            "Achat",
            "A",
            "Règlement",
        ] {
            assert!(!says(text), "{text}");
        }
    }
}
