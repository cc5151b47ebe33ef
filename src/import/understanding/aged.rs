//! The reading of a table as an aged balance: ages, the customer, and the balance that the ages make.

use super::ages::{self, Age};
use super::concepts::Concept as C;
use super::profile::Profile;
use super::readings::{Assigned, Because, Evidence, POINT, Reading, Slabs, is_age_of_amounts, months_of};
use super::relations::{Relation, is_enough};
use super::roles::{self, ColumnType};
use crate::import::field::Field;
use crate::import::source::Kind;
use crate::import::words::{has_any, has_words};
use crate::order::Order;

/// The reading of a table whose columns are ages; `None` if it has none.
#[must_use]
pub fn aged(evidence: &Evidence<'_>) -> Option<Reading> {
    let mut ages: Vec<(usize, Age)> =
        evidence.profiles.iter().filter_map(|profile| Some((profile.column, is_age_of_amounts(profile)?))).collect();
    if !ages.iter().any(|(_, age)| *age == Age::NotDue) {
        let is_month_back =
            |column: usize| evidence.profile(column).is_some_and(|profile| ages::is_month_back(&profile.heading));
        ages.retain(|(column, _)| !is_month_back(*column));
    }
    if ages.is_empty() {
        return ages_in_rows(evidence).or_else(|| without_ages(evidence));
    }
    let names_balance = evidence
        .profiles
        .iter()
        .any(|profile| profile.age.is_none() && profile.says_any(&[C::Open, C::Amount, C::Receivable]));
    let is_slab_alone = ages.iter().all(|(_, age)| *age != Age::Overdue) && ages.len() < 2;
    if ages.len() < 2 && (!names_balance || is_slab_alone) {
        return None;
    }
    let mut reading = Reading::of(Kind::AgedBalance);
    leave_out_parts(&mut ages, evidence);
    let picked = pick(&ages, evidence, &mut reading);
    let picked = with_first_month(picked, evidence);
    reading.is_cumulated = are_cumulated(&picked, evidence);
    let picked = one_after_the_other(with_ends(picked), evidence, &mut reading);
    let used: Vec<usize> = picked.iter().map(|(column, _)| *column).collect();
    let sides = balance_of_two_sides(evidence).filter(|sides| !sides.iter().any(|(_, column)| used.contains(column)));
    let balance = if sides.is_some() { None } else { balance(&picked, evidence) };
    reading.points = 4 * POINT + 3 * POINT * i32::try_from(picked.len()).unwrap_or(0);
    for (column, age) in picked {
        reading.roles.push(Assigned { column, field: age.field(), because: vec![Because::Heading] });
    }
    if let Some((points, column, because)) = balance {
        reading.points += points;
        reading.roles.push(Assigned { column, field: Field::Balance, because });
    }
    for (field, column) in sides.into_iter().flatten() {
        reading.take(field, column, Because::Heading);
    }
    take_others(&mut reading, evidence, &used);
    let is_list = |profile: &Profile| {
        profile.kind == ColumnType::Date
            && profile.filled * 2 > evidence.details
            && profile.says_any(&[C::Issue, C::Due, C::Date])
            && profile.distinct > (profile.filled / 2).max(2)
    };
    if evidence.profiles.iter().any(is_list) {
        reading.points -= 12 * POINT;
    }
    Some(reading)
}

