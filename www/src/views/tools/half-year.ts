import { t } from '../../text/language.svelte';

/** `2e semestre 2024`, of its first day. */
export function halfYearName(from: string): string {
  const year = from.slice(0, 4);
  return from.slice(5, 7) < '07' ? t('terms.firstHalf', { year }) : t('terms.secondHalf', { year });
}

/** The first day of the half-year after one. */
export function nextHalfYear(from: string): string {
  const year = Number(from.slice(0, 4));
  return from.slice(5, 7) < '07' ? `${year}-07-01` : `${year + 1}-01-01`;
}
