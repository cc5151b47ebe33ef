//! Rows with a cell too many: a delimiter inside a text, which must never shift an amount.

use super::blocks::Block;
use super::profile::Profile;
use super::roles::ColumnType;
use super::sheet::{Cell, Row, Sheet, Writing};

/// The place at which `extra` + 1 neighbours are joined so that the cells fit the columns best.
#[must_use]
pub fn best_join(cells: &[&str], extra: usize, types: &[ColumnType], writing: Writing) -> usize {
    let fit = |place: usize| -> i32 {
        let joined = cells.get(place..=place + extra).unwrap_or_default().join(" ");
        let before = cells.get(..place).unwrap_or_default();
        let after = cells.get(place + extra + 1..).unwrap_or_default();
        let all = before.iter().copied().chain([joined.as_str()]).chain(after.iter().copied());
        // What was cut by a delimiter inside it is a text, not a number or a day; empty cells may follow anything.
        let may_be_cut = matches!(types.get(place), Some(ColumnType::Text | ColumnType::Empty))
            || joins_nothing(cells, place, extra);
        all.zip(types).map(|(text, kind)| fits(text, *kind, writing)).sum::<i32>() - if may_be_cut { 0 } else { 20 }
    };
    // The first of equals, as texts stand before amounts.
    (0..types.len()).rev().max_by_key(|place| fit(*place)).unwrap_or(0)
}

/// Are neighbours empty but for one of them, so that nothing is changed by joining them?
#[must_use]
pub fn joins_nothing(cells: &[&str], place: usize, extra: usize) -> bool {
    cells.get(place..=place + extra).unwrap_or_default().iter().filter(|cell| !cell.trim().is_empty()).count() <= 1
}

fn fits(text: &str, kind: ColumnType, writing: Writing) -> i32 {
    let cell = Cell::of(text, writing);
    if cell.is_blank {
        return 5;
    }
    match kind {
        ColumnType::Number | ColumnType::Integer if cell.number.is_some() => 10,
        ColumnType::Date if cell.date.is_some() => 10,
        ColumnType::Month if cell.month.is_some() => 10,
        ColumnType::Text if cell.number.is_none() => 10,
        ColumnType::Text => 3,
        _ => -10,
    }
}

/// Joins the surplus cells of the few rows that have some; how many rows, and how many rows have more cells than
/// headings all the same.
pub fn join_all(sheet: &mut Sheet, block: &Block, usual_width: usize) -> (usize, usize) {
    let width = block.headings.len();
    let is_side = block.columns.start > 0 || block.columns.end < sheet.width();
    // Where rows have as many cells as there are headings, one more is one too many even if the last of them is empty.
    let is_usual = usual_width == width;
    let is_long = |row: &Row| row.cells.iter().skip(width).any(|cell| is_usual || !cell.is_blank);
    let long: Vec<usize> =
        block.rows.iter().copied().filter(|place| sheet.rows.get(*place).is_some_and(is_long)).collect();
    if long.is_empty() || is_side || width == 0 || block.heading_rows.is_empty() && !has_names(block) {
        return (0, 0);
    }
    // Where most rows have more cells than there are headings, the headings are not those of the rows.
    let most = if usual_width > width { 3 } else { 5 };
    if long.len() * 10 > block.rows.len() * most && (long.len() > 1 || usual_width > width) {
        return (0, long.len());
    }
    let others: Vec<&Row> =
        block.rows.iter().filter_map(|place| sheet.rows.get(*place)).filter(|row| !is_long(row)).collect();
    let types: Vec<ColumnType> = block
        .headings
        .iter()
        .enumerate()
        .map(|(column, heading)| Profile::of(column, heading, others.iter().copied(), sheet.writing).kind)
        .collect();
    let writing = sheet.writing;
    for place in &long {
        let Some(row) = sheet.rows.get_mut(*place) else { continue };
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        let last = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        let filled = if is_usual { cells.len() } else { last };
        let cells = cells.get(..filled.max(width)).unwrap_or_default();
        let extra = cells.len().saturating_sub(width);
        let at = best_join(cells, extra, &types, writing);
        let joined = cells.get(at..=at + extra).unwrap_or_default().join(" ");
        let before = cells.get(..at).unwrap_or_default().iter().copied();
        let after = cells.get(at + extra + 1..).unwrap_or_default().iter().copied();
        let texts: Vec<String> =
            before.map(str::to_owned).chain([joined.clone()]).chain(after.map(str::to_owned)).collect();
        row.cells = texts.iter().map(|text| Cell::of(text, writing)).collect();
    }
    (long.len(), 0)
}

fn has_names(block: &Block) -> bool {
    block.headings.iter().any(|heading| !heading.is_empty())
}
