//! Rows to an aged balance.

use rustc_hash::FxHashMap;

use super::documents::{DocumentType, document_type};
use super::encoding;
use super::field::Field;
use super::memo::Memo;
use super::rows::{Fate, Rows};
use super::source::Encoding;
use super::understanding::{Age, Because, Relation, Slabs};
use crate::aged_balance::{AGES, AgedBalance, BOUNDS, CustomerAges};
use crate::issue::{Issue, IssueCode};
use crate::ledger::{LabelsId, Segments};
use crate::money::Amount;

/// The ages, from what is not due to the oldest.
const COLUMNS: [Field; AGES] =
    [Field::NotDue, Field::DaysTo30, Field::DaysTo60, Field::DaysTo90, Field::DaysTo120, Field::DaysBeyond];

/// An aged balance as its rows come by.
#[derive(Default)]
pub struct AgedBalanceReader {
    customers: Vec<CustomerAges>,
    /// The columns that are segments, and what customers owe by what these say.
    segments: Segments,
    labelled: Vec<(LabelsId, CustomerAges)>,
    /// Where each customer stands.
    places: FxHashMap<String, usize>,
    document_types: Memo<DocumentType>,
    /// Columns of ages, and the place of each among the ages.
    ages: Option<Vec<(usize, Field, usize)>>,
    /// The age without an end that starts before the one it is put in, as it is written.
    early: Option<(Option<usize>, String)>,
}

/// Does an age without an end start before the oldest of ours, which it is put in?
fn starts_early(age: Age) -> bool {
    matches!(age, Age::Late(start, None) if BOUNDS.iter().any(|bound| start < *bound))
}

/// What a row says.
struct Row {
    ages: [Amount; AGES],
    late: Option<Amount>,
    balance: Option<Amount>,
}

