//! A table of rates as it is typed, pasted or read from a file: currency, month, closing and average rate.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use super::currency::Currency;
use super::date;
use super::source::DateOrder;
use super::words::normalize;
use crate::period::Month;
use crate::rates::Rate;

/// A table of rates as text.
#[apply(request!)]
pub struct RateTableRequest {
    /// A line for each rate; the first one may be a heading.
    pub text: String,
}

/// What a table of rates says.
#[apply(answer!)]
pub struct RateTable {
    /// The rates, in their order.
    pub rates: Vec<Rate>,
    /// Lines that say none, by their number from 1, at most 50.
    pub rejected: Vec<RejectedRate>,
}

/// A line that says no rate.
#[apply(answer!)]
pub struct RejectedRate {
    /// Its number, from 1.
    pub line: u32,
    /// What is written there.
    pub text: String,
}

/// Rejected lines that are named.
const MOST_REJECTED: usize = 50;

/// Rates that are read; more months than any history has, of more currencies than a group.
const MOST_RATES: usize = 10_000;

/// Reads a table of rates. Cells stand apart by a tab, a semicolon, a bar or two spaces; by a comma where none of these is
/// there. A month may be left out, and one of the two rates: the other stands for it.
///
/// ```
/// use encours::import::rate_table::{RateTableRequest, read_rates};
///
/// let text = "devise;mois;clôture;moyenne\nUSD;2025-03;0,9246;0,9253\nJPY;;0,0062".to_owned();
/// let table = read_rates(&RateTableRequest { text });
/// assert_eq!(table.rates.len(), 2);
/// assert!(table.rejected.is_empty());
/// ```
#[must_use]
pub fn read_rates(request: &RateTableRequest) -> RateTable {
    let mut table = RateTable { rates: Vec::new(), rejected: Vec::new() };
    let mut is_average_first = false;
    for (number, line) in (1_u32..).zip(request.text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let cells = cells(line);
        match rate(&cells, is_average_first) {
            Some(rate) if table.rates.len() < MOST_RATES => table.rates.push(rate),
            _ if table.rates.is_empty() && table.rejected.is_empty() && is_heading(line) => {
                let says = |words: &[&str]| {
                    cells.iter().position(|cell| words.iter().any(|word| normalize(cell).contains(word)))
                };
                let (average, closing) = (says(&["moyen", "average", "mean"]), says(&["clotur", "closing", "fin"]));
                is_average_first = average.is_some_and(|average| closing.is_none_or(|closing| average < closing));
            }
            _ if table.rejected.len() < MOST_REJECTED => {
                table.rejected.push(RejectedRate { line: number, text: line.trim().to_owned() });
            }
            _ => {}
        }
    }
    table
}

fn cells(line: &str) -> Vec<&str> {
    let delimiter = ["\t", ";", "|", "  "].into_iter().find(|delimiter| line.contains(delimiter)).unwrap_or(",");
    line.split(delimiter).map(str::trim).filter(|cell| delimiter != "  " || !cell.is_empty()).collect()
}

fn is_heading(line: &str) -> bool {
    !line.bytes().any(|byte| byte.is_ascii_digit())
}

/// A currency, a month if there is one, one or two numbers.
fn rate(cells: &[&str], is_average_first: bool) -> Option<Rate> {
    let (currency, rest) = cells.split_first()?;
    let currency = code(currency)?;
    let (month, numbers) = match rest.split_first() {
        Some((&"", numbers)) => (None, numbers),
        Some((cell, numbers)) => match month(cell) {
            Some(month) => (Some(month), numbers),
            None => (None, rest),
        },
        None => return None,
    };
    let mut found = Vec::new();
    for cell in numbers {
        found.push(if cell.is_empty() { None } else { Some(decimal(cell)?) });
    }
    let (first, second) = match found.as_slice() {
        [first] => (*first, None),
        [first, second] => (*first, *second),
        _ => return None,
    };
    let (closing, average) = if is_average_first { (second, first) } else { (first, second) };
    (closing.is_some() || average.is_some()).then_some(Rate { currency, month, closing, average })
}

/// `USD`, `$`, `dollar`.
fn code(cell: &str) -> Option<String> {
    let named = Currency::of_sign_or_word(cell).map(|currency| currency.as_str().to_owned());
    let is_code = cell.len() == 3 && cell.bytes().all(|byte| byte.is_ascii_alphabetic());
    named.or_else(|| is_code.then(|| cell.to_uppercase()))
}

fn month(cell: &str) -> Option<Month> {
    date::parse_month(cell, DateOrder::Ymd).or_else(|| date::parse(cell, DateOrder::Ymd).map(Month::of))
}

/// A rate has one decimal mark and may have many decimals: `0,9246`, `1.0815`.
fn decimal(cell: &str) -> Option<Decimal> {
    let plain: String = cell.chars().filter(|char| !char.is_whitespace()).collect();
    let marks = plain.chars().filter(|char| matches!(char, ',' | '.')).count();
    let plain = if marks == 1 { plain.replace(',', ".") } else { plain };
    let rate = plain.parse::<Decimal>().ok()?;
    (rate.abs() < Decimal::from(1_000_000) && rate.scale() <= 18).then_some(rate)
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    fn read(text: &str) -> RateTable {
        read_rates(&RateTableRequest { text: text.to_owned() })
    }

    #[test]
    fn a_table_is_read_as_it_is_pasted() {
        for text in [
            "devise\tmois\tclôture\tmoyenne\nUSD\t03/2025\t0,92\t0,93",
            "currency;month;average;closing\nUSD;2025-03;0.93;0.92",
            "USD | mars 2025 | 0,92 | 0,93",
            "$;31/03/2025;0,92;0,93",
            "USD,2025-03,0.92,0.93",
        ] {
            let table = read(text);
            let month = Month::new(2025, 3);
            let (closing, average) = (Some(dec!(0.92)), Some(dec!(0.93)));
            assert_eq!(table.rates, [Rate { currency: "USD".to_owned(), month, closing, average }], "{text}");
        }
    }

    #[test]
    fn what_is_no_rate_is_told_with_its_line() {
        let table = read("USD;2025-03;0,92\n\nGBP;2025-03\nrien;1;2\nUSD;2025-04;abc\nJPY;0,0062");
        assert_eq!(table.rates.len(), 2);
        let lines: Vec<u32> = table.rejected.iter().map(|rejected| rejected.line).collect();
        assert_eq!(lines, [3, 4, 5]);
    }
}
