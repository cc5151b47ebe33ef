import { expose } from 'comlink';
import { holdForLife } from './alive';
import type { Failure } from './error';
import init, { Engine, engineVersion, quick } from './pkg/encours.js';
import type {
  ImportOptions,
  Loaded,
  QuickAnswer,
  QuickRequest,
  RejectedPage,
  Report,
  ReportRequest,
  ScenarioAnswer,
  ScenarioRequest,
} from './pkg/encours';

/** An answer, or what the engine refused; anything else that is thrown means that the engine broke. */
export type Answer<T> = { value: T } | { failure: Failure };

/** How far a reading has come. */
export interface Progress {
  bytes: number;
  ofBytes: number;
  rows: number;
}

/** A file or a pasted text, and how it is to be read. */
export interface Input {
  bytes: Blob;
  options: ImportOptions;
}

/** Large enough that few calls are made, small enough that each is over in a moment. */
const pieceBytes = 4 << 20;

let engine: Engine | undefined;
let readings = 0;

/** What the page can ask of the worker. */
const service = {
  /** Starts the engine; everything else comes after. The lock `alive` is held as long as the worker lives. */
  async start(module: string | Uint8Array<ArrayBuffer>, alive: string): Promise<string> {
    await holdForLife(alive);
    await init({ module_or_path: module });
    engine = new Engine();
    return engineVersion();
  },

  quick: (request: QuickRequest): Answer<QuickAnswer> => answer(() => quick(request)),

  /**
   * Reads files or a pasted text piece by piece, so that it is never wholly in memory, and keeps the data. A newer reading or
   * `cancel` ends it between two pieces.
   */
  async load(
    inputs: readonly Input[],
    tell: (progress: Progress) => void,
  ): Promise<Answer<Loaded>> {
    const reading = ++readings;
    const ofBytes = inputs.reduce((sum, { bytes }) => sum + bytes.size, 0);
    let before = { bytes: 0, rows: 0 };
    for (const [index, { bytes, options }] of inputs.entries()) {
      const start = answer(() => {
        if (index === 0) started().start(options);
        else started().add(options);
      });
      if ('failure' in start) return start;
      let rows = 0;
      // Once, or again if the last rows speak for another notation than the first.
      do {
        for (let from = 0; from < bytes.size; from += pieceBytes) {
          const next = await piece(bytes, from);
          if (next === null) return { failure: { code: 'file-unreadable' } };
          if (reading !== readings) return { failure: { code: 'reading-cancelled' } };
          rows = started().push(next);
          tell({ bytes: before.bytes + from + next.length, ofBytes, rows: before.rows + rows });
        }
      } while (!started().finish());
      before = { bytes: before.bytes + bytes.size, rows: before.rows + rows };
    }
    return answer(() => started().combine());
  },

  /** Rows that could not be read. */
  rejected: (start: number, count: number): Answer<RejectedPage> =>
    answer(() => started().rejected(start, count)),

  /** Ends the reading under way, if there is one. */
  cancel(): void {
    readings += 1;
  },

  report: (request: ReportRequest): Answer<Report> => answer(() => started().report(request)),

  scenario: (request: ScenarioRequest): Answer<ScenarioAnswer> =>
    answer(() => started().scenario(request)),
};

export type EngineService = typeof service;

expose(service);

function started(): Engine {
  if (engine === undefined) throw new Error('the engine was not started');
  return engine;
}

async function piece(input: Blob, from: number): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await input.slice(from, from + pieceBytes).arrayBuffer());
  } catch {
    return null;
  }
}

function answer<T>(ask: () => T): Answer<T> {
  try {
    return { value: ask() };
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
