//! What credit notes cancel: an invoice and its credit note move nothing, whatever the levers, and what is left of a credit
//! is kept back from what it is set against.
//!
//! A credit belongs to the invoice of its customer that has its number; else to one of the same amount that was open when
//! it was issued, settled on the same day before others, the latest first; else to what is settled with it, oldest first,
//! as accounts are settled. Credits that are open are set against open invoices only. A payment on account is no credit note:
//! one that is open is set against the oldest open invoices, one that is settled against nothing.

use std::iter::Peekable;
use std::vec::IntoIter;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::conventions::ReceivablesScope;
use crate::ledger::{CustomerId, Invoice, Ledger};

/// How an item ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum End {
    /// It has not.
    Open,
    /// On an unknown day.
    Undated,
    /// On a day.
    On(NaiveDate),
}

/// An invoice, or a credit, and what is left of it.
#[derive(Clone, Copy, Debug)]
struct Item {
    customer: CustomerId,
    issued: NaiveDate,
    place: usize,
    end: End,
    /// Its whole amount, without the sign.
    amount: u64,
    /// What is left to be set against another, without the sign.
    left: u64,
    is_credit: bool,
    /// Is it a payment, not a credit note? It is set against what is open only, the oldest first.
    is_payment: bool,
}

impl Item {
    fn of(place: usize, invoice: &Invoice) -> Self {
        let end = match invoice.settled {
            Some(day) => End::On(day),
            None if invoice.open.units() == 0 => End::Undated,
            None => End::Open,
        };
        let amount = invoice.amount.units().unsigned_abs();
        let left = if end == End::Open { invoice.open.units().unsigned_abs() } else { amount };
        let is_credit = is_credit(invoice);
        let is_payment = is_credit && invoice.on_account;
        let left = if is_payment && end != End::Open { 0 } else { left };
        Self { customer: invoice.customer, issued: invoice.issued, place, end, amount, left, is_credit, is_payment }
    }

    /// May a credit be set against it?
    fn answers(&self, credit: &Self) -> bool {
        let was_open = match self.end {
            End::On(day) => day >= credit.issued,
            End::Open | End::Undated => true,
        };
        self.left > 0 && was_open && (self.end == End::Open) == (credit.end == End::Open)
    }
}

fn is_credit(invoice: &Invoice) -> bool {
    invoice.open.is_negative() || (invoice.open.units() == 0 && invoice.amount.is_negative())
}

/// What of the invoices of a ledger is covered by credits, in ledger units, by their places.
#[derive(Debug)]
pub struct Covered(Peekable<IntoIter<(usize, u64)>>);

impl Covered {
    /// What credits issued by `as_of` cover in `ledger`.
    pub fn of(ledger: &Ledger, as_of: NaiveDate, scope: ReceivablesScope) -> Self {
        let counted = || {
            let all = ledger.invoices().enumerate();
            all.filter(move |(_, invoice)| invoice.issued <= as_of && invoice.standing.counts(scope))
        };
        let mut has_credits = vec![false; ledger.customer_count()];
        for (_, invoice) in counted().filter(|(_, invoice)| is_credit(invoice)) {
            if let Some(has) = invoice.customer.of_mut(&mut has_credits) {
                *has = true;
            }
        }
        let mut items: Vec<Item> = if has_credits.contains(&true) {
            let concerned = counted().filter(|(_, invoice)| invoice.customer.of(&has_credits) == Some(&true));
            concerned.map(|(place, invoice)| Item::of(place, &invoice)).collect()
        } else {
            Vec::new()
        };
        items.sort_unstable_by_key(|item| (item.customer, item.issued, item.is_credit, item.place));
        let mut covered = Vec::new();
        for items in items.chunk_by_mut(|one, other| one.customer == other.customer) {
            let before: Vec<u64> = items.iter().map(|item| item.left).collect();
            by_number(items, ledger);
            by_amount(items);
            by_end(items);
            let invoices = items.iter().zip(before).filter(|(item, before)| !item.is_credit && item.left < *before);
            covered.extend(invoices.map(|(item, before)| (item.place, before - item.left)));
        }
        covered.sort_unstable();
        Self(covered.into_iter().peekable())
    }

    /// What is covered of the invoice at a place. Places are asked for in their order, each at most once.
    pub fn at(&mut self, place: usize) -> i64 {
        while self.0.next_if(|(next, _)| *next < place).is_some() {}
        let found = self.0.next_if(|(next, _)| *next == place);
        found.map_or(0, |(_, units)| i64::try_from(units).unwrap_or(i64::MAX))
    }
}

/// Sets the credit at one place against the item at another.
fn set_against(items: &mut [Item], credit: usize, item: usize) {
    let left = |place: usize| items.get(place).map_or(0, |item| item.left);
    let taken = left(credit).min(left(item));
    for place in [credit, item] {
        if let Some(item) = items.get_mut(place) {
            item.left -= taken;
        }
    }
}

