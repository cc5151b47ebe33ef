//! Levers on a monthly series: every amount is paid R days after issue, R being the roll-back DSO at each month-end,
//! and sales are spread evenly in the month. The levers change R; the receivables follow.

use rust_decimal::Decimal;

use super::buckets::{Kept, concern_of, is_moved, kept, released_of};
use super::idle::Reach;
use super::levers::{Concern, Levers, Mechanism, ReadyLever, Set};
use super::payment::{Effect, Facts, Payment};
use super::run::{LeverSums, Released, Run, States};
use super::split::{Outcome, Split, Taking, outcomes};
use super::structure::Structure;
use crate::at::TypedBalances;
use crate::conventions::{Conventions, EmptyMonth};
use crate::error::Error;
use crate::measures::Basis;
use crate::measures::roll_back::{MonthSales, receivables_of, sum_of_receivables};
use crate::money::published;
use crate::series::{Series, Window};

/// A monthly series whose customers pay after R days.
#[derive(Clone, Debug)]
pub struct RollBackReading {
    months: Vec<MonthEnd>,
    /// Where the window starts among the months.
    window_start: usize,
    window_sales: Decimal,
    empty_month: EmptyMonth,
    /// R at the as-of date.
    days: Decimal,
    /// Is the history too short to say more than that R is at least so long?
    is_lower_bound: bool,
    /// The longest terms that the law gives, mean of the last month.
    longest_terms: Vec<Option<Decimal>>,
}

/// What is known of one month-end.
#[derive(Clone, Debug)]
struct MonthEnd {
    newest_first: Vec<MonthSales>,
    receivables: Option<Decimal>,
    /// R, and the days after which it is overdue, where the history says.
    payment: Option<Payment<Decimal>>,
    disputed: Option<Decimal>,
    disputed_overdue: Option<Decimal>,
}

impl MonthEnd {
    /// Days of the month.
    fn days(&self) -> u32 {
        self.newest_first.first().map_or(1, |month| month.days.max(1))
    }

    /// Did any month up to it have more credits than sales?
    fn has_credits(&self) -> bool {
        self.newest_first.iter().any(|month| month.sales.is_some_and(|sales| sales < Decimal::ZERO))
    }

    /// Is it without sales, so that its days do not count?
    fn is_skipped(&self, empty_month: EmptyMonth) -> bool {
        let sales = self.newest_first.first().and_then(|month| month.sales).unwrap_or_default();
        empty_month == EmptyMonth::Skip && sales <= Decimal::ZERO
    }
}

/// What levers take off receivables, on one day or added up over several.
#[derive(Default)]
struct TakenOff {
    released: Decimal,
    /// Of it, what is paid in advance.
    deposits: Decimal,
    /// What stays though factors have lent on it.
    financed: Decimal,
    /// What factors have advanced, by their place in the request.
    advances: Vec<(usize, Decimal)>,
}

/// A part of the receivables that levers treat alike.
struct Portion {
    weight: Decimal,
    disputed: bool,
    concern: Concern,
    payment: Payment<Decimal>,
}

impl RollBackReading {
    /// The reading of a history.
    ///
    /// # Errors
    ///
    /// Those that leave the roll-back DSO at the as-of date undefined, and those of a regime.
    pub fn new(history: &Series, conventions: &Conventions, structure: &Structure) -> Result<Self, Error> {
        let typed = TypedBalances::default();
        let basis = Basis::new(history, conventions, &typed);
        let rolled = basis.roll_back(basis.receivables()?)?;
        let (days, is_lower_bound) = (rolled.days, rolled.is_lower_bound());
        let mut months = Vec::new();
        for (month, row) in history.months() {
            let past = history.up_to(month.last_day().min(history.as_of()))?;
            let basis = Basis::new(&past, conventions, &typed);
            let exact = |amount: Decimal| {
                basis.roll_back(amount).ok().filter(|rolled| !rolled.is_lower_bound()).map(|rolled| rolled.days)
            };
            let paid = row.receivables.and_then(exact);
            let current = row.receivables.zip(row.overdue).map(|(total, overdue)| total - overdue);
            let due = structure.current_term().or_else(|| current.and_then(exact));
            months.push(MonthEnd {
                receivables: row.receivables,
                payment: paid.map(|paid| Payment { due, paid }),
                disputed: row.disputed,
                disputed_overdue: row.disputed_of_overdue(),
                newest_first: basis.newest_first,
            });
        }
        let window = Window::of(history, conventions);
        Ok(Self {
            months,
            window_start: window.first.since(history.first_month()).unwrap_or(0),
            window_sales: window.sales(history).unwrap_or_default(),
            empty_month: conventions.empty_month,
            days,
            is_lower_bound,
            longest_terms: structure.mean_terms(history.last_month())?,
        })
    }

