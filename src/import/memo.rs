//! The meaning of the few texts that a column repeats.

use super::field::Field;
use super::notation::is_same_word;
use super::rows::Rows;

/// The meaning of texts, by their bytes.
pub struct Memo<T> {
    known: Vec<(Vec<u8>, T)>,
    /// Of an empty cell, or of a column that is not there.
    empty: Option<T>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { known: Vec::new(), empty: None }
    }
}

impl<T: Copy> Memo<T> {
    /// The meaning of the cell of a field; a mark for nothing means what an empty cell does.
    pub fn of(&mut self, rows: &Rows, field: Field, meaning: fn(&str) -> T) -> T {
        const MOST: usize = 64;
        let cell = rows.cell(field);
        if cell.is_empty() {
            return *self.empty.get_or_insert_with(|| meaning(""));
        }
        if let Some((_, meaning)) = self.known.iter().find(|(text, _)| is_same_word(text, cell)) {
            return *meaning;
        }
        // Among types `NC` is a credit note: what says nothing there is told by what reads types.
        let is_blank = rows.filled(field).is_empty() && field != Field::DocumentType;
        let text = if is_blank { String::new() } else { rows.text(field).into_owned() };
        let meaning = meaning(&text);
        if self.known.len() < MOST {
            self.known.push((cell.to_owned(), meaning));
        }
        meaning
    }
}
