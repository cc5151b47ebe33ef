import { EngineError } from './error';
import { ready } from './modules';
import type { ImportOptions } from './pkg/encours';
import { Workbook } from './pkg/sheets.js';
import type { Input } from './worker';

/** The sheets of a workbook, those that may hold data, and the index of the one that is read; `null` for all that may. */
export interface SheetChoice {
  names: string[];
  tables: number[];
  chosen: number | null;
}

/** A text as the engine reads it. */
interface Text {
  text: Blob;
  options: ImportOptions;
}

/** An input as the engine reads it: one text, or the sheets of a workbook. */
interface Texts {
  texts: Text[];
  sheets: SheetChoice | null;
}

/** A workbook is opened as a whole, unlike a text. */
const mostBytes = 100_000_000;

/** What the texts of its sheets may take together. */
const mostText = 1 << 28;

/** The first bytes of a ZIP archive (XLSX, XLSB, ODS) and of an OLE file (XLS, or any of them with a password). */
const signatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** The workbook opened last, since another of its sheets may be chosen. */
let latest: { file: Blob; workbook: Workbook } | undefined;

/** The input itself if it is a text, or the texts of its sheets if it is a workbook. */
export async function asTexts({ bytes, sheet, options }: Input): Promise<Texts> {
  if (!(await isWorkbook(bytes))) {
    forget();
    return { texts: [{ text: bytes, options }], sheets: null };
  }
  const workbook = await opened(bytes);
  const tables = Array.from(workbook.usuallyRead());
  const texts = (sheet === null ? tables : [sheet]).map((index) =>
    textOf(workbook, index, options),
  );
  if (texts.reduce((sum, { text }) => sum + text.size, 0) > mostText)
    throw new EngineError({ code: 'workbook-too-large' });
  return { texts, sheets: { names: workbook.names(), tables, chosen: sheet } };
}

function textOf(workbook: Workbook, index: number, options: ImportOptions): Text {
  const text = new Blob([workbook.text(index) as Uint8Array<ArrayBuffer>]);
  const facts = {
    name: workbook.names()[index] ?? '',
    hiddenLines: Array.from(workbook.hiddenLines(index)),
    unsavedFormulas: Array.from(workbook.unsavedFormulas(index)),
  };
  return { text, options: { ...options, delimiter: '\t', encoding: 'utf-8', sheet: facts } };
}

async function isWorkbook(bytes: Blob): Promise<boolean> {
  const head = await read(bytes.slice(0, 4));
  return signatures.some((signature) => signature.every((byte, at) => head[at] === byte));
}

async function opened(file: Blob): Promise<Workbook> {
  if (latest !== undefined && isSame(file, latest.file)) return latest.workbook;
  forget();
  if (file.size > mostBytes) throw new EngineError({ code: 'workbook-too-large' });
  await ready('sheets');
  const workbook = new Workbook(await read(file));
  latest = { file, workbook };
  return workbook;
}

function forget(): void {
  latest?.workbook.free();
  latest = undefined;
}

/** A file is another object each time it comes from the page. */
function isSame(one: Blob, other: Blob): boolean {
  if (!(one instanceof File && other instanceof File)) return false;
  return (
    one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
  );
}

async function read(bytes: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await bytes.arrayBuffer());
  } catch {
    throw new EngineError({ code: 'file-unreadable' });
  }
}
