//! "Net à payer", "Amount due": what a document asks for, or what is left of it. Rows that are paid tell.

use super::concepts::Concept as C;
use super::profile::Profile;
use super::relations::Values;
use super::roles::ColumnType;
use super::sheet::Row;

/// Columns whose heading may mean what is open, but that hold an amount where most rows that are paid hold one too:
/// what was asked for, and no balance.
#[must_use]
pub fn asked_for(profiles: &[Profile], rows: &[&Row], values: &Values) -> Vec<usize> {
    let is_payable = |profile: &&Profile| {
        let may_be = profile.says_any(&[C::ToPay, C::Due, C::Open]) && !profile.says(C::Excl);
        // What is called open is believed, unless it is the amount all over again.
        profile.may_be_money() && may_be && (!profile.says(C::Open) || is_copy(profile, profiles, values))
    };
    let payables = profiles.iter().filter(is_payable).map(|profile| profile.column);
    payables.filter(|column| is_asked_for(*column, profiles, rows, values)).collect()
}

/// Are its numbers those of another column?
fn is_copy(profile: &Profile, profiles: &[Profile], values: &Values) -> bool {
    let own = values.column(profile.column);
    let mut others = profiles.iter().filter(|other| other.column != profile.column && !other.says(C::Pay));
    own.is_some() && others.any(|other| values.column(other.column) == own)
}

fn is_asked_for(column: usize, profiles: &[Profile], rows: &[&Row], values: &Values) -> bool {
    let Some(asked) = values.column(column) else { return false };
    let says_paid =
        |profile: &&Profile| profile.says(C::Pay) && !profile.says_any(&[C::Planned, C::Due, C::ToPay, C::Mode]);
    let paying = || profiles.iter().filter(says_paid).filter(|profile| profile.column != column);
    let is_dated = |row: &Row| {
        let mut days = paying().filter(|profile| profile.kind == ColumnType::Date);
        days.any(|profile| row.filled(profile.column).is_some_and(|cell| cell.date.is_some()))
    };
    // The whole of it was paid, and still it stands there.
    let is_paid_whole = |place: usize, amount: i64| {
        let mut amounts = paying().filter(|profile| profile.may_be_money());
        amounts.any(|profile| {
            values.column(profile.column).and_then(|paid| paid.get(place).copied().flatten()) == Some(amount)
        })
    };
    let (mut paid, mut standing) = (0, 0);
    for (place, (row, amount)) in rows.iter().zip(asked).enumerate() {
        let amount = amount.unwrap_or(0);
        if is_dated(row) || is_paid_whole(place, amount) {
            paid += 1;
            standing += usize::from(amount != 0);
        }
    }
    paid > 0 && standing * 2 > paid
}
