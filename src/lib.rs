#![doc = include_str!("README.md")]

#[macro_use]
mod wire;

pub mod aged_balance;
pub mod at;
pub mod behaviour;
pub mod benchmark;
pub mod bounds;
pub mod calculators;
pub mod catalogue;
pub mod conventions;
pub mod customers;
pub mod cut;
pub mod data;
pub mod error;
#[cfg(feature = "export")]
pub mod export;
pub mod fec;
pub mod import;
pub mod issue;
pub mod ledger;
pub mod measures;
pub mod money;
mod order;
pub mod period;
pub mod quick;
pub mod rates;
pub mod report;
pub mod scenario;
pub mod segments;
pub mod series;
pub mod session;
pub mod targets;
pub mod terms;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
