//! Lines of accounting entries to a general ledger: the French *fichier des écritures comptables* and exports like it.

mod charts;
mod entries;
mod items;
mod opening;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use self::charts::ChartEvidence;
use self::entries::{Candidate, Candidates, Entry, Posted, SalesReader, Sums};
use self::items::{Items, Settled};
use self::opening::Journals;
use super::field::Field;
use super::rows::{Fate, Rows};
use super::source::{Encoding, FecSummary};
use crate::fec::{AccountMonths, Chart, Fec, Flow, Root, Sales, Year};
use crate::issue::{Issue, IssueCode};
use crate::ledger::Ledger;
use crate::money::{self, Amount, published};
use crate::period::Month;

/// Lines of entries as they come by, in any order.
#[derive(Default)]
pub struct FecReader {
    journals: Journals,
    /// The lines of the entry at hand.
    entry: Entry,
    opening: BTreeMap<Root, i128>,
    opening_lines: usize,
    flows: FxHashMap<(Root, Month), Flow>,
    sales: SalesReader,
    items: Items,
    candidates: Candidates,
    charts: ChartEvidence,
    total: Flow,
    span: Option<(NaiveDate, NaiveDate)>,
    opening_span: Option<(NaiveDate, NaiveDate)>,
}

/// One line.
#[derive(Clone, Copy)]
struct Line {
    date: NaiveDate,
    root: Root,
    debit: Amount,
    credit: Amount,
    /// Number of its journal.
    journal: usize,
    /// Does its journal or its text say that it is one of an opening entry?
    says_opening: bool,
}

impl Line {
    fn net(&self) -> i128 {
        i128::from(self.debit.units()) - i128::from(self.credit.units())
    }

    fn flow(&self) -> Flow {
        Flow { debit: i128::from(self.debit.units()), credit: i128::from(self.credit.units()) }
    }
}

