//! The numbers of a lever by name: what ranges, goal seek and checks have in common.

use macro_rules_attribute::apply;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, dec};

use super::request::{Action, Lever, TermsRule};
use crate::bounds::{self, Bounds};

/// A number of a lever.
#[apply(choice!)]
#[derive(Copy, Hash)]
pub enum Parameter {
    /// The share that adopts it.
    SharePercent,
    /// Its cost in a year.
    YearlyCost,
    /// Days.
    Days,
    /// Discount.
    DiscountPercent,
    /// Day of payment with the discount.
    WithinDays,
    /// Share of early payers that take the discount.
    EarlyPayersPercent,
    /// Deposit.
    DepositPercent,
    /// Part of the days late that goes.
    ShrinkPercent,
    /// Days a dispute takes, or after which a plan starts.
    AfterDays,
    /// Number of instalments.
    Instalments,
    /// Insurance premium.
    PremiumPerMille,
    /// Part of the loss covered.
    CoveredPercent,
    /// Loss in percent of sales.
    LossPercent,
    /// Advance of the factor.
    AdvancePercent,
    /// Fee of the factor.
    FeePercent,
    /// Interest of the factor.
    InterestPercent,
    /// Yearly rate of payment on demand, or of a bond.
    RatePercent,
    /// Limit of each customer.
    CustomerLimit,
    /// Margin of sales that stop.
    MarginPercent,
    /// Days from order to invoice.
    LeadDays,
    /// What of an indemnity is not paid.
    Deductible,
    /// Most indemnity of a year.
    Maximum,
    /// Least fee of a year.
    MinimumFee,
}

impl Parameter {
    /// Every parameter.
    pub const ALL: [Self; 23] = [
        Self::SharePercent,
        Self::YearlyCost,
        Self::Days,
        Self::DiscountPercent,
        Self::WithinDays,
        Self::EarlyPayersPercent,
        Self::DepositPercent,
        Self::ShrinkPercent,
        Self::AfterDays,
        Self::Instalments,
        Self::PremiumPerMille,
        Self::CoveredPercent,
        Self::LossPercent,
        Self::AdvancePercent,
        Self::FeePercent,
        Self::InterestPercent,
        Self::RatePercent,
        Self::CustomerLimit,
        Self::MarginPercent,
        Self::LeadDays,
        Self::Deductible,
        Self::Maximum,
        Self::MinimumFee,
    ];

