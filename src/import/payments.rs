//! Rows to payments of invoices that another file lists.

use chrono::NaiveDate;

use super::field::Field;
use super::rows::{Fate, Rows};
use crate::issue::IssueCode;
use crate::money::Amount;

/// A payment of an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Number of the invoice, as it is written.
    pub number: Box<[u8]>,
    /// Date of the payment.
    pub date: NaiveDate,
    /// What was paid.
    pub amount: Amount,
}

/// Payments as their rows come by.
#[derive(Default)]
pub struct PaymentReader {
    payments: Vec<Payment>,
}

impl PaymentReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        match read_row(rows) {
            Ok(payment) => {
                self.payments.push(payment);
                Fate::Accepted
            }
            Err(fate) => fate,
        }
    }

    /// The payments.
    pub fn finish(self) -> Vec<Payment> {
        self.payments
    }
}

fn read_row(rows: &mut Rows) -> Result<Payment, Fate> {
    if rows.cell(Field::Number).is_empty() {
        return Err(rows.reject(IssueCode::MissingValue, Field::Number));
    }
    let date = rows.date(Field::SettledDate)?;
    let date = date.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::SettledDate))?;
    let amount = rows.amount(Field::PaidAmount)?;
    let amount = amount.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::PaidAmount))?;
    Ok(Payment { number: rows.cell(Field::Number).into(), date, amount })
}
