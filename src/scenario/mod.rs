//! What-if scenarios, measured with exactly the figures of the baseline: by paying every invoice again where there
//! are invoices, by the roll-back reading of monthly sales where there are not.
#![doc = include_str!("README.md")]

mod aged;
mod answer;
mod attribution;
mod baseline;
mod buckets;
mod by_customer;
mod cells;
mod credits;
mod crossings;
mod daily_sales;
mod dates;
mod discount;
mod discounted_invoice;
mod goal_seek;
mod histogram;
mod idle;
mod levers;
mod limits;
mod open_items;
mod parameter;
mod payment;
mod plan;
mod replay;
mod request;
mod roll_back_reading;
mod run;
mod split;
mod strata;
mod structure;
mod suggestions;
mod timeline;
mod uncertainty;
mod usual;
mod worth;

pub use aged::AgedReading;
pub use answer::{
    AgedBounds, DiscountAnswer, LeverAnswer, Measures, OpenItems, OtherDso, ScenarioAnswer, ScenarioHeadline,
    ScenarioMonth, Worth,
};
pub use baseline::Baseline;
pub use by_customer::{ByCustomer, CustomerWorth};
pub use discount::{
    DiscountCost, DiscountRequest, break_even_percent, compound_percent, discount_cost, period_percent, simple_percent,
};
pub use discounted_invoice::{DiscountedInvoice, discounted_invoice};
pub use goal_seek::{Goal, GoalAnswer, GoalOutcome, GoalRequest};
pub use histogram::HistogramBin;
pub use idle::{Idle, IdleReason};
pub use parameter::Parameter;
pub use plan::{Plan, PlanAnswer, PlanRequest, plan};
pub use request::{Action, CustomerTerm, Lever, MOST_LEVERS, Range, ScenarioRequest, Scope, TermsRule};
pub use suggestions::{Reason, Suggestion, SuggestionGroup, Suggestions, SuggestionsRequest, UsualCosts, suggestions};
pub use timeline::{LeverCourse, Timeline, TimelinePeriod};
pub use uncertainty::{Draws, Percentiles, SimulateRequest, Swing, Uncertainty};
pub use usual::usual;

use crate::at::TypedBalances;
use crate::error::Error;
use crate::measures::accounting::cash_value_of_a_day;
use crate::measures::{Basis, DsoState};
use crate::money::{self, published};
use crate::period::Month;
use crate::series::Series;
use baseline::Model;
use levers::{Levers, ReadyLever, Set};
use run::Released;
use rust_decimal::Decimal;
use worth::{Valued, measures, value};

impl Baseline {
    /// The figures that follow a slider.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] for a parameter, and what stands against a lever: nothing in its scope, a term or a
    /// balance that is not known.
    pub fn headline(&self, request: &ScenarioRequest) -> Result<ScenarioHeadline, Error> {
        let levers = self.ready(request)?;
        let valued = value(self, &levers, request)?;
        Ok(self.headline_of(valued))
    }

    fn headline_of(&self, valued: Valued) -> ScenarioHeadline {
        let history = valued.history(self);
        let basis = self.basis(&history);
        let roll_back = basis.roll_back_dso().ok();
        ScenarioHeadline {
            accounting_dso: basis.accounting_dso().ok().map(|figure| figure.days),
            roll_back_exhausted: roll_back.as_ref().is_some_and(|figure| figure.is_lower_bound),
            roll_back_dso: roll_back.map(|figure| figure.days),
            receivables: history.last().receivables.map(published),
            worth: valued.worth,
        }
    }

    /// Everything a scenario changes, each lever's part in it, and the months.
    ///
    /// # Errors
    ///
    /// Those of [`Self::headline`].
    pub fn scenario(&self, request: &ScenarioRequest) -> Result<ScenarioAnswer, Error> {
        let levers = self.ready(request)?;
        let valued = value(self, &levers, request)?;
        let released = self.released(&levers);
        let history = self.under(&levers, &valued, &released);
        let months = self.history.months().zip(history.months());
        let (before, after) = (measures(self, &self.history, None), measures(self, &history, Some(&valued)));
        let levers_worth = self.attribution(&levers, request)?;
        let of_kind = |is_meant: fn(&Action) -> bool| of_kind(&levers, request, is_meant);
        let invoicing = of_kind(|action| matches!(action, Action::FasterInvoicing { .. }));
        let sold = of_kind(|action| matches!(action, Action::Factoring { with_recourse: false, .. }));
        let in_order = levers.iter().zip(&levers_worth).filter(|(lever, _)| invoicing & lever.bit() != 0);
        let unbilled_released = in_order.map(|(_, answer)| answer.in_order.cash_released).sum();
        let one_off_cost: Decimal =
            levers.iter().filter_map(|lever| Some(request.levers.get(lever.index)?.one_off_cost)).sum();
        Ok(ScenarioAnswer {
            as_of: self.history.as_of(),
            replayed: matches!(self.model(), Model::Replay(_)),
            by_customer: self.names_customers,
            aged: self.aged().cloned(),
            aged_bounds: self.aged_bounds(&levers, request, &valued.worth)?,
            lettered_percent: self.lettered_percent().map(published),
            change: after.since(&before),
            before,
            after,
            state_after: self.basis(&history).state().ok().map(DsoState::of),
            averaged_days: valued.run.days,
            sum_of_alone: Worth::sum(levers_worth.iter().map(|lever| &lever.alone)),
            measured: self.without(&levers, request, invoicing)?,
            unbilled_released,
            economic: self.without(&levers, request, sold)?,
            released_overdue: self.history.last().overdue.map(|_| published(released.closing.overdue_today)),
            cost_of_a_day: self
                .cash_value_of_a_day()
                .map(|day| published(day * request.rate_percent / Decimal::ONE_HUNDRED)),
            one_off_cost: published(one_off_cost),
            payback_months: payback(one_off_cost, valued.worth.net_yearly_gain),
            levers: levers_worth,
            discount: self.discount(&levers, &valued, request)?,
            open_items: match self.model() {
                Model::Replay(replay) => Some(OpenItems {
                    movable: published(money::total(replay.cells.movable)),
                    left_alone: published(money::total(replay.cells.left_alone)),
                    assumes_punctual: replay.cells.assumes_punctual,
                }),
                Model::Reading(_) => None,
            },
            months: months
                .map(|((month, before), (_, after))| ScenarioMonth {
                    month,
                    before: before.receivables.map(published),
                    after: after.receivables.map(published),
                    before_dso: self.dso_at(&self.history, month),
                    after_dso: self.dso_at(&history, month),
                })
                .collect(),
            worth: valued.worth,
        })
    }

