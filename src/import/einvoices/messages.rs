//! Messages about none of the documents, as a list of statuses: a table that lies beside them may have their invoices.

use std::fmt::Write as _;

use rustc_hash::FxHashSet;

use super::super::life_cycle::{LifeStatus, life_status};
use super::cdar::EStatus;
use super::list::{cell, written};
use super::standing::{cashed, day_of, event};

/// The headings, which the import knows for those of a list of statuses.
const HEADINGS: &str = "number;status;status_date;amount";

/// A line for each message, or for each amount that one says was cashed; none twice for what several were told.
pub fn text(messages: &[EStatus]) -> String {
    let mut text = format!("{HEADINGS}\n");
    let mut known = FxHashSet::default();
    for message in messages {
        if !known.insert((&message.invoice, event(message))) {
            continue;
        }
        let status = coded(&message.status);
        let number = cell(message.invoice.as_deref().unwrap_or_default());
        let mut cashed: Vec<_> = cashed(message).map(|(day, amount)| (Some(day), written(amount))).collect();
        if cashed.is_empty() {
            cashed.push((day_of(message), String::new()));
        }
        for (day, amount) in cashed {
            let day = day.map_or(String::new(), |day| day.to_string());
            let _ = writeln!(text, "{number};{status};{day};{amount}");
        }
    }
    text
}

/// The code with the words beside it: a code alone may be any number.
fn coded(code: &str) -> String {
    let words = match life_status(code) {
        Some(LifeStatus::Agreed) => "approuvée",
        Some(LifeStatus::Disputed) => "en litige",
        Some(LifeStatus::Void) => "refusée",
        Some(LifeStatus::Factored) => "affacturée",
        Some(LifeStatus::NotFactored) => "non affacturée",
        Some(LifeStatus::Cashed) => "encaissée",
        Some(LifeStatus::Silent) | None => "reçue",
    };
    format!("{code} - {words}")
}
