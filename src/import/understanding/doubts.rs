//! What a reading leaves unexplained: that, not a narrow margin, is what tells that it is wrong.

use super::concepts::Concept as C;
use super::profile::Profile;
use super::readings::{Because, POINT, Reading, TaxBasis};
use super::relations::{Found, Values};
use super::titles::Titles;
use crate::import::field::Field;
use crate::import::source::Kind;
use crate::issue::IssueCode;

/// Something doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What, as the finding that tells it.
    pub what: IssueCode,
    /// The field it is about.
    pub field: Option<Field>,
    /// The column that is read.
    pub column: Option<usize>,
    /// The column that could be read instead.
    pub instead: Option<usize>,
    /// The kind that could be read instead.
    pub other_kind: Option<Kind>,
    /// Sums of the two columns over the rows looked at, in thousandths.
    pub sums: Option<(i64, i64)>,
}

impl Doubt {
    const fn of(what: IssueCode) -> Self {
        Self { what, field: None, column: None, instead: None, other_kind: None, sums: None }
    }
}

/// What is known of a reading.
pub struct Facts<'a> {
    /// The reading.
    pub reading: &'a Reading,
    /// The columns.
    pub profiles: &'a [Profile],
    /// What holds between them.
    pub relations: &'a [Found],
    /// Their numbers.
    pub values: &'a Values,
    /// All readings, best first.
    pub others: &'a [Reading],
    /// Rows with more cells than headings.
    pub too_long: usize,
    /// What the lines above it say.
    pub titles: &'a Titles,
    /// Its records.
    pub details: usize,
}

/// Margin below which a second column fits as well.
const NARROW: i32 = POINT * 3 / 4;

/// Everything doubtful about a reading.
#[must_use]
pub fn find(facts: &Facts<'_>) -> Vec<Doubt> {
    let mut doubts = rivals(facts);
    doubts.extend(facts.reading.alike.iter().map(|(column, instead)| Doubt {
        column: Some(*column),
        instead: Some(*instead),
        sums: sums(facts, *column, *instead),
        ..Doubt::of(IssueCode::TwoColumnsFit)
    }));
    doubts.extend(unused(facts));
    doubts.extend(other_kind(facts));
    doubts.extend(without_payments(facts));
    if facts.reading.tax == TaxBasis::Unknown {
        let column = facts.reading.column(Field::Amount);
        doubts.push(Doubt { column, field: Some(Field::Amount), ..Doubt::of(IssueCode::AmountsExclTax) });
    }
    doubts.extend(tax_bases(facts));
    if is_of_suppliers(facts) {
        doubts.push(Doubt::of(IssueCode::OfSuppliers));
    }
    if facts.too_long > 0 {
        doubts.push(Doubt::of(IssueCode::MoreCellsThanHeadings));
    }
    doubts.extend(swapped(facts));
    doubts
}

fn profile<'a>(facts: &Facts<'a>, column: usize) -> Option<&'a Profile> {
    facts.profiles.iter().find(|profile| profile.column == column)
}

fn sums(facts: &Facts<'_>, one: usize, other: usize) -> Option<(i64, i64)> {
    let sum = |column| facts.values.column(column).map(|values| values.iter().flatten().sum::<i64>());
    Some((sum(one)?, sum(other)?))
}

/// Two columns that fit a field nearly alike and hold other numbers.
fn rivals(facts: &Facts<'_>) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for field in [Field::Amount, Field::OpenAmount, Field::Receivables, Field::SalesInclTax] {
        let Some(column) = facts.reading.column(field) else { continue };
        let Some((_, rivals)) = facts.reading.rivals.iter().find(|(other, _)| *other == field) else { continue };
        let own = rivals.iter().find(|(_, other)| *other == column).map(|(points, _)| *points);
        let second = rivals.iter().find(|(_, other)| *other != column && !facts.reading.uses(*other));
        let (Some(own), Some((points, instead))) = (own, second) else { continue };
        let is_other = facts.values.column(column) != facts.values.column(*instead);
        if own - points < NARROW && is_other {
            doubts.push(Doubt {
                field: Some(field),
                column: Some(column),
                instead: Some(*instead),
                sums: sums(facts, column, *instead),
                ..Doubt::of(IssueCode::TwoColumnsFit)
            });
        }
    }
    doubts
}

