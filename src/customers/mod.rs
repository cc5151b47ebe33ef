//! Customers one by one: what they owe, how long they take, and whether that gets worse.

mod answer;
mod one;
mod page;
mod sums;
mod table;
mod twins;

pub use answer::{
    CustomerColumn, CustomerRow, CustomerTotals, CustomersPage, CustomersRequest, HalfOfOverdue, LateTrend,
    SettledTrend, WholeDso,
};
pub use one::{CustomerAnswer, CustomerInvoices, CustomerRequest, OpenInvoice, SettledInvoice};
pub use table::CustomerTable;
pub use twins::{Likeness, Twins, TwinsAnswer, TwinsRequest};
