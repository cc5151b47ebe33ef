//! The replay held against one that takes every invoice by itself, splits it lever by lever and looks at every
//! month-end and every day of the window.
#![cfg(not(target_arch = "wasm32"))]

mod made_up;

use chrono::NaiveDate;
use encours::at::At;
use encours::scenario::{Action, Lever, ScenarioRequest, TermsRule};
use encours::terms::LegalRequest;
use made_up::{Line, dataset, invoice_list};
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A part of an invoice: its share, the day it is due and paid on from issue, and what of it stays in the receivables.
/// Reminders leave parts of days: paid after 2.1 days is nine tenths after two days and a tenth after three.
#[derive(Clone, Copy)]
struct Part {
    share: Decimal,
    due: Decimal,
    paid: Decimal,
    kept: Decimal,
    /// Of what deposits leave of it, the part that no factor bought and the part that factors advanced.
    unsold: Decimal,
    advanced: Decimal,
    /// Was a discount granted?
    discounted: bool,
}

impl Part {
    fn held(&self) -> Decimal {
        self.share * self.kept * (Decimal::ONE - self.advanced)
    }
}

fn percent(percent: Decimal) -> Decimal {
    percent / Decimal::ONE_HUNDRED
}

/// What a lever makes of those who adopt it.
fn adopted(part: Part, action: &Action, usual_late: Decimal) -> Vec<Part> {
    let Part { due, paid, kept, .. } = part;
    let days = |days: u32| Decimal::from(days);
    let none = Decimal::ZERO;
    let moved = |due, paid| vec![Part { due, paid, ..part }];
    match action {
        Action::Terms { rule, days: by, early_payers_follow, .. } => {
            let cut = match rule {
                TermsRule::Minus => days(*by).min(due.max(none)),
                TermsRule::Cap => (due - days(*by)).max(none),
                TermsRule::Legal => (due - days(60)).max(none),
            };
            let then = if paid <= due && !early_payers_follow { paid.min(due - cut) } else { paid - cut };
            moved(due - cut, then.max(none).min(paid))
        }
        Action::DirectDebit { .. } => moved(due, paid.min(due.max(none))),
        // One discount a euro.
        Action::EarlyPaymentDiscount { .. } if part.discounted => vec![part],
        Action::EarlyPaymentDiscount { within_days, .. } => {
            vec![Part { paid: paid.min(days(*within_days)), discounted: true, ..part }]
        }
        Action::Deposit { deposit_percent, .. } => {
            vec![Part { kept: kept * (Decimal::ONE - percent(*deposit_percent)), ..part }]
        }
        Action::FasterInvoicing { days: by } => moved(due - days(*by), paid - days(*by)),
        Action::Reminders { shrink_percent, days: by } if paid > due => {
            let late = (paid - due) * (Decimal::ONE - percent(*shrink_percent)) - days(*by);
            moved(due, due + late.max(none))
        }
        Action::Disputes { after_days } => moved(due, paid.min(due + usual_late + days(*after_days))),
        Action::InstalmentPlan { instalments, after_days } => (0..*instalments)
            .map(|number| {
                let day = due + days(*after_days + 30 * number);
                Part { share: part.share / Decimal::from(*instalments), paid: paid.min(day), ..part }
            })
            .collect(),
        Action::Reminders { .. }
        | Action::Factoring { .. }
        | Action::DynamicDiscounting { .. }
        | Action::RetentionBond { .. }
        | Action::CreditLimits { .. }
        | Action::CreditInsurance { .. }
        | Action::Payables { .. }
        | Action::Inventory { .. } => vec![part],
    }
}

/// The parts that levers make of an invoice.
fn parts((_, term, paid, _): &Line, levers: &[Lever]) -> Vec<Part> {
    let paid = Decimal::from(paid.map_or(i64::MAX / 4, i64::from));
    let mut parts = vec![Part {
        share: Decimal::ONE,
        due: Decimal::from(*term),
        paid,
        kept: Decimal::ONE,
        unsold: Decimal::ONE,
        advanced: Decimal::ZERO,
        discounted: false,
    }];
    for lever in levers {
        let share = percent(lever.share_percent);
        match lever.action {
            // A factor buys its share of every part that no factor before it bought.
            Action::Factoring { advance_percent, .. } => {
                for part in &mut parts {
                    let sold = part.unsold * share;
                    part.unsold -= sold;
                    part.advanced += sold * percent(advance_percent);
                }
                continue;
            }
            // Who pays by the day of a discount takes it, and no other after it.
            Action::EarlyPaymentDiscount { within_days, .. } => {
                for part in &mut parts {
                    part.discounted |= part.paid <= within_days.into();
                }
            }
            _ => {}
        }
        parts = parts
            .into_iter()
            .flat_map(|part| {
                let keeping = Part { share: part.share * (Decimal::ONE - share), ..part };
                let adopting = Part { share: part.share * share, ..part };
                std::iter::once(keeping).chain(adopted(adopting, &lever.action, Decimal::ZERO))
            })
            .collect();
    }
    parts
}

