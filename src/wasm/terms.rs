//! Legal terms as JavaScript sees them: what needs no ledger.

use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{answered, given};
use super::error::{Thrown, thrown};
use crate::terms::{
    self, DueDateAnswer, DueDateRequest, Law, Penalty, PenaltyRateRequest, PenaltyRequest, RateInForce,
};

/// The law as the data file has it, with dates and sources.
///
/// # Errors
///
/// None but those of the boundary itself.
#[wasm_bindgen]
pub fn law() -> Result<Ts<Law>, Thrown> {
    answered(terms::law())
}

/// The due date of an invoice.
///
/// # Errors
///
/// Throws an `EngineError` that names the field out of range.
#[wasm_bindgen(js_name = dueDate)]
pub fn due_date(request: Ts<DueDateRequest>) -> Result<Ts<DueDateAnswer>, Thrown> {
    answered(&terms::answer(&given(request)?).map_err(|error| thrown(&error))?)
}

/// The penalty of an invoice paid late.
///
/// # Errors
///
/// Throws an `EngineError` that names the field out of range.
#[wasm_bindgen]
pub fn penalty(request: Ts<PenaltyRequest>) -> Result<Ts<Penalty>, Thrown> {
    answered(&terms::penalty(&given(request)?).map_err(|error| thrown(&error))?)
}

/// The rate of penalties on a day.
///
/// # Errors
///
/// Throws an `EngineError` that names the field out of range.
#[wasm_bindgen(js_name = penaltyRate)]
pub fn penalty_rate(request: Ts<PenaltyRateRequest>) -> Result<Ts<RateInForce>, Thrown> {
    let PenaltyRateRequest { on, settings } = given(request)?;
    answered(&terms::penalty_rate(on, &settings).map_err(|error| thrown(&error))?)
}
