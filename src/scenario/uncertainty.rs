//! What ranges of parameters make of cash and net gain: draws from them, and which of them matters most.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::answer::Worth;
use super::baseline::Baseline;
use super::histogram::{HistogramBin, histogram};
use super::parameter::Parameter;
use super::request::{Range, ScenarioRequest};
use super::strata::Strata;
use super::worth::value;
use crate::bounds::Bounds;
use crate::error::Error;
use crate::money::published;
use crate::order::Order;

/// Most draws of a simulation.
const MOST_DRAWS: u32 = 10_000;

/// What is asked of the ranges of a scenario.
#[apply(request!)]
pub struct SimulateRequest {
    /// The scenario.
    pub scenario: ScenarioRequest,
    /// How many draws the answer is to be of, 10,000 at most. Those made before are among them.
    pub draws: u32,
}

/// How the draws are spread.
#[apply(answer!)]
#[derive(Default)]
pub struct Percentiles {
    /// One draw in ten is below.
    pub p10: Decimal,
    /// Half of the draws are below.
    pub p50: Decimal,
    /// Nine draws in ten are below.
    pub p90: Decimal,
}

/// What one uncertain parameter does, all others at their likely value.
#[apply(answer!)]
pub struct Swing {
    /// The lever, by its place in the request.
    pub index: u32,
    /// The parameter.
    pub parameter: Parameter,
    /// Its lowest value.
    pub low: Decimal,
    /// Its highest value.
    pub high: Decimal,
    /// Cash released at its lowest value.
    pub cash_at_low: Decimal,
    /// Cash released at its highest value.
    pub cash_at_high: Decimal,
    /// Net yearly gain at its lowest value.
    pub net_at_low: Decimal,
    /// Net yearly gain at its highest value.
    pub net_at_high: Decimal,
}

/// What the ranges of a scenario make of its cash and its net gain.
#[apply(answer!)]
pub struct Uncertainty {
    /// Draws so far.
    pub draws: u32,
    /// Cash released at the as-of date.
    pub cash_released: Percentiles,
    /// Mean of it over the draws. Ranges that reach further down than up make it, and the median, less than `headline`.
    pub mean_cash_released: Decimal,
    /// Cash released with every parameter at its likely value: the headline of the scenario.
    pub headline: Decimal,
    /// Draws that release at least so much, in percent.
    pub at_least_headline_percent: Decimal,
    /// The draws by the cash they release.
    pub histogram: Vec<HistogramBin>,
    /// Net yearly gain.
    pub net_yearly_gain: Percentiles,
    /// Uncertain parameters, the one that moves the net gain most first.
    pub swings: Vec<Swing>,
}

/// The draws of a simulation so far. However many are made at once, they are the same.
#[derive(Clone, Debug, Default)]
pub struct Draws {
    strata: Strata,
    cash: Vec<Decimal>,
    net: Vec<Decimal>,
}

impl Draws {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.cash.len()).unwrap_or(u32::MAX)
    }
}

impl Baseline {
    /// Goes on until there are `count` draws: every uncertain parameter from a triangle between its bounds with its
    /// likely value on top, on its own.
    ///
    /// # Errors
    ///
    /// Those of [`Baseline::headline`]; [`Error::OutOfRange`] for more than 10,000 draws.
    pub fn simulate(&self, request: &ScenarioRequest, draws: &mut Draws, count: u32) -> Result<Uncertainty, Error> {
        self.ready(request)?;
        Bounds { least: Decimal::ONE, most: MOST_DRAWS.into() }.check("draws", count)?;
        if draws.count() > count {
            *draws = Draws::default();
        }
        for draw in draws.count()..count {
            let worth = self.worth(&drawn(request, &mut draws.strata, draw))?;
            draws.cash.push(worth.cash_released);
            draws.net.push(worth.net_yearly_gain);
        }
        let headline = self.worth(request)?.cash_released;
        let at_least = draws.cash.iter().filter(|cash| **cash >= headline).count();
        let number = Decimal::from(draws.cash.len().max(1));
        Ok(Uncertainty {
            draws: draws.count(),
            mean_cash_released: published(draws.cash.iter().sum::<Decimal>() / number),
            headline,
            at_least_headline_percent: published(Decimal::from(at_least) * Decimal::ONE_HUNDRED / number),
            histogram: histogram(&draws.cash),
            cash_released: percentiles(&draws.cash),
            net_yearly_gain: percentiles(&draws.net),
            swings: self.swings(request)?,
        })
    }

    fn swings(&self, request: &ScenarioRequest) -> Result<Vec<Swing>, Error> {
        let mut swings = Vec::new();
        for (index, range) in ranges(request) {
            let at = |value: Decimal| self.worth(&with(request, index, range.parameter, value));
            let (low, high) = (at(range.low)?, at(range.high)?);
            swings.push(Swing {
                index: u32::try_from(index).unwrap_or(u32::MAX),
                parameter: range.parameter,
                low: range.low,
                high: range.high,
                cash_at_low: low.cash_released,
                cash_at_high: high.cash_released,
                net_at_low: low.net_yearly_gain,
                net_at_high: high.net_yearly_gain,
            });
        }
        swings.order_by_key(|swing| std::cmp::Reverse((swing.net_at_high - swing.net_at_low).abs()));
        Ok(swings)
    }

    /// What a scenario is worth, its parameters having been checked.
    pub(super) fn worth(&self, request: &ScenarioRequest) -> Result<Worth, Error> {
        Ok(value(self, &self.levers(request), request)?.worth)
    }
}

