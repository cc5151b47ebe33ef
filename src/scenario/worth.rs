//! What levers are worth: cash, costs and gains, and the measures they leave.

use rust_decimal::Decimal;

use super::answer::{Measures, Worth};
use super::baseline::Baseline;
use super::levers::Levers;
use super::request::{Action, ScenarioRequest};
use super::run::Run;
use crate::error::Error;
use crate::money::published;
use crate::series::Series;

/// What one run of the levers is worth, with the run it was drawn from.
#[derive(Clone, Debug)]
pub struct Valued {
    /// The run.
    pub run: Run,
    /// What levers release beside receivables.
    pub beside: Vec<OtherRelease>,
    /// The worth.
    pub worth: Worth,
}

/// What a lever releases of payables or inventory.
#[derive(Clone, Copy, Debug)]
pub struct OtherRelease {
    /// The lever, by its place in the request.
    pub index: usize,
    /// The balance it changes.
    balance: Balance,
    /// What it releases in full force.
    amount: Decimal,
    /// What it releases a day until then.
    per_day: Decimal,
    /// Days from going live until the first of it.
    wait: Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Balance {
    Payables,
    Inventory,
}

impl OtherRelease {
    /// What is released at the end of the day numbered `day` from going live, the first being 1. New purchases are paid
    /// later one after another; inventory goes down day by day as it is not replaced.
    #[must_use]
    pub fn released(&self, day: Decimal) -> Decimal {
        ((day - self.wait) * self.per_day).clamp(Decimal::ZERO, self.amount)
    }
}

/// Runs the levers and values what they release.
///
/// # Errors
///
/// In a lever, those of the balance it changes.
pub fn value(baseline: &Baseline, levers: &Levers, request: &ScenarioRequest) -> Result<Valued, Error> {
    let run = baseline.run(levers, request.levers.len());
    let (mut cost, mut avoided) = (Decimal::ZERO, Decimal::ZERO);
    let mut beside = Vec::new();
    for lever in levers.iter() {
        let Some(asked) = request.levers.get(lever.index) else { continue };
        let sums = run.by_lever.get(lever.index).copied().unwrap_or_default();
        cost += asked.yearly_cost;
        let per_cent = |percent: Decimal| percent / Decimal::ONE_HUNDRED;
        let charged = baseline.a_year(sums.charged);
        match asked.action {
            Action::EarlyPaymentDiscount { discount_percent, early_payers_percent, .. } => {
                let taken = sums.earlier + sums.anyway * per_cent(early_payers_percent);
                cost += baseline.a_year(taken) * per_cent(discount_percent);
            }
            Action::CreditInsurance { premium_per_mille, covered_percent, loss_percent } => {
                cost += charged * premium_per_mille / Decimal::ONE_THOUSAND;
                let lost = loss_percent.or_else(|| baseline.loss_percent());
                let lost = lost.ok_or_else(|| Error::MissingLoss.in_lever(lever.index))?;
                avoided += charged * per_cent(lost) * per_cent(covered_percent);
            }
            Action::Factoring { fee_percent, interest_percent, .. } => {
                cost += charged * per_cent(fee_percent) + sums.advanced * per_cent(interest_percent);
            }
            Action::Payables { days } => {
                let dpo = baseline.basis(&baseline.history).dpo().map_err(|error| error.in_lever(lever.index))?;
                let per_day = dpo.cost / baseline.window.days * lever.share;
                let amount = per_day * Decimal::from(days);
                beside.push(OtherRelease {
                    index: lever.index,
                    balance: Balance::Payables,
                    amount,
                    per_day,
                    wait: dpo.days,
                });
            }
            Action::Inventory { days } => {
                let dio = baseline.basis(&baseline.history).dio().map_err(|error| error.in_lever(lever.index))?;
                let per_day = dio.cost / baseline.window.days * lever.share;
                let most = (dio.balance - total(&beside, Balance::Inventory)).max(Decimal::ZERO);
                let amount = (per_day * Decimal::from(days)).min(most);
                let (balance, wait) = (Balance::Inventory, Decimal::ZERO);
                beside.push(OtherRelease { index: lever.index, balance, amount, per_day, wait });
            }
            Action::Terms { .. }
            | Action::Deposit { .. }
            | Action::FasterInvoicing { .. }
            | Action::Reminders { .. }
            | Action::Disputes { .. }
            | Action::InstalmentPlan { .. } => {}
        }
    }
    let in_full: Decimal = beside.iter().map(|beside| beside.amount).sum();
    let (cash, average) = (run.closing + in_full, run.average + in_full);
    let gain = average * request.rate_percent / Decimal::ONE_HUNDRED;
    let worth = Worth {
        cash_released: published(cash),
        receivables_released: published(run.closing),
        other_released: published(in_full),
        average_cash_released: published(average),
        yearly_cost: published(cost),
        financing_gain: published(gain),
        avoided_loss: published(avoided),
        net_yearly_gain: published(gain + avoided - cost),
        implied_rate_percent: implied_rate(cost - avoided, average),
    };
    Ok(Valued { run, beside, worth })
}

fn total(beside: &[OtherRelease], balance: Balance) -> Decimal {
    beside.iter().filter(|beside| beside.balance == balance).map(|beside| beside.amount).sum()
}

/// What cash costs in percent a year; `None` without cash.
fn implied_rate(cost: Decimal, average: Decimal) -> Option<Decimal> {
    let cost = (average > Decimal::ZERO).then_some(cost)?;
    Some(published(cost.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(average)?))
}

impl Worth {
    /// All of them added up.
    #[must_use]
    pub fn sum<'a>(of: impl Iterator<Item = &'a Self>) -> Self {
        of.fold(Self::default(), |sum, worth| sum.with(worth, |one, other| one + other))
    }

