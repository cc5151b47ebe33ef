//! Rows to a monthly series.

mod cumulated;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use self::cumulated::Start;
use super::field::Field;
use super::rows::{Fate, Rows};
use super::understanding::{ColumnType, Split};
use super::words::normalize;
use super::{date, months};
use crate::issue::{Issue, IssueCode};
use crate::money::Amount;
use crate::order::Order;
use crate::period::Month;
use crate::series::{MonthRow, Series};

/// A monthly series as its rows come by, in any order.
#[derive(Default)]
pub struct SeriesReader {
    /// Sorted by month: a series has few, and most come in order.
    months: Vec<(Month, MonthRow)>,
    /// The year that months without one belong to, and the month before.
    year: Option<i32>,
    previous: Option<u32>,
    /// The day of the last row, where rows are days.
    last_day: Option<NaiveDate>,
    /// Rows added to a month that another row began.
    added: usize,
    /// Rows that name a quarter, by its last month.
    quarters: Vec<(Month, MonthRow)>,
}

/// What a row is of: a month, or the quarter that it ends.
struct Period {
    month: Month,
    is_quarter: bool,
}

impl SeriesReader {
    /// Reads the current row.
    pub fn read(&mut self, rows: &mut Rows) -> Fate {
        self.read_row(rows).unwrap_or_else(|fate| fate)
    }

    fn read_row(&mut self, rows: &mut Rows) -> Result<Fate, Fate> {
        rows.is_in_parts()?;
        let Some(Period { month, is_quarter }) = self.period(rows)? else {
            let is_section = rows.is_section_row();
            return Ok(rows.ignore(if is_section { IssueCode::SectionRow } else { IssueCode::TotalsRow }));
        };
        let day = rows.date_quietly(Field::Month);
        let row = amounts(rows)?;
        if !rows.is_in_currency() {
            let name = rows.currency_name();
            rows.tally_named(IssueCode::OtherCurrency, name);
            return Ok(Fate::Ignored);
        }
        let known = if is_quarter { &mut self.quarters } else { &mut self.months };
        match known.binary_search_by_key(&month, |(month, _)| *month) {
            Err(position) => known.insert(position, (month, row)),
            Ok(position) => {
                let is_part = rows.table.parts.as_ref().is_some_and(|parts| parts.split == Split::Entities);
                let is_later_day = rows.table.types.get(rows.table.column(Field::Month).unwrap_or(usize::MAX))
                    == Some(&ColumnType::Date)
                    && day.is_some()
                    && day != self.last_day;
                if !is_part && !is_later_day {
                    return Err(rows.reject(IssueCode::DuplicateMonth, Field::Month));
                }
                let is_newest = day >= self.last_day;
                if let Some((_, known)) = known.get_mut(position) {
                    *known = if is_part { sum(known, &row) } else { later(known, &row, is_newest) };
                }
                self.added += 1;
            }
        }
        self.last_day = day.or(self.last_day);
        Ok(Fate::Accepted)
    }

    /// What the row is of; `None` for a section or a total.
    fn period(&mut self, rows: &mut Rows) -> Result<Option<Period>, Fate> {
        let text = rows.text(Field::Month).into_owned();
        if let Some(month) = date::parse_quarter(&text) {
            return Ok((!rows.is_section_row()).then_some(Period { month, is_quarter: true }));
        }
        Ok(self.month(rows, &text)?.map(|month| Period { month, is_quarter: false }))
    }

    /// The month of the row; `None` for a row of a year, or a total.
    fn month(&mut self, rows: &mut Rows, text: &str) -> Result<Option<Month>, Fate> {
        let words = normalize(text);
        if let Some(year) = year_alone(&words) {
            (self.year, self.previous) = (Some(year), None);
            return Ok(None);
        }
        let year = rows.text(Field::Year).trim().parse::<i32>().ok().filter(|year| (1900..2200).contains(year));
        self.year = year.or(self.year);
        let named = months::month_named(words.split(' ').next().unwrap_or_default()).filter(|_| !words.contains(' '));
        let numbered = || words.parse::<u32>().ok().filter(|month| rows.has(Field::Year) && (1..=12).contains(month));
        if let Some(month) = named.or_else(numbered) {
            // Months without a year of their own go on into the next one.
            if year.is_none() && self.previous.is_some_and(|previous| month < previous) {
                self.year = self.year.map(|year| year + 1);
            }
            self.previous = Some(month);
            if let Some(month) = self.year.and_then(|year| Month::new(year, month)) {
                return Ok(Some(month));
            }
        }
        let is_month = date::parse_month(text, rows.notation.date_order).is_some();
        if !is_month && (super::understanding::speaks_of_total(text) || rows.is_total_row()) {
            return Ok(None);
        }
        rows.month(Field::Month).map(Some)
    }

