//! What is suggested first on ledgers of three trades, and why a consultant would say the same.
#![cfg(not(target_arch = "wasm32"))]

mod made_up;

use std::fmt::Write as _;

use chrono::{Datelike, Days, NaiveDate};
use encours::scenario::{
    Baseline, Goal, GoalOutcome, Plan, PlanAnswer, PlanRequest, ScenarioRequest, Suggestion, SuggestionGroup,
    SuggestionsRequest, plan, suggestions,
};
use made_up::dataset;
use rust_decimal::{Decimal, dec};

const HEADER: &str = "number;customer;issue date;due date;amount;paid date;status\n";

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date") + Days::new(offset)
}

/// A list of invoices up to the end of 2025: what was settled by then is, the rest is open.
struct List(String);

impl List {
    fn new() -> Self {
        Self(HEADER.to_owned())
    }

    fn add(
        &mut self,
        number: u64,
        (issued, due, paid): (NaiveDate, NaiveDate, Option<NaiveDate>),
        amount: u64,
        disputed: bool,
    ) {
        let end = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a date");
        let paid = paid.filter(|paid| *paid <= end).map_or(String::new(), |paid| paid.to_string());
        let status = if disputed { "disputed" } else { "" };
        writeln!(self.0, "F{number};C{};{issued};{due};{amount};{paid};{status}", number % 23)
            .expect("a string takes it");
    }

    fn suggested(&self) -> Vec<Suggestion> {
        suggestions(&dataset(&self.0), &SuggestionsRequest::default()).expect("suggestions").0
    }
}

fn names(found: &[Suggestion]) -> Vec<&'static str> {
    found.iter().map(|suggestion| suggestion.lever.action.name()).collect()
}

