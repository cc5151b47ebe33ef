//! Several files read together: consecutive accounting years, parts of one list, invoices and their payments.

use rustc_hash::{FxHashMap, FxHashSet};

use super::payments::Payment;
use super::rejected::{RejectedPage, RejectedRows};
use super::source::{ImportOptions, RowCounts, Source};
use super::{Data, Imported};
use crate::fec::{Fec, Year};
use crate::issue::{Issue, IssueCode, Issues};
use crate::ledger::{Invoice, Ledger};
use crate::money::{self, Amount};
use crate::series::{MonthRow, Series};

/// What the files read together gave.
#[derive(Clone, Debug)]
pub struct Combined {
    /// The data; `None` where nothing usable was found.
    pub data: Option<Data>,
    /// How the file the figures come from was read, with the rows of all.
    pub source: Source,
    /// How each file was read, in the order they were given.
    pub files: Vec<Source>,
    /// Findings on all of them.
    pub issues: Issues,
    /// The rows that could not be read.
    pub rejected: Rejected,
}

/// The rows of all files that could not be read.
#[derive(Clone, Debug, Default)]
pub struct Rejected(Vec<RejectedRows>);

impl Rejected {
    /// `count` of them, from the one at `start`.
    #[must_use]
    pub fn page(&self, start: usize, count: usize) -> RejectedPage {
        let is_several = self.0.len() > 1;
        let kept: usize = self.0.iter().map(RejectedRows::len).sum();
        let mut page = RejectedPage { kept: u32::try_from(kept).unwrap_or(u32::MAX), rows: Vec::new() };
        let (mut start, mut count) = (start, count);
        for (file, rejected) in (1_u32..).zip(&self.0) {
            let before = page.rows.len();
            page.rows.extend(rejected.page(is_several.then_some(file), start, count));
            start = start.saturating_sub(rejected.len());
            count -= page.rows.len() - before;
        }
        page
    }
}

/// Puts together what `files` gave, in the order they were given.
///
/// The kind of the first one that gives figures decides: files of the same kind are joined to it, payments to invoices. Any
/// other file is set aside, with a finding.
#[must_use]
pub fn combine(files: Vec<Imported>) -> Combined {
    let is_several = files.len() > 1;
    let mut joined = Joined::default();
    let (mut sources, mut rejected) = (Vec::new(), Vec::new());
    let main = files.iter().position(|file| file.data.is_some()).unwrap_or(0);
    let main = files.get(main).map_or_else(|| Source::unread(&ImportOptions::default()), |file| file.source.clone());
    for (number, file) in (1_u32..).zip(files) {
        joined.issues.absorb(file.issues, is_several.then_some(number));
        rejected.push(file.rejected);
        sources.push(file.source);
        if let Some(data) = file.data {
            joined.add(number, data, &mut sources);
        }
        joined.payments.extend(file.payments);
    }
    joined.settle(is_several);
    let mut issues = joined.issues;
    let data = joined.data.or_else(|| chain(joined.years, &mut sources, &mut issues));
    if !joined.payments.is_empty() {
        // Nothing took them.
        issues.push(Issue::new(IssueCode::PaymentsAlone).counting(joined.payments.len()));
    }
    let mut source = main;
    source.rows = sources.iter().fold(RowCounts::default(), |sum, source| sum.plus(source.rows));
    Combined { data, source, files: sources, issues, rejected: Rejected(rejected) }
}

/// What was put together so far.
#[derive(Default)]
struct Joined {
    data: Option<Data>,
    /// Accounting years with the number of their file.
    years: Vec<(u32, Year)>,
    payments: Vec<Payment>,
    issues: Issues,
}

impl Joined {
    fn add(&mut self, number: u32, data: Data, sources: &mut [Source]) {
        match (&mut self.data, data) {
            (None, Data::Fec(fec)) => self.years.extend(fec.into_years().into_iter().map(|year| (number, year))),
            (data @ None, given) if self.years.is_empty() => *data = Some(given),
            (Some(Data::Ledger(ledger)), Data::Ledger(other)) => ledger.absorb(&other),
            (Some(Data::Series(series)), Data::Series(other)) => {
                if let Some(month) = series.absorb(&other) {
                    let issue = Issue::new(IssueCode::DuplicateMonth).reading(&month.to_string());
                    self.issues.push(issue.in_file(number));
                }
            }
            _ => {
                set_aside(number, sources);
                self.issues.push(Issue::new(IssueCode::FileSetAside).in_file(number));
            }
        }
    }

    /// Pays the invoices, and sees what only shows once all files are there.
    fn settle(&mut self, is_several: bool) {
        if let Some(Data::Ledger(ledger)) = &mut self.data
            && !self.payments.is_empty()
        {
            *ledger = pay(ledger, std::mem::take(&mut self.payments), &mut self.issues);
            self.issues.forget(IssueCode::OnlyOpenInvoices);
        }
        if is_several && let Some(Data::Series(series)) = &self.data {
            self.issues.forget(IssueCode::MissingMonth);
            if let Some(issue) = missing_months(series) {
                self.issues.push(issue);
            }
        }
    }
}

