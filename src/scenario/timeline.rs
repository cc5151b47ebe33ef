//! The twelve months from going live: the year before is repeated, and receivables are told week by week and month by
//! month, with the levers and without. What is agreed with the order or the invoice, such as terms or a deposit, concerns new
//! invoices only; what collects, such as reminders or a factor, acts on everything that is open from the day it goes live.

use std::cmp::Reverse;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::baseline::{Baseline, Model, Rest};
use super::cells::Stretch;
use super::daily_sales::DailySales;
use super::dates::Dates;
use super::levers::{Levers, ReadyLever};
use super::replay::{Replay, to_units};
use super::request::ScenarioRequest;
use super::roll_back_reading::RollBackReading;
use super::uncertainty::extremes;
use super::worth::{Valued, value};
use crate::error::Error;
use crate::money::published;
use crate::order::Order;
use crate::period::{add_days, add_months, days_between};

const WEEKS: i64 = 52;
const MONTHS: i32 = 12;

/// Years before the timeline whose invoices are repeated.
const REPEATED_YEARS: i32 = 2;

/// One week or month of a timeline.
#[apply(answer!)]
pub struct TimelinePeriod {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Receivables at its end without the levers.
    pub receivables_without: Decimal,
    /// Receivables at its end with them.
    pub receivables_with: Decimal,
    /// What comes in during it without the levers.
    pub cash_in_without: Decimal,
    /// What comes in with them, before their cost.
    pub cash_in_with: Decimal,
    /// Cash released by its end: what came in more since going live, and what payables and inventory release.
    pub released: Decimal,
    /// `released` with every uncertain parameter at its least favourable value; `null` where none is uncertain.
    pub low: Option<Decimal>,
    /// `released` with every uncertain parameter at its most favourable value.
    pub high: Option<Decimal>,
    /// What the levers cost from going live to its end.
    pub cost: Decimal,
}

/// The twelve months from going live.
#[apply(answer!)]
pub struct Timeline {
    /// The first day on which any lever is live.
    pub from: NaiveDate,
    /// Twelve months.
    pub months: Vec<TimelinePeriod>,
    /// Fifty-two weeks.
    pub weeks: Vec<TimelinePeriod>,
    /// Cash released in full force: where the timeline goes to as long as sales are those of the year before.
    pub in_full_force: Decimal,
    /// Most cash released at the end of a week or of a month.
    pub peak: Decimal,
    /// The day of it.
    pub peak_on: NaiveDate,
    /// Half of the effect: of the cash that is released on average in full force, whatever the season of the as-of date.
    pub half: Decimal,
    /// The first month-end from which on `released` is never below half of the effect again; `null` where the last is, or
    /// where there is no effect.
    pub durably_half_from: Option<NaiveDate>,
    /// The month-end on which least is released after half was reached for the first time, if that is less than half again;
    /// `null` where there is none.
    pub dip_on: Option<NaiveDate>,
    /// What each lever adds to those before it, in the order they apply.
    pub by_lever: Vec<LeverCourse>,
}

/// What a lever adds to those before it, month by month.
#[apply(answer!)]
pub struct LeverCourse {
    /// The lever, by its place in the request.
    pub index: u32,
    /// Cash released by the end of each month; over all levers these make `released` exactly.
    pub released: Vec<Decimal>,
}

/// At each date, counted from going live.
#[derive(Clone, Debug, Default)]
struct Course {
    /// All cash that is released.
    released: Vec<Decimal>,
    /// Of it, what is not off the receivables: loans of factors, payables, inventory, deposits before the invoice.
    beside: Vec<Decimal>,
    receivables: Vec<Decimal>,
    /// Sales from going live on.
    issued: Vec<Decimal>,
}

impl Course {
    /// Adds a part of another that stands for what is sold from the first date on; what is open by then is known.
    fn add_repeated(&mut self, other: &Self, part: Decimal) {
        let add = |sums: &mut [Decimal], more: &[Decimal]| {
            let before = more.first().copied().unwrap_or_default();
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += published((*more - before) * part);
            }
        };
        add(&mut self.released, &other.released);
        add(&mut self.beside, &other.beside);
        add(&mut self.receivables, &other.receivables);
        add(&mut self.issued, &other.issued);
    }
}

