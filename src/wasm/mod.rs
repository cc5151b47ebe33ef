//! The boundary: the only code that knows JavaScript. It converts and delegates, nothing else.
//!
//! Each feature is a WebAssembly module of its own, which the page loads when it needs it.

#[cfg(feature = "engine")]
mod calculators;
#[cfg(any(feature = "quick", feature = "engine"))]
mod convert;
#[cfg(feature = "engine")]
mod engine;
mod error;
#[cfg(feature = "quick")]
mod quick;
mod scalars;
#[cfg(feature = "sheets")]
mod sheets;
#[cfg(feature = "engine")]
mod terms;

#[cfg(feature = "engine")]
pub use calculators::calculate;
#[cfg(feature = "engine")]
pub use engine::Engine;
pub use error::Thrown;
#[cfg(feature = "quick")]
pub use quick::{engine_version, quick};
#[cfg(feature = "sheets")]
pub use sheets::Workbook;
#[cfg(feature = "engine")]
pub use terms::{due_date, law, penalty, penalty_rate};
