//! What to do first: every lever in a form that customers would accept, tried on this data with what it costs, and ranked
//! by what it gains in a year.
//!
//! No lever is free: work is paid by the minute, shorter terms and deposits lose some sales at a margin, suppliers and stocks
//! give half of what they free back. What is assumed can be changed, and stands in each suggestion as its cost.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};
use serde::Serialize;

use super::answer::Worth;
use super::baseline::{Baseline, Model};
use super::discount::break_even_percent;
use super::request::{Action, CustomerTerm, Lever, ScenarioRequest, Scope, TermsRule};
use super::run::LeverSums;
use super::usual::{RETENTION_DAYS, usual};
use super::worth::value;
use crate::at::At;
use crate::bounds;
use crate::data::Dataset;
use crate::error::Error;
use crate::money::{self, USUAL_RATE_PERCENT, published};
use crate::order::Order;
use crate::terms::LegalRequest;

/// What levers are assumed to cost.
#[apply(request!)]
#[serde(default)]
pub struct UsualCosts {
    /// An hour of work.
    pub hour: Decimal,
    /// Minutes of reminding for an invoice that is paid late, most reminders being sent by a tool.
    pub reminder_minutes: Decimal,
    /// Minutes for an invoice to go out earlier, or to be brought to other terms.
    pub invoice_minutes: Decimal,
    /// Minutes for a dispute to be settled, or a plan to be agreed.
    pub dispute_minutes: Decimal,
    /// Sales lost where a deposit is asked for, in percent.
    pub lost_sales_percent: Decimal,
    /// Margin on them, in percent.
    pub margin_percent: Decimal,
    /// What customers want for paying earlier, in percent a year.
    pub customer_rate_percent: Decimal,
    /// What suppliers and stocks give back of what they save, in percent.
    pub given_back_percent: Decimal,
    /// Longest payables, in days: the law's 60 from invoice.
    pub longest_payables_days: Decimal,
}

impl Default for UsualCosts {
    fn default() -> Self {
        Self {
            hour: dec!(30),
            reminder_minutes: dec!(1),
            invoice_minutes: dec!(0.5),
            dispute_minutes: dec!(45),
            lost_sales_percent: dec!(1),
            margin_percent: dec!(25),
            customer_rate_percent: dec!(10),
            given_back_percent: dec!(50),
            longest_payables_days: dec!(60),
        }
    }
}

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
    /// Term agreed today in days, where the data has no due dates; without it nothing that counts from one is suggested.
    pub current_term_days: Option<u32>,
    /// Terms agreed with single customers that differ from that.
    pub customer_terms: Vec<CustomerTerm>,
    /// What levers cost.
    pub costs: UsualCosts,
}

impl Default for SuggestionsRequest {
    fn default() -> Self {
        Self {
            baseline: At::default(),
            rate_percent: USUAL_RATE_PERCENT,
            legal: LegalRequest::default(),
            current_term_days: None,
            customer_terms: Vec::new(),
            costs: UsualCosts::default(),
        }
    }
}

impl SuggestionsRequest {
    /// A scenario of some levers.
    #[must_use]
    pub fn of(&self, levers: Vec<Lever>) -> ScenarioRequest {
        ScenarioRequest {
            baseline: self.baseline.clone(),
            levers,
            rate_percent: self.rate_percent,
            current_term_days: self.current_term_days,
            customer_terms: self.customer_terms.clone(),
            ..ScenarioRequest::default()
        }
    }

    /// Checks what levers cost.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] names the first number outside its range.
    pub fn check(&self) -> Result<(), Error> {
        let costs = &self.costs;
        for (name, amount) in [
            ("hour", costs.hour),
            ("reminderMinutes", costs.reminder_minutes),
            ("invoiceMinutes", costs.invoice_minutes),
            ("disputeMinutes", costs.dispute_minutes),
        ] {
            bounds::YEARLY_AMOUNT.check(name, amount)?;
        }
        for (name, percent) in [
            ("lostSalesPercent", costs.lost_sales_percent),
            ("marginPercent", costs.margin_percent),
            ("customerRatePercent", costs.customer_rate_percent),
            ("givenBackPercent", costs.given_back_percent),
        ] {
            bounds::PERCENT.check(name, percent)?;
        }
        bounds::DAYS.check("longestPayablesDays", costs.longest_payables_days)
    }
}

/// What a suggestion is about: they are ranked apart.
#[apply(choice!)]
#[derive(Copy, PartialOrd, Ord)]
pub enum SuggestionGroup {
    /// Cash from customers.
    Customers,
    /// Cash from suppliers and stocks.
    OtherBalances,
    /// Against losses, which brings no cash.
    Protection,
}

