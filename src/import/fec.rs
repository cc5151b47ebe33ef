//! Lines of accounting entries to a general ledger: the French *fichier des écritures comptables* and exports like it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::encoding;
use super::field::{Field, normalize};
use super::keys::Keys;
use super::rows::{Fate, Rows};
use super::source::{Encoding, FecSummary};
use crate::fec::{AccountMonths, Fec, Flow, Root, Year};
use crate::issue::{Issue, IssueCode};
use crate::ledger::{Invoice, Ledger};
use crate::money::{self, Amount, published};
use crate::period::Month;

/// Lines of entries as they come by, in any order.
#[derive(Default)]
pub struct FecReader {
    journals: Vec<Journal>,
    /// The journal of the line before.
    journal: usize,
    opening: BTreeMap<Root, i128>,
    opening_lines: usize,
    flows: FxHashMap<(Root, Month), Flow>,
    sales_entries: SalesEntries,
    items: Items,
    total: Flow,
    span: Option<(NaiveDate, NaiveDate)>,
    opening_span: Option<(NaiveDate, NaiveDate)>,
}

/// A journal as its lines name it.
struct Journal {
    code: Vec<u8>,
    label: Vec<u8>,
    name: String,
    opens: Opens,
    was_seen_opening: bool,
}

/// Does a journal hold opening entries?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    /// All of it.
    Always,
    /// Where the text of a line says so.
    PerLine,
}

/// One line.
struct Line {
    date: NaiveDate,
    root: Root,
    debit: Amount,
    credit: Amount,
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
        let journals = self.journals.iter().filter(|journal| journal.was_seen_opening);
        let summary = FecSummary {
            debit: published(money::total(self.total.debit)),
            credit: published(money::total(self.total.credit)),
            first_date: self.span.map(|(first, _)| first),
            last_date: self.span.map(|(_, last)| last),
            opening_journals: journals.map(|journal| journal.name.clone()).collect(),
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
        Ok(Line { date, root, debit, credit, is_opening: self.is_opening(rows) })
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
                self.sales_entries.post(rows, self.journal, line);
            }
        }
        if line.root.is_receivable() {
            self.items.push(rows, line);
        }
    }

    /// Is the line one of an opening entry? Told by the code or the name of its journal, else by its text.
    fn is_opening(&mut self, rows: &Rows) -> bool {
        let (code, label) = (rows.cell(Field::JournalCode), rows.cell(Field::JournalLabel));
        let is_same = |journal: &Journal| journal.code == code && journal.label == label;
        if !self.journals.get(self.journal).is_some_and(is_same) {
            self.journal = self.journals.iter().position(is_same).unwrap_or_else(|| {
                self.journals.push(Journal::new(rows, code, label));
                self.journals.len() - 1
            });
        }
        let Some(journal) = self.journals.get_mut(self.journal) else { return false };
        let is_opening = journal.opens == Opens::Always || says_opening(rows.cell(Field::EntryLabel));
        journal.was_seen_opening |= is_opening;
        is_opening
    }

    fn tell(&self, rows: &mut Rows, year: &Year) {
        if self.total.debit != self.total.credit {
            rows.issues.push(Issue::new(IssueCode::Unbalanced).amounting(money::total(self.total.net())));
        }
        if !year.accounts.keys().any(|root| root.is_receivable()) {
            rows.issues.push(Issue::new(IssueCode::NoReceivableAccounts));
        }
        if self.opening_lines > 0 {
            let journals: Vec<&str> =
                self.journals.iter().filter(|journal| journal.was_seen_opening).map(|journal| &*journal.name).collect();
            let issue = Issue::new(IssueCode::OpeningEntries).counting(self.opening_lines);
            rows.issues.push(issue.reading(&journals.join(", ")));
        }
        let undated: i128 = year.undated_items.invoices().map(|item| i128::from(item.amount.units())).sum();
        if !year.undated_items.is_empty() {
            let issue = Issue::new(IssueCode::OpeningItemsUndated).counting(year.undated_items.len());
            rows.issues.push(issue.amounting(money::total(undated)));
        }
    }
}

