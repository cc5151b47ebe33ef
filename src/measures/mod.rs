//! The measures: one figure family per file, each a pure function of exact decimals; [`Basis`] puts them together for
//! one history, [`Snapshot`] sums what invoices say at one date.
#![doc = include_str!("README.md")]

pub mod accounting;
pub mod aging;
mod basis;
pub mod best_possible;
pub mod change;
pub mod collection;
pub mod concentration;
pub mod days_to_pay;
mod dso_change;
mod figures;
pub mod gap;
pub mod overdue;
mod parts;
pub mod roll_back;
mod snapshot;
pub mod split;
pub mod turnover;
pub mod working_capital;

pub use basis::{Basis, newest_first};
pub use dso_change::{DsoChangeAnswer, DsoChangeRequest, DsoChanges, DsoState, dso_change};
pub use figures::{
    AccountingDso, CashConversionCycle, CostBase, DaysOf, GapFigure, MeanDaysFigure, RollBackDso, TrailStep,
    TwoMethods, WorkingCapital,
};
pub use parts::{
    AgeBand, CapitalBridge, CollectionEffectiveness, Comparison, ConcentrationFigure, DsoChange, DsoSplit, SplitOf,
    Turnover,
};
pub use snapshot::Snapshot;
