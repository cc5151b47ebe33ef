//! The terms of a ledger against the longest ones the law allows.

use std::cmp::Reverse;

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::due_date::{DueRule, due_date};
use super::law::{LegalSource, Regime, Start, law};
use super::listing::{LISTED_CUSTOMERS, LISTED_INVOICES, Largest, place, whole};
use crate::error::Error;
use crate::ledger::{CustomerId, Ledger};
use crate::measures::days_to_pay::DaysSum;
use crate::money::{self, Amount, published};
use crate::period::days_between;

/// What a ledger is held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "regime", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum RegimeChoice {
    /// A regime of the law file; each invoice under the rules of its issue date.
    Law {
        /// Its name there.
        id: String,
    },
    /// A rule typed in, for all invoices.
    Typed {
        /// The rule.
        rule: DueRule,
    },
}

impl Default for RegimeChoice {
    fn default() -> Self {
        Self::Law { id: "sixtyDays".to_owned() }
    }
}

/// Which computation of "fin de mois" counts, where a regime allows both.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum MonthEndReading {
    /// The one that gives the later date, invoice by invoice: nothing is called late that either reading allows.
    #[default]
    Latest,
    /// Days, then the end of that month.
    DaysThenMonthEnd,
    /// The end of the month of issue, then days.
    MonthEndThenDays,
}

/// A check that is asked for.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct LegalRequest {
    /// What the ledger is held against.
    pub regime: RegimeChoice,
    /// Which computation of "fin de mois" counts.
    pub month_end: MonthEndReading,
}

/// The latest due date that a regime allows.
///
/// # Examples
///
/// Of an invoice of 15 January, 45 days end of month is 31 March by one computation and 17 March by the other:
///
/// ```
/// use encours::terms::{Cap, LegalRequest, MonthEndReading, RegimeChoice};
///
/// let regime = RegimeChoice::Law { id: "fortyFiveDaysMonthEnd".to_owned() };
/// let latest = |month_end| {
///     let cap = Cap::new(&LegalRequest { regime: regime.clone(), month_end })?;
///     Ok::<_, encours::error::Error>(cap.latest("2025-01-15".parse().expect("a date")).expect("in force").to_string())
/// };
/// assert_eq!(latest(MonthEndReading::Latest)?, "2025-03-31");
/// assert_eq!(latest(MonthEndReading::MonthEndThenDays)?, "2025-03-17");
/// # Ok::<(), encours::error::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cap {
    periods: Vec<Period>,
}

#[derive(Clone, Debug)]
struct Period {
    from: NaiveDate,
    until: NaiveDate,
    rules: Vec<DueRule>,
}

impl Cap {
    /// The cap of a request.
    ///
    /// # Errors
    ///
    /// [`Error::BadRequest`] for a regime that the law file does not have, [`Error::OutOfRange`] for a typed rule.
    pub fn new(request: &LegalRequest) -> Result<Self, Error> {
        let rules = |rules: &[DueRule]| read_as(rules, request.month_end);
        let periods: Vec<Period> = match &request.regime {
            RegimeChoice::Law { id } => regimes(id)
                .map(|regime| Period {
                    from: regime.from,
                    until: regime.until.unwrap_or(NaiveDate::MAX),
                    rules: rules(&regime.rules),
                })
                .collect(),
            RegimeChoice::Typed { rule } => {
                rule.check()?;
                vec![Period { from: NaiveDate::MIN, until: NaiveDate::MAX, rules: rules(&[*rule]) }]
            }
        };
        if periods.is_empty() {
            return Err(Error::BadRequest { reason: format!("no such regime: {:?}", request.regime) });
        }
        Ok(Self { periods })
    }

    /// The latest due date of an invoice issued on a day; `None` before the regime was in force.
    #[must_use]
    pub fn latest(&self, issued: NaiveDate) -> Option<NaiveDate> {
        let period = self.periods.iter().find(|period| (period.from..=period.until).contains(&issued))?;
        period.rules.iter().map(|rule| due_date(issued, *rule)).max()
    }
}

fn regimes(id: &str) -> impl Iterator<Item = &'static Regime> {
    law().regimes.iter().filter(move |regime| regime.id == id)
}

/// The rules without the computation of "fin de mois" that was not chosen, where both stand there.
fn read_as(rules: &[DueRule], reading: MonthEndReading) -> Vec<DueRule> {
    let is_first = |rule: &DueRule| matches!(rule, DueRule::DaysThenMonthEnd { .. });
    let is_second = |rule: &DueRule| matches!(rule, DueRule::MonthEndThenDays { .. });
    let has_both = rules.iter().any(is_first) && rules.iter().any(is_second);
    let is_left_out = |rule: &DueRule| match reading {
        MonthEndReading::Latest => false,
        MonthEndReading::DaysThenMonthEnd => is_second(rule),
        MonthEndReading::MonthEndThenDays => is_first(rule),
    };
    rules.iter().filter(|rule| !(has_both && is_left_out(rule))).copied().collect()
}

