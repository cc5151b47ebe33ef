//! The life of electronic invoices as a list of statuses tells it: number, status, day, amount.
//!
//! Codes and labels are those of the French life cycle (AFNOR XP Z12-012).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::payments::Payment;
use super::words::normalize;
use crate::issue::{Issue, IssueCode, Issues};
use crate::ledger::{Invoice, Ledger, Standing};
use crate::money::{self, Amount};
use crate::order::Order;

/// What a status says of its invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LifeStatus {
    /// On its way, or seen: nothing.
    Silent,
    /// Taken in hand, approved, completed: no dispute is left.
    Agreed,
    /// In dispute, in whole or in part.
    Disputed,
    /// Refused, turned away, replaced: no invoice any more.
    Void,
    /// Handed over to a factor.
    Factored,
    /// Not handed over after all.
    NotFactored,
    /// Paid, or a part of it.
    Cashed,
}

/// What the statuses of an invoice come to, taken one after the other as they happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LifeState {
    /// Is it no invoice any more? That lasts.
    pub is_void: bool,
    /// Is it in dispute? `None` if nothing says so.
    pub is_disputed: Option<bool>,
    /// Was it handed over to a factor? `None` if nothing says so.
    pub is_factored: Option<bool>,
}

impl LifeState {
    /// The next status.
    pub const fn take(&mut self, says: LifeStatus) {
        match says {
            LifeStatus::Silent => {}
            LifeStatus::Agreed | LifeStatus::Cashed => self.is_disputed = Some(false),
            LifeStatus::Disputed => self.is_disputed = Some(true),
            LifeStatus::Void => self.is_void = true,
            LifeStatus::Factored => self.is_factored = Some(true),
            LifeStatus::NotFactored => self.is_factored = Some(false),
        }
    }
}

/// A status of an invoice that is no payment of a known amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeMark {
    /// Number of the invoice, as it is written.
    pub number: Box<[u8]>,
    /// When it became so.
    pub date: NaiveDate,
    /// What it says; cashed means all that is left.
    pub says: LifeStatus,
}

const LABELS: [(&str, LifeStatus); 34] = [
    ("deposee", LifeStatus::Silent),
    ("emise", LifeStatus::Silent),
    ("emise par la plateforme", LifeStatus::Silent),
    ("recue", LifeStatus::Silent),
    ("recue par la plateforme", LifeStatus::Silent),
    ("mise a disposition", LifeStatus::Silent),
    ("suspendue", LifeStatus::Silent),
    ("paiement transmis", LifeStatus::Agreed),
    ("erreur de routage", LifeStatus::Silent),
    ("demande de paiement direct", LifeStatus::Silent),
    ("changement de compte a payer", LifeStatus::Silent),
    ("prise en charge", LifeStatus::Agreed),
    ("approuvee", LifeStatus::Agreed),
    ("completee", LifeStatus::Agreed),
    ("visee", LifeStatus::Agreed),
    ("approuvee partiellement", LifeStatus::Disputed),
    ("en litige", LifeStatus::Disputed),
    ("litige", LifeStatus::Disputed),
    ("refusee", LifeStatus::Void),
    ("rejetee", LifeStatus::Void),
    ("annulee", LifeStatus::Void),
    ("irrecevable", LifeStatus::Void),
    ("affacturee", LifeStatus::Factored),
    ("affacturee confidentiel", LifeStatus::Factored),
    ("non affacturee", LifeStatus::NotFactored),
    ("encaissee", LifeStatus::Cashed),
    ("partiellement encaissee", LifeStatus::Cashed),
    ("encaissee partiellement", LifeStatus::Cashed),
    ("submitted", LifeStatus::Silent),
    ("made available", LifeStatus::Silent),
    ("in dispute", LifeStatus::Disputed),
    ("disputed", LifeStatus::Disputed),
    ("refused", LifeStatus::Void),
    ("cashed", LifeStatus::Cashed),
];

