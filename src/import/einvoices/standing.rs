//! Where an invoice stands: what messages say of it, in one place.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::super::life_cycle::{LifeState, LifeStatus, life_status};
use super::amount::{day, parsed};
use super::cdar::EStatus;
use crate::order::Order;

/// What the messages about one invoice come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether it is none any more, in dispute, or with a factor.
    pub state: LifeState,
    /// What was cashed, by day, in order; below zero it was taken back.
    pub cashed: Vec<(NaiveDate, Decimal)>,
    /// The last day that it was said to be cashed on without saying how much.
    pub cashed_whole: Option<NaiveDate>,
    /// Messages that say again what another said.
    pub repeated: u32,
}

impl Standing {
    /// What messages come to, in whatever order they are: the latest says whether the invoice is in dispute, amounts
    /// cashed add up, and whatever made it void lasts.
    pub fn of<'a>(messages: impl IntoIterator<Item = &'a EStatus>) -> Self {
        let mut messages: Vec<&EStatus> = messages.into_iter().collect();
        messages.order_by(|one, other| when(one).cmp(&when(other)).then_with(|| one.status.cmp(&other.status)));
        let mut standing = Self::default();
        let mut known = FxHashSet::default();
        for message in messages {
            if !known.insert(event(message)) {
                standing.repeated += 1;
                continue;
            }
            standing.take(message);
        }
        standing.cashed.order_by_key(|(day, _)| *day);
        standing.cashed.dedup_by(|later, earlier| {
            let is_same_day = later.0 == earlier.0;
            if is_same_day {
                earlier.1 += later.1;
            }
            is_same_day
        });
        standing
    }

    fn take(&mut self, message: &EStatus) {
        let Some(says) = life_status(&message.status) else { return };
        self.state.take(says);
        if says == LifeStatus::Cashed {
            self.cash(message);
        }
    }

    fn cash(&mut self, message: &EStatus) {
        let before = self.cashed.len();
        self.cashed.extend(cashed(message));
        if self.cashed.len() == before {
            self.cashed_whole = self.cashed_whole.max(day_of(message));
        }
    }

    /// Does it say that anything was cashed?
    pub fn says_cashed(&self) -> bool {
        !self.cashed.is_empty() || self.cashed_whole.is_some()
    }
}

/// What makes two messages about an invoice one event.
type Event<'a> = (&'a str, Option<&'a str>, Vec<Option<Decimal>>);

/// The event that a message tells: its status, when it came, and what was cashed.
pub fn event(message: &EStatus) -> Event<'_> {
    let mut amounts: Vec<_> = message.cashed.iter().map(|part| parsed(&part.amount)).collect();
    amounts.sort_unstable();
    (&message.status, message.status_datetime.as_deref(), amounts)
}

/// What a message says was cashed, and when.
pub fn cashed(message: &EStatus) -> impl Iterator<Item = (NaiveDate, Decimal)> + '_ {
    message.cashed.iter().filter_map(|part| Some((part.value_date.or_else(|| day_of(message))?, parsed(&part.amount)?)))
}

/// The day it became so, or else the one it was written on.
pub fn day_of(message: &EStatus) -> Option<NaiveDate> {
    message.status_date.or_else(|| message.message_datetime.as_deref().and_then(day))
}

/// When it became so: of a day alone, when the message was written.
fn when(message: &EStatus) -> (Option<NaiveDate>, Option<&str>) {
    let moment = message.status_datetime.as_deref().filter(|moment| moment.len() > "20250131".len());
    (day_of(message), moment.or(message.message_datetime.as_deref()))
}