/// A ledger held against a regime.
#[apply(answer!)]
pub struct LegalCheck {
    /// Invoices issued up to this day are checked.
    pub as_of: NaiveDate,
    /// What they were held against.
    pub request: LegalRequest,
    /// Where the term starts in the law; the check always starts at issue, a ledger knowing no delivery.
    pub start: Start,
    /// Where the rules of that day are written; none for a typed rule.
    pub sources: Vec<LegalSource>,
    /// Changes of the law announced for that day or before: what is said here may no longer be the law.
    pub announced: Vec<String>,
    /// Invoices with a due date under the regime.
    pub invoices: u32,
    /// Their amount, tax included.
    pub amount: Decimal,
    /// Invoices due later than allowed.
    pub beyond_count: u32,
    /// Their amount, tax included.
    pub beyond_amount: Decimal,
    /// `beyondAmount` ÷ `amount`, in percent; `null` where amounts add up to nothing.
    pub beyond_percent: Option<Decimal>,
    /// How many days beyond; `null` where nothing is.
    pub days_beyond: Option<BeyondDays>,
    /// Customers with the largest amounts beyond, the largest first, 20 at most.
    pub customers: Vec<CustomerBeyond>,
    /// Invoices due longest beyond, the longest first, of equal days the largest, 100 at most.
    pub worst: Vec<InvoiceBeyond>,
    /// Invoices that cannot be checked, as they have no due date.
    pub without_due_date: u32,
    /// Invoices issued before the regime was in force.
    pub before_regime: u32,
}

/// Days by which due dates lie beyond the latest allowed.
#[apply(answer!)]
pub struct BeyondDays {
    /// Plain mean.
    pub mean: Decimal,
    /// Weighted by amount; `null` where amounts add up to nothing.
    pub weighted: Option<Decimal>,
    /// The most.
    pub longest: i32,
}

/// Invoices of a customer that are due later than allowed.
#[apply(answer!)]
pub struct CustomerBeyond {
    /// The customer.
    pub name: String,
    /// How many.
    pub count: u32,
    /// Their amount, tax included.
    pub amount: Decimal,
    /// The most days beyond.
    pub longest_days: i32,
}

/// An invoice that is due later than allowed.
#[apply(answer!)]
pub struct InvoiceBeyond {
    /// Its number.
    pub number: String,
    /// Its customer.
    pub customer: String,
    /// Issue date.
    pub issued: NaiveDate,
    /// Due date.
    pub due: NaiveDate,
    /// The latest due date allowed.
    pub latest: NaiveDate,
    /// `due` − `latest`.
    pub days_beyond: i32,
    /// Amount, tax included.
    pub amount: Decimal,
}

