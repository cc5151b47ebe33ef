//! Invoices in columns, customers interned, and the balances they make at any date.

mod positions;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::metrics::days_to_pay::DaysSum;
use crate::money::Amount;
use crate::period::{Month, days_between, is_month_end};
use crate::series::Series;

pub use positions::Positions;

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
    /// Its customer, as [`Ledger::customer_name`] knows it.
    pub customer: u32,
    /// Is it in dispute?
    pub disputed: bool,
}

impl Invoice {
    /// The amount that stands in the receivables from issue until settlement. Of an invoice paid in part on unknown
    /// dates it is the open part.
    #[must_use]
    pub fn outstanding(&self) -> Amount {
        if self.settled.is_some() { self.amount } else { self.open }
    }
}

/// Invoices in columns: 33 bytes each, whatever they are called.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    issued: Vec<NaiveDate>,
    due: Vec<Option<NaiveDate>>,
    settled: Vec<Option<NaiveDate>>,
    amount: Vec<Amount>,
    open: Vec<Amount>,
    customer: Vec<u32>,
    disputed: Vec<bool>,
    names: Vec<String>,
    /// Customers by the bytes of their names, while rows come in.
    numbers: FxHashMap<Box<[u8]>, u32>,
}

impl Ledger {
    /// Adds an invoice.
    pub fn push(&mut self, invoice: Invoice) {
        self.issued.push(invoice.issued);
        self.due.push(invoice.due);
        self.settled.push(invoice.settled);
        self.amount.push(invoice.amount);
        self.open.push(invoice.open);
        self.customer.push(invoice.customer);
        self.disputed.push(invoice.disputed);
    }

    /// The number of a customer, given at its first mention. Names are compared as they are written, byte by byte.
    pub fn intern(&mut self, name: &[u8]) -> u32 {
        if let Some(known) = self.numbers.get(name) {
            return *known;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(name.into(), number);
        number
    }

    /// Gives every customer its name, once all are known.
    pub fn decode_names(&mut self, decode: impl Fn(&[u8]) -> String) {
        self.names = vec![String::new(); self.numbers.len()];
        for (name, number) in self.numbers.drain() {
            if let Some(slot) = usize::try_from(number).ok().and_then(|number| self.names.get_mut(number)) {
                *slot = decode(&name);
            }
        }
    }

    /// The name of a customer.
    #[must_use]
    pub fn customer_name(&self, customer: u32) -> Option<&str> {
        self.names.get(usize::try_from(customer).ok()?).map(String::as_str)
    }

    /// How many invoices.
    #[must_use]
    pub fn len(&self) -> usize {
        self.issued.len()
    }

    /// Is it without invoices?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.issued.is_empty()
    }

    /// The invoices, in the order they were given.
    pub fn invoices(&self) -> impl Iterator<Item = Invoice> {
        let dates = self.issued.iter().zip(&self.due).zip(&self.settled);
        let amounts = self.amount.iter().zip(&self.open);
        let marks = self.customer.iter().zip(&self.disputed);
        dates.zip(amounts).zip(marks).map(
            |((((&issued, &due), &settled), (&amount, &open)), (&customer, &disputed))| Invoice {
                issued,
                due,
                settled,
                amount,
                open,
                customer,
                disputed,
            },
        )
    }

    /// First and last issue date.
    #[must_use]
    pub fn issue_span(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((*self.issued.iter().min()?, *self.issued.iter().max()?))
    }

    /// The last thing that happened: the latest issue or settlement date. Open invoices were still open then.
    #[must_use]
    pub fn observed_until(&self) -> Option<NaiveDate> {
        let settled = self.settled.iter().flatten().max();
        self.issued.iter().max().into_iter().chain(settled).max().copied()
    }

    /// The default as-of date: the last month-end not after the latest issue date; that date itself where the first
    /// month is not over.
    #[must_use]
    pub fn default_as_of(&self) -> Option<NaiveDate> {
        let (first, last) = self.issue_span()?;
        if is_month_end(last) {
            return Some(last);
        }
        let previous = Month::of(last).plus(-1).last_day();
        Some(if previous >= first { previous } else { last })
    }

    /// Does any invoice carry a due date?
    #[must_use]
    pub fn has_due_dates(&self) -> bool {
        self.due.iter().any(Option::is_some)
    }

    /// Sales and balances month by month up to `as_of`; `None` if no invoice was issued by then.
    #[must_use]
    pub fn to_series(&self, as_of: NaiveDate) -> Option<Series> {
        let mut positions = self.positions(as_of)?;
        for invoice in self.invoices() {
            positions.sell(invoice.issued, invoice.amount);
            positions.hold(&invoice, invoice.outstanding());
        }
        Some(positions.finish())
    }

    /// Empty positions for the months from the first invoice to `as_of`; `None` if no invoice was issued by then.
    #[must_use]
    pub fn positions(&self, as_of: NaiveDate) -> Option<Positions> {
        let (first, _) = self.issue_span()?;
        (first <= as_of).then(|| Positions::new(Month::of(first), as_of, self.has_due_dates()))
    }

    /// Days to pay and days late of the invoices settled from `start` to `end`, credit notes left out.
    #[must_use]
    pub fn days_settled(&self, start: NaiveDate, end: NaiveDate) -> (DaysSum, DaysSum) {
        let (mut to_pay, mut late) = (DaysSum::default(), DaysSum::default());
        for invoice in self.invoices().filter(|invoice| !invoice.amount.is_negative()) {
            let Some(settled) = invoice.settled.filter(|settled| (start..=end).contains(settled)) else { continue };
            to_pay.add(days_between(invoice.issued, settled), invoice.amount);
            if let Some(due) = invoice.due {
                late.add(days_between(due, settled), invoice.amount);
            }
        }
        (to_pay, late)
    }
}
