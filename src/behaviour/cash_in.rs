//! What the open items are expected to bring, and when.

use chrono::NaiveDate;
use rust_decimal::{Decimal, dec};
use rustc_hash::FxHashSet;

use super::answer::{
    Behaviour, BehaviourRequest, CashIn, CashInPeriod, CumulativeCashIn, CurvePoint, DelayStatistics, MeasuredFrom,
};
use super::curve::{Curve, Observations};
use super::study::{CREDIBILITY_INVOICES, ENOUGH_INVOICES, Observation, Study};
use crate::bounds;
use crate::data::Dataset;
use crate::error::Error;
use crate::ledger::{CustomerId, Ledger};
use crate::money::{self, published};
use crate::period::{Month, add_days, days_between};

/// Days after which a mean takes what is unpaid as paid.
const HORIZON_DAYS: u32 = 180;

const WEEKS: usize = 13;
const MONTHS: usize = 12;

/// How the customers of a dataset pay, and what its open items are expected to bring; `study` is the one of the same
/// date and conventions.
///
/// # Errors
///
/// Those of [`Dataset::invoices_at`]; [`Error::OutOfRange`] for a parameter, [`Error::NoSettledInvoices`] if nothing
/// was ever paid: there is nothing to learn from.
pub fn behaviour(dataset: &Dataset, study: &Study, request: &BehaviourRequest) -> Result<Behaviour, Error> {
    let (ledger, as_of) = dataset.invoices_at(&request.baseline)?;
    let loss_after_days = request.loss_after_days.unwrap_or(365);
    bounds::LOSS_AFTER_DAYS.check("lossAfterDays", loss_after_days)?;
    let insolvent_loss = request.insolvent_loss_percent.unwrap_or(Decimal::ONE_HUNDRED);
    bounds::PERCENT.check("insolventLossPercent", insolvent_loss)?;
    let counts = Counts::of(study);
    if counts.paid == 0 {
        return Err(Error::NoSettledInvoices);
    }
    let all = study.all();
    let curve = all.steps().map(|(day, left)| CurvePoint { days: small(day), unpaid_percent: published(left) });
    let open = money::total(i128::from(counts.open_amount));
    let amount = open + money::total(i128::from(counts.paid_amount));
    let plan = Plan::of(as_of, loss_after_days);
    Ok(Behaviour {
        as_of,
        measured_from: if study.is_from_due_date() { MeasuredFrom::DueDate } else { MeasuredFrom::IssueDate },
        paid_count: counts.paid,
        open_count: counts.open,
        open_percent: published(open * Decimal::ONE_HUNDRED / amount.max(dec!(0.001))),
        delays: statistics(all),
        curve: curve.collect(),
        credibility_invoices: u32::try_from(CREDIBILITY_INVOICES).unwrap_or(0),
        enough_invoices: u32::try_from(ENOUGH_INVOICES).unwrap_or(0),
        cash_in: plan.cash_in(study, &insolvent_customers(&ledger, &request.insolvent), insolvent_loss),
    })
}

/// A distribution in a few numbers.
pub fn statistics(curve: &Curve) -> DelayStatistics {
    let horizon = i64::from(HORIZON_DAYS);
    DelayStatistics {
        median: curve.day_paid(dec!(50)).map(small),
        percentile80: curve.day_paid(dec!(80)).map(small),
        mean: published(curve.mean_days(horizon)),
        unpaid_percent: published(curve.unpaid_percent(horizon)),
        horizon_days: HORIZON_DAYS,
    }
}

fn insolvent_customers(ledger: &Ledger, names: &[String]) -> FxHashSet<CustomerId> {
    let names: FxHashSet<&str> = names.iter().map(String::as_str).collect();
    let is_one = |customer: &CustomerId| ledger.customer_name(*customer).is_some_and(|name| names.contains(name));
    ledger.customers().filter(is_one).collect()
}

/// How many invoices and how much there are of each.
#[derive(Default)]
struct Counts {
    paid: u32,
    open: u32,
    paid_amount: u64,
    open_amount: u64,
}