    /// Its name in requests.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SharePercent => "sharePercent",
            Self::YearlyCost => "yearlyCost",
            Self::Days => "days",
            Self::DiscountPercent => "discountPercent",
            Self::WithinDays => "withinDays",
            Self::EarlyPayersPercent => "earlyPayersPercent",
            Self::DepositPercent => "depositPercent",
            Self::ShrinkPercent => "shrinkPercent",
            Self::AfterDays => "afterDays",
            Self::Instalments => "instalments",
            Self::PremiumPerMille => "premiumPerMille",
            Self::CoveredPercent => "coveredPercent",
            Self::LossPercent => "lossPercent",
            Self::AdvancePercent => "advancePercent",
            Self::FeePercent => "feePercent",
            Self::InterestPercent => "interestPercent",
            Self::RatePercent => "ratePercent",
            Self::CustomerLimit => "customerLimit",
            Self::MarginPercent => "marginPercent",
            Self::LeadDays => "leadDays",
            Self::Deductible => "deductible",
            Self::Maximum => "maximum",
            Self::MinimumFee => "minimumFee",
        }
    }

    /// Its value in a lever; `None` if the lever has no such number.
    #[must_use]
    pub fn of(self, lever: &Lever) -> Option<Decimal> {
        let mut lever = lever.clone();
        self.slot(&mut lever).map(|slot| slot.get())
    }

    /// The lever with another value; a whole number where it counts days or instalments. Unchanged if it has no such
    /// number.
    #[must_use]
    pub fn set(self, lever: &Lever, value: Decimal) -> Lever {
        let mut lever = lever.clone();
        if let Some(mut slot) = self.slot(&mut lever) {
            slot.put(value);
        }
        lever
    }

    /// The least and the greatest value it may have in a lever.
    #[must_use]
    pub fn bounds(self, lever: &Lever) -> Bounds {
        let up_to = |most: Decimal| Bounds { least: dec!(0), most };
        match (self, &lever.action) {
            (Self::Instalments, _) => Bounds { least: dec!(1), most: dec!(36) },
            (Self::DiscountPercent | Self::FeePercent | Self::InterestPercent | Self::RatePercent, _) => {
                up_to(dec!(50))
            }
            (Self::YearlyCost, _) => Bounds { least: -bounds::YEARLY_AMOUNT.most, most: bounds::YEARLY_AMOUNT.most },
            (Self::CustomerLimit | Self::Deductible | Self::Maximum | Self::MinimumFee, _) => bounds::YEARLY_AMOUNT,
            (Self::Days, Action::FasterInvoicing { .. } | Action::Payables { .. } | Action::Inventory { .. }) => {
                up_to(dec!(180))
            }
            (Self::Days | Self::WithinDays | Self::AfterDays | Self::LeadDays, _) => bounds::TERM_DAYS,
            _ => bounds::PERCENT,
        }
    }

    /// Does a higher value free less cash? Costs free none either way.
    #[must_use]
    pub const fn frees_less_if_higher(self, lever: &Lever) -> bool {
        match self {
            Self::WithinDays | Self::AfterDays | Self::Instalments => true,
            Self::CustomerLimit => matches!(lever.action, Action::CreditLimits { .. }),
            Self::Days => matches!(lever.action, Action::Terms { rule: TermsRule::Cap, .. }),
            _ => false,
        }
    }

    /// Steps of which its values are whole multiples in a search.
    #[must_use]
    pub fn step(self) -> Decimal {
        match self {
            Self::Days | Self::WithinDays | Self::AfterDays | Self::Instalments | Self::LeadDays => dec!(1),
            _ => dec!(0.01),
        }
    }

    fn slot(self, lever: &mut Lever) -> Option<Slot<'_>> {
        use Slot::{Number, Whole};
        Some(match (self, &mut lever.action) {
            (Self::SharePercent, _) => Number(&mut lever.share_percent),
            (Self::YearlyCost, _) => Number(&mut lever.yearly_cost),
            (
                Self::Days,
                Action::Terms { rule: TermsRule::Minus | TermsRule::Cap, days, .. }
                | Action::FasterInvoicing { days }
                | Action::Reminders { days, .. }
                | Action::Payables { days }
                | Action::Inventory { days },
            ) => Whole(days),
            (Self::DiscountPercent, Action::EarlyPaymentDiscount { discount_percent, .. }) => Number(discount_percent),
            (
                Self::WithinDays,
                Action::EarlyPaymentDiscount { within_days, .. }
                | Action::DynamicDiscounting { within_days, .. }
                | Action::RetentionBond { within_days, .. },
            ) => Whole(within_days),
            (
                Self::RatePercent,
                Action::DynamicDiscounting { rate_percent, .. } | Action::RetentionBond { rate_percent, .. },
            ) => Number(rate_percent),
            (
                Self::CustomerLimit,
                Action::CreditLimits { customer_limit: limit, .. }
                | Action::CreditInsurance { customer_limit: Some(limit), .. }
                | Action::Factoring { customer_limit: Some(limit), .. },
            ) => Number(limit),
            (Self::MarginPercent, Action::CreditLimits { margin_percent, .. }) => Number(margin_percent),
            (Self::LeadDays, Action::Deposit { lead_days, .. }) => Whole(lead_days),
            (Self::Deductible, Action::CreditInsurance { deductible, .. }) => Number(deductible),
            (Self::Maximum, Action::CreditInsurance { maximum: Some(maximum), .. }) => Number(maximum),
            (Self::MinimumFee, Action::Factoring { minimum_fee, .. }) => Number(minimum_fee),
            (Self::EarlyPayersPercent, Action::EarlyPaymentDiscount { early_payers_percent, .. }) => {
                Number(early_payers_percent)
            }
            (Self::DepositPercent, Action::Deposit { deposit_percent, .. }) => Number(deposit_percent),
            (Self::ShrinkPercent, Action::Reminders { shrink_percent, .. }) => Number(shrink_percent),
            (Self::AfterDays, Action::Disputes { after_days } | Action::InstalmentPlan { after_days, .. }) => {
                Whole(after_days)
            }
            (Self::Instalments, Action::InstalmentPlan { instalments, .. }) => Whole(instalments),
            (Self::PremiumPerMille, Action::CreditInsurance { premium_per_mille, .. }) => Number(premium_per_mille),
            (Self::CoveredPercent, Action::CreditInsurance { covered_percent, .. }) => Number(covered_percent),
            (Self::LossPercent, Action::CreditInsurance { loss_percent: Some(loss), .. }) => Number(loss),
            (Self::AdvancePercent, Action::Factoring { advance_percent, .. }) => Number(advance_percent),
            (Self::FeePercent, Action::Factoring { fee_percent, .. } | Action::DirectDebit { fee_percent }) => {
                Number(fee_percent)
            }
            (Self::InterestPercent, Action::Factoring { interest_percent, .. }) => Number(interest_percent),
            _ => return None,
        })
    }
}

/// Where a number of a lever is kept.
enum Slot<'a> {
    Number(&'a mut Decimal),
    Whole(&'a mut u32),
}

impl Slot<'_> {
    fn get(&self) -> Decimal {
        match self {
            Self::Number(number) => **number,
            Self::Whole(whole) => (**whole).into(),
        }
    }

    fn put(&mut self, value: Decimal) {
        match self {
            Self::Number(number) => **number = value,
            Self::Whole(whole) => **whole = value.round().to_u32().unwrap_or(0),
        }
    }
}
