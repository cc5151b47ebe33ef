//! Late-payment penalties: interest by day and a flat indemnity for each late invoice.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};
use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};

use super::delays::Delays;
use super::due_date::check_year;
use super::law::law;
use super::listing::{LISTED_CUSTOMERS, LISTED_INVOICES, Largest, place, whole};
use super::rates::{self, PenaltyRate, RateInForce, RateMoment, RateTable, TypedRates};
use crate::bounds::{self, Bounds};
use crate::error::Error;
use crate::ledger::{CustomerId, Invoice, Ledger};
use crate::money::{self, Amount, published};
use crate::period::{add_days, days_between, deserialize_day};

/// How days of delay are counted, and how many make a year.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum DayCount {
    /// Calendar days, a year of 365, also in a leap year.
    #[default]
    Actual365,
    /// Calendar days, a year of 360.
    Actual360,
    /// Months of 30 days, a year of 360: the 31st counts as the 30th.
    Thirty360,
}

impl DayCount {
    /// Days after `start` up to and including `end`. Parts of a period add up to it.
    pub(super) fn days(self, start: NaiveDate, end: NaiveDate) -> i64 {
        match self {
            Self::Actual365 | Self::Actual360 => days_between(start, end),
            Self::Thirty360 => thirty_day_number(end) - thirty_day_number(start),
        }
    }

    const fn year(self) -> Decimal {
        match self {
            Self::Actual365 => dec!(365),
            Self::Actual360 | Self::Thirty360 => dec!(360),
        }
    }
}

fn thirty_day_number(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 360 + i64::from(date.month()) * 30 + i64::from(date.day().min(30))
}

/// How penalties are computed.
#[apply(request!)]
#[serde(default)]
pub struct PenaltySettings {
    /// The rate.
    pub rate: PenaltyRate,
    /// Which day's rate applies.
    pub moment: RateMoment,
    /// Reference rates that stand in for those of the law file.
    pub typed_rates: Vec<TypedRates>,
    /// Is the rate at least three times the legal interest rate?
    pub floor: bool,
    /// How days are counted.
    pub day_count: DayCount,
    /// Does the due date itself count as a day of delay, where there is one?
    pub count_due_date: bool,
    /// Flat indemnity for each late invoice.
    pub indemnity: Decimal,
}

impl Default for PenaltySettings {
    fn default() -> Self {
        Self {
            rate: PenaltyRate::default(),
            moment: RateMoment::default(),
            typed_rates: Vec::new(),
            floor: true,
            day_count: DayCount::default(),
            count_due_date: false,
            indemnity: law().indemnities.last().map_or(Decimal::ZERO, |indemnity| indemnity.amount),
        }
    }
}

impl PenaltySettings {
    /// Checks every value against its range.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] names the first value outside its range.
    pub fn check(&self) -> Result<(), Error> {
        rates::check(self)?;
        bounds::INDEMNITY.check("indemnity", self.indemnity)
    }
}

/// One late invoice to be computed.
#[apply(request!)]
pub struct PenaltyRequest {
    /// Amount including tax.
    pub amount: Decimal,
    /// Due date.
    #[serde(deserialize_with = "deserialize_day")]
    pub due: NaiveDate,
    /// The day it is paid on, or the day of the reckoning.
    #[serde(deserialize_with = "deserialize_day")]
    pub settled: NaiveDate,
    /// How penalties are computed.
    #[serde(default)]
    pub settings: PenaltySettings,
}

/// What a late payment costs who pays: `interest` + `indemnity`.
#[apply(answer!)]
pub struct Penalty {
    /// Amount including tax.
    pub amount: Decimal,
    /// Days of delay, as the settings count them.
    pub days: i32,
    /// Interest: amount × Σ (rate × days) ÷ the days of a year.
    pub interest: Decimal,
    /// Flat indemnity; zero where nothing is late.
    pub indemnity: Decimal,
    /// `interest` + `indemnity`.
    pub total: Decimal,
    /// The stretches of one rate, in order. Their days and interest add up.
    pub parts: Vec<PenaltyPart>,
}

