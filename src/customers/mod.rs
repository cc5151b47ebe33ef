//! Customers one by one: what they owe, how long they take, and whether that gets worse.

mod answer;
mod cost;
mod one;
mod page;
mod sums;
mod table;
mod twins;

pub use answer::{
    CustomerColumn, CustomerRow, CustomerTotals, CustomersPage, CustomersRequest, HalfOfOverdue, LateTrend,
    SettledTrend, WholeDso, YearlyCost,
};
pub use one::{CustomerAnswer, CustomerInvoices, CustomerRequest, OpenInvoice, SettledInvoice};
pub use table::CustomerTable;
pub use twins::{Likeness, Twins, TwinsAnswer, TwinsRequest};
