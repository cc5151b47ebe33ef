import type { CellToWrite, SheetToWrite } from '../../engine/pkg/export';
import { written } from '../../engine/writer';
import type { Cell, PlainTable } from '../../lib/table';
import { date, number, sheet, text } from '../export/workbook/cells';

/** Columns of amounts, of days, and their widths in characters. */
const amounts = ['amount_incl_tax', 'amount_excl_tax', 'paid', 'open'];
const days = ['issue_date', 'due_date', 'settled_date'];
const widths: Readonly<Record<string, number>> = {
  number: 18,
  customer: 32,
  customer_id: 16,
  status: 18,
};

/** The list that documents came to, which has its cells between semicolons, some in quotes. */
export function listTable(list: string): PlainTable {
  const [head = [], ...rows] = rowsOf(list);
  const cell = (value: string, at: number): Cell =>
    value !== '' && amounts.includes(head[at] ?? '') ? { exact: value } : value;
  return { head, rows: rows.map((row) => row.map(cell)) };
}

/** The same as a workbook: amounts are numbers in it, and days are days. */
export async function listBook(list: string, name: string, asOf: string): Promise<Blob> {
  const [head = [], ...rows] = rowsOf(list);
  const cell = (value: string, at: number): CellToWrite | null => {
    if (value === '') return null;
    const column = head[at] ?? '';
    if (amounts.includes(column)) return number(value, 'amount');
    return days.includes(column) ? date(value) : text(value);
  };
  const made: SheetToWrite = sheet(
    name,
    head.map((column) => widths[column] ?? 14),
    1,
    [
      head.map((column) => text(column, amounts.includes(column) ? 'numberHead' : 'head')),
      ...rows.map((row) => row.map(cell)),
    ],
  );
  return new Blob([await written({ asOf, sheets: [made] })], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}

function rowsOf(list: string): string[][] {
  return list
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      Array.from(`;${line}`.matchAll(/;(?:"((?:[^"]|"")*)"|([^;]*))/g), ([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}
