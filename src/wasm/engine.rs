//! The engine as JavaScript sees it: data stays inside, reports cross.

use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{answered, given};
use super::error::{Thrown, thrown};
use crate::dataset::{Dataset, Loaded};
use crate::error::Error;
use crate::import::source::ImportOptions;
use crate::import::{Finished, Importer};
use crate::report::{Report, ReportRequest};
use crate::scenario::{ScenarioAnswer, ScenarioRequest};

/// One dataset and the figures drawn from it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    dataset: Option<Dataset>,
    importer: Option<Importer>,
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
        self.dataset = None;
        let (loaded, dataset) = Dataset::load(bytes, &given(options)?);
        self.dataset = dataset;
        answered(&loaded)
    }

    /// Starts to read an input that arrives in pieces; what was kept before is dropped.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if `options` is not what its type says.
    pub fn start(&mut self, options: Ts<ImportOptions>) -> Result<(), Thrown> {
        self.dataset = None;
        self.importer = Some(Importer::new(given(options)?));
        Ok(())
    }

    /// Reads the next piece and answers how many rows were read so far.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if nothing was started.
    pub fn push(&mut self, bytes: &[u8]) -> Result<u32, Thrown> {
        let importer = self.importer.as_mut().ok_or_else(|| thrown(&Error::NoData))?;
        importer.push(bytes);
        Ok(importer.rows_read())
    }

    /// Ends the input and keeps its data. `undefined` means that its last rows spoke for another notation than its first: all its
    /// pieces are to be pushed once more.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if nothing was started.
    pub fn finish(&mut self) -> Result<Option<Ts<Loaded>>, Thrown> {
        let importer = self.importer.take().ok_or_else(|| thrown(&Error::NoData))?;
        match importer.finish() {
            Finished::Again(again) => {
                self.importer = Some(*again);
                Ok(None)
            }
            Finished::Done(done) => {
                let (loaded, dataset) = Dataset::of(*done);
                self.dataset = dataset;
                answered(&loaded).map(Some)
            }
        }
    }

    /// Every figure at one date.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there is no data or the request is out of range.
    pub fn report(&self, request: Ts<ReportRequest>) -> Result<Ts<Report>, Thrown> {
        answered(&self.dataset()?.report(&given(request)?).map_err(|error| thrown(&error))?)
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
