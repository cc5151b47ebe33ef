//! Rows to a ledger of invoices.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::documents::{DocumentType, document_type};
use super::encoding;
use super::field::Field;
use super::memo::Memo;
use super::repeats::{Outcome, RepeatFinder, RepeatsPart, Row};
use super::rows::{Fate, Rows};
use super::source::{AmountUnit, DateOrder, Encoding, ImportOptions};
use super::statuses::{Status, status};
use super::understanding::{ColumnType, TaxBasis, says_no, says_yes};
use super::words::normalize;
use super::{date, number};
use crate::issue::{Issue, IssueCode};
use crate::ledger::{CustomerId, Invoice, LabelsId, Ledger, LedgerPart, Standing};
use crate::money::{self, Amount, UNIT_SCALE};
use crate::period::{Month, add_days, days_between};

/// An invoice list as its rows come by.
#[derive(Default)]
pub struct InvoiceReader {
    ledger: Ledger,
    statuses: Memo<Status>,
    document_types: Memo<DocumentType>,
    repeats: RepeatFinder,
    /// How many invoices there are so far.
    count: u32,
    /// Documents below zero, and all of them.
    below_zero: (u64, u64),
    /// Invoices of which it is said that nobody knows whether they are paid, and their amount.
    payments_unknown: (usize, i128),
    picture: Picture,
    /// The last customer that was named, where each is named once.
    named: Vec<u8>,
}

/// Which day a column says that rows are a picture of: of each day, from which invoice on.
#[derive(Clone, Debug, Default)]
struct Picture {
    days: Vec<(usize, Option<NaiveDate>)>,
}

impl Picture {
    fn see(&mut self, day: Option<NaiveDate>, place: usize) {
        if self.days.last().is_none_or(|(_, known)| *known != day) {
            self.days.push((place, day));
        }
    }

    /// The latest day, if every row says one.
    fn latest(&self) -> Option<NaiveDate> {
        self.days.iter().map(|(_, day)| *day).collect::<Option<Vec<NaiveDate>>>()?.into_iter().max()
    }

    /// Is the invoice at a place of this day?
    fn is_of(&self, day: NaiveDate, place: usize) -> bool {
        let run = self.days.partition_point(|(from, _)| *from <= place).checked_sub(1);
        run.and_then(|run| self.days.get(run)).is_some_and(|(_, known)| *known == Some(day))
    }

    /// The end of a month that nothing was issued after: the month is over, whenever its last invoice was issued.
    fn closes(&self, ledger: &Ledger) -> Option<NaiveDate> {
        let day = self.latest()?;
        let is_later = |invoice: Invoice| invoice.issued > day && !invoice.on_account;
        (day == Month::of(day).last_day() && !ledger.invoices().any(is_later)).then_some(day)
    }
}

/// A part of a list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InvoicesPart {
    ledger: LedgerPart,
    repeats: RepeatsPart,
    count: u32,
    below_zero: (u64, u64),
    payments_unknown: (usize, i128),
    /// From which invoice on of which day.
    picture: Vec<(usize, Option<NaiveDate>)>,
}

impl InvoicesPart {
    /// Can it come after what was read `before`: does it not start in the midst of its last invoice, and can all be counted?
    #[must_use]
    pub fn fits(&self, before: &InvoiceReader) -> bool {
        let last = before.ledger.last_number();
        (last.is_empty() || self.ledger.first_number() != last) && before.count.checked_add(self.count).is_some()
    }
}

/// What a row says of money.
struct Amounts {
    total: Amount,
    /// Payments with their dates.
    paid: Payments,
    /// What is still open.
    open: Amount,
}

/// At most two payments of a row, each with its date where that is known.
type Payments = [Option<(Option<NaiveDate>, Amount)>; 2];

impl Amounts {
    /// The payments that have a date, and how many these are: no row asks for memory of its own.
    fn dated(&self) -> ([(NaiveDate, Amount); 2], usize) {
        let mut dated = [(NaiveDate::MIN, Amount::ZERO); 2];
        let known = self.paid.iter().flatten().filter_map(|(day, amount)| Some(((*day)?, *amount)));
        let count = dated.iter_mut().zip(known).map(|(slot, payment)| *slot = payment).count();
        (dated, count)
    }

