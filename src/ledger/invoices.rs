//! The invoices of a ledger one after the other.

use std::slice::Iter;

use super::{Amounts, Block, Conversion, Dates, Invoice, LabelsId, joined};

/// The invoices of a ledger in the order they were given. Every figure walks them: what `flat_map` and `zip` would make of
/// the columns of the blocks are calls for each invoice.
#[derive(Clone, Debug)]
pub struct Invoices<'a> {
    blocks: Iter<'a, Block>,
    dates: Iter<'a, Dates>,
    amounts: Iter<'a, Amounts>,
    customers: Iter<'a, u32>,
    labels: Iter<'a, LabelsId>,
    /// Most blocks have none.
    counts: Iter<'a, u32>,
    conversion: Option<&'a Conversion>,
}

impl<'a> Invoices<'a> {
    pub(super) fn of(blocks: &'a [Block], conversion: Option<&'a Conversion>) -> Self {
        let (dates, amounts, customers, labels) = ([].iter(), [].iter(), [].iter(), [].iter());
        Self { blocks: blocks.iter(), dates, amounts, customers, labels, counts: [].iter(), conversion }
    }
}

impl Iterator for Invoices<'_> {
    type Item = Invoice;

    #[inline]
    fn next(&mut self) -> Option<Invoice> {
        loop {
            if let (Some(dates), Some(amounts), Some(customer), Some(labels)) =
                (self.dates.next(), self.amounts.next(), self.customers.next(), self.labels.next())
            {
                let invoice = joined(*dates, *amounts, *customer, *labels, self.counts.next().copied().unwrap_or(1));
                return Some(match self.conversion {
                    None => invoice,
                    Some(conversion) => conversion.on_the_day(invoice),
                });
            }
            let block = self.blocks.next()?;
            (self.dates, self.amounts) = (block.dates.iter(), block.amounts.iter());
            (self.customers, self.labels) = (block.customers.iter(), block.labels.iter());
            self.counts = block.counts.iter();
        }
    }
}
