//! Rows to typed values, with every row counted and every refusal explained.

use chrono::NaiveDate;

use super::field::Field;
use super::layout::Layout;
use super::notation::Notation;
use super::number::NumberError;
use super::records::{Record, Records};
use super::source::RowCounts;
use super::{date, number};
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
pub struct Rows<'a> {
    /// Where the table stands.
    pub layout: &'a Layout,
    /// How it is written.
    pub notation: &'a Notation,
    /// Findings.
    pub issues: &'a mut Issues,
    records: Records<'a>,
    record: Record<'a>,
    counts: RowCounts,
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

impl<'a> Rows<'a> {
    /// The rows of `text`.
    #[must_use]
    pub fn new(text: &'a str, layout: &'a Layout, notation: &'a Notation, issues: &'a mut Issues) -> Self {
        let mut columns = [None; Field::COUNT];
        for (column, field) in layout.mapping.iter().enumerate() {
            if let Some(slot) = field.and_then(|field| columns.get_mut(field.index())) {
                *slot = Some(column);
            }
        }
        Self {
            layout,
            notation,
            issues,
            records: Records::new(text, layout.delimiter),
            record: Record::default(),
            counts: RowCounts::default(),
            tallies: Vec::new(),
            columns,
        }
    }

    /// Calls `read` with every row below the header and counts what it says became of it.
    pub fn for_each(&mut self, mut read: impl FnMut(&mut Self) -> Fate) {
        let mut record = std::mem::take(&mut self.record);
        while self.records.read(&mut record) {
            if self.layout.header_line == Some(record.line) {
                continue;
            }
            self.counts.read += 1;
            if record.is_unclosed {
                self.issues.push(Issue::new(IssueCode::UnclosedQuote).on_line(record.line));
            }
            std::mem::swap(&mut self.record, &mut record);
            let fate = self.foreseen().unwrap_or_else(|| read(self));
            match fate {
                Fate::Accepted => self.counts.accepted += 1,
                Fate::Rejected => self.counts.rejected += 1,
                Fate::Ignored => self.counts.ignored += 1,
            }
            std::mem::swap(&mut self.record, &mut record);
        }
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
        self.record.line
    }

    /// The cell of a field; empty where the table has no such column.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.column(field).map_or("", |column| self.record.cell(column))
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
    pub fn amount(&mut self, field: Field) -> Result<Option<Amount>, Fate> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        match number::parse(text, self.notation.decimal_mark) {
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
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        match date::parse(text, self.notation.date_order) {
            Some(date) => Ok(Some(date)),
            None => Err(self.reject(IssueCode::InvalidDate, field)),
        }
    }

    /// The month of a field.
    ///
    /// # Errors
    ///
    /// [`Fate::Rejected`] if the cell is no month.
    pub fn month(&mut self, field: Field) -> Result<Month, Fate> {
        let month = date::parse_month(self.text(field), self.notation.date_order);
        month.ok_or_else(|| self.reject(IssueCode::InvalidMonth, field))
    }

    /// Rejects the current row because of what stands in a field.
    pub fn reject(&mut self, code: IssueCode, field: Field) -> Fate {
        let issue = Issue::new(code).on_line(self.line()).reading(self.text(field));
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
        if self.record.is_blank() {
            return Some(self.ignore(IssueCode::BlankRow));
        }
        if self.record.cells.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| is_total(cell)) {
            return Some(self.ignore(IssueCode::TotalsRow));
        }
        let surplus =
            self.record.cells.iter().enumerate().skip(self.layout.mapping.len()).find(|(_, cell)| !cell.is_empty());
        if let Some((column, cell)) = surplus {
            self.issues
                .push(Issue::new(IssueCode::RaggedRow).on_line(self.record.line).in_column(column).reading(cell));
            return Some(Fate::Rejected);
        }
        None
    }

    fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(field.index()).copied().flatten()
    }
}

/// Does the first cell of a row announce a total?
fn is_total(cell: &str) -> bool {
    let mut words = cell.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_total_word =
        |word: &str| ["total", "totaux", "totals", "sum", "somme"].iter().any(|total| word.eq_ignore_ascii_case(total));
    match (words.next(), words.next()) {
        (Some(first), None) => is_total_word(first),
        (Some(first), Some(second)) => {
            is_total_word(first)
                || ((first.eq_ignore_ascii_case("sous")
                    || first.eq_ignore_ascii_case("grand")
                    || first.eq_ignore_ascii_case("sub"))
                    && is_total_word(second))
        }
        _ => false,
    }
}
