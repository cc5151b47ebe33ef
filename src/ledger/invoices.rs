//! The invoices of a ledger one after the other.

use std::slice::Iter;

use super::{Amounts, Block, Dates, Invoice, joined};

/// The invoices of a ledger in the order they were given. Every figure walks them: what `flat_map` and `zip` would make of
/// the columns of the blocks are calls for each invoice.
#[derive(Clone, Debug)]
pub struct Invoices<'a> {
    blocks: Iter<'a, Block>,
    dates: Iter<'a, Dates>,
    amounts: Iter<'a, Amounts>,
    customers: Iter<'a, u32>,
}

impl<'a> Invoices<'a> {
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        Self { blocks: blocks.iter(), dates: [].iter(), amounts: [].iter(), customers: [].iter() }
    }
}

impl Iterator for Invoices<'_> {
    type Item = Invoice;

    #[inline]
    fn next(&mut self) -> Option<Invoice> {
        loop {
            if let (Some(dates), Some(amounts), Some(customer)) =
                (self.dates.next(), self.amounts.next(), self.customers.next())
            {
                return Some(joined(*dates, *amounts, *customer));
            }
            let block = self.blocks.next()?;
            (self.dates, self.amounts, self.customers) =
                (block.dates.iter(), block.amounts.iter(), block.customers.iter());
        }
    }
}
