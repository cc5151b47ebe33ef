//! What the columns are, all of them together: for every kind of data the assignment that headings, values and
//! relations speak for most; the kind that explains most wins.

mod invoices;

use super::aged::aged;
use super::ages::Age;
use super::bonus::Bonus;
use super::concepts::Concept as C;
use super::profile::Profile;
use super::relations::{self, Found, Relation, Values};
use super::roles::{self, ColumnType};
use crate::import::field::Field;
use crate::import::life_cycle::{is_life_code, is_life_code_with_label, life_status};
use crate::import::source::Kind;
use crate::import::words::has_any;
use crate::order::Order;
use invoices::{invoices, only_day};

/// Points are counted in thousandths of those of a word of weight ten.
pub const POINT: i32 = 1000;

/// A kind below these points is none.
pub const LEAST: i32 = 4 * POINT;

/// Why a column is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// Its heading says so.
    Heading,
    /// Nothing else can be it: the only days, the only amounts.
    Values,
    /// It adds up with other columns.
    Relation(Relation),
    /// The user said so.
    Chosen,
}

/// A column and what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// The column.
    pub column: usize,
    /// What it is.
    pub field: Field,
    /// Why.
    pub because: Vec<Because>,
}

/// What the amounts of a list hold of the tax on sales.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaxBasis {
    /// All of it.
    #[default]
    Included,
    /// None: a column of its own has it, and it is added.
    Added,
    /// None, and nothing says how much it is.
    Unknown,
}

/// What ages that say only where they end, "up to 60 days", hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slabs {
    /// What is older than the age before.
    #[default]
    Apart,
    /// The ages before them too.
    HoldEarlier,
}

/// One reading of a table.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "a reading may be any of these")]
pub struct Reading {
    /// The kind of data.
    pub kind: Option<Kind>,
    /// How much it explains.
    pub points: i32,
    /// The columns that are used.
    pub roles: Vec<Assigned>,
    /// For each field the columns that fit it, best first, with their points.
    pub rivals: Vec<(Field, Vec<(i32, usize)>)>,
    /// What its amounts hold of the tax.
    pub tax: TaxBasis,
    /// Does the list hold credit notes alone?
    pub is_credit_notes: bool,
    /// Are its rows statuses of invoices in their life cycle, payments among them?
    pub is_of_statuses: bool,
    /// Is each age the sum of those after it, or sales those of the year so far?
    pub is_cumulated: bool,
    /// What the ages up to a bound hold.
    pub slabs: Slabs,
    /// Does the first of its rows alone name a customer?
    pub names_customer_once: bool,
    /// Is an invoice paid whose open amount is empty?
    pub empty_is_paid: bool,
    /// Is what is overdue a percentage of the receivables?
    pub overdue_is_percent: bool,
    /// Two columns that fit one age or one field alike.
    pub alike: Vec<(usize, usize)>,
}

impl Reading {
    /// A reading of a kind without columns.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.roles.iter().find(|role| role.field == field).map(|role| role.column)
    }

    /// Has it a column for this field?
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// Is a column used?
    #[must_use]
    pub fn uses(&self, column: usize) -> bool {
        self.roles.iter().any(|role| role.column == column)
    }

    /// Takes a column for a field.
    pub fn take(&mut self, field: Field, column: usize, because: Because) {
        self.roles.push(Assigned { column, field, because: vec![because] });
    }

    fn drop(&mut self, field: Field) {
        self.roles.retain(|role| role.field != field);
    }
}

/// What is known of a table before its columns are named.
pub struct Evidence<'a> {
    /// Its columns.
    pub profiles: &'a [Profile],
    /// Its amounts.
    pub values: &'a Values,
    /// What holds between them.
    pub relations: &'a [Found],
    /// What that says of columns.
    pub bonus: Bonus,
    /// Its records.
    pub details: usize,
}

impl Evidence<'_> {
    /// Is there a column of days to pay by?
    fn knows_due_dates(&self) -> bool {
        self.profiles.iter().any(|profile| profile.kind == ColumnType::Date && profile.says(C::Due))
    }

    /// The profile of a column.
    #[must_use]
    pub fn profile(&self, column: usize) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.column == column)
    }
}

