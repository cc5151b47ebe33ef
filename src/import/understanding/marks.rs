//! Columns of yes and no, ticks and crosses.

use crate::import::words::is_one_of;

/// What the cells of a column of marks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Yes and no.
    YesNo,
    /// A mark, or nothing.
    Ticks,
}

const YES: &str = "yes, y, oui, o, true, vrai, x, 1, ja, si, sí, sì, s, sim, ok, ✓, ✔, ☑, ✅, verdadero, wahr, vero, waar, j, paid, payé, payée";
const NO: &str = "no, n, non, false, faux, 0, nein, nee, falso, falsch, ✗, ✘, ☐, ❌, onwaar, aucun, none, unpaid";

/// Does a cell say yes?
#[must_use]
pub fn says_yes(text: &str) -> bool {
    is_one_of(&text.trim().to_lowercase(), YES)
}

/// Does a cell say no?
#[must_use]
pub fn says_no(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text.is_empty() || is_one_of(&text, NO)
}

/// What the different texts of a column are; `None` if they are no marks.
#[must_use]
pub fn marks(texts: &[String]) -> Option<Marks> {
    let all = |is: fn(&str) -> bool| !texts.is_empty() && texts.iter().all(|text| is(text));
    if texts.len() > 4 {
        None
    } else if all(says_yes) {
        Some(Marks::Ticks)
    } else if all(|text| says_yes(text) || says_no(text)) {
        Some(Marks::YesNo)
    } else {
        None
    }
}