impl Journal {
    fn new(rows: &Rows, code: &[u8], label: &[u8]) -> Self {
        let (shown_code, shown_label) = (rows.text(Field::JournalCode), rows.text(Field::JournalLabel));
        let name = format!("{shown_code} {shown_label}").trim().to_owned();
        let opens =
            if opens(&normalize(&shown_code), &normalize(&shown_label)) { Opens::Always } else { Opens::PerLine };
        Self { code: code.to_owned(), label: label.to_owned(), name, opens, was_seen_opening: false }
    }
}

/// Is a journal of this code and name one of opening entries?
fn opens(code: &str, label: &str) -> bool {
    const CODES: [&str; 12] =
        ["an", "ano", "anx", "anv", "anc", "and", "ran", "rano", "ouv", "a nouveau", "a nouveaux", "opening"];
    const WORDS: [&str; 6] = ["a nouveau", "a nouveaux", "anouveau", "anouveaux", "ouverture", "opening"];
    let named = WORDS.iter().any(|word| label.contains(word));
    let is_other = ["achat", "vente", "banque", "caisse"].iter().any(|word| label.contains(word));
    named || (CODES.contains(&code) && !is_other)
}

/// Does the text of a line say that it brings a balance over? Files that have one journal for all do it there.
fn says_opening(text: &[u8]) -> bool {
    const STARTS: [&str; 6] = [
        "a nouveau",
        "report a nouveau",
        "reprise a nouveau",
        "solde a nouveau",
        "bilan d ouverture",
        "opening balance",
    ];
    // Few texts start so, and nearly all lines are asked.
    let may_start =
        matches!(text.first().map(u8::to_ascii_lowercase), Some(b'a' | b'r' | b's' | b'b' | b'o' | 0xC3 | 0xC0));
    let has = |part: &[u8]| text.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part));
    if !may_start || !(has(b"ouv") || has(b"open")) {
        return false;
    }
    let text = normalize(&encoding::text(text, Encoding::Utf8).replace('\u{fffd}', "a"));
    let rest = STARTS.iter().find_map(|known| text.strip_prefix(known)).map(|rest| rest.trim_start_matches('x').trim());
    // "A nouveau client" brings no balance over.
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.starts_with(|char: char| char.is_ascii_digit())
            || ["au ", "du ", "exercice"].iter().any(|word| rest.starts_with(word))
    })
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

/// Entries that touch customers or sales, to tell what a sale put on customers' accounts.
#[derive(Default)]
struct SalesEntries {
    keys: Keys,
    entries: Vec<SalesEntry>,
}

struct SalesEntry {
    month: Month,
    has_sales: bool,
    receivable: i128,
}

impl SalesEntries {
    fn post(&mut self, rows: &Rows, journal: usize, line: &Line) {
        let index = self.entry(rows, journal, line);
        let Some(entry) = self.entries.get_mut(index) else { return };
        if line.root.is_within(70) {
            entry.has_sales = true;
        } else {
            entry.receivable += line.net();
        }
    }

    /// The entry of a line: its journal and number. Where numbers are all zero, its date and document tell entries apart.
    fn entry(&mut self, rows: &Rows, journal: usize, line: &Line) -> usize {
        let number = rows.cell(Field::EntryNumber);
        let journal = u32::try_from(journal).unwrap_or(u32::MAX);
        let (index, is_new) = if number.iter().all(|byte| *byte == b'0') {
            self.keys.number(journal, &[rows.cell(Field::EntryDate), rows.cell(Field::PieceReference)])
        } else {
            self.keys.number(journal, &[number])
        };
        if is_new {
            self.entries.push(SalesEntry { month: Month::of(line.date), has_sales: false, receivable: 0 });
        }
        usize::try_from(index).unwrap_or(usize::MAX)
    }

    fn by_month(&self, first: Month, months: usize) -> Vec<i128> {
        let mut sums = vec![0; months];
        for entry in self.entries.iter().filter(|entry| entry.has_sales) {
            if let Some(sum) = entry.month.since(first).and_then(|index| sums.get_mut(index)) {
                *sum += entry.receivable;
            }
        }
        sums
    }
}

