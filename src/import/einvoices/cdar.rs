//! Messages about the life of an invoice: received, in dispute, refused, cashed.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;

use super::amount::{day, parsed};
use super::cii::date_text;
use super::tree::{Element, Tree};

/// A status of an invoice. Amounts are texts as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EStatus {
    /// MDT-87, the number of the invoice.
    pub invoice: Option<String>,
    /// MDT-100, when that was issued.
    pub invoice_date: Option<NaiveDate>,
    /// MDT-91.
    pub invoice_type: Option<String>,
    /// MDT-129.
    pub seller_siren: Option<String>,
    /// MDT-105.
    pub status: String,
    /// MDT-106.
    pub label: Option<String>,
    /// MDT-77: 305 for the way of the invoice, 23 for what is made of it.
    pub phase: Option<String>,
    /// MDT-78, when that became so.
    pub status_datetime: Option<String>,
    /// The day of it.
    pub status_date: Option<NaiveDate>,
    /// MDT-8, when the message was written.
    pub message_datetime: Option<String>,
    /// What it says of the invoice.
    pub effect: Option<Effect>,
    /// What was cashed.
    pub cashed: Vec<Cashed>,
    /// All of that.
    pub cashed_total: Option<String>,
    /// What is still to be paid, as the message says.
    pub still_to_pay: Option<String>,
    /// Why.
    pub reasons: Vec<StatusReason>,
    /// MDT-40, who says it.
    pub issuer_role: Option<String>,
    /// MDT-59, whom it is said to.
    pub recipient_roles: Vec<String>,
}

/// What a status says of an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Owed.
    Open,
    /// In dispute.
    Disputed,
    /// In dispute in part.
    DisputedPart,
    /// None any more.
    Void,
    /// A payment is on its way.
    PaymentAnnounced,
    /// Paid, or a part of it.
    Cashed,
    /// Handed over to a factor.
    Factored,
    /// Never issued.
    NotIssued,
}

/// An amount that was cashed, at one rate of VAT.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cashed {
    /// How much, VAT included; below zero it is taken back.
    pub amount: String,
    /// Of what currency.
    pub currency: Option<String>,
    /// The rate.
    pub vat_rate: Option<String>,
    /// MDT-219, the day it was received, where that is told.
    pub value_date: Option<NaiveDate>,
}

/// Why an invoice is refused or in dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusReason {
    /// Its code.
    pub code: Option<String>,
    /// In words.
    pub text: Option<String>,
    /// What is asked for.
    pub action: Option<String>,
}

impl Effect {
    /// What a code says; `None` for one that is not about an invoice.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Some(match code {
            "200" | "201" | "202" | "203" | "204" | "205" | "208" | "209" | "214" | "221" | "224" | "227" | "228" => {
                Self::Open
            }
            "206" => Self::DisputedPart,
            "207" => Self::Disputed,
            "210" | "213" | "220" => Self::Void,
            "211" => Self::PaymentAnnounced,
            "212" => Self::Cashed,
            "225" | "226" => Self::Factored,
            "501" => Self::NotIssued,
            _ => return None,
        })
    }
}

/// The statuses of a message: one for each invoice it is about.
pub fn statuses(tree: &Tree) -> Vec<EStatus> {
    let Some(document) = tree.root() else { return Vec::new() };
    let head = document.at("ExchangedDocument");
    let acknowledgements = document.all("AcknowledgementDocument");
    acknowledgements
        .flat_map(|said| said.all("ReferenceReferencedDocument").map(move |of| status(head, said, of)))
        .collect()
}

fn status(head: Option<Element<'_>>, said: Element<'_>, of: Element<'_>) -> EStatus {
    let text = |path: &str| of.text_at(path).map(str::to_owned);
    let date = |path: &str| of.at(path).and_then(date_text).and_then(day);
    let when = said.at("IssueDateTime").and_then(date_text);
    let code = text("ProcessConditionCode").unwrap_or_default();
    let values = || of.all("SpecifiedDocumentStatus").flat_map(|status| status.all("SpecifiedDocumentCharacteristic"));
    let of_kind = |kind: &'static str| values().filter(move |value| value.text_at("TypeCode") == Some(kind));
    let cashed: Vec<Cashed> = of_kind("MEN").filter_map(self::cashed).collect();
    let total =
        cashed.iter().map(|part| parsed(&part.amount)).try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?));
    let rest = of_kind("RAP").find_map(|value| value.text_at("ValueAmount")).map(str::to_owned);
    let sellers = of.all("IssuerTradeParty").flat_map(|party| party.all("GlobalID"));
    let siren = sellers.filter(|id| id.attribute() == Some("0002")).find_map(Element::text);
    let role = |party: Element<'_>| party.text_at("RoleCode").map(str::to_owned);
    EStatus {
        invoice: text("IssuerAssignedID"),
        invoice_date: date("FormattedIssueDateTime"),
        invoice_type: text("TypeCode"),
        seller_siren: siren.map(str::to_owned),
        effect: Effect::of(&code),
        status: code,
        label: text("ProcessCondition"),
        phase: said.text_at("TypeCode").map(str::to_owned),
        status_datetime: when.map(str::to_owned),
        status_date: when.and_then(day),
        message_datetime: head.and_then(|head| head.at("IssueDateTime")).and_then(date_text).map(str::to_owned),
        cashed_total: total.filter(|_| !cashed.is_empty()).map(|total| format!("{total:.2}")),
        cashed,
        still_to_pay: rest,
        reasons: of.all("SpecifiedDocumentStatus").filter_map(reason).collect(),
        issuer_role: head.and_then(|head| head.at("IssuerTradeParty")).and_then(role),
        recipient_roles: head.into_iter().flat_map(|head| head.all("RecipientTradeParty")).filter_map(role).collect(),
    }
}

fn cashed(value: Element<'_>) -> Option<Cashed> {
    let amount = value.at("ValueAmount")?;
    Some(Cashed {
        amount: amount.text()?.to_owned(),
        currency: amount.attribute().map(str::to_owned),
        vat_rate: value.text_at("ValuePercent").map(str::to_owned),
        value_date: value.at("ValueDateTime").and_then(date_text).and_then(day),
    })
}

fn reason(status: Element<'_>) -> Option<StatusReason> {
    let text = |path: &str| status.text_at(path).map(str::to_owned);
    let reason = StatusReason { code: text("ReasonCode"), text: text("Reason"), action: text("RequestedActionCode") };
    (reason.code.is_some() || reason.text.is_some()).then_some(reason)
}
