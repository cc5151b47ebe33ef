//! A dataset at one date, ready to be asked for one scenario after another.

use std::borrow::Cow;
use std::rc::Rc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::aged::{AgedReading, Shape, as_invoices};
use super::cells::ObservedLedger;
use super::levers::{Levers, Set};
use super::limits::{Limits, Within};
use super::replay::{MonthEnds, Replay};
use super::request::{ScenarioRequest, Scope};
use super::roll_back_reading::RollBackReading;
use super::run::{Released, Run};
use super::split::Split;
use super::structure::Structure;
use crate::at::At;
use crate::behaviour::Study;
use crate::data::{Data, Dataset};
use crate::error::Error;
use crate::ledger::{CustomerId, Ledger};
use crate::measures::Basis;
use crate::money::{self, published};
use crate::period::{add_days, days_between};
use crate::series::{Series, Window};

/// Days after the due date from which an amount counts as lost.
const LOSS_DAYS: i64 = 365;

/// A dataset at one date, ready to be asked for scenarios.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// What it was asked for.
    pub at: At,
    /// The history as it is.
    pub history: Series,
    /// The months of the accounting DSO.
    pub window: Window,
    /// Days of the calendar in them.
    pub window_days: Decimal,
    structure: Structure,
    model: Model,
    origin: Origin,
    study: Option<Rc<Study>>,
    limits: Limits,
    /// Are its invoices those of customers that are told apart?
    pub names_customers: bool,
    /// Do any of its invoices stand for several?
    has_groups: bool,
}

/// What the data is, and what its model leaves out or assumes.
#[derive(Clone, Debug)]
enum Origin {
    Series,
    List,
    /// A general ledger, with what of it lettering does not say the payment of.
    GeneralLedger(Option<Rest>),
    /// With the same balance read as far apart as it allows.
    AgedBalance(AgedReading, Vec<Baseline>),
}

/// What of the sales of a general ledger was paid without lettering: nobody knows when, so that the roll-back reading
/// stands for it. What is open at the date is known, and not part of it.
#[derive(Clone, Debug)]
pub struct Rest {
    /// The reading.
    pub reading: Box<RollBackReading>,
    /// The part of sales.
    pub part: Decimal,
}

/// The two ways to pay again.
#[derive(Clone, Debug)]
pub enum Model {
    /// Invoice by invoice.
    Replay(Box<Replay>),
    /// By monthly sales.
    Reading(Box<RollBackReading>),
}

impl Baseline {
    /// The baseline at a date and its conventions; `study` is how customers pay, where that was looked at before.
    ///
    /// # Errors
    ///
    /// Those of a report, and on a monthly series those that leave the roll-back DSO undefined, since that reading is
    /// the model there.
    pub fn of(dataset: &Dataset, request: &ScenarioRequest, study: Option<&Rc<Study>>) -> Result<Self, Error> {
        let at = &request.baseline;
        at.conventions.check()?;
        let history = dataset.history(at)?;
        Self::built(dataset, at, &history, study, &Structure::of(request))
    }

    /// The baseline for levers of other scopes, or another term: what does not depend on them is kept.
    ///
    /// # Errors
    ///
    /// Those of [`Self::of`].
    pub fn fitting(self, dataset: &Dataset, request: &ScenarioRequest) -> Result<Self, Error> {
        let structure = Structure::of(request);
        if structure == self.structure {
            return Ok(self);
        }
        Self::built(dataset, &self.at, &self.history, self.study.as_ref(), &structure)
    }

    fn built(
        dataset: &Dataset,
        at: &At,
        history: &Series,
        study: Option<&Rc<Study>>,
        structure: &Structure,
    ) -> Result<Self, Error> {
        let read = |shape: Shape| Self::built_as(dataset, at, history, study, structure, shape);
        let mut baseline = read(Shape::Steps)?;
        if let Origin::AgedBalance(_, apart) = &mut baseline.origin {
            *apart = vec![read(Shape::OddAges)?, read(Shape::EvenAges)?];
        }
        Ok(baseline)
    }

