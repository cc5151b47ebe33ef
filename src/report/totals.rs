//! What a dataset amounts to, in two sums: enough to tell one way to read it from another.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::at::At;
use crate::data::Dataset;
use crate::error::Error;
use crate::money::published;

/// What a dataset amounts to.
#[apply(answer!)]
pub struct Totals {
    /// Receivables at its default date; `null` where they are not known.
    pub receivables: Option<Decimal>,
    /// Sales of its whole history, tax included where a month knows that; `null` where none are known.
    pub sales: Option<Decimal>,
}

/// The two sums of a dataset, at its default date and under the usual conventions.
///
/// # Errors
///
/// Those of [`Dataset::history`].
pub fn totals(dataset: &Dataset) -> Result<Totals, Error> {
    let history = dataset.history(&At::default())?;
    let sales: Vec<Decimal> =
        history.months().filter_map(|(_, row)| row.sales_incl_tax.or(row.sales_excl_tax)).map(published).collect();
    Ok(Totals {
        receivables: history.last().receivables.map(published),
        sales: (!sales.is_empty()).then(|| sales.iter().sum()),
    })
}
