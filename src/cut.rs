//! Which part of the data a question is about, and which customers are one to it.

use macro_rules_attribute::apply;

use crate::rates::Rates;

/// A part of the data, with its customers taken together as the user says. Typed balances are those of the whole: a part
/// has none.
#[apply(request!)]
#[derive(Default, Hash)]
#[serde(default)]
pub struct Cut {
    /// Only what has this value of a segment; everything if left out.
    pub segment: Option<SegmentValue>,
    /// The segment whose values are taken as customers; where it is blank, customers stay what they are.
    pub customers_by: Option<String>,
    /// Customers that are taken as one.
    pub groups: Vec<CustomerGroup>,
    /// What other currencies are worth; without rates they stay apart.
    pub rates: Option<Rates>,
}

/// A value of a column that is marked as a segment.
#[apply(request!)]
#[derive(Hash)]
pub struct SegmentValue {
    /// The heading of the column.
    pub column: String,
    /// The value; empty for the rows that say nothing there.
    pub value: String,
}

/// Customers that are one under one name. A customer of that name is one of them.
#[apply(request!)]
#[derive(Hash)]
pub struct CustomerGroup {
    /// The name they go by.
    pub name: String,
    /// Their names in the data.
    pub customers: Vec<String>,
}

impl Cut {
    /// Is it all of the data, as it is?
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.segment.is_none() && self.customers_by.is_none() && self.groups.is_empty() && self.rates.is_none()
    }

    /// The name that a customer goes by.
    #[must_use]
    pub fn name_of<'a>(&'a self, customer: &'a str) -> &'a str {
        let has = |group: &&CustomerGroup| group.customers.iter().any(|name| name == customer);
        self.groups.iter().find(has).map_or(customer, |group| &group.name)
    }
}
