//! An invoice in as many rows as it has dates: instalments, and what was cashed of each.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use super::amount::parsed;
use super::due_text;
use super::invoice::EInvoice;
use super::list::{PAYMENT_UNKNOWN, Row};
use super::standing::Standing;
use crate::issue::IssueCode;
use crate::order::Order;

/// What making rows of an invoice showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// What there is to know of it.
    pub codes: Vec<IssueCode>,
    /// More was cashed than was due, by so much.
    pub cashed_beyond: Decimal,
}

impl Remarks {
    /// Is this among it?
    pub fn says(&self, code: IssueCode) -> bool {
        self.codes.contains(&code)
    }
}

/// The amounts of an invoice as they count: below zero for a credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// With tax.
    pub total: Decimal,
    /// Without tax.
    pub excl: Option<Decimal>,
    /// What was due when it was issued.
    pub payable: Decimal,
    /// What was paid before.
    pub prepaid: Decimal,
}

impl Amounts {
    /// Those of an invoice; `None` if it does not say what it is worth.
    pub fn of(invoice: &EInvoice, sign: Decimal) -> Option<Self> {
        let amount = |text: &Option<String>| text.as_deref().and_then(parsed);
        let (total, payable) = (amount(&invoice.total_incl), amount(&invoice.payable));
        let with_tax = || amount(&invoice.total_excl)?.checked_add(amount(&invoice.tax).unwrap_or_default());
        let written = amount(&invoice.prepaid);
        let total = total.or_else(with_tax).or_else(|| payable?.checked_add(written.unwrap_or_default()))?;
        let rounding = amount(&invoice.rounding).unwrap_or_default();
        let payable = payable.unwrap_or(total + rounding - written.unwrap_or_default());
        // Without a word of it, what is not due any more was paid; what is due beyond the total is no prepayment.
        let missing = total + rounding - payable;
        let is_part = missing.is_sign_positive() == total.is_sign_positive() && missing.abs() <= total.abs();
        let prepaid = written.unwrap_or(if is_part { missing } else { Decimal::ZERO });
        Some(Self {
            total: total * sign,
            excl: amount(&invoice.total_excl).map(|excl| excl * sign),
            payable: payable * sign,
            prepaid: prepaid * sign,
        })
    }

    /// Without what deposits invoiced already.
    pub fn without(self, deposits: Self) -> Self {
        Self {
            total: self.total - deposits.total,
            excl: self.excl.zip(deposits.excl).map(|(excl, deposits)| excl - deposits),
            payable: self.payable,
            prepaid: self.prepaid - deposits.total,
        }
    }
}

/// A part of what is due, with its day, and when it was paid.
#[derive(Clone, Copy, Debug)]
struct Part {
    due: Option<NaiveDate>,
    amount: Decimal,
    settled: Option<NaiveDate>,
}

