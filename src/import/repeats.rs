//! Rows that say again what another row of an invoice list says: equal rows, totals repeated on every line of an
//! invoice, lines of an invoice, and its payments one by one.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use serde::{Deserialize, Serialize};

use super::source::Repeats;
use crate::ledger::{Invoice, Ledger};
use crate::money::Amount;

/// What a row is to the first one of its invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Relation {
    /// The same in every column.
    Equal,
    /// The same total, with something else beside it.
    SameTotal,
    /// Another amount.
    OtherAmount,
    /// The same total, with another payment of it.
    Payment,
    /// Another due date or another day of payment: a part of the invoice, which stands for itself.
    Instalment,
}

/// A row that belongs to an invoice another row began.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Repeat {
    /// Its place in the ledger.
    index: usize,
    /// Place of the first row of the invoice.
    first: usize,
    line: u32,
    relation: Relation,
}

/// A row as it is compared with the one before.
pub struct Row<'a> {
    /// Number of the invoice.
    pub number: &'a [u8],
    /// Number of the invoice before.
    pub previous_number: &'a [u8],
    /// Is all of it equal to the row before?
    pub is_equal: &'a dyn Fn() -> bool,
    /// Its line.
    pub line: u32,
    /// Payments with their dates, where they do not pay the whole of it on one day.
    pub payments: &'a [(NaiveDate, Amount)],
}

/// Rows that were found to repeat others, as they come by. Lines of one invoice follow each other in every export
/// known; equal rows are looked for everywhere.
#[derive(Default)]
pub struct RepeatFinder {
    first: Option<(usize, Invoice, bool)>,
    order: Order,
    found: Vec<Repeat>,
    /// Rows with payments on dates that do not pay all of it, and their line.
    partly_paid: Vec<PartlyPaid>,
}

/// The place of a row among the invoices, its payments, and its line.
type PartlyPaid = (usize, Vec<(NaiveDate, Amount)>, u32);

/// The same on its way to another memory: amounts in ledger units.
type PartlyPaidPart = (usize, Vec<(NaiveDate, i64)>, u32);

/// Are the numbers in order, so that none can come twice but in a row?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Order {
    #[default]
    Unknown,
    Up,
    Down,
    None,
}

/// What was found of a part of the rows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RepeatsPart {
    first: Option<(usize, bool)>,
    order: Order,
    found: Vec<Repeat>,
    partly_paid: Vec<PartlyPaidPart>,
}

/// What was made of the rows that repeat others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Equal rows that are kept.
    pub equal_kept: Tally,
    /// Equal rows set aside.
    pub equal_dropped: Tally,
    /// Rows that repeat the total of their invoice, set aside.
    pub totals_dropped: Tally,
    /// Rows added to the invoice they are lines of.
    pub lines: Tally,
    /// Payments of a part of an invoice.
    pub payments: Tally,
}

/// Rows and what they amount to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Line of the first.
    pub line: u32,
    /// How many.
    pub count: usize,
    /// Their amount in ledger units.
    pub units: i128,
}

impl Tally {
    fn add(&mut self, line: u32, amount: Amount) {
        if self.count == 0 || line < self.line {
            self.line = line;
        }
        self.count += 1;
        self.units += i128::from(amount.units());
    }
}

impl RepeatFinder {
    /// Looks at a row that becomes `invoice`, at place `index` of the ledger.
    pub fn see(&mut self, row: &Row<'_>, invoice: &Invoice, index: usize) {
        let is_partly_paid = !row.payments.is_empty();
        if is_partly_paid {
            self.partly_paid.push((index, row.payments.to_vec(), row.line));
        }
        if row.number.is_empty() {
            self.first = None;
            return;
        }
        let order = compare(row.previous_number, row.number);
        let is_same_number = order == Ordering::Equal;
        let begun = self.first.filter(|(_, first, _)| is_same_number && is_same_invoice(first, invoice));
        if let Some((first, begun, was_partly_paid)) = begun {
            let relation = relation(row, invoice, &begun, was_partly_paid && is_partly_paid);
            self.found.push(Repeat { index, first, line: row.line, relation });
        } else {
            self.first = Some((index, *invoice, is_partly_paid));
        }
        if !is_same_number {
            self.order = self.order.then(row.previous_number.is_empty(), order == Ordering::Less);
        } else if self.first.is_some_and(|(first, ..)| first == index) {
            // The same number for another customer or day: others may follow anywhere.
            self.order = Order::None;
        }
    }

