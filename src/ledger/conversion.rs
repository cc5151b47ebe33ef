//! Invoices of several currencies in one: at the closing rate of the day that is looked at, sales at the average rate of the
//! month they were invoiced in.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Invoice, LabelsId, Ledger};
use crate::money::Amount;
use crate::period::Month;
use crate::rates::{Rates, at_rate, scaled};

/// The column that says which currency an invoice is in.
pub const CURRENCY: &str = "currency";

/// The column that says which entity an invoice is of.
pub const ENTITY: &str = "entity";

/// What one unit of each currency is worth, month by month up to the day that is looked at.
#[derive(Clone, Debug)]
pub struct Conversion {
    first: Month,
    /// By combination of segments, the place of its currency; `None` for the one that amounts are converted into.
    by_labels: Vec<Option<usize>>,
    /// By currency, then by month from the first: closing and average rate.
    rates: Vec<Vec<[i128; 2]>>,
}

/// What became of the invoices of one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrencyUse {
    /// The currency.
    pub currency: String,
    /// How many invoices there are, by the day.
    pub invoices: usize,
    /// What they owe on the day, in their own currency, in ledger units.
    pub owed: i128,
    /// What one unit of it is worth on the day; `None` where that is not given.
    pub closing: Option<Decimal>,
    /// Months whose rate is missing: it stays apart then.
    pub missing: Vec<Month>,
    /// Is it the one that amounts are converted into?
    pub is_base: bool,
}

impl CurrencyUse {
    /// Is it in no figure?
    #[must_use]
    pub const fn is_apart(&self) -> bool {
        !self.is_base && !self.missing.is_empty()
    }
}

impl Conversion {
    fn rate(&self, labels: LabelsId, month: Month) -> Option<[i128; 2]> {
        let rates = self.rates.get(labels.of(&self.by_labels).copied().flatten()?)?;
        // Beyond the day that is looked at its own rate stands.
        let last = rates.len().saturating_sub(1);
        rates.get(month.since(self.first).unwrap_or(0).min(last)).copied()
    }

    fn last(&self, labels: LabelsId) -> Option<[i128; 2]> {
        self.rates.get(labels.of(&self.by_labels).copied().flatten()?)?.last().copied()
    }

    /// An invoice as it counts on the day that is looked at.
    #[inline]
    #[must_use]
    pub fn on_the_day(&self, mut invoice: Invoice) -> Invoice {
        let Invoice { labels, issued, amount, open, .. } = invoice;
        if let Some(worth) = self.worth(labels, issued, amount, open) {
            [invoice.amount, invoice.open, invoice.sold] = worth;
        }
        invoice
    }

    /// What an amount, what is open of it and what it counts in sales are worth on that day. Only these go in and out of a
    /// call, so that an invoice of a list in one currency stays in registers.
    fn worth(&self, labels: LabelsId, issued: NaiveDate, amount: Amount, open: Amount) -> Option<[Amount; 3]> {
        let [closing, _] = self.last(labels)?;
        let at = |amount: Amount, rate: i128| Amount::from_units(at_rate(amount.units(), rate));
        let average = self.rate(labels, Month::of(issued)).map_or(closing, |[_, average]| average);
        Some([at(amount, closing), at(open, closing), at(amount, average)])
    }

    /// What an amount of an invoice, in its own currency, was worth at the end of a month; `None` where it is not converted.
    #[must_use]
    pub fn at_the_end_of(&self, months: usize, labels: LabelsId, amount: Amount) -> Option<Amount> {
        let month = self.first.plus(i32::try_from(months).ok()?);
        let [closing, _] = self.rate(labels, month)?;
        Some(Amount::from_units(at_rate(amount.units(), closing)))
    }
}

impl Ledger {
    /// Are there invoices of several currencies in it that were neither converted nor set apart?
    #[must_use]
    pub fn is_mixed(&self) -> bool {
        self.currencies.is_empty()
            && self.segments.column(CURRENCY).is_some_and(|column| self.segments.values(column).len() > 1)
    }

