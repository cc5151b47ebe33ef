//! Segments: what columns that are marked as such say of invoices, such as salesperson, region or business unit.
//!
//! An invoice has one value of each of them. What is kept with it is the number of the combination of its values, of which
//! there are few, however many columns are marked: sums by combination are sums by any of the columns.

use rustc_hash::{FxHashMap, FxHashSet};

use super::interner::Interner;
use crate::cut::SegmentValue;
use crate::error::Error;

/// The combination of values of an invoice, by its place in the order in which they are met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelsId(pub(super) u32);

impl LabelsId {
    /// The one at a place.
    #[must_use]
    pub fn at(place: usize) -> Self {
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// Its place.
    #[must_use]
    pub fn place(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }

    /// What a list with one value for each combination says of it.
    #[must_use]
    pub fn of<T>(self, values: &[T]) -> Option<&T> {
        values.get(self.place())
    }
}

/// Most columns of the data that are segments at once.
pub const MOST_SEGMENTS: usize = 8;

/// Most columns, with those of entities and currencies.
const MOST_COLUMNS: usize = MOST_SEGMENTS + 2;

/// The columns that are segments, their values, and the combinations of them that occur: one, of nothing, where no column
/// is marked.
#[derive(Clone, Debug)]
pub struct Segments {
    columns: Vec<Column>,
    /// The values of each combination, one number for each column.
    combinations: Vec<Vec<u32>>,
    /// Combinations by the bytes of their numbers, while rows come in.
    known: Interner,
    respelled: Respelled,
}

/// Values that differ from another one by capitals and spaces alone, each after that: they are one.
#[derive(Clone, Debug, Default)]
pub struct Respelled {
    first: Option<[String; 2]>,
    all: FxHashSet<[String; 2]>,
}

impl Respelled {
    /// The pair that was met first; `None` if there is none.
    #[must_use]
    pub const fn first(&self) -> Option<&[String; 2]> {
        self.first.as_ref()
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.all.len()
    }

    fn add(&mut self, pair: [String; 2]) {
        if self.first.is_none() {
            self.first = Some(pair.clone());
        }
        self.all.insert(pair);
    }
}

/// One column: its heading, and its values in the order in which they are met.
#[derive(Clone, Debug, Default)]
struct Column {
    name: String,
    values: Vec<String>,
    /// Values by their bytes, while rows come in.
    known: Interner,
}

impl Default for Segments {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            combinations: vec![Vec::new()],
            known: Interner::default(),
            respelled: Respelled::default(),
        }
    }
}

impl Segments {
    /// Columns of these headings, without rows. Those of one heading are told apart by a number.
    #[must_use]
    pub fn new(headings: impl IntoIterator<Item = String>) -> Self {
        let mut columns: Vec<Column> = Vec::new();
        for heading in headings.into_iter().take(MOST_COLUMNS) {
            let is_taken = |name: &str| columns.iter().any(|column| column.name == name);
            let numbered = (2..).map(|number| format!("{heading} {number}"));
            let name = std::iter::once(heading.clone()).chain(numbered).find(|name| !is_taken(name));
            columns.push(Column { name: name.unwrap_or(heading), ..Column::default() });
        }
        let combinations = if columns.is_empty() { vec![Vec::new()] } else { Vec::new() };
        Self { columns, combinations, ..Self::default() }
    }

    /// Are there none?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Their headings.
    #[must_use]
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    /// The column of a heading.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The column of a heading in another file, which may write it in other capitals.
    fn column_like(&self, name: &str) -> Option<usize> {
        let name = plain(name);
        self.columns.iter().position(|column| plain(&column.name) == name)
    }

    /// The values of a column, in the order in which they are met.
    #[must_use]
    pub fn values(&self, column: usize) -> &[String] {
        self.columns.get(column).map_or(&[], |column| &column.values)
    }

    /// How many combinations of values there are.
    #[must_use]
    pub const fn combination_count(&self) -> usize {
        self.combinations.len()
    }