/// A stretch of delay at one rate.
#[apply(answer!)]
pub struct PenaltyPart {
    /// First day of delay.
    pub from: NaiveDate,
    /// Last one.
    pub to: NaiveDate,
    /// Its days.
    pub days: i32,
    /// Percent a year.
    pub percent: Decimal,
    /// Its interest.
    pub interest: Decimal,
    /// Are the rates those of another half-year, as the right ones are not known?
    pub assumed: bool,
}

/// The penalty of one invoice: amount including tax × rate × days ÷ 365, and the indemnity. Days run from the day after
/// the due date to the day of payment, both included. Nothing is due for one paid in time.
///
/// Source: Code de commerce, art. L441-10, II, and D441-5; formula of Bpifrance Création, "Taux des pénalités de
/// retard".
///
/// # Errors
///
/// [`Error::OutOfRange`] for an amount, a year or a setting outside its range.
///
/// # Examples
///
/// 1,000 at 10 % for 73 days, a fifth of a year, is 20:
///
/// ```
/// use encours::terms::{PenaltyRate, PenaltyRequest, PenaltySettings, penalty};
/// use rust_decimal::dec;
///
/// let rate = PenaltyRate::Contract { percent: dec!(10) };
/// let settings = PenaltySettings { rate, floor: false, ..PenaltySettings::default() };
/// let date = |text: &str| text.parse().expect("a date");
/// let late = PenaltyRequest { amount: dec!(1000), due: date("2025-01-01"), settled: date("2025-03-15"), settings };
/// let penalty = penalty(&late)?;
/// assert_eq!((penalty.days, penalty.interest, penalty.total), (73, dec!(20), dec!(60)));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn penalty(request: &PenaltyRequest) -> Result<Penalty, Error> {
    let PenaltyRequest { amount, due, settled, settings } = request;
    Bounds { most: dec!(999_999_999_999_999.999), ..bounds::AMOUNT }.check("amount", *amount)?;
    check_year("due", *due)?;
    check_year("settled", *settled)?;
    Ok(Calculator::new(settings)?.penalty(*amount, (*due, *settled), 1))
}

/// Late invoices of a ledger and what they cost who pays late.
#[apply(answer!)]
pub struct Penalties {
    /// The day of the reckoning.
    pub as_of: NaiveDate,
    /// How they were computed.
    pub settings: PenaltySettings,
    /// All late invoices.
    pub all: PenaltySum,
    /// Those paid late, on or before the day of the reckoning.
    pub settled: PenaltySum,
    /// Those late and open on that day: interest runs on.
    pub open: PenaltySum,
    /// Customers who owe most, the most first, 20 at most.
    pub customers: Vec<CustomerPenalty>,
    /// Invoices with most interest, the most first, 100 at most.
    pub invoices: Vec<InvoicePenalty>,
    /// Invoices left out, as they have no due date.
    pub without_due_date: u32,
    /// Invoices left out, as they are paid and nothing says when.
    pub without_settlement_date: u32,
    /// The rates that were used, oldest first.
    pub rates: Vec<RateInForce>,
}

/// Penalties added up.
#[apply(answer!)]
#[derive(Default)]
pub struct PenaltySum {
    /// Late invoices.
    pub count: u32,
    /// Their amount, tax included; of an invoice paid in part, what is open.
    pub amount: Decimal,
    /// Interest, from unrounded amounts.
    pub interest: Decimal,
    /// Indemnities.
    pub indemnities: Decimal,
    /// `interest` + `indemnities`.
    pub total: Decimal,
}

/// What a customer owes for paying late.
#[apply(answer!)]
pub struct CustomerPenalty {
    /// The customer.
    pub name: String,
    /// The sums.
    pub sum: PenaltySum,
    /// Longest delay, in days.
    pub longest_days: i32,
}

