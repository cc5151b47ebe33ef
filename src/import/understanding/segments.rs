//! Columns that the figures can be split by, told by their headings: salesperson, region, business unit and the like.

use super::concepts::Concept as C;
use super::profile::Profile;
use super::readings::{Because, Reading};
use super::roles::ColumnType;
use crate::import::field::Field;
use crate::import::source::Kind;
use crate::ledger::MOST_SEGMENTS;

/// In so few rows values that all differ may come again in another file.
const FEW_ROWS: usize = 10;

/// Marks columns that nothing else is read from, whose heading names a segment and whose values come again.
pub fn mark(reading: &mut Reading, profiles: &[Profile]) {
    let is_of_rows = matches!(reading.kind, Some(Kind::Invoices | Kind::CustomerLedger | Kind::AgedBalance));
    if !is_of_rows {
        return;
    }
    // One value alone is one of several where another file has others, as are those of a few rows.
    let comes_again = |profile: &Profile| {
        profile.distinct > 0 && (profile.distinct * 3 <= profile.filled * 2 || profile.filled <= FEW_ROWS)
    };
    let found: Vec<usize> = profiles
        .iter()
        .filter(|profile| !reading.uses(profile.column) && profile.concepts.has(C::Segment))
        .filter(|profile| !profile.concepts.has_any(&[C::Amount, C::Date, C::Rate, C::Count, C::Status]))
        .filter(|profile| matches!(profile.kind, ColumnType::Text | ColumnType::Integer) && comes_again(profile))
        .map(|profile| profile.column)
        .take(MOST_SEGMENTS)
        .collect();
    for column in found {
        reading.take(Field::Segment, column, Because::Heading);
    }
}
