//! Draws counted in bins of equal width on round limits.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};

use crate::money::published;

/// Bins that a histogram has at most, but for one that the least draw begins in.
const MOST_BINS: Decimal = dec!(20);

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
/// makes no more than twenty of the way between them. Without draws there are none.
pub fn histogram(draws: &[Decimal]) -> Vec<HistogramBin> {
    let (Some(least), Some(most)) = (draws.iter().min(), draws.iter().max()) else { return Vec::new() };
    let mut width = LEAST_WIDTH;
    for factor in [dec!(2), dec!(2.5), dec!(2)].into_iter().cycle() {
        if (*most - *least) <= width * MOST_BINS {
            break;
        }
        width *= factor;
    }
    let place = |draw: Decimal| (draw / width).floor();
    let first = place(*least);
    let mut bins: Vec<HistogramBin> = Vec::new();
    let mut sorted = draws.to_vec();
    sorted.sort_unstable();
    let mut rest = sorted.iter().peekable();
    let mut next = first;
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
        // From 130 to 470 in steps of 20: the least that makes no more than twenty of 340. 469 and 470 are apart in none.
        let draws = [dec!(130), dec!(139.99), dec!(140), dec!(469), dec!(470)];
        let bins = told(&draws);
        assert_eq!(bins.first(), Some(&(dec!(120), dec!(140), 2)));
        assert_eq!(bins.get(1), Some(&(dec!(140), dec!(160), 1)));
        assert_eq!(bins.last(), Some(&(dec!(460), dec!(480), 2)));
        assert_eq!(bins.len(), 18);
    }

    #[test]
    fn amounts_below_zero_and_equal_ones_have_bins_too() {
        assert_eq!(told(&[dec!(-1), dec!(1)]).first(), Some(&(dec!(-1), dec!(-0.9), 1)));
        assert_eq!(told(&[dec!(5), dec!(5)]), [(dec!(5), dec!(5.01), 2)]);
        assert_eq!(told(&[]), []);
    }
}
