//! The command, as a program that knows nothing of the crate runs it.
#![cfg(feature = "command")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

const MONTHS: &str = "month;sales;receivables\n2025-09;4000;\n2025-10;2600;\n2025-11;6400;10000\n";

fn encours(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_encours")).args(arguments).output().expect("the command runs")
}

/// A file of this content in a place of its own.
fn file(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a file can be written");
    path.to_string_lossy().into_owned()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

#[test]
fn a_report_is_printed_in_lines_and_as_json() {
    let months = file("months.csv", MONTHS);
    let lines = encours(&["analyze", &months]);
    assert!(lines.status.success());
    assert!(text(&lines.stdout).contains("roll-back DSO            68.5"), "{}", text(&lines.stdout));
    let report = json(&encours(&["analyze", &months, "--json", "--as-of", "2025-11-30"]));
    assert_eq!(report.pointer("/figures/rollBackDso/days"), Some(&"68.5".into()));
}

#[test]
fn any_question_is_answered() {
    let months = file("asked.csv", MONTHS);
    let totals = json(&encours(&["ask", &months, "--question", r#"{"totals": {}}"#]));
    assert!(totals.is_object());
    let question = file("question.json", r#"{"quick": {"receivables": "9000", "sales": "13000", "days": "91"}}"#);
    let quick = json(&encours(&["ask", "--question", &question]));
    assert_eq!(quick.get("accountingDso"), Some(&"63".into()));
}

#[test]
fn electronic_invoices_are_read_like_a_list() {
    let invoice = r#"<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>F1</cbc:ID><cbc:IssueDate>2025-11-03</cbc:IssueDate><cbc:DueDate>2025-12-03</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Nous</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Nord</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">120.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">120.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
</Invoice>"#;
    let invoice = file("F1.xml", invoice);
    let list = encours(&["analyze", &invoice, "--list"]);
    assert!(text(&list.stdout).contains("F1"), "{}", text(&list.stdout));
    let report = json(&encours(&["analyze", &invoice, "--json"]));
    assert_eq!(report.pointer("/source/documents/invoices"), Some(&1.into()), "{report:#}");
}

#[test]
fn what_cannot_be_done_is_said() {
    let unknown = encours(&["analyse"]);
    assert!(!unknown.status.success() && text(&unknown.stderr).starts_with("usage: encours"));
    let missing = encours(&["analyze", "no-such-file.csv"]);
    assert!(!missing.status.success() && text(&missing.stderr).contains("no-such-file.csv"));
    let refused = encours(&["ask", "--question", r#"{"report": {}}"#]);
    assert!(!refused.status.success());
    assert_eq!(json(&refused).pointer("/error/code"), Some(&"no-data".into()));
    assert!(encours(&["--help"]).status.success() && encours(&["ask", "--help"]).status.success());
}

#[test]
fn what_gives_no_figures_is_a_failure() {
    for (name, content) in [("nothing.csv", ""), ("words.csv", "a;b\nc;d\n")] {
        let none = file(name, content);
        let lines = encours(&["analyze", &none]);
        assert!(!lines.status.success() && text(&lines.stdout).starts_with("no figures"), "{name}");
        let found = encours(&["analyze", &none, "--json"]);
        assert!(!found.status.success());
        assert_eq!(json(&found).get("usable"), Some(&false.into()));
    }
}

#[test]
#[cfg(unix)]
fn a_name_that_is_no_text_is_a_file_that_is_not_there() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let mut command = Command::new(env!("CARGO_BIN_EXE_encours"));
    let output = command.arg("analyze").arg(OsStr::from_bytes(b"a\xff.csv")).output().expect("the command runs");
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains(".csv: "), "{}", text(&output.stderr));
}

#[test]
fn an_option_that_is_no_number_is_named() {
    let months = file("options.csv", MONTHS);
    let output = encours(&["analyze", &months, "--vat", "x"]);
    assert!(!output.status.success());
    assert_eq!(text(&output.stderr).trim(), "--vat needs a number, not `x`");
}

#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_cannot_be_printed_is_a_failure() {
    let months = file("printed.csv", MONTHS);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
    let mut command = Command::new(env!("CARGO_BIN_EXE_encours"));
    let output = command.args(["analyze", &months]).stdout(full).output().expect("the command runs");
    assert!(!output.status.success() && text(&output.stderr).starts_with("cannot print the answer"));
}
