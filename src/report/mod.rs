//! Every figure of one dataset at one date, each naming its method and its inputs.

mod compute;
mod figures;

use chrono::NaiveDate;
use rust_decimal::Decimal;

pub use compute::Basis;
pub use figures::{
    AccountingDso, CashConversionCycle, CostBase, DaysOf, Figures, GapFigure, MeanDaysFigure, MonthFigures,
    Receivables, Report, ReportRequest, RollBackDso, TrailStep, TwoMethods, TypedBalances, Undefined, WorkingCapital,
};

use crate::conventions::Conventions;
use crate::dataset::Dataset;
use crate::error::Error;
use crate::fec::Fec;
use crate::import::Data;
use crate::issue::{Issue, IssueCode};
use crate::metrics::accounting::cash_value_of_a_day;
use crate::metrics::days_to_pay::MeanDays;
use crate::money::published;
use crate::period::{default_as_of, is_month_end};
use crate::series::Series;

/// Every figure of `dataset` at the date asked for.
///
/// # Errors
///
/// [`Error::OutOfRange`], [`Error::AsOfOutsideHistory`], [`Error::AsOfInsideMonth`]. An undefined figure is no error
/// here: it is `None`, and `undefined` says why.
pub fn report(dataset: &Dataset, request: &ReportRequest) -> Result<Report, Error> {
    let conventions = &request.conventions;
    conventions.check()?;
    let history = history(dataset, request)?;
    let basis = Basis::new(&history, conventions, &request.balances);
    let last = history.last();
    let mut undefined = Undefineds::default();
    let mut figures = Figures {
        accounting_dso: undefined.keep("accountingDso", basis.accounting_dso()),
        roll_back_dso: undefined.keep("rollBackDso", basis.roll_back_dso()),
        best_possible_dso: undefined.keep("bestPossibleDso", basis.best_possible_dso()),
        average_days_delinquent: undefined.keep("averageDaysDelinquent", basis.average_days_delinquent()),
        dio: undefined.keep("dio", basis.dio()),
        dpo: undefined.keep("dpo", basis.dpo()),
        cash_conversion_cycle: undefined.keep("cashConversionCycle", basis.cash_conversion_cycle()),
        working_capital: undefined.keep("workingCapital", basis.working_capital()),
        cash_value_of_a_day: undefined.keep(
            "cashValueOfADay",
            basis.window_sales().and_then(|sales| cash_value_of_a_day(sales, basis.window.days)).map(published),
        ),
        ..Figures::default()
    };
    if let Data::Fec(fec) = &dataset.data {
        let to_pay = fec.days_settled(basis.window.first.first_day(), history.as_of());
        figures.days_to_pay = undefined.keep("daysToPay", to_pay.mean().map(mean_days));
        if conventions.term_days.is_none() {
            undefined.explain(Error::MissingOverdue.code(), Error::MissingTerm.code());
        }
    }
    if let Data::Ledger(ledger) = &dataset.data {
        let (to_pay, late) = ledger.days_settled(basis.window.first.first_day(), history.as_of());
        figures.days_to_pay = undefined.keep("daysToPay", to_pay.mean().map(mean_days));
        figures.days_late = undefined.keep("daysLate", late.mean().map(mean_days));
    }
    let mut issues = dataset.issues.clone();
    let knows_receivables = last.receivables.is_some() || request.balances.receivables.is_some();
    if history.mixes_tax() && knows_receivables {
        issues.push(Issue::new(IssueCode::TaxBasisMixed));
    }
    if let Data::Ledger(ledger) = &dataset.data {
        let later = ledger.invoices().filter(|invoice| invoice.issued > history.as_of()).count();
        if later > 0 {
            issues.push(Issue::new(IssueCode::IssuedAfterAsOf).counting(later));
        }
    }
    Ok(Report {
        as_of: history.as_of(),
        as_of_choices: as_of_choices(dataset),
        source: dataset.source.clone(),
        files: dataset.files.clone(),
        issues: issues.list().to_vec(),
        issue_counts: issues.counts().to_vec(),
        conventions: conventions.clone(),
        receivables: Receivables {
            total: last.receivables.map(published),
            current: last.receivables.zip(last.overdue).map(|(total, overdue)| published(total - overdue)),
            overdue: last.overdue.map(published),
            disputed: last.disputed.map(published),
            by_account: match &dataset.data {
                Data::Fec(fec) => Some(fec.receivables_by_account(history.as_of())),
                _ => None,
            },
        },
        payables_by_account: match &dataset.data {
            Data::Fec(fec) => Some(fec.payables_by_account(history.as_of())),
            _ => None,
        },
        figures,
        undefined: undefined.0,
        gap: basis.gap().ok(),
        months: months(&history, conventions),
    })
}

