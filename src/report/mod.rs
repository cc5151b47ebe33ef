//! Every figure of one dataset at one date, each naming its method and its inputs.

mod factored;
mod figures;
mod months;
mod sales_conventions;
mod snapshots;
mod totals;

pub use figures::{
    CurrencyFigure, DsoPair, FactoredFigure, Figures, MonthFigures, Receivables, Report, ReportRequest,
    SalesConvention, Undefined,
};
pub use totals::{Totals, totals};

use rust_decimal::{Decimal, dec};

use crate::conventions::FecSales;
use crate::data::{Data, Dataset};
use crate::error::Error;
use crate::issue::{Issue, IssueCode, Issues};
use crate::ledger::CurrencyUse;
use crate::measures::accounting::cash_value_of_a_day;
use crate::measures::overdue::overdue_percent;
use crate::measures::{Basis, DsoState};
use crate::money::{self, published};
use crate::rates::Rates;
use crate::segments::columns;
use crate::series::Series;
use factored::factored;
use months::{comparison, months};
use sales_conventions::{difference, sales_conventions};
use snapshots::Snapshots;

/// Every figure of `dataset` at the date asked for.
///
/// # Errors
///
/// [`Error::OutOfRange`], [`Error::AsOfOutsideHistory`], [`Error::AsOfInsideMonth`]. An undefined figure is no error
/// here: it is `None`, and `undefined` says why.
pub fn report(dataset: &Dataset, request: &ReportRequest) -> Result<Report, Error> {
    let conventions = &request.conventions;
    conventions.check()?;
    let at = request.at();
    let history = dataset.history(&at)?;
    let basis = Basis::new(&history, conventions, &request.balances);
    let last = history.last();
    let mut undefined = Undefineds::default();
    let snapshots = Snapshots::of(&dataset.data, &history, &basis, conventions);
    let cash_value =
        || basis.window_sales().and_then(|sales| cash_value_of_a_day(sales, basis.window.days)).map(published);
    // In the order of the fields, which is that of the reasons why some are undefined.
    let figures = Figures {
        accounting_dso: undefined.keep("accountingDso", basis.accounting_dso()),
        roll_back_dso: undefined.keep("rollBackDso", basis.roll_back_dso()),
        best_possible_dso: undefined.keep("bestPossibleDso", basis.best_possible_dso()),
        average_days_delinquent: undefined.keep("averageDaysDelinquent", basis.average_days_delinquent()),
        dso_split: undefined.keep("dsoSplit", basis.split()),
        collection_effectiveness: undefined.keep("collectionEffectiveness", basis.collection_effectiveness()),
        turnover: undefined.keep("turnover", basis.turnover()),
        concentration: undefined.keep("concentration", snapshots.concentration()),
        dio: undefined.keep("dio", basis.dio()),
        dpo: undefined.keep("dpo", basis.dpo()),
        cash_conversion_cycle: undefined.keep("cashConversionCycle", basis.cash_conversion_cycle()),
        working_capital: undefined.keep("workingCapital", basis.working_capital()),
        days_to_pay: undefined.keep("daysToPay", snapshots.to_pay()),
        days_late: undefined.keep("daysLate", snapshots.late()),
        cash_value_of_a_day: undefined.keep("cashValueOfADay", cash_value()),
        factored: factored(&history, &at),
        sales_conventions: sales_conventions(dataset, &at),
    };
    if matches!(dataset.data, Data::Fec(_)) && conventions.term_days.is_none() {
        undefined.explain(Error::MissingOverdue.code(), Error::MissingTerm.code());
    }
    let currencies = currencies(dataset);
    let mut issues = findings(dataset, request, &history, &figures, &currencies);
    if snapshots.issued_later > 0 {
        let count = usize::try_from(snapshots.issued_later).unwrap_or(usize::MAX);
        issues.push(Issue::new(IssueCode::IssuedAfterAsOf).counting(count));
    }
    Ok(Report {
        as_of: history.as_of(),
        as_of_choices: dataset.as_of_choices(),
        trust: dataset.source.trust.clone(),
        source: dataset.source.clone(),
        files: dataset.files.clone(),
        issues: issues.list().to_vec(),
        issue_counts: issues.counts().to_vec(),
        conventions: conventions.clone(),
        cut: dataset.cut.clone(),
        currencies,
        rate_doubts: dataset.cut.rates.as_ref().map(Rates::doubts).unwrap_or_default(),
        segments: dataset.segments().map(columns).unwrap_or_default(),
        receivables: Receivables {
            total: last.receivables.map(published),
            current: last.receivables.zip(last.overdue).map(|(total, overdue)| published(total - overdue)),
            overdue: last.overdue.map(published),
            overdue_percent: last
                .overdue
                .zip(last.receivables)
                .and_then(|(overdue, total)| overdue_percent(overdue, total))
                .map(published),
            disputed: last.disputed.map(published),
            disputed_overdue: last.disputed_overdue.map(published),
            open_count: snapshots.open_count,
            overdue_count: snapshots.overdue_count(),
            by_account: match &dataset.data {
                Data::Fec(fec) if fec.is_read() => Some(fec.receivables_by_account(history.as_of())),
                _ => None,
            },
        },
        payables_by_account: match &dataset.data {
            Data::Fec(fec) if fec.is_read() => Some(fec.payables_by_account(history.as_of())),
            _ => None,
        },
        figures,
        undefined: undefined.0,
        gap: basis.gap().ok(),
        aging: snapshots.aging(),
        state: basis.state().ok().map(DsoState::of),
        comparison: comparison(&history, request),
        months: months(&history, conventions),
    })
}

