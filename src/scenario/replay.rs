//! Levers on an invoice list: every invoice is paid again under them, split by the shares that adopt each.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::buckets::{Buckets, concern, is_moved, kept, released_of, total};
use super::cells::{Cell, Cells, NEVER, ObservedLedger, Profile, Stretch};
use super::crossings::{Balances, Crossings, Place, Steps, with_steps};
use super::dates::Dates;
use super::idle::Reach;
use super::levers::{Levers, Set};
use super::payment::{FineDays, Payment, WHOLE};
use super::run::{Balance, LeverSums, Released, Run, States};
use super::split::{Outcome, Taking, grown, outcomes};
use super::structure::Structure;
use crate::error::Error;
use crate::money::{self, UNIT_SCALE};
use crate::order::Order;
use crate::period::Month;

/// A ledger to be paid again.
#[derive(Clone, Debug)]
pub struct Replay {
    /// Its invoices.
    pub cells: Cells,
    crossings: Crossings,
    /// Days of the window.
    days: u32,
    as_of: i32,
    knows_opening: bool,
    /// What was summed up last, by the shape of the levers.
    kept: RefCell<VecDeque<(Levers, Rc<Buckets<Headline>>)>>,
}

/// Sums that are kept: those of every lever alone and in order, of a scenario and another one.
const MOST_KEPT: usize = 80;

/// The month-ends of a history: which one opens the window, and which ones are in it.
pub struct MonthEnds {
    /// First month of the window.
    pub window_first: Month,
    /// First month of the history.
    pub first: Month,
    /// The as-of date.
    pub as_of: NaiveDate,
}

impl MonthEnds {
    /// Every month-end, the as-of date last.
    pub fn days(&self) -> Vec<i32> {
        let months = Month::of(self.as_of).since(self.first).map_or(0, |months| months + 1);
        let month = |index: usize| self.first.plus(i32::try_from(index).unwrap_or(i32::MAX));
        (0..months).map(|index| month(index).last_day().min(self.as_of).num_days_from_ce()).collect()
    }

    /// The day before the window.
    fn opening(&self) -> NaiveDate {
        self.window_first.plus(-1).last_day()
    }

    /// Those that the headline figures need.
    fn placed(&self) -> [(i32, Place); 2] {
        [(self.opening().num_days_from_ce(), Place::Opening), (self.as_of.num_days_from_ce(), Place::Closing)]
    }
}

/// Sums of the cells that the same levers concern.
#[derive(Debug, Default)]
pub struct Headline {
    /// What each part releases.
    released: Vec<Gone>,
    /// What is held without levers.
    whole: Balances,
    sales: i128,
    /// Invoices that were issued in the window and settled.
    settled: u64,
    /// Of sales, those that are not in dispute.
    undisputed: i128,
    /// By lever, of which only discounts have any, and by part.
    discounts: Vec<Vec<Discounted>>,
}

/// What a part releases. Most of it is paid on whole days and met once, which is summed up without multiplying.
#[derive(Clone, Copy, Debug, Default)]
struct Gone {
    /// In ledger units.
    whole: Balances,
    /// In millionths of them.
    parts: Balances,
}

impl Gone {
    /// In millionths of ledger units.
    fn of(&self, balance: fn(&Balances) -> i128) -> i128 {
        balance(&self.whole) * i128::from(WHOLE) + balance(&self.parts)
    }
}

/// Sales that take a discount, in millionths of ledger units; by part.
#[derive(Clone, Debug, Default)]
struct Discounted {
    earlier: i128,
    /// Times the days gained.
    earlier_days: i128,
    anyway: i128,
}

impl Replay {
    /// A replay of a ledger.
    ///
    /// # Errors
    ///
    /// Those of [`Cells::of`].
    pub fn new(source: &ObservedLedger<'_>, structure: &Structure, month_ends: &MonthEnds) -> Result<Self, Error> {
        let cells = Cells::of(source, structure)?;
        let placed = month_ends.placed();
        let (first, as_of) =
            (month_ends.window_first.first_day().num_days_from_ce(), month_ends.as_of.num_days_from_ce());
        Ok(Self {
            crossings: Crossings::of(&cells, &placed, first),
            days: u32::try_from(as_of - first + 1).unwrap_or(u32::MAX),
            cells,
            as_of,
            kept: RefCell::default(),
            knows_opening: month_ends.opening() >= month_ends.first.first_day(),
        })
    }

