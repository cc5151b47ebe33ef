//! What holds of the measures of any ledger.
#![cfg(not(target_arch = "wasm32"))]

mod made_up;

use encours::at::At;
use encours::behaviour::{BehaviourRequest, EARLIEST, LATEST, Observations};
use encours::conventions::{Conventions, ReceivablesScope};
use encours::customers::{CustomerColumn, CustomerRequest, CustomerTable, CustomersPage, CustomersRequest};
use encours::data::Dataset;
use encours::period::Month;
use encours::report::{Report, ReportRequest, report as report_of};
use made_up::{Line, dataset, invoice_list, lines, report};
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};

fn customers(dataset: &Dataset) -> CustomersPage {
    let request = CustomersRequest { count: 500, ..CustomersRequest::default() };
    CustomerTable::of(dataset, &request.baseline, None).expect("customers").page(&request).expect("a page")
}

fn named(name: &str) -> CustomerRequest {
    CustomerRequest { baseline: At::default(), name: name.to_owned(), rate_percent: None }
}

/// A list whose customers and numbers end in `suffix`.
fn of_others(lines: &[Line], suffix: &str) -> String {
    let text = invoice_list(lines);
    let (header, rows) = text.split_once('\n').expect("a header");
    let rows = rows.lines().map(|row| {
        let cells: Vec<String> = row
            .split(';')
            .enumerate()
            .map(|(index, cell)| if index < 2 { format!("{cell}{suffix}") } else { cell.to_owned() })
            .collect();
        cells.join(";")
    });
    format!("{header}\n{}\n", rows.collect::<Vec<_>>().join("\n"))
}

fn at(dataset: &Dataset, as_of: chrono::NaiveDate) -> Option<Report> {
    report_of(dataset, &ReportRequest { as_of: Some(as_of), ..ReportRequest::default() }).ok()
}

