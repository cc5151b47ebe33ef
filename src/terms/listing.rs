//! What lists of the worst have in common: the few largest of many, and sums by customer.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::ledger::CustomerId;

/// Invoices that an answer lists.
pub(super) const LISTED_INVOICES: usize = 100;

/// Customers that an answer lists.
pub(super) const LISTED_CUSTOMERS: usize = 20;

/// Keeps the `most` largest items it is given, whatever their order.
pub(super) struct Largest<T> {
    most: usize,
    /// The least of those kept stands on top.
    kept: BinaryHeap<Reverse<T>>,
}

impl<T: Ord> Largest<T> {
    pub(super) fn new(most: usize) -> Self {
        Self { most, kept: BinaryHeap::new() }
    }

    pub(super) fn add(&mut self, item: T) {
        if self.kept.len() < self.most {
            self.kept.push(Reverse(item));
        } else if let Some(mut least) = self.kept.peek_mut()
            && least.0 < item
        {
            least.0 = item;
        }
    }

    /// The items, largest first.
    pub(super) fn into_vec(self) -> Vec<T> {
        self.kept.into_sorted_vec().into_iter().map(|Reverse(item)| item).collect()
    }
}

/// The place of a customer in a list by their numbers, made where there is none yet.
pub(super) fn place<T: Clone + Default>(by_customer: &mut Vec<T>, customer: CustomerId) -> Option<&mut T> {
    let index = customer.place();
    if index >= by_customer.len() {
        by_customer.resize(index.checked_add(1)?, T::default());
    }
    by_customer.get_mut(index)
}

/// Days as they cross.
pub(super) fn whole(days: i64) -> i32 {
    i32::try_from(days).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Largest;

    #[test]
    fn the_largest_come_first() {
        let mut largest = Largest::new(3);
        for item in [2, 9, 4, 7, 1, 9] {
            largest.add(item);
        }
        assert_eq!(largest.into_vec(), [9, 9, 7]);
    }
}