    fn built_as(
        dataset: &Dataset,
        at: &At,
        history: &Series,
        study: Option<&Rc<Study>>,
        structure: &Structure,
        shape: Shape,
    ) -> Result<Self, Error> {
        let conventions = &at.conventions;
        let window = Window::of(history, conventions);
        let (as_of, window_start) = (history.as_of(), window.first.first_day());
        let window_days = Decimal::from(days_between(window_start, as_of) + 1).max(Decimal::ONE);
        let (ledger, mut origin) = match (invoices(dataset, at, as_of), &dataset.data) {
            (None, Data::AgedBalance(balance)) => {
                let sales = Basis::new(history, conventions, &at.balances).window_sales()?;
                let a_day = sales.checked_div(window_days).filter(|a_day| *a_day > Decimal::ZERO);
                let read = as_invoices(balance, as_of, a_day.ok_or(Error::NoSales)?, shape);
                let (ledger, reading) = read.ok_or(Error::MissingOverdue)?;
                (Some(Cow::Owned(ledger)), Origin::AgedBalance(reading, Vec::new()))
            }
            (ledger, Data::Fec(_)) => (ledger, Origin::GeneralLedger(None)),
            (ledger, Data::Ledger(_)) => (ledger, Origin::List),
            (ledger, Data::Series(_) | Data::AgedBalance(_) | Data::Issued(_)) => (ledger, Origin::Series),
        };
        // Customers of a general ledger are numbered as its years are put together here.
        let known = study.filter(|_| matches!(origin, Origin::List));
        let study = ledger.as_deref().map(|ledger| known.map_or_else(|| Rc::new(Study::of(ledger, as_of)), Rc::clone));
        let model = match (&ledger, &study) {
            (Some(ledger), Some(study)) => {
                let source =
                    ObservedLedger { ledger, study, as_of, window_start, scope: conventions.scope, groups: &[] };
                Model::Replay(Box::new(Replay::new(&source, structure, &month_ends(history, &window))?))
            }
            _ => Model::Reading(Box::new(RollBackReading::new(history, conventions, structure)?)),
        };
        if let (Origin::GeneralLedger(rest), Model::Replay(replay)) = (&mut origin, &model) {
            let sales = window.sales(history).unwrap_or_default();
            let replayed = money::total(replay.cells.list.iter().map(|cell| cell.sales).sum());
            let part = (Decimal::ONE - replayed.checked_div(sales).unwrap_or(Decimal::ONE)).max(Decimal::ZERO);
            let reading = RollBackReading::new(history, conventions, structure).ok();
            *rest = reading.filter(|_| !part.is_zero()).map(|reading| Rest { reading: Box::new(reading), part });
        }
        let limits = match &ledger {
            Some(ledger) if structure.has_limits() => {
                Limits::of(ledger, &structure.classes(ledger), window_start, as_of, conventions.scope)
            }
            _ => Limits::default(),
        };
        let names_customers =
            !matches!(origin, Origin::AgedBalance(..)) && ledger.as_deref().is_some_and(Ledger::names_customers);
        Ok(Self {
            at: at.clone(),
            history: history.clone(),
            window,
            window_days,
            structure: structure.clone(),
            model,
            origin,
            study,
            limits,
            names_customers,
            has_groups: ledger.as_deref().is_some_and(Ledger::has_groups),
        })
    }

    /// How the customers of an invoice list pay.
    #[must_use]
    pub fn study(&self) -> Option<&Rc<Study>> {
        self.study.as_ref().filter(|_| matches!(self.origin, Origin::List))
    }

    /// Of a general ledger that is replayed, the part of its sales, in percent, that lettering says the payment of.
    #[must_use]
    pub fn lettered_percent(&self) -> Option<Decimal> {
        let (Origin::GeneralLedger(rest), Model::Replay(_)) = (&self.origin, &self.model) else { return None };
        let rest = rest.as_ref().map_or(Decimal::ZERO, |rest| rest.part);
        Some((Decimal::ONE - rest) * Decimal::ONE_HUNDRED)
    }

