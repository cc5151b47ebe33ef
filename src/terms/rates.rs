//! The rate of late-payment penalties in force on a day.

use chrono::{Datelike, NaiveDate};
use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

use super::due_date::check_year;
use super::law::law;
use super::penalties::PenaltySettings;
use crate::bounds;
use crate::error::Error;
use crate::money::published;
use crate::order::Order;
use crate::period::{Month, deserialize_day};

/// No clause may go below so many times the legal interest rate (L441-10, II).
const FLOOR_FACTOR: Decimal = dec!(3);

/// Which rate penalties are computed at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "rate", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum PenaltyRate {
    /// The refinancing rate of the European Central Bank and a margin: the rate where nothing else is agreed.
    Legal {
        /// Points of percentage on top; 10 in the law.
        margin_points: Decimal,
    },
    /// The rate of the contract.
    Contract {
        /// Percent a year.
        percent: Decimal,
    },
}

impl Default for PenaltyRate {
    fn default() -> Self {
        Self::Legal { margin_points: Decimal::TEN }
    }
}

/// Which day's rate applies.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum RateMoment {
    /// Each day of delay at the rate of its half-year: "le taux applicable pendant le premier semestre de l'année
    /// concernée est le taux en vigueur au 1er janvier" (L441-10, II).
    #[default]
    ByHalfYear,
    /// All days at the rate of the first one, as for public buyers.
    FirstLateDay,
}

/// Reference rates typed in: they stand in for those the law file has from the same day, or are added to them.
#[apply(request!)]
pub struct TypedRates {
    /// First day they hold for.
    #[serde(deserialize_with = "deserialize_day")]
    pub from: NaiveDate,
    /// The refinancing rate of the European Central Bank, in percent.
    pub refinancing_percent: Decimal,
    /// The legal interest rate of firms, in percent.
    pub legal_interest_percent: Decimal,
}

/// The rate in force on a day, and where it comes from.
#[apply(answer!)]
pub struct RateInForce {
    /// The rate, percent a year.
    pub percent: Decimal,
    /// The rate before the floor: reference and margin, or the contract's.
    pub agreed_percent: Decimal,
    /// The floor: three times the legal interest rate.
    pub floor_percent: Decimal,
    /// Is the rate the floor?
    pub floored: bool,
    /// First day of the half-year whose reference rates these are.
    pub rates_of: NaiveDate,
    /// Is that another half-year than the day's, whose rates are not known?
    pub assumed: bool,
    /// Does the floor stand on the legal interest of the half-year before, that of this one not being known?
    pub floor_assumed: bool,
}

/// A day whose rate is asked for.
#[apply(request!)]
pub struct PenaltyRateRequest {
    /// The day.
    #[serde(deserialize_with = "deserialize_day")]
    pub on: NaiveDate,
    /// How penalties are computed.
    #[serde(default)]
    pub settings: PenaltySettings,
}

/// The rate of penalties on a day: refinancing rate + margin (or the contract's), but at least 3 × legal interest where
/// the floor is applied. Percent a year. After the last half-year known, its rates go on, `assumed`.
///
/// Source: Code de commerce, art. L441-10, II. The floor is read as one of every rate; the article puts it under rates
/// that are agreed, so it can be switched off.
///
/// # Errors
///
/// [`Error::OutOfRange`] for a year outside 1900–2199 or a setting outside its range.
///
/// # Examples
///
/// In the second half of 2024, 4.25 + 10 is less than 3 × 4.92:
///
/// ```
/// use encours::terms::{PenaltySettings, penalty_rate};
/// use rust_decimal::dec;
///
/// let rate = penalty_rate("2024-09-30".parse().expect("a date"), &PenaltySettings::default())?;
/// assert_eq!((rate.agreed_percent, rate.floor_percent, rate.percent), (dec!(14.25), dec!(14.76), dec!(14.76)));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn penalty_rate(on: NaiveDate, settings: &PenaltySettings) -> Result<RateInForce, Error> {
    check_year("on", on)?;
    settings.check()?;
    Ok(RateTable::new(settings).on(on).rate.clone())
}

/// Reference rates from a day on, typed or written in the law file.
struct KnownRates {
    from: NaiveDate,
    refinancing_percent: Decimal,
    legal_interest_percent: Decimal,
    is_legal_interest_assumed: bool,
}

/// The rates over all time, each from a day until the next.
pub(super) struct RateTable {
    /// The one before anything is known.
    first: Span,
    later: Vec<Span>,
}

/// A rate and the first day it holds on.
pub(super) struct Span {
    pub(super) from: NaiveDate,
    pub(super) rate: RateInForce,
}

