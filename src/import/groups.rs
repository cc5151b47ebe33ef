//! Groups given beside the list that they were made of, or beside groups of another day: what both hold counts once.
//!
//! Invoices are told by what groups and lists both say of them: the days of issue and of term, and the segments that both
//! have. Where most of what two tables share comes to the same amounts, they are of the same invoices: of what they share one
//! is left out, and what only one of them has stays.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::combine::set_rows_aside;
use super::{Data, Imported};
use crate::issue::{Issue, IssueCode};
use crate::ledger::{Invoice, Ledger, plain};
use crate::money;

/// What invoices of groups are told by: their days, and the number of what their segments say.
type Key = (NaiveDate, Option<NaiveDate>, u32);

/// Leaves out what stands in two tables of which one at least is of groups.
pub fn count_once<'a>(tables: impl Iterator<Item = &'a mut Imported>) {
    let tables: Vec<&mut Imported> = tables.collect();
    let paid_by_payments: i128 =
        tables.iter().flat_map(|table| &table.payments).map(|payment| i128::from(payment.amount.units()).abs()).sum();
    let mut tables: Vec<&mut Imported> = tables.into_iter().filter(|table| ledger(table).is_some()).collect();
    let is_grouped = |table: &Imported| ledger(table).is_some_and(Ledger::is_grouped);
    if tables.len() < 2 || !tables.iter().any(|table| is_grouped(table)) {
        return;
    }
    // Groups among each other first, so that one is left to be set against the list.
    for only_groups in [true, false] {
        for later in 1..tables.len() {
            let (before, rest) = tables.split_at_mut(later);
            let Some(later) = rest.first_mut() else { continue };
            for earlier in before {
                let groups = [is_grouped(earlier), is_grouped(later)];
                if groups == [false, false] || only_groups != (groups == [true, true]) {
                    continue;
                }
                set_aside_shared(earlier, later, paid_by_payments);
            }
        }
    }
}

/// What two tables both hold is left out of one of them.
fn set_aside_shared(one: &mut Imported, other: &mut Imported, paid_by_payments: i128) {
    let is_in_one_currency = match (&one.source.currency, &other.source.currency) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        _ => true,
    };
    let (Some(first), Some(second)) = (ledger(one), ledger(other)) else { return };
    if !is_in_one_currency {
        return;
    }
    let mut keys = Keys::default();
    let shared_columns: Vec<String> = first
        .segments()
        .names()
        .map(plain)
        .filter(|name| second.segments().names().any(|other| plain(other) == *name))
        .collect();
    let (first_keys, second_keys) = (keys.of(first, &shared_columns), keys.of(second, &shared_columns));
    let (first_sums, second_sums) = (sums(first, &first_keys), sums(second, &second_keys));
    let shared: FxHashMap<Key, [Sum; 2]> =
        first_sums.iter().filter_map(|(key, sum)| Some((*key, [*sum, *second_sums.get(key)?]))).collect();
    // A list of open items has of the invoices those alone that are open.
    let is_equal = |[one, other]: &[Sum; 2]| one.amount == other.amount || (one.open == other.open && one.open != 0);
    let equal = shared.values().filter(|sums| is_equal(sums)).count();
    if equal * 2 <= shared.len() {
        return;
    }
    let paid = |side: usize| -> i128 {
        shared.values().filter_map(|sums| sums.get(side)).map(|sum| (sum.amount - sum.open).abs()).sum()
    };
    let second_wins = match (first.is_grouped(), second.is_grouped()) {
        // The newest picture.
        (true, true) => second.pictured_day() > first.pictured_day(),
        // A list tells more, by name and by number, where it knows as well what is paid.
        (true, false) => (paid(1) + paid_by_payments) * 10 >= paid(0) * 9,
        _ => (paid(0) + paid_by_payments) * 10 < paid(1) * 9,
    };
    // Of what is not the same in both, some is missing where there is less.
    let is_kept = |key: &Key, is_second: bool| {
        let Some([one, other]) = shared.get(key) else { return true };
        let (own, others) = if is_second { (other, one) } else { (one, other) };
        let (own, others) = (own.amount.abs(), others.amount.abs());
        if own == others { is_second == second_wins } else { own > others }
    };
    let day = first.pictured_day().max(second.pictured_day());
    let kept_of = |keys: &[Key], is_second: bool| keys.iter().map(|key| is_kept(key, is_second)).collect::<Vec<bool>>();
    let (first_kept, second_kept) = (kept_of(&first_keys, false), kept_of(&second_keys, true));
    for (table, kept, wins) in [(one, first_kept, !second_wins), (other, second_kept, second_wins)] {
        leave_out(table, &kept, wins);
        if let Some(Data::Ledger(ledger)) = &mut table.data {
            ledger.picture_on(day);
        }
    }
}

