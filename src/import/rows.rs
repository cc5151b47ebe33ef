//! Rows to typed values, with every row counted and every refusal explained.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::field::Field;
use super::layout::Layout;
use super::notation::{Notation, Votes, is_same_word};
use super::number::NumberError;
use super::records::Records;
use super::rejected::RejectedRows;
use super::source::{Encoding, RowCounts};
use super::{date, encoding, number};
use crate::issue::{Issue, IssueCode, Issues};
use crate::money::{self, Amount};
use crate::period::Month;

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

/// The rows below the header, read field by field.
pub struct Rows {
    /// Where the table stands.
    pub layout: Layout,
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
}

/// How often something was seen, summed up in one finding.
#[derive(Debug)]
struct Tally {
    code: IssueCode,
    line: u32,
    count: usize,
    units: i128,
    names: Vec<String>,
}

impl Tally {
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
    pub fn new(layout: Layout, notation: Notation, encoding: Encoding, issues: Issues) -> Self {
        let mut columns = [None; Field::COUNT];
        for (column, field) in layout.mapping.iter().enumerate() {
            if let Some(slot) = field.and_then(|field| columns.get_mut(field.index())) {
                *slot = Some(column);
            }
        }
        let layout_delimiter = layout.delimiter;
        Self {
            records: Records::new(layout_delimiter),
            layout,
            notation,
            votes: Votes::new(),
            issues,
            encoding,
            calendar: date::Calendar::default(),
            rejected: RejectedRows::new(layout_delimiter, encoding),
            rejection: None,
            counts: RowCounts::default(),
            tallies: Vec::new(),
            columns,
        }
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
            if self.layout.header_line == Some(self.line()) {
                continue;
            }
            self.counts.read += 1;
            if self.records.is_unclosed() {
                self.issues.push(Issue::new(IssueCode::UnclosedQuote).on_line(self.line()));
            }
            match self.foreseen().unwrap_or_else(|| read(self)) {
                Fate::Accepted => self.counts.accepted += 1,
                Fate::Rejected => {
                    self.counts.rejected += 1;
                    let (code, column) = self.rejection.take().unwrap_or((IssueCode::MissingValue, None));
                    self.rejected.push(self.records.line(), code, column, self.records.bytes());
                }
                Fate::Ignored => self.counts.ignored += 1,
            }
        }
        Ok(())
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

    /// Counts the currency of the row; is it the one that is kept? A row without one is.
    pub fn is_in_currency(&mut self) -> bool {
        let Some(column) = self.column(Field::Currency) else { return true };
        let cell = self.records.cell(column);
        let is_kept = self.notation.currency.as_deref().is_some_and(|kept| is_same_word(kept, cell));
        self.votes.currency(cell);
        is_kept || cell.is_empty() || self.notation.currency.is_none()
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

    fn amount_in(&mut self, column: usize, field: Field) -> Result<Option<Amount>, Fate> {
        let cell = self.records.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let (amount, hint) = number::read(cell, self.notation.decimal_mark, self.encoding);
        self.votes.amount(hint, &self.records, column);
        match amount {
            Ok(parsed) => {
                if parsed.is_rounded {
                    self.tally(IssueCode::AmountRounded, Amount::ZERO);
                }
                Ok(Some(parsed.amount))
            }
            Err(NumberError::Unreadable) => Err(self.reject(IssueCode::InvalidAmount, field)),
            Err(NumberError::TooLarge) => Err(self.reject(IssueCode::AmountTooLarge, field)),
        }
    }

    /// The date of a field; `None` where the cell is empty.
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
        let (date, hint) = self.calendar.read(cell, self.notation.date_order, self.encoding);
        self.votes.date(hint, &self.records, column);
        date.map(Some).ok_or_else(|| self.reject(IssueCode::InvalidDate, field))
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
        self.rejection = Some((code, self.column(field)));
        let issue = Issue::new(code).on_line(self.line()).reading(&self.text(field));
        let issue = match self.column(field) {
            Some(column) => issue.in_column(column),
            None => issue,
        };
        self.issues.push(issue);
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
        match self.tallies.iter_mut().find(|tally| tally.code == code) {
            Some(tally) => {
                tally.count += 1;
                tally.units += units;
            }
            None => self.tallies.push(Tally { code, line, count: 1, units, names: Vec::new() }),
        }
    }

    /// Counts something seen on the current row under a name, such as another currency; the finding lists the names.
    pub fn tally_named(&mut self, code: IssueCode, name: String) {
        const MOST_NAMES: usize = 20;
        self.tally(code, Amount::ZERO);
        if let Some(tally) = self.tallies.iter_mut().find(|tally| tally.code == code)
            && tally.names.len() < MOST_NAMES
            && !tally.names.contains(&name)
        {
            tally.names.push(name);
        }
    }

    /// What is plain before any field is read: titles, blanks, totals, surplus cells.
    fn foreseen(&mut self) -> Option<Fate> {
        if self.layout.header_line.is_some_and(|header| self.line() < header) {
            return Some(self.ignore(IssueCode::TitleLine));
        }
        let Some(first) = self.records.cells().find(|cell| !cell.is_empty()) else {
            return Some(self.ignore(IssueCode::BlankRow));
        };
        if is_total(first) {
            return Some(self.ignore(IssueCode::TotalsRow));
        }
        let width = self.layout.mapping.len();
        if self.records.width() <= width {
            return None;
        }
        let surplus = self.records.cells().enumerate().skip(width).find(|(_, cell)| !cell.is_empty());
        let (column, cell) = surplus?;
        let text = encoding::text(cell, self.encoding);
        let issue = Issue::new(IssueCode::RaggedRow).on_line(self.line()).in_column(column).reading(&text);
        self.issues.push(issue);
        self.rejection = Some((IssueCode::RaggedRow, Some(column)));
        Some(Fate::Rejected)
    }

    fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(field.index()).copied().flatten()
    }
}

/// Does the first cell of a row announce a total?
fn is_total(cell: &[u8]) -> bool {
    // Nearly every first cell starts with another letter, or with a digit.
    if !matches!(cell.first().map(u8::to_ascii_lowercase), Some(b't' | b's' | b'g')) {
        return false;
    }
    let is = |word: &[u8], words: &[&str]| words.iter().any(|known| word.eq_ignore_ascii_case(known.as_bytes()));
    let is_total_word = |word: &[u8]| is(word, &["total", "totaux", "totals", "sum", "somme"]);
    let mut words = cell.split(|byte| !byte.is_ascii_alphanumeric() && byte.is_ascii()).filter(|word| !word.is_empty());
    match (words.next(), words.next()) {
        (Some(first), _) if is_total_word(first) => true,
        (Some(first), Some(second)) => is(first, &["sous", "sub", "grand"]) && is_total_word(second),
        _ => false,
    }
}
