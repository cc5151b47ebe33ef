//! What electronic invoices said beside the list that was made of them: it goes with that list, and so into a dossier.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::source::ProofRead;
use crate::issue::{Issue, IssueCode};
use crate::rates::Rates;

/// Which side of the invoices of a list the user's company is on.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum DocumentSide {
    /// It is the seller.
    #[default]
    Sales,
    /// It is the buyer: they give purchases and payables.
    Purchases,
}

/// What electronic invoices said beside the list that was made of them.
#[apply(request!)]
#[derive(Default)]
pub struct DocumentFacts {
    /// The side of the list.
    pub side: DocumentSide,
    /// Files that were looked at.
    pub files: u32,
    /// Invoices and credit notes among them, copies too.
    pub invoices: u32,
    /// Messages about them.
    pub statuses: u32,
    /// Findings on the documents.
    pub findings: Vec<DocumentFinding>,
    /// What documents say twice.
    pub proofs: Vec<DocumentProof>,
    /// The companies that these may be the sales of, the likeliest first.
    pub companies: Vec<CompanyFound>,
    /// Does the tax of most sales fall due when they are paid? `null` where none says.
    pub vat_on_receipt: Option<bool>,
    /// Do credit notes of negative sums raise what is owed, as was chosen?
    pub negative_credits_raise: bool,
    /// The rates that the tax of sales says, where it is stated in another currency too: `null` where it is not.
    pub rates: Option<Rates>,
}

/// A finding on documents.
#[apply(request!)]
pub struct DocumentFinding {
    /// What it is about.
    pub code: IssueCode,
    /// The file, the number or the words that it is about, where there is one.
    pub text: Option<String>,
    /// How many documents.
    pub count: Option<u32>,
    /// What they are worth.
    pub amount: Option<Decimal>,
}

/// Something that documents say twice.
#[apply(request!)]
pub struct DocumentProof {
    /// What, in the names of the European standard, as in `BT-109 + BT-110 = BT-112`.
    pub what: String,
    /// What one side makes, over all documents.
    pub expected: Decimal,
    /// What the other side says.
    pub found: Decimal,
    /// Do both agree, to the cent, in every document?
    pub holds: bool,
}

/// A company that the sales may be those of.
#[apply(request!)]
pub struct CompanyFound {
    /// What it is chosen by: its SIREN, another identifier, or its name.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Documents that it is the seller of.
    pub as_seller: u32,
    /// Documents that it is the buyer of.
    pub as_buyer: u32,
    /// Are these its sales?
    pub is_own: bool,
}

impl DocumentFacts {
    /// Does nothing say what is paid?
    #[must_use]
    pub fn payments_unknown(&self) -> bool {
        let unknown = [IssueCode::PaymentsUnknown, IssueCode::PayablesUnknown];
        self.findings.iter().any(|finding| unknown.contains(&finding.code))
    }

    /// The findings as those of any input.
    pub fn issues(&self) -> impl Iterator<Item = Issue> {
        self.findings.iter().map(|finding| Issue {
            text: finding.text.clone(),
            count: finding.count,
            amount: finding.amount,
            ..Issue::new(finding.code)
        })
    }

    /// What documents say twice, as what tables do.
    pub fn proofs(&self) -> impl Iterator<Item = ProofRead> {
        self.proofs.iter().map(|proof| ProofRead {
            what: proof.what.clone(),
            expected: proof.expected,
            found: proof.found,
            holds: proof.holds,
        })
    }
}
