//! Customers by their names as they are written, numbered in the order they are met.
//!
//! Every row of a list asks for one. A general map spends most of its time on hashing and comparing bytes of any
//! length: here the ends of a name stand for it, which are all of it unless it is long.

use std::ops::Range;

/// A customer of a ledger, by its place in the order in which they are met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomerId(pub(super) u32);

impl CustomerId {
    /// The one at a place.
    #[must_use]
    pub fn at(place: usize) -> Self {
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// Its place, as a number that keys are made of.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// Its place.
    #[must_use]
    pub fn place(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }

    /// What a list with one value for each customer says of it.
    #[must_use]
    pub fn of<T>(self, values: &[T]) -> Option<&T> {
        values.get(self.place())
    }

    /// What a list with one value for each customer says of it, to be changed.
    #[must_use]
    pub fn of_mut<T>(self, values: &mut [T]) -> Option<&mut T> {
        values.get_mut(self.place())
    }
}

/// A name and where it stands.
#[derive(Clone, Debug)]
struct Name {
    ends: Ends,
    bytes: Range<usize>,
}

/// The length of a name, its first sixteen bytes and its last ones, which overlap where it has fewer than 32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ends {
    words: [u64; 4],
    length: usize,
}

/// Bytes of a name that its ends are all of.
const SHORT: usize = 32;

/// Slots of the smallest table.
const FEWEST_SLOTS: usize = 64;

/// The customers met.
#[derive(Clone, Debug, Default)]
pub struct Customers {
    /// A part of the hash of a name, and its number plus one; zero where there is none. At most half of them are taken,
    /// and a name stands in the first free one from where its hash points.
    slots: Vec<(u32, u32)>,
    names: Vec<Name>,
    /// The names, one after the other.
    bytes: Vec<u8>,
}

impl Customers {
    /// The customer of a name, made at its first mention.
    pub fn id(&mut self, name: &[u8]) -> CustomerId {
        let ends = Ends::of(name);
        let hash = ends.hash(name);
        let mut at = self.first_slot(hash);
        while let Some((tag, next)) = self.slots.get(at)
            && let Some(number) = next.checked_sub(1)
        {
            if *tag == hash && self.is_named(number, &ends, name) {
                return CustomerId(number);
            }
            at = self.slot_after(at);
        }
        self.add(name)
    }

    /// Gives a customer the next number, even if there is one of that name: the first one keeps it then.
    pub fn add(&mut self, name: &[u8]) -> CustomerId {
        if self.names.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let start = self.bytes.len();
        self.bytes.extend_from_slice(name);
        let ends = Ends::of(name);
        self.names.push(Name { ends, bytes: start..self.bytes.len() });
        self.take_slot(ends.hash(name), number.saturating_add(1));
        CustomerId(number)
    }

    /// The names in the order of their numbers.
    pub fn names(&self) -> impl Iterator<Item = &[u8]> {
        self.names.iter().map(|name| self.bytes.get(name.bytes.clone()).unwrap_or_default())
    }

    fn is_named(&self, number: u32, ends: &Ends, name: &[u8]) -> bool {
        CustomerId(number).of(&self.names).is_some_and(|known| {
            known.ends == *ends && (name.len() <= SHORT || self.bytes.get(known.bytes.clone()) == Some(name))
        })
    }

    /// The number of slots is a power of two.
    fn first_slot(&self, hash: u32) -> usize {
        usize::try_from(hash).unwrap_or(0) & self.slots.len().wrapping_sub(1)
    }

    const fn slot_after(&self, at: usize) -> usize {
        (at + 1) & self.slots.len().wrapping_sub(1)
    }

    fn take_slot(&mut self, hash: u32, next: u32) {
        let mut at = self.first_slot(hash);
        while self.slots.get(at).is_some_and(|(_, next)| *next > 0) {
            at = self.slot_after(at);
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = (hash, next);
        }
    }

    fn grow(&mut self) {
        let slots = vec![(0, 0); (self.slots.len() * 2).max(FEWEST_SLOTS)];
        for (hash, next) in std::mem::replace(&mut self.slots, slots) {
            if next > 0 {
                self.take_slot(hash, next);
            }
        }
    }
}

impl Ends {
    fn of(name: &[u8]) -> Self {
        let words = match (name.first_chunk::<16>(), name.last_chunk::<16>()) {
            (Some(first), Some(last)) => {
                let ([first, second], [third, fourth]) = (halves(*first), halves(*last));
                [first, second, third, fourth]
            }
            _ => match (name.first_chunk::<8>(), name.last_chunk::<8>()) {
                (Some(first), Some(last)) => [u64::from_le_bytes(*first), u64::from_le_bytes(*last), 0, 0],
                _ => [name.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte)), 0, 0, 0],
            },
        };
        Self { words, length: name.len() }
    }

    /// A hash of the name they are the ends of.
    fn hash(&self, name: &[u8]) -> u32 {
        let [first, second, third, fourth] = self.words;
        let length = u64::try_from(self.length).unwrap_or(u64::MAX);
        let mut hash = mixed(first, 0x9E37_79B9_7F4A_7C15)
            ^ mixed(second, 0xC2B2_AE3D_27D4_EB4F)
            ^ mixed(third ^ length, 0x1656_67B1_9E37_79F9)
            ^ mixed(fourth, 0x27D4_EB2F_1656_67C5);
        if name.len() > SHORT {
            for eight in name.as_chunks::<8>().0 {
                hash = mixed(hash ^ u64::from_le_bytes(*eight), 0x9E37_79B9_7F4A_7C15);
            }
        }
        u32::try_from(mixed(hash, 0x9E37_79B9_7F4A_7C15) & u64::from(u32::MAX)).unwrap_or(0)
    }
}

const fn mixed(word: u64, factor: u64) -> u64 {
    let product = word.wrapping_mul(factor);
    product ^ (product >> 32)
}

fn halves(sixteen: [u8; 16]) -> [u64; 2] {
    let both = u128::from_le_bytes(sixteen);
    [both, both >> 64].map(|half| u64::try_from(half & u128::from(u64::MAX)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_in_the_order_they_are_met() {
        let mut customers = Customers::default();
        let names: Vec<String> = (0..1000).map(|number| "customer ".repeat(number % 4) + &number.to_string()).collect();
        for _ in 0..2 {
            for (number, name) in (0..).zip(&names) {
                assert_eq!(customers.id(name.as_bytes()), CustomerId(number), "{name}");
            }
        }
        assert!(customers.names().eq(names.iter().map(String::as_bytes)));
    }

    #[test]
    fn one_byte_makes_another_name() {
        let mut customers = Customers::default();
        for length in 0..40 {
            for at in 0..length {
                let name: Vec<u8> = (0..length).map(|index| if index == at { b'x' } else { b'a' }).collect();
                let id = customers.id(&name);
                assert_eq!(id.place(), customers.names().count() - 1);
            }
        }
    }
}
