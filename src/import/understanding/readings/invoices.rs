//! Tables with a row for each invoice: what else than headings tells of their columns.

use super::{Because, Evidence, POINT, Reading, TaxBasis};
use crate::import::documents::are_documents;
use crate::import::field::Field;
use crate::import::understanding::concepts::Concept as C;
use crate::import::understanding::profile::Profile;
use crate::import::understanding::relations::{self, Found, Relation};
use crate::import::understanding::roles::{self, ColumnType, ENOUGH};
use crate::import::words::has_any;

/// Words of documents that are no invoices yet.
const ORDERS: &str = "commande, commandes, order, orders, devis, quote, quotes, quotation, angebot, auftrag, pedido, presupuesto, ordine, offerte, proforma, bon, livraison, bestelling";
const INVOICES: &str = "facture, factures, invoice, invoices, rechnung, factura, fattura, factuur";

/// Rows that name no document, no customer and no due date, and run to a balance, are movements of an account.
fn are_movements(reading: &Reading, evidence: &Evidence<'_>) -> bool {
    let names = [Field::Number, Field::Customer, Field::DueDate];
    let is_balance = |column: usize| {
        evidence.profile(column).is_some_and(|profile| profile.says_any(&[C::Open, C::Running, C::Receivable]))
    };
    let runs = |found: &Found| matches!(found.relation, Relation::Cumulated([_, balance]) if is_balance(balance));
    let has_sides = || relations::sides_of_balance(evidence.values).is_some_and(|[.., balance]| is_balance(balance));
    !names.into_iter().any(|field| reading.has(field)) && (evidence.relations.iter().any(runs) || has_sides())
}

pub(super) fn invoices(mut reading: Reading, mut points: i32, evidence: &Evidence<'_>) -> Option<Reading> {
    if are_movements(&reading, evidence) {
        return None;
    }
    if !reading.has(Field::IssueDate)
        && !reading.has(Field::DueDate)
        && let Some(day) = only_day(&reading, evidence, &[])
    {
        reading.take(Field::IssueDate, day, Because::Values);
    }
    if !reading.has(Field::Amount)
        && let Some(base) = reading.column(Field::AmountExclTax)
    {
        if reading.has(Field::TaxAmount) {
            reading.tax = TaxBasis::Added;
            reading.take(Field::Amount, base, Because::Heading);
        } else if !reading.has(Field::OpenAmount) {
            reading.tax = TaxBasis::Unknown;
            reading.take(Field::Amount, base, Because::Heading);
        }
    }
    if !reading.has(Field::Amount)
        && !reading.has(Field::OpenAmount)
        && !reading.has(Field::CreditNoteAmount)
        && let Some(amount) = only_amount(&reading, evidence)
    {
        reading.take(Field::Amount, amount, Because::Values);
        points += POINT;
    }
    let is_dated = reading.has(Field::IssueDate) || reading.has(Field::DueDate) || reading.has(Field::SnapshotDate);
    let has_amount =
        reading.has(Field::Amount) || reading.has(Field::OpenAmount) || reading.has(Field::CreditNoteAmount);
    if !is_dated || !has_amount {
        return None;
    }
    if !reading.has(Field::Number) && !reading.has(Field::Customer) {
        points -= 4 * POINT;
    }
    if !reading.has(Field::IssueDate) {
        points -= 2 * POINT;
    }
    let words_of = |field| {
        reading.column(field).and_then(|column| evidence.profile(column)).map_or("", |profile| profile.words.as_str())
    };
    let words = format!("{} {}", words_of(Field::Number), words_of(Field::IssueDate));
    let all_words = evidence.profiles.iter().any(|profile| has_any(&profile.words, INVOICES));
    if has_any(&words, ORDERS) && !has_any(&words, INVOICES) && !all_words {
        points -= 30 * POINT;
    }
    // A row for each customer is no list of invoices.
    let is_row_each = reading.column(Field::Customer).and_then(|column| evidence.profile(column));
    let is_row_each = is_row_each.is_some_and(|profile| profile.distinct == profile.filled && evidence.details > 1);
    if !reading.has(Field::Number) && !reading.has(Field::IssueDate) && is_row_each {
        points -= 30 * POINT;
    }
    // Months with what is owed at their end are no invoices, whatever else their amounts add up to.
    let day = reading.column(Field::IssueDate).and_then(|column| evidence.profile(column));
    let is_of_months = day.is_some_and(|profile| profile.says(C::Month) && !profile.says_any(&[C::Date, C::Issue]));
    let says_owed = evidence.profiles.iter().any(|profile| profile.says(C::Receivable) && profile.kind.is_number());
    if is_of_months && says_owed && !reading.has(Field::Number) && !reading.has(Field::Customer) {
        points -= 30 * POINT;
    }
    if evidence.profiles.iter().any(|profile| profile.age.is_some()) {
        points += 2 * POINT;
    }
    let types = reading.column(Field::DocumentType).and_then(|column| evidence.profile(column));
    if types.is_some_and(|profile| !are_documents(&profile.texts)) {
        reading.drop(Field::DocumentType);
    }
    let says_note = |field| {
        reading
            .column(field)
            .and_then(|column| evidence.profile(column))
            .is_some_and(|p: &Profile| p.says(C::CreditNote))
    };
    reading.is_credit_notes = !reading.has(Field::CreditNoteAmount)
        && !reading.has(Field::DocumentType)
        && [Field::Number, Field::IssueDate, Field::Amount].into_iter().any(says_note);
    if !reading.has(Field::Amount) && is_left_after_payments(&reading, evidence) {
        reading.drop(Field::PaidAmount);
    }
    take_count(&mut reading, evidence);
    take_marks(&mut reading, evidence);
    reading.names_customer_once = names_customer_once(&reading, evidence);
    reading.empty_is_paid = is_empty_once_paid(&reading, evidence);
    take_second_payment(&mut reading, evidence);
    take_seconds(&mut reading, evidence);
    take_picture(&mut reading, evidence);
    reading.points = points;
    Some(reading)
}

