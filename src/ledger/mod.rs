//! Invoices in columns, customers interned, and the balances they make at any date.

mod beside;
mod block;
mod conversion;
mod customers;
mod cut;
mod interner;
mod invoices;
mod part;
mod positions;
mod scope;
mod segments;

use std::rc::Rc;

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::conventions::ReceivablesScope;
use crate::money::Amount;
use crate::period::{Month, default_as_of};

use block::{BLOCK, Block, Dates};
use interner::Interner;

pub use conversion::{CURRENCY, Conversion, CurrencyUse, ENTITY};
pub use customers::CustomerId;
pub use invoices::Invoices;
pub use part::LedgerPart;
pub use positions::Positions;
pub use scope::ScopedPositions;
pub use segments::{LabelsId, MOST_SEGMENTS, Segments, plain};

/// One invoice, as it goes into the ledger and comes out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// Issue date.
    pub issued: NaiveDate,
    /// Due date, where known.
    pub due: Option<NaiveDate>,
    /// Date it was settled on, where it was and the date is known.
    pub settled: Option<NaiveDate>,
    /// Amount including tax; negative for a credit note.
    pub amount: Amount,
    /// What is unpaid of it when the data was drawn: zero once settled.
    pub open: Amount,
    /// What it counts in sales: its amount, at another rate where that was converted.
    pub sold: Amount,
    /// Its customer, as [`Ledger::customer_name`] knows it.
    pub customer: CustomerId,
    /// Where it stands with its customer.
    pub standing: Standing,
    /// Does it only move what is owed, as a payment on account or a balance brought forward does? It is in no sales.
    pub on_account: bool,
    /// What the columns that are segments say of it: the same for all where there are none.
    pub labels: LabelsId,
    /// How many invoices it stands for: more than one where the data groups those of the same days.
    pub count: u32,
}

/// Where an invoice stands with its customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nothing is said against it.
    #[default]
    Undisputed,
    /// It is in dispute.
    Disputed,
    /// Its customer is doubtful: account 416 of a FEC.
    Doubtful,
    /// It was handed over to a factor, who financed it.
    Factored,
}

impl Standing {
    /// Do invoices that stand so count as receivables?
    #[must_use]
    pub const fn counts(self, scope: ReceivablesScope) -> bool {
        match self {
            Self::Undisputed => true,
            Self::Disputed => scope.disputed,
            Self::Doubtful => scope.doubtful,
            Self::Factored => scope.factored,
        }
    }

    /// Is it in dispute?
    #[must_use]
    pub const fn is_disputed(self) -> bool {
        matches!(self, Self::Disputed)
    }
}

impl Invoice {
    /// The amount that stands in the receivables from issue until settlement. Of an invoice paid in part on unknown
    /// dates it is the open part.
    #[must_use]
    pub fn outstanding(&self) -> Amount {
        if self.settled.is_some() { self.amount } else { self.open }
    }

    /// What stands in the receivables at the end of a day.
    #[must_use]
    pub fn outstanding_at(&self, date: NaiveDate) -> Amount {
        let is_open = self.issued <= date && self.settled.is_none_or(|settled| settled > date);
        if is_open { self.outstanding() } else { Amount::ZERO }
    }
}

/// Invoices in columns (`block`).
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    blocks: Vec<Block>,
    /// First and last issue date, and the latest thing that happened.
    span: Option<Span>,
    names: Vec<String>,
    /// Customers by the bytes of their names, while rows come in.
    customers: Interner,
    segments: Segments,
    /// The day of the picture it is, where it is one.
    pictured_on: Option<NaiveDate>,
    /// Is the whole that it is a part of open in full?
    open_items: Option<bool>,
    /// Does it say of invoices that nobody knows whether they are paid?
    payments_unknown: bool,
    /// Does each row say how many invoices it stands for?
    grouped: bool,
    /// The currency of invoices that name none, and of those that are kept where there are no rates.
    base_currency: String,
    /// How amounts are converted, and what became of each currency, once that was asked for.
    conversion: Option<Rc<Conversion>>,
    currencies: Vec<CurrencyUse>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Span {
    first: NaiveDate,
    last: NaiveDate,
    observed_until: NaiveDate,
}