    /// All that was found.
    #[must_use]
    pub fn into_part(self) -> RepeatsPart {
        let paid = |(day, amount): &(NaiveDate, Amount)| (*day, amount.units());
        let partly_paid = self.partly_paid.iter();
        RepeatsPart {
            first: self.first.map(|(place, _, is_partly_paid)| (place, is_partly_paid)),
            order: self.order,
            found: self.found,
            partly_paid: partly_paid.map(|(at, all, line)| (*at, all.iter().map(paid).collect(), *line)).collect(),
        }
    }

    /// Adds what was found of the rows after `lines` lines, which are in the ledger from `from` on and begin another invoice
    /// than the last before them.
    pub fn join(&mut self, part: RepeatsPart, ledger: &Ledger, from: usize, lines: u32) {
        let number = |place: usize| ledger.number(place).unwrap_or_default();
        let before = from.checked_sub(1).map(number).unwrap_or_default();
        if !before.is_empty() && !number(from).is_empty() {
            self.order = self.order.then(false, compare(before, number(from)) == Ordering::Less);
        }
        self.order = self.order.and(part.order);
        let at = |place: usize| place + from;
        let first = part.first.and_then(|(place, paid)| Some((at(place), ledger.invoice(at(place))?, paid)));
        self.first = first;
        let found = part.found.into_iter();
        self.found.extend(found.map(|repeat| Repeat {
            index: at(repeat.index),
            first: at(repeat.first),
            line: repeat.line.saturating_add(lines),
            relation: repeat.relation,
        }));
        let paid = |(day, units): &(NaiveDate, i64)| (*day, Amount::from_units(*units));
        let partly_paid = part.partly_paid.iter();
        self.partly_paid.extend(
            partly_paid
                .map(|(place, all, line)| (at(*place), all.iter().map(paid).collect(), line.saturating_add(lines))),
        );
    }

    /// Do most documents of several rows come to nothing? Then these are postings, not invoices.
    #[must_use]
    pub fn cancels_out(&self, ledger: &Ledger) -> bool {
        let mut sums: Vec<(usize, i128, bool)> = Vec::new();
        for repeat in &self.found {
            let units = |index| ledger.invoice(index).map_or(0, |invoice| i128::from(invoice.amount.units()));
            match sums.last_mut() {
                Some((first, sum, _)) if *first == repeat.first => *sum += units(repeat.index),
                _ => sums.push((repeat.first, units(repeat.first) + units(repeat.index), units(repeat.first) != 0)),
            }
        }
        let cancelled = sums.iter().filter(|(_, sum, moves)| *sum == 0 && *moves).count();
        let documents = ledger.len().saturating_sub(self.found.len());
        sums.len() >= 2 && cancelled * 10 >= documents * 6
    }

