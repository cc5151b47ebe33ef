/** What spreadsheets take for the beginning of a formula. */
const formula = /^[=@\t\r]/;
/** `-250`, `+1 234,50 €`: a sign begins a formula too, unless it is that of a number. */
const signed = /^[-+]/;
const signedNumber = /^[-+] ?\d[\d .,'’\u00a0\u2009\u202f]*(?: ?(?:€|\$|£|%|[A-Z]{3}))?$/;

/** A table as a CSV file that spreadsheets open as it is: with a byte order mark, and with no cell taken for a formula. */
export function csvFile(rows: Iterable<readonly string[]>, delimiter: string): Blob {
  const lines: string[] = ['\ufeff'];
  for (const row of rows) {
    lines.push(row.map((cell) => quoted(neutral(cell), delimiter)).join(delimiter), '\r\n');
  }
  return new Blob(lines, { type: 'text/csv;charset=utf-8' });
}

/** Where a spreadsheet of another language begins a cell, and would compute it. */
const formulaWithin = /([,;|\t\r\n]\s*)(?=[=+\-@])/g;

/** With an apostrophe before what a spreadsheet would compute, whatever it separates cells by. */
export function neutral(cell: string): string {
  const isFormula = formula.test(cell) || (signed.test(cell) && !signedNumber.test(cell));
  return (isFormula ? `'${cell}` : cell).replaceAll(formulaWithin, "$1'");
}

/** Rows to be pasted into a spreadsheet. */
export const pasteRows = (rows: Iterable<readonly string[]>): string =>
  Array.from(rows, (row) => row.map((cell) => quoted(neutral(cell), '\t')).join('\t')).join('\n');

function quoted(cell: string, delimiter: string): string {
  const needsQuotes = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