/// Amounts that are not used, tied by nothing to what is, and ruled out by no word.
fn unused(facts: &Facts<'_>) -> Vec<Doubt> {
    const RULED_OUT: [C; 19] = [
        C::Count,
        C::Rate,
        C::Days,
        C::CreditLimit,
        C::Number,
        C::Year,
        C::Price,
        C::Pay,
        C::Tax,
        C::Excl,
        C::Budget,
        C::Prior,
        C::Foreign,
        C::Running,
        C::Deduct,
        C::Average,
        C::Opening,
        C::Account,
        C::Supplier,
    ];
    const AMOUNTS: [C; 7] = [C::Amount, C::Open, C::Incl, C::Receivable, C::Sales, C::Overdue, C::Disputed];
    let used = |column: &usize| facts.reading.uses(*column);
    // What explains the balance is told with it; a sum that two columns are missing from explains neither.
    let is_aged = facts.reading.kind == Some(Kind::AgedBalance);
    let is_explained = |columns: &Vec<usize>| {
        let missing = columns.iter().filter(|column| !used(column)).count();
        missing < columns.len() && (missing <= 1 || !is_aged)
    };
    let reasons = facts.reading.roles.iter().flat_map(|role| &role.because);
    let reasons = reasons.filter_map(|reason| match reason {
        Because::Relation(relation) => Some(relation.columns()),
        _ => None,
    });
    let tied: Vec<usize> = facts
        .relations
        .iter()
        .map(|found| found.relation.columns())
        .filter(is_explained)
        .chain(reasons)
        .flatten()
        .collect();
    let main = [Field::Amount, Field::OpenAmount, Field::Balance, Field::Receivables, Field::SalesInclTax]
        .into_iter()
        .find_map(|field| facts.reading.column(field));
    // Sales of a month are less what was credited.
    let is_credited = |profile: &Profile| facts.reading.kind == Some(Kind::Series) && profile.says(C::CreditNote);
    let is_doubtful = |profile: &&Profile| {
        let values = facts.values.column(profile.column);
        let is_copy =
            facts.profiles.iter().any(|other| used(&other.column) && facts.values.column(other.column) == values);
        profile.may_be_money()
            && profile.age.is_none()
            && !used(&profile.column)
            && !tied.contains(&profile.column)
            && (is_credited(profile) || !profile.says_any(&RULED_OUT) && profile.says_any(&AMOUNTS))
            && values.is_some_and(|values| values.iter().any(|value| value.is_some_and(|value| value != 0)))
            && !is_copy
    };
    let doubt = |profile: &Profile| Doubt {
        column: main,
        instead: Some(profile.column),
        sums: main.and_then(|main| sums(facts, main, profile.column)),
        ..Doubt::of(IssueCode::AmountNotUsed)
    };
    facts.profiles.iter().filter(is_doubtful).map(doubt).collect()
}

/// Another kind that explains nearly as much, but payments, which any list may be.
fn other_kind(facts: &Facts<'_>) -> Option<Doubt> {
    let other = facts.others.iter().find(|other| other.kind != facts.reading.kind)?;
    let is_close = other.points > facts.reading.points - 2 * POINT && other.kind != Some(Kind::Payments);
    let is_best = facts.others.first().is_some_and(|best| best.kind == facts.reading.kind);
    (is_close && is_best && facts.reading.kind.is_some())
        .then(|| Doubt { other_kind: other.kind, ..Doubt::of(IssueCode::TwoKindsFit) })
}

/// Columns any of which may say that an invoice is paid, or how much of it is open.
const PAYMENT: [Field; 9] = [
    Field::SettledDate,
    Field::OpenAmount,
    Field::PaidAmount,
    Field::Status,
    Field::PaidMark,
    Field::OpenMark,
    Field::SnapshotDate,
    Field::Direction,
    Field::Lettering,
];

