//! Electronic invoices: their documents, and the list that is made of them.
#![doc = include_str!("README.md")]

mod amount;
mod archive;
mod cdar;
mod cii;
mod companies;
mod due_text;
mod facts;
mod file;
mod gathered;
mod invoice;
mod limits;
mod lines;
mod list;
mod messages;
mod parties;
mod pdf;
mod pdf_filters;
mod pdf_value;
mod proofs;
mod reader;
mod rows;
mod standing;
mod tax_rates;
mod told;
mod tree;
mod ubl;

pub use amount::{day, parsed};
pub use cdar::{Cashed, EStatus, Effect, StatusReason};
pub use companies::Company;
pub use file::Refusal;
pub use gathered::{Choices, Gathered};
pub use invoice::{Discount, Due, EInvoice, Party, Reference};
pub use list::{HEADINGS, Row};
pub use parties::PartyKey;
pub use proofs::Proof;
pub use reader::{Content, Document, Reader};
