//! The values of a segment, as they cross the boundary.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::at::At;
use crate::customers::{CustomerColumn, CustomerRow, CustomerTotals, WholeDso};

/// Which segment is asked for, and which part of its values.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct SegmentsRequest {
    /// The date and the conventions of the report it goes with.
    pub baseline: At,
    /// The heading of the column; the first one if left out.
    pub column: Option<String>,
    /// What the values are sorted by; [`CustomerColumn::Expected`] says nothing of a segment.
    pub sort: CustomerColumn,
    /// From the least up? From the most down if left out.
    pub ascending: bool,
    /// How many are skipped.
    pub start: u32,
    /// How many are given, at most 500; the rest is summed up.
    pub count: u32,
    /// The date that the DSO is compared with, if it is.
    #[serde(deserialize_with = "crate::period::deserialize_date")]
    pub compare_to: Option<NaiveDate>,
}

/// A column that is marked as a segment.
#[apply(answer!)]
pub struct SegmentColumn {
    /// Its heading.
    pub name: String,
    /// How many different values it has.
    pub values: u32,
}

/// One value of a segment.
#[apply(answer!)]
pub struct SegmentRow {
    /// The figures of its invoices, as of a customer of this name: the value, empty for the rows that say nothing there.
    pub figures: CustomerRow,
    /// How many customers owe something of it.
    pub customers: u32,
    /// How many invoices and credit notes of it were issued by the date; of an aged balance, how many rows it has.
    pub invoices: u32,
}

/// The values that are not given one by one, taken together.
#[apply(answer!)]
pub struct OtherSegments {
    /// How many they are.
    pub values: u32,
    /// Their sums.
    pub totals: CustomerTotals,
}

/// A segment: its values, from the one that weighs most down.
#[apply(answer!)]
pub struct SegmentsPage {
    /// The date of the figures.
    pub as_of: NaiveDate,
    /// The columns that are marked.
    pub columns: Vec<SegmentColumn>,
    /// The heading of the one that is given.
    pub column: String,
    /// How many of its values have invoices by the date.
    pub total: u32,
    /// The DSO that `dsoDays` are parts of; `null` where it is undefined, or nothing is owed.
    pub dso: Option<WholeDso>,
    /// Sums of all values.
    pub totals: CustomerTotals,
    /// Ends of the bands of `ages`, in days overdue.
    pub aging_bounds: Vec<u32>,
    /// The values asked for.
    pub rows: Vec<SegmentRow>,
    /// All others, which with `rows` make `totals`; `null` where all are given.
    pub others: Option<OtherSegments>,
    /// Why the DSO changed since the date to compare with, and which segments made it; `null` where none was given, or nothing was sold in
    /// one of the windows.
    pub change: Option<SegmentChange>,
}

/// A change of the DSO by the accounting method, receivables ÷ sales of the window × its days, in two effects.
///
/// The DSO is the mean of those of the segments, weighted by their sales. Behaviour is what the segments' own DSO changed, at
/// the mean of their weights at both dates: Σ (w₀ + w₁) ÷ 2 × (d₁ − d₀). Mix is what their weights changed, at how far the mean of
/// their DSO lies from that of all: Σ (w₁ − w₀) × ((d₀ + d₁) ÷ 2 − (D₀ + D₁) ÷ 2). Both add up to the change, and those of
/// single segments to those of all.
///
/// A segment that sells at one of the dates only, and owes nothing at the other, makes mix alone; what is still owed where
/// nothing is sold any more is behaviour.
#[apply(answer!)]
pub struct SegmentChange {
    /// The earlier date.
    pub from: NaiveDate,
    /// The later one.
    pub to: NaiveDate,
    /// The DSO at the earlier date, on receivables at its close.
    pub from_days: Decimal,
    /// The DSO at the later date.
    pub to_days: Decimal,
    /// What the weights of the segments changed.
    pub mix: Decimal,
    /// What their own DSO changed.
    pub behaviour: Decimal,
    /// The segments, from the one that changed the DSO most: at most 500.
    pub rows: Vec<SegmentEffect>,
    /// What all others changed; zero where there are none.
    pub others: Decimal,
}

/// What one segment changed of the DSO.
#[apply(answer!)]
pub struct SegmentEffect {
    /// The value.
    pub value: String,
    /// Its own DSO at the earlier date; `null` where it sold nothing.
    pub from_days: Option<Decimal>,
    /// Its own DSO at the later date.
    pub to_days: Option<Decimal>,
    /// Its share of the sales at the earlier date, in percent.
    pub from_share: Decimal,
    /// Its share of the sales at the later date.
    pub to_share: Decimal,
    /// What its weight changed.
    pub mix: Decimal,
    /// What its own DSO changed.
    pub behaviour: Decimal,
}
