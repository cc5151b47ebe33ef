//! Movements of customers' accounts to a ledger of invoices: debits are invoices, credits pay them by lettering, by the
//! number in their text, or on account.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::encoding;
use super::field::Field;
use super::rows::{Fate, Rows};
use super::source::Encoding;
use super::words::{has_any, has_words, is_one_of, normalize};
use crate::issue::{Issue, IssueCode};
use crate::ledger::{CustomerId, Invoice, LabelsId, Ledger, Standing};
use crate::money::{self, Amount};

/// A customer's account as its rows come by.
#[derive(Default)]
pub struct CustomerLedgerReader {
    names: Ledger,
    charges: Vec<Charge>,
    credits: Vec<Credit>,
    has_sales: bool,
    labels: Labels,
}

/// What the labels of movements speak of, and whether their balance starts from nothing.
#[derive(Default)]
struct Labels {
    charges: usize,
    /// Charges that are called invoices.
    invoices: usize,
    credits: usize,
    /// Credits that are called receipts, or credit notes.
    receipts: usize,
    has_opening: bool,
    /// Is the balance of the first, or of the last row what that row moves?
    starts_at_zero: bool,
    /// Was the row before so?
    was_whole: bool,
}

/// What a customer was charged, or given back.
struct Charge {
    invoice: Invoice,
    number: Vec<u8>,
    letter: Vec<u8>,
    /// Payments with their dates.
    paid: Vec<(NaiveDate, Amount)>,
}

/// What a customer paid.
struct Credit {
    customer: CustomerId,
    date: NaiveDate,
    amount: Amount,
    letter: Vec<u8>,
    words: String,
    labels: LabelsId,
}

/// What a movement is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Movement {
    Opening,
    Charge,
    Payment,
}

const OPENING: &str = "report a nouveau, a nouveau, a nouveaux, solde initial, solde d ouverture, solde anterieur, report, opening, opening balance, beginning balance, balance forward, brought forward, anfangsbestand, saldovortrag, \
                       saldo inicial, saldo iniziale, beginsaldo, ran, reprise, solde au, previous balance, vortrag, saldo anterior, apertura";
const PAYMENT: &str = "reglement, regl, paiement, virement, vir, cheque, chq, payment, encaissement, prelevement, prlv, zahlung, cb, carte, versement, remise, receipt, effet, lcr, transfer, uberweisung, lastschrift, cobro, pago, incasso, \
                       bonifico, betaling, especes, cash, rglt, rgt, paid, traite, billet, bank, banque, virt";
const BANKS: &str = "bq, bnk, banque, bank, ca, caisse, bk, tr, eff, reg, tresorerie, bp, bnp, sg, cic, lcl, rg, enc, ba, cb, kasse, banco, banca";
const SALES: &str =
    "ve, vt, vte, vente, ventes, sales, fac, fc, vk, inv, vten, verkauf, vn, vf, verkoop, ventas, vendite, fact, vl";
const INVOICES: &str = "facture, fact, fac, invoice, rechnung, factura, fattura, factuur, inv";
const CREDIT_NOTES: &str =
    "avoir, credit note, credit memo, gutschrift, abono, nota di credito, creditnota, rabais, remise";

fn starts(journal: &str, list: &str) -> bool {
    is_one_of(journal.split(' ').next().unwrap_or_default(), list)
}