/// What a late invoice costs.
#[apply(answer!)]
pub struct InvoicePenalty {
    /// Its number.
    pub number: String,
    /// Its customer.
    pub customer: String,
    /// Issue date.
    pub issued: NaiveDate,
    /// Due date.
    pub due: NaiveDate,
    /// The day it was paid on; `null` while it is open.
    pub settled: Option<NaiveDate>,
    /// The penalty.
    pub penalty: Penalty,
}

/// The penalties of a ledger up to a day: of invoices paid late by then up to their payment, of those open up to that
/// day. Credit notes are left out; of an invoice paid in part on unknown dates the open part counts.
///
/// # Errors
///
/// [`Error::OutOfRange`] for a setting outside its range.
pub fn penalties(ledger: &Ledger, settings: &PenaltySettings, as_of: NaiveDate) -> Result<Penalties, Error> {
    let calculator = Calculator::new(settings)?;
    let mut sums = Sums::default();
    let mut worst = Largest::new(LISTED_INVOICES);
    let (mut without_due_date, mut without_settlement_date) = (0, 0);
    let (mut first_day, mut last_day) = (NaiveDate::MAX, NaiveDate::MIN);
    let earliest = ledger.earliest_due().unwrap_or(as_of);
    let delays = Delays::new(settings, &calculator.table, earliest, as_of);
    for (invoice, number) in ledger.invoices().zip(ledger.numbers()) {
        if invoice.issued > as_of || invoice.amount.is_negative() {
            continue;
        }
        let Some(due) = invoice.due else {
            without_due_date = u32::saturating_add(without_due_date, invoice.count);
            continue;
        };
        if invoice.settled.is_none() && invoice.open <= Amount::ZERO {
            let count = if invoice.amount > Amount::ZERO { invoice.count } else { 0 };
            without_settlement_date = u32::saturating_add(without_settlement_date, count);
            continue;
        }
        let settled = invoice.settled.filter(|settled| *settled <= as_of);
        let end = settled.unwrap_or(as_of);
        if end <= due {
            continue;
        }
        let (days, percent_days) = delays.between(due, end);
        let amount = invoice.outstanding();
        let weight = money::product(amount.units(), percent_days);
        (first_day, last_day) = (first_day.min(calculator.start(due)), last_day.max(end));
        sums.add(&invoice, settled.is_some(), amount, days, weight);
        let name = ledger.customer_name(invoice.customer).unwrap_or_default();
        let (issued, number) = (invoice.issued, Reverse(number));
        let count = invoice.count;
        worst.add(Late { weight, days, number, name: Reverse(name), issued, due, settled, amount, count });
    }
    let all = sums.settled.with(&sums.open);
    let rates = calculator.used(first_day, last_day);
    Ok(Penalties {
        as_of,
        settings: settings.clone(),
        all: calculator.sum(&all),
        settled: calculator.sum(&sums.settled),
        open: calculator.sum(&sums.open),
        customers: calculator.customers(ledger, &sums.customers),
        invoices: worst.into_vec().iter().map(|late| calculator.invoice(late, as_of)).collect(),
        without_due_date,
        without_settlement_date,
        rates,
    })
}

/// A late invoice; the order of the fields is that of the list.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Late<'a> {
    weight: i128,
    days: i64,
    number: Reverse<&'a [u8]>,
    name: Reverse<&'a str>,
    issued: NaiveDate,
    due: NaiveDate,
    settled: Option<NaiveDate>,
    amount: Amount,
    count: u32,
}

/// Penalties as they come by, before anything is divided.
#[derive(Clone, Copy, Debug, Default)]
struct RunningSum {
    count: u32,
    units: i128,
    /// Amount × percent × days, in ledger units and those of [`Delays::between`].
    weight: i128,
    longest: i64,
}

