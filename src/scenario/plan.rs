//! A plan for a target: which levers, how far, to reach so much cash or so few days, at the least cost.
//!
//! Every lever is tried in the form that is suggested, up to a share that customers would still adopt. Combinations of one to
//! three levers, and all of them in the order of what their cash costs, are looked at in full; of those that reach the target
//! the dearest lever is taken back as far as the target allows.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::answer::ScenarioHeadline;
use super::baseline::Baseline;
use super::goal_seek::{Goal, GoalOutcome};
use super::request::{Action, CustomerTerm, Lever, ScenarioRequest};
use super::suggestions::{SuggestionsRequest, UsualCosts, tried};
use super::worth::value;
use crate::at::At;
use crate::data::Dataset;
use crate::error::Error;
use crate::money::published;
use crate::order::Order;
use crate::terms::LegalRequest;

/// Plans whose timelines are looked at for the one that is fastest.
const MOST_TIMELINES: usize = 8;

/// Plans in full whose timelines are looked at where there is a day to be met.
const MOST_BY_A_DAY: usize = 24;

/// A target, and what must not be touched to reach it.
#[apply(request!)]
#[serde(default)]
pub struct PlanRequest {
    /// The report of the baseline.
    pub baseline: At,
    /// What is to be reached.
    pub goal: Goal,
    /// How much of it.
    pub target: Decimal,
    /// The day by which it is to be reached; whenever the levers are in full force if left out.
    #[serde(deserialize_with = "crate::period::deserialize_date")]
    pub by: Option<NaiveDate>,
    /// Levers that are not to be used, by their names.
    pub without: Vec<String>,
    /// Customers that are not to be touched.
    pub except_customers: Vec<String>,
    /// Yearly cost of money, in percent.
    pub rate_percent: Decimal,
    /// Term agreed today, in days, of every invoice whose due date the data does not say.
    pub current_term_days: Option<u32>,
    /// Terms agreed with single customers that differ from that.
    pub customer_terms: Vec<CustomerTerm>,
    /// The regime that terms are brought to.
    pub legal: LegalRequest,
    /// What levers cost.
    pub costs: UsualCosts,
}

impl Default for PlanRequest {
    fn default() -> Self {
        let SuggestionsRequest { baseline, rate_percent, legal, current_term_days, customer_terms, costs } =
            SuggestionsRequest::default();
        Self {
            baseline,
            goal: Goal::CashReleased,
            target: Decimal::ZERO,
            by: None,
            without: Vec::new(),
            except_customers: Vec::new(),
            rate_percent,
            current_term_days,
            customer_terms,
            legal,
            costs,
        }
    }
}

/// Levers that reach a target together.
#[apply(answer!)]
pub struct Plan {
    /// The levers with their costs, to be taken into a scenario as they are.
    pub levers: Vec<Lever>,
    /// The figures under them.
    pub headline: ScenarioHeadline,
    /// What they reach.
    pub reached: Decimal,
    /// The end of the first week in which they reach it; `null` where that is more than a year away.
    pub reached_on: Option<NaiveDate>,
}

/// The plans for a target.
#[apply(answer!)]
pub struct PlanAnswer {
    /// Is it reached?
    pub outcome: GoalOutcome,
    /// What the figure is today.
    pub today: Decimal,
    /// The cheapest that reaches it; out of reach, the one that comes nearest. `null` where nothing is needed.
    pub cheapest: Option<Plan>,
    /// The one of fewest levers, where it is another.
    pub fewest: Option<Plan>,
    /// The fastest, where it is another.
    pub fastest: Option<Plan>,
    /// What is missing to the target, out of reach; zero where it is only reached after the day.
    pub missing: Option<Decimal>,
}

