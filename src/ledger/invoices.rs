//! The invoices of a ledger one after the other.

use std::slice::Iter;

use super::block::{Block, BlockRows};
use super::{Conversion, Invoice};

/// The invoices of a ledger in the order they were given. Every figure walks them: what `flat_map` and `zip` would make of
/// the columns of the blocks are calls for each invoice.
#[derive(Clone, Debug)]
pub struct Invoices<'a> {
    blocks: Iter<'a, Block>,
    rows: BlockRows<'a>,
    conversion: Option<&'a Conversion>,
}

impl<'a> Invoices<'a> {
    pub(super) fn of(blocks: &'a [Block], conversion: Option<&'a Conversion>) -> Self {
        Self { blocks: blocks.iter(), rows: BlockRows::default(), conversion }
    }
}

impl Iterator for Invoices<'_> {
    type Item = Invoice;

    #[inline]
    fn next(&mut self) -> Option<Invoice> {
        loop {
            if let Some(invoice) = self.rows.next() {
                return Some(self.conversion.map_or(invoice, |conversion| conversion.on_the_day(invoice)));
            }
            self.rows = self.blocks.next()?.rows();
        }
    }
}