/// Customer, currency, type and date of the balance.
fn take_others(reading: &mut Reading, evidence: &Evidence<'_>, ages: &[usize]) {
    let free = |reading: &Reading, profile: &&Profile| !ages.contains(&profile.column) && !reading.uses(profile.column);
    let name_points = |profile: &Profile| {
        let words = roles::points(Field::Customer, profile.concepts).unwrap_or(0) * POINT / 10;
        let text = if profile.kind == ColumnType::Text { 1500 } else { 0 };
        let distinct =
            1000 * i32::try_from(profile.distinct).unwrap_or(0) / i32::try_from(profile.filled.max(1)).unwrap_or(1);
        words + text + distinct
    };
    let names = evidence.profiles.iter().filter(|profile| free(reading, profile));
    let names =
        names.filter(|profile| matches!(profile.kind, ColumnType::Text | ColumnType::Integer) && profile.age.is_none());
    let best = names.rev().max_by_key(|profile| name_points(profile)).map(|profile| profile.column);
    if let Some(column) = best {
        reading.points += 2 * POINT;
        reading.take(Field::Customer, column, Because::Heading);
    }
    for profile in evidence.profiles {
        if !free(reading, &profile) {
            continue;
        }
        let is_text = profile.kind == ColumnType::Text;
        let is_day = profile.kind == ColumnType::Date && profile.distinct <= (profile.filled / 2).max(2);
        if is_text && profile.says(C::Currency) && !profile.says(C::Amount) && !reading.has(Field::Currency) {
            reading.take(Field::Currency, profile.column, Because::Heading);
        } else if is_text && profile.says(C::Kind) && !reading.has(Field::DocumentType) {
            reading.take(Field::DocumentType, profile.column, Because::Heading);
        } else if is_day && !reading.has(Field::SnapshotDate) && !profile.says(C::Due) {
            reading.take(Field::SnapshotDate, profile.column, Because::Values);
        }
    }
}

/// "Of which beyond 60 days" is a part of another age, never added to it.
fn leave_out_parts(ages: &mut Vec<(usize, Age)>, evidence: &Evidence<'_>) {
    const PARTS: [&str; 8] =
        ["dont", "of which", "davon", "thereof", "di cui", "waarvan", "de los cuales", "including"];
    let is_part = |column: usize| {
        evidence.profile(column).is_some_and(|profile| {
            PARTS.iter().any(|part| has_words(&profile.words, part) && profile.words.starts_with(part))
        })
    };
    let whole: Vec<(usize, Age)> =
        ages.iter().copied().filter(|(column, age)| *age == Age::Overdue || !is_part(*column)).collect();
    let kinds = |ages: &[(usize, Age)]| {
        let mut kinds: Vec<Age> = ages.iter().map(|(_, age)| *age).collect();
        kinds.order();
        kinds.dedup();
        kinds.len()
    };
    if !whole.is_empty() && (kinds(&whole) > 1 || kinds(ages) > 2) {
        *ages = whole;
    }
}

/// Of two columns for one age the one that is an amount, in our own money, and part of the balance.
fn pick(ages: &[(usize, Age)], evidence: &Evidence<'_>, reading: &mut Reading) -> Vec<(usize, Age)> {
    let rank = |column: usize| {
        let Some(profile) = evidence.profile(column) else { return 0 };
        let is_part = evidence
            .relations
            .iter()
            .any(|found| matches!(&found.relation, Relation::Total(parts, _) if parts.contains(&column)));
        let says = |concept, points| if profile.says(concept) { points } else { 0 };
        says(C::Count, -90)
            + says(C::Rate, -90)
            + if profile.percents > 0 { -90 } else { 0 }
            + says(C::Foreign, -30)
            + says(C::BaseCurrency, 30)
            + says(C::Amount, 20)
            + if profile.kind == ColumnType::Integer { -5 } else { 0 }
            + if is_part { 20 } else { 0 }
    };
    let mut picked = Vec::new();
    let mut kinds: Vec<Age> = Vec::new();
    for (_, age) in ages {
        if !kinds.contains(age) {
            kinds.push(*age);
        }
    }
    for age in kinds {
        let mut columns: Vec<usize> =
            ages.iter().filter(|(_, other)| *other == age).map(|(column, _)| *column).collect();
        columns.order_by_key(|column| std::cmp::Reverse(rank(*column)));
        let (Some(first), second) = (columns.first().copied(), columns.get(1).copied()) else { continue };
        if let Some(second) = second.filter(|second| rank(first) - rank(*second) < 10) {
            if age == Age::NotDue {
                // What is not due may stand in slabs of its own.
                picked.extend(columns.iter().map(|column| (*column, age)));
                continue;
            }
            reading.alike.push((first, second));
        }
        picked.push((first, age));
    }
    picked
}

