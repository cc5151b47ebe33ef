import type { Comparison, DsoChange } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { formatDate, formatDays } from '../../text/format';
import { t } from '../../text/language.svelte';
import { areContrary } from '../dashboard/situation';

export type Cause = 'pace' | 'terms' | 'late' | 'disputed' | 'payment';

/** What a change is explained by. */
export const causesOf = ({ isSplit }: Comparison): Cause[] =>
  isSplit ? ['pace', 'terms', 'late', 'disputed'] : ['pace', 'payment'];

/** The days that a cause brings. */
export const causeDays = (of: DsoChange, cause: Cause): string =>
  of[cause === 'payment' ? 'terms' : cause];

/** What became of the DSO, by the method of the dashboard; where the other says the contrary, that too. */
export function comparisonTitle({ rollBack, accounting, from }: Comparison): string {
  const size = (days: string) => formatDays(days.replace('-', ''));
  const date = formatDate(from);
  if (areContrary(rollBack.days, accounting.days))
    return t(isLess(rollBack.days) ? 'analysis.changeDownUp' : 'analysis.changeUpDown', {
      days: size(rollBack.days),
      accounting: size(accounting.days),
      date,
    });
  const values = { days: size(rollBack.days), date };
  if (Math.abs(approximate(rollBack.days)) < 0.05) return t('analysis.changeNone', values);
  return isLess(rollBack.days) ? t('analysis.changeDown', values) : t('analysis.changeUp', values);
}

const isLess = (days: string): boolean => days.startsWith('-');
