//! The measures: one figure family per file, each a pure function of exact decimals.

pub mod accounting;
pub mod aging;
pub mod best_possible;
pub mod change;
pub mod collection;
pub mod concentration;
pub mod days_to_pay;
pub mod gap;
pub mod roll_back;
pub mod split;
pub mod turnover;
pub mod working_capital;
