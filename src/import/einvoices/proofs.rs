//! What documents say twice.

use rust_decimal::Decimal;

use super::amount::parsed;
use super::invoice::EInvoice;

/// Sums that are said twice, over all documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Documents that say both.
    pub documents: u32,
    /// Documents where both agree, to the cent.
    pub hold: u32,
    /// What one side makes.
    pub expected: Decimal,
    /// What the other says.
    pub found: Decimal,
}

/// What is said twice, in order: the lines and their sum; that with what is taken off and put on, and the total without tax;
/// that, the tax and the total with it; that less what was paid and what is due.
pub const PROOFS: [&str; 4] = [
    "Σ BT-131 = BT-106",
    "BT-106 − BT-107 + BT-108 = BT-109",
    "BT-109 + BT-110 = BT-112",
    "BT-112 − BT-113 + BT-114 = BT-115",
];

/// Adds what one document says.
pub fn prove(proofs: &mut [Proof; PROOFS.len()], invoice: &EInvoice) {
    let amount = |text: &Option<String>| text.as_deref().and_then(parsed);
    let or_nothing = |text: &Option<String>| amount(text).or_else(|| text.is_none().then_some(Decimal::ZERO));
    let (excl, incl) = (amount(&invoice.total_excl), amount(&invoice.total_incl));
    let lines_total = amount(&invoice.lines_total);
    let lines = invoice.lines.net.filter(|_| invoice.lines.count > 0).zip(lines_total);
    let net = lines_total.zip(or_nothing(&invoice.allowances)).zip(or_nothing(&invoice.charges));
    let net = net.map(|((lines, allowances), charges)| lines - allowances + charges).zip(excl);
    let taxed = excl.zip(amount(&invoice.tax)).map(|(excl, tax)| excl + tax).zip(incl);
    let due = incl.zip(or_nothing(&invoice.prepaid)).zip(or_nothing(&invoice.rounding));
    let due = due.map(|((incl, prepaid), rounding)| incl - prepaid + rounding).zip(amount(&invoice.payable));
    // The smallest profile does not say what was paid.
    let due = due.filter(|_| invoice.prepaid.is_some() || invoice.lines.count > 0);
    for (proof, said) in proofs.iter_mut().zip([lines, net, taxed, due]) {
        let Some((expected, found)) = said else { continue };
        proof.documents += 1;
        proof.hold += u32::from((expected - found).abs() < Decimal::new(1, 2));
        proof.expected += expected;
        proof.found += found;
    }
}

/// A number that ends in digits: what stands before them, and the digits.
fn parts_of(number: &str) -> Option<(&str, u64, usize)> {
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count().min(9);
    let (before, run) = number.split_at_checked(number.len() - digits)?;
    Some((before, run.parse().ok()?, digits)).filter(|_| digits >= 2)
}

/// Numbers that are missing in runs of them, and the first. A run has at least ten numbers that start alike and follow each
/// other for the most part.
#[must_use]
pub fn missing_numbers<'a>(numbers: impl Iterator<Item = &'a str>) -> (u64, Option<String>) {
    const SHORTEST: usize = 10;
    let mut runs: Vec<(&str, u64, usize)> = numbers.filter_map(parts_of).collect();
    runs.sort_unstable();
    runs.dedup();
    let (mut missing, mut first) = (0, None);
    for run in runs.chunk_by(|one, other| one.0 == other.0 && one.2 == other.2) {
        let (Some((before, low, width)), Some((_, high, _))) = (run.first(), run.last()) else { continue };
        let count = u64::try_from(run.len()).unwrap_or(u64::MAX);
        let absent = (high - low + 1).saturating_sub(count);
        if run.len() < SHORTEST || absent == 0 || absent * 4 > count {
            continue;
        }
        missing += absent;
        let gap = run.iter().zip(run.iter().skip(1)).find(|(one, next)| next.1 > one.1 + 1);
        first = first.or_else(|| gap.map(|(one, _)| format!("{before}{:0width$}", one.1 + 1)));
    }
    (missing, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_in_a_run_is_found() {
        let numbers: Vec<String> =
            (1..=20).filter(|number| *number != 7).map(|number| format!("FA-{number:04}")).collect();
        assert_eq!(missing_numbers(numbers.iter().map(String::as_str)), (1, Some("FA-0007".to_owned())));
        assert_eq!(missing_numbers(["A1", "A2", "B9"].into_iter()), (0, None));
    }
}