    /// Is it the baseline of this date and these conventions?
    #[must_use]
    pub fn is_of(&self, at: &At) -> bool {
        self.at == *at
    }

    /// The levers of a checked request.
    pub(super) fn levers(&self, request: &ScenarioRequest) -> Levers {
        limited(Levers::of(&request.levers), request, |index, limit| self.limits.within(index, limit))
    }

    /// The same levers for one customer, with its own limits.
    pub(super) fn levers_of(&self, customer: CustomerId, levers: &Levers, request: &ScenarioRequest) -> Levers {
        limited(levers.clone(), request, |_, limit| self.limits.within_of(customer, limit))
    }

    /// Checks a request and readies its levers.
    ///
    /// # Errors
    ///
    /// Those of [`ScenarioRequest::check`]; in a lever [`Error::NothingInScope`], [`Error::NeedsInvoices`],
    /// [`Error::MissingTerm`], [`Error::TooManyParts`], [`Error::OutOfRange`] for a day of going live before the first
    /// invoice or more than a year on, and those of the balances a lever changes.
    pub fn ready(&self, request: &ScenarioRequest) -> Result<Levers, Error> {
        request.check()?;
        let levers = self.levers(request);
        Split::check(&levers)?;
        let (first, last) = (self.history.first_month().first_day(), add_days(self.history.as_of(), 366));
        for (index, lever) in request.levers.iter().enumerate() {
            if let Some(day) = lever.go_live.filter(|day| *day < first || *day > last) {
                let outside = Error::OutOfRange {
                    field: "goLive",
                    value: day.to_string(),
                    least: first.to_string(),
                    most: last.to_string(),
                };
                return Err(outside.in_lever(index));
            }
        }
        // An aged balance has invoices as it is read, which are nobody's.
        let has_invoices = matches!(self.model, Model::Replay(_)) && self.aged().is_none();
        if self.structure.has_customer_terms() && !has_invoices {
            return Err(Error::NeedsInvoices);
        }
        if let Some(index) = self.structure.needs_invoices().filter(|_| !has_invoices) {
            return Err(Error::NeedsInvoices.in_lever(index));
        }
        if let Some(index) = self.structure.by_amount().filter(|_| self.has_groups) {
            return Err(Error::NeedsSingleInvoices.in_lever(index));
        }
        match &self.model {
            Model::Replay(replay) => replay.check(&levers)?,
            Model::Reading(reading) => reading.check(&levers)?,
        }
        let concerned = self.concerned(&levers);
        let is_narrow = |index: usize| request.levers.get(index).is_some_and(|lever| lever.scope != Scope::default());
        for lever in levers.iter().filter(|lever| !lever.is_on_other_balances && is_narrow(lever.index)) {
            if concerned & lever.bit() == 0 {
                return Err(Error::NothingInScope.in_lever(lever.index));
            }
        }
        Ok(levers)
    }

    fn concerned(&self, levers: &Levers) -> Set {
        match &self.model {
            Model::Replay(replay) => replay.concerned(levers),
            Model::Reading(reading) => reading.concerned(levers),
        }
    }

    /// What an aged balance was read as.
    #[must_use]
    pub const fn aged(&self) -> Option<&AgedReading> {
        match &self.origin {
            Origin::AgedBalance(reading, _) => Some(reading),
            _ => None,
        }
    }

    /// An aged balance read as far apart as it allows, one way and the other.
    #[must_use]
    pub fn apart(&self) -> &[Self] {
        match &self.origin {
            Origin::AgedBalance(_, apart) => apart,
            _ => &[],
        }
    }

    /// What stands for sales that were paid nobody knows when.
    #[must_use]
    pub const fn rest(&self) -> Option<&Rest> {
        match &self.origin {
            Origin::GeneralLedger(rest) => rest.as_ref(),
            _ => None,
        }
    }

    /// The model.
    #[must_use]
    pub const fn model(&self) -> &Model {
        &self.model
    }

