//! The textbook calculators as JavaScript sees them.

use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{answered, given};
use super::error::{Thrown, thrown};
use crate::calculators::{self, CalculatorAnswer, CalculatorRequest};

/// Runs a calculator; the answer is that of the calculator named in the request.
///
/// # Errors
///
/// Throws an `EngineError` that names the field out of range.
#[wasm_bindgen]
pub fn calculate(request: Ts<CalculatorRequest>) -> Result<Ts<CalculatorAnswer>, Thrown> {
    answered(&calculators::calculate(&given(request)?).map_err(|error| thrown(&error))?)
}
