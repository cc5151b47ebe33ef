//! The engine as JavaScript sees it: data stays inside, reports cross.

use std::rc::Rc;

use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{answered, given};
use super::error::{Thrown, thrown};
use crate::behaviour::{Behaviour, BehaviourRequest, Study};
use crate::customers::{CustomerTable, CustomersPage, CustomersRequest};
use crate::dataset::{Dataset, Loaded, TermsAnswer, TermsRequest};
use crate::error::Error;
use crate::import::rejected::RejectedPage;
use crate::import::source::ImportOptions;
use crate::import::{Finished, Imported, Importer, Rejected, together};
use crate::report::{Report, ReportRequest};
use crate::scenario::{
    Baseline, Draws, GoalAnswer, GoalRequest, ScenarioAnswer, ScenarioHeadline, ScenarioRequest, Suggestion,
    SuggestionsRequest, Timeline, Uncertainty, suggestions,
};

/// One dataset and the figures drawn from it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    dataset: Option<Dataset>,
    rejected: Rejected,
    /// Files that were read to their end and not combined yet; of a workbook, its sheets.
    files: Vec<Vec<Imported>>,
    /// Is what is being read another sheet of the last file?
    is_sheet: bool,
    importer: Option<Importer>,
    /// How customers pay, and what that was asked for.
    study: Option<(ReportRequest, Rc<Study>)>,
    /// The customers, and what they were asked for.
    customers: Option<(ReportRequest, CustomerTable)>,
    /// What scenarios are measured against.
    baseline: Option<Baseline>,
    /// Draws so far, and the scenario they are of.
    draws: Option<(ScenarioRequest, Draws)>,
}