/// "1 month" is the first one after the due date, unless "< 1 month" stands before it.
fn with_first_month(picked: Vec<(usize, Age)>, evidence: &Evidence<'_>) -> Vec<(usize, Age)> {
    let starts = picked.iter().filter_map(|(_, age)| if let Age::Late(from, _) = age { Some(*from) } else { None });
    let speaks_of_months = picked.iter().any(|(column, _)| {
        evidence.profile(*column).is_some_and(|profile| {
            ["month", "months", "mois", "monat", "monate", "mes", "mese"]
                .iter()
                .any(|word| has_words(&profile.words, word))
        })
    });
    if starts.min() != Some(31) || !speaks_of_months {
        return picked;
    }
    let earlier = |(column, age)| match age {
        Age::Late(from, Some(to)) => (column, Age::Late(from - 30, Some(to.saturating_sub(30)))),
        age => (column, age),
    };
    picked.into_iter().map(earlier).collect()
}

/// "More than 90" ends where "more than 120" starts.
fn with_ends(picked: Vec<(usize, Age)>) -> Vec<(usize, Age)> {
    let starts: Vec<u32> =
        picked.iter().filter_map(|(_, age)| if let Age::Late(from, None) = age { Some(*from) } else { None }).collect();
    let ended = |age: Age| match age {
        Age::Late(from, None) => {
            let next = starts.iter().filter(|start| **start > from).min();
            Age::Late(from, next.map(|next| next - 1))
        }
        age => age,
    };
    picked.into_iter().map(|(column, age)| (column, ended(age))).collect()
}

/// `Up to 30`, `up to 60`, `up to 90` start on the day after the one before ends, and hold it too only where the
/// balance says so.
fn one_after_the_other(picked: Vec<(usize, Age)>, evidence: &Evidence<'_>, reading: &mut Reading) -> Vec<(usize, Age)> {
    let end = |age: Age| if let Age::Late(0 | 1, end) = age { end } else { None };
    let mut slabs: Vec<(u32, usize)> = picked.iter().filter_map(|(column, age)| Some((end(*age)?, *column))).collect();
    slabs.order();
    if slabs.len() < 2 {
        return picked;
    }
    if hold_earlier(&slabs, &picked, evidence) {
        reading.slabs = Slabs::HoldEarlier;
    }
    let start = |end: u32| {
        slabs.iter().map(|(other, _)| *other).filter(|other| *other < end).max().map_or(1, |other| other + 1)
    };
    let placed = |(column, age): (usize, Age)| match end(age) {
        Some(end) => (column, Age::Late(start(end), Some(end))),
        None => (column, age),
    };
    picked.into_iter().map(placed).collect()
}

/// Does a balance add up only if the last of these slabs, each with its end, holds the others?
fn hold_earlier(slabs: &[(u32, usize)], picked: &[(usize, Age)], evidence: &Evidence<'_>) -> bool {
    let Some(((_, longest), earlier)) = slabs.split_last() else { return false };
    let is_earlier = |column: usize| earlier.iter().any(|(_, other)| *other == column);
    let all: Vec<usize> = picked.iter().filter(|(_, age)| *age != Age::Overdue).map(|(column, _)| *column).collect();
    let kept: Vec<usize> = all.iter().copied().filter(|column| !is_earlier(*column)).collect();
    let grows = slabs.windows(2).all(|pair| matches!(pair, [(_, column), (_, next)] if column < next));
    let is_balance = |profile: &&Profile| {
        let adds_up = |ages: &[usize]| {
            let (rows, equal) = sum_of(ages, profile.column, evidence);
            is_enough(equal, rows)
        };
        profile.age.is_none() && profile.may_be_money() && adds_up(&kept) && !adds_up(&all)
    };
    grows && kept.contains(longest) && evidence.profiles.iter().any(|profile| is_balance(&profile))
}

/// Ages that are all without an end, and shrink from each to the next, hold those after them too.
fn are_cumulated(picked: &[(usize, Age)], evidence: &Evidence<'_>) -> bool {
    let mut open: Vec<(Age, usize)> = picked
        .iter()
        .filter(|(_, age)| matches!(age, Age::Late(_, None)))
        .map(|(column, age)| (*age, *column))
        .collect();
    open.order();
    let columns: Vec<&[Option<i64>]> = open.iter().filter_map(|(_, column)| evidence.values.column(*column)).collect();
    let has_closed = picked.iter().any(|(_, age)| matches!(age, Age::Late(_, Some(_))));
    columns.len() >= 2
        && !has_closed
        && columns.windows(2).all(|pair| {
            let [one, next] = pair else { return true };
            one.iter().zip(*next).all(|(one, next)| one.unwrap_or(0) >= next.unwrap_or(0))
        })
}

