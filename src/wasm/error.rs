//! Errors as JavaScript throws them.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Error;

#[wasm_bindgen(typescript_custom_section)]
const CODES: &str = r#"
/** Why a figure is undefined or a request was refused; `code` of an `EngineError`. */
export type ErrorCode =
  | "no-data"
  | "no-sales"
  | "missing-receivables"
  | "negative-receivables"
  | "missing-opening-receivables"
  | "missing-opening-balance"
  | "missing-overdue"
  | "missing-inventory"
  | "missing-payables"
  | "missing-cost"
  | "no-receivables"
  | "nothing-to-collect"
  | "no-customers"
  | "no-settled-invoices"
  | "missing-term"
  | "missing-as-of"
  | "amount-too-large"
  | "nothing-in-scope"
  | "needs-invoices"
  | "missing-loss"
  | "history-too-short"
  | "as-of-outside-history"
  | "as-of-inside-month"
  | "out-of-range"
  | "not-a-number"
  | "not-a-workbook"
  | "workbook-too-large"
  | "zip-without-workbook"
  | "encrypted-workbook"
  | "bad-request";
"#;

/// What a function of the boundary throws: a real `Error`, for stack and console.
pub type Thrown = js_sys::Error;

/// An `Error` named `EngineError`, with the stable `code`, and where there is one the `field` at fault and the place of its
/// `lever`.
pub fn thrown(error: &Error) -> Thrown {
    let js = js_sys::Error::new(&error.to_string());
    js.set_name("EngineError");
    set(&js, "code", error.code());
    let mut error = error;
    if let Error::InLever { index, error: inner } = error {
        set(&js, "lever", &index.to_string());
        error = inner;
    }
    if let Error::OutOfRange { field, value, least, most } = error {
        set(&js, "field", field);
        set(&js, "value", value);
        set(&js, "least", least);
        set(&js, "most", most);
    }
    if let Error::NotANumber { field, value } = error {
        set(&js, "field", field);
        set(&js, "value", value);
    }
    js
}

fn set(error: &Thrown, key: &str, value: &str) {
    // Setting a property of a fresh object cannot fail, and an error about an error helps nobody.
    let _ = Reflect::set(error, &JsValue::from_str(key), &JsValue::from_str(value));
}
