//! What the relations between columns say of them, before any is named.

use rustc_hash::FxHashMap;

use super::concepts::Concept as C;
use super::profile::Profile;
use super::readings::POINT;
use super::relations::{Found, Relation, Values};
use super::roles::{self, ENOUGH};
use crate::import::currency::Currency;
use crate::import::field::Field;

/// What relations say for and against a column being one of a field.
#[derive(Clone, Debug, Default)]
pub struct Bonus {
    points: FxHashMap<(Field, usize), i32>,
    reasons: Vec<(Field, usize, Relation)>,
    /// Columns that hold what was asked for, not what is open.
    asked_for: Vec<usize>,
}

impl Bonus {
    /// Speaks for, or against, with so many points.
    pub fn speak(&mut self, field: Field, column: usize, points: i32) {
        *self.points.entry((field, column)).or_default() += points * POINT;
    }

    /// Speaks for a field because of a relation.
    pub fn add(&mut self, field: Field, column: usize, points: i32, relation: &Relation) {
        self.speak(field, column, points);
        if points > 0 {
            self.reasons.push((field, column, relation.clone()));
        }
    }

    /// The points of a column for a field.
    #[must_use]
    pub fn of(&self, field: Field, column: usize) -> i32 {
        self.points.get(&(field, column)).copied().unwrap_or(0)
    }

    /// The first relation that speaks for it.
    #[must_use]
    pub fn reason(&self, field: Field, column: usize) -> Option<Relation> {
        self.reasons
            .iter()
            .find(|(one, other, _)| *one == field && *other == column)
            .map(|(_, _, relation)| relation.clone())
    }
}

/// What the relations between columns say of them, before any is named; some are known to be what was asked for.
#[must_use]
pub fn bonus(profiles: &[Profile], values: &Values, relations: &[Found], asked_for: Vec<usize>) -> Bonus {
    let mut bonus = Bonus::default();
    for column in &asked_for {
        bonus.speak(Field::OpenAmount, *column, -20);
    }
    bonus.asked_for = asked_for;
    let find = |column: usize| profiles.iter().find(|profile| profile.column == column);
    let taxes = bonus.taxes(find, relations);
    let sum = |profile: &Profile| values.column(profile.column).unwrap_or_default().iter().flatten().sum::<i64>();
    for found in relations {
        match found.relation {
            Relation::WithTax([base, gross]) => {
                if let (Some(of), Some(with)) = (find(base), find(gross)) {
                    bonus.add_gross(of, with, &found.relation);
                }
            }
            Relation::Total(ref parts, total) => bonus.add_whole(parts, total, find, &found.relation),
            Relation::Cumulated([_, balance]) => {
                bonus.add(Field::OpenAmount, balance, -12, &found.relation);
                bonus.add(Field::Amount, balance, -12, &found.relation);
                bonus.add(Field::RunningBalance, balance, 6, &found.relation);
            }
            Relation::Sum([first, second, total]) if taxes.iter().any(|tax| is_pair(*tax, [first, second])) => {
                bonus.add(Field::Amount, total, 4, &found.relation);
            }
            Relation::Sum([first, second, total]) => {
                bonus.add_whole(&[first, second], total, find, &found.relation);
                let is_below_zero = |profile: &Profile| sum(profile) < 0;
                bonus.add_net_sales([first, second, total], find, is_below_zero, &found.relation);
                if let (Some(first), Some(second), Some(whole)) = (find(first), find(second), find(total)) {
                    let differ = (sum(first) < 0) != (sum(second) < 0);
                    bonus.add_parts([first, second], whole, differ, &found.relation);
                }
            }
            _ => {}
        }
    }
    bonus
}

fn is_pair(one: [usize; 2], [first, second]: [usize; 2]) -> bool {
    one == [first, second] || one == [second, first]
}

