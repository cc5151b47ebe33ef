//! How amounts and dates are written, decided on every row of the columns that hold them.
//!
//! Rows are read once, under the notation that the first ones speak for, and every row votes. Where the votes of all
//! rows speak for another notation in the end, the input is read again under that one.

use serde::{Deserialize, Serialize};

use super::records::Records;
use super::source::{Certainty, DateOrder, DecimalMark, Evidence, ImportOptions};
use super::understanding::{Table, Writing};
use super::{date, number};
use crate::issue::{Issue, IssueCode, Issues};
use crate::order::Order;

/// Currencies told apart; a column with more names is not one of currencies.
const MOST_CURRENCIES: usize = 64;

/// The notation of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notation {
    /// The decimal mark of amounts.
    pub decimal_mark: DecimalMark,
    /// The order of day and month.
    pub date_order: DateOrder,
    /// The currency kept: the one chosen, or that of most rows.
    pub currency: Option<Vec<u8>>,
}

impl Notation {
    /// That of a table as a whole, before a row is read.
    #[must_use]
    pub const fn of(table: &Table) -> Self {
        Self { decimal_mark: table.writing.mark, date_order: table.writing.order, currency: None }
    }
}

/// What speaks for a notation.
#[derive(Clone, Debug, Default)]
pub struct NotationEvidence {
    /// For the decimal mark; `None` where no amount has a mark.
    pub decimal_mark: Option<Evidence>,
    /// For the order of day and month; `None` where no date is written in numbers.
    pub date_order: Option<Evidence>,
}

/// A cell that was read, and where.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Seen {
    line: u32,
    column: usize,
    text: String,
}

impl Seen {
    fn after(mut self, lines: u32) -> Self {
        self.line = self.line.saturating_add(lines);
        self
    }

    fn issue(&self, code: IssueCode) -> Issue {
        Issue::new(code).on_line(self.line).in_column(self.column).reading(&self.text)
    }

    fn evidence(&self, certainty: Certainty) -> Evidence {
        Evidence { certainty, line: Some(self.line), text: Some(self.text.clone()) }
    }
}

/// How many cells speak for each reading, and the first that does.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Poll<T> {
    clear: Vec<(T, usize, Seen)>,
    ambiguous: Option<(T, Seen)>,
}

impl<T: Copy + PartialEq> Poll<T> {
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

    /// Adds what cells said that come after so many lines.
    fn join(&mut self, other: Self, lines: u32) {
        for (reading, count, seen) in other.clear {
            match self.clear.iter_mut().find(|(known, ..)| *known == reading) {
                Some((_, known, _)) => *known += count,
                None => self.clear.push((reading, count, seen.after(lines))),
            }
        }
        let ambiguous = other.ambiguous.map(|(reading, seen)| (reading, seen.after(lines)));
        self.ambiguous = self.ambiguous.take().or(ambiguous);
    }

    /// The reading most cells speak for, the first seen of equals; then one that is only possible.
    fn winner(&self) -> Option<(T, &Seen, Certainty)> {
        let clear = self.clear.iter().rev().max_by_key(|(_, count, _)| *count);
        let clear = clear.map(|(reading, _, seen)| (*reading, seen, Certainty::Certain));
        clear.or_else(|| self.ambiguous.as_ref().map(|(reading, seen)| (*reading, seen, Certainty::Assumed)))
    }

    fn tell(&self, mixed: IssueCode, ambiguous: IssueCode, issues: &mut Issues) {
        let Some((winner, seen, certainty)) = self.winner() else { return };
        if certainty == Certainty::Assumed {
            issues.push(seen.issue(ambiguous));
        }
        for (_, count, seen) in self.clear.iter().filter(|(reading, ..)| *reading != winner) {
            issues.push(seen.issue(mixed).counting(*count));
        }
    }
}

/// What a part of the rows says about the notation of all.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VotesPart {
    marks: Poll<DecimalMark>,
    orders: Poll<DateOrder>,
    year_first: Option<Seen>,
    currencies: Vec<(Vec<u8>, usize)>,
}

/// What the rows say about their notation.
#[derive(Clone, Debug)]
pub struct Votes {
    marks: Poll<DecimalMark>,
    orders: Poll<DateOrder>,
    year_first: Option<Seen>,
    currencies: Vec<(Vec<u8>, usize)>,
    /// What the table as a whole says, where the columns that are read say nothing.
    writing: Writing,
}

impl Votes {
    /// No vote yet.
    #[must_use]
    pub const fn new(writing: Writing) -> Self {
        Self { marks: Poll::new(), orders: Poll::new(), year_first: None, currencies: Vec::new(), writing }
    }

    /// Counts what an amount says.
    pub fn amount(&mut self, hint: number::Hint, records: &Records, column: usize) {
        let seen = || seen(records, column);
        match hint {
            number::Hint::Mark(mark) => self.marks.clear(mark, seen),
            number::Hint::Ambiguous(_) if !self.writing.is_mark_assumed => {}
            number::Hint::Ambiguous(mark) => self.marks.ambiguous(mark.other(), seen),
            number::Hint::None => {}
        }
    }