/// The findings on the data, and those on what the figures of a date are drawn from.
fn findings(
    dataset: &Dataset,
    request: &ReportRequest,
    history: &Series,
    figures: &Figures,
    currencies: &[CurrencyFigure],
) -> Issues {
    let mut issues = dataset.issues.clone();
    if dataset.lacks_sales_of(history) {
        issues.push(Issue::new(IssueCode::SalesOfMonthUnknown).reading(&history.last_month().to_string()));
    }
    let knows_receivables = history.last().receivables.is_some() || request.balances.receivables.is_some();
    if history.mixes_tax() && knows_receivables {
        issues.push(Issue::new(IssueCode::TaxBasisMixed));
    }
    let is_typed = request.balances.receivables.is_some();
    if (is_typed || matches!(dataset.data, Data::Series(_) | Data::AgedBalance(_))) && may_differ_in_unit(figures) {
        issues.push(Issue::new(IssueCode::UnitsMayDiffer));
    }
    if request.conventions.fec_sales == FecSales::Usual
        && let Some(difference) = difference(&figures.sales_conventions)
    {
        issues.push(Issue::new(IssueCode::SalesConventionsDiffer).amounting(difference));
    }
    if let Some(factored) = figures.factored.as_ref().filter(|factored| !factored.counts && !factored.is_typed) {
        issues.push(Issue::new(IssueCode::FactoredApart).amounting(factored.amount));
    }
    for apart in currencies.iter().filter(|of| of.is_apart) {
        let months: Vec<String> = apart.missing.iter().map(ToString::to_string).collect();
        let text = format!("{} {}", apart.currency, months.join(", "));
        issues.push(Issue::new(IssueCode::RateMissing).reading(text.trim()).counting(apart.missing.len()));
    }
    issues
}

/// Thousands beside units make a DSO a thousand times too long or too short: no real one is near either.
fn may_differ_in_unit(figures: &Figures) -> bool {
    let days = figures.accounting_dso.as_ref().map(|dso| dso.days);
    days.is_some_and(|days| days > dec!(1000) || (days > Decimal::ZERO && days < dec!(0.1)))
}

/// What became of each currency, and how much of what is owed stays apart.
fn currencies(dataset: &Dataset) -> Vec<CurrencyFigure> {
    let Some(ledger) = dataset.data.list() else { return Vec::new() };
    let figure = |of: &CurrencyUse| CurrencyFigure {
        currency: of.currency.clone(),
        invoices: u32::try_from(of.invoices).unwrap_or(u32::MAX),
        owed: published(money::total(of.owed)),
        closing: of.closing,
        is_base: of.is_base,
        is_apart: of.is_apart(),
        missing: of.missing.iter().copied().take(MOST_MISSING).collect(),
    };
    ledger.currencies().iter().map(figure).collect()
}

/// Months without a rate that are named.
const MOST_MISSING: usize = 24;

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
