import { formatDays } from './format';
import { t } from './language.svelte';

/** Days, or at least so many where they are only a lower bound; a dash where there are none. */
export function boundedDays(
  days: string | null | undefined,
  isLowerBound: boolean | undefined,
  format: (days: string) => string = formatDays,
): string {
  if (days == null) return '–';
  return isLowerBound === true ? t('diagnosis.atLeast', { days: format(days) }) : format(days);
}
