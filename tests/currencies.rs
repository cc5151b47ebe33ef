//! Entities and currencies: what is together is the sum of its parts, and nothing is added unconverted.
#![cfg(not(target_arch = "wasm32"))]

use encours::at::At;
use encours::cut::{Cut, SegmentValue};
use encours::error::Error;
use encours::import::source::ImportOptions;
use encours::issue::IssueCode;
use encours::rates::{Rate, Rates};
use encours::report::{Report, ReportRequest};
use encours::session::{Answer, Question, Session};
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};

const HEADER: &str = "number;customer;issue date;due date;amount;currency;paid on\n";
const AS_OF: &str = "2025-03-31";

/// The year 2025 so far: two invoices in dollars, one in yen.
const LIST: &str = "F1;ACME;2025-01-10;2025-02-10;1000.00;EUR;2025-02-20
F2;Globex;2025-02-10;2025-03-10;2000.00;USD;
F3;BETA;2025-02-15;2025-03-15;1500.00;EUR;
F4;Initech;2025-03-01;2025-04-01;300000.00;JPY;
F5;Globex;2025-03-05;2025-04-05;500.00;USD;2025-03-25
";

fn read(files: &[(&str, Option<&str>)], every_currency: bool) -> Session {
    let mut session = Session::new();
    for (rows, entity) in files {
        let entity = entity.map(str::to_owned);
        session.add(ImportOptions { every_currency, entity, ..ImportOptions::default() });
        let text = HEADER.to_owned() + rows;
        session.push(text.as_bytes()).expect("a file");
        while !session.finish().expect("a file") {
            session.push(text.as_bytes()).expect("a file");
        }
    }
    assert!(session.combine().expect("files").usable);
    session
}

fn ask(session: &mut Session, cut: Cut) -> Result<Report, Error> {
    let at = At { as_of: AS_OF.parse().ok(), cut, ..At::default() };
    match session.ask(Question::Report(ReportRequest::from(at)))? {
        Answer::Report(report) => Ok(report),
        other => unreachable!("{other:?}"),
    }
}

fn rate(currency: &str, month: Option<&str>, closing: Decimal, average: Decimal) -> Rate {
    let month = month.map(|month| serde_json::from_value(month.into()).expect("a month"));
    Rate { currency: currency.to_owned(), month, closing: Some(closing), average: Some(average) }
}

fn converted(rates: Vec<Rate>) -> Cut {
    Cut { rates: Some(Rates { into: "EUR".to_owned(), rates }), ..Cut::default() }
}

fn months(report: &Report) -> Vec<(String, Option<Decimal>, Option<Decimal>)> {
    report.months.iter().map(|month| (month.month.to_string(), month.sales_incl_tax, month.receivables)).collect()
}

/// February: 1,500 € and 2,000 $ sold at 0.95 and owed at 0.96. March: 300,000 ¥ at 0.0062 and 500 $ at 0.93, paid; 2,000 $
/// are owed at 0.92.
#[test]
fn balances_are_at_the_closing_rate_and_sales_at_the_average_one() {
    let mut session = read(&[(LIST, None)], true);
    let rates = vec![
        rate("USD", Some("2025-02"), dec!(0.96), dec!(0.95)),
        rate("USD", Some("2025-03"), dec!(0.92), dec!(0.93)),
        rate("JPY", None, dec!(0.0062), dec!(0.0062)),
    ];
    let report = ask(&mut session, converted(rates)).expect("a report");
    let month = |month: &str, sales, receivables| (month.to_owned(), Some(sales), Some(receivables));
    let expected = [
        month("2025-01", dec!(1000), dec!(1000)),
        month("2025-02", dec!(3400), dec!(3420)),
        month("2025-03", dec!(2325), dec!(5200)),
    ];
    assert_eq!(months(&report), expected);
    assert_eq!(report.receivables.total, Some(dec!(5200)));
    assert!(report.currencies.iter().all(|of| !of.is_apart));
    let ages: Decimal = report.aging.iter().flatten().map(|band| band.amount).sum();
    assert_eq!(ages, dec!(5200));
}

