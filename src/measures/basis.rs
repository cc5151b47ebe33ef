//! The figures of one history, from its last balances and its window.

use rust_decimal::{Decimal, dec};

use super::accounting::accounting_dso;
use super::best_possible::average_days_delinquent;
use super::change::State;
use super::collection::collection_effectiveness;
use super::figures::{
    AccountingDso, CashConversionCycle, CostBase, DaysOf, GapFigure, RollBackDso, TrailStep, TwoMethods, WorkingCapital,
};
use super::gap::gap;
use super::parts::{CollectionEffectiveness, DsoSplit, SplitOf, Turnover};
use super::roll_back::{End, MonthSales, RollBack, receivables_of, roll_back};
use super::split::{Parts as SplitParts, SplitDays, split};
use super::turnover::turnover;
use super::working_capital::{cash_conversion_cycle, days_inventory, days_payables, requirement};
use crate::at::TypedBalances;
use crate::conventions::{Balance, CeiSales, Conventions, CostChoice, MonthLength};
use crate::error::Error;
use crate::money::published;
use crate::period::Month;
use crate::series::{MonthRow, Series, Window};

/// What the figures of one date are computed from.
#[derive(Clone, Debug)]
pub struct Basis<'a> {
    /// The months of the accounting DSO.
    pub window: Window,
    /// Months for the roll-back, newest first.
    pub newest_first: Vec<MonthSales>,
    history: &'a Series,
    last: MonthRow,
    conventions: &'a Conventions,
    typed: &'a TypedBalances,
}

impl<'a> Basis<'a> {
    /// The basis of a history that ends at the as-of date.
    #[must_use]
    pub fn new(history: &'a Series, conventions: &'a Conventions, typed: &'a TypedBalances) -> Self {
        Self {
            window: Window::of(history, conventions),
            newest_first: newest_first(history, conventions),
            history,
            last: history.last(),
            conventions,
            typed,
        }
    }

    /// Receivables at the as-of date.
    ///
    /// # Errors
    ///
    /// [`Error::MissingReceivables`], [`Error::NegativeReceivables`].
    pub fn receivables(&self) -> Result<Decimal, Error> {
        let receivables = first_known(self.last.receivables, self.typed.receivables, Error::MissingReceivables)?;
        if receivables < Decimal::ZERO { Err(Error::NegativeReceivables) } else { Ok(receivables) }
    }

    /// Sales of the window.
    ///
    /// # Errors
    ///
    /// [`Error::NoSales`].
    pub fn window_sales(&self) -> Result<Decimal, Error> {
        match self.window.sales(self.history) {
            // Sales typed in stand in for a history without any, never for one with too many credit notes.
            Err(Error::NoSales) if self.newest_first.iter().all(|month| month.sales.is_none()) => {
                self.typed.sales.filter(|sales| *sales > Decimal::ZERO).ok_or(Error::NoSales)
            }
            known => known,
        }
    }

    /// DSO by the accounting method.
    ///
    /// # Errors
    ///
    /// Those of [`Self::receivables`] and [`Self::window_sales`]; [`Error::MissingOpeningReceivables`].
    pub fn accounting_dso(&self) -> Result<AccountingDso, Error> {
        let balance_amount = self.balance_amount()?;
        let sales = self.window_sales()?;
        Ok(AccountingDso {
            days: published(accounting_dso(balance_amount, sales, self.window.days)?),
            method: "accounting",
            balance_amount: published(balance_amount),
            balance: self.conventions.balance,
            sales: published(sales),
            window_days: published(self.window.days),
            day_basis: self.conventions.day_basis,
            window_months: self.window.months,
            first_month: self.window.first,
            last_month: self.window.last,
        })
    }

