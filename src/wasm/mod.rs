//! The boundary: the only code that knows JavaScript. It converts and delegates, nothing else.
//!
//! Each feature is a WebAssembly module of its own, which the page loads when it needs it.
#![doc = include_str!("README.md")]

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
pub use engine::Engine;
pub use error::Thrown;
#[cfg(feature = "quick")]
pub use quick::{engine_version, quick};
#[cfg(feature = "sheets")]
pub use sheets::Workbook;
