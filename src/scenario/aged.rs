//! An aged balance with typed sales, read as invoices: sales are spread evenly over the days, and each age says how much of
//! them is still unpaid then.
//!
//! With sales of s a day, what is not due stands for not due ÷ s days of agreed term, and an age of 30 days with the amount a
//! for a part a ÷ (30 × s) of sales that is unpaid on a day of that age, on average. Who pays within an age is taken to pay at its
//! start, so that every day of it has that part. The balance would be the same if as many as possible paid later within it and
//! the others earlier: a [`Shape`] of that kind gives a bound. What an age holds beyond what the age before leaves is an old item that
//! nobody is expected to pay, as is what has no age.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::structure::units;
use crate::aged_balance::{AGES, AgedBalance, BOUNDS};
use crate::ledger::{Invoice, LabelsId, Ledger, Standing};
use crate::money::{Amount, published};
use crate::period::add_days;

/// What an aged balance was read as.
#[apply(answer!)]
pub struct AgedReading {
    /// Typed sales, a day.
    pub sales_a_day: Decimal,
    /// Days of agreed term that what is not due stands for.
    pub term_days: Decimal,
    /// Part of sales in percent that is paid late.
    pub late_percent: Decimal,
    /// Part of sales in percent that is paid more than 90 days late.
    pub very_late_percent: Decimal,
    /// Old items that these sales do not explain, and what has no age: nobody is expected to pay them.
    pub unexplained: Decimal,
}

/// When those pay who pay within an age. Ages bound each other, since no part that is paid is owed again: of two neighbours one
/// can be at an extreme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// At its start.
    Steps,
    /// The first and the third age as far apart as the balance allows: a part stays as long as it can, the rest is gone before.
    OddAges,
    /// The same of the second age.
    EvenAges,
}

impl Shape {
    /// Is an age at its extreme? Not the last ones, which nothing bounds.
    const fn is_apart(self, age: usize) -> bool {
        match self {
            Self::Steps => false,
            Self::OddAges => matches!(age, 1 | 3),
            Self::EvenAges => age == 2,
        }
    }

    /// Delays, and the part of sales that is paid with each, from the part that is unpaid in each age.
    fn delays(self, unpaid: &[Decimal; AGES], last: Decimal) -> Vec<(Decimal, Decimal)> {
        let mut delays = Vec::new();
        let mut before = Decimal::ONE;
        for (age, part) in unpaid.iter().copied().enumerate().skip(1).take(BOUNDS.len()) {
            let next = unpaid.get(age + 1).copied().unwrap_or_default();
            let turn = (part - next).checked_div(before - next).filter(|_| self.is_apart(age));
            let (later, after) = turn.map_or((Decimal::ZERO, part), |turn| (turn * Decimal::from(width(age)), next));
            delays.push((Decimal::from(start(age)) + later, before - after));
            before = after;
        }
        delays.push((Decimal::from(start(AGES - 1)) + last, before));
        delays
    }
}

/// Days before the window that invoices reach back.
const MOST_DAYS: i64 = 1100;

/// Invoices that make the balance of a date with sales of `a_day`, above zero, and what they assume. `None` where what is not
/// due is not told apart.
pub fn as_invoices(
    balance: &AgedBalance,
    as_of: NaiveDate,
    a_day: Decimal,
    shape: Shape,
) -> Option<(Ledger, AgedReading)> {
    if !balance.knows_not_due {
        return None;
    }
    let (ages, without_age) = net_of_credits(balance);
    let mut ages = from_ninety_days(ages, a_day);
    let [not_due, ..] = ages;
    let term = not_due / a_day;
    // How much of sales is unpaid in each age, never more than in the one before.
    let mut unpaid = [Decimal::ZERO; AGES];
    let mut before = Decimal::ONE;
    let mut unexplained = vec![(0, without_age)];
    for (age, (part, amount)) in unpaid.iter_mut().zip(&mut ages).enumerate().skip(1).take(BOUNDS.len()) {
        let days = Decimal::from(width(age));
        *part = (*amount / (a_day * days)).min(before);
        unexplained.push((age, *amount - *part * a_day * days));
        before = *part;
    }
    // Beyond the last age: so many days more until what is left is paid.
    let [.., beyond] = ages;
    let last = beyond.checked_div(a_day * before).unwrap_or_default().min(Decimal::from(MOST_DAYS));
    unexplained.push((AGES - 1, beyond - a_day * before * last));
    let book = Book { as_of, a_day, ledger: Ledger::default() };
    let ledger = book.filled(term, shape.delays(&unpaid, last), &unexplained);
    let percent = |part: Option<&Decimal>| published(part.copied().unwrap_or_default() * Decimal::ONE_HUNDRED);
    let reading = AgedReading {
        sales_a_day: published(a_day),
        term_days: published(term),
        late_percent: percent(unpaid.get(1)),
        very_late_percent: percent(unpaid.get(4)),
        unexplained: published(unexplained.iter().map(|(_, amount)| *amount).sum()),
    };
    Some((ledger, reading))
}

