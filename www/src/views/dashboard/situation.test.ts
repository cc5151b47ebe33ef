import { describe, expect, test } from 'vitest';
import type { MonthFigures, Report } from '../../engine/pkg/encours';
import { changeOf, knownMonths, lastOwed } from './situation';

/** A report of month-ends from January 2024 on, with both DSO of each. */
function reportOf(days: readonly (number | null)[], accounting: readonly number[] = []): Report {
  const months = days.map((rollBack, index) => ({
    month: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    rollBackDso: rollBack === null ? null : String(rollBack),
    accountingDso: accounting[index] === undefined ? null : String(accounting[index]),
  }));
  return { months: months as unknown as MonthFigures[] } as Report;
}

const steady = (count: number, days: number): number[] => Array.from({ length: count }, () => days);

describe('a change of the DSO', () => {
  test('is that of a year where the history is long enough', () => {
    const change = changeOf(reportOf([...steady(12, 60), 61, 62, 63, 64]));
    expect(change).toMatchObject({ isYear: true, days: '4', jumpFrom: null });
    expect(change?.since.month).toBe('2024-04');
  });

  test('is since the third month of a shorter one', () => {
    const change = changeOf(reportOf([20, 40, 60, 61, 62, 63]));
    expect(change).toMatchObject({ isYear: false, days: '3' });
    expect(change?.since.month).toBe('2024-03');
  });

  test('is none where the months are too near, or the last is not known', () => {
    expect(changeOf(reportOf([20, 40, 60, 61, 62]))).toBeNull();
    expect(changeOf(reportOf([60, 60, 60, 60, 60, 60, null]))).toBeNull();
  });

  test('that came with the last month is no trend', () => {
    const change = changeOf(reportOf([...steady(12, 63), ...steady(3, 69), 85]));
    expect(change?.jumpFrom?.rollBackDso).toBe('69');
    expect(changeOf(reportOf([...steady(12, 63), 70, 75, 80, 85]))?.jumpFrom).toBeNull();
  });

  test('is told by both methods where they say the contrary', () => {
    const up = [...steady(12, 60), 62, 64, 66, 68];
    expect(changeOf(reportOf(up, [...steady(12, 70), 69, 68, 67, 66]))?.accountingDays).toBe('-4');
    expect(changeOf(reportOf(up, steady(16, 70)))?.accountingDays).toBeNull();
  });
});

test('months before the history is three months old are not shown', () => {
  expect(knownMonths(reportOf([10, 20, 30, 40])).map(({ month }) => month)).toEqual([
    '2024-03',
    '2024-04',
  ]);
});

describe('the last month-end with something owed', () => {
  const reportOwing = (total: string, owed: readonly (string | null)[]): Report =>
    ({
      receivables: { total },
      figures: { factored: null },
      months: owed.map((receivables, index) => ({ month: `2025-0${index + 1}`, receivables })),
    }) as unknown as Report;

  test('is told where all is paid now', () => {
    expect(lastOwed(reportOwing('0.00', ['10', '25.50', '0', null]))?.month).toBe('2025-02');
    expect(lastOwed(reportOwing('0', ['0', '0.00']))).toBeNull();
  });

  test('is not told where something is owed', () => {
    expect(lastOwed(reportOwing('5', ['10', '5']))).toBeNull();
  });
});
