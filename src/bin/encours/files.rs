//! Files on disk to a session.

use std::error::Error;
use std::fs;

use encours::data::Loaded;
use encours::error::Error as EngineError;
use encours::import::document_facts::DocumentFacts;
use encours::import::einvoices::{Choices, Gathered, Reader};
use encours::import::sheets::Workbook;
use encours::import::source::ImportOptions;
use encours::import::{self, Imported};
use encours::session::Session;

/// A session about texts, workbooks and electronic invoices, and what reading them found.
pub fn read(files: &[String], options: &ImportOptions) -> Result<(Session, Loaded), Box<dyn Error>> {
    let mut documents = Reader::default();
    let mut imported: Vec<Imported> = Vec::new();
    for file in files {
        let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        if is_document(&bytes) {
            documents.file(name_of(file), &bytes);
        } else if !Workbook::is_likely(&bytes) {
            imported.push(import::read(&bytes, options));
        } else {
            match Workbook::open(&bytes) {
                Ok(mut workbook) => imported.push(workbook.import(None, options)?),
                Err(error) => {
                    // An archive of electronic invoices, whatever lies beside them.
                    let before = documents.documents().len();
                    if error == EngineError::ZipWithoutWorkbook {
                        documents.file(name_of(file), &bytes);
                    }
                    if documents.documents().len() == before {
                        return Err(error.into());
                    }
                }
            }
        }
    }
    if documents.files() > 0 {
        let tables = documents.take_tables();
        imported.extend(tables.iter().map(|(_, bytes)| import::read(bytes, options)));
        imported.splice(0..0, lists(&documents, options));
    }
    let mut session = Session::new();
    let loaded = session.keep(imported);
    Ok((session, loaded))
}

/// The name of a file without its folders.
pub fn name_of(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

/// What tells a table for a spreadsheet that is written as a page, or as XML, from an electronic invoice.
const TABLE_OF_PAGE: [&str; 9] = [
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<table",
    "<meta",
    "<style",
    "<?mso-application",
    "urn:schemas-microsoft-com:office:spreadsheet",
];

/// Is it an electronic invoice, alone or in a PDF? XML need not say that it is; in UTF-16 each character has a zero beside it.
fn is_document(bytes: &[u8]) -> bool {
    let head: String = bytes.iter().take(4096).filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
    let head =
        head.trim_start_matches(['\u{ff}', '\u{fe}', '\u{ef}', '\u{bb}', '\u{bf}']).trim_start().to_ascii_lowercase();
    let is_markup = |rest: &str| rest.starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '?' | '!'));
    head.starts_with("%pdf")
        || (head.strip_prefix('<').is_some_and(is_markup) && !TABLE_OF_PAGE.iter().any(|sign| head.contains(sign)))
}

/// The lists that documents come to: of sales with all that is known of them, of purchases, and of messages about
/// invoices that are not there.
fn lists(documents: &Reader, options: &ImportOptions) -> Vec<Imported> {
    let gathered = Gathered::of(documents, &Choices::default());
    let read = |text: &str, facts: DocumentFacts| {
        import::read(text.as_bytes(), &ImportOptions { documents: Some(facts), ..options.clone() })
    };
    let sales = if gathered.sales.is_empty() { String::new() } else { gathered.text() };
    let mut lists = vec![read(&sales, gathered.facts(documents))];
    if !gathered.purchases.is_empty() {
        lists.push(read(&gathered.purchases_text(), gathered.purchase_facts()));
    }
    if !gathered.messages.is_empty() {
        lists.push(import::read(gathered.messages_text().as_bytes(), options));
    }
    lists
}
