import type { CustomerRow } from '../../../engine/pkg/encours';
import type { SheetToWrite } from '../../../engine/pkg/export';
import { t } from '../../../text/language.svelte';
import { text } from './cells';
import { tableSheet } from './table-sheet';

export const customersSheet = (customers: readonly CustomerRow[]): SheetToWrite =>
  tableSheet(
    t('exports.customers'),
    { name: t('analysis.customer'), of: ({ name }) => text(name), width: 34 },
    [
      {
        name: t('analysis.receivables'),
        of: (row) => row.receivables,
        format: 'amount',
        isSummed: true,
      },
      { name: t('analysis.overdue'), of: (row) => row.overdue, format: 'amount', isSummed: true },
      { name: t('analysis.disputed'), of: (row) => row.disputed, format: 'amount', isSummed: true },
      { name: t('analysis.lateDays'), of: (row) => row.daysLate, format: 'days' },
      { name: t('analysis.dsoDays'), of: (row) => row.dsoDays, format: 'days', isSummed: true },
      {
        name: t('analysis.lateCost'),
        of: (row) => row.yearlyCost?.lateCost ?? null,
        format: 'amount',
        isSummed: true,
      },
    ],
    customers,
  );