/// Holds the invoices issued up to a day against a regime. Credit notes are left out.
///
/// # Errors
///
/// [`Error::BadRequest`] for a regime that the law file does not have, [`Error::OutOfRange`] for a typed rule.
///
/// # Examples
///
/// 61 days where 60 are allowed:
///
/// ```
/// use encours::ledger::{Invoice, Ledger};
/// use encours::money::Amount;
/// use encours::terms::{LegalRequest, check};
///
/// let date = |text: &str| text.parse().expect("a date");
/// let mut ledger = Ledger::default();
/// let customer = ledger.intern(b"Martin");
/// let (issued, due, amount) = (date("2025-01-01"), Some(date("2025-03-03")), Amount::from_units(100_000));
/// ledger.push(Invoice { issued, due, settled: None, amount, open: amount, customer, standing: encours::ledger::Standing::Undisputed, on_account: false, sold: amount, labels: Default::default(), count: 1 }, b"F1");
/// let check = check(&ledger, &LegalRequest::default(), date("2025-03-31"))?;
/// assert_eq!((check.beyond_count, check.days_beyond.map(|days| days.longest)), (1, Some(1)));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn check(ledger: &Ledger, request: &LegalRequest, as_of: NaiveDate) -> Result<LegalCheck, Error> {
    let cap = Cap::new(request)?;
    // Invoices share their issue dates: a date is computed once.
    let mut latest_of: FxHashMap<NaiveDate, Option<NaiveDate>> = FxHashMap::default();
    let (mut invoices, mut units, mut without_due_date, mut before_regime) = (0, 0, 0, 0);
    let mut beyond = Beyond::default();
    let mut customers: Vec<Beyond> = Vec::new();
    let mut worst = Largest::new(LISTED_INVOICES);
    for (invoice, number) in ledger.invoices().zip(ledger.numbers()) {
        if invoice.issued > as_of || invoice.amount.is_negative() {
            continue;
        }
        let Some(due) = invoice.due else {
            without_due_date = u32::saturating_add(without_due_date, invoice.count);
            continue;
        };
        let latest = *latest_of.entry(invoice.issued).or_insert_with(|| cap.latest(invoice.issued));
        let Some(latest) = latest else {
            before_regime = u32::saturating_add(before_regime, invoice.count);
            continue;
        };
        invoices = u32::saturating_add(invoices, invoice.count);
        units += i128::from(invoice.amount.units());
        if due <= latest {
            continue;
        }
        let days = days_between(latest, due);
        beyond.add(days, invoice.amount, invoice.count);
        if let Some(customer) = place(&mut customers, invoice.customer) {
            customer.add(days, invoice.amount, invoice.count);
        }
        let name = ledger.customer_name(invoice.customer).unwrap_or_default();
        let (issued, amount, number) = (invoice.issued, invoice.amount, Reverse(number));
        worst.add(Worst { days, amount, number, name: Reverse(name), issued, due, latest });
    }
    let (start, sources) = origin(request, as_of);
    Ok(LegalCheck {
        as_of,
        request: request.clone(),
        start,
        sources,
        announced: law().announced.iter().filter(|it| it.from <= as_of).map(|it| it.id.clone()).collect(),
        invoices,
        amount: published(money::total(units)),
        beyond_count: beyond.count,
        beyond_amount: published(money::total(beyond.units)),
        beyond_percent: share(beyond.units, units),
        days_beyond: beyond.days(),
        customers: largest_customers(ledger, &customers),
        worst: worst.into_vec().iter().map(Worst::published).collect(),
        without_due_date,
        before_regime,
    })
}

/// Where the rules of a day start and are written.
fn origin(request: &LegalRequest, as_of: NaiveDate) -> (Start, Vec<LegalSource>) {
    let RegimeChoice::Law { id } = &request.regime else { return (Start::Issue, Vec::new()) };
    let in_force = regimes(id).filter(|regime| regime.from <= as_of).last().or_else(|| regimes(id).next());
    in_force.map_or((Start::Issue, Vec::new()), |regime| (regime.start, regime.sources.clone()))
}

fn share(part: i128, whole: i128) -> Option<Decimal> {
    (whole > 0).then(|| published(money::total(part) / money::total(whole) * Decimal::ONE_HUNDRED))
}

/// Invoices beyond, as they come by.
#[derive(Clone, Copy, Debug, Default)]
struct Beyond {
    count: u32,
    units: i128,
    longest: i64,
    sum: DaysSum,
}

impl Beyond {
    fn add(&mut self, days: i64, amount: Amount, count: u32) {
        self.count = self.count.saturating_add(count);
        self.units += i128::from(amount.units());
        self.longest = self.longest.max(days);
        self.sum.add(days, amount, count);
    }

    fn days(&self) -> Option<BeyondDays> {
        let mean = self.sum.mean().ok()?;
        Some(BeyondDays {
            mean: published(mean.mean),
            weighted: mean.weighted.map(published),
            longest: whole(self.longest),
        })
    }
}

fn largest_customers(ledger: &Ledger, customers: &[Beyond]) -> Vec<CustomerBeyond> {
    let mut largest = Largest::new(LISTED_CUSTOMERS);
    for (place, customer) in customers.iter().enumerate().filter(|(_, customer)| customer.count > 0) {
        let name = ledger.customer_name(CustomerId::at(place)).unwrap_or_default();
        largest.add((customer.units, customer.longest, Reverse(name), customer.count));
    }
    let largest = largest.into_vec().into_iter();
    largest
        .map(|(units, longest, Reverse(name), count)| CustomerBeyond {
            name: name.to_owned(),
            count,
            amount: published(money::total(units)),
            longest_days: whole(longest),
        })
        .collect()
}

/// An invoice beyond; the order of the fields is that of the list.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Worst<'a> {
    days: i64,
    amount: Amount,
    number: Reverse<&'a [u8]>,
    name: Reverse<&'a str>,
    issued: NaiveDate,
    due: NaiveDate,
    latest: NaiveDate,
}