impl Counts {
    fn of(study: &Study) -> Self {
        let mut counts = Self::default();
        for seen in study.customers().flat_map(|customer| study.observations(customer)) {
            let (count, amount) = if seen.is_paid {
                (&mut counts.paid, &mut counts.paid_amount)
            } else {
                (&mut counts.open, &mut counts.open_amount)
            };
            *count = count.saturating_add(seen.count);
            *amount = amount.saturating_add(seen.amount);
        }
        counts
    }
}

/// The ends of the periods, in days from the as-of date.
struct Plan {
    as_of: NaiveDate,
    loss_after_days: u32,
    /// Weeks, then months, in one list: each open item is asked once for each.
    ends: [i64; WEEKS + MONTHS],
}

/// Sums of one period, in ledger units.
#[derive(Clone, Copy, Default)]
struct Period {
    expected: u64,
    /// Of the square of the amount, in currency units.
    variance: u128,
    /// The same of what came in by its end.
    variance_by_end: u128,
}

/// Low and high end of an amount, in ledger units.
#[derive(Clone, Copy)]
struct Band {
    low: i128,
    high: i128,
}

impl Band {
    /// 1.2816 standard deviations on either side hold eight cases of ten.
    fn of(expected: i128, variance: u128, most: i128) -> Self {
        let spread = variance.isqrt().saturating_mul(12_816) * 1000 / 10_000;
        let spread = i128::try_from(spread).unwrap_or(i128::MAX);
        Self { low: (expected - spread).max(0), high: (expected + spread).min(most) }
    }
}

impl Plan {
    fn of(as_of: NaiveDate, loss_after_days: u32) -> Self {
        let mut ends = [0; WEEKS + MONTHS];
        let weeks = (1..).map(|week| week * 7).take(WEEKS);
        let first = Month::of(add_days(as_of, 1));
        let months = (0..).map(|month| days_between(as_of, first.plus(month).last_day())).take(MONTHS);
        ends.iter_mut().zip(weeks.chain(months)).for_each(|(end, days)| *end = days);
        Self { as_of, loss_after_days, ends }
    }

    fn cash_in(&self, study: &Study, insolvent: &FxHashSet<CustomerId>, insolvent_loss: Decimal) -> CashIn {
        let (mut periods, mut room) = ([Period::default(); WEEKS + MONTHS], Observations::default());
        let (mut open, mut lost, mut of_insolvent, mut credits) = (0_u64, 0_u64, 0_u64, 0_u64);
        let mut items = Vec::new();
        for customer in study.customers() {
            credits = credits.saturating_add(study.open_items(customer, &mut items));
            let owed = items.iter().fold(0_u64, |sum, item| sum.saturating_add(item.amount));
            if owed == 0 {
                continue;
            }
            if insolvent.contains(&customer) {
                of_insolvent = of_insolvent.saturating_add(owed);
                continue;
            }
            open = open.saturating_add(owed);
            let (curve, _) = study.curve_of(customer, &mut room);
            let unpaid = self.unpaid(&curve, &items);
            add_customer(&mut periods, &unpaid, owed);
            lost = lost.saturating_add(self.lost(&curve, &items));
        }
        let (weeks, months) = periods.split_at(WEEKS);
        let sum = |periods: &[Period]| periods.iter().map(|period| period.expected).sum::<u64>();
        let (by_week, by_month) = (sum(weeks), sum(months));
        let total = |units: u64| published(money::total(i128::from(units)));
        let credits = -i128::from(credits);
        let receivables = i128::from(open) + i128::from(of_insolvent) + credits + study.without_due_date;
        CashIn {
            receivables: published(money::total(receivables)),
            weeks: self.periods(weeks, 0, open),
            in_weeks: total(by_week),
            months: self.periods(months, WEEKS, open),
            in_months: total(by_month),
            later: total(open.saturating_sub(by_month)),
            insolvent: total(of_insolvent),
            without_due_date: published(money::total(study.without_due_date)),
            credits: published(money::total(credits)),
            expected_loss: published(total(lost) + total(of_insolvent) * insolvent_loss / Decimal::ONE_HUNDRED),
            loss_after_days: self.loss_after_days,
            insolvent_loss_percent: insolvent_loss,
        }
    }