/// The numbers that speak for a suggestion.
#[apply(answer!)]
pub struct Reason {
    /// Sales that it moves, in percent of all: terms above the cap, what is paid late, what is paid later than with the
    /// discount. Of disputes the part of the receivables. At most 100, where credit notes bring the whole below the part.
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
    /// The lever with its cost, to be taken into a scenario as it is.
    pub lever: Lever,
    /// What it is about.
    pub group: SuggestionGroup,
    /// What it is worth alone.
    pub worth: Worth,
    /// Why.
    pub reason: Reason,
}

/// What to do first, the lever that gains most first in each group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Suggestions(pub Vec<Suggestion>);

/// Every lever in a form that customers would accept, with what it costs; in each group what gains most in a year first.
/// Levers that this data cannot tell anything of are left out, as is what frees no cash and avoids no loss.
///
/// # Errors
///
/// Those of [`Baseline::of`]; [`Error::OutOfRange`] for a rate or a cost.
pub fn suggestions(dataset: &Dataset, request: &SuggestionsRequest) -> Result<Suggestions, Error> {
    request.check()?;
    request.of(Vec::new()).check()?;
    let baseline = Baseline::of(dataset, &request.of(tried(request, None)), None)?;
    let levers = tried(request, Some(&baseline));
    let mut found: Vec<Suggestion> =
        levers.into_iter().filter_map(|lever| baseline.suggested(request, lever).ok().flatten()).collect();
    found.order_by_key(|suggestion| (suggestion.group, std::cmp::Reverse(suggestion.worth.net_yearly_gain)));
    Ok(Suggestions(found))
}

/// Day of payment of the discount that is tried.
const DISCOUNT_DAY: u32 = 10;

/// Retention is a small part of what is sold; where more is due after so long, it is something else.
const MOST_RETAINED: Decimal = dec!(0.1);

/// The levers that are tried: terms brought to the law for all but retention, a discount that customers would take, payables
/// up to what the law allows. What a list of receivables says nothing of, such as limits, is not.
pub fn tried(request: &SuggestionsRequest, baseline: Option<&Baseline>) -> Vec<Lever> {
    let is_retention = baseline.is_none_or(Baseline::has_retention);
    let mut levers = usual(request.rate_percent);
    levers.retain(|lever| match lever.action {
        Action::CreditLimits { .. } | Action::DynamicDiscounting { .. } => false,
        Action::RetentionBond { .. } => is_retention,
        _ => true,
    });
    for lever in &mut levers {
        match &mut lever.action {
            Action::Terms { rule, days, legal, .. } => {
                (*rule, *days, *legal) = (TermsRule::Legal, 0, request.legal.clone());
                lever.share_percent = Decimal::ONE_HUNDRED;
                if is_retention {
                    lever.scope = Scope { terms_up_to_days: Some(RETENTION_DAYS), ..Scope::default() };
                }
            }
            Action::EarlyPaymentDiscount { discount_percent, within_days, .. } => {
                // What customers want for the days: one to three percent are usual.
                let observed = baseline.and_then(Baseline::observed_days).unwrap_or_default();
                let days = (observed - Decimal::from(DISCOUNT_DAY)).max(Decimal::ZERO);
                let wanted = request.costs.customer_rate_percent * days / Decimal::from(365);
                (*discount_percent, *within_days) = (wanted.round_dp(1).clamp(dec!(1), dec!(3)), DISCOUNT_DAY);
            }
            Action::Reminders { .. } | Action::DirectDebit { .. } | Action::InstalmentPlan { .. } => {
                lever.scope.without_disputes = true;
            }
            Action::Deposit { .. } => {
                lever.lost_sales_percent = request.costs.lost_sales_percent;
                lever.margin_percent = request.costs.margin_percent;
            }
            Action::Payables { days } => {
                let dpo = baseline.and_then(|baseline| baseline.basis(&baseline.history).dpo().ok());
                let room = dpo.map(|dpo| request.costs.longest_payables_days - dpo.days);
                let room = room.and_then(|room| u32::try_from(room.floor().max(Decimal::ZERO)).ok());
                *days = room.map_or(*days, |room| room.min(*days));
            }
            _ => {}
        }
    }
    levers
}

impl Baseline {
    /// Is a small part of the sales due after a year, as money held back until then is?
    fn has_retention(&self) -> bool {
        let Model::Replay(replay) = self.model() else { return false };
        let sales = self.basis(&self.history).window_sales().unwrap_or_default();
        let retained = money::total(replay.cells.retained);
        retained > Decimal::ZERO && retained <= sales * MOST_RETAINED
    }

