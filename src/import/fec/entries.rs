//! Entries put together from their lines, and what they say about sales.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::Line;
use crate::fec::{Root, Sales};
use crate::import::field::Field;
use crate::import::keys::Keys;
use crate::import::rows::Rows;
use crate::period::Month;

/// A line with its place among the lines of customers, if it is one.
pub struct Posted {
    /// The line.
    pub line: Line,
    /// Its number among the lines of customers.
    pub item: Option<usize>,
}

/// The lines of one entry that follow each other.
#[derive(Default)]
pub struct Entry {
    /// Its lines.
    pub lines: Vec<Posted>,
    name: Name,
    /// One bit for each first digit of its accounts.
    classes: u16,
}

/// Classes of accounts of costs and revenue.
const RESULT: u16 = 1 << 6 | 1 << 7;

/// Equity, provisions and loans.
const CAPITAL: u16 = 1 << 1;

/// What tells an entry from others: its journal and number. Where numbers are all zero, its date and document do.
#[derive(Default, PartialEq, Eq)]
struct Name {
    journal: usize,
    number: Vec<u8>,
    piece: Vec<u8>,
}

impl Entry {
    /// Does the current row belong to it?
    pub fn goes_on(&self, rows: &Rows, line: &Line) -> bool {
        let Some(last) = self.lines.last() else { return false };
        let number = rows.cell(Field::EntryNumber);
        line.date == last.line.date
            && line.journal == self.name.journal
            && number == self.name.number
            && (is_numbered(number) || rows.cell(Field::PieceReference) == self.name.piece)
    }

    /// Starts with the current row, which is yet to be added.
    pub fn start(&mut self, rows: &Rows, line: &Line) {
        self.lines.clear();
        self.classes = 0;
        let number = rows.cell(Field::EntryNumber);
        self.name.journal = line.journal;
        self.name.number.clear();
        self.name.number.extend_from_slice(number);
        self.name.piece.clear();
        if !is_numbered(number) {
            self.name.piece.extend_from_slice(rows.cell(Field::PieceReference));
        }
    }

    /// Adds a line.
    pub fn push(&mut self, posted: Posted) {
        self.classes |= 1 << posted.line.root.class();
        self.lines.push(posted);
    }

    /// Does it touch none but accounts of the balance sheet? Those of class 8 stand for it when it is opened.
    pub const fn is_of_balance_sheet(&self) -> bool {
        self.classes & RESULT == 0
    }

    /// Can it be an opening entry, if it says so? One that brings a balance over in the middle of a year has costs and
    /// revenue beside equity; one that takes a stock into the costs is another.
    pub const fn may_be_opening(&self) -> bool {
        self.is_of_balance_sheet() || self.classes & CAPITAL != 0
    }
}

fn is_numbered(number: &[u8]) -> bool {
    number.iter().any(|byte| *byte != b'0')
}

/// What the lines of an entry sum up to.
#[derive(Clone, Copy, Default)]
pub struct Sums {
    /// Debits less credits of all of it: nothing, if it is whole.
    pub net: i128,
    /// What its lines on 41x come to.
    customers: i128,
    /// On those that are charged.
    charged: i128,
    /// On 5x.
    cash: i128,
    /// On 70x, credits above zero.
    sales: i128,
    /// On 4457x, credits above zero.
    tax: i128,
    touches: Touches,
}

/// Kinds of accounts, as bits.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Touches(u8);

impl Touches {
    const SALES: u8 = 1;
    const CASH: u8 = 1 << 1;
    const CHARGED: u8 = 1 << 2;
    /// Bills, doubtful debts, deposits: they take over what was charged, or are no sale yet.
    const TAKEN_OVER: u8 = 1 << 3;
    /// What is invoiced in another period (418, 4198, 487), and the profit (12) and balance sheet (89) that a year is
    /// closed against.
    const DEFERRED: u8 = 1 << 4;
    const TAX: u8 = 1 << 5;

    const fn any(self, kinds: u8) -> bool {
        self.0 & kinds != 0
    }
}