    /// The roll-back DSO at the end of a month of a history; `None` where that is too short for it.
    fn dso_at(&self, history: &Series, month: Month) -> Option<Decimal> {
        let past = history.up_to(month.last_day().min(history.as_of())).ok()?;
        // What was typed in is of the as-of date.
        let none = TypedBalances::default();
        let balances = if past.as_of() == history.as_of() { &self.at.balances } else { &none };
        let figure = Basis::new(&past, &self.at.conventions, balances).roll_back_dso().ok()?;
        (!figure.is_lower_bound).then_some(figure.days)
    }

    /// The figures without some of the levers; `None` if there are none of them.
    fn without(&self, levers: &Levers, request: &ScenarioRequest, set: Set) -> Result<Option<OtherDso>, Error> {
        if set == 0 {
            return Ok(None);
        }
        let headline = self.headline_of(value(self, &levers.within(!set), request)?);
        Ok(Some(OtherDso {
            receivables: headline.receivables,
            accounting_dso: headline.accounting_dso,
            roll_back_dso: headline.roll_back_dso,
            roll_back_exhausted: headline.roll_back_exhausted,
        }))
    }

    /// The least and the most that the same balance allows.
    fn aged_bounds(
        &self,
        levers: &Levers,
        request: &ScenarioRequest,
        worth: &Worth,
    ) -> Result<Option<AgedBounds>, Error> {
        if self.aged().is_none() {
            return Ok(None);
        }
        let mut bounds = AgedBounds {
            least_cash_released: worth.cash_released,
            most_cash_released: worth.cash_released,
            least_net_yearly_gain: worth.net_yearly_gain,
            most_net_yearly_gain: worth.net_yearly_gain,
        };
        for apart in self.apart() {
            let Worth { cash_released, net_yearly_gain, .. } = value(apart, levers, request)?.worth;
            bounds.least_cash_released = bounds.least_cash_released.min(cash_released);
            bounds.most_cash_released = bounds.most_cash_released.max(cash_released);
            bounds.least_net_yearly_gain = bounds.least_net_yearly_gain.min(net_yearly_gain);
            bounds.most_net_yearly_gain = bounds.most_net_yearly_gain.max(net_yearly_gain);
        }
        Ok(Some(bounds))
    }

    /// What a day of sales is worth.
    fn cash_value_of_a_day(&self) -> Option<Decimal> {
        cash_value_of_a_day(self.basis(&self.history).window_sales().ok()?, self.window.days).ok()
    }

    /// The history under the levers, month by month.
    fn under(&self, levers: &Levers, valued: &Valued, released: &Released) -> Series {
        let last = self.history.last_month();
        let mut by_month = released.by_month.iter().copied();
        let closing = released.closing;
        let (payables, inventory) = (valued.payables(), valued.inventory());
        self.history.clone().changed(|month, row| {
            let released = by_month.next().flatten();
            row.receivables = row.receivables.zip(released).map(|(amount, released)| amount - released);
            row.payables = row.payables.map(|amount| amount + payables);
            row.inventory = row.inventory.map(|amount| amount - inventory);
            if month == last {
                row.overdue = row.overdue.map(|amount| amount - closing.overdue);
                row.disputed = row.disputed.map(|amount| amount - closing.disputed);
                row.disputed_overdue = row.disputed_overdue.map(|amount| amount - closing.disputed_overdue);
            } else if !levers.is_empty() {
                // What is overdue or in dispute is asked for at the as-of date only.
                (row.overdue, row.disputed, row.disputed_overdue) = (None, None, None);
            }
        })
    }
}

/// The levers whose actions are meant.
fn of_kind(levers: &Levers, request: &ScenarioRequest, is_meant: fn(&Action) -> bool) -> Set {
    let is_of_kind = |lever: &&ReadyLever| request.levers.get(lever.index).is_some_and(|asked| is_meant(&asked.action));
    levers.iter().filter(is_of_kind).fold(0, |set, lever| set | lever.bit())
}

/// Months until a net yearly gain has paid for a cost: none where there is nothing to pay; `None` where it never does.
fn payback(cost: Decimal, net_yearly_gain: Decimal) -> Option<Decimal> {
    if cost.is_zero() {
        return Some(Decimal::ZERO);
    }
    let months = (net_yearly_gain > Decimal::ZERO).then(|| cost * Decimal::from(12))?.checked_div(net_yearly_gain)?;
    Some(published(months))
}
