//! Made-up ledgers for the properties.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::fmt::Write as _;

use encours::behaviour::{Behaviour, BehaviourRequest, Study};
use encours::data::Dataset;
use encours::error::Error;
use encours::import::source::ImportOptions;
use encours::report::{Report, ReportRequest};
use encours::scenario::{Baseline, ScenarioAnswer, ScenarioRequest};
use proptest::prelude::*;
use rust_decimal::Decimal;

pub fn cents(range: std::ops::Range<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|cents| Decimal::new(cents, 2))
}

/// One line of an invoice list: issue day, term, days to payment (or none), amount in cents.
pub type Line = (u32, u32, Option<u32>, i64);

pub fn lines() -> impl Strategy<Value = Vec<Line>> {
    let amount = prop_oneof![9 => 1_i64..1_000_000, 1 => -50_000_i64..0];
    prop::collection::vec((0_u32..500, 0_u32..90, prop::option::weighted(0.8, 0_u32..150), amount), 1..60)
}

pub fn invoice_list(lines: &[Line]) -> String {
    let start = chrono::NaiveDate::from_ymd_opt(2024, 1, 10).unwrap_or_default();
    let day = |days: u32| start + chrono::Days::new(days.into());
    let mut text = String::from("facture;client;date de facture;échéance;montant ttc;date de règlement\n");
    for (number, (issued, term, paid, cents)) in lines.iter().enumerate() {
        let settled = paid.map_or(String::new(), |paid| day(issued + paid).to_string());
        let amount = Decimal::new(*cents, 2).to_string().replace('.', ",");
        let (issue, due) = (day(*issued), day(issued + term));
        writeln!(text, "F{number};C{};{issue};{due};{amount};{settled}", number % 5).expect("a string takes it");
    }
    text
}

pub fn dataset(text: &str) -> Dataset {
    Dataset::load(text.as_bytes(), &ImportOptions::default()).1.expect("usable data")
}

pub fn report(text: &str) -> Report {
    encours::report::report(&dataset(text), &ReportRequest::default()).expect("a report")
}

/// A scenario of a dataset.
pub fn scenario(dataset: &Dataset, request: &ScenarioRequest) -> Result<ScenarioAnswer, Error> {
    Baseline::of(dataset, request, None)?.scenario(request)
}

/// How the customers of a dataset pay.
pub fn behaviour(dataset: &Dataset, request: &BehaviourRequest) -> Result<Behaviour, Error> {
    encours::behaviour::behaviour(dataset, &Study::at(dataset, &request.baseline)?, request)
}
