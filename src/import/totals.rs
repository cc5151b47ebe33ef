//! Sums of the amounts as rows come by: they tell totals from details beyond the first rows, and prove what the file
//! says of itself.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::field::{Field, Nature};
use super::understanding::{Relation, TOLERANCE, Table};
use crate::money::{self, Amount, published};

/// Columns that are summed; those of a table with more are the first.
const MOST: usize = 12;

/// Running sums of the columns of amounts, and how often relations between them hold.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// The columns that are summed.
    columns: Vec<usize>,
    /// Of the current row.
    row: Vec<Option<i64>>,
    /// Columns that readers read: some are of no use to them.
    seen: Vec<bool>,
    /// Since the last total.
    since: Vec<i128>,
    /// Of all rows.
    all: Vec<i128>,
    relations: Vec<Proof>,
    /// Place of the column that most depends on.
    main: usize,
    /// Amounts of it that were read, and that were not, without their signs.
    read: i128,
    unread: i128,
    /// Columns that are not read, with their sums over the first rows.
    unused: Vec<(usize, i128)>,
    /// Rows that these sums are of.
    unused_rows: usize,
}

/// Rows whose columns that are not read are summed all the same; more would cost what reading them does.
const UNUSED_ROWS: usize = 50_000;

/// The fields that most depends on, the first that a table has.
const MAIN: [Field; 10] = [
    Field::Amount,
    Field::OpenAmount,
    Field::Balance,
    Field::SalesInclTax,
    Field::SalesExclTax,
    Field::Debit,
    Field::SignedAmount,
    Field::PaidAmount,
    Field::NotDue,
    Field::DaysTo30,
];

/// A relation that is checked on every row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// What is to hold: the first places make the last.
    parts: Vec<usize>,
    total: usize,
    /// The relation.
    pub relation: Relation,
    /// Rows it was checked on.
    pub rows: usize,
    /// Rows it holds on.
    pub holds: usize,
    /// The sum that the parts make.
    pub expected: i128,
    /// The sum of the other column.
    pub found: i128,
}

impl Totals {
    /// Sums for the columns of amounts that a table uses.
    #[must_use]
    pub fn of(table: &Table) -> Self {
        let is_amount = |field: &Option<Field>| field.is_some_and(|field| field.nature() == Nature::Amount);
        let columns: Vec<usize> = table
            .mapping
            .iter()
            .enumerate()
            .filter(|(_, field)| is_amount(field))
            .map(|(column, _)| column)
            .take(MOST)
            .collect();
        let place = |column: usize| columns.iter().position(|other| *other == column);
        let proof = |relation: &Relation| {
            let (parts, total) = match relation {
                Relation::Sum([first, second, total]) => (vec![place(*first)?, place(*second)?], place(*total)?),
                Relation::Total(parts, total) => {
                    (parts.iter().map(|part| place(*part)).collect::<Option<_>>()?, place(*total)?)
                }
                _ => return None,
            };
            Some(Proof { parts, total, relation: relation.clone(), rows: 0, holds: 0, expected: 0, found: 0 })
        };
        let relations = table.relations.iter().filter_map(|found| proof(&found.relation)).collect();
        let count = columns.len();
        let main = MAIN.iter().find_map(|field| place(table.column(*field)?)).unwrap_or(0);
        Self {
            row: vec![None; count],
            seen: vec![false; count],
            since: vec![0; count],
            all: vec![0; count],
            relations,
            main,
            read: 0,
            unread: 0,
            unused: table.unused.iter().map(|column| (*column, 0)).collect(),
            unused_rows: 0,
            columns,
        }
    }

    /// The column that most depends on.
    #[must_use]
    pub fn main_column(&self) -> Option<usize> {
        self.columns.get(self.main).copied()
    }

    /// What the current row has in the column that most depends on.
    #[must_use]
    pub fn main_amount(&self) -> Option<Amount> {
        self.row.get(self.main).copied().flatten().map(Amount::from_units)
    }

    /// The sum of the column that most depends on, so far.
    #[must_use]
    pub fn sum(&self) -> i128 {
        self.all.get(self.main).copied().unwrap_or(0)
    }

    /// Counts the amount of a row that is in no figure.
    pub fn lose(&mut self, amount: Amount) {
        self.unread += i128::from(amount.units()).abs();
    }

    /// Share of the amounts that are read, in percent.
    #[must_use]
    pub fn read_percent(&self) -> Option<Decimal> {
        let all = self.read + self.unread;
        (all > 0).then(|| published(money::total(self.read) / money::total(all) * Decimal::ONE_HUNDRED))
    }

    /// Adds a row to the sums of the columns that are not read, as long as it is not beyond those that are summed.
    pub fn add_unused(&mut self, amount: impl Fn(usize) -> Option<Amount>) {
        if self.unused.is_empty() || self.unused_rows >= UNUSED_ROWS {
            return;
        }
        self.unused_rows += 1;
        for (column, sum) in &mut self.unused {
            *sum += amount(*column).map_or(0, |amount| i128::from(amount.units()));
        }
    }

