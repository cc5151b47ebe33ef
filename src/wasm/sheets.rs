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
    /// Throws an `EngineError` if it is none, is too large, or asks for a password.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Self, Thrown> {
        sheets::Workbook::from_bytes(bytes).map(Self).map_err(|error| thrown(&error))
    }

    /// The names of its sheets, hidden ones last.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.0.names().to_vec()
    }

    /// The indices of the sheets that are read unless one is chosen.
    #[wasm_bindgen(js_name = usuallyRead)]
    pub fn usually_read(&mut self) -> Vec<usize> {
        self.0.usually_read()
    }

    /// A sheet as rows of tab-separated UTF-8.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if there is no such sheet, or it is damaged or too large.
    pub fn text(&mut self, index: usize) -> Result<Vec<u8>, Thrown> {
        self.0.take_text(index).map_err(|error| thrown(&error))
    }

    /// The lines, from 1, of the rows of a sheet that are hidden by a filter or by hand and have something in them.
    #[wasm_bindgen(js_name = hiddenLines)]
    pub fn hidden_lines(&mut self, index: usize) -> Vec<u32> {
        self.0.hidden_lines(index)
    }

    /// The formulas of a sheet whose results were not saved, so that their cells are empty in its text: how many there
    /// are, then line and column of the first, from 1. Empty if there are none.
    #[wasm_bindgen(js_name = unsavedFormulas)]
    pub fn unsaved_formulas(&mut self, index: usize) -> Vec<u32> {
        self.0.facts(index).unsaved_formulas
    }
}
