//! Levers in the form both models use: rates as fractions, one of each kind.

use rust_decimal::Decimal;

use super::request::{Lever, TermsRule};

/// Shorter terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Share of every amount that gets them, 0 to 1.
    pub adoption: Decimal,
    /// How they become shorter.
    pub rule: TermsRule,
    /// The days of the rule.
    pub days: u32,
    /// Term agreed today where the data does not say.
    pub current_term_days: Option<u32>,
}

impl Terms {
    /// Days by which an agreed term becomes shorter, never below zero and never more than the term.
    ///
    /// A credit already past its term cannot be taken back: only the term shrinks, the delay beyond it stays.
    #[must_use]
    pub fn cut(&self, term_days: i64) -> i64 {
        let days = i64::from(self.days);
        match self.rule {
            TermsRule::Minus => days.min(term_days.max(0)),
            TermsRule::Cap => (term_days - days).max(0),
        }
    }
}

/// Early-payment discount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Discount {
    /// Share of every amount that takes it, 0 to 1.
    pub take_up: Decimal,
    /// The discount, as a fraction of the amount.
    pub share_of_amount: Decimal,
    /// Day it is paid on, from issue.
    pub within_days: u32,
}

/// The levers of a scenario, in the order they apply. Of several of one kind the last one counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levers {
    /// Shorter terms.
    pub terms: Option<Terms>,
    /// Early-payment discount.
    pub discount: Option<Discount>,
}

impl Levers {
    /// Checked levers of a request.
    #[must_use]
    pub fn of(levers: &[Lever]) -> Self {
        let fraction = |percent: &Decimal| percent / Decimal::ONE_HUNDRED;
        let mut all = Self::default();
        for lever in levers {
            match lever {
                Lever::Terms { share_percent, rule, days, current_term_days } => {
                    all.terms = Some(Terms {
                        adoption: fraction(share_percent),
                        rule: *rule,
                        days: *days,
                        current_term_days: *current_term_days,
                    });
                }
                Lever::EarlyPaymentDiscount { share_percent, discount_percent, within_days } => {
                    all.discount = Some(Discount {
                        take_up: fraction(share_percent),
                        share_of_amount: fraction(discount_percent),
                        within_days: *within_days,
                    });
                }
            }
        }
        all
    }
}
