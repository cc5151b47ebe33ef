//! The quick calculation as JavaScript sees it: the module that the first screen waits for.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{answered, given};
use super::error::{Thrown, thrown};

/// The accounting DSO of three typed numbers.
///
/// # Errors
///
/// Throws an `EngineError` that names the field.
#[wasm_bindgen(unchecked_return_type = "QuickAnswer")]
pub fn quick(#[wasm_bindgen(unchecked_param_type = "QuickRequest")] request: JsValue) -> Result<JsValue, Thrown> {
    answered(&crate::quick::quick(&given(request)?).map_err(|error| thrown(&error))?)
}

/// The version of the engine, as in `Cargo.toml`.
#[wasm_bindgen(js_name = engineVersion)]
#[must_use]
pub fn engine_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
