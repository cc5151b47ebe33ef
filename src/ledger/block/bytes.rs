//! A block as bytes, column after column: on its way from one memory to another.

use chrono::{Datelike, NaiveDate};
use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::{Block, Dates};
use crate::ledger::LabelsId;
use crate::money::Amount;

/// No day.
const NONE: i32 = i32::MIN;

impl Block {
    fn to_bytes(&self) -> Vec<u8> {
        let lengths = [self.len(), self.parts.len(), self.labels.len(), self.counts.len(), self.numbers.len()];
        let mut bytes = Vec::with_capacity(self.len() * 28 + self.numbers.len() + 64);
        // A block is far from four billion of anything.
        put(&mut bytes, lengths.iter(), |length| u32::try_from(*length).unwrap_or(u32::MAX).to_le_bytes());
        put(&mut bytes, self.dates.iter(), bytes_of);
        put(&mut bytes, self.amounts.iter(), |amount| amount.units().to_le_bytes());
        put(&mut bytes, self.customers.iter(), |customer| customer.to_le_bytes());
        put(&mut bytes, self.parts.iter(), |(place, _)| place.to_le_bytes());
        put(&mut bytes, self.parts.iter(), |(_, open)| open.units().to_le_bytes());
        put(&mut bytes, self.labels.iter(), |labels| labels.0.to_le_bytes());
        put(&mut bytes, self.counts.iter(), |count| count.to_le_bytes());
        put(&mut bytes, self.number_ends.iter(), |end| end.to_le_bytes());
        bytes.extend_from_slice(&self.numbers);
        bytes
    }

    /// Of such bytes; `None` if they are not.
    fn of_bytes(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let mut lengths = column(bytes, 5, u32::from_le_bytes)?.map(|length| usize::try_from(length).ok());
        let mut next = || lengths.next().flatten();
        let (invoices, parts, labels, counts, numbers) = (next()?, next()?, next()?, next()?, next()?);
        let mut are_days = true;
        let none = Dates { issued: NaiveDate::MIN, due: None, settled: None };
        let dates = column(bytes, invoices, dates_of)?.map(|dates| {
            are_days &= dates.is_some();
            dates.unwrap_or(none)
        });
        let dates = dates.collect();
        let amounts = column(bytes, invoices, amount_of)?.collect();
        let customers = column(bytes, invoices, u32::from_le_bytes)?.collect();
        let places = column(bytes, parts, u16::from_le_bytes)?;
        are_days.then_some(Self {
            dates,
            amounts,
            customers,
            parts: places.zip(column(bytes, parts, amount_of)?).collect(),
            labels: column(bytes, labels, |bytes| LabelsId(u32::from_le_bytes(bytes)))?.collect(),
            counts: column(bytes, counts, u32::from_le_bytes)?.collect(),
            number_ends: column(bytes, invoices, u32::from_le_bytes)?.collect(),
            numbers: bytes.get(..numbers)?.to_vec(),
        })
    }
}

impl Serialize for Block {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.to_bytes())
    }
}

impl<'de> Deserialize<'de> for Block {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfBytes;
        impl Visitor<'_> for OfBytes {
            type Value = Block;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("the bytes of a block")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Block, E> {
                Block::of_bytes(bytes).ok_or_else(|| E::custom("no block"))
            }
        }
        deserializer.deserialize_bytes(OfBytes)
    }
}

/// Adds values of `N` bytes each.
fn put<const N: usize, T>(bytes: &mut Vec<u8>, values: impl ExactSizeIterator<Item = T>, of: impl Fn(T) -> [u8; N]) {
    let start = bytes.len();
    bytes.resize(start + values.len() * N, 0);
    let slots = bytes.get_mut(start..).unwrap_or_default().as_chunks_mut::<N>().0;
    slots.iter_mut().zip(values).for_each(|(slot, value)| *slot = of(value));
}

/// The next `count` values of `N` bytes each.
fn column<'a, const N: usize, T>(
    bytes: &mut &'a [u8],
    count: usize,
    value: impl Fn([u8; N]) -> T + 'a,
) -> Option<impl Iterator<Item = T> + 'a> {
    let (column, rest) = bytes.split_at_checked(count.checked_mul(N)?)?;
    *bytes = rest;
    Some(column.as_chunks::<N>().0.iter().map(move |bytes| value(*bytes)))
}

fn bytes_of(dates: &Dates) -> [u8; 12] {
    let [a, b, c] = [Some(dates.issued), dates.due, dates.settled].map(|day| code(day).to_le_bytes());
    [a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3], c[0], c[1], c[2], c[3]]
}

const fn amount_of(bytes: [u8; 8]) -> Amount {
    Amount::from_units(i64::from_le_bytes(bytes))
}

fn dates_of(bytes: [u8; 12]) -> Option<Dates> {
    let [issued, due, settled] = bytes.as_chunks::<4>().0 else { return None };
    let [issued, due, settled] = [issued, due, settled].map(|four| day(i32::from_le_bytes(*four)));
    Some(Dates { issued: issued?, due, settled })
}

/// Year and day of the year: what a date is made of, so that neither way is reckoned.
fn code(day: Option<NaiveDate>) -> i32 {
    day.map_or(NONE, |day| (day.year() << 9) | i32::try_from(day.ordinal()).unwrap_or(0))
}

fn day(code: i32) -> Option<NaiveDate> {
    NaiveDate::from_yo_opt(code >> 9, u32::try_from(code & 0x1FF).unwrap_or(0))
}
