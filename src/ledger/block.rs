//! Consecutive invoices in columns.

mod bytes;

use std::ops::Range;
use std::slice::Iter;

use chrono::NaiveDate;

use super::{CustomerId, Invoice, LabelsId, Standing};
use crate::money::Amount;

/// Invoices a block holds. Columns grow block by block, so that a long list is never copied to make room for its end.
pub const BLOCK: usize = 1 << 16;

/// Consecutive invoices: 28 bytes each and the characters of their numbers; more where they have segments, stand for several
/// or are paid in part.
#[derive(Clone, Debug, Default)]
pub struct Block {
    dates: Vec<Dates>,
    amounts: Vec<Amount>,
    /// Customer and flags.
    customers: Vec<u32>,
    /// What is open of those that are open in part, by their place.
    parts: Vec<(u16, Amount)>,
    /// What their segments say, up to the last that is not of the first combination.
    labels: Vec<LabelsId>,
    /// How many each stands for, up to the last that stands for more than one.
    counts: Vec<u32>,
    /// Their numbers as they were written, one after the other.
    numbers: Vec<u8>,
    /// Where each number ends.
    number_ends: Vec<u32>,
}

/// The days of an invoice.
#[derive(Clone, Copy, Debug)]
pub struct Dates {
    pub issued: NaiveDate,
    pub due: Option<NaiveDate>,
    pub settled: Option<NaiveDate>,
}

/// The highest two bits say where an invoice stands, the next whether it is on account, the next two how much of it is open,
/// the rest whose it is.
const STANDING_SHIFT: u32 = 30;
const ON_ACCOUNT: u32 = 1 << 29;
const OPEN_IN_FULL: u32 = 1 << 28;
const OPEN_IN_PART: u32 = 1 << 27;
const CUSTOMER: u32 = OPEN_IN_PART - 1;

impl CustomerId {
    /// The customer of an interned name; numbers have fewer bits than names may have.
    pub(super) const fn of_name(id: u32) -> Self {
        Self(id & CUSTOMER)
    }
}

impl Block {
    /// An empty one with room for what comes after a full one, whose numbers are as long as those here, or a character
    /// longer: what is left free at the end of ten million invoices would be a tenth of their memory.
    pub fn after(full: &Self) -> Self {
        Self {
            dates: Vec::with_capacity(BLOCK),
            amounts: Vec::with_capacity(BLOCK),
            customers: Vec::with_capacity(BLOCK),
            parts: Vec::new(),
            labels: Vec::new(),
            counts: Vec::new(),
            numbers: Vec::with_capacity(full.numbers.len() + BLOCK),
            number_ends: Vec::with_capacity(BLOCK),
        }
    }

    pub const fn len(&self) -> usize {
        self.dates.len()
    }