    fn negated(self) -> Self {
        let paid = self.paid.map(|paid| paid.map(|(day, amount)| (day, negated(amount))));
        Self { total: negated(self.total), paid, open: negated(self.open) }
    }
}

impl InvoiceReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        self.read_row(rows).unwrap_or_else(|fate| fate)
    }

    /// The ledger and the unit its amounts were written in; `None` if no row was accepted.
    pub fn finish(self, rows: &mut Rows, encoding: Encoding, options: &ImportOptions) -> Option<(Ledger, AmountUnit)> {
        let mut ledger = self.ledger;
        ledger.decode_names(|name| encoding::text(name, encoding).into_owned());
        ledger.decode_segments(|value| encoding::text(value, encoding).into_owned());
        let is_grouped = rows.has(Field::InvoiceCount) && !rows.has(Field::Number);
        if let Some(latest) = self.picture.latest().filter(|_| is_grouped && self.picture.days.len() > 1) {
            // Pictures of several days hold the same invoices.
            let is_newest = |(place, _): &(usize, (Invoice, &[u8]))| self.picture.is_of(latest, *place);
            let newest = ledger.invoices().zip(ledger.numbers()).enumerate().filter(is_newest).map(|(_, row)| row);
            let newest = ledger.with_invoices(newest);
            let older = ledger.len() - newest.len();
            rows.issues.push(Issue::new(IssueCode::OtherSnapshots).counting(older));
            rows.set_aside_later(older);
            ledger = newest;
        }
        if self.repeats.cancels_out(&ledger) {
            rows.issues.push(Issue::new(IssueCode::LedgerPostings));
            return None;
        }
        let outcome = self.repeats.settle(&mut ledger, options.repeats, rows.table.has_amounts_of_lines());
        tell_repeats(rows, &outcome);
        let (below, all) = self.below_zero;
        let is_of_credits = rows.table.reading.is_credit_notes || rows.has(Field::CreditNoteAmount);
        let sum: i128 = ledger.invoices().map(|invoice| i128::from(invoice.amount.units())).sum();
        if below * 10 > all * 6 && sum < 0 && !is_of_credits {
            let turned =
                |invoice: Invoice| Invoice { amount: negated(invoice.amount), open: negated(invoice.open), ..invoice };
            ledger = ledger.with_invoices(ledger.invoices().map(turned).zip(ledger.numbers()));
            rows.issues.push(Issue::new(IssueCode::CreditView).counting(usize::try_from(below).unwrap_or(usize::MAX)));
            rows.forget(IssueCode::CreditNotes);
        }
        let unit = options.amount_unit.unwrap_or_else(|| assumed_unit(rows));
        if unit == AmountUnit::Minor {
            let hundredth = |amount: Amount| Amount::from_units(amount.units() / 100);
            let major = |invoice: Invoice| Invoice {
                amount: hundredth(invoice.amount),
                open: hundredth(invoice.open),
                ..invoice
            };
            ledger = ledger.with_invoices(ledger.invoices().map(major).zip(ledger.numbers()));
            if options.amount_unit.is_none() {
                rows.issues.push(Issue::new(IssueCode::MinorUnitsAssumed).counting(ledger.len()));
            }
        }
        if !rows.has(Field::IssueDate) && rows.has(Field::DueDate) {
            ledger = with_assumed_issue(rows, &ledger);
        }
        if ledger.has_groups() {
            let count = usize::try_from(self.count).unwrap_or(usize::MAX);
            rows.issues.push(Issue::new(IssueCode::GroupedInvoices).counting(count));
        }
        // One such word among others is a slip, not what the list is.
        if self.payments_unknown.0 * 2 > ledger.len() {
            ledger.say_payments_unknown(true);
            let (count, units) = self.payments_unknown;
            rows.issues.push(Issue::new(IssueCode::PaymentsUnknown).counting(count).amounting(money::total(units)));
        } else {
            tell_open(rows, &ledger);
        }
        tell_years(rows, &ledger);
        ledger.picture_on(self.picture.closes(&ledger));
        if is_grouped {
            ledger.say_grouped();
        }
        (!ledger.is_empty()).then_some((ledger, unit))
    }

    /// Did it read nothing that counts?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ledger.is_empty()
    }

    /// What it read so far.
    #[must_use]
    pub fn into_part(self) -> InvoicesPart {
        let Self { ledger, repeats, count, below_zero, payments_unknown, picture, .. } = self;
        let (ledger, repeats) = (ledger.into_part(), repeats.into_part());
        InvoicesPart { ledger, repeats, count, below_zero, payments_unknown, picture: picture.days }
    }

    /// Adds rows that another read, which come after those of here.
    pub fn join(&mut self, part: InvoicesPart, rows: &Rows) {
        if self.ledger.is_empty() {
            self.ledger.mark_segments(rows.segment_headings());
        }
        let from = self.ledger.len();
        self.ledger.join(&part.ledger);
        self.repeats.join(part.repeats, &self.ledger, from, rows.records.lines());
        self.count = self.count.saturating_add(part.count);
        self.below_zero.0 += part.below_zero.0;
        self.below_zero.1 += part.below_zero.1;
        self.payments_unknown.0 += part.payments_unknown.0;
        self.payments_unknown.1 += part.payments_unknown.1;
        for (place, day) in part.picture {
            self.picture.see(day, from + place);
        }
    }

    fn read_row(&mut self, rows: &mut Rows) -> Result<Fate, Fate> {
        rows.is_in_parts()?;
        if rows.table.reading.names_customer_once && !rows.filled(Field::Customer).is_empty() {
            self.named.clear();
            self.named.extend_from_slice(rows.filled(Field::Customer));
        }
        let count = count(rows, self.count)?;
        let status = self.statuses.of(rows, Field::Status, status);
        let kind = self.document_type(rows);
        set_aside(rows, status, kind)?;
        let issued = issue_date(rows)?;
        let due = due_date(rows, issued)?;
        let settled = settled_date(rows, status);
        let amounts = amounts(rows, kind, status, settled)?;
        if !rows.is_in_currency() {
            let name = rows.currency_name();
            rows.tally_named(IssueCode::OtherCurrency, name);
            let number: Box<[u8]> = rows.filled(Field::Number).into();
            rows.numbers_set_aside.extend((!number.is_empty()).then_some(number));
            return Ok(Fate::Ignored);
        }
        if rows.has(Field::SnapshotDate) {
            self.picture.see(rows.date_quietly(Field::SnapshotDate), self.ledger.len());
        }
        let customer = self.customer(rows);
        let is_payment = kind == DocumentType::Payment;
        if is_payment && amounts.open == Amount::ZERO {
            return Ok(rows.ignore(IssueCode::PaymentRows));
        }
        let labels = self.labels(rows);
        // A credit note says of itself that it is below zero.
        let is_credit = rows.has(Field::DocumentType) && kind == DocumentType::CreditNote;
        let is_turned = amounts.total.is_negative() && !is_payment && !is_credit;
        self.below_zero.0 += if is_turned { u64::from(count) } else { 0 };
        self.below_zero.1 += if is_payment { 0 } else { u64::from(count) };
        let (dated, count_dated) = amounts.dated();
        let dated = dated.get(..count_dated).unwrap_or_default();
        let is_settled = amounts.open == Amount::ZERO && matches!(dated, [(_, paid)] if *paid == amounts.total);
        if status == Status::PaymentUnknown && settled.is_none() {
            self.payments_unknown.0 += 1;
            self.payments_unknown.1 += i128::from(amounts.total.units());
        }
        let invoice = Invoice {
            issued,
            due,
            settled: dated.first().filter(|_| is_settled).map(|(day, _)| *day),
            amount: amounts.total,
            open: amounts.open,
            customer,
            standing: standing(rows, status),
            on_account: is_payment || kind == DocumentType::Returned,
            sold: amounts.total,
            labels,
            count,
        };
        // What is said of its invoices is said of each of them.
        rows.stands_for = count;
        remark(rows, &invoice, status, settled);
        if kind == DocumentType::Returned {
            rows.tally(IssueCode::ReturnedPayments, invoice.amount);
        }
        rows.stands_for = 1;
        let number = rows.filled(Field::Number);
        let is_equal = || rows.records.bytes() == rows.records.previous_bytes();
        let previous_number = self.ledger.last_number();
        let payments = if is_settled { &[] } else { dated };
        let row = Row { number, previous_number, is_equal: &is_equal, line: rows.line(), payments };
        self.repeats.see(&row, &invoice, self.ledger.len());
        self.ledger.push(invoice, number);
        self.count = self.count.saturating_add(invoice.count);
        Ok(Fate::Accepted)
    }

    fn document_type(&mut self, rows: &Rows) -> DocumentType {
        let kind = self.document_types.of(rows, Field::DocumentType, document_type);
        if rows.has(Field::DocumentType) || !rows.has(Field::Direction) {
            return kind;
        }
        // Beside a direction the text of a line says what it is.
        match document_type(&rows.text(Field::EntryLabel)) {
            DocumentType::Payment => DocumentType::Payment,
            _ => DocumentType::Invoice,
        }
    }

    fn labels(&mut self, rows: &Rows) -> LabelsId {
        if self.ledger.is_empty() {
            self.ledger.mark_segments(rows.segment_headings());
        }
        if self.ledger.segments().is_empty() {
            return LabelsId::default();
        }
        self.ledger.label(rows.segment_cells())
    }

    fn customer(&mut self, rows: &Rows) -> CustomerId {
        let name = rows.filled(Field::Customer);
        if name.is_empty() && !rows.section().text.is_empty() {
            return self.ledger.intern(rows.section().text.as_bytes());
        }
        self.ledger.intern(if name.is_empty() { &self.named } else { name })
    }
}

