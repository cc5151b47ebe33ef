//! The file of a workbook.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::sheet::{BookToWrite, CellToWrite, Look, SheetToWrite, ValueToWrite};
use crate::error::Error;

/// The most characters that a cell holds.
const MOST_CHARACTERS: usize = 32_767;

/// The colours of a printed page: it is read outside of the page, on white.
const ACCENT: Color = Color::RGB(0x000F_5C63);
const MUTED: Color = Color::RGB(0x005A_6664);
const LINE: Color = Color::RGB(0x009A_A5A2);
const INPUT: Color = Color::RGB(0x00EE_F5F4);

/// Writes a workbook as the bytes of an XLSX file.
///
/// # Errors
///
/// [`Error::BadRequest`] for what no spreadsheet opens: a name of a sheet that is too long or is there twice, more rows than it has.
///
/// # Examples
///
/// ```
/// # use chrono::NaiveDate;
/// use encours::export::{BookToWrite, write};
///
/// let as_of = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap_or_default();
/// assert!(write(&BookToWrite { as_of, sheets: Vec::new() })?.starts_with(b"PK"));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn write(book: &BookToWrite) -> Result<Vec<u8>, Error> {
    written(book).map_err(|error| Error::BadRequest { reason: error.to_string() })
}

fn written(book: &BookToWrite) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day(book.as_of)?));
    for sheet in &book.sheets {
        fill(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_buffer()
}

fn fill(worksheet: &mut Worksheet, sheet: &SheetToWrite) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    worksheet.set_freeze_panes(sheet.frozen_rows, 0)?;
    if sheet.frozen_rows > 0 {
        worksheet.set_repeat_rows(0, sheet.frozen_rows - 1)?;
    }
    worksheet.set_screen_gridlines(false);
    worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    for (column, width) in (0..).zip(&sheet.widths) {
        worksheet.set_column_width(column, *width)?;
    }
    for (row, cells) in (0..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            if let Some(cell) = cell {
                put(worksheet, (row, column), cell)?;
            }
        }
    }
    Ok(())
}

fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &CellToWrite) -> Result<(), XlsxError> {
    let format = format_of(cell);
    match &cell.value {
        ValueToWrite::Text(text) => {
            let text = plain(text);
            // What begins like a formula stays text even when it is typed again: as if an apostrophe stood before it.
            let format = if begins_like_a_formula(&text) { format.set_quote_prefix() } else { format };
            sheet.write_string_with_format(row, column, text, &format)?
        }
        ValueToWrite::Number(number) => sheet.write_number_with_format(row, column, nearest(*number), &format)?,
        ValueToWrite::Date(date) => sheet.write_datetime_with_format(row, column, &day(*date)?, &format)?,
        ValueToWrite::Formula(one) => {
            let formula = Formula::new(&one.formula).set_result(nearest(one.result).to_string());
            sheet.write_formula_with_format(row, column, formula, &format)?
        }
    };
    Ok(())
}

fn format_of(cell: &CellToWrite) -> Format {
    let format = Format::new().set_font_name("Arial").set_font_size(10);
    let format = match &cell.format {
        Some(shown) => format.set_num_format(shown),
        None => format,
    };
    match cell.look {
        Look::Title => format.set_bold().set_font_size(16),
        Look::Section => format.set_bold().set_font_size(12).set_font_color(ACCENT),
        Look::Head => headed(format),
        Look::NumberHead => headed(format).set_align(FormatAlign::Right),
        Look::Plain => format,
        Look::Input => format.set_background_color(INPUT).set_font_color(ACCENT),
        Look::Strong => format.set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(LINE),
        Look::Note => format.set_font_color(MUTED),
    }
}

fn headed(format: Format) -> Format {
    let format = format.set_bold().set_text_wrap().set_align(FormatAlign::Bottom);
    format.set_border_bottom(FormatBorder::Medium).set_border_bottom_color(ACCENT)
}

/// A number as files have it: the nearest of those with 53 binary digits. Nothing is computed with it.
fn nearest(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or_default()
}

fn day(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let [month, day] = [date.month(), date.day()].map(|part| u8::try_from(part).unwrap_or(1));
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or_default(), month, day)
}

/// What a cell can hold of a text: no more than its characters, and none that XML has not.
fn plain(text: &str) -> String {
    let allowed =
        |char: &char| matches!(*char, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(allowed).take(MOST_CHARACTERS).collect()
}

fn begins_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\n'])
}
