//! The import as its bytes arrive, in pieces of any size.

use memchr::memchr2;

use super::aged_balance::AgedBalanceReader;
use super::encoding::{Utf8Check, Utf16Decoder, looks_like_dos, sniff};
use super::fec::FecReader;
use super::invoices::InvoiceReader;
use super::layout::Layout;
use super::notation::{Notation, NotationEvidence, Votes};
use super::payments::PaymentReader;
use super::records::MAX_ROW_BYTES;
use super::rejected::RejectedRows;
use super::rows::Rows;
use super::series::SeriesReader;
use super::source::{Encoding, ImportOptions, Kind, Source};
use super::{Data, Imported};
use crate::issue::{Issue, IssueCode, Issues};

/// Bytes that encoding, delimiter, header, columns and a first notation are told from.
const HEAD_BYTES: usize = 1 << 18;

/// Bytes that the very first guess at the notation is made from. Those of the head confirm it, or correct it at once.
const FIRST_BYTES: usize = 1 << 13;

/// Times an input is read at most: once more for the notation, once more for the encoding.
const MOST_READINGS: u32 = 3;

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
    is_not_utf8: bool,
    notation: Option<Notation>,
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
    /// Nothing can be read.
    Refused(Box<Imported>),
}

/// Rows being read.
struct Body {
    source: Source,
    rows: Rows,
    reader: Reader,
    utf16: Option<Utf16Decoder>,
    utf8: Utf8Check,
}

enum Reader {
    Series(SeriesReader),
    Invoices(Box<InvoiceReader>),
    AgedBalance(AgedBalanceReader),
    Fec(Box<FecReader>),
    Payments(PaymentReader),
}

impl Importer {
    /// An import with these choices.
    #[must_use]
    pub const fn new(options: ImportOptions) -> Self {
        let known = Known { readings: 1, is_not_utf8: false, notation: None };
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
        if let State::Body(body) = &mut self.state
            && let Err(issue) = body.push(rest)
        {
            self.state = State::Refused(Box::new(body.refused(*issue)));
        }
    }

    /// Rows read so far, for progress.
    #[must_use]
    pub fn rows_read(&self) -> u32 {
        if let State::Body(body) = &self.state { body.rows.counts().read } else { 0 }
    }

    /// Says that no more bytes come.
    #[must_use]
    pub fn finish(mut self) -> Finished {
        if let State::Head(head) = &mut self.state {
            let head = std::mem::take(head);
            self.state = self.open(&head, true);
        }
        match self.state {
            State::Body(mut body) => {
                if let Err(issue) = body.complete() {
                    return Finished::Done(Box::new(body.refused(*issue)));
                }
                let known = Known {
                    readings: self.known.readings + 1,
                    is_not_utf8: body.source.encoding == Encoding::Utf8 && body.utf8.has_failed(),
                    notation: Some(body.rows.votes.notation(&self.options)),
                };
                let is_settled = known.notation.as_ref() == Some(&body.rows.notation)
                    && (!known.is_not_utf8 || self.options.encoding.is_some());
                if is_settled || self.known.readings >= MOST_READINGS {
                    return Finished::Done(Box::new(body.finish(&self.options)));
                }
                let state = State::Head(Vec::new());
                Finished::Again(Box::new(Self { options: self.options, known, state }))
            }
            State::Refused(imported) => Finished::Done(imported),
            State::Head(_) => Finished::Done(Box::new(nothing(Source::unread(&self.options), Issues::default()))),
        }
    }

    /// Tells what the bytes are from the first of them.
    fn open(&self, head: &[u8], is_whole: bool) -> State {
        let mut issues = Issues::default();
        let mut source = Source::unread(&self.options);
        if is_whole && head.iter().all(u8::is_ascii_whitespace) {
            issues.push(Issue::new(IssueCode::EmptyInput));
            return State::Refused(Box::new(nothing(source, issues)));
        }
        let chosen = self.options.encoding.or(self.known.is_not_utf8.then_some(Encoding::Windows1252));
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

        let layout = Layout::detect(text, is_whole, encoding, &self.options, &mut issues);
        source.delimiter = layout.delimiter;
        source.header_line = layout.header_line;
        source.kind = layout.kind;
        source.columns = layout.columns();
        source.preview = layout.preview();
        let Some(kind) = layout.usable_kind(&mut issues) else {
            return State::Refused(Box::new(nothing(source, issues)));
        };
        let mut notation = self.known.notation.clone();
        let is_known = notation.is_some();
        let mut was_corrected = false;
        loop {
            let assumed = notation.take().unwrap_or_else(|| self.first_notation(text, &layout, encoding, kind));
            let rows = Rows::new(layout.clone(), assumed, encoding, issues.clone());
            let (source, utf16) = (source.clone(), utf16.clone());
            let mut body = Body { source, rows, reader: Reader::new(kind), utf16, utf8: Utf8Check::default() };
            if let Err(issue) = body.read(text) {
                return State::Refused(Box::new(body.refused(*issue)));
            }
            let spoken_for = body.rows.votes.notation(&self.options);
            if is_known || was_corrected || spoken_for == body.rows.notation {
                return State::Body(Box::new(body));
            }
            was_corrected = true;
            notation = Some(spoken_for);
        }
    }

