//! Customers one by one: what they owe, how long they take, and whether that gets worse.

mod answer;
mod page;
mod table;

pub use answer::{CustomerColumn, CustomerRow, CustomersPage, CustomersRequest, LateTrend};
pub use table::CustomerTable;
