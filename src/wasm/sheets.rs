//! Workbooks as JavaScript sees them: the module that is loaded when one is given.

use wasm_bindgen::prelude::wasm_bindgen;

use super::error::{Thrown, thrown};
use crate::import::sheets;

/// An open workbook: XLSX, XLSB, XLS or ODS.
#[wasm_bindgen]
pub struct Workbook(sheets::Workbook);

#[wasm_bindgen]
impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if it is none, or asks for a password.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Self, Thrown> {
        sheets::Workbook::open(bytes).map(Self).map_err(|error| thrown(&error))
    }

    /// The names of its sheets, hidden ones last.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.0.names().to_vec()
    }

    /// The index of the sheet that is read unless another one is chosen.
    pub fn usual(&mut self) -> usize {
        self.0.usual()
    }

    /// A sheet as rows of tab-separated UTF-8.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there is no such sheet or it is damaged.
    pub fn text(&mut self, index: usize) -> Result<Vec<u8>, Thrown> {
        self.0.text(index).map(<[u8]>::to_vec).map_err(|error| thrown(&error))
    }
}
