//! Rows to typed values under a reading, with every row counted and every refusal explained.

mod part;

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::blank::is_blank;
use super::currency::Currency;
use super::field::Field;
use super::hidden::HiddenRows;
use super::notation::{Notation, Votes, is_same_word};
use super::number::{NumberError, Parsed};
use super::records::Records;
use super::rejected::RejectedRows;
use super::source::{DecimalMark, Encoding, ImportOptions, RowCounts};
use super::statuses::{Status, status};
use super::totals::Totals;
use super::understanding::{RowRole, Scale, Split, TOLERANCE, Table, best_join, joins_nothing, speaks_of_total};
use super::{date, encoding, number};
use crate::issue::{Issue, IssueCode, Issues};
use crate::ledger::{CURRENCY, ENTITY, MOST_SEGMENTS};
use crate::money::{self, Amount};
use crate::period::Month;

pub use part::RowsPart;

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is in the figures.
    Accepted,
    /// It could not be read; a finding was pushed.
    Rejected,
    /// It was set aside on purpose; what was set aside is tallied.
    Ignored,
}

/// A row that says something of those below it.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Its text.
    pub text: String,
    /// The currency it names.
    pub currency: Option<Currency>,
    /// Is it about customers in credit, whose balances follow without a sign?
    pub is_of_credits: bool,
}

/// Which rows of a table are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// All of them.
    Whole,
    /// Some from its midst, while others read the rest.
    Piece,
    /// Such, among which something was that only who reads all of it can tell.
    NoPiece,
}

/// What the table says, at hand for every row.
#[derive(Clone, Copy, Debug)]
struct KeptOfTable {
    is_in_base_currency: bool,
    has_scales: bool,
    has_serials: bool,
}

impl KeptOfTable {
    fn of(table: &Table) -> Self {
        Self {
            is_in_base_currency: table.is_in_base_currency(),
            has_scales: table.scales.iter().any(|scale| *scale != Scale::Units),
            has_serials: table.serials.iter().any(Option::is_some),
        }
    }
}

/// Names that a finding lists.
const MOST_NAMES: usize = 20;

/// Ways to write currencies whose names are kept, and the last one met of all others.
const MOST_CURRENCY_NAMES: usize = 64;

/// The rows below the header, read field by field.
pub struct Rows {
    /// The reading of the table.
    pub table: Table,
    /// How it is taken to be written.
    pub notation: Notation,
    /// What the rows say about how it is written.
    pub votes: Votes,
    /// Findings.
    pub issues: Issues,
    /// The bytes of the rows.
    pub records: Records,
    encoding: Encoding,
    calendar: date::Calendar,
    counts: RowCounts,
    /// The rows that were rejected, as they are written.
    pub rejected: RejectedRows,
    rejection: Option<(IssueCode, Option<usize>)>,
    tallies: Vec<Tally>,
    columns: [Option<usize>; Field::COUNT],
    /// The columns that are segments.
    segments: Vec<usize>,
    /// The entity that all rows are of.
    entity: Option<String>,
    /// Is every currency kept, and that of the row?
    keeps_currencies: bool,
    row_currency: Vec<u8>,
    /// The currencies of cells, as they are written and by name.
    currency_names: Vec<(Vec<u8>, Vec<u8>)>,
    /// What the next of the lines that were understood is.
    next_role: usize,
    /// The first line that counts as one of this table: those before belong to another.
    from_line: u32,
    section: Section,
    /// The currency beside an amount of the row.
    currency: Option<Currency>,
    /// How many documents the row stands for.
    pub stands_for: u32,
    /// Numbers of invoices that are set aside for their currency.
    pub numbers_set_aside: Vec<Box<[u8]>>,
    kept: KeptOfTable,
    /// The sums by which totals are told from details, and what was found of them.
    pub totals: Totals,
    /// The rows that users do not see.
    pub hidden: HiddenRows,
    /// Did a row head a section, which may go on?
    has_sections: bool,
    extent: Extent,
}

/// How often something was seen, summed up in one finding.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Tally {
    code: IssueCode,
    line: u32,
    count: usize,
    units: i128,
    names: Vec<String>,
}

