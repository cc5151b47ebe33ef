//! Workbooks, read as the text of their sheets.
#![cfg(all(feature = "sheets", not(target_arch = "wasm32")))]

use std::io::Write as _;

use encours::data::Dataset;
use encours::error::Error;
use encours::import::sheets::{UnsavedFormulas, Workbook};
use encours::import::source::{ImportOptions, Kind};
use encours::report::{ReportRequest, report};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rust_decimal::dec;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer, Worksheet, XlsxError};

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
    let report = report(&dataset.expect("figures"), &ReportRequest::default()).expect("a report");
    assert_eq!(report.receivables.total, Some(dec!(6)));
    assert_eq!(report.months.first().and_then(|month| month.sales_incl_tax), Some(dec!(12.345)));
    assert_eq!(report.months.last().and_then(|month| month.sales_incl_tax), Some(dec!(12.345)));
}

#[test]
fn an_error_is_written_as_it_is_shown() {
    let written = one_sheet(|sheet| {
        sheet.write(0, 0, Formula::new("=1/0").set_result("#DIV/0!"))?;
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
    // It stands in the last column that is read.
    assert_eq!(written.len(), "mois".len() + 1_048_575 + 255 + "x".len());
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
    let report = report(&dataset.expect("figures"), &ReportRequest::default()).expect("a report");
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
         2025-09-30\t4000 EUR\t\n\
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
         2025-09-30\t4000 EUR\t\n\
         2025-10-31\t2600.1250 EUR\t\n\
         2025-11-30\t6400 EUR\t10000 EUR"
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

#[test]
fn a_text_or_a_page_named_as_a_workbook_is_none() {
    for head in ["<html><table>", "<!DOCTYPE html>", "mois\tencours\n", "\u{feff}<?xml version=\"1.0\"?>", "PK1;12"] {
        assert!(!Workbook::is_likely(head.as_bytes()), "{head}");
    }
}

#[test]
fn percent_and_currency_of_a_format_stand_behind_the_number() {
    let written = one_sheet(|sheet| {
        let format = |code: &str| Format::new().set_num_format(code);
        sheet.write(0, 0, "taux")?.write(0, 1, "montant")?;
        for (row, percent, code, amount) in [
            (1, "0%", "# ##0,00 [$€-40C]", 1200.5),
            (2, "0.0%", "\"$\"#,##0", 300.0),
            (3, "0.00%;[Red]-0.00%", "[$USD] #,##0.00", -40.25),
            (4, "0.0", "[$¥-411]#,##0", 90_000.0),
            (5, "General", "#,##0.00", 7.0),
        ] {
            sheet.write_with_format(row, 0, 0.125, &format(percent))?;
            sheet.write_with_format(row, 1, amount, &format(code))?;
        }
        sheet.write(6, 0, "5,5 %")?.write(6, 1, "1.400")?;
        Ok(())
    });
    assert_eq!(
        written,
        "taux\tmontant\n12.5%\t1200.5 EUR\n12.5%\t300 USD\n12.5%\t-40.25 USD\n0.1250\t90000 JPY\n0.1250\t7\n5,5 %\t1.400"
    );
}

#[test]
fn hidden_rows_are_told_and_hidden_columns_read() {
    let mut workbook = xlsx(|writer| {
        let sheet = writer.add_worksheet();
        for row in 0..6 {
            sheet.write(row, 0, "F")?.write(row, 1, row)?;
        }
        sheet.set_row_hidden(2)?.set_row_hidden(4)?.set_row_hidden(9)?.set_column_hidden(1)?;
        writer.add_worksheet().write(0, 0, 1)?;
        Ok(())
    });
    assert_eq!(workbook.hidden_lines(0), [3, 5]);
    assert_eq!(text(&mut workbook, 0), "F\t0\nF\t1\nF\t2\nF\t3\nF\t4\nF\t5");
    assert_eq!((workbook.hidden_lines(1), workbook.hidden_lines(2)), (vec![], vec![]));
    assert_eq!(workbook.take_text(0).expect("a sheet"), text(&mut workbook, 0).into_bytes());
}

#[test]
fn formulas_without_results_are_counted() {
    let cells = "<row r=\"2\"><c r=\"B2\"><f>A2*2</f><v/></c><c r=\"C2\"><v>4</v></c></row>\
                 <row r=\"3\"><c r=\"A3\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B3\"><f t=\"shared\" si=\"0\"/></c></row>";
    let mut workbook = Workbook::open(&made_xlsx("", cells)).expect("a workbook");
    assert_eq!(text(&mut workbook, 0), "\n\t\t4");
    assert_eq!(workbook.unsaved_formulas(0), Some(UnsavedFormulas { count: 2, line: 2, column: 2 }));
}

#[test]
fn zeros_of_formulas_that_were_never_calculated_are_no_results() {
    let sheet = |result: &str| {
        xlsx(|writer| {
            let sheet = writer.add_worksheet();
            sheet.write(0, 0, "a")?.write(0, 1, "b")?;
            sheet.write(1, 0, Formula::new("=1+1"))?.write(1, 1, Formula::new("=2+2").set_result(result))?;
            Ok(())
        })
    };
    let mut never = sheet("0");
    assert_eq!(text(&mut never, 0), "a\tb");
    assert_eq!(never.unsaved_formulas(0), Some(UnsavedFormulas { count: 2, line: 2, column: 1 }));
    let mut calculated = sheet("4");
    assert_eq!(text(&mut calculated, 0), "a\tb\n0\t4");
    assert_eq!(calculated.unsaved_formulas(0), None);
}

#[test]
fn every_sheet_with_data_is_found_and_a_cover_passed_over() {
    let mut workbook = xlsx(|writer| {
        let cover = writer.add_worksheet().set_name("Sommaire")?;
        for (row, (name, value)) in
            [("Société", "Lumen"), ("Date", "31/12/2025"), ("Auteur", "Compta")].into_iter().enumerate()
        {
            let row = row.try_into().expect("few rows");
            cover.write(row, 0, name)?.write(row, 1, value)?;
        }
        for month in ["Octobre", "Novembre"] {
            let sheet = writer.add_worksheet().set_name(month)?;
            sheet.write(0, 0, "Numéro")?.write(0, 1, "Client")?.write(0, 2, "Montant")?;
            sheet.write(1, 0, "F1")?.write(1, 1, "A")?.write(1, 2, 12)?;
        }
        let sheet = writer.add_worksheet().set_name("Série")?;
        for row in 0..4 {
            sheet.write(row, 0, "mois")?.write(row, 1, row)?;
        }
        Ok(())
    });
    assert_eq!(workbook.tables(), [1, 2, 3]);
    // The first whose rows are those of a table for sure.
    assert_eq!(workbook.usual(), 3);
    let mut cover = xlsx(|writer| {
        let sheet = writer.add_worksheet();
        sheet.write(0, 0, "a")?.write(0, 1, "b")?.write(1, 0, "c")?.write(1, 1, "d")?;
        Ok(())
    });
    assert_eq!((cover.tables(), cover.usual()), (vec![0], 0));
}

#[test]
fn equal_rows_at_the_end_are_equal_lines() {
    let written = one_sheet(|sheet| {
        sheet.write(0, 0, "client")?.write(0, 1, "dû")?.write(0, 2, "réglé le")?;
        for row in 1..3 {
            sheet.write(row, 0, "C")?.write(row, 1, 10)?;
        }
        Ok(())
    });
    assert_eq!(written, "client\tdû\tréglé le\nC\t10\t\nC\t10\t");
}

#[test]
fn cells_in_any_order_are_put_in_order() {
    let cells = "<row r=\"3\" hidden=\"1\"><c r=\"B3\"><v>6</v></c><c r=\"A3\"><v>5</v></c></row>\
                 <row r=\"1\" hidden=\"1\"><c r=\"B1\"><v>2</v></c><c r=\"B1\"><v>9</v></c></row><row><c><v>3</v></c></row>";
    let mut workbook = Workbook::open(&made_xlsx("", cells)).expect("a workbook");
    assert_eq!(text(&mut workbook, 0), "\t2\n3\t\n5\t6");
    assert_eq!(workbook.hidden_lines(0), [1, 3]);
}

#[test]
fn what_lies_beyond_the_edge_of_a_sheet_is_refused() {
    for cells in [
        "<row r=\"4294967295\"><c><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1048577\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        "<row r=\"99999999999999999999\"><c><v>1</v></c></row>",
    ] {
        let mut workbook = Workbook::open(&made_xlsx("", cells)).expect("a workbook");
        assert_eq!((workbook.usual(), workbook.tables()), (0, vec![]));
        assert_eq!(workbook.text(0).err(), Some(Error::WorkbookTooLarge), "{cells}");
    }
}

#[test]
fn text_is_bounded_however_small_the_file_is() {
    // One text of a megabyte, shown 300 times, is more than a sheet may hold.
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(300);
    let mut workbook = Workbook::open(&made_xlsx(&shared, &cells)).expect("a workbook");
    assert_eq!(workbook.text(0).err(), Some(Error::WorkbookTooLarge));
    let few = "<row><c t=\"s\"><v>0</v></c></row>".repeat(2);
    let mut workbook = Workbook::open(&made_xlsx(&shared, &few)).expect("a workbook");
    assert_eq!(text(&mut workbook, 0).len(), 2 * (1 << 20) + 1);
    // A text that is longer than a line may be is taken nowhere.
    let long = "x".repeat((1 << 20) + 1);
    let shared = format!("<sst><si><t>{long}</t></si></sst>");
    assert_eq!(Workbook::open(&made_xlsx(&shared, "")).err(), Some(Error::WorkbookTooLarge));
    let inline = format!("<row><c t=\"inlineStr\"><is><t>{long}</t></is></c></row>");
    let mut workbook = Workbook::open(&made_xlsx("", &inline)).expect("a workbook");
    assert_eq!(workbook.text(0).err(), Some(Error::WorkbookTooLarge));
    // Neither is a tag that does not end.
    let mut workbook =
        Workbook::open(&made_xlsx("", &format!("<row r=\"{}", "1".repeat(3 << 20)))).expect("a workbook");
    assert_eq!(workbook.text(0).err(), Some(Error::WorkbookTooLarge));
}

#[test]
fn parts_are_held_to_what_they_declare() {
    let cells = "<row><c><v>1</v></c></row>".repeat(2_000);
    let parts = xlsx_parts("", &cells);
    let sheet = parts.iter().position(|(name, _)| name.ends_with("sheet1.xml")).expect("a sheet");
    let declaring = |inflated: u32| {
        let parts = parts.iter().enumerate().map(|(place, (name, data))| {
            let declared = if place == sheet { inflated } else { size(data) };
            (name.as_str(), data.as_bytes(), declared)
        });
        zip(parts)
    };
    let whole = size(parts.get(sheet).map_or("", |(_, data)| data));
    assert!(Workbook::open(&declaring(whole)).expect("a workbook").text(0).is_ok());
    for lie in [0, 100, whole - 1, whole + 1] {
        let mut workbook = Workbook::open(&declaring(lie)).expect("a workbook");
        assert_eq!(workbook.text(0).err(), Some(Error::NotAWorkbook), "{lie}");
    }
    for bomb in [65 << 20, u32::MAX] {
        assert_eq!(Workbook::open(&declaring(bomb)).err(), Some(Error::WorkbookTooLarge), "{bomb}");
    }
    // What was damaged on the way is told from its sum.
    let mut damaged = declaring(whole);
    let first = damaged.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("a directory");
    if let Some(byte) = damaged.get_mut(first - 6) {
        *byte ^= 0x55;
    }
    assert!(Workbook::open(&damaged).and_then(|mut workbook| workbook.text(0).map(<[u8]>::len)).is_err());
}

#[test]
fn an_archive_of_other_files_is_told_apart() {
    let fec = zip([("123456789FEC20251231.txt", &b"JournalCode|JournalLib"[..], 22)]);
    assert_eq!(Workbook::open(&fec).err(), Some(Error::ZipWithoutWorkbook));
    assert!(Error::ZipWithoutWorkbook.to_string().contains("ZIP"));
    let text = zip([("mimetype", &b"application/vnd.oasis.opendocument.text"[..], 39), ("content.xml", b"<a/>", 4)]);
    assert_eq!(Workbook::open(&text).err(), Some(Error::ZipWithoutWorkbook));
}

#[test]
fn an_ods_is_read_as_it_is_meant() {
    let content = r#"<office:document-content><office:automatic-styles><style:style style:name="ta2"><style:table-properties
        table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>
        <table:tracked-changes><table:table-cell><text:p>avant</text:p></table:table-cell></table:tracked-changes>
        <table:table table:name="Cachée" table:style-name="ta2"/>
        <table:table table:name="Encours">
        <table:table-row><table:table-cell><text:p>taux <text:span>de</text:span><text:s text:c="2"/>TVA</text:p><office:annotation>
        <text:p>note</text:p></office:annotation></table:table-cell><table:table-cell table:number-columns-repeated="2">
        <text:p>m</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2" table:visibility="filter">
        <table:table-cell office:value-type="percentage" office:value="0.2"/>
        <table:table-cell office:value-type="currency" office:currency="EUR" office:value="12.5"/>
        <table:table-cell table:formula="of:=1"/><table:table-cell table:number-columns-repeated="16380"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"/>
        <table:table-row><table:table-cell/><table:table-cell office:value-type="float" office:value="7"/></table:table-row>
        <table:table-row table:number-rows-repeated="99999999"/>
        </table:table></office:spreadsheet></office:body></office:document-content>"#;
    let mut workbook = Workbook::open(&ods(content)).expect("a workbook");
    assert_eq!(workbook.names(), ["Encours", "Cachée"]);
    assert_eq!(workbook.usual(), 0);
    let written = text(&mut workbook, 0);
    assert_eq!(written.lines().count(), 1_048_574);
    assert!(written.starts_with("taux de  TVA\tm\tm\n20%\t12.5 EUR\t\n20%\t12.5 EUR\t\n\n"), "{:?}", written.get(..80));
    assert!(written.ends_with("\n\t7\t"));
    assert_eq!(workbook.hidden_lines(0), [2, 3]);
    assert_eq!(workbook.unsaved_formulas(0), Some(UnsavedFormulas { count: 2, line: 2, column: 3 }));
}

#[test]
fn cells_of_an_ods_that_are_repeated_without_end_are_refused() {
    let table = |rows: &str, columns: &str| {
        ods(&format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">\
             <table:table-row table:number-rows-repeated=\"{rows}\">\
             <table:table-cell table:number-columns-repeated=\"{columns}\"><text:p>{}</text:p></table:table-cell>\
             </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
            "x".repeat(9_999)
        ))
    };
    for (rows, columns) in [("1048577", "1"), ("1", "16385"), ("1048576", "16384"), ("99999999999999999999", "1")] {
        let mut workbook = Workbook::open(&table(rows, columns)).expect("a workbook");
        workbook.tables();
        assert_eq!(workbook.text(0).err(), Some(Error::WorkbookTooLarge), "{rows} × {columns}");
    }
    let mut workbook = Workbook::open(&table("3", "2")).expect("a workbook");
    assert_eq!(text(&mut workbook, 0).len(), 3 * 20_000 - 1);
}

#[test]
fn an_xls_is_read_cell_by_cell() {
    let globals =
        [record(0x41E, &[&164_u16.to_le_bytes()[..], &[2, 0, 0], b"0%"].concat()), style(0), style(164)].concat();
    let mut cells = vec![
        // The second row is hidden.
        record(0x208, &[1, 0, 0, 0, 3, 0, 0, 1, 0, 0, 0, 0, 0x20, 0, 0, 0]),
        record(0x204, &[&place(0, 0, 0)[..], &[2, 0, 0, b't', 0xE9]].concat()),
        record(0xBD, &[&[1, 0, 0, 0][..], &packed(0, 1250, true), &packed(1, 20, true), &[1, 0]].concat()),
        record(0x06, &[&place(1, 2, 0)[..], &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF], &[0; 8]].concat()),
        record(0x207, &[1, 0, 1, 0x42, 0x20]),
        // A chart has cells of its own.
        record(0x809, &[0, 6, 0x20, 0]),
        record(0x203, &[&place(0, 0, 0)[..], &9.0_f64.to_le_bytes()].concat()),
        record(0x0A, &[]),
        record(0x205, &[&place(2, 0, 0)[..], &[0x17, 1]].concat()),
        record(0x203, &[&place(65_535, 255, 0)[..], &1.5_f64.to_le_bytes()].concat()),
    ];
    let mut workbook = Workbook::open(&xls(&globals, &cells.concat())).expect("a workbook");
    let written = text(&mut workbook, 0);
    let start = "té\n12.5\t20%\t\u{2042}\n#REF!\t\t\n\n";
    assert_eq!(written.get(..start.len()), Some(start));
    assert_eq!(written.len(), start.len() + 65_531 + 255 + "1.5".len());
    assert_eq!(workbook.hidden_lines(0), [2]);
    // Cut or garbled anywhere, it is damaged, and nothing worse.
    cells.pop();
    let bytes = xls(&globals, &cells.concat());
    for length in (0..bytes.len()).step_by(97) {
        let _ = Workbook::open(bytes.get(..length).unwrap_or_default()).map(|mut workbook| workbook.usual());
    }
    for place in 0..bytes.len() {
        let mut garbled = bytes.clone();
        if let Some(byte) = garbled.get_mut(place) {
            *byte = if *byte == 0xFF { 0 } else { 0xFF };
        }
        let _ = Workbook::open(&garbled).map(|mut workbook| workbook.text(0).map(<[u8]>::len));
    }
}

#[test]
fn an_ole_header_before_nothing_is_no_workbook() {
    let header = xls(&[], &[]).get(..512).unwrap_or_default().to_vec();
    let zeros = [header.as_slice(), &[0; 4096]].concat();
    assert_eq!(Workbook::open(&zeros).err(), Some(Error::NotAWorkbook));
    assert_eq!(Workbook::open(&header).err(), Some(Error::NotAWorkbook));
}

#[test]
fn an_xlsb_is_read_cell_by_cell() {
    let wide = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&u32::try_from(units.len() / 2).expect("short").to_le_bytes()[..], &units].concat()
    };
    let cell = |column: u32, style: u32| [column.to_le_bytes(), style.to_le_bytes()].concat();
    let row = |row: u32, flags: u8| [&row.to_le_bytes()[..], &[0; 7], &[flags, 0]].concat();
    let sheet = [
        binary(0, &row(0, 0)),
        binary(7, &[cell(0, 0), vec![0; 4]].concat()),
        binary(6, &[cell(1, 0), wide("b")].concat()),
        binary(0, &row(2, 0x10)),
        binary(2, &[cell(0, 1), packed(0, 20, true).get(2..).unwrap_or_default().to_vec()].concat()),
        binary(9, &[cell(1, 0), 1.5_f64.to_le_bytes().to_vec()].concat()),
        // A short one stands behind the one before.
        binary(16, &[&[0; 4][..], &2.5_f64.to_le_bytes()].concat()),
        binary(146, &[]),
    ];
    let styles = [
        binary(44, &[&164_u16.to_le_bytes()[..], &wide("0%")].concat()),
        binary(617, &[]),
        binary(47, &[0; 4]),
        binary(47, &[0, 0, 164, 0]),
    ];
    let relation = |id: &str, kind: &str, part: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://a/relationships/{kind}\" Target=\"{part}\"/>")
    };
    let relations = format!(
        "<Relationships>{}{}{}</Relationships>",
        relation("r1", "worksheet", "/xl/worksheets/sheet1.bin"),
        relation("r2", "styles", "styles.bin"),
        relation("r3", "sharedStrings", "../xl/sharedStrings.bin")
    );
    let parts = [
        ("xl/workbook.bin", binary(156, &[vec![0; 8], wide("r1"), wide("Feuille")].concat())),
        ("xl/_rels/workbook.bin.rels", relations.into_bytes()),
        ("xl/worksheets/sheet1.bin", sheet.concat()),
        ("xl/styles.bin", styles.concat()),
        ("xl/sharedStrings.bin", binary(19, &[vec![0], wide("é a")].concat())),
    ];
    let bytes =
        zip(parts.iter().map(|(name, data)| (*name, data.as_slice(), u32::try_from(data.len()).expect("small"))));
    let mut workbook = Workbook::open(&bytes).expect("a workbook");
    assert_eq!(workbook.names(), ["Feuille"]);
    assert_eq!(text(&mut workbook, 0), "é a\tb\n\n20%\t1.5\t2.5");
    assert_eq!(workbook.hidden_lines(0), [3]);
}

