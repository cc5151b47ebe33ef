//! Why the DSO changed between two dates: other segments weigh more, or the same ones pay otherwise.

use rust_decimal::{Decimal, dec};

use super::answer::{SegmentChange, SegmentEffect};
use crate::customers::CustomerTable;
use crate::error::Error;
use crate::money::{self, published};
use crate::order::Order;

/// Segments given one by one.
const MOST_ROWS: usize = 500;

/// One segment at one date.
#[derive(Clone, Copy, Default)]
struct Part {
    /// Its share of the sales of all.
    weight: Decimal,
    /// Its days of the DSO of all.
    contribution: Decimal,
}

impl Part {
    /// Its own DSO, where it sells.
    fn days(self) -> Option<Decimal> {
        (self.weight > Decimal::ZERO).then(|| self.contribution / self.weight)
    }

    const fn is_nothing(self) -> bool {
        self.weight.is_zero() && self.contribution.is_zero()
    }
}

/// The change of the DSO from one table of a segment to a later one of the same values.
///
/// # Errors
///
/// [`Error::NoSales`] if nothing was sold in one of the windows.
pub fn change(from: &CustomerTable, to: &CustomerTable) -> Result<SegmentChange, Error> {
    let (before, after) = (parts(from)?, parts(to)?);
    let total = |parts: &[Part]| parts.iter().map(|part| part.contribution).sum::<Decimal>();
    let (from_days, to_days) = (total(&before), total(&after));
    let middle = (from_days + to_days) / dec!(2);
    let mut effects: Vec<(Decimal, SegmentEffect)> = Vec::new();
    let (mut mix, mut behaviour) = (Decimal::ZERO, Decimal::ZERO);
    for ((before, after), account) in before.iter().zip(&after).zip(&to.accounts) {
        if before.is_nothing() && after.is_nothing() {
            continue;
        }
        let (own_mix, own_behaviour) = effect(*before, *after, middle);
        mix += own_mix;
        behaviour += own_behaviour;
        let percent = |weight: Decimal| published(weight * Decimal::ONE_HUNDRED);
        let effect = SegmentEffect {
            value: account.name.clone(),
            from_days: before.days().map(published),
            to_days: after.days().map(published),
            from_share: percent(before.weight),
            to_share: percent(after.weight),
            mix: published(own_mix),
            behaviour: published(own_behaviour),
        };
        effects.push(((own_mix + own_behaviour).abs(), effect));
    }
    effects.order_by(|(one, a), (other, b)| other.cmp(one).then_with(|| a.value.cmp(&b.value)));
    let others = effects.iter().skip(MOST_ROWS).map(|(_, effect)| effect.mix + effect.behaviour).sum();
    Ok(SegmentChange {
        from: from.as_of,
        to: to.as_of,
        from_days: published(from_days),
        to_days: published(to_days),
        mix: published(mix),
        behaviour: published(behaviour),
        rows: effects.into_iter().take(MOST_ROWS).map(|(_, effect)| effect).collect(),
        others: published(others),
    })
}

/// Mix and behaviour of one segment: together its contributions less, less what the change of its weight is at the DSO of
/// all, which comes to nothing over all segments.
fn effect(before: Part, after: Part, middle: Decimal) -> (Decimal, Decimal) {
    let grown = after.weight - before.weight;
    let (was, is) = match (before.days(), after.days()) {
        (Some(was), Some(is)) => (was, is),
        (None, Some(is)) if before.is_nothing() => (is, is),
        (Some(was), None) if after.is_nothing() => (was, was),
        _ => return (-grown * middle, after.contribution - before.contribution),
    };
    let mix = grown * ((was + is) / dec!(2) - middle);
    (mix, (before.weight + after.weight) / dec!(2) * (is - was))
}

fn parts(table: &CustomerTable) -> Result<Vec<Part>, Error> {
    let sales: i128 = table.accounts.iter().map(|account| account.sales).sum();
    if sales <= 0 || table.sales_months == 0 {
        return Err(Error::NoSales);
    }
    let all = money::total(sales);
    let part = |sales: i128, receivables: i128| Part {
        weight: money::total(sales) / all,
        contribution: money::total(receivables) * table.window.days / all,
    };
    Ok(table.accounts.iter().map(|account| part(account.sales, account.receivables)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(weight: Decimal, days: Decimal) -> Part {
        Part { weight, contribution: weight * days }
    }

    /// Half of the sales at 30 days and half at 90 make 60. A quarter and three quarters make 75: all of it is mix, 7.5 of
    /// either, since each lies 30 days from the middle but for the 7.5 that the middle moves.
    #[test]
    fn weights_alone_are_mix() {
        let middle = dec!(67.5);
        let fast = effect(part(dec!(0.5), dec!(30)), part(dec!(0.25), dec!(30)), middle);
        let slow = effect(part(dec!(0.5), dec!(90)), part(dec!(0.75), dec!(90)), middle);
        assert_eq!(fast, (dec!(9.375), Decimal::ZERO));
        assert_eq!(slow, (dec!(5.625), Decimal::ZERO));
    }

    /// Both segments pay ten days later: 60 becomes 70, none of it by mix.
    #[test]
    fn days_alone_are_behaviour() {
        let fast = effect(part(dec!(0.5), dec!(30)), part(dec!(0.5), dec!(40)), dec!(65));
        let slow = effect(part(dec!(0.5), dec!(90)), part(dec!(0.5), dec!(100)), dec!(65));
        assert_eq!([fast, slow], [(Decimal::ZERO, dec!(5)); 2]);
    }

    /// A segment that is new makes mix alone; one that sells no more and still owes makes behaviour.
    #[test]
    fn what_comes_and_goes_adds_up() {
        let middle = dec!(40);
        assert_eq!(effect(Part::default(), part(dec!(0.5), dec!(60)), middle), (dec!(10), Decimal::ZERO));
        let owed = Part { weight: Decimal::ZERO, contribution: dec!(12) };
        assert_eq!(effect(part(dec!(0.5), dec!(20)), owed, middle), (dec!(20), dec!(2)));
    }
}