/// Leaves the rows out that are not kept. What came back of payments in groups that do not count is told by payments.
fn leave_out(table: &mut Imported, kept: &[bool], wins: bool) {
    let Some(Data::Ledger(ledger)) = &table.data else { return };
    let came_back = |invoice: &Invoice| !wins && ledger.is_grouped() && invoice.on_account;
    let rows = || ledger.invoices().zip(ledger.numbers()).zip(kept);
    let is_left_out = |((invoice, _), kept): &((Invoice, &[u8]), &bool)| !**kept || came_back(invoice);
    let (mut count, mut invoices, mut units) = (0, 0_usize, 0);
    for ((invoice, number), _) in rows().filter(is_left_out) {
        count += 1;
        invoices += usize::try_from(invoice.count).unwrap_or(0);
        units += if invoice.on_account { 0 } else { i128::from(invoice.sold.units()) };
        table.numbers_set_aside.extend((!number.is_empty()).then(|| number.into()));
    }
    if count == 0 {
        return;
    }
    let left = rows().filter(|row| !is_left_out(row)).map(|(row, _)| row);
    let left = ledger.with_invoices(left);
    let is_empty = left.is_empty();
    table.data = (!is_empty).then_some(Data::Ledger(left));
    table.alternative = None;
    if is_empty {
        table.source.leave_out();
        // They are no findings on what counts; what is in another currency may be here alone.
        for code in [
            IssueCode::GroupedInvoices,
            IssueCode::OnlyOpenInvoices,
            IssueCode::NoPaymentColumn,
            IssueCode::CreditNotes,
        ] {
            table.issues.forget(code);
        }
    } else {
        set_rows_aside(&mut table.source, count);
    }
    let issue = Issue::new(IssueCode::GroupsBesideList).counting(invoices);
    table.issues.push(issue.amounting(money::total(units)));
}

/// What invoices of one key come to.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    amount: i128,
    open: i128,
}

fn sums(ledger: &Ledger, keys: &[Key]) -> FxHashMap<Key, Sum> {
    let mut sums: FxHashMap<Key, Sum> = FxHashMap::default();
    for (invoice, key) in ledger.invoices().zip(keys).filter(|(invoice, _)| !invoice.on_account) {
        let sum = sums.entry(*key).or_default();
        sum.amount += i128::from(invoice.sold.units());
        sum.open += if invoice.settled.is_some() { 0 } else { i128::from(invoice.open.units()) };
    }
    sums
}

/// What segments say, numbered.
#[derive(Default)]
struct Keys {
    said: FxHashMap<String, u32>,
}

impl Keys {
    /// The key of each invoice, by some columns.
    fn of(&mut self, ledger: &Ledger, columns: &[String]) -> Vec<Key> {
        let segments = ledger.segments();
        let names: Vec<&str> =
            columns.iter().filter_map(|column| segments.names().find(|name| plain(name) == *column)).collect();
        let mut known: FxHashMap<_, u32> = FxHashMap::default();
        let mut key = |invoice: Invoice| {
            let number = *known.entry(invoice.labels).or_insert_with(|| {
                let said = names.iter().map(|name| plain(segments.value_of(name, invoice.labels).unwrap_or_default()));
                let next = u32::try_from(self.said.len()).unwrap_or(u32::MAX);
                *self.said.entry(said.collect::<Vec<_>>().join("\n")).or_insert(next)
            });
            (invoice.issued, invoice.due, number)
        };
        ledger.invoices().map(&mut key).collect()
    }
}

fn ledger(table: &Imported) -> Option<&Ledger> {
    table.data.as_ref().and_then(Data::list)
}