/// What to do first, the lever that gains most first.
#[derive(serde::Serialize, tsify::Tsify)]
pub struct Suggestions(Vec<Suggestion>);

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
        self.is_sheet = false;
        Ok(())
    }

    /// Starts to read another sheet of the workbook whose sheet was read last.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if `options` is not what its type says.
    #[wasm_bindgen(js_name = addSheet)]
    pub fn add_sheet(&mut self, options: Ts<ImportOptions>) -> Result<(), Thrown> {
        self.add(options)?;
        self.is_sheet = true;
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
                match self.files.last_mut() {
                    Some(sheets) if self.is_sheet => sheets.push(*done),
                    _ => self.files.push(vec![*done]),
                }
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
        let (loaded, dataset, rejected) =
            Dataset::of(std::mem::take(&mut self.files).into_iter().filter_map(together).collect());
        self.dataset = dataset;
        (self.study, self.customers, self.baseline, self.draws) = (None, None, None, None);
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
            let study = self.known_study(&request.baseline);
            let table = CustomerTable::of(self.dataset()?, &request.baseline, study).map_err(|error| thrown(&error))?;
            self.keep_study(&request.baseline, table.study().cloned());
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
    pub fn behaviour(&mut self, request: Ts<BehaviourRequest>) -> Result<Ts<Behaviour>, Thrown> {
        let request: BehaviourRequest = given(request)?;
        let study = match self.known_study(&request.baseline) {
            Some(study) => study,
            None => self.dataset()?.study(&request.baseline).map_err(|error| thrown(&error))?,
        };
        self.keep_study(&request.baseline, Some(Rc::clone(&study)));
        answered(&self.dataset()?.behaviour_by(&study, &request).map_err(|error| thrown(&error))?)
    }

    /// Agreed terms against the law, and the price of late payment.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there are no invoices or the request is out of range.
    pub fn terms(&self, request: Ts<TermsRequest>) -> Result<Ts<TermsAnswer>, Thrown> {
        answered(&self.dataset()?.terms(&given(request)?).map_err(|error| thrown(&error))?)
    }

    /// Everything a scenario changes. What does not depend on its numbers is kept for the next one.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there is no data, a parameter is out of range or the baseline is undefined; `lever` says which
    /// lever is at fault.
    pub fn scenario(&mut self, request: Ts<ScenarioRequest>) -> Result<Ts<ScenarioAnswer>, Thrown> {
        let request = given(request)?;
        answered(&self.baseline(&request)?.scenario(&request).map_err(|error| thrown(&error))?)
    }

    /// The figures of a scenario that follow a slider.
    ///
    /// # Errors
    ///
    /// Those of `scenario`.
    pub fn headline(&mut self, request: Ts<ScenarioRequest>) -> Result<Ts<ScenarioHeadline>, Thrown> {
        let request = given(request)?;
        answered(&self.baseline(&request)?.headline(&request).map_err(|error| thrown(&error))?)
    }

    /// The twelve months from going live.
    ///
    /// # Errors
    ///
    /// Those of `scenario`.
    pub fn timeline(&mut self, request: Ts<ScenarioRequest>) -> Result<Ts<Timeline>, Thrown> {
        let request = given(request)?;
        answered(&self.baseline(&request)?.timeline(&request).map_err(|error| thrown(&error))?)
    }

    /// Adds `count` draws to those of the same scenario, and tells what all of them say.
    ///
    /// # Errors
    ///
    /// Those of `scenario`, and more than 10,000 draws.
    pub fn simulate(&mut self, request: Ts<ScenarioRequest>, count: u32) -> Result<Ts<Uncertainty>, Thrown> {
        let request = given(request)?;
        let kept = self.draws.take().filter(|(asked, _)| *asked == request);
        let (_, mut draws) = kept.unwrap_or_else(|| (request.clone(), Draws::default()));
        let answer = self.baseline(&request)?.simulate(&request, &mut draws, count).map_err(|error| thrown(&error))?;
        self.draws = Some((request, draws));
        answered(&answer)
    }

    /// The value of a parameter that reaches a target.
    ///
    /// # Errors
    ///
    /// Those of `scenario`, and a lever or a parameter that the scenario does not have.
    #[wasm_bindgen(js_name = goalSeek)]
    pub fn goal_seek(&mut self, request: Ts<GoalRequest>) -> Result<Ts<GoalAnswer>, Thrown> {
        let request: GoalRequest = given(request)?;
        answered(&self.baseline(&request.scenario)?.goal_seek(&request).map_err(|error| thrown(&error))?)
    }

    /// Every lever in a usual form, tried on this data, what gains most in a year first.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there is no data or the baseline is undefined.
    pub fn suggestions(&self, request: Ts<SuggestionsRequest>) -> Result<Ts<Suggestions>, Thrown> {
        let found = suggestions(self.dataset()?, &given(request)?).map_err(|error| thrown(&error))?;
        answered(&Suggestions(found))
    }

    /// What a scenario is measured against.
    fn baseline(&mut self, request: &ScenarioRequest) -> Result<&Baseline, Thrown> {
        request.check().map_err(|error| thrown(&error))?;
        let study = self.known_study(&request.baseline);
        let dataset = self.dataset.as_ref().ok_or_else(|| thrown(&Error::NoData))?;
        let kept = self.baseline.take().filter(|baseline| baseline.is_of(&request.baseline));
        let baseline = match kept {
            Some(baseline) => baseline.fitting(dataset, &request.levers),
            None => Baseline::of(dataset, &request.baseline, &request.levers, study),
        };
        let baseline = baseline.map_err(|error| thrown(&error))?;
        self.keep_study(&request.baseline, baseline.study().cloned());
        Ok(self.baseline.insert(baseline))
    }

    /// How customers pay, if it was looked at for the same date and conventions.
    fn known_study(&self, request: &ReportRequest) -> Option<Rc<Study>> {
        self.study.as_ref().filter(|(asked, _)| asked == request).map(|(_, study)| Rc::clone(study))
    }

    fn keep_study(&mut self, request: &ReportRequest, study: Option<Rc<Study>>) {
        if let Some(study) = study {
            self.study = Some((request.clone(), study));
        }
    }

    fn dataset(&self) -> Result<&Dataset, Thrown> {
        self.dataset.as_ref().ok_or_else(|| thrown(&Error::NoData))
    }
}
