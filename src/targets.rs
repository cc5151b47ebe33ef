//! Targets with a date: how far they are, against a straight line from the day they were set.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::at::At;
use crate::bounds;
use crate::data::Dataset;
use crate::error::Error;
use crate::measures::Basis;
use crate::measures::accounting::cash_value_of_a_day;
use crate::measures::overdue::overdue_percent;
use crate::money::published;
use crate::period::{days_between, deserialize_day};
use crate::series::Series;

/// Targets asked about at once.
const MOST_TARGETS: u32 = 20;

/// What a target is a value of.
#[apply(choice!)]
#[derive(Copy)]
pub enum TargetKind {
    /// Days of the DSO by the accounting method, to come down to.
    AccountingDso,
    /// Days of the DSO by roll-back, to come down to.
    RollBackDso,
    /// Overdue receivables in percent of all, to come down to.
    OverduePercent,
    /// Cash to free since the target was set: days of the accounting DSO lost since × sales of a day today.
    Cash,
}

impl TargetKind {
    fn check(self, value: Decimal) -> Result<(), Error> {
        match self {
            Self::AccountingDso | Self::RollBackDso => bounds::DSO_DAYS.check("value", value),
            Self::OverduePercent => bounds::PERCENT.check("value", value),
            Self::Cash => bounds::AMOUNT.check("value", value),
        }
    }
}

/// A target.
#[apply(request!)]
pub struct Target {
    /// What it is about.
    pub kind: TargetKind,
    /// What is to be reached.
    pub value: Decimal,
    /// The day by which.
    #[serde(deserialize_with = "deserialize_day")]
    pub by: NaiveDate,
    /// The date of the figures that it was set on.
    #[serde(deserialize_with = "deserialize_day")]
    pub from: NaiveDate,
    /// What the figure was then; of cash, the days of the accounting DSO.
    pub start: Decimal,
}

/// Targets to look at.
#[apply(request!)]
pub struct TargetsRequest {
    /// Where they are looked at.
    #[serde(default)]
    pub baseline: At,
    /// The targets, 20 at most.
    pub targets: Vec<Target>,
}

/// How far a target is.
#[apply(answer!)]
#[derive(Copy)]
pub enum TargetState {
    /// It is reached.
    Reached,
    /// Not yet, and the figure is on the line to it or ahead of it.
    OnTrack,
    /// The figure is behind the line.
    Behind,
    /// Its day has passed, and it was not reached on it.
    Missed,
    /// The date of the figures lies before the day it was set on.
    NotSet,
}

/// A target at the date of the figures.
#[apply(answer!)]
pub struct TargetAnswer {
    /// What it is about.
    pub kind: TargetKind,
    /// The figure at the date; of cash, what was freed since.
    pub now: Decimal,
    /// What it would be on a straight line from the start to the target.
    pub expected: Decimal,
    /// The figure on the day it was to be reached, where that has passed and is known: the verdict is that of the day,
    /// whatever came later.
    pub on_the_day: Option<Decimal>,
    /// The part of the way that was gone, in percent: below 0 where the figure went the other way, above 100 beyond the
    /// target. `null` where the start was the target already.
    pub progress_percent: Option<Decimal>,
    /// How it stands.
    pub state: TargetState,
    /// What is left to the target, in its unit; 0 where it is reached.
    pub left: Decimal,
    /// The cash that the rest frees: of the accounting DSO, the days that are left × sales of a day; of the DSO by roll-back,
    /// what is owed beyond the sales of the days of the target. `null` where sales do not say it.
    pub cash: Option<Decimal>,
}

/// What became of a target: its figures, or why they are undefined.
#[apply(answer!)]
pub struct TargetOutcome {
    /// The figures.
    pub answer: Option<TargetAnswer>,
    /// Why there are none.
    pub code: Option<&'static str>,
}

/// Targets at a date, in their order.
#[apply(answer!)]
pub struct TargetsAnswer {
    /// The date of the figures.
    pub as_of: NaiveDate,
    /// What a target of today would start from: the days of the accounting DSO.
    pub accounting_dso: Option<Decimal>,
    /// The days of the DSO by roll-back.
    pub roll_back_dso: Option<Decimal>,
    /// Overdue receivables in percent.
    pub overdue_percent: Option<Decimal>,
    /// The targets.
    pub targets: Vec<TargetOutcome>,
}

/// How far targets are: the figure of the date against the target and against a straight line to it.
///
/// A DSO of 60 days on 1 January that is to be 50 on 11 January should be 55 on the 6th; if it is 57 there, 30 % of the way
/// is gone and it is behind.
///
/// # Errors
///
/// [`Error::OutOfRange`] for a value outside its bounds or too many targets, and those of a history. A figure that is
/// undefined is no error here.
pub fn targets(dataset: &Dataset, request: &TargetsRequest) -> Result<TargetsAnswer, Error> {
    let count = u32::try_from(request.targets.len()).unwrap_or(u32::MAX);
    bounds::Bounds { least: Decimal::ZERO, most: MOST_TARGETS.into() }.check("targets", count)?;
    for target in &request.targets {
        target.kind.check(target.value)?;
        bounds::DSO_DAYS.check("start", target.start)?;
    }
    let At { conventions, balances, .. } = &request.baseline;
    conventions.check()?;
    let history = dataset.history(&request.baseline)?;
    let today = Today { basis: Basis::new(&history, conventions, balances), history: &history };
    // What the figure was on a day that has passed.
    let on_the_day = |target: &Target| {
        let at = At { as_of: Some(target.by).filter(|by| *by < history.as_of()), ..request.baseline.clone() };
        let then = at.as_of.and_then(|_| dataset.history(&at).ok())?;
        let then = Today { basis: Basis::new(&then, conventions, balances), history: &then };
        then.progress(target).ok().map(|progress| progress.now)
    };
    let figure = |kind| today.figure(kind).ok().map(published);
    Ok(TargetsAnswer {
        as_of: history.as_of(),
        accounting_dso: figure(TargetKind::AccountingDso),
        roll_back_dso: figure(TargetKind::RollBackDso),
        overdue_percent: figure(TargetKind::OverduePercent),
        targets: request.targets.iter().map(|target| today.outcome(target, on_the_day(target))).collect(),
    })
}

