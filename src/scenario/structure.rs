//! What of a scenario decides which cells there are: its scopes, and the law it looks at. Everything else may change
//! without another pass over the invoices.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;

use super::levers;
use super::request::{CustomerTerm, Lever, ScenarioRequest};
use crate::cut::SegmentValue;
use crate::error::Error;
use crate::ledger::{CustomerId, Invoice, Ledger, Segments};
use crate::money::UNIT_SCALE;
use crate::period::{Month, add_days, days_between};
use crate::terms::{Cap, LegalRequest};

/// Scopes and regimes of the levers of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Structure {
    filters: Vec<Filter>,
    regimes: Vec<LegalRequest>,
    current_term_days: Option<u32>,
    customer_terms: Vec<CustomerTerm>,
    /// The first lever that looks at the limits of customers.
    limited: Option<usize>,
}

/// The scope of one lever, as far as it is told by customer, segment or amount.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Filter {
    index: usize,
    bit: u16,
    customers: Vec<String>,
    except_customers: Vec<String>,
    segments: Vec<SegmentValue>,
    units_above: Option<i64>,
}

impl Filter {
    const fn is_any(&self) -> bool {
        !self.customers.is_empty()
            || !self.except_customers.is_empty()
            || !self.segments.is_empty()
            || self.units_above.is_some()
    }
}

impl Structure {
    /// Does any lever look at the limits of customers?
    #[must_use]
    pub const fn has_limits(&self) -> bool {
        self.limited.is_some()
    }

    /// That of a checked request.
    #[must_use]
    pub fn of(request: &ScenarioRequest) -> Self {
        let levers = &request.levers;
        let filter = |(index, lever): (usize, &Lever)| Filter {
            index,
            bit: 1 << index,
            customers: lever.scope.customers.clone(),
            except_customers: lever.scope.except_customers.clone(),
            segments: lever.scope.segments.clone(),
            units_above: lever.scope.amount_above.map(units),
        };
        let filters = levers.iter().enumerate().map(filter);
        Self {
            filters: filters.filter(Filter::is_any).collect(),
            limited: levers.iter().position(|lever| lever.action.customer_limit().is_some()),
            regimes: levers::regimes(levers).into_iter().cloned().collect(),
            current_term_days: request.current_term_days().or(request.baseline.conventions.term_days),
            customer_terms: request.customer_terms.clone(),
        }
    }

    /// When the invoices of a ledger are due.
    #[must_use]
    pub fn due_dates(&self, ledger: &Ledger) -> DueDates {
        let typed: FxHashMap<&str, u32> =
            self.customer_terms.iter().map(|term| (term.customer.as_str(), term.days)).collect();
        let of = |customer: CustomerId| typed.get(ledger.customer_name(customer)?).copied();
        DueDates {
            by_customer: if typed.is_empty() { Vec::new() } else { ledger.customers().map(of).collect() },
            others: self.current_term_days,
        }
    }

    /// Are terms of single customers given?
    #[must_use]
    pub const fn has_customer_terms(&self) -> bool {
        !self.customer_terms.is_empty()
    }

    /// The term that the user gave for what carries none.
    #[must_use]
    pub fn current_term(&self) -> Option<Decimal> {
        self.current_term_days.map(Decimal::from)
    }

    /// Are scopes told by customer, segment or amount, or limits looked at? Then the first such lever, one of a scope before others.
    #[must_use]
    pub fn needs_invoices(&self) -> Option<usize> {
        self.filters.first().map(|filter| filter.index).or(self.limited)
    }

    /// The first lever whose scope is told by amount.
    #[must_use]
    pub fn by_amount(&self) -> Option<usize> {
        self.filters.iter().find(|filter| filter.units_above.is_some()).map(|filter| filter.index)
    }

    /// The longest terms of an invoice of a month, mean of its days.
    ///
    /// # Errors
    ///
    /// Those of [`Cap::new`].
    pub fn mean_terms(&self, month: Month) -> Result<Vec<Option<Decimal>>, Error> {
        let regimes = self.regimes(month.first_day(), month.last_day())?;
        let days = || regimes.by_day.iter().filter_map(|place| regimes.longest_terms.get(usize::from(*place)));
        let mean = |regime: usize| {
            let terms: Option<Vec<i32>> = days().map(|terms| terms.get(regime).copied().flatten()).collect();
            terms.map(|terms| {
                terms.iter().map(|term| Decimal::from(*term)).sum::<Decimal>() / Decimal::from(month.days())
            })
        };
        Ok((0..self.regimes.len()).map(mean).collect())
    }

    /// The longest terms of the days from `first` to `last`.
    ///
    /// # Errors
    ///
    /// Those of [`Cap::new`].
    pub fn regimes(&self, first: NaiveDate, last: NaiveDate) -> Result<Regimes, Error> {
        let caps: Vec<Cap> = self.regimes.iter().map(Cap::new).collect::<Result<_, _>>()?;
        let terms = |day: NaiveDate| -> Vec<Option<i32>> {
            let term = |cap: &Cap| i32::try_from(days_between(day, cap.latest(day)?)).ok();
            caps.iter().map(term).collect()
        };
        let mut regimes = Regimes { first: first.num_days_from_ce(), ..Regimes::default() };
        let days = if caps.is_empty() { 0 } else { days_between(first, last) + 1 };
        for day in 0..days {
            let number = regimes.number(terms(add_days(first, day)));
            regimes.by_day.push(number);
        }
        Ok(regimes)
    }

