//! The engine as JavaScript sees it: data stays inside, reports cross.

use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{answered, given};
use super::error::{Thrown, thrown};
use crate::behaviour::{Behaviour, BehaviourRequest};
use crate::customers::{CustomerTable, CustomersPage, CustomersRequest};
use crate::dataset::{Dataset, Loaded, TermsAnswer, TermsRequest};
use crate::error::Error;
use crate::import::rejected::RejectedPage;
use crate::import::source::ImportOptions;
use crate::import::{Finished, Imported, Importer, Rejected};
use crate::report::{Report, ReportRequest};
use crate::scenario::{ScenarioAnswer, ScenarioRequest};

/// One dataset and the figures drawn from it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    dataset: Option<Dataset>,
    rejected: Rejected,
    /// Files that were read to their end and not combined yet.
    files: Vec<Imported>,
    importer: Option<Importer>,
    /// The customers, and what they were asked for.
    customers: Option<(ReportRequest, CustomerTable)>,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without data.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads `bytes` and keeps the data; what was kept before is dropped even if nothing can be read.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if `options` is not what its type says. Bad data is not an error: it is in the answer.
    pub fn load(&mut self, bytes: &[u8], options: Ts<ImportOptions>) -> Result<Ts<Loaded>, Thrown> {
        self.start(options)?;
        loop {
            self.push(bytes)?;
            if self.finish()? {
                return self.combine();
            }
        }
    }

    /// Starts to read a file that arrives in pieces; what was kept before is dropped.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if `options` is not what its type says.
    pub fn start(&mut self, options: Ts<ImportOptions>) -> Result<(), Thrown> {
        *self = Self::default();
        self.add(options)
    }

    /// Starts to read another file, to be combined with those read since `start`.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if `options` is not what its type says.
    pub fn add(&mut self, options: Ts<ImportOptions>) -> Result<(), Thrown> {
        self.importer = Some(Importer::new(given(options)?));
        Ok(())
    }

    /// Reads the next piece and answers how many rows of the file were read so far.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if nothing was started.
    pub fn push(&mut self, bytes: &[u8]) -> Result<u32, Thrown> {
        let importer = self.importer.as_mut().ok_or_else(|| thrown(&Error::NoData))?;
        importer.push(bytes);
        Ok(importer.rows_read())
    }

    /// Ends the file. `false` means that its last rows spoke for another notation than its first: all its pieces are to be
    /// pushed once more.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if nothing was started.
    pub fn finish(&mut self) -> Result<bool, Thrown> {
        let importer = self.importer.take().ok_or_else(|| thrown(&Error::NoData))?;
        match importer.finish() {
            Finished::Again(again) => {
                self.importer = Some(*again);
                Ok(false)
            }
            Finished::Done(done) => {
                self.files.push(*done);
                Ok(true)
            }
        }
    }

    /// Puts together the files that were read and keeps their data.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if no file was read.
    pub fn combine(&mut self) -> Result<Ts<Loaded>, Thrown> {
        if self.files.is_empty() {
            return Err(thrown(&Error::NoData));
        }
        let (loaded, dataset, rejected) = Dataset::of(std::mem::take(&mut self.files));
        self.dataset = dataset;
        self.customers = None;
        self.rejected = rejected;
        answered(&loaded)
    }

    /// `count` of the rows that could not be read, from the one at `start` (from 0).
    ///
    /// # Errors
    ///
    /// None but those of the boundary itself.
    pub fn rejected(&self, start: u32, count: u32) -> Result<Ts<RejectedPage>, Thrown> {
        let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        answered(&self.rejected.page(size(start), size(count)))
    }

    /// Every figure at one date.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there is no data or the request is out of range.
    pub fn report(&self, request: Ts<ReportRequest>) -> Result<Ts<Report>, Thrown> {
        answered(&self.dataset()?.report(&given(request)?).map_err(|error| thrown(&error))?)
    }

    /// A part of the list of customers. What it takes to answer is kept, so that another part of it, or another order, costs no
    /// new pass over the data.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there is no data, it does not tell customers apart or the request is out of range.
    pub fn customers(&mut self, request: Ts<CustomersRequest>) -> Result<Ts<CustomersPage>, Thrown> {
        let request: CustomersRequest = given(request)?;
        if self.customers.as_ref().is_none_or(|(asked, _)| *asked != request.baseline) {
            let table = self.dataset()?.customers(&request.baseline).map_err(|error| thrown(&error))?;
            self.customers = Some((request.baseline.clone(), table));
        }
        let (_, table) = self.customers.as_ref().ok_or_else(|| thrown(&Error::NoData))?;
        answered(&table.page(&request))
    }

    /// How customers pay, and what the open items are expected to bring.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there are no invoices, none was paid or the request is out of range.
    pub fn behaviour(&self, request: Ts<BehaviourRequest>) -> Result<Ts<Behaviour>, Thrown> {
        answered(&self.dataset()?.behaviour(&given(request)?).map_err(|error| thrown(&error))?)
    }

    /// Agreed terms against the law, and the price of late payment.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there are no invoices or the request is out of range.
    pub fn terms(&self, request: Ts<TermsRequest>) -> Result<Ts<TermsAnswer>, Thrown> {
        answered(&self.dataset()?.terms(&given(request)?).map_err(|error| thrown(&error))?)
    }

    /// A scenario measured against its baseline.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there is no data, a parameter is out of range or the baseline is undefined.
    pub fn scenario(&self, request: Ts<ScenarioRequest>) -> Result<Ts<ScenarioAnswer>, Thrown> {
        answered(&self.dataset()?.scenario(&given(request)?).map_err(|error| thrown(&error))?)
    }

    fn dataset(&self) -> Result<&Dataset, Thrown> {
        self.dataset.as_ref().ok_or_else(|| thrown(&Error::NoData))
    }
}
