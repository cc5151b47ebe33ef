//! Where the tables of a text stand: titles, one or two rows of headings, rows below; tables one below or beside the
//! other.

use std::ops::Range;

use super::ages::Age;
use super::concepts::{self, Concept, Concepts};
use super::profile::Scale;
use super::sheet::{Cell, Row, Sheet};
use crate::import::words::normalize;

/// A table of the text.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The lines above its heading.
    pub titles: Vec<String>,
    /// The heading of each column; empty where there is none.
    pub headings: Vec<String>,
    /// Places of its rows of headings among the rows of the sheet.
    pub heading_rows: Vec<usize>,
    /// Places of the rows below.
    pub rows: Vec<usize>,
    /// Places of the rows that repeat the heading.
    pub repeats: Vec<usize>,
    /// Its columns, where another table stands beside it.
    pub columns: Range<usize>,
}

/// The tables of a sheet, from the top.
#[must_use]
pub fn split(sheet: &Sheet, has_header: Option<bool>) -> Vec<Block> {
    let width = sheet.width();
    if has_header == Some(false) {
        let is_filled = |place: &usize| sheet.rows.get(*place).is_some_and(|row| row.all_filled().count() > 0);
        let rows = (0..sheet.rows.len()).filter(is_filled).collect();
        return vec![Block { headings: vec![String::new(); width], rows, columns: 0..width, ..Block::default() }];
    }
    let sides = sides(sheet).unwrap_or_else(|| std::iter::once(0..width).collect());
    sides.into_iter().flat_map(|columns| split_side(sheet, &columns, has_header.is_some())).collect()
}

fn split_side(sheet: &Sheet, columns: &Range<usize>, is_headed: bool) -> Vec<Block> {
    let mut splitter = Splitter { columns: columns.clone(), ..Splitter::default() };
    if let Some(headings) = ledger_headings(sheet) {
        let rows = (0..sheet.rows.len()).collect();
        return vec![Block { headings, rows, columns: columns.clone(), ..Block::default() }];
    }
    let mut place = 0;
    while let Some(row) = sheet.rows.get(place) {
        place = splitter.see(sheet, place, row);
    }
    let mut blocks = splitter.blocks;
    if blocks.is_empty() {
        blocks.extend(unknown_heading(sheet, columns, is_headed));
    }
    blocks
}

#[derive(Default)]
struct Splitter {
    columns: Range<usize>,
    blocks: Vec<Block>,
    titles: Vec<String>,
    /// Columns of the current block that hold values.
    valued: Vec<bool>,
}

impl Splitter {
    /// Looks at a row; the place of the next one.
    fn see(&mut self, sheet: &Sheet, place: usize, row: &Row) -> usize {
        let cells = within(row, &self.columns);
        let filled: Vec<&Cell> = cells.iter().filter(|cell| !cell.is_blank).collect();
        if filled.is_empty() {
            return place + 1;
        }
        if is_heading(cells) {
            if let Some(block) = self.blocks.last_mut()
                && is_same_heading(sheet, block, cells)
            {
                block.repeats.push(place);
                return place + 1;
            }
            if self.blocks.is_empty() || self.stands_over_values(cells) || self.takes_back_title(sheet, filled.len()) {
                return self.begin(sheet, place);
            }
        }
        let Some(block) = self.blocks.last_mut() else {
            self.titles.push(in_one_line(filled.iter().copied()));
            return place + 1;
        };
        match filled.as_slice() {
            [cell] if !cell.is_value() => self.titles.push(cell.text.clone()),
            _ => self.titles.clear(),
        }
        block.rows.push(place);
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.is_value()) {
            if self.valued.len() <= column {
                self.valued.resize(column + 1, false);
            }
            if let Some(valued) = self.valued.get_mut(column) {
                *valued |= !cell.is_blank;
            }
        }
        place + 1
    }

    /// A row of words over columns of values is the heading of another table, or of this one in another order.
    fn stands_over_values(&self, cells: &[Cell]) -> bool {
        cells.iter().zip(&self.valued).any(|(cell, valued)| *valued && !cell.is_blank)
    }

    /// Makes what looked like headings a line of the title, as are those after it, if no value stands below and these are
    /// wider: `Lumen SAS … Page 1`. Did it?
    fn takes_back_title(&mut self, sheet: &Sheet, width: usize) -> bool {
        let is_narrow = |block: &Block| {
            let filled = block.headings.iter().filter(|heading| !heading.is_empty()).count();
            filled <= 2 && filled < width && !self.valued.contains(&true)
        };
        let Some(block) = self.blocks.pop_if(|block| is_narrow(block)) else { return false };
        let lines = block.heading_rows.iter().chain(&block.rows).filter_map(|place| sheet.rows.get(*place));
        let texts = lines.map(|row| in_one_line(row.all_filled()));
        self.titles = block.titles.into_iter().chain(texts).collect();
        true
    }

    fn begin(&mut self, sheet: &Sheet, place: usize) -> usize {
        let mut block = Block {
            titles: std::mem::take(&mut self.titles),
            heading_rows: vec![place],
            columns: self.columns.clone(),
            ..Block::default()
        };
        let upper = sheet.rows.get(place).map(|row| within(row, &self.columns)).unwrap_or_default();
        let second = (place + 1..sheet.rows.len()).find(|next| {
            sheet.rows.get(*next).is_some_and(|row| within(row, &self.columns).iter().any(|cell| !cell.is_blank))
        });
        let lower = second.and_then(|next| Some((next, within(sheet.rows.get(next)?, &self.columns))));
        let mut next = place + 1;
        block.headings = vec![String::new(); self.columns.start];
        if let Some((second, lower)) = lower.filter(|(_, cells)| goes_on_heading(cells)) {
            block.headings.extend(joined(upper, lower));
            block.heading_rows.push(second);
            next = second + 1;
        } else {
            block.headings.extend(upper.iter().map(heading_text));
        }
        self.blocks.push(block);
        self.valued = Vec::new();
        next
    }
}