/// The rows of an invoice, all alike but in dates and amounts. Where nothing says what is paid, `is_known` is false.
pub fn rows(
    invoice: &EInvoice,
    amounts: Amounts,
    standing: &Standing,
    like: &Row,
    is_known: bool,
) -> (Vec<Row>, Remarks) {
    let mut remarks = Remarks::default();
    let mut parts = instalments(invoice, amounts, &mut remarks);
    let mut cashed = standing.cashed.clone();
    if let Some(day) = standing.cashed_whole {
        let said: Decimal = cashed.iter().map(|(_, amount)| *amount).sum();
        if said != amounts.payable {
            remarks.codes.push(IssueCode::CashedWithoutAmount);
            cashed.push((day, amounts.payable - said));
            cashed.order_by_key(|(day, _)| *day);
        }
    }
    let paid_on_receipt = paid_before_issue(invoice).filter(|_| cashed.is_empty() && !amounts.payable.is_zero());
    if let Some(day) = paid_on_receipt {
        remarks.codes.push(IssueCode::DepositsPaid);
        cashed.push((day, amounts.payable));
    }
    if !standing.state.is_void {
        remarks.cashed_beyond = cash(&mut parts, taken_back(signed(cashed, amounts.payable), amounts.payable));
    }
    let is_dated = parts.iter().any(|part| part.settled.is_some());
    let status = |part: &Part| match part.settled {
        _ if standing.state.is_void => "void",
        Some(_) => "paid",
        None if standing.state.is_disputed == Some(true) => "disputed",
        None if standing.state.is_factored == Some(true) || invoice.is_factored() => "factored",
        None if is_known => "open",
        None => PAYMENT_UNKNOWN,
    };
    let open = |part: &Part| {
        (is_known || is_dated).then_some(if part.settled.is_some() { Decimal::ZERO } else { part.amount })
    };
    let mut rows = Vec::new();
    if let ([part], false) = (parts.as_slice(), is_dated) {
        let paid = Some(amounts.prepaid).filter(|paid| is_known || !paid.is_zero());
        let open =
            open(part).or_else(|| Some(part.amount).filter(|_| !amounts.prepaid.is_zero() && part.amount.is_zero()));
        rows.push(Row { due: part.due, amount: amounts.total, paid, open, status: status(part), ..like.clone() });
    } else {
        if !amounts.prepaid.is_zero() {
            let (amount, settled) = (amounts.prepaid, like.issued);
            let paid = Part { due: None, amount, settled };
            let due = parts.first().and_then(|part| part.due);
            rows.push(Row {
                due,
                amount,
                paid: Some(amount),
                open: Some(Decimal::ZERO),
                status: status(&paid),
                settled,
                ..like.clone()
            });
        }
        rows.extend(parts.iter().map(|part| Row {
            due: part.due,
            amount: part.amount,
            paid: part.settled.map(|_| part.amount).or_else(|| is_known.then_some(Decimal::ZERO)),
            open: open(part),
            status: status(part),
            settled: part.settled,
            ..like.clone()
        }));
        // What is due beyond the total is none of its sales.
        let beyond: Decimal = rows.iter().map(|row| row.amount).sum::<Decimal>() - amounts.total;
        if let Some(last) = rows.last_mut() {
            last.amount -= beyond;
        }
    }
    share_net(&mut rows, amounts);
    (rows, remarks)
}

