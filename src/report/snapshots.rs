//! The figures that need invoices, or the lines that a FEC and an aged balance have in their place.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::aged_balance::{AgedBalance, BOUNDS, CustomerAges};
use crate::conventions::Conventions;
use crate::data::Data;
use crate::error::Error;
use crate::fec::Fec;
use crate::ledger::{Invoice, Ledger};
use crate::measures::concentration::concentration;
use crate::measures::days_to_pay::DaysSum;
use crate::measures::{AgeBand, Basis, ConcentrationFigure, MeanDaysFigure, Snapshot};
use crate::money::{self, published};
use crate::period::add_days;
use crate::series::Series;

/// What the lines of a dataset say at the as-of date.
pub struct Snapshots {
    to_pay: DaysSum,
    late: DaysSum,
    aging: Option<Vec<AgeBand>>,
    /// By customer; `None` where the data does not tell customers apart.
    balances: Option<Vec<i128>>,
    /// Open invoices; `None` where there are none to count.
    pub open_count: Option<u32>,
    /// Invoices issued after the as-of date.
    pub issued_later: u64,
}

impl Snapshots {
    /// One pass over the lines, if there are any.
    pub fn of(data: &Data, history: &Series, basis: &Basis<'_>, conventions: &Conventions) -> Self {
        let (as_of, start) = (history.as_of(), basis.window.first.first_day());
        let empty = || Snapshot::new(as_of, start, conventions.scope, &conventions.aging_bounds);
        match data {
            Data::Ledger(ledger) => {
                let snapshot = empty().of(ledger);
                let is_aged = ledger.has_due_dates();
                let open_count = snapshot.ages.count();
                Self { open_count: Some(open_count), ..Self::new(snapshot, is_aged, ledger.names_customers()) }
            }
            Data::Fec(fec) => Self::of_fec(fec, empty, as_of, conventions),
            Data::AgedBalance(balance) => Self::of_aged_balance(balance),
            Data::Series(_) | Data::Issued(_) => Self::new(empty(), false, false),
        }
    }

    fn new(snapshot: Snapshot<'_>, is_aged: bool, names_customers: bool) -> Self {
        let Snapshot { to_pay, late, ages, balances, issued_later, .. } = snapshot;
        let aging = is_aged.then(|| bands(ages.bounds(), ages.units(), Some(ages.counts())));
        let open_count = is_aged.then(|| ages.count());
        Self { to_pay, late, aging, balances: names_customers.then_some(balances), open_count, issued_later }
    }

    /// Days to pay from lettering; ages once a term is given.
    fn of_fec<'a>(fec: &Fec, empty: impl Fn() -> Snapshot<'a>, as_of: NaiveDate, conventions: &Conventions) -> Self {
        let mut snapshot = empty();
        let term = conventions.term_days;
        for item in fec.years().iter().flat_map(|year| year.items.invoices()) {
            let due = term.map(|days| add_days(item.issued, i64::from(days)));
            snapshot.count_days(&Invoice { due, ..item });
        }
        if let Some((year, term)) = fec.year_of(as_of).zip(term) {
            year.due_after(term, conventions.scope).for_each(|item| snapshot.add_age(&item));
        }
        let customers = fec.year_of(as_of).map(|year| year.ledger(conventions)).filter(Ledger::names_customers);
        let is_told_apart = customers.is_some();
        if let Some(ledger) = customers {
            snapshot.balances = empty().of(&ledger).balances;
        }
        Self::new(snapshot, term.is_some(), is_told_apart)
    }

    fn of_aged_balance(balance: &AgedBalance) -> Self {
        let mut sums = [0_i128; BOUNDS.len() + 2];
        for customer in &balance.customers {
            sums.iter_mut().zip(&customer.ages).for_each(|(sum, amount)| *sum += i128::from(amount.units()));
        }
        Self {
            to_pay: DaysSum::default(),
            late: DaysSum::default(),
            aging: balance.knows_not_due.then(|| bands(&BOUNDS, &sums, None)),
            balances: Some(balance.customers.iter().map(CustomerAges::total).collect()),
            open_count: None,
            issued_later: 0,
        }
    }

    /// Days to pay.
    pub fn to_pay(&self) -> Result<MeanDaysFigure, Error> {
        Ok(MeanDaysFigure::from(&self.to_pay.mean()?).without_late())
    }

    /// Days late.
    pub fn late(&self) -> Result<MeanDaysFigure, Error> {
        // What was settled without a due date was, if not late, not early either.
        let mean = self.late.mean().map_err(|error| match (error, self.to_pay.mean()) {
            (Error::NoSettledInvoices, Ok(_)) => Error::MissingOverdue,
            (error, _) => error,
        });
        Ok(MeanDaysFigure::from(&mean?))
    }

    /// Receivables by age.
    pub fn aging(&self) -> Option<Vec<AgeBand>> {
        self.aging.clone()
    }

    /// How many open invoices are overdue.
    pub fn overdue_count(&self) -> Option<u32> {
        self.aging.as_ref()?.iter().skip(1).try_fold(0, |sum: u32, band| Some(sum.saturating_add(band.count?)))
    }

    /// Concentration of the receivables.
    pub fn concentration(&self) -> Result<ConcentrationFigure, Error> {
        let mut balances = self.balances.clone().ok_or(Error::NoCustomers)?;
        concentration(&mut balances).map(ConcentrationFigure::from).ok_or(Error::NoReceivables)
    }
}

/// Bands as they cross, with their shares.
pub fn bands(bounds: &[u32], units: &[i128], counts: Option<&[u32]>) -> Vec<AgeBand> {
    let total: i128 = units.iter().sum();
    let share = |units: i128| (total > 0).then(|| money::total(units) * Decimal::ONE_HUNDRED / money::total(total));
    let mut bounds = bounds.iter().copied();
    let mut from_days = None;
    let mut band = |(index, units): (usize, &i128)| {
        let to_days = if from_days.is_none() { Some(0) } else { bounds.next() };
        let band = AgeBand {
            from_days,
            to_days,
            amount: published(money::total(*units)),
            share_percent: share(*units).map(published),
            count: counts.and_then(|counts| counts.get(index).copied()),
        };
        from_days = to_days.map(|days| days + 1);
        band
    };
    units.iter().enumerate().map(&mut band).collect()
}
