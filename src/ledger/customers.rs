//! Customers by their names as they are written, numbered in the order they are met.
//!
//! Every row of a list asks for one. A general map spends most of its time on hashing and comparing bytes of any length: names
//! are read eight bytes at a time here, and stand side by side.

use std::ops::Range;

/// Slots of the smallest table.
const FEWEST_SLOTS: usize = 64;

/// The customers met.
#[derive(Clone, Debug, Default)]
pub struct Customers {
    /// A part of the hash of a name, and its number plus one; zero where there is none. At most half of them are taken, and a
    /// name stands in the first free one from where its hash points.
    slots: Vec<(u32, u32)>,
    names: Vec<Range<usize>>,
    /// The names, one after the other.
    bytes: Vec<u8>,
}

impl Customers {
    /// The number of a customer, given at its first mention.
    pub fn number(&mut self, name: &[u8]) -> u32 {
        let hash = hash(name);
        let mut at = self.first_slot(hash);
        while let Some((tag, next)) = self.slots.get(at)
            && let Some(number) = next.checked_sub(1)
        {
            if *tag == hash && self.name(number).is_some_and(|known| is_same(known, name)) {
                return number;
            }
            at = self.slot_after(at);
        }
        self.add(name)
    }

    /// Gives a customer the next number, even if there is one of that name: the first one keeps it then.
    pub fn add(&mut self, name: &[u8]) -> u32 {
        if self.names.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let start = self.bytes.len();
        self.bytes.extend_from_slice(name);
        self.names.push(start..self.bytes.len());
        self.take_slot(hash(name), number.saturating_add(1));
        number
    }

    /// The names in the order of their numbers.
    pub fn names(&self) -> impl Iterator<Item = &[u8]> {
        self.names.iter().map(|range| self.bytes.get(range.clone()).unwrap_or_default())
    }

    fn name(&self, number: u32) -> Option<&[u8]> {
        self.bytes.get(self.names.get(usize::try_from(number).ok()?)?.clone())
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

fn hash(name: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = |hash: u64, word: u64| {
        let product = (hash ^ word).wrapping_mul(FACTOR);
        product ^ (product >> 32)
    };
    let (eights, rest) = name.as_chunks::<8>();
    let hash = eights.iter().fold(0, |hash, eight| mixed(hash, u64::from_le_bytes(*eight)));
    // The last bytes once more: they may overlap those before.
    let last = name.last_chunk::<8>().map_or_else(
        || rest.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte)),
        |last| u64::from_le_bytes(*last),
    );
    let length = u64::try_from(name.len()).unwrap_or(u64::MAX);
    let hash = mixed(mixed(hash, last), length);
    u32::try_from(hash & u64::from(u32::MAX)).unwrap_or(0)
}

fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let (Some(last), Some(other_last)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) else {
        return one.iter().zip(other).all(|(one, other)| one == other);
    };
    let words = one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0);
    let is_same = |(one, other): (&[u8; 8], &[u8; 8])| u64::from_le_bytes(*one) == u64::from_le_bytes(*other);
    words.chain([(last, other_last)]).all(is_same)
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
                assert_eq!(customers.number(name.as_bytes()), number, "{name}");
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
                let number = customers.number(&name);
                assert_eq!(usize::try_from(number).ok(), Some(customers.names().count() - 1));
            }
        }
    }
}