fn by_number(items: &mut [Item], ledger: &Ledger) {
    let mut invoices: FxHashMap<&[u8], usize> = FxHashMap::default();
    let number = |item: &Item| ledger.number(item.place).filter(|number| !number.is_empty());
    for (place, item) in items.iter().enumerate().filter(|(_, item)| !item.is_credit) {
        if let Some(number) = number(item) {
            invoices.insert(number, place);
        }
    }
    for place in 0..items.len() {
        let Some(credit) = items.get(place).filter(|item| item.is_credit && !item.is_payment).copied() else {
            continue;
        };
        let found = number(&credit).and_then(|number| invoices.get(number)).copied();
        if let Some(found) = found.filter(|found| items.get(*found).is_some_and(|item| item.answers(&credit))) {
            set_against(items, place, found);
        }
    }
}

fn by_amount(items: &mut [Item]) {
    // What was issued so far, the latest on top. What does not answer a credit does not answer a later one.
    let mut by_amount: FxHashMap<(u64, bool), Vec<usize>> = FxHashMap::default();
    let mut by_end: FxHashMap<(u64, End), Vec<usize>> = FxHashMap::default();
    for place in 0..items.len() {
        let Some(item) = items.get(place).copied() else { continue };
        let (same_amount, same_end) = ((item.amount, item.end == End::Open), (item.amount, item.end));
        if !item.is_credit {
            by_amount.entry(same_amount).or_default().push(place);
            by_end.entry(same_end).or_default().push(place);
            continue;
        }
        if item.left == 0 || item.is_payment {
            continue;
        }
        let answers = |place: &usize| items.get(*place).is_some_and(|other| other.answers(&item));
        let latest = |stack: Option<&mut Vec<usize>>| {
            let stack = stack?;
            while stack.pop_if(|place| !answers(place)).is_some() {}
            stack.pop()
        };
        let found = latest(by_end.get_mut(&same_end)).or_else(|| latest(by_amount.get_mut(&same_amount)));
        if let Some(found) = found {
            set_against(items, place, found);
        }
    }
}

fn by_end(items: &mut [Item]) {
    let mut credits: FxHashMap<End, u64> = FxHashMap::default();
    for item in items.iter().filter(|item| item.is_credit && item.left > 0) {
        *credits.entry(item.end).or_default() += item.left;
    }
    for item in items.iter_mut().filter(|item| !item.is_credit) {
        if let Some(credit) = credits.get_mut(&item.end) {
            let taken = item.left.min(*credit);
            item.left -= taken;
            *credit -= taken;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Covered;
    use crate::conventions::ReceivablesScope;
    use crate::ledger::{Invoice, LabelsId, Ledger, Standing};
    use crate::money::Amount;
    use crate::period::add_days;
    use chrono::NaiveDate;

    /// What is covered of each line: number, day issued, day settled, amount.
    fn covered(lines: &[(&str, i64, Option<i64>, i64)]) -> Vec<i64> {
        let day = |day: i64| add_days(NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default(), day);
        let mut ledger = Ledger::default();
        let customer = ledger.intern(b"A");
        for (number, issued, settled, amount) in lines {
            let amount = Amount::from_units(*amount);
            let invoice = Invoice {
                issued: day(*issued),
                due: None,
                settled: settled.map(day),
                amount,
                open: if settled.is_some() { Amount::ZERO } else { amount },
                customer,
                standing: Standing::Undisputed,
                on_account: false,
                sold: amount,
                labels: LabelsId::default(),
                count: 1,
            };
            ledger.push(invoice, number.as_bytes());
        }
        ledger.decode_names(|name| String::from_utf8_lossy(name).into_owned());
        let mut covered = Covered::of(&ledger, day(365), ReceivablesScope::default());
        (0..lines.len()).map(|place| covered.at(place)).collect()
    }

    #[test]
    fn a_number_says_more_than_an_amount() {
        assert_eq!(covered(&[("1", 0, None, 100), ("2", 1, None, 40), ("1", 9, None, -40)]), [40, 0, 0]);
    }

    #[test]
    fn the_same_amount_is_the_same_invoice() {
        // Settled together before others, the latest before older ones, and none that was paid before.
        let paid = Some(30);
        assert_eq!(covered(&[("1", 0, paid, 100), ("2", 1, Some(40), 100), ("3", 9, paid, -100)]), [100, 0, 0]);
        assert_eq!(covered(&[("1", 0, None, 100), ("2", 1, None, 100), ("3", 9, None, -100)]), [0, 100, 0]);
        assert_eq!(covered(&[("1", 0, Some(8), 100), ("2", 1, Some(50), 100), ("3", 9, paid, -100)]), [0, 100, 0]);
    }

    #[test]
    fn the_rest_is_set_against_what_is_settled_with_it() {
        assert_eq!(covered(&[("1", 0, None, 60), ("2", 1, None, 70), ("3", 9, None, -80)]), [60, 20, 0]);
        let paid = Some(30);
        assert_eq!(covered(&[("1", 0, Some(40), 60), ("2", 1, paid, 70), ("3", 9, paid, -20)]), [0, 20, 0]);
    }

    #[test]
    fn an_open_credit_is_not_set_against_what_is_paid() {
        assert_eq!(covered(&[("1", 0, Some(30), 100), ("2", 9, None, -100)]), [0, 0]);
    }
}
