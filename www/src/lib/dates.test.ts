import { expect, it } from 'vitest';
import { isMonthEnd, lastDay } from './dates';

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
