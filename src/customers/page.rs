//! A part of the list of customers, sorted and searched.

use std::cmp::Reverse;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::answer::{CustomerColumn, CustomerRow, CustomersPage, CustomersRequest, LateTrend, SettledTrend};
use super::cost::Rate;
use super::sums::amount;
use super::table::{Account, CustomerTable};
use crate::behaviour::{Curve, DelayStatistics, Observations, WHOLE_WEIGHT, statistics};
use crate::error::Error;
use crate::ledger::CustomerId;
use crate::measures::days_to_pay::DaysSum;
use crate::measures::roll_back::{MonthSales, RollBack, roll_back};
use crate::money::{self, published};

/// Rows given at once.
const MOST_ROWS: u32 = 500;

/// From so many days later, over so many invoices in each period, a customer is said to pay later than it did.
const WORSENING_DAYS: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
const WORSENING_INVOICES: u64 = 3;

impl CustomerTable {
    /// The part of the list that a request asks for. Customers of which nothing is known in a column come last; equal
    /// ones in the order of the data.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] for the rate.
    pub fn page(&self, request: &CustomersRequest) -> Result<CustomersPage, Error> {
        let rate = Rate::of(request.rate_percent)?;
        let worsening = |account: &Account| trend(account).is_some_and(|trend| trend.is_worsening);
        let search = request.search.trim().to_lowercase();
        let mut found: Vec<usize> = (0..)
            .zip(&self.accounts)
            .filter(|(_, account)| search.is_empty() || account.name.to_lowercase().contains(&search))
            .filter(|(_, account)| !request.only_worsening || worsening(account))
            .filter(|(_, account)| !request.only_overdue || (self.knows_due_dates && account.overdue > 0))
            .map(|(index, _)| index)
            .collect();
        self.sort(&mut found, request.sort, request.ascending);
        let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let shown = found.iter().skip(size(request.start)).take(size(request.count.min(MOST_ROWS)));
        let total = self.total();
        let mut room = Observations::default();
        let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(CustomersPage {
            as_of: self.as_of,
            total: small(self.accounts.len()),
            matched: small(found.len()),
            worsening: small(self.accounts.iter().filter(|account| worsening(account)).count()),
            dso: self.dso.clone().filter(|_| total > 0),
            half_of_overdue: self.half_of_overdue(),
            totals: self.totals(found.iter().filter_map(|index| self.accounts.get(*index)), total, rate),
            aging_bounds: self.bounds.clone(),
            rows: shown.filter_map(|index| self.row(*index, total, rate, &mut room)).collect(),
        })
    }

    /// Puts the places of accounts in the order of a column. Those of which nothing is known in it come last; equal ones in
    /// the order of the data.
    pub(crate) fn sort(&self, found: &mut [usize], column: CustomerColumn, is_ascending: bool) {
        if column == CustomerColumn::Name {
            let name = |index: &usize| self.accounts.get(*index).map(|account| account.name.to_lowercase());
            found.sort_by_cached_key(name);
            if !is_ascending {
                found.reverse();
            }
            return;
        }
        let mut room = Observations::default();
        let mut key = |index: &usize| {
            let account = self.accounts.get(*index)?;
            if column == CustomerColumn::Expected {
                self.expected_key(*index, &mut room)
            } else {
                self.key(*index, account, column)
            }
        };
        if is_ascending {
            found.sort_by_cached_key(|index| key(index).map_or((true, 0), |key| (false, key)));
        } else {
            found.sort_by_cached_key(|index| Reverse(key(index).map_or((false, 0), |key| (true, key))));
        }
    }

    /// What a column sorts by: ledger units, times days for a weight, or millionths of a day.
    fn key(&self, index: usize, account: &Account, column: CustomerColumn) -> Option<i128> {
        let days = |figure: Decimal| (figure * Decimal::from(1_000_000)).to_i128();
        match column {
            CustomerColumn::Name | CustomerColumn::Expected => None,
            CustomerColumn::Receivables => Some(account.receivables),
            CustomerColumn::Overdue => self.knows_due_dates.then_some(account.overdue),
            CustomerColumn::OverdueWeight => {
                let overdue = &account.overdue_days;
                overdue.mean().is_ok().then(|| overdue.unit_days())
            }
            CustomerColumn::Disputed => self.knows_disputes.then_some(account.disputed),
            CustomerColumn::Sales => (self.sales_months > 0).then_some(account.sales),
            CustomerColumn::AccountingDso => days(self.accounting_dso(account)?),
            CustomerColumn::RollBackDso => days(self.roll_back(index, account)?.days),
            CustomerColumn::DaysToPay => days(weighted(&account.to_pay)?),
            CustomerColumn::DaysLate => days(weighted(&account.late)?),
            CustomerColumn::Trend => days(trend(account)?.change),
            CustomerColumn::YearlyCost => Some(self.owed_days(account)),
            CustomerColumn::LateCost => self.late_days(account),
        }
    }

