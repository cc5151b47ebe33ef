//! Sums by the levers that matter: cells concerned by the same levers are split into the same shares, so amounts are
//! added up whole, share by share, and multiplied by the shares once. That keeps a scenario exact and fast.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::cells::{Cells, NEVER, Profile};
use super::levers::{Concern, Disputes, Levers, Mechanism, ReadyLever};
use super::payment::{Days, Facts, Payment, WHOLE};
use super::split::Split;
use crate::money::{self, UNIT_SCALE};

/// Sums of the cells that the same levers concern.
#[derive(Debug)]
pub struct Bucket<A> {
    /// Those levers.
    pub concern: Concern,
    /// The shares they split amounts into.
    pub split: Split,
    /// The sums.
    pub sums: A,
}

/// Sums by the levers that matter.
#[derive(Debug)]
pub struct Buckets<A> {
    places: FxHashMap<Concern, usize>,
    list: Vec<Bucket<A>>,
}

impl<A: Default> Buckets<A> {
    /// No sums yet.
    pub fn new() -> Self {
        Self { places: FxHashMap::default(), list: Vec::new() }
    }

    /// The sums of a concern, none for the first of its cells.
    pub fn of(&mut self, concern: Concern) -> Option<&mut Bucket<A>> {
        let place = *self.places.entry(concern).or_insert_with(|| {
            self.list.push(Bucket { concern, split: Split::default(), sums: A::default() });
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
        let is_term_meant = lever.terms_above.is_none_or(|above| payment.due.is_some_and(|due| due > D::of(above)))
            && lever.terms_up_to.is_none_or(|most| payment.due.is_some_and(|due| due <= D::of(most)));
        let is_fit = lever.disputes != if disputed { Disputes::No } else { Disputes::Only };
        let Some(is_movable) = class(lever).filter(|_| is_term_meant && is_fit) else { continue };
        concern.all |= lever.bit();
        if let Mechanism::Moves(effect) = lever.kind
            && is_movable
            && effect.on(*payment, facts, 0) != *payment
        {
            concern.moving |= lever.bit();
        }
    }
    concern
}

/// What levers that take a part of every amount leave of it, and what they take.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The part that stays in the receivables.
    pub part: Decimal,
    /// The part that is paid in advance.
    pub deposit: Decimal,
    /// The part that stays there though a factor has advanced it, as a loan.
    pub financed: Decimal,
    /// Of each lever that is paid for what it covers.
    pub covers: Vec<Cover>,
}

/// What a lever covers that is paid for it: what is sold, insured, or not sold any more.
#[derive(Clone, Copy, Debug)]
pub struct Cover {
    /// The lever, by its place in the request.
    pub index: usize,
    /// The part of sales.
    pub charged: Decimal,
    /// The part of the receivables that a factor advances.
    pub advanced: Decimal,
}

/// What is left of receivables once deposits are paid and factors have advanced their part. A lever takes its share of what
/// those of its kind before it left: nothing is paid in advance, insured or sold twice, and what is paid in advance is
/// neither.
///
/// # Examples
///
/// ```text
/// deposit of 40 %, a factor that is sold half and advances 80 %: 60 % are left to sell, 30 % are sold and charged, 24 %
/// advanced; 36 % stay
/// ```
pub fn kept(levers: &Levers, concern: Concern) -> Kept {
    let (mut left, mut unsold, mut uninsured) = (Decimal::ONE, Decimal::ONE, Decimal::ONE);
    let (mut deposit, mut gone, mut financed) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    let mut covers = Vec::new();
    for lever in levers.among(concern.all) {
        let mut cover = |charged: Decimal, advanced: Decimal| {
            covers.push(Cover { index: lever.index, charged, advanced });
        };
        match lever.kind {
            Mechanism::Stops => {
                cover(left * lever.share * (Decimal::ONE - lever.within_limit.sold), Decimal::ZERO);
                left -= left * lever.share * (Decimal::ONE - lever.within_limit.owed);
            }
            Mechanism::Deposit(part) => {
                let paid = left * lever.share * part;
                cover(paid, Decimal::ZERO);
                deposit += paid;
                left -= paid;
            }
            Mechanism::Insurance => {
                cover(left * uninsured * lever.share, Decimal::ZERO);
                uninsured -= uninsured * lever.share;
            }
            Mechanism::Factoring { advance, with_recourse } => {
                let sold = unsold * lever.share * lever.within_limit.owed;
                let advanced = left * sold * advance;
                cover(left * unsold * lever.share * lever.within_limit.sold, advanced);
                unsold -= sold;
                *(if with_recourse { &mut financed } else { &mut gone }) += advanced;
            }
            Mechanism::Moves(_) | Mechanism::Beside => {}
        }
    }
    Kept { part: left - gone, deposit, financed, covers }
}

/// What is released of `before` once `moved` has left and only the part `kept` of the rest stays.
pub fn released_of(before: Decimal, moved: Decimal, kept: Decimal) -> Decimal {
    moved + (before - moved) * (Decimal::ONE - kept)
}

/// Does a lever move the payments of a concern? What works otherwise concerns all of it.
pub const fn is_moved(lever: &ReadyLever, concern: Concern) -> bool {
    !matches!(lever.kind, Mechanism::Moves(_)) || concern.moving & lever.bit() != 0
}

/// Millionths of ledger units as an amount.
pub fn total(millionths: i128) -> Decimal {
    let whole = i128::from(WHOLE);
    let (units, rest) = (millionths / whole, millionths % whole);
    // Apart, so that sums of many digits lose none in front.
    let rest = i64::try_from(rest).unwrap_or_default();
    money::total(units) + Decimal::new(rest, UNIT_SCALE + 6)
}