impl Tally {
    /// Adds a name to those that the finding lists.
    fn name(&mut self, name: String) {
        if self.names.len() < MOST_NAMES && !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    fn issue(self) -> Issue {
        let mut issue = Issue::new(self.code).on_line(self.line).counting(self.count);
        if self.units != 0 {
            issue = issue.amounting(money::total(self.units));
        }
        if !self.names.is_empty() {
            issue = issue.reading(&self.names.join(", "));
        }
        issue
    }
}

impl Rows {
    /// No rows yet.
    #[must_use]
    pub fn new(table: Table, notation: Notation, encoding: Encoding, issues: Issues, from_line: u32) -> Self {
        let mut columns = [None; Field::COUNT];
        for (column, field) in table.mapping.iter().enumerate() {
            if let Some(slot @ None) = field.and_then(|field| columns.get_mut(field.index())) {
                *slot = Some(column);
            }
        }
        let is_segment = |(column, field): (usize, &Option<Field>)| (*field == Some(Field::Segment)).then_some(column);
        let segments = table.mapping.iter().enumerate().filter_map(is_segment).take(MOST_SEGMENTS).collect();
        let dialect = table.dialect;
        let section = Section::of(&table.title_text());
        Self {
            records: Records::new(dialect),
            votes: Votes::new(table.writing),
            kept: KeptOfTable::of(&table),
            totals: Totals::of(&table),
            section: if section.currency.is_some() { section } else { Section::default() },
            table,
            notation,
            issues,
            encoding,
            calendar: date::Calendar::default(),
            rejected: RejectedRows::new(dialect, encoding),
            rejection: None,
            counts: RowCounts::default(),
            tallies: Vec::new(),
            columns,
            segments,
            entity: None,
            keeps_currencies: false,
            row_currency: Vec::new(),
            currency_names: Vec::new(),
            next_role: 0,
            from_line,
            currency: None,
            stands_for: 1,
            numbers_set_aside: Vec::new(),
            hidden: HiddenRows::default(),
            has_sections: false,
            extent: Extent::Whole,
        }
    }

    /// The rows, some of which users do not see.
    #[must_use]
    pub fn without(mut self, hidden: HiddenRows) -> Self {
        self.hidden = hidden;
        self
    }

    /// Calls `read` with every row at hand that is below the header, and counts what it says became of it.
    ///
    /// # Errors
    ///
    /// A finding on a row that is none: nothing after it can be trusted.
    pub fn for_each(&mut self, mut read: impl FnMut(&mut Self) -> Fate) -> Result<(), Box<Issue>> {
        while self.records.read() {
            if let Some(issue) = self.records.excess() {
                return Err(Box::new(issue));
            }
            let line = self.line();
            if line < self.from_line || self.table.last_line.is_some_and(|last| line > last) || self.is_heading(line) {
                continue;
            }
            self.counts.read += 1;
            if self.records.is_unclosed() {
                self.issues.push(Issue::new(IssueCode::UnclosedQuote).on_line(line));
            }
            (self.currency, self.stands_for) = (None, 1);
            let is_hidden = self.hidden.has(line);
            let fate = if is_hidden && self.hidden.are_set_aside() {
                self.ignore(IssueCode::HiddenRowsSetAside)
            } else {
                self.foreseen().unwrap_or_else(|| read(self))
            };
            match fate {
                Fate::Accepted => {
                    self.counts.accepted += 1;
                    if is_hidden {
                        self.tell_hidden();
                    }
                    self.totals.add();
                    self.sum_unused();
                }
                Fate::Rejected => {
                    self.counts.rejected += 1;
                    self.lose_amount();
                    let (code, column) = self.rejection.take().unwrap_or((IssueCode::MissingValue, None));
                    self.rejected.push(self.records.line(), code, column, self.records.bytes());
                }
                Fate::Ignored => self.counts.ignored += 1,
            }
            self.totals.clear();
        }
        Ok(())
    }

    /// Counts a row that users do not see.
    fn tell_hidden(&mut self) {
        let amount = self.totals.main_amount().unwrap_or(Amount::ZERO);
        self.hidden.add(amount);
        self.tally(IssueCode::HiddenRows, amount);
    }

    /// Counts the amount of a row that is in no figure, as far as it can be read.
    pub fn lose_amount(&mut self) {
        if let Some(amount) = self.totals.main_column().and_then(|column| self.number_in(column)) {
            self.totals.lose(amount);
        }
    }

    /// The number of a field that is no amount: no unit of money is applied to it.
    #[must_use]
    pub fn plain_number(&self, field: Field) -> Option<Amount> {
        self.column(field).and_then(|column| self.number_in(column))
    }

