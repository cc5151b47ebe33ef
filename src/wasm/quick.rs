//! The quick calculation as JavaScript sees it: the module that the first screen waits for.
//!
//! It reads and writes properties one by one: what serde brings would be a third of the module.

use js_sys::{Object, Reflect};
use rust_decimal::Decimal;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::error::{Thrown, thrown};
use crate::error::Error;
use crate::quick::{QuickAnswer, QuickRequest};

/// The accounting DSO of three typed numbers.
///
/// # Errors
///
/// Throws an `EngineError` that names the field.
#[wasm_bindgen(unchecked_return_type = "QuickAnswer")]
pub fn quick(#[wasm_bindgen(unchecked_param_type = "QuickRequest")] request: &JsValue) -> Result<JsValue, Thrown> {
    let typed = |name: &str| text(request, name)?.ok_or_else(|| refused(name));
    let typed = QuickRequest {
        receivables: typed("receivables")?,
        sales: typed("sales")?,
        days: typed("days")?,
        days_earlier: text(request, "daysEarlier")?,
        rate_percent: text(request, "ratePercent")?,
    };
    let answer = crate::quick::quick(&typed).map_err(|error| thrown(&error))?;
    Ok(written(&answer))
}

/// A text of the request; `None` where it is left out.
fn text(request: &JsValue, name: &str) -> Result<Option<String>, Thrown> {
    let value = Reflect::get(request, &JsValue::from_str(name)).map_err(|_| refused(name))?;
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or_else(|| refused(name))
}

fn refused(name: &str) -> Thrown {
    thrown(&Error::BadRequest { reason: name.to_owned() })
}

fn written(answer: &QuickAnswer) -> JsValue {
    let QuickAnswer {
        accounting_dso,
        cash_value_of_a_day,
        dso_then,
        cash_released,
        yearly_gain,
        receivables,
        sales,
        days,
    } = answer;
    let written = Object::new();
    let set = |name: &str, figure: &Decimal| {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&written, &JsValue::from_str(name), &JsValue::from_str(&figure.to_string()));
    };
    set("accountingDso", accounting_dso);
    set("cashValueOfADay", cash_value_of_a_day);
    set("dsoThen", dso_then);
    set("cashReleased", cash_released);
    set("yearlyGain", yearly_gain);
    set("receivables", receivables);
    set("sales", sales);
    set("days", days);
    written.into()
}

/// The version of the engine, as in `Cargo.toml`.
#[wasm_bindgen(js_name = engineVersion)]
#[must_use]
pub fn engine_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
