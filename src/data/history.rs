//! The months up to a date, and the dates a dataset can be asked at.

use std::cell::RefCell;

use chrono::NaiveDate;

use super::{Data, Dataset};
use crate::aged_balance::AgedBalance;
use crate::at::At;
use crate::conventions::{Conventions, ReceivablesScope};
use crate::error::Error;
use crate::fec::Fec;
use crate::ledger::Ledger;
use crate::period::{Month, add_months, default_as_of, is_month_end};
use crate::series::Series;

impl Dataset {
    /// The months up to the date asked for, with sales on the tax basis asked for.
    ///
    /// # Errors
    ///
    /// [`Error::AsOfOutsideHistory`], [`Error::AsOfInsideMonth`]; [`Error::UnknownSegment`] if it was not cut as asked,
    /// [`Error::MixedCurrencies`] if it holds several currencies and was not cut at all.
    pub fn history(&self, at: &At) -> Result<Series, Error> {
        if at.cut != self.cut {
            return Err(Error::UnknownSegment);
        }
        if self.has_currencies() {
            return Err(Error::MixedCurrencies);
        }
        let series = match &self.data {
            Data::Series(series) => {
                let default = series.as_of_choices().first().copied().unwrap_or_else(|| series.as_of());
                series.up_to(at.as_of.unwrap_or(default))?
            }
            Data::Fec(fec) => fec_history(fec, at)?,
            Data::AgedBalance(balance) => {
                let as_of = at.as_of.or(balance.as_of).ok_or(Error::MissingAsOf)?;
                balance.to_series(as_of, at.conventions.window_months)
            }
            Data::Issued(ledger) => self.months_of(ledger, at)?.without_balances(),
            Data::Ledger(ledger) => {
                let series = self.months_of(ledger, at)?;
                if self.is_of_open_items() { pictured(&series, at) } else { series }
            }
        };
        let series = match self.sold_until(series.as_of()) {
            Some(sold) => series.with_sales(sold),
            None => series,
        };
        let series = match &self.purchases {
            Some(purchases) => self.with_purchases(series, purchases),
            None => series,
        };
        let series = if at.conventions.scope.disputed { series } else { series.without_disputes() };
        // A ledger puts them where they count itself.
        let is_beside = at.conventions.scope.factored && !matches!(self.data, Data::Ledger(_));
        let series = if is_beside { series.with_factored(true) } else { series };
        Ok(match at.conventions.vat_percent {
            Some(vat_percent) => series.with_vat(vat_percent),
            None => series,
        })
    }

    /// Do the months of sales that were given beside it end before a history, or go beyond it?
    #[must_use]
    pub fn lacks_sales_of(&self, history: &Series) -> bool {
        self.sold.is_some() && self.sold_until(history.as_of()).is_none()
    }

    /// The months of sales, if they say what was sold until a date.
    fn sold_until(&self, as_of: NaiveDate) -> Option<&Series> {
        self.sold.as_ref().filter(|sold| sold.knows_sales_until(as_of))
    }

    /// The months of its invoices.
    fn months_of(&self, ledger: &Ledger, at: &At) -> Result<Series, Error> {
        self.months.of(at.as_of, at.conventions.scope, || ledger_history(ledger, at))
    }

    /// The series with what was bought, and what is owed for it where that is known.
    fn with_purchases(&self, series: Series, purchases: &Ledger) -> Series {
        let (as_of, scope) = (series.as_of(), ReceivablesScope::default());
        let bought = || purchases.to_series(as_of, scope).ok_or(Error::NoData);
        match self.bought.of(Some(as_of), scope, bought) {
            Ok(bought) => series.with_purchases(&bought, !purchases.payments_unknown()),
            Err(_) => series,
        }
    }

    /// Is it a list of open invoices alone? It says what is owed, and neither what was sold nor what was owed before: what
    /// was paid since is not in it.
    #[must_use]
    pub fn is_of_open_items(&self) -> bool {
        matches!(&self.data, Data::Ledger(ledger) if ledger.is_of_open_items())
    }

