//! Rows to an aged balance.

use super::field::Field;
use super::rows::{Fate, Rows};
use crate::aged_balance::{AGES, AgedBalance, CustomerAges};
use crate::issue::{Issue, IssueCode};
use crate::money::Amount;

const COLUMNS: [Field; AGES] =
    [Field::NotDue, Field::DaysTo30, Field::DaysTo60, Field::DaysTo90, Field::DaysTo120, Field::DaysBeyond];

/// An aged balance as its rows come by.
#[derive(Default)]
pub struct AgedBalanceReader {
    customers: Vec<CustomerAges>,
}

impl AgedBalanceReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        match read_row(rows) {
            Ok(customer) => {
                self.customers.push(customer);
                Fate::Accepted
            }
            Err(fate) => fate,
        }
    }

    /// The aged balance; `None` if no row was accepted.
    pub fn finish(self, rows: &mut Rows) -> Option<AgedBalance> {
        let knows_not_due = rows.has(Field::NotDue) || rows.has(Field::Balance);
        if !knows_not_due {
            rows.issues.push(Issue::new(IssueCode::NotDueUnknown));
        }
        let as_of = rows.layout.title_date();
        (!self.customers.is_empty()).then_some(AgedBalance { as_of, knows_not_due, customers: self.customers })
    }
}

fn read_row(rows: &mut Rows) -> Result<CustomerAges, Fate> {
    let mut ages = [Amount::ZERO; AGES];
    for (age, field) in ages.iter_mut().zip(COLUMNS) {
        *age = rows.amount(field)?.unwrap_or_default();
    }
    let sum: i128 = ages.iter().map(|age| i128::from(age.units())).sum();
    if let Some(balance) = rows.amount(Field::Balance)? {
        let rest = i128::from(balance.units()) - sum;
        let [not_due, ..] = &mut ages;
        if !rows.has(Field::NotDue) {
            // What no column of an age holds is not due.
            *not_due = i64::try_from(rest).map_or(Amount::ZERO, Amount::from_units);
        } else if rest != 0 {
            rows.tally(IssueCode::AgesDoNotAddUp, i64::try_from(rest).map_or(Amount::ZERO, Amount::from_units));
        }
    }
    Ok(CustomerAges { name: rows.text(Field::Customer).into_owned(), ages })
}