    /// DSO by the roll-back method.
    ///
    /// # Errors
    ///
    /// Those of [`Self::receivables`]; [`Error::NoSales`].
    pub fn roll_back_dso(&self) -> Result<RollBackDso, Error> {
        let receivables = self.receivables()?;
        let rolled = self.roll_back(receivables)?;
        let month = |index: usize| self.window.last.plus(-i32::try_from(index).unwrap_or(i32::MAX));
        let sales_of = |index: usize| self.newest_first.get(index).and_then(|month| month.sales);
        let days_of = |index: usize| self.newest_first.get(index).map_or(0, |month| month.days);
        let trail = rolled.trail.iter().map(|step| TrailStep {
            month: month(step.index),
            days: published(step.days),
            month_days: days_of(step.index),
            sales: sales_of(step.index).map(published),
            taken: published(step.taken),
            rest: published(step.rest),
        });
        Ok(RollBackDso {
            days: published(rolled.days),
            method: "rollBack",
            is_lower_bound: rolled.is_lower_bound(),
            exhausted: rolled.end == End::HistoryExhausted,
            stopped_at: if let End::Stopped { index } = rolled.end { Some(month(index)) } else { None },
            receivables: published(receivables),
            month_length: self.conventions.month_length,
            empty_month: self.conventions.empty_month,
            trail: trail.collect(),
        })
    }

    /// Best possible DSO: both methods on the receivables not overdue.
    ///
    /// # Errors
    ///
    /// Those of [`Self::receivables`]; [`Error::MissingOverdue`]; [`Error::NoSales`].
    pub fn best_possible_dso(&self) -> Result<TwoMethods, Error> {
        let parts = self.parts()?;
        let days = accounting_dso(parts.current, self.window_sales()?, self.window.days)?;
        let rolled = self.roll_back(parts.current).ok();
        Ok(parts.two_methods(Some(days), rolled.as_ref().map(|rolled| rolled.days), is_bound(rolled.as_ref())))
    }

    /// Average days delinquent: DSO − best possible DSO, both methods, on the closing balance.
    ///
    /// # Errors
    ///
    /// Those of [`Self::best_possible_dso`].
    pub fn average_days_delinquent(&self) -> Result<TwoMethods, Error> {
        let parts = self.parts()?;
        let sales = self.window_sales()?;
        let dso = accounting_dso(parts.current + parts.overdue, sales, self.window.days)?;
        let best = accounting_dso(parts.current, sales, self.window.days)?;
        let rolled = self.roll_back(parts.current + parts.overdue).ok();
        let best_rolled = self.roll_back(parts.current).ok();
        let rolled_days = rolled.as_ref().zip(best_rolled.as_ref());
        Ok(parts.two_methods(
            Some(average_days_delinquent(dso, best)),
            rolled_days.map(|(rolled, best)| average_days_delinquent(rolled.days, best.days)),
            is_bound(rolled.as_ref()) || is_bound(best_rolled.as_ref()),
        ))
    }

    /// Days inventory outstanding, on cost of sales or else on purchases.
    ///
    /// # Errors
    ///
    /// [`Error::MissingInventory`], [`Error::MissingCost`].
    pub fn dio(&self) -> Result<DaysOf, Error> {
        let closing = self.inventory()?;
        let balance = self.capital_balance(closing, |row| row.inventory)?;
        let cost_of_sales = || self.cost_of_sales().map(|cost| (cost, CostBase::CostOfSales));
        let purchases = || self.purchases().map(|cost| (cost, CostBase::Purchases));
        let (cost, base) = match self.conventions.dio_cost {
            CostChoice::Usual => cost_of_sales().or_else(purchases),
            CostChoice::CostOfSales => cost_of_sales(),
            CostChoice::Purchases => purchases(),
        }
        .ok_or(Error::MissingCost)?;
        let days = days_inventory(balance, cost, self.window.days)?;
        Ok(self.days_of(days, balance, cost, base))
    }

    /// Days payables outstanding, on what suppliers invoiced, or else on purchases, or else on cost of sales.
    ///
    /// # Errors
    ///
    /// [`Error::MissingPayables`], [`Error::MissingCost`].
    pub fn dpo(&self) -> Result<DaysOf, Error> {
        let closing = self.payables()?;
        let balance = self.capital_balance(closing, |row| row.payables)?;
        let invoiced = self.window.sum(self.history, |row| row.supplier_invoices);
        let invoiced = invoiced.map(|cost| (cost, CostBase::SupplierInvoices));
        let cost_of_sales = || self.cost_of_sales().map(|cost| (cost, CostBase::CostOfSales));
        let purchases = || self.purchases().map(|cost| (cost, CostBase::Purchases));
        let (cost, base) = match self.conventions.dpo_cost {
            CostChoice::Usual => invoiced.or_else(purchases).or_else(cost_of_sales),
            CostChoice::CostOfSales => cost_of_sales(),
            CostChoice::Purchases => purchases(),
        }
        .ok_or(Error::MissingCost)?;
        let days = days_payables(balance, cost, self.window.days)?;
        Ok(self.days_of(days, balance, cost, base))
    }