    /// Mean days to pay of the window, weighted by amount.
    pub fn observed_days(&self) -> Option<Decimal> {
        self.cells.to_pay.mean().ok().map(|mean| mean.weighted.unwrap_or(mean.mean))
    }

    /// Checks that the levers can be applied to these invoices.
    ///
    /// # Errors
    ///
    /// In a lever, [`Error::MissingTerm`] where its effect counts from the due date, which no invoice has.
    pub fn check(&self, levers: &Levers) -> Result<(), Error> {
        // Where nothing is left to be moved, no term is missing.
        let cells = &self.cells.list;
        let has_term = cells.is_empty() || cells.iter().any(|cell| cell.kind.due.is_some());
        match levers.iter().find(|lever| lever.needs_due_date) {
            Some(lever) if !has_term => Err(Error::MissingTerm.in_lever(lever.index)),
            _ => Ok(()),
        }
    }

    /// The levers that concern any invoice.
    pub fn concerned(&self, levers: &Levers) -> Set {
        self.cells.list.iter().fold(0, |set, cell| set | concern(levers, &self.cells, &cell.kind).all)
    }

    /// The most days of what any of the levers concerns.
    pub fn reach(&self, levers: &Levers) -> Reach {
        let mut reach = Reach::default();
        for cell in self.cells.list.iter().filter(|cell| concern(levers, &self.cells, &cell.kind).all != 0) {
            let Profile { due, paid, .. } = cell.kind;
            reach.add(due.map(Decimal::from), (paid != NEVER).then(|| Decimal::from(paid)));
        }
        reach
    }

    /// What the levers release and what they are applied to; `count` levers stand in the request.
    pub fn run(&self, levers: &Levers, count: usize) -> Run {
        self.summed(levers, &self.sums(levers), count)
    }

    /// What is summed up for levers of this shape: kept, so that another share or price is no other look at the invoices.
    fn sums(&self, levers: &Levers) -> Rc<Buckets<Headline>> {
        let shape = levers.shape();
        let known = self.kept.borrow().iter().find(|(of, _)| *of == shape).map(|(_, sums)| Rc::clone(sums));
        known.unwrap_or_else(|| {
            let sums = Rc::new(self.sums_of(with_steps(&self.cells, &self.crossings), levers));
            let mut kept = self.kept.borrow_mut();
            if kept.len() == MOST_KEPT {
                kept.pop_front();
            }
            kept.push_back((shape, Rc::clone(&sums)));
            sums
        })
    }

