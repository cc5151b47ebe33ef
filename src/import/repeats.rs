//! Rows that say again what another row of an invoice list says: equal rows, totals repeated on every line of an invoice,
//! lines of an invoice, and its payments one by one.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::source::Repeats;
use crate::ledger::{Invoice, Ledger};
use crate::money::Amount;

/// What a row is to the first one of its invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    /// The same in every column.
    Equal,
    /// The same total, with something else beside it.
    SameTotal,
    /// Another amount.
    OtherAmount,
    /// The same total, with another payment of it.
    Payment {
        /// What the first row says was paid.
        first: Amount,
        /// What this one does.
        this: Amount,
    },
}

/// A row that belongs to an invoice another row began.
#[derive(Clone, Copy, Debug)]
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
    /// The part of the amount that was paid on the date of the row, where it was not all of it.
    pub paid: Option<Amount>,
}

/// Rows that were found to repeat others, as they come by. Lines of one invoice follow each other in every export known; equal
/// rows are looked for everywhere.
#[derive(Default)]
pub struct RepeatFinder {
    first: Option<(usize, Invoice, Option<Amount>)>,
    order: Order,
    found: Vec<Repeat>,
    /// Invoices paid in part on a date, what was paid of them, and their line.
    partly_paid: Vec<(usize, Amount, u32)>,
}

/// Are the numbers in order, so that none can come twice but in a row?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Unknown,
    Up,
    Down,
    None,
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
        if row.number.is_empty() {
            self.first = None;
            self.partly_paid.extend(row.paid.map(|paid| (index, paid, row.line)));
            return;
        }
        let order = compare(row.previous_number, row.number);
        let is_same_number = order == Ordering::Equal;
        let begun = self.first.filter(|(_, first, _)| is_same_number && is_same_invoice(first, invoice));
        if let Some((first, begun, paid)) = begun {
            let relation = relation(row, invoice, &begun, paid);
            self.found.push(Repeat { index, first, line: row.line, relation });
        } else {
            self.first = Some((index, *invoice, row.paid));
            self.partly_paid.extend(row.paid.map(|paid| (index, paid, row.line)));
        }
        if !is_same_number {
            self.order = self.order.then(row.previous_number.is_empty(), order == Ordering::Less);
        } else if self.first.is_some_and(|(first, ..)| first == index) {
            // The same number for another customer or day: others may follow anywhere.
            self.order = Order::None;
        }
    }

    /// The ledger with every invoice counted once, as far as `choice` or the rows themselves say so.
    pub fn settle(mut self, ledger: &mut Ledger, choice: Option<Repeats>) -> Outcome {
        if self.order == Order::None {
            self.find_equal(ledger);
        }
        let mut outcome = Outcome::default();
        if self.found.is_empty() && self.partly_paid.is_empty() {
            return outcome;
        }
        let has = |relation| self.found.iter().any(|repeat| repeat.relation == relation);
        let has_lines = has(Relation::OtherAmount);
        // Where no invoice has lines of different amounts, the amount is that of the whole invoice.
        let repeats_totals = has(Relation::SameTotal) && !has_lines;
        let drops_totals = choice.map_or(repeats_totals, |choice| choice == Repeats::Drop);
        let drops_equal = choice.map_or(repeats_totals, |choice| choice == Repeats::Drop);

        let mut fates: FxHashMap<usize, Change> = FxHashMap::default();
        for repeat in &self.found {
            let Some(invoice) = ledger.invoice(repeat.index) else { continue };
            match repeat.relation {
                Relation::Equal if drops_equal => {
                    outcome.equal_dropped.add(repeat.line, invoice.amount);
                    fates.insert(repeat.index, Change::Drop);
                }
                Relation::SameTotal if drops_totals => {
                    outcome.totals_dropped.add(repeat.line, invoice.amount);
                    fates.insert(repeat.index, Change::Drop);
                }
                Relation::Equal if !has_lines => outcome.equal_kept.add(repeat.line, invoice.amount),
                Relation::Equal | Relation::SameTotal | Relation::OtherAmount => {
                    outcome.lines.add(repeat.line, invoice.amount);
                    fates.insert(repeat.index, Change::Drop);
                    let more = fates.entry(repeat.first).or_insert(Change::Add(Amount::ZERO, Amount::ZERO));
                    more.add(invoice.amount, invoice.open);
                }
                Relation::Payment { first, this } => {
                    outcome.payments.add(repeat.line, this);
                    fates.insert(repeat.index, Change::Paid { part: this, open: None });
                    let rest = match fates.get(&repeat.first) {
                        Some(Change::Paid { open: Some(open), .. }) => *open,
                        _ => invoice.amount.saturating_sub(first),
                    };
                    let open = Some(rest.saturating_sub(this));
                    fates.insert(repeat.first, Change::Paid { part: first, open });
                }
            }
        }
        for (index, part, line) in self.partly_paid {
            let open = ledger.invoice(index).map(|invoice| invoice.amount.saturating_sub(part));
            if let Change::Paid { .. } = fates.entry(index).or_insert(Change::Paid { part, open }) {
                outcome.payments.add(line, part);
            }
        }
        if !fates.is_empty() {
            apply(ledger, &fates);
        }
        outcome
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

fn relation(row: &Row<'_>, invoice: &Invoice, begun: &Invoice, begun_paid: Option<Amount>) -> Relation {
    if (row.is_equal)() {
        return Relation::Equal;
    }
    match (begun_paid, row.paid) {
        (Some(first), Some(this)) => Relation::Payment { first, this },
        _ if invoice.amount == begun.amount => Relation::SameTotal,
        _ => Relation::OtherAmount,
    }
}

impl Order {
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
    /// It becomes the part that was paid, and where it is the first one what is still open.
    Paid {
        part: Amount,
        open: Option<Amount>,
    },
}

impl Change {
    fn add(&mut self, amount: Amount, open: Amount) {
        if let Self::Add(more, more_open) = self {
            *more = more.saturating_add(amount);
            *more_open = more_open.saturating_add(open);
        }
    }
}

fn apply(ledger: &mut Ledger, changes: &FxHashMap<usize, Change>) {
    let kept = ledger.invoices().zip(ledger.numbers()).enumerate().flat_map(|(index, (invoice, number))| {
        let (this, rest) = match changes.get(&index) {
            None => (Some(invoice), None),
            Some(Change::Drop) => (None, None),
            Some(Change::Add(amount, open)) => {
                let (amount, open) = (invoice.amount.saturating_add(*amount), invoice.open.saturating_add(*open));
                (Some(Invoice { amount, open, ..invoice }), None)
            }
            Some(Change::Paid { part, open }) => {
                let rest = open.filter(|open| *open != Amount::ZERO);
                let rest = rest.map(|open| Invoice { amount: open, open, settled: None, ..invoice });
                (Some(Invoice { amount: *part, open: Amount::ZERO, ..invoice }), rest)
            }
        };
        this.into_iter().chain(rest).map(move |invoice| (invoice, number))
    });
    *ledger = ledger.with_invoices(kept);
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