    /// Cash conversion cycle, its DSO by the accounting method.
    ///
    /// # Errors
    ///
    /// Those of [`Self::accounting_dso`], [`Self::dio`] and [`Self::dpo`].
    pub fn cash_conversion_cycle(&self) -> Result<CashConversionCycle, Error> {
        let (dso, dio, dpo) = (self.accounting_dso()?.days, self.dio()?.days, self.dpo()?.days);
        Ok(CashConversionCycle { days: published(cash_conversion_cycle(dso, dio, dpo)), dso, dio, dpo })
    }

    /// Working capital requirement, in currency and in days of sales excluding tax.
    ///
    /// # Errors
    ///
    /// [`Error::MissingInventory`], [`Error::MissingPayables`], [`Error::MissingReceivables`].
    pub fn working_capital(&self) -> Result<WorkingCapital, Error> {
        let (inventory, payables) = (self.inventory()?, self.payables()?);
        let receivables = first_known(self.last.receivables, self.typed.receivables, Error::MissingReceivables)?;
        let amount = requirement(inventory, receivables, payables);
        let (sales, sales_exclude_tax) = self.sales_excluding_tax();
        let year = Decimal::from(self.conventions.year_days);
        let days = sales.filter(|sales| *sales > Decimal::ZERO).map(|sales| amount * year * self.window.years / sales);
        Ok(WorkingCapital {
            amount: published(amount),
            days_of_sales: days.map(published),
            sales_exclude_tax,
            inventory: published(inventory),
            receivables: published(receivables),
            payables: published(payables),
        })
    }

    /// Both DSO split into their term, late and disputed parts, which add up to them.
    ///
    /// # Errors
    ///
    /// Those of [`Self::best_possible_dso`]; [`Error::NegativeReceivables`] if a part is below zero.
    pub fn split(&self) -> Result<DsoSplit, Error> {
        let amounts = self.split_parts()?;
        let sales = self.window_sales()?;
        let by_accounting = split(amounts, |amount| accounting_dso(amount, sales, self.window.days))?;
        let by_roll_back = self.roll_back_split(amounts).ok();
        Ok(DsoSplit {
            accounting: SplitOf::days(by_accounting),
            roll_back: by_roll_back.map(|(days, _)| SplitOf::days(days)),
            exhausted: by_roll_back.is_some_and(|(_, is_bound)| is_bound),
            amounts: SplitOf {
                term: published(amounts.term),
                late: published(amounts.late),
                disputed: published(amounts.disputed),
                total: published(amounts.term + amounts.late + amounts.disputed),
            },
            knows_disputed: self.last.disputed.is_some(),
            assumes_disputed_overdue: self.last.disputed.is_some() && self.last.disputed_overdue.is_none(),
        })
    }

    /// Both DSO with the parts of the roll-back one, to compare dates with. Where nothing says what is overdue, all of
    /// it is in the term part, and the second is `false`.
    ///
    /// # Errors
    ///
    /// Those of the two DSO; [`Error::HistoryTooShort`] if the roll-back DSO is only a bound.
    pub fn state(&self) -> Result<(State, bool), Error> {
        let accounting = self.accounting_dso()?.days;
        let (amounts, is_split) = match self.split_parts() {
            Ok(parts) => (parts, true),
            Err(Error::MissingOverdue) => {
                let (late, disputed) = (Decimal::ZERO, Decimal::ZERO);
                (SplitParts { term: self.receivables()?, late, disputed }, false)
            }
            Err(error) => return Err(error),
        };
        let (roll_back, is_bound) = self.roll_back_split(amounts)?;
        if is_bound { Err(Error::HistoryTooShort) } else { Ok((State { accounting, roll_back }, is_split)) }
    }

