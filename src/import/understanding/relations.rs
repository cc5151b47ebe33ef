//! What adds up between the columns of the rows: the proof that a table contains of itself.

use crate::order::Order;

use rustc_hash::FxHashMap;

/// Rows that relations are looked for in.
const ROWS: usize = 400;

/// Columns that are tried with each other; a table of more is looked at for its first ones.
const COLUMNS: usize = 16;

/// How far sums may be off, in thousandths: a cent of rounding on each side.
pub const TOLERANCE: i64 = 20;

/// Usual rates of tax on sales, in tenths of a percent.
const TAX_RATES: [i64; 27] = [
    200, 100, 55, 21, 190, 70, 210, 170, 220, 250, 60, 120, 160, 80, 85, 77, 81, 50, 150, 230, 180, 90, 40, 30, 130,
    140, 240,
];

/// Something that holds between columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The first and the second make the third.
    Sum([usize; 3]),
    /// The second is a tax on the first.
    Tax([usize; 2]),
    /// The second is the first with a tax on it.
    WithTax([usize; 2]),
    /// Several columns make the last one.
    Total(Vec<usize>, usize),
    /// Rows of one number: the first adds up to the second, which each of them repeats.
    PartsOf([usize; 2]),
    /// The second column repeats with the first, the customer, whose balance it is.
    BalanceOf([usize; 2]),
    /// The balance after each row: debits less credits run to it.
    Running([usize; 3]),
    /// The second column is what the first adds up to, row by row.
    Cumulated([usize; 2]),
}

impl Relation {
    /// The columns it ties together.
    #[must_use]
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Self::Sum(columns) | Self::Running(columns) => columns.to_vec(),
            Self::Tax(columns)
            | Self::WithTax(columns)
            | Self::PartsOf(columns)
            | Self::BalanceOf(columns)
            | Self::Cumulated(columns) => columns.to_vec(),
            Self::Total(parts, total) => parts.iter().chain([total]).copied().collect(),
        }
    }
}

/// A relation, and on how many rows it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What holds.
    pub relation: Relation,
    /// Rows it was looked at on.
    pub rows: usize,
    /// Rows it holds on.
    pub holds: usize,
}

/// Numbers of some columns, row by row, in thousandths.
#[derive(Clone, Debug, Default)]
pub struct Values {
    rows: usize,
    columns: Vec<(usize, Vec<Option<i64>>)>,
}

impl Values {
    /// The columns, each with its numbers.
    #[must_use]
    pub fn of(columns: Vec<(usize, Vec<Option<i64>>)>) -> Self {
        Self { rows: columns.iter().map(|(_, values)| values.len()).max().unwrap_or(0), columns }
    }

    /// The numbers of a column.
    #[must_use]
    pub fn column(&self, column: usize) -> Option<&[Option<i64>]> {
        self.columns.iter().find(|(other, _)| *other == column).map(|(_, values)| values.as_slice())
    }
}

/// Exact sums hardly ever hold by chance: all of few rows, and two thirds of many, since one wrong cell spoils each
/// relation it is in.
#[must_use]
pub const fn is_enough(holds: usize, rows: usize) -> bool {
    match rows {
        0 | 1 => false,
        2..5 => holds == rows,
        5..10 => holds + 1 >= rows,
        _ => holds * 100 >= rows * 65,
    }
}

/// Everything that holds between the columns.
#[must_use]
pub fn find(values: &Values) -> Vec<Found> {
    let columns: Vec<(usize, Vec<i64>)> = values
        .columns
        .iter()
        .filter(|(_, column)| column.iter().any(|value| value.is_some_and(|value| value != 0)))
        .take(COLUMNS)
        .map(|(place, column)| (*place, column.iter().take(ROWS).map(|value| value.unwrap_or(0)).collect()))
        .collect();
    if values.rows < 2 {
        return Vec::new();
    }
    let mut found = taxes(&columns);
    found.extend(with_taxes(&columns));
    found.extend(sums(&columns));
    found.extend(totals(&columns));
    found.extend(cumulated(values));
    found
}

/// Columns that others run to, row by row.
fn cumulated(values: &Values) -> Vec<Found> {
    let mut found = Vec::new();
    for (amount, amounts) in &values.columns {
        let none = vec![None; amounts.len()];
        for (balance, balances) in values.columns.iter().filter(|(balance, _)| balance != amount) {
            let (rows, holds) = running_either_way(amounts, &none, balances);
            let moves = amounts.iter().skip(1).flatten().filter(|amount| **amount != 0).count();
            if rows >= 2 && moves >= 2 && is_enough(holds, rows) {
                found.push(Found { relation: Relation::Cumulated([*amount, *balance]), rows, holds });
            }
        }
    }
    found
}

