//! The same figures in WebAssembly, in a browser, through the boundary the page uses.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::panic, reason = "a test fails by panicking")]

mod cases;

use cases::Asked;
use encours::wasm::{Documents, Engine, Thrown, quick};
use js_sys::{JSON, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Numbers are half as wide here as where most tests run: weighing many rows must not overflow them.
#[wasm_bindgen_test]
fn a_list_of_two_thousand_rows_is_read() {
    let header = "Numéro;Client;Date facture;Échéance;Montant TTC;Réglée le\n".to_owned();
    let row = |number: usize| format!("F{number};Client {};05/01/2025;04/02/2025;1 200,50;\n", number % 90);
    let text = (0..2_000).map(row).fold(header, |text, row| text + &row);
    let mut session = Boundary(Engine::new());
    let loaded = session.load(&[text.into_bytes()], &json!({}));
    assert_eq!(loaded.pointer("/source/rows/accepted"), Some(&json!(2_000)));
    let report = session.ask(&json!({ "report": { "asOf": "2025-01-31" } }));
    assert_eq!(report.pointer("/receivables/total"), Some(&json!("2401000")));
}

struct Boundary(Engine);

impl Asked for Boundary {
    fn load_each(&mut self, files: &[(Vec<u8>, Value)]) -> Value {
        for (bytes, options) in files {
            self.0.add(given(options)).unwrap_or_else(|_| panic!("{options}"));
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

    fn gather(&mut self, files: &[Vec<u8>]) -> Vec<(Vec<u8>, Value)> {
        let mut documents = Documents::new();
        for (place, bytes) in files.iter().enumerate() {
            documents.file(&format!("{place}.xml"), bytes);
        }
        let facts = answer(documents.gather(given(&json!({}))));
        let mut lists = vec![(documents.sales(), json!({ "documents": facts }))];
        if !documents.purchases().is_empty() {
            let facts = answer(documents.purchase_facts());
            lists.push((documents.purchases(), json!({ "documents": facts })));
        }
        lists
    }

    fn ask(&mut self, question: &Value) -> Value {
        // In two parts, so that one part is not what makes them right.
        let mut first = question.clone();
        if let Some(draws) = first.pointer_mut("/simulate/draws") {
            *draws = json!(draws.as_u64().unwrap_or(0) / 2);
            let _ = self.0.ask(given(&first));
        }
        answer(self.0.ask(given(question)))
    }
}

fn given(request: &Value) -> JsValue {
    JSON::parse(&request.to_string()).unwrap_or_else(|_| panic!("{request}"))
}

fn answer(result: Result<JsValue, Thrown>) -> Value {
    result.map_or_else(
        |error| json!({ "code": property(&error, "code"), "field": property(&error, "field") }),
        |answer| from_js(&answer),
    )
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
    let Err(error) = Engine::new().ask(given(&json!({ "report": {} }))) else { panic!("no data, yet a report") };
    assert!(error.is_instance_of::<js_sys::Error>());
    assert_eq!(error.name(), "EngineError");
    assert_eq!(property(&error, "code").as_deref(), Some("no-data"));
}

#[wasm_bindgen_test]
fn an_error_names_the_field_at_fault() {
    let typed = json!({ "receivables": "13,7x", "sales": "100", "days": "30" });
    let asked = Engine::new().ask(given(&json!({ "quick": typed })));
    for result in [quick(&given(&typed)), asked] {
        let Err(error) = result else { panic!("not a number, yet an answer") };
        assert_eq!(property(&error, "code").as_deref(), Some("not-a-number"));
        assert_eq!(property(&error, "field").as_deref(), Some("receivables"));
        assert_eq!(property(&error, "value").as_deref(), Some("13,7x"));
    }
}

#[wasm_bindgen_test]
fn a_request_of_another_shape_is_refused() {
    let mut session = Boundary(Engine::new());
    let loaded = session.load(&[b"mois;ca ttc;encours\n2025-01;100;50".to_vec()], &json!({}));
    assert_eq!(loaded.pointer("/usable"), Some(&json!(true)));
    for wrong in [
        json!({ "report": { "asOf": "31/01/2025" } }),
        // A binary float is no decimal.
        json!({ "report": { "conventions": { "vatPercent": 20 } } }),
        json!({ "reports": {} }),
        json!({}),
    ] {
        assert_eq!(session.ask(&wrong).pointer("/code"), Some(&json!("bad-request")), "{wrong}");
    }
    assert_eq!(session.ask(&json!({ "report": {} })).pointer("/receivables/total"), Some(&json!("50")));
}

#[wasm_bindgen_test]
fn the_law_crosses_with_its_sources() {
    let law = Boundary(Engine::new()).ask(&json!({ "law": {} }));
    assert_eq!(law.pointer("/regimes/0/id"), Some(&json!("sixtyDays")));
    assert_eq!(law.pointer("/rates/0/refinancingPercent"), Some(&json!("0.05")));
}
