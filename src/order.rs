//! Sorting with one sort for everything that is sorted seldom or is short.
//!
//! The standard library's is compiled anew for every type and every comparison, into some 7 kB of WebAssembly each time: of
//! seventy of them a seventh of the engine was made. What sorts the invoices or the customers of a long list keeps its own.

use std::cmp::Ordering;
use std::mem;

/// Puts a slice in order; what is equal stays as it was.
pub(crate) trait Order<T> {
    /// By a comparison.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By what `key` says of each, smallest first.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }

    /// Smallest first.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut sources = sources(self.len(), &mut |one, other| match (self.get(one), self.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        });
        for start in 0..self.len() {
            // What is taken from its place leaves it to the next, until what was first put aside comes round.
            let mut at = start;
            while let Some(source) = sources.get_mut(at) {
                let from = mem::replace(source, at);
                if from == start {
                    break;
                }
                self.swap(at, from);
                at = from;
            }
        }
    }
}

/// For each place in order, the place where what belongs there stands now.
fn sources(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn every_order_of_seven_comes_out_as_the_standard_library_has_it() {
        // Each number of base 7 with seven digits: every permutation, and every way that some are equal, each with its place.
        for number in 0..7_u32.pow(7) {
            let items: Vec<(u32, u32)> = (0..7).map(|place| (number / 7_u32.pow(place) % 7, place)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            let mut found = items;
            found.order_by_key(|(key, _)| *key);
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn equals_stay_as_they_were() {
        let mut words = ["b1", "a", "b2", "", "b0"];
        words.order_by_key(|word| word.chars().next());
        assert_eq!(words, ["", "a", "b1", "b2", "b0"]);
        words.order();
        assert_eq!(words, ["", "a", "b0", "b1", "b2"]);
    }

    #[test]
    fn nothing_and_one_stay() {
        let mut nothing: [u8; 0] = [];
        nothing.order();
        let mut one = [1];
        one.order();
        assert_eq!((nothing, one), ([], [1]));
    }
}
