//! The sales of a general ledger by every convention, and what each makes of the DSO.

use rust_decimal::{Decimal, dec};

use super::figures::SalesConvention;
use crate::at::At;
use crate::conventions::{Conventions, FecSales};
use crate::data::{Data, Dataset};
use crate::fec::Fec;
use crate::measures::Basis;
use crate::money::published;

/// Share of the usual sales from which the conventions differ enough to be told.
const TOLD_FROM: Decimal = dec!(0.02);

/// Every convention with its sales of the window and both DSO, the usual one marked; none for what is no general ledger
/// that is read.
pub fn sales_conventions(dataset: &Dataset, at: &At) -> Vec<SalesConvention> {
    match &dataset.data {
        Data::Fec(fec) if fec.is_read() => {
            FecSales::ALL.into_iter().map(|convention| under(dataset, fec, at, convention)).collect()
        }
        _ => Vec::new(),
    }
}

/// How far the conventions are from each other, if it is enough to be told.
pub fn difference(conventions: &[SalesConvention]) -> Option<Decimal> {
    let sales = || conventions.iter().filter_map(|convention| convention.sales);
    let usual = conventions.iter().find(|convention| convention.is_usual)?.sales?;
    let difference = sales().max()? - sales().min()?;
    (difference > Decimal::ZERO && difference >= usual.abs() * TOLD_FROM).then_some(difference)
}

fn under(dataset: &Dataset, fec: &Fec, at: &At, convention: FecSales) -> SalesConvention {
    // Neither term nor tax bears on sales that include it, and what is overdue takes long to tell.
    let conventions =
        Conventions { fec_sales: convention, term_days: None, vat_percent: None, ..at.conventions.clone() };
    let at = At { conventions, ..at.clone() };
    let mut answer = SalesConvention {
        convention,
        sales: None,
        accounting_dso: None,
        roll_back_dso: None,
        exhausted: false,
        is_usual: fec.sales_convention(FecSales::Usual) == convention,
    };
    let Ok(history) = dataset.history(&at) else { return answer };
    let basis = Basis::new(&history, &at.conventions, &at.balances);
    let window = history.months().filter(|(month, _)| *month >= basis.window.first);
    let known: Vec<Decimal> = window.filter_map(|(_, row)| row.sales_incl_tax).collect();
    if known.is_empty() {
        return answer;
    }
    answer.sales = Some(published(known.iter().sum()));
    answer.accounting_dso = basis.accounting_dso().ok().map(|figure| figure.days);
    if let Ok(figure) = basis.roll_back_dso() {
        answer.roll_back_dso = Some(figure.days);
        answer.exhausted = figure.is_lower_bound;
    }
    answer
}
