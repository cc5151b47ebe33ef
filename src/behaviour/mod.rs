//! How customers pay: the distribution of their delays, and what it makes of the open items.
//!
//! Delays are counted from the due date, weighted by amount, and estimated by Kaplan and Meier's product limit, since
//! an invoice that is still open says that its delay is longer than what has passed. All of it is integer arithmetic:
//! estimates, but the same ones on every machine.
#![doc = include_str!("README.md")]

mod answer;
mod cash_in;
mod curve;
mod study;

pub use answer::{Behaviour, BehaviourRequest, CashIn, CashInPeriod, CurvePoint, DelayStatistics, MeasuredFrom};
pub use cash_in::{behaviour, statistics};
pub use curve::{Curve, EARLIEST, LATEST, Observations, OpenItem, WHOLE_WEIGHT};
pub use study::{CREDIBILITY_INVOICES, Study};