type Columns = [(usize, Vec<i64>)];

fn taxes(columns: &Columns) -> Vec<Found> {
    let mut found = Vec::new();
    for (base, amounts) in columns {
        for (tax, taxes) in columns.iter().filter(|(tax, _)| tax != base) {
            let (mut rows, mut holds) = (0, 0);
            let (mut rates, mut seen): (Vec<i64>, Vec<i64>) = (Vec::new(), Vec::new());
            for (amount, tax) in amounts.iter().zip(taxes).filter(|(amount, tax)| **amount != 0 && **tax != 0) {
                rows += 1;
                if let Some(rate) = TAX_RATES.iter().find(|rate| is_rate(*amount, **rate, *tax)) {
                    holds += 1;
                    if !rates.contains(rate) {
                        rates.push(*rate);
                    }
                }
                if !seen.contains(tax) && seen.len() < 2 {
                    seen.push(*tax);
                }
                if rows - holds > 8 && (rows - holds) * 10 > rows * 6 {
                    break;
                }
            }
            // Percentages of all sorts are discounts, not taxes.
            let has_few_rates = rates.len() <= (rows / 3).clamp(1, 4);
            if is_enough(holds, rows) && seen.len() > 1 && has_few_rates {
                found.push(Found { relation: Relation::Tax([*base, *tax]), rows, holds });
            }
        }
    }
    found
}

/// Pairs of columns of which the second is the first with a usual rate of tax on it.
fn with_taxes(columns: &Columns) -> Vec<Found> {
    let mut found = Vec::new();
    for (base, amounts) in columns {
        for (gross, others) in columns.iter().filter(|(gross, _)| gross != base) {
            let (mut rows, mut holds, mut rates): (usize, usize, Vec<i64>) = (0, 0, Vec::new());
            for (amount, gross) in amounts.iter().zip(others).filter(|(amount, gross)| **amount != 0 && **gross != 0) {
                rows += 1;
                if let Some(rate) =
                    TAX_RATES.iter().find(|rate| is_rate(*amount, **rate, gross.saturating_sub(*amount)))
                {
                    holds += 1;
                    if !rates.contains(rate) {
                        rates.push(*rate);
                    }
                }
            }
            if rows >= 3 && is_enough(holds, rows) && rates.len() <= (rows / 3).clamp(1, 2) {
                found.push(Found { relation: Relation::WithTax([*base, *gross]), rows, holds });
            }
        }
    }
    found
}

fn is_rate(amount: i64, rate: i64, tax: i64) -> bool {
    let expected = i128::from(amount) * i128::from(rate);
    (expected - i128::from(tax) * 1000).abs() <= i128::from(TOLERANCE) * 1000
}

fn sums(columns: &Columns) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, (first, one)) in columns.iter().enumerate() {
        for (second, other) in columns.iter().skip(at + 1) {
            for (total, sums) in columns.iter().filter(|(total, _)| total != first && total != second) {
                if let Some((rows, holds)) = adds_up(one, other, sums) {
                    found.push(Found { relation: Relation::Sum([*first, *second, *total]), rows, holds });
                }
            }
        }
    }
    found
}

/// On how many rows two numbers make the third; `None` if too few, or if the rows prove nothing: both parts must be
/// there in one of them, or each must be the whole in some.
fn adds_up(one: &[i64], other: &[i64], sums: &[i64]) -> Option<(usize, usize)> {
    let (mut rows, mut holds, mut both, mut first_alone, mut second_alone) = (0, 0, false, false, false);
    for ((first, second), total) in one.iter().zip(other).zip(sums) {
        if *first == 0 && *second == 0 && *total == 0 {
            continue;
        }
        rows += 1;
        if is_near(first.saturating_add(*second), *total) {
            holds += 1;
            both |= *first != 0 && *second != 0;
            first_alone |= *first != 0 && *second == 0;
            second_alone |= *first == 0 && *second != 0;
        } else if rows - holds > 8 && (rows - holds) * 10 > rows * 6 {
            return None;
        }
    }
    (is_enough(holds, rows) && (both || (first_alone && second_alone))).then_some((rows, holds))
}