impl AgedBalanceReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        self.read_row(rows).unwrap_or_else(|fate| fate)
    }

    /// The aged balance; `None` if no row was accepted.
    pub fn finish(mut self, rows: &mut Rows, encoding: Encoding) -> Option<AgedBalance> {
        self.segments.decode(|value| encoding::text(value, encoding).into_owned());
        let from_invoice = rows.table.titles.counts_from_invoice;
        let has_balance = rows.has(Field::Balance) || rows.has(Field::Debit);
        let has_not_due = rows.has(Field::NotDue) || rows.has(Field::Age) || (has_balance && has_ages(rows));
        // Ages that say themselves that they are late leave no doubt of what is.
        let knows_not_due = (has_not_due || rows.table.has_overdue_ages()) && !from_invoice;
        if from_invoice {
            rows.issues.push(Issue::new(IssueCode::AgesFromInvoiceDate));
        } else if !has_not_due {
            rows.issues.push(Issue::new(IssueCode::NotDueUnknown));
        }
        if let Some(text) = &rows.table.titles.ambiguous {
            rows.issues.push(Issue::new(IssueCode::AmbiguousTitleDate).reading(text));
        }
        let pictured = rows.table.parts.as_ref().and_then(|parts| parts.day);
        let as_of = pictured.or(rows.table.titles.as_of);
        let heading = |column: usize| rows.table.heading(column);
        let columns = age_columns(rows).into_iter().map(|(column, ..)| column);
        let in_heading = columns.filter(|column| Age::named(heading(*column)).is_some_and(starts_early)).max();
        let early = in_heading.map(|column| (Some(column), heading(column).to_owned())).or(self.early);
        if let Some((column, text)) = early.filter(|_| !rows.table.reading.is_cumulated) {
            let issue = Issue::new(IssueCode::OldestAgeIsWide).reading(&text);
            rows.issues.push(match column {
                Some(column) => issue.in_column(column),
                None => issue,
            });
        }
        let Self { customers, segments, labelled, .. } = self;
        (!customers.is_empty()).then_some(AgedBalance { as_of, knows_not_due, customers, segments, labelled })
    }

    fn read_row(&mut self, rows: &mut Rows) -> Result<Fate, Fate> {
        rows.is_in_parts()?;
        let is_suppliers = self.document_types.of(rows, Field::DocumentType, document_type) == DocumentType::Bill;
        if is_suppliers {
            return Ok(rows.ignore(IssueCode::BillSetAside));
        }
        let row = if rows.has(Field::Age) { self.aged_row(rows)? } else { self.row(rows)? };
        if !rows.is_in_currency() {
            let name = rows.currency_name();
            rows.tally_named(IssueCode::OtherCurrency, name);
            return Ok(Fate::Ignored);
        }
        let row = signed(rows, row);
        let customer = placed(rows, &row);
        self.add(rows, customer);
        Ok(Fate::Accepted)
    }

    fn row(&mut self, rows: &mut Rows) -> Result<Row, Fate> {
        let columns = self.ages.get_or_insert_with(|| age_columns(rows));
        let mut ages = [Amount::ZERO; AGES];
        let mut cumulated: Vec<(usize, Amount)> = Vec::new();
        for (column, field, place) in columns.iter() {
            let amount = rows.amount_in(*column, *field)?.unwrap_or_default();
            let is_open_ended = rows.table.reading.is_cumulated && *field != Field::NotDue;
            if is_open_ended {
                cumulated.push((*place, amount));
            } else if let Some(age) = ages.get_mut(*place) {
                *age = age.saturating_add(amount);
            }
        }
        // Each of them holds those after it too.
        let later = cumulated.iter().skip(1).map(|(_, amount)| *amount).chain([Amount::ZERO]);
        if rows.table.reading.slabs == Slabs::HoldEarlier {
            let slabs = ages.get_mut(1..=BOUNDS.len()).unwrap_or_default();
            let mut earlier = Amount::ZERO;
            for slab in slabs.iter_mut().filter(|slab| **slab != Amount::ZERO) {
                let own = slab.saturating_sub(earlier);
                earlier = std::mem::replace(slab, own);
            }
        }
        for ((place, amount), later) in cumulated.iter().zip(later) {
            if let Some(age) = ages.get_mut(*place) {
                *age = age.saturating_add(amount.saturating_sub(later));
            }
        }
        Ok(Row { ages, late: rows.amount(Field::Overdue)?, balance: balance(rows)? })
    }

    /// A row that names its age.
    fn aged_row(&mut self, rows: &mut Rows) -> Result<Row, Fate> {
        let age =
            Age::named(&rows.text(Field::Age)).ok_or_else(|| rows.reject(IssueCode::InvalidAmount, Field::Age))?;
        if starts_early(age) && self.early.is_none() {
            self.early = Some((None, rows.text(Field::Age).into_owned()));
        }
        let amount = rows.amount(Field::Balance)?.unwrap_or_default();
        let mut row = Row { ages: [Amount::ZERO; AGES], late: None, balance: None };
        match COLUMNS.iter().position(|column| *column == age.field()) {
            Some(place) => {
                if let Some(slot) = row.ages.get_mut(place) {
                    *slot = amount;
                }
            }
            None => row.late = Some(amount),
        }
        Ok(row)
    }

    /// Adds a row to its customer, who may have several.
    fn add(&mut self, rows: &mut Rows, customer: CustomerAges) {
        if self.customers.is_empty() {
            self.segments = Segments::new(rows.segment_headings());
        }
        if !self.segments.is_empty() {
            let labels = self.segments.label(rows.segment_cells());
            self.labelled.push((labels, customer.clone()));
        }
        let known = self.places.get(&customer.name).copied().filter(|_| !customer.name.is_empty());
        if let Some(other) = known.and_then(|place| self.customers.get_mut(place)) {
            let is_again = rows.records.bytes() == rows.records.previous_bytes();
            if is_again && !rows.has(Field::Age) {
                rows.tally(IssueCode::DuplicateRows, Amount::ZERO);
            } else if !rows.has(Field::Age) {
                rows.tally(IssueCode::CustomerOnSeveralRows, Amount::ZERO);
            }
            other.add(&customer);
            return;
        }
        self.places.insert(customer.name.clone(), self.customers.len());
        self.customers.push(customer);
    }
}

