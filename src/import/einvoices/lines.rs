//! What the lines of an invoice say of the whole.

use rust_decimal::Decimal;

use super::amount::parsed;
use super::invoice::Reference;
use super::tree::Element;
use super::{cii, ubl};

/// Invoices that lines name and that are kept.
const MOST_PRECEDING: usize = 200;

/// The lines of a document, summed up as they go by.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// How many there are.
    pub count: u32,
    /// Their net amounts together; `None` if one of them has none.
    pub net: Option<Decimal>,
    /// Invoices that they name, such as those a credit note is about.
    pub preceding: Vec<Reference>,
}

impl Lines {
    /// Is this the name of a line?
    pub fn has_name(name: &str) -> bool {
        matches!(name, "InvoiceLine" | "CreditNoteLine" | "IncludedSupplyChainTradeLineItem")
    }

    /// What a line that was read whole says; `None` if it is only there to gather others.
    pub fn said(line: Element<'_>) -> Option<Line> {
        if line.name() == "IncludedSupplyChainTradeLineItem" { cii::line(line) } else { Some(ubl::line(line)) }
    }

    /// Adds a line.
    pub fn add(&mut self, line: Line) {
        let sum = if self.count == 0 { Some(Decimal::ZERO) } else { self.net };
        self.net = sum.zip(line.net).and_then(|(sum, net)| sum.checked_add(net));
        self.count = self.count.saturating_add(1);
        for reference in line.preceding {
            if self.preceding.len() < MOST_PRECEDING && !self.preceding.contains(&reference) {
                self.preceding.push(reference);
            }
        }
    }
}

/// What a line says of the whole.
pub struct Line {
    net: Option<Decimal>,
    preceding: Vec<Reference>,
}

impl Line {
    /// A line of this net amount that names these invoices.
    pub fn of(net: Option<&str>, preceding: impl Iterator<Item = Reference>) -> Self {
        Self { net: net.and_then(parsed), preceding: preceding.collect() }
    }
}
