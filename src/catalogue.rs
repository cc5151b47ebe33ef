//! What the engine knows that a page would otherwise write down again: defaults, bounds, usual values, fields.

use std::collections::BTreeMap;

use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};

use crate::bounds::{self, Bounds};
use crate::conventions::Conventions;
use crate::import::field::Field;
use crate::import::source::Kind;
use crate::scenario::{Action, Lever, Parameter, ScenarioRequest, TermsRule, usual};
use crate::terms::{Regime, law};

/// What can be asked, chosen and set, with where it starts.
#[apply(answer!)]
pub struct Catalogue {
    /// The usual conventions.
    pub conventions: Conventions,
    /// What a column can mean, by the kind of data.
    pub fields: Vec<FieldsOfKind>,
    /// The levers, in the order in which they apply.
    pub levers: Vec<LeverEntry>,
    /// Usual yearly cost of money, in percent.
    pub rate_percent: Decimal,
    /// Does a scope by agreed terms ask for due dates?
    pub terms_scope_needs_due_date: bool,
    /// What numbers may be, by name.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, Bounds>"))]
    pub bounds: BTreeMap<&'static str, Bounds>,
    /// The regimes of the law, by name.
    pub regimes: Vec<&'static str>,
    /// Those of them that "end of month" may be computed in two ways for.
    pub month_end_regimes: Vec<&'static str>,
    /// The questions about what is typed into them, whatever data there is.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "(keyof Questions)[]"))]
    pub typed_questions: Vec<&'static str>,
}

/// The fields of one kind of data.
#[apply(answer!)]
pub struct FieldsOfKind {
    /// The kind.
    pub kind: Kind,
    /// Its fields, those that it cannot do without first.
    pub fields: Vec<Field>,
}

/// What a lever is about.
#[apply(answer!)]
#[derive(Copy)]
pub enum LeverGroup {
    /// When invoices are due and paid.
    Payment,
    /// How invoices go out and are collected.
    Collection,
    /// Who carries the receivables.
    Financing,
    /// The rest of the working capital.
    Capital,
}

/// What a number counts.
#[apply(answer!)]
#[derive(Copy)]
pub enum NumberUnit {
    /// Hundredths.
    Percent,
    /// Thousandths.
    PerMille,
    /// Whole days.
    Days,
    /// Things.
    Count,
    /// An amount of money.
    Amount,
}

/// A lever.
#[apply(answer!)]
pub struct LeverEntry {
    /// As one would start from it; its action names it.
    pub usual: Lever,
    /// What it is about.
    pub group: LeverGroup,
    /// Its numbers, the one that matters most first.
    pub numbers: Vec<NumberEntry>,
    /// Does it ask for due dates in its usual form?
    pub needs_due_date: bool,
    /// The rules it can follow, if it has several.
    pub rules: Vec<RuleEntry>,
}

/// A rule of a lever.
#[apply(answer!)]
#[derive(Copy)]
pub struct RuleEntry {
    /// The rule.
    pub rule: TermsRule,
    /// Does it ask for due dates?
    pub needs_due_date: bool,
}

/// A number of a lever.
#[apply(answer!)]
pub struct NumberEntry {
    /// Which.
    pub parameter: Parameter,
    /// What it counts.
    pub unit: NumberUnit,
    /// Its least value.
    pub least: Decimal,
    /// Its greatest value.
    pub most: Decimal,
    /// The greatest value worth trying.
    pub most_tried: Decimal,
    /// A step worth taking.
    pub step: Decimal,
    /// Is it one that few will change?
    pub is_fine: bool,
    /// May it be left out, for the data to say?
    pub is_optional: bool,
}

/// The catalogue; `typed_questions` are the session's to name.
#[must_use]
pub fn catalogue(typed_questions: Vec<&'static str>) -> Catalogue {
    let defaults = ScenarioRequest::default();
    let levers = usual(defaults.rate_percent);
    let narrowed = |lever: &Lever| {
        let mut lever = lever.clone();
        lever.scope.terms_above_days = Some(0);
        lever.needs_due_date()
    };
    Catalogue {
        conventions: Conventions::default(),
        fields: Kind::ALL.into_iter().map(|kind| FieldsOfKind { kind, fields: Field::of(kind).to_vec() }).collect(),
        rate_percent: defaults.rate_percent,
        terms_scope_needs_due_date: levers.iter().all(narrowed),
        levers: levers.into_iter().map(entry).collect(),
        bounds: bounds::ALL.iter().copied().collect(),
        regimes: regimes(|_| true),
        month_end_regimes: regimes(Regime::has_both_month_ends),
        typed_questions,
    }
}

/// The names of regimes, each once.
fn regimes(is_meant: fn(&Regime) -> bool) -> Vec<&'static str> {
    let mut names: Vec<&str> =
        law().regimes.iter().filter(|regime| is_meant(regime)).map(|regime| regime.id.as_str()).collect();
    names.dedup();
    names
}

fn entry(usual: Lever) -> LeverEntry {
    LeverEntry {
        group: group(&usual.action),
        numbers: numbers(&usual),
        needs_due_date: usual.needs_due_date(),
        rules: rules(&usual),
        usual,
    }
}