    /// Collection effectiveness over the longest period, up to the window, whose opening is known.
    ///
    /// # Errors
    ///
    /// [`Error::MissingOpeningReceivables`], [`Error::MissingOverdue`], [`Error::NoSales`],
    /// [`Error::NothingToCollect`].
    pub fn collection_effectiveness(&self) -> Result<CollectionEffectiveness, Error> {
        let parts = self.parts()?;
        let opened = Window::with_opening(self.history, self.conventions);
        let (period, opening) = opened.ok_or(Error::MissingOpeningReceivables)?;
        let all = period.sales(self.history)?;
        let sales = match self.conventions.cei_sales {
            CeiSales::Period => all,
            CeiSales::MonthlyAverage => all / Decimal::from(period.months.max(1)),
        };
        let percent = collection_effectiveness(opening, sales, parts.current + parts.overdue, parts.current)?;
        Ok(CollectionEffectiveness {
            percent: published(percent),
            opening: published(opening),
            sales: published(sales),
            sales_choice: self.conventions.cei_sales,
            closing_total: published(parts.current + parts.overdue),
            closing_current: published(parts.current),
            months: period.months,
            first_month: period.first,
            last_month: period.last,
        })
    }

    /// Receivables turnover over the window, and a year.
    ///
    /// # Errors
    ///
    /// Those of [`Self::accounting_dso`]; [`Error::NoReceivables`].
    pub fn turnover(&self) -> Result<Turnover, Error> {
        let (balance, sales) = (self.balance_amount()?, self.window_sales()?);
        let times = turnover(sales, balance)?;
        let year = Decimal::from(self.conventions.year_days);
        let per_year = (self.window.days > Decimal::ZERO).then(|| times * year / self.window.days);
        Ok(Turnover {
            times: published(times),
            per_year: per_year.map(published),
            sales: published(sales),
            balance_amount: published(balance),
            balance: self.conventions.balance,
            window_days: published(self.window.days),
        })
    }

    /// Why the two DSO differ.
    ///
    /// # Errors
    ///
    /// Those of the two DSO; [`Error::NoSales`] if one of them is zero.
    pub fn gap(&self) -> Result<GapFigure, Error> {
        let (closing, balance) = (self.receivables()?, self.balance_amount()?);
        let (sales, days) = (self.window_sales()?, self.window.days);
        let rolled = self.roll_back(closing)?;
        let gap = gap(closing, balance, rolled.days, sales, days)?;
        Ok(GapFigure {
            days: published(accounting_dso(balance, sales, days)? - rolled.days),
            roll_back_pace: published(gap.roll_back_pace),
            window_pace: published(gap.window_pace),
            pace_factor: published(gap.pace_factor),
            balance_factor: published(gap.balance_factor),
        })
    }

    /// Rolls an amount back over the history.
    ///
    /// # Errors
    ///
    /// [`Error::NegativeReceivables`], [`Error::NoSales`].
    pub fn roll_back(&self, amount: Decimal) -> Result<RollBack, Error> {
        roll_back(amount, &self.newest_first, self.conventions.empty_month)
    }

    /// The receivables that `days` of the latest sales make.
    #[must_use]
    pub fn receivables_of(&self, days: Decimal) -> Decimal {
        receivables_of(days, &self.newest_first, self.conventions.empty_month)
    }

    fn balance_amount(&self) -> Result<Decimal, Error> {
        let closing = self.receivables()?;
        match self.conventions.balance {
            Balance::Closing => Ok(closing),
            Balance::Average => {
                let opening = self.window.opening(self.history, |row| row.receivables);
                Ok((opening.ok_or(Error::MissingOpeningReceivables)? + closing) / dec!(2))
            }
        }
    }

    /// Inventory or payables as DIO and DPO take them: at the close, or the mean of opening and close.
    fn capital_balance(&self, closing: Decimal, of: impl Fn(&MonthRow) -> Option<Decimal>) -> Result<Decimal, Error> {
        match self.conventions.capital_balance {
            Balance::Closing => Ok(closing),
            Balance::Average => {
                let opening = self.window.opening(self.history, of).ok_or(Error::MissingOpeningBalance)?;
                Ok((opening + closing) / dec!(2))
            }
        }
    }

