import type { Timeline } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { formatDate, formatMonthName } from '../../text/format';
import { t } from '../../text/language.svelte';
import { moneyUnits } from '../money';

/** From when on half of the effect is there for good, and where it dips before; else what is there at the end. */
export function rampTitle({ months, inFullForce }: Timeline): string {
  const full = approximate(inFullForce);
  const last = months.at(-1);
  if (last === undefined || full <= 0) return t('scenario.timelineNone');
  const isHalf = months.map(({ released }) => 2 * approximate(released) >= full);
  const first = isHalf.indexOf(true);
  if (first < 0)
    return t('scenario.rampNever', {
      amount: moneyUnits(last.released),
      date: formatDate(last.to),
    });
  const month = (index: number): string => formatMonthName((months[index] ?? last).to.slice(0, 7));
  const dip = isHalf.findLastIndex((isThere) => !isThere);
  if (dip < first) return t('scenario.rampHalf', { month: month(first) });
  return dip === months.length - 1
    ? t('scenario.rampDip', { month: month(first), dip: month(dip) })
    : t('scenario.rampDurable', { first: month(first), dip: month(dip), month: month(dip + 1) });
}