impl RunningSum {
    fn add(&mut self, amount: Amount, days: i64, weight: i128, count: u32) {
        self.count = self.count.saturating_add(count);
        self.units += i128::from(amount.units());
        self.weight = self.weight.saturating_add(weight);
        self.longest = self.longest.max(days);
    }

    fn with(&self, other: &Self) -> Self {
        Self {
            count: self.count.saturating_add(other.count),
            units: self.units + other.units,
            weight: self.weight.saturating_add(other.weight),
            longest: self.longest.max(other.longest),
        }
    }
}

#[derive(Default)]
struct Sums {
    settled: RunningSum,
    open: RunningSum,
    /// By number of the customer.
    customers: Vec<RunningSum>,
}

impl Sums {
    fn add(&mut self, invoice: &Invoice, is_settled: bool, amount: Amount, days: i64, weight: i128) {
        let state = if is_settled { &mut self.settled } else { &mut self.open };
        state.add(amount, days, weight, invoice.count);
        if let Some(sum) = place(&mut self.customers, invoice.customer) {
            sum.add(amount, days, weight, invoice.count);
        }
    }
}

/// Settings with their rates at hand.
struct Calculator<'a> {
    settings: &'a PenaltySettings,
    table: RateTable,
}

impl<'a> Calculator<'a> {
    fn new(settings: &'a PenaltySettings) -> Result<Self, Error> {
        settings.check()?;
        Ok(Self { settings, table: RateTable::new(settings) })
    }

    /// The day whose evening the delay starts on.
    fn start(&self, due: NaiveDate) -> NaiveDate {
        if self.settings.count_due_date { add_days(due, -1) } else { due }
    }

    /// Calls `each` with the day before each stretch of one rate, its last day, its days and the rate.
    fn stretches(&self, due: NaiveDate, end: NaiveDate, mut each: impl FnMut(NaiveDate, NaiveDate, i64, &RateInForce)) {
        if end <= due {
            return;
        }
        let mut before = self.start(due);
        while before < end {
            let first = add_days(before, 1);
            let change = match self.settings.moment {
                RateMoment::ByHalfYear => self.table.change_after(first),
                RateMoment::FirstLateDay => None,
            };
            let last = change.map_or(end, |change| end.min(add_days(change, -1)));
            each(before, last, self.settings.day_count.days(before, last), &self.table.on(first).rate);
            before = last;
        }
    }

    /// Amount × percent × days as interest, not rounded.
    fn interest(&self, weight: i128) -> Decimal {
        let percent_years = money::scaled(weight, money::UNIT_SCALE + self.table.scale());
        percent_years / (Decimal::ONE_HUNDRED * self.settings.day_count.year())
    }

    /// The same of a single amount.
    fn interest_on(&self, amount: Decimal, percent_days: Decimal) -> Decimal {
        amount.saturating_mul(percent_days) / (Decimal::ONE_HUNDRED * self.settings.day_count.year())
    }

    /// The penalty of `count` invoices of an amount together.
    fn penalty(&self, amount: Decimal, (due, end): (NaiveDate, NaiveDate), count: u32) -> Penalty {
        let (mut parts, mut all_days, mut percent_days) = (Vec::new(), 0, Decimal::ZERO);
        self.stretches(due, end, |before, to, days, rate| {
            let part = rate.percent.saturating_mul(days.into());
            let interest = self.interest_on(amount, part);
            all_days += days;
            percent_days = percent_days.saturating_add(part);
            parts.push(PenaltyPart {
                from: add_days(before, 1),
                to,
                days: whole(days),
                percent: rate.percent,
                interest: published(interest),
                assumed: rate.assumed,
            });
        });
        let interest = self.interest_on(amount, percent_days);
        let indemnity = if end > due { self.settings.indemnity.saturating_mul(count.into()) } else { Decimal::ZERO };
        Penalty {
            amount: published(amount),
            days: whole(all_days),
            interest: published(interest),
            indemnity: published(indemnity),
            total: published(interest.saturating_add(indemnity)),
            parts,
        }
    }

