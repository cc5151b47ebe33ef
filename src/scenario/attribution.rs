//! What each lever is worth: alone, and in the order they apply, where the parts make the whole.

use rust_decimal::Decimal;

use super::answer::{DiscountAnswer, LeverAnswer, ScenarioHeadline};
use super::baseline::Baseline;
use super::discount::{break_even_percent, compound_percent, simple_percent};
use super::levers::Levers;
use super::request::{Action, ScenarioRequest};
use super::run::LeverSums;
use super::worth::{Valued, value};
use crate::error::Error;
use crate::money::published;

impl Baseline {
    /// What each lever is worth.
    pub(super) fn attribution(&self, levers: &Levers, request: &ScenarioRequest) -> Result<Vec<LeverAnswer>, Error> {
        let mut before = self.headline_of(value(self, &Levers::default(), request)?);
        let mut answers = Vec::new();
        for (place, lever) in levers.iter().enumerate() {
            let Some(asked) = request.levers.get(lever.index) else { continue };
            let alone = value(self, &levers.within(lever.bit()), request)?;
            let after = self.headline_of(value(self, &levers.first(place + 1), request)?);
            let days = |of: fn(&ScenarioHeadline) -> Option<Decimal>| Some(of(&before)? - of(&after)?);
            answers.push(LeverAnswer {
                index: u32::try_from(lever.index).unwrap_or(u32::MAX),
                lever: asked.action.name(),
                in_order: after.worth.since(&before.worth),
                accounting_days: days(|headline| headline.accounting_dso),
                roll_back_days: days(|headline| headline.roll_back_dso),
                yearly_sales: published(
                    self.a_year(alone.run.by_lever.get(lever.index).map_or(Decimal::ZERO, |sums| sums.sales)),
                ),
                loss_percent: match asked.action {
                    Action::CreditInsurance { loss_percent, .. } => {
                        loss_percent.or_else(|| self.loss_percent()).map(published)
                    }
                    _ => None,
                },
                idle: self.idle(lever, &asked.action, &alone),
                alone: alone.worth,
            });
            before = after;
        }
        Ok(answers)
    }

    /// What the first discount is worth.
    pub(super) fn discount(
        &self,
        levers: &Levers,
        valued: &Valued,
        request: &ScenarioRequest,
    ) -> Result<Option<DiscountAnswer>, Error> {
        let found = levers.iter().find_map(|lever| match request.levers.get(lever.index)?.action {
            Action::EarlyPaymentDiscount { discount_percent, within_days, early_payers_percent } => {
                Some((lever, discount_percent, Decimal::from(within_days), early_payers_percent))
            }
            _ => None,
        });
        let Some((lever, percent, within, early_payers)) = found else { return Ok(None) };
        let year = Decimal::from(self.at.conventions.year_days);
        // The tax on what is taken off is not owed either.
        let granted = |sales: Decimal| request.excluding_tax(self.a_year(sales)) * percent / Decimal::ONE_HUNDRED;
        let including_tax =
            |percent: Decimal| percent * (Decimal::ONE_HUNDRED + request.vat_percent) / Decimal::ONE_HUNDRED;
        let taken = |valued: &Valued| valued.run.by_lever.get(lever.index).copied().unwrap_or_default();
        let anyway = |sums: &LeverSums| sums.anyway * early_payers / Decimal::ONE_HUNDRED;
        // Gain and cost of those who pay earlier for it both follow the share; the discounts of the others do not.
        let alone = value(self, &levers.within(lever.bit()), request)?;
        let sums = taken(&alone);
        let typed_cost = request.levers.get(lever.index).map_or(Decimal::ZERO, |lever| lever.yearly_cost);
        let fixed = granted(anyway(&sums)) + typed_cost;
        let net = alone.worth.financing_gain - (alone.worth.yearly_cost - fixed);
        let share = (fixed * lever.share * Decimal::ONE_HUNDRED).checked_div(net).filter(|_| net > Decimal::ZERO);
        // Those who pay by that day anyway gain no day.
        let gained = sums.earlier_days.checked_div(sums.earlier + anyway(&sums)).unwrap_or_default();
        Ok(Some(DiscountAnswer {
            observed_days: published(within + gained),
            within_days: within,
            simple_percent: simple_percent(percent, gained, year).map(published),
            compound_percent: compound_percent(percent, gained, year).map(|percent| percent.round_dp(6).normalize()),
            break_even_percent: published(including_tax(break_even_percent(
                request.rate_percent,
                within,
                within + gained,
                year,
            ))),
            break_even_share_percent: share.filter(|share| *share <= Decimal::ONE_HUNDRED).map(published),
            cost_without_gain: published(granted(anyway(&taken(valued)))),
            pays: alone.worth.net_yearly_gain > Decimal::ZERO,
        }))
    }
}
