//! Payment terms: due dates, what the law allows, and the penalties for paying late.
//!
//! What the law says, with dates and sources, is data: `law.json`. It changes there and nowhere else.
#![doc = include_str!("README.md")]

mod answer;
mod delays;
mod due_calendar;
mod due_date;
mod law;
mod listing;
mod penalties;
mod rates;
mod regime;
mod usual_term;

pub use answer::{TermsAnswer, TermsRequest, terms};
pub use due_calendar::{DueMonth, due_calendar};
pub use due_date::{DueDateAnswer, DueDateRequest, DueRule, answer as due_date_answer, due_date};
pub use law::{Announcement, HalfYearRates, Indemnity, Law, LegalSource, Regime, Start, law};
pub use penalties::{
    CustomerPenalty, DayCount, InvoicePenalty, Penalties, Penalty, PenaltyPart, PenaltyRequest, PenaltySettings,
    PenaltySum, penalties, penalty,
};
pub use rates::{PenaltyRate, PenaltyRateRequest, RateInForce, RateMoment, TypedRates, penalty_rate};
pub use regime::{
    BeyondDays, Cap, CustomerBeyond, InvoiceBeyond, LegalCheck, LegalRequest, MonthEndReading, RegimeChoice, check,
};
pub use usual_term::{UsualTerm, usual_term};
