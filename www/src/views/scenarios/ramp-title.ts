import type { Timeline } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { formatDate, formatMonthName } from '../../text/format';
import { t } from '../../text/language.svelte';
import { moneyUnits } from '../money';

/** From when on half of the effect is there for good, and where it dips before; else what is there at the end. */
export function rampTitle({ months, inFullForce, half, durablyHalfFrom, dipOn }: Timeline): string {
  const last = months.at(-1);
  if (last === undefined || approximate(inFullForce) <= 0) return t('scenario.timelineNone');
  const month = (date: string): string => formatMonthName(date.slice(0, 7));
  const first = months.find(({ released }) => approximate(released) >= approximate(half));
  if (first === undefined)
    return t('scenario.rampNever', {
      amount: moneyUnits(last.released),
      date: formatDate(last.to),
    });
  if (dipOn === null) return t('scenario.rampHalf', { month: month(first.to) });
  const values = { first: month(first.to), dip: month(dipOn) };
  return durablyHalfFrom === null
    ? t('scenario.rampDip', values)
    : t('scenario.rampDurable', { ...values, month: month(durablyHalfFrom) });
}
