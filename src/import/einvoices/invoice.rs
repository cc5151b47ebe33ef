//! An invoice or a credit note as its document says it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;

use super::amount::parsed;
use super::lines::Lines;

/// An invoice or a credit note. Amounts are texts as they are written, `None` where the document has none.
#[derive(Clone, Debug, Default, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a document is any of these at once")]
pub struct EInvoice {
    /// `UBL` or `CII`.
    pub syntax: &'static str,
    /// The name of its root element.
    pub root: &'static str,
    /// BT-24, the specification it follows.
    pub profile: Option<String>,
    /// BT-23, the business process: the frame in France.
    pub process: Option<String>,
    /// BT-1, its number; empty where it has none.
    #[serde(serialize_with = "or_null")]
    pub number: String,
    /// BT-2.
    pub issue_date: Option<NaiveDate>,
    /// BT-3.
    pub type_code: Option<String>,
    /// Does it give money back if its sums are positive?
    pub credit: bool,
    /// Did the buyer write it?
    pub self_billed: bool,
    /// Is it a deposit?
    pub prepayment: bool,
    /// Does it replace another invoice?
    pub corrective: bool,
    /// BT-5.
    pub currency: Option<String>,
    /// When what is due; without an amount all of it.
    pub due: Vec<Due>,
    /// Discounts for early payment.
    pub discounts: Vec<Discount>,
    /// BT-20, the terms as text; several are joined by ` | `.
    pub terms: Option<String>,
    /// Who owes it.
    pub buyer: Party,
    /// Who it is owed to.
    pub seller: Party,
    /// BT-59, who is to be paid instead of the seller.
    pub payee: Option<String>,
    /// BT-109.
    pub total_excl: Option<String>,
    /// BT-110.
    pub tax: Option<String>,
    /// BT-6, the currency that tax is also stated in.
    pub tax_currency: Option<String>,
    /// BT-111, the tax in that currency.
    pub tax_accounting: Option<String>,
    /// BT-112.
    pub total_incl: Option<String>,
    /// BT-113.
    pub prepaid: Option<String>,
    /// BT-114.
    pub rounding: Option<String>,
    /// BT-115.
    pub payable: Option<String>,
    /// BT-115 as it counts: below zero for a credit.
    pub receivable: Option<String>,
    /// BT-25, the invoices before.
    pub preceding: Vec<Reference>,
    /// BT-72.
    pub delivery_date: Option<NaiveDate>,
    /// BT-73 and BT-74.
    pub period: [Option<NaiveDate>; 2],
    /// BT-13.
    pub order_ref: Option<String>,
    /// BT-8, when its tax falls due.
    pub tax_point_code: Option<String>,
    /// BT-81, how it is to be paid.
    pub means: Option<String>,
    /// What its lines say.
    #[serde(skip)]
    pub lines: Lines,
    /// BT-106, what they are said to make.
    #[serde(skip)]
    pub lines_total: Option<String>,
    /// BT-107, taken off them together.
    #[serde(skip)]
    pub allowances: Option<String>,
    /// BT-108, put on them together.
    #[serde(skip)]
    pub charges: Option<String>,
    /// Dates that are none, as they are written.
    #[serde(skip)]
    pub bad_dates: Vec<String>,
}

/// A date that something is due on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// When.
    pub date: NaiveDate,
    /// How much, as it is written; `None` for all of it.
    pub amount: Option<String>,
}

/// A discount for early payment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Discount {
    /// Until when.
    pub date: Option<NaiveDate>,
    /// How much, in percent.
    pub percent: Option<String>,
    /// Of what.
    pub basis: Option<String>,
    /// Within how many days.
    pub days: Option<String>,
}

/// An invoice that another one names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// Its number.
    pub number: String,
    /// When it was issued.
    pub date: Option<NaiveDate>,
    /// Its type.
    #[serde(rename = "type")]
    pub type_code: Option<String>,
}

/// A seller or a buyer.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Party {
    /// Its name.
    pub name: Option<String>,
    /// BT-30 or BT-47.
    pub legal_id: Option<String>,
    /// What that is an identifier of: `0002` for a SIREN.
    pub legal_scheme: Option<String>,
    /// BT-31 or BT-48.
    pub vat_id: Option<String>,
    /// BT-29 or BT-46, with their schemes before them.
    pub other_ids: Vec<(Option<String>, String)>,
}

/// Codes of documents that give money back.
const CREDITS: [&str; 6] = ["381", "261", "262", "396", "502", "503"];
/// Codes of what the buyer writes.
const SELF_BILLED: [&str; 7] = ["389", "500", "501", "261", "471", "473", "502"];
/// Codes of deposits.
const DEPOSITS: [&str; 3] = ["386", "500", "503"];
/// Codes of what replaces another invoice.
const CORRECTED: [&str; 4] = ["384", "471", "472", "473"];
/// Codes of what was handed over to a factor.
const FACTORED: [&str; 5] = ["393", "501", "396", "472", "473"];
/// Codes of documents that are no invoice yet.
const NO_INVOICES: [&str; 3] = ["325", "204", "211"];

impl EInvoice {
    /// What follows from its type and its sums.
    pub(super) fn settled(mut self, is_credit_note: bool) -> Self {
        let is = |codes: &[&str]| self.is_of(codes);
        let (credit, self_billed) = (is_credit_note || is(&CREDITS), is(&SELF_BILLED));
        let (prepayment, corrective) = (is(&DEPOSITS), is(&CORRECTED));
        let sign = if credit { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
        let payable = self.payable.as_deref().and_then(parsed);
        self.receivable = payable.map(|payable| format!("{:.2}", without_minus_zero(payable * sign)));
        Self { credit, self_billed, prepayment, corrective, ..self }
    }

    fn is_of(&self, codes: &[&str]) -> bool {
        self.type_code.as_deref().is_some_and(|code| codes.contains(&code))
    }

    /// Its type: the usual one where it gives none.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.type_code.as_deref().unwrap_or(if self.credit { "381" } else { "380" })
    }

    /// Was it handed over to a factor?
    #[must_use]
    pub fn is_factored(&self) -> bool {
        self.is_of(&FACTORED)
    }

    /// Is it an invoice rather than an announcement of one?
    #[must_use]
    pub fn is_invoice(&self) -> bool {
        !self.is_of(&NO_INVOICES)
    }
}

fn or_null<S: serde::Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    Some(text).filter(|text| !text.is_empty()).serialize(serializer)
}

fn without_minus_zero(value: Decimal) -> Decimal {
    if value.is_zero() { Decimal::ZERO } else { value }
}
