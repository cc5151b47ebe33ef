//! Several tables read together: files, sheets and blocks. Consecutive accounting years, parts of one list, invoices
//! and their payments.

use rustc_hash::FxHashSet;

use super::checks::WarehouseCheck;
use super::document_facts::{DocumentFacts, DocumentSide};
use super::field::Field;
use super::groups::count_once;
use super::life_cycle::{LifeMark, mark};
use super::pay::pay;
use super::payments::Payment;
use super::rejected::{RejectedPage, RejectedRequest, RejectedRows};
use super::source::{BlockRead, ImportOptions, RowCounts, Source};
use super::{Data, Imported};
use crate::aged_balance::CustomerAges;
use crate::fec::{Fec, Year};
use crate::issue::{Issue, IssueCode, Issues};
use crate::ledger::{CURRENCY, Ledger, Segments};
use crate::money;
use crate::order::Order;
use crate::period::Month;
use crate::series::{MonthRow, Series};

/// What the files read together gave.
#[derive(Clone, Debug)]
pub struct Combined {
    /// The data; `None` where nothing usable was found.
    pub data: Option<Data>,
    /// The purchases that belong to it, where electronic invoices gave some.
    pub purchases: Option<Ledger>,
    /// The months of sales that belong to a picture of what is owed on one day.
    pub sold: Option<Series>,
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
pub struct Rejected(Vec<(u32, RejectedRows)>);

impl Rejected {
    /// Those asked for.
    #[must_use]
    pub fn page(&self, request: &RejectedRequest) -> RejectedPage {
        let is_several = self.0.iter().any(|(file, _)| *file > 1);
        let kept: usize = self.0.iter().map(|(_, rows)| rows.len()).sum();
        let mut page = RejectedPage { kept: u32::try_from(kept).unwrap_or(u32::MAX), rows: Vec::new() };
        let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let (mut start, mut count) = (size(request.start), size(request.count));
        for (file, rejected) in &self.0 {
            let before = page.rows.len();
            page.rows.extend(rejected.page(is_several.then_some(*file), start, count));
            start = start.saturating_sub(rejected.len());
            count -= page.rows.len() - before;
        }
        page
    }
}

/// A table of one of the files.
struct TableOf {
    /// Number of its file, from 1.
    file: u32,
    imported: Imported,
}

/// Is it a list of what the company bought?
fn is_of_purchases(source: &Source) -> bool {
    source.documents.as_ref().is_some_and(|facts| facts.side == DocumentSide::Purchases)
}

/// Is it what documents came to, rather than a table beside which some lay?
fn is_of_documents(source: &Source) -> bool {
    let has_some = |facts: &DocumentFacts| facts.invoices > 0 || facts.statuses > 0 || source.columns.is_empty();
    source.documents.as_ref().is_some_and(has_some)
}

/// Puts together what `files` gave, in the order they were given.
///
/// The kind of the first table that gives figures decides: tables of the same kind are joined to it, payments to
/// invoices. Any other is set aside, with a finding.
#[must_use]
pub fn combine(files: Vec<Imported>) -> Combined {
    let is_several = files.len() > 1;
    let count = files.len();
    let mut tables = Vec::new();
    for (number, mut file) in (1_u32..).zip(files) {
        let others = std::mem::take(&mut file.others);
        tables.push(TableOf { file: number, imported: file });
        tables.extend(others.into_iter().map(|imported| TableOf { file: number, imported }));
    }
    tell_documents(&mut tables);
    choose_alternatives(&mut tables);
    count_once(tables.iter_mut().map(|table| &mut table.imported));
    put_bare_balances_last(&mut tables);
    put_sales_last(&mut tables);
    let main = tables
        .iter()
        .find(|table| table.imported.data.is_some() && !is_of_purchases(&table.imported.source))
        .or(tables.first());
    let main = main.map_or_else(|| Source::unread(&ImportOptions::default()), |table| table.imported.source.clone());
    let main_headings = headings(&main);
    let mut joined = Joined::default();
    let mut sources: Vec<Option<Source>> = vec![None; count];
    let mut rejected = Vec::new();
    let mut checks: Option<Vec<WarehouseCheck>> = None;
    let had_documents = tables.iter().any(|table| is_of_documents(&table.imported.source));
    for table in tables {
        let is_bought = is_of_purchases(&table.imported.source);
        let TableOf { file, imported } = table;
        let Imported { data, payments, marks, mut source, issues, rejected: rows, as_of, .. } = imported;
        joined.numbers_aside.extend(imported.numbers_set_aside);
        checks = match (checks, source.trust.checks.clone()) {
            (Some(known), Some(more)) => Some([known, more].concat()),
            (known, more) => known.or(more),
        };
        joined.issues.absorb(issues, is_several.then_some(file));
        rejected.push((file, rows));
        match data {
            Some(Data::Ledger(ledger)) if is_bought => joined.purchases = Some(ledger),
            Some(data) => {
                let is_alike = headings(&source) == main_headings;
                joined.add(file, data, &mut source, is_alike, as_of);
            }
            None => {}
        }
        joined.payments.extend(payments);
        joined.marks.extend(marks);
        let index = usize::try_from(file).unwrap_or(1) - 1;
        if let Some(slot) = sources.get_mut(index) {
            *slot = Some(slot.take().map_or_else(|| source.clone(), |first| together(first, &source)));
        }
    }
    let mut sources: Vec<Source> = sources.into_iter().flatten().collect();
    joined.settle(is_several);
    let sold = joined.months_sold();
    let mut issues = joined.issues;
    let data = joined.data.map(said).or_else(|| chain(joined.years, &mut sources, &mut issues));
    let untaken = joined.payments.len() + joined.marks.len();
    if untaken > 0 {
        issues.push(Issue::new(IssueCode::PaymentsAlone).counting(untaken));
    }
    if data.is_none() && had_documents {
        issues.push(Issue::new(IssueCode::NoSalesDocuments));
    }
    if data.is_none() && checks.is_some() && sources.iter().all(|source| source.trust.checks.is_some()) {
        issues.push(Issue::new(IssueCode::ChecksAlone));
    }
    let mut source = main;
    source.trust.checks = checks;
    // What was bought is in no figure of what was sold.
    let counted = sources.iter().filter(|source| !is_of_purchases(source));
    source.rows = counted.fold(RowCounts::default(), |sum, source| sum.plus(source.rows));
    let read = rust_decimal::Decimal::from(source.rows.read.saturating_sub(source.rows.rejected));
    source.trust.rows_read_percent = (source.rows.read > 0).then(|| {
        money::published(read / rust_decimal::Decimal::from(source.rows.read) * rust_decimal::Decimal::ONE_HUNDRED)
    });
    if let Some(reading) = &mut source.reading {
        let blocks =
            sources.iter().filter_map(|source| source.reading.as_ref()).flat_map(|reading| reading.blocks.clone());
        reading.blocks = blocks.collect::<Vec<BlockRead>>();
    }
    // What was bought in another currency is no part of these amounts.
    let currency = |source: &Source| source.currency.clone().filter(|currency| !currency.is_empty());
    let is_in_another = |(bought, sold): (String, String)| !bought.eq_ignore_ascii_case(&sold);
    let bought = sources.iter().find(|source| is_of_purchases(source)).and_then(currency);
    let is_apart = bought.clone().zip(currency(&source)).is_some_and(is_in_another);
    if let (Some(purchases), Some(bought), true) = (&joined.purchases, &bought, is_apart) {
        issues.push(Issue::new(IssueCode::OtherCurrency).reading(bought).counting(purchases.len()));
    }
    let purchases = joined.purchases.filter(|_| data.is_some() && !is_apart);
    Combined { data, purchases, sold, source, files: sources, issues, rejected: Rejected(rejected) }
}

/// What documents said beside their list is said with it.
fn tell_documents(tables: &mut [TableOf]) {
    for TableOf { imported, .. } in tables {
        let Some(facts) = &imported.source.documents else { continue };
        if imported.data.is_none() && is_of_documents(&imported.source) {
            // What is missing is said once all files are known.
            imported.issues.forget(IssueCode::EmptyInput);
            imported.issues.forget(IssueCode::NoDataRows);
        }
        if facts.payments_unknown() {
            // Its list may say of every invoice that it is in dispute, or with a factor, and of none that it is open.
            imported.issues.forget(IssueCode::PaymentsUnknown);
            imported.issues.forget(IssueCode::OnlyOpenInvoices);
            if let Some(Data::Ledger(ledger)) = &mut imported.data {
                ledger.say_payments_unknown(true);
            }
        }
        imported.issues.extend(facts.issues());
        imported.source.trust.proofs.extend(facts.proofs());
    }
}

/// Invoices of which nobody knows what is paid are not taken for open ones.
fn said(data: Data) -> Data {
    match data {
        Data::Ledger(ledger) if ledger.payments_unknown() => Data::Issued(ledger),
        data => data,
    }
}

fn headings(source: &Source) -> Vec<String> {
    source
        .columns
        .iter()
        .map(|column| super::words::normalize(&column.header))
        .filter(|header| !header.is_empty())
        .collect()
}

/// Two tables of one file: the first one that is read stands for it, with the rows of both.
fn together(first: Source, other: &Source) -> Source {
    let rows = first.rows.plus(other.rows);
    let mut blocks: Vec<BlockRead> = Vec::new();
    for source in [&first, other] {
        blocks.extend(source.reading.iter().flat_map(|reading| reading.blocks.clone()));
    }
    let mut kept = if first.reading.is_some() { first } else { other.clone() };
    if let Some(reading) = &mut kept.reading {
        reading.blocks = blocks;
    }
    kept.rows = rows;
    kept
}

/// Balances without ages are a summary of what another table tells better, if there is one.
fn put_bare_balances_last(tables: &mut [TableOf]) {
    let is_bare =
        |table: &TableOf| matches!(&table.imported.data, Some(Data::AgedBalance(balance)) if !balance.has_ages());
    let has_better = tables.iter().any(|table| table.imported.data.is_some() && !is_bare(table));
    if has_better {
        for table in tables.iter_mut().filter(|table| is_bare(table)) {
            table.imported.issues.forget(IssueCode::NotDueUnknown);
        }
        tables.order_by_key(is_bare);
    }
}

/// Months of sales without balances belong to what is owed, whichever stands first.
fn put_sales_last(tables: &mut [TableOf]) {
    let is_owed = |table: &TableOf| {
        matches!(table.imported.data, Some(Data::AgedBalance(_) | Data::Ledger(_)))
            && !is_of_purchases(&table.imported.source)
    };
    if tables.iter().any(is_owed) {
        let is_of_sales =
            |table: &TableOf| matches!(&table.imported.data, Some(Data::Series(series)) if series.is_of_sales());
        tables.order_by_key(is_of_sales);
    }
}

/// A table whose numbers are those of a richer list, and that can be read as payments, pays it, whatever its headings
/// say; payments without a list may be one.
fn choose_alternatives(tables: &mut [TableOf]) {
    let used = |imported: &Imported| imported.source.columns.iter().filter(|column| column.field.is_some()).count();
    let facts: Vec<(bool, usize, Vec<String>)> = tables
        .iter()
        .map(|table| {
            let is_list = matches!(table.imported.data, Some(Data::Ledger(_)));
            (is_list, used(&table.imported), headings(&table.imported.source))
        })
        .collect();
    let lists = facts.iter().filter(|(is_list, ..)| *is_list).count();
    for at in 0..tables.len() {
        let Some(table) = tables.get(at) else { continue };
        let Some(alternative) = &table.imported.alternative else { continue };
        let is_list = matches!(table.imported.data, Some(Data::Ledger(_)));
        let pays = || {
            facts.iter().zip(tables.iter()).enumerate().any(|(other, ((is_other_list, richness, headings), list))| {
                let own = facts.get(at);
                other != at
                    && *is_other_list
                    && own.is_some_and(|(_, used, own)| richness > used && own != headings)
                    && matches!(&list.imported.data, Some(Data::Ledger(ledger)) if knows_half(ledger, &alternative.payments))
            })
        };
        let is_meant = if is_list { lists > 1 && pays() } else { lists == 0 && alternative.data.is_some() };
        if is_meant
            && let Some(table) = tables.get_mut(at)
            && let Some(alternative) = table.imported.alternative.take()
        {
            let others = std::mem::take(&mut table.imported.others);
            table.imported = Imported { others, ..*alternative };
        }
    }
}

/// Are half of the numbers that payments name those of invoices of the list?
fn knows_half(ledger: &Ledger, payments: &[Payment]) -> bool {
    let numbers: rustc_hash::FxHashSet<&[u8]> = ledger.numbers().filter(|number| !number.is_empty()).collect();
    let named = payments.iter().filter(|payment| !payment.number.is_empty());
    let is_known = |payment: &&&Payment| {
        let separators = |byte: &u8| matches!(byte, b' ' | b',' | b';' | b'/' | b'+' | b'&');
        numbers.contains(&*payment.number)
            || payment.number.split(separators).any(|part| !part.is_empty() && numbers.contains(part))
    };
    let known = named.clone().filter(|payment| is_known(&payment)).count();
    known > 0 && known * 2 >= named.count()
}

/// What was put together so far.
#[derive(Default)]
struct Joined {
    data: Option<Data>,
    purchases: Option<Ledger>,
    /// Months of sales, with the file they come from.
    sold: Option<(u32, Series)>,
    /// Accounting years with the number of their file.
    years: Vec<(u32, Year)>,
    payments: Vec<Payment>,
    marks: Vec<LifeMark>,
    issues: Issues,
    /// Numbers of invoices that are set aside.
    numbers_aside: FxHashSet<Box<[u8]>>,
    /// Is the data a list that was made of documents?
    is_of_documents: bool,
    /// Does anything beside it say what is paid?
    is_told: bool,
    /// The currency of what was taken first.
    currency: Option<String>,
    /// The file that was added last, and its sheet.
    last: (u32, Option<String>),
}

impl Joined {
    fn add(&mut self, file: u32, data: Data, source: &mut Source, is_alike: bool, as_of: Option<chrono::NaiveDate>) {
        let last = std::mem::replace(&mut self.last, (file, source.sheet.clone()));
        let is_same_file = last.0 == file;
        if self.is_in_another_currency(&data, source) {
            self.set_currency_aside(file, &data, source);
            return;
        }
        match (&mut self.data, data) {
            (None, Data::Fec(fec)) => self.years.extend(fec.into_years().into_iter().map(|year| (file, year))),
            (data @ None, mut given) if self.years.is_empty() => {
                if let Data::Ledger(ledger) = &mut given {
                    ledger.picture_on(as_of);
                }
                *data = Some(given);
                self.is_of_documents = is_of_documents(source);
            }
            (Some(Data::Ledger(ledger)), Data::Ledger(other)) => {
                let mut is_aside = true;
                // Tables of one sheet do not overlap; files and sheets may.
                let (count, units) = if ledger.payments_unknown() != other.payments_unknown() {
                    // Of a number that both have, it is the one that does not know which is set aside.
                    is_aside = other.payments_unknown();
                    let (twice, open) = ledger.told_by(&other);
                    if !ledger.payments_unknown() {
                        self.issues.forget(IssueCode::PaymentsUnknown);
                    }
                    if open.0 > 0 && !ledger.payments_unknown() {
                        let issue = Issue::new(IssueCode::NotCashedTakenOpen);
                        self.issues.push(issue.counting(open.0).amounting(money::total(open.1)));
                    }
                    twice
                } else if last == self.last {
                    ledger.absorb(&other);
                    (0, 0)
                } else if self.is_of_documents != is_of_documents(source) {
                    self.is_told = true;
                    ledger.absorb_by_number(&other)
                } else {
                    ledger.absorb_once(&other)
                };
                if count > 0 {
                    let issue = Issue::new(IssueCode::OverlapSetAside).counting(count).amounting(money::total(units));
                    self.issues.push(if is_aside { issue.in_file(file) } else { issue });
                    if is_aside {
                        set_rows_aside(source, count);
                    }
                }
            }
            (Some(Data::Series(series)), Data::Series(other)) => self.issues.extend(absorb(series, &other, file)),
            (Some(owed), Data::Series(months)) if lacks_sales(owed) && months.is_of_sales() => match &mut self.sold {
                None => self.sold = Some((file, months)),
                Some((_, known)) => self.issues.extend(absorb(known, &months, file)),
            },
            (Some(Data::AgedBalance(balance)), Data::AgedBalance(other))
                if balance.is_same_picture(&other) && is_alike =>
            {
                if balance.holds(&other) {
                    set_rows_aside(source, other.customers.len());
                    let units = other.customers.iter().map(CustomerAges::total).sum();
                    let issue = Issue::new(IssueCode::OverlapSetAside).counting(other.customers.len());
                    self.issues.push(issue.amounting(money::total(units)).in_file(file));
                } else {
                    balance.absorb(other);
                }
            }
            (Some(Data::AgedBalance(balance)), Data::AgedBalance(other)) if is_alike => {
                // The latest picture is the one that is meant; where no day tells, the one that stands last.
                if balance.as_of <= other.as_of {
                    *balance = other;
                }
                let name = source.sheet.clone().unwrap_or_default();
                self.issues.push(Issue::new(IssueCode::OtherPicturesSetAside).in_file(file).reading(&name));
            }
            _ => {
                source.leave_out();
                let code = if is_same_file { IssueCode::TableNotRead } else { IssueCode::FileSetAside };
                let issue = Issue::new(code).in_file(file);
                self.issues.push(match &source.sheet {
                    Some(sheet) if is_same_file => issue.reading(sheet),
                    _ => issue,
                });
            }
        }
    }