    /// The value of a combination in a column; `None` where there is no such column.
    #[must_use]
    pub fn value_of(&self, column: &str, labels: LabelsId) -> Option<&str> {
        let column = self.column(column)?;
        let value = *labels.of(&self.combinations)?.get(column)?;
        self.values(column).get(usize::try_from(value).ok()?).map(String::as_str)
    }

    /// The place among the values of a column, of each combination.
    pub fn places(&self, column: usize) -> impl Iterator<Item = usize> {
        self.combinations
            .iter()
            .map(move |values| values.get(column).and_then(|value| usize::try_from(*value).ok()).unwrap_or(usize::MAX))
    }

    /// The column of a heading that was asked for.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSegment`] if there is none.
    pub fn asked(&self, name: &str) -> Result<usize, Error> {
        self.column(name).ok_or(Error::UnknownSegment)
    }

    /// Which combinations a part is of; `None` for all of them.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSegment`] for a column, or a value of it, that is not there.
    pub fn part(&self, of: Option<&SegmentValue>) -> Result<Option<Vec<bool>>, Error> {
        let Some(SegmentValue { column, value }) = of else { return Ok(None) };
        self.having(self.asked(column)?, value).map(Some).ok_or(Error::UnknownSegment)
    }

    /// Which combinations have a value in a column, one answer for each; `None` if nothing has it.
    #[must_use]
    pub fn having(&self, column: usize, value: &str) -> Option<Vec<bool>> {
        let place = self.values(column).iter().position(|known| known == value)?;
        Some(self.places(column).map(|known| known == place).collect())
    }

    /// Gives what says nothing in a column a text, if there is such a column.
    pub fn name_blanks(&mut self, column: &str, text: &str) {
        let Some(place) = self.column(column) else { return };
        let Some(column) = self.columns.get_mut(place) else { return };
        let at = |wanted: &str| column.values.iter().position(|value| value.eq_ignore_ascii_case(wanted));
        let (Some(blank), known) = (at(""), at(text)) else { return };
        let Some(known) = known else {
            if let Some(value) = column.values.get_mut(blank) {
                text.clone_into(value);
            }
            return;
        };
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        for value in self.combinations.iter_mut().filter_map(|combination| combination.get_mut(place)) {
            if *value == number(blank) {
                *value = number(known);
            }
        }
    }

    /// The combination of an invoice of which nothing is said, once all values are known.
    pub fn blank(&mut self) -> LabelsId {
        let mut blank = Vec::new();
        for column in &mut self.columns {
            let place = column.values.iter().position(String::is_empty).unwrap_or_else(|| {
                column.values.push(String::new());
                column.values.len() - 1
            });
            blank.push(u32::try_from(place).unwrap_or(u32::MAX));
        }
        let known = self.combinations.iter().position(|combination| *combination == blank);
        LabelsId::at(known.unwrap_or_else(|| {
            self.combinations.push(blank);
            self.combinations.len() - 1
        }))
    }

