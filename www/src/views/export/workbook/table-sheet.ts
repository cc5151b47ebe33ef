import type { SheetToWrite } from '../../../engine/pkg/export';
import { total } from '../../../lib/decimal';
import { t } from '../../../text/language.svelte';
import { formula, letter, number, sheet, text, type Cell, type Format } from './cells';

/** A column of numbers: what it is called, what a row has there, and whether its sum means anything. */
export interface NumberColumn<Row> {
  name: string;
  of: (row: Row) => string | null;
  format: Format;
  isSummed?: boolean;
}

/** A table with a heading that stays, its first column as given, and the sums of its columns in the last row. */
export function tableSheet<Row>(
  name: string,
  first: { name: string; of: (row: Row) => Cell; width: number; isDate?: boolean },
  columns: readonly NumberColumn<Row>[],
  rows: readonly Row[],
): SheetToWrite {
  const used = columns.filter(({ of }) => rows.some((row) => of(row) !== null));
  const isSummed = rows.length > 0 && used.some((column) => column.isSummed);
  const sum = ({ of, format, isSummed: sums }: NumberColumn<Row>, index: number): Cell => {
    if (!sums) return text('', 'strong');
    const column = letter(index + 1);
    const values = rows.flatMap((row) => of(row) ?? []);
    const range = `${column}2:${column}${String(rows.length + 1)}`;
    return formula(`SUM(${range})`, total(values), format, 'strong');
  };
  return sheet(name, [first.width, ...used.map(() => 16)], 1, [
    [
      text(first.name, first.isDate ? 'numberHead' : 'head'),
      ...used.map((column) => text(column.name, 'numberHead')),
    ],
    ...rows.map((row) => [first.of(row), ...used.map(({ of, format }) => number(of(row), format))]),
    ...(isSummed ? [[text(t('analysis.total'), 'strong'), ...used.map(sum)]] : []),
  ]);
}
