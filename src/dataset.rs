//! One dataset in memory: what the import kept, and the entry points that ask it for figures.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::behaviour::{self, Behaviour, BehaviourRequest, Study};
use crate::customers::{CustomerTable, invoices};
use crate::error::Error;
use crate::import::source::{ImportOptions, Source};
use crate::import::{self, Combined, Data, Imported, Rejected};
use crate::issue::{Issue, IssueCount, Issues};
use crate::report::{self, Report, ReportRequest};
use crate::scenario::{self, ScenarioAnswer, ScenarioRequest};
use crate::terms::{self, LegalCheck, LegalRequest, Penalties, PenaltySettings};

/// Data that figures can be drawn from, with how it was read.
#[derive(Clone, Debug)]
pub struct Dataset {
    pub(crate) data: Data,
    pub(crate) source: Source,
    pub(crate) files: Vec<Source>,
    pub(crate) issues: Issues,
}

/// What is asked of the terms of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct TermsRequest {
    /// The date and the conventions of the report it goes with.
    pub baseline: ReportRequest,
    /// What agreed terms are held against.
    pub legal: LegalRequest,
    /// How late payment is priced.
    pub penalties: PenaltySettings,
}

/// Terms against the law, and the price of late payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TermsAnswer {
    /// Agreed terms against the law.
    pub check: LegalCheck,
    /// Late-payment penalties.
    pub penalties: Penalties,
}

/// What reading an input found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Loaded {
    /// Is there data to draw figures from? Otherwise a finding of severity `error` says why not.
    pub usable: bool,
    /// How the input was read: of several files the one that decides what they are, with the rows of all.
    pub source: Source,
    /// How each file was read, in the order given.
    pub files: Vec<Source>,
    /// Findings, most severe first, the first of each code.
    pub issues: Vec<Issue>,
    /// How many findings of each code there are.
    pub issue_counts: Vec<IssueCount>,
}

impl Dataset {
    /// Reads `bytes`. The second part is `None` where nothing usable was found; the findings say why.
    #[must_use]
    pub fn load(bytes: &[u8], options: &ImportOptions) -> (Loaded, Option<Self>) {
        let (loaded, dataset, _) = Self::of(vec![import::read(bytes, options)]);
        (loaded, dataset)
    }

    /// What one or several imports gave, in the same two parts, and the rows that could not be read.
    #[must_use]
    pub fn of(files: Vec<Imported>) -> (Loaded, Option<Self>, Rejected) {
        let Combined { data, source, files, issues, rejected } = import::combine(files);
        let loaded = Loaded {
            usable: data.is_some(),
            source: source.clone(),
            files: files.clone(),
            issues: issues.list().to_vec(),
            issue_counts: issues.counts().to_vec(),
        };
        let dataset = data.map(|data| Self { data, source, files, issues });
        (loaded, dataset, rejected)
    }

    /// Every figure at one date.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`], [`Error::AsOfOutsideHistory`], [`Error::AsOfInsideMonth`].
    pub fn report(&self, request: &ReportRequest) -> Result<Report, Error> {
        report::report(self, request)
    }

    /// Its customers at one date: a table that answers for every part of their list.
    ///
    /// # Errors
    ///
    /// Those of [`Dataset::report`]; [`Error::NoCustomers`] if the data does not tell customers apart.
    pub fn customers(&self, request: &ReportRequest) -> Result<CustomerTable, Error> {
        CustomerTable::of(self, request, None)
    }

    /// The delays of its customers, from which [`Self::behaviour`], the table of customers and scenarios are drawn.
    ///
    /// # Errors
    ///
    /// Those of [`Dataset::report`]; [`Error::NoCustomers`] if there are no invoices.
    pub fn study(&self, request: &ReportRequest) -> Result<Rc<Study>, Error> {
        request.conventions.check()?;
        let as_of = report::history(self, request)?.as_of();
        let ledger = invoices(self, as_of, &request.conventions).ok_or(Error::NoCustomers)?;
        Ok(Rc::new(Study::of(&ledger, as_of)))
    }

    /// How its customers pay, and what the open items are expected to bring.
    ///
    /// # Errors
    ///
    /// Those of [`Dataset::report`]; [`Error::NoCustomers`] if there are no invoices, [`Error::NoSettledInvoices`] if none was
    /// paid, [`Error::OutOfRange`] for a parameter.
    pub fn behaviour(&self, request: &BehaviourRequest) -> Result<Behaviour, Error> {
        self.behaviour_by(&*self.study(&request.baseline)?, request)
    }

    /// The same, once the delays are known.
    ///
    /// # Errors
    ///
    /// Those of [`Self::behaviour`].
    pub fn behaviour_by(&self, study: &Study, request: &BehaviourRequest) -> Result<Behaviour, Error> {
        request.baseline.conventions.check()?;
        let as_of = report::history(self, &request.baseline)?.as_of();
        let ledger = invoices(self, as_of, &request.baseline.conventions).ok_or(Error::NoCustomers)?;
        behaviour::behaviour(&ledger, study, as_of, request)
    }

    /// Its invoices held against the law, and what late payment would cost those who pay late.
    ///
    /// # Errors
    ///
    /// Those of [`Dataset::report`]; [`Error::NoCustomers`] if there are no invoices, [`Error::BadRequest`] for a regime that does not
    /// exist, [`Error::OutOfRange`] for a parameter.
    pub fn terms(&self, request: &TermsRequest) -> Result<TermsAnswer, Error> {
        request.baseline.conventions.check()?;
        let as_of = report::history(self, &request.baseline)?.as_of();
        let ledger = invoices(self, as_of, &request.baseline.conventions).ok_or(Error::NoCustomers)?;
        Ok(TermsAnswer {
            check: terms::check(&ledger, &request.legal, as_of)?,
            penalties: terms::penalties(&ledger, &request.penalties, as_of)?,
        })
    }

    /// A scenario measured against its baseline.
    ///
    /// # Errors
    ///
    /// Those of [`Dataset::report`], and the one that makes the roll-back DSO undefined on a monthly series.
    pub fn scenario(&self, request: &ScenarioRequest) -> Result<ScenarioAnswer, Error> {
        scenario::scenario(self, request)
    }
}
