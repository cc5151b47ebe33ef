import { transfer, type Remote } from 'comlink';
import { EngineError } from './error';
import type { ImportOptions, Loaded } from './pkg/encours';
import type { Answer, EngineService } from './worker';

/** A file or a pasted text, and how it is to be read. */
export interface Input {
  bytes: Blob;
  /** Of a workbook, the sheet; `null` for all that look like tables. */
  sheet: number | null;
  options: ImportOptions;
}

/** The sheets of a workbook, those that may hold data, and the index of the one that is read; `null` for all that may. */
export interface SheetChoice {
  names: string[];
  tables: number[];
  chosen: number | null;
}

/** What was read of the inputs. */
export interface Reading {
  loaded: Loaded;
  /** Of each input the sheets, if it is a workbook. */
  sheets: (SheetChoice | null)[];
}

/** How far a reading has come. */
export interface Progress {
  bytes: number;
  ofBytes: number;
  rows: number;
  /** Of documents, how many were read. */
  documents?: number;
}

/** Large enough that few calls are made, small enough that each is over in a moment. */
const pieceBytes = 4 << 20;

/** A workbook is opened as a whole, unlike a text. */
const mostWorkbookBytes = 100_000_000;

/** The first bytes of a ZIP archive (XLSX, XLSB, ODS), and of an OLE file (XLS, or any of them with a password). */
const workbooks = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0'];
const parquet = 'PAR1';

/** A part of a text, and how many bytes of the input it and those before it are. */
export interface Piece {
  text: Uint8Array<ArrayBuffer>;
  read: number;
}

/** Who follows a reading, and may end it. */
export interface Watch {
  signal: AbortSignal;
  tell: (progress: Progress) => void;
  /** Is told which input is read, and in the end `null`. */
  at: (input: Input | null) => void;
}

/**
 * Reads inputs with a new engine of the worker, and answers its number. The bytes are read here and handed over piece by
 * piece: no input is ever wholly in memory but a workbook, and a worker needs no file, which some cannot read.
 */
export async function read(
  service: Remote<EngineService>,
  inputs: readonly Input[],
  { signal, tell, at }: Watch,
): Promise<Reading & { engine: number }> {
  const engine = given(await service.open());
  const ofBytes = inputs.reduce((sum, { bytes }) => sum + bytes.size, 0);
  const sheets: (SheetChoice | null)[] = [];
  const done = { bytes: 0, rows: 0 };
  try {
    for (const input of inputs) {
      at(input);
      const told = (bytes: number, rows: number) => {
        tell({ bytes: done.bytes + bytes, ofBytes, rows: done.rows + rows });
      };
      const { rows, choice } = await one({ service, engine, input, signal, tell: told });
      sheets.push(choice);
      done.bytes += input.bytes.size;
      done.rows += rows;
    }
    const loaded = given(await service.combine(engine));
    at(null);
    return { engine, loaded, sheets };
  } catch (error) {
    if (error instanceof EngineError) at(null);
    void service.close(engine);
    throw error;
  }
}

export interface Reader {
  service: Remote<EngineService>;
  engine: number;
  input: Input;
  signal: AbortSignal;
  tell: (bytes: number, rows: number) => void;
}

async function one(reader: Reader): Promise<{ rows: number; choice: SheetChoice | null }> {
  const { bytes, options } = reader.input;
  const head = String.fromCharCode(...(await content(bytes.slice(0, 4))));
  if (workbooks.includes(head)) return workbook(reader);
  if (head !== parquet) return { rows: await text(reader, parts, options), choice: null };
  const { decoded } = await import('./parquet-reading');
  const refusal = new EngineError({ code: 'parquet-unreadable' });
  const notation = { delimiter: ',', decimalMark: '.', encoding: 'utf-8' } as const;
  const rows = await text(reader, (file) => decoded(file, refusal), { ...options, ...notation });
  return { rows, choice: null };
}

/** A text of fewer bytes is read before another worker has begun. */
const longBytes = 8 << 20;

/**
 * Is a text worth more workers than one? Of two cores the browser has the other: its compiler, the page and what is handed
 * over take more there than a second reader gains.
 */
const isLong = (bytes: number): boolean => navigator.hardwareConcurrency > 2 && bytes >= longBytes;

