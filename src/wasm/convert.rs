//! Requests from JavaScript and answers to it.

#[cfg(any(feature = "engine", feature = "einvoices"))]
use serde::Serialize;
use serde::de::DeserializeOwned;
#[cfg(any(feature = "engine", feature = "einvoices"))]
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use super::error::{Thrown, thrown};
use crate::error::Error;

/// A request as it was given, which TypeScript cannot vouch for.
pub(super) fn given<T: DeserializeOwned>(request: JsValue) -> Result<T, Thrown> {
    serde_wasm_bindgen::from_value(request).map_err(|error| refused(&error))
}

/// An answer as JavaScript gets it: `null` for what is missing, plain objects for maps.
#[cfg(any(feature = "engine", feature = "einvoices"))]
pub(super) fn answered<T: Serialize>(answer: &T) -> Result<JsValue, Thrown> {
    let serializer = Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    answer.serialize(&serializer).map_err(|error| refused(&error))
}

fn refused(error: &serde_wasm_bindgen::Error) -> Thrown {
    thrown(&Error::BadRequest { reason: error.to_string() })
}