    /// R at the as-of date.
    pub const fn observed_days(&self) -> Decimal {
        self.days
    }

    /// Checks that the levers can be read into this history.
    ///
    /// # Errors
    ///
    /// In a lever that changes receivables, [`Error::HistoryTooShort`] if they outlast the history, and
    /// [`Error::MissingTerm`] where its effect counts from the due date, which nothing tells.
    pub fn check(&self, levers: &Levers) -> Result<(), Error> {
        let Some(last) = self.months.last() else { return Err(Error::NoData) };
        let has_term = last.payment.is_some_and(|payment| payment.due.is_some());
        for lever in levers.iter() {
            if self.is_lower_bound && lever.is_on_receivables() {
                return Err(Error::HistoryTooShort.in_lever(lever.index));
            }
            if lever.needs_due_date && !has_term {
                return Err(Error::MissingTerm.in_lever(lever.index));
            }
        }
        Ok(())
    }

    /// The levers that concern any of the receivables.
    pub fn concerned(&self, levers: &Levers) -> Set {
        let portions = self.months.iter().flat_map(|month| self.portions(levers, month));
        portions.fold(0, |set, portion| set | portion.concern.all)
    }

    /// The most days of what any of the levers concerns, at the as-of date.
    pub fn reach(&self, levers: &Levers) -> Reach {
        let mut reach = Reach::default();
        for portion in self.months.last().into_iter().flat_map(|month| self.portions(levers, month)) {
            if portion.concern.all != 0 {
                reach.add(portion.payment.due, Some(portion.payment.paid));
            }
        }
        reach
    }

    /// What the levers release and what they are applied to; `count` levers stand in the request.
    pub fn run(&self, levers: &Levers, count: usize) -> Run {
        let mut run = Run { by_lever: vec![LeverSums::default(); count], ..Run::default() };
        let at_end_of = |month: &MonthEnd| self.month(levers, month, 1);
        let opening = self.window_start.checked_sub(1).and_then(|place| self.months.get(place));
        run.opening = opening.and_then(at_end_of).map(|taken| published(taken.released));
        if let Some(taken) = self.months.last().and_then(at_end_of) {
            run.closing = published(taken.released);
            (run.deposits.closing, run.financed.closing) = (taken.deposits, taken.financed);
        }
        let mut sum = TakenOff::default();
        for month in self.months.iter().skip(self.window_start) {
            let Some(taken) = self.month(levers, month, month.days()) else { continue };
            sum.released += taken.released;
            sum.deposits += taken.deposits;
            sum.financed += taken.financed;
            sum.advances.extend(taken.advances);
            run.days += month.days();
        }
        let days = Decimal::from(run.days.max(1));
        run.average = sum.released / days;
        (run.deposits.average, run.financed.average) = (sum.deposits / days, sum.financed / days);
        for (index, advanced) in sum.advances {
            if let Some(sums) = run.by_lever.get_mut(index) {
                sums.advanced += advanced / days;
            }
        }
        for portion in self.months.last().into_iter().flat_map(|month| self.portions(levers, month)) {
            let sales = self.window_sales * portion.weight;
            for lever in levers.among(portion.concern.all) {
                if let Some(sums) = run.by_lever.get_mut(lever.index) {
                    sums.sales += sales;
                    sums.moved += sales * moved_part(lever, &portion);
                }
            }
            for cover in kept(levers, portion.concern).covers {
                if let Some(sums) = run.by_lever.get_mut(cover.index) {
                    sums.charged += sales * cover.charged;
                    sums.undisputed += if portion.disputed { Decimal::ZERO } else { sales * cover.charged };
                }
            }
            for (part, outcome) in self.outcomes(levers, &portion) {
                let Some((discount, taking)) = outcome.taken else { continue };
                let Some(sums) = run.by_lever.get_mut(discount) else { continue };
                let part = sales * part;
                match taking {
                    Taking::Earlier { days } => {
                        sums.earlier += part;
                        sums.earlier_days += part * days;
                    }
                    Taking::Anyway => sums.anyway += part,
                }
            }
        }
        run
    }

