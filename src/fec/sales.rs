//! The sales of a general ledger, by the three conventions on what they are.

use super::Year;
use crate::conventions::FecSales;

/// What the entries of a year say about its sales, in ledger units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sales {
    /// Is there any entry with a line on 70x?
    pub has_entries: bool,
    /// What those entries put on accounts 41x, month by month.
    pub entries: Vec<i128>,
    /// What they credit to 70x and 4457x, less what they debit there, month by month.
    pub with_vat: Vec<i128>,
    /// What they put on 41x and on accounts of cash and banks (5x).
    pub charged_or_paid: i128,
    /// What other entries charge to customers, but for those that charge nothing new: against cash and banks, bills
    /// (413), doubtful debts (416), deposits (419), or another customer.
    pub charged_elsewhere: i128,
}

/// The convention that fits a history best.
///
/// What was sold is what entries with a line on 70x put on customers and into cash, or what they credit to 70x and
/// 4457x if that is more, as with cards and market places; and what other entries charge to customers. Over the whole
/// history, the convention that comes nearest to it is the usual one; of equals the first of sales with VAT, sales
/// entries, debits.
#[must_use]
pub fn usual(years: &[Year]) -> FecSales {
    let sum = |of: &dyn Fn(&Year) -> i128| -> i128 { years.iter().map(of).sum() };
    let entries = sum(&|year| year.sales.entries.iter().sum());
    let with_vat = sum(&|year| year.sales.with_vat.iter().sum());
    let debits = sum(&|year| year.customer_debits().map_or(0, |months| months.iter().sum()));
    let charged_or_paid = sum(&|year| year.sales.charged_or_paid);
    let sold = with_vat.max(charged_or_paid) + sum(&|year| year.sales.charged_elsewhere);
    if !years.iter().any(|year| year.sales.has_entries) {
        return FecSales::CustomerDebits;
    }
    let candidates =
        [(FecSales::SalesAndVat, with_vat), (FecSales::SalesEntries, entries), (FecSales::CustomerDebits, debits)];
    let nearest = candidates.into_iter().min_by_key(|(_, amount)| (sold - amount).unsigned_abs());
    nearest.map_or(FecSales::SalesAndVat, |(convention, _)| convention)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::NaiveDate;

    use super::*;
    use crate::fec::{AccountMonths, Chart, Flow, Root};
    use crate::ledger::Ledger;
    use crate::period::Month;

    /// A year of one month with these debits of 411.
    fn year(debits: i128, sales: Sales) -> Year {
        let date = NaiveDate::default();
        let customers = AccountMonths { opening: 0, months: vec![Flow { debit: debits, credit: 0 }] };
        Year {
            first: Month::of(date),
            last_date: date,
            months: 1,
            chart: Chart::French,
            accounts: BTreeMap::from([(Root::of(b"411"), customers)]),
            sales,
            items: Ledger::default(),
            undated_items: Ledger::default(),
        }
    }

    fn sales(entries: i128, with_vat: i128, charged_or_paid: i128, charged_elsewhere: i128) -> Sales {
        let has_entries = with_vat != 0;
        Sales { has_entries, entries: vec![entries], with_vat: vec![with_vat], charged_or_paid, charged_elsewhere }
    }

    #[test]
    fn the_usual_convention_is_the_nearest_to_what_was_sold() {
        let all_alike = year(1200, sales(1200, 1200, 1200, 0));
        assert_eq!(usual(&[all_alike]), FecSales::SalesAndVat);
        let returned_debits = year(1500, sales(1200, 1200, 1200, 0));
        assert_eq!(usual(&[returned_debits]), FecSales::SalesAndVat);
        let cash_sales = year(300, sales(300, 1200, 1200, 0));
        assert_eq!(usual(&[cash_sales]), FecSales::SalesAndVat);
        let vat_elsewhere = year(1500, sales(1200, 1000, 1200, 0));
        assert_eq!(usual(&[vat_elsewhere]), FecSales::SalesEntries);
        let rents = year(1200, sales(100, 100, 100, 1100));
        assert_eq!(usual(&[rents]), FecSales::CustomerDebits);
        let no_entries = year(1200, Sales::default());
        assert_eq!(usual(&[no_entries]), FecSales::CustomerDebits);
    }

    #[test]
    fn the_convention_is_one_for_all_years() {
        let (cash, credit) = (year(0, sales(0, 900, 900, 0)), year(1300, sales(1200, 1200, 1200, 0)));
        assert_eq!(usual(&[cash, credit]), FecSales::SalesAndVat);
    }
}
