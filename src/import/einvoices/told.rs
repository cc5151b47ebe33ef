//! Findings on documents, each kind summed up.

use rust_decimal::Decimal;
use std::collections::BTreeMap;

use super::file::Refusal;
use super::invoice::EInvoice;
use super::limits::NAMED;
use super::reader::Reader;
use super::rows::{Amounts, Remarks};
use super::standing::Standing;
use crate::issue::{Issue, IssueCode};

/// Findings so far.
#[derive(Default)]
pub struct Told {
    /// Those of single files.
    files: Vec<Issue>,
    sums: BTreeMap<IssueCode, (usize, Decimal, Option<String>)>,
}

impl Told {
    /// What became of the files that gave nothing.
    pub fn files(&mut self, reader: &Reader) {
        let mut named: BTreeMap<IssueCode, usize> = BTreeMap::new();
        for (name, why) in reader.refused() {
            let code = match why {
                Refusal::Damaged | Refusal::Packing => IssueCode::DocumentDamaged,
                Refusal::DocumentType => IssueCode::DocumentTypeDeclared,
                Refusal::Encrypted => IssueCode::DocumentEncrypted,
                Refusal::TooLarge => IssueCode::DocumentTooLarge,
                Refusal::NoInvoice => IssueCode::DocumentWithoutInvoice,
                Refusal::NestedTooDeep => IssueCode::ArchiveTooDeep,
            };
            let count = named.entry(code).or_default();
            *count += 1;
            if *count <= NAMED {
                self.files.push(Issue::new(code).reading(name).counting(1));
            }
        }
        self.count(
            IssueCode::OtherFiles,
            reader.others().len(),
            Decimal::ZERO,
            reader.others().first().map(String::as_str),
        );
    }

    /// So many more of a kind, with what they are worth; the first is named.
    pub fn count(&mut self, code: IssueCode, count: usize, amount: Decimal, text: Option<&str>) {
        if count == 0 {
            return;
        }
        let sum = self.sums.entry(code).or_default();
        sum.0 += count;
        sum.1 = sum.1.checked_add(amount).unwrap_or(sum.1);
        if sum.2.is_none() {
            sum.2 = text.map(str::to_owned);
        }
    }

    /// What the rows of a sale showed.
    pub fn remarks(
        &mut self,
        invoice: &EInvoice,
        amounts: Amounts,
        standing: &Standing,
        remarks: &Remarks,
        is_known: bool,
    ) {
        for code in &remarks.codes {
            let text =
                if *code == IssueCode::DueFromTerms { invoice.terms.as_deref() } else { Some(invoice.number.as_str()) };
            self.count(*code, 1, amounts.payable, text);
        }
        self.count(
            IssueCode::DatesUnread,
            invoice.bad_dates.len(),
            Decimal::ZERO,
            invoice.bad_dates.first().map(String::as_str),
        );
        if !remarks.cashed_beyond.is_zero() {
            self.count(IssueCode::PaidBeyondAmount, 1, remarks.cashed_beyond, None);
        }
        let repeated = usize::try_from(standing.repeated).unwrap_or(usize::MAX);
        self.count(IssueCode::StatusesTwice, repeated, Decimal::ZERO, Some(&invoice.number));
        let is_paid = standing.says_cashed() || remarks.says(IssueCode::DepositsPaid) || amounts.payable.is_zero();
        if is_known && !is_paid && !standing.state.is_void {
            self.count(IssueCode::NotCashedTakenOpen, 1, amounts.payable, Some(&invoice.number));
        }
    }

    /// All of them.
    pub fn issues(self) -> Vec<Issue> {
        let sums = self.sums.into_iter().map(|(code, (count, amount, text))| {
            let issue = Issue::new(code).counting(count);
            let issue = if amount.is_zero() { issue } else { issue.amounting(amount) };
            match text.filter(|text| !text.is_empty()) {
                Some(text) => issue.reading(&text),
                None => issue,
            }
        });
        self.files.into_iter().chain(sums).collect()
    }
}
