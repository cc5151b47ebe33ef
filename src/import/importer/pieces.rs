//! One long list read by several at once: each reads a piece of it, all but the first hand over what they read.
//!
//! All of them understand the table from its first bytes, so that they read its rows alike. A piece that holds more than
//! rows tell by themselves (a total, a row that cannot be read, a cut inside a cell) is read by the first one after all.

use serde::{Deserialize, Serialize};

use super::super::field::Field;
use super::super::invoices::InvoicesPart;
use super::super::records::Records;
use super::super::rows::RowsPart;
use super::super::source::{ImportOptions, Kind};
use super::{Body, HEAD_BYTES, Importer, Reader, State, TableBody, Utf8Check};

/// What was read of a piece.
#[derive(Serialize, Deserialize)]
pub struct Part {
    rows: RowsPart,
    invoices: InvoicesPart,
    /// Characters of two bytes or more.
    valid: usize,
}

impl Part {
    /// As bytes, for another memory.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Into memory of its own that grows as it must: nothing can refuse it.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Of such bytes; `None` if they are not.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

/// Reads pieces of a text, one after the other, each of which starts after a line end.
pub struct PieceReader {
    body: Box<Body>,
    has_begun: bool,
}

impl Importer {
    /// Can others read pieces of what comes? Once the first bytes are understood.
    #[must_use]
    pub fn may_be_parted(&self) -> bool {
        let State::Body(body) = &self.state else { return false };
        let [table] = body.tables.as_slice() else { return false };
        self.known.readings == 1
            && body.utf16.is_none()
            && self.options.documents.is_none()
            && table.source.kind == Some(Kind::Invoices)
            && table.rows.may_be_parted()
    }

    /// Adds what another read of the bytes that come next; `false` if they are to be pushed instead.
    pub fn join(&mut self, part: Part) -> bool {
        let State::Body(body) = &mut self.state else { return false };
        let [table] = body.tables.as_mut_slice() else { return false };
        let Reader::Invoices(reader) = &mut table.reader else { return false };
        let is_next = table.rows.records.is_at_row_end() && !body.utf8.has_stray_bytes();
        if !is_next || !part.invoices.fits(reader) {
            return false;
        }
        reader.join(part.invoices, &table.rows);
        table.rows.join(part.rows);
        body.utf8.join(part.valid);
        true
    }
}

impl TableBody {
    /// Forgets the rows that were read, and answers what was made of them.
    fn begin_piece(&mut self) -> Reader {
        let read = std::mem::replace(&mut self.reader, Reader::new(Kind::Invoices));
        self.restart(self.rows.notation.clone());
        self.rows.begin_piece();
        read
    }
}

impl PieceReader {
    /// Of the text that has these first bytes; `None` if it cannot be read in pieces.
    #[must_use]
    pub fn of(head: &[u8], options: ImportOptions) -> Option<Self> {
        let mut importer = Importer::new(options);
        importer.push(head);
        let is_parted = importer.may_be_parted();
        let State::Body(mut body) = importer.state else { return None };
        body.tables.first_mut().filter(|_| is_parted)?.begin_piece();
        body.utf8 = Utf8Check::default();
        Some(Self { body, has_begun: false })
    }

    /// Reads the bytes that come next of a piece, and answers how many of its first ones belong to the invoice before: they
    /// are to be read before it.
    pub fn push(&mut self, bytes: &[u8]) -> usize {
        let skipped = if self.has_begun { 0 } else { self.skipped(bytes) };
        self.has_begun = true;
        let rest = bytes.get(skipped..).unwrap_or_default();
        for bytes in rest.chunks(HEAD_BYTES) {
            if self.body.push(bytes).is_err() {
                self.fail();
            }
        }
        skipped
    }

    /// What was read of the piece; `None` if it is to be read by who reads the first piece. With the last one the text ends.
    pub fn finish(&mut self, is_last: bool) -> Option<Part> {
        if is_last && self.body.complete().is_err() {
            self.fail();
        }
        self.has_begun = false;
        let utf8 = std::mem::take(&mut self.body.utf8);
        let table = self.body.tables.first_mut()?;
        let rows = table.rows.part().filter(|_| !utf8.has_stray_bytes());
        let Reader::Invoices(reader) = table.begin_piece() else { return None };
        let rows = rows.filter(|_| !reader.is_empty())?;
        Some(Part { rows, invoices: reader.into_part(), valid: utf8.valid() })
    }

    fn fail(&mut self) {
        if let Some(table) = self.body.tables.first_mut() {
            table.rows.fail();
        }
    }

    /// The bytes of the first rows that have one number: the row before may have it too.
    fn skipped(&self, bytes: &[u8]) -> usize {
        const LOOKED_AT: usize = 1 << 16;
        let Some(table) = self.body.tables.first() else { return 0 };
        let Some(column) = table.rows.table.column(Field::Number) else { return 0 };
        let mut records = Records::new(table.rows.table.dialect);
        records.push(bytes.get(..LOOKED_AT).unwrap_or(bytes));
        let mut first: Option<Vec<u8>> = None;
        let mut before = 0;
        while records.read() {
            let number = records.cell(column);
            match &first {
                None if number.is_empty() => return 0,
                None => first = Some(number.to_vec()),
                Some(known) if known == number => {}
                Some(_) => return before,
            }
            before = records.position();
        }
        0
    }
}