    /// What became of each currency; empty where there is but one.
    #[must_use]
    pub fn currencies(&self) -> &[CurrencyUse] {
        &self.currencies
    }

    /// Converts what it can on a day, and says which invoices stay: all of its combinations but those of currencies without a
    /// rate. Without rates the currency that was said to be the usual one stays alone.
    pub(super) fn convert(&self, rates: Option<&Rates>, as_of: NaiveDate) -> Option<Converted> {
        let column = self.segments.column(CURRENCY)?;
        let (first, _) = self.issue_span()?;
        let (first, last) = (Month::of(first), Month::of(as_of));
        let count = last.since(first).map_or(1, |months| months + 1);
        let base = rates.map_or(self.base_currency.as_str(), |rates| rates.into.as_str());
        let values = self.segments.values(column);
        let places: Vec<usize> = self.segments.places(column).collect();
        let mut needs = vec![Needs::of(count); values.len()];
        for invoice in self.raw().filter(|invoice| invoice.issued <= as_of) {
            let place = invoice.labels.of(&places).copied().unwrap_or(usize::MAX);
            if let Some(needs) = needs.get_mut(place) {
                needs.see(&invoice, first, as_of);
            }
        }
        let is_base = |name: &str| name.eq_ignore_ascii_case(base) || name.is_empty();
        let month = |index: usize| first.plus(i32::try_from(index).unwrap_or(i32::MAX));
        let mut table: Vec<Vec<[i128; 2]>> = Vec::new();
        let mut uses = Vec::new();
        for (name, needs) in values.iter().zip(&needs) {
            let found = |index: usize| rates.and_then(|rates| rates.of(name, month(index)));
            let missing =
                |(index, is_needed): (usize, &bool)| (*is_needed && found(index).is_none()).then(|| month(index));
            let missing: Vec<Month> =
                if is_base(name) { Vec::new() } else { needs.months.iter().enumerate().filter_map(missing).collect() };
            let rate = |index: usize| found(index).map_or([0, 0], |rate| [scaled(rate.closing), scaled(rate.average)]);
            table.push((0..count).map(rate).collect());
            uses.push(CurrencyUse {
                currency: name.clone(),
                invoices: needs.invoices,
                owed: needs.owed,
                closing: found(count - 1).map(|rate| rate.closing),
                missing,
                is_base: is_base(name),
            });
        }
        let stays = places.iter().map(|place| uses.get(*place).is_none_or(|of| !of.is_apart()));
        let by_labels = places.iter().map(|place| uses.get(*place).filter(|of| !of.is_base).map(|_| *place));
        Some(Converted {
            stays: stays.collect(),
            conversion: Conversion { first, by_labels: by_labels.collect(), rates: table },
            uses,
        })
    }
}

/// A conversion, with what stays in the figures and what became of each currency.
pub(super) struct Converted {
    pub stays: Vec<bool>,
    pub conversion: Conversion,
    pub uses: Vec<CurrencyUse>,
}

/// The months of which a currency needs a rate.
#[derive(Clone)]
struct Needs {
    months: Vec<bool>,
    invoices: usize,
    owed: i128,
}

impl Needs {
    fn of(count: usize) -> Self {
        Self { months: vec![false; count], invoices: 0, owed: 0 }
    }

    /// Its month of issue, for its sale, and every month at whose end it is open.
    fn see(&mut self, invoice: &Invoice, first: Month, as_of: NaiveDate) {
        self.invoices = self.invoices.saturating_add(usize::try_from(invoice.count).unwrap_or(usize::MAX));
        self.owed += i128::from(invoice.outstanding_at(as_of).units());
        let index = |date: NaiveDate| Month::of(date).since(first).unwrap_or(0);
        let from = index(invoice.issued);
        let until = match invoice.settled {
            Some(settled) if settled <= as_of => index(settled),
            _ if invoice.outstanding().units() == 0 => from,
            _ => self.months.len(),
        };
        let end = until.max(from + 1).min(self.months.len());
        for needed in self.months.get_mut(from..end).unwrap_or_default() {
            *needed = true;
        }
    }
}
