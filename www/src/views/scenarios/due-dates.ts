import type { Report } from '../../engine/pkg/encours';

/** Does nothing in the data say when an amount is due, so that a term has to stand in for it? */
export function lacksDueDates({ receivables, issues }: Report): boolean {
  return receivables.overdue === null || issues.some(({ code }) => code === 'no-due-date');
}
