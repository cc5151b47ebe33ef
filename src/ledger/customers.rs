//! Customers, by number.

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