/// Receivables added up over the days from `first` to `last` under levers, invoice by invoice.
fn receivables(lines: &[Line], levers: &[Lever], first: i64, last: i64) -> Decimal {
    let mut sum = Decimal::ZERO;
    for line in lines {
        let (issued, _, _, cents) = line;
        let issued = i64::from(*issued);
        for part in parts(line, levers) {
            let held = |paid: Decimal| {
                let held_until = issued.saturating_add(paid.to_i64().expect("whole days")).saturating_sub(1).min(last);
                Decimal::from((held_until - issued.max(first) + 1).max(0))
            };
            let (day, later) = (part.paid.floor(), part.paid - part.paid.floor());
            let days = held(day) * (Decimal::ONE - later) + held(day + Decimal::ONE) * later;
            sum += Decimal::new(*cents, 2) * part.held() * days;
        }
    }
    sum
}

const RULES: &[TermsRule] = &[TermsRule::Minus, TermsRule::Cap, TermsRule::Legal];

fn action() -> impl Strategy<Value = Action> {
    let percents = || (0_u32..=100).prop_map(Decimal::from);
    prop_oneof![
        (prop::sample::select(RULES), 0_u32..80, any::<bool>()).prop_map(|(rule, days, early_payers_follow)| {
            Action::Terms { rule, days, legal: LegalRequest::default(), current_term_days: None, early_payers_follow }
        }),
        (1_u32..30, 0_u32..60).prop_map(|(tenths, within_days)| Action::EarlyPaymentDiscount {
            discount_percent: Decimal::new(tenths.into(), 1),
            within_days,
            early_payers_percent: Decimal::ONE_HUNDRED,
        }),
        percents().prop_map(|deposit_percent| Action::Deposit { deposit_percent, lead_days: 0 }),
        (0_u32..30).prop_map(|days| Action::FasterInvoicing { days }),
        Just(Action::DirectDebit { fee_percent: Decimal::ONE }),
        (percents(), 0_u32..20).prop_map(|(shrink_percent, days)| Action::Reminders { shrink_percent, days }),
        (1_u32..6, 0_u32..40).prop_map(|(instalments, after_days)| Action::InstalmentPlan { instalments, after_days }),
        percents().prop_map(|advance_percent| Action::Factoring {
            advance_percent,
            fee_percent: Decimal::ZERO,
            interest_percent: Decimal::ZERO,
            with_recourse: false,
            minimum_fee: Decimal::ZERO,
            customer_limit: None,
        }),
    ]
}

fn levers() -> impl Strategy<Value = Vec<Lever>> {
    let lever =
        (action(), 1_u32..=100).prop_map(|(action, share)| Lever { share_percent: share.into(), ..Lever::new(action) });
    prop::collection::vec(lever, 1..6).prop_map(|mut levers| {
        levers.sort_by_key(|lever| lever.action.place());
        levers
    })
}

fn paid_lines() -> impl Strategy<Value = Vec<Line>> {
    prop::collection::vec((0_u32..400, 0_u32..100, (0_u32..150).prop_map(Some), 1_i64..1_000_000), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_invoice_by_itself_gives_the_same(lines in paid_lines(), levers in levers()) {
        let start = NaiveDate::from_ymd_opt(2024, 1, 10).expect("a date");
        let dataset = dataset(&invoice_list(&lines));
        let request = ScenarioRequest { baseline: At::default(), levers: levers.clone(), ..ScenarioRequest::default() };
        let answer = made_up::scenario(&dataset, &request).expect("an answer");
        for month in &answer.months {
            let end = month.month.last_day().min(answer.as_of);
            // Before the first day there is nothing.
            let day = (end - start).num_days();
            if day < 0 {
                continue;
            }
            let (before, after) = (receivables(&lines, &[], day, day), receivables(&lines, &levers, day, day));
            prop_assert!((month.before.expect("receivables") - before).abs() < Decimal::new(1, 9));
            // What is released is rounded to ledger units.
            let after = before - (before - after).round_dp(3);
            prop_assert!((month.after.expect("receivables") - after).abs() <= Decimal::new(1, 3), "{end}: {:?} {after}", month.after);
        }
        // The days of the window before the first invoice count, with nothing on them.
        let last = (answer.as_of - start).num_days();
        let days = i64::from(answer.averaged_days);
        let of = |levers: &[Lever]| receivables(&lines, levers, last - days + 1, last) / Decimal::from(days);
        let average = of(&[]) - of(&levers);
        prop_assert!((answer.worth.average_cash_released - average).abs() < Decimal::new(1, 6), "{average}");
    }
}
