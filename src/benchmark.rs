//! Where a firm stands among those of its activity: days on the basis of published accounts, beside the DSO of the report.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::at::At;
use crate::bounds::{self, Bounds};
use crate::conventions::{Balance, Conventions, DayBasis};
use crate::data::{Data, Dataset};
use crate::error::Error;
use crate::measures::{Basis, CostBase};
use crate::money::published;
use crate::series::Series;

/// Months of turnover that published accounts are about.
const YEAR_MONTHS: u32 = 12;

/// The quartiles of an activity, in days.
#[apply(request!)]
#[derive(Copy)]
pub struct Quartiles {
    /// A quarter of its firms have fewer days.
    pub first: Decimal,
    /// Half of them have.
    pub median: Decimal,
    /// Three quarters of them have.
    pub third: Decimal,
}

impl Quartiles {
    fn check(&self) -> Result<(), Error> {
        bounds::DSO_DAYS.check("first", self.first)?;
        Bounds { least: self.first, ..bounds::DSO_DAYS }.check("median", self.median)?;
        Bounds { least: self.median, ..bounds::DSO_DAYS }.check("third", self.third)
    }

    fn quarter(&self, days: Decimal) -> Quarter {
        match days {
            days if days <= self.first => Quarter::First,
            days if days <= self.median => Quarter::Second,
            days if days <= self.third => Quarter::Third,
            _ => Quarter::Fourth,
        }
    }
}

/// A comparison with an activity.
#[apply(request!)]
pub struct BenchmarkRequest {
    /// Where it is asked.
    #[serde(default)]
    pub baseline: At,
    /// Days of customers in the activity; without them only the own days are answered.
    #[serde(default)]
    pub customers: Option<Quartiles>,
    /// Days of suppliers in the activity.
    #[serde(default)]
    pub suppliers: Option<Quartiles>,
    /// The rate of VAT that amounts are brought to excluding tax with, where the data does not say: 20 in France for most
    /// sales.
    pub vat_percent: Decimal,
}

/// A quarter of the firms, by their days, the shortest first.
#[apply(answer!)]
#[derive(Copy)]
pub enum Quarter {
    /// Up to the first quartile.
    First,
    /// Up to the median.
    Second,
    /// Up to the third quartile.
    Third,
    /// Beyond it.
    Fourth,
}

/// What reaching a quartile would free.
#[apply(answer!)]
#[derive(Copy)]
pub struct Reach {
    /// Days to lose.
    pub days: Decimal,
    /// Receivables less, including tax, at the same sales.
    pub amount: Decimal,
}

/// Days on the basis of published accounts.
#[apply(answer!)]
#[derive(Copy)]
pub struct PublishedDays {
    /// Balance including tax ÷ flow excluding tax × 360, over the year.
    pub days: Decimal,
    /// The balance at the as-of date, including tax.
    pub balance: Decimal,
    /// The flow of the window, excluding tax.
    pub flow: Decimal,
    /// The rate of VAT taken off the flow; `None` where the data has it without.
    pub vat_percent: Option<Decimal>,
    /// Where it stands.
    pub quarter: Option<Quarter>,
}

/// From the accounting DSO of the report to the days of published accounts: each step changes one thing.
#[apply(answer!)]
#[derive(Copy)]
pub struct Bridge {
    /// The accounting DSO of the report.
    pub dso: Decimal,
    /// Days added by the sales of twelve months, and the closing balance, instead of the window of the report.
    pub window: Decimal,
    /// Days added by a year of 360 days.
    pub year: Decimal,
    /// Days added by sales without tax.
    pub tax: Decimal,
    /// Their sum: the days of published accounts.
    pub days: Decimal,
}

/// A firm among those of its activity.
#[apply(answer!)]
pub struct BenchmarkAnswer {
    /// Months of sales that were looked at: fewer than twelve where the history is shorter.
    pub months: u32,
    /// Turnover of a year excluding tax, which says the class of turnover.
    pub turnover_of_year: Decimal,
    /// Days of customers.
    pub customers: PublishedDays,
    /// Days of suppliers, where payables and what suppliers invoiced are known.
    pub suppliers: Option<PublishedDays>,
    /// What purchases those are set against.
    pub supplier_base: Option<CostBase>,
    /// What the median would free; `None` where it is reached.
    pub to_median: Option<Reach>,
    /// What the best quarter would free; `None` where it is reached.
    pub to_first: Option<Reach>,
    /// Why these days are not the DSO of the report; `None` where that is undefined.
    pub bridge: Option<Bridge>,
}

