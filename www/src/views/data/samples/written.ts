import { t } from '../../../text/language.svelte';

type Cell = string | number;

/** The names of the columns of a made-up file. */
type Headed =
  | 'sampleSeries'
  | 'sampleInvoices'
  | 'series'
  | 'invoices'
  | 'unpaidInvoices'
  | 'payments'
  | 'agedBalance'
  | 'customerLedger';

/** A made-up file as lines of cells, in the notation of the language; dates are given as yyyy-mm-dd. */
export function table(heading: Headed, rows: readonly (readonly Cell[])[]): string[] {
  const delimiter = t('files.delimiter');
  const headings = t(`files.${heading}`).replaceAll('|', delimiter);
  return [headings, ...rows.map((row) => row.map(written).join(delimiter))];
}

/** The same as a file that spreadsheets open. */
export const csv = (heading: Headed, rows: readonly (readonly Cell[])[]): string =>
  asFile(table(heading, rows));

export const asFile = (lines: readonly string[]): string => `\ufeff${lines.join('\r\n')}\r\n`;

function written(cell: Cell): string {
  if (typeof cell === 'number') return cell.toFixed(2).replace('.', t('files.decimalMark'));
  const [, year, month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell) ?? [];
  return year === undefined ? cell : t('files.date', { year, month, day });
}
