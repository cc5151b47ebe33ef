//! The import as its bytes arrive, in pieces of any size.

mod pieces;

use memchr::memchr2;

use super::aged_balance::AgedBalanceReader;
use super::checks;
use super::customer_ledger::CustomerLedgerReader;
use super::encoding::{self, Utf8Check, Utf16Decoder, looks_like_dos, sniff};
use super::envelope::Envelope;
use super::fec::FecReader;
use super::hidden::HiddenRows;
use super::invoices::InvoiceReader;
use super::notation::{Notation, NotationEvidence};
use super::payments::PaymentReader;
use super::records::MAX_ROW_BYTES;
use super::rejected::RejectedRows;
use super::rows::Rows;
use super::series::SeriesReader;
use super::source::{Delimiter, Encoding, ImportOptions, Kind, SheetFacts, Source};
use super::tell;
use super::understanding::{Table, Understanding, understand};
use super::{Data, Imported};
use crate::issue::{Issue, IssueCode, Issues, Severity};

pub use pieces::{Part, PieceReader};

/// Bytes that everything is understood from.
const HEAD_BYTES: usize = 1 << 18;

/// Times an input is read at most: once more for the notation, once more for the encoding.
const MOST_READINGS: u32 = 3;

/// Bytes of a text that is held whole, because it is no table before it is changed.
const MOST_HELD: usize = 1 << 26;

/// An import under way.
pub struct Importer {
    options: ImportOptions,
    /// What an earlier reading found out.
    known: Known,
    state: State,
}

/// What the last rows of an input said about all of it.
#[derive(Clone, Debug, Default)]
struct Known {
    readings: u32,
    /// The encoding it is in, where its first bytes were taken for UTF-8.
    encoding: Option<Encoding>,
    /// How each table is written.
    notations: Vec<Notation>,
    /// Do totals leave out the rows that are hidden?
    leaves_out_hidden: bool,
}

/// How a reading ended.
pub enum Finished {
    /// With what the input gave.
    Done(Box<Imported>),
    /// Its last rows spoke for another notation than its first: all its bytes are to be pushed again, into this one.
    Again(Box<Importer>),
}

enum State {
    /// Too few bytes to tell what they are.
    Head(Vec<u8>),
    /// Rows are being read.
    Body(Box<Body>),
    /// A text that becomes a table once it is there as a whole.
    Held(Box<Held>),
    /// Nothing can be read.
    Refused(Box<Imported>),
}

/// Rows being read: every table of the text at once, each taking its own lines.
struct Body {
    encoding: Encoding,
    tables: Vec<TableBody>,
    utf16: Option<Utf16Decoder>,
    utf8: Utf8Check,
    /// Tables of the text that are not read: lines and name.
    unread: Vec<(u32, u32, String)>,
}

/// The rows of one table.
struct TableBody {
    source: Source,
    rows: Rows,
    reader: Reader,
}

/// A text that is held.
struct Held {
    bytes: Vec<u8>,
    encoding: Encoding,
    envelope: Envelope,
    /// Too many bytes came.
    is_too_long: bool,
}

enum Reader {
    Series(SeriesReader),
    Invoices(Box<InvoiceReader>),
    AgedBalance(Box<AgedBalanceReader>),
    Fec(Box<FecReader>),
    Payments(PaymentReader),
    CustomerLedger(Box<CustomerLedgerReader>),
}

impl Importer {
    /// An import with these choices.
    #[must_use]
    pub const fn new(options: ImportOptions) -> Self {
        let known = Known { readings: 1, encoding: None, notations: Vec::new(), leaves_out_hidden: false };
        Self { options, known, state: State::Head(Vec::new()) }
    }

    /// Reads the bytes that come next.
    pub fn push(&mut self, bytes: &[u8]) {
        // What is worked on at a time stays in the fast memory near the processor.
        bytes.chunks(HEAD_BYTES).for_each(|piece| self.push_piece(piece));
    }

    fn push_piece(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let State::Head(head) = &mut self.state {
            if rest.is_empty() {
                return;
            }
            let missing = wanted_head(head).saturating_sub(head.len());
            if missing == 0 {
                let head = std::mem::take(head);
                self.state = self.open(&head, false);
            } else {
                let (first, after) = rest.split_at_checked(missing).unwrap_or((rest, &[]));
                head.extend_from_slice(first);
                rest = after;
            }
        }
        match &mut self.state {
            State::Body(body) => {
                if let Err(issue) = body.push(rest) {
                    self.state = State::Refused(Box::new(body.refused(*issue)));
                }
            }
            State::Held(held) => held.push(rest),
            State::Head(_) | State::Refused(_) => {}
        }
    }

