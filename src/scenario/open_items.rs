//! When open invoices are paid: nobody knows, so each is there in parts, as its customer's history says of invoices
//! that were still open at that age.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::cells::{NEVER, Traits, small};
use crate::behaviour::{EARLIEST, Observations, OpenItem, Study};
use crate::ledger::CustomerId;
use crate::period::days_between;

/// Rows of parts kept before they are handed on.
const ROWS: usize = 1 << 13;

/// What the open invoices of a ledger are paid by.
pub struct OpenParts<'a> {
    /// How customers pay.
    pub study: &'a Study,
    /// What is open was still open then.
    pub open_until: NaiveDate,
}

/// An open invoice.
pub struct OpenInvoice {
    /// Its customer.
    pub customer: CustomerId,
    /// What it is like.
    pub alike: Traits,
    /// What credits leave of it, in ledger units; above zero.
    pub left: i64,
}

/// Takes a part: what it is like, the day it is paid on from issue, and how much in ledger units.
type Take<'t> = dyn FnMut(&Traits, i32, i64) + 't;

impl OpenParts<'_> {
    /// Hands on every part of `open`.
    pub fn each(&self, mut open: Vec<OpenInvoice>, take: &mut Take<'_>) {
        open.sort_by_key(|item| (item.customer, self.base(&item.alike), item.alike));
        let last = self.study.all().steps().last().map_or(EARLIEST, |(day, _)| day);
        let mut rows = Rows { last, by_kind: FxHashMap::default(), list: Vec::new() };
        let mut room = Observations::default();
        for items in open.chunk_by(|one, other| one.customer == other.customer) {
            let customer = items.first().map_or(CustomerId::default(), |item| item.customer);
            let (curve, _) = self.study.curve_of(customer, &mut room);
            // Split together, so that it does not matter whether the data groups them.
            for alike_items in items.chunk_by(|one, other| one.alike == other.alike) {
                let Some(OpenInvoice { alike, .. }) = alike_items.first() else { continue };
                let left = alike_items.iter().fold(0_i64, |sum, item| sum.saturating_add(item.left));
                let days_until_due = alike.due.map_or(0, |due| days_between(self.open_until, due));
                let age = self.base(alike).map(|base| days_between(base, self.open_until));
                let found = age.filter(|_| self.study.has_payments()).map(|age| (age, curve.open_for(age)));
                match (found.filter(|(_, item)| item.is_ever_paid()), alike.due) {
                    (Some((age, item)), _) => rows.add(alike, &item, age, left.unsigned_abs()),
                    // Where nothing was ever paid later, what is not yet due is taken to be paid when it is.
                    (None, Some(due)) if days_until_due > 0 => {
                        take(alike, small(days_between(alike.issued, due)), left);
                    }
                    _ => take(alike, NEVER, left),
                }
            }
            if rows.list.len() > ROWS {
                self.hand_on(&mut rows, take);
            }
        }
        self.hand_on(&mut rows, take);
    }

    /// The day delays are counted from.
    fn base(&self, alike: &Traits) -> Option<NaiveDate> {
        if self.study.is_from_due_date() { alike.due } else { Some(alike.issued) }
    }

    /// Days from issue to a payment with a delay.
    fn paid(&self, alike: &Traits, delay: i64) -> i32 {
        let from = self.base(alike).map_or(0, |base| days_between(alike.issued, base));
        small(from + delay)
    }

    fn hand_on(&self, rows: &mut Rows, take: &mut Take<'_>) {
        rows.by_kind.clear();
        for row in rows.list.drain(..) {
            for (delay, units) in (EARLIEST..).zip(&row.parts).filter(|(_, units)| **units > 0) {
                take(&row.alike, self.paid(&row.alike, delay), signed(*units));
            }
            take(&row.alike, NEVER, signed(row.never));
        }
    }
}

/// Parts by the day of payment, of invoices that are alike in everything else.
struct Rows {
    /// The longest delay ever seen.
    last: i64,
    by_kind: FxHashMap<Traits, usize>,
    list: Vec<Row>,
}

struct Row {
    alike: Traits,
    /// By delay, from the earliest.
    parts: Vec<u64>,
    never: u64,
}

impl Rows {
    /// Adds an open item of a certain age, in parts that add up to it.
    fn add(&mut self, alike: &Traits, item: &OpenItem<'_>, age: i64, units: u64) {
        let place = *self.by_kind.entry(*alike).or_insert(self.list.len());
        if place == self.list.len() {
            let days = usize::try_from(self.last - EARLIEST + 1).unwrap_or(0);
            self.list.push(Row { alike: *alike, parts: vec![0; days], never: 0 });
        }
        let Some(row) = self.list.get_mut(place) else { return };
        let mut left = units;
        // It is paid on one of the days after that age.
        let from = usize::try_from(age + 1 - EARLIEST).unwrap_or(0);
        for (later, part) in (age.max(EARLIEST - 1) + 1 - age..).zip(row.parts.iter_mut().skip(from)) {
            let still = item.still_unpaid(units, later).min(left);
            *part += left - still;
            left = still;
            if left == 0 {
                break;
            }
        }
        row.never += left;
    }
}

fn signed(units: u64) -> i64 {
    i64::try_from(units).unwrap_or(i64::MAX)
}
