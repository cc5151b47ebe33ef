//! Invoices settled by payments that another table lists.

use rustc_hash::FxHashMap;

use super::payments::Payment;
use super::words::normalize;
use crate::issue::{Issue, IssueCode, Issues};
use crate::ledger::{CustomerId, Invoice, LabelsId, Ledger, Standing};
use crate::money::{self, Amount};
use crate::order::Order;

/// An invoice, or what came back of a payment of one, with what is left to pay.
struct Item<'a> {
    invoice: Invoice,
    number: &'a [u8],
    /// What no payment paid yet.
    rest: i64,
    /// Are payments of its own listed?
    has_own: bool,
    parts: Vec<Invoice>,
}

/// The ledger with its invoices settled by payments of the same number, at their dates: an invoice paid in parts
/// becomes as many, and what is left of it stays open, unless the list says that it was paid. A payment without a number
/// pays the oldest invoices of its customer; one that comes back opens its invoice again. Payments of one invoice and
/// day are one. What pays nothing is told.
pub fn pay(ledger: &mut Ledger, mut payments: Vec<Payment>, issues: &mut Issues) -> Ledger {
    let labels = ledger.labels_by_customer();
    let ledger = &*ledger;
    payments.sort_by(|one, other| one.date.cmp(&other.date).then_with(|| one.number.cmp(&other.number)));
    payments.dedup_by(|later, first| first.absorb(later));
    let mut book = Book::of(ledger);
    let mut unused = Unused::default();
    for payment in &payments {
        let candidates = book.candidates(payment);
        let left = book.pay(&candidates, payment);
        if left == 0 {
            continue;
        }
        if !candidates.is_empty() {
            unused.excess.add(left);
        } else if payment.number.is_empty() {
            book.put_on_account(payment, left, ledger, &labels);
            unused.on_account.add(left);
        } else {
            unused.unknown.add(left);
        }
    }
    unused.tell(issues);
    book.tell_explained(issues);
    let items = book.items.iter().flat_map(Item::invoices);
    ledger.with_invoices(items.chain(book.on_account.iter().map(|invoice| (*invoice, [].as_slice()))))
}

struct Book<'a> {
    items: Vec<Item<'a>>,
    by_number: FxHashMap<&'a [u8], Vec<usize>>,
    /// Items by their numbers as words, once a payment writes a number another way.
    by_words: Option<FxHashMap<String, Vec<usize>>>,
    by_customer: Option<FxHashMap<String, Vec<usize>>>,
    names: Vec<String>,
    on_account: Vec<Invoice>,
}

impl<'a> Book<'a> {
    fn of(ledger: &'a Ledger) -> Self {
        let item = |(invoice, number): (Invoice, &'a [u8])| {
            // What the list says of it stands, unless a payment of its own is known.
            let rest = if invoice.settled.is_some() { 0 } else { invoice.open.units() };
            Item { invoice, number, rest, has_own: false, parts: Vec::new() }
        };
        let items: Vec<Item<'a>> = ledger.invoices().zip(ledger.numbers()).map(item).collect();
        let mut by_number: FxHashMap<&[u8], Vec<usize>> = FxHashMap::default();
        for (index, item) in items.iter().enumerate().filter(|(_, item)| !item.number.is_empty()) {
            by_number.entry(item.number).or_default().push(index);
        }
        let name = |customer| normalize(ledger.customer_name(customer).unwrap_or_default());
        let names = ledger.customers().map(name).collect();
        Self { items, by_number, by_words: None, by_customer: None, names, on_account: Vec::new() }
    }

    /// The invoices that a payment names, or those of the customer it names.
    fn candidates(&mut self, payment: &Payment) -> Vec<usize> {
        if payment.number.is_empty() {
            return self.of_customer(&payment.customer);
        }
        let mut found =
            self.by_number.get(&*payment.number).cloned().unwrap_or_else(|| self.written_otherwise(&payment.number));
        if found.len() > 1 {
            let exact = found.iter().copied().find(|index| {
                self.items.get(*index).is_some_and(|item| item.rest != 0 && item.rest == payment.amount.units())
            });
            match exact {
                Some(index) => found = vec![index],
                None => self.oldest_first(&mut found),
            }
        }
        found
    }

    fn oldest_first(&self, found: &mut [usize]) {
        found.order_by_key(|index| {
            self.items.get(*index).map(|item| (item.invoice.due.unwrap_or(item.invoice.issued), item.invoice.issued))
        });
    }

    /// `a-01 ` for `A-01`, and several numbers in one cell.
    fn written_otherwise(&mut self, number: &[u8]) -> Vec<usize> {
        let text = String::from_utf8_lossy(number).into_owned();
        let items = &self.items;
        let by_words = self.by_words.get_or_insert_with(|| {
            let mut by_words: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for (index, item) in items.iter().enumerate().filter(|(_, item)| !item.number.is_empty()) {
                by_words.entry(normalize(&String::from_utf8_lossy(item.number))).or_default().push(index);
            }
            by_words
        });
        if let Some(found) = by_words.get(&normalize(&text)) {
            return found.clone();
        }
        let parts = text.split(|char: char| char.is_whitespace() || matches!(char, ';' | ',' | '/' | '+' | '&' | '|'));
        parts
            .filter(|part| !part.is_empty())
            .filter_map(|part| by_words.get(&normalize(part)))
            .flatten()
            .copied()
            .collect()
    }

