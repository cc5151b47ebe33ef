//! When open invoices are paid: nobody knows, so each is there in parts, as its customer's history says of invoices
//! that were still open at that age.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::cells::{NEVER, Traits};
use crate::behaviour::{EARLIEST, Observations, OpenItem, Study};
use crate::ledger::{CustomerId, Invoice};
use crate::period::days_between;

/// Rows of parts kept before they are handed on.
const ROWS: usize = 1 << 13;

/// What the open invoices of a ledger are paid by.
pub struct OpenParts<'a> {
    /// How customers pay.
    pub study: &'a Study,
    /// What is open was still open then.
    pub open_until: NaiveDate,
    /// Customers whose items are left alone.
    pub in_credit: &'a [bool],
}

/// Takes a part: what it is like, the day it is paid on from issue, and how much in ledger units.
type Take<'t> = dyn FnMut(&Traits, i32, i64) + 't;

impl OpenParts<'_> {
    /// Hands on every part of `open`. The credits of a customer are taken off its oldest items, as accounts are
    /// settled: what they cover is left alone.
    pub fn each(&self, mut open: Vec<(Invoice, Traits)>, take: &mut Take<'_>) {
        open.sort_by_key(|(invoice, alike)| (invoice.customer, self.base(alike), *alike, invoice.open));
        let last = self.study.all().steps().last().map_or(EARLIEST, |(day, _)| day);
        let mut rows = Rows { last, by_kind: FxHashMap::default(), list: Vec::new() };
        let mut room = Observations::default();
        for items in open.chunk_by(|(one, _), (other, _)| one.customer == other.customer) {
            let customer = items.first().map_or(CustomerId::default(), |(invoice, _)| invoice.customer);
            let credits = items.iter().filter(|(invoice, _)| invoice.open.is_negative());
            let mut credit: u64 = credits.map(|(invoice, _)| invoice.open.units().unsigned_abs()).sum();
            let is_left = customer.of(self.in_credit) == Some(&true);
            let (curve, _) = self.study.curve_of(customer, &mut room);
            for (invoice, alike) in items {
                let Ok(units) = u64::try_from(invoice.open.units()) else { continue };
                let taken = if is_left { units } else { units.min(credit) };
                credit -= taken.min(credit);
                take(alike, NEVER, signed(taken));
                let rest = units - taken;
                match self.base(alike).map(|base| days_between(base, self.open_until)) {
                    Some(age) if self.study.has_payments() => rows.add(alike, &curve.open_for(age), age, rest),
                    // Without any payment to learn from, what is not yet due is taken to be paid when it is.
                    Some(age) if age < 0 => take(alike, self.paid(alike, 0), signed(rest)),
                    _ => take(alike, NEVER, signed(rest)),
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
        i32::try_from(from + delay).unwrap_or(NEVER)
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