/// The plans for a target on a dataset.
///
/// # Errors
///
/// Those of [`Baseline::headline`]; [`Error::OutOfRange`] for a rate or a cost; [`Error::BadRequest`] for a lever of an unknown
/// name; [`Error::NoSales`] where the figure that is to be reached is undefined.
pub fn plan(dataset: &Dataset, request: &PlanRequest) -> Result<PlanAnswer, Error> {
    let asked = SuggestionsRequest {
        baseline: request.baseline.clone(),
        rate_percent: request.rate_percent,
        legal: request.legal.clone(),
        current_term_days: request.current_term_days,
        customer_terms: request.customer_terms.clone(),
        costs: request.costs.clone(),
    };
    asked.check()?;
    let known = |name: &String| tried(&asked, None).iter().any(|lever| lever.action.name() == name);
    if let Some(unknown) = request.without.iter().find(|name| !known(name)) {
        return Err(Error::BadRequest { reason: format!("no plan has the lever {unknown}") });
    }
    let narrowed = |baseline: Option<&Baseline>| {
        let mut levers = tried(&asked, baseline);
        // Protection frees no cash.
        levers.retain(|lever| {
            let name = lever.action.name();
            !matches!(lever.action, Action::CreditInsurance { .. }) && request.without.iter().all(|other| other != name)
        });
        for lever in &mut levers {
            lever.share_percent = most_adopting(&lever.action).into();
            if !lever.action.is_on_other_balances() {
                lever.scope.except_customers.clone_from(&request.except_customers);
            }
        }
        levers
    };
    let first = Baseline::of(dataset, &asked.of(narrowed(None)), None)?;
    let levers = narrowed(Some(&first));
    let baseline = first.fitting(dataset, &asked.of(levers.clone()))?;
    Search { baseline: &baseline, request, scenario: asked.of(levers) }.plans(&asked.costs)
}

/// The greatest share that would adopt a lever: what the law or the firm itself decides is for all, what customers decide is
/// not.
const fn most_adopting(action: &Action) -> u32 {
    match action {
        Action::EarlyPaymentDiscount { .. } | Action::Deposit { .. } => 40,
        Action::DirectDebit { .. } | Action::InstalmentPlan { .. } => 60,
        Action::Disputes { .. } | Action::Factoring { .. } => 80,
        _ => 100,
    }
}

/// A combination of levers that was looked at.
#[derive(Clone, Debug)]
struct Look {
    /// The shares of all candidates, in percent.
    shares: Vec<u32>,
    reached: Decimal,
    /// What it costs in a year, less what the cash saves.
    net_cost: Decimal,
}

impl Look {
    fn count(&self) -> usize {
        self.shares.iter().filter(|share| **share > 0).count()
    }
}

struct Search<'a> {
    baseline: &'a Baseline,
    request: &'a PlanRequest,
    /// All candidates at their greatest share, in the places that their scopes are known by.
    scenario: ScenarioRequest,
}

