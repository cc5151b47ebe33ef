import type { MonthFigures } from '../../../engine/pkg/encours';
import type { SheetToWrite } from '../../../engine/pkg/export';
import { t } from '../../../text/language.svelte';
import { date } from './cells';
import { tableSheet } from './table-sheet';

/** The months; a DSO at a month-end follows from many of them, so it is a value. */
export const monthsSheet = (months: readonly MonthFigures[]): SheetToWrite =>
  tableSheet(
    t('exports.months'),
    {
      name: t('diagnosis.month'),
      of: ({ month }) => date(month, 'month'),
      width: 12,
      isDate: true,
    },
    [
      { name: t('diagnosis.sales'), of: (row) => row.salesInclTax, format: 'amount' },
      { name: t('diagnosis.receivables'), of: (row) => row.receivables, format: 'amount' },
      { name: t('analysis.overdue'), of: (row) => row.overdue, format: 'amount' },
      { name: t('analysis.disputed'), of: (row) => row.disputed, format: 'amount' },
      { name: t('diagnosis.accountingDso'), of: (row) => row.accountingDso, format: 'days' },
      { name: t('diagnosis.rollBackDso'), of: (row) => row.rollBackDso, format: 'days' },
    ],
    months,
  );
