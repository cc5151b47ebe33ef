import { expect, test } from 'vitest';
import { listTable } from './document-list';

test('a list is a table whose amounts are exact', () => {
  const list = 'number;customer;open;status\nF1;"Durand; ""Fils""";12.50;open\n;;;\n';
  expect(listTable(list)).toEqual({
    head: ['number', 'customer', 'open', 'status'],
    rows: [
      ['F1', 'Durand; "Fils"', { exact: '12.50' }, 'open'],
      ['', '', '', ''],
    ],
  });
});
