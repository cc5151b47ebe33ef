//! The conventions on which sources disagree, as one value that goes with every figure.

use macro_rules_attribute::apply;
use rust_decimal::Decimal;

use crate::bounds::{self, Bounds};
use crate::error::Error;

/// How the days of a window of the accounting DSO are counted.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum DayBasis {
    /// Calendar days, 28 to 31 a month.
    #[default]
    Actual,
    /// 30 days a month.
    ThirtyDayMonths,
    /// Twelfths of 360 days.
    Year360,
    /// Twelfths of 365 days: a quarter counts 91.25.
    Year365,
    /// The number typed in `typedDays`.
    Typed,
}

/// Which balance stands above sales in the accounting DSO.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum Balance {
    /// Receivables at the as-of date.
    #[default]
    Closing,
    /// Mean of the receivables at the opening and at the close of the window.
    Average,
}

/// How long a month of the roll-back is.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum MonthLength {
    /// Its calendar days.
    #[default]
    Calendar,
    /// 30 days.
    Thirty,
}

/// What the roll-back does with a month without sales: no row, nothing sold, or more credited than sold.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum EmptyMonth {
    /// Its days count; a net credit is added back to what is left to use up.
    #[default]
    Count,
    /// It is passed over: no days, no amount.
    Skip,
    /// The roll-back ends there, and says so.
    Stop,
}

/// What counts as sales including tax in a FEC.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum FecSales {
    /// The one of the other three that comes nearest to all that was charged to customers or paid in cash.
    #[default]
    Usual,
    /// What accounts of customers (410, 411 …) are debited with, the opening entries left out. Returned direct debits,
    /// transfers and invoices of deposits are in it, credit notes are not taken off, cash sales are not in it.
    #[serde(alias = "receivableDebits")]
    CustomerDebits,
    /// What entries with a line on 70x put on accounts 41x: credit notes are taken off, corrections between customers
    /// left out.
    SalesEntries,
    /// What entries with a line on 70x credit to 70x and 4457x, less what they debit there: cash sales are in it,
    /// invoices of deposits are not.
    SalesAndVat,
}

impl FecSales {
    /// The three conventions, in the order of preference where they fit equally well.
    pub const ALL: [Self; 3] = [Self::SalesAndVat, Self::SalesEntries, Self::CustomerDebits];
}

/// Which sales the collection effectiveness index sets balances against.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum CeiSales {
    /// Those of the whole period.
    #[default]
    Period,
    /// Their monthly average.
    MonthlyAverage,
}

/// Which cost the days of inventory and of payables set a balance against.
#[apply(choice!)]
#[derive(Copy, Default)]
pub enum CostChoice {
    /// The one that fits best of those known: cost of sales for inventory, what suppliers invoiced for payables.
    #[default]
    Usual,
    /// Cost of sales.
    CostOfSales,
    /// Purchases.
    Purchases,
}

/// What counts among the receivables. Invoices and monthly series know disputes and credit balances; of a FEC the
/// accounts beside those of customers (410 to 415, 417) can be chosen.
#[apply(request!)]
#[derive(Copy)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "independent yes-or-no choices")]
pub struct ReceivablesScope {
    /// What is in dispute.
    pub disputed: bool,
    /// What was handed over to a factor: out of the receivables that are published, in those of the economic DSO.
    pub factored: bool,
    /// What is owed to customers whose balance is in their favour, taken off what the others owe.
    pub credit_balances: bool,
    /// Doubtful customers (416).
    pub doubtful: bool,
    /// What is not invoiced yet (418).
    pub not_invoiced: bool,
    /// Advances and credit balances (419).
    pub advances: bool,
    /// Impairment (491).
    pub impairment: bool,
}

impl Default for ReceivablesScope {
    fn default() -> Self {
        Self {
            disputed: true,
            factored: false,
            credit_balances: true,
            doubtful: true,
            not_invoiced: false,
            advances: false,
            impairment: false,
        }
    }
}