    /// The series; `None` if no row was accepted.
    pub fn finish(mut self, rows: &mut Rows) -> Option<Series> {
        self.drop_months_to_come();
        self.turn_credits(rows);
        if rows.table.reading.is_cumulated {
            self.take_apart(rows);
        }
        self.add_quarters(rows);
        tell_added(rows, self.added);
        let are_quarters = self.are_quarters();
        let months = if are_quarters { spread_quarters(rows, &self.months) } else { self.months };
        let (first, last) = (months.first()?.0, months.last()?.0);
        let length = last.since(first)?;
        assume_tax_basis(rows);
        let mut series = vec![MonthRow::default(); length + 1];
        let mut next = first;
        let mut missing = None;
        let given = months.len();
        for (month, row) in months {
            if month > next {
                missing = missing.or(Some(next));
            }
            next = month.plus(1);
            if let Some(slot) = month.since(first).and_then(|index| series.get_mut(index)) {
                *slot = row;
            }
        }
        if let Some(month) = missing {
            let issue = Issue::new(IssueCode::MissingMonth).reading(&month.to_string());
            rows.issues.push(issue.counting((length + 1).saturating_sub(given)));
        }
        if tell_implausible(rows, &series) {
            return None;
        }
        let series = Series::new(first, series);
        let is_daily = self.added > 0 && rows.table.parts.is_none();
        Some(match self.last_day.filter(|day| is_daily && Month::of(*day) == last) {
            Some(day) => series.closed_on(day),
            None => series,
        })
    }

    /// Months at the end without sales nor receivables have not come yet.
    fn drop_months_to_come(&mut self) {
        let is_nothing = |amount: Option<Decimal>| amount.is_none_or(|amount| amount.is_zero());
        let is_to_come = |row: &MonthRow| is_nothing(row.receivables) && is_nothing(row.sales());
        for known in [&mut self.months, &mut self.quarters] {
            while known.len() > 1 && known.last().is_some_and(|(_, row)| is_to_come(row)) {
                known.pop();
            }
        }
    }

    /// Amounts that are all below zero are shown as credits.
    fn turn_credits(&mut self, rows: &mut Rows) {
        type Of = fn(&mut MonthRow) -> &mut Option<Decimal>;
        let columns: [Of; 7] = [
            |row| &mut row.sales_incl_tax,
            |row| &mut row.sales_excl_tax,
            |row| &mut row.receivables,
            |row| &mut row.overdue,
            |row| &mut row.disputed,
            |row| &mut row.disputed_overdue,
            |row| &mut row.factored,
        ];
        for of in columns {
            let mut given: Vec<&mut MonthRow> =
                self.months.iter_mut().chain(&mut self.quarters).map(|(_, row)| row).collect();
            let amounts: Vec<Decimal> =
                given.iter_mut().filter_map(|row| *of(row)).filter(|amount| !amount.is_zero()).collect();
            if amounts.len() > 1 && amounts.iter().all(Decimal::is_sign_negative) {
                let mut count = 0;
                for row in given {
                    if let Some(amount) = of(row) {
                        *amount = -*amount;
                        count += 1;
                    }
                }
                rows.issues.push(Issue::new(IssueCode::CreditView).counting(count));
                rows.issues.forget(IssueCode::NegativeReceivables);
            }
        }
    }

    /// Sales of the year so far become those of each month.
    fn take_apart(&mut self, rows: &mut Rows) {
        let mut unknown = None;
        for (given, length) in [(&mut self.months, 1), (&mut self.quarters, 3)] {
            if cumulated::take_apart(given, length) == Start::Before {
                unknown = unknown.or(given.first().map(|(month, _)| *month));
                // Of a month of which nothing else is known nothing is left.
                if given.first().is_some_and(|(_, row)| *row == MonthRow::default()) {
                    given.remove(0);
                }
            }
        }
        let count = self.months.len() + self.quarters.len();
        rows.issues.push(Issue::new(IssueCode::CumulatedSales).counting(count));
        if let Some(month) = unknown {
            rows.issues.push(Issue::new(IssueCode::CumulatedFromBefore).reading(&month.to_string()));
        }
    }

