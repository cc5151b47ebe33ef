import { expect, test, vi } from 'vitest';
import type { CustomerRow, MonthFigures, ScenarioHeadline } from '../../engine/pkg/encours';
import { written } from '../../lib/table';
import { customersTable, monthsTable, scenariosTable } from './tables';

vi.mock('../../text/language.svelte', () => ({
  language: { current: 'fr' },
  t: (key: string, { days = '' } = {}) => (key === 'diagnosis.atLeast' ? `≥ ${days}` : key),
}));

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
  const table = monthsTable([
    month({ salesInclTax: '6400', rollBackDso: '68.5' }),
    month({ month: '2025-12', salesInclTax: '1000.123456' }),
  ]);
  expect(table.head).toHaveLength(3);
  expect(written(table, ',').slice(1)).toEqual([
    ['2025-11', '6400', '68,5'],
    ['2025-12', '1000,123456', ''],
  ]);
});

test('numbers are written as spreadsheets read them, names are left alone', () => {
  const row = { name: '=1.5', receivables: '-12.5', overdue: null, disputed: null };
  const table = customersTable([{ ...row, daysLate: null, dsoDays: null } as CustomerRow]);
  expect(written(table, '.')[1]).toEqual(['=1.5', '-12.5']);
});

test('what is only a lower bound says so', () => {
  const headline = { rollBackDso: '365', rollBackExhausted: true, worth: {} } as ScenarioHeadline;
  const table = scenariosTable([{ id: 1, name: 'A', headline }]);
  expect(table.rows[0]?.[1]).toMatch(/^≥ 365/);
});