/// A stretch of issue days and of dates for which the same levers are live.
#[derive(Clone)]
struct Phase {
    levers: Levers,
    /// First day of issue; `None` for everything before the first lever on new invoices.
    from: Option<NaiveDate>,
    /// The first day after them.
    until: NaiveDate,
    /// Places of the dates.
    dates: Range<usize>,
}

impl Baseline {
    /// The twelve months from going live.
    ///
    /// # Errors
    ///
    /// Those of [`Baseline::headline`].
    pub fn timeline(&self, request: &ScenarioRequest) -> Result<Timeline, Error> {
        let levers = self.ready(request)?;
        let valued = value(self, &levers, request)?;
        let from = self.first_live(&levers, request);
        let start = add_days(from, -1);
        let weeks: Vec<NaiveDate> = weeks_from(start).skip(1).collect();
        let months: Vec<NaiveDate> = (1..=MONTHS).map(|month| add_months(start, month)).collect();
        let mut dates: Vec<NaiveDate> = [start].iter().chain(&weeks).chain(&months).copied().collect();
        dates.order();
        dates.dedup();
        let course = self.course(&levers, request, &valued, &dates, true);
        let released = |request: &ScenarioRequest| {
            let levers = self.levers(request);
            let valued = value(self, &levers, request)?;
            Ok::<_, Error>(self.course(&levers, request, &valued, &dates, false).released)
        };
        let band = extremes(request).map(|(low, high)| Ok::<_, Error>((released(&low)?, released(&high)?)));
        let band = band.transpose()?;
        let up_to = |count: usize| {
            let first = levers.first(count);
            value(self, &first, request).map(|valued| (first, valued))
        };
        let in_order: Vec<(Levers, Valued)> = (1..=levers.iter().count()).map(up_to).collect::<Result<_, Error>>()?;
        // What each adds to the cost of those before it: together the cost of the scenario.
        let mut before = Decimal::ZERO;
        let mut costs = Vec::new();
        for (lever, (_, valued)) in levers.iter().zip(&in_order) {
            let together = valued.worth.yearly_cost;
            costs.push((self.go_live(request, lever.index), together - before));
            before = together;
        }
        let year = Decimal::from(self.at.conventions.year_days);
        let cost_until = |date: NaiveDate| {
            let cost =
                |(day, cost): &(NaiveDate, Decimal)| cost * Decimal::from((days_between(*day, date) + 1).max(0)) / year;
            costs.iter().map(cost).sum::<Decimal>()
        };
        let at = |values: &[Decimal], date: NaiveDate| {
            dates.binary_search(&date).ok().and_then(|place| values.get(place)).copied().unwrap_or_default()
        };
        let period = |before: NaiveDate, to: NaiveDate| {
            let issued = at(&course.issued, to) - at(&course.issued, before);
            let change = at(&course.receivables, to) - at(&course.receivables, before);
            let (released, released_before) = (at(&course.released, to), at(&course.released, before));
            let (beside_now, beside_before) = (at(&course.beside, to), at(&course.beside, before));
            TimelinePeriod {
                from: add_days(before, 1),
                to,
                receivables_without: published(at(&course.receivables, to)),
                receivables_with: published(at(&course.receivables, to) - (released - beside_now)),
                cash_in_without: published(issued - change),
                cash_in_with: published(issued - change + (released - beside_now) - (released_before - beside_before)),
                released: published(released),
                low: band.as_ref().map(|(low, _)| published(at(low, to))),
                high: band.as_ref().map(|(_, high)| published(at(high, to))),
                cost: published(cost_until(to)),
            }
        };
        let ends = || weeks.iter().chain(&months);
        let peak_on = ends().copied().max_by_key(|date| (at(&course.released, *date), Reverse(*date))).unwrap_or(from);
        let in_months = |released: &[Decimal]| months.iter().map(|date| published(at(released, *date))).collect();
        let by_lever = self.by_lever(&in_order, request, &dates, &course.released, in_months);
        let periods = |ends: &[NaiveDate]| {
            let starts = [start].into_iter().chain(ends.iter().copied());
            starts.zip(ends).map(|(before, to)| period(before, *to)).collect()
        };
        let half = valued.worth.average_cash_released / Decimal::TWO;
        let by_month: Vec<(NaiveDate, Decimal)> =
            months.iter().map(|date| (*date, at(&course.released, *date))).collect();
        Ok(Timeline {
            from,
            half: published(half),
            durably_half_from: durably_from(&by_month, half),
            dip_on: dip_on(&by_month, half),
            months: periods(&months),
            weeks: periods(&weeks),
            in_full_force: valued.worth.cash_released,
            peak: published(at(&course.released, peak_on)),
            peak_on,
            by_lever,
        })
    }