    /// What the levers release at every month-end, and by state at the last one.
    pub fn released(&self, levers: &Levers) -> Released {
        // Rounded as they are shown: what is nothing is not to look like something.
        let at_end_of = |month: &MonthEnd| self.month(levers, month, 1).map(|taken| published(taken.released));
        let closing = self.closing(levers).rounded(published);
        Released { by_month: self.months.iter().map(at_end_of).collect(), closing }
    }

    /// What the levers release on the last `days` days of a month, and what factors advance, added up over them: one for
    /// the month-end alone. `None` where the history before it is too short to say when its receivables were invoiced.
    fn month(&self, levers: &Levers, month: &MonthEnd, days: u32) -> Option<TakenOff> {
        if !levers.iter().any(ReadyLever::is_on_receivables) {
            return month.receivables.map(|_| TakenOff::default());
        }
        month.payment?;
        let mut taken = TakenOff::default();
        for portion in self.portions(levers, month) {
            let sold = |paid: Decimal| self.sold(month, paid, days);
            let before = sold(portion.payment.paid);
            let moved = self.moved(levers, &portion, |payment| payment.paid, sold);
            let Kept { part, deposit, financed, covers } = kept(levers, portion.concern);
            let standing = portion.weight * (before - moved);
            // The levers take away a difference, so that whatever they leave alone stays exactly as it was.
            taken.released += portion.weight * released_of(before, moved, part);
            taken.deposits += standing * deposit;
            taken.financed += standing * financed;
            taken.advances.extend(covers.into_iter().map(|cover| (cover.index, standing * cover.advanced)));
        }
        Some(taken)
    }

    /// Of a portion, what is `sold` in the days that the levers take off, counted to `day`.
    fn moved(
        &self,
        levers: &Levers,
        portion: &Portion,
        day: impl Fn(Payment<Decimal>) -> Decimal,
        sold: impl Fn(Decimal) -> Decimal,
    ) -> Decimal {
        let before = sold(day(portion.payment));
        let lost = |(part, outcome): (Decimal, Outcome<Decimal>)| {
            let after = day(outcome.payment);
            if after == day(portion.payment) {
                return Decimal::ZERO;
            }
            part * (before - sold(after)).max(Decimal::ZERO)
        };
        self.outcomes(levers, portion).map(lost).sum()
    }

    /// What becomes of a portion, part by part.
    fn outcomes(
        &self,
        levers: &Levers,
        portion: &Portion,
    ) -> impl Iterator<Item = (Decimal, Outcome<Decimal>)> + use<> {
        let (mut found, mut split) = (Vec::new(), Split::default());
        outcomes(levers, portion.concern, &mut split, (portion.payment, &self.facts()), &mut found);
        let shares = split.shares(levers);
        found.into_iter().map(move |outcome| (shares.part(&outcome), outcome))
    }

    /// What the levers release at the as-of date, by state.
    fn closing(&self, levers: &Levers) -> States {
        let mut states = States::default();
        let Some(month) = self.months.last() else { return states };
        for portion in self.portions(levers, month) {
            let kept = kept(levers, portion.concern).part;
            let of = |day: &dyn Fn(Payment<Decimal>) -> Decimal| {
                let sold = |paid: Decimal| self.sold(month, paid, 1);
                let before = sold(day(portion.payment));
                let moved = self.moved(levers, &portion, day, sold);
                portion.weight * released_of(before, moved, kept)
            };
            let released = of(&|payment| payment.paid);
            states.receivables += released;
            if portion.payment.due.is_some() {
                let current = of(&|payment| payment.due.map_or(payment.paid, |due| due.min(payment.paid)));
                states.overdue += released - current;
                // Paid earlier, the oldest go first: what is overdue today.
                let overdue_today = portion
                    .payment
                    .due
                    .map_or(Decimal::ZERO, |due| self.sold(month, portion.payment.paid, 1) - self.sold(month, due, 1));
                states.overdue_today += released.min(portion.weight * overdue_today.max(Decimal::ZERO));
            }
            if portion.disputed {
                let settled = self.outcomes(levers, &portion).filter(|(_, outcome)| outcome.settled);
                let settled: Decimal = settled.map(|(part, _)| part).sum();
                states.disputed +=
                    month.disputed.unwrap_or_default() * (Decimal::ONE - kept * (Decimal::ONE - settled));
                states.disputed_overdue +=
                    month.disputed_overdue.unwrap_or_default() * (Decimal::ONE - kept * (Decimal::ONE - settled));
            }
        }
        states
    }

