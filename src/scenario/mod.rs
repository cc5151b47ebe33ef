//! What-if scenarios, measured with exactly the figures of the baseline: by paying every invoice again where there
//! are invoices, by the roll-back reading of monthly sales where there are not.

mod discount;
mod levers;
mod replay;
mod request;
mod roll_back_reading;

use chrono::NaiveDate;
use rust_decimal::Decimal;

pub use discount::{break_even_percent, compound_percent, simple_percent};
pub use request::{
    DiscountAnswer, Lever, LeverAnswer, Measures, OpenItems, ScenarioAnswer, ScenarioMonth, ScenarioRequest, TermsRule,
};

use crate::conventions::Conventions;
use crate::dataset::Dataset;
use crate::error::Error;
use crate::import::Data;
use crate::money::published;
use crate::period::Month;
use crate::report::{self, Basis, TypedBalances};
use crate::series::Series;
use levers::Levers;

/// A scenario measured against its baseline.
///
/// # Errors
///
/// [`Error::OutOfRange`] for a parameter, the errors of a report, and on a monthly series those that leave the
/// roll-back DSO undefined, since that reading is the model there.
pub fn scenario(dataset: &Dataset, request: &ScenarioRequest) -> Result<ScenarioAnswer, Error> {
    request.check()?;
    let baseline = &request.baseline;
    let history = report::history(dataset, baseline)?;
    let model = Model::new(dataset, history, &baseline.conventions)?;
    let levers = Levers::of(&request.levers);
    let outcome = model.run(&levers)?;
    let before = measures(model.history(), &baseline.conventions, &baseline.balances);
    let after = measures(&outcome.history, &baseline.conventions, &baseline.balances);
    let valued = value(&model, &outcome, request);
    let alone = request.levers.iter().map(|lever| {
        let outcome = model.run(&Levers::of(std::slice::from_ref(lever)))?;
        let valued = value(&model, &outcome, request);
        Ok(LeverAnswer {
            lever: lever.name(),
            cash_released: published(valued.cash_released),
            average_cash_released: published(valued.average),
            yearly_cost: published(valued.cost),
            financing_gain: published(valued.gain),
            net_yearly_gain: published(valued.gain - valued.cost),
        })
    });
    Ok(ScenarioAnswer {
        as_of: model.history().as_of(),
        replayed: matches!(dataset.data, Data::Ledger(_)),
        before,
        after,
        cash_released: published(valued.cash_released),
        average_cash_released: published(valued.average),
        averaged_months: valued.averaged_months,
        yearly_cost: published(valued.cost),
        financing_gain: published(valued.gain),
        net_yearly_gain: published(valued.gain - valued.cost),
        levers: alone.collect::<Result<_, Error>>()?,
        discount: discount_answer(&model, &levers, &outcome, request),
        open_items: outcome.open_items.clone(),
        months: months(model.history(), &outcome),
    })
}

/// What the levers make of a history.
#[derive(Clone, Debug)]
struct Outcome {
    /// The history with the receivables of the scenario.
    history: Series,
    /// Discounts granted on the sales of the window.
    discounts: Decimal,
    /// The part of them that goes to customers who pay by that day anyway.
    discounts_without_gain: Decimal,
    /// What was assumed of open invoices.
    open_items: Option<OpenItems>,
}

