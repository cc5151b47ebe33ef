//! The same figures in WebAssembly, in a browser, through the boundary the page uses.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::panic, reason = "a test fails by panicking")]

mod cases;

use encours::scenario::Uncertainty;
use encours::wasm::{Engine, Thrown, calculate, due_date, law, penalty, penalty_rate, quick};
use js_sys::{JSON, Reflect};
use serde_json::{Value, json};
use tsify::{Ts, Tsify};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Numbers are half as wide here as where most tests run: weighing many rows must not overflow them.
#[wasm_bindgen_test]
fn a_list_of_two_thousand_rows_is_read() {
    let header = "Numéro;Client;Date facture;Échéance;Montant TTC;Réglée le\n".to_owned();
    let row = |number: usize| format!("F{number};Client {};05/01/2025;04/02/2025;1 200,50;\n", number % 90);
    let text = (0..2_000).map(row).fold(header, |text, row| text + &row);
    let mut engine = Boundary(Engine::new());
    let loaded = cases::Engine::load(&mut engine, &[text.into_bytes()], &json!({}));
    assert_eq!(loaded.pointer("/source/rows/accepted"), Some(&json!(2_000)));
    let report = cases::Engine::report(&engine, &json!({ "asOf": "2025-01-31" }));
    assert_eq!(report.pointer("/receivables/total"), Some(&json!("2401000")));
}

struct Boundary(Engine);

impl cases::Engine for Boundary {
    fn quick(&self, request: &Value) -> Value {
        answer(quick(given(request)))
    }

    fn load(&mut self, files: &[Vec<u8>], options: &Value) -> Value {
        for (index, bytes) in files.iter().enumerate() {
            let begun = if index == 0 { self.0.start(given(options)) } else { self.0.add(given(options)) };
            begun.unwrap_or_else(|_| panic!("{options}"));
            // In two pieces, so that one piece is not what makes them right.
            let (first, second) = bytes.split_at(bytes.len() / 2);
            loop {
                for piece in [first, second] {
                    self.0.push(piece).unwrap_or_else(|_| panic!("nothing was begun"));
                }
                if self.0.finish().unwrap_or_else(|_| panic!("nothing was begun")) {
                    break;
                }
            }
        }
        answer(self.0.combine())
    }

    fn report(&self, request: &Value) -> Value {
        answer(self.0.report(given(request)))
    }

    fn scenario(&mut self, request: &Value) -> Value {
        answer(self.0.scenario(given(request)))
    }

    fn timeline(&mut self, request: &Value) -> Value {
        answer(self.0.timeline(given(request)))
    }

    fn goal_seek(&mut self, request: &Value) -> Value {
        answer(self.0.goal_seek(given(request)))
    }

    fn simulate(&mut self, request: &Value, draws: u32) -> Value {
        // In two parts, so that one part is not what makes them right.
        let first = self.0.simulate(given(request), draws / 2);
        first.map_or_else(
            |error| answer::<Uncertainty>(Err(error)),
            |_| answer(self.0.simulate(given(request), draws - draws / 2)),
        )
    }

    fn suggestions(&self, request: &Value) -> Value {
        answer(self.0.suggestions(given(request)))
    }

    fn customers(&mut self, request: &Value) -> Value {
        answer(self.0.customers(given(request)))
    }

    fn behaviour(&mut self, request: &Value) -> Value {
        answer(self.0.behaviour(given(request)))
    }

    fn due_date(&self, request: &Value) -> Value {
        answer(due_date(given(request)))
    }

    fn penalty(&self, request: &Value) -> Value {
        answer(penalty(given(request)))
    }

    fn penalty_rate(&self, request: &Value) -> Value {
        answer(penalty_rate(given(request)))
    }

    fn calculate(&self, request: &Value) -> Value {
        answer(calculate(given(request)))
    }
}

fn given<T: Tsify>(request: &Value) -> Ts<T> {
    Ts::new_unchecked(JSON::parse(&request.to_string()).unwrap_or_else(|_| panic!("{request}")))
}

fn answer<T: Tsify>(result: Result<Ts<T>, Thrown>) -> Value {
    match result {
        Ok(answer) => from_js(&answer.into()),
        Err(error) => json!({ "code": property(&error, "code") }),
    }
}

fn from_js(value: &JsValue) -> Value {
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn property(error: &Thrown, key: &str) -> Option<String> {
    Reflect::get(error, &JsValue::from_str(key)).ok()?.as_string()
}

#[wasm_bindgen_test]
fn every_case_holds() {
    let (failures, count) = cases::run_all(&mut Boundary(Engine::new()));
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
}

#[wasm_bindgen_test]
fn errors_are_real_errors_with_a_code() {
    let Err(error) = Engine::new().report(given(&json!({}))) else { panic!("no data, yet a report") };
    assert!(error.is_instance_of::<js_sys::Error>());
    assert_eq!(error.name(), "EngineError");
    assert_eq!(property(&error, "code").as_deref(), Some("no-data"));
}

#[wasm_bindgen_test]
fn an_error_names_the_field_at_fault() {
    let typed = json!({ "receivables": "13,7x", "sales": "100", "days": "30" });
    let Err(error) = quick(given(&typed)) else { panic!("not a number, yet an answer") };
    assert_eq!(property(&error, "code").as_deref(), Some("not-a-number"));
    assert_eq!(property(&error, "field").as_deref(), Some("receivables"));
    assert_eq!(property(&error, "value").as_deref(), Some("13,7x"));
}

#[wasm_bindgen_test]
fn a_request_of_another_shape_is_refused() {
    let mut engine = Engine::new();
    let loaded = engine.load(b"mois;ca ttc;encours\n2025-01;100;50", given(&json!({})));
    assert!(loaded.is_ok());
    let Err(error) = engine.report(given(&json!({ "asOf": "31/01/2025" }))) else { panic!("not a date, yet taken") };
    assert_eq!(property(&error, "code").as_deref(), Some("bad-request"));
    let Err(error) = engine.report(given(&json!({ "conventions": { "vatPercent": 20 } }))) else {
        panic!("a binary float taken as a decimal")
    };
    assert_eq!(property(&error, "code").as_deref(), Some("bad-request"));
}

#[wasm_bindgen_test]
fn the_law_crosses_with_its_sources() {
    let law = answer(law());
    assert_eq!(law.pointer("/regimes/0/id"), Some(&json!("sixtyDays")));
    assert_eq!(law.pointer("/rates/0/refinancingPercent"), Some(&json!("0.05")));
}
