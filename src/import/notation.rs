//! How amounts and dates are written, decided on every row of the columns that hold them.

use super::field::{Content, Field};
use super::layout::Layout;
use super::records::{Record, Records};
use super::source::{Certainty, DateOrder, DecimalMark, Evidence, ImportOptions};
use super::{date, number};
use crate::issue::{Issue, IssueCode, Issues};

/// Currencies told apart; a column with more names is not one of currencies.
const MOST_CURRENCIES: usize = 64;

/// The notation of a table.
#[derive(Clone, Debug)]
pub struct Notation {
    /// The decimal mark of amounts.
    pub decimal_mark: DecimalMark,
    /// What speaks for it; `None` where no amount has a mark.
    pub decimal_mark_evidence: Option<Evidence>,
    /// The order of day and month.
    pub date_order: DateOrder,
    /// What speaks for it; `None` where no date is written in numbers.
    pub date_order_evidence: Option<Evidence>,
    /// The currency kept: the one chosen, or that of most rows.
    pub currency: Option<String>,
}

/// A cell that was read, and where.
#[derive(Clone, Debug)]
struct Seen {
    line: u32,
    column: usize,
    text: String,
}

impl Seen {
    fn issue(&self, code: IssueCode) -> Issue {
        Issue::new(code).on_line(self.line).in_column(self.column).reading(&self.text)
    }

    fn evidence(self, certainty: Certainty) -> Evidence {
        Evidence { certainty, line: Some(self.line), text: Some(self.text) }
    }
}

/// The first cell that speaks for each reading.
#[derive(Debug)]
struct Votes<T> {
    clear: Vec<(T, usize, Seen)>,
    ambiguous: Option<(T, Seen)>,
}

impl<T: Copy + PartialEq> Votes<T> {
    const fn new() -> Self {
        Self { clear: Vec::new(), ambiguous: None }
    }

    fn clear(&mut self, reading: T, seen: impl FnOnce() -> Seen) {
        match self.clear.iter_mut().find(|(other, ..)| *other == reading) {
            Some((_, count, _)) => *count += 1,
            None => self.clear.push((reading, 1, seen())),
        }
    }

    fn ambiguous(&mut self, reading: T, seen: impl FnOnce() -> Seen) {
        if self.ambiguous.is_none() {
            self.ambiguous = Some((reading, seen()));
        }
    }

    /// The reading most cells speak for, the first seen of equals; a finding on the first cell that speaks against it.
    fn winner(self, mixed: IssueCode, issues: &mut Issues) -> Option<(T, Seen)> {
        let (reading, ..) = self.clear.iter().rev().max_by_key(|(_, count, _)| *count)?;
        let reading = *reading;
        let mut winner = None;
        for (other, count, seen) in self.clear {
            if other == reading {
                winner = Some((reading, seen));
            } else {
                issues.push(seen.issue(mixed).counting(count));
            }
        }
        winner
    }
}

impl Notation {
    /// Reads every row once for what it says about the notation; `None`, with a finding, if one of them is not a row.
    #[must_use]
    pub fn detect(text: &str, layout: &Layout, options: &ImportOptions, issues: &mut Issues) -> Option<Self> {
        let amounts: Vec<usize> = layout.columns_of(Content::Amount).collect();
        let dates: Vec<usize> = layout.columns_of(Content::Date).chain(layout.columns_of(Content::Month)).collect();
        let currency = layout.column(Field::Currency);
        let (mut marks, mut orders) = (Votes::new(), Votes::new());
        let mut currencies = Vec::<(String, usize)>::new();
        let (mut records, mut record) = (Records::new(text, layout.delimiter), Record::default());
        while records.read(&mut record) {
            if let Some(issue) = record.excess() {
                issues.push(issue);
                return None;
            }
            if layout.header_line.is_some_and(|header| record.line <= header) {
                continue;
            }
            for column in &amounts {
                vote_mark(&mut marks, &record, *column);
            }
            for column in &dates {
                vote_order(&mut orders, &record, *column);
            }
            if let Some(column) = currency {
                count_currency(&mut currencies, record.cell(column));
            }
        }
        let (decimal_mark, decimal_mark_evidence) = decimal_mark(marks, options, issues);
        let (date_order, date_order_evidence) = date_order(orders, options, issues);
        let commonest = currencies.into_iter().rev().max_by_key(|(_, count)| *count).map(|(name, _)| name);
        let currency = options.currency.clone().or(commonest);
        Some(Self { decimal_mark, decimal_mark_evidence, date_order, date_order_evidence, currency })
    }
}