    /// Counts what a date says. Dates with the year first say nothing about those that end in it.
    #[inline]
    pub fn date(&mut self, hint: date::Hint, records: &Records, column: usize) {
        if self.year_first.is_none() || hint != date::Hint::Order(DateOrder::Ymd) {
            self.count_date(hint, records, column);
        }
    }

    fn count_date(&mut self, hint: date::Hint, records: &Records, column: usize) {
        let seen = || seen(records, column);
        match hint {
            date::Hint::Order(DateOrder::Ymd) if self.year_first.is_none() => self.year_first = Some(seen()),
            date::Hint::Order(DateOrder::Ymd) | date::Hint::None => {}
            date::Hint::Order(order) => self.orders.clear(order, seen),
            date::Hint::Ambiguous if !self.writing.is_order_assumed => {}
            date::Hint::Ambiguous => self.orders.ambiguous(self.writing.order, seen),
        }
    }

    /// Counts a currency.
    pub fn currency(&mut self, name: &[u8]) {
        self.currency_times(name, 1);
    }

    fn currency_times(&mut self, name: &[u8], times: usize) {
        if let Some((_, count)) = self.currencies.iter_mut().find(|(known, _)| is_same_word(known, name)) {
            *count += times;
        } else if !name.is_empty() && self.currencies.len() < MOST_CURRENCIES {
            self.currencies.push((name.to_owned(), times));
        }
    }

    /// Is every currency that was met among them?
    #[must_use]
    pub const fn are_whole(&self) -> bool {
        self.currencies.len() < MOST_CURRENCIES
    }

    /// What they say of a part of the rows.
    #[must_use]
    pub fn part(&self) -> VotesPart {
        let Self { marks, orders, year_first, currencies, writing: _ } = self.clone();
        VotesPart { marks, orders, year_first, currencies }
    }

    /// Adds what rows say that come after so many lines.
    pub fn join(&mut self, part: VotesPart, lines: u32) {
        self.marks.join(part.marks, lines);
        self.orders.join(part.orders, lines);
        self.year_first = self.year_first.take().or(part.year_first.map(|seen| seen.after(lines)));
        part.currencies.iter().for_each(|(name, times)| self.currency_times(name, *times));
    }

    /// Has no amount a decimal mark?
    #[must_use]
    pub const fn has_no_marks(&self) -> bool {
        self.marks.clear.is_empty()
    }

    /// The currencies met, the commonest first, as they were written.
    #[must_use]
    pub fn currencies(&self) -> Vec<String> {
        let mut currencies = self.currencies.clone();
        currencies.order_by_key(|(_, count)| std::cmp::Reverse(*count));
        currencies.iter().map(|(name, _)| String::from_utf8_lossy(name).into_owned()).collect()
    }

    /// The notation these votes and the choices of the user make.
    #[must_use]
    pub fn notation(&self, options: &ImportOptions) -> Notation {
        let mark = self.marks.winner().map(|(mark, ..)| mark);
        let order = self.orders.winner().map(|(order, ..)| order);
        let year_first = self.year_first.as_ref().map(|_| DateOrder::Ymd);
        // Of equals the euro, then the first seen.
        let rank = |(name, count): &&(Vec<u8>, usize)| (*count, name.eq_ignore_ascii_case(b"EUR"));
        let commonest = self.currencies.iter().rev().max_by_key(rank).map(|(name, _)| name.clone());
        Notation {
            decimal_mark: options.decimal_mark.or(mark).unwrap_or(self.writing.mark),
            date_order: options.date_order.or(order).or(year_first).unwrap_or(self.writing.order),
            currency: options.currency.clone().map(String::into_bytes).or(commonest),
        }
    }

    /// What speaks for that notation; findings on what speaks against it.
    pub fn evidence(&self, options: &ImportOptions, issues: &mut Issues) -> NotationEvidence {
        let chosen = Evidence { certainty: Certainty::Chosen, line: None, text: None };
        let decimal_mark = if options.decimal_mark.is_some() {
            Some(chosen.clone())
        } else {
            self.marks.tell(IssueCode::MixedDecimalMarks, IssueCode::AmbiguousDecimalMark, issues);
            self.marks.winner().map(|(_, seen, certainty)| seen.evidence(certainty))
        };
        let date_order = if options.date_order.is_some() {
            Some(chosen)
        } else {
            self.orders.tell(IssueCode::MixedDateOrder, IssueCode::AmbiguousDateOrder, issues);
            let winner = self.orders.winner().map(|(_, seen, certainty)| seen.evidence(certainty));
            winner.or_else(|| self.year_first.as_ref().map(|seen| seen.evidence(Certainty::Certain)))
        };
        NotationEvidence { decimal_mark, date_order }
    }
}

/// Are two short words equal? Compared byte by byte: a general comparison costs more than it does.
pub fn is_same_word(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one == other)
}

fn seen(records: &Records, column: usize) -> Seen {
    let text = String::from_utf8_lossy(records.cell(column)).into_owned();
    Seen { line: records.line(), column, text }
}