    /// Pays the invoices, and sees what only shows once all files are there.
    fn settle(&mut self, is_several: bool) {
        self.is_told |= !self.marks.is_empty() || !self.payments.is_empty();
        if let Some(Data::Ledger(ledger)) = &mut self.data
            && !self.marks.is_empty()
        {
            *ledger = mark(ledger, std::mem::take(&mut self.marks), &mut self.payments, &mut self.issues);
        }
        if let Some(Data::Ledger(ledger)) = &mut self.data
            && !self.payments.is_empty()
        {
            // What pays an invoice that is set aside is set aside with it.
            if !self.numbers_aside.is_empty() {
                let aside = std::mem::take(&mut self.numbers_aside);
                let known: FxHashSet<&[u8]> = ledger.numbers().collect();
                self.payments.retain(|payment| known.contains(&*payment.number) || !aside.contains(&payment.number));
            }
            let open_before = ledger.open_units();
            *ledger = pay(ledger, std::mem::take(&mut self.payments), &mut self.issues);
            ledger.say_payments_known();
            self.issues.forget(IssueCode::OnlyOpenInvoices);
            self.issues.forget(IssueCode::NoPaymentColumn);
            // What was paid of some says that the others are open.
            if ledger.payments_unknown() && ledger.open_units() != open_before {
                ledger.say_payments_unknown(false);
                self.issues.forget(IssueCode::PaymentsUnknown);
            }
        }
        self.count_taken_open();
        if let Some(Data::Ledger(ledger)) = &mut self.data {
            ledger.forget_older_picture();
        }
        if is_several && matches!(&self.data, Some(Data::Ledger(ledger)) if !ledger.is_of_open_items()) {
            self.issues.forget(IssueCode::OnlyOpenInvoices);
        }
        let respelled = self.data.as_ref().and_then(Data::segments).map(Segments::respelled);
        if let Some((respelled, [first, other])) = respelled.and_then(|found| Some((found, found.first()?))) {
            let issue = Issue::new(IssueCode::SegmentSpellings).counting(respelled.count());
            self.issues.push(issue.reading(&format!("{first} / {other}")));
        }
        self.refuse_half_a_series();
        if is_several && let Some(Data::Series(series)) = &self.data {
            self.issues.forget(IssueCode::MissingMonth);
            if let Some(issue) = missing_months(series) {
                self.issues.push(issue);
            }
        }
    }
}

impl Joined {
    /// Does it name another currency than what was taken first? Each file tells for itself which one it keeps; where all are
    /// kept, they are told apart by invoice.
    fn is_in_another_currency(&mut self, data: &Data, source: &Source) -> bool {
        let is_told_apart = data.list().is_some_and(|list| list.segments().column(CURRENCY).is_some());
        let Some(currency) = source.currency.clone().filter(|currency| !currency.is_empty() && !is_told_apart) else {
            return false;
        };
        !self.currency.get_or_insert_with(|| currency.clone()).eq_ignore_ascii_case(&currency)
    }