    /// What is summed up for the levers of each group of customers that is told apart.
    pub fn sums_by_group(&self, levers: &Levers) -> impl Iterator<Item = (u32, Buckets<Headline>)> {
        let mut cells: Vec<(&Cell, Steps<'_>)> = with_steps(&self.cells, &self.crossings).collect();
        cells.order_by_key(|(cell, _)| cell.kind.group);
        let mut cells = cells.into_iter().peekable();
        std::iter::from_fn(move || {
            let group = cells.peek()?.0.kind.group;
            let of_group = std::iter::from_fn(|| cells.next_if(|(cell, _)| cell.kind.group == group));
            Some((group, self.sums_of(of_group, levers)))
        })
    }

    fn sums_of<'a>(&self, cells: impl Iterator<Item = (&'a Cell, Steps<'a>)>, levers: &Levers) -> Buckets<Headline> {
        let mut buckets: Buckets<Headline> = Buckets::new();
        let mut found = Vec::new();
        for (cell, steps) in cells {
            let concern = concern(levers, &self.cells, &cell.kind);
            if concern.all == 0 {
                continue;
            }
            let Some(bucket) = buckets.of(concern) else { continue };
            let (payment, facts) = (Cells::payment(&cell.kind), self.cells.facts(&cell.kind));
            let all = steps.held(cell.kind.paid);
            bucket.sums.whole.add(all);
            bucket.sums.sales += cell.sales;
            bucket.sums.settled += cell.settled;
            bucket.sums.undisputed += if cell.kind.disputed { 0 } else { cell.sales };
            outcomes(levers, concern, &mut bucket.split, (payment, &facts), &mut found);
            for outcome in &found {
                let (paid, count) = (outcome.payment.paid, i128::from(outcome.count));
                let moved = (paid < payment.paid).then_some(&mut bucket.sums.released);
                if let Some(released) = moved.and_then(|released| grown(released, outcome.share)) {
                    let (day, later) = paid.split();
                    let gone = all.less(steps.held(day));
                    if later == 0 && count == 1 {
                        released.whole.add(gone);
                    } else {
                        let next = all.less(steps.held(day + 1));
                        released.parts.add(gone.times(count * i128::from(WHOLE - later)));
                        released.parts.add(next.times(count * i128::from(later)));
                    }
                }
                let Some((discount, taking)) = outcome.taken else { continue };
                let of_discount = grown(&mut bucket.sums.discounts, discount);
                let Some(sums) = of_discount.and_then(|sums| grown(sums, outcome.share)) else { continue };
                match taking {
                    Taking::Earlier { days } => {
                        sums.earlier += cell.sales * count * i128::from(WHOLE);
                        sums.earlier_days += cell.sales * count * days.millionths();
                    }
                    Taking::Anyway => sums.anyway += cell.sales * count * i128::from(WHOLE),
                }
            }
        }
        buckets
    }

    /// What sums are worth with the shares of `levers`, of which `count` stand in the request.
    pub fn summed(&self, levers: &Levers, buckets: &Buckets<Headline>, count: usize) -> Run {
        let mut run = Run { days: self.days, by_lever: vec![LeverSums::default(); count], ..Run::default() };
        let (mut opening, mut sum) = (Decimal::ZERO, Decimal::ZERO);
        let days = Decimal::from(run.days.max(1));
        for bucket in buckets.iter() {
            let (kept, shares) = (kept(levers, bucket.concern), bucket.split.shares(levers));
            let released = |of: fn(&Balances) -> i128| {
                let moved = shares.shared(bucket.sums.released.iter().map(|gone| gone.of(of)));
                released_of(money::total(of(&bucket.sums.whole)), moved, kept.part)
            };
            run.closing += released(|balances| balances.closing);
            opening += released(|balances| balances.opening);
            sum += released(|balances| balances.days);
            // What stands there before deposits and factors take their part.
            let held = |of: fn(&Balances) -> i128| {
                let moved = shares.shared(bucket.sums.released.iter().map(|gone| gone.of(of)));
                money::total(of(&bucket.sums.whole)) - moved
            };
            let standing =
                Balance { closing: held(|balances| balances.closing), average: held(|balances| balances.days) / days };
            run.deposits.add(standing, kept.deposit);
            run.financed.add(standing, kept.financed);
            let sales = money::total(bucket.sums.sales);
            let undisputed = money::total(bucket.sums.undisputed);
            for lever in levers.among(bucket.concern.all) {
                if let Some(sums) = run.by_lever.get_mut(lever.index) {
                    sums.sales += sales;
                    if is_moved(lever, bucket.concern) {
                        sums.moved += sales;
                        sums.moved_invoices += bucket.sums.settled;
                    }
                }
            }
            for cover in &kept.covers {
                if let Some(sums) = run.by_lever.get_mut(cover.index) {
                    sums.charged += sales * cover.charged;
                    sums.undisputed += undisputed * cover.charged;
                    sums.advanced += standing.average * cover.advanced;
                }
            }
            for (sums, taken) in run.by_lever.iter_mut().zip(&bucket.sums.discounts) {
                let of = |of: fn(&Discounted) -> i128| shares.shared(taken.iter().map(of));
                sums.earlier += of(|taken| taken.earlier);
                sums.earlier_days += of(|taken| taken.earlier_days);
                sums.anyway += of(|taken| taken.anyway);
            }
        }
        run.closing = to_units(run.closing);
        run.opening = self.knows_opening.then(|| to_units(opening));
        run.average = sum / days;
        run
    }