    /// Dates worth asking for, newest first: month-ends, and the last day of a month that is not over.
    #[must_use]
    pub fn as_of_choices(&self) -> Vec<NaiveDate> {
        match &self.data {
            Data::Series(series) => series.as_of_choices(),
            Data::AgedBalance(AgedBalance { as_of: None, .. }) => {
                self.sold.as_ref().map_or_else(Vec::new, Series::as_of_choices)
            }
            Data::AgedBalance(balance) => balance.as_of.into_iter().collect(),
            Data::Fec(fec) => {
                let month_ends =
                    fec.to_series(&Conventions::default()).map_or_else(Vec::new, |series| series.as_of_choices());
                let last = fec.last_date().filter(|last| !is_month_end(*last));
                last.into_iter().chain(month_ends).collect()
            }
            Data::Ledger(ledger) | Data::Issued(ledger) => ledger_choices(ledger).unwrap_or_default(),
        }
    }
}

/// The months of the invoices as they were asked for last: whatever is asked starts with them, and they are the same for
/// every window and tax basis.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptMonths(RefCell<Option<(Option<NaiveDate>, ReceivablesScope, Series)>>);

impl KeptMonths {
    fn of(
        &self,
        as_of: Option<NaiveDate>,
        scope: ReceivablesScope,
        make: impl FnOnce() -> Result<Series, Error>,
    ) -> Result<Series, Error> {
        let known = self.0.borrow().as_ref().filter(|(at, of, _)| (*at, *of) == (as_of, scope)).cloned();
        if let Some((_, _, months)) = known {
            return Ok(months);
        }
        let months = make()?;
        self.0.replace(Some((as_of, scope, months.clone())));
        Ok(months)
    }
}

/// Years after the last thing that happened for which a list is still asked.
const LATEST_YEARS: i32 = 10;

/// The months of an invoice list up to the date asked for: what was due by then is overdue, also in a month without any
/// invoice.
fn ledger_history(ledger: &Ledger, at: &At) -> Result<Series, Error> {
    let (first, last) = ledger.issue_span().ok_or(Error::NoData)?;
    let as_of = at.as_of.or_else(|| ledger.default_as_of()).unwrap_or(last);
    let latest = add_months(Month::of(ledger.observed_until().unwrap_or(last)).last_day(), 12 * LATEST_YEARS);
    let outside = Error::AsOfOutsideHistory { as_of, first, last: latest };
    if as_of > latest {
        return Err(outside);
    }
    ledger.to_series(as_of, at.conventions.scope).ok_or(outside)
}

/// What open invoices say: the balances of the date. Sales that are typed in are those of the whole window, however short
/// the list is.
fn pictured(series: &Series, at: &At) -> Series {
    series.picture(at.balances.sales.map_or(1, |_| at.conventions.window_months))
}

/// The months of a FEC up to the date asked for: by default the last month-end not after its last entry, as of a
/// ledger. On the day of that entry its month is known to date.
fn fec_history(fec: &Fec, at: &At) -> Result<Series, Error> {
    let series = fec.to_series(&at.conventions).ok_or(Error::NoData)?;
    let last = fec.last_date().unwrap_or_else(|| series.as_of());
    let as_of = at.as_of.unwrap_or_else(|| default_as_of(series.first_month(), last));
    if as_of == last && !is_month_end(last) { Ok(series.closed_on(last)) } else { series.up_to(as_of) }
}

/// Month-ends from the first issue to the month of the last thing that happened, such as a payment, and the day of the
/// last issue where it ends no month. A year after the last issue no window has sales any more.
fn ledger_choices(ledger: &Ledger) -> Option<Vec<NaiveDate>> {
    let (first, last) = ledger.issue_span()?;
    let first = Month::of(first);
    let latest = Month::of(ledger.observed_until()?.min(add_months(last, 12)));
    let mut choices: Vec<NaiveDate> = (0..=latest.since(first)?)
        .rev()
        .filter_map(|index| Some(first.plus(i32::try_from(index).ok()?).last_day()))
        .collect();
    if !is_month_end(last) {
        choices.insert(choices.partition_point(|date| *date > last), last);
    }
    Some(choices)
}