/// The ages where the last one begins after ninety days already, as in most balances: of what stands in it, as much is taken to be
/// in the age before as the sales unpaid by then can explain.
fn from_ninety_days(mut ages: [Decimal; AGES], a_day: Decimal) -> [Decimal; AGES] {
    let [_, first, second, third, fourth, last] = &mut ages;
    if fourth.is_zero() && !last.is_zero() {
        let explained = (*first).min(*second).min(*third).min(a_day * Decimal::from(width(3)));
        let earlier = (*last).min(explained);
        *fourth += earlier;
        *last -= earlier;
    }
    ages
}

/// Days of an age.
fn width(age: usize) -> i64 {
    start(age + 1) - start(age)
}

/// Days after the due date at which an age starts.
fn start(age: usize) -> i64 {
    age.checked_sub(2).and_then(|before| BOUNDS.get(before)).copied().unwrap_or(0).into()
}

/// The ages, and what is overdue without one, once credits that are not matched yet have paid the oldest of them.
fn net_of_credits(balance: &AgedBalance) -> ([Decimal; AGES], Decimal) {
    let mut ages = balance.by_age().map(|amount| amount.max(Decimal::ZERO));
    let (mut without_age, unplaced) = balance.beside();
    let owed: Decimal = ages.iter().sum::<Decimal>() + without_age;
    let all: Decimal = balance.by_age().iter().sum::<Decimal>() + without_age + unplaced;
    let mut credit = (owed - all).max(Decimal::ZERO);
    for amount in [&mut without_age].into_iter().chain(ages.iter_mut().rev()) {
        let taken = credit.min((*amount).max(Decimal::ZERO));
        *amount -= taken;
        credit -= taken;
    }
    (ages, without_age.max(Decimal::ZERO))
}

struct Book {
    as_of: NaiveDate,
    a_day: Decimal,
    ledger: Ledger,
}

impl Book {
    fn filled(mut self, term: Decimal, delays: Vec<(Decimal, Decimal)>, unexplained: &[(usize, Decimal)]) -> Ledger {
        let window = 366;
        for (delay, part) in delays.into_iter().filter(|(_, part)| !part.is_zero()) {
            for (term, of_term) in in_whole_days(term) {
                for (delay, of_delay) in in_whole_days(delay) {
                    let amount = units(self.a_day * part * of_term * of_delay);
                    let reach = (window + term + delay).min(MOST_DAYS + window);
                    for back in 0..reach {
                        let issued = add_days(self.as_of, -back);
                        self.add(issued, term, Some(term + delay), amount);
                    }
                }
            }
        }
        let term = term.round().to_i64().unwrap_or(0);
        for (age, amount) in unexplained.iter().filter(|(_, amount)| *amount > Decimal::ZERO) {
            let issued = add_days(self.as_of, -(term + start(*age) + 1));
            self.add(issued, term, None, units(*amount));
        }
        self.ledger.decode_names(|_| String::new());
        self.ledger
    }

    fn add(&mut self, issued: NaiveDate, term: i64, paid: Option<i64>, amount: i64) {
        if amount <= 0 {
            return;
        }
        let amount = Amount::from_units(amount);
        let customer = self.ledger.intern(b"");
        let settled = paid.map(|paid| add_days(issued, paid));
        let open = if settled.is_some() { Amount::ZERO } else { amount };
        let due = Some(add_days(issued, term));
        let invoice = Invoice {
            issued,
            due,
            settled,
            amount,
            open,
            customer,
            standing: Standing::Undisputed,
            on_account: false,
            sold: amount,
            labels: LabelsId::default(),
            count: 1,
        };
        self.ledger.push(invoice, b"");
    }
}

/// Days that are not whole as two numbers of whole ones, with the part of each.
fn in_whole_days(days: Decimal) -> impl Iterator<Item = (i64, Decimal)> {
    let floor = days.floor();
    let later = days - floor;
    let whole = floor.to_i64().unwrap_or(0);
    [(whole, Decimal::ONE - later), (whole + 1, later)].into_iter().filter(|(_, part)| !part.is_zero())
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::aged_balance::CustomerAges;
    use crate::period::days_between;

    #[test]
    fn what_sales_do_not_explain_stands_where_its_age_begins() {
        // Of 100 a day for 30 days: half, 20 % and 10 % are unpaid in the first ages; of 500 in the next, 300 at most are of sales.
        let ages = [3000, 1500, 600, 300, 500, 200].map(|whole| Amount::from_units(whole * 1000));
        let late_without_age = Amount::from_units(70_000);
        let customer = CustomerAges { name: String::new(), ages, late_without_age, unplaced: Amount::ZERO };
        let balance = AgedBalance { knows_not_due: true, customers: vec![customer], ..AgedBalance::default() };
        let as_of = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap_or_default();
        for shape in [Shape::Steps, Shape::OddAges, Shape::EvenAges] {
            let (ledger, reading) = as_invoices(&balance, as_of, dec!(100), shape).expect("ages");
            assert_eq!((reading.term_days, reading.unexplained), (dec!(30), dec!(270)));
            let unpaid = ledger.invoices().filter(|invoice| invoice.settled.is_none());
            let late = |invoice: Invoice| (invoice.due.map(|due| days_between(due, as_of)), invoice.open.units());
            assert_eq!(unpaid.map(late).collect::<Vec<_>>(), [(Some(1), 70_000), (Some(91), 200_000)]);
        }
    }
}