    pub fn push(&mut self, invoice: Invoice, number: &[u8]) {
        let Invoice { issued, due, settled, amount, open, customer, standing, on_account, labels, count, sold: _ } =
            invoice;
        let place = self.dates.len();
        if count != 1 {
            self.counts.resize(place, 1);
            self.counts.push(count);
        }
        if labels != LabelsId::default() {
            self.labels.resize(place, LabelsId::default());
            self.labels.push(labels);
        }
        let openness = if open == amount {
            OPEN_IN_FULL
        } else if open == Amount::ZERO {
            0
        } else {
            self.parts.push((u16::try_from(place).unwrap_or(u16::MAX), open));
            OPEN_IN_PART
        };
        self.dates.push(Dates { issued, due, settled });
        self.amounts.push(amount);
        let standing = match standing {
            Standing::Undisputed => 0,
            Standing::Disputed => 1,
            Standing::Doubtful => 2,
            Standing::Factored => 3,
        };
        let flags = (standing << STANDING_SHIFT) | if on_account { ON_ACCOUNT } else { 0 } | openness;
        self.customers.push(customer.0 & CUSTOMER | flags);
        append_short(&mut self.numbers, number);
        self.number_ends.push(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
    }

    /// Adds invoices of another block, whose customers and segments have these numbers here.
    pub fn append(&mut self, other: &Self, places: Range<usize>, customers: &[CustomerId], labels: &[LabelsId]) {
        let (from, before) = (places.start, self.len());
        let counts = other.counts.get(from..).unwrap_or_default().iter().take(places.len());
        if counts.len() > 0 {
            self.counts.resize(before, 1);
            self.counts.extend(counts);
        }
        let of_segments = other.labels.get(from..).unwrap_or_default().iter().take(places.len());
        if of_segments.len() > 0 || labels.first().is_some_and(|first| *first != LabelsId::default()) {
            self.labels.resize(before, LabelsId::default());
            let rest = std::iter::repeat_n(&LabelsId(0), places.len() - of_segments.len());
            self.labels.extend(of_segments.chain(rest).map(|known| known.of(labels).copied().unwrap_or_default()));
        }
        let parts = other.parts.iter().filter_map(|(place, open)| {
            let place = usize::from(*place).checked_sub(from).filter(|place| *place < places.len())? + before;
            Some((u16::try_from(place).ok()?, *open))
        });
        self.parts.extend(parts);
        let start = from.checked_sub(1).and_then(|place| other.number_ends.get(place)).copied().unwrap_or(0);
        let ends = other.number_ends.get(places.clone()).unwrap_or_default();
        let end = ends.last().copied().unwrap_or(start);
        let shift = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.number_ends.extend(ends.iter().map(|end| (end - start).saturating_add(shift)));
        let of_numbers = usize::try_from(start).unwrap_or(0)..usize::try_from(end).unwrap_or(0);
        self.numbers.extend_from_slice(other.numbers.get(of_numbers).unwrap_or_default());
        self.dates.extend_from_slice(other.dates.get(places.clone()).unwrap_or_default());
        self.amounts.extend_from_slice(other.amounts.get(places.clone()).unwrap_or_default());
        let of_customers = other.customers.get(places).unwrap_or_default().iter();
        self.customers.extend(of_customers.map(|packed| {
            let customer = CustomerId(packed & CUSTOMER).of(customers).map_or(0, |customer| customer.0);
            (packed & !CUSTOMER) | customer
        }));
    }

    pub fn invoice(&self, place: usize) -> Option<Invoice> {
        let part = || {
            let known = u16::try_from(place).ok()?;
            let found = self.parts.binary_search_by_key(&known, |(place, _)| *place).ok()?;
            self.parts.get(found).map(|(_, open)| *open)
        };
        let row = Columns {
            dates: *self.dates.get(place)?,
            amount: *self.amounts.get(place)?,
            customer: *self.customers.get(place)?,
            labels: self.labels.get(place).copied().unwrap_or_default(),
            count: self.counts.get(place).copied().unwrap_or(1),
        };
        Some(row.joined(part))
    }

    pub fn number(&self, place: usize) -> Option<&[u8]> {
        let end = |place: usize| usize::try_from(*self.number_ends.get(place)?).ok();
        let start = place.checked_sub(1).map_or(Some(0), end)?;
        self.numbers.get(start..end(place)?)
    }

    /// The number of the invoice added last.
    pub fn last_number(&self) -> &[u8] {
        let start = self.number_ends.iter().rev().nth(1).and_then(|end| usize::try_from(*end).ok()).unwrap_or(0);
        self.numbers.get(start..).unwrap_or_default()
    }

    pub fn numbers(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.number_ends.iter().map(move |end| {
            let end = usize::try_from(*end).unwrap_or(usize::MAX);
            let number = self.numbers.get(start..end).unwrap_or_default();
            start = end;
            number
        })
    }

    /// Whose each is.
    pub fn customers(&self) -> impl Iterator<Item = CustomerId> {
        self.customers.iter().map(|customer| CustomerId(customer & CUSTOMER))
    }

    pub fn dates(&self) -> impl Iterator<Item = &Dates> {
        self.dates.iter()
    }

    /// Does any of them stand for several?
    pub const fn has_groups(&self) -> bool {
        !self.counts.is_empty()
    }

    pub fn rows(&self) -> BlockRows<'_> {
        BlockRows {
            dates: self.dates.iter(),
            amounts: self.amounts.iter(),
            customers: self.customers.iter(),
            parts: self.parts.iter(),
            labels: self.labels.iter(),
            counts: self.counts.iter(),
        }
    }
}

/// The invoices of a block one after the other.
#[derive(Clone, Debug, Default)]
pub struct BlockRows<'a> {
    dates: Iter<'a, Dates>,
    amounts: Iter<'a, Amount>,
    customers: Iter<'a, u32>,
    parts: Iter<'a, (u16, Amount)>,
    /// Most blocks have none, nor counts.
    labels: Iter<'a, LabelsId>,
    counts: Iter<'a, u32>,
}

impl Iterator for BlockRows<'_> {
    type Item = Invoice;

    #[inline]
    fn next(&mut self) -> Option<Invoice> {
        let row = Columns {
            dates: *self.dates.next()?,
            amount: *self.amounts.next()?,
            customer: *self.customers.next()?,
            labels: self.labels.next().copied().unwrap_or_default(),
            count: self.counts.next().copied().unwrap_or(1),
        };
        Some(row.joined(|| self.parts.next().map(|(_, open)| *open)))
    }
}

/// What the columns hold of an invoice.
struct Columns {
    dates: Dates,
    amount: Amount,
    customer: u32,
    labels: LabelsId,
    count: u32,
}

impl Columns {
    /// The invoice; `part` is what is open of one that is open in part.
    #[inline]
    fn joined(self, part: impl FnOnce() -> Option<Amount>) -> Invoice {
        let Self { dates: Dates { issued, due, settled }, amount, customer, labels, count } = self;
        let standing = match customer >> STANDING_SHIFT {
            0 => Standing::Undisputed,
            1 => Standing::Disputed,
            2 => Standing::Doubtful,
            _ => Standing::Factored,
        };
        let open = if customer & OPEN_IN_FULL != 0 {
            amount
        } else if customer & OPEN_IN_PART != 0 {
            part().unwrap_or(Amount::ZERO)
        } else {
            Amount::ZERO
        };
        let on_account = customer & ON_ACCOUNT != 0;
        let customer = CustomerId(customer & CUSTOMER);
        Invoice { issued, due, settled, amount, open, sold: amount, customer, standing, on_account, labels, count }
    }
}

/// Appends a few bytes, as two pieces of eight that may overlap: copying any number of bytes is a call that costs more.
fn append_short(bytes: &mut Vec<u8>, text: &[u8]) {
    match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(first), Some(last)) if text.len() <= 16 => {
            let start = bytes.len();
            bytes.extend_from_slice(first);
            bytes.truncate(start + text.len() - 8);
            bytes.extend_from_slice(last);
        }
        _ => bytes.extend_from_slice(text),
    }
}