/// All readings of a table, best first.
#[must_use]
pub fn readings(evidence: &Evidence<'_>) -> Vec<Reading> {
    let mut readings: Vec<Reading> = aged(evidence).into_iter().collect();
    for kind in [Kind::Invoices, Kind::Payments, Kind::Series, Kind::CustomerLedger, Kind::Fec] {
        let (reading, points) = assign(kind, evidence);
        let finished = match kind {
            Kind::Invoices => invoices(reading, points, evidence),
            Kind::Payments => payments(reading, points, evidence),
            Kind::Series => series(reading, points, evidence),
            Kind::CustomerLedger => customer_ledger(reading, points, evidence),
            _ => entries(reading, points, evidence),
        };
        let named = evidence.profiles.iter().filter(|profile| !profile.heading.is_empty()).count().max(1);
        readings.extend(finished.map(|mut reading| {
            let used = evidence.profiles.iter().filter(|profile| reading.uses(profile.column)).count();
            reading.points += 2 * POINT * count(used) / count(named);
            reading
        }));
    }
    readings.order_by_key(|reading| std::cmp::Reverse(reading.points));
    readings
}

fn count(of: usize) -> i32 {
    i32::try_from(of).unwrap_or(i32::MAX / POINT)
}

/// The fields of a kind that headings name.
fn fields(kind: Kind) -> impl Iterator<Item = Field> {
    let is_named = |field: &Field| roles::role(*field).is_some();
    Field::of(kind).iter().copied().filter(is_named)
}

/// Columns to fields, the pair that fits best first; no column and no field twice. Also the points of all pairs taken.
fn assign(kind: Kind, evidence: &Evidence<'_>) -> (Reading, i32) {
    let most_filled = evidence.profiles.iter().map(|profile| profile.filled).max().unwrap_or(0).max(1);
    let mut pairs: Vec<(i32, i32, Field, usize)> = Vec::new();
    // An age is no other amount; but all that is late is one of a month too.
    let may_be_named =
        |profile: &&Profile| matches!(is_age_of_amounts(profile), None | Some(Age::Overdue)) || profile.says(C::Due);
    for profile in evidence.profiles.iter().filter(may_be_named) {
        for field in fields(kind) {
            if let Some(points) = pair(field, profile, evidence, most_filled) {
                pairs.push((points, -count(profile.column), field, profile.column));
            }
        }
    }
    pairs.order_by_key(|(points, place, ..)| (std::cmp::Reverse(*points), std::cmp::Reverse(*place)));
    let mut reading = Reading::of(kind);
    let mut total = 0;
    for (points, _, field, column) in pairs {
        if points < 2 * POINT {
            continue;
        }
        let taken = !reading.has(field) && !reading.uses(column);
        if taken {
            let reason = evidence.bonus.reason(field, column).map(Because::Relation);
            let said = evidence
                .profile(column)
                .and_then(|profile| roles::points(field, profile.concepts))
                .map(|_| Because::Heading);
            reading.roles.push(Assigned { column, field, because: said.into_iter().chain(reason).collect() });
            total += points;
        }
        match reading.rivals.iter_mut().find(|(other, _)| *other == field) {
            Some((_, rivals)) => rivals.push((points, column)),
            None => reading.rivals.push((field, vec![(points, column)])),
        }
    }
    (reading, total)
}

/// Points of a column for a field; `None` if it cannot be one.
fn pair(field: Field, profile: &Profile, evidence: &Evidence<'_>, most_filled: usize) -> Option<i32> {
    let role = roles::role(field)?;
    if !role.types.contains(&profile.kind) {
        return None;
    }
    let is_mark = (profile.marks.is_some() && profile.says(C::Pay)) || (profile.is_flag() && profile.says(C::Settling));
    if is_mark && matches!(field, Field::PaidAmount | Field::OpenAmount | Field::Amount) {
        return None;
    }
    if field == Field::Customer && profile.only_marks(most_filled) {
        return None;
    }
    let bonus = evidence.bonus.of(field, profile.column);
    let mut points = match roles::points(field, profile.concepts) {
        Some(points) => points * POINT / 10,
        None if bonus >= 2 * POINT => 0,
        None => return None,
    };
    points += bonus;
    if profile.kind == ColumnType::Text && profile.says(C::Count) {
        // A count is a number: the word is a name in another language.
        points += if field == Field::Number { 5 * POINT } else { 0 };
    }
    if profile.kind == ColumnType::Empty {
        points -= 2 * POINT;
    }
    if profile.scale != super::profile::Scale::Units {
        points -= 600;
    }
    if let Some(day) = profile.day {
        // Of two columns at two days the later one.
        points += months_of(day);
    }
    points += POINT * count(profile.filled) / count(most_filled);
    match field {
        Field::Number | Field::PieceReference => {
            points += 1500 * count(profile.distinct) / count(profile.filled.max(1));
            points -= if profile.says(C::Label) { 500 } else { 0 };
        }
        Field::Amount | Field::OpenAmount | Field::PaidAmount | Field::SalesInclTax | Field::Receivables
            if profile.kind == ColumnType::Integer && profile.distinct <= 3 && profile.filled > 6 =>
        {
            points -= POINT;
        }
        Field::DueDate if profile.kind == ColumnType::Integer => points -= POINT,
        _ => {}
    }
    Some(points)
}

