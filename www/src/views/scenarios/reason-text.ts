import type { Suggestion } from '../../engine/pkg/encours';
import { formatDayCount, formatDays, formatExact, formatPercent } from '../../text/format';
import { t } from '../../text/language.svelte';
import { moneyUnits } from '../money';

/** Why a lever is suggested, in a sentence with its numbers. */
export function reasonText({ lever, worth, reason }: Suggestion): string {
  const { action } = lever;
  const values = {
    percent: formatPercent(reason.concernedPercent),
    amount: moneyUnits(reason.concernedAmount),
    days: reason.accountingDays === null ? '–' : formatDays(reason.accountingDays),
    day: reason.cashValueOfADay === null ? '–' : moneyUnits(reason.cashValueOfADay),
    share: formatPercent(lever.sharePercent ?? '100'),
    cash: moneyUnits(worth.cashReleased),
    cost: moneyUnits(worth.yearlyCost),
  };
  switch (action.lever) {
    case 'earlyPaymentDiscount':
      return t('suggestionReasons.earlyPaymentDiscount', {
        ...values,
        observed: reason.observedDays === null ? '–' : formatDays(reason.observedDays),
        within: formatDayCount(action.withinDays),
        discount: formatPercent(action.discountPercent, 2),
        breakEven:
          reason.breakEvenPercent === null ? '–' : formatPercent(reason.breakEvenPercent, 2),
      });
    case 'deposit':
      return t('suggestionReasons.deposit', {
        ...values,
        deposit: formatPercent(action.depositPercent),
      });
    case 'reminders':
      return t('suggestionReasons.reminders', {
        ...values,
        shrink: formatPercent(action.shrinkPercent ?? '0'),
      });
    case 'instalmentPlan':
      return t('suggestionReasons.instalmentPlan', {
        ...values,
        after: formatDayCount(action.afterDays),
        instalments: action.instalments,
      });
    case 'creditInsurance':
      return t('suggestionReasons.creditInsurance', {
        ...values,
        loss: reason.lossPercent === null ? '–' : formatPercent(reason.lossPercent, 2),
        covered: formatPercent(action.coveredPercent),
        premium: formatExact(action.premiumPerMille),
      });
    case 'fasterInvoicing':
    case 'payables':
    case 'inventory':
      return t(`suggestionReasons.${action.lever}`, {
        ...values,
        value: formatDayCount(action.days),
      });
    case 'terms':
    case 'disputes':
    case 'factoring':
      return t(`suggestionReasons.${action.lever}`, values);
  }
}
