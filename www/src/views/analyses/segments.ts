import type { SegmentRow, SegmentsPage } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { formatCount, formatDaysNumber } from '../../text/format';
import { t } from '../../text/language.svelte';

/** What segments are ranked by. */
export const rankings = ['receivables', 'overdue', 'rollBackDso'] as const;
export type Ranking = (typeof rankings)[number];

/** As many as the engine gives at once; the rest is summed up. */
export const mostSegments = 500;

/** What a value of a segment is called; those who say nothing there are told too. */
export const segmentName = (value: string): string => (value === '' ? t('segments.blank') : value);

/** What a column is called: the two that are no column of the data have names of their own. */
export const segmentColumn = (name: string): string =>
  name === 'entity' || name === 'currency' ? t(`segments.${name}`) : name;

/** What stands for all that are not given one by one. */
export const othersName = (count: number): string =>
  t('segments.others', { number: formatCount(count) });

/** The segment that adds most to the DSO. */
export function segmentsTitle({ rows, dso, column }: SegmentsPage): string {
  const days = (row: SegmentRow) => approximate(row.figures.dsoDays ?? '0');
  const first = rows.toSorted((a, b) => days(b) - days(a))[0];
  if (first === undefined || dso === null || days(first) <= 0)
    return t('segments.title', { column: segmentColumn(column) });
  return t('segments.finding', {
    name: segmentName(first.figures.name),
    days: formatDaysNumber(first.figures.dsoDays ?? '0'),
    dso: formatDaysNumber(dso.days),
  });
}
