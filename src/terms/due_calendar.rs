//! What falls due when: the calendar that due dates make, known before anybody has paid.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::ledger::Ledger;
use crate::money::{self, published};
use crate::period::Month;

/// A month in which invoices fall due.
#[apply(answer!)]
pub struct DueMonth {
    /// The month; `null` for what says no day, credit notes most of all.
    pub month: Option<Month>,
    /// What falls due in it of what was issued by the date and is not due yet, tax included, credit notes taken off.
    pub amount: Decimal,
    /// How many invoices.
    pub count: u32,
}

/// What falls due after `as_of` of the invoices issued by then, by month, and last what says no day: of each what is open on
/// that day, or all of it where nobody knows what is paid. Nothing where none says when it is due.
///
/// ```
/// use chrono::NaiveDate;
/// use encours::data::Dataset;
/// use encours::import::source::ImportOptions;
/// use encours::terms::due_calendar;
///
/// let list = b"number;issued;due;amount;status\n1;2026-01-10;2026-02-09;100;payment unknown\n2;2026-01-20;2026-03-31;250;payment unknown\n3;2026-01-25;;-40;payment unknown\n";
/// let (_, dataset) = Dataset::load(list, &ImportOptions::default());
/// let data = dataset.map(|dataset| dataset.data);
/// let invoices = data.as_ref().and_then(|data| data.list()).map(|list| due_calendar(list, NaiveDate::from_ymd_opt(2026, 1, 31).unwrap_or_default()));
/// let months: Vec<String> = invoices.unwrap_or_default().iter().map(|of| format!("{} {}", of.month.map_or("?".into(), |month| month.to_string()), of.amount)).collect();
/// assert_eq!(months, ["2026-02 100", "2026-03 250", "? -40"]);
/// ```
#[must_use]
pub fn due_calendar(ledger: &Ledger, as_of: NaiveDate) -> Vec<DueMonth> {
    let mut months: BTreeMap<(bool, Option<Month>), (i128, u32)> = BTreeMap::new();
    for invoice in ledger.invoices().filter(|invoice| !invoice.on_account) {
        if invoice.due.is_some_and(|due| due <= as_of) {
            continue;
        }
        let units = i128::from(invoice.outstanding_at(as_of).units());
        if units != 0 {
            let (sum, count) = months.entry((invoice.due.is_none(), invoice.due.map(Month::of))).or_default();
            *sum += units;
            *count = count.saturating_add(invoice.count);
        }
    }
    if months.keys().all(|(_, month)| month.is_none()) {
        return Vec::new();
    }
    let month = |((_, month), (units, count))| DueMonth { month, amount: published(money::total(units)), count };
    months.into_iter().map(month).collect()
}
