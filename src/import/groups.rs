//! Groups given beside the list that they were made of: the same invoices twice, of which one file is enough.

use std::collections::BTreeMap;

use super::{Data, Imported};
use crate::issue::{Issue, IssueCode};
use crate::ledger::Ledger;
use crate::money;
use crate::period::Month;

/// Leaves the groups out where a list of the same invoices tells more, by name and by number; the list where only the groups
/// know what is paid. They are the same where most months that both know were sold to the cent.
pub fn set_aside_twins<'a>(tables: impl Iterator<Item = &'a mut Imported>) {
    let mut tables: Vec<&mut Imported> = tables.collect();
    let pays = tables.iter().any(|table| !table.payments.is_empty() || !table.marks.is_empty());
    let of = |tables: &[&mut Imported], is_grouped: bool| -> Vec<usize> {
        let is_such = |table: &Imported| ledger(table).is_some_and(|ledger| ledger.has_groups() == is_grouped);
        (0..tables.len()).filter(|at| tables.get(*at).is_some_and(|table| is_such(table))).collect()
    };
    let (groups, lists) = (of(&tables, true), of(&tables, false));
    if groups.is_empty() || lists.is_empty() {
        return;
    }
    let sold_by =
        |places: &[usize]| sold(places.iter().filter_map(|at| tables.get(*at).and_then(|table| ledger(table))));
    let (by_groups, by_lists) = (sold_by(&groups), sold_by(&lists));
    let shared = by_groups.keys().filter(|month| by_lists.contains_key(*month)).count();
    let equal = by_groups.iter().filter(|(month, sold)| by_lists.get(*month) == Some(*sold)).count();
    if equal * 2 <= shared {
        return;
    }
    let knows =
        |at: &usize| tables.get(*at).and_then(|table| ledger(table)).is_some_and(|list| !list.is_of_open_items());
    let less = if pays || lists.iter().any(knows) { groups } else { lists };
    for at in less {
        let Some(table) = tables.get_mut(at) else { continue };
        let invoices = ledger(table).map(|ledger| sold(std::iter::once(ledger)).into_values().sum());
        table.data = None;
        table.alternative = None;
        let rows = &mut table.source.rows;
        let count = std::mem::take(&mut rows.accepted);
        rows.ignored += count;
        if let Some(reading) = &mut table.source.reading {
            reading.blocks.iter_mut().for_each(|block| block.used = false);
        }
        // They are no findings on what counts.
        for code in [IssueCode::GroupedInvoices, IssueCode::OnlyOpenInvoices, IssueCode::NoPaymentColumn] {
            table.issues.forget(code);
        }
        let issue = Issue::new(IssueCode::GroupsBesideList).counting(usize::try_from(count).unwrap_or(usize::MAX));
        table.issues.push(issue.amounting(money::total(invoices.unwrap_or_default())));
    }
}

const fn ledger(table: &Imported) -> Option<&Ledger> {
    match &table.data {
        Some(Data::Ledger(ledger)) => Some(ledger),
        _ => None,
    }
}

/// What was sold in each month, in ledger units.
fn sold<'a>(ledgers: impl Iterator<Item = &'a Ledger>) -> BTreeMap<Month, i128> {
    let mut months = BTreeMap::new();
    for invoice in ledgers.flat_map(Ledger::invoices).filter(|invoice| !invoice.on_account) {
        *months.entry(Month::of(invoice.issued)).or_default() += i128::from(invoice.sold.units());
    }
    months
}