fn count_currency(currencies: &mut Vec<(String, usize)>, name: &str) {
    if let Some((_, count)) = currencies.iter_mut().find(|(known, _)| known == name) {
        *count += 1;
    } else if !name.is_empty() && currencies.len() < MOST_CURRENCIES {
        currencies.push((name.to_owned(), 1));
    }
}

fn vote_mark(votes: &mut Votes<DecimalMark>, record: &Record<'_>, column: usize) {
    let text = record.cell(column);
    let seen = || Seen { line: record.line, column, text: text.to_owned() };
    match number::hint(text) {
        number::Hint::Mark(mark) => votes.clear(mark, seen),
        number::Hint::Ambiguous(mark) => votes.ambiguous(mark.other(), seen),
        number::Hint::None => {}
    }
}

fn vote_order(votes: &mut Votes<DateOrder>, record: &Record<'_>, column: usize) {
    let text = record.cell(column);
    let seen = || Seen { line: record.line, column, text: text.to_owned() };
    match date::hint(text) {
        date::Hint::Order(order) => votes.clear(order, seen),
        date::Hint::Ambiguous => votes.ambiguous(DateOrder::Dmy, seen),
        date::Hint::None => {}
    }
}

fn decimal_mark(
    mut votes: Votes<DecimalMark>,
    options: &ImportOptions,
    issues: &mut Issues,
) -> (DecimalMark, Option<Evidence>) {
    if let Some(chosen) = options.decimal_mark {
        return (chosen, Some(Evidence { certainty: Certainty::Chosen, line: None, text: None }));
    }
    let ambiguous = votes.ambiguous.take();
    if let Some((mark, seen)) = votes.winner(IssueCode::MixedDecimalMarks, issues) {
        return (mark, Some(seen.evidence(Certainty::Certain)));
    }
    match ambiguous {
        Some((mark, seen)) => {
            issues.push(seen.issue(IssueCode::AmbiguousDecimalMark));
            (mark, Some(seen.evidence(Certainty::Assumed)))
        }
        None => (DecimalMark::Comma, None),
    }
}

fn date_order(
    mut votes: Votes<DateOrder>,
    options: &ImportOptions,
    issues: &mut Issues,
) -> (DateOrder, Option<Evidence>) {
    if let Some(chosen) = options.date_order {
        return (chosen, Some(Evidence { certainty: Certainty::Chosen, line: None, text: None }));
    }
    let ambiguous = votes.ambiguous.take();
    // Dates with the year first say nothing about those that end in it.
    let year_first = votes.clear.iter().position(|(order, ..)| *order == DateOrder::Ymd);
    let year_first = year_first.map(|position| votes.clear.remove(position));
    if let Some((order, seen)) = votes.winner(IssueCode::MixedDateOrder, issues) {
        return (order, Some(seen.evidence(Certainty::Certain)));
    }
    match (ambiguous, year_first) {
        (Some((order, seen)), _) => {
            issues.push(seen.issue(IssueCode::AmbiguousDateOrder));
            (order, Some(seen.evidence(Certainty::Assumed)))
        }
        (None, Some((order, _, seen))) => (order, Some(seen.evidence(Certainty::Certain))),
        (None, None) => (DateOrder::Dmy, None),
    }
}
