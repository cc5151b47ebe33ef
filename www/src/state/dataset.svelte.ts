import { engine } from '../engine/client';
import { asEngineError, type EngineError } from '../engine/error';
import type { Field, ImportOptions, Loaded } from '../engine/pkg/encours';
import type { SheetChoice } from '../engine/workbook';
import type { Progress } from '../engine/worker';
import { latest } from '../lib/latest';
import type { SampleName } from '../samples';
import { baseline } from './baseline.svelte';

/** Where the data came from. */
export type Origin =
  { kind: 'typed' } | { kind: 'sample'; sample: SampleName } | { kind: 'file'; file: File };

const restMilliseconds = 250;

/** A file of this size takes long enough to read for old figures beside it to be taken for its own. */
const noticedBytes = 4_000_000;

let text = $state('');
let origin = $state.raw<Origin>({ kind: 'typed' });
let options = $state.raw<ImportOptions>({});
/** The sheet that was chosen of a workbook. */
let sheet: number | null = null;
let sheets = $state.raw<SheetChoice | null>(null);
let loaded = $state.raw<Loaded | null>(null);
let failure = $state.raw<EngineError | null>(null);
let isReading = $state(false);
let progress = $state.raw<Progress | null>(null);
/** Counts what was asked to be read. */
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const load = latest(async (bytes: Blob) => {
  const mine = asked;
  isReading = true;
  try {
    const found = await engine.load({ bytes, sheet, options }, (made) => {
      progress = made;
    });
    baseline.forget();
    ({ loaded, sheets } = found);
    failure = null;
    if (found.loaded.usable) await baseline.refresh();
  } catch (error) {
    // What was cancelled for something newer gives no message: the newer one will.
    if (mine === asked) {
      baseline.forget();
      loaded = null;
      sheets = null;
      failure = asEngineError(error);
    }
  }
  isReading = false;
  progress = null;
});

/** The data that was given and what was understood of it. */
export const dataset = {
  get text(): string {
    return text;
  },
  get origin(): Origin {
    return origin;
  },
  get options(): ImportOptions {
    return options;
  },
  get loaded(): Loaded | null {
    return loaded;
  },
  /** The sheets, if the data is a workbook. */
  get sheets(): SheetChoice | null {
    return sheets;
  },
  /** Why nothing could be read at all. */
  get failure(): EngineError | null {
    return failure;
  },
  /** Was something given that no figure can be drawn from? */
  get isUnusable(): boolean {
    return failure !== null || loaded?.usable === false;
  },
  get isReading(): boolean {
    return isReading;
  },
  /** How far the reading under way has come, once that is known. */
  get progress(): Progress | null {
    return progress;
  },
  /** The currency of the amounts, where the data names one. */
  get currency(): string | null {
    return loaded?.source.currency ?? null;
  },

  /** Takes what was typed or pasted, and reads it once nothing more comes for a moment. */
  type(typed: string): void {
    if (origin.kind === 'file' || headerOf(typed) !== headerOf(text)) startOver();
    origin = { kind: 'typed' };
    text = typed;
    clearTimeout(timer);
    timer = setTimeout(dataset.read, restMilliseconds);
  },
  openFile(file: File): void {
    startOver();
    if (file.size > noticedBytes) {
      baseline.forget();
      loaded = null;
      failure = null;
    }
    origin = { kind: 'file', file };
    text = '';
    dataset.read();
  },
  openSample(sample: SampleName, sampleText: string): void {
    startOver();
    origin = { kind: 'sample', sample };
    text = sampleText;
    dataset.read();
  },
  /** Reads another sheet of the workbook. */
  chooseSheet(index: number): void {
    startOver();
    sheet = index;
    dataset.read();
  },
  /** Reads the same data in another way. */
  choose(change: ImportOptions): void {
    options = { ...options, ...change };
    dataset.read();
  },
  /** Gives a column another meaning; the column that had it before is left without. */
  map(index: number, field: Field | null): void {
    const columns = loaded?.source.columns.map((column, at) => {
      if (at === index) return field;
      return column.field === field ? null : column.field;
    });
    if (columns) dataset.choose({ columns });
  },
  /** Forgets every choice about how to read. */
  resetChoices: (): void => {
    options = {};
    dataset.read();
  },
  cancel: (): void => {
    engine.cancel();
  },
  read: (): void => {
    clearTimeout(timer);
    asked += 1;
    if (isReading) engine.cancel();
    void load(origin.kind === 'file' ? origin.file : new Blob([text]));
  },
};

/** Choices about the columns of one table mean nothing for another. */
function startOver(): void {
  options = {};
  sheet = null;
  baseline.forgetBalances();
}

function headerOf(table: string): string {
  return (
    table
      .slice(0, 10_000)
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? ''
  );
}
