//! The sheets of one workbook, as one input.

use std::mem::{Discriminant, discriminant};

use super::{Data, Imported};
use crate::issue::{Issue, IssueCode};
use crate::order::Order;

/// Puts together what the sheets of a workbook gave, in their order: like tables are one, whatever the sheets they
/// stand on; a sheet that gives nothing is named, unless none gives anything.
///
/// The kind of rows that most sheets hold goes first, since it decides what the figures come from.
#[must_use]
pub fn together(sheets: Vec<Imported>) -> Option<Imported> {
    let (mut given, empty): (Vec<Imported>, Vec<Imported>) = sheets.into_iter().partition(gives);
    if given.is_empty() {
        return empty.into_iter().next();
    }
    let rows =
        |kind| given.iter().filter(|sheet| kind_of(sheet) == kind).map(|sheet| sheet.source.rows.accepted).sum::<u32>();
    let mut ranks: Vec<(u32, Option<Discriminant<Data>>)> =
        given.iter().map(|sheet| (rows(kind_of(sheet)), kind_of(sheet))).collect();
    ranks.order_by_key(|(rows, kind)| (kind.is_none(), std::cmp::Reverse(*rows)));
    ranks.dedup();
    given.order_by_key(|sheet| ranks.iter().position(|(_, kind)| *kind == kind_of(sheet)));
    let mut given = given.into_iter();
    let mut first = given.next()?;
    for mut sheet in given {
        let others = std::mem::take(&mut sheet.others);
        first.others.push(sheet);
        first.others.extend(others);
    }
    for sheet in empty {
        let name = sheet.source.sheet.unwrap_or_default();
        first.issues.push(Issue::new(IssueCode::TableNotRead).reading(&name));
    }
    Some(first)
}

/// Does a sheet give anything?
fn gives(sheet: &Imported) -> bool {
    sheet.data.is_some() || !sheet.payments.is_empty() || sheet.others.iter().any(gives)
}

/// What sort of data it gives; `None` for payments alone.
fn kind_of(sheet: &Imported) -> Option<Discriminant<Data>> {
    sheet.data.as_ref().map(discriminant)
}
