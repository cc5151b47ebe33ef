//! What the law says, with dates and sources: `law.json`, read once.
//!
//! To bring it up to date, add to `law.json`: a half-year at the end of `rates`, a regime with the day it holds from
//! (and `until` on the one it replaces, the day before). Texts about a regime are the page's, by its `id`. Tests check
//! dates, gaps and sources.

use std::sync::OnceLock;

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::due_date::DueRule;
use crate::period::{deserialize_date, deserialize_day};

/// French law on payment terms between firms.
#[apply(request!)]
#[derive(Default)]
pub struct Law {
    /// The day of its newest source.
    #[serde(deserialize_with = "deserialize_day")]
    pub updated: NaiveDate,
    /// Changes that are announced and not in force.
    pub announced: Vec<Announcement>,
    /// The longest terms allowed, by kind of sale and period; of one kind oldest first.
    pub regimes: Vec<Regime>,
    /// The flat indemnity for the cost of collection, oldest first.
    pub indemnities: Vec<Indemnity>,
    /// Reference rates, a half-year each, oldest first.
    pub rates: Vec<HalfYearRates>,
}

/// Where a rule is written.
#[apply(request!)]
pub struct LegalSource {
    /// The article, decree or page.
    pub article: String,
    /// Where it can be read.
    pub address: String,
}

/// A change that is announced.
#[apply(request!)]
pub struct Announcement {
    /// Its name, for texts in every language.
    pub id: String,
    /// The day it is announced for.
    #[serde(deserialize_with = "deserialize_day")]
    pub from: NaiveDate,
    /// What is known of it, for who keeps this file.
    pub note: String,
    /// Where that is written.
    pub sources: Vec<LegalSource>,
}

/// The day a legal term starts on.
#[apply(choice!)]
#[derive(Copy)]
pub enum Start {
    /// The day the invoice is issued on.
    Issue,
    /// The day of delivery. A ledger does not know it: the issue date stands in, which is hardly ever earlier.
    Delivery,
}

/// The longest term allowed for a kind of sale, for invoices issued in a period.
#[apply(request!)]
pub struct Regime {
    /// Its name, for texts in every language; the same over all periods.
    pub id: String,
    /// First issue date it holds for.
    #[serde(deserialize_with = "deserialize_day")]
    pub from: NaiveDate,
    /// Last one; `null` while it is in force.
    #[serde(deserialize_with = "deserialize_date")]
    pub until: Option<NaiveDate>,
    /// Where the term starts.
    pub start: Start,
    /// What may be agreed: any of these.
    pub rules: Vec<DueRule>,
    /// Where it is written.
    pub sources: Vec<LegalSource>,
}

impl Regime {
    /// Does it allow both computations of "end of month"?
    #[must_use]
    pub fn has_both_month_ends(&self) -> bool {
        self.rules.iter().any(|rule| matches!(rule, DueRule::DaysThenMonthEnd { .. }))
            && self.rules.iter().any(|rule| matches!(rule, DueRule::MonthEndThenDays { .. }))
    }
}

/// The flat indemnity of a late invoice, from a day on.
#[apply(request!)]
pub struct Indemnity {
    /// First day it holds for.
    #[serde(deserialize_with = "deserialize_day")]
    pub from: NaiveDate,
    /// The amount, in euros.
    pub amount: Decimal,
    /// Where it is written.
    pub sources: Vec<LegalSource>,
}

/// The reference rates of a half-year.
#[apply(request!)]
pub struct HalfYearRates {
    /// Its first day, 1 January or 1 July.
    #[serde(deserialize_with = "deserialize_day")]
    pub from: NaiveDate,
    /// The rate of the European Central Bank's main refinancing operations in force on that day, in percent.
    pub refinancing_percent: Decimal,
    /// The legal interest rate where the creditor is a firm, in percent.
    pub legal_interest_percent: Decimal,
    /// Is that the rate of the half-year before, no source being known for this one?
    #[serde(default)]
    pub is_legal_interest_assumed: bool,
    /// Where both are written.
    pub sources: Vec<LegalSource>,
}

/// The law as `law.json` has it.
///
/// # Examples
///
/// ```
/// use encours::terms::law;
///
/// assert!(law().regimes.iter().any(|regime| regime.id == "sixtyDays"));
/// ```
#[must_use]
pub fn law() -> &'static Law {
    static LAW: OnceLock<Law> = OnceLock::new();
    // A file that cannot be read fails the tests, and never reaches a user.
    LAW.get_or_init(|| serde_json::from_str(TEXT).unwrap_or_default())
}

const TEXT: &str = include_str!("law.json");

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::Datelike;

    use super::*;
    use crate::period::Month;

    fn read() -> Law {
        serde_json::from_str(TEXT).unwrap_or_else(|error| unreachable!("law.json: {error}"))
    }

    #[test]
    fn the_file_is_read() {
        assert_eq!(&read(), law());
        assert!(!law().rates.is_empty());
    }

    #[test]
    fn half_years_follow_each_other_without_a_gap() {
        let rates = read().rates;
        for (earlier, later) in rates.iter().zip(rates.iter().skip(1)) {
            assert_eq!(Month::of(earlier.from).plus(6).first_day(), later.from, "after {}", earlier.from);
        }
        for rate in &rates {
            assert!(rate.from.day() == 1 && [1, 7].contains(&rate.from.month()), "{}", rate.from);
            let percents = [rate.refinancing_percent, rate.legal_interest_percent];
            assert!(
                percents.iter().all(|percent| *percent >= Decimal::ZERO && *percent < Decimal::TEN),
                "{}",
                rate.from
            );
        }
    }

    #[test]
    fn periods_of_a_regime_follow_each_other_without_a_gap() {
        let mut ends: BTreeMap<String, Option<NaiveDate>> = BTreeMap::new();
        for regime in read().regimes {
            assert!(!regime.rules.is_empty(), "{} allows nothing", regime.id);
            assert!(regime.rules.iter().all(|rule| rule.check().is_ok()), "{}", regime.id);
            assert!(regime.until.is_none_or(|until| until >= regime.from), "{} ends before it starts", regime.id);
            if let Some(end) = ends.insert(regime.id.clone(), regime.until) {
                assert_eq!(end.and_then(|end| end.succ_opt()), Some(regime.from), "{}", regime.id);
            }
        }
        assert!(ends.values().all(Option::is_none), "a regime ends and nothing follows");
    }

    #[test]
    fn everything_has_a_source_and_a_date() {
        let law = read();
        let regimes = law.regimes.iter().map(|regime| (&*regime.id, &regime.sources));
        let announced = law.announced.iter().map(|change| (&*change.id, &change.sources));
        let indemnities = law.indemnities.iter().map(|_| "indemnity").zip(law.indemnities.iter().map(|it| &it.sources));
        let rates = law.rates.iter().map(|_| "rate").zip(law.rates.iter().map(|rate| &rate.sources));
        for (id, sources) in regimes.chain(announced).chain(indemnities).chain(rates) {
            assert!(!sources.is_empty(), "{id} has no source");
            for source in sources {
                assert!(!source.article.is_empty() && source.address.starts_with("http"), "{id}: {source:?}");
            }
        }
        assert!(law.announced.iter().all(|change| !change.note.is_empty()));
        assert!(law.indemnities.is_sorted_by_key(|indemnity| indemnity.from) && !law.indemnities.is_empty());
        assert!(law.rates.iter().all(|rate| rate.from <= law.updated));
    }
}