    /// Sales of the `paid` days up to each of the last `days` days of a month, added up over these. Days after which credits
    /// outweigh sales count as none: there is nothing to be released then.
    fn sold(&self, month: &MonthEnd, paid: Decimal, days: u32) -> Decimal {
        let paid = paid.max(Decimal::ZERO);
        let of = |days: Decimal| receivables_of(days, &month.newest_first, self.empty_month);
        if month.is_skipped(self.empty_month) {
            return of(paid).max(Decimal::ZERO) * Decimal::from(days);
        }
        if month.has_credits() {
            let on = |day: u32| (of(paid + Decimal::from(day)) - of(day.into())).max(Decimal::ZERO);
            return (0..days).map(on).sum();
        }
        let up_to = |first: Decimal| sum_of_receivables(first, days, &month.newest_first, self.empty_month);
        up_to(paid) - up_to(Decimal::ZERO)
    }

    /// What has a payment of its own in the last month, with the weight, for the timeline.
    pub fn timeline_parts(&self, levers: &Levers) -> Vec<TimelinePart> {
        let Some(month) = self.months.last() else { return Vec::new() };
        let part = |portion: Portion| {
            let Kept { part: kept, financed, .. } = kept(levers, portion.concern);
            let part = |(part, outcome): (Decimal, Outcome<Decimal>)| (part, outcome.payment.paid.max(Decimal::ZERO));
            let after = self.outcomes(levers, &portion).map(part).collect();
            TimelinePart { weight: portion.weight, kept, financed, before: portion.payment.paid, after }
        };
        self.portions(levers, month).into_iter().map(part).collect()
    }

    /// The undisputed and the disputed part of the receivables of a month-end; nothing where its payments are not
    /// known.
    fn portions(&self, levers: &Levers, month: &MonthEnd) -> Vec<Portion> {
        // What changes no receivables needs no day of payment.
        let unknown = || (!levers.iter().any(ReadyLever::is_on_receivables)).then_some(self.at_least());
        let Some(payment) = month.payment.or_else(unknown) else { return Vec::new() };
        let part = month.disputed.zip(month.receivables.filter(|total| *total > Decimal::ZERO));
        let disputed =
            part.map_or(Decimal::ZERO, |(disputed, total)| (disputed / total).clamp(Decimal::ZERO, Decimal::ONE));
        let portion = |weight: Decimal, disputed: bool| {
            let concern = concern_of(levers, &payment, &self.facts(), disputed, |_| Some(true));
            Portion { weight, disputed, concern, payment }
        };
        let both = [portion(Decimal::ONE - disputed, false), portion(disputed, true)];
        both.into_iter().filter(|portion| !portion.weight.is_zero()).collect()
    }

    /// What a history that is too short says of payments.
    const fn at_least(&self) -> Payment<Decimal> {
        Payment { due: None, paid: self.days }
    }

    fn facts(&self) -> Facts<'_, Decimal> {
        Facts { longest_terms: &self.longest_terms, usual_late: Decimal::ZERO }
    }
}

/// A portion of sales for the timeline: how much of it stays in the receivables, until when without levers, and with
/// them.
#[derive(Clone, Debug)]
pub struct TimelinePart {
    /// Its part of sales.
    pub weight: Decimal,
    /// What deposits and factors leave of it.
    pub kept: Decimal,
    /// What factors have lent on of what they leave.
    pub financed: Decimal,
    /// Days to pay without levers.
    pub before: Decimal,
    /// Shares and days to pay with them.
    pub after: Vec<(Decimal, Decimal)>,
}

/// The part of a portion that a lever moves: what shortens delays only moves what is late, days late out of days to
/// pay.
fn moved_part(lever: &ReadyLever, portion: &Portion) -> Decimal {
    if !is_moved(lever, portion.concern) {
        return Decimal::ZERO;
    }
    let Payment { due, paid } = portion.payment;
    match (&lever.kind, due) {
        (Mechanism::Moves(Effect::OnDue | Effect::LessLate { .. } | Effect::Instalments { .. }), Some(due))
            if paid > Decimal::ZERO =>
        {
            (paid - due) / paid
        }
        _ => Decimal::ONE,
    }
}
