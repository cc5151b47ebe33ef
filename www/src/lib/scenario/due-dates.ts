import type { Report } from '../../engine/pkg/encours';

/** Does nothing in the data say when an amount is due, so that a term has to stand in for it? */
export function lacksDueDates({ source, receivables, issues }: Report): boolean {
  if (source.kind === 'invoices') return issues.some(({ code }) => code === 'no-due-date');
  return receivables.overdue === null;
}