/// A column that says of every row which day the list is a picture of.
fn take_picture(reading: &mut Reading, evidence: &Evidence<'_>) {
    // Groups name no invoice by which pictures of several days would be told apart: they say it of every row.
    let is_of_groups = reading.has(Field::InvoiceCount) && !reading.has(Field::Number);
    let is_picture = |profile: &&Profile| {
        profile.kind == ColumnType::Date
            && profile.says(C::Snapshot)
            && (profile.distinct == 1 || is_of_groups)
            && profile.filled > 1
            && !reading.uses(profile.column)
    };
    let found = evidence.profiles.iter().find(is_picture).map(|profile| profile.column);
    if let (false, Some(column)) = (reading.has(Field::SnapshotDate), found) {
        reading.take(Field::SnapshotDate, column, Because::Heading);
    }
}

/// Is more paid of some document than is open? Then what is open is what is left, and nothing is to be taken off it
/// again.
fn is_left_after_payments(reading: &Reading, evidence: &Evidence<'_>) -> bool {
    let values = |field| reading.column(field).and_then(|column| evidence.values.column(column));
    let (Some(paid), Some(open)) = (values(Field::PaidAmount), values(Field::OpenAmount)) else { return false };
    paid.iter().zip(open).any(|(paid, open)| paid.unwrap_or(0).saturating_abs() > open.unwrap_or(0).saturating_abs())
}

/// Is every customer named on one row, and many rows name none? A printed list says a name once, above what it says of it.
fn names_customer_once(reading: &Reading, evidence: &Evidence<'_>) -> bool {
    let names = reading.column(Field::Customer).and_then(|column| evidence.profile(column));
    let numbers = reading.column(Field::Number).and_then(|column| evidence.profile(column));
    let (Some(names), Some(numbers)) = (names, numbers) else { return false };
    let unnamed = numbers.filled.saturating_sub(names.filled);
    names.filled > 1 && names.distinct == names.filled && unnamed * 3 >= names.filled
}

/// Is what is open written where all of a document is, and nowhere as zero, beside no other word of payment? Then it is empty
/// because nothing is.
fn is_empty_once_paid(reading: &Reading, evidence: &Evidence<'_>) -> bool {
    let values = |field| reading.column(field).and_then(|column| evidence.values.column(column));
    let (Some(amounts), Some(open)) = (values(Field::Amount), values(Field::OpenAmount)) else { return false };
    let says_otherwise = [Field::PaidAmount, Field::SettledDate, Field::Status, Field::PaidMark]
        .into_iter()
        .any(|field| reading.has(field));
    let pairs = || amounts.iter().zip(open).filter_map(|(amount, open)| Some(((*amount)?, *open)));
    !says_otherwise
        && pairs().any(|(amount, open)| open == Some(amount))
        && pairs().any(|(_, open)| open.is_none())
        && pairs().all(|(_, open)| open != Some(0))
}

/// The first column of days that no word speaks against.
pub(super) fn only_day(reading: &Reading, evidence: &Evidence<'_>, against: &[C]) -> Option<usize> {
    let is_free = |profile: &&Profile| {
        profile.kind == ColumnType::Date && !reading.uses(profile.column) && !profile.says_any(against)
    };
    evidence.profiles.iter().find(is_free).map(|profile| profile.column)
}

/// The only column that may hold the amounts.
fn only_amount(reading: &Reading, evidence: &Evidence<'_>) -> Option<usize> {
    const OTHERS: [C; 12] = [
        C::Count,
        C::Rate,
        C::Days,
        C::Number,
        C::CreditLimit,
        C::Year,
        C::Tax,
        C::Foreign,
        C::Pay,
        C::Deduct,
        C::Budget,
        C::Running,
    ];
    let amounts: Vec<&Profile> = evidence
        .profiles
        .iter()
        .filter(|profile| {
            profile.may_be_money()
                && !reading.uses(profile.column)
                && !profile.says_any(&OTHERS)
                && profile.says_any(&[C::Amount, C::Price, C::Net])
        })
        .collect();
    // Beside the price of one thing, the amount of the line is meant.
    let said: Vec<&Profile> = amounts.iter().copied().filter(|profile| profile.says(C::Amount)).collect();
    match (amounts.as_slice(), said.as_slice()) {
        ([only], _) | (_, [only]) => Some(only.column),
        _ => None,
    }
}