    /// Cash released by the end of each week from going live on.
    ///
    /// # Errors
    ///
    /// Those of [`Baseline::headline`].
    pub(super) fn released_by_week(&self, request: &ScenarioRequest) -> Result<Vec<(NaiveDate, Decimal)>, Error> {
        let levers = self.ready(request)?;
        let valued = value(self, &levers, request)?;
        let start = add_days(self.first_live(&levers, request), -1);
        let dates: Vec<NaiveDate> = weeks_from(start).collect();
        let released = self.course(&levers, request, &valued, &dates, false).released;
        Ok(dates.into_iter().zip(released).skip(1).collect())
    }

    /// What each lever adds to those before it at the end of each month; `in_order` are the levers up to each of them, `whole` is
    /// what all of them release at `dates`.
    fn by_lever(
        &self,
        in_order: &[(Levers, Valued)],
        request: &ScenarioRequest,
        dates: &[NaiveDate],
        whole: &[Decimal],
        in_months: impl Fn(&[Decimal]) -> Vec<Decimal>,
    ) -> Vec<LeverCourse> {
        let mut before = Vec::new();
        let mut courses = Vec::new();
        for (place, (levers, valued)) in in_order.iter().enumerate() {
            let Some(lever) = levers.iter().last() else { continue };
            let after = if place + 1 == in_order.len() {
                in_months(whole)
            } else {
                in_months(&self.course(levers, request, valued, dates, false).released)
            };
            let before_it = before.iter().copied().chain(std::iter::repeat(Decimal::ZERO));
            courses.push(LeverCourse {
                index: u32::try_from(lever.index).unwrap_or(u32::MAX),
                released: after.iter().zip(before_it).map(|(after, before)| after - before).collect(),
            });
            before = after;
        }
        courses
    }

    /// What is released and held at increasing dates, the first one being the day before going live.
    fn course(
        &self,
        levers: &Levers,
        request: &ScenarioRequest,
        valued: &Valued,
        dates: &[NaiveDate],
        with_held: bool,
    ) -> Course {
        let phases = self.phases(levers, request, dates);
        let mut course = match self.model() {
            Model::Replay(replay) => {
                let mut course = self.replayed(replay, &phases, dates, with_held);
                if let Some(Rest { reading, part }) = self.rest() {
                    let first = dates.first().map(|start| add_days(*start, 1));
                    let new = |phase: &Phase| Phase { from: phase.from.or(first), ..phase.clone() };
                    let new: Vec<Phase> = phases.iter().map(new).collect();
                    course.add_repeated(&self.read(reading, &new, dates), *part);
                }
                course
            }
            Model::Reading(reading) => self.read(reading, &phases, dates),
        };
        for ((released, beside), date) in course.released.iter_mut().zip(&mut course.beside).zip(dates) {
            *beside += self.beside(valued, request, *date);
            *released += *beside;
        }
        course
    }

