//! Segments add up to the whole, and one of them is the same as its rows alone.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

use encours::at::At;
use encours::conventions::{Conventions, ReceivablesScope};
use encours::cut::{CustomerGroup, Cut, SegmentValue};
use encours::data::Dataset;
use encours::import::source::ImportOptions;
use encours::report::{Report, ReportRequest};
use encours::segments::{SegmentsPage, SegmentsRequest};
use encours::session::{Answer, Question, Session};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

const HEADER: &str = "number;customer;salesperson;region;issue date;due date;amount;paid on\n";
const SALESPEOPLE: [&str; 4] = ["Durand", "Martin", "Léa", ""];
const REGIONS: [&str; 3] = ["North", "South", "East"];
const AS_OF: &str = "2025-12-31";

#[derive(Clone, Debug)]
struct Row {
    customer: usize,
    salesperson: usize,
    region: usize,
    month: u32,
    term: u32,
    amount: i64,
    paid_after: Option<u32>,
}

impl Row {
    fn line(&self, number: usize) -> String {
        let issued = chrono::NaiveDate::from_ymd_opt(2025, self.month, 1 + u32::try_from(number % 28).unwrap_or(0));
        let issued = issued.unwrap_or_default();
        let paid =
            self.paid_after.map_or_else(String::new, |days| (issued + chrono::Days::new(days.into())).to_string());
        format!(
            "F{number};Customer {};{};{};{issued};{};{}.{:02};{paid}\n",
            self.customer,
            SALESPEOPLE[self.salesperson],
            REGIONS[self.region],
            issued + chrono::Days::new(self.term.into()),
            self.amount / 100,
            self.amount % 100,
        )
    }
}

fn row() -> impl Strategy<Value = Row> {
    (0..6_usize, 0..4_usize, 0..3_usize, 1..=12_u32, 0..60_u32, 1..900_000_i64, prop::option::of(0..200_u32)).prop_map(
        |(customer, salesperson, region, month, term, amount, paid_after)| Row {
            customer,
            salesperson,
            region,
            month,
            term,
            amount,
            paid_after,
        },
    )
}

/// Rows of which at least two are paid, so that no list is one of open invoices alone.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec(row(), 8..60).prop_map(|mut rows| {
        rows.iter_mut().step_by(2).for_each(|row| row.paid_after = row.paid_after.or(Some(30)));
        rows
    })
}

fn text(rows: &[Row], of: impl Fn(&Row) -> bool) -> String {
    let lines = rows.iter().enumerate().filter(|(_, row)| of(row)).map(|(number, row)| row.line(number));
    HEADER.to_owned() + &lines.collect::<String>()
}

/// The columns are named, since a part of a table may not tell what they are.
fn session(text: &str) -> Session {
    let columns = ["number", "customer", "segment", "segment", "issueDate", "dueDate", "amount", "settledDate"];
    let columns = columns.map(|name| serde_json::from_value(Value::from(name)).unwrap_or_default()).to_vec();
    let mut session = Session::new();
    let options = ImportOptions { columns: Some(columns), ..ImportOptions::default() };
    assert!(session.read(&[text], &options).is_some_and(|loaded| loaded.usable), "{text}");
    session
}

fn at(scope: ReceivablesScope) -> At {
    let conventions = Conventions { scope, ..Conventions::default() };
    At { as_of: AS_OF.parse().ok(), conventions, ..At::default() }
}

fn report(session: &mut Session, at: At) -> Report {
    match session.ask(Question::Report(ReportRequest::from(at))) {
        Ok(Answer::Report(report)) => report,
        other => unreachable!("{other:?}"),
    }
}

fn segments(session: &mut Session, request: SegmentsRequest) -> SegmentsPage {
    match session.ask(Question::Segments(request)) {
        Ok(Answer::Segments(page)) => page,
        other => unreachable!("{other:?}"),
    }
}