    /// The columns that are not read with their sums; no sum where the table is longer than what is summed.
    pub fn unused_sums(&self) -> impl Iterator<Item = (usize, Option<Decimal>)> {
        let is_whole = self.unused_rows < UNUSED_ROWS;
        self.unused.iter().map(move |(column, sum)| (*column, is_whole.then(|| money::total(*sum))))
    }

    /// Sees an amount of the current row.
    #[inline]
    pub fn see(&mut self, column: usize, amount: Amount) {
        if let Some(place) = self.columns.iter().position(|other| *other == column)
            && let Some(slot) = self.row.get_mut(place)
        {
            *slot = Some(amount.units());
            if let Some(seen) = self.seen.get_mut(place) {
                *seen = true;
            }
        }
    }

    /// Adds the current row, which is a record.
    #[inline]
    pub fn add(&mut self) {
        for ((value, since), all) in self.row.iter().zip(&mut self.since).zip(&mut self.all) {
            let units = i128::from(value.unwrap_or(0));
            *since += units;
            *all += units;
        }
        self.read += self.row.get(self.main).copied().flatten().map_or(0, |units| i128::from(units).abs());
        for proof in &mut self.relations {
            proof.check(&self.row);
        }
    }

    /// Forgets the current row.
    #[inline]
    pub fn clear(&mut self) {
        self.row.iter_mut().for_each(|value| *value = None);
    }

    /// Do the amounts of a row make the sum of all rows, or of those since the last total?
    #[must_use]
    pub fn adds_up(&self, amount: impl Fn(usize) -> Option<Amount>) -> bool {
        let amounts: Vec<Option<i64>> = self.columns.iter().map(|column| amount(*column).map(Amount::units)).collect();
        let is_sum = |sums: &[i128]| {
            let mut pairs =
                amounts.iter().zip(sums).filter_map(|(amount, sum)| Some((i128::from((*amount)?), *sum))).peekable();
            pairs.peek().is_some() && pairs.all(|(amount, sum)| (amount - sum).abs() <= i128::from(TOLERANCE))
        };
        is_sum(&self.since) || is_sum(&self.all)
    }

    /// Starts the sums since the last total again.
    pub fn restart(&mut self) {
        self.since.iter_mut().for_each(|sum| *sum = 0);
    }

    /// The sums of a part of the rows.
    #[must_use]
    pub fn part(&self) -> TotalsPart {
        let proofs = self.relations.iter().map(|proof| (proof.rows, proof.holds, proof.expected, proof.found));
        TotalsPart {
            seen: self.seen.clone(),
            all: self.all.clone(),
            proofs: proofs.collect(),
            read: self.read,
            unread: self.unread,
            unused: self.unused.iter().map(|(_, sum)| *sum).collect(),
            unused_rows: self.unused_rows,
        }
    }

    /// Adds those of rows that another summed, none of which is a total.
    pub fn join(&mut self, part: &TotalsPart) {
        for (seen, other) in self.seen.iter_mut().zip(&part.seen) {
            *seen |= other;
        }
        for ((since, all), other) in self.since.iter_mut().zip(&mut self.all).zip(&part.all) {
            *since += other;
            *all += other;
        }
        for (proof, (rows, holds, expected, found)) in self.relations.iter_mut().zip(&part.proofs) {
            proof.rows += rows;
            proof.holds += holds;
            proof.expected += expected;
            proof.found += found;
        }
        self.read += part.read;
        self.unread += part.unread;
        for ((_, sum), other) in self.unused.iter_mut().zip(&part.unused) {
            *sum += other;
        }
        self.unused_rows = self.unused_rows.saturating_add(part.unused_rows).min(UNUSED_ROWS);
    }

    /// What was proved, or not, of the columns that were read.
    pub fn proofs(&self) -> impl Iterator<Item = &Proof> {
        let is_seen = |place: &usize| self.seen.get(*place).copied().unwrap_or(false);
        self.relations.iter().filter(move |proof| proof.parts.iter().chain([&proof.total]).all(is_seen))
    }
}

/// The sums of a part of the rows, column by column.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TotalsPart {
    seen: Vec<bool>,
    all: Vec<i128>,
    proofs: Vec<(usize, usize, i128, i128)>,
    read: i128,
    unread: i128,
    unused: Vec<i128>,
    unused_rows: usize,
}

impl Proof {
    #[inline]
    fn check(&mut self, row: &[Option<i64>]) {
        let value = |place: &usize| row.get(*place).copied().flatten().unwrap_or(0);
        let sum: i64 = self.parts.iter().map(value).fold(0, i64::saturating_add);
        let total = value(&self.total);
        if sum == 0 && total == 0 {
            return;
        }
        self.rows += 1;
        self.holds += usize::from((sum.saturating_sub(total)).abs() <= TOLERANCE);
        self.expected += i128::from(sum);
        self.found += i128::from(total);
    }
}
