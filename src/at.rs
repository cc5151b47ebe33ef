//! Where a question is asked: everybody needs a date, conventions, and what the data lacks.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::conventions::Conventions;
use crate::cut::Cut;

/// The date, the conventions and the typed balances that a dataset is asked with.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct At {
    /// The date of the figures; the default one of the data if left out.
    #[serde(deserialize_with = "crate::period::deserialize_date")]
    pub as_of: Option<NaiveDate>,
    /// The conventions.
    pub conventions: Conventions,
    /// Balances typed in beside the data.
    pub balances: TypedBalances,
    /// The part of the data.
    pub cut: Cut,
}

/// Balances typed in by the user; they stand in for what the data lacks, and never replace what it has.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct TypedBalances {
    /// Receivables at the as-of date, tax included.
    pub receivables: Option<Decimal>,
    /// Sales of the window, tax included.
    pub sales: Option<Decimal>,
    /// Receivables handed over to a factor at the as-of date, tax included, which are not among those of the data.
    pub factored: Option<Decimal>,
    /// Inventory at the as-of date.
    pub inventory: Option<Decimal>,
    /// Payables at the as-of date, tax included.
    pub payables: Option<Decimal>,
    /// Purchases of the window, tax included.
    pub purchases: Option<Decimal>,
    /// Cost of sales of the window.
    pub cost_of_sales: Option<Decimal>,
}