/// Sets documents aside that are no invoices.
fn set_aside(rows: &mut Rows, status: Status, kind: DocumentType) -> Result<(), Fate> {
    let is_void = status == Status::Void
        || (rows.has(Field::OtherStatus) && status_of(rows, Field::OtherStatus) == Status::Void)
        || is_draft(rows);
    let code = match (status, kind) {
        _ if is_void => IssueCode::VoidSetAside,
        (_, DocumentType::Bill) => IssueCode::BillSetAside,
        (_, DocumentType::Order) => IssueCode::OrdersSetAside,
        (_, DocumentType::Entry) => IssueCode::EntriesSetAside,
        (_, DocumentType::Unknown) => return Err(unknown(rows, IssueCode::UnknownType, Field::DocumentType)),
        // What was paid, or is open, may say it instead.
        (Status::Unknown, _)
            if !rows.has(Field::OpenAmount) && !rows.has(Field::SettledDate) && !rows.has(Field::PaidAmount) =>
        {
            return Err(unknown(rows, IssueCode::UnknownStatus, Field::Status));
        }
        _ => return Ok(()),
    };
    Err(rows.ignore(code))
}

/// Does a word stand where the number will be, such as "BROUILLON"?
fn is_draft(rows: &Rows) -> bool {
    let number = rows.filled(Field::Number);
    !number.is_empty() && !number.iter().any(u8::is_ascii_digit) && status(&rows.text(Field::Number)) == Status::Void
}

