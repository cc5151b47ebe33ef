import { expose } from 'comlink';
import { total } from '../lib/decimal';
import { holdForLife } from './alive';
import { EngineError, type Failure } from './error';
import { locate, ready, type ModuleAddresses } from './modules';
import { calculate, dueDate, Engine, law, penalty } from './pkg/encours.js';
import { engineVersion, quick } from './pkg/quick.js';
import type {
  Behaviour,
  BehaviourRequest,
  CalculatorAnswer,
  CalculatorRequest,
  CustomersPage,
  CustomersRequest,
  DueDateAnswer,
  DueDateRequest,
  GoalAnswer,
  GoalRequest,
  ImportOptions,
  Law,
  Loaded,
  Penalty,
  PenaltyRequest,
  QuickAnswer,
  QuickRequest,
  RejectedPage,
  Report,
  ReportRequest,
  ScenarioAnswer,
  ScenarioHeadline,
  ScenarioRequest,
  Suggestion,
  SuggestionsRequest,
  TermsAnswer,
  TermsRequest,
  Timeline,
  Uncertainty,
} from './pkg/encours';
import { asTexts, type SheetChoice } from './workbook';

/** A file or a pasted text, and how it is to be read. */
export interface Input {
  bytes: Blob;
  /** Of a workbook, the sheet; `null` for all that look like tables. */
  sheet: number | null;
  options: ImportOptions;
}

/** What was read of the inputs. */
export interface Reading {
  loaded: Loaded;
  /** Of each input the sheets, if it is a workbook. */
  sheets: (SheetChoice | null)[];
}

/** What the data amounts to under one reading; `null` where that is not known. */
export interface Totals {
  receivables: string | null;
  sales: string | null;
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
   * Reads files or a pasted text piece by piece, so that they are never wholly in memory, and keeps the data. A newer
   * reading or `cancel` ends it between two pieces.
   */
  async load(
    inputs: readonly Input[],
    tell: (progress: Progress) => void,
  ): Promise<Answer<Reading>> {
    const reading = ++readings;
    return answer(async () => read(await started(), inputs, reading, tell));
  },

  /** What `inputs` amount to, read beside the data that is kept. A newer reading ends this one. */
  totals(inputs: readonly Input[]): Promise<Answer<Totals>> {
    const reading = readings;
    return answer(async () => {
      await ready('engine');
      const beside = new Engine();
      try {
        await read(beside, inputs, reading, () => undefined);
        const { receivables, months } = beside.report({});
        const sales = months.flatMap((month) => month.salesInclTax ?? month.salesExclTax ?? []);
        return { receivables: receivables.total, sales: sales.length > 0 ? total(sales) : null };
      } finally {
        beside.free();
      }
    });
  },

  /** Rows that could not be read. */
  rejected: (start: number, count: number): Promise<Answer<RejectedPage>> =>
    answer(async () => (await started()).rejected(start, count)),

  /** Ends the reading under way, if there is one. */
  cancel(): void {
    readings += 1;
  },

  report: (request: ReportRequest): Promise<Answer<Report>> =>
    answer(async () => (await started()).report(request)),

  scenario: (request: ScenarioRequest): Promise<Answer<ScenarioAnswer>> =>
    answer(async () => (await started()).scenario(request)),

  headline: (request: ScenarioRequest): Promise<Answer<ScenarioHeadline>> =>
    answer(async () => (await started()).headline(request)),

  timeline: (request: ScenarioRequest): Promise<Answer<Timeline>> =>
    answer(async () => (await started()).timeline(request)),

  /** Adds `count` draws to those of the same scenario. */
  simulate: (request: ScenarioRequest, count: number): Promise<Answer<Uncertainty>> =>
    answer(async () => (await started()).simulate(request, count)),

  goalSeek: (request: GoalRequest): Promise<Answer<GoalAnswer>> =>
    answer(async () => (await started()).goalSeek(request)),

  suggestions: (request: SuggestionsRequest): Promise<Answer<Suggestion[]>> =>
    answer(async () => (await started()).suggestions(request)),

  customers: (request: CustomersRequest): Promise<Answer<CustomersPage>> =>
    answer(async () => (await started()).customers(request)),

  behaviour: (request: BehaviourRequest): Promise<Answer<Behaviour>> =>
    answer(async () => (await started()).behaviour(request)),

  terms: (request: TermsRequest): Promise<Answer<TermsAnswer>> =>
    answer(async () => (await started()).terms(request)),

  law: (): Promise<Answer<Law>> => withEngine(law),

  dueDate: (request: DueDateRequest): Promise<Answer<DueDateAnswer>> =>
    withEngine(() => dueDate(request)),

  penalty: (request: PenaltyRequest): Promise<Answer<Penalty>> =>
    withEngine(() => penalty(request)),

  calculate: (request: CalculatorRequest): Promise<Answer<CalculatorAnswer>> =>
    withEngine(() => calculate(request)),
};

export type EngineService = typeof service;

expose(service);

/** Reads inputs with an engine, as long as `reading` is the newest one. */
async function read(
  engine: Engine,
  inputs: readonly Input[],
  reading: number,
  tell: (progress: Progress) => void,
): Promise<Reading> {
  engine.start({}); // whatever becomes of this reading, what was kept before is dropped
  const sheets: (SheetChoice | null)[] = [];
  let before = { bytes: 0, rows: 0 };
  for (const [index, input] of inputs.entries()) {
    const found = await asTexts(input);
    if (reading !== readings) throw new EngineError({ code: 'reading-cancelled' });
    sheets.push(found.sheets);
    const rest = inputs.slice(index + 1).reduce((sum, { bytes }) => sum + bytes.size, 0);
    const own = found.texts.reduce((sum, { text }) => sum + text.size, 0);
    const ofBytes = before.bytes + own + rest;
    for (const [place, { text, options }] of found.texts.entries()) {
      if (place > 0) engine.addSheet(options);
      else if (index > 0) engine.add(options);
      else engine.start(options);
      let rows = 0;
      // Once, or again if the last rows speak for another notation than the first.
      do {
        for (let from = 0; from < text.size; from += pieceBytes) {
          const bytes = await piece(text, from);
          if (reading !== readings) throw new EngineError({ code: 'reading-cancelled' });
          rows = engine.push(bytes);
          tell({ bytes: before.bytes + from + bytes.length, ofBytes, rows: before.rows + rows });
        }
      } while (!engine.finish());
      before = { bytes: before.bytes + text.size, rows: before.rows + rows };
    }
  }
  return { loaded: engine.combine(), sheets };
}

/** The engine, whose module is fetched the first time. */
async function started(): Promise<Engine> {
  await ready('engine');
  return (engine ??= new Engine());
}

/** Asks what needs the module of the engine and no data. */
function withEngine<T>(ask: () => T): Promise<Answer<T>> {
  return answer(async () => {
    await ready('engine');
    return ask();
  });
}

async function piece(text: Blob, from: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await text.slice(from, from + pieceBytes).arrayBuffer());
  } catch {
    throw new EngineError({ code: 'file-unreadable' });
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
  const { code = 'bad-request', lever, field, value, least, most } = error;
  return { code, lever, field, value, least, most };
}
