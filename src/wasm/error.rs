//! Errors as JavaScript throws them.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Error, Failure, TYPES};

#[wasm_bindgen(typescript_custom_section)]
const CODES: &str = TYPES;

/// What a function of the boundary throws: a real `Error`, for stack and console.
pub type Thrown = js_sys::Error;

/// An `Error` named `EngineError`, with the stable `code`, and where there is one the `field` at fault and the place of
/// its `lever`.
pub fn thrown(error: &Error) -> Thrown {
    let js = js_sys::Error::new(&error.to_string());
    js.set_name("EngineError");
    let Failure { code, lever, field, value, least, most } = error.failure();
    set(&js, "code", Some(code));
    set(&js, "lever", lever.as_deref());
    set(&js, "field", field);
    set(&js, "value", value.as_deref());
    set(&js, "least", least.as_deref());
    set(&js, "most", most.as_deref());
    js
}

fn set(error: &Thrown, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        // Setting a property of a fresh object cannot fail, and an error about an error helps nobody.
        let _ = Reflect::set(error, &JsValue::from_str(key), &JsValue::from_str(value));
    }
}