fn status_of(rows: &Rows, field: Field) -> Status {
    status(&rows.text(field))
}

/// A word that is not known counts for nothing, but is told with its amount.
fn unknown(rows: &mut Rows, code: IssueCode, field: Field) -> Fate {
    let text = rows.text(field).into_owned();
    let amount = rows.amount(Field::Amount).ok().flatten().or_else(|| rows.amount(Field::OpenAmount).ok().flatten());
    rows.tally_named(code, text);
    rows.add_to_tally(code, amount.unwrap_or_default());
    rows.lose_amount();
    Fate::Ignored
}

/// How many invoices the row stands for; with those before, no more than can be counted.
fn count(rows: &mut Rows, before: u32) -> Result<u32, Fate> {
    if rows.filled(Field::InvoiceCount).is_empty() {
        return Ok(1);
    }
    let units = 10_i64.pow(UNIT_SCALE);
    let count = rows.plain_number(Field::InvoiceCount).map_or(0, Amount::units);
    let whole = u32::try_from(count / units).ok().filter(|whole| *whole > 0 && count % units == 0);
    let whole = whole.filter(|whole| before.checked_add(*whole).is_some());
    whole.ok_or_else(|| rows.reject(IssueCode::InvalidCount, Field::InvoiceCount))
}

fn issue_date(rows: &mut Rows) -> Result<NaiveDate, Fate> {
    for field in [Field::IssueDate, Field::DueDate, Field::SnapshotDate] {
        if rows.has(field) {
            return rows.date(field)?.ok_or_else(|| rows.reject(IssueCode::MissingValue, field));
        }
    }
    Err(rows.reject(IssueCode::MissingValue, Field::IssueDate))
}

