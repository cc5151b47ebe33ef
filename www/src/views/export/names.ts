import { answer } from '../../answers/cache';
import { baseline } from '../../answers/baseline.svelte';
import type { AimedTarget, PlannedAction } from '../../dossier/action-plan.svelte';
import { reportSettings } from '../../dossier/report-settings.svelte';
import type {
  CustomersPage,
  Report,
  SegmentsPage,
  SegmentValue,
  Source,
} from '../../engine/pkg/encours';
import { formatCount } from '../../text/format';
import { t } from '../../text/language.svelte';
import { rankName, ranksOf } from '../report/ranks';

/** Are customers numbers in whatever leaves the page? */
export const isAnonymous = (): boolean => reportSettings.current.isAnonymous;

/** Rows of customers from the one that owes most down, under the names that they leave the page with. */
export const leaving = <R extends { name: string }>(rows: readonly R[]): R[] =>
  isAnonymous()
    ? rows.map((row, index) => ({ ...row, name: t('report.customer', { number: index + 1 }) }))
    : [...rows];

/** The same of the first of them. */
export const leavingPage = (page: CustomersPage): CustomersPage => ({
  ...page,
  rows: leaving(page.rows),
});

/** Values of a segment can be names, of salespeople for one. */
export const leavingSegments = (page: SegmentsPage): SegmentsPage =>
  isAnonymous()
    ? {
        ...page,
        rows: page.rows.map((row, index) => ({
          ...row,
          figures: {
            ...row.figures,
            name: t('segments.number', { number: formatCount(index + 1) }),
          },
        })),
        change: null,
      }
    : page;

/** What an action says, with its customer called what it is called elsewhere. */
export const aliased = (
  { what, customer }: PlannedAction,
  nameOf: (name: string) => string,
): string => {
  if (customer === null) return what;
  // However it was typed.
  const written = new RegExp(customer.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'giu');
  return what.replace(written, () => nameOf(customer));
};

/** A plan, in which a customer is called what it is called elsewhere. */
export async function leavingActions(
  actions: readonly PlannedAction[],
): Promise<readonly PlannedAction[]> {
  if (!isAnonymous() || actions.every(({ customer }) => customer === null)) return actions;
  const asked = { baseline: baseline.at, sort: 'receivables' as const, count: 500 };
  const ranks = ranksOf((await answer('customers', asked)).rows);
  return actions.map((action) => {
    const { customer } = action;
    const nameOf = (name: string): string => rankName(name, ranks);
    return customer === null
      ? action
      : { ...action, what: aliased(action, nameOf), customer: nameOf(customer) };
  });
}

/** Which column a part of the data is of, and not which value of it. */
const unnamed = (segment: SegmentValue | null | undefined): SegmentValue | null =>
  segment == null ? null : { ...segment, value: '' };

/** A target without the value of the part that it is for. */
export const leavingTarget = (target: AimedTarget): AimedTarget =>
  isAnonymous() ? { ...target, segment: unnamed(target.segment) } : target;

/** A report without what was read in cells, and without the part of the data and the groups, where names stand. */
export function leavingReport(report: Report): Report {
  if (!isAnonymous()) return report;
  const bare = (source: Source): Source => ({
    ...source,
    columns: source.columns.map((column) => ({ ...column, samples: [] })),
    preview: [],
    previewRead: [],
    reading: null,
  });
  const { segment, groups, ...cut } = report.cut;
  return {
    ...report,
    source: bare(report.source),
    files: report.files.map(bare),
    issues: report.issues.map((issue) => ({ ...issue, text: null })),
    cut: {
      ...cut,
      segment: unnamed(segment),
      groups: (groups ?? []).map(() => ({ name: '', customers: [] })),
    },
  };
}
