//! The boundary: the only code that knows JavaScript. It converts and delegates, nothing else.
//!
//! Each feature is a WebAssembly module of its own, which the page loads when it needs it.
#![doc = include_str!("README.md")]

#[cfg(any(feature = "engine", feature = "export", feature = "einvoices"))]
mod convert;
#[cfg(feature = "einvoices")]
mod documents;
#[cfg(feature = "engine")]
mod engine;
mod error;
#[cfg(feature = "export")]
mod export;
#[cfg(feature = "quick")]
mod quick;
mod scalars;
#[cfg(feature = "sheets")]
mod sheets;

#[cfg(feature = "einvoices")]
pub use documents::Documents;
#[cfg(feature = "engine")]
pub use engine::Engine;
pub use error::Thrown;
#[cfg(feature = "export")]
pub use export::write_workbook;
#[cfg(feature = "quick")]
pub use quick::{engine_version, quick};
#[cfg(feature = "sheets")]
pub use sheets::Workbook;