/// The due date; where its column holds numbers of days, so many after the issue.
fn due_date(rows: &mut Rows, issued: NaiveDate) -> Result<Option<NaiveDate>, Fate> {
    let put_off = rows.date_if_any(Field::PutOffDueDate);
    if put_off.is_some() {
        return Ok(put_off);
    }
    let Some(column) = rows.table.column(Field::DueDate) else { return Ok(None) };
    if rows.table.types.get(column) == Some(&ColumnType::Integer) {
        const MOST_DAYS: i64 = 3650;
        let days = rows.amount(Field::DueDate)?.map(|days| days.units() / 1000);
        return Ok(days.filter(|days| (0..=MOST_DAYS).contains(days)).map(|days| add_days(issued, days)));
    }
    Ok(rows.date_if_any(Field::DueDate))
}

/// The day of payment; one that a column too narrow shows as `####` is known to be there.
fn settled_date(rows: &mut Rows, status: Status) -> Option<NaiveDate> {
    if is_hidden_date(rows) {
        return None;
    }
    let settled = rows.date_if_any(Field::SettledDate);
    // "Paid on 12/09/2025".
    if settled.is_none() && status == Status::Paid {
        return day_in(&rows.text(Field::Status), rows.notation.date_order);
    }
    settled
}

fn day_in(text: &str, order: DateOrder) -> Option<NaiveDate> {
    text.split_whitespace().find_map(|word| date::parse(word, order))
}

fn is_hidden_date(rows: &Rows) -> bool {
    let cell = rows.cell(Field::SettledDate);
    !cell.is_empty() && cell.iter().all(|byte| *byte == b'#')
}

/// Does a mark, or a status, say that the invoice is paid?
fn says_paid(rows: &Rows, status: Status) -> bool {
    let marked = rows.has(Field::PaidMark) && says_yes(&rows.text(Field::PaidMark));
    let not_open =
        rows.has(Field::OpenMark) && !rows.filled(Field::OpenMark).is_empty() && says_no(&rows.text(Field::OpenMark));
    let is_lettered = rows.has(Field::Lettering) && !rows.filled(Field::Lettering).is_empty();
    status == Status::Paid || marked || not_open || is_lettered || is_hidden_date(rows)
}

/// Where it stands. What is in dispute is the seller's again, whoever financed it.
fn standing(rows: &Rows, status: Status) -> Standing {
    let is = |mark: Field, meant: Status| if rows.has(mark) { is_marked(rows, mark) } else { status == meant };
    if is(Field::DisputedMark, Status::Disputed) {
        Standing::Disputed
    } else if is(Field::FactoredMark, Status::Factored) {
        Standing::Factored
    } else {
        Standing::Undisputed
    }
}