    /// Rows read so far, for progress.
    #[must_use]
    pub fn rows_read(&self) -> u32 {
        let State::Body(body) = &self.state else { return 0 };
        body.tables.iter().map(|table| table.rows.counts().read).max().unwrap_or(0)
    }

    /// Says that no more bytes come.
    #[must_use]
    pub fn finish(mut self) -> Finished {
        if let State::Head(head) = &mut self.state {
            let head = std::mem::take(head);
            self.state = self.open(&head, true);
        }
        let done = match self.state {
            State::Body(mut body) => {
                if let Err(issue) = body.complete() {
                    return Finished::Done(Box::new(body.refused(*issue)));
                }
                let known = Known {
                    readings: self.known.readings + 1,
                    encoding: body.utf8.other_reading().or(self.known.encoding),
                    notations: body.tables.iter().map(|table| table.rows.votes.notation(&self.options)).collect(),
                    leaves_out_hidden: self.known.leaves_out_hidden
                        || body.tables.iter().any(|table| table.rows.hidden.are_left_out()),
                };
                let is_written_so =
                    body.tables.iter().zip(&known.notations).all(|(table, known)| table.rows.notation == *known);
                let is_settled = is_written_so
                    && known.leaves_out_hidden == self.known.leaves_out_hidden
                    && (known.encoding == self.known.encoding || self.options.encoding.is_some());
                if !is_settled && self.known.readings < MOST_READINGS {
                    let state = State::Head(Vec::new());
                    return Finished::Again(Box::new(Self { options: self.options, known, state }));
                }
                body.finish(&self.options)
            }
            State::Held(held) => held.finish(&self.options),
            State::Refused(imported) => *imported,
            State::Head(_) => nothing(Source::unread(&self.options), Issues::default()),
        };
        Finished::Done(Box::new(done))
    }

    /// Tells what the bytes are from the first of them.
    fn open(&self, head: &[u8], is_whole: bool) -> State {
        let mut issues = Issues::default();
        let mut source = Source::unread(&self.options);
        if is_whole && head.iter().all(u8::is_ascii_whitespace) {
            issues.push(Issue::new(IssueCode::EmptyInput));
            return State::Refused(Box::new(nothing(source, issues)));
        }
        let chosen = self.options.encoding.or(self.known.encoding);
        let (encoding, mark) = match sniff(head, chosen) {
            Ok(sniffed) => sniffed,
            Err(issue) => {
                issues.push(*issue);
                return State::Refused(Box::new(nothing(source, issues)));
            }
        };
        source.encoding = encoding;
        if matches!(encoding, Encoding::Windows1252 | Encoding::Iso8859_15) && looks_like_dos(head) {
            issues.push(Issue::new(IssueCode::UnknownEncoding));
        }
        let mut utf16 = Utf16Decoder::new(encoding);
        let text = head.get(mark..).unwrap_or_default();
        let decoded = utf16.as_mut().map(|decoder| decoder.push(text));
        let text = decoded.as_deref().unwrap_or(text);
        let decoded_text = encoding::text(text, encoding);
        if let Some(envelope) = Envelope::of(&decoded_text).filter(|_| self.options.delimiter.is_none()) {
            let mut whole = Held { bytes: Vec::new(), encoding, envelope, is_too_long: false };
            whole.push(head);
            return State::Held(Box::new(whole));
        }
        if is_whole && let Some(found) = checks::read(&decoded_text) {
            source.trust.checks = Some(found);
            return State::Refused(Box::new(nothing(source, issues)));
        }
        let understanding = understand(text, is_whole, encoding, &self.options);
        if let Some(turned) = understanding.turned {
            return State::Refused(Box::new(read_text(&turned, encoding, &self.options)));
        }
        let mut body = match Body::of(understanding, &source, issues, &self.known, &self.options) {
            Ok(body) => body,
            Err(imported) => return State::Refused(imported),
        };
        body.utf16 = utf16;
        match body.begin(text, &self.options, &self.known) {
            Ok(()) => State::Body(Box::new(body)),
            Err(issue) => State::Refused(Box::new(body.refused(*issue))),
        }
    }
}