/// A little more for a later day: one point in a thousand a month.
#[must_use]
pub fn months_of(day: chrono::NaiveDate) -> i32 {
    let days = day.signed_duration_since(chrono::NaiveDate::default()).num_days();
    i32::try_from((days - 14_600).clamp(0, 14_600) / 30).unwrap_or(0)
}

/// The column that tells the life cycle of electronic invoices, in codes or in words, where rows are its events: an invoice
/// has several, the heading of the day speaks of them, or no row names a customer, as those of a list of invoices do.
fn life_cycle(reading: &Reading, evidence: &Evidence<'_>) -> Option<usize> {
    let is_event_day = |profile: &Profile| {
        profile.kind == ColumnType::Date
            && has_any(&profile.words, "statut, status, evenement, event, horodatage, timestamp")
    };
    let comes_again = reading.column(Field::Number).and_then(|column| evidence.profile(column));
    let comes_again = comes_again.is_some_and(|number| number.distinct < number.filled);
    let names_customers = |profile: &Profile| profile.kind == ColumnType::Text && profile.says(C::Client);
    let are_events = comes_again || evidence.profiles.iter().any(is_event_day);
    if evidence.knows_due_dates() || (!are_events && evidence.profiles.iter().any(names_customers)) {
        return None;
    }
    let fits = |profile: &&Profile, is: fn(&str) -> bool| {
        let says = |text: &String| !text.is_empty() && is(text);
        !profile.texts.is_empty() && profile.texts.len() <= 30 && profile.texts.iter().all(says)
    };
    // One code may be any number; with the words for it, or where it says that money came, it is one of these.
    let says_it = |text: &String| text.starts_with("212") || is_life_code_with_label(text);
    let specific = |profile: &&Profile| profile.distinct >= 2 || profile.texts.iter().any(says_it);
    let codes = evidence.profiles.iter().filter(specific).find(|profile| fits(profile, is_life_code));
    let is_label = |text: &str| life_status(text).is_some();
    let labels = || {
        evidence
            .profiles
            .iter()
            .filter(specific)
            .find(|profile| profile.kind == ColumnType::Text && fits(profile, is_label))
    };
    codes.or_else(labels).map(|profile| profile.column)
}

fn payments(mut reading: Reading, mut points: i32, evidence: &Evidence<'_>) -> Option<Reading> {
    if let Some(column) = life_cycle(&reading, evidence) {
        reading.roles.retain(|role| role.column != column && role.field != Field::Status);
        reading.take(Field::Status, column, Because::Values);
        reading.is_of_statuses = true;
        points += 14 * POINT;
    }
    if !reading.has(Field::SettledDate)
        && let Some(day) = only_day(&reading, evidence, &[C::Due, C::Issue])
    {
        reading.take(Field::SettledDate, day, Because::Values);
    }
    if !reading.has(Field::PaidAmount) {
        let points_of = |profile: &Profile| roles::points(Field::Amount, profile.concepts).unwrap_or(i32::MIN);
        let free = evidence.profiles.iter().filter(|profile| {
            profile.may_be_money() && !reading.uses(profile.column) && !profile.says_any(&[C::Rate, C::Count])
        });
        if let Some(best) = free.rev().max_by_key(|profile| points_of(profile)) {
            reading.take(Field::PaidAmount, best.column, Because::Values);
            points += 2 * POINT;
        }
    }
    let is_named = reading.has(Field::Number) || reading.has(Field::Customer);
    let has_amount = reading.has(Field::PaidAmount) || reading.is_of_statuses;
    if !reading.has(Field::SettledDate) || !has_amount || !is_named {
        return None;
    }
    let any = |is: &dyn Fn(&Profile) -> bool| evidence.profiles.iter().any(is);
    if any(&|profile| profile.says(C::Due) && profile.kind == ColumnType::Date && !profile.says(C::Pay)) {
        points -= 8 * POINT;
    }
    if any(&|profile| profile.says(C::Issue) && profile.kind == ColumnType::Date && !profile.says(C::Pay)) {
        points -= 6 * POINT;
    }
    if any(&|profile| profile.may_be_money() && profile.says_any(&[C::Open, C::Incl])) {
        points -= 4 * POINT;
    }
    if !any(&|profile| profile.says_any(&[C::Pay, C::Mode])) {
        points -= 5 * POINT;
    }
    reading.points = points;
    Some(reading)
}

