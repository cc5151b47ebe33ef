//! One customer: its row, its usual term, and its invoices one by one.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::answer::{CustomerRow, WholeDso};
use super::cost::Rate;
use super::table::{Account, CustomerTable};
use crate::at::At;
use crate::behaviour::Observations;
use crate::data::{Data, Dataset};
use crate::error::Error;
use crate::ledger::{CustomerId, Invoice};
use crate::measures::MeanDaysFigure;
use crate::money::published;
use crate::order::Order;
use crate::period::{Month, days_between};
use crate::terms::{UsualTerm, usual_term};

/// Settled invoices that an answer lists.
const LISTED_SETTLED: usize = 200;

/// Open invoices that an answer lists.
const LISTED_OPEN: usize = 500;

/// Which customer is asked for.
#[apply(request!)]
pub struct CustomerRequest {
    /// The date and the conventions of the report it goes with.
    #[serde(default)]
    pub baseline: At,
    /// Its name, as in the list of customers.
    pub name: String,
    /// The yearly cost of money, in percent, that its days are priced at; without it they are not.
    #[serde(default)]
    pub rate_percent: Option<Decimal>,
}

/// One customer.
#[apply(answer!)]
pub struct CustomerAnswer {
    /// The date of the figures.
    pub as_of: NaiveDate,
    /// What the list of customers says of it.
    pub row: CustomerRow,
    /// The DSO that the `dsoDays` of the row are a part of.
    pub dso: Option<WholeDso>,
    /// Ends of the bands of the ages of the row, in days overdue.
    pub aging_bounds: Vec<u32>,
    /// Its invoices; `null` for an aged balance, which has none.
    pub invoices: Option<CustomerInvoices>,
}

/// The invoices of one customer, issued by the date of the figures.
#[apply(answer!)]
pub struct CustomerInvoices {
    /// How many there are; credit notes, and payments on account, are left out.
    pub count: u32,
    /// The month of the first of them; `null` without any.
    pub first_month: Option<Month>,
    /// Months that the data covers up to the date, from that of the first invoice of any customer, both counted.
    pub months: u32,
    /// The term they usually have; `null` where the data has no due dates, as a FEC, whose term is given.
    pub term: Option<UsualTerm>,
    /// Days from issue to payment of those settled in the window.
    pub days_to_pay: Option<MeanDaysFigure>,
    /// Days from due date to payment of the same.
    pub days_late: Option<MeanDaysFigure>,
    /// Those settled by the date, credit notes left out: the 200 settled last, oldest first.
    pub settled: Vec<SettledInvoice>,
    /// How many were settled in all.
    pub settled_count: u32,
    /// Invoices and credit notes that are open: the 500 most overdue, those first. Together they make `receivables` of the
    /// row where they are all there and the customer is not in credit with credits left out.
    pub open: Vec<OpenInvoice>,
    /// How many are open in all.
    pub open_count: u32,
    /// How many of these are overdue.
    pub late_count: u32,
}

/// An invoice that was paid.
#[apply(answer!)]
pub struct SettledInvoice {
    /// Its number as it is written; empty where the data has none.
    pub number: String,
    /// The day it was issued on.
    pub issued: NaiveDate,
    /// The day it was due on.
    pub due: Option<NaiveDate>,
    /// The day it was settled on.
    pub settled: NaiveDate,
    /// Days from due date to payment; negative is early, `null` without a due date.
    pub days_late: Option<i32>,
    /// Its amount.
    pub amount: Decimal,
}

/// An invoice or a credit note that is open.
#[apply(answer!)]
pub struct OpenInvoice {
    /// Its number as it is written; empty where the data has none.
    pub number: String,
    /// The day it was issued on.
    pub issued: NaiveDate,
    /// The day it is due on.
    pub due: Option<NaiveDate>,
    /// What is open of it; below zero for a credit note.
    pub amount: Decimal,
    /// Days from due date to the date of the figures; `null` where it is not due yet, or its due date not known.
    pub days_late: Option<u32>,
    /// Is it in dispute?
    pub disputed: bool,
}

impl CustomerTable {
    /// One customer of the dataset the table was made of.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownCustomer`] if the data has none of this name; [`Error::OutOfRange`] for the rate.
    pub fn customer(&self, dataset: &Dataset, request: &CustomerRequest) -> Result<CustomerAnswer, Error> {
        let rate = Rate::of(request.rate_percent)?;
        let named = |account: &Account| account.name == request.name;
        let index = self.accounts.iter().position(named).ok_or(Error::UnknownCustomer)?;
        let mut room = Observations::default();
        let row = self.row(index, self.total(), rate, &mut room).ok_or(Error::UnknownCustomer)?;
        Ok(CustomerAnswer {
            as_of: self.as_of,
            row,
            dso: self.dso.clone(),
            aging_bounds: self.bounds.clone(),
            invoices: self.invoices(dataset, index),
        })
    }