/// A ZIP archive of parts, each with its name, its data, and the size that the directory declares.
fn zip<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8], u32)>) -> Vec<u8> {
    let (mut bytes, mut directory, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for (name, data, declared) in parts {
        let mut crc = flate2::Crc::new();
        crc.update(data);
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(data).expect("deflated");
        let packed = encoder.finish().expect("deflated");
        let sizes = [crc.sum(), u32::try_from(packed.len()).expect("small"), declared].map(u32::to_le_bytes).concat();
        let length = u16::try_from(name.len()).expect("short").to_le_bytes();
        let common = [&[20, 0, 0, 0, 8, 0, 0, 0, 0, 0][..], &sizes, &length, &[0, 0]].concat();
        let header = u32::try_from(bytes.len()).expect("small").to_le_bytes();
        directory.extend([b"PK\x01\x02\x14\x00", &common[..], &[0; 10], &header, name.as_bytes()].concat());
        bytes.extend([b"PK\x03\x04", &common[..], name.as_bytes(), &packed].concat());
        count += 1;
    }
    let ends = [directory.len(), bytes.len()].map(|size| u32::try_from(size).expect("small").to_le_bytes()).concat();
    let counts = [count.to_le_bytes(), count.to_le_bytes()].concat();
    [bytes, directory, [b"PK\x05\x06\x00\x00\x00\x00", &counts[..], &ends, &[0, 0]].concat()].concat()
}

fn size(text: &str) -> u32 {
    u32::try_from(text.len()).expect("small")
}

/// The parts of a workbook whose only sheet has these rows.
fn xlsx_parts(shared: &str, rows: &str) -> Vec<(String, String)> {
    let relation = |id: &str, kind: &str, part: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://a/relationships/{kind}\" Target=\"{part}\"/>")
    };
    let relations = [relation("r1", "worksheet", "sheet1.xml"), relation("r2", "sharedStrings", "sharedStrings.xml")];
    [
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>".into(),
        ),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{}</Relationships>", relations.concat())),
        ("xl/sheet1.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", if shared.is_empty() { "<sst/>".to_owned() } else { shared.to_owned() }),
    ]
    .map(|(name, data): (&str, String)| (name.to_owned(), data))
    .to_vec()
}