    /// What the expected delay sorts by; days lie far below the number that puts the median first.
    fn expected_key(&self, index: usize, room: &mut Observations) -> Option<i128> {
        const NEVER: i128 = 10_000;
        let (curve, _) = self.curve(index, room)?;
        let DelayStatistics { median, percentile80, .. } = statistics(&curve);
        let days = |day: Option<i32>| day.map_or(NEVER, i128::from);
        Some(days(median) * 2 * NEVER + days(percentile80))
    }

    /// How a customer is expected to pay, and the weight of its own history in that; `None` where nobody paid yet.
    fn curve(&self, index: usize, room: &mut Observations) -> Option<(Curve, u32)> {
        let study = self.study.as_ref().filter(|study| study.has_payments())?;
        Some(study.curve_of(CustomerId::at(index), room))
    }

    /// The row of a customer, of a list that owes `total` in all.
    pub(crate) fn row(
        &self,
        index: usize,
        total: i128,
        rate: Option<Rate>,
        room: &mut Observations,
    ) -> Option<CustomerRow> {
        let account = self.accounts.get(index)?;
        let bands = self.bounds.len() + 2;
        let ages = self.ages.iter().skip(index * bands).take(bands).map(|units| amount(i128::from(*units)));
        let rolled = self.roll_back(index, account);
        let curve = self.curve(index, room);
        let share = |units: i128| money::total(units) * Decimal::ONE_HUNDRED / money::total(total);
        Some(CustomerRow {
            name: account.name.clone(),
            receivables: amount(account.receivables),
            overdue: self.knows_due_dates.then(|| amount(account.overdue)),
            overdue_percent: self.overdue_percent(account),
            overdue_days: weighted(&account.overdue_days).map(published),
            disputed: self.knows_disputes.then(|| amount(account.disputed)),
            parts: self.parts(account),
            dso_days: self.dso_days(account.receivables, total),
            share_percent: (total > 0).then(|| published(share(account.receivables))),
            ages: self.knows_due_dates.then(|| ages.collect()),
            sales: (self.sales_months > 0).then(|| amount(account.sales)),
            accounting_dso: self.accounting_dso(account).map(published),
            exhausted: rolled.as_ref().is_some_and(RollBack::is_lower_bound),
            roll_back_dso: rolled.map(|rolled| published(rolled.days)),
            days_to_pay: weighted(&account.to_pay).map(published),
            days_late: weighted(&account.late).map(published),
            settled_count: account.to_pay.mean().map_or(0, |mean| u32::try_from(mean.count).unwrap_or(u32::MAX)),
            trend: trend(account),
            settled_trend: settled_trend(account),
            credibility_percent: curve.as_ref().map(|(_, weight)| percent_of(*weight)),
            delays: curve.map(|(curve, _)| statistics(&curve)),
            yearly_cost: self.yearly_cost(account, rate),
        })
    }

    fn accounting_dso(&self, account: &Account) -> Option<Decimal> {
        let is_defined = self.sales_months > 0 && account.sales > 0 && account.receivables >= 0;
        is_defined.then(|| money::total(account.receivables) * self.window.days / money::total(account.sales))
    }

    /// Over the customer's own sales.
    fn roll_back(&self, index: usize, account: &Account) -> Option<RollBack> {
        let own = self.sales.iter().skip(index * self.sales_months).take(self.sales_months);
        let months: Vec<MonthSales> = self
            .month_days
            .iter()
            .zip(own)
            .map(|(days, units)| MonthSales::new(*days, money::total(i128::from(*units))))
            .collect();
        roll_back(money::total(account.receivables), &months, self.conventions.empty_month).ok()
    }
}

fn percent_of(weight: u32) -> Decimal {
    published(Decimal::from(weight) * Decimal::ONE_HUNDRED / Decimal::from(WHOLE_WEIGHT))
}

/// The mean weighted by amount, or the plain one where amounts add up to nothing.
pub(super) fn weighted(days: &DaysSum) -> Option<Decimal> {
    days.mean().ok().map(|mean| mean.weighted.unwrap_or(mean.mean))
}

fn trend(account: &Account) -> Option<LateTrend> {
    let (recent_sum, before_sum) = (account.recent.all(), account.before.all());
    let (recent, before) = (recent_sum.mean().ok()?, before_sum.mean().ok()?);
    let (recent_days, before_days) = (weighted(&recent_sum)?, weighted(&before_sum)?);
    let change = recent_days - before_days;
    let is_known = recent.count >= WORSENING_INVOICES && before.count >= WORSENING_INVOICES;
    Some(LateTrend {
        recent: published(recent_days),
        before: published(before_days),
        change: published(change),
        is_worsening: is_known && change >= WORSENING_DAYS,
    })
}

fn settled_trend(account: &Account) -> Option<SettledTrend> {
    let (recent, before) = (&account.recent.settled, &account.before.settled);
    let (recent_days, before_days) = (weighted(recent)?, weighted(before)?);
    let count = |sum: &DaysSum| sum.mean().map_or(0, |mean| u32::try_from(mean.count).unwrap_or(u32::MAX));
    Some(SettledTrend {
        recent: published(recent_days),
        before: published(before_days),
        change: published(recent_days - before_days),
        recent_count: count(recent),
        before_count: count(before),
    })
}