impl Bonus {
    /// The pairs of a tax base and its tax.
    fn taxes<'a>(&mut self, find: impl Fn(usize) -> Option<&'a Profile>, relations: &[Found]) -> Vec<[usize; 2]> {
        // Without a word for the tax, a guarantee or a deposit of a round percentage would be one too.
        const OTHERS: [C; 10] =
            [C::Pay, C::Open, C::Deduct, C::Incl, C::Excl, C::Net, C::Price, C::Count, C::Overdue, C::Planned];
        let is_sum = |pair: [usize; 2]| {
            relations.iter().any(|found| matches!(found.relation, Relation::Sum([a, b, _]) if is_pair(pair, [a, b])))
        };
        let mut taxes = Vec::new();
        for found in relations {
            let Relation::Tax([base, tax]) = found.relation else { continue };
            let (Some(of), Some(on)) = (find(base), find(tax)) else { continue };
            let is_said = on.says(C::Tax) && !on.says_any(&[C::Incl, C::Excl]);
            let is_silent = !on.says_any(&OTHERS) && !of.says_any(&[C::Price, C::Count, C::Tax]) && is_sum([base, tax]);
            if is_said || is_silent {
                taxes.push([base, tax]);
                self.add(Field::TaxAmount, tax, 4, &found.relation);
                self.add(Field::Amount, tax, -6, &found.relation);
                if !of.says(C::Incl) {
                    self.add(Field::AmountExclTax, base, 4, &found.relation);
                    self.add(Field::Amount, base, -4, &found.relation);
                }
            }
        }
        taxes
    }

    /// An amount that is another one with a tax on it.
    fn add_gross(&mut self, base: &Profile, gross: &Profile, relation: &Relation) {
        const NEITHER: [C; 6] = [C::Open, C::Pay, C::Deduct, C::Foreign, C::BaseCurrency, C::Overdue];
        const NO_BASE: [C; 6] = [C::Rate, C::Price, C::Count, C::Incl, C::Planned, C::ToPay];
        const NO_GROSS: [C; 3] = [C::Excl, C::Tax, C::Budget];
        let is_none = |profile: &Profile, others: &[C]| profile.says_any(&NEITHER) || profile.says_any(others);
        // A rate of exchange may well be that of a tax.
        let [one, other] = [base, gross].map(|profile| Currency::find_in(&profile.heading));
        let is_exchanged = one.is_some() && other.is_some() && one != other;
        if !is_exchanged && !is_none(base, &NO_BASE) && !is_none(gross, &NO_GROSS) {
            self.add(Field::Amount, gross.column, 4, relation);
            self.add(Field::AmountExclTax, base.column, 4, relation);
            self.add(Field::Amount, base.column, -4, relation);
        }
    }

    /// Sales of which others are parts, in a table of months.
    fn add_whole<'a>(
        &mut self,
        parts: &[usize],
        whole: usize,
        find: impl Fn(usize) -> Option<&'a Profile>,
        relation: &Relation,
    ) {
        let field_of =
            |profile: &Profile| if profile.says(C::Excl) { Field::SalesExclTax } else { Field::SalesInclTax };
        let columns = || parts.iter().copied().chain([whole]);
        let are_sales = parts.iter().all(|column| find(*column).is_some_and(|profile| profile.says(C::Sales)));
        let is_total = |profile: &Profile| {
            profile.says(C::Sales)
                || (profile.says_any(&[C::Amount, C::Incl])
                    && !profile.says_any(&[C::Receivable, C::Open, C::Purchase]))
        };
        if !are_sales || !find(whole).is_some_and(is_total) {
            return;
        }
        for profile in columns().filter_map(find) {
            let points = if profile.column == whole { 3 } else { -3 };
            self.add(field_of(profile), profile.column, points, relation);
        }
    }

    /// Sales, in a table of months, and what is left of them after credit notes, which receivables are less of as well.
    fn add_net_sales<'a>(
        &mut self,
        [first, second, total]: [usize; 3],
        find: impl Fn(usize) -> Option<&'a Profile>,
        is_below_zero: impl Fn(&Profile) -> bool,
        relation: &Relation,
    ) {
        let may_be_sales = |profile: &Profile| {
            profile.says_any(&[C::Sales, C::Net, C::Amount, C::Incl])
                && !profile.says_any(&[C::CreditNote, C::Receivable, C::Open, C::Pay, C::Purchase, C::Tax])
        };
        for [credited, other] in [[first, second], [second, first]] {
            let [Some(credited), Some(other), Some(total)] = [credited, other, total].map(&find) else { return };
            // What is above zero is what the sum is more by.
            let (gross, net) = if is_below_zero(credited) { (other, total) } else { (total, other) };
            if credited.says(C::CreditNote) && gross.says(C::Sales) && may_be_sales(gross) && may_be_sales(net) {
                let field = if net.says(C::Excl) { Field::SalesExclTax } else { Field::SalesInclTax };
                self.add(field, net.column, 4, relation);
                self.add(field, gross.column, -4, relation);
                return;
            }
        }
    }

    /// Two amounts that make a third: what is paid and what is left, or a deduction and what is owed after it. Of other
    /// signs than each other (`differ`), the third is what is left.
    fn add_parts(&mut self, [first, second]: [&Profile; 2], whole: &Profile, differ: bool, relation: &Relation) {
        if first.says(C::Tax) || second.says(C::Tax) {
            return;
        }
        for (part, rest) in [(first, second), (second, first)] {
            // A deposit that was paid before is deducted from what the invoice asks for.
            let is_before = part.says(C::Deduct) && self.asked_for.contains(&rest.column);
            let is_payment = part.says(C::Pay) && !part.says_any(&[C::Deduct, C::Open]);
            if is_payment && !rest.says_any(&[C::Pay, C::Deduct]) && !whole.says(C::Pay) {
                let (open, amount) = if differ { (whole, rest) } else { (rest, whole) };
                self.add(Field::PaidAmount, part.column, 2, relation);
                self.add(Field::OpenAmount, open.column, 4, relation);
                self.add(Field::Amount, amount.column, 3, relation);
                return;
            }
            let is_deduction = part.says(C::Deduct) && (!part.says(C::Pay) || is_before);
            let may_be_owed = roles::points(Field::Amount, rest.concepts).is_some_and(|points| points >= ENOUGH);
            if is_deduction && may_be_owed && !rest.says_any(&[C::Open, C::Deduct, C::Excl]) && !whole.says(C::Open) {
                // What is left after a deposit, a retention or a discount is what is owed.
                self.add(Field::Amount, rest.column, 8, relation);
                self.add(Field::Amount, whole.column, -3, relation);
                self.add(Field::Discount, part.column, 3, relation);
                return;
            }
        }
    }
}