/// A second column of states, and a day that takes the place of the due date.
fn take_seconds(reading: &mut Reading, evidence: &Evidence<'_>) {
    let free = |reading: &Reading, profile: &Profile| !reading.uses(profile.column);
    if reading.has(Field::Status) {
        let other = evidence.profiles.iter().find(|profile| {
            profile.kind == ColumnType::Text
                && free(reading, profile)
                && roles::points(Field::Status, profile.concepts).is_some_and(|points| points >= ENOUGH)
        });
        if let Some(other) = other {
            reading.take(Field::OtherStatus, other.column, Because::Heading);
        }
    }
    if reading.has(Field::DueDate) {
        let later = evidence.profiles.iter().find(|profile| {
            profile.kind == ColumnType::Date
                && free(reading, profile)
                && profile.says(C::Due)
                && profile.says(C::PutOff)
        });
        if let Some(later) = later {
            reading.take(Field::PutOffDueDate, later.column, Because::Heading);
        }
    }
}

/// Headings that say how many invoices a row stands for. Nothing shorter will do: "No. of invoice" is a number of its own, and
/// reminders, lines and days of an invoice are counted beside it.
const COUNTED: [&str; 16] = [
    "invoice count",
    "invoices count",
    "count of invoices",
    "number of invoices",
    "no of invoices",
    "nb factures",
    "nb de factures",
    "nbre factures",
    "nbre de factures",
    "nombre factures",
    "nombre de factures",
    "anzahl rechnungen",
    "numero de facturas",
    "numero di fatture",
    "numero fatture",
    "aantal facturen",
];

/// A column of how many invoices a row stands for. Rows that name their invoice stand for one.
fn take_count(reading: &mut Reading, evidence: &Evidence<'_>) {
    let is_count =
        |profile: &&Profile| profile.kind == ColumnType::Integer && COUNTED.contains(&profile.words.as_str());
    let Some(profile) = evidence.profiles.iter().find(is_count) else { return };
    // "Nombre" is a name in Spanish.
    for field in [Field::Number, Field::Customer] {
        if reading.column(field) == Some(profile.column) {
            reading.drop(field);
        }
    }
    if !reading.has(Field::Number) && !reading.uses(profile.column) {
        reading.take(Field::InvoiceCount, profile.column, Because::Heading);
    }
}

/// What the heading of a column of marks says where they mark what is open.
const OPEN_MARKS: &str = "open, ouvert, ouverte, offen, abierta, aperta, outstanding, unpaid, impaye, impayee, non paye, non payee, non regle, non reglee, unbezahlt, impagada, non pagata, onbetaald, openstaand";

/// Columns of yes and no, or of ticks, that say whether an invoice is paid.
fn take_marks(reading: &mut Reading, evidence: &Evidence<'_>) {
    for profile in evidence.profiles.iter().filter(|profile| profile.marks.is_some()) {
        let is_amount = reading.column(Field::Amount) == Some(profile.column)
            || reading.column(Field::OpenAmount) == Some(profile.column);
        let says_open = has_any(&profile.words, OPEN_MARKS);
        let field = if says_open {
            Field::OpenMark
        } else if profile.says_any(&[C::Pay, C::Settling]) && !profile.says_any(&[C::Planned, C::Mode, C::Permission]) {
            Field::PaidMark
        } else {
            continue;
        };
        if is_amount || reading.has(field) {
            continue;
        }
        if reading.column(Field::Status) == Some(profile.column) {
            reading.drop(Field::Status);
        }
        if !reading.uses(profile.column) {
            reading.take(field, profile.column, Because::Values);
        }
    }
}

/// A second pair of columns with the day and the amount of a payment.
fn take_second_payment(reading: &mut Reading, evidence: &Evidence<'_>) {
    let speaks_of_payment =
        |profile: &&Profile| profile.says(C::Pay) && !profile.says_any(&[C::Planned, C::Due, C::Open, C::Count]);
    let days: Vec<usize> = evidence
        .profiles
        .iter()
        .filter(speaks_of_payment)
        .filter(|profile| profile.kind == ColumnType::Date)
        .map(|profile| profile.column)
        .collect();
    let amounts: Vec<usize> = evidence
        .profiles
        .iter()
        .filter(speaks_of_payment)
        .filter(|profile| profile.may_be_money())
        .map(|profile| profile.column)
        .collect();
    let ([first_day, second_day], [first, second]) = (days.as_slice(), amounts.as_slice()) else { return };
    for field in [Field::SettledDate, Field::PaidAmount] {
        reading.drop(field);
    }
    let pairs = [
        (Field::SettledDate, *first_day),
        (Field::PaidAmount, *first),
        (Field::SecondSettledDate, *second_day),
        (Field::SecondPaidAmount, *second),
    ];
    for (field, column) in pairs {
        reading.take(field, column, Because::Heading);
    }
}