    /// What is added to `before`.
    #[must_use]
    pub fn since(&self, before: &Self) -> Self {
        self.with(before, |after, before| after - before)
    }

    fn with(&self, other: &Self, of: impl Fn(Decimal, Decimal) -> Decimal) -> Self {
        let each = |amount: fn(&Self) -> Decimal| of(amount(self), amount(other));
        let average_cash_released = each(|worth| worth.average_cash_released);
        let (yearly_cost, avoided_loss) = (each(|worth| worth.yearly_cost), each(|worth| worth.avoided_loss));
        Self {
            cash_released: each(|worth| worth.cash_released),
            receivables_released: each(|worth| worth.receivables_released),
            other_released: each(|worth| worth.other_released),
            average_cash_released,
            yearly_cost,
            financing_gain: each(|worth| worth.financing_gain),
            avoided_loss,
            net_yearly_gain: each(|worth| worth.net_yearly_gain),
            implied_rate_percent: implied_rate(yearly_cost - avoided_loss, average_cash_released),
        }
    }
}

impl Valued {
    /// Payables more.
    #[must_use]
    pub fn payables(&self) -> Decimal {
        total(&self.beside, Balance::Payables)
    }

    /// Inventory less.
    #[must_use]
    pub fn inventory(&self) -> Decimal {
        total(&self.beside, Balance::Inventory)
    }

    /// The history with the balances that the headline figures look at.
    #[must_use]
    pub fn history(&self, baseline: &Baseline) -> Series {
        let opening = baseline.window.first.plus(-1);
        let last = baseline.history.last_month();
        let (payables, inventory) = (self.payables(), self.inventory());
        baseline.history.clone().changed(|month, row| {
            let released =
                if month == last { Some(self.run.closing) } else { self.run.opening.filter(|_| month == opening) };
            row.receivables = row.receivables.map(|amount| amount - released.unwrap_or_default());
            row.payables = row.payables.map(|amount| amount + payables);
            row.inventory = row.inventory.map(|amount| amount - inventory);
        })
    }
}

impl Measures {
    /// What changed since `before`.
    #[must_use]
    pub fn since(&self, before: &Self) -> Self {
        let change = |of: fn(&Self) -> Option<Decimal>| Some(of(self)? - of(before)?);
        Self {
            receivables: change(|measures| measures.receivables),
            accounting_dso: change(|measures| measures.accounting_dso),
            roll_back_dso: change(|measures| measures.roll_back_dso),
            roll_back_exhausted: self.roll_back_exhausted || before.roll_back_exhausted,
            best_possible_dso: change(|measures| measures.best_possible_dso),
            dio: change(|measures| measures.dio),
            dpo: change(|measures| measures.dpo),
            working_capital: change(|measures| measures.working_capital),
            cash_conversion_cycle: change(|measures| measures.cash_conversion_cycle),
        }
    }
}

/// The measures of a history.
pub fn measures(baseline: &Baseline, history: &Series, change: Option<&Valued>) -> Measures {
    let mut typed = baseline.at.balances.clone();
    if let Some(change) = change {
        typed.payables = typed.payables.map(|amount| amount + change.payables());
        typed.inventory = typed.inventory.map(|amount| amount - change.inventory());
    }
    let basis = crate::measures::Basis::new(history, &baseline.at.conventions, &typed);
    let roll_back = basis.roll_back_dso().ok();
    Measures {
        receivables: history.last().receivables.map(published),
        accounting_dso: basis.accounting_dso().ok().map(|figure| figure.days),
        roll_back_exhausted: roll_back.as_ref().is_some_and(|figure| figure.is_lower_bound),
        roll_back_dso: roll_back.map(|figure| figure.days),
        best_possible_dso: basis.best_possible_dso().ok().and_then(|figure| figure.days),
        dio: basis.dio().ok().map(|figure| figure.days),
        dpo: basis.dpo().ok().map(|figure| figure.days),
        working_capital: basis.working_capital().ok().map(|figure| figure.amount),
        cash_conversion_cycle: basis.cash_conversion_cycle().ok().map(|figure| figure.days),
    }
}
