import { formatDayCount } from './format';
import { t } from './language.svelte';

/** `à l’échéance`, `10 jours après l’échéance`, `2 jours avant l’échéance`. */
export function delayText(days: number, isFromIssue = false): string {
  const count = formatDayCount(Math.abs(days));
  if (isFromIssue) return t('analysis.daysAfterIssue', { days: formatDayCount(days) });
  if (days === 0) return t('analysis.onTime');
  return days > 0
    ? t('analysis.daysAfter', { days: count })
    : t('analysis.daysBefore', { days: count });
}