fn of(column: &str, value: &str) -> Cut {
    let segment = Some(SegmentValue { column: column.to_owned(), value: value.to_owned() });
    Cut { segment, ..Cut::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn segments_add_up_to_the_whole(rows in rows(), credits in any::<bool>(), shown in 0..4_u32) {
        let mut session = session(&text(&rows, |_| true));
        let at = at(ReceivablesScope { credit_balances: credits, ..ReceivablesScope::default() });
        let whole = report(&mut session, at.clone());
        for column in ["salesperson", "region"] {
            let request = SegmentsRequest { baseline: at.clone(), column: Some(column.to_owned()), count: 500, ..SegmentsRequest::default() };
            let page = segments(&mut session, request.clone());
            let sum = |of: &dyn Fn(&encours::customers::CustomerRow) -> Decimal| -> Decimal {
                page.rows.iter().map(|row| of(&row.figures)).sum()
            };
            prop_assert_eq!(Some(sum(&|row| row.receivables)), whole.receivables.total);
            prop_assert_eq!(Some(sum(&|row| row.overdue.unwrap_or_default())), whole.receivables.overdue);
            let sales = whole.figures.accounting_dso.as_ref().map(|figure| figure.sales);
            prop_assert_eq!(Some(sum(&|row| row.sales.unwrap_or_default())), sales);
            prop_assert_eq!(Some(sum(&|row| row.sales.unwrap_or_default())), page.totals.sales);
            for (band, age) in whole.aging.iter().flatten().enumerate() {
                let of_band = |row: &encours::customers::CustomerRow| row.ages.as_ref().map_or(Decimal::ZERO, |ages| ages[band]);
                prop_assert_eq!(sum(&of_band), age.amount);
            }
            if let Some(dso) = &page.dso {
                let days = sum(&|row| row.dso_days.unwrap_or_default());
                prop_assert!((days - dso.days).abs() < Decimal::new(1, 8), "{} {}", days, dso.days);
            }
            // What is not shown is summed up.
            let part = segments(&mut session, SegmentsRequest { start: 1, count: shown, ..request });
            let rest = part.others.as_ref().map_or(Decimal::ZERO, |others| others.totals.receivables);
            let given: Decimal = part.rows.iter().map(|row| row.figures.receivables).sum();
            prop_assert_eq!(given + rest, page.totals.receivables);
            let values = part.others.as_ref().map_or(0, |others| others.values);
            prop_assert_eq!(u32::try_from(part.rows.len()).unwrap_or(0) + values, page.total);
        }
    }

    #[test]
    fn a_segment_is_its_rows_alone(rows in rows(), salesperson in 0..4_usize) {
        let own = |row: &Row| row.salesperson == salesperson;
        let paid = rows.iter().filter(|row| own(row)).filter(|row| row.paid_after.is_some()).count();
        prop_assume!(paid > 0);
        let at = at(ReceivablesScope::default());
        let mut whole = session(&text(&rows, |_| true));
        let mut alone = session(&text(&rows, own));
        let cut = of("salesperson", SALESPEOPLE[salesperson]);
        let part = report(&mut whole, At { cut: cut.clone(), ..at.clone() });
        let own = report(&mut alone, at.clone());
        prop_assert_eq!(&part.figures, &own.figures);
        prop_assert_eq!(&part.receivables, &own.receivables);
        prop_assert_eq!(&part.aging, &own.aging);
        prop_assert_eq!(&part.months, &own.months);
        prop_assert_eq!(&part.gap, &own.gap);
        for question in ["customers", "behaviour", "terms", "scenario"] {
            let ask = |session: &mut Session, cut: &Cut| {
                let baseline = At { cut: cut.clone(), ..at.clone() };
                let mut request = serde_json::json!({ "baseline": baseline });
                if question == "customers" {
                    request["count"] = 100.into();
                }
                if question == "scenario" {
                    request["levers"] = serde_json::json!([{ "action": { "lever": "reminders", "days": 10 }, "sharePercent": "50" }]);
                }
                let question: Question = serde_json::from_value(serde_json::json!({ question: request })).expect("a question");
                session.ask(question).map(|answer| serde_json::to_value(answer).expect("an answer"))
            };
            prop_assert_eq!(ask(&mut whole, &cut), ask(&mut alone, &Cut::default()), "{}", question);
        }
    }

    #[test]
    fn mix_and_behaviour_make_the_change(rows in rows()) {
        let mut session = session(&text(&rows, |_| true));
        let request = SegmentsRequest {
            baseline: at(ReceivablesScope::default()),
            compare_to: "2025-06-30".parse().ok(),
            count: 500,
            ..SegmentsRequest::default()
        };
        prop_assume!(rows.iter().any(|row| row.month <= 6));
        let change = segments(&mut session, request).change;
        let change = change.expect("sales at both dates");
        let tiny = Decimal::new(1, 7);
        prop_assert!((change.mix + change.behaviour - (change.to_days - change.from_days)).abs() < tiny);
        let by_segment: Decimal = change.rows.iter().map(|row| row.mix + row.behaviour).sum();
        prop_assert!((by_segment - (change.to_days - change.from_days)).abs() < tiny);
    }

    #[test]
    fn customers_taken_together_change_no_total(rows in rows()) {
        let mut session = session(&text(&rows, |_| true));
        let at = at(ReceivablesScope::default());
        let whole = report(&mut session, at.clone());
        let groups = vec![CustomerGroup {
            name: "Group".to_owned(),
            customers: vec!["Customer 1".to_owned(), "Customer 2".to_owned(), "nobody".to_owned()],
        }];
        let grouped = report(&mut session, At { cut: Cut { groups, ..Cut::default() }, ..at.clone() });
        prop_assert_eq!(&grouped.receivables, &whole.receivables);
        prop_assert_eq!(&grouped.figures.roll_back_dso, &whole.figures.roll_back_dso);
        prop_assert_eq!(&grouped.months, &whole.months);
        let by_region = Cut { customers_by: Some("region".to_owned()), ..Cut::default() };
        let request = serde_json::json!({ "customers": { "baseline": At { cut: by_region, ..at }, "count": 100 } });
        let answer = session.ask(serde_json::from_value(request).expect("a question"));
        let Ok(Answer::Customers(page)) = answer else { unreachable!() };
        prop_assert!(page.rows.iter().all(|row| REGIONS.contains(&row.name.as_str())));
        prop_assert_eq!(Some(page.totals.receivables), whole.receivables.total);
    }
}

#[test]
fn a_segment_that_is_not_there_is_refused() {
    let rows = [row_of("Durand"), row_of("Martin")].concat();
    let mut session = session(&(HEADER.to_owned() + &rows));
    for (column, value) in [("salesperson", "nobody"), ("colour", "Durand")] {
        let at = At { cut: of(column, value), ..At::default() };
        let refused = session.ask(Question::Report(ReportRequest::from(at)));
        assert_eq!(refused, Err(encours::error::Error::UnknownSegment));
    }
    // A dataset that was not cut answers no question about a part of it.
    let (_, dataset) = Dataset::load((HEADER.to_owned() + &rows).as_bytes(), &ImportOptions::default());
    let at = At { cut: of("salesperson", "Durand"), ..At::default() };
    let refused = dataset.expect("a list").history(&at);
    assert_eq!(refused.map(|_| ()), Err(encours::error::Error::UnknownSegment));
}

fn row_of(salesperson: &str) -> String {
    format!("F-{salesperson};A;{salesperson};North;2025-01-05;2025-02-05;100.00;2025-02-01\n")
}
