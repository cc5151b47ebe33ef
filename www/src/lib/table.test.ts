import { expect, test } from 'vitest';
import { jsonRows, spreadsheetCell } from './table';

test.each([
  ['1 234,56 €', '1234,56'],
  ['−1 234 €', '-1234'],
  ['12,5 %', '12,5%'],
  ['62,5 jours', '62,5'],
  ['1234.567', '1234,567'],
  ['+3,2', '+3,2'],
  ['déc. 2025', 'déc. 2025'],
  ['2025-12-31', '2025-12-31'],
  ['12,5 jours de plus', '12,5 jours de plus'],
  ['=1+1', '=1+1'],
  ['', ''],
])('a spreadsheet in French reads %j as %j', (text, expected) => {
  expect(spreadsheetCell(text, ',')).toBe(expected);
});

test.each([
  ['1,234.56', '1234.56'],
  ['−€1,234', '-1234'],
  ['12.5%', '12.5%'],
  ['62.5 days', '62.5'],
  ['1234.567', '1234.567'],
  ['12,5', '12,5'],
  ['Dec 2025', 'Dec 2025'],
])('a spreadsheet in English reads %j as %j', (text, expected) => {
  expect(spreadsheetCell(text, '.')).toBe(expected);
});

test('no value is lost where columns are called the same', () => {
  const rows = jsonRows({ head: ['', 'Gap', 'Gap', 'Gap'], rows: [['a', '1', '2', '3']] });
  expect(rows).toEqual([{ '1': 'a', Gap: '1', 'Gap 2': '2', 'Gap 3': '3' }]);
});
