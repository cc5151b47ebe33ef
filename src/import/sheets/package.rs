//! What XLSX and XLSB have in common: parts that name each other by relationships.

use std::collections::HashMap;

use super::archive::Archive;
use super::limits::PARTS;
use super::xml::{Piece, Xml};
use crate::error::Error;

/// What a part relates to: by their names in that part, kinds and places of other parts.
#[derive(Debug, Default)]
pub struct Relations(HashMap<String, Relation>);

/// Another part, or an address outside of the file.
#[derive(Debug)]
struct Relation {
    /// The last word of its kind.
    kind: String,
    part: String,
}

impl Relations {
    /// Those of a part; none where nothing is said of them.
    ///
    /// # Errors
    ///
    /// [`Error::NotAWorkbook`] and [`Error::WorkbookTooLarge`], as parts are read.
    pub fn of(archive: &Archive, part: &str) -> Result<Self, Error> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let path = format!("{folder}{slash}_rels/{file}.rels");
        let mut relations = Self::default();
        if !archive.has(&path) {
            return Ok(relations);
        }
        let mut xml = Xml::open(archive, &path)?;
        loop {
            match xml.next()? {
                Piece::Start(tag) if tag.name() == "Relationship" => {
                    let [id, kind, target] = ["Id", "Type", "Target"].map(|name| tag.attribute(name));
                    let (Some(id), Some(target)) = (id, target) else { continue };
                    let kind = kind.unwrap_or_default();
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    relations.0.insert(id, Relation { kind, part: resolved(folder, &target) });
                }
                Piece::Over => return Ok(relations),
                _ => {}
            }
            if relations.0.len() > PARTS {
                return Err(Error::WorkbookTooLarge);
            }
        }
    }

    /// The part of a kind.
    pub fn of_kind(&self, kind: &str) -> Option<&str> {
        let mut found: Vec<&str> =
            self.0.values().filter(|relation| relation.kind == kind).map(|relation| relation.part.as_str()).collect();
        found.sort_unstable();
        found.first().copied()
    }

    /// The part of a kind that is in the archive, where it usually stands if nothing names it.
    pub fn part<'a>(&'a self, archive: &Archive, kind: &str, usual: &'a str) -> Option<&'a str> {
        Some(self.of_kind(kind).unwrap_or(usual)).filter(|part| archive.has(part))
    }

    /// The worksheet that is named so; no sheet of another kind.
    pub fn worksheet(&self, id: &str) -> Option<&str> {
        self.0.get(id).filter(|relation| relation.kind == "worksheet").map(|relation| relation.part.as_str())
    }
}

/// The part of an archive that holds the workbook; `None` if there is none.
pub fn workbook(archive: &Archive) -> Option<String> {
    let named = Relations::of(archive, "").ok().and_then(|root| root.of_kind("officeDocument").map(str::to_owned));
    let usual = ["xl/workbook.xml", "xl/workbook.bin"].map(str::to_owned);
    let is_workbook = |part: &String| !part.starts_with("word/") && !part.starts_with("ppt/");
    named.into_iter().filter(is_workbook).chain(usual).find(|part| archive.has(part))
}

/// A path seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            "." | "" => {}
            _ => path.push(step),
        }
    }
    path.join("/")
}
