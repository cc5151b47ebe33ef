//! Requests from JavaScript and answers to it.

use tsify::{Ts, Tsify};

use super::error::{Thrown, thrown};
use crate::error::Error;

/// A request as it was given, which TypeScript cannot vouch for.
pub(super) fn given<T: Tsify + serde::de::DeserializeOwned>(request: Ts<T>) -> Result<T, Thrown> {
    serde_wasm_bindgen::from_value(request.into())
        .map_err(|error| thrown(&Error::BadRequest { reason: error.to_string() }))
}

/// An answer as JavaScript gets it.
pub(super) fn answered<T: Tsify + serde::Serialize>(answer: &T) -> Result<Ts<T>, Thrown> {
    answer.into_ts().map_err(|error| thrown(&Error::BadRequest { reason: error.to_string() }))
}
