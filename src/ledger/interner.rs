//! Texts by their bytes as they are written, numbered in the order they are met.
//!
//! Every row of a list asks for one or more: its customer, its segments. A general map spends most of its time on hashing
//! and comparing bytes of any length: here the ends of a text stand for it, which are all of it unless it is long.

use std::ops::Range;

/// A text and where it stands.
#[derive(Clone, Debug)]
struct Text {
    ends: Ends,
    bytes: Range<usize>,
}

/// The length of a text, its first sixteen bytes and its last ones, which overlap where it has fewer than 32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ends {
    words: [u64; 4],
    length: usize,
}

/// Bytes of a text that its ends are all of.
const SHORT: usize = 32;

/// Slots of the smallest table.
const FEWEST_SLOTS: usize = 64;

/// The texts met.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    /// A part of the hash of a text, and its number plus one; zero where there is none. At most half of them are taken,
    /// and a text stands in the first free one from where its hash points.
    slots: Vec<(u32, u32)>,
    texts: Vec<Text>,
    /// The texts, one after the other.
    bytes: Vec<u8>,
}

impl Interner {
    /// The number of a text, given at its first mention.
    pub fn id(&mut self, text: &[u8]) -> u32 {
        let ends = Ends::of(text);
        let hash = ends.hash(text);
        let mut at = self.first_slot(hash);
        while let Some((tag, next)) = self.slots.get(at)
            && let Some(number) = next.checked_sub(1)
        {
            if *tag == hash && self.is_text(number, &ends, text) {
                return number;
            }
            at = self.slot_after(at);
        }
        self.add(text)
    }

    /// Gives a text the next number, even if it has one: it keeps the first one then.
    pub fn add(&mut self, text: &[u8]) -> u32 {
        if self.texts.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let start = self.bytes.len();
        self.bytes.extend_from_slice(text);
        let ends = Ends::of(text);
        self.texts.push(Text { ends, bytes: start..self.bytes.len() });
        self.take_slot(ends.hash(text), number.saturating_add(1));
        number
    }

    /// The texts in the order of their numbers.
    pub fn texts(&self) -> impl Iterator<Item = &[u8]> {
        self.texts.iter().map(|text| self.bytes.get(text.bytes.clone()).unwrap_or_default())
    }

    fn is_text(&self, number: u32, ends: &Ends, text: &[u8]) -> bool {
        usize::try_from(number).ok().and_then(|at| self.texts.get(at)).is_some_and(|known| {
            known.ends == *ends && (text.len() <= SHORT || self.bytes.get(known.bytes.clone()) == Some(text))
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
    fn of(text: &[u8]) -> Self {
        let words = match (text.first_chunk::<16>(), text.last_chunk::<16>()) {
            (Some(first), Some(last)) => {
                let ([first, second], [third, fourth]) = (halves(*first), halves(*last));
                [first, second, third, fourth]
            }
            _ => match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
                (Some(first), Some(last)) => [u64::from_le_bytes(*first), u64::from_le_bytes(*last), 0, 0],
                _ => [text.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte)), 0, 0, 0],
            },
        };
        Self { words, length: text.len() }
    }

    /// A hash of the text they are the ends of.
    fn hash(&self, text: &[u8]) -> u32 {
        let [first, second, third, fourth] = self.words;
        let length = u64::try_from(self.length).unwrap_or(u64::MAX);
        let mut hash = mixed(first, 0x9E37_79B9_7F4A_7C15)
            ^ mixed(second, 0xC2B2_AE3D_27D4_EB4F)
            ^ mixed(third ^ length, 0x1656_67B1_9E37_79F9)
            ^ mixed(fourth, 0x27D4_EB2F_1656_67C5);
        if text.len() > SHORT {
            for eight in text.as_chunks::<8>().0 {
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
    fn texts_are_numbered_in_the_order_they_are_met() {
        let mut interner = Interner::default();
        let names: Vec<String> = (0..1000).map(|number| "customer ".repeat(number % 4) + &number.to_string()).collect();
        for _ in 0..2 {
            for (number, name) in (0..).zip(&names) {
                assert_eq!(interner.id(name.as_bytes()), number, "{name}");
            }
        }
        assert!(interner.texts().eq(names.iter().map(String::as_bytes)));
    }

    #[test]
    fn one_byte_makes_another_text() {
        let mut interner = Interner::default();
        for length in 0..40 {
            for at in 0..length {
                let name: Vec<u8> = (0..length).map(|index| if index == at { b'x' } else { b'a' }).collect();
                let id = interner.id(&name);
                assert_eq!(usize::try_from(id), Ok(interner.texts().count() - 1));
            }
        }
    }
}
