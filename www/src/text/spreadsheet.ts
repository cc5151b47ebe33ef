import { csvFile } from '../lib/csv';
import { written, type DecimalMark, type PlainTable } from '../lib/table';
import { language } from './language.svelte';

/** What spreadsheets of the language of the page write between units and decimals. */
export const decimalMark = (): DecimalMark => (language.current === 'fr' ? ',' : '.');

/** A table as those spreadsheets open it; where decimals have the comma, cells have the semicolon. */
export function csvOf(table: PlainTable): Blob {
  const mark = decimalMark();
  return csvFile(written(table, mark), mark === ',' ? ';' : ',');
}
