//! What the lines above a table say: its date, its unit, its currency, what its ages count from.

use chrono::NaiveDate;

use super::profile::Scale;
use super::sheet::Writing;
use crate::import::currency::Currency;
use crate::import::date;
use crate::import::source::DateOrder;
use crate::import::words::{has_any, normalize};
use crate::period::Month;

/// What the titles of a table say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles {
    /// The day its balances are of.
    pub as_of: Option<NaiveDate>,
    /// That day as it is written, where it could be read month first too.
    pub ambiguous: Option<String>,
    /// The unit of its amounts.
    pub scale: Scale,
    /// Their currency.
    pub currency: Option<Currency>,
    /// Do its ages count from the invoice date?
    pub counts_from_invoice: bool,
    /// Is it about suppliers?
    pub is_of_suppliers: bool,
}

/// Words before the date that balances are of.
const AS_OF: &str = "au, as of, as at, at, stand, stichtag, per, zum, arrete, situation, a fecha, al, op, jusqu, du jour, date de situation, ending, date d arrete, date, to, until, bis, hasta, peildatum";

/// Words before the date a report was printed on.
const PRINTED: &str = "edite, imprime, print, printed, genere, generated, export, exporte, run, tirage, gedruckt, impres, impreso, stampa, stampato, extrait, edition, afgedrukt, erstellt, created, generado, edite le, imprime le";

/// Words before the days of an accounting year, which balances need not be at the end of.
const YEAR: &str = "exercice, fiscal year, financial year, accounting year, geschaftsjahr, geschaeftsjahr, wirtschaftsjahr, ejercicio, esercizio, boekjaar";

/// Words before the first day of a period.
const FROM: [&str; 6] = ["du", "from", "de", "von", "vom", "desde"];

const FROM_INVOICE: &str = "date de facture, date de la facture, date facture, invoice date, date d emission, rechnungsdatum, fecha de factura, data fattura, factuurdatum, document date, date de piece, date of invoice, belegdatum, \
                            date de facturation, issue date, billing date";

const SUPPLIERS: &str = "fournisseur, fournisseurs, supplier, suppliers, vendor, vendors, payable, payables, kreditoren, lieferanten, proveedor, proveedores, fornitori, leveranciers, creditors, crediteuren, dettes fournisseurs, achats";

/// Reads the lines above a table; `is_american` is what the table itself says of the order of days.
#[must_use]
pub fn read(lines: &[String], writing: Writing, has_dollars: bool) -> Titles {
    let words: Vec<String> = lines.iter().map(|line| normalize(line)).collect();
    let says = |phrases: &str| words.iter().any(|line| has_any(line, phrases));
    let (as_of, ambiguous) = as_of(lines, writing, has_dollars);
    Titles {
        as_of,
        ambiguous,
        scale: lines.iter().map(|line| Scale::named(line)).find(|scale| *scale != Scale::Units).unwrap_or_default(),
        currency: lines.iter().find_map(|line| Currency::find_in(line)),
        counts_from_invoice: says(FROM_INVOICE),
        is_of_suppliers: words.last().is_some_and(|line| has_any(line, SUPPLIERS)),
    }
}

/// A day among the lines.
struct Candidate {
    weight: i32,
    day: NaiveDate,
    other: Option<NaiveDate>,
    text: String,
}

/// The day that a word announces, else the first one that is not the day of printing.
fn as_of(lines: &[String], writing: Writing, has_dollars: bool) -> (Option<NaiveDate>, Option<String>) {
    let mut best: Option<Candidate> = None;
    for line in lines {
        for candidate in days(line) {
            if best.as_ref().is_none_or(|best| candidate.weight > best.weight) {
                best = Some(candidate);
            }
        }
    }
    let Some(found) = best else { return (lines.iter().rev().find_map(|line| month_end(line)), None) };
    let Some(other) = found.other.filter(|other| *other != found.day) else { return (Some(found.day), None) };
    // Nothing in the line tells the order: that of the table does, or dollars.
    let is_american = if writing.is_order_assumed { has_dollars } else { writing.order == DateOrder::Mdy };
    let day = if is_american { other } else { found.day };
    (Some(day), writing.is_order_assumed.then_some(found.text))
}

/// Every day in a line, with how much the words before it speak for it.
fn days(line: &str) -> Vec<Candidate> {
    let words: Vec<&str> = line
        .split(|char: char| char.is_whitespace() || matches!(char, ',' | ';' | '(' | ')' | '"' | ':'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // A day in words has three or four of them.
        let day = [1, 3, 4].into_iter().find_map(|length| {
            let text = words.get(at..at + length)?.join(" ");
            let day = date::parse(&text, DateOrder::Dmy);
            let other = date::parse(&text, DateOrder::Mdy);
            Some((length, day.or(other)?, other, text))
        });
        let Some((length, day, other, text)) = day.filter(|(length, .., text)| *length > 1 || text.len() >= 8) else {
            at += 1;
            continue;
        };
        let before = normalize(&words.get(..at).unwrap_or_default().join(" "));
        let near: Vec<&str> = before.split(' ').rev().take(2).collect();
        let near_text = near.iter().rev().copied().collect::<Vec<_>>().join(" ");
        let last = near.first().copied().unwrap_or_default();
        let mut weight = 0;
        weight += if has_any(&near_text, AS_OF) { 2 } else { 0 };
        weight -= if has_any(&before, PRINTED) { 3 } else { 0 };
        weight -= if FROM.contains(&last) { 2 } else { 0 };
        weight -= i32::from(has_any(&before, YEAR));
        found.push(Candidate { weight, day, other, text });
        at += length;
    }
    found
}

/// The end of a month named without a day, as in "Décembre 2025".
fn month_end(line: &str) -> Option<NaiveDate> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let month = words.windows(2).rev().find_map(|pair| date::parse_month(&pair.join(" "), DateOrder::Dmy));
    month.map(Month::last_day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::DecimalMark;

    fn day(lines: &[&str], has_dollars: bool) -> Option<String> {
        let writing =
            Writing { mark: DecimalMark::Comma, order: DateOrder::Dmy, is_order_assumed: true, is_mark_assumed: true };
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        read(&lines, writing, has_dollars).as_of.map(|day| day.to_string())
    }

    #[test]
    fn the_day_of_a_report_is_told_from_that_of_its_printing() {
        let cases: [(&[&str], &str); 9] = [
            (&["Exercice du 01/01/2025 au 31/12/2025", "Balance âgée au 30/09/2025"], "2025-09-30"),
            (&["Exercice du 01/01/2025 au 31/12/2025", "Balance âgée"], "2025-12-31"),
            (&["Balance âgée au 31/12/2025", "Page 1 / 2"], "2025-12-31"),
            (&["Édité le 05/01/2026", "Situation au 31/12/2025"], "2025-12-31"),
            (&["As of December 31, 2025"], "2025-12-31"),
            (&["As of Dec 31 2025"], "2025-12-31"),
            (&["Grand livre du 01/10/2025 au 31/12/2025"], "2025-12-31"),
            (&["75011 Paris", "Balance au 31 décembre 2025"], "2025-12-31"),
            (&["Décembre 2025"], "2025-12-31"),
        ];
        for (lines, expected) in cases {
            assert_eq!(day(lines, false).as_deref(), Some(expected), "{lines:?}");
        }
        assert_eq!(day(&["As of 12/05/2025"], true).as_deref(), Some("2025-12-05"));
        assert_eq!(day(&["Balance clients"], false), None);
    }
}
