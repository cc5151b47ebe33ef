//! Rows to a monthly series.

use std::collections::BTreeMap;

use super::field::{Field, names_tax};
use super::rows::{Fate, Rows};
use crate::issue::{Issue, IssueCode};
use crate::money::Amount;
use crate::period::Month;
use crate::series::{MonthRow, Series};

/// Reads a monthly series; `None` if no row was accepted. Rows may come in any order.
pub fn read(rows: &mut Rows<'_>) -> Option<Series> {
    let mut months = BTreeMap::new();
    rows.for_each(|rows| match read_row(rows) {
        Ok((month, row)) => {
            if let std::collections::btree_map::Entry::Vacant(entry) = months.entry(month) {
                entry.insert(row);
                Fate::Accepted
            } else {
                rows.reject(IssueCode::DuplicateMonth, Field::Month)
            }
        }
        Err(fate) => fate,
    });
    let (first, last) = (*months.keys().next()?, *months.keys().next_back()?);
    let length = last.since(first)?;
    assume_tax_basis(rows);
    tell_gaps(rows, first, length, &months);
    let month_at = |index: usize| first.plus(i32::try_from(index).unwrap_or(i32::MAX));
    Some(Series::new(first, (0..=length).map(|index| months.remove(&month_at(index)).unwrap_or_default()).collect()))
}

fn read_row(rows: &mut Rows<'_>) -> Result<(Month, MonthRow), Fate> {
    let month = rows.month(Field::Month)?;
    let mut amount = |field| rows.amount(field).map(|amount| amount.map(Amount::to_decimal));
    let row = MonthRow {
        sales_incl_tax: amount(Field::SalesInclTax)?,
        sales_excl_tax: amount(Field::SalesExclTax)?,
        receivables: amount(Field::Receivables)?,
        overdue: amount(Field::Overdue)?,
        disputed: amount(Field::Disputed)?,
        purchases: amount(Field::Purchases)?,
        cost_of_sales: amount(Field::CostOfSales)?,
        inventory: amount(Field::Inventory)?,
        payables: amount(Field::Payables)?,
    };
    if row.receivables.is_some_and(|receivables| receivables.is_sign_negative() && !receivables.is_zero()) {
        let issue =
            Issue::new(IssueCode::NegativeReceivables).on_line(rows.line()).reading(rows.text(Field::Receivables));
        rows.issues.push(issue);
    }
    Ok((month, row))
}

/// A header such as "sales" leaves open whether tax is in them.
fn assume_tax_basis(rows: &mut Rows<'_>) {
    if let Some(column) = rows.layout.column(Field::SalesInclTax)
        && !names_tax(rows.layout.header(column))
    {
        rows.issues.push(Issue::new(IssueCode::TaxBasisAssumed).in_column(column).reading(rows.layout.header(column)));
    }
}

fn tell_gaps(rows: &mut Rows<'_>, first: Month, length: usize, months: &BTreeMap<Month, MonthRow>) {
    let all = (0..=length).map(|index| first.plus(i32::try_from(index).unwrap_or(i32::MAX)));
    let mut missing = all.filter(|month| !months.contains_key(month)).peekable();
    if let Some(month) = missing.peek() {
        let issue = Issue::new(IssueCode::MissingMonth).reading(&month.to_string());
        rows.issues.push(issue.counting(missing.count()));
    }
}
