//! A list, and the same list with the invoices of the same days in one row, say the same of everything.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use encours::import::source::ImportOptions;
use encours::session::{Question, Session};
use proptest::prelude::*;
use serde_json::{Value, json};

const AS_OF: &str = "2025-12-31";

/// Levers whose scopes can be told of a group: their effects meet one another.
fn levers() -> Value {
    json!([
        { "action": { "lever": "terms", "rule": "minus", "days": 12 }, "sharePercent": "50" },
        { "action": { "lever": "earlyPaymentDiscount", "discountPercent": "2", "withinDays": 10 }, "sharePercent": "30" },
        { "action": { "lever": "deposit", "depositPercent": "30", "leadDays": 0 }, "sharePercent": "20" },
        { "action": { "lever": "directDebit", "feePercent": "0.5" }, "sharePercent": "40" },
        { "action": { "lever": "reminders", "shrinkPercent": "40", "days": 1 }, "sharePercent": "70", "yearlyCost": "1200" },
        { "action": { "lever": "disputes", "afterDays": 5 }, "sharePercent": "60" },
        { "action": { "lever": "instalmentPlan", "instalments": 3, "afterDays": 10 }, "sharePercent": "10" },
        {
            "action": { "lever": "factoring", "advancePercent": "85", "feePercent": "1", "interestPercent": "6", "withRecourse": false },
            "sharePercent": "25",
            "scope": { "segments": [{ "column": "region", "value": "North" }] },
        },
    ])
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Days0 {
    issued: u64,
    term: Option<u64>,
    paid_after: Option<u64>,
    disputed: bool,
    north: bool,
    is_credit: bool,
}

impl Days0 {
    /// Its cells but the amount.
    fn cells(&self) -> String {
        let day = |days: u64| NaiveDate::from_ymd_opt(2024, 7, 1).unwrap_or_default() + Days::new(days);
        let text = |days: Option<u64>| days.map_or_else(String::new, |days| day(self.issued + days).to_string());
        let (due, paid) = (text(self.term), text(self.paid_after));
        let status = if self.disputed { "disputed" } else { "" };
        let region = if self.north { "North" } else { "South" };
        format!("{};{due};{paid};{status};{region}", day(self.issued))
    }
}

/// Few different days, so that groups have several invoices.
fn line(credits: bool) -> impl Strategy<Value = (Days0, i64)> {
    let term = prop_oneof![5 => prop::sample::select(vec![Some(0), Some(30), Some(60)]), 1 => Just(None)];
    let paid_after = prop_oneof![3 => prop::sample::select(vec![Some(10), Some(33), Some(75)]), 2 => Just(None)];
    let days = (prop::sample::select((0..18).map(|month| month * 30).collect::<Vec<u64>>()), term, paid_after);
    let marks = (prop::bool::weighted(0.15), any::<bool>(), prop::bool::weighted(if credits { 0.1 } else { 0.0 }));
    (days, marks, 1_i64..5_000_000).prop_map(|((issued, term, paid_after), (disputed, north, is_credit), cents)| {
        (Days0 { issued, term, paid_after, disputed, north, is_credit }, if is_credit { -cents } else { cents })
    })
}

fn amount(cents: i64) -> String {
    format!("{}{}.{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100)
}

/// The list, and its groups.
fn texts(lines: &[(Days0, i64)]) -> [String; 2] {
    let header = "issue_date;due_date;paid_on;status;region;amount_incl_tax";
    let mut list = format!("invoice_number;{header}\n");
    let mut groups: BTreeMap<Days0, (i64, u32)> = BTreeMap::new();
    for (number, (days, cents)) in lines.iter().enumerate() {
        let _ = writeln!(list, "F{number};{};{}", days.cells(), amount(*cents));
        let group = groups.entry(*days).or_default();
        *group = (group.0 + cents, group.1 + 1);
    }
    let mut grouped = format!("{header};invoice_count\n");
    for (days, (cents, count)) in groups {
        let _ = writeln!(grouped, "{};{};{count}", days.cells(), amount(cents));
    }
    [list, grouped]
}

/// A text, and what stands before and behind the columns that lists and groups have both.
type Table<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

const LIST: Option<&str> = Some("number");
const GROUPS: Option<&str> = Some("invoiceCount");

/// The columns are named, since a list of few rows may not tell what they are.
fn session(tables: &[Table<'_>]) -> Session {
    let own = ["issueDate", "dueDate", "settledDate", "status", "segment", "amount"];
    let mut session = Session::new();
    for (text, first, last) in tables {
        let columns =
            first.iter().copied().chain(own).chain(*last).map(|name| serde_json::from_value(Value::from(name)));
        let columns = Some(columns.map(Result::unwrap_or_default).collect());
        session.add(ImportOptions { columns, ..ImportOptions::default() });
        while {
            session.push(text.as_bytes()).unwrap_or_default();
            !session.finish().unwrap_or(true)
        } {}
    }
    assert!(session.combine().is_ok_and(|loaded| loaded.usable), "{tables:?}");
    session
}

/// The answer, but for what tells how it was read and what names single invoices.
fn answer(session: &mut Session, question: &Value) -> Value {
    let question: Question = serde_json::from_value(question.clone()).unwrap_or_else(|error| unreachable!("{error}"));
    match session.ask(question) {
        Err(error) => json!({ "error": error.code() }),
        Ok(answer) => {
            let mut answer = serde_json::to_value(&answer).unwrap_or_default();
            forget(&mut answer, &["source", "issues", "issueCounts", "files", "worst", "invoices"]);
            answer
        }
    }
}

fn forget(value: &mut Value, names: &[&str]) {
    match value {
        Value::Object(entries) => {
            // A number of invoices stays.
            entries.retain(|name, value| !names.contains(&name.as_str()) || value.is_number());
            entries.values_mut().for_each(|value| forget(value, names));
            // Values of a segment that owe the same stand in the order they came in.
            if let Some(Value::Array(rows)) = entries.get_mut("rows") {
                rows.sort_by_key(|row| row.pointer("/figures/name").map(ToString::to_string));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|value| forget(value, names)),
        _ => {}
    }
}

/// Where two answers differ.
fn differences(at: &str, expected: &Value, found: &Value, told: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(one), Value::Object(other)) => {
            for name in one.keys().chain(other.keys().filter(|name| !one.contains_key(*name))) {
                let of = |entries: &serde_json::Map<String, Value>| entries.get(name).cloned().unwrap_or_default();
                differences(&format!("{at}/{name}"), &of(one), &of(other), told);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (place, (one, other)) in one.iter().zip(other).enumerate() {
                differences(&format!("{at}/{place}"), one, other, told);
            }
        }
        _ if expected == found => {}
        _ => told.push(format!("{at}: {expected} {found}")),
    }
}

fn assert_equal(lines: &[(Days0, i64)], questions: &[Value]) -> Result<(), TestCaseError> {
    let [list, grouped] = texts(lines);
    let mut one_by_one = session(&[(&list, LIST, None)]);
    let mut in_groups = session(&[(&grouped, None, GROUPS)]);
    for question in questions {
        let (expected, found) = (answer(&mut one_by_one, question), answer(&mut in_groups, question));
        let mut told = Vec::new();
        differences("", &expected, &found, &mut told);
        prop_assert!(told.is_empty(), "{question}\n{}\n{list}\n{grouped}", told.join("\n"));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_measure_is_the_same(lines in prop::collection::vec(line(true), 4..80)) {
        prop_assume!(lines.iter().any(|(days, cents)| days.paid_after.is_some() && *cents > 0));
        let at = json!({ "asOf": AS_OF });
        assert_equal(&lines, &[
            json!({ "report": { "asOf": AS_OF, "compareTo": "2025-06-30" } }),
            json!({ "report": { "asOf": AS_OF, "conventions": { "scope": { "disputed": false } } } }),
            json!({ "behaviour": { "baseline": at } }),
            json!({ "terms": { "baseline": at } }),
            json!({ "segments": { "baseline": at, "count": 10 } }),
        ])?;
    }

    /// A list of the later months beside groups of the earlier ones: what both have counts once, and nothing is lost.
    #[test]
    fn a_list_beside_groups_counts_each_invoice_once(
        lines in prop::collection::vec(line(true), 4..80),
        list_from in 0_u64..540,
        both in 0_u64..540,
        comes_first in any::<bool>(),
    ) {
        let part = |is_in: &dyn Fn(u64) -> bool| lines.iter().filter(|(days, _)| is_in(days.issued)).copied().collect();
        let of_list: Vec<(Days0, i64)> = part(&|issued| issued >= list_from);
        let of_groups: Vec<(Days0, i64)> = part(&|issued| issued < list_from + both);
        // A file of credit notes, nearly alone, is taken for sales seen from the other side, and told so.
        let is_of_sales = |part: &[(Days0, i64)]| part.iter().filter(|(days, _)| !days.is_credit).count() * 2 > part.len();
        prop_assume!(is_of_sales(&of_list) && is_of_sales(&of_groups));
        let ([list, _], [_, grouped]) = (texts(&of_list), texts(&of_groups));
        let mut tables = [(list.as_str(), LIST, None), (grouped.as_str(), None, GROUPS)];
        if !comes_first {
            tables.reverse();
        }
        let [all, _] = texts(&lines);
        let question = json!({ "report": { "asOf": AS_OF } });
        let expected = answer(&mut session(&[(&all, LIST, None)]), &question);
        let found = answer(&mut session(&tables), &question);
        for figures in ["/receivables", "/months", "/aging", "/figures/accountingDso", "/figures/rollBackDso", "/figures/daysToPay"] {
            prop_assert_eq!(found.pointer(figures), expected.pointer(figures), "{}\n{}\n{}", figures, list, grouped);
        }
    }

    #[test]
    fn every_scenario_is_the_same(lines in prop::collection::vec(line(false), 8..80)) {
        prop_assume!(lines.iter().any(|(days, _)| days.paid_after.is_some()));
        let request = json!({ "baseline": { "asOf": AS_OF }, "levers": levers() });
        let mut questions = vec![
            json!({ "scenario": request }),
            json!({ "timeline": request }),
            json!({ "suggestions": { "baseline": { "asOf": AS_OF } } }),
        ];
        for lever in levers().as_array().into_iter().flatten() {
            questions.push(json!({ "scenario": { "baseline": { "asOf": AS_OF }, "levers": [lever] } }));
        }
        assert_equal(&lines, &questions)?;
    }
}

#[test]
fn the_questions_are_answered() {
    let days = |issued: u64| Days0 {
        issued,
        term: Some(30),
        paid_after: (issued < 480).then_some(45),
        disputed: issued == 510,
        north: true,
        is_credit: false,
    };
    let lines: Vec<(Days0, i64)> =
        (0..18).flat_map(|month| [(days(month * 30), 10_000), (days(month * 30), 20_000)]).collect();
    let [_, grouped] = texts(&lines);
    let mut session = session(&[(&grouped, None, GROUPS)]);
    let request = json!({ "baseline": { "asOf": AS_OF }, "levers": levers() });
    let scenario = answer(&mut session, &json!({ "scenario": request }));
    assert_eq!(scenario.get("error"), None, "{scenario}");
    assert_eq!(scenario.pointer("/levers").and_then(Value::as_array).map(Vec::len), Some(8));
}