/// How many of the first bytes are waited for: a first line longer than the usual head until it is too long to be one.
fn wanted_head(head: &[u8]) -> usize {
    match head.get(..HEAD_BYTES) {
        Some(first) if memchr2(b'\n', b'\r', first).is_none() => MAX_ROW_BYTES + 1,
        _ => HEAD_BYTES,
    }
}

/// Reads a text that was made into a table.
fn read_text(text: &str, encoding: Encoding, options: &ImportOptions) -> Imported {
    let options = ImportOptions {
        delimiter: Some(Delimiter::Tab),
        encoding: Some(Encoding::Utf8),
        // Its lines are no longer those of the sheet.
        sheet: options.sheet.clone().map(|facts| SheetFacts { hidden_lines: Vec::new(), ..facts }),
        ..options.clone()
    };
    let mut imported = super::read(text.as_bytes(), &options);
    imported.source.encoding = encoding;
    imported
}

impl Held {
    fn push(&mut self, bytes: &[u8]) {
        self.is_too_long |= self.bytes.len() + bytes.len() > MOST_HELD;
        if !self.is_too_long {
            self.bytes.extend_from_slice(bytes);
        }
    }

    fn finish(self, options: &ImportOptions) -> Imported {
        if self.is_too_long {
            let mut issues = Issues::default();
            issues.push(Issue::new(IssueCode::LineTooLong).counting(MOST_HELD));
            return nothing(Source::unread(options), issues);
        }
        let mark = sniff(&self.bytes, Some(self.encoding)).map_or(0, |(_, mark)| mark);
        let bytes = self.bytes.get(mark..).unwrap_or_default();
        let decoded = Utf16Decoder::new(self.encoding).map(|mut decoder| decoder.push(bytes));
        let text = encoding::text(decoded.as_deref().unwrap_or(bytes), self.encoding);
        read_text(&self.envelope.table(&text), self.encoding, options)
    }
}

impl Body {
    /// The tables of a text.
    ///
    /// # Errors
    ///
    /// What is known of it if no table of it can be read; its findings say why.
    fn of(
        understanding: Understanding,
        source: &Source,
        mut issues: Issues,
        known: &Known,
        options: &ImportOptions,
    ) -> Result<Self, Box<Imported>> {
        if let Some(refusal) = understanding.refusal {
            issues.push(refusal);
            return Err(Box::new(nothing(source.clone(), issues)));
        }
        let mut tables: Vec<TableBody> = Vec::new();
        let mut unusable = None;
        let mut from_line = 1;
        let mut next_line = 1;
        for table in understanding.tables {
            if !table.is_alternative && table.columns.start == 0 {
                from_line = next_line;
                next_line = table.last_line.map_or(u32::MAX, |last| last + 1);
            }
            let mut own = Issues::default();
            let kind = table.usable_kind(&mut own);
            tell::doubts(&table, &mut own);
            let source = source_of(&table, source);
            let Some(kind) = kind.filter(|_| !tell::is_refused(&table)) else {
                if !table.is_alternative {
                    unusable = unusable.or(Some(source));
                    issues.absorb(own, None);
                }
                continue;
            };
            let notation = known.notations.get(tables.len()).cloned().unwrap_or_else(|| Notation::of(&table));
            let hidden = HiddenRows::of(options.sheet.as_ref(), known.leaves_out_hidden);
            let rows = Rows::new(table, notation, source.encoding, own, from_line).without(hidden).labelled(options);
            tables.push(TableBody { source, rows, reader: Reader::new(kind) });
        }
        let Some(first) = tables.first_mut() else {
            issues.extend(options.sheet.as_ref().and_then(unsaved_formulas));
            let unknown = understanding.unknown.filter(|_| unusable.is_none());
            if let Some(unknown) = &unknown {
                let _ = unknown.usable_kind(&mut issues);
            }
            if issues.list().is_empty() {
                issues.push(Issue::new(IssueCode::NoDataRows));
            }
            let shown = unusable.or_else(|| unknown.map(|unknown| source_of(&unknown, source)));
            return Err(Box::new(nothing(shown.unwrap_or_else(|| source.clone()), issues)));
        };
        first.rows.issues.absorb(issues, None);
        Ok(Self {
            encoding: source.encoding,
            tables,
            utf16: None,
            utf8: Utf8Check::default(),
            unread: understanding.unread,
        })
    }

