//! Requests that make no sense and figures that are undefined.

use chrono::NaiveDate;
use serde::Serialize;
use thiserror::Error as ThisError;

macro_rules! errors {
    (
        $($(#[$meta:meta])* $name:ident $({ $($(#[$doc:meta])* $field:ident: $type:ty,)* })? = $code:literal,)*
    ) => {
        /// Why a figure or an answer cannot be given. Bad data is not an error but an [`Issue`](crate::issue::Issue).
        #[derive(Clone, Debug, PartialEq, Eq, ThisError)]
        pub enum Error {
            $($(#[$meta])* $name $({ $($(#[$doc])* $field: $type,)* })?,)*
            /// A lever that cannot be used: why, and which one of the request. Its code is that of the reason.
            #[error("lever {index}: {error}")]
            InLever {
                /// Its place in the request, from 0.
                index: usize,
                /// What is wrong with it.
                error: Box<Self>,
            },
        }

        impl Error {
            /// Stable name of the error, for texts in every language.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                    Self::InLever { error, .. } => error.code(),
                }
            }
        }

        /// The codes as TypeScript has them.
        pub const TYPES: &str = concat!(
            "/** Why a figure is undefined or a request was refused; `code` of an `EngineError`. */\n",
            "export type ErrorCode =",
            $("\n  | \"", $code, "\"",)*
            ";\n",
        );
    };
}

errors! {
    /// A request before any data was read.
    #[error("no data was read yet")]
    NoData = "no-data",
    /// The window, or the whole history, has no sales above zero.
    #[error("no sales above zero in the period")]
    NoSales = "no-sales",
    /// No receivables are known at the date.
    #[error("receivables at the date are missing")]
    MissingReceivables = "missing-receivables",
    /// Receivables are below zero.
    #[error("receivables are below zero")]
    NegativeReceivables = "negative-receivables",
    /// The average balance needs the receivables at the opening of the window.
    #[error("receivables at the opening of the window are missing")]
    MissingOpeningReceivables = "missing-opening-receivables",
    /// An average balance of inventory or payables needs the one at the opening of the window.
    #[error("the balance at the opening of the window is missing")]
    MissingOpeningBalance = "missing-opening-balance",
    /// Nothing says which receivables are overdue: due dates, or an overdue column.
    #[error("neither due dates nor overdue amounts are known")]
    MissingOverdue = "missing-overdue",
    /// No inventory is known at the date.
    #[error("inventory at the date is missing")]
    MissingInventory = "missing-inventory",
    /// No payables are known at the date.
    #[error("payables at the date are missing")]
    MissingPayables = "missing-payables",
    /// Neither cost of sales nor purchases are known for the window.
    #[error("neither cost of sales nor purchases are known for the whole window")]
    MissingCost = "missing-cost",
    /// Receivables are zero: nothing to divide by.
    #[error("there are no receivables")]
    NoReceivables = "no-receivables",
    /// Opening balance and sales leave nothing to collect.
    #[error("nothing was to be collected in the period")]
    NothingToCollect = "nothing-to-collect",
    /// Nothing says which customers owe what.
    #[error("the data does not tell customers apart")]
    NoCustomers = "no-customers",
    /// Nobody knows which invoices are paid.
    #[error("nothing says which invoices are paid")]
    PaymentsUnknown = "payments-unknown",
    /// A customer that the data does not have.
    #[error("no customer of this name in the data")]
    UnknownCustomer = "unknown-customer",
    /// A segment, or a value of one, that the data does not have.
    #[error("no segment, or no value of it, of this name in the data")]
    UnknownSegment = "unknown-segment",
    /// Amounts of several currencies, before they were converted or set apart.
    #[error("there are amounts of several currencies, which are not added")]
    MixedCurrencies = "mixed-currencies",
    /// No invoice was settled in the window.
    #[error("no invoice was settled in the window")]
    NoSettledInvoices = "no-settled-invoices",
    /// A cap on terms when neither due dates nor a current term are known.
    #[error("the term agreed today is not known")]
    MissingTerm = "missing-term",
    /// Amounts that together leave the range of exact sums.
    #[error("the amounts are too large to be added up exactly")]
    AmountTooLarge = "amount-too-large",
    /// A scope that no invoice is in.
    #[error("nothing is in the scope of the lever")]
    NothingInScope = "nothing-in-scope",
    /// Plans and shares that split an invoice into more parts than are told apart.
    #[error("the levers split an invoice into more than {most} parts")]
    TooManyParts {
        /// Most parts.
        most: u64,
    } = "too-many-parts",
    /// An insurance where neither the data nor the request says what is lost.
    #[error("the loss in percent of sales is not known")]
    MissingLoss = "missing-loss",
    /// A scope by customer or amount, on data without invoices.
    #[error("customers and amounts can be told in an invoice list only")]
    NeedsInvoices = "needs-invoices",
    /// A scope by amount, on rows that stand for several invoices.
    #[error("a row stands for several invoices: how large each is, is not known")]
    NeedsSingleInvoices = "needs-single-invoices",
    /// The data is of one day, and does not say which.
    #[error("the date of the balances is not known")]
    MissingAsOf = "missing-as-of",
    /// The receivables outlast the history: nothing says when they were invoiced.
    #[error("the history is too short for its receivables")]
    HistoryTooShort = "history-too-short",
    /// The as-of date lies outside the history.
    #[error("as-of date {as_of} is outside the history, {first} to {last}")]
    AsOfOutsideHistory {
        /// What was asked.
        as_of: NaiveDate,
        /// First date possible.
        first: NaiveDate,
        /// Last date possible.
        last: NaiveDate,
    } = "as-of-outside-history",
    /// A monthly series knows its figures at month-ends only.
    #[error("as-of date {as_of} is inside a month: a monthly series knows month-ends only")]
    AsOfInsideMonth {
        /// What was asked.
        as_of: NaiveDate,
    } = "as-of-inside-month",
    /// A parameter outside its range.
    #[error("{field} is {value}: it must be from {least} to {most}")]
    OutOfRange {
        /// The parameter, in the names of the request.
        field: &'static str,
        /// What was given.
        value: String,
        /// Least value allowed.
        least: String,
        /// Greatest value allowed.
        most: String,
    } = "out-of-range",
    /// A typed number that cannot be read.
    #[error("{field} is not a number: {value}")]
    NotANumber {
        /// The parameter, in the names of the request.
        field: &'static str,
        /// What was typed.
        value: String,
    } = "not-a-number",
    /// Bytes that should be a workbook and cannot be opened as one.
    #[error("not a workbook, or a damaged one")]
    NotAWorkbook = "not-a-workbook",
    /// A workbook, or a sheet of it, that is larger than what is read.
    #[error("the workbook is too large: export the sheet as CSV")]
    WorkbookTooLarge = "workbook-too-large",
    /// A ZIP archive without a workbook in it.
    #[error("a ZIP archive without a workbook: unzip it and give the files in it")]
    ZipWithoutWorkbook = "zip-without-workbook",
    /// A workbook that opens with a password only.
    #[error("the workbook is protected by a password")]
    EncryptedWorkbook = "encrypted-workbook",
    /// A request whose shape is not the documented one.
    #[error("request cannot be read: {reason}")]
    BadRequest {
        /// What was wrong.
        reason: String,
    } = "bad-request",
}

impl Error {
    /// The error, in a lever of a scenario.
    #[must_use]
    pub fn in_lever(self, index: usize) -> Self {
        Self::InLever { index, error: Box::new(self) }
    }

    /// What crosses the boundary of it.
    #[must_use]
    pub fn failure(&self) -> Failure {
        let code = self.code();
        match self {
            Self::InLever { index, error } => Failure { lever: Some(index.to_string()), ..error.failure() },
            Self::OutOfRange { field, value, least, most } => Failure {
                code,
                field: Some(field),
                value: Some(value.clone()),
                least: Some(least.clone()),
                most: Some(most.clone()),
                ..Failure::default()
            },
            Self::TooManyParts { most } => Failure { code, most: Some(most.to_string()), ..Failure::default() },
            Self::NotANumber { field, value } => {
                Failure { code, field: Some(field), value: Some(value.clone()), ..Failure::default() }
            }
            _ => Failure { code, ..Failure::default() },
        }
    }
}

/// An error as it crosses the boundary: its code, and where there is one the field at fault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// [`Error::code`].
    #[cfg_attr(target_arch = "wasm32", tsify(type = "ErrorCode"))]
    pub code: &'static str,
    /// The place of the lever at fault, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lever: Option<String>,
    /// The field at fault, in the names of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// What was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Least value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<String>,
    /// Greatest value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<String>,
}