proptest! {
    #[test]
    fn the_split_adds_up_to_the_dso(lines in lines()) {
        let report = report(&invoice_list(&lines));
        let Some(split) = report.figures.dso_split else { return Ok(()) };
        let sum = |parts: &encours::measures::SplitOf| parts.term + parts.late + parts.disputed;
        let accounting = report.figures.accounting_dso.map(|figure| figure.days);
        prop_assert_eq!(Some(sum(&split.accounting)), accounting);
        let rolled = report.figures.roll_back_dso.map(|figure| figure.days);
        prop_assert_eq!(split.roll_back.as_ref().map(sum), split.roll_back.as_ref().and(rolled));
        prop_assert_eq!(Some(sum(&split.amounts)), report.receivables.total);
    }

    #[test]
    fn a_change_adds_up(lines in lines()) {
        let report = report(&invoice_list(&lines));
        if let (Some(state), Some(dso)) = (&report.state, &report.figures.roll_back_dso) {
            let parts = state.term + state.late + state.disputed;
            prop_assert!((parts - dso.days).abs() < dec!(0.000_000_001), "{parts} of {}", dso.days);
            prop_assert_eq!(Some(state.accounting), report.figures.accounting_dso.as_ref().map(|figure| figure.days));
        }
        let Some(comparison) = report.comparison else { return Ok(()) };
        for change in [&comparison.accounting, &comparison.roll_back] {
            prop_assert_eq!(change.pace + change.terms + change.late + change.disputed, change.days);
            prop_assert_eq!(change.before + change.days, change.after);
        }
        prop_assert_eq!(comparison.roll_back.pace, Decimal::ZERO);
        let accounting = report.figures.accounting_dso.map(|figure| figure.days);
        prop_assert_eq!(Some(comparison.accounting.after), accounting);
    }

    #[test]
    fn ages_customers_and_receivables_agree(lines in lines(), credits in any::<bool>()) {
        let dataset = dataset(&invoice_list(&lines));
        let scope = ReceivablesScope { credit_balances: credits, ..ReceivablesScope::default() };
        let baseline = At { conventions: Conventions { scope, ..Conventions::default() }, ..At::default() };
        let report = report_of(&dataset, &baseline.clone().into()).expect("a report");
        let aged: Decimal = report.aging.expect("due dates").iter().map(|band| band.amount).sum();
        prop_assert_eq!(Some(aged), report.receivables.total);
        let request = CustomersRequest { count: 500, baseline, ..CustomersRequest::default() };
        let table = CustomerTable::of(&dataset, &request.baseline, None).expect("customers");
        let page = table.page(&request).expect("a page");
        let owed: Decimal = page.rows.iter().map(|row| row.receivables).sum();
        prop_assert_eq!(Some(owed), report.receivables.total);
        prop_assert_eq!(Some(page.totals.receivables), report.receivables.total);
        prop_assert_eq!(page.totals.overdue, report.receivables.overdue);
        prop_assert_eq!(page.totals.overdue_percent, report.receivables.overdue_percent);
        if let Some(split) = report.figures.dso_split {
            prop_assert_eq!(page.totals.parts, Some(split.amounts));
        }
        if let (Some(whole), Some(days)) = (page.dso, page.totals.dso_days) {
            prop_assert!((days - whole.days).abs() < dec!(0.00000001));
        }
        for row in &page.rows {
            let one = table.customer(&dataset, &named(&row.name)).expect("a customer");
            let open: Decimal = one.invoices.expect("invoices").open.iter().map(|invoice| invoice.amount).sum();
            prop_assert_eq!(if credits { open } else { open.max(Decimal::ZERO) }, row.receivables);
            prop_assert_eq!(row.ages.clone().unwrap_or_default().iter().sum::<Decimal>(), row.receivables);
        }
    }

    #[test]
    fn days_cost_what_was_owed_at_the_end_of_each_of_them(lines in lines()) {
        let dataset = dataset(&invoice_list(&lines));
        let conventions = Conventions { window_months: 1, ..Conventions::default() };
        let baseline = At { conventions, ..At::default() };
        let report = report_of(&dataset, &baseline.clone().into()).expect("a report");
        let month = Month::of(report.as_of);
        let days: Vec<Report> = month
            .first_day()
            .iter_days()
            .take_while(|day| *day <= report.as_of)
            .filter_map(|day| report_of(&dataset, &At { as_of: Some(day), ..baseline.clone() }.into()).ok())
            .collect();
        // Nothing was issued before that.
        let count = Decimal::from((report.as_of - month.first_day()).num_days() + 1);
        let mean = |of: fn(&Report) -> Option<Decimal>| days.iter().filter_map(of).sum::<Decimal>() / count;
        let request =
            CustomersRequest { count: 500, baseline, rate_percent: Some(dec!(10)), ..CustomersRequest::default() };
        let page = CustomerTable::of(&dataset, &request.baseline, None).expect("customers").page(&request);
        let page = page.expect("a page");
        let whole = page.totals.yearly_cost.expect("a rate was given");
        // A list of open invoices alone knows no days before its date.
        prop_assume!(!whole.is_of_date);
        prop_assert!((whole.owed - mean(|report| report.receivables.total)).abs() < dec!(0.00000001));
        prop_assert!((whole.cost * Decimal::TEN - whole.owed).abs() < dec!(0.00000001));
        if lines.iter().all(|(.., amount)| *amount > 0) {
            let late = whole.late.expect("due dates");
            prop_assert!((late - mean(|report| report.receivables.overdue)).abs() < dec!(0.00000001));
        }
        let parts: Decimal = page.rows.iter().filter_map(|row| row.yearly_cost?.late_cost).sum();
        prop_assert!((parts - whole.late_cost.expect("due dates")).abs() < dec!(0.0000001));
    }

    #[test]
    fn late_payers_stand_in_the_order_of_what_their_invoices_weigh(lines in lines()) {
        let dataset = dataset(&invoice_list(&lines));
        let request =
            CustomersRequest { count: 500, sort: CustomerColumn::OverdueWeight, ..CustomersRequest::default() };
        let table = CustomerTable::of(&dataset, &request.baseline, None).expect("customers");
        let mut before = None;
        for row in table.page(&request).expect("a page").rows {
            let open = table.customer(&dataset, &named(&row.name)).expect("a customer").invoices.expect("invoices").open;
            let late = open.iter().filter(|invoice| invoice.amount > Decimal::ZERO);
            let late: Vec<(Decimal, Decimal)> =
                late.filter_map(|invoice| Some((invoice.amount, invoice.days_late?.into()))).collect();
            let weight: Decimal = late.iter().map(|(amount, days)| amount * days).sum();
            prop_assert!(before.is_none_or(|before| before >= weight));
            before = Some(weight);
            let amount: Decimal = late.iter().map(|(amount, _)| amount).sum();
            prop_assert_eq!(row.overdue_days.is_none(), late.is_empty());
            prop_assert!((row.overdue_days.unwrap_or_default() * amount - weight).abs() < dec!(0.01));
        }
    }

    #[test]
    fn ledgers_of_different_customers_add_up(first in lines(), second in lines()) {
        // A list of mostly credits, that are more than its invoices, is taken for a view that turns every sign.
        let is_of_invoices = |lines: &[Line]| lines.iter().map(|(.., amount)| *amount).sum::<i64>() >= 0;
        if !is_of_invoices(&first) || !is_of_invoices(&second) {
            return Ok(());
        }
        let (ours, theirs) = (of_others(&first, "x"), of_others(&second, "y"));
        let (_, rest) = theirs.split_once('\n').expect("a header");
        let both = dataset(&format!("{ours}{rest}"));
        let as_of = report_of(&both, &ReportRequest::default()).expect("a report").as_of;
        let total = |dataset: &Dataset| at(dataset, as_of).and_then(|report| report.receivables.total);
        // A list that starts later, or ended long before, has no receivables to speak of at that date.
        let (Some(one), Some(other)) = (total(&dataset(&ours)), total(&dataset(&theirs))) else { return Ok(()) };
        prop_assert_eq!(total(&both), Some(one + other));
    }

    #[test]
    fn the_curve_never_rises(seen in prop::collection::vec((-300_i64..900, 1_u64..1_000_000_000, any::<bool>()), 1..60)) {
        let mut observations = Observations::default();
        for (days, amount, is_paid) in &seen {
            if *is_paid { observations.add_paid(*days, *amount) } else { observations.add_open(*days, *amount) }
        }
        let curve = observations.curve();
        let mut before = Decimal::ONE_HUNDRED;
        for day in EARLIEST..=LATEST {
            let unpaid = curve.unpaid_percent(day);
            prop_assert!(unpaid <= before && unpaid >= Decimal::ZERO);
            before = unpaid;
        }
        let (median, fourth) = (curve.day_paid(dec!(50)), curve.day_paid(dec!(80)));
        prop_assert!(fourth.is_none() || median <= fourth);
    }

    #[test]
    fn with_nothing_open_the_curve_is_the_share_unpaid(paid in prop::collection::vec((EARLIEST..=LATEST, 1_u64..1_000_000_000), 1..60), day in EARLIEST..=LATEST) {
        let mut observations = Observations::default();
        for (days, amount) in &paid {
            observations.add_paid(*days, *amount);
        }
        let sum = |keep: &dyn Fn(i64) -> bool| Decimal::from(paid.iter().filter(|(days, _)| keep(*days)).map(|(_, amount)| *amount).sum::<u64>());
        let expected = sum(&|days| days > day) * dec!(100) / sum(&|_| true);
        prop_assert!((observations.curve().unpaid_percent(day) - expected).abs() < dec!(0.0000000001));
    }

    #[test]
    fn cash_in_adds_up_to_the_receivables(lines in lines()) {
        let dataset = dataset(&invoice_list(&lines));
        let Ok(behaviour) = made_up::behaviour(&dataset, &BehaviourRequest::default()) else { return Ok(()) };
        let cash = behaviour.cash_in;
        let months: Decimal = cash.months.iter().map(|month| month.amount).sum();
        prop_assert_eq!(months + cash.later + cash.insolvent + cash.without_due_date + cash.credits, cash.receivables);
        let report = report_of(&dataset, &ReportRequest::default()).expect("a report");
        prop_assert_eq!(report.receivables.total, Some(cash.receivables));
        for periods in [&cash.weeks, &cash.months] {
            let mut before = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
            for period in periods {
                let so_far = &period.cumulative;
                prop_assert_eq!(so_far.amount, before.0 + period.amount);
                prop_assert!(before.1 <= so_far.low && so_far.low <= so_far.amount);
                prop_assert!(before.2 <= so_far.high && so_far.amount <= so_far.high);
                before = (so_far.amount, so_far.low, so_far.high);
            }
        }
        for period in cash.weeks.iter().chain(&cash.months) {
            prop_assert!(period.low <= period.amount && period.amount <= period.high);
        }
    }

    #[test]
    fn the_scale_of_amounts_changes_no_days(lines in lines()) {
        let thousandfold: Vec<Line> = lines.iter().map(|(issued, term, paid, cents)| (*issued, *term, *paid, cents * 1000)).collect();
        let (small, large) = (dataset(&invoice_list(&lines)), dataset(&invoice_list(&thousandfold)));
        let report = |dataset: &Dataset| report_of(dataset, &ReportRequest::default()).expect("a report");
        let (one, other) = (report(&small), report(&large));
        let days = |report: &Report| {
            let figures = report.figures.clone();
            let dso = (figures.accounting_dso.map(|figure| figure.days), figures.roll_back_dso.map(|figure| figure.days));
            (dso, figures.days_to_pay, figures.dso_split.map(|split| (split.accounting, split.roll_back)))
        };
        prop_assert_eq!(days(&one), days(&other));
        prop_assert_eq!(one.comparison.map(|found| found.accounting), other.comparison.map(|found| found.accounting));
        let of_customers = |dataset: &Dataset| {
            let days = customers(dataset).rows.into_iter().map(|row| (row.name, row.accounting_dso, row.roll_back_dso, row.trend));
            days.collect::<Vec<_>>()
        };
        prop_assert_eq!(of_customers(&small), of_customers(&large));
    }
}
