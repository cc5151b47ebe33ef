//! Requests that make no sense and figures that are undefined.

use chrono::NaiveDate;
use thiserror::Error as ThisError;

/// Why a figure or an answer cannot be given. Bad data is not an error but an [`Issue`](crate::issue::Issue).
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum Error {
    /// A request before any data was read.
    #[error("no data was read yet")]
    NoData,
    /// The window, or the whole history, has no sales above zero.
    #[error("no sales above zero in the period")]
    NoSales,
    /// No receivables are known at the date.
    #[error("receivables at the date are missing")]
    MissingReceivables,
    /// Receivables are below zero.
    #[error("receivables are below zero")]
    NegativeReceivables,
    /// The average balance needs the receivables at the opening of the window.
    #[error("receivables at the opening of the window are missing")]
    MissingOpeningReceivables,
    /// An average balance of inventory or payables needs the one at the opening of the window.
    #[error("the balance at the opening of the window is missing")]
    MissingOpeningBalance,
    /// Nothing says which receivables are overdue: due dates, or an overdue column.
    #[error("neither due dates nor overdue amounts are known")]
    MissingOverdue,
    /// No inventory is known at the date.
    #[error("inventory at the date is missing")]
    MissingInventory,
    /// No payables are known at the date.
    #[error("payables at the date are missing")]
    MissingPayables,
    /// Neither cost of sales nor purchases are known for the window.
    #[error("neither cost of sales nor purchases are known for the whole window")]
    MissingCost,
    /// Receivables are zero: nothing to divide by.
    #[error("there are no receivables")]
    NoReceivables,
    /// Opening balance and sales leave nothing to collect.
    #[error("nothing was to be collected in the period")]
    NothingToCollect,
    /// Nothing says which customers owe what.
    #[error("the data does not tell customers apart")]
    NoCustomers,
    /// No invoice was settled in the window.
    #[error("no invoice was settled in the window")]
    NoSettledInvoices,
    /// A cap on terms when neither due dates nor a current term are known.
    #[error("the term agreed today is not known")]
    MissingTerm,
    /// Amounts that together leave the range of exact sums.
    #[error("the amounts are too large to be added up exactly")]
    AmountTooLarge,
    /// A scope that no invoice is in.
    #[error("nothing is in the scope of the lever")]
    NothingInScope,
    /// An insurance where neither the data nor the request says what is lost.
    #[error("the loss in percent of sales is not known")]
    MissingLoss,
    /// A scope by customer or amount, on data without invoices.
    #[error("customers and amounts can be told in an invoice list only")]
    NeedsInvoices,
    /// A lever that cannot be used: why, and which one of the request.
    #[error("lever {index}: {error}")]
    InLever {
        /// Its place in the request, from 0.
        index: usize,
        /// What is wrong with it.
        error: Box<Self>,
    },
    /// The data is of one day, and does not say which.
    #[error("the date of the balances is not known")]
    MissingAsOf,
    /// The receivables outlast the history: nothing says when they were invoiced.
    #[error("the history is too short for its receivables")]
    HistoryTooShort,
    /// The as-of date lies outside the history.
    #[error("as-of date {as_of} is outside the history, {first} to {last}")]
    AsOfOutsideHistory {
        /// What was asked.
        as_of: NaiveDate,
        /// First date possible.
        first: NaiveDate,
        /// Last date possible.
        last: NaiveDate,
    },
    /// A monthly series knows its figures at month-ends only.
    #[error("as-of date {as_of} is inside a month: a monthly series knows month-ends only")]
    AsOfInsideMonth {
        /// What was asked.
        as_of: NaiveDate,
    },
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
    },
    /// A typed number that cannot be read.
    #[error("{field} is not a number: {value}")]
    NotANumber {
        /// The parameter, in the names of the request.
        field: &'static str,
        /// What was typed.
        value: String,
    },
    /// Bytes that should be a workbook and cannot be opened as one.
    #[error("not a workbook, or a damaged one")]
    NotAWorkbook,
    /// A workbook, or a sheet of it, that is larger than what is read.
    #[error("the workbook is too large: export the sheet as CSV")]
    WorkbookTooLarge,
    /// A ZIP archive without a workbook in it.
    #[error("a ZIP archive without a workbook: unzip it and give the files in it")]
    ZipWithoutWorkbook,
    /// A workbook that opens with a password only.
    #[error("the workbook is protected by a password")]
    EncryptedWorkbook,
    /// A request whose shape is not the documented one.
    #[error("request cannot be read: {reason}")]
    BadRequest {
        /// What was wrong.
        reason: String,
    },
}

impl Error {
    /// The same, in a lever of a scenario.
    #[must_use]
    pub fn in_lever(self, index: usize) -> Self {
        Self::InLever { index, error: Box::new(self) }
    }

    /// Stable name of the error, for texts in every language.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoData => "no-data",
            Self::NoSales => "no-sales",
            Self::MissingReceivables => "missing-receivables",
            Self::NegativeReceivables => "negative-receivables",
            Self::MissingOpeningReceivables => "missing-opening-receivables",
            Self::MissingOpeningBalance => "missing-opening-balance",
            Self::MissingOverdue => "missing-overdue",
            Self::MissingInventory => "missing-inventory",
            Self::MissingPayables => "missing-payables",
            Self::MissingCost => "missing-cost",
            Self::NoReceivables => "no-receivables",
            Self::NothingToCollect => "nothing-to-collect",
            Self::NoCustomers => "no-customers",
            Self::NoSettledInvoices => "no-settled-invoices",
            Self::MissingTerm => "missing-term",
            Self::MissingAsOf => "missing-as-of",
            Self::AmountTooLarge => "amount-too-large",
            Self::NothingInScope => "nothing-in-scope",
            Self::MissingLoss => "missing-loss",
            Self::NeedsInvoices => "needs-invoices",
            Self::InLever { error, .. } => error.code(),
            Self::HistoryTooShort => "history-too-short",
            Self::AsOfOutsideHistory { .. } => "as-of-outside-history",
            Self::AsOfInsideMonth { .. } => "as-of-inside-month",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NotANumber { .. } => "not-a-number",
            Self::NotAWorkbook => "not-a-workbook",
            Self::WorkbookTooLarge => "workbook-too-large",
            Self::ZipWithoutWorkbook => "zip-without-workbook",
            Self::EncryptedWorkbook => "encrypted-workbook",
            Self::BadRequest { .. } => "bad-request",
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_types_of_the_page_name_every_code() {
        let types = include_str!("wasm/error.rs");
        let arms = include_str!("error.rs").lines().filter_map(|line| line.trim().split_once(" => \""));
        let codes: Vec<&str> = arms.filter_map(|(_, code)| code.strip_suffix("\",")).collect();
        assert!(codes.contains(&"no-data") && codes.len() > 10);
        for code in codes {
            assert!(types.contains(&format!("  | \"{code}\"")), "{code} is missing");
        }
    }
}
