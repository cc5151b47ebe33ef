//! Sums by the levers that matter: cells concerned by the same levers are split into the same shares, so amounts are
//! added up whole, part by part, and multiplied by the shares once. That keeps a scenario exact and fast.

use rust_decimal::Decimal;

use super::cells::{Cells, NEVER, Profile};
use super::levers::{self, Branch, Disputes, Levers, ReadyLever, Set};
use super::payment::{Days, Effect, Facts, Payment, WHOLE};
use crate::money::{self, UNIT_SCALE};

/// The levers of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concern {
    /// Those whose scope it is in.
    pub all: Set,
    /// Those of them that move its payments.
    pub moving: Set,
}

/// Sums of the cells that the same levers concern.
#[derive(Debug)]
pub struct Bucket<A> {
    /// Those levers.
    pub concern: Concern,
    /// The parts their amounts are split into.
    pub branches: Vec<Branch>,
    /// The sums.
    pub sums: A,
}

/// Sums by the levers that matter.
#[derive(Debug)]
pub struct Buckets<'a, A> {
    levers: &'a Levers,
    list: Vec<Bucket<A>>,
}

impl<'a, A> Buckets<'a, A> {
    /// No sums yet.
    pub const fn new(levers: &'a Levers) -> Self {
        Self { levers, list: Vec::new() }
    }

    /// The sums of a concern, empty ones for the first of its cells.
    pub fn of(&mut self, concern: Concern, empty: impl FnOnce(&[Branch]) -> A) -> Option<&mut Bucket<A>> {
        let place = self.list.iter().position(|bucket| bucket.concern == concern);
        let place = place.unwrap_or_else(|| {
            let branches = self.levers.branches(concern.moving);
            let sums = empty(&branches);
            self.list.push(Bucket { concern, branches, sums });
            self.list.len() - 1
        });
        self.list.get_mut(place)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Bucket<A>> {
        self.list.iter()
    }
}

/// The levers that concern invoices of a kind. One that leaves the payment as it is, whatever came before, moves
/// nothing: no lever makes another one's payments later. What nobody is expected to pay is moved by few.
pub fn concern(levers: &Levers, cells: &Cells, kind: &Profile) -> Concern {
    let (payment, facts) = (Cells::payment(kind), cells.facts(kind));
    concern_of(levers, &payment, &facts, kind.disputed, |lever| {
        let is_moved = lever.with_unpaid || kind.paid != NEVER;
        (kind.class & lever.bit() != 0).then_some(is_moved)
    })
}

/// The levers that concern a payment. `class` is `None` for a lever that the invoices are not in the scope of, else says
/// whether it may move them.
pub fn concern_of<D: Days>(
    levers: &Levers,
    payment: &Payment<D>,
    facts: &Facts<'_, D>,
    disputed: bool,
    class: impl Fn(&ReadyLever) -> Option<bool>,
) -> Concern {
    let mut concern = Concern { all: 0, moving: 0 };
    for lever in levers.iter() {
        let is_term_long = lever.terms_above.is_none_or(|above| payment.due.is_some_and(|due| due > D::of(above)));
        let is_fit = lever.disputes != if disputed { Disputes::No } else { Disputes::Only };
        let Some(is_movable) = class(lever).filter(|_| is_term_long && is_fit) else { continue };
        concern.all |= lever.bit();
        if let levers::Mechanism::Moves(effect) = lever.kind
            && is_movable
            && effect.on(*payment, facts, 0) != *payment
        {
            concern.moving |= lever.bit();
        }
    }
    concern
}

/// What is left of receivables once deposits are paid and a factor has advanced its part: the part that stays, and for
/// each factoring lever its place in the request and the part advanced.
pub fn kept(levers: &Levers, concern: Concern) -> (Decimal, Vec<(usize, Decimal)>) {
    let (mut kept, mut advanced) = (Decimal::ONE, Vec::new());
    for lever in levers.among(concern.all) {
        match lever.kind {
            levers::Mechanism::Deposit(part) => kept -= kept * lever.share * part,
            levers::Mechanism::Factoring(advance) => {
                let part = kept * lever.share * advance;
                advanced.push((lever.index, part));
                kept -= part;
            }
            levers::Mechanism::Moves(_) | levers::Mechanism::Beside => {}
        }
    }
    (kept, advanced)
}

/// What is released of `before` once `moved` has left and only the part `kept` of the rest stays.
pub fn released_of(before: Decimal, moved: Decimal, kept: Decimal) -> Decimal {
    moved + (before - moved) * (Decimal::ONE - kept)
}

/// Does a lever move the payments of a concern? What works otherwise concerns all of it.
pub const fn is_moved(lever: &ReadyLever, concern: Concern) -> bool {
    !matches!(lever.kind, levers::Mechanism::Moves(_)) || concern.moving & lever.bit() != 0
}

/// The discounts of a concern, by their place in the request.
pub fn discounts(levers: &Levers, concern: Concern) -> impl Iterator<Item = (&ReadyLever, i32)> {
    levers.among(concern.all).filter_map(|lever| match lever.kind {
        levers::Mechanism::Moves(Effect::Discount { within }) => Some((lever, within)),
        _ => None,
    })
}

/// Millionths of ledger units in parts as an amount: each part times its share.
pub fn shared(branches: &[Branch], units: impl Iterator<Item = i128>) -> Decimal {
    branches.iter().zip(units).filter(|(_, units)| *units != 0).map(|(branch, units)| branch.share * total(units)).sum()
}

/// Millionths of ledger units as an amount.
pub fn total(millionths: i128) -> Decimal {
    let whole = i128::from(WHOLE);
    if millionths % whole == 0 {
        return money::total(millionths / whole);
    }
    Decimal::try_from_i128_with_scale(millionths, UNIT_SCALE + 6).unwrap_or(Decimal::MAX)
}
