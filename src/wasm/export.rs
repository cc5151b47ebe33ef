//! Workbooks to be written as JavaScript sees them: the module that is loaded when one is asked for.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::given;
use super::error::{Thrown, thrown};

/// The bytes of an XLSX file.
///
/// # Errors
///
/// Throws an `EngineError` for what no spreadsheet opens.
#[wasm_bindgen(js_name = writeWorkbook)]
pub fn write_workbook(#[wasm_bindgen(unchecked_param_type = "BookToWrite")] book: JsValue) -> Result<Vec<u8>, Thrown> {
    crate::export::write(&given(book)?).map_err(|error| thrown(&error))
}