/// Days on the basis of published accounts, against the quartiles of an activity: receivables including tax ÷ turnover
/// of the last twelve months excluding tax × 360. A history of fewer months is set against 30 days for each of them.
///
/// Source: "Délai de règlement clients" of the Banque de France's ratios on accounts filed with the INPI, as
/// data.economie.gouv.fr publishes them; that receivables include VAT and turnover does not follows from French
/// accounts.
///
/// # Errors
///
/// [`Error::NoSales`], [`Error::MissingReceivables`], [`Error::NegativeReceivables`], [`Error::OutOfRange`], and those of
/// a history.
pub fn benchmark(dataset: &Dataset, request: &BenchmarkRequest) -> Result<BenchmarkAnswer, Error> {
    bounds::PERCENT.check("vatPercent", request.vat_percent)?;
    for quartiles in [&request.customers, &request.suppliers].into_iter().flatten() {
        quartiles.check()?;
    }
    let At { conventions, balances, .. } = &request.baseline;
    conventions.check()?;
    let history = dataset.history(&request.baseline)?;
    let on_accounts = Conventions {
        window_months: YEAR_MONTHS,
        day_basis: DayBasis::Year360,
        balance: Balance::Closing,
        ..conventions.clone()
    };
    let basis = Basis::new(&history, &on_accounts, balances);
    let (sales, excludes_tax) = basis.sales_excluding_tax();
    let without_tax = Decimal::ONE + request.vat_percent / Decimal::ONE_HUNDRED;
    let turnover = sales.map(|sales| if excludes_tax { sales } else { sales / without_tax });
    let turnover = turnover.filter(|sales| *sales > Decimal::ZERO).ok_or(Error::NoSales)?;
    let receivables = basis.receivables()?;
    let days = receivables * basis.window.days / turnover;
    let reach = |goal: fn(&Quartiles) -> Decimal| {
        let goal = goal(request.customers.as_ref()?);
        (days > goal).then(|| Reach {
            days: published(days - goal),
            amount: published(receivables - goal * turnover / basis.window.days),
        })
    };
    let suppliers = basis.dpo().ok().filter(|dpo| dpo.cost > Decimal::ZERO).map(|dpo| {
        let excludes_tax = match dpo.base {
            CostBase::SupplierInvoices => false,
            // Those of a FEC are its accounts 60x.
            CostBase::Purchases => matches!(dataset.data, Data::Fec(_)),
            CostBase::CostOfSales => true,
        };
        let flow = if excludes_tax { dpo.cost } else { dpo.cost / without_tax };
        let days = dpo.balance * basis.window.days / flow;
        let published = PublishedDays {
            days: published(days),
            balance: dpo.balance,
            flow: published(flow),
            vat_percent: (!excludes_tax).then_some(request.vat_percent),
            quarter: request.suppliers.map(|quartiles| quartiles.quarter(days)),
        };
        (published, dpo.base)
    });
    Ok(BenchmarkAnswer {
        months: basis.window.months,
        turnover_of_year: published(turnover / basis.window.years),
        customers: PublishedDays {
            days: published(days),
            balance: published(receivables),
            flow: published(turnover),
            vat_percent: if excludes_tax { conventions.vat_percent } else { Some(request.vat_percent) },
            quarter: request.customers.map(|quartiles| quartiles.quarter(days)),
        },
        supplier_base: suppliers.map(|(_, base)| base),
        suppliers: suppliers.map(|(days, _)| days),
        to_median: reach(|quartiles| quartiles.median),
        to_first: reach(|quartiles| quartiles.first),
        bridge: bridge(&history, request, published(days)),
    })
}

fn bridge(history: &Series, request: &BenchmarkRequest, days: Decimal) -> Option<Bridge> {
    let At { conventions, balances, .. } = &request.baseline;
    let dso = |conventions: &Conventions| {
        Basis::new(history, conventions, balances).accounting_dso().ok().map(|figure| figure.days)
    };
    let of_year = Conventions {
        window_months: YEAR_MONTHS,
        balance: Balance::Closing,
        // Days that were typed are those of the other window.
        day_basis: if conventions.day_basis == DayBasis::Typed { DayBasis::Actual } else { conventions.day_basis },
        ..conventions.clone()
    };
    let (ours, over_a_year) = (dso(conventions)?, dso(&of_year)?);
    let in_360_days = dso(&Conventions { day_basis: DayBasis::Year360, ..of_year })?;
    Some(Bridge {
        dso: ours,
        window: over_a_year - ours,
        year: in_360_days - over_a_year,
        tax: days - in_360_days,
        days,
    })
}
