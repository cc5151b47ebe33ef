//! The value of one parameter that reaches a target.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::answer::ScenarioHeadline;
use super::baseline::Baseline;
use super::parameter::Parameter;
use super::request::{Range, ScenarioRequest};
use super::uncertainty::with;
use super::worth::value;
use crate::bounds::Bounds;
use crate::error::Error;
use crate::order::Order;

/// Values looked at before the one that reaches the target is closed in on.
const LOOKS: u32 = 64;

/// What is to be reached.
#[apply(choice!)]
#[derive(Copy)]
pub enum Goal {
    /// An accounting DSO of at most the target.
    AccountingDso,
    /// A roll-back DSO of at most the target.
    RollBackDso,
    /// Cash released of at least the target.
    CashReleased,
    /// A net yearly gain of at least the target.
    NetYearlyGain,
}

impl Goal {
    /// The figure in a headline.
    ///
    /// # Errors
    ///
    /// [`Error::NoSales`] where it is undefined.
    pub fn of(self, headline: &ScenarioHeadline) -> Result<Decimal, Error> {
        Ok(match self {
            Self::AccountingDso => headline.accounting_dso.ok_or(Error::NoSales)?,
            Self::RollBackDso => headline.roll_back_dso.ok_or(Error::NoSales)?,
            Self::CashReleased => headline.worth.cash_released,
            Self::NetYearlyGain => headline.worth.net_yearly_gain,
        })
    }

    /// Are few of it wanted?
    #[must_use]
    pub const fn is_less_better(self) -> bool {
        matches!(self, Self::AccountingDso | Self::RollBackDso)
    }

    /// Is a figure better than another?
    #[must_use]
    pub fn is_better(self, reached: Decimal, than: Decimal) -> bool {
        if self.is_less_better() { reached < than } else { reached > than }
    }

    /// Does a figure reach a target?
    #[must_use]
    pub fn is_met(self, reached: Decimal, target: Decimal) -> bool {
        if self.is_less_better() { reached <= target } else { reached >= target }
    }
}

/// A target, and the parameter that is to reach it.
#[apply(request!)]
pub struct GoalRequest {
    /// The scenario.
    pub scenario: ScenarioRequest,
    /// The lever, by its place in it.
    pub index: u32,
    /// Its parameter.
    pub parameter: Parameter,
    /// What is to be reached.
    pub goal: Goal,
    /// How much of it.
    pub target: Decimal,
}

/// What was found.
#[apply(choice!)]
#[derive(Copy)]
pub enum GoalOutcome {
    /// The scenario reaches the target as it is.
    AlreadyMet,
    /// The value reaches it.
    Reached,
    /// No value reaches it: the one given comes nearest.
    OutOfReach,
}

/// The value that reaches a target with the smallest change, or else the one that comes nearest.
#[apply(answer!)]
pub struct GoalAnswer {
    /// What was found.
    pub outcome: GoalOutcome,
    /// The value of the parameter.
    pub value: Decimal,
    /// What it reaches.
    pub reached: Decimal,
    /// The figures at that value.
    pub headline: ScenarioHeadline,
}

impl Baseline {
    /// The value of a parameter that reaches a target.
    ///
    /// # Errors
    ///
    /// Those of [`Baseline::headline`]; [`Error::BadRequest`] for a lever or a parameter that the scenario does not
    /// have; [`Error::NoSales`] where the figure that is to be reached is undefined.
    pub fn goal_seek(&self, request: &GoalRequest) -> Result<GoalAnswer, Error> {
        let index = usize::try_from(request.index).unwrap_or(usize::MAX);
        let lever = request.scenario.levers.get(index);
        let current = lever.and_then(|lever| Some((lever, request.parameter.of(lever)?)));
        let Some((lever, current)) = current else {
            let reason = format!("lever {index} has no {}", request.parameter.name());
            return Err(Error::BadRequest { reason });
        };
        // Ranges are held around the value of today, which the search leaves.
        let mut scenario = request.scenario.clone();
        scenario.levers.iter_mut().for_each(|lever| lever.ranges = Vec::<Range>::new());
        self.ready(&scenario)?;
        let search = Search { baseline: self, scenario: &scenario, index, request };
        let Bounds { least, most } = request.parameter.bounds(lever);
        let most = most.min(search.highest(current));
        let here = search.look(current)?.ok_or(Error::NoSales)?;
        if search.is_met(&here) {
            return search.answer(GoalOutcome::AlreadyMet, &here);
        }
        let mut looks = vec![here.clone()];
        let (mut from, mut to) = (least, most);
        // A figure may go up and down again: where nothing reaches the target, the neighbourhood of the best is looked
        // at closer.
        loop {
            for value in grid(from, to, request.parameter.step()) {
                looks.extend(search.look(value)?);
            }
            looks.order_by_key(|look| look.value);
            looks.dedup_by_key(|look| look.value);
            if let Some((met, unmet)) = search.nearest_met(&looks, &here) {
                let found = search.close_in(met, unmet.value)?;
                return search.answer(GoalOutcome::Reached, &found);
            }
            let best = search.best(&looks, current).unwrap_or_else(|| here.clone());
            let (below, above) = neighbours(&looks, best.value);
            if above - below >= to - from || above - below <= request.parameter.step() * Decimal::TWO {
                return search.answer(GoalOutcome::OutOfReach, &best);
            }
            (from, to) = (below, above);
        }
    }
}

