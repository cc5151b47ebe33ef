//! Opening entries of a general ledger, told by their journal or by their text.

use crate::import::encoding;
use crate::import::field::{Field, normalize};
use crate::import::rows::Rows;
use crate::import::source::Encoding;

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
    /// Number of the journal of the current row, and whether the row is one of an opening entry.
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
        let is_opening = journal.opens == Opens::Always || says_opening(rows.cell(Field::EntryLabel));
        journal.was_seen_opening |= is_opening;
        (self.current, is_opening)
    }

    /// Names of those that held opening entries.
    pub fn opening_names(&self) -> Vec<String> {
        self.met.iter().filter(|journal| journal.was_seen_opening).map(|journal| journal.name.clone()).collect()
    }
}

impl Journal {
    fn new(rows: &Rows, code: &[u8], label: &[u8]) -> Self {
        let (shown_code, shown_label) = (rows.text(Field::JournalCode), rows.text(Field::JournalLabel));
        let name = format!("{shown_code} {shown_label}").trim().to_owned();
        let opens =
            if opens(&normalize(&shown_code), &normalize(&shown_label)) { Opens::Always } else { Opens::PerLine };
        Self { code: code.to_owned(), label: label.to_owned(), name, opens, was_seen_opening: false }
    }
}

/// Is a journal of this code and name one of opening entries?
fn opens(code: &str, label: &str) -> bool {
    const CODES: [&str; 12] =
        ["an", "ano", "anx", "anv", "anc", "and", "ran", "rano", "ouv", "a nouveau", "a nouveaux", "opening"];
    const WORDS: [&str; 6] = ["a nouveau", "a nouveaux", "anouveau", "anouveaux", "ouverture", "opening"];
    let named = WORDS.iter().any(|word| label.contains(word));
    let is_other = ["achat", "vente", "banque", "caisse"].iter().any(|word| label.contains(word));
    named || (CODES.contains(&code) && !is_other)
}

/// Does the text of a line say that it brings a balance over? Files that have one journal for all do it there.
fn says_opening(text: &[u8]) -> bool {
    const STARTS: [&str; 6] = [
        "a nouveau",
        "report a nouveau",
        "reprise a nouveau",
        "solde a nouveau",
        "bilan d ouverture",
        "opening balance",
    ];
    // Few texts start so, and nearly all lines are asked.
    let may_start =
        matches!(text.first().map(u8::to_ascii_lowercase), Some(b'a' | b'r' | b's' | b'b' | b'o' | 0xC3 | 0xC0));
    let has = |part: &[u8]| text.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part));
    if !may_start || !(has(b"ouv") || has(b"open")) {
        return false;
    }
    let text = normalize(&encoding::text(text, Encoding::Utf8).replace('\u{fffd}', "a"));
    let rest = STARTS.iter().find_map(|known| text.strip_prefix(known)).map(|rest| rest.trim_start_matches('x').trim());
    // "A nouveau client" brings no balance over.
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.starts_with(|char: char| char.is_ascii_digit())
            || ["au ", "du ", "exercice"].iter().any(|word| rest.starts_with(word))
    })
}
