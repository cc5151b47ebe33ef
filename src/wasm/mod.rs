//! The boundary: the only code that knows JavaScript. It converts and delegates, nothing else.

mod engine;
mod error;

pub use engine::{Engine, engine_version, quick};
pub use error::Thrown;