    fn replayed(&self, replay: &Replay, phases: &[Phase], dates: &[NaiveDate], with_held: bool) -> Course {
        let as_of = self.history.as_of();
        let mut course = Course {
            released: vec![Decimal::ZERO; dates.len()],
            beside: vec![Decimal::ZERO; dates.len()],
            receivables: vec![Decimal::ZERO; dates.len()],
            issued: vec![Decimal::ZERO; dates.len()],
        };
        let start = dates.first().copied().unwrap_or(as_of);
        for years in 0..=REPEATED_YEARS {
            // Repeated invoices at a date are those of the year before at the same date of it.
            let back = |date: NaiveDate| add_months(date, -12 * years);
            let shifted: Vec<i32> = dates.iter().map(|date| back(*date).num_days_from_ce()).collect();
            let index = Dates::new(&shifted);
            let first = if years == 0 { i32::MIN } else { add_months(as_of, -12).num_days_from_ce() + 1 };
            let last = as_of.num_days_from_ce();
            for phase in phases {
                let stretch = Stretch {
                    from: phase.from.map_or(first, |from| first.max(back(from).num_days_from_ce())),
                    to: last.min(back(phase.until).num_days_from_ce() - 1),
                };
                let days = shifted.get(phase.dates.clone()).unwrap_or_default();
                if stretch.from <= stretch.to && days.last().is_some_and(|day| stretch.from <= *day) {
                    let flows = replay.flows(&phase.levers, stretch, &Dates::new(days), false);
                    add(course.released.get_mut(phase.dates.clone()).unwrap_or_default(), &flows.released);
                    add(course.beside.get_mut(phase.dates.clone()).unwrap_or_default(), &flows.financed);
                }
            }
            if with_held {
                let stretch = Stretch { from: first, to: last };
                add(&mut course.receivables, &replay.flows(&Levers::default(), stretch, &index, true).held);
                let stretch = Stretch { from: first.max(back(start).num_days_from_ce() + 1), to: last };
                add(&mut course.issued, &replay.issued(stretch, &shifted));
            }
        }
        course.released.iter_mut().for_each(|released| *released = to_units(*released));
        // Credit notes are not repeated: what is open of them stays as it is.
        let credits = self.history.last().receivables.unwrap_or_default() - replay.held();
        course.receivables.iter_mut().for_each(|receivables| *receivables += credits);
        course
    }

    fn read(&self, reading: &RollBackReading, phases: &[Phase], dates: &[NaiveDate]) -> Course {
        let sales = DailySales::of(&self.history, dates.last().copied().unwrap_or(self.history.as_of()));
        let start = dates.first().copied().unwrap_or(self.history.as_of());
        let day = |date: NaiveDate| sales.day(date);
        let (mut released, mut beside) = (vec![Decimal::ZERO; dates.len()], vec![Decimal::ZERO; dates.len()]);
        for phase in phases {
            let from = phase.from.map(|from| day(add_days(from, -1)));
            let until = day(add_days(phase.until, -1));
            let parts = reading.timeline_parts(&phase.levers);
            let places = phase.dates.clone();
            let sums = released.iter_mut().zip(&mut beside).zip(dates);
            for ((released, beside), date) in sums.take(places.end).skip(places.start) {
                // What was sold in the last `days` days, while these levers were live.
                let held = |days: Decimal| {
                    let since = day(*date) - days;
                    let sold = sales.between(from.map_or(since, |from| since.max(from)), until.min(day(*date)));
                    sold.max(Decimal::ZERO)
                };
                for part in &parts {
                    let after: Decimal = part.after.iter().map(|(share, days)| share * held(*days)).sum();
                    *released += part.weight * (held(part.before) - part.kept * after);
                    *beside += part.weight * part.financed * after;
                }
            }
        }
        let without = |date: NaiveDate| sales.between(day(date) - reading.observed_days(), day(date));
        Course {
            released: released.into_iter().map(published).collect(),
            beside: beside.into_iter().map(published).collect(),
            receivables: dates.iter().map(|date| without(*date)).collect(),
            issued: dates.iter().map(|date| sales.between(day(start), day(*date))).collect(),
        }
    }

    /// What payables and inventory release by a date.
    fn beside(&self, valued: &Valued, request: &ScenarioRequest, date: NaiveDate) -> Decimal {
        let day = |index: usize| Decimal::from(days_between(self.go_live(request, index), date) + 1);
        valued.beside.iter().map(|beside| beside.released(day(beside.index))).sum()
    }

    /// The first day on which any lever is live.
    fn first_live(&self, levers: &Levers, request: &ScenarioRequest) -> NaiveDate {
        let days = levers.iter().map(|lever| self.go_live(request, lever.index));
        days.min().unwrap_or_else(|| add_days(self.history.as_of(), 1))
    }

    /// The first day of a lever.
    fn go_live(&self, request: &ScenarioRequest, index: usize) -> NaiveDate {
        let asked = request.levers.get(index).and_then(|lever| lever.go_live);
        asked.unwrap_or_else(|| add_days(self.history.as_of(), 1))
    }

