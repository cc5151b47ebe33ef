//! What the cells of each column can be, decided on the whole column.

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use super::ages::Age;
use super::concepts::{self, Concept, Concepts};
use super::marks::{Marks, marks, says_yes};
use super::roles::ColumnType;
use super::sheet::{Row, Writing};
use crate::import::date;
use crate::import::serial::Serial;
use crate::import::words::{has_any, normalize};

/// What amounts of a column are to be multiplied by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// They are units.
    #[default]
    Units,
    /// They are thousands.
    Thousands,
    /// They are millions.
    Millions,
    /// They are hundredths.
    Hundredths,
}

impl Scale {
    /// The first of some texts that names a unit.
    pub fn find_in<'a>(mut texts: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        texts.find(|text| Self::named(text) != Self::Units)
    }

    /// The unit that a heading or a title names.
    #[must_use]
    pub fn named(text: &str) -> Self {
        const THOUSANDS: &str = "k eur, keur, eur k, eurk, k euros, en milliers, milliers d euros, thousand, thousands, in thousands, tausend, in tausend, teur, t eur, en miles, miles de euros, in migliaia, migliaia, k usd, kusd, duizend, \
                                 x 1000, k dh, kdh, kchf, k chf, kgbp, 000 s, milliers, tsd, miles";
        const MILLIONS: &str = "en millions, in millions, millions d euros, meur, m eur, eur m, eurm, millionen, millones, milioni, mio eur, mio";
        const HUNDREDTHS: &str = "cents, in cents, centimes, en centimes, minor unit, minor units, in minor units, pence, in pence, amount cents";
        let words = normalize(text);
        let says = |phrases: &str| has_any(&words, phrases);
        let compact: String = text.chars().filter(|char| !char.is_whitespace()).collect();
        let writes = |signs: &[&str]| signs.iter().any(|sign| compact.contains(sign));
        if says(THOUSANDS)
            || has_bare_thousand(&words)
            || multiplies(text, "kKT")
            || writes(&["(k)", "€'000", "€’000", "$'000", "£'000"])
        {
            Self::Thousands
        } else if says(MILLIONS) || multiplies(text, "Mm") {
            Self::Millions
        } else if says(HUNDREDTHS) || compact.contains("(¢)") {
            Self::Hundredths
        } else {
            Self::Units
        }
    }
}

/// `($000)`, `'000`, `(000 €)`: three zeros that end no number.
fn has_bare_thousand(words: &str) -> bool {
    let is_number = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let before = std::iter::once("").chain(words.split(' '));
    before.zip(words.split(' ')).any(|(before, word)| word == "000" && !is_number(&before))
}

/// Does one of these letters stand before a sign of money, as in `k€`, or after it, as in `€k`, alone? In `Stock €` it is
/// the end of a word, and in `€ mensuel` the start of one.
fn multiplies(text: &str, letters: &str) -> bool {
    let is_sign = |word: &str| matches!(word, "€" | "$" | "£");
    let is_letter = |word: &str| word.len() == 1 && letters.contains(word);
    // Every sign is a word of its own.
    let apart: String = text
        .chars()
        .flat_map(
            |char| if char.is_alphanumeric() { [None, Some(char), None] } else { [Some(' '), Some(char), Some(' ')] },
        )
        .flatten()
        .collect();
    let words: Vec<&str> = apart.split_whitespace().collect();
    words
        .iter()
        .zip(words.iter().skip(1))
        .any(|(one, next)| (is_letter(one) && is_sign(next)) || (is_sign(one) && is_letter(next)))
}

/// One column.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its place.
    pub column: usize,
    /// Its heading.
    pub heading: String,
    /// Its heading as words.
    pub words: String,
    /// What the heading speaks of.
    pub concepts: Concepts,
    /// The age that the heading names.
    pub age: Option<Age>,
    /// A day in the heading, as in "Solde au 31/12/2025".
    pub day: Option<NaiveDate>,
    /// The unit that the heading names.
    pub scale: Scale,
    /// What most cells are.
    pub kind: ColumnType,
    /// The form of its numbers, where they are days.
    pub serial: Option<Serial>,
    /// Cells that hold something.
    pub filled: usize,
    /// Different texts among them.
    pub distinct: usize,
    /// Cells that are percentages.
    pub percents: usize,
    /// Are all its cells marks of yes and no, or of a tick?
    pub marks: Option<Marks>,
    /// The different texts of its cells, in lower case.
    pub texts: Vec<String>,
}

