//! The quick calculation as JavaScript sees it: the module that the first screen waits for.

use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{answered, given};
use super::error::{Thrown, thrown};
use crate::quick::{QuickAnswer, QuickRequest};

/// The accounting DSO of three typed numbers.
///
/// # Errors
///
/// Throws an `EngineError` that names the field.
#[wasm_bindgen]
pub fn quick(request: Ts<QuickRequest>) -> Result<Ts<QuickAnswer>, Thrown> {
    answered(&crate::quick::quick(&given(request)?).map_err(|error| thrown(&error))?)
}

/// The version of the engine, as in `Cargo.toml`.
#[wasm_bindgen(js_name = engineVersion)]
#[must_use]
pub fn engine_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
