//! What holds of scenarios on any data.
#![cfg(not(target_arch = "wasm32"))]

mod made_up;

use std::fmt::Write as _;

use encours::at::{At, TypedBalances};
use encours::conventions::Conventions;
use encours::data::Dataset;
use encours::error::Error;
use encours::scenario::{
    Action, Baseline, Draws, Goal, GoalOutcome, GoalRequest, Lever, Parameter, Range, ScenarioAnswer, ScenarioRequest,
    TermsRule, Timeline, Worth,
};
use made_up::{Line, dataset, invoice_list, lines};
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};

const SERIES: &str = "mois;ca ttc;encours;dont échu;litiges\n2024-01;310;;;\n2024-02;290;;;\n2024-03;310;590;200;20\n2024-04;300;600;150;0\n2024-05;250;580;150;60\n";

/// Far above what dividing at 28 digits loses, far below anything shown.
const NEARLY: Decimal = dec!(0.000001);

fn close(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() <= NEARLY
}

fn terms(rule: TermsRule, days: u32) -> Action {
    Action::terms(rule, days)
}

/// One of each kind. On lists made up here nothing is in dispute.
fn actions() -> Vec<Action> {
    vec![
        terms(TermsRule::Minus, 12),
        terms(TermsRule::Cap, 30),
        terms(TermsRule::Legal, 0),
        Action::EarlyPaymentDiscount { discount_percent: dec!(2), within_days: 10, early_payers_percent: dec!(100) },
        Action::Deposit { deposit_percent: dec!(30), lead_days: 0 },
        Action::FasterInvoicing { days: 4 },
        Action::Reminders { shrink_percent: dec!(40), days: 1 },
        Action::InstalmentPlan { instalments: 3, after_days: 10 },
        Action::CreditInsurance {
            premium_per_mille: dec!(2),
            covered_percent: dec!(90),
            loss_percent: Some(dec!(1)),
            deductible: dec!(0),
            maximum: None,
            customer_limit: None,
        },
        Action::Factoring {
            advance_percent: dec!(85),
            fee_percent: dec!(1),
            interest_percent: dec!(6),
            with_recourse: false,
            minimum_fee: dec!(0),
            customer_limit: None,
        },
        Action::Factoring {
            advance_percent: dec!(80),
            fee_percent: dec!(1),
            interest_percent: dec!(6),
            with_recourse: true,
            minimum_fee: dec!(0),
            customer_limit: None,
        },
        Action::DirectDebit { fee_percent: dec!(0.5) },
        Action::DynamicDiscounting { within_days: 15, rate_percent: dec!(7) },
        Action::Payables { days: 5 },
        Action::Inventory { days: 5 },
    ]
}

fn lever(action: Action, share_percent: Decimal) -> Lever {
    Lever { share_percent, ..Lever::new(action) }
}

fn request(levers: Vec<Lever>) -> ScenarioRequest {
    let balances = TypedBalances {
        inventory: Some(dec!(5000)),
        payables: Some(dec!(4000)),
        purchases: Some(dec!(60000)),
        ..TypedBalances::default()
    };
    ScenarioRequest { baseline: At { balances, ..At::default() }, levers, ..ScenarioRequest::default() }
}

fn scenario(dataset: &Dataset, levers: Vec<Lever>) -> Result<ScenarioAnswer, Error> {
    made_up::scenario(dataset, &request(levers))
}

fn baseline(dataset: &Dataset, request: &ScenarioRequest) -> Baseline {
    Baseline::of(dataset, request, None).expect("a baseline")
}

fn timeline(dataset: &Dataset, request: &ScenarioRequest) -> Timeline {
    baseline(dataset, request).timeline(request).expect("a timeline")
}

fn sum(levers: &[encours::scenario::LeverAnswer], of: fn(&Worth) -> Decimal) -> Decimal {
    levers.iter().map(|lever| of(&lever.in_order)).sum()
}

/// Some of the levers, each with a share.
fn some_levers() -> impl Strategy<Value = Vec<Lever>> {
    let one = (0..actions().len(), 1_u32..=100)
        .prop_filter_map("a kind", |(kind, share)| Some(lever(actions().get(kind)?.clone(), share.into())));
    prop::collection::vec(one, 0..6)
}