    /// What stands in the receivables at the as-of date, credit notes left out.
    pub fn held(&self) -> Decimal {
        let closing = with_steps(&self.cells, &self.crossings).map(|(cell, steps)| steps.held(cell.kind.paid).closing);
        money::total(closing.sum())
    }

    /// What the levers release at every month-end, and by state at the last one.
    pub fn released(&self, levers: &Levers, month_ends: &[i32]) -> Released {
        let dates = Dates::new(month_ends);
        let flows = self.flows(levers, Stretch::all(), &dates, false);
        Released {
            by_month: flows.released.into_iter().map(|released| Some(to_units(released))).collect(),
            closing: self.closing(levers),
        }
    }

    /// What the levers release at the as-of date, by state.
    fn closing(&self, levers: &Levers) -> States {
        let mut buckets: Buckets<(Open, Vec<Open>)> = Buckets::new();
        let mut found = Vec::new();
        for (cell, steps) in with_steps(&self.cells, &self.crossings) {
            let held = steps.held(cell.kind.paid).closing;
            let concern = concern(levers, &self.cells, &cell.kind);
            if concern.all == 0 || held == 0 {
                continue;
            }
            let Some(bucket) = buckets.of(concern) else { continue };
            let (payment, facts) = (Cells::payment(&cell.kind), self.cells.facts(&cell.kind));
            let (whole, parts) = &mut bucket.sums;
            // What each part has open, by state: a due date is asked for invoice by invoice.
            outcomes(levers, concern, &mut bucket.split, (payment, &facts), &mut found);
            let way = |outcome: &Outcome<FineDays>| {
                let disputed = cell.kind.disputed && !outcome.settled;
                (outcome.share, Way::of(outcome.payment, disputed, outcome.count))
            };
            let ways: Vec<(usize, Way)> = found.iter().map(way).collect();
            let today = Way::of(payment, cell.kind.disputed, 1);
            let newest = Stretch { from: self.as_of.saturating_sub(cell.kind.paid), to: self.as_of };
            for invoice in self.cells.invoices_in(cell, newest) {
                whole.add(invoice, self.as_of, today, today.due);
                for (share, way) in &ways {
                    if let Some(part) = grown(parts, *share) {
                        part.add(invoice, self.as_of, *way, today.due);
                    }
                }
            }
        }
        let mut states = States::default();
        for bucket in buckets.iter() {
            let (kept, shares) = (kept(levers, bucket.concern).part, bucket.split.shares(levers));
            let (whole, parts) = &bucket.sums;
            let released = |of: fn(&Open) -> i128| total(of(whole)) - kept * shares.shared(parts.iter().map(of));
            states.receivables += released(|open| open.receivables);
            states.overdue += released(|open| open.overdue);
            states.disputed += released(|open| open.disputed);
            states.disputed_overdue += released(|open| open.disputed_overdue);
            states.overdue_today += released(|open| open.overdue_today);
        }
        states.rounded(to_units)
    }
}

/// To ledger units, as the receivables are that it is taken off: what is nothing is not to look like something.
pub fn to_units(amount: Decimal) -> Decimal {
    amount.round_dp(UNIT_SCALE)
}

/// What becomes of an invoice: the day it is due and paid on, from issue, the millionths of it that are paid a day later,
/// and whether it is in dispute.
#[derive(Clone, Copy)]
struct Way {
    due: Option<i32>,
    paid: i32,
    later: i64,
    disputed: bool,
    /// How many times it is met.
    count: u64,
}

impl Way {
    fn of(payment: Payment<FineDays>, disputed: bool, count: u64) -> Self {
        let (paid, later) = payment.paid.split();
        Self { due: payment.due.map(FineDays::floor), paid, later, disputed, count }
    }
}