    fn invoices(&self, dataset: &Dataset, index: usize) -> Option<CustomerInvoices> {
        let (as_of, scope) = (self.as_of, self.conventions.scope);
        let ledger = dataset.invoices(as_of, &self.conventions)?;
        let account = self.accounts.get(index)?;
        let customer = CustomerId::at(index);
        let own = ledger.invoices().enumerate().filter(|(_, invoice)| invoice.customer == customer);
        let own: Vec<(usize, Invoice)> = own.filter(|(_, invoice)| invoice.issued <= as_of).collect();
        let number = |place: usize| String::from_utf8_lossy(ledger.number(place).unwrap_or_default()).into_owned();
        let charged = || own.iter().filter(|(_, invoice)| !invoice.amount.is_negative() && !invoice.on_account);
        let covered = ledger.issue_span().and_then(|(first, _)| Month::of(as_of).since(Month::of(first)));
        let first_month = charged().map(|(_, invoice)| Month::of(invoice.issued)).min();
        let dates = charged().filter_map(|(_, invoice)| Some((invoice.issued, invoice.due?, invoice.count)));
        let knows_terms = !matches!(dataset.data, Data::Fec(_));
        let mut settled: Vec<(NaiveDate, usize, Invoice)> = own
            .iter()
            .filter(|(_, invoice)| !invoice.amount.is_negative())
            .filter_map(|(place, invoice)| Some((invoice.settled.filter(|day| *day <= as_of)?, *place, *invoice)))
            .collect();
        settled.order_by_key(|(day, place, _)| (*day, *place));
        let is_open = |invoice: &Invoice| invoice.outstanding_at(as_of).units() != 0;
        let mut open: Vec<(usize, Invoice)> =
            own.iter().filter(|(_, invoice)| is_open(invoice) && invoice.standing.counts(scope)).copied().collect();
        let is_late = |invoice: &Invoice| invoice.due.and_then(|due| overdue_days(due, as_of)).is_some();
        open.order_by_key(|(place, invoice)| (invoice.due.unwrap_or(NaiveDate::MAX), invoice.issued, *place));
        Some(CustomerInvoices {
            count: counted(charged().map(|(_, invoice)| invoice)),
            first_month,
            months: covered.map_or(0, |months| small(months + 1)),
            term: if knows_terms { usual_term(&dates.collect::<Vec<_>>()) } else { None },
            days_to_pay: account.to_pay.mean().ok().map(|mean| MeanDaysFigure::from(&mean).without_late()),
            days_late: account.late.mean().ok().map(|mean| MeanDaysFigure::from(&mean)),
            settled_count: counted(settled.iter().map(|(_, _, invoice)| invoice)),
            settled: settled
                .iter()
                .skip(settled.len().saturating_sub(LISTED_SETTLED))
                .map(|(day, place, invoice)| SettledInvoice {
                    number: number(*place),
                    issued: invoice.issued,
                    due: invoice.due,
                    settled: *day,
                    days_late: invoice.due.map(|due| i32::try_from(days_between(due, *day)).unwrap_or(i32::MAX)),
                    amount: published(invoice.amount.to_decimal()),
                })
                .collect(),
            open_count: counted(open.iter().map(|(_, invoice)| invoice)),
            late_count: counted(open.iter().map(|(_, invoice)| invoice).filter(|invoice| is_late(invoice))),
            open: open
                .iter()
                .take(LISTED_OPEN)
                .map(|(place, invoice)| OpenInvoice {
                    number: number(*place),
                    issued: invoice.issued,
                    due: invoice.due,
                    amount: published(invoice.outstanding_at(as_of).to_decimal()),
                    days_late: invoice.due.and_then(|due| overdue_days(due, as_of)),
                    disputed: invoice.standing.is_disputed(),
                })
                .collect(),
        })
    }
}

/// Days that something is overdue; `None` where it is not.
fn overdue_days(due: NaiveDate, as_of: NaiveDate) -> Option<u32> {
    u32::try_from(days_between(due, as_of)).ok().filter(|days| *days > 0)
}

/// How many invoices they are.
fn counted<'a>(invoices: impl Iterator<Item = &'a Invoice>) -> u32 {
    invoices.map(|invoice| invoice.count).fold(0, u32::saturating_add)
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
