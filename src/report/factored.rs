//! What was handed over to a factor, and the DSO without and with it.

use rust_decimal::Decimal;

use super::figures::{DsoPair, FactoredFigure};
use crate::at::At;
use crate::measures::Basis;
use crate::money::published;
use crate::series::Series;

/// The published DSO beside the economic one; `None` where nothing was handed over by the date.
pub(super) fn factored(history: &Series, at: &At) -> Option<FactoredFigure> {
    let last = history.last();
    let known = last.factored.filter(|amount| !amount.is_zero());
    // An amount that is typed in stands in for what the data lacks.
    let typed = at.balances.factored.filter(|amount| known.is_none() && !amount.is_zero());
    let amount = known.or(typed)?;
    let counts = at.conventions.scope.factored && known.is_some();
    let published_series = if counts { history.clone().with_factored(false) } else { history.clone() };
    let as_of_month = history.last_month();
    let with_typed = published_series.clone().changed(|month, row| {
        if month == as_of_month {
            row.factored = Some(amount);
            row.receivables = row.receivables.or(at.balances.receivables);
        }
    });
    Some(FactoredFigure {
        amount: published(amount),
        overdue: last.factored_overdue.filter(|_| known.is_some()).map(published),
        is_typed: known.is_none(),
        counts,
        published: pair(&published_series, at),
        economic: pair(&with_typed.with_factored(true), at),
    })
}

fn pair(series: &Series, at: &At) -> DsoPair {
    let basis = Basis::new(series, &at.conventions, &at.balances);
    let rolled = basis.roll_back_dso().ok();
    DsoPair {
        receivables: basis.receivables().map_or(Decimal::ZERO, published),
        accounting_dso: basis.accounting_dso().ok().map(|dso| dso.days),
        exhausted: rolled.as_ref().is_some_and(|dso| dso.is_lower_bound),
        roll_back_dso: rolled.map(|dso| dso.days),
    }
}