const fn is_near(one: i64, other: i64) -> bool {
    one.saturating_sub(other).saturating_abs() <= TOLERANCE
}

/// Runs of three columns or more that make another one, the longest first; no column is in two of them.
fn totals(columns: &Columns) -> Vec<Found> {
    let mut found: Vec<(usize, Found)> = Vec::new();
    for start in 0..columns.len() {
        for end in start + 3..=columns.len() {
            let run = columns.get(start..end).unwrap_or_default();
            for (total, sums) in columns {
                let is_inside = run.iter().any(|(part, _)| part == total);
                let is_end = run.first().is_some_and(|(part, _)| part == total)
                    || run.last().is_some_and(|(part, _)| part == total);
                if is_inside && (!is_end || run.len() < 4) {
                    continue;
                }
                let parts: Vec<&(usize, Vec<i64>)> = run.iter().filter(|(part, _)| part != total).collect();
                let (rows, holds) = run_adds_up(&parts, sums);
                if is_enough(holds, rows) {
                    let relation = Relation::Total(parts.iter().map(|(part, _)| *part).collect(), *total);
                    found.push((parts.len(), Found { relation, rows, holds }));
                }
            }
        }
    }
    found.order_by_key(|(length, _)| std::cmp::Reverse(*length));
    let mut kept: Vec<Found> = Vec::new();
    for (_, one) in found {
        let columns = one.relation.columns();
        if !kept.iter().any(|other| other.relation.columns().iter().any(|column| columns.contains(column))) {
            kept.push(one);
        }
    }
    kept
}

fn run_adds_up(parts: &[&(usize, Vec<i64>)], sums: &[i64]) -> (usize, usize) {
    let (mut rows, mut holds) = (0, 0);
    for (row, total) in sums.iter().enumerate() {
        let sum: i64 = parts.iter().filter_map(|(_, part)| part.get(row)).sum();
        if sum == 0 && *total == 0 {
            continue;
        }
        rows += 1;
        holds += usize::from(is_near(sum, *total));
        if rows - holds > 8 && (rows - holds) * 10 > rows * 6 {
            break;
        }
    }
    (rows, holds)
}

/// Do debits less credits run to the balance? A row without a balance moves that of the next one.
#[must_use]
pub fn running(debits: &[Option<i64>], credits: &[Option<i64>], balances: &[Option<i64>]) -> (usize, usize) {
    run(moved(debits, credits, balances))
}

/// How far balances run, from the first row down or, where the newest stands first, from the last row up.
fn running_either_way(debits: &[Option<i64>], credits: &[Option<i64>], balances: &[Option<i64>]) -> (usize, usize) {
    let (down, up) = (run(moved(debits, credits, balances)), run(moved(debits, credits, balances).rev()));
    if up.1 > down.1 { up } else { down }
}

/// Debit, credit and balance of a row.
type Moved = (Option<i64>, Option<i64>, Option<i64>);

fn moved(
    debits: &[Option<i64>],
    credits: &[Option<i64>],
    balances: &[Option<i64>],
) -> impl DoubleEndedIterator<Item = Moved> {
    debits.iter().zip(credits).zip(balances).map(|((debit, credit), balance)| (*debit, *credit, *balance))
}

fn run(all: impl Iterator<Item = Moved>) -> (usize, usize) {
    let (mut rows, mut holds, mut previous, mut moved) = (0, 0, None, 0);
    for (debit, credit, balance) in all {
        moved = i64::saturating_add(moved, debit.unwrap_or(0).saturating_sub(credit.unwrap_or(0)));
        let Some(balance) = balance else { continue };
        // A row that moves nothing, and whose balance stays, is one of any constant column: it proves nothing.
        if let Some(previous) = previous.filter(|previous| moved != 0 || *previous != balance) {
            rows += 1;
            holds += usize::from(is_near(i64::saturating_add(previous, moved), balance));
        }
        (previous, moved) = (Some(balance), 0);
    }
    (rows, holds)
}