    /// What the levers release and what they are applied to.
    #[must_use]
    pub fn run(&self, levers: &Levers, count: usize) -> Run {
        match &self.model {
            Model::Replay(replay) => {
                let mut run = replay.run(levers, count);
                if let Some(Rest { reading, part }) = self.rest() {
                    run.add_paid(&reading.run(levers, count), *part);
                }
                run
            }
            Model::Reading(reading) => reading.run(levers, count),
        }
    }

    /// What the levers release month by month.
    #[must_use]
    pub fn released(&self, levers: &Levers) -> Released {
        match &self.model {
            Model::Replay(replay) => {
                let mut released = replay.released(levers, &month_ends(&self.history, &self.window).days());
                if let Some(Rest { reading, part }) = self.rest() {
                    let (_, before) = released.by_month.split_last_mut().unwrap_or((&mut None, &mut []));
                    for (sum, more) in before.iter_mut().zip(reading.released(levers).by_month) {
                        *sum = sum.map(|sum| sum + published(more.unwrap_or_default() * part));
                    }
                }
                released
            }
            Model::Reading(reading) => reading.released(levers),
        }
    }

    /// The invoices of the dataset it was made of, where they are somebody's.
    pub(super) fn invoices<'a>(&self, dataset: &'a Dataset) -> Option<Cow<'a, Ledger>> {
        invoices(dataset, &self.at, self.history.as_of())
    }

    /// The replay of its invoices with customers told apart by group.
    ///
    /// # Errors
    ///
    /// Those of [`Self::of`].
    pub(super) fn told_apart(&self, ledger: &Ledger, groups: &[u32]) -> Result<Replay, Error> {
        let source = ObservedLedger {
            ledger,
            study: self.study.as_ref().ok_or(Error::NoData)?,
            as_of: self.history.as_of(),
            window_start: self.window.first.first_day(),
            scope: self.at.conventions.scope,
            groups,
        };
        Replay::new(&source, &self.structure, &month_ends(&self.history, &self.window))
    }

    /// The figures of a history under the conventions and typed balances of the baseline.
    #[must_use]
    pub fn basis<'a>(&'a self, history: &'a Series) -> Basis<'a> {
        Basis::new(history, &self.at.conventions, &self.at.balances)
    }

    /// The day customers are observed to pay on, from issue.
    #[must_use]
    pub fn observed_days(&self) -> Option<Decimal> {
        match &self.model {
            Model::Replay(replay) => replay.observed_days(),
            Model::Reading(reading) => Some(reading.observed_days()),
        }
    }

    /// What amounts of the window are in a year.
    #[must_use]
    pub fn a_year(&self, of_window: Decimal) -> Decimal {
        of_window * Decimal::from(self.at.conventions.year_days) / self.window_days
    }

    /// What is unpaid a year after its due date, in percent of what was invoiced and is not in dispute; `None` where nothing tells.
    #[must_use]
    pub fn loss_percent(&self) -> Option<Decimal> {
        let study = self.study.as_ref().filter(|study| study.has_payments())?;
        study.undisputed().known_unpaid_percent(LOSS_DAYS)
    }
}

/// Levers with what lies within their limits: of the lever at a place of the request, and its limit.
fn limited(levers: Levers, request: &ScenarioRequest, within: impl Fn(usize, Decimal) -> Within) -> Levers {
    levers.limited(|index| {
        let limit = request.levers.get(index).and_then(|lever| lever.action.customer_limit());
        limit.map_or(Within::ALL, |limit| within(index, limit))
    })
}

/// The invoices of a dataset, as far as they say when they were paid.
fn invoices<'a>(dataset: &'a Dataset, at: &At, as_of: NaiveDate) -> Option<Cow<'a, Ledger>> {
    match &dataset.data {
        Data::Ledger(ledger) => Some(Cow::Borrowed(ledger)),
        Data::Fec(fec) => fec.replayable(as_of, &at.conventions).map(Cow::Owned),
        Data::AgedBalance(_) | Data::Series(_) | Data::Issued(_) => None,
    }
}

fn month_ends(history: &Series, window: &Window) -> MonthEnds {
    MonthEnds { window_first: window.first, first: history.first_month(), as_of: history.as_of() }
}
