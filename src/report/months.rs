//! The figures at every month-end, and what changed between two of them.

use chrono::NaiveDate;

use super::figures::{MonthFigures, ReportRequest};
use crate::at::TypedBalances;
use crate::conventions::Conventions;
use crate::measures::{Basis, CapitalBridge, Comparison, DsoChanges};
use crate::money::published;
use crate::period::Month;
use crate::series::Series;

/// Both DSO and their parts at every month-end: each month is the as-of date of its own history.
pub fn months(history: &Series, conventions: &Conventions) -> Vec<MonthFigures> {
    let none = TypedBalances::default();
    history
        .months()
        .map(|(month, row)| {
            let past = history.up_to(month.last_day().min(history.as_of())).ok();
            let basis = past.as_ref().map(|past| Basis::new(past, conventions, &none));
            let basis = basis.as_ref();
            let roll_back = basis.and_then(|basis| basis.roll_back_dso().ok());
            let both = basis.and_then(|basis| basis.split().ok());
            let roll_back_split = both.as_ref().filter(|split| !split.exhausted);
            let roll_back_split = roll_back_split.and_then(|split| split.roll_back.clone());
            let split = both.map(|split| split.accounting);
            MonthFigures {
                month,
                sales_incl_tax: row.sales_incl_tax.map(published),
                sales_excl_tax: row.sales_excl_tax.map(published),
                receivables: row.receivables.map(published),
                overdue: row.overdue.map(published),
                disputed: row.disputed.map(published),
                disputed_overdue: row.disputed_overdue.map(published),
                factored: row.factored.filter(|amount| !amount.is_zero()).map(published),
                payables: row.payables.map(published),
                purchases: row.purchases.map(published),
                inventory: row.inventory.map(published),
                accounting_dso: basis.and_then(|basis| basis.accounting_dso().ok()).map(|figure| figure.days),
                roll_back_dso: roll_back.filter(|figure| !figure.is_lower_bound).map(|figure| figure.days),
                best_possible_dso: basis.and_then(|basis| basis.best_possible_dso().ok()?.days),
                term_days: split.as_ref().map(|split| split.term),
                late_days: split.as_ref().map(|split| split.late),
                disputed_days: split.map(|split| split.disputed),
                roll_back_split,
            }
        })
        .collect()
}

/// What changed since the date asked for: a year before, or else the first month-end that can be compared with. `None`
/// if there is none.
pub fn comparison(history: &Series, request: &ReportRequest) -> Option<Comparison> {
    let to = history.as_of();
    let year_before = Month::of(to).plus(-12).last_day();
    let earlier = || history.months().map(|(month, _)| month.last_day()).take_while(|date| *date < to);
    let wanted = [request.compare_to.unwrap_or(year_before)];
    let wanted = wanted.into_iter().filter(|date| *date < to);
    // A date that was asked for is taken or nothing: another one would answer another question.
    let others = earlier().filter(|_| request.compare_to.is_none());
    wanted.chain(others).find_map(|from| compared(history, request, from))
}

fn compared(history: &Series, request: &ReportRequest, from: NaiveDate) -> Option<Comparison> {
    let conventions = &request.conventions;
    let (none, past) = (TypedBalances::default(), history.up_to(from).ok()?);
    let before = Basis::new(&past, conventions, &none);
    let after = Basis::new(history, conventions, &request.balances);
    let found = DsoChanges::between(before.state().ok()?, after.state().ok()?);
    let capital = before.working_capital().ok().zip(after.working_capital().ok());
    Some(Comparison {
        from,
        to: history.as_of(),
        accounting: found.accounting,
        roll_back: found.roll_back,
        is_split: found.is_split,
        working_capital: capital.map(|(before, after)| CapitalBridge {
            before: before.amount,
            after: after.amount,
            inventory: published(after.inventory - before.inventory),
            receivables: published(after.receivables - before.receivables),
            payables: published(after.payables - before.payables),
        }),
    })
}
