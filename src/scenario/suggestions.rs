//! What to do first: every lever in a usual form, tried on this data and ranked by what it gains in a year.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};
use serde::Serialize;

use super::answer::Worth;
use super::baseline::Baseline;
use super::discount::break_even_percent;
use super::request::{Action, Lever, ScenarioRequest, TermsRule};
use super::usual::usual;
use super::worth::value;
use crate::at::At;
use crate::data::Dataset;
use crate::error::Error;
use crate::measures::accounting::cash_value_of_a_day;
use crate::money::published;
use crate::terms::LegalRequest;

/// What suggestions are asked for.
#[apply(request!)]
#[serde(default)]
pub struct SuggestionsRequest {
    /// The report of the baseline.
    pub baseline: At,
    /// Yearly cost of money, in percent.
    pub rate_percent: Decimal,
    /// The regime that terms are brought to.
    pub legal: LegalRequest,
}

impl Default for SuggestionsRequest {
    fn default() -> Self {
        Self { baseline: At::default(), rate_percent: dec!(5), legal: LegalRequest::default() }
    }
}

/// The numbers that speak for a suggestion.
#[apply(answer!)]
pub struct Reason {
    /// Sales that it moves, in percent of all: terms above the cap, what is paid late, what is paid later than with the
    /// discount. Of disputes the part of the receivables.
    pub concerned_percent: Decimal,
    /// The same amount in a year; of disputes what is in dispute.
    pub concerned_amount: Decimal,
    /// Days it takes off the accounting DSO.
    pub accounting_days: Option<Decimal>,
    /// Days after which customers are observed to pay.
    pub observed_days: Option<Decimal>,
    /// Discount in percent that would cost as much as it gains.
    pub break_even_percent: Option<Decimal>,
    /// Loss in percent of sales.
    pub loss_percent: Option<Decimal>,
    /// What one day of sales is worth.
    pub cash_value_of_a_day: Option<Decimal>,
}

/// A lever worth a look.
#[apply(answer!)]
pub struct Suggestion {
    /// The lever, to be taken into a scenario as it is.
    pub lever: Lever,
    /// What it is worth alone.
    pub worth: Worth,
    /// Why.
    pub reason: Reason,
}

/// What to do first, the lever that gains most first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Suggestions(pub Vec<Suggestion>);

/// Every lever in a usual form, what gains most in a year first. Levers that this data cannot tell anything of are left
/// out.
///
/// # Errors
///
/// Those of [`Baseline::of`]; [`Error::OutOfRange`] for the rate.
pub fn suggestions(dataset: &Dataset, request: &SuggestionsRequest) -> Result<Suggestions, Error> {
    let of = |levers: Vec<Lever>| ScenarioRequest {
        baseline: request.baseline.clone(),
        levers,
        rate_percent: request.rate_percent,
        ..ScenarioRequest::default()
    };
    of(Vec::new()).check()?;
    let all = of(tried(request, Decimal::ZERO));
    let baseline = Baseline::of(dataset, &all, None)?;
    let break_even = baseline.observed_days().map(|observed| {
        let year = Decimal::from(request.baseline.conventions.year_days);
        break_even_percent(request.rate_percent, DISCOUNT_DAY.into(), observed, year)
    });
    let levers = tried(request, break_even.unwrap_or_default());
    let mut found: Vec<Suggestion> =
        levers.into_iter().filter_map(|lever| baseline.suggested(of(vec![lever]), break_even).ok().flatten()).collect();
    found.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.worth.net_yearly_gain));
    Ok(Suggestions(found))
}

/// Day of payment of the discount that is tried.
const DISCOUNT_DAY: u32 = 10;

/// The usual levers, terms brought to the law for all, and a discount a little below where it stops to pay.
fn tried(request: &SuggestionsRequest, break_even: Decimal) -> Vec<Lever> {
    let affordable = (break_even * dec!(0.8)).round_dp_with_strategy(1, rust_decimal::RoundingStrategy::ToZero);
    let mut levers = usual(request.rate_percent);
    for lever in &mut levers {
        match &mut lever.action {
            Action::Terms { rule, days, legal, .. } => {
                (*rule, *days, *legal) = (TermsRule::Legal, 0, request.legal.clone());
                lever.share_percent = Decimal::ONE_HUNDRED;
            }
            Action::EarlyPaymentDiscount { discount_percent, within_days, .. } => {
                (*discount_percent, *within_days) = (affordable.min(dec!(2)), DISCOUNT_DAY);
            }
            _ => {}
        }
    }
    levers
}

impl Baseline {
    /// A scenario of one lever as a suggestion; `None` if it changes nothing.
    fn suggested(&self, request: ScenarioRequest, break_even: Option<Decimal>) -> Result<Option<Suggestion>, Error> {
        // Its scopes are those of the usual levers, which this baseline was built for.
        let levers = self.ready(&request)?;
        let valued = value(self, &levers, &request)?;
        let Some(lever) = request.levers.into_iter().next() else { return Ok(None) };
        let sums = valued.run.by_lever.first().copied().unwrap_or_default();
        let basis = self.basis(&self.history);
        let window_sales = basis.window_sales().ok();
        let before = basis.accounting_dso().ok();
        let percent = |amount: Decimal, of: Option<Decimal>| {
            let of = of.filter(|of| *of > Decimal::ZERO);
            of.and_then(|of| (amount * Decimal::ONE_HUNDRED).checked_div(of)).unwrap_or_default()
        };
        let (concerned_percent, concerned_amount) = if matches!(lever.action, Action::Disputes { .. }) {
            let last = self.history.last();
            let disputed = last.disputed.unwrap_or_default();
            (percent(disputed, last.receivables), disputed)
        } else {
            (percent(sums.moved, window_sales), self.a_year(sums.moved))
        };
        let worth = valued.worth.clone();
        if worth == Worth::default() {
            return Ok(None);
        }
        let after = self.headline_of(valued).accounting_dso;
        let is = |wanted: bool, value: Option<Decimal>| value.filter(|_| wanted).map(published);
        let is_discount = matches!(lever.action, Action::EarlyPaymentDiscount { .. });
        let is_insurance = matches!(lever.action, Action::CreditInsurance { .. });
        Ok(Some(Suggestion {
            reason: Reason {
                concerned_percent: published(concerned_percent),
                concerned_amount: published(concerned_amount),
                accounting_days: before.zip(after).map(|(before, after)| published(before.days - after)),
                observed_days: is(is_discount, self.observed_days()),
                break_even_percent: is(is_discount, break_even),
                loss_percent: is(is_insurance, self.loss_percent()),
                cash_value_of_a_day: window_sales
                    .and_then(|sales| cash_value_of_a_day(sales, self.window.days).ok())
                    .map(published),
            },
            lever,
            worth,
        }))
    }
}