async function text(
  { service, engine, input, signal, tell }: Reader,
  pieces: (bytes: Blob) => AsyncIterable<Piece>,
  options: ImportOptions,
): Promise<number> {
  given(await service.add(engine, options));
  if (pieces === parts && isLong(input.bytes.size)) {
    // Without a network it may not be there: then the text is read like any other.
    const apart = await import('./pieces').catch(() => null);
    if (apart !== null) {
      const rows = await apart.together({ service, engine, input, signal, tell }, options);
      if (given(await service.finish(engine))) return rows;
    }
  }
  let rows;
  // Once, or again if the last rows speak for another notation than the first.
  do {
    rows = await pushAll({ service, engine, signal, tell }, pieces(input.bytes));
  } while (!given(await service.finish(engine)));
  return rows;
}

/** Has the worker read pieces; answers how many rows there are then. */
export async function pushAll(
  { service, engine, signal, tell }: Omit<Reader, 'input'>,
  pieces: AsyncIterable<Piece>,
): Promise<number> {
  let rows = 0;
  const push = (text: Piece['text']): Promise<Answer<number>> => {
    stopIf(signal);
    return service.push(engine, transfer(text, [text.buffer]));
  };
  await handOver(pieces, push, (answer, read) => {
    rows = given(answer);
    stopIf(signal);
    tell(read, rows);
  });
  return rows;
}

/** Hands pieces to a worker, which has the next one at hand when it has done with one. */
export async function handOver<T>(
  pieces: AsyncIterable<Piece>,
  push: (text: Piece['text']) => Promise<T>,
  done: (answer: T, read: number) => void = () => undefined,
): Promise<void> {
  let before: { pushed: Promise<T>; read: number } | null = null;
  const settle = async () => {
    if (before !== null) done(await before.pushed, before.read);
  };
  for await (const { text, read } of pieces) {
    const pushed = push(text);
    pushed.catch(() => undefined); // it is thrown where it is waited for
    await settle();
    before = { pushed, read };
  }
  await settle();
}

/** The pieces of a text: the next one is fetched while the worker reads this one. */
export async function* parts(bytes: Blob): AsyncGenerator<Piece> {
  let next = part(bytes, 0);
  for (let from = 0; from < bytes.size; from += pieceBytes) {
    const text = await next;
    next = part(bytes, from + pieceBytes);
    yield { text, read: from + text.length };
  }
  await next;
}

async function workbook({ service, engine, input, signal, tell }: Reader): Promise<{
  rows: number;
  choice: SheetChoice;
}> {
  const { bytes, sheet, options } = input;
  if (bytes.size > mostWorkbookBytes) throw new EngineError({ code: 'workbook-too-large' });
  const key = keyOf(bytes);
  let found = given(await service.workbook(key, null));
  if (found === null) {
    const whole = await content(bytes);
    found = given(await service.workbook(key, transfer(whole, [whole.buffer])));
  }
  if (found === null) throw new EngineError({ code: 'not-a-workbook' });
  let rows = 0;
  for (const [place, index] of (sheet === null ? found.tables : [sheet]).entries()) {
    stopIf(signal);
    rows += given(await service.sheet(engine, { index, isFirst: place === 0 }, options));
    tell(bytes.size, rows);
  }
  stopIf(signal);
  return { rows, choice: { ...found, chosen: sheet } };
}

/** A file is another object each time it is given. */
const keyOf = (file: Blob): string =>
  file instanceof File
    ? `${file.name}/${String(file.size)}/${String(file.lastModified)}`
    : crypto.getRandomValues(new Uint32Array(4)).join('-');

const part = (bytes: Blob, from: number) => {
  const found = content(bytes.slice(from, from + pieceBytes));
  found.catch(() => undefined); // it is thrown where it is waited for
  return found;
};

export async function content(bytes: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await bytes.arrayBuffer());
  } catch {
    throw new EngineError({ code: 'file-unreadable' });
  }
}

export function stopIf({ aborted }: AbortSignal): void {
  if (aborted) throw new EngineError({ code: 'reading-cancelled' });
}

/** The value of an answer. */
export function given<T>(answer: Answer<T>): T {
  if ('failure' in answer) throw new EngineError(answer.failure);
  return answer.value;
}
