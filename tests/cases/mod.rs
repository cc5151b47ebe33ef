//! The cases of `tests/figures/`, and how an answer is held against what they expect.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};
use serde::Deserialize;
use serde_json::{Value, json};

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Every file, compiled in, since a browser has no file system.
        pub const FILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../figures/", $name)))),*];
    };
}

files!(
    "accounting_dso.json",
    "aged_balance.json",
    "bad_input.json",
    "behaviour.json",
    "bytes.json",
    "calculators.json",
    "collection.json",
    "customers.json",
    "discount_cost.json",
    "due_dates.json",
    "fec.json",
    "import_ages.json",
    "import_columns.json",
    "import_documents.json",
    "import_files.json",
    "import_findings.json",
    "import_rows.json",
    "import_values.json",
    "invoice_depth.json",
    "invoices.json",
    "levers.json",
    "overdue.json",
    "penalties.json",
    "roll_back_dso.json",
    "scenarios.json",
    "several_files.json",
    "working_capital.json",
);

/// One worked example.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Case {
    pub id: String,
    #[allow(dead_code, reason = "for readers")]
    source: String,
    #[serde(default)]
    #[allow(dead_code, reason = "for readers")]
    note: String,
    /// Is it also pasted into the page?
    #[serde(default)]
    #[allow(dead_code, reason = "for the browser tests")]
    page: bool,
    #[serde(default)]
    quick: Option<Value>,
    #[serde(default)]
    paste: Option<Vec<String>>,
    /// Several files instead of one text.
    #[serde(default)]
    files: Option<Vec<Vec<String>>>,
    /// How the text becomes bytes; UTF-8 if left out.
    #[serde(default)]
    encoding: Option<String>,
    /// What ends its lines; a line feed if left out.
    #[serde(default)]
    line_end: Option<String>,
    #[serde(default)]
    options: Option<Value>,
    #[serde(default)]
    request: Option<Value>,
    #[serde(default)]
    scenario: Option<Value>,
    #[serde(default)]
    timeline: Option<Value>,
    #[serde(default)]
    goal_seek: Option<Value>,
    #[serde(default)]
    simulate: Option<Value>,
    #[serde(default)]
    suggestions: Option<Value>,
    #[serde(default)]
    customers: Option<Value>,
    #[serde(default)]
    behaviour: Option<Value>,
    #[serde(default)]
    loaded: bool,
    #[serde(default)]
    discount: Option<Discount>,
    #[serde(default)]
    due_date: Option<Value>,
    #[serde(default)]
    penalty: Option<Value>,
    #[serde(default)]
    penalty_rate: Option<Value>,
    #[serde(default)]
    calculator: Option<Value>,
    expect: BTreeMap<String, Value>,
    /// Must a finding say that something is doubtful?
    #[serde(default)]
    told: bool,
    /// Codes of findings that would be false.
    #[serde(default)]
    never: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "the names of the engine")]
struct Discount {
    discount_percent: Decimal,
    observed_days: Decimal,
    within_days: Decimal,
    year_days: Decimal,
    rate_percent: Decimal,
}

/// The engine as a case sees it: requests and answers in the JSON of the boundary.
pub trait Engine {
    fn quick(&self, request: &Value) -> Value;
    fn load(&mut self, files: &[Vec<u8>], options: &Value) -> Value;
    fn report(&self, request: &Value) -> Value;
    fn scenario(&mut self, request: &Value) -> Value;
    fn timeline(&mut self, request: &Value) -> Value;
    fn goal_seek(&mut self, request: &Value) -> Value;
    fn simulate(&mut self, request: &Value, draws: u32) -> Value;
    fn suggestions(&self, request: &Value) -> Value;
    fn customers(&mut self, request: &Value) -> Value;
    fn behaviour(&mut self, request: &Value) -> Value;
    fn due_date(&self, request: &Value) -> Value;
    fn penalty(&self, request: &Value) -> Value;
    fn penalty_rate(&self, request: &Value) -> Value;
    fn calculate(&self, request: &Value) -> Value;
}

/// Runs every case and returns what did not hold, and how many cases there were.
pub fn run_all(engine: &mut impl Engine) -> (Vec<String>, usize) {
    let (mut failures, mut count) = (Vec::new(), 0);
    for (file, text) in FILES {
        let cases: Vec<Case> = serde_json::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(!cases.is_empty(), "{file} holds no case");
        for case in cases {
            count += 1;
            failures.extend(run(engine, &case).into_iter().map(|failure| format!("{file} {}: {failure}", case.id)));
        }
    }
    (failures, count)
}

fn run(engine: &mut impl Engine, case: &Case) -> Vec<String> {
    let answer = answer(engine, case);
    assert!(!case.expect.is_empty(), "{} expects nothing", case.id);
    let figures = case.expect.iter().filter_map(|(pointer, expected)| match answer.pointer(pointer) {
        Some(found) if holds(found, expected) => None,
        found => Some(format!("{pointer} is {} instead of {expected}", found.unwrap_or(&json!("not there")))),
    });
    figures.chain(findings(&answer, case)).collect()
}

/// What is wrong with the findings of an answer.
fn findings(answer: &Value, case: &Case) -> Vec<String> {
    let counts = answer.pointer("/issueCounts").and_then(Value::as_array);
    let counts = || counts.into_iter().flatten();
    let of = |count: &Value, key: &str| count.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let is_told = counts().any(|count| of(count, "severity") != "info");
    let silent = (case.told && !is_told).then(|| "no finding says that something is doubtful".to_owned());
    let is_false = |code: &String| case.never.contains(code);
    let told = counts().map(|count| of(count, "code")).filter(is_false);
    silent.into_iter().chain(told.map(|code| format!("{code} is false"))).collect()
}