    fn set_currency_aside(&mut self, file: u32, data: &Data, source: &mut Source) {
        let issue = Issue::new(IssueCode::OtherCurrency).in_file(file);
        let issue = issue.reading(source.currency.as_deref().unwrap_or_default());
        let count = usize::try_from(source.rows.accepted).unwrap_or(usize::MAX);
        self.issues.push(issue.counting(count));
        source.leave_out();
        if let Some(list) = data.list() {
            self.numbers_aside.extend(list.numbers().filter(|number| !number.is_empty()).map(Into::into));
        }
    }

    /// The months of sales, unless it shows that the list knows its own: what was paid of it stands in another file.
    fn months_sold(&mut self) -> Option<Series> {
        let (file, sold) = self.sold.take()?;
        if self.data.as_ref().is_some_and(lacks_sales) {
            self.issues.forget(IssueCode::OnlyOpenInvoices);
            self.issues.forget(IssueCode::MissingMonth);
            self.issues.extend(missing_months(&sold));
            if let Some(Data::Ledger(ledger)) = &mut self.data {
                picture_with(ledger, &sold);
            }
            return Some(sold);
        }
        self.issues.push(Issue::new(IssueCode::FileSetAside).in_file(file));
        None
    }

    /// Of invoices that no message says are cashed those are left that nothing else says are paid.
    fn count_taken_open(&mut self) {
        let is_counted = self.issues.list().iter().any(|issue| issue.code == IssueCode::NotCashedTakenOpen);
        let Some(Data::Ledger(ledger)) = self.data.as_ref().filter(|_| is_counted && self.is_told) else { return };
        let open = ledger.invoices().filter(|invoice| invoice.settled.is_none() && invoice.open == invoice.amount);
        let (count, units) =
            open.fold((0, 0), |(count, units), invoice| (count + 1, units + i128::from(invoice.open.units())));
        self.issues.forget(IssueCode::NotCashedTakenOpen);
        if count > 0 {
            self.issues.push(Issue::new(IssueCode::NotCashedTakenOpen).counting(count).amounting(money::total(units)));
        }
    }