    fn sum(&self, sum: &RunningSum) -> PenaltySum {
        let interest = self.interest(sum.weight);
        let indemnities = self.settings.indemnity.saturating_mul(sum.count.into());
        PenaltySum {
            count: sum.count,
            amount: published(money::total(sum.units)),
            interest: published(interest),
            indemnities: published(indemnities),
            total: published(interest.saturating_add(indemnities)),
        }
    }

    fn customers(&self, ledger: &Ledger, sums: &[RunningSum]) -> Vec<CustomerPenalty> {
        let mut largest = Largest::new(LISTED_CUSTOMERS);
        for (place, sum) in sums.iter().enumerate().filter(|(_, sum)| sum.count > 0) {
            let customer = CustomerId::at(place);
            let owed =
                self.interest(sum.weight).saturating_add(self.settings.indemnity.saturating_mul(sum.count.into()));
            largest.add((owed, Reverse(ledger.customer_name(customer).unwrap_or_default()), Reverse(customer)));
        }
        let largest = largest.into_vec().into_iter();
        largest
            .map(|(_, Reverse(name), Reverse(customer))| {
                let sum = customer.of(sums).copied().unwrap_or_default();
                CustomerPenalty { name: name.to_owned(), sum: self.sum(&sum), longest_days: whole(sum.longest) }
            })
            .collect()
    }

    fn invoice(&self, late: &Late, as_of: NaiveDate) -> InvoicePenalty {
        InvoicePenalty {
            number: String::from_utf8_lossy(late.number.0).into_owned(),
            customer: late.name.0.to_owned(),
            issued: late.issued,
            due: late.due,
            settled: late.settled,
            penalty: self.penalty(late.amount.to_decimal(), (late.due, late.settled.unwrap_or(as_of)), late.count),
        }
    }