    /// The number in a column, in no figure: nothing is voted or told; `None` for what is none.
    fn number_in(&self, column: usize) -> Option<Amount> {
        number_of(self.records.cell(column), &self.notation, self.encoding)
    }

    /// Sums the amounts that are not read, so that one can see what they hold.
    fn sum_unused(&mut self) {
        let Self { totals, records, notation, encoding, .. } = self;
        totals.add_unused(|column| number_of(records.cell(column), notation, *encoding));
    }

    /// The same rows from the start, in another notation.
    #[must_use]
    pub fn restarted(&mut self, notation: Notation) -> Self {
        // Findings pushed before the first row was read stay; those on rows come again.
        let mut issues = std::mem::take(&mut self.issues);
        issues.forget_lines();
        let hidden = self.hidden.restarted();
        let (entity, keeps_currencies) = (self.entity.take(), self.keeps_currencies);
        let again = Self::new(self.table.clone(), notation, self.encoding, issues, self.from_line).without(hidden);
        Self { entity, keeps_currencies, ..again }
    }

    fn is_heading(&self, line: u32) -> bool {
        self.table.heading_lines.contains(&line)
    }

    /// Turns what was tallied into findings, once every row was read.
    pub fn tell_tallies(&mut self) {
        for tally in std::mem::take(&mut self.tallies) {
            self.issues.push(tally.issue());
        }
    }

    /// Rows read, accepted, rejected and ignored.
    #[must_use]
    pub const fn counts(&self) -> RowCounts {
        self.counts
    }

    /// Line of the current row.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.records.line()
    }

