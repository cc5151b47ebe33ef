//! Dates that balances are taken at.

/// Increasing dates, and which of them comes next after any day: by lookup, since every invoice asks.
#[derive(Clone, Debug)]
pub struct Dates {
    first: i32,
    /// By day from the first.
    next: Vec<u32>,
    count: u32,
}

impl Dates {
    /// Of increasing days.
    pub fn new(dates: &[i32]) -> Self {
        let first = dates.first().copied().unwrap_or(0);
        let mut next = Vec::new();
        for (place, date) in (0_u32..).zip(dates) {
            let days = usize::try_from(date - first + 1).unwrap_or(0);
            next.resize(days.max(next.len()), place);
        }
        Self { first, next, count: u32::try_from(dates.len()).unwrap_or(u32::MAX) }
    }

    /// The first.
    pub const fn first(&self) -> i32 {
        self.first
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        usize::try_from(self.count).unwrap_or(0)
    }

    /// The place of the first date that is not before `day`; their number if there is none.
    pub fn from(&self, day: i32) -> usize {
        let place = usize::try_from(day.saturating_sub(self.first)).unwrap_or(0);
        usize::try_from(self.next.get(place).copied().unwrap_or(self.count)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Dates;

    #[test]
    fn the_next_date_is_found() {
        let dates = Dates::new(&[10, 12, 15]);
        assert_eq!([0, 10, 11, 12, 13, 15, 16].map(|day| dates.from(day)), [0, 0, 1, 1, 2, 2, 3]);
    }
}
