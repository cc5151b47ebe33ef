//! Bytes to a ledger or a series: one entry point that answers with the data, what it detected and what it found.
#![doc = include_str!("README.md")]

pub mod blank;
pub mod checks;
pub mod currency;
pub mod date;
pub mod dialect;
mod digits;
#[cfg(feature = "einvoices")]
pub mod einvoices;
pub mod encoding;
pub mod field;
pub mod life_cycle;
pub mod number;
pub mod rate_table;
pub mod records;
pub mod rejected;
pub mod serial;
#[cfg(feature = "sheets")]
pub mod sheets;
pub mod source;

mod aged_balance;
mod aligned;
#[cfg(any(feature = "einvoices", feature = "sheets"))]
mod bytes;
mod code_pages;
mod combine;
mod customer_ledger;
pub mod document_facts;
pub mod documents;
mod envelope;
mod fec;
mod groups;
mod hidden;
mod invoices;
mod keys;
mod marks;
mod memo;
mod mended;
mod months;
mod notation;
mod pasted;
mod pay;
mod payments;
mod repeats;
mod rows;
mod series;
#[cfg(feature = "sheets")]
mod sheet_text;
pub mod statuses;
mod tell;
mod together;
mod totals;
pub mod understanding;
pub mod words;
#[cfg(any(feature = "einvoices", feature = "sheets"))]
mod zip;

mod importer;

pub use combine::{Combined, Rejected, combine};
pub use importer::{Finished, Importer, Part, PieceReader};
pub use payments::Payment;
pub use together::together;

use chrono::NaiveDate;

use self::life_cycle::LifeMark;
use self::rejected::RejectedRows;
use self::source::{ImportOptions, Source};
use crate::aged_balance::AgedBalance;
use crate::fec::Fec;
use crate::issue::Issues;
use crate::ledger::{Ledger, Segments};
use crate::series::Series;

/// Data that figures can be drawn from.
#[derive(Clone, Debug)]
pub enum Data {
    /// A company month by month.
    Series(Series),
    /// Its invoices.
    Ledger(Ledger),
    /// Its invoices, of which nobody knows what is paid: they say what was sold, and on which terms.
    Issued(Ledger),
    /// What its customers owe, by age.
    AgedBalance(AgedBalance),
    /// Its accounting entries.
    Fec(Fec),
}

impl Data {
    /// The columns that are segments; `None` where there are none, or such data cannot have any.
    #[must_use]
    pub fn segments(&self) -> Option<&Segments> {
        let segments = match self {
            Self::Ledger(ledger) | Self::Issued(ledger) => ledger.segments(),
            Self::AgedBalance(balance) => &balance.segments,
            Self::Series(_) | Self::Fec(_) => return None,
        };
        (!segments.is_empty()).then_some(segments)
    }

    /// Its list of invoices, whether or not it says what is paid.
    #[must_use]
    pub const fn list(&self) -> Option<&Ledger> {
        match self {
            Self::Ledger(ledger) | Self::Issued(ledger) => Some(ledger),
            Self::Series(_) | Self::AgedBalance(_) | Self::Fec(_) => None,
        }
    }
}

/// What an input gave.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The data; `None` where nothing usable was found, and a finding of severity error says why.
    pub data: Option<Data>,
    /// Payments of invoices that another input lists.
    pub payments: Vec<Payment>,
    /// What a list of statuses says of invoices that another input lists, beside those payments.
    pub marks: Vec<LifeMark>,
    /// How the input was read.
    pub source: Source,
    /// Findings.
    pub issues: Issues,
    /// The rows that could not be read.
    pub rejected: RejectedRows,
    /// What the other tables of the input gave, from the top.
    pub others: Vec<Imported>,
    /// What the same rows are if they are read another way: payments instead of invoices, or the other way round.
    pub alternative: Option<Box<Imported>>,
    /// The day of the picture that was read, where the input holds several.
    pub as_of: Option<NaiveDate>,
    /// Are these the credit notes of invoices that another input lists?
    pub is_credit_notes: bool,
    /// The numbers of invoices that are set aside, in another currency or because others tell them: their payments go with
    /// them.
    pub numbers_set_aside: Vec<Box<[u8]>>,
}

/// Reads pasted or dropped bytes.
///
/// # Examples
///
/// ```
/// use encours::import::{read, source::ImportOptions, source::Kind};
///
/// let pasted = "mois;ca_ttc;encours\n2025-10;2 600;\n2025-11;6 400;9 000";
/// let imported = read(pasted.as_bytes(), &ImportOptions::default());
/// assert_eq!(imported.source.kind, Some(Kind::Series));
/// assert_eq!(imported.source.rows.accepted, 2);
/// ```
#[must_use]
pub fn read(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut importer = Importer::new(options.clone());
    loop {
        importer.push(bytes);
        match importer.finish() {
            Finished::Done(done) => return *done,
            Finished::Again(again) => importer = *again,
        }
    }
}