    /// What a lever costs in a year, beside what its action and its lost sales say: work for the invoices it moves, and what
    /// suppliers and stocks give back.
    pub(super) fn usual_cost(&self, lever: &Lever, sums: &LeverSums, gain: Decimal, costs: &UsualCosts) -> Decimal {
        let minutes = match lever.action {
            Action::Reminders { .. } => costs.reminder_minutes,
            Action::Terms { .. } | Action::FasterInvoicing { .. } | Action::DirectDebit { .. } => costs.invoice_minutes,
            Action::Disputes { .. } | Action::InstalmentPlan { .. } | Action::RetentionBond { .. } => {
                costs.dispute_minutes
            }
            Action::Payables { .. } | Action::Inventory { .. } => {
                return gain * costs.given_back_percent / Decimal::ONE_HUNDRED;
            }
            _ => return Decimal::ZERO,
        };
        let sales = self.basis(&self.history).window_sales().unwrap_or_default();
        let of_sales = || sums.moved.max(Decimal::ZERO).checked_div(sales).unwrap_or_default();
        let invoices = match self.model() {
            // Of what is open nobody knows yet whether it will be moved: as many of it as of what is settled.
            Model::Replay(replay) if self.aged().is_none() => {
                let settled: u64 = replay.cells.list.iter().map(|cell| cell.settled).sum();
                let moved = Decimal::from(sums.moved_invoices).checked_div(settled.into());
                Decimal::from(replay.cells.issued) * moved.filter(|moved| !moved.is_zero()).unwrap_or_else(of_sales)
            }
            // Nor do the invoices that an aged balance was read as say how many there are.
            _ => sales / USUAL_INVOICE * of_sales(),
        };
        self.a_year(invoices * lever.share_percent / Decimal::ONE_HUNDRED) * minutes / dec!(60) * costs.hour
    }
}

/// Amount of an invoice where there are none to be counted.
const USUAL_INVOICE: Decimal = dec!(5000);

impl Baseline {
    /// A scenario of one lever as a suggestion; `None` if it changes nothing.
    fn suggested(&self, asked: &SuggestionsRequest, mut lever: Lever) -> Result<Option<Suggestion>, Error> {
        // Its scopes are told by terms, which no baseline depends on.
        let request = asked.of(vec![lever.clone()]);
        let found = value(self, &self.ready(&request)?, &request)?;
        let sums = found.run.by_lever.first().copied().unwrap_or_default();
        lever.yearly_cost = self.usual_cost(&lever, &sums, found.worth.financing_gain, &asked.costs).round_dp(0);
        let request = asked.of(vec![lever.clone()]);
        let valued = value(self, &self.ready(&request)?, &request)?;
        let basis = self.basis(&self.history);
        let window_sales = basis.window_sales().ok();
        let before = basis.accounting_dso().ok();
        let percent = |amount: Decimal, of: Option<Decimal>| {
            let of = of.filter(|of| *of > Decimal::ZERO);
            let part = of.and_then(|of| (amount * Decimal::ONE_HUNDRED).checked_div(of)).unwrap_or_default();
            // Credit notes bring the whole below what is moved of it.
            part.min(Decimal::ONE_HUNDRED)
        };
        let (concerned_percent, concerned_amount) = if matches!(lever.action, Action::Disputes { .. }) {
            let last = self.history.last();
            let disputed = last.disputed.unwrap_or_default();
            (percent(disputed, last.receivables), disputed)
        } else {
            (percent(sums.moved, window_sales), self.a_year(sums.moved))
        };
        let worth = valued.worth.clone();
        if worth.average_cash_released <= Decimal::ZERO && worth.avoided_loss.is_zero() {
            return Ok(None);
        }
        let group = match lever.action {
            Action::CreditInsurance { .. } => SuggestionGroup::Protection,
            Action::Payables { .. } | Action::Inventory { .. } => SuggestionGroup::OtherBalances,
            _ => SuggestionGroup::Customers,
        };
        let observed = self.observed_days();
        let break_even = observed.map(|observed| {
            let year = Decimal::from(self.at.conventions.year_days);
            break_even_percent(asked.rate_percent, DISCOUNT_DAY.into(), observed, year)
        });
        let after = self.headline_of(valued).accounting_dso;
        let is = |wanted: bool, value: Option<Decimal>| value.filter(|_| wanted).map(published);
        let is_discount = matches!(lever.action, Action::EarlyPaymentDiscount { .. });
        let is_insurance = matches!(lever.action, Action::CreditInsurance { .. });
        Ok(Some(Suggestion {
            reason: Reason {
                concerned_percent: published(concerned_percent),
                concerned_amount: published(concerned_amount),
                accounting_days: before.zip(after).map(|(before, after)| published(before.days - after)),
                observed_days: is(is_discount, observed),
                break_even_percent: is(is_discount, break_even),
                loss_percent: is(is_insurance, self.loss_percent()),
                cash_value_of_a_day: self.cash_value_of_a_day().map(published),
            },
            group,
            lever,
            worth,
        }))
    }
}