/// What was accepted of a file is in no figure.
fn set_aside(number: u32, sources: &mut [Source]) {
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    if let Some(source) = index.and_then(|index| sources.get_mut(index)) {
        source.rows.ignored += std::mem::take(&mut source.rows.accepted);
    }
}

/// The months nobody gave, once all files are there.
fn missing_months(series: &Series) -> Option<Issue> {
    let mut empty = series.months().filter(|(_, row)| **row == MonthRow::default());
    let (first, _) = empty.next()?;
    Some(Issue::new(IssueCode::MissingMonth).reading(&first.to_string()).counting(empty.count() + 1))
}

/// Puts accounting years in order, and checks that each opens with what the one before closed with.
fn chain(mut years: Vec<(u32, Year)>, sources: &mut [Source], issues: &mut Issues) -> Option<Data> {
    years.sort_by_key(|(number, year)| (year.first, *number));
    let mut chained: Option<Fec> = None;
    for (number, year) in years {
        let (first, opening) = (year.first, year.receivables().0);
        let Some(fec) = &mut chained else {
            chained = Some(Fec::new(year));
            continue;
        };
        let before = fec.years().last().map(|last| last.receivables().1);
        let gap = fec.months_until(first);
        if fec.follow(year).is_err() {
            set_aside(number, sources);
            issues.push(Issue::new(IssueCode::YearsOverlap).reading(&first.to_string()).in_file(number));
            continue;
        }
        if gap > 0 {
            let missing = first.plus(-i32::try_from(gap).unwrap_or(i32::MAX));
            issues.push(Issue::new(IssueCode::MissingMonth).reading(&missing.to_string()).counting(gap));
        }
        if let Some(closing) = before.filter(|closing| *closing != opening) {
            let difference = money::total(opening - closing);
            let issue = Issue::new(IssueCode::OpeningDiffers).reading(&first.to_string()).amounting(difference);
            issues.push(issue.in_file(number));
        }
    }
    chained.map(Data::Fec)
}

/// The ledger with its invoices settled by payments of the same number, at their dates. An invoice paid in parts becomes as
/// many, and what is left of it stays open.
fn pay(ledger: &Ledger, mut payments: Vec<Payment>, issues: &mut Issues) -> Ledger {
    payments.sort_by(|one, other| (&one.number, one.date).cmp(&(&other.number, other.date)));
    let mut of_number: FxHashMap<&[u8], std::ops::Range<usize>> = FxHashMap::default();
    for (index, payment) in payments.iter().enumerate() {
        of_number.entry(&payment.number).or_insert(index..index).end = index + 1;
    }
    let mut left: Vec<i64> = payments.iter().map(|payment| payment.amount.units()).collect();
    let mut parts: Vec<Invoice> = Vec::new();
    let mut numbers: Vec<&[u8]> = Vec::new();
    for (invoice, number) in ledger.invoices().zip(ledger.numbers()) {
        let mut open = invoice.amount.units();
        let range = of_number.get(number).cloned().unwrap_or(0..0);
        // Without payments of its own, what the list says of it stands.
        if range.is_empty() {
            parts.push(invoice);
            numbers.push(number);
            continue;
        }
        for index in range {
            let (Some(payment), Some(left)) = (payments.get(index), left.get_mut(index)) else { continue };
            let taken = if open < 0 { (*left).clamp(open, 0) } else { (*left).clamp(0, open) };
            if taken != 0 {
                *left -= taken;
                open -= taken;
                let amount = Amount::from_units(taken);
                parts.push(Invoice { amount, open: Amount::ZERO, settled: Some(payment.date), ..invoice });
                numbers.push(number);
            }
        }
        if open != 0 || invoice.amount == Amount::ZERO {
            let open = Amount::from_units(open);
            parts.push(Invoice { amount: open, open, settled: None, ..invoice });
            numbers.push(number);
        }
    }
    tell_unused(&payments, &left, ledger, issues);
    ledger.with_invoices(parts.into_iter().zip(numbers))
}

/// Payments that pay no invoice, and what was paid beyond the amount of one.
fn tell_unused(payments: &[Payment], left: &[i64], ledger: &Ledger, issues: &mut Issues) {
    let known: FxHashSet<&[u8]> = ledger.numbers().collect();
    let unused = |is_known: bool| {
        let unused = payments
            .iter()
            .zip(left)
            .filter(|(payment, left)| **left != 0 && known.contains(&*payment.number) == is_known);
        unused.fold((0_usize, 0_i128), |(count, units), (_, left)| (count + 1, units + i128::from(*left)))
    };
    for (code, (count, units)) in
        [(IssueCode::PaymentWithoutInvoice, unused(false)), (IssueCode::PaidBeyondAmount, unused(true))]
    {
        if count > 0 {
            issues.push(Issue::new(code).counting(count).amounting(money::total(units)));
        }
    }
}