/// Dollars lack March: they stay apart as a whole, and say so.
#[test]
fn a_currency_without_a_rate_stays_apart() {
    let mut session = read(&[(LIST, None)], true);
    let rates =
        vec![rate("USD", Some("2025-02"), dec!(0.96), dec!(0.95)), rate("JPY", None, dec!(0.0062), dec!(0.0062))];
    let report = ask(&mut session, converted(rates)).expect("a report");
    assert_eq!(report.receivables.total, Some(dec!(3360)));
    let dollars = report.currencies.iter().find(|of| of.currency == "USD").expect("dollars");
    assert_eq!((dollars.is_apart, dollars.invoices, dollars.owed), (true, 2, dec!(2000)));
    assert_eq!(dollars.missing.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2025-03"]);
    let told = report.issues.iter().find(|issue| issue.code == IssueCode::RateMissing).expect("a finding");
    assert_eq!(told.text.as_deref(), Some("USD 2025-03"));
    // A rate of zero is none.
    let zero = ask(&mut session, converted(vec![rate("USD", None, dec!(0), dec!(0))])).expect("a report");
    assert_eq!(zero.receivables.total, Some(dec!(1500)));
    // Without rates the commonest currency is alone, as if the others had been set aside.
    let alone = ask(&mut session, Cut::default()).expect("a report");
    let aside = ask(&mut read(&[(LIST, None)], false), Cut::default()).expect("a report");
    assert_eq!((&alone.figures, &alone.receivables), (&aside.figures, &aside.receivables));
}

#[test]
fn entities_number_their_invoices_each_for_itself() {
    let row = "F1;ACME;2025-01-10;2025-02-10;1000.00;EUR;\n";
    let same = ask(&mut read(&[(row, None), (row, None)], false), Cut::default()).expect("a report");
    assert_eq!(same.receivables.total, Some(dec!(1000)));
    let two =
        ask(&mut read(&[(row, Some("France")), (row, Some("Belgium"))], false), Cut::default()).expect("a report");
    assert_eq!(two.receivables.total, Some(dec!(2000)));
}

fn invoice() -> impl Strategy<Value = (u32, u32, i64, Option<u32>)> {
    (0..5_u32, 0..80_u32, 1..900_000_i64, prop::option::of(0..100_u32))
}

fn rows(invoices: &[(u32, u32, i64, Option<u32>)], prefix: &str, currency: &str) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default();
    let line = |(number, (customer, day, cents, paid)): (usize, &(u32, u32, i64, Option<u32>))| {
        let issued = first + chrono::Days::new((*day).into());
        let paid = paid.map_or_else(String::new, |days| (issued + chrono::Days::new(days.into())).to_string());
        let due = issued + chrono::Days::new(30);
        let amount = format!("{}.{:02}", cents / 100, cents % 100);
        format!("{prefix}{number};Customer {customer};{issued};{due};{amount};{currency};{paid}\n")
    };
    // Enough that are paid, and one of the first day, so that every file says the same of itself.
    let fixed = format!("{prefix}-0;Customer 0;2025-01-01;2025-01-31;10.00;{currency};2025-01-20\n");
    fixed + &invoices.iter().enumerate().map(line).collect::<String>()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn two_entities_are_their_files_together(
        one in prop::collection::vec(invoice(), 4..30),
        other in prop::collection::vec(invoice(), 4..30),
    ) {
        let (one, other) = (rows(&one, "A", "EUR"), rows(&other, "B", "EUR"));
        let together = ask(&mut read(&[(&(one.clone() + &other), None)], false), Cut::default());
        let mut entities = read(&[(&one, Some("France")), (&other, Some("Belgium"))], false);
        let both = ask(&mut entities, Cut::default()).expect("a report");
        let together = together.expect("a report");
        prop_assert_eq!(&both.figures, &together.figures);
        prop_assert_eq!(&both.receivables, &together.receivables);
        prop_assert_eq!(&both.months, &together.months);
        let of = |entity: &str| {
            let segment = Some(SegmentValue { column: "entity".to_owned(), value: entity.to_owned() });
            Cut { segment, ..Cut::default() }
        };
        let parts = ["France", "Belgium"].map(|entity| ask(&mut entities, of(entity)).expect("a report"));
        let owed: Decimal = parts.iter().filter_map(|part| part.receivables.total).sum();
        prop_assert_eq!(Some(owed), together.receivables.total);
    }

    #[test]
    fn a_rate_of_one_changes_nothing(
        one in prop::collection::vec(invoice(), 4..30),
        other in prop::collection::vec(invoice(), 4..30),
    ) {
        let text = |currency: &str| rows(&one, "A", "EUR") + &rows(&other, "B", currency);
        let same = ask(&mut read(&[(&text("EUR"), None)], false), Cut::default()).expect("a report");
        let mut session = read(&[(&text("USD"), None)], true);
        let cut = converted(vec![rate("USD", None, Decimal::ONE, Decimal::ONE), rate("EUR", None, dec!(7), dec!(7))]);
        let report = ask(&mut session, cut.clone()).expect("a report");
        prop_assert_eq!(&report.figures, &same.figures);
        prop_assert_eq!(&report.receivables, &same.receivables);
        prop_assert_eq!(&report.aging, &same.aging);
        prop_assert_eq!(&report.months, &same.months);
        let ask = |session: &mut Session, cut: &Cut| {
            let at = At { as_of: AS_OF.parse().ok(), cut: cut.clone(), ..At::default() };
            let lever = serde_json::json!({ "action": { "lever": "reminders", "days": 10 }, "sharePercent": "50" });
            let request = serde_json::json!({ "scenario": { "baseline": at, "levers": [lever] } });
            let question: Question = serde_json::from_value(request).expect("a question");
            session.ask(question).map(|answer| serde_json::to_value(answer).expect("an answer"))
        };
        let expected = ask(&mut read(&[(&text("EUR"), None)], false), &Cut::default());
        prop_assert_eq!(ask(&mut session, &cut), expected);
    }
}
