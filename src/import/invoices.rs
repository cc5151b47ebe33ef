//! Rows to a ledger of invoices.

use super::encoding;
use super::field::{Field, normalize};
use super::notation::is_same_word;
use super::repeats::{Outcome, RepeatFinder, Row};
use super::rows::{Fate, Rows};
use super::source::{AmountUnit, Encoding, ImportOptions};
use crate::issue::{Issue, IssueCode};
use crate::ledger::{Invoice, Ledger};
use crate::money::{self, Amount};

/// What the status of a document says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Void,
    Disputed,
    Paid,
    Other,
}

/// What the type of a document says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DocumentType {
    Bill,
    CreditNote,
    Other,
}

/// An invoice list as its rows come by.
#[derive(Default)]
pub struct InvoiceReader {
    ledger: Ledger,
    statuses: Memo<Status>,
    document_types: Memo<DocumentType>,
    repeats: RepeatFinder,
}

/// What a row says of money.
struct Amounts {
    total: Amount,
    open: Amount,
    /// What was paid of it on the date of the row, where a part is still open.
    part_paid: Option<Amount>,
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
        let outcome = self.repeats.settle(&mut ledger, options.repeats);
        tell_repeats(rows, &outcome);
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
        let is_open = |invoice: Invoice| invoice.settled.is_none() && invoice.open == invoice.amount;
        if ledger.len() > 1 && ledger.invoices().all(is_open) {
            rows.issues.push(Issue::new(IssueCode::OnlyOpenInvoices).counting(ledger.len()));
        }
        (!ledger.is_empty()).then_some((ledger, unit))
    }

    fn read_row(&mut self, rows: &mut Rows) -> Result<Fate, Fate> {
        let status = self.statuses.of(rows, Field::Status, status);
        let document_type = self.document_types.of(rows, Field::DocumentType, document_type);
        if status == Status::Void {
            return Ok(rows.ignore(IssueCode::VoidSetAside));
        }
        if document_type == DocumentType::Bill {
            return Ok(rows.ignore(IssueCode::BillSetAside));
        }
        if rows.has(Field::Currency) && !rows.is_in_currency() {
            let name = rows.text(Field::Currency).into_owned();
            rows.tally_named(IssueCode::OtherCurrency, name);
            return Ok(Fate::Ignored);
        }
        let issued =
            rows.date(Field::IssueDate)?.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::IssueDate))?;
        let due = rows.date(Field::DueDate)?;
        let settled = rows.date(Field::SettledDate)?;
        let Amounts { total, open, part_paid } = amounts(rows, document_type, status, settled.is_some())?;
        let customer = self.ledger.intern(rows.cell(Field::Customer));
        let disputed = status == Status::Disputed;
        let invoice = Invoice { issued, due, settled, amount: total, open, customer, disputed };
        remark(rows, &invoice);
        let number = rows.cell(Field::Number);
        let is_equal = || rows.records.bytes() == rows.records.previous_bytes();
        let previous_number = self.ledger.last_number();
        let row = Row { number, previous_number, is_equal: &is_equal, line: rows.line(), paid: part_paid };
        self.repeats.see(&row, &invoice, self.ledger.len());
        self.ledger.push(invoice, number);
        Ok(Fate::Accepted)
    }
}

/// What the document is worth and what of it is unpaid.
fn amounts(rows: &mut Rows, document_type: DocumentType, status: Status, has_date: bool) -> Result<Amounts, Fate> {
    let total = rows.amount(Field::Amount)?;
    let paid = rows.amount(Field::PaidAmount)?;
    let open = rows.amount(Field::OpenAmount)?;
    let amount_field = if rows.has(Field::Amount) { Field::Amount } else { Field::OpenAmount };
    let total = total.or(open.filter(|_| amount_field == Field::OpenAmount));
    let total = total.ok_or_else(|| rows.reject(IssueCode::MissingValue, amount_field))?;
    let is_part = |paid: &Amount| {
        let (paid, total) = (paid.units(), total.units());
        (paid > 0 && paid < total) || (paid < 0 && paid > total)
    };
    let is_all_paid = status == Status::Paid || open == Some(Amount::ZERO) || !has_date;
    let part_paid = paid.filter(is_part).filter(|_| !is_all_paid);
    let unpaid = if has_date || status == Status::Paid {
        Some(Amount::ZERO)
    } else {
        open.map_or_else(|| total.checked_sub(paid.unwrap_or_default()), Some)
    };
    let unpaid = unpaid.ok_or_else(|| rows.reject(IssueCode::AmountTooLarge, Field::PaidAmount))?;
    if document_type == DocumentType::CreditNote && !total.is_negative() {
        return Ok(Amounts { total: negated(total), open: negated(unpaid), part_paid: part_paid.map(negated) });
    }
    Ok(Amounts { total, open: unpaid, part_paid })
}