fn made_xlsx(shared: &str, rows: &str) -> Vec<u8> {
    zip(xlsx_parts(shared, rows).iter().map(|(name, data)| (name.as_str(), data.as_bytes(), size(data))))
}

fn ods(content: &str) -> Vec<u8> {
    zip([("content.xml", content.as_bytes(), size(content))])
}

/// A record of an XLS.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("short");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A record of an XLSB.
fn binary(kind: u16, data: &[u8]) -> Vec<u8> {
    let [low, high] = kind.to_le_bytes();
    let kind = if kind < 0x80 { vec![low] } else { vec![low | 0x80, (high << 1) | (low >> 7)] };
    let length = u8::try_from(data.len()).expect("short");
    assert!(length < 0x80, "short");
    [&kind[..], &[length], data].concat()
}

/// Row, column and style of a cell.
fn place(row: u16, column: u16, style: u16) -> Vec<u8> {
    [row, column, style].map(u16::to_le_bytes).concat()
}

/// Style and value of a whole number, or one of hundredths.
fn packed(style: u16, number: i32, is_hundredths: bool) -> Vec<u8> {
    let bits = (number << 2) | 2 | i32::from(is_hundredths);
    [&style.to_le_bytes()[..], &bits.to_le_bytes()].concat()
}

/// A style of an XLS with a number format.
fn style(format: u16) -> Vec<u8> {
    record(0xE0, &[&[0, 0][..], &format.to_le_bytes(), &[0; 16]].concat())
}

