//! The levers as one would start from them: every kind once, in the order in which they apply.

use rust_decimal::{Decimal, dec};

use super::request::{Action, Lever, Scope, TermsRule};

/// Terms longer than this are retention, which is due after a year, not credit.
pub const RETENTION_DAYS: u32 = 300;

/// Every lever in its usual form, when money costs `rate_percent` a year.
#[must_use]
pub fn usual(rate_percent: Decimal) -> Vec<Lever> {
    let share = |share_percent: Decimal, action: Action| Lever { share_percent, ..Lever::new(action) };
    vec![
        share(dec!(50), Action::terms(TermsRule::Minus, 10)),
        share(
            dec!(20),
            Action::EarlyPaymentDiscount {
                discount_percent: dec!(0.5),
                within_days: 10,
                early_payers_percent: Decimal::ONE_HUNDRED,
            },
        ),
        share(
            dec!(20),
            Action::DynamicDiscounting { within_days: 10, rate_percent: (rate_percent + Decimal::TWO).min(dec!(50)) },
        ),
        Lever {
            scope: Scope { terms_above_days: Some(RETENTION_DAYS), ..Scope::default() },
            ..share(dec!(100), Action::RetentionBond { within_days: 60, rate_percent: dec!(1.5) })
        },
        share(dec!(100), Action::CreditLimits { customer_limit: dec!(100_000), margin_percent: dec!(25) }),
        share(dec!(20), Action::Deposit { deposit_percent: dec!(30), lead_days: 0 }),
        share(dec!(100), Action::FasterInvoicing { days: 3 }),
        share(dec!(30), Action::DirectDebit { fee_percent: dec!(0.05) }),
        share(dec!(100), Action::Reminders { shrink_percent: dec!(30), days: 0 }),
        share(dec!(50), Action::Disputes { after_days: 30 }),
        share(dec!(50), Action::InstalmentPlan { instalments: 3, after_days: 60 }),
        share(
            dec!(100),
            Action::CreditInsurance {
                premium_per_mille: dec!(2),
                covered_percent: dec!(90),
                loss_percent: None,
                deductible: dec!(0),
                maximum: None,
                customer_limit: None,
            },
        ),
        share(
            dec!(30),
            Action::Factoring {
                advance_percent: dec!(85),
                fee_percent: dec!(0.5),
                interest_percent: (rate_percent + Decimal::ONE).min(dec!(50)),
                with_recourse: false,
                minimum_fee: dec!(0),
                customer_limit: None,
            },
        ),
        share(dec!(100), Action::Payables { days: 5 }),
        share(dec!(100), Action::Inventory { days: 5 }),
    ]
}

#[cfg(test)]
mod tests {
    use super::usual;
    use crate::scenario::request::MOST_LEVERS;
    use rust_decimal::dec;

    #[test]
    fn every_kind_is_there_once_and_in_its_place() {
        let levers = usual(dec!(5));
        assert!(levers.iter().enumerate().all(|(place, lever)| lever.action.place() == place));
        assert_eq!(levers.len() + 1, MOST_LEVERS);
        assert!(levers.iter().all(|lever| lever.check().is_ok()));
    }
}
