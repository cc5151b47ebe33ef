//! A list that was made of documents beside one that another program wrote: the same invoices, told by their numbers.

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Invoice, Ledger};

/// The invoices of a number and of a day: the parts of one.
type Parts<'a> = FxHashMap<(&'a [u8], NaiveDate), Vec<Invoice>>;

impl Ledger {
    /// Adds the invoices of `other` that are not here: those of a number and day that both have count once, as the list says
    /// them that knows more of them paid, with the due date of the one that has it. How many there were twice, and their
    /// amount.
    pub fn absorb_by_number(&mut self, other: &Self) -> (usize, i128) {
        let (here, there) = (parts(self), parts(other));
        let (mut count, mut units) = (0, 0);
        let mut changed: FxHashMap<(&[u8], NaiveDate), &Vec<Invoice>> = FxHashMap::default();
        for (key, theirs) in &there {
            let Some(ours) = here.get(key) else { continue };
            count += theirs.len();
            units += theirs.iter().map(|invoice| i128::from(invoice.amount.units())).sum::<i128>();
            if open(theirs) < open(ours) {
                changed.insert(*key, theirs);
            }
        }
        let mut all: Vec<(Invoice, &[u8])> = Vec::new();
        let mut replaced = FxHashSet::default();
        for (invoice, number) in self.invoices().zip(self.numbers()) {
            let key = (number, invoice.issued);
            match changed.get(&key) {
                None => all.push((invoice, number)),
                // All parts of it, where the first of ours stood.
                Some(theirs) if replaced.insert(key) => {
                    let said = |theirs: &Invoice| Invoice {
                        customer: invoice.customer,
                        labels: invoice.labels,
                        due: theirs.due.or(invoice.due),
                        ..*theirs
                    };
                    all.extend(theirs.iter().map(|theirs| (said(theirs), number)));
                }
                Some(_) => {}
            }
        }
        let is_new = |(invoice, number): &(Invoice, &[u8])| !here.contains_key(&(*number, invoice.issued));
        let added: Vec<_> = other.invoices().zip(other.numbers()).filter(is_new).collect();
        let mut whole = self.with_invoices(all.into_iter());
        whole.absorb(&other.with_invoices(added.into_iter()));
        *self = whole;
        (count, units)
    }
}

fn parts(ledger: &Ledger) -> Parts<'_> {
    let mut parts = Parts::default();
    for (invoice, number) in ledger.invoices().zip(ledger.numbers()).filter(|(_, number)| !number.is_empty()) {
        parts.entry((number, invoice.issued)).or_default().push(invoice);
    }
    parts
}

/// What is open of them all.
fn open(parts: &[Invoice]) -> i128 {
    let of = |invoice: &Invoice| if invoice.settled.is_some() { 0 } else { i128::from(invoice.open.units()) };
    parts.iter().map(of).sum::<i128>().abs()
}