impl Sums {
    /// Adds a line.
    pub fn add(&mut self, root: Root, net: i128) {
        self.net += net;
        if root.is_within(70) {
            self.sales -= net;
            self.touches.0 |= Touches::SALES;
        } else if root.is_within(41) {
            self.customers += net;
            if root.is_charged() {
                self.charged += net;
                self.touches.0 |= Touches::CHARGED;
            } else if root.is_within(418) || root.is_within(4198) {
                self.touches.0 |= Touches::DEFERRED;
            } else {
                self.touches.0 |= Touches::TAKEN_OVER;
            }
        } else if root.is_within(5) {
            self.cash += net;
            self.touches.0 |= Touches::CASH;
        } else if root.is_within(4457) {
            self.tax -= net;
            self.touches.0 |= Touches::TAX;
        } else if root.is_within(487) || root.is_within(12) || root.is_within(89) {
            self.touches.0 |= Touches::DEFERRED;
        }
    }

    fn absorb(&mut self, other: Self) {
        self.net += other.net;
        self.customers += other.customers;
        self.charged += other.charged;
        self.cash += other.cash;
        self.sales += other.sales;
        self.tax += other.tax;
        self.touches.0 |= other.touches.0;
    }

    /// Is it one of a sale? What only moves a sale from one period to another is none.
    pub const fn is_sale(self) -> bool {
        self.touches.any(Touches::SALES)
            && (self.touches.any(Touches::CHARGED | Touches::CASH) || !self.touches.any(Touches::DEFERRED))
    }

    /// Does it bear on sales or customers?
    const fn matters(self) -> bool {
        self.touches.any(Touches::SALES | Touches::CHARGED | Touches::TAKEN_OVER | Touches::DEFERRED)
    }
}

/// The sales of the entries read so far.
#[derive(Default)]
pub struct SalesReader {
    months: FxHashMap<Month, OfMonth>,
    rest: Rest,
    keys: Keys,
    /// Entries that were read in parts.
    parts: Vec<(Month, Sums)>,
}

#[derive(Clone, Copy, Default)]
struct OfMonth {
    customers: i128,
    with_vat: i128,
}

/// What is summed up over all months.
#[derive(Clone, Copy, Default)]
struct Rest {
    has_entries: bool,
    charged_or_paid: i128,
    charged_elsewhere: i128,
    has_receipts: bool,
}

/// The place of an entry that was read in parts.
pub type Part = usize;

impl SalesReader {
    /// The place of an entry, if these lines are only a part of it, and one that may matter.
    pub fn part(&mut self, entry: &Entry, sums: Sums, month: Month, may_open: bool) -> Option<Part> {
        if sums.net == 0 || !(may_open || sums.touches != Touches::default()) {
            return None;
        }
        let Name { journal, number, piece } = &entry.name;
        let journal = u32::try_from(*journal).unwrap_or(u32::MAX);
        let (index, is_new) = if is_numbered(number) {
            self.keys.number(journal, &[number])
        } else {
            let date = entry.lines.first().map_or_else(String::new, |posted| posted.line.date.to_string());
            self.keys.number(journal, &[date.as_bytes(), piece])
        };
        if is_new {
            self.parts.push((month, Sums::default()));
        }
        usize::try_from(index).ok()
    }

    /// Adds an entry, or a part of one.
    pub fn add(&mut self, part: Option<Part>, sums: Sums, month: Month) {
        match part.and_then(|part| self.parts.get_mut(part)) {
            Some((_, whole)) => whole.absorb(sums),
            None => self.add_whole(sums, month),
        }
    }

    fn add_whole(&mut self, sums: Sums, month: Month) {
        if !sums.matters() {
            return;
        }
        if sums.is_sale() {
            let of_month = self.months.entry(month).or_default();
            of_month.customers += sums.customers;
            of_month.with_vat += sums.sales + sums.tax;
            self.rest.has_entries = true;
            self.rest.charged_or_paid += sums.customers + sums.cash;
        } else if !sums.touches.any(Touches::SALES) {
            self.rest.has_receipts |= sums.customers < 0;
            if sums.charged > 0 && !sums.touches.any(Touches::CASH | Touches::TAKEN_OVER) {
                self.rest.charged_elsewhere += sums.charged;
            }
        }
    }

