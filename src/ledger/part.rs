//! The invoices of a part of a list, on their way from one memory to another.

use serde::{Deserialize, Serialize};

use super::block::{BLOCK, Block};
use super::{CustomerId, LabelsId, Ledger, Span};

/// Invoices in blocks; customers and segments by the bytes of their names, which are not decoded yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LedgerPart {
    customers: Vec<Vec<u8>>,
    /// The cells of each combination of segments.
    labels: Vec<Vec<Vec<u8>>>,
    span: Option<Span>,
    blocks: Vec<Block>,
}

impl Ledger {
    /// All of it, while its names are not decoded yet.
    #[must_use]
    pub fn into_part(self) -> LedgerPart {
        LedgerPart {
            customers: self.customers.texts().map(<[u8]>::to_vec).collect(),
            labels: self.segments.cells(),
            span: self.span,
            blocks: self.blocks,
        }
    }

    /// Adds the invoices of a part, whose names are written as those here are.
    pub fn join(&mut self, part: &LedgerPart) {
        let customers: Vec<CustomerId> = part.customers.iter().map(|name| self.intern(name)).collect();
        let labels: Vec<LabelsId> =
            part.labels.iter().map(|cells| self.label(cells.iter().map(Vec::as_slice))).collect();
        if let Some(span) = part.span {
            self.span = Some(self.span.map_or(span, |before| before.with(span)));
        }
        for block in &part.blocks {
            let mut from = 0;
            while from < block.len() {
                let into = match self.blocks.last_mut() {
                    Some(last) if last.len() < BLOCK => last,
                    last => {
                        let next = last.map_or_else(Block::default, |full| Block::after(full));
                        self.blocks.push_mut(next)
                    }
                };
                let to = block.len().min(from + BLOCK - into.len());
                into.append(block, from..to, &customers, &labels);
                from = to;
            }
        }
    }
}

impl LedgerPart {
    /// The number of the first invoice.
    #[must_use]
    pub fn first_number(&self) -> &[u8] {
        self.blocks.first().and_then(|block| block.number(0)).unwrap_or_default()
    }
}