    /// The cell of a field; empty where the table has no such column.
    #[must_use]
    pub fn cell(&self, field: Field) -> &[u8] {
        self.column(field).map_or(&[], |column| self.records.cell(column))
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, field: Field) -> Cow<'_, str> {
        encoding::text(self.cell(field), self.encoding)
    }

    /// The cell of a field, without a mark for nothing.
    #[must_use]
    pub fn filled(&self, field: Field) -> &[u8] {
        let cell = self.cell(field);
        if is_blank(cell) { &[] } else { cell }
    }

    /// Says what entity the rows are of, and whether every currency is kept.
    #[must_use]
    pub fn labelled(mut self, options: &ImportOptions) -> Self {
        self.entity = options.entity.clone().filter(|entity| !entity.is_empty());
        self.keeps_currencies = options.every_currency;
        self
    }

    /// The headings of the columns that are segments: first the entity and the currency, where they are kept.
    pub fn segment_headings(&self) -> impl Iterator<Item = String> {
        let entity = self.entity.iter().map(|_| ENTITY.to_owned());
        let currency = self.keeps_currencies.then(|| CURRENCY.to_owned());
        let own = self.segments.iter().map(|column| {
            let heading = self.table.heading(*column).trim();
            if heading.is_empty() { (column + 1).to_string() } else { heading.to_owned() }
        });
        entity.chain(currency).chain(own)
    }

    /// Their cells, without a mark for nothing.
    pub fn segment_cells(&self) -> impl Iterator<Item = &[u8]> {
        let entity = self.entity.iter().map(String::as_bytes);
        let currency = self.keeps_currencies.then_some(self.row_currency.as_slice());
        let own = self.segments.iter().map(|column| {
            let cell = self.records.cell(*column);
            if is_blank(cell) { &[] } else { cell }
        });
        entity.chain(currency).chain(own)
    }

    /// What the row above that heads a section says.
    #[must_use]
    pub const fn section(&self) -> &Section {
        &self.section
    }

    /// Counts the currency of the row, once its amounts are read; is it the one that is kept? A row without one is.
    pub fn is_in_currency(&mut self) -> bool {
        self.row_currency.clear();
        if self.kept.is_in_base_currency {
            return true;
        }
        let column =
            self.column(Field::Currency).map(|column| self.records.cell(column)).filter(|cell| !is_blank(cell));
        let Some(cell) = column else {
            let Some(currency) = self.section.currency.or(self.currency) else { return true };
            let name = currency.as_str().as_bytes().to_owned();
            self.votes.currency(&name);
            let is_kept = self.notation.currency.as_deref().is_none_or(|kept| is_same_word(kept, &name));
            self.row_currency = name;
            return is_kept || self.keeps_currencies;
        };
        // Nearly every row names the currency that is kept, as it is kept.
        if self.notation.currency.as_deref().is_some_and(|kept| is_same_word(kept, cell)) {
            self.votes.currency(cell);
            if self.keeps_currencies {
                self.row_currency = cell.to_ascii_uppercase();
            }
            return true;
        }
        let known = self.currency_names.iter().position(|(written, _)| is_same_word(written, cell));
        let place = known.unwrap_or_else(|| {
            let text = encoding::text(cell, self.encoding);
            let named = Currency::of_sign_or_word(&text).or_else(|| Currency::find_in(&text));
            let name = named.map_or_else(|| text.to_uppercase(), |currency| currency.as_str().to_owned());
            self.currency_names.truncate(MOST_CURRENCY_NAMES);
            self.currency_names.push((cell.to_owned(), name.into_bytes()));
            self.currency_names.len() - 1
        });
        let name = self.currency_names.get(place).map(|(_, name)| name.as_slice()).unwrap_or_default();
        self.votes.currency(name);
        self.row_currency.extend_from_slice(name);
        let is_kept = self.notation.currency.as_deref().is_none_or(|kept| kept.eq_ignore_ascii_case(name));
        is_kept || self.keeps_currencies
    }

    /// The currency of the row, as it is written.
    #[must_use]
    pub fn currency_name(&self) -> String {
        let text = self.text(Field::Currency).into_owned();
        let beside = || self.section.currency.or(self.currency).map(|currency| currency.as_str().to_owned());
        if text.is_empty() { beside().unwrap_or_default() } else { text }
    }

    /// Does the table have a column for this field?
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// The amount of a field; `None` where the cell is empty.
    ///
    /// # Errors
    ///
    /// [`Fate::Rejected`] if the cell is no amount.
    #[inline]
    pub fn amount(&mut self, field: Field) -> Result<Option<Amount>, Fate> {
        self.column(field).map_or(Ok(None), |column| self.amount_in(column, field))
    }

    /// The amount in a column; `None` where the cell is empty, or holds a mark for nothing.
    ///
    /// # Errors
    ///
    /// [`Fate::Rejected`] if the cell is no amount.
    pub fn amount_in(&mut self, column: usize, field: Field) -> Result<Option<Amount>, Fate> {
        let cell = self.records.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let is_text = self.hidden.is_sheet() && is_in_thousands(cell);
        let mark = if is_text { DecimalMark::Comma } else { self.notation.decimal_mark };
        let (amount, hint) = number::read(cell, mark, self.encoding);
        let parsed = match amount {
            Ok(parsed) => parsed,
            Err(_) if is_blank(cell) => {
                self.tally(IssueCode::BlankMarks, Amount::ZERO);
                return Ok(None);
            }
            Err(NumberError::TooLarge) => return Err(self.reject(IssueCode::AmountTooLarge, field)),
            // `13,75` in a table with points can be nothing but the other notation.
            Err(NumberError::Unreadable) => {
                let text = encoding::text(cell, self.encoding);
                match number::read_any(&text, self.notation.decimal_mark) {
                    Some((parsed, _)) => parsed,
                    None => return Err(self.reject_in(IssueCode::InvalidAmount, column)),
                }
            }
        };
        if is_text {
            self.tally(IssueCode::ThousandsAsText, parsed.amount);
        } else {
            self.votes.amount(hint, &self.records, column);
        }
        if parsed.is_percent && !self.table.reading.overdue_is_percent {
            return Err(self.reject_in(IssueCode::InvalidAmount, column));
        }
        if parsed.is_rounded {
            self.tally(IssueCode::AmountRounded, Amount::ZERO);
        }
        self.currency = self.currency.or(parsed.currency);
        let amount = self.scaled(column, &parsed).ok_or_else(|| self.reject(IssueCode::AmountTooLarge, field))?;
        self.totals.see(column, amount);
        Ok(Some(amount))
    }

    fn scaled(&self, column: usize, parsed: &Parsed) -> Option<Amount> {
        if !self.kept.has_scales || parsed.is_percent {
            return Some(parsed.amount);
        }
        let units = parsed.amount.units();
        let units = match self.table.scales.get(column).copied().unwrap_or_default() {
            Scale::Units => units,
            Scale::Thousands => units.checked_mul(1000)?,
            Scale::Millions => units.checked_mul(1_000_000)?,
            Scale::Hundredths => units / 100,
        };
        Some(Amount::from_units(units))
    }

    /// The date of a field; `None` where the cell is empty, or holds a mark or a day for nothing.
    ///
    /// # Errors
    ///
    /// [`Fate::Rejected`] if the cell is no date.
    pub fn date(&mut self, field: Field) -> Result<Option<NaiveDate>, Fate> {
        let Some(column) = self.column(field) else { return Ok(None) };
        let cell = self.records.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        if self.kept.has_serials
            && let Some(serial) = self.table.serials.get(column).copied().flatten()
        {
            let day = self.number_in(column).map(|number| number.units() / 1000);
            let day = day.map(|number| (number, serial.date(number)));
            return match day {
                Some((_, Some(day))) => Ok(Some(day)),
                Some((0, None)) => Ok(None),
                _ if is_blank(cell) => Ok(None),
                _ => Err(self.reject(IssueCode::InvalidDate, field)),
            };
        }
        let (date, hint) = self.calendar.read(cell, self.notation.date_order, self.encoding);
        match date {
            Some(date) if !date::is_null_date(date) => {
                self.votes.date(hint, &self.records, column);
                Ok(Some(date))
            }
            Some(_) => {
                self.tally(IssueCode::BlankMarks, Amount::ZERO);
                Ok(None)
            }
            None if is_blank(cell) || says_no_day(field, &encoding::text(cell, self.encoding)) => {
                self.tally(IssueCode::BlankMarks, Amount::ZERO);
                Ok(None)
            }
            None => {
                self.votes.date(hint, &self.records, column);
                Err(self.reject(IssueCode::InvalidDate, field))
            }
        }
    }

    /// The date of a field that rows can do without: one that cannot be read is told, and the row is read without it.
    pub fn date_if_any(&mut self, field: Field) -> Option<NaiveDate> {
        let found = self.date(field);
        if found.is_err() {
            self.rejection = None;
        }
        found.ok().flatten()
    }

    /// The date of a field that rows can do without, and that says nothing about how dates are written.
    #[must_use]
    pub fn date_quietly(&self, field: Field) -> Option<NaiveDate> {
        date::read(self.cell(field), self.notation.date_order, self.encoding).0
    }

    /// The month of a field.
    ///
    /// # Errors
    ///
    /// [`Fate::Rejected`] if the cell is no month.
    pub fn month(&mut self, field: Field) -> Result<Month, Fate> {
        let text = self.text(field);
        let (month, hint) = (date::parse_month(&text, self.notation.date_order), date::hint(&text));
        if let Some(column) = self.column(field) {
            self.votes.date(hint, &self.records, column);
        }
        month.ok_or_else(|| self.reject(IssueCode::InvalidMonth, field))
    }

    /// Sets rows aside that were accepted when they were read.
    pub fn set_aside_later(&mut self, count: usize) {
        let count = u32::try_from(count).unwrap_or(u32::MAX).min(self.counts.accepted);
        self.counts.accepted -= count;
        self.counts.ignored += count;
    }

    /// Rejects the current row because of what stands in a field.
    pub fn reject(&mut self, code: IssueCode, field: Field) -> Fate {
        if let Some(column) = self.column(field) {
            return self.reject_in(code, column);
        }
        self.rejection = Some((code, None));
        self.issues.push(Issue::new(code).on_line(self.line()));
        Fate::Rejected
    }

    /// Rejects the current row because of what stands in a column. A row beyond those that the table was understood
    /// from may be one of those that belong to no record.
    fn reject_in(&mut self, code: IssueCode, column: usize) -> Fate {
        self.rejection = Some((code, Some(column)));
        let text = encoding::text(self.records.cell(column), self.encoding);
        self.issues.push(Issue::new(code).on_line(self.line()).reading(&text).in_column(column));
        Fate::Rejected
    }

    /// Sets the current row aside.
    pub fn ignore(&mut self, code: IssueCode) -> Fate {
        self.tally(code, Amount::ZERO);
        Fate::Ignored
    }

    /// Counts something seen on the current row, for one finding that sums up all such rows.
    pub fn tally(&mut self, code: IssueCode, amount: Amount) {
        let line = self.line();
        let units = i128::from(amount.units());
        let count = usize::try_from(self.stands_for).unwrap_or(usize::MAX);
        match self.tallies.iter_mut().find(|tally| tally.code == code) {
            Some(tally) => {
                tally.count = tally.count.saturating_add(count);
                tally.units += units;
            }
            None => self.tallies.push(Tally { code, line, count, units, names: Vec::new() }),
        }
    }

    /// Adds an amount to what was counted under a code.
    pub fn add_to_tally(&mut self, code: IssueCode, amount: Amount) {
        if let Some(tally) = self.tallies.iter_mut().find(|tally| tally.code == code) {
            tally.units += i128::from(amount.units());
        }
    }

    /// Takes back what was counted under a code, once it is known not to hold.
    pub fn forget(&mut self, code: IssueCode) {
        self.tallies.retain(|tally| tally.code != code);
    }

    /// Is the current row one that the table as a whole proves to be a total?
    #[must_use]
    pub fn is_total_row(&self) -> bool {
        let line = self.line();
        self.table.roles.iter().any(|(known, role)| *known == line && matches!(role, RowRole::Total | RowRole::Section))
    }

    /// Is the current row one without amounts, beside which it says something of others?
    #[must_use]
    pub fn is_section_row(&self) -> bool {
        let line = self.line();
        self.table.roles.iter().any(|(known, role)| *known == line && *role == RowRole::Section)
    }

    /// The encoding of the text.
    #[must_use]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Counts something seen on the current row under a name, such as another currency; the finding lists the names.
    pub fn tally_named(&mut self, code: IssueCode, name: String) {
        self.tally(code, Amount::ZERO);
        self.name_tally(code, name);
    }

    /// Names what was counted under a code.
    pub fn name_tally(&mut self, code: IssueCode, name: String) {
        if let Some(tally) = self.tallies.iter_mut().find(|tally| tally.code == code) {
            tally.name(name);
        }
    }

    /// What is plain before any field is read: titles, blanks, sections, totals, surplus cells.
    fn foreseen(&mut self) -> Option<Fate> {
        let line = self.line();
        if self.table.heading_lines.first().is_some_and(|heading| line < *heading) {
            return Some(self.ignore(IssueCode::TitleLine));
        }
        let role = self.role(line);
        match role {
            Some(RowRole::Detail) => {}
            Some(role) => return self.set_aside(role),
            None => {
                let role = self.role_beyond();
                if role != RowRole::Detail {
                    return self.set_aside(role);
                }
            }
        }
        let width = self.table.mapping.len();
        if self.records.width() < self.table.dialect.width && self.lacks_a_cell() {
            return Some(self.reject_row(IssueCode::ShortRow));
        }
        if self.records.width() <= width || self.table.columns.end < width {
            return None;
        }
        self.mend_surplus(width)
    }

    /// Is a row cut before an amount that every row has?
    fn lacks_a_cell(&self) -> bool {
        let width = self.records.width();
        self.table.always_filled.iter().any(|column| *column >= width)
    }

    /// Is a row that is one cell written with another delimiter than the others?
    fn has_other_delimiter(&self) -> bool {
        let mut filled = self.records.cells().filter(|cell| !cell.is_empty());
        let (Some(cell), None) = (filled.next(), filled.next()) else { return false };
        let has_digit = cell.iter().any(u8::is_ascii_digit);
        let own = self.table.dialect.delimiter;
        let others = super::source::Delimiter::ALL.into_iter().filter(|delimiter| *delimiter != own);
        let cells = |delimiter: super::source::Delimiter| memchr::memchr_iter(delimiter.byte(), cell).count() + 1;
        has_digit
            && self.table.mapping.len() > 2
            && others.map(cells).any(|cells| cells + 1 >= self.table.mapping.len())
    }

    /// Rejects the current row as a whole.
    fn reject_row(&mut self, code: IssueCode) -> Fate {
        let text = encoding::text(self.records.bytes(), self.encoding);
        self.issues.push(Issue::new(code).on_line(self.line()).reading(&text));
        self.rejection = Some((code, None));
        Fate::Rejected
    }

    /// What a line is that the table was understood from; `None` beyond.
    fn role(&mut self, line: u32) -> Option<RowRole> {
        while let Some((known, role)) = self.table.roles.get(self.next_role) {
            if *known > line {
                return Some(RowRole::Blank);
            }
            self.next_role += 1;
            if *known == line {
                return Some(*role);
            }
        }
        (!self.table.goes_on).then_some(RowRole::Blank)
    }

    /// What a row is beyond those that the table was understood from: nothing, a repeated heading, a total, a record.
    fn role_beyond(&self) -> RowRole {
        let cells = || self.records.cells();
        let Some(first) = cells().find(|cell| !cell.is_empty()) else { return RowRole::Blank };
        // Nearly every row starts with a cell of a record.
        if is_rule(first) {
            return RowRole::Blank;
        }
        if may_be_total(first) && self.is_total(first) {
            return RowRole::Total;
        }
        let is_heading = self
            .table
            .headings()
            .first()
            .is_some_and(|heading| heading.as_bytes() == cells().next().unwrap_or_default())
            && self.table.headings().iter().zip(cells()).all(|(heading, cell)| heading.as_bytes() == cell);
        if is_heading { RowRole::Heading } else { RowRole::Detail }
    }

    /// A row that speaks of a total is one if nothing identifies it, or if it adds up.
    fn is_total(&self, first: &[u8]) -> bool {
        let identifies = |field| self.column(field).is_some_and(|column| !self.records.cell(column).is_empty());
        let is_record =
            [Field::IssueDate, Field::DueDate, Field::EntryDate, Field::SettledDate].into_iter().any(identifies);
        !is_record
            && speaks_of_total(&encoding::text(first, self.encoding))
            // Of a piece nobody knows what the rows before it add up to.
            && (self.extent != Extent::Whole
                || self.totals.adds_up(|column| self.number_in(column))
                || !self.table.has(Field::Customer)
                || identifies_nothing(self))
    }

    /// Sets the row aside for what it is; `None` if it is to be read all the same.
    fn set_aside(&mut self, role: RowRole) -> Option<Fate> {
        // A month says of itself that it is one, whatever its amounts add up to.
        if self.table.has(Field::Month) && matches!(role, RowRole::Total | RowRole::Section) {
            return None;
        }
        Some(match role {
            RowRole::Detail => return None,
            RowRole::Section if self.has_other_delimiter() => return Some(self.reject_row(IssueCode::OtherDelimiter)),
            RowRole::Section => {
                let text =
                    self.records.cells().find(|cell| !cell.is_empty()).map(|cell| encoding::text(cell, self.encoding));
                self.has_sections = true;
                self.section = Section::of(&text.unwrap_or_default());
                self.ignore(IssueCode::SectionRow)
            }
            RowRole::Total => {
                if self.extent == Extent::Piece {
                    self.fail();
                }
                self.totals.restart();
                if self.table.unproved_totals.contains(&self.line()) {
                    self.tell_unproved();
                }
                self.ignore(IssueCode::TotalsRow)
            }
            RowRole::Heading => self.ignore(IssueCode::RepeatedHeading),
            RowRole::Blank => self.ignore(IssueCode::BlankRow),
            RowRole::Title | RowRole::Elsewhere => self.ignore(IssueCode::TitleLine),
        })
    }

    /// Tells by how much a total at the end differs from what it should sum up.
    fn tell_unproved(&mut self) {
        let Some(column) = self.totals.main_column() else { return };
        let Some(total) = self.number_in(column) else { return };
        let shortfall = self.totals.sum() - i128::from(total.units());
        if shortfall.abs() <= i128::from(TOLERANCE) {
            return;
        }
        self.hidden.compare(shortfall);
        let difference = money::total(-shortfall);
        let text = encoding::text(self.records.cell(column), self.encoding);
        let issue = Issue::new(IssueCode::TotalsDiffer).on_line(self.line()).in_column(column).reading(&text);
        self.issues.push(issue.amounting(difference));
    }

    /// A delimiter inside a text never shifts an amount: the neighbours are joined that fit the columns best.
    fn mend_surplus(&mut self, width: usize) -> Option<Fate> {
        let is_usual_width = self.table.dialect.width == width;
        let surplus = self.records.cells().enumerate().skip(width).find(|(_, cell)| is_usual_width || !cell.is_empty());
        let (column, _) = surplus?;
        let cells: Vec<String> =
            self.records.cells().map(|cell| encoding::text(cell, self.encoding).into_owned()).collect();
        let last = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        let filled = if is_usual_width { cells.len() } else { last };
        let texts: Vec<&str> = cells.iter().take(filled).map(String::as_str).collect();
        let extra = filled.saturating_sub(width);
        if extra > 0 && self.table.joined > 0 || self.table.goes_on {
            let at = best_join(&texts, extra, &self.table.types, self.table.writing);
            self.records.join(at, extra + 1);
            let holds_more = texts.iter().skip(width).any(|text| !text.is_empty());
            if holds_more || !joins_nothing(&texts, at, extra) {
                self.tally(IssueCode::CellsJoined, Amount::ZERO);
            }
            return None;
        }
        let text = texts.get(column).copied().unwrap_or_default();
        let issue = Issue::new(IssueCode::RaggedRow).on_line(self.line()).in_column(column).reading(text);
        self.issues.push(issue);
        self.rejection = Some((IssueCode::RaggedRow, Some(column)));
        Some(Fate::Rejected)
    }

    /// Is the row one of the parts of the table that are read? Those that are not are counted.
    pub fn is_in_parts(&mut self) -> Result<(), Fate> {
        let Some(parts) = &self.table.parts else { return Ok(()) };
        if parts.kept.is_empty() {
            return Ok(());
        }
        let text = encoding::text(self.records.cell(parts.column), self.encoding).trim().to_lowercase();
        let is_kept = |kept: &String| match kept.strip_suffix('*') {
            Some(start) => text.starts_with(start),
            None => *kept == text,
        };
        if parts.kept.iter().any(is_kept) {
            return Ok(());
        }
        let code = match parts.split {
            Split::Snapshots => IssueCode::OtherSnapshots,
            Split::Planned => IssueCode::PlannedSetAside,
            Split::Sides => IssueCode::BillSetAside,
            Split::Group | Split::Entities | Split::Gaps => IssueCode::EntitiesOfGroup,
        };
        self.tally_named(code, text);
        Err(Fate::Ignored)
    }

    fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(field.index()).copied().flatten()
    }
}