impl FecReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        match self.read_line(rows) {
            Ok(line) => {
                self.post(rows, line);
                Fate::Accepted
            }
            Err(fate) => fate,
        }
    }

    /// The general ledger and what the file says of itself; `None` if no row was accepted, or if the file is a part of
    /// the books that does not say what customers owe.
    pub fn finish(mut self, rows: &mut Rows, encoding: Encoding) -> Option<(Fec, FecSummary)> {
        self.close_entry();
        self.judge_candidates(rows);
        let (first_date, last_date) = self.span.or(self.opening_span)?;
        let (first, last) = (Month::of(first_date), Month::of(last_date));
        let months = last.since(first)? + 1;
        let (sales, has_receipts) = std::mem::take(&mut self.sales).finish(first, months);
        let has_opening = self.opening_lines > 0;
        let settled = std::mem::take(&mut self.items).finish(first.first_day(), has_opening, encoding, rows);
        if let Some(issue) = self.refusal(&sales, has_receipts, settled.is_lettered) {
            rows.issues.push(issue);
            rows.set_aside_later(usize::try_from(rows.counts().accepted).unwrap_or(usize::MAX));
            return None;
        }
        self.set_aside(rows, &settled.set_aside);
        let other_chart = self.charts.other_chart();
        let chart = other_chart.as_ref().map_or(Chart::French, |(chart, _)| *chart);
        let Settled { items, undated, lettered_percent, .. } = settled;
        // Accounts of customers in the French chart hold other things in others.
        let of_customers = |items: Ledger| if chart == Chart::French { items } else { Ledger::default() };
        let year = Year {
            first,
            last_date,
            months,
            chart,
            accounts: accounts(&self.opening, &self.flows, first, months),
            sales,
            items: of_customers(items),
            undated_items: of_customers(undated),
        };
        self.tell(rows, &year, other_chart);
        let summary = self.summary(&year, lettered_percent);
        Some((Fec::new(year), summary))
    }

    fn summary(&self, year: &Year, lettered_percent: Option<Decimal>) -> FecSummary {
        let (opening, closing) = year.receivables();
        let vat = |prefix: u16, side: fn(&Flow) -> i128| {
            let flows = self.flows.iter().filter(|((root, _), _)| root.is_within(prefix));
            published(money::total(flows.map(|(_, flow)| side(flow)).sum()))
        };
        FecSummary {
            debit: published(money::total(self.total.debit)),
            credit: published(money::total(self.total.credit)),
            unbalanced: published(money::total(self.total.debit - self.total.credit)),
            first_date: self.span.map(|(first, _)| first),
            last_date: self.span.map(|(_, last)| last),
            chart: year.chart,
            opening_journals: self.journals.opening_names(),
            opening_receivables: published(money::total(opening)),
            closing_receivables: published(money::total(closing)),
            vat_collected: vat(4457, |flow| flow.credit),
            vat_deductible: vat(4456, |flow| flow.debit),
            lettered_percent: lettered_percent.filter(|_| year.chart == Chart::French),
        }
    }

    fn read_line(&mut self, rows: &mut Rows) -> Result<Line, Fate> {
        let date =
            rows.date(Field::EntryDate)?.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::EntryDate))?;
        if rows.cell(Field::Account).is_empty() {
            return Err(rows.reject(IssueCode::MissingValue, Field::Account));
        }
        if !rows.cell(Field::Account).iter().any(u8::is_ascii_digit) {
            return Err(rows.reject(IssueCode::InvalidAccount, Field::Account));
        }
        let root = Root::of(rows.cell(Field::Account));
        let (debit, credit) = sides(rows)?;
        if debit == Amount::ZERO && credit == Amount::ZERO {
            return Err(rows.ignore(IssueCode::ZeroLines));
        }
        let (journal, says_opening) = self.journals.place(rows);
        Ok(Line { date, root, debit, credit, journal, says_opening })
    }

    fn post(&mut self, rows: &Rows, line: Line) {
        self.total.add(line.flow());
        self.charts.meet(rows, line.root);
        if !self.entry.goes_on(rows, &line) {
            self.close_entry();
            self.entry.start(rows, &line);
        }
        let item = if line.root.is_receivable() {
            let may_open = line.says_opening || self.may_open(line.date);
            Some(self.items.push(rows, &line, may_open))
        } else {
            None
        };
        self.entry.push(Posted { line, item });
    }

    /// Can an entry of this date be an opening one, as far as is known?
    fn may_open(&self, date: NaiveDate) -> bool {
        date.day() == 1 && self.opening_lines == 0 && self.span.is_none_or(|(first, _)| date <= first)
    }

    /// Counts the entry at hand where it belongs, once all its lines are there.
    fn close_entry(&mut self) {
        let Some(date) = self.entry.lines.first().map(|posted| posted.line.date) else { return };
        let month = Month::of(date);
        let is_of_balance_sheet = self.entry.is_of_balance_sheet();
        if self.entry.may_be_opening() {
            self.open_lines();
        }
        let mut sums = Sums::default();
        self.entry.lines.iter().for_each(|posted| sums.add(posted.line.root, posted.line.net()));
        let is_candidate = is_of_balance_sheet && !self.entry.lines.is_empty() && self.may_open(date);
        let part = self.sales.part(&self.entry, sums, month, is_candidate);
        if sums.is_sale() {
            self.charts.sold(&self.entry);
        }
        if !self.entry.lines.is_empty() {
            self.widen(date);
        }
        if is_candidate && let Some(candidate) = Candidates::of(&mut self.entry, sums, part) {
            self.candidates.hold(candidate);
            return;
        }
        self.sales.add(part, sums, month);
        let Self { entry, flows, .. } = self;
        entry.lines.drain(..).for_each(|posted| book(flows, &posted.line));
    }

    /// Takes the lines that say so out of the entry at hand, as those of an opening entry.
    fn open_lines(&mut self) {
        if !self.entry.lines.iter().any(|posted| posted.line.says_opening) {
            return;
        }
        let lines = std::mem::take(&mut self.entry.lines);
        let (opening, others): (Vec<Posted>, Vec<Posted>) =
            lines.into_iter().partition(|posted| posted.line.says_opening);
        for posted in &opening {
            self.open(posted);
        }
        self.entry.lines = others;
    }

    fn open(&mut self, posted: &Posted) {
        let Posted { line, item } = posted;
        let span = self
            .opening_span
            .map_or((line.date, line.date), |(first, last)| (first.min(line.date), last.max(line.date)));
        self.opening_span = Some(span);
        self.opening_lines += 1;
        self.journals.opened(line.journal);
        *self.opening.entry(line.root).or_default() += line.net();
        if let Some(item) = item {
            self.items.open(*item);
        }
    }

    /// Makes the history reach to a date. What was held for one that begins later is no opening.
    fn widen(&mut self, date: NaiveDate) {
        let is_earlier = self.span.is_some_and(|(first, _)| date < first);
        self.span = Some(self.span.map_or((date, date), |(first, last)| (first.min(date), last.max(date))));
        if is_earlier {
            for candidate in self.candidates.give_up() {
                self.book_candidate(&candidate);
            }
        }
    }

    fn book_candidate(&mut self, candidate: &Candidate) {
        self.sales.add(candidate.part, candidate.sums, Month::of(candidate.date));
        candidate.lines.iter().for_each(|posted| book(&mut self.flows, &posted.line));
    }

    /// Where no entry says that it is the opening one, the entries of the first day may be it by what they touch.
    fn judge_candidates(&mut self, rows: &mut Rows) {
        let says_nothing = self.opening_lines == 0;
        let journals = &self.journals;
        let judged = self.candidates.judge(|journal| journals.lines_of(journal));
        let (mut lines, mut receivables) = (0, 0);
        for (candidate, is_opening) in judged {
            if !(is_opening && says_nothing) {
                self.book_candidate(&candidate);
                continue;
            }
            candidate.lines.iter().for_each(|posted| self.open(posted));
            lines += candidate.lines.len();
            let of_customers = candidate.lines.iter().filter(|posted| posted.line.root.is_receivable());
            receivables += of_customers.map(|posted| posted.line.net()).sum::<i128>();
        }
        if lines > 0 {
            let issue = Issue::new(IssueCode::OpeningAssumed).counting(lines).amounting(money::total(receivables));
            rows.issues.push(issue.reading(&self.journals.opening_names().join(", ")));
        }
    }

    /// Why the file cannot say what customers owe, if it is only a part of the books.
    fn refusal(&self, sales: &Sales, has_receipts: bool, is_lettered: bool) -> Option<Issue> {
        let charged = || self.flows.iter().filter(|((root, _), _)| root.is_receivable());
        if self.opening_lines > 0 || charged().next().is_none() {
            return None;
        }
        let touches = |is_meant: fn(Root) -> bool| self.flows.keys().any(|(root, _)| is_meant(*root));
        if !touches(|root| !root.is_receivable()) && !is_lettered && charged().all(|(_, flow)| flow.credit == 0) {
            return Some(Issue::new(IssueCode::OpenItemsAlone));
        }
        let journal = self.journals.only_name()?;
        let is_sales_alone = sales.has_entries && !has_receipts && !touches(|root| root.is_within(5));
        let issue = Issue::new(IssueCode::SalesJournalAlone);
        is_sales_alone.then(|| if journal.is_empty() { issue } else { issue.reading(journal) })
    }

    /// Takes payments of invoices that are not in the file off the accounts they stand on.
    fn set_aside(&mut self, rows: &mut Rows, payments: &[(Root, NaiveDate, i128)]) {
        for (root, date, amount) in payments {
            self.flows.entry((*root, Month::of(*date))).or_default().credit -= amount;
        }
        if !payments.is_empty() {
            let amount = payments.iter().map(|(_, _, amount)| amount).sum();
            let issue = Issue::new(IssueCode::NoOpenings).counting(payments.len());
            rows.issues.push(issue.amounting(money::total(amount)));
        }
    }

    fn tell(&self, rows: &mut Rows, year: &Year, other_chart: Option<(Chart, String)>) {
        if self.total.debit != self.total.credit {
            rows.issues.push(Issue::new(IssueCode::Unbalanced).amounting(money::total(self.total.net())));
        }
        if let Some((chart, account)) = other_chart {
            let text = format!("{} {account}", chart.country());
            rows.issues.push(Issue::new(IssueCode::OtherChartOfAccounts).reading(text.trim()));
        } else if !year.accounts.keys().any(|root| root.is_receivable()) {
            rows.issues.push(Issue::new(IssueCode::NoReceivableAccounts));
        }
        if self.opening_lines > 0 {
            let issue = Issue::new(IssueCode::OpeningEntries).counting(self.opening_lines);
            rows.issues.push(issue.reading(&self.journals.opening_names().join(", ")));
        }
        let undated: i128 = year.undated_items.invoices().map(|item| i128::from(item.amount.units())).sum();
        if !year.undated_items.is_empty() {
            let issue = Issue::new(IssueCode::OpeningItemsUndated).counting(year.undated_items.len());
            rows.issues.push(issue.amounting(money::total(undated)));
        }
    }
}