    /// A series needs sales and receivables, in one file or in two.
    fn refuse_half_a_series(&mut self) {
        let Some(Data::Series(series)) = &self.data else { return };
        let has = |of: fn(&MonthRow) -> bool| series.months().any(|(_, row)| of(row));
        let missing = if !has(|row| row.receivables.is_some()) {
            Field::Receivables
        } else if !has(|row| row.sales().is_some())
            && !self.issues.list().iter().any(|issue| issue.code == IssueCode::TaxBasesDiffer)
        {
            Field::SalesInclTax
        } else {
            return;
        };
        self.issues.push(Issue::new(IssueCode::MissingColumn).reading(missing.name()));
        self.data = None;
    }
}

/// Adds the months of a file; tells the first of which both know the same.
fn absorb(series: &mut Series, other: &Series, file: u32) -> Option<Issue> {
    let month = series.absorb(other)?;
    Some(Issue::new(IssueCode::DuplicateMonth).reading(&month.to_string()).in_file(file))
}

/// Open invoices are those of the end of the month of the last of them, where nothing says of what day they are and its sales
/// are known: of a day before, nobody knows what was paid since.
fn picture_with(ledger: &mut Ledger, sold: &Series) {
    let last = ledger.issue_span().map(|(_, last)| Month::of(last).last_day());
    if ledger.pictured_day().is_none() && last.is_some_and(|last| sold.knows_sales_until(last)) {
        ledger.picture_on(last);
    }
}

/// Does it say what is owed on one day, and nothing of what was sold?
fn lacks_sales(data: &Data) -> bool {
    match data {
        Data::AgedBalance(_) => true,
        Data::Ledger(ledger) => ledger.is_of_open_items(),
        Data::Series(_) | Data::Fec(_) | Data::Issued(_) => false,
    }
}

/// So many of the rows that were accepted are in no figure.
pub(super) fn set_rows_aside(source: &mut Source, count: usize) {
    let count = u32::try_from(count).unwrap_or(u32::MAX).min(source.rows.accepted);
    source.rows.accepted -= count;
    source.rows.ignored += count;
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
    years.order_by_key(|(number, year)| (year.first, *number));
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
