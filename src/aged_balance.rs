//! What customers owe by age, as a *balance âgée* gives it: a picture of one day, without sales.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::cut::Cut;
use crate::error::Error;
use crate::ledger::{LabelsId, Segments};
use crate::money::{self, Amount};
use crate::series::{MonthRow, Series};

/// Days overdue at which the ages of such a balance end, as accounting software writes them.
pub const BOUNDS: [u32; 4] = [30, 60, 90, 120];

/// Columns of an aged balance: not due, then the ages from the least overdue.
pub const AGES: usize = BOUNDS.len() + 2;

/// One customer's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerAges {
    /// Its name.
    pub name: String,
    /// What it owes, by age: not due, up to 30, 60, 90, 120 days overdue, and beyond.
    pub ages: [Amount; AGES],
    /// What is overdue without an age.
    pub late_without_age: Amount,
    /// What it owes besides, of which nothing is known: payments not matched yet, for the most part, which are below
    /// zero.
    pub unplaced: Amount,
}

impl CustomerAges {
    /// All it owes, in ledger units.
    #[must_use]
    pub fn total(&self) -> i128 {
        let ages: i128 = self.ages.iter().map(|age| i128::from(age.units())).sum();
        ages + i128::from(self.late_without_age.units()) + i128::from(self.unplaced.units())
    }

    /// Adds another row of the same customer.
    pub fn add(&mut self, other: &Self) {
        for (age, more) in self.ages.iter_mut().zip(&other.ages) {
            *age = age.saturating_add(*more);
        }
        self.late_without_age = self.late_without_age.saturating_add(other.late_without_age);
        self.unplaced = self.unplaced.saturating_add(other.unplaced);
    }
}

/// An aged balance.
#[derive(Clone, Debug, Default)]
pub struct AgedBalance {
    /// Its date, where a line above its header says one.
    pub as_of: Option<NaiveDate>,
    /// Is what is not due told from what is?
    pub knows_not_due: bool,
    /// Its rows.
    pub customers: Vec<CustomerAges>,
    /// The columns that are segments.
    pub segments: Segments,
    /// What customers owe by what these columns say, where there are any.
    pub labelled: Vec<(LabelsId, CustomerAges)>,
}

impl AgedBalance {
    /// May another balance be a part of the same picture? Not if it is of another day, or of the same customers.
    #[must_use]
    pub fn is_same_picture(&self, other: &Self) -> bool {
        if let (Some(day), Some(other)) = (self.as_of, other.as_of) {
            return day == other;
        }
        let names: std::collections::HashSet<&str> =
            self.customers.iter().map(|customer| customer.name.as_str()).collect();
        let common = other.customers.iter().filter(|customer| names.contains(customer.name.as_str())).count();
        common * 2 <= self.customers.len().min(other.customers.len())
    }

    /// Is all of another in it already, as in a file that was given twice?
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        let known: FxHashMap<&str, &CustomerAges> =
            self.customers.iter().map(|customer| (customer.name.as_str(), customer)).collect();
        let mut owing = other.customers.iter().filter(|customer| customer.total() != 0).peekable();
        owing.peek().is_some()
            && owing.all(|customer| !customer.name.is_empty() && known.get(customer.name.as_str()) == Some(&customer))
    }

    /// Adds the customers of another sheet of the same balance.
    pub fn absorb(&mut self, other: Self) {
        self.as_of = self.as_of.or(other.as_of);
        self.knows_not_due &= other.knows_not_due;
        let labels = self.segments.absorb(&other.segments);
        let relabelled = other.labelled.into_iter().map(|(own, customer)| (own.of(&labels).copied(), customer));
        self.labelled.extend(relabelled.map(|(own, customer)| (own.unwrap_or_default(), customer)));
        for customer in other.customers {
            match self.customers.iter_mut().find(|known| known.name == customer.name && !known.name.is_empty()) {
                Some(known) => known.add(&customer),
                None => self.customers.push(customer),
            }
        }
    }

    /// The part of it that `cut` says.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSegment`] for a segment, or a value of one, that it does not have.
    pub fn cut(&self, cut: &Cut) -> Result<Self, Error> {
        let has = self.segments.part(cut.segment.as_ref())?;
        let by = cut.customers_by.as_deref().map(|name| self.segments.asked(name)).transpose()?;
        let values: Vec<usize> = by.map_or_else(Vec::new, |column| self.segments.places(column).collect());
        let key = |labels: LabelsId| {
            let value = self.segments.values(by?).get(*labels.of(&values)?)?;
            (!value.is_empty()).then_some(value.as_str())
        };
        let all: Vec<(LabelsId, CustomerAges)> = if self.labelled.is_empty() {
            self.customers.iter().map(|customer| (LabelsId::default(), customer.clone())).collect()
        } else {
            self.labelled.clone()
        };
        let is_in = |labels: LabelsId| has.as_ref().is_none_or(|has| labels.of(has) == Some(&true));
        let labelled: Vec<(LabelsId, CustomerAges)> = all
            .into_iter()
            .filter(|(labels, _)| is_in(*labels))
            .map(|(labels, customer)| {
                let name = key(labels).unwrap_or_else(|| cut.name_of(&customer.name)).to_owned();
                (labels, CustomerAges { name, ..customer })
            })
            .collect();
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        let mut customers: Vec<CustomerAges> = Vec::new();
        for (_, customer) in &labelled {
            let place = *places.entry(&customer.name).or_insert(customers.len());
            match customers.get_mut(place).filter(|_| !customer.name.is_empty()) {
                Some(known) => known.add(customer),
                None => customers.push(customer.clone()),
            }
        }
        Ok(Self { customers, labelled, segments: self.segments.clone(), ..*self })
    }

    /// Is the age of anything known?
    #[must_use]
    pub fn has_ages(&self) -> bool {
        let is_known = |customer: &CustomerAges| {
            customer.ages.iter().chain([&customer.late_without_age]).any(|amount| *amount != Amount::ZERO)
        };
        self.customers.iter().any(is_known)
    }

    /// What is owed in each age.
    #[must_use]
    pub fn by_age(&self) -> [Decimal; AGES] {
        let mut sums = [0_i128; AGES];
        for customer in &self.customers {
            sums.iter_mut().zip(&customer.ages).for_each(|(sum, amount)| *sum += i128::from(amount.units()));
        }
        sums.map(money::total)
    }

    /// What is overdue without an age, and what nothing is known of.
    #[must_use]
    pub fn beside(&self) -> (Decimal, Decimal) {
        let sum = |of: fn(&CustomerAges) -> Amount| {
            money::total(self.customers.iter().map(|customer| i128::from(of(customer).units())).sum())
        };
        (sum(|customer| customer.late_without_age), sum(|customer| customer.unplaced))
    }

    /// The last of `months` months, with the receivables; nothing is known of the others, nor of any sales.
    #[must_use]
    pub fn to_series(&self, as_of: NaiveDate, months: u32) -> Series {
        let [not_due, overdue @ ..] = self.by_age();
        let (late, unplaced) = self.beside();
        let overdue = overdue.iter().sum::<Decimal>() + late;
        let last = MonthRow {
            receivables: Some(not_due + overdue + unplaced),
            overdue: self.knows_not_due.then_some(overdue),
            ..MonthRow::default()
        };
        Series::picture_of(last, as_of, months)
    }
}