fn book(flows: &mut FxHashMap<(Root, Month), Flow>, line: &Line) {
    flows.entry((line.root, Month::of(line.date))).or_default().add(line.flow());
}

/// Debit and credit of the current row, from two columns or from one with its direction.
fn sides(rows: &mut Rows) -> Result<(Amount, Amount), Fate> {
    if rows.has(Field::Debit) || rows.has(Field::Credit) {
        let debit = rows.amount(Field::Debit)?.unwrap_or_default();
        return Ok((debit, rows.amount(Field::Credit)?.unwrap_or_default()));
    }
    let amount = rows.amount(Field::SignedAmount)?.unwrap_or_default();
    let opposite = || Amount::from_units(amount.units().saturating_neg());
    match rows.cell(Field::Direction) {
        [b'd' | b'D', ..] | b"+1" | b"1" | b"+" => Ok((amount, Amount::ZERO)),
        [b'c' | b'C', ..] | b"-" => Ok((Amount::ZERO, amount)),
        // `-1` gives the sign of an amount that has none; a signed one says it itself.
        b"-1" if amount.is_negative() => Ok((Amount::ZERO, opposite())),
        b"-1" => Ok((Amount::ZERO, amount)),
        [] if amount.is_negative() => Ok((Amount::ZERO, opposite())),
        [] => Ok((amount, Amount::ZERO)),
        _ => Err(rows.reject(IssueCode::InvalidDirection, Field::Direction)),
    }
}

fn accounts(
    opening: &BTreeMap<Root, i128>,
    flows: &FxHashMap<(Root, Month), Flow>,
    first: Month,
    months: usize,
) -> BTreeMap<Root, AccountMonths> {
    let mut accounts: BTreeMap<Root, AccountMonths> = BTreeMap::new();
    for (root, amount) in opening {
        accounts.entry(*root).or_default().opening = *amount;
    }
    for ((root, month), flow) in flows {
        let account = accounts.entry(*root).or_default();
        account.months.resize(months, Flow::default());
        if let Some(slot) = month.since(first).and_then(|index| account.months.get_mut(index)) {
            slot.add(*flow);
        }
    }
    accounts
}
