import type { CellToWrite, Look, SheetToWrite } from '../../../engine/pkg/export';
import { percentOf } from '../../../lib/decimal';

export type Cell = CellToWrite | null;
export type Row = readonly Cell[];

/** How numbers are shown; spreadsheets put the marks of their own language. */
export const formats = {
  amount: '#,##0.00',
  days: '#,##0.0',
  leastDays: '"≥ "#,##0.0',
  count: '#,##0',
  percent: '0.00%',
  date: 'yyyy-mm-dd',
  month: 'yyyy-mm',
} as const;

export type Format = keyof typeof formats;

export const text = (words: string, look: Look = 'plain'): Cell => ({
  value: { text: words },
  look,
  format: null,
});

export const number = (value: string | null, format: Format, look: Look = 'plain'): Cell =>
  value === null ? null : { value: { number: value }, look, format: formats[format] };

/** A percentage as spreadsheets hold it: 5 % is 0.05. */
export const percent = (value: string | null, look: Look = 'plain'): Cell =>
  value === null ? null : number(percentOf('1', value), 'percent', look);

export const date = (
  day: string,
  format: 'date' | 'month' = 'date',
  look: Look = 'plain',
): Cell => ({
  value: { date: format === 'month' ? `${day}-01` : day },
  look,
  format: formats[format],
});

/** A figure of other cells; `result` is what the engine computed. */
export const formula = (
  cells: string,
  result: string | null,
  format: Format,
  look: Look = 'plain',
): Cell =>
  result === null
    ? null
    : { value: { formula: { formula: `=${cells}`, result } }, look, format: formats[format] };

/** The letter of a column, from 0; no sheet has more than 26. */
export const letter = (column: number): string => String.fromCharCode(65 + column);

/** A cell of another sheet. */
export const elsewhere = (sheet: string, cell: string): string =>
  `'${sheet.replaceAll("'", "''")}'!${cell}`;

/** A sheet of rows whose first ones stay when it is scrolled. */
export const sheet = (
  name: string,
  widths: readonly number[],
  frozenRows: number,
  rows: readonly Row[],
): SheetToWrite => ({ name, widths: [...widths], frozenRows, rows: rows.map((row) => [...row]) });
