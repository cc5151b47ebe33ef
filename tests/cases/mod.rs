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
    "benchmark.json",
    "bytes.json",
    "calculators.json",
    "collection.json",
    "customers.json",
    "discount_cost.json",
    "due_dates.json",
    "e_invoices.json",
    "factored.json",
    "fec.json",
    "grouped.json",
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
    "segments.json",
    "several_files.json",
    "targets.json",
    "working_capital.json",
);

/// One worked example.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a key of a file of cases")]
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
    paste: Option<Vec<String>>,
    /// Several files instead of one text.
    #[serde(default)]
    files: Option<Vec<Vec<String>>>,
    /// Are the files electronic invoices, of which a list is made first?
    #[serde(default)]
    documents: bool,
    /// How the text becomes bytes; UTF-8 if left out.
    #[serde(default)]
    encoding: Option<String>,
    /// What ends its lines; a line feed if left out.
    #[serde(default)]
    line_end: Option<String>,
    #[serde(default)]
    options: Option<Value>,
    /// The question, as it crosses the boundary; a report if left out.
    #[serde(default)]
    ask: Option<Value>,
    /// Do the pointers go into the answer of the import?
    #[serde(default)]
    loaded: bool,
    expect: BTreeMap<String, Value>,
    /// Must a finding say that something is doubtful?
    #[serde(default)]
    told: bool,
    /// Codes of findings that would be false.
    #[serde(default)]
    never: Vec<String>,
}

/// A session as a case sees it: requests and answers in the JSON of the boundary, an error as what is thrown.
pub trait Asked {
    /// Reads files, each with its options.
    fn load_each(&mut self, files: &[(Vec<u8>, Value)]) -> Value;

    /// The lists that electronic invoices come to, with what goes with each.
    fn gather(&mut self, files: &[Vec<u8>]) -> Vec<(Vec<u8>, Value)>;

    fn load(&mut self, files: &[Vec<u8>], options: &Value) -> Value {
        let each: Vec<_> = files.iter().map(|bytes| (bytes.clone(), options.clone())).collect();
        self.load_each(&each)
    }

    fn ask(&mut self, question: &Value) -> Value;
}

/// Runs every case and returns what did not hold, and how many cases there were.
pub fn run_all(session: &mut impl Asked) -> (Vec<String>, usize) {
    let (mut failures, mut count) = (Vec::new(), 0);
    for (file, text) in FILES {
        let cases: Vec<Case> = serde_json::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(!cases.is_empty(), "{file} holds no case");
        for case in cases {
            count += 1;
            failures.extend(run(session, &case).into_iter().map(|failure| format!("{file} {}: {failure}", case.id)));
        }
    }
    (failures, count)
}

fn run(session: &mut impl Asked, case: &Case) -> Vec<String> {
    let answer = answer(session, case);
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

fn answer(session: &mut impl Asked, case: &Case) -> Value {
    let pasted = || case.paste.clone().map(|lines| vec![lines]);
    if let Some(files) = case.files.clone().or_else(pasted) {
        let line_end = case.line_end.as_deref().unwrap_or("\n");
        let bytes = |lines: &Vec<String>| encoded(&lines.join(line_end), case.encoding.as_deref());
        let files: Vec<Vec<u8>> = files.iter().map(bytes).collect();
        let loaded = if case.documents {
            let lists = session.gather(&files);
            session.load_each(&lists)
        } else {
            session.load(&files, case.options.as_ref().unwrap_or(&json!({})))
        };
        if case.loaded {
            return loaded;
        }
    }
    session.ask(case.ask.as_ref().unwrap_or(&json!({"report": {}})))
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