/// The usual bands of an aging: up to 30, 60, 90, 120 days overdue, and beyond.
pub const AGING_BOUNDS: [u32; 4] = [30, 60, 90, 120];

/// The conventions of a report.
///
/// # Examples
///
/// ```
/// use encours::conventions::Conventions;
///
/// assert_eq!(Conventions::default().window_months, 12);
/// ```
#[apply(request!)]
#[serde(default)]
pub struct Conventions {
    /// Months of sales in the accounting DSO, 1 to 36; the whole history if it is shorter.
    pub window_months: u32,
    /// How the days of that window are counted.
    pub day_basis: DayBasis,
    /// The days of the window, for [`DayBasis::Typed`].
    pub typed_days: Option<Decimal>,
    /// Which receivables the accounting DSO sets against sales.
    pub balance: Balance,
    /// How long a month of the roll-back is.
    pub month_length: MonthLength,
    /// What the roll-back does with a month without sales.
    pub empty_month: EmptyMonth,
    /// VAT rate in percent, where only sales excluding tax are known.
    pub vat_percent: Option<Decimal>,
    /// Days of a year, 360 or 365: for the working capital in days and for yearly rates.
    pub year_days: u32,
    /// What counts as sales in a FEC.
    pub fec_sales: FecSales,
    /// What counts among the receivables.
    pub scope: ReceivablesScope,
    /// Which sales the collection effectiveness index takes.
    pub cei_sales: CeiSales,
    /// Days overdue at which the bands of the aging end, increasing.
    pub aging_bounds: Vec<u32>,
    /// Which inventory and payables stand above costs in DIO and DPO.
    pub capital_balance: Balance,
    /// Which cost the DIO takes.
    pub dio_cost: CostChoice,
    /// Which cost the DPO takes.
    pub dpo_cost: CostChoice,
    /// Days from invoice to due date, for a FEC, which has no due dates: without it nothing is known to be overdue.
    pub term_days: Option<u32>,
}

impl Default for Conventions {
    fn default() -> Self {
        Self {
            window_months: 12,
            day_basis: DayBasis::default(),
            typed_days: None,
            balance: Balance::default(),
            month_length: MonthLength::default(),
            empty_month: EmptyMonth::default(),
            vat_percent: None,
            year_days: 365,
            fec_sales: FecSales::default(),
            scope: ReceivablesScope::default(),
            cei_sales: CeiSales::default(),
            aging_bounds: AGING_BOUNDS.to_vec(),
            capital_balance: Balance::default(),
            dio_cost: CostChoice::default(),
            dpo_cost: CostChoice::default(),
            term_days: None,
        }
    }
}

impl Conventions {
    /// Checks every value against its range.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] names the first value outside its range.
    pub fn check(&self) -> Result<(), Error> {
        bounds::WINDOW_MONTHS.check("windowMonths", self.window_months)?;
        bounds::YEAR_OF_CONVENTIONS.check("yearDays", self.year_days)?;
        if self.day_basis == DayBasis::Typed {
            bounds::PERIOD_DAYS.check("typedDays", self.typed_days.unwrap_or_default())?;
        }
        self.check_aging_bounds()?;
        bounds::TERM_DAYS.check("termDays", self.term_days.unwrap_or_default())?;
        bounds::PERCENT.check("vatPercent", self.vat_percent.unwrap_or_default())
    }

    /// From one to eleven increasing bounds, from a day to ten years.
    fn check_aging_bounds(&self) -> Result<(), Error> {
        let days = &self.aging_bounds;
        bounds::AGING_BOUND_COUNT.check("agingBounds", days.len())?;
        let mut least = 1;
        for bound in days {
            Bounds { least: Decimal::from(least), ..bounds::DAYS }.check("agingBounds", *bound)?;
            least = bound + 1;
        }
        Ok(())
    }
}
