//! A part of a ledger, with customers taken together.

use std::rc::Rc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::conversion::Converted;
use super::{CustomerId, Invoice, Ledger};
use crate::cut::Cut;
use crate::error::Error;

impl Ledger {
    /// The part of it that `cut` says, converted on the day that is looked at. Its usual date is that of the whole, and it is one of open invoices alone if the
    /// whole is.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSegment`] for a segment, or a value of one, that it does not have.
    pub fn cut(&self, cut: &Cut, as_of: Option<NaiveDate>) -> Result<Self, Error> {
        let has = self.segments().part(cut.segment.as_ref())?;
        let by = cut.customers_by.as_deref().map(|name| self.segments().asked(name)).transpose()?;
        let customers = Renamed::of(self, cut, by);
        let as_of = as_of.or_else(|| self.default_as_of()).ok_or(Error::NoData)?;
        let converted = self.convert(cut.rates.as_ref(), as_of);
        let stays = converted.as_ref().map(|converted| &converted.stays);
        let meets =
            |invoice: &Invoice, has: Option<&Vec<bool>>| has.is_none_or(|has| invoice.labels.of(has) == Some(&true));
        let is_in = |invoice: &Invoice| meets(invoice, has.as_ref()) && meets(invoice, stays);
        let kept = self.raw().zip(self.numbers()).filter(|(invoice, _)| is_in(invoice));
        // Customers are numbered anew, in the order in which they are met in it.
        let mut numbers = vec![None; customers.names.len()];
        let mut names = Vec::new();
        let mut part = self.with_invoices(kept.map(|(invoice, number)| {
            let customer = customers.customer(&invoice).unwrap_or(invoice.customer);
            let number_of = customer.of_mut(&mut numbers);
            let customer = number_of.map(|known| {
                *known.get_or_insert_with(|| {
                    names.push(customer.of(&customers.names).cloned().unwrap_or_default());
                    CustomerId::at(names.len() - 1)
                })
            });
            (Invoice { customer: customer.unwrap_or_default(), ..invoice }, number)
        }));
        part.name_customers(names);
        part.pictured_on = self.default_as_of();
        part.open_items = Some(self.is_of_open_items());
        if let Some(Converted { conversion, uses, .. }) = converted {
            part.conversion = Some(Rc::new(conversion));
            part.currencies = uses;
        }
        Ok(part)
    }
}

/// Customers under the names they are given.
struct Renamed {
    names: Vec<String>,
    by_customer: Vec<CustomerId>,
    /// By combination of segments, where its value there stands for the customer.
    by_labels: Vec<Option<CustomerId>>,
}

impl Renamed {
    fn of(ledger: &Ledger, cut: &Cut, column: Option<usize>) -> Self {
        let mut names: Vec<String> = Vec::new();
        let mut known: FxHashMap<String, CustomerId> = FxHashMap::default();
        let mut id = |name: &str| {
            if let Some(id) = known.get(name) {
                return *id;
            }
            let id = CustomerId::at(names.len());
            names.push(name.to_owned());
            known.insert(name.to_owned(), id);
            id
        };
        let members: FxHashMap<&str, &str> = cut
            .groups
            .iter()
            .flat_map(|group| group.customers.iter().map(|name| (name.as_str(), group.name.as_str())))
            .collect();
        let by_customer = ledger.customers().map(|customer| {
            let name = ledger.customer_name(customer).unwrap_or_default();
            id(members.get(name).copied().unwrap_or(name))
        });
        let by_customer = by_customer.collect();
        let by_labels = column.map_or_else(Vec::new, |column| {
            let values = ledger.segments().values(column);
            let mut value = |place: usize| values.get(place).filter(|value| !value.is_empty()).map(|value| id(value));
            ledger.segments().places(column).map(&mut value).collect()
        });
        Self { names, by_customer, by_labels }
    }

    fn customer(&self, invoice: &Invoice) -> Option<CustomerId> {
        let by_labels = invoice.labels.of(&self.by_labels).copied().flatten();
        by_labels.or_else(|| invoice.customer.of(&self.by_customer).copied())
    }
}