/// Different texts of a column that are kept.
const MOST_TEXTS: usize = 400;

#[derive(Default)]
struct Counts {
    dates: usize,
    compact_dates: usize,
    serials: usize,
    months: usize,
    named_months: usize,
    numbers: usize,
    whole: usize,
    texts: usize,
    /// Texts without a digit.
    words: usize,
}

impl Profile {
    /// Looks at a column of some rows.
    #[must_use]
    pub fn of<'a>(column: usize, heading: &str, rows: impl Iterator<Item = &'a Row>, writing: Writing) -> Self {
        let (words, concepts) = concepts::of(heading);
        let mut counts = Counts::default();
        let (mut filled, mut percents) = (0, 0);
        let mut known: FxHashSet<String> = FxHashSet::default();
        let mut texts = Vec::new();
        let mut integers = Vec::new();
        for row in rows {
            let Some(cell) = row.filled(column) else { continue };
            filled += 1;
            let lower = cell.text.to_lowercase();
            if known.insert(lower.clone()) && texts.len() < MOST_TEXTS {
                texts.push(lower);
            }
            if let Some(number) = cell.number {
                counts.numbers += 1;
                counts.whole += usize::from(number.is_whole);
                percents += usize::from(number.is_percent);
                integers.push(number.units);
                // Eight digits are a day as often as not; five are a number, unless their heading speaks of days.
                counts.compact_dates += usize::from(cell.date.is_some() && cell.text.len() == 8);
                counts.serials += usize::from(cell.date.is_some() && cell.text.len() != 8 && number.is_whole);
            }
            // A day that no calendar has makes its column one of days all the same.
            let is_day = cell.date.is_some() || (cell.number.is_none() && is_shaped_like_day(&cell.text));
            counts.dates += usize::from(is_day);
            counts.months += usize::from(cell.month.is_some_and(|(year, _)| year.is_some()));
            counts.named_months += usize::from(matches!(cell.month, Some((None, _))));
            counts.words += usize::from(!cell.text.bytes().any(|byte| byte.is_ascii_digit()));
            counts.texts += usize::from(cell.number.is_none() && cell.date.is_none() && cell.month.is_none());
        }
        let mut profile = Self {
            column,
            heading: heading.to_owned(),
            age: Age::named(heading),
            day: day_in(heading, writing),
            scale: Scale::named(heading),
            kind: ColumnType::Empty,
            serial: None,
            filled,
            distinct: known.len(),
            percents,
            marks: marks(&texts),
            texts,
            words,
            concepts,
        };
        profile.kind = profile.kind_of(&counts);
        profile.find_serial(&integers);
        profile
    }

    /// Does its heading speak of this?
    #[must_use]
    pub const fn says(&self, concept: Concept) -> bool {
        self.concepts.has(concept)
    }

    /// Does its heading speak of any of these?
    #[must_use]
    pub fn says_any(&self, concepts: &[Concept]) -> bool {
        self.concepts.has_any(concepts)
    }

    /// Are its numbers amounts as far as their form goes, neither days nor percentages?
    #[must_use]
    pub const fn may_be_money(&self) -> bool {
        self.kind.is_number() && self.serial.is_none()
    }

    /// A type is that of seven cells in ten; numbers do with less, since a wrong cell spoils none of the others.
    fn kind_of(&self, counts: &Counts) -> ColumnType {
        let share = |count: usize, tenths: usize| count * 10 >= self.filled * tenths;
        let months = counts.months + counts.named_months;
        let says_day = self.says_any(&[Concept::Date, Concept::Due, Concept::Pay]);
        if self.filled == 0 {
            ColumnType::Empty
        } else if share(counts.dates, 7)
            && (!share(counts.numbers, 7) || share(counts.compact_dates, 7) || (says_day && !share(counts.serials, 7)))
        {
            ColumnType::Date
        } else if share(months, 7)
            && !share(counts.serials, 7)
            && (!share(counts.numbers, 7) || self.says_any(&[Concept::Month, Concept::Year]))
        {
            ColumnType::Month
        } else if counts.numbers * 100 >= self.filled * 65
            || (share(counts.numbers, 5) && counts.numbers + counts.words == self.filled && self.is_short_of_money())
        {
            if counts.whole == counts.numbers { ColumnType::Integer } else { ColumnType::Number }
        } else if share(counts.dates, 5)
            || (counts.dates > 0
                && counts.dates + counts.words == self.filled
                && (self.is_short_of_days() || self.is_day_or_word(counts.dates)))
        {
            ColumnType::Date
        } else if months >= 2 && share(months, 4) && self.says_any(&[Concept::Month, Concept::Year]) {
            ColumnType::Month
        } else {
            ColumnType::Text
        }
    }

    /// Does it tick rows, or say yes and no of them, as "Sent to contact" does? Somebody may be called X: ticks of every
    /// row are none.
    #[must_use]
    pub fn only_marks(&self, rows: usize) -> bool {
        let says = match self.marks {
            Some(Marks::YesNo) => true,
            Some(Marks::Ticks) => self.filled < rows,
            None => false,
        };
        says && self.kind == ColumnType::Text
    }

    /// Does it say yes of some rows and no of others?
    #[must_use]
    pub fn is_flag(&self) -> bool {
        self.marks == Some(Marks::YesNo) && self.texts.iter().any(|text| says_yes(text))
    }

    /// Of a handful of cells under a heading of days, a few that are none are most of them soon.
    fn is_short_of_days(&self) -> bool {
        const EVENTS: [Concept; 3] = [Concept::Issue, Concept::Due, Concept::Pay];
        self.filled <= 4 && self.says(Concept::Date) && self.says_any(&EVENTS)
    }

    /// A day of payment, or the words for none yet, which are few.
    fn is_day_or_word(&self, dates: usize) -> bool {
        const MOST_WORDS: usize = 3;
        self.says(Concept::Date) && self.says(Concept::Pay) && self.distinct <= dates + MOST_WORDS
    }

    /// Of a handful of cells under a heading of amounts, one that is none is half of them soon.
    fn is_short_of_money(&self) -> bool {
        const MONEY: [Concept; 6] =
            [Concept::Amount, Concept::Open, Concept::Receivable, Concept::Sales, Concept::Debit, Concept::Credit];
        self.filled <= 4 && self.says_any(&MONEY)
    }

    /// Numbers under a heading of days may be days counted by a program.
    fn find_serial(&mut self, units: &[i64]) {
        let speaks_of_days = self.says_any(&[Concept::Date, Concept::Month])
            || (self.says_any(&[Concept::Due, Concept::Pay])
                && !self.says_any(&[Concept::Amount, Concept::Open, Concept::Count]));
        if !self.kind.is_number() || !speaks_of_days {
            return;
        }
        // No program that counts days writes a zero before them.
        let is_padded = self.texts.iter().any(|text| text.starts_with('0') && matches!(text.len(), 6 | 8));
        let values = || units.iter().filter(|units| **units != 0).map(|units| units / 1000);
        let counted = if is_padded { None } else { Serial::of_column(values()) };
        let is_day = self.says_any(&[Concept::Date, Concept::Due])
            && !self.says_any(&[Concept::Amount, Concept::Open, Concept::Count, Concept::Number, Concept::Days]);
        let together = || Serial::of_days_together(&values().collect::<Vec<_>>()).filter(|_| is_day);
        self.serial = counted.or_else(together);
        if self.serial.is_some() {
            self.kind = ColumnType::Date;
        }
    }
}

/// Days of six digits are written alike in all columns of a table: one alone may hold too few to tell which end the
/// year stands at.
pub fn agree_on_days(profiles: &mut [Profile]) {
    let is_short = |profile: &Profile| profile.serial.is_some_and(Serial::is_short);
    let texts = profiles.iter().filter(|profile| is_short(profile)).flat_map(|profile| &profile.texts);
    let values: Vec<i64> = texts.filter_map(|text| text.parse().ok()).collect();
    let Some(serial) = Serial::of_days_together(&values).filter(|serial| serial.is_short()) else { return };
    for profile in profiles.iter_mut().filter(|profile| is_short(profile)) {
        profile.serial = Some(serial);
    }
}

/// Is it written as a day, `31/02/2025`, whether there is one or not?
fn is_shaped_like_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    parts.iter().all(is_number) && matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2])
}

/// The day that a heading names.
fn day_in(heading: &str, writing: Writing) -> Option<NaiveDate> {
    heading
        .split_whitespace()
        .rev()
        .map(|word| word.trim_matches(['(', ')', ':', ',']))
        .find_map(|word| date::parse(word, writing.order))
}
