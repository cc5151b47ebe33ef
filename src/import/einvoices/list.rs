//! The list that is made of documents: a row for each invoice, or for each part of one that has its own date.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

/// The headings of the list, as the import reads them.
pub const HEADINGS: [&str; 14] = [
    "number",
    "type",
    "issue_date",
    "due_date",
    "customer",
    "customer_id",
    "currency",
    "amount_incl_tax",
    "amount_excl_tax",
    "paid",
    "open",
    "status",
    "settled_date",
    "preceding",
];

/// What the list says of an invoice of which nobody knows whether it is paid.
pub const PAYMENT_UNKNOWN: &str = "payment unknown";

/// A row of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Number of the invoice.
    pub number: String,
    /// Its type, as a code.
    pub type_code: String,
    /// When it was issued.
    pub issued: Option<NaiveDate>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// Who owes it.
    pub customer: String,
    /// The identifier of who owes it.
    pub customer_id: String,
    /// Its currency.
    pub currency: String,
    /// What it is worth, tax included.
    pub amount: Decimal,
    /// The same without tax.
    pub excl_tax: Option<Decimal>,
    /// What was paid of it.
    pub paid: Option<Decimal>,
    /// What is owed of it; `None` if nothing says so.
    pub open: Option<Decimal>,
    /// Where it stands, in one word.
    pub status: &'static str,
    /// When it was paid.
    pub settled: Option<NaiveDate>,
    /// Numbers of the invoices before it.
    pub preceding: String,
}

impl Row {
    /// Its cells, in the order of the headings.
    #[must_use]
    pub fn cells(&self) -> [String; 14] {
        let day = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
        [
            self.number.clone(),
            self.type_code.clone(),
            day(self.issued),
            day(self.due),
            self.customer.clone(),
            self.customer_id.clone(),
            self.currency.clone(),
            written(self.amount),
            self.excl_tax.map_or(String::new(), written),
            self.paid.map_or(String::new(), written),
            self.open.map_or(String::new(), written),
            self.status.to_owned(),
            day(self.settled),
            self.preceding.clone(),
        ]
    }
}

/// An amount to the cent, or to the thousandth where it has one.
#[must_use]
pub fn written(amount: Decimal) -> String {
    let rounded = amount.round_dp_with_strategy(3, RoundingStrategy::MidpointAwayFromZero);
    // Three decimals would be read as thousands.
    let places = if rounded.round_dp(2) == rounded { 2 } else { 4 };
    let rounded = if rounded.is_zero() { Decimal::ZERO } else { rounded };
    format!("{rounded:.places$}")
}

/// A cell of a text: in quotes where it would not be one without.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    let needs_quotes = text.contains([';', '"', '\n', '\r']) || text.trim() != text;
    if needs_quotes {
        Cow::from(format!("\"{}\"", text.replace('"', "\"\"").replace(['\n', '\r'], " ")))
    } else {
        Cow::from(text)
    }
}

/// Rows as text, with semicolons between cells.
#[must_use]
pub fn text(rows: &[Row]) -> String {
    let mut text = HEADINGS.join(";");
    text.push('\n');
    for row in rows {
        for (at, value) in row.cells().iter().enumerate() {
            if at > 0 {
                text.push(';');
            }
            text.push_str(&cell(value));
        }
        text.push('\n');
    }
    text
}