fn answer(engine: &mut impl Engine, case: &Case) -> Value {
    if let Some(request) = &case.quick {
        return engine.quick(request);
    }
    if let Some(request) = &case.due_date {
        return engine.due_date(request);
    }
    if let Some(request) = &case.penalty {
        return engine.penalty(request);
    }
    if let Some(request) = &case.penalty_rate {
        return engine.penalty_rate(request);
    }
    if let Some(request) = &case.calculator {
        return engine.calculate(request);
    }
    if let Some(discount) = &case.discount {
        return discount_answer(discount);
    }
    let pasted = || vec![case.paste.clone().unwrap_or_default()];
    let line_end = case.line_end.as_deref().unwrap_or("\n");
    let bytes = |lines: &Vec<String>| encoded(&lines.join(line_end), case.encoding.as_deref());
    let files: Vec<Vec<u8>> = case.files.clone().unwrap_or_else(pasted).iter().map(bytes).collect();
    let empty = json!({});
    let loaded = engine.load(&files, case.options.as_ref().unwrap_or(&empty));
    if case.loaded {
        return loaded;
    }
    let request = case.request.as_ref().unwrap_or(&empty);
    let with_baseline = |asked: &Value| {
        let mut asked = asked.clone();
        if let Some(fields) = asked.as_object_mut() {
            fields.insert("baseline".to_owned(), request.clone());
        }
        asked
    };
    if let Some(timeline) = &case.timeline {
        return engine.timeline(&with_baseline(timeline));
    }
    if let Some(goal) = &case.goal_seek {
        let mut asked = goal.clone();
        if let Some(scenario) = asked.get_mut("scenario") {
            *scenario = with_baseline(scenario);
        }
        return engine.goal_seek(&asked);
    }
    if let Some(simulate) = &case.simulate {
        let mut asked = with_baseline(simulate);
        let draws = asked.as_object_mut().and_then(|fields| fields.remove("draws")).and_then(|draws| draws.as_u64());
        return engine.simulate(&asked, draws.and_then(|draws| draws.try_into().ok()).expect("a number of draws"));
    }
    if let Some(suggestions) = &case.suggestions {
        return engine.suggestions(&with_baseline(suggestions));
    }
    match (&case.scenario, &case.customers, &case.behaviour) {
        (Some(scenario), _, _) => engine.scenario(&with_baseline(scenario)),
        (_, Some(customers), _) => engine.customers(&with_baseline(customers)),
        (_, _, Some(behaviour)) => engine.behaviour(&with_baseline(behaviour)),
        _ => engine.report(request),
    }
}

/// The bytes of a text in one of the encodings that cases name.
fn encoded(text: &str, encoding: Option<&str>) -> Vec<u8> {
    let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let single = |special: &[(char, u8)]| {
        let byte = |char: char| {
            let known = special.iter().find(|(known, _)| *known == char).map(|(_, byte)| *byte);
            known.or_else(|| u8::try_from(u32::from(char)).ok()).unwrap_or_else(|| panic!("{char} has no byte"))
        };
        text.chars().map(byte).collect::<Vec<u8>>()
    };
    match encoding {
        None | Some("utf-8") => text.as_bytes().to_vec(),
        // One byte of another encoding for each replacement character.
        Some("utf-8-broken") => text.split('\u{FFFD}').map(str::as_bytes).collect::<Vec<_>>().join(&0xE9_u8),
        Some("utf-8-bom") => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        Some("utf-16le") => wide(u16::to_le_bytes),
        Some("utf-16be") => wide(u16::to_be_bytes),
        Some("utf-16le-bom") => [b"\xFF\xFE".to_vec(), wide(u16::to_le_bytes)].concat(),
        Some("windows-1252") => single(&[('€', 0x80)]),
        Some("iso-8859-15") => single(&[('€', 0xA4)]),
        Some("cp850") => single(&[('é', 0x82)]),
        Some("macintosh") => single(&[('É', 0x83), ('é', 0x8E), ('è', 0x8F), ('°', 0xA1)]),
        Some(other) => panic!("{other} is no encoding of the cases"),
    }
}

fn discount_answer(discount: &Discount) -> Value {
    use encours::scenario::{break_even_percent, compound_percent, simple_percent};
    let Discount { discount_percent, observed_days, within_days, year_days, rate_percent } = *discount;
    let gained = observed_days - within_days;
    json!({
        "simplePercent": simple_percent(discount_percent, gained, year_days),
        "compoundPercent": compound_percent(discount_percent, gained, year_days),
        "breakEvenPercent": break_even_percent(rate_percent, within_days, observed_days, year_days),
    })
}

/// Decimals are equal once rounded to the decimals expected; anything else must be equal.
fn holds(found: &Value, expected: &Value) -> bool {
    let decimal = |value: &Value| value.as_str().and_then(|text| text.parse::<Decimal>().ok());
    match (decimal(found), decimal(expected)) {
        (Some(found), Some(expected)) => {
            // A last digit may be rounded the other way by a source that rounds halves up.
            let tolerance = Decimal::new(5, expected.scale() + 1);
            let is_exact = expected.scale() == 0 || found.normalize().scale() <= expected.scale();
            if is_exact { found == expected } else { (found - expected).abs() <= tolerance.max(dec!(0)) }
        }
        _ => found == expected,
    }
}
