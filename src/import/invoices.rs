//! Rows to a ledger of invoices.

use super::encoding;
use super::field::{Field, normalize};
use super::rows::{Fate, Rows};
use super::source::Encoding;
use crate::issue::{Issue, IssueCode};
use crate::ledger::{Invoice, Ledger};
use crate::money::Amount;

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
}

impl InvoiceReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        self.read_row(rows).unwrap_or_else(|fate| fate)
    }

    /// The ledger; `None` if no row was accepted.
    pub fn finish(mut self, rows: &mut Rows, encoding: Encoding) -> Option<Ledger> {
        let ledger = &mut self.ledger;
        ledger.decode_names(|name| encoding::text(name, encoding).into_owned());
        let is_open = |invoice: Invoice| invoice.settled.is_none() && invoice.open == invoice.amount;
        if ledger.len() > 1 && ledger.invoices().all(is_open) {
            rows.issues.push(Issue::new(IssueCode::OnlyOpenInvoices).counting(ledger.len()));
        }
        (!ledger.is_empty()).then_some(self.ledger)
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
        let is_settled = settled.is_some() || status == Status::Paid;
        let (amount, open) = amounts(rows, document_type, is_settled)?;
        let customer = self.ledger.intern(rows.cell(Field::Customer));
        let invoice = Invoice { issued, due, settled, amount, open, customer, disputed: status == Status::Disputed };
        remark(rows, &invoice);
        self.ledger.push(invoice);
        Ok(Fate::Accepted)
    }
}

/// The amount of the document and what of it is unpaid.
fn amounts(rows: &mut Rows, document_type: DocumentType, is_settled: bool) -> Result<(Amount, Amount), Fate> {
    let total = rows.amount(Field::Amount)?;
    let paid = rows.amount(Field::PaidAmount)?;
    let open = rows.amount(Field::OpenAmount)?;
    let amount_field = if rows.has(Field::Amount) { Field::Amount } else { Field::OpenAmount };
    let amount = total.or(open.filter(|_| amount_field == Field::OpenAmount));
    let amount = amount.ok_or_else(|| rows.reject(IssueCode::MissingValue, amount_field))?;
    let unpaid = if is_settled {
        Some(Amount::ZERO)
    } else {
        open.map_or_else(|| amount.checked_sub(paid.unwrap_or_default()), Some)
    };
    let unpaid = unpaid.ok_or_else(|| rows.reject(IssueCode::AmountTooLarge, Field::PaidAmount))?;
    if document_type == DocumentType::CreditNote && !amount.is_negative() {
        return Ok((negated(amount), negated(unpaid)));
    }
    Ok((amount, unpaid))
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
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { known: Vec::new() }
    }
}

impl<T: Copy> Memo<T> {
    fn of(&mut self, rows: &Rows, field: Field, meaning: fn(&str) -> T) -> T {
        const MOST: usize = 64;
        let cell = rows.cell(field);
        if cell.is_empty() {
            return meaning("");
        }
        if let Some((_, meaning)) = self.known.iter().find(|(text, _)| text == cell) {
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
