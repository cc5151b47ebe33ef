/** A cell that is a number, with all its digits: `{ exact: '1234.5' }`. */
export interface Exact {
  exact: string;
}

/** What stands in a cell: a number, or anything else as it is written. */
export type Cell = string | Exact;

/** A table as it leaves the page: its headings, and rows of as many cells. */
export interface PlainTable {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** What stands between units and decimals: `,` is French. */
export type DecimalMark = ',' | '.';

/** The table inside `host`, in the notation of `mark`; one without rows where there is none. */
export function tableIn(host: HTMLElement, mark: DecimalMark): PlainTable {
  const found = host.querySelector('table');
  return found ? readTable(found, mark) : { head: [], rows: [] };
}

/**
 * What a table in the page says, row by row. A cell that carries an exact figure (`data-value`) gives that, one with a
 * field what is typed there; one that spans several columns or rows leaves the others empty. A heading of two rows is
 * read as one: "Retard · avant".
 */
function readTable(table: HTMLTableElement, mark: DecimalMark): PlainTable {
  const heads = grid([...(table.tHead?.rows ?? [])], true, (cell) => flat(cell.textContent));
  const parts = [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])];
  const bodies = parts.flatMap(({ rows }) => grid([...rows], false, (cell) => cellOf(cell, mark)));
  const width = Math.max(0, ...[...heads, ...bodies].map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => at);
  return {
    head: columns.map((at) =>
      [...new Set(heads.map((row) => row[at] ?? ''))].filter((part) => part !== '').join(' · '),
    ),
    rows: bodies.map((row) => columns.map((at) => row[at] ?? '')),
  };
}

/** Rows of cells, each where its column is. */
function grid<Found extends Cell>(
  rows: readonly HTMLTableRowElement[],
  areSpansFilled: boolean,
  read: (cell: HTMLTableCellElement) => Found,
): (Found | '')[][] {
  const found: (Found | '')[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    const line = found[at] ?? [];
    let column = 0;
    for (const cell of row.cells) {
      while (line[column] !== undefined) column += 1;
      const value = read(cell);
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let across = 0; across < cell.colSpan; across += 1) {
          const isFirst = down === 0 && across === 0;
          const target = found[at + down];
          if (target) target[column + across] = isFirst || areSpansFilled ? value : '';
        }
      }
      column += cell.colSpan;
    }
  }
  return found;
}

/** Names can look like numbers (`1001 SAS`): only what stands in a column of numbers, or carries one, is taken for one. */
function cellOf(cell: HTMLTableCellElement, mark: DecimalMark): Cell {
  const field = cell.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
  if (field instanceof HTMLSelectElement) return flat(field.selectedOptions[0]?.text ?? '');
  const text = field ? flat(field.value) : flat(cell.textContent);
  if (cell.tagName === 'TH' || text.startsWith('≥')) return text;
  const carried = cell.dataset['value'] ?? (field ? undefined : onlyFigure(cell));
  if (carried !== undefined && exactNumber.test(carried)) return { exact: carried };
  return field || cell.classList.contains('number') ? shownNumber(text, mark) : text;
}

const exactNumber = /^-?\d+(\.\d+)?$/;

/** The exact figure of a cell that shows nothing else. */
function onlyFigure(cell: HTMLElement): string | undefined {
  const figures = cell.querySelectorAll<HTMLElement>('[data-value]');
  const [figure] = figures;
  if (figures.length !== 1 || !figure) return undefined;
  return flat(figure.textContent) === flat(cell.textContent) ? figure.dataset['value'] : undefined;
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** `1 234,56 €`, `−12,5 %`, `3 jours`: a figure as the page writes it in French, perhaps with its unit. */
const french =
  /^([-−+]?)(\d{1,3}(?:[ \u202f\u00a0]\d{3})+|\d+)(?:,(\d+))?[ \u202f\u00a0]*(?:%|\p{Sc}|[A-Z]{3}|jours?|j)?$/u;
/** `1,234.56`, `−€1,234`, `12.5%`, `3 days`. */
const english =
  /^([-−+]?)(?:\p{Sc})?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?[ \u202f\u00a0]*(?:%|\p{Sc}|[A-Z]{3}|days?|d)?$/u;

/** A figure as it is shown, without groups, sign of plus and unit; a text that is none stays one. */
export function shownNumber(text: string, mark: DecimalMark): Cell {
  const found = (mark === ',' ? french : english).exec(text);
  if (!found) return text;
  const [, sign = '', units = '', decimals] = found;
  const whole = units.replaceAll(/\D/g, '');
  return {
    exact: `${sign === '' || sign === '+' ? '' : '-'}${whole}${decimals === undefined ? '' : `.${decimals}`}`,
  };
}

/** The headings and rows as a spreadsheet that writes decimals behind `mark` reads them. */
export const written = ({ head, rows }: PlainTable, mark: DecimalMark): string[][] => [
  [...head],
  ...rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell : cell.exact.replace('.', mark))),
  ),
];

/** The rows as objects, each value under its heading: `Écart`, and `Écart 2` where a second one is called so. */
export function jsonRows({ head, rows }: PlainTable): Record<string, string>[] {
  const names: string[] = [];
  for (const [at, heading] of head.entries()) {
    const plain = heading === '' ? String(at + 1) : heading;
    let name = plain;
    for (let count = 2; names.includes(name); count += 1) name = `${plain} ${count}`;
    names.push(name);
  }
  return rows.map((row) =>
    Object.fromEntries(
      row.map((cell, at) => [names[at] ?? '', typeof cell === 'string' ? cell : cell.exact]),
    ),
  );
}
