import { expect, it } from 'vitest';
import { firstDayBefore, isMonthEnd, lastDay } from './dates';

it.each([
  ['2024-02-29', true],
  ['2025-02-28', true],
  ['2024-02-28', false],
  ['2025-12-31', true],
  ['2025-12-30', false],
])('%s ends its month: %s', (date, isEnd) => {
  expect(isMonthEnd(date)).toBe(isEnd);
});

it.each([
  ['2024-02', '2024-02-29'],
  ['2025-02', '2025-02-28'],
  ['2025-12', '2025-12-31'],
])('%s ends on %s', (month, date) => {
  expect(lastDay(month)).toBe(date);
});

it.each([
  ['2026-11-28', 11, '2025-12-01'],
  ['2024-03-31', 0, '2024-03-01'],
  ['2024-01-31', 1, '2023-12-01'],
])('the month %s less %i begins on %s', (date, months, first) => {
  expect(firstDayBefore(date, months)).toBe(first);
});
