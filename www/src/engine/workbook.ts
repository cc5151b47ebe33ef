import { EngineError } from './error';
import type { Engine } from './pkg/encours.js';
import type { ImportOptions } from './pkg/encours';
import { Workbook } from './pkg/sheets.js';

/** The sheets of a workbook, and those that are read unless one is chosen. */
export interface SheetNames {
  names: string[];
  tables: number[];
}

/** A sheet, and whether it is read together with the one before. */
export interface SheetPlace {
  index: number;
  isFirst: boolean;
}

/** What the texts of its sheets may take together. */
const mostText = 1 << 28;

/** The workbook opened last, since another of its sheets may be chosen, and the size of what was read of it. */
let current: { key: string; workbook: Workbook; text: number } | undefined;

/** Opens a workbook, or finds it open. */
export function open(key: string, bytes: Uint8Array | null): SheetNames | null {
  if (current?.key !== key) {
    release();
    if (bytes === null) return null;
    current = { key, workbook: new Workbook(bytes), text: 0 };
  }
  current.text = 0;
  const { workbook } = current;
  return { names: workbook.names(), tables: Array.from(workbook.usuallyRead()) };
}

/** Lets go of the workbook that is open. */
export function release(): void {
  current?.workbook.free();
  current = undefined;
}

/** Reads a sheet with an engine; answers how many rows. */
export function readSheet(
  engine: Engine,
  { index, isFirst }: SheetPlace,
  given: ImportOptions,
): number {
  if (current === undefined) throw new EngineError({ code: 'not-a-workbook' });
  const { workbook } = current;
  const text = workbook.text(index);
  current.text += text.length;
  if (current.text > mostText) throw new EngineError({ code: 'workbook-too-large' });
  const sheet = {
    name: workbook.names()[index] ?? '',
    hiddenLines: Array.from(workbook.hiddenLines(index)),
    unsavedFormulas: Array.from(workbook.unsavedFormulas(index)),
  };
  const options: ImportOptions = { ...given, delimiter: '\t', encoding: 'utf-8', sheet };
  if (isFirst) engine.add(options);
  else engine.addSheet(options);
  for (;;) {
    const rows = engine.push(text);
    // Once, or again if the last rows speak for another notation than the first.
    if (engine.finish()) return rows;
  }
}
