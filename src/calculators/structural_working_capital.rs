//! The working capital requirement from delays: structural (*BFR normatif*), or at a date from the last months' flows.

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

use super::{ONE_HUNDRED, Side, amount_in_range, days_in_range, quotient, year_in_range};
use crate::bounds::{self, Bounds};
use crate::conventions::EmptyMonth;
use crate::error::Error;
use crate::measures::roll_back::{MonthSales, receivables_of};
use crate::money::published;

/// Months are of 30 days, as in every source of the method.
const MONTH_DAYS: u32 = 30;

/// One line of the requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "line", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum StructuralLine {
    /// Days the item lasts (*temps d'écoulement*) and what it weighs in sales (*coefficient de structure*).
    Coefficient {
        /// Need or resource.
        #[serde(default)]
        side: Side,
        /// Days it lasts.
        days: Decimal,
        /// Its yearly flow ÷ sales, both excluding tax.
        coefficient: Decimal,
        /// Tax on top, in percent.
        #[serde(default)]
        vat_percent: Decimal,
    },
    /// Days of the item, given with its yearly flow.
    Flow {
        /// Need or resource.
        #[serde(default)]
        side: Side,
        /// Days it lasts.
        days: Decimal,
        /// Its yearly flow, excluding tax.
        flow: Decimal,
        /// Tax on top, in percent.
        #[serde(default)]
        vat_percent: Decimal,
    },
    /// An item whose days of sales are known: the days it lasts follow from its coefficient.
    DaysOfSales {
        /// Need or resource.
        #[serde(default)]
        side: Side,
        /// Days of sales it makes.
        days_of_sales: Decimal,
        /// Its yearly flow ÷ sales; 1 for the requirement as a whole.
        coefficient: Decimal,
    },
    /// What the most recent days of a seasonal flow make: months of 30 days, the newest first.
    Seasonal {
        /// Need or resource.
        #[serde(default)]
        side: Side,
        /// Days it lasts.
        days: Decimal,
        /// The flow of each month, the newest first.
        months: Vec<Decimal>,
        /// What the flow is divided by, such as the multiplier from purchases to sales; 1 if left out.
        #[serde(default)]
        divide_by: Option<Decimal>,
    },
}

/// The lines of a requirement.
#[apply(request!)]
pub struct StructuralRequest {
    /// Sales of a year, excluding tax.
    pub sales: Decimal,
    /// Days of a year.
    pub year_days: Decimal,
    /// The lines.
    pub lines: Vec<StructuralLine>,
}

/// The requirement, in days of sales and in currency.
#[apply(answer!)]
pub struct StructuralAnswer {
    /// The lines, in the order of the request.
    pub lines: Vec<StructuralItem>,
    /// Days of sales of the needs.
    pub need_days: Decimal,
    /// Days of sales of the resources.
    pub resource_days: Decimal,
    /// `needDays` − `resourceDays`.
    pub days: Decimal,
    /// What the item comes to, in currency.
    pub amount: Decimal,
}

/// One line, worked out.
#[apply(answer!)]
pub struct StructuralItem {
    /// Need or resource.
    pub side: Side,
    /// Days it lasts.
    pub days: Decimal,
    /// What it weighs in sales, tax included; `null` for a seasonal flow.
    pub coefficient: Option<Decimal>,
    /// `days` × `coefficient`.
    pub days_of_sales: Decimal,
    /// `daysOfSales` × `sales` ÷ the days of a year.
    pub amount: Decimal,
}

/// A line, not rounded. Its amount × the days of a year, so that what is divided is divided once.
struct Line {
    side: Side,
    days: Decimal,
    coefficient: Option<Decimal>,
    amount_days: Decimal,
}