/// The column of the balance: by its words, and by the sum of the ages.
fn balance(picked: &[(usize, Age)], evidence: &Evidence<'_>) -> Option<(i32, usize, Vec<Because>)> {
    let ages: Vec<usize> = picked.iter().filter(|(_, age)| *age != Age::Overdue).map(|(column, _)| *column).collect();
    let has_not_due = picked.iter().any(|(_, age)| *age == Age::NotDue);
    let has_base = evidence.profiles.iter().any(|profile| profile.says(C::BaseCurrency));
    let mut best: Option<(i32, usize, Vec<Because>)> = None;
    for profile in evidence.profiles {
        let is_free = profile.age.is_none()
            && profile.may_be_money()
            && !picked.iter().any(|(column, _)| *column == profile.column);
        let is_excluded = profile.says_any(&[C::CreditLimit, C::Count, C::Rate, C::Overdue, C::Disputed])
            || profile.percents > 0
            || (profile.says(C::Number) && !profile.says_any(&[C::Open, C::Amount]))
            || (profile.says(C::Foreign) && !profile.says(C::BaseCurrency) && has_base);
        if !is_free || is_excluded {
            continue;
        }
        let words = roles::points(Field::OpenAmount, profile.concepts).map(|points| points * POINT / 10);
        let words = words.or_else(|| profile.says(C::Receivable).then_some(3 * POINT));
        let mut points = words.unwrap_or(if profile.says(C::Amount) { POINT } else { 0 });
        let (rows, equal) = sum_of(&ages, profile.column, evidence);
        let mut because = vec![Because::Heading];
        if rows > 0 && equal * 5 >= rows * 4 {
            points += 6 * POINT;
            because.push(Because::Relation(Relation::Total(ages.clone(), profile.column)));
        } else if profile.says_any(&[C::Amount, C::Open, C::Receivable])
            && !profile.says_any(&[C::Debit, C::Credit, C::Opening])
            && let Some(parts) = with_others(picked, profile.column, evidence)
        {
            points += 5 * POINT;
            because.push(Because::Relation(Relation::Total(parts, profile.column)));
        } else if !has_not_due && holds_ages(&ages, profile.column, evidence) {
            // What the ages lack is not due.
            points += 2 * POINT;
        } else {
            points -= POINT;
        }
        points +=
            POINT * i32::try_from(profile.filled).unwrap_or(0) / i32::try_from(evidence.details.max(1)).unwrap_or(1);
        if let Some(day) = profile.day {
            points += months_of(day);
        }
        if points >= 2 * POINT && best.as_ref().is_none_or(|(most, ..)| points > *most) {
            best = Some((points, profile.column, because));
        }
    }
    best
}

/// Rows with a balance, and those whose ages make it.
fn sum_of(ages: &[usize], balance: usize, evidence: &Evidence<'_>) -> (usize, usize) {
    let Some(balances) = evidence.values.column(balance) else { return (0, 0) };
    let ages: Vec<&[Option<i64>]> = ages.iter().filter_map(|age| evidence.values.column(*age)).collect();
    let is_equal = |row: usize, balance: i64| {
        let sum: i64 = ages.iter().filter_map(|age| age.get(row).copied().flatten()).sum();
        (sum - balance).abs() <= 50
    };
    let rows = balances.iter().enumerate().filter_map(|(row, balance)| Some((row, (*balance)?)));
    rows.fold((0, 0), |(rows, equal), (row, balance)| (rows + 1, equal + usize::from(is_equal(row, balance))))
}