    fn of_customer(&mut self, customer: &str) -> Vec<usize> {
        if customer.is_empty() {
            return Vec::new();
        }
        let (items, names) = (&self.items, &self.names);
        let by_customer = self.by_customer.get_or_insert_with(|| {
            let mut by_customer: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for (index, item) in items.iter().enumerate() {
                let name = item.invoice.customer.of(names);
                by_customer.entry(name.cloned().unwrap_or_default()).or_default().push(index);
            }
            by_customer
        });
        let mut found = by_customer.get(&normalize(customer)).cloned().unwrap_or_default();
        self.oldest_first(&mut found);
        found
    }

    /// Pays what it can; what is left.
    fn pay(&mut self, candidates: &[usize], payment: &Payment) -> i64 {
        let mut left = payment.amount.units();
        for index in candidates {
            let Some(item) = self.items.get_mut(*index) else { continue };
            if left < 0 && item.invoice.amount.units() > 0 {
                // It came back: as much is owed again from that day.
                let amount = Amount::from_units(left.saturating_neg());
                let again = Invoice {
                    issued: payment.date,
                    settled: None,
                    amount,
                    open: amount,
                    on_account: true,
                    ..item.invoice
                };
                let (number, rest) = (item.number, amount.units());
                let again = Item { invoice: again, number, rest, has_own: true, parts: Vec::new() };
                self.by_number.entry(again.number).or_default().push(self.items.len());
                self.items.push(again);
                return 0;
            }
            if item.invoice.settled.is_some() {
                // Its payments are listed: what the list said of them is in them.
                item.invoice.settled = None;
                item.invoice.open = item.invoice.amount;
                item.rest = item.invoice.amount.units();
            } else if !payment.number.is_empty() && !item.has_own {
                // What it says was paid, without a day, may be what the payments tell the days of.
                item.rest += item.invoice.amount.units() - item.invoice.open.units();
            }
            item.has_own |= !payment.number.is_empty();
            let taken = if item.rest < 0 { left.clamp(item.rest, 0) } else { left.clamp(0, item.rest) };
            if taken != 0 {
                left -= taken;
                item.rest -= taken;
                let amount = Amount::from_units(taken);
                item.parts.push(Invoice { amount, open: Amount::ZERO, settled: Some(payment.date), ..item.invoice });
            }
            if left == 0 {
                break;
            }
        }
        left
    }

    /// What the list called paid on an unknown day, and the payments tell the day of.
    fn tell_explained(&self, issues: &mut Issues) {
        let mut explained = [(IssueCode::PaidDateUnknown, Tally::default()), (IssueCode::PartlyPaid, Tally::default())];
        for item in self.items.iter().filter(|item| item.has_own && !item.invoice.on_account) {
            let (amount, open) = (item.invoice.amount.units(), item.invoice.open.units());
            let unknown = amount - open;
            if unknown == 0 || item.paid() != unknown {
                continue;
            }
            let [whole, part] = &mut explained;
            let (_, tally) = if open == 0 { whole } else { part };
            tally.add(unknown);
        }
        for (code, tally) in explained.into_iter().filter(|(_, tally)| tally.count > 0) {
            let count = u32::try_from(tally.count).unwrap_or(u32::MAX);
            issues.lessen(code, count, money::total(tally.units));
        }
    }

    /// A payment of no invoice is owed back to its customer.
    fn put_on_account(&mut self, payment: &Payment, left: i64, ledger: &Ledger, labels: &[LabelsId]) {
        let name = normalize(&payment.customer);
        let place =
            self.names.iter().position(|known| *known == name).or_else(|| (ledger.customer_count() > 0).then_some(0));
        let amount = Amount::from_units(left.saturating_neg());
        let customer = CustomerId::at(place.unwrap_or(0));
        self.on_account.push(Invoice {
            issued: payment.date,
            due: None,
            settled: None,
            amount,
            open: amount,
            customer,
            standing: Standing::Undisputed,
            on_account: true,
            sold: amount,
            labels: customer.of(labels).copied().unwrap_or_default(),
            count: 1,
        });
    }
}

impl<'a> Item<'a> {
    /// The invoice in the parts that payments made of it.
    fn invoices(&self) -> impl Iterator<Item = (Invoice, &'a [u8])> {
        let left = self.invoice.amount.units() - self.paid();
        // The list may say that more of it was paid, on a day that it does not tell.
        let listed = self.invoice.open.units();
        let open = if self.rest.unsigned_abs() < listed.unsigned_abs() { self.rest } else { listed };
        let open = if self.parts.is_empty() {
            Some(self.invoice)
        } else {
            (left != 0).then_some(Invoice {
                amount: Amount::from_units(left),
                open: Amount::from_units(open),
                settled: None,
                ..self.invoice
            })
        };
        let number = self.number;
        self.parts.iter().copied().chain(open).map(move |invoice| (invoice, number))
    }

    /// What payments paid of it.
    fn paid(&self) -> i64 {
        self.parts.iter().map(|part| part.amount.units()).sum()
    }
}

/// Payments that pay nothing.
#[derive(Default)]
struct Unused {
    unknown: Tally,
    excess: Tally,
    on_account: Tally,
}

#[derive(Default)]
struct Tally {
    count: usize,
    units: i128,
}

impl Tally {
    fn add(&mut self, units: i64) {
        self.count += 1;
        self.units += i128::from(units);
    }
}

impl Unused {
    fn tell(self, issues: &mut Issues) {
        let tallies = [
            (IssueCode::PaymentWithoutInvoice, self.unknown),
            (IssueCode::PaidBeyondAmount, self.excess),
            (IssueCode::PaymentsOnAccount, self.on_account),
        ];
        for (code, tally) in tallies.into_iter().filter(|(_, tally)| tally.count > 0) {
            issues.push(Issue::new(code).counting(tally.count).amounting(money::total(tally.units)));
        }
    }
}
