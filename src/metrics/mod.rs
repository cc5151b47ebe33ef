//! The measures: one figure family per file, each a pure function of exact decimals.

pub mod accounting;
pub mod best_possible;
pub mod days_to_pay;
pub mod gap;
pub mod roll_back;
pub mod working_capital;