fn series(mut reading: Reading, mut points: i32, evidence: &Evidence<'_>) -> Option<Reading> {
    if evidence.profiles.iter().any(|profile| profile.says(C::Week) && profile.kind == ColumnType::Text) {
        return None;
    }
    let is_month = |profile: &&Profile| matches!(profile.kind, ColumnType::Month);
    if !reading.has(Field::Month)
        && let Some(month) = evidence.profiles.iter().find(is_month)
    {
        reading.take(Field::Month, month.column, Because::Values);
    }
    if !reading.has(Field::Month) && reading.has(Field::Year) {
        // Months from 1 to 12, beside the year.
        let is_number = |text: &String| text.parse::<u32>().is_ok_and(|month| (1..=12).contains(&month));
        let numbered = evidence.profiles.iter().find(|profile| {
            profile.kind == ColumnType::Integer && profile.says(C::Month) && profile.texts.iter().all(is_number)
        });
        if let Some(month) = numbered {
            reading.take(Field::Month, month.column, Because::Values);
        }
    }
    let month = evidence.profile(reading.column(Field::Month)?)?;
    if month.kind == ColumnType::Date && month.says_any(&[C::Issue, C::Due, C::Pay]) && !month.says(C::Closing) {
        return None;
    }
    let has_sales = reading.has(Field::SalesInclTax) || reading.has(Field::SalesExclTax);
    if !has_sales && !reading.has(Field::Receivables) {
        return None;
    }
    let names_documents = evidence.profiles.iter().any(|profile| {
        profile.kind == ColumnType::Text
            && profile.says_any(&[C::Number, C::Invoice])
            && profile.distinct * 5 > profile.filled.max(1) * 4
    });
    points -= if names_documents { 6 * POINT } else { 0 };
    points -= if has_sales { 0 } else { 3 * POINT };
    points -= if reading.has(Field::Receivables) { 0 } else { 3 * POINT };
    if reading.has(Field::Overdue) && reading.has(Field::Disputed) {
        let is_both = |profile: &&Profile| {
            profile.may_be_money()
                && profile.says(C::Overdue)
                && profile.says(C::Disputed)
                && !profile.says_any(&[C::Count, C::Rate])
                && !reading.uses(profile.column)
        };
        if let Some(both) = evidence.profiles.iter().find(is_both).map(|profile| profile.column) {
            reading.take(Field::DisputedOverdue, both, Because::Heading);
        }
    }
    let profile_of = |reading: &Reading, field| reading.column(field).and_then(|column| evidence.profile(column));
    let overdue = profile_of(&reading, Field::Overdue);
    reading.overdue_is_percent = overdue.is_some_and(|profile| profile.says(C::Rate) || profile.percents > 0);
    reading.is_cumulated = profile_of(&reading, Field::SalesInclTax).is_some_and(|profile| profile.says(C::Running));
    reading.points = points;
    Some(reading)
}

/// Does a column hold accounts, some of which are those of sales, banks or taxes?
fn holds_all_accounts(profile: &Profile) -> bool {
    profile.says(C::Account)
        && profile.texts.iter().any(|text| ["7", "512", "44"].iter().any(|start| text.starts_with(start)))
}

/// Are there accounts of two classes at least, as in the books of a company?
fn holds_classes(profile: &Profile) -> bool {
    let mut classes: Vec<char> =
        profile.texts.iter().filter_map(|text| text.chars().next()).filter(char::is_ascii_digit).collect();
    classes.order();
    classes.dedup();
    classes.len() > 1 || profile.texts.iter().any(|text| text.starts_with("411"))
}