    /// What of the open items of a customer is expected to be unpaid at the end of each period.
    fn unpaid(&self, curve: &Curve, items: &[Observation]) -> [u64; WEEKS + MONTHS] {
        let mut unpaid = [0_u64; WEEKS + MONTHS];
        for item in items {
            let open = curve.open_for(item.days.into());
            for (left, end) in unpaid.iter_mut().zip(self.ends) {
                *left = left.saturating_add(open.still_unpaid(item.amount, end));
            }
        }
        unpaid
    }

    fn lost(&self, curve: &Curve, items: &[Observation]) -> u64 {
        let after = i64::from(self.loss_after_days);
        let lost = |item: &Observation| {
            let days = i64::from(item.days);
            curve.open_for(days).still_unpaid(item.amount, (after - days).max(0))
        };
        items.iter().map(lost).fold(0, u64::saturating_add)
    }

    /// Periods as they cross; the first one starts the day after the as-of date.
    fn periods(&self, periods: &[Period], skipped: usize, open: u64) -> Vec<CashInPeriod> {
        let ends = self.ends.iter().skip(skipped);
        let starts = [0].into_iter().chain(ends.clone().copied());
        let amount = |units: i128| published(money::total(units));
        let period = |(((period, cumulative), start), end): (((&Period, CumulativeCashIn), i64), &i64)| {
            let expected = i128::from(period.expected);
            let band = Band::of(expected, period.variance, open.into());
            CashInPeriod {
                from: add_days(self.as_of, start + 1),
                to: add_days(self.as_of, *end),
                amount: amount(expected),
                low: amount(band.low),
                high: amount(band.high),
                cumulative,
            }
        };
        periods.iter().zip(cumulative(periods, open)).zip(starts).zip(ends).map(period).collect()
    }
}

/// What has come in by the end of each period. Nothing that came in goes again: the low end is never below an earlier one,
/// the high end never above a later one.
fn cumulative(periods: &[Period], open: u64) -> Vec<CumulativeCashIn> {
    let (mut expected, mut low) = (0_i128, 0);
    let mut sums: Vec<(i128, Band)> = periods
        .iter()
        .map(|period| {
            expected += i128::from(period.expected);
            let band = Band::of(expected, period.variance_by_end, open.into());
            low = band.low.max(low);
            (expected, Band { low, ..band })
        })
        .collect();
    let mut high = i128::from(open);
    for (_, band) in sums.iter_mut().rev() {
        high = band.high.min(high);
        band.high = high;
    }
    let amount = |units: i128| published(money::total(units));
    let crossing = |(expected, Band { low, high }): (i128, Band)| CumulativeCashIn {
        amount: amount(expected),
        low: amount(low),
        high: amount(high),
    };
    sums.into_iter().map(crossing).collect()
}

/// Adds what a customer is expected to pay in each period. Its invoices are taken to be paid together or not at all,
/// which makes the range wider than if each were on its own: customers do settle accounts.
fn add_customer(periods: &mut [Period; WEEKS + MONTHS], unpaid: &[u64; WEEKS + MONTHS], owed: u64) {
    let mut before = owed;
    for (index, (period, left)) in periods.iter_mut().zip(unpaid).enumerate() {
        if index == WEEKS {
            before = owed;
        }
        let expected = before.saturating_sub(*left);
        before = *left;
        period.expected = period.expected.saturating_add(expected);
        let whole = u128::from(owed / 1000);
        let variance = |expected: u64| {
            let expected = u128::from(expected / 1000);
            expected * whole.saturating_sub(expected)
        };
        period.variance = period.variance.saturating_add(variance(expected));
        period.variance_by_end = period.variance_by_end.saturating_add(variance(owed.saturating_sub(*left)));
    }
}

fn small(days: i64) -> i32 {
    i32::try_from(days).unwrap_or(i32::MAX)
}
