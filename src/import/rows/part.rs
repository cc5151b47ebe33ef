//! Rows from the midst of a table: what was read of them apart, and how it is joined to the rows before.

use serde::{Deserialize, Serialize};

use super::super::notation::VotesPart;
use super::super::source::RowCounts;
use super::super::totals::TotalsPart;
use super::{Extent, Rows, Tally};
use crate::issue::Issues;

/// A part of the rows, read apart from those before it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RowsPart {
    lines: u32,
    counts: RowCounts,
    votes: VotesPart,
    totals: TotalsPart,
    tallies: Vec<Tally>,
    stray_quotes: Option<(u32, usize)>,
    last_row: Vec<u8>,
    numbers_set_aside: Vec<Box<[u8]>>,
}

impl Rows {
    /// Is there nothing above the rows to come that says something of them?
    #[must_use]
    pub fn may_be_parted(&self) -> bool {
        let is_plain = self.table.last_line.is_none() && self.table.goes_on && self.table.parts.is_none();
        let is_plain = is_plain && !self.table.reading.names_customer_once;
        is_plain && !self.has_sections && !self.hidden.is_sheet()
    }

    /// Makes them rows from the midst of the table: none of them is a title or a heading by its line.
    pub fn begin_piece(&mut self) {
        self.extent = Extent::Piece;
        self.from_line = 1;
        self.issues = Issues::default();
        self.table.roles.clear();
        self.table.heading_lines.clear();
    }

    /// Says that the piece cannot be read apart.
    pub const fn fail(&mut self) {
        self.extent = Extent::NoPiece;
    }

    /// What was read of the piece; `None` where more was seen than rows alone tell.
    #[must_use]
    pub fn part(&self) -> Option<RowsPart> {
        let is_plain = self.votes.are_whole()
            && self.counts.rejected == 0
            && self.issues.list().is_empty()
            && self.extent != Extent::NoPiece;
        (is_plain && self.records.is_at_row_end()).then(|| RowsPart {
            lines: self.records.lines(),
            counts: self.counts,
            votes: self.votes.part(),
            totals: self.totals.part(),
            tallies: self.tallies.clone(),
            stray_quotes: self.records.stray_quotes(),
            last_row: self.records.last_bytes().to_vec(),
            numbers_set_aside: self.numbers_set_aside.clone(),
        })
    }

    /// Adds rows that another read, which come after those of here.
    pub fn join(&mut self, part: RowsPart) {
        let lines = self.records.lines();
        self.counts = self.counts.plus(part.counts);
        self.votes.join(part.votes, lines);
        self.totals.join(&part.totals);
        for tally in part.tallies {
            match self.tallies.iter_mut().find(|known| known.code == tally.code) {
                Some(known) => {
                    known.count = known.count.saturating_add(tally.count);
                    known.units += tally.units;
                    tally.names.into_iter().for_each(|name| known.name(name));
                }
                None => self.tallies.push(Tally { line: tally.line.saturating_add(lines), ..tally }),
            }
        }
        self.numbers_set_aside.extend(part.numbers_set_aside);
        self.records.go_on_after(part.lines, part.stray_quotes, &part.last_row);
    }
}
