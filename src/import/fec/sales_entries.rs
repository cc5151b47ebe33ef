//! What entries of sales put on the accounts of customers.

use super::Line;
use crate::import::field::Field;
use crate::import::keys::Keys;
use crate::import::rows::Rows;
use crate::period::Month;

/// Entries that touch customers or sales, to tell what a sale put on customers' accounts.
#[derive(Default)]
pub struct SalesEntries {
    keys: Keys,
    entries: Vec<SalesEntry>,
}

struct SalesEntry {
    month: Month,
    has_sales: bool,
    receivable: i128,
}

impl SalesEntries {
    /// Adds a line on accounts 41x or 70x.
    pub fn post(&mut self, rows: &Rows, line: &Line) {
        let index = self.entry(rows, line);
        let Some(entry) = self.entries.get_mut(index) else { return };
        if line.root.is_within(70) {
            entry.has_sales = true;
        } else {
            entry.receivable += line.net();
        }
    }

    /// The entry of a line: its journal and number. Where numbers are all zero, its date and document tell entries apart.
    fn entry(&mut self, rows: &Rows, line: &Line) -> usize {
        let number = rows.cell(Field::EntryNumber);
        let journal = u32::try_from(line.journal).unwrap_or(u32::MAX);
        let (index, is_new) = if number.iter().all(|byte| *byte == b'0') {
            self.keys.number(journal, &[rows.cell(Field::EntryDate), rows.cell(Field::PieceReference)])
        } else {
            self.keys.number(journal, &[number])
        };
        if is_new {
            self.entries.push(SalesEntry { month: Month::of(line.date), has_sales: false, receivable: 0 });
        }
        usize::try_from(index).unwrap_or(usize::MAX)
    }

    /// What entries with a line on 70x put on 41x, month by month.
    pub fn by_month(&self, first: Month, months: usize) -> Vec<i128> {
        let mut sums = vec![0; months];
        for entry in self.entries.iter().filter(|entry| entry.has_sales) {
            if let Some(sum) = entry.month.since(first).and_then(|index| sums.get_mut(index)) {
                *sum += entry.receivable;
            }
        }
        sums
    }
}
