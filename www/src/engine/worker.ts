import { expose } from 'comlink';
import { holdForLife } from './alive';
import type { Failure } from './error';
import init, { Engine, engineVersion, quick } from './pkg/encours.js';
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

/** An answer, or what the engine refused; anything else that is thrown means that the engine broke. */
export type Answer<T> = { value: T } | { failure: Failure };

let engine: Engine | undefined;

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

  /** Reads the bytes of a file or of a pasted text, and keeps the data. */
  async load(input: Blob, options: ImportOptions): Promise<Answer<Loaded>> {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await input.arrayBuffer());
    } catch {
      return { failure: { code: 'file-unreadable' } };
    }
    return answer(() => started().load(bytes, options));
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
