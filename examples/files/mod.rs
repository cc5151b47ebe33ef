//! Files on disk to a session.

use std::error::Error;
use std::fs;

use encours::data::Loaded;
use encours::import::sheets::Workbook;
use encours::import::source::ImportOptions;
use encours::import::{self, Imported};
use encours::session::Session;

/// A session about texts and workbooks, and what reading them found.
pub fn read(files: &[String], options: &ImportOptions) -> Result<(Session, Loaded), Box<dyn Error>> {
    let imported: Vec<Imported> = files.iter().map(|file| one(file, options)).collect::<Result<_, _>>()?;
    let mut session = Session::new();
    let loaded = session.keep(imported);
    Ok((session, loaded))
}

/// Reads a text, or the sheets of a workbook.
fn one(file: &str, options: &ImportOptions) -> Result<Imported, Box<dyn Error>> {
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    if !Workbook::is_likely(&bytes) {
        return Ok(import::read(&bytes, options));
    }
    Ok(Workbook::open(&bytes)?.import(None, options)?)
}