/// Payment services write cents without saying so: their columns are known, and no amount of theirs has decimals.
fn assumed_unit(rows: &Rows) -> AmountUnit {
    let has_header =
        |name: &str| (0..rows.layout.mapping.len()).any(|column| normalize(rows.layout.header(column)) == name);
    let is_theirs = has_header("amount due") && has_header("amount paid") && has_header("amount remaining");
    let is_written_with_underscore =
        (0..rows.layout.mapping.len()).any(|column| rows.layout.header(column) == "amount_due");
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

fn negated(amount: Amount) -> Amount {
    Amount::from_units(amount.units().saturating_neg())
}

/// Counts what the user should know of an accepted invoice.
fn remark(rows: &mut Rows, invoice: &Invoice) {
    let Invoice { issued, due, settled, amount, open, .. } = *invoice;
    if amount.is_negative() {
        rows.tally(IssueCode::CreditNotes, amount);
    }
    if settled.is_none() && open == Amount::ZERO && amount != Amount::ZERO {
        rows.tally(IssueCode::PaidDateUnknown, amount);
    } else if settled.is_none() && open != amount {
        rows.tally(IssueCode::PartlyPaid, amount.checked_sub(open).unwrap_or_default());
    }
    if settled.is_some_and(|settled| settled < issued) {
        rows.tally(IssueCode::PaidBeforeIssue, amount);
    }
    match due {
        Some(due) if due < issued => rows.tally(IssueCode::DueBeforeIssue, amount),
        None if rows.has(Field::DueDate) => rows.tally(IssueCode::NoDueDate, amount),
        _ => {}
    }
}

/// The meaning of the few texts that a column repeats, by their bytes.
struct Memo<T> {
    known: Vec<(Vec<u8>, T)>,
    /// Of an empty cell, or of a column that is not there.
    empty: Option<T>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { known: Vec::new(), empty: None }
    }
}

impl<T: Copy> Memo<T> {
    fn of(&mut self, rows: &Rows, field: Field, meaning: fn(&str) -> T) -> T {
        const MOST: usize = 64;
        let cell = rows.cell(field);
        if cell.is_empty() {
            return *self.empty.get_or_insert_with(|| meaning(""));
        }
        if let Some((_, meaning)) = self.known.iter().find(|(text, _)| is_same_word(text, cell)) {
            return *meaning;
        }
        let meaning = meaning(&rows.text(field));
        if self.known.len() < MOST {
            self.known.push((cell.to_owned(), meaning));
        }
        meaning
    }
}

fn status(text: &str) -> Status {
    const VOID: &str =
        "void, voided, deleted, draft, cancelled, canceled, annule, annulee, brouillon, supprime, supprimee";
    const DISPUTED: &str = "litige, en litige, conteste, contestee, disputed, in dispute, dispute";
    const PAID: &str = "paid, paye, payee, regle, reglee, solde, soldee, closed, encaisse, encaissee";
    match normalize(text).as_str() {
        "" => Status::Other,
        word if is_one_of(VOID, word) => Status::Void,
        word if is_one_of(DISPUTED, word) => Status::Disputed,
        word if is_one_of(PAID, word) => Status::Paid,
        _ => Status::Other,
    }
}

fn document_type(text: &str) -> DocumentType {
    const BILL: &str = "accpay, accpaycredit, bill, vendor bill, supplier invoice, purchase invoice, purchase, \
                        facture fournisseur, facture d achat, achat, in invoice";
    const CREDIT_NOTE: &str =
        "avoir, avoir client, credit note, credit memo, credit, accreccredit, customer credit note, out refund";
    match normalize(text).as_str() {
        "" => DocumentType::Other,
        word if is_one_of(BILL, word) => DocumentType::Bill,
        word if is_one_of(CREDIT_NOTE, word) => DocumentType::CreditNote,
        _ => DocumentType::Other,
    }
}

fn is_one_of(words: &str, word: &str) -> bool {
    words.split(", ").any(|known| known == word)
}
