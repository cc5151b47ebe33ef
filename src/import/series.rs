//! Rows to a monthly series.

use super::field::{Field, names_tax};
use super::rows::{Fate, Rows};
use crate::issue::{Issue, IssueCode};
use crate::money::Amount;
use crate::period::Month;
use crate::series::{MonthRow, Series};

/// A monthly series as its rows come by, in any order.
#[derive(Default)]
pub struct SeriesReader {
    /// Sorted by month: a series has few, and most come in order.
    months: Vec<(Month, MonthRow)>,
}

impl SeriesReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        match read_row(rows) {
            Ok((month, row)) => match self.months.binary_search_by_key(&month, |(month, _)| *month) {
                Ok(_) => rows.reject(IssueCode::DuplicateMonth, Field::Month),
                Err(position) => {
                    self.months.insert(position, (month, row));
                    Fate::Accepted
                }
            },
            Err(fate) => fate,
        }
    }

    /// The series; `None` if no row was accepted.
    pub fn finish(self, rows: &mut Rows) -> Option<Series> {
        let months = self.months;
        let (first, last) = (months.first()?.0, months.last()?.0);
        let length = last.since(first)?;
        assume_tax_basis(rows);
        let mut series = vec![MonthRow::default(); length + 1];
        let mut next = first;
        let mut missing = None;
        for (month, row) in months {
            if month > next {
                missing = missing.or(Some(next));
            }
            next = month.plus(1);
            if let Some(slot) = month.since(first).and_then(|index| series.get_mut(index)) {
                *slot = row;
            }
        }
        if let Some(month) = missing {
            let given = usize::try_from(rows.counts().accepted).unwrap_or(usize::MAX);
            let issue = Issue::new(IssueCode::MissingMonth).reading(&month.to_string());
            rows.issues.push(issue.counting((length + 1).saturating_sub(given)));
        }
        Some(Series::new(first, series))
    }
}

fn read_row(rows: &mut Rows) -> Result<(Month, MonthRow), Fate> {
    let month = rows.month(Field::Month)?;
    let mut amount = |field| rows.amount(field).map(|amount| amount.map(Amount::to_decimal));
    let row = MonthRow {
        sales_incl_tax: amount(Field::SalesInclTax)?,
        sales_excl_tax: amount(Field::SalesExclTax)?,
        receivables: amount(Field::Receivables)?,
        overdue: amount(Field::Overdue)?,
        disputed: amount(Field::Disputed)?,
        disputed_overdue: None,
        purchases: amount(Field::Purchases)?,
        supplier_invoices: None,
        cost_of_sales: amount(Field::CostOfSales)?,
        inventory: amount(Field::Inventory)?,
        payables: amount(Field::Payables)?,
    };
    if row.receivables.is_some_and(|receivables| receivables.is_sign_negative() && !receivables.is_zero()) {
        let issue =
            Issue::new(IssueCode::NegativeReceivables).on_line(rows.line()).reading(&rows.text(Field::Receivables));
        rows.issues.push(issue);
    }
    Ok((month, row))
}

/// A header such as "sales" leaves open whether tax is in them.
fn assume_tax_basis(rows: &mut Rows) {
    if let Some(column) = rows.layout.column(Field::SalesInclTax)
        && !names_tax(rows.layout.header(column))
    {
        rows.issues.push(Issue::new(IssueCode::TaxBasisAssumed).in_column(column).reading(rows.layout.header(column)));
    }
}