fn in_one_line<'a>(cells: impl Iterator<Item = &'a Cell>) -> String {
    cells.map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn within<'a>(row: &'a Row, columns: &Range<usize>) -> &'a [Cell] {
    let end = columns.end.min(row.cells.len());
    row.cells.get(columns.start.min(end)..end).unwrap_or_default()
}

fn heading_text(cell: &Cell) -> String {
    if cell.is_blank { String::new() } else { cell.text.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// The row that repeats the heading of a block, page after page.
fn is_same_heading(sheet: &Sheet, block: &Block, cells: &[Cell]) -> bool {
    let filled = |cells: &[Cell]| -> Vec<String> {
        cells.iter().filter(|cell| !cell.is_blank).map(|cell| normalize(&cell.text)).collect()
    };
    let these = filled(cells);
    let is_row = |place: &usize| sheet.rows.get(*place).is_some_and(|row| filled(within(row, &block.columns)) == these);
    block.heading_rows.iter().any(is_row)
}

/// Is it a row of headings: words, most of them known, and no value?
fn is_heading(cells: &[Cell]) -> bool {
    let filled: Vec<&Cell> = cells.iter().filter(|cell| !cell.is_blank).collect();
    if filled.len() < 2 || filled.iter().any(|cell| holds_value(cell)) && !are_bare_ages(&filled) {
        return false;
    }
    let known = filled.iter().filter(|cell| is_known(&cell.text)).count();
    let is_pair = known == 1 && filled.len() == 2;
    (known >= 2 || is_pair) && known * 5 >= filled.len() * 2
}

/// Ages of digits alone, such as `30`, `60`, `90`, are numbers too.
fn are_bare_ages(filled: &[&Cell]) -> bool {
    let days: Vec<i64> = filled.iter().filter_map(|cell| cell.number.map(|number| number.units / 1000)).collect();
    let grows = days.windows(2).all(|pair| pair.first() < pair.last());
    let are_ages = days.iter().all(|days| matches!(days, 0 | 30 | 60 | 90 | 120 | 150 | 180));
    let others = filled.iter().filter(|cell| cell.number.is_none());
    days.len() >= 2 && grows && are_ages && others.clone().all(|cell| cell.date.is_none()) && others.count() >= 1
}

/// Does it hold a value, rather than a heading that looks like one, as `1-30` and `>90` do?
fn holds_value(cell: &Cell) -> bool {
    let text = cell.text.trim();
    let is_age = text.len() < 12
        && text.contains(['-', '+', '<', '>', '/'])
        && !text.contains(['.', ','])
        && !text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit())
        && Age::named(text).is_some();
    let is_dated_heading = cell.number.is_none() && cell.date.is_none() && cell.month.is_some();
    !is_age
        && (cell.number.is_some()
            || cell.date.is_some()
            || (is_dated_heading && matches!(cell.month, Some((Some(_), _)))))
}

fn is_known(text: &str) -> bool {
    Age::named(text).is_some() || (text.chars().count() <= 60 && !concepts::of(text).1.is_empty())
}

/// Does a row go on with the headings of the row above?
fn goes_on_heading(cells: &[Cell]) -> bool {
    let filled: Vec<&Cell> = cells.iter().filter(|cell| !cell.is_blank).collect();
    let known = filled.iter().filter(|cell| is_known(&cell.text)).count();
    let are_units = !filled.is_empty() && filled.iter().all(|cell| Scale::named(&cell.text) != Scale::Units);
    are_units || (filled.len() >= 2 && !filled.iter().any(|cell| holds_value(cell)) && known * 2 >= filled.len())
}

/// Headings of two rows: the upper one holds for the columns to its right until the next; an age says all by itself.
fn joined(upper: &[Cell], lower: &[Cell]) -> Vec<String> {
    let mut parent = String::new();
    (0..upper.len().max(lower.len()))
        .map(|column| {
            let text = |cells: &[Cell]| cells.get(column).map(heading_text).unwrap_or_default();
            let (above, below) = (text(upper), text(lower));
            if !above.is_empty() {
                parent.clone_from(&above);
            }
            match Age::named(&below) {
                _ if below.is_empty() => above,
                Some(age) if age != Age::NotDue => below,
                _ => format!("{parent} {below}").trim().to_owned(),
            }
        })
        .collect()
}

/// The headings of a French general ledger that comes without: eighteen cells, the fourth a day, the fifth an account.
fn ledger_headings(sheet: &Sheet) -> Option<Vec<String>> {
    const HEADINGS: [&str; 18] = [
        "JournalCode",
        "JournalLib",
        "EcritureNum",
        "EcritureDate",
        "CompteNum",
        "CompteLib",
        "CompAuxNum",
        "CompAuxLib",
        "PieceRef",
        "PieceDate",
        "EcritureLib",
        "Debit",
        "Credit",
        "EcritureLet",
        "DateLet",
        "ValidDate",
        "Montantdevise",
        "Idevise",
    ];
    let is_line = |row: &&Row| {
        let is_day = row.cells.get(3).is_some_and(|cell| cell.date.is_some());
        let is_account = row
            .cells
            .get(4)
            .is_some_and(|cell| cell.text.len() >= 3 && cell.text.bytes().take(3).all(|byte| byte.is_ascii_digit()));
        row.cells.len() >= 18 && is_day && is_account
    };
    let first = sheet.rows.iter().find(|row| row.all_filled().count() > 0)?;
    let lines = sheet.rows.iter().filter(is_line).count();
    let is_ledger = is_line(&first) && lines * 5 >= sheet.rows.len() * 4;
    is_ledger.then(|| HEADINGS.iter().map(|heading| (*heading).to_owned()).collect())
}

/// A table without a known heading: a first row of words above a row with values is one all the same.
fn unknown_heading(sheet: &Sheet, columns: &Range<usize>, is_headed: bool) -> Option<Block> {
    let filled: Vec<usize> = (0..sheet.rows.len())
        .filter(|place| {
            sheet
                .rows
                .get(*place)
                .is_some_and(|row| within(row, columns).iter().filter(|cell| !cell.is_blank).count() > 1)
        })
        .collect();
    let has_values =
        |place: usize| sheet.rows.get(place).is_some_and(|row| within(row, columns).iter().any(Cell::is_value));
    let (first, rest) = filled.split_first()?;
    let mut block = Block { columns: columns.clone(), ..Block::default() };
    if is_headed || (!has_values(*first) && rest.first().is_some_and(|second| has_values(*second))) {
        let row = sheet.rows.get(*first)?;
        block.headings = vec![String::new(); columns.start];
        block.headings.extend(within(row, columns).iter().map(heading_text));
        block.heading_rows = vec![*first];
        block.rows = rest.to_vec();
    } else {
        block.headings = vec![String::new(); columns.end];
        block.rows = filled;
    }
    Some(block)
}

/// Tables side by side: a column empty in every row, with headings on both sides of it that speak of the same things.
fn sides(sheet: &Sheet) -> Option<Vec<Range<usize>>> {
    let width = sheet.width();
    let at = sheet.rows.iter().position(|row| is_heading(&row.cells) && row.all_filled().count() >= 4)?;
    let rows = sheet.rows.get(at..)?;
    let heading = rows.first()?;
    let speaks_of = |columns: Range<usize>| -> (usize, Vec<Concepts>) {
        let filled: Vec<&Cell> = within(heading, &columns).iter().filter(|cell| !cell.is_blank).collect();
        (filled.len(), filled.iter().map(|cell| concepts::of(&cell.text).1).collect())
    };
    let gap = (2..width.saturating_sub(2)).find(|gap| {
        let is_empty = rows.iter().all(|row| row.filled(*gap).is_none());
        let ((left, one), (right, other)) = (speaks_of(0..*gap), speaks_of(gap + 1..width));
        let both = |concept| one.iter().any(|c: &Concepts| c.has(concept)) && other.iter().any(|c| c.has(concept));
        is_empty && left >= 2 && right >= 2 && both(Concept::Date) && (both(Concept::Amount) || both(Concept::Number))
    })?;
    Some(vec![0..gap, gap + 1..width])
}
