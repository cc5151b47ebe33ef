import type { CustomerRow } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { formatPercent, formatWholeDaysWithUnit } from '../../text/format';
import { t } from '../../text/language.svelte';
import { latenessOf, muchLater } from '../lateness';

/** What the list says first: that who owes most pays later and later, or how much it weighs. */
export function customersTitle(first: CustomerRow | undefined, total: number): string {
  if (first === undefined || total < 2) return t('analysis.customersTitle');
  const { name, sharePercent } = first;
  const trend = latenessOf(first);
  if (trend?.isWorsening === true && approximate(trend.change) >= muchLater)
    return t('analysis.customersLater', { name, days: formatWholeDaysWithUnit(trend.change) });
  return sharePercent === null
    ? t('analysis.customersTitle')
    : t('analysis.customersWeigh', { name, percent: formatPercent(sharePercent, 0) });
}
