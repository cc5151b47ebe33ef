import { formatDays, formatMonth } from '../../text/format';
import { t } from '../../text/language.svelte';
import { isSteady, type Change } from './situation';

/** What became of the DSO, as the title of what shows it. */
export function changeTitle(change: Change | null): string {
  if (change === null) return t('diagnosis.historyPlain');
  const since = change.isYear
    ? t('diagnosis.inAYear')
    : t('diagnosis.sinceMonth', { month: formatMonth(change.since.month) });
  const values = { days: formatDays(change.days.replace('-', '')), since };
  if (isSteady(change.days)) return t('diagnosis.historySame', values);
  return change.days.startsWith('-')
    ? t('diagnosis.historyDown', values)
    : t('diagnosis.historyUp', values);
}