fn has_two_sides(reading: &Reading) -> bool {
    (reading.has(Field::Debit) && reading.has(Field::Credit))
        || (reading.has(Field::SignedAmount) && reading.has(Field::Direction))
}

fn customer_ledger(mut reading: Reading, mut points: i32, evidence: &Evidence<'_>) -> Option<Reading> {
    // A signed amount that runs to the balance beside it has its two sides in one column.
    let runs = reading.column(Field::SignedAmount).filter(|amount| {
        let is_running = |found: &Found| matches!(found.relation, Relation::Cumulated([other, _]) if other == *amount);
        let values = evidence.values.column(*amount).unwrap_or_default();
        evidence.relations.iter().any(is_running) && values.iter().flatten().any(|units| *units < 0)
    });
    if !has_two_sides(&reading)
        && runs.is_none()
        && let Some(sides) = relations::sides_of_balance(evidence.values)
    {
        // What raises and what lowers the balance, whatever they are called.
        let fields = [Field::Debit, Field::Credit, Field::RunningBalance];
        reading.roles.retain(|role| !fields.contains(&role.field) && !sides.contains(&role.column));
        for (field, column) in fields.into_iter().zip(sides) {
            reading.take(field, column, Because::Relation(Relation::Running(sides)));
        }
    }
    if !(has_two_sides(&reading) || runs.is_some()) || evidence.profiles.iter().any(holds_all_accounts) {
        return None;
    }
    let has_account = evidence
        .profiles
        .iter()
        .any(|profile| profile.says(C::Account) && !profile.says_any(&[C::Client, C::Label]) && holds_classes(profile));
    let has_sides = reading.has(Field::Debit) && reading.has(Field::Credit);
    if !has_sides && has_account {
        return None;
    }
    if !reading.has(Field::IssueDate) {
        let day = only_day(&reading, evidence, &[C::Due])?;
        reading.take(Field::IssueDate, day, Because::Values);
    }
    if !reading.has(Field::Customer)
        && !reading.has(Field::AuxiliaryAccount)
        && let Some(column) = account_of_customers(&reading, evidence)
    {
        reading.take(Field::Customer, column, Because::Values);
    }
    points += if has_sides || runs.is_some() { 6 * POINT } else { 0 };
    // A list of open items with a side is a list of invoices: movements have a journal, lettering or a running balance.
    let has_movements =
        reading.has(Field::JournalCode) || reading.has(Field::Lettering) || reading.has(Field::RunningBalance);
    points -= if !has_sides && runs.is_none() && !has_movements && reading.has(Field::DueDate) { 6 * POINT } else { 0 };
    reading.points = points;
    Some(reading)
}

/// Where nobody is named, the account that each customer has is its name; better, the label of it.
fn account_of_customers(reading: &Reading, evidence: &Evidence<'_>) -> Option<usize> {
    let is_free =
        |profile: &&Profile| profile.says(C::Account) && profile.distinct > 1 && !reading.uses(profile.column);
    let free = || evidence.profiles.iter().filter(is_free);
    let label = free().find(|profile| profile.says(C::Label) && profile.kind == ColumnType::Text);
    label.or_else(|| free().find(|profile| holds_classes(profile))).map(|profile| profile.column)
}

fn entries(mut reading: Reading, points: i32, evidence: &Evidence<'_>) -> Option<Reading> {
    let account = evidence.profile(reading.column(Field::Account)?)?;
    let numbered = account.texts.iter().filter(|text| text.starts_with(|char: char| char.is_ascii_digit())).count();
    if !has_two_sides(&reading) || numbered * 10 < account.texts.len() * 6 || !holds_classes(account) {
        return None;
    }
    // Accounts of customers alone, with the day that each is to pay: entries know no such day.
    if account.texts.iter().all(|text| text.starts_with("411")) && evidence.knows_due_dates() {
        return None;
    }
    if !reading.has(Field::EntryDate) {
        let day = only_day(&reading, evidence, &[C::Due])?;
        reading.take(Field::EntryDate, day, Because::Values);
    }
    reading.points = points + 10 * POINT;
    Some(reading)
}

/// Is it an age that amounts stand under?
#[must_use]
pub fn is_age_of_amounts(profile: &Profile) -> Option<Age> {
    profile.age.filter(|_| profile.kind.is_number() || profile.kind == ColumnType::Empty)
}
