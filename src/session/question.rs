//! Everything that can be asked, each with its request and its answer, written down once: about the data that was read,
//! or about what is typed into the question.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::at::TypedBalances;
use crate::behaviour::{Behaviour, BehaviourRequest};
use crate::benchmark::{BenchmarkAnswer, BenchmarkRequest};
use crate::calculators::{CalculatorAnswer, CalculatorRequest};
use crate::catalogue::Catalogue;
use crate::customers::{CustomerAnswer, CustomerRequest, CustomersPage, CustomersRequest, TwinsAnswer, TwinsRequest};
use crate::cut::Cut;
use crate::import::rate_table::{RateTable, RateTableRequest};
use crate::import::rejected::{RejectedPage, RejectedRequest};
use crate::measures::{DsoChangeAnswer, DsoChangeRequest};
use crate::quick::{QuickAnswer, QuickRequest};
use crate::report::{Report, ReportRequest, Totals};
use crate::scenario::{
    ByCustomer, DiscountCost, DiscountRequest, GoalAnswer, GoalRequest, PlanAnswer, PlanRequest, ScenarioAnswer,
    ScenarioHeadline, ScenarioRequest, SimulateRequest, Suggestions, SuggestionsRequest, Timeline, Uncertainty,
};
use crate::segments::{SegmentsPage, SegmentsRequest};
use crate::targets::{TargetsAnswer, TargetsRequest};
use crate::terms::{
    DueDateAnswer, DueDateRequest, Law, Penalty, PenaltyRateRequest, PenaltyRequest, RateInForce, TermsAnswer,
    TermsRequest,
};

/// A question that has nothing to say but its name: `{}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

