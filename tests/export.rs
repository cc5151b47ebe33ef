//! Workbooks that are written, opened again by another's reader.
#![cfg(all(feature = "export", feature = "sheets", not(target_arch = "wasm32")))]

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use chrono::NaiveDate;
use encours::error::Error;
use encours::export::{BookToWrite, CellToWrite, FormulaToWrite, Look, SheetToWrite, ValueToWrite, write};
use encours::import::sheets::Workbook;
use rust_decimal::{Decimal, dec};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

#[expect(clippy::unnecessary_wraps, reason = "a cell of a row can be empty")]
fn cell(value: ValueToWrite) -> Option<CellToWrite> {
    Some(CellToWrite { value, look: Look::Plain, format: None })
}

fn text(text: &str) -> Option<CellToWrite> {
    cell(ValueToWrite::Text(text.to_owned()))
}

#[expect(clippy::unnecessary_wraps, reason = "a cell of a row can be empty")]
fn number(number: Decimal, format: &str) -> Option<CellToWrite> {
    Some(CellToWrite { value: ValueToWrite::Number(number), look: Look::Plain, format: Some(format.to_owned()) })
}

fn formula(formula: &str, result: Decimal) -> Option<CellToWrite> {
    cell(ValueToWrite::Formula(FormulaToWrite { formula: formula.to_owned(), result }))
}

fn book(name: &str, rows: Vec<Vec<Option<CellToWrite>>>) -> BookToWrite {
    let sheet = SheetToWrite { name: name.to_owned(), widths: vec![30, 12], frozen_rows: 1, rows };
    BookToWrite { as_of: date(2025, 11, 30), sheets: vec![sheet] }
}

fn opened(book: &BookToWrite) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(write(book).expect("written"))).expect("opened")
}

fn values(book: &BookToWrite) -> Range<Data> {
    opened(book).worksheet_range_at(0).expect("a sheet").expect("its cells")
}

/// A part of the file, as it is in the archive.
fn part(book: &BookToWrite, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(write(book).expect("written"))).expect("an archive");
    std::io::read_to_string(archive.by_name(name).expect("a part")).expect("a text")
}

#[test]
fn figures_are_numbers_and_formulas_keep_theirs() {
    let book = book(
        "Synthèse",
        vec![
            vec![text("DSO comptable"), None],
            vec![number(dec!(10_000), "#,##0.00"), number(dec!(13_000.123_456_789), "0.00"), number(dec!(91), "0")],
            vec![formula("=A2/B2*C2", dec!(69.999_335_305))],
            vec![cell(ValueToWrite::Date(date(2025, 11, 30)))],
        ],
    );
    let cells = values(&book);
    assert_eq!(cells.get_value((1, 0)), Some(&Data::Float(10_000.0)));
    assert_eq!(cells.get_value((1, 1)), Some(&Data::Float(13_000.123_456_789)));
    assert_eq!(cells.get_value((2, 0)), Some(&Data::Float(69.999_335_305)));
    let formulas = opened(&book).worksheet_formula("Synthèse").expect("formulas");
    assert_eq!(formulas.get_value((2, 0)).map(String::as_str), Some("A2/B2*C2"));
}

#[test]
fn a_name_is_text_whatever_it_begins_with() {
    let names =
        ["=cmd|' /C calc'!A0", "+33 1", "-2", "@SUM(A1)", "<img src=x onerror=alert(1)>", "\u{202e}txe", "http://x"];
    let book = book("Clients", names.iter().map(|name| vec![text(name)]).collect());
    let cells = values(&book);
    for (row, name) in (0..).zip(names) {
        assert_eq!(cells.get_value((row, 0)), Some(&Data::String(name.to_owned())));
    }
    let formulas = opened(&book).worksheet_formula("Clients").expect("formulas");
    assert!(formulas.used_cells().next().is_none());
    // An apostrophe stands before those that would be a formula if they were typed again, and nothing is a link.
    assert!(part(&book, "xl/styles.xml").contains("quotePrefix=\"1\""));
    assert!(!part(&book, "xl/worksheets/sheet1.xml").contains("hyperlink"));
}

#[test]
fn what_no_file_can_hold_is_left_out_of_a_text() {
    let long = "x".repeat(40_000);
    let book = book("Clients", vec![vec![text("a\u{0}b\u{1b}c\u{ffff}")], vec![text(&long)], vec![text("_x0041_")]]);
    let cells = values(&book);
    assert_eq!(cells.get_value((0, 0)), Some(&Data::String("abc".to_owned())));
    assert_eq!(cells.get_value((1, 0)).map(|cell| cell.to_string().len()), Some(32_767));
    let bytes = write(&book).expect("written");
    let own = String::from_utf8(Workbook::open(&bytes).expect("a workbook").text(0).expect("a sheet").to_vec());
    assert!(own.expect("UTF-8").ends_with("_x0041_"));
}

#[test]
fn headings_stay_and_the_date_is_that_of_the_figures() {
    let book = book("Mois", vec![vec![text("Mois")], vec![text("2025-11")]]);
    assert!(part(&book, "xl/worksheets/sheet1.xml").contains("state=\"frozen\""));
    assert!(part(&book, "docProps/core.xml").contains("2025-11-30T00:00:00Z"));
    assert_eq!(write(&book), write(&book));
}

#[test]
fn a_sheet_that_no_spreadsheet_opens_is_refused() {
    for name in ["", "a/b", "x".repeat(32).as_str()] {
        assert!(matches!(write(&book(name, Vec::new())), Err(Error::BadRequest { .. })), "{name}");
    }
}