/// The columns of ages, and the place of each among the ages.
fn age_columns(rows: &Rows) -> Vec<(usize, Field, usize)> {
    let place = |field: Field| COLUMNS.iter().position(|column| *column == field);
    let columns = rows.table.mapping.iter().enumerate();
    columns.filter_map(|(column, field)| Some((column, (*field)?, place((*field)?)?))).collect()
}

/// Has the table any age?
fn has_ages(rows: &Rows) -> bool {
    COLUMNS.iter().chain(&[Field::Overdue, Field::Age]).any(|field| rows.has(*field))
}

/// What a customer owes: one column, or what stands in one less what stands in the other.
fn balance(rows: &mut Rows) -> Result<Option<Amount>, Fate> {
    if !rows.has(Field::Debit) {
        return rows.amount(Field::Balance);
    }
    let (debit, credit) = (rows.amount(Field::Debit)?, rows.amount(Field::Credit)?);
    Ok(Some(debit.unwrap_or_default().saturating_sub(credit.unwrap_or_default())))
}

/// Balances of customers in credit may stand in a section of their own, without a sign.
fn signed(rows: &Rows, row: Row) -> Row {
    let total: i64 = row.balance.map_or_else(|| row.ages.iter().map(|age| age.units()).sum(), Amount::units);
    if !rows.section().is_of_credits || total <= 0 {
        return row;
    }
    let negated = |amount: Amount| Amount::from_units(amount.units().saturating_neg());
    Row { ages: row.ages.map(negated), late: row.late.map(negated), balance: row.balance.map(negated) }
}

/// Says of every amount how late it is; what no age holds is not due, or not placed.
fn placed(rows: &mut Rows, row: &Row) -> CustomerAges {
    let Row { mut ages, late, balance } = *row;
    let [not_due, overdue @ ..] = &mut ages;
    let aged_overdue: i64 = overdue.iter().map(|age| age.units()).sum();
    let late = late.map_or(0, |late| late.units() - aged_overdue);
    if late != 0 {
        rows.tally(IssueCode::LateWithoutAge, Amount::from_units(late));
    }
    let sum = not_due.units() + aged_overdue + late;
    let rest = balance.map_or(0, |balance| balance.units() - sum);
    let mut unplaced = 0;
    if rest.abs() <= 50 {
        // Rounding.
    } else if !has_ages(rows) {
        // That nothing is known of its age is told once, for all.
        unplaced = rest;
    } else if !rows.has(Field::NotDue) && rest > 0 {
        *not_due = Amount::from_units(rest);
        rows.tally(IssueCode::NotDueByDifference, Amount::from_units(rest));
    } else {
        unplaced = rest;
        let beside = columns_beside(rows);
        // What lowers a balance beside its ages is paid and not matched yet; what raises it is owed, and nobody knows
        // since when.
        if rest < 0 && !beside.is_empty() {
            rows.tally(IssueCode::PaymentsOnAccount, Amount::from_units(rest));
        } else {
            rows.tally(IssueCode::AgesDoNotAddUp, Amount::from_units(rest));
            if !beside.is_empty() {
                rows.name_tally(IssueCode::AgesDoNotAddUp, beside);
            }
        }
    }
    CustomerAges {
        name: customer(rows),
        ages,
        late_without_age: Amount::from_units(late),
        unplaced: Amount::from_units(unplaced),
    }
}

/// The headings of the columns that make the balance together with the ages, such as that of payments not matched yet.
fn columns_beside(rows: &Rows) -> String {
    let table = &rows.table;
    let reasons =
        table.column(Field::Balance).and_then(|balance| table.because.get(balance)).map_or(&[][..], Vec::as_slice);
    let parts = reasons.iter().find_map(|reason| match reason {
        Because::Relation(Relation::Total(parts, _)) => Some(parts.as_slice()),
        _ => None,
    });
    let is_beside = |part: &&usize| table.mapping.get(**part).copied().flatten().is_none();
    let beside = parts.unwrap_or_default().iter().filter(is_beside).map(|part| table.heading(*part));
    beside.collect::<Vec<_>>().join(", ")
}

fn customer(rows: &Rows) -> String {
    let name = rows.text(Field::Customer);
    if name.trim().is_empty() { rows.section().text.clone() } else { name.into_owned() }
}
