//! Rows to a ledger of invoices.

use super::field::{Field, normalize};
use super::rows::{Fate, Rows};
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

/// Reads an invoice list; `None` if no row was accepted.
pub fn read(rows: &mut Rows<'_>) -> Option<Ledger> {
    let mut ledger = Ledger::default();
    rows.for_each(|rows| read_row(rows, &mut ledger).unwrap_or_else(|fate| fate));
    if ledger.len() > 1 && ledger.invoices().all(|invoice| invoice.settled.is_none() && invoice.open == invoice.amount)
    {
        rows.issues.push(Issue::new(IssueCode::OnlyOpenInvoices).counting(ledger.len()));
    }
    (!ledger.is_empty()).then_some(ledger)
}

fn read_row(rows: &mut Rows<'_>, ledger: &mut Ledger) -> Result<Fate, Fate> {
    let status = status(rows.text(Field::Status));
    let document_type = document_type(rows.text(Field::DocumentType));
    if status == Status::Void {
        return Ok(rows.ignore(IssueCode::VoidSetAside));
    }
    if document_type == DocumentType::Bill {
        return Ok(rows.ignore(IssueCode::BillSetAside));
    }
    let currency = rows.text(Field::Currency);
    if !currency.is_empty() && rows.notation.currency.as_deref() != Some(currency) {
        let name = currency.to_owned();
        rows.tally_named(IssueCode::OtherCurrency, name);
        return Ok(Fate::Ignored);
    }
    let issued = rows.date(Field::IssueDate)?.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::IssueDate))?;
    let due = rows.date(Field::DueDate)?;
    let settled = rows.date(Field::SettledDate)?;
    let is_settled = settled.is_some() || status == Status::Paid;
    let (amount, open) = amounts(rows, document_type, is_settled)?;
    let customer = ledger.intern(rows.text(Field::Customer));
    let invoice = Invoice { issued, due, settled, amount, open, customer, disputed: status == Status::Disputed };
    remark(rows, &invoice);
    ledger.push(invoice);
    Ok(Fate::Accepted)
}

/// The amount of the document and what of it is unpaid.
fn amounts(rows: &mut Rows<'_>, document_type: DocumentType, is_settled: bool) -> Result<(Amount, Amount), Fate> {
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
fn remark(rows: &mut Rows<'_>, invoice: &Invoice) {
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
