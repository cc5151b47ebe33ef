//! The terms of a dataset: what the law says of them, and what paying late would cost.

use serde::{Deserialize, Serialize};

use super::penalties::{Penalties, PenaltySettings, penalties};
use super::regime::{LegalCheck, LegalRequest, check};
use crate::at::At;
use crate::data::Dataset;
use crate::error::Error;

/// What is asked of the terms of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct TermsRequest {
    /// The date and the conventions of the report it goes with.
    pub baseline: At,
    /// What agreed terms are held against.
    pub legal: LegalRequest,
    /// How late payment is priced.
    pub penalties: PenaltySettings,
}

/// Terms against the law, and the price of late payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TermsAnswer {
    /// Agreed terms against the law.
    pub check: LegalCheck,
    /// Late-payment penalties.
    pub penalties: Penalties,
}

/// The invoices of a dataset held against the law, and what late payment would cost those who pay late.
///
/// # Errors
///
/// Those of [`Dataset::invoices_at`]; [`Error::BadRequest`] for a regime that does not exist, [`Error::OutOfRange`] for a
/// parameter.
pub fn terms(dataset: &Dataset, request: &TermsRequest) -> Result<TermsAnswer, Error> {
    let (ledger, as_of) = dataset.invoices_at(&request.baseline)?;
    Ok(TermsAnswer {
        check: check(&ledger, &request.legal, as_of)?,
        penalties: penalties(&ledger, &request.penalties, as_of)?,
    })
}