    fn split_parts(&self) -> Result<SplitParts, Error> {
        let Parts { current, overdue } = self.parts()?;
        let disputed = self.last.disputed.unwrap_or_default();
        let of_overdue = self.last.disputed_of_overdue().unwrap_or_default();
        Ok(SplitParts { term: current - (disputed - of_overdue), late: overdue - of_overdue, disputed })
    }

    /// Parts of the DSO by roll-back, and whether the history is too short for all of them.
    fn roll_back_split(&self, parts: SplitParts) -> Result<(SplitDays, bool), Error> {
        let days = split(parts, |amount| self.roll_back(amount).map(|rolled| rolled.days))?;
        let all = self.roll_back(parts.term + parts.late + parts.disputed)?;
        Ok((days, all.is_lower_bound()))
    }

    fn parts(&self) -> Result<Parts, Error> {
        let total = self.receivables()?;
        let overdue = self.last.overdue.ok_or(Error::MissingOverdue)?;
        let current = total - overdue;
        if current < Decimal::ZERO { Err(Error::NegativeReceivables) } else { Ok(Parts { current, overdue }) }
    }

    fn inventory(&self) -> Result<Decimal, Error> {
        first_known(self.last.inventory, self.typed.inventory, Error::MissingInventory)
    }

    fn payables(&self) -> Result<Decimal, Error> {
        first_known(self.last.payables, self.typed.payables, Error::MissingPayables)
    }

    fn cost_of_sales(&self) -> Option<Decimal> {
        self.window.sum(self.history, |row| row.cost_of_sales).or(self.typed.cost_of_sales)
    }

    fn purchases(&self) -> Option<Decimal> {
        self.window.sum(self.history, |row| row.purchases).or(self.typed.purchases)
    }

    /// Sales of the window excluding tax, and whether they really do.
    #[must_use]
    pub fn sales_excluding_tax(&self) -> (Option<Decimal>, bool) {
        if let Some(sales) = self.window.sum(self.history, |row| row.sales_excl_tax) {
            return (Some(sales), true);
        }
        let including = self.window_sales().ok();
        match self.conventions.vat_percent {
            Some(vat) => (including.map(|sales| sales / (Decimal::ONE + vat / Decimal::ONE_HUNDRED)), true),
            None => (including, false),
        }
    }

    fn days_of(&self, days: Decimal, balance: Decimal, cost: Decimal, base: CostBase) -> DaysOf {
        DaysOf {
            days: published(days),
            balance: published(balance),
            cost: published(cost),
            base,
            window_days: published(self.window.days),
        }
    }
}

/// The receivables split at their due dates.
struct Parts {
    current: Decimal,
    overdue: Decimal,
}

impl Parts {
    fn two_methods(&self, days: Option<Decimal>, roll_back_days: Option<Decimal>, exhausted: bool) -> TwoMethods {
        TwoMethods {
            days: days.map(published),
            roll_back_days: roll_back_days.map(published),
            exhausted,
            current: published(self.current),
            overdue: published(self.overdue),
        }
    }
}

fn is_bound(rolled: Option<&RollBack>) -> bool {
    rolled.is_some_and(RollBack::is_lower_bound)
}

/// The months of a history as the roll-back takes them, newest first.
#[must_use]
pub fn newest_first(history: &Series, conventions: &Conventions) -> Vec<MonthSales> {
    let days = |month: Month| {
        let elapsed = history.elapsed_days(month);
        match conventions.month_length {
            MonthLength::Calendar => elapsed,
            MonthLength::Thirty if elapsed == month.days() => 30,
            MonthLength::Thirty => elapsed.min(30),
        }
    };
    history.months().rev().map(|(month, row)| MonthSales { days: days(month), sales: row.sales() }).collect()
}

/// A typed balance, or the one of the data, which goes first.
fn first_known(data: Option<Decimal>, typed: Option<Decimal>, error: Error) -> Result<Decimal, Error> {
    data.or(typed).ok_or(error)
}