/// The scenario with every uncertain parameter at the end of its range that frees less cash, and at the one that frees
/// more. `None` if none is uncertain.
pub fn extremes(request: &ScenarioRequest) -> Option<(ScenarioRequest, ScenarioRequest)> {
    let (mut least, mut most) = (request.clone(), request.clone());
    for (index, range) in ranges(request) {
        let Some(lever) = request.levers.get(index) else { continue };
        let (low, high) =
            if range.parameter.frees_less_if_higher(lever) { (range.high, range.low) } else { (range.low, range.high) };
        least = with(&least, index, range.parameter, low);
        most = with(&most, index, range.parameter, high);
    }
    ranges(request).next().is_some().then_some((least, most))
}

fn ranges(request: &ScenarioRequest) -> impl Iterator<Item = (usize, &Range)> {
    request.levers.iter().enumerate().flat_map(|(index, lever)| lever.ranges.iter().map(move |range| (index, range)))
}

/// The scenario with one parameter changed.
pub fn with(request: &ScenarioRequest, index: usize, parameter: Parameter, value: Decimal) -> ScenarioRequest {
    let mut request = request.clone();
    if let Some(lever) = request.levers.get_mut(index) {
        *lever = parameter.set(lever, value);
    }
    request
}

/// The scenario of one draw.
fn drawn(request: &ScenarioRequest, strata: &mut Strata, draw: u32) -> ScenarioRequest {
    let mut drawn = request.clone();
    for (place, (index, range)) in ranges(request).enumerate() {
        let likely = request.levers.get(index).and_then(|lever| range.parameter.of(lever)).unwrap_or(range.low);
        let value = triangular(strata.chance(draw, place), range.low, likely, range.high);
        let step = range.parameter.step();
        drawn = with(&drawn, index, range.parameter, (value / step).round() * step);
    }
    drawn
}

/// The value that a triangular distribution has below it `chance` of 2³² parts.
fn triangular(chance: u32, low: Decimal, likely: Decimal, high: Decimal) -> Decimal {
    let width = high - low;
    if width <= Decimal::ZERO {
        return likely;
    }
    let chance = Decimal::from(chance) / Decimal::from(u64::from(u32::MAX) + 1);
    let root = |part: Decimal| {
        // To six decimals, by whole numbers: draws are many.
        let millionths =
            (part.max(Decimal::ZERO) * Decimal::from(1_000_000_000_000_i64)).to_u128().unwrap_or(u128::MAX);
        Decimal::from(millionths.isqrt()) / Decimal::from(1_000_000)
    };
    if chance * width < likely - low {
        low + root(chance * width * (likely - low))
    } else {
        high - root((Decimal::ONE - chance) * width * (high - likely))
    }
}

/// Of draws in any order: the one that has so many below it, the mean of two where both sides of a gap do.
fn percentiles(draws: &[Decimal]) -> Percentiles {
    let mut sorted = draws.to_vec();
    sorted.sort_unstable();
    let at = |percent: usize| {
        let before = sorted.len() * percent;
        let draw = |place: usize| sorted.get(place).or(sorted.last()).copied().unwrap_or_default();
        if before.is_multiple_of(100) && before > 0 {
            published((draw(before / 100 - 1) + draw(before / 100)) / Decimal::TWO)
        } else {
            draw(before / 100)
        }
    };
    Percentiles { p10: at(10), p50: at(50), p90: at(90) }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::{percentiles, triangular};
    use crate::scenario::strata::Strata;

    #[test]
    fn draws_follow_a_triangle() {
        let at = |chance| triangular(chance, dec!(0), dec!(10), dec!(20)).round_dp(2);
        assert_eq!(at(0), dec!(0));
        assert_eq!(at(1 << 31), dec!(10));
        // An eighth of the area lies below half of the way up.
        assert_eq!(at(1 << 29), dec!(5));
        assert_eq!(at(u32::MAX), dec!(20));
    }

    #[test]
    fn a_thousand_draws_are_near_the_exact_percentiles() {
        // Sums of one to four triangles over 0 to 10 around 5: each is the mean of two evenly spread numbers, so that the
        // exact percentiles are those of Irwin and Hall's sums of two to eight of them.
        let exact = [
            (dec!(2.23607), dec!(7.76393)),
            (dec!(6.23289), dec!(13.76711)),
            (dec!(10.41493), dec!(19.58507)),
            (dec!(14.72183), dec!(25.27817)),
        ];
        for (parameters, (p10, p90)) in (1..).zip(exact) {
            let mut strata = Strata::default();
            let sum = |draw: u32| {
                (0..parameters).map(|place| triangular(strata.chance(draw, place), dec!(0), dec!(5), dec!(10))).sum()
            };
            let draws: Vec<_> = (0..1000).map(sum).collect();
            let found = percentiles(&draws);
            let is_near = |found: rust_decimal::Decimal, exact: rust_decimal::Decimal| {
                (found / exact - dec!(1)).abs() < dec!(0.01)
            };
            assert!(is_near(found.p10, p10) && is_near(found.p90, p90), "{parameters}: {found:?}");
        }
    }

    #[test]
    fn percentiles_have_their_part_of_the_draws_below_them() {
        let draws: Vec<_> = (1..=10).rev().map(rust_decimal::Decimal::from).collect();
        let found = percentiles(&draws);
        assert_eq!((found.p10, found.p50, found.p90), (dec!(1.5), dec!(5.5), dec!(9.5)));
    }
}
