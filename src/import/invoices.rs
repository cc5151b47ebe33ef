//! Rows to a ledger of invoices.

use super::field::{Field, normalize};
use super::rows::{Fate, Rows};
use crate::issue::{Issue, IssueCode};
use crate::ledger::{Invoice, Ledger};
use crate::money::Amount;

/// What a status or a type says of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Nature {
    is_void: bool,
    is_bill: bool,
    is_credit: bool,
    is_disputed: bool,
    is_paid: bool,
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
    let nature = nature(rows.text(Field::Status), rows.text(Field::DocumentType));
    if nature.is_void {
        return Ok(rows.ignore(IssueCode::VoidSetAside));
    }
    if nature.is_bill {
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
    let (amount, open) = amounts(rows, nature, settled.is_some())?;
    let customer = ledger.intern(rows.text(Field::Customer));
    let invoice = Invoice { issued, due, settled, amount, open, customer, disputed: nature.is_disputed };
    remark(rows, &invoice);
    ledger.push(invoice);
    Ok(Fate::Accepted)
}

/// The amount of the document and what of it is unpaid.
fn amounts(rows: &mut Rows<'_>, nature: Nature, is_settled: bool) -> Result<(Amount, Amount), Fate> {
    let total = rows.amount(Field::Amount)?;
    let paid = rows.amount(Field::PaidAmount)?;
    let open = rows.amount(Field::OpenAmount)?;
    let amount_field = if rows.has(Field::Amount) { Field::Amount } else { Field::OpenAmount };
    let amount = total.or(open.filter(|_| amount_field == Field::OpenAmount));
    let amount = amount.ok_or_else(|| rows.reject(IssueCode::MissingValue, amount_field))?;
    let unpaid = if is_settled || nature.is_paid {
        Some(Amount::ZERO)
    } else {
        open.map_or_else(|| amount.checked_sub(paid.unwrap_or_default()), Some)
    };
    let unpaid = unpaid.ok_or_else(|| rows.reject(IssueCode::AmountTooLarge, Field::PaidAmount))?;
    if nature.is_credit && !amount.is_negative() {
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

fn nature(status: &str, document_type: &str) -> Nature {
    if status.is_empty() && document_type.is_empty() {
        return Nature::default();
    }
    let status = normalize(status);
    let kind = normalize(document_type);
    let is = |words: &[&str]| words.contains(&status.as_str());
    let is_of_type = |words: &[&str]| words.contains(&kind.as_str());
    Nature {
        is_void: is(&[
            "void",
            "voided",
            "deleted",
            "draft",
            "cancelled",
            "canceled",
            "annule",
            "annulee",
            "brouillon",
            "supprime",
            "supprimee",
        ]),
        is_bill: is_of_type(&[
            "accpay",
            "accpaycredit",
            "bill",
            "vendor bill",
            "supplier invoice",
            "purchase invoice",
            "purchase",
            "facture fournisseur",
            "facture d achat",
            "achat",
            "in invoice",
        ]),
        is_credit: is_of_type(&[
            "avoir",
            "avoir client",
            "credit note",
            "credit memo",
            "credit",
            "accreccredit",
            "customer credit note",
            "out refund",
        ]),
        is_disputed: is(&["litige", "en litige", "conteste", "contestee", "disputed", "in dispute", "dispute"]),
        is_paid: is(&[
            "paid",
            "paye",
            "payee",
            "regle",
            "reglee",
            "solde",
            "soldee",
            "closed",
            "encaisse",
            "encaissee",
        ]),
    }
}