    /// Which levers concern which invoices.
    #[must_use]
    pub fn classes(&self, ledger: &Ledger) -> Classes {
        let named = || self.filters.iter().filter(|filter| !filter.customers.is_empty());
        let mut by_name: FxHashMap<&str, u16> = FxHashMap::default();
        for filter in named() {
            for name in &filter.customers {
                *by_name.entry(name).or_default() |= filter.bit;
            }
        }
        let mut left_out: FxHashMap<&str, u16> = FxHashMap::default();
        for filter in &self.filters {
            for name in &filter.except_customers {
                *left_out.entry(name).or_default() |= filter.bit;
            }
        }
        let all_named = named().fold(0, |bits, filter| bits | filter.bit);
        let class = |customer: CustomerId| {
            let name = ledger.customer_name(customer).unwrap_or_default();
            let named = !all_named | by_name.get(name).copied().unwrap_or_default();
            named & !left_out.get(name).copied().unwrap_or_default()
        };
        let is_any = all_named != 0 || !left_out.is_empty();
        Classes {
            by_customer: if is_any { ledger.customers().map(class).collect() } else { Vec::new() },
            by_labels: self.by_labels(ledger.segments()),
            amounts: self.filters.iter().filter_map(|filter| Some((filter.bit, filter.units_above?))).collect(),
        }
    }
}

impl Structure {
    /// The levers that may concern the invoices of each combination of segments; empty where that is all of them.
    fn by_labels(&self, segments: &Segments) -> Vec<u16> {
        let narrow = || self.filters.iter().filter(|filter| !filter.segments.is_empty());
        let all = narrow().fold(u16::MAX, |bits, filter| bits & !filter.bit);
        if all == u16::MAX {
            return Vec::new();
        }
        let mut by_labels = vec![all; segments.combination_count()];
        for filter in narrow() {
            for SegmentValue { column, value } in &filter.segments {
                let having = segments.column(column).and_then(|column| segments.having(column, value));
                for (bits, has) in by_labels.iter_mut().zip(having.unwrap_or_default()) {
                    *bits |= if has { filter.bit } else { 0 };
                }
            }
        }
        by_labels
    }
}

/// When invoices are due: on their due date, or after the term that the user gave where they carry none.
pub struct DueDates {
    by_customer: Vec<Option<u32>>,
    others: Option<u32>,
}

impl DueDates {
    /// The due date of an invoice.
    #[must_use]
    pub fn of(&self, invoice: &Invoice) -> Option<NaiveDate> {
        let typed = || invoice.customer.of(&self.by_customer).copied().flatten().or(self.others);
        invoice.due.or_else(|| Some(add_days(invoice.issued, typed()?.into())))
    }
}

/// The longest terms that the law gives invoices of each day.
#[derive(Default)]
pub struct Regimes {
    first: i32,
    by_day: Vec<u16>,
    /// Each set of terms once.
    pub longest_terms: Vec<Vec<Option<i32>>>,
    known: FxHashMap<Vec<Option<i32>>, u16>,
    /// What is left of a set of terms for invoices of a term.
    binding: FxHashMap<(u16, i32), u16>,
}

impl Regimes {
    /// The place of the terms that bind an invoice of a day and a term: those that are no shorter than it say nothing, since
    /// levers make terms shorter only. So invoices that keep the law are alike, whenever they were issued.
    #[must_use]
    pub fn binding(&mut self, day: NaiveDate, term: Option<i32>) -> u16 {
        if self.by_day.is_empty() {
            return 0;
        }
        let number = self.on(day);
        let Some(term) = term else { return number };
        if let Some(known) = self.binding.get(&(number, term)) {
            return *known;
        }
        let all = self.longest_terms.get(usize::from(number)).cloned().unwrap_or_default();
        let bound = self.number(all.into_iter().map(|longest| longest.filter(|longest| term > *longest)).collect());
        self.binding.insert((number, term), bound);
        bound
    }

    fn number(&mut self, terms: Vec<Option<i32>>) -> u16 {
        if let Some(known) = self.known.get(&terms) {
            return *known;
        }
        let number = u16::try_from(self.longest_terms.len()).unwrap_or(u16::MAX);
        self.longest_terms.push(terms.clone());
        self.known.insert(terms, number);
        number
    }

    /// The place of the terms of a day.
    fn on(&self, day: NaiveDate) -> u16 {
        let place = usize::try_from(day.num_days_from_ce() - self.first).ok();
        place.and_then(|place| self.by_day.get(place)).copied().unwrap_or(0)
    }
}

/// Which levers concern which invoices, as far as customers, segments and amounts go.
pub struct Classes {
    by_customer: Vec<u16>,
    by_labels: Vec<u16>,
    amounts: Vec<(u16, i64)>,
}

impl Classes {
    /// The levers that may concern an invoice of any amount, one bit each.
    #[must_use]
    pub fn of_any_amount(&self, invoice: &Invoice) -> u16 {
        let by_labels = invoice.labels.of(&self.by_labels).copied().unwrap_or(u16::MAX);
        invoice.customer.of(&self.by_customer).copied().unwrap_or(u16::MAX) & by_labels
    }

    /// The levers that may concern an invoice, one bit each.
    #[must_use]
    pub fn of(&self, invoice: &Invoice) -> u16 {
        let class = self.of_any_amount(invoice);
        let too_small = self.amounts.iter().filter(|(_, above)| invoice.amount.units() <= *above);
        too_small.fold(class, |class, (bit, _)| class & !bit)
    }
}

/// An amount in ledger units.
pub fn units(amount: Decimal) -> i64 {
    (amount * Decimal::from(10_i64.pow(UNIT_SCALE))).round().to_i64().unwrap_or(i64::MAX)
}