/// A compound file with the stream of a workbook that has one sheet.
fn xls(globals: &[u8], cells: &[u8]) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    let begin = |kind: u8| record(0x809, &[0, 6, kind, 0]);
    let sheet = |start: u32| record(0x85, &[&start.to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat());
    let start = [begin(5), globals.to_vec(), sheet(0), record(0x0A, &[])].concat().len();
    let start = sheet(u32::try_from(start).expect("small"));
    let mut stream =
        [begin(5), globals.to_vec(), start, record(0x0A, &[]), begin(0x10), cells.to_vec(), record(0x0A, &[])].concat();
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = u32::try_from(stream.len() / 512).expect("small");
    let longs = |numbers: &[u32]| numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
    // The header, with the table of sectors in the first of them and the directory in the second.
    let mut header =
        [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 16], &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]].concat();
    header.resize(44, 0);
    header.extend(longs(&[1, 1, 0, 4096, END, 0, END, 0, 0]));
    header.resize(512, 0xFF);
    let mut table = vec![0xFFFF_FFFD, END];
    table.extend((3..2 + sectors).chain([END]));
    table.resize(128, FREE);
    let entry = |name: &str, kind: u8, start: u32, length: usize| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(66, 0);
        entry.push(kind);
        entry.resize(116, 0);
        entry.extend(longs(&[start, u32::try_from(length).expect("small"), 0]));
        entry
    };
    let mut directory = [entry("Root Entry", 5, END, 0), entry("Workbook", 2, 2, stream.len())].concat();
    directory.resize(512, 0);
    [header, longs(&table), directory, stream].concat()
}