impl CustomerLedgerReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        self.read_row(rows).unwrap_or_else(|fate| fate)
    }

    fn read_row(&mut self, rows: &mut Rows) -> Result<Fate, Fate> {
        let net = net(rows)?;
        if net == Amount::ZERO {
            return Ok(rows.ignore(IssueCode::BlankRow));
        }
        if !rows.is_in_currency() {
            let name = rows.currency_name();
            rows.tally_named(IssueCode::OtherCurrency, name);
            return Ok(Fate::Ignored);
        }
        let words = normalize(&format!("{} {}", rows.text(Field::EntryLabel), rows.text(Field::DocumentType)));
        let journal = normalize(&rows.text(Field::JournalCode));
        let movement = movement(&words, &journal, net);
        self.labels.see(&words, movement, net);
        self.labels.see_balance(net, rows.amount(Field::RunningBalance).ok().flatten());
        let date = rows.date(Field::IssueDate)?;
        let date = date.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::IssueDate))?;
        let due = rows.date(Field::DueDate)?;
        let name = rows.filled(Field::Customer);
        let name = if name.is_empty() { rows.section().text.as_bytes() } else { name };
        let customer = self.names.intern(name);
        let labels = self.labels_of(rows);
        let letter = rows.filled(Field::Lettering).to_ascii_lowercase();
        if movement == Movement::Payment {
            let amount = Amount::from_units(net.units().saturating_neg());
            self.credits.push(Credit { customer, date, amount, letter, words, labels });
            return Ok(Fate::Accepted);
        }
        let on_account = movement == Movement::Opening;
        self.has_sales |= !on_account;
        if net.is_negative() {
            rows.tally(IssueCode::CreditNotes, net);
        }
        let invoice = Invoice {
            issued: date,
            due,
            settled: None,
            amount: net,
            open: net,
            customer,
            standing: Standing::Undisputed,
            on_account,
            sold: net,
            labels,
            count: 1,
        };
        self.charges.push(Charge { invoice, number: rows.filled(Field::Number).to_vec(), letter, paid: Vec::new() });
        Ok(Fate::Accepted)
    }

    fn labels_of(&mut self, rows: &Rows) -> LabelsId {
        if self.charges.is_empty() && self.credits.is_empty() {
            self.names.mark_segments(rows.segment_headings());
        }
        if self.names.segments().is_empty() {
            return LabelsId::default();
        }
        self.names.label(rows.segment_cells())
    }

    /// The ledger; `None` if nothing was charged to anybody.
    pub fn finish(mut self, rows: &mut Rows, encoding: Encoding) -> Option<Ledger> {
        if !self.has_sales || !(is_of_customers(rows) || self.labels.are_of_customers(rows)) {
            rows.issues.push(Issue::new(IssueCode::NoInvoicesInLedger));
            return None;
        }
        let left = self.match_payments(encoding);
        self.names.decode_names(|name| encoding::text(name, encoding).into_owned());
        self.names.decode_segments(|value| encoding::text(value, encoding).into_owned());
        if !left.is_empty() {
            let units: i128 = left.iter().map(|(_, amount)| i128::from(amount.units())).sum();
            rows.issues
                .push(Issue::new(IssueCode::PaymentsOnAccount).counting(left.len()).amounting(money::total(units)));
        }
        let charged = self
            .charges
            .iter()
            .flat_map(|charge| charge.parts().into_iter().map(|part| (part, charge.number.as_slice())));
        let credits = left.iter().map(|(credit, amount)| {
            let amount = Amount::from_units(amount.units().saturating_neg());
            let credit = Invoice {
                issued: credit.date,
                due: None,
                settled: None,
                amount,
                open: amount,
                customer: credit.customer,
                standing: Standing::Undisputed,
                on_account: true,
                sold: amount,
                labels: credit.labels,
                count: 1,
            };
            (credit, [].as_slice())
        });
        let ledger = self.names.with_invoices(charged.chain(credits));
        (!ledger.is_empty()).then_some(ledger)
    }

    /// Pays charges: those with the same letter of the same customer, else those named in the text. What is left of
    /// each credit.
    fn match_payments(&mut self, encoding: Encoding) -> Vec<(Credit, Amount)> {
        let mut by_letter: FxHashMap<(CustomerId, Vec<u8>), Vec<usize>> = FxHashMap::default();
        let mut by_number: Vec<(String, usize)> = Vec::new();
        for (index, charge) in self.charges.iter().enumerate() {
            if !charge.letter.is_empty() {
                by_letter.entry((charge.invoice.customer, charge.letter.clone())).or_default().push(index);
            }
            let number = normalize(&encoding::text(&charge.number, encoding));
            if number.len() > 2 {
                by_number.push((number, index));
            }
        }
        let mut left = Vec::new();
        for credit in std::mem::take(&mut self.credits) {
            let lettered =
                by_letter.get(&(credit.customer, credit.letter.clone())).filter(|_| !credit.letter.is_empty());
            let named = || -> Vec<usize> {
                let is_named = |(number, _): &&(String, usize)| has_words(&credit.words, number);
                by_number.iter().filter(is_named).map(|(_, index)| *index).collect()
            };
            let charges = lettered.cloned().unwrap_or_else(named);
            let mut rest = credit.amount;
            for index in charges {
                if let Some(charge) = self.charges.get_mut(index) {
                    rest = charge.pay(credit.date, rest);
                }
            }
            if rest != Amount::ZERO {
                left.push((credit, rest));
            }
        }
        left
    }
}

