//! What levers are worth: cash, costs and gains, and the measures they leave.

use rust_decimal::Decimal;

use super::answer::{Measures, Worth};
use super::baseline::Baseline;
use super::levers::Levers;
use super::request::{Action, ScenarioRequest};
use super::run::{self, Run};
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
    /// Deposits for what is not invoiced yet.
    Advances,
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
    value_of(baseline.run(levers, request.levers.len()), baseline, levers, request)
}

/// Values what a run releases.
///
/// # Errors
///
/// Those of [`value`].
pub fn value_of(run: Run, baseline: &Baseline, levers: &Levers, request: &ScenarioRequest) -> Result<Valued, Error> {
    let (mut cost, mut avoided) = (Decimal::ZERO, Decimal::ZERO);
    let mut beside = Vec::new();
    let part = |percent: Decimal| percent / Decimal::ONE_HUNDRED;
    let year = Decimal::from(baseline.at.conventions.year_days);
    let for_days = |amount_days: Decimal, percent: Decimal| baseline.a_year(amount_days) * part(percent) / year;
    for lever in levers.iter() {
        let Some(asked) = request.levers.get(lever.index) else { continue };
        let sums = run.by_lever.get(lever.index).copied().unwrap_or_default();
        let charged = baseline.a_year(sums.charged);
        let lost = baseline.a_year(sums.sales) * lever.share * part(asked.lost_sales_percent);
        cost += asked.yearly_cost + request.excluding_tax(lost) * part(asked.margin_percent);
        match asked.action {
            Action::EarlyPaymentDiscount { discount_percent, early_payers_percent, .. } => {
                // The tax on what is taken off is not owed either.
                let taken = sums.earlier + sums.anyway * part(early_payers_percent);
                cost += request.excluding_tax(baseline.a_year(taken)) * part(discount_percent);
            }
            Action::DynamicDiscounting { rate_percent, .. } => {
                cost += request.excluding_tax(for_days(sums.earlier_days, rate_percent));
            }
            // What a bank takes for a bond bears no tax.
            Action::RetentionBond { rate_percent, .. } => cost += for_days(sums.earlier_days, rate_percent),
            Action::CreditLimits { margin_percent, .. } => {
                cost += request.excluding_tax(charged) * part(margin_percent);
            }
            Action::Deposit { lead_days, .. } if lead_days > 0 => {
                let per_day = sums.charged / baseline.window_days;
                let (amount, wait) = (per_day * Decimal::from(lead_days), Decimal::ZERO);
                beside.push(OtherRelease { index: lever.index, balance: Balance::Advances, amount, per_day, wait });
            }
            Action::DirectDebit { fee_percent } => {
                cost += baseline.a_year(sums.sales) * lever.share * part(fee_percent);
            }
            Action::CreditInsurance {
                premium_per_mille, covered_percent, loss_percent, deductible, maximum, ..
            } => {
                cost += request.excluding_tax(charged) * premium_per_mille / Decimal::ONE_THOUSAND;
                let lost = loss_percent.or_else(|| baseline.loss_percent());
                let lost = lost.ok_or_else(|| Error::MissingLoss.in_lever(lever.index))?;
                let insured = request.excluding_tax(baseline.a_year(sums.undisputed)) * lever.within_limit.sold;
                let indemnity = insured * part(lost) * part(covered_percent) - deductible;
                avoided += indemnity.min(maximum.unwrap_or(Decimal::MAX)).max(Decimal::ZERO);
            }
            Action::Factoring { fee_percent, interest_percent, minimum_fee, .. } => {
                cost += (charged * part(fee_percent)).max(minimum_fee) + sums.advanced * part(interest_percent);
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
    let receivables = run::Balance { closing: run.closing, average: run.average };
    let others = run::Balance { closing: in_full, average: in_full };
    let cash = receivables.plus(others).plus(run.financed);
    let vat = vat_passed_on(request, receivables, run.deposits, total(&beside, Balance::Advances));
    let gain = (cash.average - vat.average) * part(request.rate_percent);
    let worth = Worth {
        cash_released: published(cash.closing),
        receivables_released: published(run.closing),
        other_released: published(in_full),
        financed: published(run.financed.closing),
        vat_passed_on: published(vat.closing),
        average_cash_released: published(cash.average),
        average_vat_passed_on: published(vat.average),
        yearly_cost: published(cost),
        financing_gain: published(gain),
        avoided_loss: published(avoided),
        net_yearly_gain: published(gain + avoided - cost),
        implied_rate_percent: implied_rate(cost - avoided, cash.average - vat.average),
    };
    Ok(Valued { run, beside, worth })
}

/// The tax in what is paid earlier that is passed on earlier: in deposits, where it is due when they are paid, and on receipts
/// in all of it.
///
/// Source: in France article 269, 2 of the Code général des impôts: due on receipt of a deposit (goods since 1 January 2023),
/// and for services on receipt of payment.
fn vat_passed_on(
    request: &ScenarioRequest,
    receivables: run::Balance,
    deposits: run::Balance,
    advances: Decimal,
) -> run::Balance {
    let of = |paid: Decimal| paid - request.excluding_tax(paid);
    let base = if request.vat_on_receipts { receivables } else { deposits };
    run::Balance { closing: of(base.closing + advances), average: of(base.average + advances) }
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
        self.with(before, |after, before| (after - before).normalize())
    }

    fn with(&self, other: &Self, of: impl Fn(Decimal, Decimal) -> Decimal) -> Self {
        let each = |amount: fn(&Self) -> Decimal| of(amount(self), amount(other));
        let average_cash_released = each(|worth| worth.average_cash_released);
        let average_vat_passed_on = each(|worth| worth.average_vat_passed_on);
        let (yearly_cost, avoided_loss) = (each(|worth| worth.yearly_cost), each(|worth| worth.avoided_loss));
        Self {
            cash_released: each(|worth| worth.cash_released),
            receivables_released: each(|worth| worth.receivables_released),
            other_released: each(|worth| worth.other_released),
            financed: each(|worth| worth.financed),
            vat_passed_on: each(|worth| worth.vat_passed_on),
            average_cash_released,
            average_vat_passed_on,
            yearly_cost,
            financing_gain: each(|worth| worth.financing_gain),
            avoided_loss,
            net_yearly_gain: each(|worth| worth.net_yearly_gain),
            implied_rate_percent: implied_rate(
                yearly_cost - avoided_loss,
                average_cash_released - average_vat_passed_on,
            ),
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

    /// Deposits for what is not invoiced yet: owed to customers, so working capital is less by them.
    #[must_use]
    pub fn advances(&self) -> Decimal {
        total(&self.beside, Balance::Advances)
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
        working_capital: basis
            .working_capital()
            .ok()
            .map(|figure| published(figure.amount - change.map_or(Decimal::ZERO, Valued::advances))),
        cash_conversion_cycle: basis.cash_conversion_cycle().ok().map(|figure| figure.days),
    }
}