/// The figures of the date.
struct Today<'a> {
    basis: Basis<'a>,
    history: &'a Series,
}

/// A figure on its way. Of every kind less is better, from the start down to the goal; cash is counted from nothing down,
/// too, as what is not free yet.
struct Progress {
    now: Decimal,
    start: Decimal,
    goal: Decimal,
    /// What a day of sales is worth.
    a_day: Option<Decimal>,
}

impl Today<'_> {
    fn outcome(&self, target: &Target, on_the_day: Option<Decimal>) -> TargetOutcome {
        match self.progress(target) {
            Ok(progress) => TargetOutcome { answer: Some(self.answer(target, &progress, on_the_day)), code: None },
            Err(error) => TargetOutcome { answer: None, code: Some(error.code()) },
        }
    }

    /// The figure of a kind; of cash, the DSO that it comes from.
    fn figure(&self, kind: TargetKind) -> Result<Decimal, Error> {
        match kind {
            TargetKind::AccountingDso | TargetKind::Cash => self.basis.accounting_dso().map(|dso| dso.days),
            TargetKind::RollBackDso => {
                let dso = self.basis.roll_back_dso()?;
                if dso.is_lower_bound { Err(Error::HistoryTooShort) } else { Ok(dso.days) }
            }
            TargetKind::OverduePercent => {
                let last = self.history.last();
                let overdue = last.overdue.ok_or(Error::MissingOverdue)?;
                let all = last.receivables.ok_or(Error::MissingReceivables)?;
                overdue_percent(overdue, all).ok_or(Error::MissingReceivables)
            }
        }
    }

    /// As they are published, so that a target starts on its line.
    fn progress(&self, target: &Target) -> Result<Progress, Error> {
        let figure = published(self.figure(target.kind)?);
        let a_day = self.basis.window_sales().and_then(|sales| cash_value_of_a_day(sales, self.basis.window.days));
        let (now, start, goal) = match target.kind {
            TargetKind::Cash => {
                let freed = (target.start - figure).saturating_mul(a_day.clone()?);
                (published(-freed), Decimal::ZERO, -target.value)
            }
            _ => (figure, target.start, target.value),
        };
        Ok(Progress { now, start, goal, a_day: a_day.ok() })
    }

    fn answer(&self, target: &Target, progress: &Progress, on_the_day: Option<Decimal>) -> TargetAnswer {
        let Progress { now, start, goal, a_day } = *progress;
        let expected = published(start - (start - goal) * self.share_of_time(target));
        let as_of = self.history.as_of();
        let state = if as_of < target.from {
            TargetState::NotSet
        } else if on_the_day.unwrap_or(now) <= goal {
            TargetState::Reached
        } else if as_of >= target.by {
            TargetState::Missed
        } else if now <= expected {
            TargetState::OnTrack
        } else {
            TargetState::Behind
        };
        let left = (now - goal).max(Decimal::ZERO);
        let cash = match target.kind {
            TargetKind::Cash => Some(left),
            TargetKind::OverduePercent => self.overdue_to_collect(target.value),
            TargetKind::AccountingDso => a_day.map(|a_day| left.saturating_mul(a_day)),
            TargetKind::RollBackDso => self.beyond_days(target.value),
        };
        let sign = if target.kind == TargetKind::Cash { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
        let gone = || ((start - now) / (start - goal)).saturating_mul(Decimal::ONE_HUNDRED);
        TargetAnswer {
            kind: target.kind,
            now: now * sign,
            expected: expected * sign,
            on_the_day: on_the_day.map(|figure| figure * sign),
            progress_percent: (start > goal && state != TargetState::NotSet).then(|| published(gone())),
            state,
            left: published(left),
            cash: cash.map(published),
        }
    }

    /// The part of the time to the target that has passed, from 0 to 1.
    fn share_of_time(&self, target: &Target) -> Decimal {
        let whole = days_between(target.from, target.by);
        if whole <= 0 {
            return Decimal::ONE;
        }
        let passed = days_between(target.from, self.history.as_of()).clamp(0, whole);
        Decimal::from(passed) / Decimal::from(whole)
    }

    /// What is owed beyond the sales of so many of the last days, where the roll-back of it ends there.
    fn beyond_days(&self, days: Decimal) -> Option<Decimal> {
        let receivables = self.basis.receivables().ok()?;
        Some((receivables - self.basis.receivables_of(days)).max(Decimal::ZERO))
    }

    /// What has to come in of what is overdue, so that `percent` is left of what is owed then: (overdue − share × owed) ÷
    /// (1 − share).
    fn overdue_to_collect(&self, percent: Decimal) -> Option<Decimal> {
        let last = self.history.last();
        let (share, rest) = (percent / Decimal::ONE_HUNDRED, (Decimal::ONE_HUNDRED - percent) / Decimal::ONE_HUNDRED);
        let beyond = last.overdue? - share * last.receivables?;
        beyond.max(Decimal::ZERO).checked_div(rest)
    }
}