impl Labels {
    fn see(&mut self, words: &str, movement: Movement, net: Amount) {
        let says_invoice = has_any(words, INVOICES);
        match movement {
            Movement::Opening => self.has_opening = true,
            Movement::Charge if !net.is_negative() => {
                self.charges += 1;
                self.invoices += usize::from(says_invoice && !has_any(words, PAYMENT));
            }
            _ => {
                self.credits += 1;
                self.receipts += usize::from(has_any(words, PAYMENT) || has_any(words, CREDIT_NOTES));
            }
        }
    }

    fn see_balance(&mut self, net: Amount, balance: Option<Amount>) {
        self.was_whole = balance == Some(net);
        self.starts_at_zero |= self.was_whole && self.charges + self.credits == 1;
    }

    /// Invoices and receipts, and nothing there before: a bank's account starts with money in it, and has names of all
    /// sorts.
    fn are_of_customers(&self, rows: &Rows) -> bool {
        let starts = self.has_opening || self.starts_at_zero || self.was_whole || !rows.has(Field::RunningBalance);
        starts && self.invoices * 10 >= self.charges * 8 && self.receipts * 10 >= self.credits * 8 && self.credits > 0
    }
}

impl Charge {
    /// Takes what it can of a payment; the rest of that.
    fn pay(&mut self, date: NaiveDate, amount: Amount) -> Amount {
        let open = self.invoice.open.units();
        let taken = if open < 0 { amount.units().clamp(open, 0) } else { amount.units().clamp(0, open) };
        if taken != 0 {
            self.invoice.open = Amount::from_units(open - taken);
            self.paid.push((date, Amount::from_units(taken)));
        }
        amount.saturating_sub(Amount::from_units(taken))
    }

    fn parts(&self) -> Vec<Invoice> {
        let paid = self.paid.iter().map(|(date, amount)| Invoice {
            amount: *amount,
            open: Amount::ZERO,
            settled: Some(*date),
            ..self.invoice
        });
        let rest = Invoice { amount: self.invoice.open, ..self.invoice };
        let is_open = self.invoice.open != Amount::ZERO;
        paid.chain(is_open.then_some(rest)).collect()
    }
}

/// Are these accounts of customers, rather than those of a bank? Then something tells customers, documents, due dates
/// or lettering.
fn is_of_customers(rows: &Rows) -> bool {
    const MARKS: [Field; 5] = [Field::Customer, Field::Number, Field::DueDate, Field::JournalCode, Field::Lettering];
    MARKS.into_iter().any(|field| rows.has(field)) || !rows.section().text.is_empty()
}

/// Debits less credits of the row.
fn net(rows: &mut Rows) -> Result<Amount, Fate> {
    if rows.has(Field::Debit) || rows.has(Field::Credit) {
        let debit = rows.amount(Field::Debit)?.unwrap_or_default();
        let credit = rows.amount(Field::Credit)?.unwrap_or_default();
        return debit.checked_sub(credit).ok_or_else(|| rows.reject(IssueCode::AmountTooLarge, Field::Debit));
    }
    let amount = rows.amount(Field::SignedAmount)?;
    let amount = amount.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::SignedAmount))?;
    match rows.cell(Field::Direction).first().map(u8::to_ascii_lowercase) {
        Some(b'd' | b's' | b'+') | None => Ok(amount),
        Some(_) => Ok(Amount::from_units(amount.units().saturating_neg())),
    }
}

fn movement(words: &str, journal: &str, net: Amount) -> Movement {
    let is_bank = starts(journal, BANKS) || (has_any(words, PAYMENT) && !has_any(words, INVOICES));
    if has_any(words, OPENING) && !has_any(words, INVOICES)
        || ["an", "ran", "rb", "opening", "a nouveau", "ouv"].contains(&journal)
    {
        Movement::Opening
    } else {
        let is_charge = if net.is_negative() {
            has_any(words, CREDIT_NOTES) || (starts(journal, SALES) && !is_bank)
        } else {
            !is_bank
        };
        if is_charge { Movement::Charge } else { Movement::Payment }
    }
}