impl Worst<'_> {
    fn published(&self) -> InvoiceBeyond {
        InvoiceBeyond {
            number: String::from_utf8_lossy(self.number.0).into_owned(),
            customer: self.name.0.to_owned(),
            issued: self.issued,
            due: self.due,
            latest: self.latest,
            days_beyond: whole(self.days),
            amount: published(self.amount.to_decimal()),
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::ledger::{Invoice, LabelsId};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    /// Number, customer, issued, due, amount in units of the currency.
    type Line = (&'static str, &'static str, &'static str, Option<&'static str>, i64);

    const LINES: [Line; 6] = [
        // 60 days: 2 March. In time.
        ("F1", "A", "2025-01-01", Some("2025-03-02"), 1000),
        // 5 days beyond.
        ("F2", "A", "2025-01-01", Some("2025-03-07"), 300),
        // 60 days: 2 April. 15 days beyond.
        ("F3", "B", "2025-02-01", Some("2025-04-17"), 100),
        ("F4", "B", "2025-02-01", None, 500),
        // A credit note.
        ("F5", "B", "2025-02-01", Some("2025-12-31"), -50),
        // After the day of the check.
        ("F6", "B", "2025-07-01", Some("2025-12-31"), 50),
    ];

    fn ledger(lines: impl IntoIterator<Item = Line>) -> Ledger {
        let mut ledger = Ledger::default();
        for (number, customer, issued, due, amount) in lines {
            let (customer, amount) = (ledger.intern(customer.as_bytes()), Amount::from_units(amount * 1000));
            let (issued, due) = (date(issued), due.map(date));
            let invoice = Invoice {
                issued,
                due,
                settled: None,
                amount,
                open: amount,
                customer,
                standing: crate::ledger::Standing::Undisputed,
                on_account: false,
                sold: amount,
                labels: LabelsId::default(),
                count: 1,
            };
            ledger.push(invoice, number.as_bytes());
        }
        ledger.decode_names(|name| String::from_utf8_lossy(name).into_owned());
        ledger
    }

    fn checked(ledger: &Ledger, id: &str) -> Result<LegalCheck, Error> {
        let request = LegalRequest { regime: RegimeChoice::Law { id: id.to_owned() }, ..LegalRequest::default() };
        check(ledger, &request, date("2025-06-30"))
    }

    #[test]
    fn a_ledger_is_held_against_sixty_days() -> Result<(), Error> {
        let check = checked(&ledger(LINES), "sixtyDays")?;
        assert_eq!((check.invoices, check.amount, check.without_due_date), (3, dec!(1400), 1));
        assert_eq!((check.beyond_count, check.beyond_amount), (2, dec!(400)));
        assert_eq!(check.beyond_percent, Some(dec!(28.5714285714)));
        // (5 + 15) ÷ 2, and (300 × 5 + 100 × 15) ÷ 400.
        let days = BeyondDays { mean: dec!(10), weighted: Some(dec!(7.5)), longest: 15 };
        assert_eq!(check.days_beyond, Some(days));
        let worst: Vec<(&str, i32)> = check.worst.iter().map(|worst| (&*worst.number, worst.days_beyond)).collect();
        assert_eq!(worst, [("F3", 15), ("F2", 5)]);
        let customers: Vec<(&str, Decimal)> = check.customers.iter().map(|it| (&*it.name, it.amount)).collect();
        assert_eq!(customers, [("A", dec!(300)), ("B", dec!(100))]);
        assert!(!check.sources.is_empty() && check.announced.is_empty());
        Ok(())
    }

    #[test]
    fn the_order_of_rows_changes_nothing() -> Result<(), Error> {
        let reversed = ledger(LINES.into_iter().rev());
        assert_eq!(checked(&reversed, "sixtyDays")?, checked(&ledger(LINES), "sixtyDays")?);
        Ok(())
    }

    #[test]
    fn forty_five_days_end_of_month_allows_more() -> Result<(), Error> {
        // 1 January: 15 February, then the 28th, or 17 March. 1 February: 18 March, then the 31st, or 14 April.
        let check = checked(&ledger(LINES), "fortyFiveDaysMonthEnd")?;
        let worst: Vec<(&str, NaiveDate)> = check.worst.iter().map(|worst| (&*worst.number, worst.latest)).collect();
        assert_eq!(worst, [("F3", date("2025-04-14"))]);
        Ok(())
    }

    #[test]
    fn rules_are_those_of_the_issue_date() -> Result<(), Error> {
        let request = |id: &str| LegalRequest { regime: RegimeChoice::Law { id: id.to_owned() }, ..Default::default() };
        let cap = Cap::new(&request("perishables"))?;
        // To the end of ten days until October 2021, from delivery since.
        assert_eq!(cap.latest(date("2021-10-12")), Some(date("2021-11-19")));
        assert_eq!(cap.latest(date("2021-11-12")), Some(date("2021-12-12")));
        assert_eq!(cap.latest(date("2008-12-31")), None);
        assert!(matches!(Cap::new(&request("none")), Err(Error::BadRequest { .. })));
        Ok(())
    }
}