impl RateTable {
    /// The table of settings that were checked.
    pub(super) fn new(settings: &PenaltySettings) -> Self {
        let known = known_rates(settings);
        let unknown = KnownRates {
            from: NaiveDate::MIN,
            refinancing_percent: Decimal::ZERO,
            legal_interest_percent: Decimal::ZERO,
            is_legal_interest_assumed: false,
        };
        let earliest = known.first().unwrap_or(&unknown);
        let first = Span { from: NaiveDate::MIN, rate: in_force(settings, earliest, true) };
        let mut later = Vec::new();
        if !depends_on_day(settings) {
            return Self { first, later };
        }
        for (index, rates) in known.iter().enumerate() {
            later.push(Span { from: rates.from, rate: in_force(settings, rates, false) });
            let next_half_year = next_half_year(rates.from);
            if known.get(index + 1).is_none_or(|next| next.from > next_half_year) {
                later.push(Span { from: next_half_year, rate: in_force(settings, rates, true) });
            }
        }
        Self { first, later }
    }

    /// The rate on a day.
    pub(super) fn on(&self, day: NaiveDate) -> &Span {
        self.later.get(..self.after(day)).and_then(<[Span]>::last).unwrap_or(&self.first)
    }

    /// The first day after `day` with another rate.
    pub(super) fn change_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.later.get(self.after(day)).map(|span| span.from)
    }

    /// Every rate, oldest first.
    pub(super) fn spans(&self) -> impl Iterator<Item = &Span> {
        std::iter::once(&self.first).chain(&self.later)
    }

    /// The decimal places that every percentage has room in.
    pub(super) fn scale(&self) -> u32 {
        self.spans().map(|span| span.rate.percent.scale()).max().unwrap_or(0)
    }

    fn after(&self, day: NaiveDate) -> usize {
        self.later.partition_point(|span| span.from <= day)
    }
}

/// Does the rate follow the reference rates?
fn depends_on_day(settings: &PenaltySettings) -> bool {
    settings.floor || matches!(settings.rate, PenaltyRate::Legal { .. })
}

/// The rates of the law file under those typed in, oldest first.
fn known_rates(settings: &PenaltySettings) -> Vec<KnownRates> {
    let typed = settings.typed_rates.iter().map(|rates| KnownRates {
        from: rates.from,
        refinancing_percent: rates.refinancing_percent,
        legal_interest_percent: rates.legal_interest_percent,
        is_legal_interest_assumed: false,
    });
    let written = law().rates.iter().map(|rates| KnownRates {
        from: rates.from,
        refinancing_percent: rates.refinancing_percent,
        legal_interest_percent: rates.legal_interest_percent,
        is_legal_interest_assumed: rates.is_legal_interest_assumed,
    });
    let mut known: Vec<KnownRates> = typed.chain(written).collect();
    // Stable: what was typed comes first and stays.
    known.order_by_key(|rates| rates.from);
    known.dedup_by_key(|rates| rates.from);
    known
}

fn in_force(settings: &PenaltySettings, rates: &KnownRates, is_outside: bool) -> RateInForce {
    let agreed = match settings.rate {
        PenaltyRate::Legal { margin_points } => rates.refinancing_percent + margin_points,
        PenaltyRate::Contract { percent } => percent,
    };
    let floor = rates.legal_interest_percent * FLOOR_FACTOR;
    let floored = settings.floor && floor > agreed;
    RateInForce {
        percent: published(if floored { floor } else { agreed }),
        agreed_percent: published(agreed),
        floor_percent: published(floor),
        floored,
        rates_of: rates.from,
        assumed: is_outside && depends_on_day(settings),
        floor_assumed: settings.floor && rates.is_legal_interest_assumed,
    }
}

/// First day of the half-year after that of `day`.
fn next_half_year(day: NaiveDate) -> NaiveDate {
    let months = if day.month() <= 6 { 7 - day.month() } else { 13 - day.month() };
    Month::of(day).plus(months.cast_signed()).first_day()
}

/// Checks what concerns rates against its range.
pub(super) fn check(settings: &PenaltySettings) -> Result<(), Error> {
    let percent = |field, percent| bounds::PERCENT.check(field, percent);
    match settings.rate {
        PenaltyRate::Legal { margin_points } => percent("marginPoints", margin_points)?,
        PenaltyRate::Contract { percent: agreed } => percent("percent", agreed)?,
    }
    for rates in &settings.typed_rates {
        check_year("from", rates.from)?;
        // A refinancing rate below zero is thinkable.
        bounds::REFERENCE_PERCENT.check("refinancingPercent", rates.refinancing_percent)?;
        percent("legalInterestPercent", rates.legal_interest_percent)?;
    }
    Ok(())
}