    /// The combination of the cells of a row, one for each column, as they are written.
    pub fn label<'a>(&mut self, cells: impl Iterator<Item = &'a [u8]>) -> LabelsId {
        let mut bytes = [0; MOST_COLUMNS * 4];
        for ((column, cell), place) in self.columns.iter_mut().zip(cells).zip(bytes.as_chunks_mut::<4>().0) {
            *place = column.known.id(cell).to_le_bytes();
        }
        let id = self.known.id(bytes.get(..self.columns.len() * 4).unwrap_or_default());
        if LabelsId(id).place() >= self.combinations.len() {
            let numbers = bytes.as_chunks::<4>().0.iter().take(self.columns.len());
            self.combinations.push(numbers.map(|number| u32::from_le_bytes(*number)).collect());
        }
        LabelsId(id)
    }

    /// The cells of each combination, while they are not decoded yet.
    pub(super) fn cells(&self) -> Vec<Vec<Vec<u8>>> {
        let texts: Vec<Vec<&[u8]>> = self.columns.iter().map(|column| column.known.texts().collect()).collect();
        let cell = |(number, texts): (&u32, &Vec<&[u8]>)| {
            let place = usize::try_from(*number).unwrap_or(usize::MAX);
            texts.get(place).map(|text| text.to_vec()).unwrap_or_default()
        };
        self.combinations.iter().map(|combination| combination.iter().zip(&texts).map(cell).collect()).collect()
    }

    /// The other spellings of values.
    #[must_use]
    pub const fn respelled(&self) -> &Respelled {
        &self.respelled
    }

    /// Gives every value its text, once all are known; those that are one text, but for capitals and spaces, are one value.
    pub fn decode(&mut self, decode: impl Fn(&[u8]) -> String) {
        self.known = Interner::default();
        let columns = std::mem::take(&mut self.columns);
        let mut places: Vec<Vec<u32>> = Vec::new();
        for Column { name, known, .. } in columns {
            let mut values = Values::default();
            places.push(known.texts().map(|text| values.place(&decode(text), &mut self.respelled)).collect());
            self.columns.push(Column { name, values: values.texts, known: Interner::default() });
        }
        for combination in &mut self.combinations {
            for (number, places) in combination.iter_mut().zip(&places) {
                *number = usize::try_from(*number).ok().and_then(|at| places.get(at)).copied().unwrap_or(0);
            }
        }
    }

    /// Adds the columns and values of `other`; what the one has no column for is blank in the other. Answers the
    /// combinations here of those of `other`.
    pub fn absorb(&mut self, other: &Self) -> Vec<LabelsId> {
        for Column { name, .. } in &other.columns {
            if self.column_like(name).is_none() && self.columns.len() < MOST_COLUMNS {
                self.columns.push(Column { name: name.clone(), values: vec![String::new()], ..Column::default() });
                self.combinations.iter_mut().for_each(|combination| combination.push(0));
            }
        }
        let mut known: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
        for (place, combination) in self.combinations.iter().enumerate() {
            known.entry(combination.clone()).or_insert(place);
        }
        let mut values: Vec<Values> = self.columns.iter().map(|column| Values::of(&column.values)).collect();
        let from: Vec<Option<usize>> = self.columns.iter().map(|column| other.column_like(&column.name)).collect();
        let mut labels = Vec::new();
        for combination in &other.combinations {
            let own = values.iter_mut().zip(&from).map(|(values, from)| {
                let text = from.and_then(|column| {
                    let value = usize::try_from(*combination.get(column)?).ok()?;
                    other.values(column).get(value)
                });
                values.place(text.map_or("", String::as_str), &mut self.respelled)
            });
            let own: Vec<u32> = own.collect();
            let next = self.combinations.len();
            let place = *known.entry(own.clone()).or_insert(next);
            if place == next {
                self.combinations.push(own);
            }
            labels.push(LabelsId::at(place));
        }
        for (column, values) in self.columns.iter_mut().zip(values) {
            column.values = values.texts;
        }
        labels
    }
}

/// A text without what people write one way or another: capitals and surplus spaces.
#[must_use]
pub fn plain(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Texts in the order in which they are met, each once, as they are first spelled.
#[derive(Default)]
struct Values {
    texts: Vec<String>,
    /// The places of texts as they are spelled, for those met before.
    spelled: FxHashMap<String, u32>,
    plain: FxHashMap<String, u32>,
}

impl Values {
    fn of(texts: &[String]) -> Self {
        let mut values = Self::default();
        for text in texts {
            values.place(text, &mut Respelled::default());
        }
        values
    }

    /// The place of a text; another spelling of a text that is there already is told in `respelled`.
    fn place(&mut self, text: &str, respelled: &mut Respelled) -> u32 {
        if let Some(place) = self.spelled.get(text) {
            return *place;
        }
        let next = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let place = *self.plain.entry(plain(text)).or_insert(next);
        self.spelled.insert(text.to_owned(), place);
        if place == next {
            self.texts.push(text.to_owned());
        } else if let Some(first) = usize::try_from(place).ok().and_then(|place| self.texts.get(place)) {
            respelled.add([first.clone(), text.to_owned()]);
        }
        place
    }
}
