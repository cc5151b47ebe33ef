import { expose } from 'comlink';
import { holdForLife } from './alive';
import type { Failure } from './error';
import { locate, ready, type ModuleAddresses } from './modules';
import { Engine } from './pkg/encours.js';
import { engineVersion, quick } from './pkg/quick.js';
import type {
  ImportOptions,
  Loaded,
  QuickAnswer,
  QuickRequest,
  Report,
  ReportRequest,
  ScenarioAnswer,
  ScenarioRequest,
} from './pkg/encours';
import { asText, type SheetChoice } from './workbook';

/** What is to be read, and how. */
export interface Input {
  bytes: Blob;
  /** Of a workbook, the sheet; `null` for the one that looks like a table. */
  sheet: number | null;
  options: ImportOptions;
}

/** What was read of an input. */
export interface Reading {
  loaded: Loaded;
  /** The sheets, if it is a workbook. */
  sheets: SheetChoice | null;
}

/** An answer, or what the engine refused; anything else that is thrown means that the engine broke. */
export type Answer<T> = { value: T } | { failure: Failure };

/** How far a reading has come. */
export interface Progress {
  bytes: number;
  ofBytes: number;
  rows: number;
}

/** Large enough that few calls are made, small enough that each is over in a moment. */
const pieceBytes = 4 << 20;

let engine: Engine | undefined;
let readings = 0;

/** What the page can ask of the worker. */
const service = {
  /**
   * Starts what the first screen needs; everything else comes after. The lock `alive` is held as long as the worker
   * lives.
   */
  async start(modules: ModuleAddresses, alive: string): Promise<string> {
    await holdForLife(alive);
    locate(modules);
    await ready('quick');
    return engineVersion();
  },

  /** Fetches the rest of the engine before it is needed. */
  warmUp: (): Promise<Answer<void>> => answer(() => ready('engine')),

  quick: (request: QuickRequest): Promise<Answer<QuickAnswer>> => answer(() => quick(request)),

  /**
   * Reads a file or a pasted text piece by piece, so that it is never wholly in memory, and keeps the data. A newer reading or
   * `cancel` ends it between two pieces.
   */
  async load(input: Input, tell: (progress: Progress) => void): Promise<Answer<Reading>> {
    const reading = ++readings;
    const start = await answer(async () => {
      const { text, sheets, options } = await asText(input);
      const engine = await started();
      engine.start(options);
      return { engine, text, sheets };
    });
    if ('failure' in start) return start;
    const { engine, text, sheets } = start.value;
    // Once, or again if the last rows speak for another notation than the first.
    for (;;) {
      for (let from = 0; from < text.size; from += pieceBytes) {
        const bytes = await piece(text, from);
        if (bytes === null) return { failure: { code: 'file-unreadable' } };
        if (reading !== readings) return { failure: { code: 'reading-cancelled' } };
        const rows = engine.push(bytes);
        tell({ bytes: from + bytes.length, ofBytes: text.size, rows });
      }
      const loaded = await answer(() => engine.finish());
      if ('failure' in loaded) return loaded;
      if (loaded.value) return { value: { loaded: loaded.value, sheets } };
    }
  },

  /** Ends the reading under way, if there is one. */
  cancel(): void {
    readings += 1;
  },

  report: (request: ReportRequest): Promise<Answer<Report>> =>
    answer(async () => (await started()).report(request)),

  scenario: (request: ScenarioRequest): Promise<Answer<ScenarioAnswer>> =>
    answer(async () => (await started()).scenario(request)),
};

export type EngineService = typeof service;

expose(service);

/** The engine, whose module is fetched the first time. */
async function started(): Promise<Engine> {
  await ready('engine');
  return (engine ??= new Engine());
}

async function piece(text: Blob, from: number): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await text.slice(from, from + pieceBytes).arrayBuffer());
  } catch {
    return null;
  }
}

async function answer<T>(ask: () => T | Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    // As plain data: of a thrown error only name and message would reach the page.
    if (error instanceof Error && error.name === 'EngineError') return { failure: fieldsOf(error) };
    throw error;
  }
}

function fieldsOf(error: Error & Partial<Failure>): Failure {
  const { code = 'bad-request', field, value, least, most } = error;
  return { code, field, value, least, most };
}