/// What a code, a label, or one before the other says; `None` for what is none of the life cycle.
///
/// # Examples
///
/// ```
/// use encours::import::life_cycle::{LifeStatus, life_status};
///
/// assert_eq!(life_status("212"), Some(LifeStatus::Cashed));
/// assert_eq!(life_status("207 - En_litige"), Some(LifeStatus::Disputed));
/// assert_eq!(life_status("Mise à disposition"), Some(LifeStatus::Silent));
/// assert_eq!(life_status("Payée"), None);
/// ```
#[must_use]
pub fn life_status(text: &str) -> Option<LifeStatus> {
    let words = normalize(text);
    let first = words.split(' ').next().unwrap_or_default();
    let by_code = match first {
        "200" | "201" | "202" | "203" | "208" | "221" | "224" | "227" => Some(LifeStatus::Silent),
        "204" | "205" | "209" | "211" | "214" => Some(LifeStatus::Agreed),
        "206" | "207" => Some(LifeStatus::Disputed),
        "210" | "213" | "220" | "501" => Some(LifeStatus::Void),
        "225" | "226" => Some(LifeStatus::Factored),
        "228" => Some(LifeStatus::NotFactored),
        "212" => Some(LifeStatus::Cashed),
        _ => None,
    };
    by_code.or_else(|| LABELS.iter().find(|(label, _)| *label == words).map(|(_, status)| *status))
}

/// Is a text a code rather than a word?
#[must_use]
pub fn is_life_code(text: &str) -> bool {
    text.trim().len() == 3 && text.trim().bytes().all(|byte| byte.is_ascii_digit()) && life_status(text).is_some()
}

/// Is a text a code with words beside it, as in `207 - En litige`?
#[must_use]
pub fn is_life_code_with_label(text: &str) -> bool {
    let words = normalize(text);
    words.split_once(' ').is_some_and(|(code, label)| is_life_code(code) && life_status(label).is_some())
}

/// Says of invoices what their statuses say: the latest whether they are in dispute or handed over, any that they are none.
/// Those that are said to be cashed without an amount are paid of all that the other payments leave.
pub fn mark(ledger: &Ledger, mut marks: Vec<LifeMark>, payments: &mut Vec<Payment>, issues: &mut Issues) -> Ledger {
    marks.order_by_key(|mark| mark.date);
    let mut known: BTreeMap<&[u8], (LifeState, Option<NaiveDate>)> = BTreeMap::new();
    for mark in &marks {
        let (state, cashed) = known.entry(&mark.number).or_default();
        state.take(mark.says);
        if mark.says == LifeStatus::Cashed {
            *cashed = Some(mark.date);
        }
    }
    let mut owed: BTreeMap<&[u8], i64> = BTreeMap::new();
    for (invoice, number) in ledger.invoices().zip(ledger.numbers()) {
        let rest = owed.entry(number).or_default();
        *rest = rest.saturating_add(invoice.amount.units());
    }
    let missing = known.keys().filter(|number| !owed.contains_key(*number)).count();
    if missing > 0 {
        issues.push(Issue::new(IssueCode::StatusWithoutInvoice).counting(missing));
    }
    for payment in payments.iter() {
        if let Some(rest) = owed.get_mut(&*payment.number) {
            *rest = rest.saturating_sub(payment.amount.units());
        }
    }
    let mut whole = 0;
    for (number, (_, cashed)) in &known {
        if let (Some(date), Some(rest)) = (*cashed, owed.get(number).filter(|rest| **rest != 0)) {
            let amount = Amount::from_units(*rest);
            payments.push(Payment { number: (*number).into(), customer: Box::default(), date, amount });
            whole += 1;
        }
    }
    if whole > 0 {
        issues.push(Issue::new(IssueCode::CashedWithoutAmount).counting(whole));
    }
    let (mut void, mut units) = (0, 0);
    let kept: Vec<_> = ledger
        .invoices()
        .zip(ledger.numbers())
        .filter_map(|(invoice, number)| {
            let Some((state, _)) = known.get(number) else { return Some((invoice, number)) };
            if state.is_void {
                void += 1;
                units += i128::from(invoice.amount.units());
                return None;
            }
            let standing = match (state.is_disputed, state.is_factored) {
                (Some(true), _) => Standing::Disputed,
                (_, Some(true)) => Standing::Factored,
                (Some(false), _) if invoice.standing == Standing::Disputed => Standing::Undisputed,
                (_, Some(false)) if invoice.standing == Standing::Factored => Standing::Undisputed,
                _ => invoice.standing,
            };
            Some((Invoice { standing, ..invoice }, number))
        })
        .collect();
    if void > 0 {
        issues.push(Issue::new(IssueCode::VoidSetAside).counting(void).amounting(money::total(units)));
    }
    ledger.with_invoices(kept.into_iter())
}
