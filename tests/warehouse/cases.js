/** The worked examples of `tests/figures` that a warehouse can hold, as rows of its tables: lists of invoices as the engine read
 * them, and series, whose months become an invoice each, paid at month-ends so that as much stays open as the series says. */

import { readFileSync, readdirSync } from 'node:fs';

const figures = new URL('../figures/', import.meta.url);
/** What says no more of an invoice than the tables of a warehouse do. */
const plain = ['number', 'customer', 'issueDate', 'dueDate', 'settledDate', 'amount', 'segment'];
/** Findings that change no figure. */
const harmless = ['issued-after-as-of', 'credit-notes', 'title-line', 'blank-row', 'no-due-date'];

/** Every case that asks for a report of one text under the usual conventions, but for the window. */
export function worked() {
  const files = readdirSync(figures).filter((name) => name.endsWith('.json'));
  const all = files.flatMap((file) => JSON.parse(readFileSync(new URL(file, figures), 'utf8')).map((found) => ({ ...found, file })));
  return all.filter(({ paste, options, encoding, lineEnd, ask, loaded }) => {
    const { conventions = {}, asOf, ...rest } = ask?.report ?? {};
    const isUsual = Object.keys(conventions).every((name) => name === 'windowMonths') && Object.keys(rest).length === 0;
    return paste && !options && !encoding && !lineEnd && !loaded && (!ask || ask.report) && isUsual && (asOf ?? true);
  });
}

/** The rows of a case, of which the engine gave this report; nothing where a warehouse cannot hold it. */
export function tablesOf(report) {
  const { kind, rows, currency } = report.source;
  const isClear = report.issues.every(({ code, severity }) => severity === 'info' && harmless.includes(code));
  if (!isClear || rows.rejected > 0 || currency !== null) return null;
  return kind === 'invoices' ? listed(report) : kind === 'series' ? monthly(report) : null;
}

const invoice = (id, issued, due, amount) => [id, '', '', '', issued, due ?? '', amount, '', 'EUR', 'open'];
const isCents = (amount) => /^-?\d+(\.\d\d?)?$/.test(amount);

function listed({ source }) {
  const fields = source.columns.map(({ field }) => field);
  if (source.rows.read !== source.previewRead.length || fields.some((field) => field !== null && !plain.includes(field))) return null;
  const [invoices, payments] = [[], []];
  for (const [place, cells] of source.previewRead.entries()) {
    const of = (field) => (fields.includes(field) ? cells[fields.indexOf(field)] : null);
    const [issued, amount, settled] = [of('issueDate'), of('amount'), of('settledDate')];
    if (issued === null || amount === null || !isCents(amount)) return null;
    invoices.push(invoice(`R${place}`, issued, of('dueDate'), amount));
    if (settled !== null) payments.push([`R${place}`, settled, amount]);
  }
  return { invoices, payments };
}

function monthly({ months }) {
  const [invoices, payments, open] = [[], [], []];
  let owed = 0;
  for (const { month, salesInclTax, receivables } of months) {
    if (salesInclTax === null || !isCents(salesInclTax) || (receivables !== null && !isCents(receivables))) return null;
    const sold = cents(salesInclTax);
    if (sold < 0) return null;
    if (sold > 0) {
      invoices.push(invoice(month, `${month}-01`, null, salesInclTax));
      open.push({ id: month, left: sold });
      owed += sold;
    }
    if (receivables === null) continue;
    // More than was ever invoiced is from before the first month.
    if (cents(receivables) > owed || cents(receivables) < 0) return null;
    while (owed > cents(receivables)) {
      const [oldest] = open;
      const paid = Math.min(oldest.left, owed - cents(receivables));
      payments.push([oldest.id, lastDay(month), (paid / 100).toFixed(2)]);
      oldest.left -= paid;
      owed -= paid;
      if (oldest.left === 0) open.shift();
    }
  }
  return months.at(-1)?.receivables === null ? null : { invoices, payments };
}

const cents = (amount) => Math.round(Number(amount) * 100);

function lastDay(month) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
