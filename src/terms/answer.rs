//! The terms of a dataset: what the law says of them, and what paying late would cost.

use super::due_calendar::{DueMonth, due_calendar};
use super::penalties::{Penalties, PenaltySettings, penalties};
use super::regime::{LegalCheck, LegalRequest, check};
use crate::at::At;
use crate::data::{Data, Dataset};
use crate::error::Error;
use macro_rules_attribute::apply;

/// What is asked of the terms of a dataset.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct TermsRequest {
    /// The date and the conventions of the report it goes with.
    pub baseline: At,
    /// What agreed terms are held against.
    pub legal: LegalRequest,
    /// How late payment is priced.
    pub penalties: PenaltySettings,
}

/// Terms against the law, and the price of late payment.
#[apply(answer!)]
pub struct TermsAnswer {
    /// Agreed terms against the law.
    pub check: LegalCheck,
    /// Late-payment penalties; `null` where nobody knows what is paid, and when.
    pub penalties: Option<Penalties>,
    /// What falls due in the months after the date.
    pub due: Vec<DueMonth>,
}

/// The invoices of a dataset held against the law, and what late payment would cost those who pay late.
///
/// # Errors
///
/// Those of [`Dataset::issued_at`]; [`Error::BadRequest`] for a regime that does not exist, [`Error::OutOfRange`] for
/// a parameter.
pub fn terms(dataset: &Dataset, request: &TermsRequest) -> Result<TermsAnswer, Error> {
    let (ledger, as_of) = dataset.issued_at(&request.baseline)?;
    let is_known = !matches!(dataset.data, Data::Issued(_));
    Ok(TermsAnswer {
        check: check(&ledger, &request.legal, as_of)?,
        penalties: is_known.then(|| penalties(&ledger, &request.penalties, as_of)).transpose()?,
        due: due_calendar(&ledger, as_of),
    })
}
