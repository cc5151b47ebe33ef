//! Made-up data, the same bytes for the same number of lines on any machine. `www/bench/src/made-up/` writes them too,
//! for the measures in the browser: what is changed here is to be changed there.

mod fec;
mod invoices;

pub use fec::Fec;
pub use invoices::InvoiceList;

use chrono::{Days, NaiveDate};

/// A text that is written piece by piece, each piece ending with a line.
pub trait MadeUp {
    /// Writes what comes next, a line or a few; `false` once everything was written.
    fn write(&mut self, text: &mut Vec<u8>) -> bool;

    /// The next piece, of a little more than `size` bytes, in place of what `text` held; `false` if there is none.
    fn piece(&mut self, size: usize, text: &mut Vec<u8>) -> bool {
        text.clear();
        while text.len() < size && self.write(text) {}
        !text.is_empty()
    }
}

/// A linear congruential generator, whose high bits decide, since the low ones of such a generator repeat soon.
pub struct Random(u32);

impl Random {
    pub const fn new() -> Self {
        Self(1)
    }

    /// A whole number from 0 to below `below`.
    pub fn below(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u32::try_from((u64::from(self.0) * u64::from(below)) >> 32).unwrap_or(0)
    }

    /// One of several.
    pub fn pick<T: Copy + Default>(&mut self, among: &[T]) -> T {
        let index = self.below(u32::try_from(among.len()).unwrap_or(0));
        usize::try_from(index).ok().and_then(|index| among.get(index)).copied().unwrap_or_default()
    }
}

/// Names of 15 to 30 bytes, some outside ASCII. None needs quotes: quotes slow other parsers down more than ours.
pub fn company_name(index: u32, random: &mut Random) -> String {
    const TRADES: [&str; 6] = ["Garage", "Atelier", "Imprimerie", "Transports", "Menuiserie", "Boulangerie"];
    const PLACES: [&str; 7] = ["du Port", "Martin", "des Alpes", "Lefèvre", "de la Gare", "Moreau", "du Midi"];
    let trade = random.pick(&TRADES);
    let place = random.pick(&PLACES);
    format!("{trade} {place} {index}")
}

/// As many days from a first one on, written.
pub fn calendar(first: NaiveDate, days: u32, format: &str) -> Vec<String> {
    (0..days).map(|day| (first + Days::new(day.into())).format(format).to_string()).collect()
}

/// The text at an index that was drawn to be that of one.
pub fn text_at(among: &[String], index: u32) -> &str {
    usize::try_from(index).ok().and_then(|index| among.get(index)).map_or("", String::as_str)
}
