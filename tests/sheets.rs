//! Workbooks, read as the text of their sheets.
#![cfg(all(feature = "sheets", not(target_arch = "wasm32")))]

use encours::dataset::Dataset;
use encours::error::Error;
use encours::import::sheets::Workbook;
use encours::import::source::{ImportOptions, Kind};
use encours::report::ReportRequest;
use rust_decimal::dec;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Writer, Worksheet, XlsxError};

const XLS: &[u8] = include_bytes!("fixtures/encours.xls");
const ODS: &[u8] = include_bytes!("fixtures/encours.ods");
const ENCRYPTED: &[u8] = include_bytes!("fixtures/protege.ods");

fn xlsx(fill: impl FnOnce(&mut Writer) -> Result<(), XlsxError>) -> Workbook {
    let mut writer = Writer::new();
    fill(&mut writer).expect("written");
    let bytes = writer.save_to_buffer().expect("saved");
    assert!(Workbook::is_likely(&bytes));
    Workbook::open(&bytes).expect("a workbook")
}

fn text(workbook: &mut Workbook, index: usize) -> String {
    String::from_utf8(workbook.text(index).expect("a sheet").to_vec()).expect("UTF-8")
}

fn one_sheet(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> String {
    text(&mut xlsx(|writer| fill(writer.add_worksheet())), 0)
}

#[test]
fn every_kind_of_cell_has_one_notation() {
    let written = one_sheet(|sheet| {
        let date = Format::new().set_num_format("dd/mm/yyyy");
        let time = Format::new().set_num_format("dd/mm/yyyy hh:mm");
        sheet.write(0, 0, "date\nde facture")?.write(0, 1, "montant")?.write(0, 2, "note")?;
        sheet.write_with_format(1, 0, &ExcelDateTime::from_ymd(2025, 1, 31)?, &date)?;
        sheet.write(1, 1, 1234.56)?.write(1, 2, "dit \"Alpha\"\tet Fils")?;
        sheet.write_with_format(2, 0, &ExcelDateTime::from_ymd(2025, 2, 1)?.and_hms(8, 30, 0)?, &time)?;
        sheet.write(2, 2, true)?;
        sheet.write(4, 1, 0.1 + 0.2)?.write(4, 2, -1_000_000)?;
        Ok(())
    });
    assert_eq!(
        written,
        "date de facture\tmontant\tnote\n\
         2025-01-31\t1234.56\t\"dit \"\"Alpha\"\"\tet Fils\"\n\
         2025-02-01 08:30:00\t\tTRUE\n\
         \n\
         \t0.3\t-1000000"
    );
}

#[test]
fn three_decimals_are_not_taken_for_thousands() {
    let written = one_sheet(|sheet| {
        sheet.write(0, 0, "mois")?.write(0, 1, "CA TTC")?.write(0, 2, "encours")?;
        sheet.write(1, 0, "2025-01")?.write(1, 1, 12.345)?.write(1, 2, 6.5)?;
        sheet.write(2, 0, "2025-02")?.write(2, 1, 12.344_999_999_999_999)?.write(2, 2, 6)?;
        Ok(())
    });
    let (_, dataset) = Dataset::load(written.as_bytes(), &Workbook::reading(ImportOptions::default()));
    let report = dataset.expect("figures").report(&ReportRequest::default()).expect("a report");
    assert_eq!(report.receivables.total, Some(dec!(6)));
    assert_eq!(report.months.first().and_then(|month| month.sales_incl_tax), Some(dec!(12.345)));
    assert_eq!(report.months.last().and_then(|month| month.sales_incl_tax), Some(dec!(12.345)));
}

#[test]
fn an_error_is_written_as_it_is_shown() {
    let written = one_sheet(|sheet| {
        sheet.write(0, 0, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"))?;
        Ok(())
    });
    assert_eq!(written, "#DIV/0!");
}

#[test]
fn the_usual_sheet_is_the_first_table_that_users_see() {
    let mut workbook = xlsx(|writer| {
        writer.add_worksheet().set_name("Vide")?;
        writer.add_worksheet().set_name("Masquée")?.set_hidden(true).write(0, 0, 1)?.write(1, 1, 1)?;
        writer.add_worksheet().set_name("Titre")?.write(0, 0, "Encours")?.write(5, 0, "clients")?;
        writer.add_worksheet().set_name("Données")?.write(3, 2, "mois")?.write(4, 3, 1)?;
        Ok(())
    });
    assert_eq!(workbook.names(), ["Vide", "Titre", "Données", "Masquée"]);
    assert_eq!(workbook.usual(), 2);
    assert_eq!(text(&mut workbook, 2), "\n\n\n\t\tmois\n\t\t\t1");
    assert_eq!(text(&mut workbook, 3), "1\n\t1");
    assert!(matches!(workbook.text(4), Err(Error::OutOfRange { field: "sheet", .. })));
}

#[test]
fn a_stray_cell_far_away_costs_no_memory() {
    let written = one_sheet(|sheet| {
        sheet.write(0, 0, "mois")?.write(1_048_575, 16_383, "x")?;
        Ok(())
    });
    assert_eq!(written.len(), "mois".len() + 1_048_575 + 16_383 + "x".len());
}

#[test]
fn rows_keep_their_numbers_and_blank_ones_around_a_table_are_passed_over() {
    let mut workbook = xlsx(|writer| {
        let sheet = writer.add_worksheet();
        sheet.write(2, 1, "Balance au 30 novembre")?;
        sheet.write(4, 1, "mois")?.write(4, 2, "CA TTC")?.write(4, 3, "encours")?;
        for (row, month, sales) in [(5, "2025-09", 4000), (6, "2025-10", 2600), (7, "2025-11", 6400)] {
            sheet.write(row, 1, month)?.write(row, 2, sales)?;
        }
        sheet.write(7, 3, 10_000)?.write(8, 1, "décembre ?")?.write(8, 2, 1)?;
        Ok(())
    });
    let written = text(&mut workbook, 0);
    let (loaded, dataset) = Dataset::load(written.as_bytes(), &Workbook::reading(ImportOptions::default()));
    assert_eq!(loaded.source.header_line, Some(5));
    let rejected = loaded.issues.iter().find(|issue| issue.line == Some(9));
    assert!(rejected.is_some(), "{:?}", loaded.issues);
    let report = dataset.expect("figures").report(&ReportRequest::default()).expect("a report");
    assert_eq!(report.figures.roll_back_dso.map(|figure| figure.days), Some(dec!(68.5)));
}

#[test]
fn an_ods_reads_alike() {
    let mut workbook = Workbook::open(ODS).expect("a workbook");
    assert_eq!(workbook.names(), ["Notes", "Encours"]);
    let usual = workbook.usual();
    let written = text(&mut workbook, usual);
    assert_eq!(
        written,
        "\n\
         mois\tCA TTC\tencours clients\n\
         2025-09-30\t4000\t\n\
         2025-10-31\t2600.1250\t\n\
         2025-11-30 08:30:00\t6400\t10000"
    );
    let (loaded, _) = Dataset::load(written.as_bytes(), &Workbook::reading(ImportOptions::default()));
    assert_eq!(loaded.source.kind, Some(Kind::Series));
    assert_eq!((loaded.source.rows.accepted, loaded.source.rows.rejected), (3, 0));
}

#[test]
fn an_xls_reads_alike() {
    let mut workbook = Workbook::open(XLS).expect("a workbook");
    assert_eq!(workbook.names(), ["Notes", "Encours"]);
    assert_eq!(workbook.usual(), 1);
    assert_eq!(
        text(&mut workbook, 1),
        "\n\
         mois\tCA TTC\tencours clients\n\
         2025-09-30\t4000\t\n\
         2025-10-31\t2600.1250\t\n\
         2025-11-30\t6400\t10000"
    );
}

#[test]
fn what_is_no_workbook_is_refused() {
    assert_eq!(Workbook::open(ENCRYPTED).err(), Some(Error::EncryptedWorkbook));
    for bytes in [&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"mois;encours"] {
        assert_eq!(Workbook::open(bytes).err(), Some(Error::NotAWorkbook));
    }
    // Cut anywhere, a workbook is damaged, and nothing worse.
    for length in (0..ODS.len()).step_by(7) {
        let cut = ODS.get(..length).unwrap_or_default();
        assert_eq!(Workbook::open(cut).err(), Some(Error::NotAWorkbook));
    }
}
