//! What the days of a customer cost in a year.

use rust_decimal::Decimal;

use super::answer::YearlyCost;
use super::table::{Account, CustomerTable};
use crate::bounds;
use crate::error::Error;
use crate::money::{self, published};
use crate::period::days_between;

/// A yearly cost of money.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rate {
    percent: Decimal,
}

impl Rate {
    pub(super) fn of(percent: Option<Decimal>) -> Result<Option<Self>, Error> {
        percent.map(|percent| bounds::PERCENT.check("ratePercent", percent).map(|()| Self { percent })).transpose()
    }

    fn a_year_of(self, amount: Decimal) -> Decimal {
        amount * self.percent / Decimal::ONE_HUNDRED
    }
}

impl CustomerTable {
    /// What an account owed at the end of each day of the window, added up; at the date alone where the past is not known.
    pub(super) const fn owed_days(&self, account: &Account) -> i128 {
        if self.knows_past { account.owed_days } else { account.receivables }
    }

    /// The overdue part of the same; `None` where nothing says what is overdue.
    pub(super) fn late_days(&self, account: &Account) -> Option<i128> {
        let late = if self.knows_past { account.late_days } else { account.overdue };
        self.knows_due_dates.then_some(late)
    }

    pub(super) fn yearly_cost(&self, account: &Account, rate: Option<Rate>) -> Option<YearlyCost> {
        let rate = rate?;
        let days = if self.knows_past { days_between(self.window.first.first_day(), self.as_of) + 1 } else { 1 };
        let mean = |unit_days: i128| money::total(unit_days) / Decimal::from(days.max(1));
        let (owed, late) = (mean(self.owed_days(account)), self.late_days(account).map(mean));
        Some(YearlyCost {
            owed: published(owed),
            cost: published(rate.a_year_of(owed)),
            late: late.map(published),
            late_cost: late.map(|late| published(rate.a_year_of(late))),
            is_of_date: !self.knows_past,
        })
    }
}