    /// The stretches of issue days and dates for which the same levers are live.
    fn phases(&self, levers: &Levers, request: &ScenarioRequest, dates: &[NaiveDate]) -> Vec<Phase> {
        let go_live = |lever: &ReadyLever| self.go_live(request, lever.index);
        let days = |collects: bool| {
            let these = levers.iter().filter(|lever| lever.collects() == collects);
            let mut days: Vec<NaiveDate> = these.map(go_live).collect();
            days.order();
            days.dedup();
            days
        };
        let (of_issue, of_collection) = (days(false), days(true));
        let end = add_days(dates.last().copied().unwrap_or(self.history.as_of()), 1);
        let starts = || [None].into_iter().chain(of_issue.iter().copied().map(Some));
        let mut phases = Vec::new();
        for (from, until) in starts().zip(of_issue.iter().copied().chain([end])) {
            let collected_from = [None].into_iter().chain(of_collection.iter().copied().map(Some));
            for (since, before) in collected_from.zip(of_collection.iter().copied().chain([end])) {
                let is_live = |lever: &&ReadyLever| {
                    let day = if lever.collects() { since } else { from };
                    day.is_some_and(|day| go_live(lever) <= day)
                };
                let set = levers.iter().filter(is_live).fold(0, |set, lever| set | lever.bit());
                let place = |day: NaiveDate| dates.partition_point(|date| *date < day);
                let dates = since.map_or(0, place)..place(before);
                if set != 0 && !dates.is_empty() {
                    phases.push(Phase { levers: levers.within(set), from, until, dates });
                }
            }
        }
        phases
    }
}

/// The first date from which on amounts, oldest first, are never below `half`, which is above zero.
fn durably_from(amounts: &[(NaiveDate, Decimal)], half: Decimal) -> Option<NaiveDate> {
    let durable = amounts.iter().rev().take_while(|(_, amount)| *amount >= half).last();
    durable.filter(|_| half > Decimal::ZERO).map(|(date, _)| *date)
}

/// The date of the least amount below `half` after the first that reaches it.
fn dip_on(amounts: &[(NaiveDate, Decimal)], half: Decimal) -> Option<NaiveDate> {
    let reached = amounts.iter().skip_while(|(_, amount)| *amount < half);
    let dips = reached.filter(|(_, amount)| *amount < half);
    dips.min_by_key(|(date, amount)| (*amount, *date)).filter(|_| half > Decimal::ZERO).map(|(date, _)| *date)
}

/// A day and the ends of the weeks after it.
fn weeks_from(start: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (0..=WEEKS).map(move |week| add_days(start, week * 7))
}

fn add(sums: &mut [Decimal], more: &[Decimal]) {
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use rust_decimal::{Decimal, dec};

    use super::{dip_on, durably_from};

    /// The ends of the months of 2026 with amounts.
    fn months(amounts: &[i64]) -> Vec<(NaiveDate, Decimal)> {
        let end = |month: u32| crate::period::Month::new(2026, month).map(crate::period::Month::last_day);
        (1..).zip(amounts).filter_map(|(month, amount)| Some((end(month)?, Decimal::from(*amount)))).collect()
    }

    fn told(amounts: &[i64], half: Decimal) -> (Option<String>, Option<String>) {
        let months = months(amounts);
        let text = |date: Option<NaiveDate>| date.map(|date| date.to_string());
        (text(durably_from(&months, half)), text(dip_on(&months, half)))
    }

    #[test]
    fn half_is_durable_after_the_last_month_below_it() {
        let day = |text: &str| Some(text.to_owned());
        // Half is reached in February, and again for good in May, after a dip in March and a deeper one in April.
        assert_eq!(told(&[40, 50, 45, 30, 60, 70], dec!(50)), (day("2026-05-31"), day("2026-04-30")));
        assert_eq!(told(&[40, 50, 60], dec!(50)), (day("2026-02-28"), None));
        assert_eq!(told(&[40, 60, 45], dec!(50)), (None, day("2026-03-31")));
        assert_eq!(told(&[10, 20, 30], dec!(50)), (None, None));
        assert_eq!(told(&[0, 0, 0], dec!(0)), (None, None));
    }
}
