//! Draws counted in bins of equal width on round limits.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};

use crate::money::published;

/// Bins that a histogram has at most, but for one more where limits fall between.
const MOST_BINS: usize = 20;

/// The width of the narrowest bin.
const LEAST_WIDTH: Decimal = dec!(0.01);

/// Draws from one limit to another.
#[apply(answer!)]
pub struct HistogramBin {
    /// The least value in it.
    pub from: Decimal,
    /// The value from which on draws are in the next one.
    pub to: Decimal,
    /// How many draws there are.
    pub count: u32,
}

/// Bins from the least draw to the greatest, all of the same width: 1, 2 or 5 times a power of ten, the least of these that
/// makes no more than twenty of the way between them, nor more than there are different draws: those of a lever of whole days
/// would leave gaps. Without draws there are none.
pub fn histogram(draws: &[Decimal]) -> Vec<HistogramBin> {
    let mut sorted = draws.to_vec();
    sorted.sort_unstable();
    let (Some(least), Some(most)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    let different = sorted.chunk_by(|one, next| one == next).take(MOST_BINS).count();
    let mut width = LEAST_WIDTH;
    for factor in [dec!(2), dec!(2.5), dec!(2)].into_iter().cycle() {
        if *most - *least <= width * Decimal::from(different) {
            break;
        }
        width *= factor;
    }
    let mut bins: Vec<HistogramBin> = Vec::new();
    let mut next = (*least / width).floor();
    let mut rest = sorted.iter().peekable();
    while rest.peek().is_some() {
        let to = (next + Decimal::ONE) * width;
        let mut count = 0;
        while rest.next_if(|draw| **draw < to).is_some() {
            count += 1;
        }
        bins.push(HistogramBin { from: published(next * width), to: published(to), count });
        next += Decimal::ONE;
    }
    bins
}

#[cfg(test)]
mod tests {
    use rust_decimal::{Decimal, dec};

    use super::histogram;

    fn told(draws: &[Decimal]) -> Vec<(Decimal, Decimal, u32)> {
        histogram(draws).into_iter().map(|bin| (bin.from.normalize(), bin.to.normalize(), bin.count)).collect()
    }

    #[test]
    fn limits_are_round_and_every_draw_is_in_one_bin() {
        // From 130 to 470 by tens: in steps of 20, the least that makes no more than twenty of 340.
        let draws: Vec<Decimal> = (13..=47).map(|ten| Decimal::from(ten * 10)).collect();
        let bins = told(&draws);
        assert_eq!(bins.first(), Some(&(dec!(120), dec!(140), 1)));
        assert_eq!(bins.get(1), Some(&(dec!(140), dec!(160), 2)));
        assert_eq!(bins.last(), Some(&(dec!(460), dec!(480), 2)));
        assert_eq!(bins.len(), 18);
    }

    #[test]
    fn few_different_draws_make_few_bins() {
        // Three of them, from 100 to 400: no more than three bins of that, so that steps are of 100.
        let draws = [dec!(100), dec!(250), dec!(250), dec!(400)];
        let hundreds = |from: i64, count: u32| (Decimal::from(from), Decimal::from(from + 100), count);
        assert_eq!(told(&draws), [hundreds(100, 1), hundreds(200, 2), hundreds(300, 0), hundreds(400, 1)]);
    }

    #[test]
    fn amounts_below_zero_and_equal_ones_have_bins_too() {
        let around = [(dec!(-1), dec!(0), 1), (dec!(0), dec!(1), 0), (dec!(1), dec!(2), 1)];
        assert_eq!(told(&[dec!(-1), dec!(1)]), around);
        assert_eq!(told(&[dec!(5), dec!(5)]), [(dec!(5), dec!(5.01), 2)]);
        assert_eq!(told(&[]), []);
    }
}
