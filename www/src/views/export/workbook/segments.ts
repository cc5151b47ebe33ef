import type { SegmentsPage } from '../../../engine/pkg/encours';
import type { SheetToWrite } from '../../../engine/pkg/export';
import { t } from '../../../text/language.svelte';
import { segmentColumn } from '../../analyses/segments';
import { segmentLines, type SegmentLine } from '../tables';
import { text } from './cells';
import { tableSheet } from './table-sheet';

/** A segment, whose values make the whole. */
export const segmentsSheet = (page: SegmentsPage): SheetToWrite =>
  tableSheet<SegmentLine>(
    t('segments.title', { column: segmentColumn(page.column) }),
    { name: segmentColumn(page.column), of: ({ name }) => text(name), width: 34 },
    [
      {
        name: t('analysis.receivables'),
        of: ({ figures }) => figures.receivables,
        format: 'amount',
        isSummed: true,
      },
      {
        name: t('analysis.overdue'),
        of: ({ figures }) => figures.overdue,
        format: 'amount',
        isSummed: true,
      },
      {
        name: t('analysis.disputed'),
        of: ({ figures }) => figures.disputed,
        format: 'amount',
        isSummed: true,
      },
      {
        name: t('diagnosis.sales'),
        of: ({ figures }) => figures.sales,
        format: 'amount',
        isSummed: true,
      },
      { name: t('analysis.lateDays'), of: ({ figures }) => figures.daysLate, format: 'days' },
      { name: t('segments.ownDso'), of: ({ own }) => own, format: 'days' },
      {
        name: t('segments.ofWhole'),
        of: ({ figures }) => figures.dsoDays,
        format: 'days',
        isSummed: true,
      },
    ],
    segmentLines(page),
  );