    /// The sales month by month, and whether anything else than a sale ever lowered what customers owe.
    pub fn finish(mut self, first: Month, months: usize) -> (Sales, bool) {
        for (month, sums) in std::mem::take(&mut self.parts) {
            self.add_whole(sums, month);
        }
        let (mut entries, mut with_vat) = (vec![0; months], vec![0; months]);
        for (month, of_month) in self.months {
            let Some(index) = month.since(first) else { continue };
            if let Some((entries, with_vat)) = entries.get_mut(index).zip(with_vat.get_mut(index)) {
                *entries += of_month.customers;
                *with_vat += of_month.with_vat;
            }
        }
        let Rest { has_entries, charged_or_paid, charged_elsewhere, has_receipts } = self.rest;
        (Sales { has_entries, entries, with_vat, charged_or_paid, charged_elsewhere }, has_receipts)
    }
}

/// An entry that may be an opening one although nothing says so: dated on the first day of the history, on accounts of
/// the balance sheet only.
pub struct Candidate {
    /// Its date.
    pub date: NaiveDate,
    /// Its lines.
    pub lines: Vec<Posted>,
    /// What they sum up to.
    pub sums: Sums,
    /// Its place, if it is only a part of an entry.
    pub part: Option<Part>,
    classes: u16,
    journal: usize,
}

/// Such entries, all of one date.
#[derive(Default)]
pub struct Candidates {
    held: Vec<Candidate>,
}

impl Candidates {
    /// The entry, if it may be an opening one as far as its own lines say.
    pub fn of(entry: &mut Entry, sums: Sums, part: Option<Part>) -> Option<Candidate> {
        let date = entry.lines.first()?.line.date;
        let (classes, journal) = (entry.classes, entry.name.journal);
        let lines = std::mem::take(&mut entry.lines);
        Some(Candidate { date, lines, sums, part, classes, journal })
    }

    /// Holds one.
    pub fn hold(&mut self, candidate: Candidate) {
        self.held.push(candidate);
    }

    /// Those held, which are no openings after all.
    pub fn give_up(&mut self) -> Vec<Candidate> {
        std::mem::take(&mut self.held)
    }

    /// Those held, with whether each is an opening: alone, with the other parts of its entry, or with all of its
    /// journal, it balances and touches equity or loans (class 1) as well as third parties (class 4). `lines_of` says
    /// how many lines a journal has.
    pub fn judge(&mut self, lines_of: impl Fn(usize) -> usize) -> Vec<(Candidate, bool)> {
        let mut journals: FxHashMap<usize, Whole> = FxHashMap::default();
        let mut entries: FxHashMap<Part, Whole> = FxHashMap::default();
        for candidate in &self.held {
            journals.entry(candidate.journal).or_default().add(candidate);
            if let Some(part) = candidate.part {
                entries.entry(part).or_default().add(candidate);
            }
        }
        let opens = |candidate: &Candidate| {
            let journal = journals.get(&candidate.journal).copied().unwrap_or_default();
            let is_all = journal.lines == lines_of(candidate.journal);
            let entry = candidate.part.and_then(|part| entries.get(&part).copied());
            (is_all && journal.opens()) || entry.unwrap_or_else(|| Whole::of(candidate)).opens()
        };
        let opening: Vec<bool> = self.held.iter().map(opens).collect();
        self.give_up().into_iter().zip(opening).collect()
    }
}

/// Several candidates taken together.
#[derive(Clone, Copy, Default)]
struct Whole {
    net: i128,
    classes: u16,
    lines: usize,
}

impl Whole {
    fn of(candidate: &Candidate) -> Self {
        let mut whole = Self::default();
        whole.add(candidate);
        whole
    }

    fn add(&mut self, candidate: &Candidate) {
        self.net += candidate.sums.net;
        self.classes |= candidate.classes;
        self.lines += candidate.lines.len();
    }

    const fn opens(self) -> bool {
        const NEEDED: u16 = CAPITAL | 1 << 4;
        self.net == 0 && self.classes & NEEDED == NEEDED
    }
}