/// The months up to the as-of date of a request, with sales on the tax basis it asks for.
///
/// # Errors
///
/// [`Error::AsOfOutsideHistory`], [`Error::AsOfInsideMonth`].
pub fn history(dataset: &Dataset, request: &ReportRequest) -> Result<Series, Error> {
    let series = match &dataset.data {
        Data::Series(series) => {
            let default = series.as_of_choices().first().copied().unwrap_or_else(|| series.as_of());
            series.up_to(request.as_of.unwrap_or(default))?
        }
        Data::Fec(fec) => fec_history(fec, request)?,
        Data::AgedBalance(balance) => {
            let as_of = request.as_of.or(balance.as_of).ok_or(Error::MissingAsOf)?;
            balance.to_series(as_of, request.conventions.window_months)
        }
        Data::Ledger(ledger) => {
            let (first, last) = ledger.issue_span().ok_or(Error::NoData)?;
            let as_of = request.as_of.or_else(|| ledger.default_as_of()).unwrap_or(last);
            let latest = ledger.observed_until().unwrap_or(last);
            let latest = crate::period::Month::of(latest).last_day();
            if as_of > latest {
                return Err(Error::AsOfOutsideHistory { as_of, first, last: latest });
            }
            ledger.to_series(as_of).ok_or(Error::AsOfOutsideHistory { as_of, first, last: latest })?
        }
    };
    Ok(match request.conventions.vat_percent {
        Some(vat_percent) => series.with_vat(vat_percent),
        None => series,
    })
}

/// The months of a FEC up to the date asked for: by default the last month-end not after its last entry, as of a ledger. On
/// the day of that entry its month is known to date.
fn fec_history(fec: &Fec, request: &ReportRequest) -> Result<Series, Error> {
    let series = fec.to_series(&request.conventions).ok_or(Error::NoData)?;
    let last = fec.last_date().unwrap_or_else(|| series.as_of());
    let as_of = request.as_of.unwrap_or_else(|| default_as_of(series.first_month(), last));
    if as_of == last && !is_month_end(last) { Ok(series.closed_on(last)) } else { series.up_to(as_of) }
}

/// Dates worth asking for, newest first: month-ends, and the last day of a month that is not over.
fn as_of_choices(dataset: &Dataset) -> Vec<NaiveDate> {
    match &dataset.data {
        Data::Series(series) => series.as_of_choices(),
        Data::AgedBalance(balance) => balance.as_of.into_iter().collect(),
        Data::Fec(fec) => {
            let month_ends =
                fec.to_series(&Conventions::default()).map_or_else(Vec::new, |series| series.as_of_choices());
            let last = fec.last_date().filter(|last| !is_month_end(*last));
            last.into_iter().chain(month_ends).collect()
        }
        Data::Ledger(ledger) => {
            let Some(((first, last), default)) = ledger.issue_span().zip(ledger.default_as_of()) else {
                return Vec::new();
            };
            let first = crate::period::Month::of(first);
            let months = crate::period::Month::of(default).since(first).map_or(0, |months| months + 1);
            let month_ends =
                (0..months).rev().filter_map(|index| Some(first.plus(i32::try_from(index).ok()?).last_day()));
            let mut choices: Vec<NaiveDate> = month_ends.filter(|date| *date <= default).collect();
            if !is_month_end(last) && choices.first() != Some(&last) {
                choices.insert(0, last);
            }
            choices
        }
    }
}

/// Both DSO at every month-end: each month is the as-of date of its own history.
fn months(history: &Series, conventions: &Conventions) -> Vec<MonthFigures> {
    let none = TypedBalances::default();
    history
        .months()
        .map(|(month, row)| {
            let as_of = month.last_day().min(history.as_of());
            let past = history.up_to(as_of).ok();
            let basis = past.as_ref().map(|past| Basis::new(past, conventions, &none));
            let accounting = basis.as_ref().and_then(|basis| basis.accounting_dso().ok());
            let roll_back = basis.as_ref().and_then(|basis| basis.roll_back_dso().ok());
            MonthFigures {
                month,
                sales_incl_tax: row.sales_incl_tax.map(published),
                sales_excl_tax: row.sales_excl_tax.map(published),
                receivables: row.receivables.map(published),
                overdue: row.overdue.map(published),
                payables: row.payables.map(published),
                purchases: row.purchases.map(published),
                inventory: row.inventory.map(published),
                accounting_dso: accounting.map(|figure| figure.days),
                roll_back_dso: roll_back
                    .filter(|figure| !figure.exhausted && figure.stopped_at.is_none())
                    .map(|figure| figure.days),
            }
        })
        .collect()
}

/// Why figures are undefined, as they are found to be.
#[derive(Default)]
struct Undefineds(Vec<Undefined>);

impl Undefineds {
    fn keep<T>(&mut self, figure: &'static str, result: Result<T, Error>) -> Option<T> {
        result.map_err(|error| self.0.push(Undefined { figure, code: error.code() })).ok()
    }

    /// Says more precisely why.
    fn explain(&mut self, general: &'static str, precise: &'static str) {
        self.0.iter_mut().filter(|undefined| undefined.code == general).for_each(|undefined| undefined.code = precise);
    }
}

fn mean_days(mean: MeanDays) -> MeanDaysFigure {
    MeanDaysFigure {
        mean: published(mean.mean),
        weighted: mean.weighted.map(published),
        count: u32::try_from(mean.count).unwrap_or(u32::MAX),
    }
}

/// A typed balance, or the one of the data, which goes first.
fn first_known(data: Option<Decimal>, typed: Option<Decimal>, error: Error) -> Result<Decimal, Error> {
    data.or(typed).ok_or(error)
}