/// Two columns, of which each row fills one, that run to a third: what raises the balance, what lowers it, and the
/// balance.
#[must_use]
pub fn sides_of_balance(values: &Values) -> Option<[usize; 3]> {
    let is_moved = |value: &Option<i64>| value.is_some_and(|value| value != 0);
    let columns = values.columns.get(..COLUMNS).unwrap_or(&values.columns);
    let pairs = columns.iter().flat_map(|one| columns.iter().map(move |other| (one, other)));
    let are_sides = |((_, up), (_, down)): &(&(usize, Vec<_>), &(usize, Vec<_>))| {
        up.iter().any(is_moved)
            && down.iter().any(is_moved)
            && !up.iter().zip(down.iter()).any(|(up, down)| is_moved(up) && is_moved(down))
    };
    for ((raising, up), (lowering, down)) in pairs.filter(are_sides) {
        for (balance, balances) in columns.iter().filter(|(place, _)| place != raising && place != lowering) {
            let (rows, holds) = running_either_way(up, down, balances);
            if rows >= 2 && is_enough(holds, rows) {
                return Some([*raising, *lowering, *balance]);
            }
        }
    }
    None
}

/// Columns whose numbers, over the rows of one key, add up to another column that each of these rows repeats.
#[must_use]
pub fn parts_of_repeated(keys: &[&str], values: &Values) -> Vec<[usize; 2]> {
    let groups = groups(keys);
    if groups.values().all(|rows| rows.len() < 2) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (total, totals) in &values.columns {
        let at = |row: &usize| totals.get(*row).copied().flatten();
        let repeats = groups.values().filter(|rows| rows.len() > 1).all(|rows| {
            let first = rows.first().and_then(at);
            first.is_some_and(|first| first != 0) && rows.iter().all(|row| at(row) == first)
        });
        if !repeats {
            continue;
        }
        for (part, parts) in values.columns.iter().filter(|(part, _)| part != total) {
            let adds_up = groups.values().all(|rows| {
                let sum: i64 = rows.iter().filter_map(|row| parts.get(*row).copied().flatten()).sum();
                is_near(sum, rows.first().and_then(at).unwrap_or(0))
            });
            if adds_up {
                found.push([*part, *total]);
            }
        }
    }
    found
}

/// The rows of each key that is not empty.
#[must_use]
pub fn groups<'a>(keys: &[&'a str]) -> FxHashMap<&'a str, Vec<usize>> {
    let mut groups: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (row, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
        groups.entry(key).or_default().push(row);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(rows: &[&[i64]]) -> Values {
        let width = rows.first().map_or(0, |row| row.len());
        let column = |at: usize| (at, rows.iter().map(|row| row.get(at).map(|value| value * 1000)).collect());
        Values::of((0..width).map(column).collect())
    }

    fn relations(rows: &[&[i64]]) -> Vec<Relation> {
        find(&columns(rows)).into_iter().map(|found| found.relation).collect()
    }

    #[test]
    fn what_is_paid_and_what_is_open_make_the_amount() {
        let rows: [&[i64]; 4] = [&[100, 0, 100], &[70, 30, 100], &[0, 50, 50], &[20, 13, 33]];
        assert!(relations(&rows).contains(&Relation::Sum([0, 1, 2])));
    }

    #[test]
    fn a_tax_is_told_by_its_rate() {
        let rows: [&[i64]; 5] = [&[100, 20, 120], &[50, 10, 60], &[200, 40, 240], &[40, 8, 48], &[30, 6, 36]];
        assert!(relations(&rows).contains(&Relation::Tax([0, 1])));
        assert!(relations(&rows).contains(&Relation::Sum([0, 1, 2])));
    }

    #[test]
    fn discounts_of_all_sorts_are_no_tax() {
        let rows: [&[i64]; 4] = [&[100, 2], &[100, 3], &[100, 5], &[100, 10]];
        assert_eq!(relations(&rows), []);
    }

    #[test]
    fn ages_make_the_balance_even_where_one_cell_is_wrong() {
        let mut rows: Vec<Vec<i64>> =
            (1..20).map(|row| vec![row, row * 2, 3, row % 5, 6 + row * 3 - 3 + row % 5]).collect();
        if let Some(cell) = rows.get_mut(7).and_then(|row| row.get_mut(1)) {
            *cell = 99_999;
        }
        let rows: Vec<&[i64]> = rows.iter().map(Vec::as_slice).collect();
        assert!(relations(&rows).contains(&Relation::Total(vec![0, 1, 2, 3], 4)));
    }

    #[test]
    fn parts_add_up_to_what_every_row_repeats() {
        let values = columns(&[&[1200, 360], &[1200, 840], &[3600, 1800], &[3600, 1800], &[500, 500]]);
        let keys = ["A-01", "A-01", "A-02", "A-02", "A-03"];
        assert_eq!(parts_of_repeated(&keys, &values), [[1, 0]]);
    }
}
