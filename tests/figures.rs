//! Figures from independent sources, natively.
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

mod cases;

use std::fs;

use encours::import::einvoices::{Choices, Gathered, Reader};
use encours::session::Session;
use serde_json::{Value, json};

/// The session as it is.
#[derive(Default)]
struct Native(Session);

impl cases::Asked for Native {
    fn load_each(&mut self, files: &[(Vec<u8>, Value)]) -> Value {
        for (bytes, options) in files {
            let options = serde_json::from_value(options.clone()).unwrap_or_else(|error| panic!("{options}: {error}"));
            self.0.add(options);
            loop {
                self.0.push(bytes).unwrap_or_else(|error| panic!("{error}"));
                if self.0.finish().unwrap_or_else(|error| panic!("{error}")) {
                    break;
                }
            }
        }
        let loaded = self.0.combine().unwrap_or_else(|error| panic!("{error}"));
        serde_json::to_value(loaded).unwrap_or_else(|error| panic!("{error}"))
    }

    fn gather(&mut self, files: &[Vec<u8>]) -> Vec<(Vec<u8>, Value)> {
        let mut reader = Reader::default();
        for (place, bytes) in files.iter().enumerate() {
            reader.file(&format!("{place}.xml"), bytes);
        }
        let gathered = Gathered::of(&reader, &Choices::default());
        let sales = if gathered.sales.is_empty() { String::new() } else { gathered.text() };
        let mut lists = vec![(sales.into_bytes(), json!({ "documents": gathered.facts(&reader) }))];
        if !gathered.purchases.is_empty() {
            let facts = json!({ "documents": gathered.purchase_facts() });
            lists.push((gathered.purchases_text().into_bytes(), facts));
        }
        lists
    }

    fn ask(&mut self, question: &Value) -> Value {
        let asked = serde_json::from_value(question.clone()).unwrap_or_else(|error| panic!("{question}: {error}"));
        match self.0.ask(asked) {
            Ok(answer) => serde_json::to_value(answer).unwrap_or_else(|error| panic!("{error}")),
            Err(error) => json!(error.failure()),
        }
    }
}

#[test]
fn every_case_holds() {
    let (failures, count) = cases::run_all(&mut Native::default());
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_file_is_run() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/figures");
    let mut on_disk: Vec<String> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{folder}: {error}"))
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.rsplit_once('.').is_some_and(|(_, extension)| extension == "json"))
        .collect();
    on_disk.sort();
    let run: Vec<&str> = cases::FILES.iter().map(|(name, _)| *name).collect();
    assert_eq!(on_disk, run);
}