/// The ages and the columns beside them that make a balance together: what is in dispute, payments not matched yet, and
/// the like.
fn with_others(picked: &[(usize, Age)], balance: usize, evidence: &Evidence<'_>) -> Option<Vec<usize>> {
    const MOST: usize = 6;
    let has_slabs = picked.iter().any(|(_, age)| !matches!(age, Age::NotDue | Age::Overdue));
    // All that is late is what its slabs make.
    let ages: Vec<usize> =
        picked.iter().filter(|(_, age)| !has_slabs || *age != Age::Overdue).map(|(column, _)| *column).collect();
    let may_be_part = |profile: &&Profile| {
        let values = evidence.values.column(profile.column).unwrap_or_default();
        profile.column != balance
            && !picked.iter().any(|(column, _)| *column == profile.column)
            && profile.age != Some(Age::Overdue)
            && profile.percents == 0
            && !profile.says_any(&[C::Count, C::CreditLimit, C::Days])
            && values.iter().flatten().any(|units| *units != 0)
    };
    let others: Vec<usize> =
        evidence.profiles.iter().filter(may_be_part).map(|profile| profile.column).take(MOST).collect();
    let mut choices: Vec<Vec<usize>> = vec![Vec::new()];
    for other in others {
        let longer: Vec<Vec<usize>> =
            choices.iter().map(|choice| choice.iter().copied().chain([other]).collect()).collect();
        choices.extend(longer);
    }
    choices.order_by_key(Vec::len);
    let parts = choices.into_iter().skip(1).map(|others| ages.iter().copied().chain(others).collect::<Vec<usize>>());
    parts.into_iter().find(|parts| {
        let (rows, equal) = sum_of(parts, balance, evidence);
        is_enough(equal, rows)
    })
}

/// Is no balance less than its ages?
fn holds_ages(ages: &[usize], balance: usize, evidence: &Evidence<'_>) -> bool {
    let Some(balances) = evidence.values.column(balance) else { return false };
    let ages: Vec<&[Option<i64>]> = ages.iter().filter_map(|age| evidence.values.column(*age)).collect();
    balances.iter().enumerate().all(|(row, balance)| {
        let sum: i64 = ages.iter().filter_map(|age| age.get(row).copied().flatten()).sum();
        balance.is_some_and(|balance| balance >= sum)
    })
}

/// A balance that stands in two columns, debits and credits: what is owed, and what is owed to the customer.
fn balance_of_two_sides(evidence: &Evidence<'_>) -> Option<[(Field, usize); 2]> {
    let side = |concept: C, other: C| {
        let mut sides = evidence.profiles.iter().filter(|profile| {
            let may_be_amount = profile.may_be_money() || profile.kind == ColumnType::Empty;
            let is_other = profile.says_any(&[other, C::Opening, C::Prior, C::CreditLimit, C::Count, C::Rate]);
            may_be_amount && profile.says(concept) && profile.says(C::Open) && !is_other
        });
        let side = sides.next()?.column;
        sides.next().is_none().then_some(side)
    };
    let (debit, credit) = (side(C::Debit, C::Credit)?, side(C::Credit, C::Debit)?);
    let is_number = |column| evidence.profile(column).is_some_and(Profile::may_be_money);
    is_number(debit).then_some([(Field::Debit, debit), (Field::Credit, credit)])
}

/// What customers owe, a row each, without ages: `Client;Encours`, or the balance of the accounts of customers.
fn without_ages(evidence: &Evidence<'_>) -> Option<Reading> {
    const OTHERS: [C; 16] = [
        C::Count,
        C::Rate,
        C::CreditLimit,
        C::Days,
        C::Overdue,
        C::Disputed,
        C::Opening,
        C::Prior,
        C::Budget,
        C::Running,
        C::Average,
        C::Excl,
        C::Debit,
        C::Credit,
        C::Deduct,
        C::Supplier,
    ];
    let is_dated = |profile: &Profile| matches!(profile.kind, ColumnType::Date | ColumnType::Month);
    if evidence.profiles.iter().any(is_dated) || !names_customers(evidence) {
        return None;
    }
    let mut reading = Reading::of(Kind::AgedBalance);
    reading.points = 4 * POINT;
    if let Some(sides) = balance_of_two_sides(evidence) {
        for (field, column) in sides {
            reading.take(field, column, Because::Heading);
        }
    } else {
        let points = |profile: &Profile| {
            let words = roles::points(Field::OpenAmount, profile.concepts).map_or(0, |points| points * POINT / 10);
            words.max(if profile.says(C::Receivable) { 3 * POINT } else { 0 }) + profile.day.map_or(0, months_of)
        };
        let may_be = |profile: &&Profile| {
            profile.may_be_money()
                && profile.percents == 0
                && profile.says_any(&[C::Open, C::Receivable])
                && !profile.says_any(&OTHERS)
        };
        let mut balances: Vec<&Profile> = evidence.profiles.iter().filter(may_be).collect();
        balances.order_by_key(|profile| std::cmp::Reverse(points(profile)));
        let (balance, second) = (balances.first()?, balances.get(1));
        let is_rival = |second: &&&Profile| {
            second.day.is_none()
                && points(balance) - points(second) < POINT
                && evidence.values.column(second.column) != evidence.values.column(balance.column)
        };
        reading.alike.extend(second.filter(is_rival).map(|second| (balance.column, second.column)));
        reading.take(Field::Balance, balance.column, Because::Heading);
    }
    let used: Vec<usize> = reading.roles.iter().map(|role| role.column).collect();
    take_others(&mut reading, evidence, &used);
    reading.has(Field::Customer).then_some(reading)
}