/// The lines on accounts of customers, and the groups that lettering makes of them.
#[derive(Default)]
struct Items {
    ledger: Ledger,
    /// Names of the customers, in the order of their first lines.
    names: Vec<Vec<u8>>,
    marks: Vec<Mark>,
    groups: Vec<Group>,
    keys: Keys,
}

/// What is known of an item besides its invoice.
#[derive(Clone, Copy)]
struct Mark {
    group: Option<u32>,
    is_opening: bool,
}

/// Lines of one customer with the same lettering.
struct Group {
    net: i128,
    completed: NaiveDate,
}

impl Items {
    fn push(&mut self, rows: &Rows, line: &Line) {
        let auxiliary = rows.cell(Field::AuxiliaryAccount);
        let code = if auxiliary.is_empty() { rows.cell(Field::Account) } else { auxiliary };
        let customer = self.ledger.intern(code);
        if usize::try_from(customer) == Ok(self.names.len()) {
            let name = rows.cell(Field::AuxiliaryLabel);
            self.names.push(if name.is_empty() { code } else { name }.to_owned());
        }
        let group = self.group(customer, rows.cell(Field::Lettering), line);
        self.marks.push(Mark { group, is_opening: line.is_opening });
        let net = line.net();
        let amount = Amount::from_units(i64::try_from(net).unwrap_or(if net < 0 { i64::MIN } else { i64::MAX }));
        let issued = if line.is_opening {
            rows.date_quietly(Field::PieceDate).map_or(line.date, |date| date.min(line.date))
        } else {
            line.date
        };
        let disputed = line.root.is_within(416);
        let invoice = Invoice { issued, due: None, settled: None, amount, open: amount, customer, disputed };
        self.ledger.push(invoice, rows.cell(Field::PieceReference));
    }

    fn group(&mut self, customer: u32, lettering: &[u8], line: &Line) -> Option<u32> {
        if lettering.is_empty() {
            return None;
        }
        let (number, is_new) = self.keys.number(customer, &[lettering]);
        if is_new {
            self.groups.push(Group { net: 0, completed: line.date });
        }
        let group = usize::try_from(number).ok().and_then(|index| self.groups.get_mut(index))?;
        group.net += line.net();
        group.completed = group.completed.max(line.date);
        Some(number)
    }

    /// The items with a date, those without, and the share of the charges that lettering matches. Lettering settles lines that
    /// add up to nothing, on the day of the last of them.
    fn finish(self, start: NaiveDate, encoding: Encoding, rows: &mut Rows) -> (Ledger, Ledger, Option<Decimal>) {
        let Self { mut ledger, names, marks, groups, .. } = self;
        ledger.name_customers(names.iter().map(|name| encoding::text(name, encoding).into_owned()).collect());
        let group_of = |mark: &Mark| groups.get(usize::try_from(mark.group?).ok()?);
        let open_groups = groups.iter().filter(|group| group.net != 0).count();
        if open_groups > 0 {
            rows.issues.push(Issue::new(IssueCode::PartialLettering).counting(open_groups));
        }
        let (mut charged, mut matched) = (0_i128, 0_i128);
        let settled = |(item, mark): (Invoice, &Mark)| {
            let settled = group_of(mark).filter(|group| group.net == 0).map(|group| group.completed);
            Invoice { settled, ..item }
        };
        for item in ledger.invoices().zip(&marks).map(settled).filter(|item| !item.amount.is_negative()) {
            charged += i128::from(item.amount.units());
            matched += if item.settled.is_some() { i128::from(item.amount.units()) } else { 0 };
        }
        let is_undated = |item: &Invoice, mark: &Mark| mark.is_opening && item.issued >= start;
        let part = |undated: bool| {
            let items = ledger.invoices().zip(&marks).zip(ledger.numbers());
            ledger.with_invoices(
                items
                    .filter(|((item, mark), _)| is_undated(item, mark) == undated)
                    .map(|((item, mark), number)| (settled((item, mark)), number)),
            )
        };
        let percent =
            (charged > 0).then(|| published(money::total(matched) / money::total(charged) * Decimal::ONE_HUNDRED));
        (part(false), part(true), percent)
    }
}