impl Span {
    fn of(invoice: &Invoice) -> Self {
        let Invoice { issued, settled, .. } = *invoice;
        Self { first: issued, last: issued, observed_until: settled.map_or(issued, |settled| settled.max(issued)) }
    }

    fn with(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
            observed_until: self.observed_until.max(other.observed_until),
        }
    }
}

impl Ledger {
    /// Adds an invoice with its number as it is written.
    pub fn push(&mut self, invoice: Invoice, number: &[u8]) {
        let span = Span::of(&invoice);
        self.span = Some(self.span.map_or(span, |before| before.with(span)));
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => block.push(invoice, number),
            last => {
                // Most lists are short: the first block grows as it is needed.
                let mut block = last.map_or_else(Block::default, |full| Block::after(full));
                block.push(invoice, number);
                self.blocks.push(block);
            }
        }
    }

    /// Adds the invoices of `other`, whose customers are the same where their names are.
    pub fn absorb(&mut self, other: &Self) {
        if self.base_currency.is_empty() {
            self.base_currency.clone_from(&other.base_currency);
        }
        self.pictured_on = self.pictured_on.max(other.pictured_on);
        // A list that knows what is paid speaks for both.
        self.payments_unknown = other.payments_unknown && (self.payments_unknown || self.is_empty());
        for name in &self.names {
            self.customers.add(name.as_bytes());
        }
        let customers: Vec<CustomerId> = other.names.iter().map(|name| self.intern(name.as_bytes())).collect();
        let labels = self.segments.absorb(&other.segments);
        for (invoice, number) in other.invoices().zip(other.numbers()) {
            let customer = invoice.customer.of(&customers).copied().unwrap_or(invoice.customer);
            let labels = invoice.labels.of(&labels).copied().unwrap_or_default();
            self.push(Invoice { customer, labels, ..invoice }, number);
        }
        self.decode_names(|name| String::from_utf8_lossy(name).into_owned());
    }

    /// Adds those invoices of `other` that are not here yet: of two of the same number, customer, dates of issue and
    /// term and amount the one that is settled further counts. How many there were twice, and their amount.
    pub fn absorb_once(&mut self, other: &Self) -> (usize, i128) {
        let key = |ledger: &Self, invoice: &Invoice, number: &[u8]| {
            let name = ledger.customer_name(invoice.customer).unwrap_or_default().to_owned();
            // Entities number their invoices each for itself.
            let entity = ledger.segments.value_of(ENTITY, invoice.labels).unwrap_or_default().to_owned();
            (number.to_vec(), name, entity, invoice.issued, invoice.due, invoice.amount.units())
        };
        let mut known: FxHashMap<_, usize> = FxHashMap::default();
        for (place, (invoice, number)) in
            self.invoices().zip(self.numbers()).enumerate().filter(|(_, (_, number))| !number.is_empty())
        {
            known.insert(key(self, &invoice, number), place);
        }
        let (mut count, mut units) = (0, 0);
        let mut newer: FxHashMap<usize, Invoice> = FxHashMap::default();
        let mut added: Vec<(Invoice, &[u8])> = Vec::new();
        for (invoice, number) in other.invoices().zip(other.numbers()) {
            let Some(place) = known.get(&key(other, &invoice, number)).copied() else {
                added.push((invoice, number));
                continue;
            };
            count += 1;
            units += i128::from(invoice.amount.units());
            let is_further = self.invoice(place).is_some_and(|first| {
                (first.settled.is_none() && invoice.settled.is_some())
                    || invoice.open.units().abs() < first.open.units().abs()
            });
            if is_further {
                newer.insert(place, invoice);
            }
        }
        if !newer.is_empty() {
            let changed = self.invoices().enumerate().map(|(place, invoice)| match newer.get(&place) {
                Some(newer) => Invoice { customer: invoice.customer, labels: invoice.labels, ..*newer },
                None => invoice,
            });
            *self = self.with_invoices(changed.zip(self.numbers()));
        }
        self.absorb(&other.with_invoices(added.into_iter()));
        (count, units)
    }

    /// Puts together a list that may know what is paid and one that does not: of a number and day that both have, what the
    /// first says counts. Where that one says of nothing that it is paid, nobody knows it still.
    ///
    /// How many there were twice, and their amount; then how many stay of which nobody knows, and theirs.
    pub fn told_by(&mut self, other: &Self) -> ((usize, i128), (usize, i128)) {
        let (known, unknown) = if self.payments_unknown { (other, &*self) } else { (&*self, other) };
        let told: FxHashSet<(&[u8], NaiveDate)> = known
            .numbers()
            .zip(known.invoices())
            .filter(|(number, _)| !number.is_empty())
            .map(|(number, invoice)| (number, invoice.issued))
            .collect();
        let (mut twice, mut open) = ((0, 0), (0, 0));
        let is_left = |(invoice, number): &(Invoice, &[u8])| {
            let is_twice = told.contains(&(*number, invoice.issued));
            let (count, units) = if is_twice { &mut twice } else { &mut open };
            *count += 1;
            *units += i128::from(invoice.amount.units());
            !is_twice
        };
        let left = unknown.with_invoices(unknown.invoices().zip(unknown.numbers()).filter(is_left));
        let mut all = known.clone();
        all.absorb(&left);
        // A list of open items alone, or one that could not say, knows nothing of the others.
        let says_paid = |invoice: Invoice| invoice.settled.is_some() || invoice.open != invoice.amount;
        all.payments_unknown = !known.invoices().any(says_paid);
        *self = all;
        (twice, open)
    }

    /// What is open of all of them but what is on account, in ledger units, credit notes counted like invoices.
    #[must_use]
    pub fn open_units(&self) -> i128 {
        self.invoices()
            .filter(|invoice| !invoice.on_account)
            .map(|invoice| if invoice.settled.is_some() { 0 } else { i128::from(invoice.open.units()).abs() })
            .sum()
    }

    /// The day of the picture it is, where it is one.
    #[must_use]
    pub const fn pictured_day(&self) -> Option<NaiveDate> {
        self.pictured_on
    }

    /// A picture of a day before the last invoice is one no more.
    pub fn forget_older_picture(&mut self) {
        let is_later = |invoice: Invoice| !invoice.on_account && Some(invoice.issued) > self.pictured_on;
        if self.pictured_on.is_some() && self.invoices().any(is_later) {
            self.pictured_on = None;
        }
    }

    /// Says that it is of groups: each row says how many invoices it stands for.
    pub const fn say_grouped(&mut self) {
        self.grouped = true;
    }

    /// Does each row say how many invoices it stands for, be it one?
    #[must_use]
    pub const fn is_grouped(&self) -> bool {
        self.grouped
    }

    /// Says that it is a picture of a day, which is then the usual one to look at.
    pub fn picture_on(&mut self, day: Option<NaiveDate>) {
        self.pictured_on = day.or(self.pictured_on);
    }

    /// The same customers, and the invoices that `invoices` gives with their numbers.
    #[must_use]
    pub fn with_invoices<'a>(&self, invoices: impl Iterator<Item = (Invoice, &'a [u8])>) -> Self {
        let mut ledger = Self {
            blocks: Vec::new(),
            span: None,
            names: self.names.clone(),
            customers: Interner::default(),
            segments: self.segments.clone(),
            pictured_on: self.pictured_on,
            open_items: self.open_items,
            payments_unknown: self.payments_unknown,
            grouped: self.grouped,
            base_currency: self.base_currency.clone(),
            conversion: self.conversion.clone(),
            currencies: self.currencies.clone(),
        };
        invoices.for_each(|(invoice, number)| ledger.push(invoice, number));
        ledger
    }

    /// The customer of a name, made at its first mention. Names are compared as they are written, byte by byte.
    pub fn intern(&mut self, name: &[u8]) -> CustomerId {
        CustomerId::of_name(self.customers.id(name))
    }

    /// Gives every customer its name, once all are known.
    pub fn decode_names(&mut self, decode: impl Fn(&[u8]) -> String) {
        self.names = std::mem::take(&mut self.customers).texts().map(decode).collect();
    }

    /// Marks columns of these headings as segments, before any invoice comes in.
    pub fn mark_segments(&mut self, headings: impl IntoIterator<Item = String>) {
        self.segments = Segments::new(headings);
    }

    /// What the cells of a row in these columns say of its invoice.
    pub fn label<'a>(&mut self, cells: impl Iterator<Item = &'a [u8]>) -> LabelsId {
        self.segments.label(cells)
    }

    /// What the columns say of all invoices of each customer, once all values are known: nothing, where they do not say the
    /// same of all.
    pub fn labels_by_customer(&mut self) -> Vec<LabelsId> {
        let blank = if self.segments.is_empty() { LabelsId::default() } else { self.segments.blank() };
        let mut labels: Vec<Option<LabelsId>> = vec![None; self.names.len()];
        for invoice in self.invoices() {
            if let Some(known) = invoice.customer.of_mut(&mut labels) {
                let is_same = known.is_none_or(|known| known == invoice.labels);
                *known = Some(if is_same { invoice.labels } else { blank });
            }
        }
        labels.into_iter().map(|labels| labels.unwrap_or(blank)).collect()
    }

    /// Gives every value of a segment its text, once all are known.
    pub fn decode_segments(&mut self, decode: impl Fn(&[u8]) -> String) {
        self.segments.decode(decode);
    }

    /// The columns that are segments.
    #[must_use]
    pub const fn segments(&self) -> &Segments {
        &self.segments
    }

    /// Gives every customer the name it goes by, in the order of their numbers.
    pub fn name_customers(&mut self, names: Vec<String>) {
        self.names = names;
        self.customers = Interner::default();
    }

    /// The name of a customer.
    #[must_use]
    pub fn customer_name(&self, customer: CustomerId) -> Option<&str> {
        customer.of(&self.names).map(String::as_str)
    }

    /// How many invoices.
    #[must_use]
    pub fn len(&self) -> usize {
        // Every block but the last is full.
        self.blocks.last().map_or(0, |last| (self.blocks.len() - 1) * BLOCK + last.len())
    }

    /// Is it without invoices?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The invoices, in the order they were given, converted where they are.
    #[must_use]
    pub fn invoices(&self) -> Invoices<'_> {
        Invoices::of(&self.blocks, self.conversion.as_deref())
    }

    /// The invoices in their own currencies.
    #[must_use]
    pub fn raw(&self) -> Invoices<'_> {
        Invoices::of(&self.blocks, None)
    }

    /// How amounts are converted; `None` where they are not.
    #[must_use]
    pub fn conversion(&self) -> Option<&Conversion> {
        self.conversion.as_deref()
    }

    /// Says which currency invoices are in that name none.
    pub fn in_currency(&mut self, currency: &str) {
        if self.base_currency.is_empty() {
            currency.clone_into(&mut self.base_currency);
        }
        self.segments.name_blanks(CURRENCY, currency);
    }

    /// Their numbers as they were written, in the same order.
    pub fn numbers(&self) -> impl Iterator<Item = &[u8]> {
        self.blocks.iter().flat_map(Block::numbers)
    }

    /// The invoice at a place.
    #[must_use]
    pub fn invoice(&self, index: usize) -> Option<Invoice> {
        let invoice = self.blocks.get(index / BLOCK)?.invoice(index % BLOCK)?;
        Some(self.conversion.as_ref().map_or(invoice, |conversion| conversion.on_the_day(invoice)))
    }

    /// The number of the invoice at a place.
    #[must_use]
    pub fn number(&self, index: usize) -> Option<&[u8]> {
        self.blocks.get(index / BLOCK)?.number(index % BLOCK)
    }

    /// The number of the invoice added last; empty if there is none.
    #[must_use]
    pub fn last_number(&self) -> &[u8] {
        self.blocks.last().map_or(&[], Block::last_number)
    }

    /// Whose each invoice is, in the same order.
    pub fn customers_of_invoices(&self) -> impl Iterator<Item = CustomerId> {
        self.blocks.iter().flat_map(Block::customers)
    }

    fn dates(&self) -> impl Iterator<Item = &Dates> {
        self.blocks.iter().flat_map(Block::dates)
    }

    /// First and last issue date.
    #[must_use]
    pub fn issue_span(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.span.map(|span| (span.first, span.last))
    }

    /// The last thing that happened: the latest issue or settlement date. Open invoices were still open then.
    #[must_use]
    pub fn observed_until(&self) -> Option<NaiveDate> {
        self.span.map(|span| span.observed_until)
    }

    /// The default as-of date: the last month-end not after the latest issue date; that date itself where the first
    /// month is not over.
    #[must_use]
    pub fn default_as_of(&self) -> Option<NaiveDate> {
        if self.pictured_on.is_some() {
            return self.pictured_on;
        }
        let sold = || self.invoices().filter(|invoice| !invoice.on_account).map(|invoice| invoice.issued);
        let (first, last) = sold().min().zip(sold().max()).or_else(|| self.issue_span())?;
        Some(default_as_of(Month::of(first), last))
    }

    /// The earliest due date.
    #[must_use]
    pub fn earliest_due(&self) -> Option<NaiveDate> {
        self.dates().filter_map(|dates| dates.due).min()
    }

    /// Does any invoice carry a due date?
    #[must_use]
    pub fn has_due_dates(&self) -> bool {
        self.dates().any(|dates| dates.due.is_some())
    }

    /// Is all of it still open, some of it in part at most, and more of it in full? Of one invoice that says nothing.
    #[must_use]
    pub fn is_of_open_items(&self) -> bool {
        let is_open = |invoice: &Invoice| {
            invoice.settled.is_none()
                && !invoice.on_account
                && (invoice.open != Amount::ZERO || invoice.amount == Amount::ZERO)
        };
        let is_several = self.len() > 1 || self.has_groups();
        let in_part = || self.invoices().filter(|invoice| invoice.open != invoice.amount).count();
        // Most lists have a paid invoice among their first ones: the others need not be looked at.
        let is_of_such = || self.invoices().all(|invoice| is_open(&invoice)) && in_part() * 2 < self.len();
        self.open_items.unwrap_or_else(|| is_several && is_of_such())
    }

    /// Says that payments of it are known from elsewhere: it is of open items only if none was found.
    pub fn say_payments_known(&mut self) {
        if self.invoices().any(|invoice| invoice.open != invoice.amount) {
            self.open_items = Some(false);
        }
    }

    /// Does it say of invoices that nobody knows whether they are paid, and of none that it was?
    #[must_use]
    pub const fn payments_unknown(&self) -> bool {
        self.payments_unknown
    }

    /// Says whether somebody knows what is paid.
    pub const fn say_payments_unknown(&mut self, is_unknown: bool) {
        self.payments_unknown = is_unknown;
    }

    /// Does any of it stand for several invoices?
    #[must_use]
    pub fn has_groups(&self) -> bool {
        self.blocks.iter().any(Block::has_groups)
    }

    /// Does it tell customers apart?
    #[must_use]
    pub fn names_customers(&self) -> bool {
        self.names.iter().any(|name| !name.is_empty())
    }

    /// How many customers there are.
    #[must_use]
    pub fn customer_count(&self) -> usize {
        self.names.len()
    }

    /// The customers.
    pub fn customers(&self) -> impl Iterator<Item = CustomerId> + use<> {
        (0..self.names.len()).map(CustomerId::at)
    }
}
