//! Rows to payments of invoices that another table lists.

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use super::documents::{DocumentType, document_type};
use super::encoding;
use super::field::Field;
use super::life_cycle::{LifeMark, LifeStatus, life_status};
use super::memo::Memo;
use super::rows::{Fate, Rows};
use super::understanding::Relation;
use super::words::{has_any, normalize};
use crate::issue::{Issue, IssueCode};
use crate::money::Amount;

/// A payment of an invoice, or of a customer on account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Number of the invoice, as it is written; empty where none is named.
    pub number: Box<[u8]>,
    /// Name of the customer; empty where none is named.
    pub customer: Box<str>,
    /// Date of the payment.
    pub date: NaiveDate,
    /// What was paid; below zero where a payment came back.
    pub amount: Amount,
}

impl Payment {
    /// Takes up another one of the same invoice and day; answers whether it is one.
    pub fn absorb(&mut self, other: &Self) -> bool {
        let is_same = !self.number.is_empty() && self.number == other.number && self.date == other.date;
        let Some(sum) = self.amount.checked_add(other.amount).filter(|_| is_same) else { return false };
        self.amount = sum;
        true
    }
}

/// Payments as their rows come by.
#[derive(Default)]
pub struct PaymentReader {
    payments: Vec<Payment>,
    marks: Vec<LifeMark>,
    statuses: Memo<Outcome>,
    life: Memo<Option<LifeStatus>>,
    /// Statuses that are there, to tell those that come again.
    told: FxHashSet<Vec<u8>>,
    document_types: Memo<DocumentType>,
}

/// What became of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Received,
    Failed,
}

/// Words of payments that pay nothing.
const FAILED: &str = "failed, fail, echoue, echouee, echec, rejete, rejetee, rejected, chargeback, charge back, charged back, chargedback, returned, cancelled, canceled, annule, annulee, impaye, impayee, refuse, refusee, declined, \
                      void, voided, pending, en attente, fehlgeschlagen, abgelehnt, rucklastschrift, storniert, rechazado, rechazada, devuelto, fallido, anulado, respinto, insoluto, annullato, mislukt, geweigerd, retour, bounced, \
                      disputed, litige, en litige, refunded, blocked, reversed, in process, scheduled, draft, deleted, uncaptured, requires action";

fn outcome(text: &str) -> Outcome {
    let words = normalize(text);
    if has_any(&words, FAILED) { Outcome::Failed } else { Outcome::Received }
}

impl PaymentReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        if rows.table.reading.is_of_statuses {
            return self.read_status(rows).unwrap_or_else(|fate| fate);
        }
        match self.read_row(rows) {
            Ok(Some(payment)) => {
                self.payments.push(payment);
                Fate::Accepted
            }
            Ok(None) => rows.ignore(IssueCode::FailedPayments),
            Err(fate) => fate,
        }
    }

    /// A row of a list of statuses.
    fn read_status(&mut self, rows: &mut Rows) -> Result<Fate, Fate> {
        let Some(says) = self.life.of(rows, Field::Status, life_status) else {
            return Ok(rows.ignore(IssueCode::UnknownStatus));
        };
        // One event is told to several, by as many messages.
        if !self.told.insert(rows.records.bytes().to_vec()) {
            return Ok(rows.ignore(IssueCode::StatusesTwice));
        }
        let date = rows.date(Field::SettledDate)?;
        let date = date.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::SettledDate))?;
        let amount = rows.amount(Field::PaidAmount)?.filter(|_| says == LifeStatus::Cashed);
        let number = rows.filled(Field::Number).into();
        match amount {
            Some(amount) => self.payments.push(Payment { number, customer: Box::default(), date, amount }),
            None => self.marks.push(LifeMark { number, date, says }),
        }
        Ok(Fate::Accepted)
    }

    /// The payments, and what else statuses say.
    pub fn finish(mut self, rows: &mut Rows) -> (Vec<Payment>, Vec<LifeMark>) {
        // Payments that are all below zero are seen from the account of the customer.
        if self.payments.len() > 1 && self.payments.iter().all(|payment| payment.amount.is_negative()) {
            for payment in &mut self.payments {
                payment.amount = Amount::from_units(payment.amount.units().saturating_neg());
            }
            rows.issues.push(Issue::new(IssueCode::CreditView).counting(self.payments.len()));
        }
        (self.payments, self.marks)
    }

    /// `None` for a payment that failed.
    fn read_row(&mut self, rows: &mut Rows) -> Result<Option<Payment>, Fate> {
        if self.statuses.of(rows, Field::Status, outcome) == Outcome::Failed {
            return Ok(None);
        }
        let kind = self.document_types.of(rows, Field::DocumentType, document_type);
        let date = rows.date(Field::SettledDate)?;
        let date = date.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::SettledDate))?;
        let amount = rows.amount(Field::PaidAmount)?;
        let amount = amount.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::PaidAmount))?;
        // A discount granted, or fees kept back, settle the invoice too; unless the amount is that before them.
        let deducted = rows.amount(Field::Discount)?.filter(|_| !includes_deduction(rows)).unwrap_or_default();
        let amount =
            amount.checked_add(deducted).ok_or_else(|| rows.reject(IssueCode::AmountTooLarge, Field::PaidAmount))?;
        let is_return = matches!(kind, DocumentType::CreditNote | DocumentType::Returned) && !amount.is_negative();
        let amount = if is_return { Amount::from_units(amount.units().saturating_neg()) } else { amount };
        let customer = rows.filled(Field::Customer);
        let customer = encoding::text(customer, rows.encoding()).into();
        Ok(Some(Payment { number: rows.filled(Field::Number).into(), customer, date, amount }))
    }
}

/// Is the amount of the payment what the deduction and another column make together?
fn includes_deduction(rows: &Rows) -> bool {
    let (Some(paid), Some(deducted)) = (rows.table.column(Field::PaidAmount), rows.table.column(Field::Discount))
    else {
        return false;
    };
    rows.table.relations.iter().any(|found| {
        matches!(found.relation, Relation::Sum([first, second, total]) if total == paid && (first == deducted || second == deducted))
    })
}
