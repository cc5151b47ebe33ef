//! The boundary: the only code that knows JavaScript. It converts and delegates, nothing else.

mod engine;
mod error;
