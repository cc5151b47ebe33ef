//! Figures from independent sources, natively.
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

mod cases;

use std::fs;

use encours::session::Session;
use serde_json::{Value, json};

/// The session as it is.
#[derive(Default)]
struct Native(Session);

impl cases::Asked for Native {
    fn load(&mut self, files: &[Vec<u8>], options: &Value) -> Value {
        let options = serde_json::from_value(options.clone()).unwrap_or_else(|error| panic!("{options}: {error}"));
        let loaded = self.0.read(files, &options);
        serde_json::to_value(loaded).unwrap_or_else(|error| panic!("{error}"))
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
