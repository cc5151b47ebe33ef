//! What customers owe together, and the part of each in the DSO of all.

use rust_decimal::Decimal;

use super::answer::{CustomerTotals, HalfOfOverdue};
use super::cost::Rate;
use super::page::weighted;
use super::table::{Account, CustomerTable};
use crate::measures::SplitOf;
use crate::measures::overdue::overdue_percent;
use crate::money::{self, published};

impl CustomerTable {
    /// What all of them owe, in ledger units.
    pub(crate) fn total(&self) -> i128 {
        self.accounts.iter().map(|account| account.receivables).sum()
    }

    /// Sums of some customers, of a list that owes `total` in all.
    pub(crate) fn totals<'a>(
        &self,
        accounts: impl Iterator<Item = &'a Account>,
        total: i128,
        rate: Option<Rate>,
    ) -> CustomerTotals {
        let (mut all, mut owing) = (Account::default(), 0);
        for account in accounts {
            all.absorb(account);
            owing += u32::from(account.receivables > 0);
        }
        CustomerTotals {
            owing,
            receivables: amount(all.receivables),
            overdue: self.knows_due_dates.then(|| amount(all.overdue)),
            overdue_percent: self.overdue_percent(&all),
            overdue_days: weighted(&all.overdue_days).map(published),
            disputed: self.knows_disputes.then(|| amount(all.disputed)),
            parts: self.parts(&all),
            dso_days: self.dso_days(all.receivables, total),
            sales: (self.sales_months > 0).then(|| amount(all.sales)),
            days_late: weighted(&all.late).map(published),
            yearly_cost: self.yearly_cost(&all, rate),
        }
    }

    /// How much of what is owed is overdue.
    pub(super) fn overdue_percent(&self, account: &Account) -> Option<Decimal> {
        let percent = overdue_percent(money::total(account.overdue), money::total(account.receivables))?;
        self.knows_due_dates.then(|| published(percent))
    }

    /// What is owed, in the parts of the DSO.
    pub(super) fn parts(&self, account: &Account) -> Option<SplitOf> {
        let late = account.overdue - account.disputed_overdue;
        self.knows_due_dates.then(|| SplitOf {
            term: amount(account.receivables - late - account.disputed),
            late: amount(late),
            disputed: amount(account.disputed),
            total: amount(account.receivables),
        })
    }

    /// The days of the DSO of all that `receivables` of `total` make.
    pub(crate) fn dso_days(&self, receivables: i128, total: i128) -> Option<Decimal> {
        let dso = self.dso.as_ref().filter(|_| total > 0)?;
        Some(published(dso.days * money::total(receivables) / money::total(total)))
    }

    /// Who half of what is overdue is owed by, from the one that owes most of it down.
    pub(super) fn half_of_overdue(&self) -> Option<HalfOfOverdue> {
        let all: i128 = self.accounts.iter().map(|account| account.overdue).sum();
        if !self.knows_due_dates || all <= 0 {
            return None;
        }
        let mut overdue: Vec<i128> =
            self.accounts.iter().map(|account| account.overdue).filter(|overdue| *overdue > 0).collect();
        overdue.sort_unstable_by(|a, b| b.cmp(a));
        let (mut customers, mut sum) = (0, 0);
        for overdue in overdue {
            if sum * 2 >= all {
                break;
            }
            (customers, sum) = (customers + 1, sum + overdue);
        }
        Some(HalfOfOverdue { customers, amount: amount(sum) })
    }
}

/// Ledger units as an amount that crosses.
pub(crate) fn amount(units: i128) -> Decimal {
    published(money::total(units))
}
