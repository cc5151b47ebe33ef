import { expect, test, vi } from 'vitest';
import type { CustomerRow, MonthFigures } from '../../engine/pkg/encours';
import { customersTable, monthsTable } from './tables';

const spoken = vi.hoisted(() => ({ current: 'fr' }));
vi.mock('../../text/language.svelte', () => ({ language: spoken, t: (key: string) => key }));

const month = (of: Partial<MonthFigures>) =>
  ({
    month: '2025-11',
    salesInclTax: null,
    receivables: null,
    overdue: null,
    disputed: null,
    accountingDso: null,
    rollBackDso: null,
    ...of,
  }) as MonthFigures;

test('a table has the columns that hold anything, and every digit', () => {
  spoken.current = 'fr';
  const table = monthsTable([
    month({ salesInclTax: '6400', rollBackDso: '68.5' }),
    month({ month: '2025-12', salesInclTax: '1000.123456' }),
  ]);
  expect(table.head).toHaveLength(3);
  expect(table.rows).toEqual([
    ['2025-11', '6400', '68,5'],
    ['2025-12', '1000,123456', ''],
  ]);
});

test('numbers are written as spreadsheets of the language read them, names are left alone', () => {
  spoken.current = 'en';
  const row = { name: '=1.5', receivables: '-12.5', overdue: null, disputed: null };
  const table = customersTable([{ ...row, daysLate: null, dsoDays: null } as CustomerRow]);
  expect(table.rows).toEqual([['=1.5', '-12.5']]);
});