    /// The rates in force after the day `before`, up to `last`.
    fn used(&self, before: NaiveDate, last: NaiveDate) -> Vec<RateInForce> {
        if before >= last {
            return Vec::new();
        }
        let first = self.table.on(add_days(before, 1)).from;
        let used = self.table.spans().filter(|span| (first..=last).contains(&span.from));
        used.map(|span| span.rate.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    /// Number, customer, due, settled, amount, what is open.
    type Line = (&'static str, &'static str, Option<&'static str>, Option<&'static str>, i64, i64);

    const LINES: [Line; 7] = [
        // 20 days over two half-years.
        ("F1", "A", Some("2025-06-20"), Some("2025-07-10"), 1000, 0),
        // In time.
        ("F2", "A", Some("2025-06-20"), Some("2025-06-20"), 1000, 0),
        // Open, 10 days until the reckoning; half of it is paid.
        ("F3", "B", Some("2025-07-21"), None, 2000, 1000),
        // Paid after the reckoning: open on that day, 20 days.
        ("F4", "B", Some("2025-07-11"), Some("2025-08-31"), 500, 0),
        ("F5", "B", None, None, 500, 500),
        ("F6", "B", Some("2025-07-11"), None, 500, 0),
        ("F7", "B", Some("2025-07-11"), None, -500, -500),
    ];

    fn ledger(lines: impl IntoIterator<Item = Line>) -> Ledger {
        let mut ledger = Ledger::default();
        for (number, customer, due, settled, amount, open) in lines {
            let customer = ledger.intern(customer.as_bytes());
            let (amount, open) = (Amount::from_units(amount * 1000), Amount::from_units(open * 1000));
            let (due, settled, issued) = (due.map(date), settled.map(date), date("2025-06-01"));
            ledger.push(
                Invoice {
                    issued,
                    due,
                    settled,
                    amount,
                    open,
                    customer,
                    standing: crate::ledger::Standing::Undisputed,
                    on_account: false,
                    sold: amount,
                    labels: crate::ledger::LabelsId::default(),
                    count: 1,
                },
                number.as_bytes(),
            );
        }
        ledger.decode_names(|name| String::from_utf8_lossy(name).into_owned());
        ledger
    }

    #[test]
    fn a_ledger_adds_up() -> Result<(), Error> {
        let penalties = penalties(&ledger(LINES), &PenaltySettings::default(), date("2025-07-31"))?;
        assert_eq!((penalties.without_due_date, penalties.without_settlement_date), (1, 1));
        // 1,000 × (10 × 13.15 + 10 × 12.15) ÷ 36,500.
        assert_eq!((penalties.settled.count, penalties.settled.interest), (1, dec!(6.9315068493)));
        // 1,000 × 10 × 12.15 + 500 × 20 × 12.15, ÷ 36,500.
        assert_eq!((penalties.open.count, penalties.open.interest), (2, dec!(6.6575342466)));
        assert_eq!((penalties.open.amount, penalties.all.indemnities), (dec!(1500), dec!(120)));
        assert_eq!(penalties.all.total, dec!(133.5890410959));
        let numbers: Vec<&str> = penalties.invoices.iter().map(|invoice| &*invoice.number).collect();
        assert_eq!(numbers, ["F1", "F4", "F3"]);
        let customers: Vec<(&str, u32, i32)> =
            penalties.customers.iter().map(|it| (&*it.name, it.sum.count, it.longest_days)).collect();
        assert_eq!(customers, [("B", 2, 20), ("A", 1, 20)]);
        assert_eq!(penalties.rates.iter().map(|rate| rate.percent).collect::<Vec<_>>(), [dec!(13.15), dec!(12.15)]);
        Ok(())
    }

    #[test]
    fn the_order_of_rows_changes_nothing() -> Result<(), Error> {
        let of = |ledger: &Ledger| penalties(ledger, &PenaltySettings::default(), date("2025-07-31"));
        assert_eq!(of(&ledger(LINES.into_iter().rev()))?, of(&ledger(LINES))?);
        Ok(())
    }

    /// A ledger takes days and rates from [`Delays`], an invoice from the stretches of one rate.
    #[test]
    fn an_invoice_costs_in_a_ledger_what_it_costs_alone() -> Result<(), Error> {
        let dues = ["2019-12-31", "2023-02-28", "2023-12-30", "2024-02-29", "2024-06-30", "2024-07-01", "2025-01-31"];
        let ends = ["2024-02-29", "2024-07-01", "2024-12-31", "2025-01-01", "2025-03-31"];
        let typed = TypedRates {
            from: date("2024-03-15"),
            refinancing_percent: dec!(1.123),
            legal_interest_percent: dec!(7.5),
        };
        for day_count in [DayCount::Actual365, DayCount::Actual360, DayCount::Thirty360] {
            for moment in [RateMoment::ByHalfYear, RateMoment::FirstLateDay] {
                for count_due_date in [false, true] {
                    let typed_rates = vec![typed.clone()];
                    let settings = PenaltySettings {
                        moment,
                        typed_rates,
                        day_count,
                        count_due_date,
                        ..PenaltySettings::default()
                    };
                    for (due, end) in dues.iter().flat_map(|due| ends.map(|end| (*due, end))) {
                        let lines = [("F", "A", Some(due), None, 1_234_567, 1_234_567)];
                        let both = penalties(&ledger(lines), &settings, date(end))?;
                        let alone = both.invoices.first().map(|invoice| invoice.penalty.interest);
                        assert_eq!(both.all.interest, alone.unwrap_or_default(), "{due} {end} {settings:?}");
                    }
                }
            }
        }
        Ok(())
    }

    #[test]
    fn a_ledger_without_late_invoices_owes_nothing() -> Result<(), Error> {
        let penalties = penalties(&Ledger::default(), &PenaltySettings::default(), date("2025-07-31"))?;
        assert_eq!((penalties.all.count, penalties.all.total), (0, Decimal::ZERO));
        assert!(penalties.rates.is_empty() && penalties.invoices.is_empty());
        Ok(())
    }
}