    /// Takes quarters apart of which no month is given; the others are sums of their months.
    fn add_quarters(&mut self, rows: &mut Rows) {
        let is_given = |(last, _): &(Month, MonthRow)| {
            self.months.iter().any(|(month, _)| *last == *month || *last == month.plus(1) || *last == month.plus(2))
        };
        let (sums, own): (Vec<_>, Vec<_>) = std::mem::take(&mut self.quarters).into_iter().partition(is_given);
        if !sums.is_empty() {
            rows.set_aside_later(sums.len());
            rows.issues.push(Issue::new(IssueCode::TotalsRow).counting(sums.len()));
        }
        if !own.is_empty() {
            self.months.extend(spread_quarters(rows, &own));
            self.months.order_by_key(|(month, _)| *month);
        }
    }

    fn are_quarters(&self) -> bool {
        self.months.len() >= 2
            && self.months.windows(2).all(|pair| matches!(pair, [(one, _), (other, _)] if other.since(*one) == Some(3)))
    }
}

/// The sales of a quarter, spread over its months by their days; its balances are those of the last.
fn spread_quarters(rows: &mut Rows, quarters: &[(Month, MonthRow)]) -> Vec<(Month, MonthRow)> {
    rows.issues.push(Issue::new(IssueCode::Quarters).counting(quarters.len()));
    let mut months = Vec::new();
    for (last, row) in quarters {
        let quarter = [last.plus(-2), last.plus(-1), *last];
        let days: u32 = quarter.iter().map(|month| month.days()).sum();
        let mut rest = row.clone();
        for (place, month) in quarter.into_iter().enumerate() {
            let mut own = if place == 2 { row.clone() } else { MonthRow::default() };
            let part = Decimal::from(month.days());
            let share = |of: Option<Decimal>, rest: &mut Option<Decimal>| {
                let share =
                    if place == 2 { *rest } else { of.map(|amount| (amount * part / Decimal::from(days)).round_dp(3)) };
                *rest = rest.zip(share).map(|(rest, share)| rest - share);
                share
            };
            own.sales_incl_tax = share(row.sales_incl_tax, &mut rest.sales_incl_tax);
            own.sales_excl_tax = share(row.sales_excl_tax, &mut rest.sales_excl_tax);
            own.purchases = share(row.purchases, &mut rest.purchases);
            own.cost_of_sales = share(row.cost_of_sales, &mut rest.cost_of_sales);
            months.push((month, own));
        }
    }
    months
}

/// `2025`, or `Total 2025`, alone in a row of its own.
fn year_alone(words: &str) -> Option<i32> {
    let year = words.strip_prefix("total ").or_else(|| words.strip_suffix(" total")).unwrap_or(words);
    year.parse().ok().filter(|year: &i32| year.to_string().len() == 4 && (1990..2100).contains(year))
}

fn amounts(rows: &mut Rows) -> Result<MonthRow, Fate> {
    let percent = rows.table.reading.overdue_is_percent;
    let bases_differ = rows.table.doubts.iter().any(|doubt| doubt.what == IssueCode::TaxBasesDiffer);
    let mut amount = |field| rows.amount(field).map(|amount| amount.map(Amount::to_decimal));
    let receivables = amount(Field::Receivables)?;
    let overdue = amount(Field::Overdue)?;
    let overdue = if percent {
        overdue.zip(receivables).map(|(percent, receivables)| receivables * percent / Decimal::ONE_HUNDRED)
    } else {
        overdue
    };
    let sales = amount(Field::SalesInclTax)?;
    let row = MonthRow {
        sales_incl_tax: sales.filter(|_| !bases_differ),
        sales_excl_tax: amount(Field::SalesExclTax)?,
        receivables,
        overdue,
        disputed: amount(Field::Disputed)?,
        disputed_overdue: amount(Field::DisputedOverdue)?,
        factored: amount(Field::Factored)?,
        factored_overdue: None,
        purchases: amount(Field::Purchases)?,
        supplier_invoices: None,
        cost_of_sales: amount(Field::CostOfSales)?,
        inventory: amount(Field::Inventory)?,
        payables: amount(Field::Payables)?,
    };
    if row.receivables.is_some_and(|receivables| receivables.is_sign_negative() && !receivables.is_zero()) {
        let issue =
            Issue::new(IssueCode::NegativeReceivables).on_line(rows.line()).reading(&rows.text(Field::Receivables));
        rows.issues.push(issue);
    }
    Ok(row)
}

