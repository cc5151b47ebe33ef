//! What was read, held in memory, and its two readings: month by month ([`Dataset::history`]) and invoice by invoice
//! ([`Dataset::invoices`]).
#![doc = include_str!("README.md")]

mod cut;
mod history;

use std::borrow::Cow;

use chrono::NaiveDate;
use macro_rules_attribute::apply;

use crate::at::At;
use crate::conventions::Conventions;
use crate::cut::Cut;
use crate::error::Error;
use crate::import::source::{ImportOptions, Source};
use crate::import::{self, Combined, Imported, Rejected};
use crate::issue::{Issue, IssueCount, Issues};
use crate::ledger::{Ledger, Segments};
use crate::series::Series;

use history::KeptMonths;

pub use crate::import::Data;

/// Data that figures can be drawn from, with how it was read.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// The data.
    pub data: Data,
    /// Which part of what was read it is.
    pub cut: Cut,
    /// How it was read: of several files the one that decides what they are, with the rows of all.
    pub source: Source,
    /// How each file was read.
    pub files: Vec<Source>,
    /// Findings.
    pub issues: Issues,
    /// Its purchases, where electronic invoices gave some.
    purchases: Option<Ledger>,
    /// Its months of sales, where it says itself what is owed on one day alone.
    sold: Option<Series>,
    months: KeptMonths,
    bought: KeptMonths,
}

/// What reading an input found.
#[apply(answer!)]
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
        let Combined { data, purchases, sold, source, files, issues, rejected } = import::combine(files);
        let loaded = Loaded {
            usable: data.is_some(),
            source: source.clone(),
            files: files.clone(),
            issues: issues.list().to_vec(),
            issue_counts: issues.counts().to_vec(),
        };
        let dataset = data.map(|data| Self {
            data,
            purchases,
            sold,
            cut: Cut::default(),
            source,
            files,
            issues,
            months: KeptMonths::default(),
            bought: KeptMonths::default(),
        });
        (loaded, dataset, rejected)
    }

    /// Its invoices, where it names customers: a list, or the customer accounts of the accounting year of a date.
    #[must_use]
    pub fn invoices(&self, as_of: NaiveDate, conventions: &Conventions) -> Option<Cow<'_, Ledger>> {
        match &self.data {
            Data::Ledger(ledger) => Some(Cow::Borrowed(ledger)),
            Data::Fec(fec) => {
                let ledger = fec.year_of(as_of)?.ledger(conventions);
                Some(Cow::Owned(if self.cut.is_whole() { ledger } else { ledger.cut(&self.cut, Some(as_of)).ok()? }))
            }
            Data::Series(_) | Data::AgedBalance(_) | Data::Issued(_) => None,
        }
    }

    /// Does it hold invoices of several currencies?
    #[must_use]
    pub fn has_currencies(&self) -> bool {
        self.data.list().is_some_and(Ledger::is_mixed)
    }

    /// The columns that are segments; `None` where there are none, or the data cannot have any.
    #[must_use]
    pub fn segments(&self) -> Option<&Segments> {
        self.data.segments()
    }

    /// Its invoices at the date and under the conventions of a question, with that date.
    ///
    /// # Errors
    ///
    /// Those of [`Self::history`]; [`Error::OutOfRange`] for a convention; [`Error::NoCustomers`] if there are no
    /// invoices, [`Error::PaymentsUnknown`] if nobody knows which are paid.
    pub fn invoices_at(&self, at: &At) -> Result<(Cow<'_, Ledger>, NaiveDate), Error> {
        at.conventions.check()?;
        let as_of = self.history(at)?.as_of();
        Ok((self.invoices(as_of, &at.conventions).ok_or_else(|| self.without_invoices())?, as_of))
    }

    /// The same, also where nobody knows which are paid.
    ///
    /// # Errors
    ///
    /// Those of [`Self::invoices_at`] but [`Error::PaymentsUnknown`].
    pub fn issued_at(&self, at: &At) -> Result<(Cow<'_, Ledger>, NaiveDate), Error> {
        match &self.data {
            Data::Issued(ledger) => Ok((Cow::Borrowed(ledger), self.history(at)?.as_of())),
            _ => self.invoices_at(at),
        }
    }

    /// Why it has no invoices with what is open of them.
    #[must_use]
    pub const fn without_invoices(&self) -> Error {
        if matches!(self.data, Data::Issued(_)) { Error::PaymentsUnknown } else { Error::NoCustomers }
    }
}