/// The two ways to pay again.
enum Model<'a> {
    Replay(replay::Replay<'a>),
    RollBackReading(roll_back_reading::RollBackReading<'a>),
}

impl<'a> Model<'a> {
    fn new(dataset: &'a Dataset, history: Series, conventions: &'a Conventions) -> Result<Self, Error> {
        Ok(match &dataset.data {
            Data::Ledger(ledger) => Self::Replay(replay::Replay::new(ledger, history, conventions)),
            Data::Series(_) | Data::Fec(_) | Data::AgedBalance(_) => {
                Self::RollBackReading(roll_back_reading::RollBackReading::new(history, conventions)?)
            }
        })
    }

    const fn history(&self) -> &Series {
        match self {
            Self::Replay(replay) => replay.history(),
            Self::RollBackReading(reading) => reading.history(),
        }
    }

    fn run(&self, levers: &Levers) -> Result<Outcome, Error> {
        match self {
            Self::Replay(replay) => replay.run(levers),
            Self::RollBackReading(reading) => reading.run(levers),
        }
    }

    /// The day customers are observed to pay on, from issue.
    fn observed_days(&self) -> Option<Decimal> {
        match self {
            Self::Replay(replay) => replay.observed_days(),
            Self::RollBackReading(reading) => Some(reading.observed_days()),
        }
    }

    fn months_before_as_of(&self, conventions: &Conventions) -> (Month, Decimal) {
        let window = crate::series::Window::of(self.history(), conventions);
        (window.first, actual_days(window.first.first_day(), self.history().as_of()))
    }
}

/// The worth of an outcome.
struct Valued {
    cash_released: Decimal,
    average: Decimal,
    averaged_months: u32,
    cost: Decimal,
    gain: Decimal,
}

fn value(model: &Model<'_>, outcome: &Outcome, request: &ScenarioRequest) -> Valued {
    let conventions = &request.baseline.conventions;
    let (first, window_days) = model.months_before_as_of(conventions);
    let released = released(model.history(), &outcome.history);
    let in_window: Vec<Decimal> =
        released.iter().filter(|(month, _)| *month >= first).map(|(_, released)| *released).collect();
    let cash_released = released.last().map_or(Decimal::ZERO, |(_, released)| *released);
    let averaged_months = u32::try_from(in_window.len()).unwrap_or(u32::MAX);
    let average = in_window.iter().sum::<Decimal>() / Decimal::from(averaged_months.max(1));
    let year = Decimal::from(conventions.year_days);
    let cost = outcome.discounts * year / window_days.max(Decimal::ONE);
    let gain = average * request.rate_percent / Decimal::ONE_HUNDRED;
    Valued { cash_released, average, averaged_months, cost, gain }
}

/// Receivables before less receivables after, at the month-ends where both are known.
fn released(before: &Series, after: &Series) -> Vec<(Month, Decimal)> {
    before
        .months()
        .zip(after.months())
        .filter_map(|((month, before), (_, after))| Some((month, before.receivables? - after.receivables?)))
        .collect()
}

fn measures(history: &Series, conventions: &Conventions, typed: &TypedBalances) -> Measures {
    let basis = Basis::new(history, conventions, typed);
    let roll_back = basis.roll_back_dso().ok();
    Measures {
        receivables: history.last().receivables.map(published),
        accounting_dso: basis.accounting_dso().ok().map(|figure| figure.days),
        roll_back_exhausted: roll_back.as_ref().is_some_and(|figure| figure.exhausted || figure.stopped_at.is_some()),
        roll_back_dso: roll_back.map(|figure| figure.days),
        best_possible_dso: basis.best_possible_dso().ok().and_then(|figure| figure.days),
        working_capital: basis.working_capital().ok().map(|figure| figure.amount),
        cash_conversion_cycle: basis.cash_conversion_cycle().ok().map(|figure| figure.days),
    }
}

fn discount_answer(
    model: &Model<'_>,
    levers: &Levers,
    outcome: &Outcome,
    request: &ScenarioRequest,
) -> Option<DiscountAnswer> {
    let discount = levers.discount.as_ref()?;
    let observed = model.observed_days()?;
    let conventions = &request.baseline.conventions;
    let (_, window_days) = model.months_before_as_of(conventions);
    let year = Decimal::from(conventions.year_days);
    let within = Decimal::from(discount.within_days);
    let percent = discount.share_of_amount * Decimal::ONE_HUNDRED;
    Some(DiscountAnswer {
        observed_days: published(observed),
        within_days: within,
        simple_percent: simple_percent(percent, observed - within, year).map(published),
        compound_percent: compound_percent(percent, observed - within, year)
            .map(|percent| percent.round_dp(6).normalize()),
        break_even_percent: published(break_even_percent(request.rate_percent, within, observed, year)),
        cost_without_gain: published(outcome.discounts_without_gain * year / window_days.max(Decimal::ONE)),
    })
}

fn months(before: &Series, outcome: &Outcome) -> Vec<ScenarioMonth> {
    before
        .months()
        .zip(outcome.history.months())
        .map(|((month, before), (_, after))| ScenarioMonth {
            month,
            before: before.receivables.map(published),
            after: after.receivables.map(published),
        })
        .collect()
}

fn actual_days(first: NaiveDate, last: NaiveDate) -> Decimal {
    Decimal::from(crate::period::days_between(first, last) + 1)
}