    /// The ledger with every invoice counted once, as far as `choice`, the heading of the amount (`are_lines`) or the
    /// rows themselves say so.
    pub fn settle(mut self, ledger: &mut Ledger, choice: Option<Repeats>, are_lines: bool) -> Outcome {
        if self.order == Order::None {
            self.find_equal(ledger);
        }
        let mut outcome = Outcome::default();
        if self.found.is_empty() && self.partly_paid.is_empty() {
            return outcome;
        }
        let has = |relation| self.found.iter().any(|repeat| repeat.relation == relation);
        let has_lines = has(Relation::OtherAmount) || are_lines;
        // Where no invoice has lines of different amounts, the amount is that of the whole invoice.
        let repeats_totals = has(Relation::SameTotal) && !has_lines;
        let drops = choice.map_or(repeats_totals, |choice| choice == Repeats::Drop);
        let repeats_open = self.repeats_open(ledger);

        let mut payments: FxHashMap<usize, Vec<(NaiveDate, Amount)>> = FxHashMap::default();
        for (index, paid, line) in &self.partly_paid {
            for (_, amount) in paid {
                outcome.payments.add(*line, *amount);
            }
            payments.entry(*index).or_default().extend(paid);
        }
        let mut changes: FxHashMap<usize, Change> = FxHashMap::default();
        for repeat in &self.found {
            let Some(invoice) = ledger.invoice(repeat.index) else { continue };
            match repeat.relation {
                Relation::Equal if drops => {
                    outcome.equal_dropped.add(repeat.line, invoice.amount);
                    changes.insert(repeat.index, Change::Drop);
                }
                Relation::SameTotal if drops => {
                    outcome.totals_dropped.add(repeat.line, invoice.amount);
                    changes.insert(repeat.index, Change::Drop);
                }
                Relation::Equal if !has_lines => outcome.equal_kept.add(repeat.line, invoice.amount),
                Relation::Equal | Relation::SameTotal | Relation::OtherAmount => {
                    outcome.lines.add(repeat.line, invoice.amount);
                    changes.insert(repeat.index, Change::Drop);
                    let more = changes.entry(repeat.first).or_insert(Change::Add(Amount::ZERO, Amount::ZERO));
                    more.add(invoice.amount, if repeats_open { Amount::ZERO } else { invoice.open });
                    if let Some(paid) = payments.remove(&repeat.index) {
                        payments.entry(repeat.first).or_default().extend(paid);
                    }
                }
                Relation::Payment => {
                    changes.insert(repeat.index, Change::Drop);
                    if let Some(paid) = payments.remove(&repeat.index) {
                        payments.entry(repeat.first).or_default().extend(paid);
                    }
                }
                Relation::Instalment => {}
            }
        }
        if !changes.is_empty() || !payments.is_empty() {
            apply(ledger, &changes, &payments);
        }
        outcome
    }

    /// Do all lines of each invoice repeat what is open of the whole, beside amounts of their own?
    fn repeats_open(&self, ledger: &Ledger) -> bool {
        let pairs =
            self.found.iter().filter_map(|repeat| Some((ledger.invoice(repeat.first)?, ledger.invoice(repeat.index)?)));
        let mut is_proved = false;
        for (first, line) in pairs {
            if first.open != line.open || first.settled.is_some() {
                return false;
            }
            is_proved |= first.open != Amount::ZERO && (first.open != first.amount || line.open != line.amount);
        }
        is_proved
    }

    /// Finds equal invoices that do not follow each other.
    fn find_equal(&mut self, ledger: &Ledger) {
        let numbers = ledger.invoices().zip(ledger.numbers()).enumerate();
        let mut hashes: Vec<(u64, usize)> = numbers
            .filter(|(_, (_, number))| !number.is_empty())
            .map(|(index, (invoice, number))| (hash(&invoice, number), index))
            .collect();
        hashes.sort_unstable();
        let known: FxHashSet<usize> = self.found.iter().map(|repeat| repeat.index).collect();
        for pair in hashes.windows(2) {
            let [(one, first), (other, index)] = *pair else { continue };
            let are_equal = one == other
                && ledger.invoice(first) == ledger.invoice(index)
                && ledger.number(first) == ledger.number(index);
            if are_equal && !known.contains(&index) {
                self.found.push(Repeat { index, first, line: 0, relation: Relation::Equal });
            }
        }
    }
}

