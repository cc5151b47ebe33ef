//! What the levers bring from each customer: whom to talk to first.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::answer::Worth;
use super::baseline::Baseline;
use super::request::{Action, ScenarioRequest};
use super::worth::{value, value_of};
use crate::data::Dataset;
use crate::error::Error;
use crate::ledger::{CustomerId, Ledger};

/// Customers that are told apart: those with the most sales of the window and open amounts.
pub const TOLD_APART: usize = 200;

/// What a scenario is worth by customer. `customers`, `others` and `shared` make `whole` exactly.
#[apply(answer!)]
pub struct ByCustomer {
    /// The customers with the most sales of the window and open amounts, 200 at most, the most cash on average first.
    pub customers: Vec<CustomerWorth>,
    /// All other customers together, and what of a ledger unit rounding leaves.
    pub others: Worth,
    /// How many they are.
    pub other_count: u32,
    /// What comes from no customer: suppliers and stocks, insurance, costs typed in, the least commission of a factor, and what a
    /// general ledger does not say the payment of.
    pub shared: Worth,
    /// The whole scenario.
    pub whole: Worth,
}

/// What a scenario is worth with one customer.
#[apply(answer!)]
pub struct CustomerWorth {
    /// Its name.
    pub name: String,
    /// Cash, gain and what its sales cost: discounts, fees, interest, lost margins.
    pub worth: Worth,
}

impl Baseline {
    /// What the levers bring from each customer of the dataset that the baseline was made of.
    ///
    /// # Errors
    ///
    /// Those of [`Self::headline`]; [`Error::NeedsInvoices`] where there are none, or nobody's.
    pub fn by_customer(&self, dataset: &Dataset, request: &ScenarioRequest) -> Result<ByCustomer, Error> {
        let levers = self.ready(request)?;
        let whole = value(self, &levers, request)?.worth;
        let ledger = self.invoices(dataset).filter(|_| self.names_customers).ok_or(Error::NeedsInvoices)?;
        let largest = self.largest(&ledger);
        let mut groups = vec![0; ledger.customer_count()];
        for (place, customer) in (1..).zip(&largest) {
            if let Some(group) = customer.of_mut(&mut groups) {
                *group = place;
            }
        }
        let of_sales = levers.iter().filter(|lever| lever.is_on_receivables()).fold(0, |set, lever| set | lever.bit());
        let (levers, own) = (levers.within(of_sales), without_typed_sums(request));
        let replay = self.told_apart(&ledger, &groups)?;
        let of_all = value_of(replay.run(&levers, own.levers.len()), self, &levers, &own)?.worth;
        let mut worths = vec![Worth::default(); largest.len()];
        for (group, sums) in replay.sums_by_group(&levers) {
            let place = usize::try_from(group).ok().and_then(|group| group.checked_sub(1));
            let of_one = place.and_then(|place| largest.get(place).zip(worths.get_mut(place)));
            let Some((customer, worth)) = of_one else { continue };
            let levers = self.levers_of(*customer, &levers, &own);
            *worth = value_of(replay.summed(&levers, &sums, own.levers.len()), self, &levers, &own)?.worth;
        }
        let shared = whole.since(&of_all);
        let others = of_all.since(&Worth::sum(worths.iter()));
        let named = largest.iter().zip(worths).map(|(customer, worth)| CustomerWorth {
            name: ledger.customer_name(*customer).unwrap_or_default().to_owned(),
            worth,
        });
        let mut customers: Vec<CustomerWorth> = named.collect();
        customers.sort_by(|one, other| {
            let by_cash = other.worth.average_cash_released.cmp(&one.worth.average_cash_released);
            by_cash.then_with(|| one.name.cmp(&other.name))
        });
        let other_count = u32::try_from(ledger.customer_count() - customers.len()).unwrap_or(u32::MAX);
        Ok(ByCustomer { customers, others, other_count, shared, whole })
    }

    /// Those that are told apart.
    fn largest(&self, ledger: &Ledger) -> Vec<CustomerId> {
        let (as_of, window_start) = (self.history.as_of(), self.window.first.first_day());
        let mut sizes = vec![0_i128; ledger.customer_count()];
        for invoice in ledger.invoices().filter(|invoice| invoice.issued <= as_of) {
            let Some(size) = invoice.customer.of_mut(&mut sizes) else { continue };
            let is_sold = invoice.issued >= window_start && !invoice.on_account;
            *size += if is_sold { i128::from(invoice.amount.units()) } else { 0 };
            *size += i128::from(invoice.outstanding_at(as_of).units());
        }
        let mut by_size: Vec<(CustomerId, i128)> = ledger.customers().zip(sizes).collect();
        by_size.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        by_size.into_iter().take(TOLD_APART).map(|(customer, _)| customer).collect()
    }
}

/// The scenario without what is paid once for all customers.
fn without_typed_sums(request: &ScenarioRequest) -> ScenarioRequest {
    let mut own = request.clone();
    for lever in &mut own.levers {
        lever.yearly_cost = Decimal::ZERO;
        if let Action::Factoring { minimum_fee, .. } = &mut lever.action {
            *minimum_fee = Decimal::ZERO;
        }
    }
    own
}
