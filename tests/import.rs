//! Inputs too large to be written into the files of `tests/figures/`.
#![cfg(not(target_arch = "wasm32"))]

use encours::import::source::{DateOrder, DecimalMark, ImportOptions};
use encours::import::{Finished, Imported, Importer};
use encours::issue::{Issue, IssueCode};

/// Imports bytes that arrive in pieces of `size`.
fn import(bytes: &[u8], size: usize) -> Imported {
    let mut importer = Importer::new(ImportOptions::default());
    loop {
        bytes.chunks(size).for_each(|piece| importer.push(piece));
        match importer.finish() {
            Finished::Done(done) => return *done,
            Finished::Again(again) => importer = *again,
        }
    }
}

/// The first finding, which must be the same for pieces of any size.
fn first_finding(bytes: &[u8]) -> (IssueCode, Option<u32>, Option<u32>) {
    let found = [bytes.len(), 4 << 20, 65_537].map(|size| {
        let imported = import(bytes, size);
        assert!(imported.data.is_none());
        imported.issues.list().first().map(|issue| (issue.code, issue.line, issue.count)).expect("a finding")
    });
    let [first, second, third] = found;
    assert_eq!((first.0, first.1), (second.0, second.1));
    assert_eq!((first.0, first.1), (third.0, third.1));
    first
}

#[test]
fn a_line_of_5_mb_is_told_with_its_number() {
    assert_eq!(first_finding("a;".repeat(2_500_000).as_bytes()).0, IssueCode::LineTooLong);
    let below_header = format!("mois;ca ttc;encours\n2025-01;1;2\n{};1;2\n2025-02;1;2\n", "x".repeat(5_000_000));
    let (code, line, _) = first_finding(below_header.as_bytes());
    assert_eq!((code, line), (IssueCode::LineTooLong, Some(3)));
}

#[test]
fn a_quote_that_is_never_closed_does_not_swallow_the_file() {
    let rows = "2025-03;100;50\n".repeat(400_000);
    let text = format!("mois;ca ttc;encours\n2025-01;1;2\n\"2025-02;1;2\n{rows}");
    for size in [text.len(), 65_537] {
        let imported = import(text.as_bytes(), size);
        let has_told = |issue: &Issue| (issue.code, issue.line) == (IssueCode::StrayQuote, Some(3));
        assert!(imported.issues.list().iter().any(has_told), "{:?}", imported.issues.list().first());
        assert_eq!((imported.source.rows.read, imported.source.rows.accepted), (400_002, 3));
    }
}

#[test]
fn three_hundred_columns_are_counted() {
    let row = vec!["1"; 300].join(";");
    let found = first_finding(format!("{row}\n{row}\n").as_bytes());
    assert_eq!(found, (IssueCode::TooManyColumns, Some(1), Some(300)));
}

#[test]
fn a_notation_that_only_the_last_rows_settle_is_read_again() {
    // Enough rows for the first bytes to know nothing of the last ones.
    let mut text = String::from("facture;date;montant ttc\n");
    for _ in 0..30_000 {
        text += "F;01/02/2025;1,234\n";
    }
    text += "F;02/28/2025;1.5\n";
    let imported = import(text.as_bytes(), 10_000);
    assert_eq!(imported.source.rows.accepted, 30_001);
    assert_eq!(imported.source.date_order, DateOrder::Mdy);
    assert_eq!(imported.source.decimal_mark, DecimalMark::Point);
}