fn number_of(cell: &[u8], notation: &Notation, encoding: Encoding) -> Option<Amount> {
    number::read(cell, notation.decimal_mark, encoding).0.ok().map(|parsed| parsed.amount)
}

impl Section {
    fn of(text: &str) -> Self {
        const CREDITS: [&str; 8] =
            ["crediteur", "crediteurs", "creditor", "creditors", "avoirs", "credit", "crediteurs clients", "in credit"];
        let words = super::words::normalize(text);
        let named = text.split_once(':').map_or(text, |(_, rest)| rest);
        let currency = if text.chars().count() < 30 {
            Currency::of_sign_or_word(named.trim()).or_else(|| Currency::find_in(text))
        } else {
            None
        };
        Self {
            text: text.to_owned(),
            currency,
            is_of_credits: CREDITS.iter().any(|word| super::words::has_words(&words, word)),
        }
    }
}

fn identifies_nothing(rows: &Rows) -> bool {
    let texts = [Field::Number, Field::Customer, Field::Account, Field::AuxiliaryAccount];
    texts.into_iter().filter(|field| rows.has(*field)).filter(|field| !rows.filled(*field).is_empty()).count() <= 1
        && rows.table.has(Field::Number)
}

/// Does a point stand three digits before the end? No number of a sheet is written so: it is a text, and the point one
/// between thousands.
fn is_in_thousands(cell: &[u8]) -> bool {
    let [.., before, b'.', first, second, third] = cell else { return false };
    // Less than a thousand is written with decimals, `0.400`.
    cell != [b'0', b'.', *first, *second, *third] && [before, first, second, third].into_iter().all(u8::is_ascii_digit)
}

/// A line of dashes between rows.
fn is_rule(cell: &[u8]) -> bool {
    cell.len() >= 3 && cell.iter().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b':' | b'+' | b'|' | b' '))
}

/// Does the first cell of a row start like a word for a total? Nearly every first cell starts with another letter, or
/// with a digit.
fn may_be_total(cell: &[u8]) -> bool {
    matches!(
        cell.first().map(u8::to_ascii_lowercase),
        Some(b't' | b's' | b'g' | b'z' | b'r' | b'm' | b'c' | b'a' | b'e' | b'n' | b'b' | 0xC3)
    )
}

/// Does a cell of days say that there is none? Where the day of payment belongs so do words for what is not paid yet.
fn says_no_day(field: Field, text: &str) -> bool {
    let is_unpaid = || field == Field::SettledDate && status(text) == Status::Open;
    date::is_null_text(text) || is_unpaid()
}