fn is_about_scope(error: &Error) -> bool {
    matches!(error.code(), "nothing-in-scope" | "missing-loss" | "missing-term" | "history-too-short")
}

/// Invoices of every day of two years and more, all alike: what is agreed, and when it is paid.
fn constant_sales(term: u32, paid: u32) -> Dataset {
    let every_day: Vec<Line> = (0..900).map(|day| (day, term, Some(paid), 10_000)).collect();
    dataset(&invoice_list(&every_day))
}

/// A year of these is past when what was issued in its first days is paid.
fn as_of() -> Option<chrono::NaiveDate> {
    chrono::NaiveDate::from_ymd_opt(2025, 12, 31)
}

fn on_constant_sales(action: Action, share: u32) -> ScenarioRequest {
    let mut request = request(vec![lever(action, share.into())]);
    request.baseline.as_of = as_of();
    request
}

#[test]
fn customers_known_well_are_believed_alone() {
    // One invoice of 120 a day with a term of 30, by turns of a customer that pays on day 45 and of one that pays on day 60: ten
    // days less of terms free ten days of sales, whatever of them is open.
    let mut text = String::from("number;customer;issue date;due date;amount;paid date\n");
    let first = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day");
    for day in 0..365_u64 {
        let issued = first + chrono::Days::new(day);
        let takes = if day % 2 == 0 { 45 } else { 60 };
        let paid = if day + takes < 365 { (issued + chrono::Days::new(takes)).to_string() } else { String::new() };
        let due = issued + chrono::Days::new(30);
        writeln!(text, "{day};C{};{issued};{due};120;{paid}", day % 2).expect("a string takes it");
    }
    let baseline = At { as_of: Some(first + chrono::Days::new(364)), ..At::default() };
    let levers = vec![lever(terms(TermsRule::Cap, 20), dec!(100))];
    let asked = ScenarioRequest { baseline, levers, ..ScenarioRequest::default() };
    let answer = made_up::scenario(&dataset(&text), &asked).expect("an answer");
    assert_eq!(answer.worth.cash_released, dec!(1200));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_lever_of_nobody_is_no_lever(lines in lines()) {
        let dataset = dataset(&invoice_list(&lines));
        let without = scenario(&dataset, Vec::new()).expect("the baseline");
        prop_assert_eq!(&without.before, &without.after);
        prop_assert_eq!(&without.worth, &Worth::default());
        let nobody = actions().into_iter().map(|action| lever(action, dec!(0))).collect();
        prop_assert_eq!(&scenario(&dataset, nobody).expect("the baseline"), &without);
    }

    #[test]
    fn levers_add_up(lines in lines(), levers in some_levers()) {
        let dataset = dataset(&invoice_list(&lines));
        let request = request(levers);
        let baseline = baseline(&dataset, &request);
        let answer = match baseline.scenario(&request) {
            Err(error) => { prop_assert!(is_about_scope(&error), "{error}"); return Ok(()); }
            Ok(answer) => answer,
        };
        let worth = &answer.worth;
        prop_assert_eq!(sum(&answer.levers, |worth| worth.cash_released), worth.cash_released);
        prop_assert_eq!(sum(&answer.levers, |worth| worth.average_cash_released), worth.average_cash_released);
        prop_assert_eq!(sum(&answer.levers, |worth| worth.yearly_cost), worth.yearly_cost);
        prop_assert_eq!(sum(&answer.levers, |worth| worth.net_yearly_gain), worth.net_yearly_gain);
        prop_assert!(close(worth.financing_gain + worth.avoided_loss - worth.yearly_cost, worth.net_yearly_gain));
        // The same figures by the quick way and by that of the months.
        let headline = baseline.headline(&request).expect("an answer");
        prop_assert_eq!(&headline.worth, worth);
        prop_assert_eq!(headline.roll_back_dso, answer.after.roll_back_dso);
        prop_assert_eq!(headline.accounting_dso, answer.after.accounting_dso);
        let last = answer.months.last().expect("a month");
        prop_assert_eq!(last.after, answer.after.receivables);
        // A month says nothing where the sales before it do not reach.
        prop_assert!(last.after_dso.is_none_or(|days| Some(days) == answer.after.roll_back_dso));
        prop_assert!(last.before_dso.is_none_or(|days| Some(days) == answer.before.roll_back_dso));
        prop_assert_eq!(headline.receivables, answer.after.receivables);
        let mut released = Vec::new();
        for month in &answer.months {
            released.push(month.before.zip(month.after).map_or(Decimal::ZERO, |(before, after)| before - after));
        }
        prop_assert!(released.iter().all(|released| *released >= -NEARLY), "{released:?}");
    }

    #[test]
    fn what_is_kept_for_other_shares_changes_nothing(lines in lines(), levers in some_levers(), shares in prop::collection::vec(prop::sample::select(vec![20, 50, 80, 100]), 6)) {
        let data = dataset(&invoice_list(&lines));
        let first = request(levers);
        let mut second = first.clone();
        for (lever, share) in second.levers.iter_mut().zip(&shares) {
            lever.share_percent = Decimal::from(*share);
            if let Action::Deposit { deposit_percent, .. } = &mut lever.action {
                *deposit_percent = dec!(17);
            }
        }
        let asked_before = baseline(&data, &first);
        let before = asked_before.headline(&first).is_ok();
        match (asked_before.headline(&second), baseline(&data, &second).headline(&second)) {
            (Ok(kept), Ok(fresh)) => prop_assert!(before && kept == fresh),
            (kept, fresh) => prop_assert!(kept.is_err() && fresh.is_err()),
        }
    }

    #[test]
    fn customers_make_the_whole(lines in lines(), levers in some_levers()) {
        let (data, asked) = (dataset(&invoice_list(&lines)), request(levers));
        let baseline = baseline(&data, &asked);
        let answer = match baseline.by_customer(&data, &asked) {
            Ok(answer) => answer,
            Err(error) => { prop_assert!(is_about_scope(&error), "{error}"); return Ok(()) }
        };
        let parts = || answer.customers.iter().map(|customer| &customer.worth).chain([&answer.others, &answer.shared]);
        prop_assert!(close(parts().map(|worth| worth.cash_released).sum(), answer.whole.cash_released));
        prop_assert!(close(parts().map(|worth| worth.net_yearly_gain).sum(), answer.whole.net_yearly_gain));
        // Nothing is typed: what no customer brings is suppliers, stocks and insurance.
        prop_assert_eq!(answer.shared.receivables_released, dec!(0));
        prop_assert!(answer.others.receivables_released.abs() < dec!(0.01));
        let kinds = asked.levers.iter().map(|lever| &lever.action);
        if !kinds.clone().any(|action| matches!(action, Action::CreditInsurance { .. } | Action::Payables { .. } | Action::Inventory { .. })) {
            prop_assert!(close(answer.shared.net_yearly_gain, dec!(0)), "{:?}", answer.shared);
        }
    }

    #[test]
    fn parts_never_exceed_the_whole(lines in lines(), actions in prop::collection::vec((0..actions().len(), 1_u32..=100), 1..6)) {
        // Several levers of a kind, on a ledger with credit notes. A list of nothing else is read as one of invoices.
        prop_assume!(lines.iter().any(|(.., cents)| *cents > 0));
        let dataset = dataset(&invoice_list(&lines));
        let levers = actions.into_iter().filter_map(|(kind, share)| {
            Some(Lever { yearly_cost: dec!(0), ..lever(self::actions().get(kind)?.clone(), share.into()) })
        });
        let request = request(levers.collect());
        let Ok(answer) = baseline(&dataset, &request).scenario(&request) else { return Ok(()) };
        let start = chrono::NaiveDate::from_ymd_opt(2024, 1, 10).expect("a date");
        for month in &answer.months {
            let Some((before, after)) = month.before.zip(month.after) else { continue };
            let day = (month.month.last_day().min(answer.as_of) - start).num_days();
            let stands = |(issued, _, paid, cents): &&Line| {
                let issued = i64::from(*issued);
                *cents > 0 && issued <= day && paid.is_none_or(|paid| issued + i64::from(paid) > day)
            };
            let owed: i64 = lines.iter().filter(stands).map(|(.., cents)| cents).sum();
            prop_assert!(before - after <= Decimal::new(owed, 2) + dec!(0.001), "{}: {before} {after} {owed}", month.month);
        }
        let sales = answer.levers.iter().map(|lever| lever.yearly_sales).max().unwrap_or_default();
        // The dearest lever takes 2 % of each sale, and no sale is charged twice by levers of one kind.
        let costs = |kind: &str| answer.levers.iter().filter(|lever| lever.lever == kind).map(|lever| lever.in_order.yearly_cost).sum::<Decimal>();
        prop_assert!(costs("earlyPaymentDiscount") <= sales * dec!(0.02) + NEARLY);
        prop_assert!(costs("creditInsurance") <= sales * dec!(0.002) + NEARLY);
        let all: i64 = lines.iter().map(|(.., cents)| *cents).filter(|cents| *cents > 0).sum();
        let advanced = Decimal::new(all, 2);
        prop_assert!(costs("factoring") <= sales * dec!(0.01) + advanced * dec!(0.06) + NEARLY);
    }

    #[test]
    fn a_discount_pays_where_its_net_gain_says_so(lines in lines(), tenths in 1_u32..40, within in 0_u32..60, share in 1_u32..=100) {
        let discount_percent = Decimal::new(tenths.into(), 1);
        let action = Action::EarlyPaymentDiscount { discount_percent, within_days: within, early_payers_percent: dec!(100) };
        let answer = scenario(&dataset(&invoice_list(&lines)), vec![lever(action, share.into())]).expect("an answer");
        let Some(discount) = answer.discount else { return Ok(()) };
        prop_assert_eq!(discount.pays, answer.worth.net_yearly_gain > dec!(0));
        // Who gains no day gains nothing; what was sold before the window still stands in its receivables, at no cost in it.
        let start = chrono::NaiveDate::from_ymd_opt(2024, 1, 10).expect("a day");
        let since = answer.as_of - chrono::Days::new(330);
        let is_all_sold_in_window = lines.iter().all(|(issued, ..)| start + chrono::Days::new((*issued).into()) >= since);
        prop_assert!(!is_all_sold_in_window || discount.observed_days > discount.within_days || !discount.pays);
    }

    #[test]
    fn the_order_of_rows_and_levers_changes_nothing(lines in lines(), levers in some_levers()) {
        let text = invoice_list(&lines);
        let (header, rows) = text.split_once('\n').expect("a header");
        let mut backwards: Vec<&str> = rows.lines().collect();
        backwards.reverse();
        let backwards = format!("{header}\n{}\n", backwards.join("\n"));
        // Of several of one kind the order counts.
        let mut levers = levers;
        levers.sort_by_key(|lever| lever.action.place());
        levers.dedup_by_key(|lever| lever.action.place());
        let one = scenario(&dataset(&text), levers.clone());
        let other = scenario(&dataset(&backwards), levers.into_iter().rev().collect());
        let told = |answer: Result<ScenarioAnswer, Error>| {
            answer.map(|answer| (answer.worth, answer.after)).map_err(|error| error.code())
        };
        prop_assert_eq!(told(one), told(other));
    }

    #[test]
    fn more_adoption_never_frees_less(lines in lines(), less in 1_u32..=50, more in 0_u32..=50, kind in 0_usize..4) {
        let dataset = dataset(&invoice_list(&lines));
        let actions = [
            terms(TermsRule::Minus, 15),
            Action::Deposit { deposit_percent: dec!(40), lead_days: 0 },
            Action::Reminders { shrink_percent: dec!(50), days: 2 },
            Action::FasterInvoicing { days: 8 },
        ];
        let Some(action) = actions.get(kind) else { return Ok(()) };
        let freed = |share: u32| Some(scenario(&dataset, vec![lever(action.clone(), share.into())]).ok()?.worth);
        if let Some((less, more)) = freed(less).zip(freed(less + more)) {
            prop_assert!(less.cash_released <= more.cash_released);
            prop_assert!(less.average_cash_released <= more.average_cash_released);
        }
    }

    #[test]
    fn more_settled_disputes_never_free_less(shares in (1_u32..=50, 0_u32..=50), disputed in prop::collection::vec(any::<bool>(), 12)) {
        let mut text = String::from("number;customer;issue date;due date;amount;paid date;status\n");
        for (number, disputed) in disputed.iter().enumerate() {
            let status = if *disputed { "disputed" } else { "" };
            let paid = if number % 5 == 4 { String::new() } else { format!("2025-{:02}-25", number % 12 / 2 + 6) };
            writeln!(text, "{number};A;2025-{:02}-15;2025-{:02}-15;100;{paid};{status}", number % 6 + 1, number % 6 + 2).expect("a string takes it");
        }
        let dataset = dataset(&text);
        let freed = |share: u32| Some(scenario(&dataset, vec![lever(Action::Disputes { after_days: 5 }, share.into())]).ok()?.worth.cash_released);
        if let Some((less, more)) = freed(shares.0).zip(freed(shares.0 + shares.1)) {
            prop_assert!(less <= more);
        }
    }

    #[test]
    fn goal_seek_finds_what_was_computed(lines in lines(), days in 1_u32..40) {
        let dataset = dataset(&invoice_list(&lines));
        let wanted = request(vec![lever(terms(TermsRule::Minus, days), dec!(100))]);
        let baseline = baseline(&dataset, &wanted);
        let Ok(headline) = baseline.headline(&wanted) else { return Ok(()) };
        let start = request(vec![lever(terms(TermsRule::Minus, 0), dec!(100))]);
        let target = headline.worth.cash_released;
        let goal = GoalRequest { scenario: start, index: 0, parameter: Parameter::Days, goal: Goal::CashReleased, target };
        let found = baseline.goal_seek(&goal).expect("an answer");
        // Fewer days may do as well, since payments leave the receivables one by one.
        prop_assert!(found.value <= days.into() && found.reached >= target);
        let at_found = request(vec![lever(terms(TermsRule::Minus, found.value.try_into().expect("days")), dec!(100))]);
        prop_assert_eq!(baseline.headline(&at_found).expect("an answer").worth.cash_released, found.reached);
        prop_assert!(found.outcome != GoalOutcome::OutOfReach);
    }

    #[test]
    fn days_taken_off_are_days_of_sales(term in 20_u32..60, late in 0_u32..30, cut in 0_u32..20, share in 1_u32..=100) {
        // 100 a day: k days less for a share frees that share of k days of sales.
        let dataset = constant_sales(term, term + late);
        let worth = |action| made_up::scenario(&dataset, &on_constant_sales(action, share)).expect("an answer").worth;
        let freed = Decimal::from(cut * share);
        prop_assert_eq!(worth(terms(TermsRule::Minus, cut)).cash_released, freed);
        prop_assert_eq!(worth(terms(TermsRule::Cap, term - cut)).cash_released, freed);
        prop_assert_eq!(worth(Action::FasterInvoicing { days: cut }).cash_released, freed);
        prop_assert_eq!(worth(Action::Reminders { shrink_percent: dec!(0), days: cut }).cash_released, Decimal::from(cut.min(late) * share));
    }

    #[test]
    fn a_timeline_ends_in_full_force(term in 20_u32..60, late in 1_u32..30, kind in 0..actions().len(), share in 1_u32..=100) {
        let dataset = constant_sales(term, term + late);
        let Some(action) = actions().get(kind).cloned() else { return Ok(()) };
        let request = on_constant_sales(action, share);
        let Ok(expected) = made_up::scenario(&dataset, &request) else { return Ok(()) };
        let timeline = timeline(&dataset, &request);
        let last = timeline.months.last().expect("a month");
        prop_assert!(close(last.released, expected.worth.cash_released), "{} {}", last.released, expected.worth.cash_released);
        prop_assert_eq!(timeline.in_full_force, expected.worth.cash_released);
        // Without the levers the receivables stay what they are, and what comes in is what is sold.
        prop_assert!(close(last.receivables_without, Decimal::from(100 * (term + late))));
        let days = (last.to - last.from).num_days() + 1;
        prop_assert!(close(last.cash_in_without, Decimal::from(100 * days)));
        prop_assert!(close(last.cash_in_with, last.cash_in_without));
        // What came in more over the year is what is released.
        let more: Decimal = timeline.months.iter().map(|month| month.cash_in_with - month.cash_in_without).sum();
        let beside = if matches!(request.levers.first().map(|lever| &lever.action), Some(Action::Payables { .. } | Action::Inventory { .. } | Action::Factoring { with_recourse: true, .. })) { last.released } else { dec!(0) };
        prop_assert!(close(more + beside, last.released));
    }

    #[test]
    fn what_collects_acts_on_what_is_open(term in 20_u32..60, late in 1_u32..30, live in 1_u64..200, share in 1_u32..=100) {
        let dataset = constant_sales(term, term + late);
        let go_live = |days: u64| Some(as_of().expect("a date") + chrono::Days::new(days));
        let reminders = lever(Action::Reminders { shrink_percent: dec!(40), days: 1 }, share.into());
        let factor = lever(Action::Factoring { advance_percent: dec!(85), fee_percent: dec!(1), interest_percent: dec!(6), with_recourse: false, minimum_fee: dec!(0), customer_limit: None }, share.into());
        let shorter = lever(terms(TermsRule::Minus, 12), share.into());
        let levers = vec![
            Lever { go_live: go_live(1), ..reminders.clone() },
            Lever { go_live: go_live(live + 7), ..factor },
            Lever { go_live: go_live(live), ..shorter },
        ];
        let all = ScenarioRequest { levers, ..on_constant_sales(terms(TermsRule::Minus, 0), 0) };
        let told = timeline(&dataset, &all);
        let alone = ScenarioRequest { levers: vec![reminders], ..all.clone() };
        let expected = made_up::scenario(&dataset, &alone).expect("an answer").worth.cash_released;
        // Reminders are in full force from their first day, until the next lever is live.
        for week in told.weeks.iter().filter(|week| week.to < go_live(live).expect("a date")) {
            prop_assert!(close(week.released, expected), "{} {expected}", week.released);
        }
        let last = told.months.last().expect("a month");
        for (place, month) in told.months.iter().enumerate() {
            let parts = told.by_lever.iter().filter_map(|course| course.released.get(place)).sum::<Decimal>();
            prop_assert!(close(parts, month.released), "{parts} {}", month.released);
        }
        prop_assert!(told.weeks.iter().all(|week| week.released <= told.peak));
        if live + 7 + u64::from(term + late) < 360 {
            prop_assert!(close(last.released, told.in_full_force), "{} {}", last.released, told.in_full_force);
        }
    }

    #[test]
    fn a_series_of_constant_sales_loses_the_days_taken_off(days in 5_u32..55, cut in 0_u32..60, share in 1_u32..=100) {
        let mut text = String::from("mois;ca ttc;encours\n");
        for (month, length) in [31_u32, 28, 31, 30, 31, 30].into_iter().enumerate() {
            writeln!(text, "2025-{:02};{};{}", month + 1, length * 10, days * 10).expect("a string takes it");
        }
        let answer = scenario(&dataset(&text), vec![lever(terms(TermsRule::Minus, cut), share.into())]).expect("an answer");
        prop_assert!(close(answer.worth.cash_released * dec!(100), Decimal::from(cut.min(days) * 10 * share)));
    }

    #[test]
    fn a_series_adds_up(levers in some_levers()) {
        let conventions = Conventions { window_months: 3, ..Conventions::default() };
        let mut request = request(levers);
        request.baseline.conventions = conventions;
        let dataset = dataset(SERIES);
        let baseline = baseline(&dataset, &request);
        let answer = match baseline.scenario(&request) {
            Err(error) => { prop_assert!(is_about_scope(&error), "{error}"); return Ok(()); }
            Ok(answer) => answer,
        };
        prop_assert_eq!(sum(&answer.levers, |worth| worth.cash_released), answer.worth.cash_released);
        prop_assert_eq!(sum(&answer.levers, |worth| worth.net_yearly_gain), answer.worth.net_yearly_gain);
        prop_assert_eq!(baseline.headline(&request).expect("an answer").worth, answer.worth);
    }

    #[test]
    fn pieces_of_a_simulation_are_the_whole(count in 1_u32..40) {
        let range = Range { parameter: Parameter::SharePercent, low: dec!(10), high: dec!(90) };
        let lever = Lever { ranges: vec![range], ..lever(terms(TermsRule::Minus, 10), dec!(50)) };
        let request = request(vec![lever]);
        let dataset = dataset(SERIES);
        let baseline = baseline(&dataset, &request);
        let whole = baseline.simulate(&request, &mut Draws::default(), count + 7).expect("draws");
        let mut draws = Draws::default();
        baseline.simulate(&request, &mut draws, count).expect("draws");
        prop_assert_eq!(baseline.simulate(&request, &mut draws, count + 7).expect("draws"), whole);
    }
}