fn added(one: Option<Decimal>, other: Option<Decimal>) -> Option<Decimal> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    }
}

/// What is both of two entities: not known where one of them has disputes and does not say which are overdue.
fn disputed_overdue(one: &MonthRow, other: &MonthRow) -> Option<Decimal> {
    let is_unknown =
        |row: &MonthRow| row.disputed_overdue.is_none() && row.disputed.is_some_and(|disputed| !disputed.is_zero());
    if is_unknown(one) || is_unknown(other) { None } else { added(one.disputed_overdue, other.disputed_overdue) }
}

/// The month of two entities together.
fn sum(one: &MonthRow, other: &MonthRow) -> MonthRow {
    MonthRow {
        sales_incl_tax: added(one.sales_incl_tax, other.sales_incl_tax),
        sales_excl_tax: added(one.sales_excl_tax, other.sales_excl_tax),
        receivables: added(one.receivables, other.receivables),
        overdue: added(one.overdue, other.overdue),
        disputed: added(one.disputed, other.disputed),
        disputed_overdue: disputed_overdue(one, other),
        factored: added(one.factored, other.factored),
        factored_overdue: added(one.factored_overdue, other.factored_overdue),
        purchases: added(one.purchases, other.purchases),
        supplier_invoices: added(one.supplier_invoices, other.supplier_invoices),
        cost_of_sales: added(one.cost_of_sales, other.cost_of_sales),
        inventory: added(one.inventory, other.inventory),
        payables: added(one.payables, other.payables),
    }
}

/// The month after another of its days: flows add up, balances are those of the later one.
fn later(known: &MonthRow, day: &MonthRow, is_newest: bool) -> MonthRow {
    let all = sum(known, day);
    let (last, first) = if is_newest { (day, known) } else { (known, day) };
    MonthRow {
        receivables: last.receivables.or(first.receivables),
        overdue: last.overdue.or(first.overdue),
        disputed: last.disputed.or(first.disputed),
        disputed_overdue: last.disputed_overdue.or(first.disputed_overdue),
        factored: last.factored.or(first.factored),
        factored_overdue: last.factored_overdue.or(first.factored_overdue),
        inventory: last.inventory.or(first.inventory),
        payables: last.payables.or(first.payables),
        ..all
    }
}

fn tell_added(rows: &mut Rows, added: usize) {
    if added > 0 && rows.table.parts.is_some() {
        rows.issues.push(Issue::new(IssueCode::EntitiesAdded).counting(added));
    }
}

/// A header such as "sales" leaves open whether tax is in them.
fn assume_tax_basis(rows: &mut Rows) {
    if let Some(column) = rows.table.column(Field::SalesInclTax)
        && !rows.table.names_tax(Field::SalesInclTax)
    {
        let issue = Issue::new(IssueCode::TaxBasisAssumed).in_column(column).reading(rows.table.heading(column));
        rows.issues.push(issue);
    }
}

/// Whole numbers that three days of sales exceed count customers rather than what they owe, if nothing in their heading
/// speaks of money. Is it so?
fn tell_implausible(rows: &mut Rows, series: &[MonthRow]) -> bool {
    let Some(column) = rows.table.column(Field::Receivables) else { return false };
    let is_whole = rows.table.types.get(column) == Some(&ColumnType::Integer);
    let last = series.last().and_then(|row| row.receivables.zip(row.sales()));
    let is_small =
        last.is_some_and(|(receivables, sales)| receivables.is_sign_positive() && receivables * Decimal::TEN < sales);
    if !is_whole || !is_small {
        return false;
    }
    let is_count = rows.table.names_customers_only(Field::Receivables);
    let code = if is_count { IssueCode::CountOfCustomers } else { IssueCode::ImplausibleReceivables };
    rows.issues.push(Issue::new(code).in_column(column).reading(rows.table.heading(column)));
    is_count
}
