//! Figures from independent sources, natively.
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

mod cases;

use std::fs;

use encours::customers::CustomersRequest;
use encours::dataset::Dataset;
use encours::error::Error;
use encours::scenario::{Baseline, Draws, GoalRequest, ScenarioRequest, suggestions};
use encours::terms::{self, PenaltyRateRequest};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The crate as it is.
#[derive(Default)]
struct Native {
    dataset: Option<Dataset>,
}

impl Native {
    fn dataset(&self) -> Result<&Dataset, Error> {
        self.dataset.as_ref().ok_or(Error::NoData)
    }

    fn baseline(&self, request: &ScenarioRequest) -> Result<Baseline, Error> {
        self.dataset().and_then(|dataset| Baseline::of(dataset, &request.baseline, &request.levers, None))
    }
}

impl cases::Engine for Native {
    fn quick(&self, request: &Value) -> Value {
        answer(encours::quick::quick(&given(request)))
    }

    fn load(&mut self, files: &[Vec<u8>], options: &Value) -> Value {
        let files = files.iter().map(|bytes| encours::import::read(bytes, &given(options))).collect();
        let (loaded, dataset, _) = Dataset::of(files);
        self.dataset = dataset;
        answer(Ok(loaded))
    }

    fn report(&self, request: &Value) -> Value {
        answer(self.dataset().and_then(|dataset| dataset.report(&given(request))))
    }

    fn scenario(&mut self, request: &Value) -> Value {
        answer(self.dataset().and_then(|dataset| dataset.scenario(&given(request))))
    }

    fn timeline(&mut self, request: &Value) -> Value {
        let request = given(request);
        answer(self.baseline(&request).and_then(|baseline| baseline.timeline(&request)))
    }

    fn goal_seek(&mut self, request: &Value) -> Value {
        let request: GoalRequest = given(request);
        answer(self.baseline(&request.scenario).and_then(|baseline| baseline.goal_seek(&request)))
    }

    fn simulate(&mut self, request: &Value, draws: u32) -> Value {
        let request = given(request);
        answer(self.baseline(&request).and_then(|baseline| baseline.simulate(&request, &mut Draws::default(), draws)))
    }

    fn suggestions(&self, request: &Value) -> Value {
        answer(self.dataset().and_then(|dataset| suggestions(dataset, &given(request))))
    }

    fn customers(&mut self, request: &Value) -> Value {
        let request: CustomersRequest = given(request);
        let table = self.dataset().and_then(|dataset| dataset.customers(&request.baseline));
        answer(table.map(|table| table.page(&request)))
    }

    fn behaviour(&mut self, request: &Value) -> Value {
        answer(self.dataset().and_then(|dataset| dataset.behaviour(&given(request))))
    }

    fn due_date(&self, request: &Value) -> Value {
        answer(terms::answer(&given(request)))
    }

    fn penalty(&self, request: &Value) -> Value {
        answer(terms::penalty(&given(request)))
    }

    fn penalty_rate(&self, request: &Value) -> Value {
        let PenaltyRateRequest { on, settings } = given(request);
        answer(terms::penalty_rate(on, &settings))
    }

    fn calculate(&self, request: &Value) -> Value {
        answer(encours::calculators::calculate(&given(request)))
    }
}

fn given<T: DeserializeOwned>(request: &Value) -> T {
    serde_json::from_value(request.clone()).unwrap_or_else(|error| panic!("{request}: {error}"))
}

fn answer<T: Serialize>(result: Result<T, Error>) -> Value {
    match result {
        Ok(answer) => serde_json::to_value(answer).unwrap_or_else(|error| panic!("{error}")),
        Err(error) => json!({ "code": error.code() }),
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