    /// The notation that the very first rows speak for: they are read under any, and asked.
    fn first_notation(&self, text: &[u8], layout: &Layout, encoding: Encoding, kind: Kind) -> Notation {
        let (text, is_whole) = text.get(..FIRST_BYTES).map_or((text, true), |first| (first, false));
        let any = Votes::new().notation(&self.options);
        let rows = Rows::new(layout.clone(), any, encoding, Issues::default());
        let source = Source::unread(&self.options);
        let mut body = Body { source, rows, reader: Reader::new(kind), utf16: None, utf8: Utf8Check::default() };
        // A row that is none is met again, and told, when the rows are read for good.
        let _ = body.read(text);
        if is_whole {
            let _ = body.complete();
        }
        body.rows.votes.notation(&self.options)
    }
}

/// How many of the first bytes are waited for: a first line longer than the usual head until it is too long to be one.
fn wanted_head(head: &[u8]) -> usize {
    match head.get(..HEAD_BYTES) {
        Some(first) if memchr2(b'\n', b'\r', first).is_none() => MAX_ROW_BYTES + 1,
        _ => HEAD_BYTES,
    }
}

impl Body {
    fn push(&mut self, bytes: &[u8]) -> Result<(), Box<Issue>> {
        match self.utf16.as_mut().map(|decoder| decoder.push(bytes)) {
            Some(text) => self.read(&text),
            None => self.read(bytes),
        }
    }

    /// Reads the rows that the bytes complete.
    fn read(&mut self, text: &[u8]) -> Result<(), Box<Issue>> {
        if self.source.encoding == Encoding::Utf8 {
            self.utf8.push(text);
        }
        self.rows.records.push(text);
        self.read_rows()
    }

    fn complete(&mut self) -> Result<(), Box<Issue>> {
        self.rows.records.complete();
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
        })
    }

    fn finish(mut self, options: &ImportOptions) -> Imported {
        let rows = &mut self.rows;
        let NotationEvidence { decimal_mark, date_order } = rows.votes.evidence(options, &mut rows.issues);
        let mut source = self.source;
        source.decimal_mark = rows.notation.decimal_mark;
        source.decimal_mark_evidence = decimal_mark;
        source.date_order = rows.notation.date_order;
        source.date_order_evidence = date_order;
        source.currency = rows.notation.currency.as_deref().map(|name| String::from_utf8_lossy(name).into_owned());
        source.preview_read = rows.layout.preview_read(&rows.notation);
        source.currencies = rows.votes.currencies();
        if self.utf8.has_failed() || self.utf16.is_some_and(|decoder| decoder.has_invalid_units) {
            rows.issues.push(Issue::new(IssueCode::InvalidBytes));
        }
        let mut payments = Vec::new();
        let data = match self.reader {
            Reader::Series(reader) => reader.finish(rows).map(Data::Series),
            Reader::Invoices(reader) => reader.finish(rows, source.encoding, options).map(|(ledger, unit)| {
                source.amount_unit = unit;
                Data::Ledger(ledger)
            }),
            Reader::AgedBalance(reader) => reader.finish(rows).map(Data::AgedBalance),
            Reader::Fec(reader) => reader.finish(rows, source.encoding).map(|(fec, summary)| {
                source.fec = Some(summary);
                Data::Fec(fec)
            }),
            Reader::Payments(reader) => {
                payments = reader.finish();
                None
            }
        };
        rows.tell_tallies();
        source.rows = rows.counts();
        if data.is_none() && payments.is_empty() {
            let code = if source.rows.rejected > 0 { IssueCode::NoAcceptedRows } else { IssueCode::NoDataRows };
            rows.issues.push(Issue::new(code));
        }
        let rejected = std::mem::replace(&mut rows.rejected, RejectedRows::new(source.delimiter, source.encoding));
        Imported { data, payments, source, issues: self.rows.issues, rejected }
    }

    /// Nothing, because of a row that is none.
    fn refused(&mut self, issue: Issue) -> Imported {
        let mut issues = std::mem::take(&mut self.rows.issues);
        issues.push(issue);
        nothing(self.source.clone(), issues)
    }
}

impl Reader {
    fn new(kind: Kind) -> Self {
        match kind {
            Kind::Series => Self::Series(SeriesReader::default()),
            Kind::Invoices => Self::Invoices(Box::default()),
            Kind::AgedBalance => Self::AgedBalance(AgedBalanceReader::default()),
            Kind::Fec => Self::Fec(Box::default()),
            Kind::Payments => Self::Payments(PaymentReader::default()),
        }
    }
}

const fn nothing(source: Source, issues: Issues) -> Imported {
    let rejected = RejectedRows::new(source.delimiter, source.encoding);
    Imported { data: None, payments: Vec::new(), source, issues, rejected }
}
