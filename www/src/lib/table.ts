/** A table as it leaves the page: its headings, and rows of as many cells. */
export interface PlainTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/**
 * What a table in the page says, row by row. A cell that carries an exact figure (`data-value`) gives that, one with a
 * field what is typed there; one that spans several columns or rows leaves the others empty. A heading of two rows is
 * read as one: "Retard · avant".
 */
function readTable(table: HTMLTableElement): PlainTable {
  const [heads, bodies] = [grid([...(table.tHead?.rows ?? [])], true), bodyRows(table)];
  const width = Math.max(0, ...heads.map((row) => row.length), ...bodies.map((row) => row.length));
  const full = (row: readonly string[]): string[] =>
    Array.from({ length: width }, (_, at) => row[at] ?? '');
  return {
    head: Array.from({ length: width }, (_, at) =>
      [...new Set(heads.map((row) => row[at] ?? ''))].filter((part) => part !== '').join(' · '),
    ),
    rows: bodies.map(full),
  };
}

/** The table inside `host`; one without rows where there is none. */
export function tableIn(host: HTMLElement): PlainTable {
  const found = host.querySelector('table');
  return found ? readTable(found) : { head: [], rows: [] };
}

function bodyRows(table: HTMLTableElement): string[][] {
  const parts = [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])];
  return parts.flatMap((part) => grid([...part.rows], false));
}

/** Rows of cells, each where its column is. */
function grid(rows: readonly HTMLTableRowElement[], areSpansFilled: boolean): string[][] {
  const found: string[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    const line = found[at] ?? [];
    let column = 0;
    for (const cell of row.cells) {
      while (line[column] !== undefined) column += 1;
      const text = textOf(cell);
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let across = 0; across < cell.colSpan; across += 1) {
          const isFirst = down === 0 && across === 0;
          const target = found[at + down];
          if (target) target[column + across] = isFirst || areSpansFilled ? text : '';
        }
      }
      column += cell.colSpan;
    }
  }
  return found;
}

function textOf(cell: HTMLElement): string {
  const field = cell.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
  if (field instanceof HTMLSelectElement) return flat(field.selectedOptions[0]?.text ?? '');
  if (field) return flat(field.value);
  const exact = cell.dataset['value'] ?? onlyFigure(cell);
  return exact ?? flat(cell.textContent);
}

/** The exact figure of a cell that shows nothing else. */
function onlyFigure(cell: HTMLElement): string | undefined {
  const figures = cell.querySelectorAll<HTMLElement>('[data-value]');
  const [figure] = figures;
  if (figures.length !== 1 || !figure) return undefined;
  return flat(figure.textContent) === flat(cell.textContent) ? figure.dataset['value'] : undefined;
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** `1 234,56 €`, `−12,5 %`, `1234.56`, `3 jours`: a figure as the page writes it in French, perhaps with its unit. */
const french =
  /^([-−+]?)(\d{1,3}(?:[ \u202f\u00a0]\d{3})+|\d+)(?:[.,](\d+))?[ \u202f\u00a0]*(%|\p{Sc}|[A-Z]{3}|jours?|j)?$/u;
/** `1,234.56`, `−€1,234`, `12.5%`, `3 days`. */
const english =
  /^([-−+]?)(?:\p{Sc})?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?[ \u202f\u00a0]*(%|\p{Sc}|[A-Z]{3}|days?|d)?$/u;

/**
 * A cell as spreadsheets read it: figures without groups and units, with `mark` between units and decimals (`,` is
 * French, and reads figures so); `%` stays, since it makes 12,5 % a number. Everything else as it is: months, names, a
 * figure with words.
 */
export function spreadsheetCell(text: string, mark: ',' | '.'): string {
  const found = (mark === ',' ? french : english).exec(text);
  if (!found) return text;
  const [, sign = '', units = '', decimals, unit] = found;
  const value =
    sign.replace('−', '-') +
    units.replaceAll(/\D/g, '') +
    (decimals === undefined ? '' : mark + decimals);
  return unit === '%' ? `${value}%` : value;
}

/** The rows as objects, each value under its heading: `Écart`, and `Écart 2` where a second one is called so. */
export function jsonRows({ head, rows }: PlainTable): Record<string, string>[] {
  const names: string[] = [];
  for (const [at, name] of head.entries()) {
    const plain = name === '' ? String(at + 1) : name;
    const before = names.filter((other) => other === plain || other.startsWith(`${plain} `)).length;
    names.push(names.includes(plain) ? `${plain} ${before + 1}` : plain);
  }
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}