    /// Reads the first bytes; once more where they speak for another notation than the table as a whole does.
    fn begin(&mut self, text: &[u8], options: &ImportOptions, known: &Known) -> Result<(), Box<Issue>> {
        if self.encoding.is_utf8() {
            self.utf8.push(text);
        }
        for table in &mut self.tables {
            table.read(text)?;
            let spoken_for = table.rows.votes.notation(options);
            if known.notations.is_empty() && spoken_for != table.rows.notation {
                table.restart(spoken_for);
                table.read(text)?;
            }
        }
        Ok(())
    }

    fn push(&mut self, bytes: &[u8]) -> Result<(), Box<Issue>> {
        let decoded = self.utf16.as_mut().map(|decoder| decoder.push(bytes));
        let text = decoded.as_deref().unwrap_or(bytes);
        if self.encoding.is_utf8() {
            self.utf8.push(text);
        }
        self.tables.iter_mut().try_for_each(|table| table.read(text))
    }

    fn complete(&mut self) -> Result<(), Box<Issue>> {
        self.tables.iter_mut().try_for_each(|table| {
            table.rows.records.complete();
            table.read_rows()
        })
    }

    fn finish(self, options: &ImportOptions) -> Imported {
        let has_stray = self.utf8.has_stray_bytes() || self.utf16.is_some_and(|decoder| decoder.has_invalid_units);
        let mut all: Vec<Imported> = Vec::new();
        for table in self.tables {
            let is_alternative = table.rows.table.is_alternative;
            let imported = table.finish(options);
            match all.last_mut() {
                Some(last) if is_alternative => last.alternative = Some(Box::new(imported)),
                _ => all.push(imported),
            }
        }
        let mut all = all.into_iter();
        let Some(mut first) = all.next() else { return nothing(Source::unread(options), Issues::default()) };
        first.others = all.collect();
        if has_stray {
            first.issues.push(Issue::new(IssueCode::InvalidBytes));
        }
        first.issues.extend(options.sheet.as_ref().and_then(unsaved_formulas));
        for (from, to, name) in self.unread {
            let lines = usize::try_from(to.saturating_sub(from) + 1).unwrap_or(0);
            first.issues.push(Issue::new(IssueCode::TableNotRead).on_line(from).counting(lines).reading(&name));
        }
        first
    }

    /// No data, because of what the finding says of a row.
    fn refused(&mut self, issue: Issue) -> Imported {
        let first = self.tables.first_mut();
        let (source, mut issues) = first.map_or_else(
            || (Source::unread(&ImportOptions::default()), Issues::default()),
            |table| (table.source.clone(), std::mem::take(&mut table.rows.issues)),
        );
        issues.push(issue);
        nothing(source, issues)
    }
}

/// Formulas of a sheet that are empty cells in its text.
fn unsaved_formulas(sheet: &SheetFacts) -> Option<Issue> {
    let [count, line, column] = sheet.unsaved_formulas.first_chunk::<3>()?;
    let count = usize::try_from(*count).unwrap_or(usize::MAX);
    let column = usize::try_from(column.saturating_sub(1)).unwrap_or(0);
    Some(Issue::new(IssueCode::FormulasWithoutValues).on_line(*line).in_column(column).counting(count))
}

/// How a table is shown.
fn source_of(table: &Table, source: &Source) -> Source {
    Source {
        kind: table.kind,
        delimiter: table.dialect.delimiter,
        header_line: table.header_line(),
        columns: table.columns(),
        preview: table.preview(),
        ..source.clone()
    }
}

impl TableBody {
    /// Reads the rows that the bytes complete.
    fn read(&mut self, text: &[u8]) -> Result<(), Box<Issue>> {
        self.rows.records.push(text);
        self.read_rows()
    }

    fn read_rows(&mut self) -> Result<(), Box<Issue>> {
        let reader = &mut self.reader;
        self.rows.for_each(|rows| match reader {
            Reader::Series(reader) => reader.read(rows),
            Reader::Invoices(reader) => reader.read(rows),
            Reader::AgedBalance(reader) => reader.read(rows),
            Reader::Fec(reader) => reader.read(rows),
            Reader::Payments(reader) => reader.read(rows),
            Reader::CustomerLedger(reader) => reader.read(rows),
        })
    }

    /// Forgets the rows, to read them in another notation.
    fn restart(&mut self, notation: Notation) {
        self.rows = self.rows.restarted(notation);
        if let Some(kind) = self.rows.table.kind {
            self.reader = Reader::new(kind);
        }
    }

