import { t } from '../../text/language.svelte';

/** `Non échu`, `1 à 30 j`, `> 120 j`: an age, from so many days overdue to so many. */
export function bandName(from: number | null, to: number | null): string {
  if (from === null) return t('analysis.notDue');
  if (to === null) return t('analysis.bandBeyond', { from: from - 1 });
  return t('analysis.band', { from, to });
}