fn without_payments(facts: &Facts<'_>) -> Option<Doubt> {
    let is_list = facts.reading.kind == Some(Kind::Invoices) && !facts.reading.is_credit_notes;
    let has_ages = facts.profiles.iter().any(|profile| profile.age.is_some());
    let says_open = facts
        .reading
        .column(Field::Amount)
        .and_then(|column| profile(facts, column))
        .is_some_and(|profile| profile.says_any(&[C::Open, C::ToPay]));
    let has_any = PAYMENT.iter().any(|field| facts.reading.has(*field));
    (is_list && facts.details > 1 && !has_ages && !says_open && !has_any).then(|| Doubt::of(IssueCode::NoPaymentColumn))
}

/// A spreadsheet that expects the month first turns `05/10/2025` into the tenth of May and leaves `20/10/2025` a text:
/// then no date has a day above 12, and every text has.
fn swapped(facts: &Facts<'_>) -> Option<Doubt> {
    const DATES: [Field; 3] = [Field::IssueDate, Field::DueDate, Field::SettledDate];
    let is_swapped = |column: &usize| {
        let Some(profile) = profile(facts, *column) else { return false };
        let parts = |text: &String| -> Option<[u32; 3]> {
            let mut parts = text.split(['-', '/', '.']).map(|part| part.parse().ok());
            let found = [parts.next()??, parts.next()??, parts.next()??];
            parts.next().is_none().then_some(found)
        };
        let all: Vec<[u32; 3]> = profile.texts.iter().filter_map(parts).collect();
        let (dates, texts): (Vec<&[u32; 3]>, Vec<&[u32; 3]>) = all.iter().partition(|[first, ..]| *first > 31);
        dates.len() > 1
            && texts.len() > 1
            && dates.iter().all(|[_, month, day]| *month <= 12 && *day <= 12)
            && texts.iter().all(|[first, second, _]| *first > 12 && *second <= 12)
    };
    let (field, column) = DATES
        .into_iter()
        .filter_map(|field| Some((field, facts.reading.column(field)?)))
        .find(|(_, column)| is_swapped(column))?;
    Some(Doubt { field: Some(field), column: Some(column), ..Doubt::of(IssueCode::SwappedDates) })
}

/// Do headings, or the title, speak of suppliers and none of customers?
fn is_of_suppliers(facts: &Facts<'_>) -> bool {
    let is_list = matches!(facts.reading.kind, Some(Kind::Invoices | Kind::AgedBalance | Kind::CustomerLedger));
    let texts = || facts.profiles.iter().filter(|profile| !profile.kind.is_number());
    let says_supplier = facts.titles.is_of_suppliers || texts().any(|profile| profile.says(C::Supplier));
    let says_customer = texts().any(|profile| profile.says(C::Client) && !profile.says(C::Supplier));
    is_list && says_supplier && (!says_customer || facts.titles.is_of_suppliers)
}

fn tax_bases(facts: &Facts<'_>) -> Option<Doubt> {
    // What is owed, and what it is compared with.
    const PAIRS: [(Field, Field, IssueCode); 3] = [
        (Field::Receivables, Field::SalesInclTax, IssueCode::TaxBasesDiffer),
        (Field::OpenAmount, Field::Amount, IssueCode::AmountsExclTax),
        (Field::PaidAmount, Field::Amount, IssueCode::AmountsExclTax),
    ];
    let says_excl = |field| {
        facts.reading.column(field).and_then(|column| profile(facts, column)).map(|profile| profile.says(C::Excl))
    };
    let differ =
        |(owed, sold, _): &(Field, Field, IssueCode)| says_excl(*owed) == Some(true) && says_excl(*sold) == Some(false);
    PAIRS.into_iter().find(differ).map(|(owed, sold, what)| Doubt {
        field: Some(owed),
        column: facts.reading.column(owed),
        instead: facts.reading.column(sold),
        ..Doubt::of(what)
    })
}
