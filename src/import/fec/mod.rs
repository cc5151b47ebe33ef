//! Lines of accounting entries to a general ledger: the French *fichier des écritures comptables* and exports like it.

mod items;
mod opening;
mod sales_entries;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use self::items::Items;
use self::opening::Journals;
use self::sales_entries::SalesEntries;
use super::field::Field;
use super::rows::{Fate, Rows};
use super::source::{Encoding, FecSummary};
use crate::fec::{AccountMonths, Fec, Flow, Root, Year};
use crate::issue::{Issue, IssueCode};
use crate::money::{self, Amount, published};
use crate::period::Month;

/// Lines of entries as they come by, in any order.
#[derive(Default)]
pub struct FecReader {
    journals: Journals,
    opening: BTreeMap<Root, i128>,
    opening_lines: usize,
    flows: FxHashMap<(Root, Month), Flow>,
    sales_entries: SalesEntries,
    items: Items,
    total: Flow,
    span: Option<(NaiveDate, NaiveDate)>,
    opening_span: Option<(NaiveDate, NaiveDate)>,
}
/// One line.
struct Line {
    date: NaiveDate,
    root: Root,
    debit: Amount,
    credit: Amount,
    /// Number of its journal.
    journal: usize,
    is_opening: bool,
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
                self.post(rows, &line);
                Fate::Accepted
            }
            Err(fate) => fate,
        }
    }

    /// The general ledger and what the file says of itself; `None` if no row was accepted.
    pub fn finish(mut self, rows: &mut Rows, encoding: Encoding) -> Option<(Fec, FecSummary)> {
        let (first_date, last_date) = self.span.or(self.opening_span)?;
        let (first, last) = (Month::of(first_date), Month::of(last_date));
        let months = last.since(first)? + 1;
        let sales_entries = self.sales_entries.by_month(first, months);
        let (items, undated_items, lettered_percent) =
            std::mem::take(&mut self.items).finish(first.first_day(), encoding, rows);
        let year = Year {
            first,
            last_date,
            accounts: accounts(&self.opening, &self.flows, first, months),
            sales_entries,
            items,
            undated_items,
        };
        self.tell(rows, &year);
        let (opening, closing) = year.receivables();
        let vat = |prefix: u16, side: fn(&Flow) -> i128| {
            let flows = self.flows.iter().filter(|((root, _), _)| root.is_within(prefix));
            published(money::total(flows.map(|(_, flow)| side(flow)).sum()))
        };
        let summary = FecSummary {
            debit: published(money::total(self.total.debit)),
            credit: published(money::total(self.total.credit)),
            first_date: self.span.map(|(first, _)| first),
            last_date: self.span.map(|(_, last)| last),
            opening_journals: self.journals.opening_names(),
            opening_receivables: published(money::total(opening)),
            closing_receivables: published(money::total(closing)),
            vat_collected: vat(4457, |flow| flow.credit),
            vat_deductible: vat(4456, |flow| flow.debit),
            lettered_percent,
        };
        Some((Fec::new(year), summary))
    }

    fn read_line(&mut self, rows: &mut Rows) -> Result<Line, Fate> {
        let date =
            rows.date(Field::EntryDate)?.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::EntryDate))?;
        if rows.cell(Field::Account).is_empty() {
            return Err(rows.reject(IssueCode::MissingValue, Field::Account));
        }
        let root = Root::of(rows.cell(Field::Account));
        let (debit, credit) = sides(rows)?;
        let (journal, is_opening) = self.journals.place(rows);
        Ok(Line { date, root, debit, credit, journal, is_opening })
    }

    fn post(&mut self, rows: &Rows, line: &Line) {
        self.total.add(line.flow());
        let span = if line.is_opening { &mut self.opening_span } else { &mut self.span };
        *span = Some(span.map_or((line.date, line.date), |(first, last)| (first.min(line.date), last.max(line.date))));
        if line.is_opening {
            self.opening_lines += 1;
            *self.opening.entry(line.root).or_default() += line.net();
        } else {
            self.flows.entry((line.root, Month::of(line.date))).or_default().add(line.flow());
            if line.root.is_within(41) || line.root.is_within(70) {
                self.sales_entries.post(rows, line);
            }
        }
        if line.root.is_receivable() {
            self.items.push(rows, line);
        }
    }

    fn tell(&self, rows: &mut Rows, year: &Year) {
        if self.total.debit != self.total.credit {
            rows.issues.push(Issue::new(IssueCode::Unbalanced).amounting(money::total(self.total.net())));
        }
        if !year.accounts.keys().any(|root| root.is_receivable()) {
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
/// Debit and credit of the current row, from two columns or from one with its direction.
fn sides(rows: &mut Rows) -> Result<(Amount, Amount), Fate> {
    if rows.has(Field::Debit) || rows.has(Field::Credit) {
        let debit = rows.amount(Field::Debit)?.unwrap_or_default();
        return Ok((debit, rows.amount(Field::Credit)?.unwrap_or_default()));
    }
    let amount = rows.amount(Field::SignedAmount)?;
    let amount = amount.ok_or_else(|| rows.reject(IssueCode::MissingValue, Field::SignedAmount))?;
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