/// Does a mark say anything but no?
fn is_marked(rows: &Rows, mark: Field) -> bool {
    let text = rows.text(mark);
    let words = normalize(&text);
    let says_none = ["no", "non", "aucun", "none", "sans", "nein", "nee", "0", "0 00"]
        .iter()
        .any(|word| words == *word || words.starts_with(&format!("{word} ")));
    !says_no(&text) && !says_none && !rows.filled(mark).is_empty()
}

/// What the document is worth, what was paid of it, and what is open.
fn amounts(rows: &mut Rows, kind: DocumentType, status: Status, settled: Option<NaiveDate>) -> Result<Amounts, Fate> {
    let open = open_amount(rows, status)?;
    let total = total(rows, open)?;
    let paid = rows.amount(Field::PaidAmount)?;
    let second = second_payment(rows)?;
    let too_large = |rows: &mut Rows| rows.reject(IssueCode::AmountTooLarge, Field::PaidAmount);
    let is_part = |paid: &Amount| {
        let (paid, total) = (paid.units().abs(), total.units().abs());
        paid > 0 && paid < total
    };
    let signed = |paid: Amount| {
        if total.is_negative() != paid.is_negative() && total.is_negative() { negated(paid) } else { paid }
    };
    let is_known_open = open.filter(|_| rows.has(Field::Amount) || rows.has(Field::CreditNoteAmount));
    let (paid, open) = if status == Status::Lost {
        ([Some((None, total)), None], Amount::ZERO)
    } else if rows.has(Field::SecondPaidAmount) {
        let payments = [paid.map(|paid| (settled, paid)), second];
        let sum = payments.iter().flatten().try_fold(Amount::ZERO, |sum, (_, paid)| sum.checked_add(*paid));
        let open = sum.and_then(|sum| total.checked_sub(sum)).ok_or_else(|| too_large(rows))?;
        (payments, open)
    } else if let Some(open) = is_known_open {
        remark_open(rows, total, open);
        let paid = total.checked_sub(open).ok_or_else(|| too_large(rows))?;
        ([(paid != Amount::ZERO).then_some((settled, paid)), None], open)
    } else if let Some(paid) = paid.filter(|paid| settled.is_none() || is_part(paid)) {
        let paid = if paid == Amount::ZERO && says_paid(rows, status) { total } else { signed(paid) };
        let open = total.checked_sub(paid).ok_or_else(|| too_large(rows))?;
        ([(paid != Amount::ZERO).then_some((settled, paid)), None], open)
    } else if settled.is_some() || says_paid(rows, status) {
        ([Some((settled, total)), None], Amount::ZERO)
    } else {
        ([None, None], open.unwrap_or(total))
    };
    let amounts = Amounts { total, paid, open };
    Ok(with_sign(rows, kind, amounts))
}

