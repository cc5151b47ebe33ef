//! The invoices of a part of a list, on their way from one memory to another.

use chrono::{Datelike, NaiveDate};
use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::block::{BLOCK, Block};
use super::{CustomerId, LabelsId, Ledger, Span};

/// Invoices in blocks; customers and segments by the bytes of their names, which are not decoded yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LedgerPart {
    names: Bytes,
    /// Where each name ends.
    name_ends: Vec<u32>,
    /// The cells of each combination of segments.
    labels: Vec<Vec<Vec<u8>>>,
    /// Their days, from the common era.
    span: Option<[i32; 3]>,
    first_number: Vec<u8>,
    blocks: Vec<Bytes>,
}

/// Bytes that cross as one piece.
#[derive(Clone, Debug, Default)]
struct Bytes(Vec<u8>);

impl Ledger {
    /// All of it, while its names are not decoded yet.
    #[must_use]
    pub fn into_part(self) -> LedgerPart {
        let mut part = LedgerPart {
            labels: self.segments.cells(),
            span: self.span.map(|Span { first, last, observed_until }| {
                [first, last, observed_until].map(|day| day.num_days_from_ce())
            }),
            first_number: self.number(0).unwrap_or_default().to_vec(),
            blocks: self.blocks.iter().map(|block| Bytes(block.to_bytes())).collect(),
            ..LedgerPart::default()
        };
        for name in self.customers.texts() {
            part.names.0.extend_from_slice(name);
            part.name_ends.push(u32::try_from(part.names.0.len()).unwrap_or(u32::MAX));
        }
        part
    }

    /// Adds the invoices of a part, whose names are written as those here are.
    pub fn join(&mut self, part: &LedgerPart) {
        let customers: Vec<CustomerId> = part.names().map(|name| self.intern(name)).collect();
        let labels: Vec<LabelsId> =
            part.labels.iter().map(|cells| self.label(cells.iter().map(Vec::as_slice))).collect();
        if let Some(span) = part.span() {
            self.span = Some(self.span.map_or(span, |before| before.with(span)));
        }
        for block in part.blocks.iter().filter_map(|bytes| Block::of_bytes(&bytes.0)) {
            let mut from = 0;
            while from < block.len() {
                let into = match self.blocks.last_mut() {
                    Some(last) if last.len() < BLOCK => last,
                    _ => self.blocks.push_mut(Block::with_capacity(BLOCK)),
                };
                let to = block.len().min(from + BLOCK - into.len());
                into.append(&block, from..to, &customers, &labels);
                from = to;
            }
        }
    }
}

impl LedgerPart {
    /// The number of the first invoice.
    #[must_use]
    pub fn first_number(&self) -> &[u8] {
        &self.first_number
    }

    fn names(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.name_ends.iter().map(move |end| {
            let end = usize::try_from(*end).unwrap_or(usize::MAX);
            let name = self.names.0.get(start..end).unwrap_or_default();
            start = end;
            name
        })
    }

    fn span(&self) -> Option<Span> {
        let [first, last, observed_until] = self.span?.map(NaiveDate::from_num_days_from_ce_opt);
        Some(Span { first: first?, last: last?, observed_until: observed_until? })
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Copied;
        impl Visitor<'_> for Copied {
            type Value = Bytes;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Copied)
    }
}
