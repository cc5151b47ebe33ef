import { expose } from 'comlink';
import { holdForLife } from './alive';
import { EngineError, type Failure } from './error';
import { isFull, locate, moduleOf, ready, type ModuleAddresses } from './modules';
import { Engine } from './pkg/encours.js';
import type { ImportOptions, Loaded, Question } from './pkg/encours';
import { engineVersion, quick } from './pkg/quick.js';
import { rehearse } from './rehearsal';
import type { SheetNames } from './workbook';
import * as workbook from './workbook';

/** An answer, or what the engine refused; anything else that is thrown means that the engine broke. */
export type Answer<T> = { value: T } | { failure: Failure };

/** Engines by number: the one whose data is asked, and one that reads beside it. */
const engines = new Map<number, Engine>();
let opened = 0;

/** What the page can ask of the worker. */
const service = {
  /** Resolves once the lock `alive` is held: from now on it tells if the worker dies. */
  hello: (alive: string): Promise<void> => holdForLife(alive),

  /** Starts what the first screen needs; everything else comes when it is needed. */
  async start(modules: ModuleAddresses, locale: string): Promise<string> {
    locate(modules);
    const module = ready('quick');
    // Browsers load what a locale needs once for all threads, a phone within 50 ms: here, where nobody waits for it.
    new Intl.NumberFormat(locale).format(0);
    await module;
    return engineVersion();
  },

  /** Fetches the rest of the engine before it is needed, and has it rehearse. */
  warmUp: (): Promise<Answer<void>> =>
    answer(async () => {
      await ready('engine');
      if (opened === 0) rehearse();
    }),

  /** A new engine without data, by its number. */
  open: (): Promise<Answer<number>> =>
    answer(async () => {
      await ready('engine');
      opened += 1;
      engines.set(opened, new Engine());
      return opened;
    }),

  close(engine: number): void {
    engines.get(engine)?.free();
    engines.delete(engine);
  },

  /** Starts to read another text. */
  add: (engine: number, options: ImportOptions): Promise<Answer<void>> =>
    answer(() => {
      workbook.release(); // a text takes its place
      numbered(engine).add(options);
    }),

  /** Reads the next piece of it; answers how many of its rows were read so far. */
  push: (engine: number, bytes: Uint8Array): Promise<Answer<number>> =>
    answer(() => numbered(engine).push(bytes)),

  /** The module of the engine, for other workers. */
  module: (): Promise<Answer<WebAssembly.Module>> => answer(() => moduleOf('engine')),

  /** Can others read pieces of what comes? */
  mayBeParted: (engine: number): Promise<Answer<boolean>> =>
    answer(() => numbered(engine).mayBeParted()),

  /** Adds what another worker read; how many rows there are then, or `null` if the bytes are to be pushed instead. */
  join: (engine: number, part: Uint8Array): Promise<Answer<number | null>> =>
    answer(() => {
      const joined = numbered(engine);
      return joined.join(part) ? joined.push(new Uint8Array()) : null;
    }),

  /** Ends it; `false` if all its pieces are to be pushed once more. */
  finish: (engine: number): Promise<Answer<boolean>> => answer(() => numbered(engine).finish()),

  combine: (engine: number): Promise<Answer<Loaded>> => answer(() => numbered(engine).combine()),

  /** Opens a workbook; `null` if it is not the one that is open and no bytes were given. */
  workbook: (key: string, bytes: Uint8Array | null): Promise<Answer<SheetNames | null>> =>
    answer(async () => {
      if (bytes !== null) await ready('sheets');
      return workbook.open(key, bytes);
    }),

  /** Reads a sheet of the open workbook; answers how many of its rows were read. */
  sheet: (
    engine: number,
    place: workbook.SheetPlace,
    options: ImportOptions,
  ): Promise<Answer<number>> => answer(() => workbook.readSheet(numbered(engine), place, options)),

  /** The answer to a question; its type is that of the question. */
  ask: (engine: number, question: Question): Promise<Answer<unknown>> =>
    // The first screen asks nothing but this, and waits for no other module.
    answer(() => ('quick' in question ? quick(question.quick) : numbered(engine).ask(question))),
};

export type EngineService = typeof service;

expose(service);

function numbered(engine: number): Engine {
  const found = engines.get(engine);
  if (found === undefined) throw new EngineError({ code: 'no-data' });
  return found;
}

async function answer<T>(ask: () => T | Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    // As plain data: of a thrown error only name and message would reach the page.
    if (error instanceof Error && error.name === 'EngineError') return { failure: fieldsOf(error) };
    if (error instanceof WebAssembly.RuntimeError && (await isFull()))
      return { failure: { code: 'memory-full' } };
    throw error;
  }
}

function fieldsOf(error: Error & Partial<Failure>): Failure {
  const { code = 'bad-request', lever, field, value, least, most } = error;
  return { code, lever, field, value, least, most };
}