/// The working capital requirement from delays: Σ days × coefficient of structure, in days of sales excluding tax; ×
/// sales ÷ days of a year, in currency. A seasonal line is what the roll-back reads backwards: the receivables that so
/// many days of the most recent months make.
///
/// Source: "Applications BFR normatif" and "Cas Pentrez" (corrigés); BTS CGO, "La prévision du BFRE", for the seasonal
/// lines.
///
/// # Errors
///
/// [`Error::OutOfRange`] for sales that are not above zero, or any value outside its range.
///
/// # Examples
///
/// Customers paying after 30 days, with 20 % tax: 36 days of sales, a tenth of 360.
///
/// ```
/// use encours::calculators::{Side, StructuralLine, StructuralRequest, structural_working_capital};
/// use rust_decimal::dec;
///
/// let customers =
///     StructuralLine::Coefficient { side: Side::Need, days: dec!(30), coefficient: dec!(1), vat_percent: dec!(20) };
/// let request = StructuralRequest { sales: dec!(1000), year_days: dec!(360), lines: vec![customers] };
/// let requirement = structural_working_capital(&request)?;
/// assert_eq!((requirement.days, requirement.amount), (dec!(36), dec!(100)));
/// # Ok::<(), encours::error::Error>(())
/// ```
pub fn structural_working_capital(request: &StructuralRequest) -> Result<StructuralAnswer, Error> {
    let StructuralRequest { sales, year_days, lines } = request;
    year_in_range(*year_days)?;
    let days_of_sales = |amount_days: Decimal| quotient(amount_days, *sales, "sales");
    let (mut need, mut resource) = (Decimal::ZERO, Decimal::ZERO);
    let mut items = Vec::new();
    for line in lines {
        let line = worked_out(line, *sales, *year_days)?;
        match line.side {
            Side::Need => need += line.amount_days,
            Side::Resource => resource += line.amount_days,
        }
        items.push(StructuralItem {
            side: line.side,
            days: published(line.days),
            coefficient: line.coefficient.map(published),
            days_of_sales: published(days_of_sales(line.amount_days)?),
            amount: published(line.amount_days / *year_days),
        });
    }
    Ok(StructuralAnswer {
        lines: items,
        need_days: published(days_of_sales(need)?),
        resource_days: published(days_of_sales(resource)?),
        days: published(days_of_sales(need - resource)?),
        amount: published((need - resource) / *year_days),
    })
}

fn worked_out(line: &StructuralLine, sales: Decimal, year_days: Decimal) -> Result<Line, Error> {
    let coefficient_in_range =
        |coefficient| Bounds { least: dec!(0), most: dec!(1000) }.check("coefficient", coefficient);
    let with_tax = |vat_percent: Decimal| {
        bounds::PERCENT.check("vatPercent", vat_percent)?;
        Ok::<_, Error>(Decimal::ONE + vat_percent / ONE_HUNDRED)
    };
    match line {
        StructuralLine::Coefficient { side, days, coefficient, vat_percent } => {
            days_in_range("days", *days)?;
            coefficient_in_range(*coefficient)?;
            let coefficient = *coefficient * with_tax(*vat_percent)?;
            let amount_days = sales * coefficient * *days;
            Ok(Line { side: *side, days: *days, coefficient: Some(coefficient), amount_days })
        }
        StructuralLine::Flow { side, days, flow, vat_percent } => {
            days_in_range("days", *days)?;
            amount_in_range("flow", *flow)?;
            let flow = *flow * with_tax(*vat_percent)?;
            let coefficient = Some(quotient(flow, sales, "sales")?);
            Ok(Line { side: *side, days: *days, coefficient, amount_days: flow * *days })
        }
        StructuralLine::DaysOfSales { side, days_of_sales, coefficient } => {
            days_in_range("daysOfSales", *days_of_sales)?;
            coefficient_in_range(*coefficient)?;
            let days = quotient(*days_of_sales, *coefficient, "coefficient")?;
            let amount_days = sales * *days_of_sales;
            Ok(Line { side: *side, days, coefficient: Some(*coefficient), amount_days })
        }
        StructuralLine::Seasonal { side, days, months, divide_by } => {
            days_in_range("days", *days)?;
            months.iter().try_for_each(|flow| amount_in_range("months", *flow))?;
            let months: Vec<MonthSales> = months.iter().map(|flow| MonthSales::new(MONTH_DAYS, *flow)).collect();
            let held = receivables_of(*days, &months, EmptyMonth::Count);
            let amount_days = quotient(held * year_days, divide_by.unwrap_or(Decimal::ONE), "divideBy")?;
            Ok(Line { side: *side, days: *days, coefficient: None, amount_days })
        }
    }
}