fn month_end(day: NaiveDate) -> NaiveDate {
    let next = if day.month() == 12 {
        NaiveDate::from_ymd_opt(day.year() + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(day.year(), day.month() + 1, 1)
    };
    next.and_then(|next| next.pred_opt()).expect("a date")
}

/// No lever is free, cash comes before suppliers and stocks, and insurance stands apart.
fn is_fair(found: &[Suggestion]) {
    assert!(found.is_sorted_by_key(|suggestion| suggestion.group));
    for suggestion in found {
        let name = suggestion.lever.action.name();
        assert!(suggestion.worth.yearly_cost > Decimal::ZERO, "{name}");
        let is_insurance = name == "creditInsurance";
        assert_eq!(suggestion.group == SuggestionGroup::Protection, is_insurance, "{name}");
    }
}

/// A builder: large progress invoices at 60 days end of month, which the law does not allow, paid twelve days late, and
/// five percent of each held back for a year.
///
/// The law comes first: it frees some fifteen days of nearly all sales, and nobody can refuse it. Then what is held back, against
/// a bond: a small amount, but for a whole year, or the delays, which are shorter and on everything.
#[test]
fn a_builder_brings_terms_to_the_law_collects_and_bonds_what_is_held_back() {
    let mut list = List::new();
    for number in 0..240 {
        let issued = day(number * 3);
        let due = month_end(issued + Days::new(60));
        list.add(number * 2, (issued, due, Some(due + Days::new(12))), 38_000, false);
        let released = issued + Days::new(365);
        list.add(number * 2 + 1, (issued, released, Some(released)), 2_000, false);
    }
    let found = list.suggested();
    is_fair(&found);
    assert_eq!(names(&found).first(), Some(&"terms"), "{:?}", names(&found));
    let first: Vec<_> = names(&found).into_iter().take(3).collect();
    assert!(first.contains(&"reminders") || first.contains(&"directDebit"), "{first:?}");
    assert!(names(&found).iter().take(4).any(|name| *name == "retentionBond"), "{:?}", names(&found));
    // What is held back is lawful: terms are brought to the law without it.
    let terms = found.first().expect("terms");
    assert_eq!(terms.lever.scope.terms_up_to_days, Some(300));
}

/// Software by subscription: two thirds pay by card on the day, the others are invoiced at 30 days and pay three weeks late, for
/// small amounts.
///
/// Only those who pay late can be collected from: by direct debit, which costs a little on each debit, or by reminders that
/// a tool sends. A discount, or a factor, would cost more than the few days are worth.
#[test]
fn software_collects_by_debit_and_reminders() {
    let mut list = List::new();
    for number in 0..2_000 {
        let issued = day(number * 36 / 100);
        let due = issued + Days::new(30);
        let paid = if number % 3 == 0 { due + Days::new(20) } else { issued };
        list.add(number, (issued, due, Some(paid)), 900, false);
    }
    let found = list.suggested();
    is_fair(&found);
    let mut first: Vec<_> = names(&found).into_iter().take(2).collect();
    first.sort_unstable();
    assert_eq!(first, ["directDebit", "reminders"], "{:?}", names(&found));
    let of = |name: &str| {
        found.iter().find(|suggestion| suggestion.lever.action.name() == name).map(|found| found.worth.net_yearly_gain)
    };
    assert!(
        of("earlyPaymentDiscount").is_none_or(|net| net < dec!(0)) && of("factoring").is_none_or(|net| net < dec!(0))
    );
}

/// A wholesaler whose sales double in autumn, at 45 days paid a week late, with a tenth of what it sells in dispute for four months.
///
/// A quarter of its receivables is in dispute: settling half of it is worth as many days as anything that touches every
/// invoice, and needs no customer to agree. How fast invoices go out, and the delays of the others, are the other two.
#[test]
fn a_wholesaler_settles_disputes_invoices_faster_and_reminds() {
    let mut list = List::new();
    for number in 0..1_400 {
        let issued = day(number / 2 + number % 5);
        let due = issued + Days::new(45);
        let amount = if issued.month() >= 9 { 16_000 } else { 8_000 };
        let disputed = number % 10 == 0;
        let paid = due + Days::new(if disputed { 130 } else { 7 });
        list.add(number, (issued, due, Some(paid)), amount, disputed);
    }
    let found = list.suggested();
    is_fair(&found);
    let mut first: Vec<_> = names(&found).into_iter().take(3).collect();
    assert_eq!(first.first(), Some(&"disputes"), "{:?}", names(&found));
    first.sort_unstable();
    assert_eq!(first, ["disputes", "fasterInvoicing", "reminders"], "{:?}", names(&found));
    let disputes = found.first().expect("disputes");
    assert!(disputes.reason.concerned_percent > dec!(20), "{}", disputes.reason.concerned_percent);
}

#[test]
fn work_is_counted_by_invoice() {
    // A hundred large invoices paid when due, nine hundred small ones 30 days late: it is the small ones that are reminded of.
    let mut list = List::new();
    for number in 0..1_000 {
        let issued = day(366 + number * 300 / 1_000);
        let due = issued + Days::new(30);
        let is_large = number % 10 == 0;
        let paid = if is_large { due } else { due + Days::new(30) };
        list.add(number, (issued, due, Some(paid)), if is_large { 100_000 } else { 100 }, false);
    }
    let found = list.suggested();
    let reminders = found.iter().find(|suggestion| suggestion.lever.action.name() == "reminders").expect("reminders");
    let costs = SuggestionsRequest::default().costs;
    let hours = dec!(900) * reminders.lever.share_percent / dec!(100) * costs.reminder_minutes / dec!(60);
    // A year of what is sold in 300 days, rounded to whole amounts.
    let a_year = hours * costs.hour * dec!(365) / dec!(300);
    assert!((reminders.lever.yearly_cost - a_year).abs() <= dec!(1), "{}", reminders.lever.yearly_cost);
}

fn wholesaler() -> List {
    let mut list = List::new();
    for number in 0..1_400 {
        let issued = day(number / 2 + number % 5);
        let due = issued + Days::new(45);
        list.add(number, (issued, due, Some(due + Days::new(20))), 8_000 + number % 7 * 500, number % 10 == 0);
    }
    list
}

fn planned(request: &PlanRequest) -> PlanAnswer {
    plan(&dataset(&wholesaler().0), request).expect("a plan")
}

/// What a plan reaches when it is run as a scenario.
fn run(plan: &Plan, goal: Goal) -> Decimal {
    let request = ScenarioRequest { levers: plan.levers.clone(), ..ScenarioRequest::default() };
    let headline =
        Baseline::of(&dataset(&wholesaler().0), &request, None).and_then(|baseline| baseline.headline(&request));
    let headline = headline.expect("a headline");
    goal.of(&headline).expect("a figure")
}

#[test]
fn a_plan_reaches_its_target_when_run() {
    for (goal, target) in
        [(Goal::CashReleased, dec!(150_000)), (Goal::RollBackDso, dec!(50)), (Goal::AccountingDso, dec!(55))]
    {
        let found = planned(&PlanRequest { goal, target, ..PlanRequest::default() });
        assert_eq!(found.outcome, GoalOutcome::Reached, "{goal:?}");
        let cheapest = found.cheapest.expect("a plan");
        let cost = |plan: &Plan| -plan.headline.worth.net_yearly_gain;
        for other in [&found.fewest, &found.fastest].into_iter().flatten() {
            assert!(cost(other) >= cost(&cheapest));
        }
        assert!(found.fewest.as_ref().is_none_or(|fewest| fewest.levers.len() < cheapest.levers.len()));
        assert!(
            found
                .fastest
                .as_ref()
                .is_none_or(|fastest| fastest.reached_on < cheapest.reached_on || cheapest.reached_on.is_none())
        );
        for plan in [Some(cheapest), found.fewest, found.fastest].into_iter().flatten() {
            assert!(goal.is_met(run(&plan, goal), target), "{goal:?} {}", plan.reached);
            assert_eq!(run(&plan, goal), plan.reached);
        }
    }
}

#[test]
fn a_plan_keeps_its_bounds() {
    let without = vec!["earlyPaymentDiscount".to_owned(), "factoring".to_owned(), "terms".to_owned()];
    let request = PlanRequest {
        target: dec!(150_000),
        without: without.clone(),
        except_customers: vec!["C3".to_owned()],
        by: NaiveDate::from_ymd_opt(2026, 3, 31),
        ..PlanRequest::default()
    };
    let found = planned(&request);
    let cheapest = found.cheapest.expect("a plan");
    assert!(cheapest.levers.iter().all(|lever| !without.iter().any(|name| name == lever.action.name())));
    assert!(cheapest.levers.iter().all(|lever| lever.scope.except_customers == ["C3"]));
    assert!(found.outcome == GoalOutcome::OutOfReach || cheapest.reached_on <= request.by);
}

#[test]
fn what_is_out_of_reach_says_what_is_missing() {
    let found = planned(&PlanRequest { target: dec!(100_000_000), ..PlanRequest::default() });
    assert_eq!(found.outcome, GoalOutcome::OutOfReach);
    let best = found.cheapest.expect("the best");
    assert_eq!(found.missing, Some(dec!(100_000_000) - best.reached));
    let met = planned(&PlanRequest { goal: Goal::RollBackDso, target: dec!(300), ..PlanRequest::default() });
    assert_eq!((met.outcome, met.cheapest), (GoalOutcome::AlreadyMet, None));
}

/// Twelve months of sales and balances, without due dates.
const SERIES: &str = "month;sales;receivables\n2025-01;100000;200000\n2025-02;100000;210000\n2025-03;100000;200000\n\
    2025-04;100000;205000\n2025-05;100000;200000\n2025-06;100000;200000\n2025-07;100000;200000\n2025-08;100000;200000\n\
    2025-09;100000;200000\n2025-10;100000;200000\n2025-11;100000;200000\n2025-12;100000;200000\n";

/// Nothing that counts from a due date is suggested where there is none, until the term agreed is said: then with its work, at most
/// a minute for each of 12 × 100,000 ÷ 5,000 = 240 invoices, at 30 an hour: 120 a year.
#[test]
fn without_due_dates_reminders_wait_for_the_term() {
    let series = dataset(SERIES);
    let asked = |current_term_days| {
        let request = SuggestionsRequest { current_term_days, ..SuggestionsRequest::default() };
        suggestions(&series, &request).expect("suggestions").0
    };
    assert!(!names(&asked(None)).contains(&"reminders"));
    let found = asked(Some(45));
    is_fair(&found);
    let reminders = found.iter().find(|suggestion| suggestion.lever.action.name() == "reminders").expect("reminders");
    assert!(reminders.worth.yearly_cost > dec!(0) && reminders.worth.yearly_cost <= dec!(120));
}

/// The invoices of an aged balance are what it was read as: work is counted by its sales, 1,200,000 ÷ 5,000 = 240 of which a part
/// is late, and no more than a minute each.
#[test]
fn work_on_an_aged_balance_is_counted_by_its_sales() {
    let aged = dataset(
        "client;non échu;1 à 30 jours;31 à 60 jours;61 à 90 jours\nA;100000;20000;5000;0\nB;50000;10000;0;2000\n",
    );
    let mut request = SuggestionsRequest::default();
    request.baseline.as_of = NaiveDate::from_ymd_opt(2025, 12, 31);
    request.baseline.balances.sales = Some(dec!(1_200_000));
    let found = suggestions(&aged, &request).expect("suggestions").0;
    let cost = |name: &str| {
        let found = found.iter().find(|suggestion| suggestion.lever.action.name() == name);
        found.expect("suggested").worth.yearly_cost
    };
    assert!(cost("reminders") > dec!(0) && cost("reminders") <= dec!(120), "{}", cost("reminders"));
    assert_eq!(cost("fasterInvoicing"), dec!(60));
}