const fn group(action: &Action) -> LeverGroup {
    match action {
        Action::Terms { .. }
        | Action::EarlyPaymentDiscount { .. }
        | Action::DynamicDiscounting { .. }
        | Action::CreditLimits { .. }
        | Action::Deposit { .. } => LeverGroup::Payment,
        Action::FasterInvoicing { .. }
        | Action::DirectDebit { .. }
        | Action::Reminders { .. }
        | Action::Disputes { .. }
        | Action::InstalmentPlan { .. } => LeverGroup::Collection,
        Action::CreditInsurance { .. } | Action::Factoring { .. } | Action::RetentionBond { .. } => {
            LeverGroup::Financing
        }
        Action::Payables { .. } | Action::Inventory { .. } => LeverGroup::Capital,
    }
}

fn rules(lever: &Lever) -> Vec<RuleEntry> {
    let Action::Terms { .. } = lever.action else { return Vec::new() };
    let entry = |rule: TermsRule| {
        let mut lever = lever.clone();
        if let Action::Terms { rule: slot, .. } = &mut lever.action {
            *slot = rule;
        }
        RuleEntry { rule, needs_due_date: lever.needs_due_date() }
    };
    [TermsRule::Minus, TermsRule::Cap, TermsRule::Legal].into_iter().map(entry).collect()
}

/// The numbers of a lever as its sliders offer them.
fn numbers(lever: &Lever) -> Vec<NumberEntry> {
    use NumberUnit::{Amount, Count, Days, PerMille, Percent};
    use Parameter as P;
    let number = |parameter: P, unit, most_tried, step| {
        let Bounds { least, most } = parameter.bounds(lever);
        NumberEntry { parameter, unit, least, most, most_tried, step, is_fine: false, is_optional: false }
    };
    let percent = |parameter| number(parameter, Percent, dec!(100), dec!(1));
    let days = |parameter, most_tried: u32| number(parameter, Days, most_tried.into(), dec!(1));
    let fine = |number| NumberEntry { is_fine: true, ..number };
    let amount = |parameter| number(parameter, Amount, parameter.bounds(lever).most, dec!(1));
    let optional = |number| NumberEntry { is_optional: true, is_fine: true, ..number };
    let share = percent(P::SharePercent);
    match lever.action {
        Action::Terms { .. } => vec![days(P::Days, 90), share],
        Action::EarlyPaymentDiscount { .. } => vec![
            number(P::DiscountPercent, Percent, dec!(5), dec!(0.1)),
            days(P::WithinDays, 60),
            share,
            fine(percent(P::EarlyPayersPercent)),
        ],
        Action::DynamicDiscounting { .. } => {
            vec![number(P::RatePercent, Percent, dec!(20), dec!(0.1)), days(P::WithinDays, 60), share]
        }
        Action::RetentionBond { .. } => {
            vec![number(P::RatePercent, Percent, dec!(10), dec!(0.1)), days(P::WithinDays, 90), share]
        }
        Action::CreditLimits { .. } => vec![amount(P::CustomerLimit), percent(P::MarginPercent), share],
        Action::Deposit { .. } => vec![percent(P::DepositPercent), share, fine(days(P::LeadDays, 180))],
        Action::FasterInvoicing { .. } => vec![days(P::Days, 30), share],
        Action::DirectDebit { .. } => vec![number(P::FeePercent, Percent, dec!(3), dec!(0.05)), share],
        Action::Reminders { .. } => vec![percent(P::ShrinkPercent), share, fine(days(P::Days, 60))],
        Action::Disputes { .. } => vec![share, days(P::AfterDays, 120)],
        Action::InstalmentPlan { .. } => {
            vec![number(P::Instalments, Count, dec!(12), dec!(1)), days(P::AfterDays, 180), share]
        }
        Action::CreditInsurance { .. } => vec![
            number(P::PremiumPerMille, PerMille, dec!(10), dec!(0.1)),
            percent(P::CoveredPercent),
            share,
            optional(number(P::LossPercent, Percent, dec!(10), dec!(0.1))),
            fine(amount(P::Deductible)),
            optional(amount(P::Maximum)),
            optional(amount(P::CustomerLimit)),
        ],
        Action::Factoring { .. } => vec![
            share,
            percent(P::AdvancePercent),
            number(P::FeePercent, Percent, dec!(3), dec!(0.05)),
            number(P::InterestPercent, Percent, dec!(12), dec!(0.1)),
            fine(amount(P::MinimumFee)),
            optional(amount(P::CustomerLimit)),
        ],
        Action::Payables { .. } | Action::Inventory { .. } => vec![days(P::Days, 60), share],
    }
}

#[cfg(test)]
mod tests {
    use super::catalogue;
    use crate::scenario::Parameter;

    #[test]
    fn every_number_of_a_lever_is_there_and_starts_within_its_bounds() {
        for entry in catalogue(Vec::new()).levers {
            let known = |parameter: &Parameter| entry.numbers.iter().any(|number| number.parameter == *parameter);
            let own = Parameter::ALL.into_iter().filter(|parameter| parameter.of(&entry.usual).is_some());
            for parameter in own.filter(|parameter| *parameter != Parameter::YearlyCost) {
                assert!(known(&parameter), "{}: {}", entry.usual.action.name(), parameter.name());
            }
            for number in &entry.numbers {
                let usual = number.parameter.of(&entry.usual);
                assert!(usual.is_some() || number.is_optional, "{}", number.parameter.name());
                assert!(usual.is_none_or(|usual| (number.least..=number.most_tried).contains(&usual)));
                assert!(number.most_tried <= number.most);
            }
        }
    }
}