/// The values next to one of them, or itself at either end.
fn neighbours(looks: &[Look], value: Decimal) -> (Decimal, Decimal) {
    let place = looks.partition_point(|look| look.value < value);
    let at = |place: Option<usize>| place.and_then(|place| looks.get(place)).map_or(value, |look| look.value);
    (at(place.checked_sub(1)), at(place.checked_add(1)))
}

/// A value, and what it reaches.
#[derive(Clone, Debug)]
struct Look {
    value: Decimal,
    reached: Decimal,
}

struct Search<'a> {
    baseline: &'a Baseline,
    scenario: &'a ScenarioRequest,
    index: usize,
    request: &'a GoalRequest,
}

impl Search<'_> {
    fn at(&self, value: Decimal) -> ScenarioRequest {
        with(self.scenario, self.index, self.request.parameter, value)
    }

    fn headline(&self, value_at: Decimal) -> Result<ScenarioHeadline, Error> {
        let scenario = self.at(value_at);
        Ok(self.baseline.headline_of(value(self.baseline, &self.baseline.levers(&scenario), &scenario)?))
    }

    /// What a value reaches; `None` where the figure is undefined, as the DSO of receivables below nothing is.
    fn look(&self, value: Decimal) -> Result<Option<Look>, Error> {
        let reached = self.request.goal.of(&self.headline(value)?).ok();
        Ok(reached.map(|reached| Look { value, reached }))
    }

    fn is_met(&self, look: &Look) -> bool {
        self.request.goal.is_met(look.reached, self.request.target)
    }

    fn is_better(&self, look: &Look, than: &Look) -> bool {
        self.request.goal.is_better(look.reached, than.reached)
    }

    /// What comes nearest to the target; of equals the one nearest to where the search started.
    fn best(&self, looks: &[Look], start: Decimal) -> Option<Look> {
        let away = |look: &Look| (look.value - start).abs();
        let better = |best: Look, look: &Look| {
            let is_nearer = look.reached == best.reached && away(look) < away(&best);
            if self.is_better(look, &best) || is_nearer { look.clone() } else { best }
        };
        let (first, rest) = looks.split_first()?;
        Some(rest.iter().fold(first.clone(), better))
    }

    /// Of values that reach the target the nearest to where the search started, and its neighbour on that side, which
    /// does not.
    fn nearest_met(&self, looks: &[Look], here: &Look) -> Option<(Look, Look)> {
        let pairs = looks.windows(2).filter_map(|pair| match pair {
            [one, other] if self.is_met(one) != self.is_met(other) => {
                Some(if self.is_met(one) { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) })
            }
            _ => None,
        });
        pairs.min_by_key(|(met, _)| (met.value - here.value).abs())
    }

    /// The value next to one that does not reach the target.
    fn close_in(&self, mut met: Look, mut unmet: Decimal) -> Result<Look, Error> {
        let step = self.request.parameter.step();
        while (met.value - unmet).abs() > step {
            let steps = ((met.value - unmet) / step / Decimal::TWO).round();
            let value = unmet + steps * step;
            if value == met.value || value == unmet {
                break;
            }
            match self.look(value)?.filter(|look| self.is_met(look)) {
                Some(look) => met = look,
                None => unmet = value,
            }
        }
        Ok(met)
    }

    /// A yearly cost has no bound worth searching to beyond what would eat up every gain.
    fn highest(&self, current: Decimal) -> Decimal {
        if self.request.parameter == Parameter::YearlyCost { current } else { Decimal::MAX }
    }

    fn answer(&self, outcome: GoalOutcome, look: &Look) -> Result<GoalAnswer, Error> {
        let headline = self.headline(look.value)?;
        Ok(GoalAnswer { outcome, value: look.value, reached: look.reached, headline })
    }
}

/// Whole multiples of `step` from one bound to the other.
fn grid(least: Decimal, most: Decimal, step: Decimal) -> impl Iterator<Item = Decimal> {
    let steps = ((most - least) / step).floor().to_u64().unwrap_or(0);
    let looks = u64::from(LOOKS).min(steps);
    (0..=looks).map(move |look| least + Decimal::from(steps * look / looks.max(1)) * step)
}
