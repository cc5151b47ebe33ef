//! Segments: the figures by salesperson, region or whatever column is marked as one. Parts add up to the whole.

mod answer;
mod mix;

use rustc_hash::FxHashMap;

use crate::at::At;
use crate::behaviour::Observations;
use crate::customers::CustomerTable;
use crate::data::{Data, Dataset};
use crate::error::Error;
use crate::ledger::{CustomerId, LabelsId, Segments};

pub use answer::{
    OtherSegments, SegmentChange, SegmentColumn, SegmentEffect, SegmentRow, SegmentsPage, SegmentsRequest,
};

/// Rows given at once.
const MOST_ROWS: u32 = 500;

/// The sums of every combination of segments at one date, of which each segment is a few additions.
#[derive(Clone, Debug)]
pub struct SegmentTable {
    segments: Segments,
    by_labels: CustomerTable,
    /// What customers owe of each combination.
    owed: Vec<(LabelsId, CustomerId, i128)>,
}

impl SegmentTable {
    /// The segments of a dataset.
    ///
    /// # Errors
    ///
    /// Those of a report; [`Error::UnknownSegment`] if the data has no segments.
    pub fn of(dataset: &Dataset, at: &At) -> Result<Self, Error> {
        let by_labels = CustomerTable::by_labels(dataset, at)?;
        let segments = dataset.segments().ok_or(Error::UnknownSegment)?.clone();
        let owed = owed(dataset, &by_labels);
        Ok(Self { segments, by_labels, owed })
    }

    /// The values of one segment; `before` are the sums at the date to compare with.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSegment`] for a column that is none.
    pub fn page(&self, before: Option<&Self>, request: &SegmentsRequest) -> Result<SegmentsPage, Error> {
        let column = match &request.column {
            Some(name) => self.segments.asked(name)?,
            None => 0,
        };
        let table = self.summed(column);
        let mut found: Vec<usize> =
            (0..).zip(&table.accounts).filter(|(_, of)| of.count > 0).map(|(at, _)| at).collect();
        table.sort(&mut found, request.sort, request.ascending);
        let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let end = size(request.start).saturating_add(size(request.count.min(MOST_ROWS))).min(found.len());
        let start = size(request.start).min(end);
        let shown = found.get(start..end).unwrap_or_default();
        let rest = found.iter().take(start).chain(found.iter().skip(end));
        let of = |place: &usize| table.accounts.get(*place);
        let total = table.total();
        let owing = self.owing(column, &table);
        let mut room = Observations::default();
        let row = |place: &usize| {
            Some(SegmentRow {
                figures: table.row(*place, total, None, &mut room)?,
                customers: owing.get(*place).copied().unwrap_or(0),
                invoices: of(place)?.count,
            })
        };
        Ok(SegmentsPage {
            as_of: table.as_of,
            columns: columns(&self.segments),
            column: self.segments.names().nth(column).unwrap_or_default().to_owned(),
            total: small(found.len()),
            dso: table.dso.clone().filter(|_| total > 0),
            totals: table.totals(found.iter().filter_map(of), total, None),
            aging_bounds: table.bounds.clone(),
            rows: shown.iter().filter_map(row).collect(),
            others: (shown.len() < found.len()).then(|| OtherSegments {
                values: small(found.len() - shown.len()),
                totals: table.totals(rest.filter_map(of), total, None),
            }),
            change: before.and_then(|before| mix::change(&before.summed(column), &table).ok()),
        })
    }

    fn summed(&self, column: usize) -> CustomerTable {
        self.by_labels.summed(self.segments.values(column), self.segments.places(column))
    }

    /// How many customers owe something of each value.
    fn owing(&self, column: usize, table: &CustomerTable) -> Vec<u32> {
        let places: Vec<usize> = self.segments.places(column).collect();
        let mut sums: FxHashMap<(usize, CustomerId), i128> = FxHashMap::default();
        for (labels, customer, units) in &self.owed {
            *sums.entry((labels.of(&places).copied().unwrap_or(usize::MAX), *customer)).or_default() += units;
        }
        let mut owing = vec![0; table.accounts.len()];
        for ((place, _), _) in sums.iter().filter(|(_, units)| **units > 0) {
            if let Some(count) = owing.get_mut(*place) {
                *count += 1;
            }
        }
        owing
    }
}

/// The columns that are segments, as they cross.
#[must_use]
pub fn columns(segments: &Segments) -> Vec<SegmentColumn> {
    let values = |column: usize| u32::try_from(segments.values(column).len()).unwrap_or(u32::MAX);
    let columns = segments.names().enumerate();
    columns.map(|(column, name)| SegmentColumn { name: name.to_owned(), values: values(column) }).collect()
}

/// What each customer owes of each combination.
fn owed(dataset: &Dataset, table: &CustomerTable) -> Vec<(LabelsId, CustomerId, i128)> {
    let mut sums: FxHashMap<(LabelsId, CustomerId), i128> = FxHashMap::default();
    match &dataset.data {
        Data::Ledger(ledger) => {
            for invoice in ledger.invoices() {
                let units = invoice.outstanding_at(table.as_of).units();
                if units != 0 && invoice.standing.counts(table.conventions.scope) {
                    *sums.entry((invoice.labels, invoice.customer)).or_default() += i128::from(units);
                }
            }
        }
        Data::AgedBalance(balance) => {
            let mut places: FxHashMap<&str, usize> = FxHashMap::default();
            for (labels, customer) in &balance.labelled {
                let next = places.len();
                let place = *places.entry(&customer.name).or_insert(next);
                *sums.entry((*labels, CustomerId::at(place))).or_default() += customer.total();
            }
        }
        Data::Series(_) | Data::Fec(_) | Data::Issued(_) => {}
    }
    sums.into_iter().map(|((labels, customer), units)| (labels, customer, units)).collect()
}
