import { expect, test } from 'vitest';
import { jsonRows, shownNumber, written } from './table';

test.each([
  ['1 234,56 €', '1234.56'],
  ['−1 234 €', '-1234'],
  ['12,5 %', '12.5'],
  ['62,5 jours', '62.5'],
  ['+3,2', '3.2'],
])('in French, %j is the number %s', (text, exact) => {
  expect(shownNumber(text, ',')).toEqual({ exact });
});

test.each([
  ['1,234.56', '1234.56'],
  ['−€1,234', '-1234'],
  ['12.5%', '12.5'],
  ['62.5 days', '62.5'],
])('in English, %j is the number %s', (text, exact) => {
  expect(shownNumber(text, '.')).toEqual({ exact });
});

test.each(['déc. 2025', '2025-12-31', '12,5 jours de plus', '≥ 120,0', '=1+1', ''])(
  '%j is no number',
  (text) => {
    expect(shownNumber(text, ',')).toBe(text);
  },
);

test('numbers are written with the mark of the spreadsheet, texts as they are', () => {
  const table = { head: ['Client', 'Encours'], rows: [['1001 SAS', { exact: '1234.5' }]] };
  expect(written(table, ',')).toEqual([
    ['Client', 'Encours'],
    ['1001 SAS', '1234,5'],
  ]);
});

test('no value is lost where columns are called the same', () => {
  const rows = jsonRows({
    head: ['', 'Gap', 'Gap 2', 'Gap'],
    rows: [['a', '1', { exact: '2' }, '3']],
  });
  expect(rows).toEqual([{ '1': 'a', Gap: '1', 'Gap 2': '2', 'Gap 3': '3' }]);
});