/// What is due on which day.
fn instalments(invoice: &EInvoice, amounts: Amounts, remarks: &mut Remarks) -> Vec<Part> {
    let sign = if amounts.payable.is_sign_negative() { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    let whole = |due| vec![Part { due, amount: amounts.payable, settled: None }];
    let latest = invoice.due.iter().map(|due| due.date).max();
    let known: Vec<Option<Decimal>> = invoice
        .due
        .iter()
        .map(|due| due.amount.as_deref().and_then(parsed).map(|amount| amount.abs() * sign))
        .collect();
    if known.iter().all(Option::is_none) {
        if invoice.due.len() > 1 {
            remarks.codes.push(IssueCode::LatestDueDate);
        }
        let from_terms = || {
            let due = due_text::due(invoice.terms.as_deref()?, invoice.issue_date?)?;
            remarks.codes.push(IssueCode::DueFromTerms);
            Some(due)
        };
        return whole(latest.or_else(from_terms));
    }
    let said: Decimal = known.iter().flatten().sum();
    let rest = amounts.payable - said;
    let unsaid = known.iter().filter(|amount| amount.is_none()).count();
    // The one that says nothing is the rest; what was paid before is taken from the first ones.
    let is_whole = rest.is_zero() || unsaid == 1;
    let is_before_prepaid = !is_whole && said == amounts.payable + amounts.prepaid;
    if !is_whole && !is_before_prepaid {
        remarks.codes.push(IssueCode::InstalmentsDiffer);
        return whole(latest);
    }
    let mut parts: Vec<Part> = invoice
        .due
        .iter()
        .zip(&known)
        .map(|(due, amount)| Part { due: Some(due.date), amount: amount.unwrap_or(rest), settled: None })
        .collect();
    parts.order_by_key(|part| part.due);
    if is_before_prepaid {
        let mut left = amounts.prepaid;
        for part in &mut parts {
            let taken = if part.amount.abs() <= left.abs() { part.amount } else { left };
            part.amount -= taken;
            left -= taken;
        }
    }
    // Equal days are one.
    parts.dedup_by(|later, earlier| {
        let is_same_day = later.due == earlier.due;
        if is_same_day {
            earlier.amount += later.amount;
        }
        is_same_day
    });
    parts.retain(|part| !part.amount.is_zero());
    if parts.is_empty() { whole(latest) } else { parts }
}

/// The day that a deposit, or an invoice of a sale paid at once, was paid on: the date it gives lies before its issue.
fn paid_before_issue(invoice: &EInvoice) -> Option<NaiveDate> {
    let (issued, due) = (invoice.issue_date?, invoice.due.first()?.date);
    (invoice.prepayment && !invoice.credit && due <= issued).then_some(due)
}

/// What was cashed with the sign of what is due: who writes none of it so writes amounts without their sign.
fn signed(cashed: Vec<(NaiveDate, Decimal)>, payable: Decimal) -> Vec<(NaiveDate, Decimal)> {
    let is_other = |amount: Decimal| amount.is_sign_negative() != payable.is_sign_negative();
    if payable.is_sign_negative() && cashed.iter().all(|(_, amount)| is_other(*amount)) {
        return cashed.into_iter().map(|(day, amount)| (day, -amount)).collect();
    }
    cashed
}

/// What was cashed once what was taken back is left out, the latest first.
fn taken_back(cashed: Vec<(NaiveDate, Decimal)>, payable: Decimal) -> Vec<(NaiveDate, Decimal)> {
    let is_back = |amount: Decimal| !amount.is_zero() && amount.is_sign_negative() != payable.is_sign_negative();
    let mut kept: Vec<(NaiveDate, Decimal)> = Vec::new();
    for (day, amount) in cashed {
        let mut left = amount;
        if is_back(amount) {
            while let Some((_, last)) = kept.last_mut() {
                if last.abs() > left.abs() {
                    *last += left;
                    left = Decimal::ZERO;
                    break;
                }
                left += *last;
                kept.pop();
            }
        }
        if !left.is_zero() && !is_back(left) {
            kept.push((day, left));
        }
    }
    kept
}

/// Pays parts in the order they are due; answers what is left over.
fn cash(parts: &mut Vec<Part>, cashed: Vec<(NaiveDate, Decimal)>) -> Decimal {
    let mut over = Decimal::ZERO;
    for (day, mut left) in cashed {
        let mut at = 0;
        while let Some(part) = parts.get_mut(at) {
            let is_payable = part.settled.is_none() && part.amount.is_sign_negative() == left.is_sign_negative();
            if left.is_zero() {
                break;
            }
            if is_payable && part.amount.abs() <= left.abs() {
                left -= part.amount;
                part.settled = Some(day);
            } else if is_payable {
                part.amount -= left;
                let paid = Part { amount: left, settled: Some(day), ..*part };
                left = Decimal::ZERO;
                parts.insert(at, paid);
            }
            at += 1;
        }
        over += left;
    }
    over
}

/// Shares what the invoice is worth without tax over its rows, to the cent.
fn share_net(rows: &mut [Row], amounts: Amounts) {
    let Some(excl) = amounts.excl else { return };
    let mut left = excl;
    let count = rows.len();
    for (at, row) in rows.iter_mut().enumerate() {
        let share = if at + 1 == count || amounts.total.is_zero() {
            left
        } else {
            let share = excl.checked_mul(row.amount).and_then(|product| product.checked_div(amounts.total));
            share.unwrap_or_default().round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        };
        row.excl_tax = Some(share);
        left -= share;
    }
}