    fn finish(mut self, options: &ImportOptions) -> Imported {
        let rows = &mut self.rows;
        let NotationEvidence { decimal_mark, date_order } = rows.votes.evidence(options, &mut rows.issues);
        let mut source = self.source;
        source.decimal_mark = rows.notation.decimal_mark;
        source.decimal_mark_evidence = decimal_mark;
        source.date_order = rows.notation.date_order;
        source.date_order_evidence = date_order;
        source.preview_read = rows.table.preview_read(&rows.notation);
        source.currencies = rows.votes.currencies();
        let kept = rows.notation.currency.as_deref().map(|name| String::from_utf8_lossy(name).into_owned());
        source.currency = kept.or_else(|| rows.table.titles.currency.map(|currency| currency.to_string()));
        let encoding = source.encoding;
        let (mut payments, mut marks) = (Vec::new(), Vec::new());
        let data = match self.reader {
            Reader::Series(reader) => reader.finish(rows).map(Data::Series),
            Reader::Invoices(reader) => reader.finish(rows, encoding, options).map(|(ledger, unit)| {
                source.amount_unit = unit;
                Data::Ledger(ledger)
            }),
            Reader::AgedBalance(reader) => reader.finish(rows, encoding).map(Data::AgedBalance),
            Reader::Fec(reader) => reader.finish(rows, encoding).map(|(fec, summary)| {
                source.fec = Some(summary);
                Data::Fec(fec)
            }),
            Reader::CustomerLedger(reader) => reader.finish(rows, encoding).map(Data::Ledger),
            Reader::Payments(reader) => {
                (payments, marks) = reader.finish(rows);
                None
            }
        };
        let data = data.map(|data| in_currency(data, options.every_currency, source.currency.as_deref()));
        rows.tell_tallies();
        if let Some((line, count)) = rows.records.stray_quotes() {
            rows.issues.push(Issue::new(IssueCode::StrayQuote).on_line(line).counting(count));
        }
        source.rows = rows.counts();
        let is_told = rows.issues.list().iter().any(|issue| issue.severity == Severity::Error);
        if data.is_none() && payments.is_empty() && marks.is_empty() && !is_told {
            let code = if source.rows.rejected > 0 { IssueCode::NoAcceptedRows } else { IssueCode::NoDataRows };
            rows.issues.push(Issue::new(code));
        }
        source.trust = tell::trust(&rows.table, source.rows, &rows.totals);
        source.reading = Some(tell::reading(&rows.table, &rows.totals, options.sheet.as_ref()));
        let as_of = rows.table.parts.as_ref().and_then(|parts| parts.day);
        let is_picture = || matches!(&data, Some(Data::Ledger(ledger)) if ledger.is_of_open_items());
        let as_of = as_of.or_else(|| rows.table.titles.as_of.filter(|_| is_picture()));
        let is_credit_notes = rows.table.reading.is_credit_notes;
        let numbers_set_aside = std::mem::take(&mut rows.numbers_set_aside);
        let rejected = std::mem::replace(&mut rows.rejected, RejectedRows::new(rows.table.dialect, encoding));
        Imported {
            data,
            payments,
            marks,
            source,
            issues: self.rows.issues,
            rejected,
            others: Vec::new(),
            alternative: None,
            as_of,
            is_credit_notes,
            numbers_set_aside,
        }
    }
}

impl Reader {
    fn new(kind: Kind) -> Self {
        match kind {
            Kind::Series => Self::Series(SeriesReader::default()),
            Kind::Invoices => Self::Invoices(Box::default()),
            Kind::AgedBalance => Self::AgedBalance(Box::default()),
            Kind::Fec => Self::Fec(Box::default()),
            Kind::Payments => Self::Payments(PaymentReader::default()),
            Kind::CustomerLedger => Self::CustomerLedger(Box::default()),
        }
    }
}

const fn nothing(source: Source, issues: Issues) -> Imported {
    let rejected = RejectedRows::unread();
    Imported {
        data: None,
        payments: Vec::new(),
        marks: Vec::new(),
        source,
        issues,
        rejected,
        others: Vec::new(),
        alternative: None,
        as_of: None,
        is_credit_notes: false,
        numbers_set_aside: Vec::new(),
    }
}

/// Invoices that name no currency are in that of their file, where every one is kept.
fn in_currency(data: Data, keeps_all: bool, currency: Option<&str>) -> Data {
    match data {
        Data::Ledger(mut ledger) if keeps_all => {
            ledger.in_currency(&currency.unwrap_or_default().to_uppercase());
            Data::Ledger(ledger)
        }
        data => data,
    }
}