fn relation(row: &Row<'_>, invoice: &Invoice, begun: &Invoice, are_partly_paid: bool) -> Relation {
    if (row.is_equal)() {
        return Relation::Equal;
    }
    if invoice.due != begun.due {
        Relation::Instalment
    } else if are_partly_paid && invoice.amount == begun.amount {
        Relation::Payment
    } else if invoice.settled != begun.settled {
        Relation::Instalment
    } else if invoice.amount == begun.amount {
        Relation::SameTotal
    } else {
        Relation::OtherAmount
    }
}

impl Order {
    /// That of two parts, one after the other.
    const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unknown, only) | (only, Self::Unknown) => only,
            (Self::Up, Self::Up) => Self::Up,
            (Self::Down, Self::Down) => Self::Down,
            _ => Self::None,
        }
    }

    const fn then(self, is_first: bool, goes_up: bool) -> Self {
        if is_first {
            return self;
        }
        match self {
            Self::Unknown | Self::Up if goes_up => Self::Up,
            Self::Unknown | Self::Down if !goes_up => Self::Down,
            _ => Self::None,
        }
    }
}

/// Compares numbers by length, then by their bytes: eight at once, since most numbers have no more.
fn compare(one: &[u8], other: &[u8]) -> Ordering {
    let (eights, rest) = one.as_chunks::<8>();
    let (other_eights, other_rest) = other.as_chunks::<8>();
    let eights = || eights.iter().map(|eight| u64::from_be_bytes(*eight));
    let other_eights = || other_eights.iter().map(|eight| u64::from_be_bytes(*eight));
    one.len().cmp(&other.len()).then_with(|| eights().cmp(other_eights())).then_with(|| rest.iter().cmp(other_rest))
}

/// What becomes of an invoice of the ledger.
#[derive(Clone, Copy, Debug)]
enum Change {
    Drop,
    /// Lines of it are added, to its amount and to what is open.
    Add(Amount, Amount),
}

impl Change {
    fn add(&mut self, amount: Amount, open: Amount) {
        if let Self::Add(more, more_open) = self {
            *more = more.saturating_add(amount);
            *more_open = more_open.saturating_add(open);
        }
    }
}

/// Changes invoices, and makes as many of each as there are payments of it on a day, and one of what is left.
fn apply(
    ledger: &mut Ledger,
    changes: &FxHashMap<usize, Change>,
    payments: &FxHashMap<usize, Vec<(NaiveDate, Amount)>>,
) {
    let kept = ledger.invoices().zip(ledger.numbers()).enumerate().flat_map(|(index, (invoice, number))| {
        let invoice = match changes.get(&index) {
            None => Some(invoice),
            Some(Change::Drop) => None,
            Some(Change::Add(amount, open)) => {
                let (amount, open) = (invoice.amount.saturating_add(*amount), invoice.open.saturating_add(*open));
                Some(Invoice { amount, open, ..invoice })
            }
        };
        let paid = payments.get(&index).map_or(&[][..], Vec::as_slice);
        let parts = invoice.into_iter().flat_map(move |invoice| parts(invoice, paid));
        parts.map(move |part| (part, number))
    });
    *ledger = ledger.with_invoices(kept);
}

fn parts(invoice: Invoice, paid: &[(NaiveDate, Amount)]) -> Vec<Invoice> {
    let mut rest = invoice.amount;
    let mut parts = Vec::with_capacity(paid.len() + 1);
    for (day, amount) in paid {
        rest = rest.saturating_sub(*amount);
        parts.push(Invoice { amount: *amount, open: Amount::ZERO, settled: Some(*day), ..invoice });
    }
    if paid.is_empty() {
        parts.push(invoice);
    } else if rest != Amount::ZERO {
        parts.push(Invoice { amount: rest, open: rest, settled: None, ..invoice });
    }
    parts
}

fn is_same_invoice(one: &Invoice, other: &Invoice) -> bool {
    one.customer == other.customer && one.issued == other.issued
}

fn hash(invoice: &Invoice, number: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    number.hash(&mut hasher);
    (invoice.issued, invoice.amount.units(), invoice.customer).hash(&mut hasher);
    hasher.finish()
}