macro_rules! questions {
    ($($(#[$doc:meta])* $about:ident $key:ident $name:ident ($request:ident) -> $answer:ident;)*) => {
        /// A question, by its name: `{"report": {…}}`.
        #[derive(Clone, Debug, PartialEq, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub enum Question {
            $($(#[$doc])* $name($request),)*
        }

        /// Its answer, without the name.
        #[allow(clippy::large_enum_variant, reason = "there is one at a time, and it is moved once")]
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum Answer {
            $($(#[$doc])* $name($answer),)*
        }

        $(impl From<$answer> for Answer {
            fn from(answer: $answer) -> Self {
                Self::$name(answer)
            }
        })*

        /// The names of the questions about what is typed into them, whatever data there is.
        pub fn about_typed() -> Vec<&'static str> {
            let all = [$((stringify!($about), stringify!($key)),)*];
            all.into_iter().filter(|(about, _)| *about == "typed").map(|(_, name)| name).collect()
        }

        /// Their types for TypeScript: the request and the answer of each question, by its name.
        pub const TYPES: &str = concat!(
            "/** What is asked with `{}`. */\nexport type Nothing = Record<string, never>;\n",
            "/** The request and the answer of each question, by its name. */\nexport interface Questions {\n",
            $("  ", stringify!($key), ": { request: ", stringify!($request), "; answer: ", stringify!($answer), " };\n",)*
            "}\n/** A question: one key, which names it, and its request. */\n",
            "export type Question = { [Name in keyof Questions]: Record<Name, Questions[Name][\"request\"]> }[keyof Questions];\n",
            "/** The answer to any question. */\nexport type Answer = Questions[keyof Questions][\"answer\"];\n",
        );
    };
}

questions! {
    /// A DSO from three typed numbers.
    typed quick Quick(QuickRequest) -> QuickAnswer;
    /// Every figure at one date.
    data report Report(ReportRequest) -> Report;
    /// What the data amounts to, to tell one way to read it from another.
    data totals Totals(Nothing) -> Totals;
    /// A part of the rows that could not be read.
    data rejected Rejected(RejectedRequest) -> RejectedPage;
    /// A part of the list of customers.
    data customers Customers(CustomersRequest) -> CustomersPage;
    /// Customers that are likely one, written in several ways.
    data twins Twins(TwinsRequest) -> TwinsAnswer;
    /// One customer, with its invoices.
    data customer Customer(CustomerRequest) -> CustomerAnswer;
    /// The values of a segment, ranked, and why the DSO changed by them.
    data segments Segments(SegmentsRequest) -> SegmentsPage;
    /// How customers pay, and what the open items are expected to bring.
    data behaviour Behaviour(BehaviourRequest) -> Behaviour;
    /// Where the firm stands among those of its activity.
    data benchmark Benchmark(BenchmarkRequest) -> BenchmarkAnswer;
    /// How far targets are.
    data targets Targets(TargetsRequest) -> TargetsAnswer;
    /// Agreed terms against the law, and the price of late payment.
    data terms Terms(TermsRequest) -> TermsAnswer;
    /// Everything a scenario changes.
    data scenario Scenario(ScenarioRequest) -> ScenarioAnswer;
    /// The figures of a scenario that follow a slider.
    data headline Headline(ScenarioRequest) -> ScenarioHeadline;
    /// What a scenario is worth by customer.
    data byCustomer ByCustomer(ScenarioRequest) -> ByCustomer;
    /// The twelve months from going live.
    data timeline Timeline(ScenarioRequest) -> Timeline;
    /// What the ranges of a scenario make of it.
    data simulate Simulate(SimulateRequest) -> Uncertainty;
    /// The value of a parameter that reaches a target.
    data goalSeek GoalSeek(GoalRequest) -> GoalAnswer;
    /// The cheapest levers that reach a target.
    data plan Plan(PlanRequest) -> PlanAnswer;
    /// Every lever in a usual form, tried on this data.
    data suggestions Suggestions(SuggestionsRequest) -> Suggestions;
    /// Why two DSO differ, of states that were kept.
    typed dsoChange DsoChange(DsoChangeRequest) -> DsoChangeAnswer;
    /// A textbook formula.
    typed calculator Calculator(CalculatorRequest) -> CalculatorAnswer;
    /// What a discount costs in a year.
    typed discount Discount(DiscountRequest) -> DiscountCost;
    /// The due date of an invoice.
    typed dueDate DueDate(DueDateRequest) -> DueDateAnswer;
    /// The penalty of an invoice paid late.
    typed penalty Penalty(PenaltyRequest) -> Penalty;
    /// The rate of penalties on a day.
    typed penaltyRate PenaltyRate(PenaltyRateRequest) -> RateInForce;
    /// What the engine knows that a page would otherwise write down again.
    typed catalogue Catalogue(Nothing) -> Catalogue;
    /// A table of rates as it is typed or pasted.
    typed rateTable RateTable(RateTableRequest) -> RateTable;
    /// The law, with its dates and sources.
    typed law Law(Nothing) -> Law;
}

impl Question {
    /// The part of the data it is about, its date, and the typed balances that go with it; `None` of a question without.
    pub(super) const fn place(&mut self) -> Option<(&Cut, Option<NaiveDate>, &mut TypedBalances)> {
        let at = match self {
            Self::Report(request) => return Some((&request.cut, request.as_of, &mut request.balances)),
            Self::Customers(request) => &mut request.baseline,
            Self::Customer(request) => &mut request.baseline,
            Self::Twins(request) => &mut request.baseline,
            Self::Segments(request) => &mut request.baseline,
            Self::Behaviour(request) => &mut request.baseline,
            Self::Terms(request) => &mut request.baseline,
            Self::Benchmark(request) => &mut request.baseline,
            Self::Targets(request) => &mut request.baseline,
            Self::Suggestions(request) => &mut request.baseline,
            Self::Plan(request) => &mut request.baseline,
            Self::Scenario(request) | Self::Headline(request) | Self::ByCustomer(request) | Self::Timeline(request) => {
                &mut request.baseline
            }
            Self::GoalSeek(request) => &mut request.scenario.baseline,
            Self::Simulate(request) => &mut request.scenario.baseline,
            Self::Quick(_)
            | Self::Calculator(_)
            | Self::DsoChange(_)
            | Self::Discount(_)
            | Self::DueDate(_)
            | Self::Penalty(_)
            | Self::PenaltyRate(_)
            | Self::Catalogue(_)
            | Self::Law(_)
            | Self::RateTable(_)
            | Self::Rejected(_)
            | Self::Totals(_) => return None,
        };
        Some((&at.cut, at.as_of, &mut at.balances))
    }
}