impl Search<'_> {
    fn plans(mut self, costs: &UsualCosts) -> Result<PlanAnswer, Error> {
        let none = vec![0; self.scenario.levers.len()];
        let today = self.look(&none)?.ok_or(Error::NoSales)?;
        if self.is_met(&today) {
            let outcome = GoalOutcome::AlreadyMet;
            return Ok(self.answer(outcome, today.reached, None, None, None));
        }
        let full: Vec<u32> = self.scenario.levers.iter().map(|lever| most_adopting(&lever.action)).collect();
        let only = |places: &[usize]| -> Vec<u32> {
            full.iter().enumerate().map(|(place, share)| if places.contains(&place) { *share } else { 0 }).collect()
        };
        // Candidates that this data can tell something of, those whose cash costs least first.
        let mut useful = Vec::new();
        for place in 0..full.len() {
            let shares = only(&[place]);
            let Ok(valued) = self.valued(&shares) else { continue };
            let cash = valued.worth.average_cash_released;
            if cash <= Decimal::ZERO {
                continue;
            }
            let sums = valued.run.by_lever.get(place).copied().unwrap_or_default();
            if let Some(lever) = self.scenario.levers.get_mut(place) {
                lever.yearly_cost =
                    self.baseline.usual_cost(lever, &sums, valued.worth.financing_gain, costs).round_dp(0);
            }
            let cost = self.valued(&shares)?.worth.yearly_cost;
            useful.push((cost.checked_div(cash).unwrap_or(Decimal::MAX), place));
        }
        useful.order();
        let places: Vec<usize> = useful.into_iter().map(|(_, place)| place).collect();
        let mut looks = Vec::new();
        for (first, one) in places.iter().enumerate() {
            looks.extend(self.look(&only(&[*one]))?);
            for (second, other) in places.iter().enumerate().skip(first + 1) {
                looks.extend(self.look(&only(&[*one, *other]))?);
                for third in places.iter().skip(second + 1) {
                    looks.extend(self.look(&only(&[*one, *other, *third]))?);
                }
            }
        }
        for count in 4..=places.len() {
            looks.extend(self.look(&only(places.get(..count).unwrap_or_default()))?);
        }
        let mut met: Vec<Look> = looks.iter().filter(|look| self.is_met(look)).cloned().collect();
        met.order_by_key(|look| (look.net_cost, look.count()));
        let mut plans = Vec::new();
        for look in met.iter().take(MOST_TIMELINES) {
            plans.push(self.taken_back(look, &places)?);
        }
        // Those of fewest levers may be dear.
        let fewest = met.iter().min_by_key(|look| (look.count(), look.net_cost));
        if let Some(look) = fewest {
            plans.push(self.taken_back(look, &places)?);
        }
        let mut dated = Vec::new();
        // In full, levers may be there by a day that they miss when they are adopted just as far as needed.
        let in_full = met.iter().take(if self.request.by.is_some() { MOST_BY_A_DAY } else { 0 }).cloned();
        for look in plans.into_iter().chain(in_full) {
            let reached_on = self.reached_on(&look)?;
            if self.request.by.is_none_or(|by| reached_on.is_some_and(|day| day <= by)) {
                dated.push((look, reached_on));
            }
        }
        let cheapest = dated.iter().min_by_key(|(look, _)| (look.net_cost, look.count()));
        let Some(cheapest) = cheapest else {
            let best = looks.into_iter().reduce(|best, look| if self.is_better(&look, &best) { look } else { best });
            // Doing nothing may come nearest.
            let best = best.filter(|best| self.is_better(best, &today));
            let best = best.map(|look| self.reached_on(&look).map(|day| (look, day))).transpose()?;
            return Ok(self.answer(GoalOutcome::OutOfReach, today.reached, best.as_ref(), None, None));
        };
        let fewest = dated.iter().min_by_key(|(look, _)| (look.count(), look.net_cost));
        let fastest = dated.iter().min_by_key(|(look, day)| (day.unwrap_or(NaiveDate::MAX), look.net_cost));
        let other = |plan: &&(Look, Option<NaiveDate>)| plan.0.shares != cheapest.0.shares;
        Ok(self.answer(
            GoalOutcome::Reached,
            today.reached,
            Some(cheapest),
            fewest.filter(|plan| other(plan) && plan.0.count() < cheapest.0.count()),
            fastest.filter(|plan| other(plan) && plan.1 < cheapest.1),
        ))
    }

    /// The scenario of some shares; a lever costs as much of its cost as its share is of the greatest.
    fn at(&self, shares: &[u32]) -> ScenarioRequest {
        let mut scenario = self.scenario.clone();
        for (lever, share) in scenario.levers.iter_mut().zip(shares) {
            let part = Decimal::from(*share) / lever.share_percent.max(Decimal::ONE);
            lever.yearly_cost = (lever.yearly_cost * part).round_dp(0);
            lever.share_percent = (*share).into();
        }
        scenario
    }

    fn valued(&self, shares: &[u32]) -> Result<super::worth::Valued, Error> {
        let scenario = self.at(shares);
        value(self.baseline, &self.baseline.ready(&scenario)?, &scenario)
    }

    fn headline(&self, shares: &[u32]) -> Result<ScenarioHeadline, Error> {
        Ok(self.baseline.headline_of(self.valued(shares)?))
    }

    /// `None` where the figure is undefined, as the DSO of receivables below nothing is.
    fn look(&self, shares: &[u32]) -> Result<Option<Look>, Error> {
        let headline = self.headline(shares)?;
        let reached = self.request.goal.of(&headline).ok();
        let net_cost = -headline.worth.net_yearly_gain;
        Ok(reached.map(|reached| Look { shares: shares.to_vec(), reached, net_cost }))
    }

    fn is_met(&self, look: &Look) -> bool {
        self.request.goal.is_met(look.reached, self.request.target)
    }

    fn is_better(&self, look: &Look, than: &Look) -> bool {
        self.request.goal.is_better(look.reached, than.reached)
    }

    /// The same with its levers, the dearest first, adopted only as far as the target asks for.
    fn taken_back(&self, look: &Look, cheapest_first: &[usize]) -> Result<Look, Error> {
        let mut best = look.clone();
        for place in cheapest_first.iter().rev() {
            let Some(share) = best.shares.get(*place).copied().filter(|share| *share > 0) else { continue };
            let at = |share: u32| {
                let mut shares = best.shares.clone();
                if let Some(slot) = shares.get_mut(*place) {
                    *slot = share;
                }
                self.look(&shares)
            };
            // Shares below `least` do not reach it, `met` does.
            let (mut least, mut met, mut found) = (0, share, None);
            while least < met {
                let middle = if least == 0 { 0 } else { u32::midpoint(least - 1, met) };
                match at(middle)?.filter(|look| self.is_met(look)) {
                    Some(look) => (met, found) = (middle, Some(look)),
                    None => least = middle + 1,
                }
            }
            // Less of a lever that gains more than it costs is no saving.
            if let Some(found) = found.filter(|found| found.net_cost <= best.net_cost) {
                best = found;
            }
        }
        Ok(best)
    }

    /// The end of the first week in which a plan reaches the target: of days, in which its cash is there.
    fn reached_on(&self, look: &Look) -> Result<Option<NaiveDate>, Error> {
        let weeks = self.baseline.released_by_week(&self.at(&look.shares))?;
        let last = weeks.last().map_or(Decimal::ZERO, |(_, released)| *released);
        let needed = match self.request.goal {
            Goal::CashReleased => self.request.target,
            // The last of it comes slowly.
            _ => last * Decimal::new(99, 2),
        };
        Ok(weeks.into_iter().find(|(_, released)| *released >= needed).map(|(day, _)| day))
    }

    fn plan(&self, (look, reached_on): &(Look, Option<NaiveDate>)) -> Option<Plan> {
        let scenario = self.at(&look.shares);
        let headline = self.headline(&look.shares).ok()?;
        let used = scenario.levers.into_iter().filter(|lever| !lever.share_percent.is_zero());
        Some(Plan { levers: used.collect(), headline, reached: look.reached, reached_on: *reached_on })
    }

    fn answer(
        &self,
        outcome: GoalOutcome,
        today: Decimal,
        cheapest: Option<&(Look, Option<NaiveDate>)>,
        fewest: Option<&(Look, Option<NaiveDate>)>,
        fastest: Option<&(Look, Option<NaiveDate>)>,
    ) -> PlanAnswer {
        let plan = |found: Option<&(Look, Option<NaiveDate>)>| found.and_then(|found| self.plan(found));
        let is_missing = outcome == GoalOutcome::OutOfReach;
        let missing = is_missing.then(|| {
            let missing = self.request.target - cheapest.map_or(today, |(look, _)| look.reached);
            (if self.request.goal.is_less_better() { -missing } else { missing }).max(Decimal::ZERO)
        });
        PlanAnswer {
            outcome,
            today: published(today),
            cheapest: plan(cheapest),
            fewest: plan(fewest),
            fastest: plan(fastest),
            missing: missing.map(published),
        }
    }
}