/// What a column, or a status such as "partially paid, $3,400.00 due", says is open.
fn open_amount(rows: &mut Rows, status: Status) -> Result<Option<Amount>, Fate> {
    let open = rows.amount(Field::OpenAmount)?;
    if open.is_none() && rows.has(Field::Amount) && is_nothing_open(rows) {
        return Ok(Some(Amount::ZERO));
    }
    if open.is_some() || status != Status::PartlyPaid || rows.has(Field::PaidAmount) {
        return Ok(open);
    }
    let text = rows.text(Field::Status);
    let start = text.find(|char: char| char.is_ascii_digit());
    let written = start.and_then(|start| text.get(start..)).map(|rest| {
        let end = rest
            .find(|char: char| !(char.is_ascii_digit() || matches!(char, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}')))
            .unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default().trim().trim_end_matches(['.', ','])
    });
    Ok(written.and_then(|written| number::parse(written, rows.notation.decimal_mark).ok()).map(|parsed| parsed.amount))
}

/// Does a cell without an amount say that nothing is open? A dash is how spreadsheets write zero; an empty cell says it where
/// those of the rows that are all open are filled.
fn is_nothing_open(rows: &Rows) -> bool {
    if !rows.has(Field::OpenAmount) {
        return false;
    }
    let text = rows.text(Field::OpenAmount);
    let text = text.trim_matches(|char: char| char.is_whitespace() || matches!(char, '€' | '$' | '£'));
    matches!(text, "-" | "–" | "—") || (text.is_empty() && rows.table.reading.empty_is_paid)
}

/// The amount of the document, tax included.
fn total(rows: &mut Rows, open: Option<Amount>) -> Result<Amount, Fate> {
    let credit = rows.amount(Field::CreditNoteAmount)?.filter(|credit| *credit != Amount::ZERO);
    let mut total = rows.amount(Field::Amount)?;
    if rows.table.reading.tax == TaxBasis::Added {
        rows.tally(IssueCode::TaxAdded, Amount::ZERO);
        let tax = rows.amount(Field::TaxAmount)?.unwrap_or_default();
        total = total.and_then(|total| total.checked_add(tax));
    }
    if let Some(credit) = credit
        && total.is_none_or(|total| total == Amount::ZERO)
    {
        return Ok(if credit.is_negative() { credit } else { negated(credit) });
    }
    let field = if rows.has(Field::Amount) { Field::Amount } else { Field::OpenAmount };
    total.or(open).ok_or_else(|| rows.reject(IssueCode::MissingValue, field))
}

fn second_payment(rows: &mut Rows) -> Result<Option<(Option<NaiveDate>, Amount)>, Fate> {
    let Some(paid) = rows.amount(Field::SecondPaidAmount)? else { return Ok(None) };
    Ok(Some((rows.date(Field::SecondSettledDate)?, paid)))
}

/// A credit note, a credit side and a payment are below zero.
fn with_sign(rows: &Rows, kind: DocumentType, amounts: Amounts) -> Amounts {
    let side = rows.cell(Field::Direction).first().map(u8::to_ascii_lowercase);
    let is_credit_side = rows.has(Field::Direction) && matches!(side, Some(b'c' | b'h' | b'-'));
    let is_credit = is_credit_side
        || matches!(kind, DocumentType::CreditNote | DocumentType::Payment)
        || rows.table.reading.is_credit_notes;
    if is_credit && !amounts.total.is_negative() { amounts.negated() } else { amounts }
}

fn remark_open(rows: &mut Rows, total: Amount, open: Amount) {
    let (open, total) = (open.units(), total.units());
    let exceeds = open.abs() > total.abs() + total.abs() / 1000 + 10;
    let turns = open != 0 && total != 0 && (open < 0) != (total < 0);
    if exceeds || turns {
        rows.tally(IssueCode::OpenExceedsAmount, Amount::from_units(open.saturating_sub(total)));
    }
}

/// Payment services write cents without saying so: their columns are known, and no amount of theirs has decimals.
fn assumed_unit(rows: &Rows) -> AmountUnit {
    let has = |name: &str| rows.table.headings().iter().any(|heading| normalize(heading) == name);
    let is_theirs = has("amount due") && has("amount paid") && has("amount remaining");
    let is_written_with_underscore = rows.table.headings().iter().any(|heading| heading == "amount_due");
    if is_theirs && is_written_with_underscore && rows.votes.has_no_marks() {
        AmountUnit::Minor
    } else {
        AmountUnit::Major
    }
}

fn tell_repeats(rows: &mut Rows, outcome: &Outcome) {
    let kinds = [
        (IssueCode::DuplicateRows, outcome.equal_kept),
        (IssueCode::DuplicatesSetAside, outcome.equal_dropped),
        (IssueCode::RepeatedTotals, outcome.totals_dropped),
        (IssueCode::InvoiceLines, outcome.lines),
        (IssueCode::DatedPayments, outcome.payments),
    ];
    for (code, tally) in kinds.into_iter().filter(|(_, tally)| tally.count > 0) {
        let issue = Issue::new(code).counting(tally.count).amounting(money::total(tally.units));
        rows.issues.push(if tally.line > 0 { issue.on_line(tally.line) } else { issue });
    }
    rows.set_aside_later(outcome.equal_dropped.count + outcome.totals_dropped.count);
}

/// Where no column says when an invoice was issued, it was so by the first due date of the list, or by its payment:
/// what is open and not due yet is owed all the same.
fn with_assumed_issue(rows: &mut Rows, ledger: &Ledger) -> Ledger {
    rows.issues.push(Issue::new(IssueCode::IssueDateAssumed).counting(ledger.len()));
    let first = ledger.invoices().map(|invoice| invoice.issued).min();
    let assumed = |invoice: Invoice| {
        let known = invoice.settled.or(if invoice.open == Amount::ZERO { None } else { first });
        Invoice { issued: known.map_or(invoice.issued, |known| known.min(invoice.issued)), ..invoice }
    };
    ledger.with_invoices(ledger.invoices().map(assumed).zip(ledger.numbers()))
}

/// A list in which some column could say that an invoice is paid, and none does.
fn tell_open(rows: &mut Rows, ledger: &Ledger) {
    let could_say = !rows.table.doubts.iter().any(|doubt| doubt.what == IssueCode::NoPaymentColumn);
    if could_say && !rows.table.reading.is_credit_notes && ledger.is_of_open_items() {
        rows.issues.push(Issue::new(IssueCode::OnlyOpenInvoices).counting(ledger.len()));
    }
}

/// A year that stands alone, far from all others, is a slip of the pen.
fn tell_years(rows: &mut Rows, ledger: &Ledger) {
    const FAR_DAYS: i64 = 3 * 366;
    let mut days: Vec<NaiveDate> = ledger.invoices().map(|invoice| invoice.issued).collect();
    let middle = days.len() / 2;
    if days.len() < 3 {
        return;
    }
    let (_, median, _) = days.select_nth_unstable(middle);
    let median = *median;
    let far = |day: NaiveDate| days_between(median, day).abs() > FAR_DAYS;
    let count = days.iter().filter(|day| far(**day)).count();
    if count > 0
        && count * 10 <= days.len().max(10)
        && let Some(day) = days.iter().copied().find(|day| far(*day))
    {
        rows.issues.push(Issue::new(IssueCode::ImplausibleYear).reading(&day.to_string()).counting(count));
    }
}

fn negated(amount: Amount) -> Amount {
    Amount::from_units(amount.units().saturating_neg())
}

/// Counts what the user should know of an accepted invoice.
fn remark(rows: &mut Rows, invoice: &Invoice, status: Status, settled: Option<NaiveDate>) {
    const FAR_DAYS: i64 = 3 * 366;
    let Invoice { issued, due, amount, open, .. } = *invoice;
    if amount.is_negative() {
        rows.tally(if invoice.on_account { IssueCode::PaymentRows } else { IssueCode::CreditNotes }, amount);
    }
    if status == Status::Lost {
        rows.tally(IssueCode::LostInvoices, amount);
    } else if settled.is_none() && open == Amount::ZERO && amount != Amount::ZERO {
        rows.tally(IssueCode::PaidDateUnknown, amount);
    } else if settled.is_none() && open != amount {
        rows.tally(IssueCode::PartlyPaid, amount.checked_sub(open).unwrap_or_default());
    } else if status == Status::PartlyPaid {
        rows.tally(IssueCode::PartPaidUnknown, amount);
    }
    if status == Status::Paid && open != Amount::ZERO {
        rows.tally(IssueCode::PaidButOpen, open);
    }
    if status == Status::Unknown {
        let text = rows.text(Field::Status).into_owned();
        rows.tally_named(IssueCode::UnknownStatus, text);
    }
    if settled.is_some_and(|settled| settled < issued) {
        rows.tally(IssueCode::PaidBeforeIssue, amount);
    }
    match due {
        Some(due) if due < issued && !invoice.on_account => rows.tally(IssueCode::DueBeforeIssue, amount),
        Some(due) if days_between(issued, due) > FAR_DAYS => {
            rows.tally_named(IssueCode::ImplausibleYear, due.to_string());
        }
        None if rows.has(Field::DueDate) => rows.tally(IssueCode::NoDueDate, amount),
        _ => {}
    }
}