/// Does a heading speak of customers, or are all accounts those of customers, with those of suppliers at most?
fn names_customers(evidence: &Evidence<'_>) -> bool {
    const CUSTOMERS: &str = "client, clients, customer, customers, kunde, kunden, debitor, debitoren, debtor, cliente, clientes, clienti, klant, klanten, debiteur, deudor";
    let keys = || {
        evidence
            .profiles
            .iter()
            .filter(|profile| matches!(profile.kind, ColumnType::Text | ColumnType::Integer) && profile.age.is_none())
    };
    let is_account = |text: &String| text.bytes().take(3).filter(u8::is_ascii_digit).count() == 3;
    let accounts = || keys().filter(|profile| profile.says(C::Account) && profile.texts.iter().any(is_account));
    let of_third_parties =
        |profile: &Profile| profile.texts.iter().all(|text| text.starts_with("40") || text.starts_with("41"));
    let of_customers = |profile: &Profile| profile.texts.iter().any(|text| text.starts_with("41"));
    // One row a customer: a document has a number of its own.
    let names_documents = keys().any(|profile| profile.says(C::Invoice) && !profile.says_any(&[C::Client, C::Account]));
    let says_customer =
        keys().any(|profile| has_any(&profile.words, CUSTOMERS) && !profile.says_any(&[C::Open, C::Amount]));
    !names_documents
        && accounts().all(of_third_parties)
        && (accounts().any(of_customers) || (says_customer && accounts().next().is_none()))
}

/// Ages as rows: a column whose cells are ages, with an amount beside it.
fn ages_in_rows(evidence: &Evidence<'_>) -> Option<Reading> {
    let is_age = |profile: &&Profile| {
        // One text in five may be something else.
        let mut others = profile.texts.len() / 5;
        let mut ages: Vec<Age> = Vec::new();
        for text in &profile.texts {
            match Age::named(text) {
                Some(age) => ages.push(age),
                None if others == 0 => return false,
                None => others -= 1,
            }
        }
        ages.order();
        ages.dedup();
        ages.len() >= 2
    };
    let age = evidence.profiles.iter().filter(|profile| profile.kind == ColumnType::Text).find(is_age)?.column;
    let rank = |profile: &Profile| {
        if profile.says_any(&[C::Count, C::Rate]) || profile.percents > 0 {
            0
        } else if profile.says_any(&[C::Amount, C::Open, C::Receivable]) {
            2
        } else {
            1
        }
    };
    let amounts = evidence.profiles.iter().filter(|profile| profile.may_be_money() && profile.column != age);
    let amount = amounts.max_by_key(|profile| rank(profile))?.column;
    let mut reading = Reading::of(Kind::AgedBalance);
    reading.points = 10 * POINT;
    reading.take(Field::Age, age, Because::Values);
    reading.take(Field::Balance, amount, Because::Heading);
    let has_name = evidence.profiles.iter().any(|profile| profile.kind == ColumnType::Text && profile.column != age);
    if has_name {
        take_others(&mut reading, evidence, &[age, amount]);
    }
    Some(reading)
}