/// What is open at the as-of date, by state, in millionths of ledger units.
#[derive(Clone, Copy, Default)]
struct Open {
    receivables: i128,
    overdue: i128,
    disputed: i128,
    disputed_overdue: i128,
    overdue_today: i128,
}

impl Open {
    /// Adds an invoice that is due today on a day from issue, if on any.
    fn add(&mut self, (day, units): (i32, i64), as_of: i32, way: Way, due_today: Option<i32>) {
        let left = i64::from(as_of) - i64::from(day) - i64::from(way.paid);
        let open = match left {
            ..0 => WHOLE,
            0 => way.later,
            _ => 0,
        };
        if day > as_of || open == 0 {
            return;
        }
        let units = i128::from(units) * i128::from(open) * i128::from(way.count);
        let overdue_by = |due: Option<i32>| if due.is_some_and(|due| day + due < as_of) { units } else { 0 };
        let overdue = overdue_by(way.due);
        self.receivables += units;
        self.overdue_today += overdue_by(due_today);
        self.overdue += overdue;
        if way.disputed {
            self.disputed += units;
            self.disputed_overdue += overdue;
        }
    }
}

/// What becomes of invoices at each of some dates.
#[derive(Clone, Debug, Default)]
pub struct Flows {
    /// Receivables without levers; empty unless asked for.
    pub held: Vec<Decimal>,
    /// What the levers take off them.
    pub released: Vec<Decimal>,
    /// What factors have lent on what stays of them.
    pub financed: Vec<Decimal>,
}

/// Sums by date: of each part what it releases, and what is held without levers, as differences from one date to the
/// next, in millionths of ledger units.
#[derive(Default)]
struct ByDate {
    released: Vec<Vec<i128>>,
    whole: Vec<i128>,
}

impl Replay {
    /// What becomes of the invoices of a stretch at `dates`: by one look at each invoice for each day it may be paid
    /// on.
    pub fn flows(&self, levers: &Levers, stretch: Stretch, dates: &Dates, with_held: bool) -> Flows {
        let (count, first) = (dates.len(), dates.first());
        let mut buckets: Buckets<ByDate> = Buckets::new();
        let (mut found, mut spread) = (Vec::new(), Spread::default());
        for cell in &self.cells.list {
            let concern = concern(levers, &self.cells, &cell.kind);
            if concern.all == 0 && !with_held {
                continue;
            }
            let Some(bucket) = buckets.of(concern) else { continue };
            let (payment, facts) = (Cells::payment(&cell.kind), self.cells.facts(&cell.kind));
            outcomes(levers, concern, &mut bucket.split, (payment, &facts), &mut found);
            let kept = kept(levers, concern);
            let has_whole = with_held || kept.part != Decimal::ONE || !kept.financed.is_zero();
            // Whatever was paid by the first date is gone at all of them.
            let stretch = Stretch { from: stretch.from.max(first.saturating_sub(cell.kind.paid) + 1), ..stretch };
            // What is held at all is what would be released by payment at issue.
            let whole = has_whole.then_some(i32::MIN);
            let moved = || found.iter().filter(|outcome| outcome.payment.paid < payment.paid);
            let paid = moved().flat_map(|outcome| {
                let (day, later) = outcome.payment.paid.split();
                [Some(day), (later > 0).then_some(day + 1)].into_iter().flatten()
            });
            if !spread.of(paid.chain(whole), self.cells.invoices_in(cell, stretch), cell.kind.paid, dates) {
                continue;
            }
            for outcome in moved() {
                let Some(sums) = grown(&mut bucket.sums.released, outcome.share) else { continue };
                sums.resize(count + 1, 0);
                let ((day, later), times) = (outcome.payment.paid.split(), i128::from(outcome.count));
                spread.add_to(day, i128::from(WHOLE - later) * times, sums);
                spread.add_to(day + 1, i128::from(later) * times, sums);
            }
            bucket.sums.whole.resize(count + 1, 0);
            spread.add_to(i32::MIN, WHOLE.into(), &mut bucket.sums.whole);
        }
        let none = vec![Decimal::ZERO; count];
        let mut flows = Flows { held: Vec::new(), released: none.clone(), financed: none };
        let mut held = vec![0_i128; if with_held { count } else { 0 }];
        for bucket in buckets.iter() {
            let (kept, shares) = (kept(levers, bucket.concern), bucket.split.shares(levers));
            let mut parts = vec![0_i128; bucket.sums.released.len()];
            let mut whole = 0_i128;
            for (place, (sum, financed)) in flows.released.iter_mut().zip(&mut flows.financed).enumerate() {
                for (part, sums) in parts.iter_mut().zip(&bucket.sums.released) {
                    *part += sums.get(place).copied().unwrap_or(0);
                }
                whole += bucket.sums.whole.get(place).copied().unwrap_or(0);
                let moved = shares.shared(parts.iter().copied());
                *sum += released_of(total(whole), moved, kept.part);
                *financed += (total(whole) - moved) * kept.financed;
                if let Some(held) = held.get_mut(place) {
                    *held += whole;
                }
            }
        }
        flows.held = held.into_iter().map(total).collect();
        flows
    }

