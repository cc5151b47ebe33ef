import type { Kind, Loaded, Report, Source } from '../../engine/pkg/encours';
import { formatCount, formatDayMonth, formatMonth, plural } from '../../text/format';
import { t } from '../../text/language.svelte';

/** What one row of a kind of data is. */
const rowsOf: Record<Kind, (number: string, count: number) => string> = {
  series: (number, count) => t('data.stripMonths', { number, count }),
  invoices: (number, count) => t('data.stripInvoices', { number, count }),
  agedBalance: (number, count) => t('data.stripCustomers', { number, count }),
  fec: (number, count) => t('data.stripEntries', { number, count }),
  payments: (number, count) => t('data.stripPayments', { number, count }),
  customerLedger: (number, count) => t('data.stripEntries', { number, count }),
};

/** The rows of what the data is: payments and months of sales beside it are none of its invoices or customers. */
function acceptedOf(files: readonly Source[], kind: Kind | null): number {
  return files
    .filter((file) => file.kind === kind && file.documents?.side !== 'purchases')
    .reduce((sum, { rows }) => sum + rows.accepted, 0);
}

/** What was read, in a line: `604 factures · mai 2025 à octobre 2026 · 0 rejet`. */
export function stripOf({ source, files }: Loaded, report: Report | null): string {
  const { kind, rows } = source;
  const parts: string[] = [];
  const grouped = report?.issues.filter(({ code }) => code === 'grouped-invoices') ?? [];
  const listed =
    grouped.reduce((sum, issue) => sum + (issue.count ?? 0), 0) || acceptedOf(files, kind);
  // A month has a row for each entity and each segment.
  const count = kind === 'series' && report ? Math.min(listed, report.months.length) : listed;
  if (kind !== null) parts.push(rowsOf[kind](formatCount(count), plural(count)));
  const [first, last] = [report?.months[0]?.month, report?.months.at(-1)?.month];
  if (first !== undefined && last !== undefined && kind !== 'agedBalance') {
    const span = { first: formatMonth(first), last: formatMonth(last) };
    parts.push(first === last ? span.first : t('data.stripSpan', span));
  }
  // The months end with the date of the figures: what follows is said, or it would seem to be in them.
  const after = report?.issues.find(({ code }) => code === 'issued-after-as-of')?.count ?? 0;
  if (report && after > 0) {
    const date = formatDayMonth(report.asOf);
    parts.push(t('data.stripAfter', { number: formatCount(after), count: plural(after), date }));
  }
  const number = formatCount(rows.rejected);
  parts.push(t('data.stripRejected', { number, count: plural(rows.rejected) }));
  return parts.join(' · ');
}
