//! What goes with a list of documents: findings, proofs, and whose they are.

use super::super::document_facts::{CompanyFound, DocumentFacts, DocumentFinding, DocumentProof, DocumentSide};
use super::gathered::Gathered;
use super::reader::{Content, Reader};
use crate::issue::IssueCode;
use crate::money::published;

impl Gathered {
    /// What goes with the list of sales.
    #[must_use]
    pub fn facts(&self, reader: &Reader) -> DocumentFacts {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let count = |is: fn(&Content) -> bool| {
            number(reader.documents().iter().filter(|document| is(&document.content)).count())
        };
        let findings = self.issues.iter().map(|issue| DocumentFinding {
            code: issue.code,
            text: issue.text.clone(),
            count: issue.count,
            amount: issue.amount,
        });
        let proofs = self.proved().map(|(what, proof)| DocumentProof {
            what: what.to_owned(),
            expected: published(proof.expected),
            found: published(proof.found),
            holds: proof.hold == proof.documents,
        });
        let companies = self.companies.iter().map(|company| CompanyFound {
            key: company.key.shown().to_owned(),
            name: company.name.clone(),
            as_seller: number(company.as_seller),
            as_buyer: number(company.as_buyer),
            is_own: company.is_own,
        });
        DocumentFacts {
            side: DocumentSide::Sales,
            files: number(reader.files()),
            invoices: count(|content| matches!(content, Content::Invoice(_))),
            statuses: count(|content| matches!(content, Content::Status(_))),
            findings: findings.collect(),
            proofs: proofs.collect(),
            companies: companies.collect(),
            vat_on_receipt: self.vat_on_receipt,
            negative_credits_raise: self.negative_credits_raise,
            rates: self.rates.clone(),
        }
    }

    /// What goes with the list of purchases.
    #[must_use]
    pub fn purchase_facts(&self) -> DocumentFacts {
        let is_unknown = !self.payables_known && !self.purchases.is_empty();
        let unknown = is_unknown.then(|| DocumentFinding {
            code: IssueCode::PayablesUnknown,
            text: None,
            count: u32::try_from(self.purchases.len()).ok(),
            amount: Some(self.purchases.iter().map(|row| row.amount).sum()),
        });
        DocumentFacts {
            side: DocumentSide::Purchases,
            findings: unknown.into_iter().collect(),
            ..DocumentFacts::default()
        }
    }
}