    /// Amounts of a stretch issued by each of some days.
    pub fn issued(&self, stretch: Stretch, days: &[i32]) -> Vec<Decimal> {
        let dates = Dates::new(days);
        let mut sums = vec![0_i128; dates.len()];
        for cell in &self.cells.list {
            for (day, units) in self.cells.invoices_in(cell, stretch) {
                if let Some(sum) = sums.get_mut(dates.from(day)) {
                    *sum += i128::from(units);
                }
            }
        }
        let mut total = 0;
        let add = |sum: i128| {
            total += sum;
            money::total(total)
        };
        sums.into_iter().map(add).collect()
    }
}

/// What the invoices of one cell release at each date, by the day they are paid on instead.
#[derive(Default)]
struct Spread {
    /// Days from issue, each once.
    paid: Vec<i32>,
    /// For each of them, differences from one date to the next. All amounts of a ledger together fit into 64 bits.
    sums: Vec<Vec<i64>>,
}

impl Spread {
    /// Sums up invoices for payment on other days than `today`; `false` if there is nothing to sum up.
    fn of(
        &mut self,
        paid: impl Iterator<Item = i32>,
        invoices: impl Iterator<Item = (i32, i64)>,
        today: i32,
        dates: &Dates,
    ) -> bool {
        self.paid.clear();
        self.paid.extend(paid);
        self.paid.sort_unstable();
        self.paid.dedup();
        for place in 0..self.paid.len() {
            match self.sums.get_mut(place) {
                Some(sums) => {
                    sums.clear();
                    sums.resize(dates.len() + 1, 0);
                }
                None => self.sums.push(vec![0; dates.len() + 1]),
            }
        }
        let mut is_any = false;
        for (day, units) in invoices {
            let since = dates.from(day);
            let until = dates.from(day.saturating_add(today));
            if since >= until {
                continue;
            }
            is_any = true;
            for (paid, sums) in self.paid.iter().zip(&mut self.sums) {
                let from = dates.from(day.saturating_add(*paid)).max(since);
                if from >= until {
                    // The days increase: no later one releases anything.
                    break;
                }
                if let Some(sum) = sums.get_mut(from) {
                    *sum += units;
                }
                if let Some(sum) = sums.get_mut(until) {
                    *sum -= units;
                }
            }
        }
        is_any && !self.paid.is_empty()
    }

    /// Adds what payment of some millionths on a day releases, if it was summed up.
    fn add_to(&self, paid: i32, millionths: i128, sums: &mut [i128]) {
        if millionths == 0 {
            return;
        }
        let found = self.paid.binary_search(&paid).ok().and_then(|place| self.sums.get(place));
        for (sum, more) in sums.iter_mut().zip(found.into_iter().flatten()) {
            *sum += i128::from(*more) * millionths;
        }
    }
}
