import { engine } from '../engine/client';
import { asEngineError, type EngineError } from '../engine/error';
import type { Field, ImportOptions, Loaded, Totals } from '../engine/pkg/encours';
import type { Input, Progress, SheetChoice } from '../engine/reading';
import { latest } from '../lib/latest';
import { at, type Where } from '../dossier/at.svelte';
import { readingChoices as choices, type Choice } from '../dossier/reading-choices';
import { baseline } from './baseline.svelte';
import { forgetAnswers } from './cache';
import { generation } from './generation.svelte';
import { trouble } from './trouble.svelte';

/** The made-up companies. */
export type SampleName = 'series' | 'invoices';

/** Where the data came from. */
export type Origin =
  | { kind: 'typed' }
  | { kind: 'pasted'; text: Blob }
  | { kind: 'sample'; sample: SampleName }
  | { kind: 'files'; files: readonly File[] };

/** Files that were made of others, and how they are to be read. */
export interface Made {
  files: readonly File[];
  choices: readonly Choice[];
  /** Are they those that were there before, in another way? What was typed about the company stays. */
  isSame?: boolean;
}

/** Data as it was given, with how it was read and asked: what was replaced can come back. */
export interface Given {
  origin: Origin;
  /** Empty where files were given. */
  text: string;
  choices: readonly Choice[];
  where: Where;
}

const restMilliseconds = 250;

/** A text of more characters is kept like a file: a field that shows it all takes seconds for every key. */
const mostTyped = 1_000_000;

/** So much of it is shown. */
const shownLines = 20;
const shownCharacters = 4_000;

/** Data up to this size is read a second time, to say what another reading of it amounts to. */
const readTwiceBytes = 20_000_000;

/** A file of this size takes long enough to read for old figures beside it to be taken for its own. */
const noticedBytes = 4_000_000;

let text = $state('');
let origin = $state.raw<Origin>({ kind: 'typed' });
/** What was there before, the last at the end. */
let past = $state.raw<readonly Given[]>([]);
/** The sheets of each file that is a workbook. */
let sheets = $state.raw<readonly (SheetChoice | null)[]>([]);
let loaded = $state.raw<Loaded | null>(null);
let failure = $state.raw<EngineError | null>(null);
let isReading = $state(false);
let progress = $state.raw<Progress | null>(null);
/** Counts what was asked to be read. */
let asked = 0;
/** Counts what was given whole and could be used: a file, a sample, a table pasted in. */
let arrivals = $state(0);
/** Decisions about data that is still to come. */
let awaited = $state.raw<Pick<Given, 'choices' | 'where'> | null>(null);
/** Where data that comes back was asked. */
let askedAt: Where | null = null;
/** Is what is to be read given whole, rather than being typed or read in another way? */
let isWhole = $state(false);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Ends what is made of files before they are read. */
let making = new AbortController();

const load = latest(async (inputs: readonly Input[]) => {
  const mine = asked;
  isReading = true;
  try {
    const found = await engine.load(inputs, (made) => {
      progress = made;
    });
    other();
    if (mine === asked && askedAt !== null) at.open(askedAt);
    ({ loaded, sheets } = found);
    failure = null;
    if (found.loaded.usable) {
      if (mine === asked) awaited = null;
      await baseline.refresh();
      if (mine === asked && isWhole) arrivals += 1;
    }
  } catch (error) {
    // What was cancelled for something newer gives no message: the newer one will.
    if (mine === asked) {
      other();
      loaded = null;
      sheets = [];
      failure = asEngineError(error);
    }
  }
  if (mine === asked) {
    isReading = false;
    progress = null;
  }
});

/** The data that was given and what was understood of it. */
export const dataset = {
  get text(): string {
    return text;
  },
  get origin(): Origin {
    return origin;
  },
  /** The choices about how to read one of the files. */
  optionsOf(file: number): ImportOptions {
    return choiceOf(file).options;
  },
  get loaded(): Loaded | null {
    return loaded;
  },
  /** The sheets of one of the files, if it is a workbook. */
  sheetsOf(file: number): SheetChoice | null {
    return sheets[file] ?? null;
  },
  /** The name of one of the files; empty where nothing but a text was given. */
  nameOf(file: number): string {
    return origin.kind === 'files' ? (origin.files[file]?.name ?? '') : '';
  },
  /** Why nothing could be read at all. */
  get failure(): EngineError | null {
    return failure;
  },
  /** Goes up with whatever is given whole and can be used. */
  get arrivals(): number {
    return arrivals;
  },
  /** What is given, as it can be given again. */
  get given(): Given {
    return { origin, text, choices: choices.current, where: at.chosen };
  },
  /** What the data before was, if it can come back. */
  get replaced(): Given | null {
    return past.at(-1) ?? null;
  },
  /** Brings the data back that was there before. */
  bringBack(): void {
    const last = past.at(-1);
    if (last === undefined) return;
    past = past.slice(0, -1);
    dataset.give(last);
  },
  /** Takes data as it was given before. */
  give(again: Given): void {
    ({ origin, text } = again);
    choices.reset(again.choices);
    awaited = origin.kind === 'typed' && text === '' ? again : null;
    if (awaited === null) read(false, again.where);
    else waitForData(again.where);
  },
  /** Is data to come that is already decided about? */
  get isAwaited(): boolean {
    return awaited !== null;
  },
  /** Is there data that figures can be drawn from? */
  get isUsable(): boolean {
    return loaded?.usable === true;
  },
  /** Was something given that no figure can be drawn from? */
  get isUnusable(): boolean {
    return failure !== null || loaded?.usable === false;
  },
  get isReading(): boolean {
    return isReading;
  },
  /** Is what is being read given whole, so that its figures are about to show? */
  get isArriving(): boolean {
    return isReading && isWhole;
  },
  /** How far the reading under way has come, once that is known. */
  get progress(): Progress | null {
    return progress;
  },
  /** The currency of the amounts, where the data names one. */
  get currency(): string | null {
    return loaded?.source.currency ?? null;
  },

  /** Takes what was typed, or pasted as a whole, and reads it once nothing more comes for a moment. */
  type(typed: string, isPasted = false): void {
    if (dataset.isLong(typed)) {
      dataset.openText(typed);
      return;
    }
    if (isPasted || origin.kind !== 'typed') keepPast();
    if (origin.kind === 'files' || origin.kind === 'pasted' || headerOf(typed) !== headerOf(text))
      startOver();
    origin = { kind: 'typed' };
    text = typed;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        read(isPasted);
      },
      isPasted ? 0 : restMilliseconds,
    );
  },
  /** Is a text too long for a field? */
  isLong: (typed: string): boolean => typed.length > mostTyped,
  /** Takes a text that is too long for a field, which shows how it begins. */
  openText(long: string): void {
    keepPast();
    startOver();
    const pasted = new Blob([long]);
    if (pasted.size > noticedBytes) showNothing();
    origin = { kind: 'pasted', text: pasted };
    const lines = long.slice(0, shownCharacters).split('\n', shownLines);
    text = `${lines.join('\n')}\n…`;
    read(true);
  },
  /** Takes files; what was typed about the company stays where `isSame`. */
  openFiles(files: readonly File[], made: readonly Choice[] = [], isSame = false): void {
    keepPast();
    startOver(made, isSame);
    if (files.some((file) => file.size > noticedBytes)) showNothing();
    origin = { kind: 'files', files };
    text = '';
    read(true);
  },
  /** Takes files once something was made of them: `make` says how far that is, and answers what is to be read. */
  async openMade(
    make: (signal: AbortSignal, tell: (made: Progress) => void) => Promise<Made>,
  ): Promise<void> {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    making.abort();
    engine.cancel();
    making = new AbortController();
    isReading = true;
    isWhole = true;
    try {
      const {
        files,
        choices: chosen,
        isSame,
      } = await make(making.signal, (far) => {
        if (mine === asked) progress = far;
      });
      if (mine === asked) dataset.openFiles(files, chosen, isSame);
    } catch (error) {
      if (mine !== asked) return;
      progress = null;
      isReading = false;
      // What is there stays for who only changed their mind.
      if (asEngineError(error).code === 'reading-cancelled') return;
      keepPast();
      other();
      loaded = null;
      sheets = [];
      failure = asEngineError(error);
    }
  },
  openSample(sample: SampleName, sampleText: string): void {
    keepPast();
    startOver();
    origin = { kind: 'sample', sample };
    text = sampleText;
    read(true);
  },
  /** Reads another sheet of a workbook; choices about the one before mean nothing for it. */
  chooseSheet(sheet: number | null, file = 0): void {
    at.forgetBalances();
    change([file], () => ({ sheet, options: {} }));
  },
  /** Reads the same data in another way. */
  choose(options: ImportOptions, ...files: number[]): void {
    change(files.length > 0 ? files : [0], (choice) => withOptions(choice, options));
  },
  /** What the data would amount to, read in another way; `null` where it is too large to be read again for that. */
  async totals(options: ImportOptions, file: number): Promise<Totals | null> {
    const inputs = given();
    if (inputs.reduce((sum, { bytes }) => sum + bytes.size, 0) > readTwiceBytes) return null;
    const others = inputs.map((one, index) => (index === file ? withOptions(one, options) : one));
    return engine.beside(others, 'totals', {});
  },
  /** Gives a column another meaning; the column that had it before is left without, but for segments, of which there are several. */
  map(index: number, field: Field | null, file = 0): void {
    // What was chosen just before may still be under way.
    const fields =
      dataset.optionsOf(file).columns ?? loaded?.files[file]?.columns.map((column) => column.field);
    const columns = fields?.map((other, at) => {
      if (at === index) return field;
      return other === field && field !== 'segment' ? null : other;
    });
    if (columns) dataset.choose({ columns }, file);
  },
  /** Was a choice made about how to read this data that can be taken back? */
  get canUndo(): boolean {
    return choices.canUndo;
  },
  /** Reads as before the last choice. */
  undo(): void {
    choices.undo();
    dataset.read();
  },
  /** Forgets every choice about how to read a file. */
  resetChoices(file = 0): void {
    // What electronic invoices said is no choice.
    change([file], ({ sheet, options: { documents, everyCurrency } }) => ({
      sheet,
      options: documents
        ? { documents, ...(documents.rates && { everyCurrency: everyCurrency === true }) }
        : {},
    }));
  },
  cancel: (): void => {
    making.abort();
    engine.cancel();
  },
  /** Reads once more. */
  read: (): void => {
    read(false);
  },
  /** Reads what was typed as a whole that is complete. */
  complete: (): void => {
    read(true);
  },
};

/** Reads what is given; where it is data of before, it is asked where it was. */
function read(whole: boolean, where: Where | null = null): void {
  clearTimeout(timer);
  askedAt = where ?? awaited?.where ?? null;
  asked += 1;
  making.abort();
  isWhole = whole;
  if (isReading) engine.cancel();
  void load(given());
}

/** Nothing is read until data comes that is already decided about. */
function waitForData(where: Where): void {
  clearTimeout(timer);
  asked += 1;
  making.abort();
  if (isReading) engine.cancel();
  isReading = false;
  showNothing();
  sheets = [];
  at.open(where);
}

/** What is about to be replaced can come back, if figures were drawn from it. */
function keepPast(): void {
  if (loaded?.usable === true) past = [...past, dataset.given];
}

/** Nothing that was answered is true of what comes now. */
function other(): void {
  generation.next();
  forgetAnswers();
  trouble.forget();
  baseline.sayNoMore();
  at.forgetDates();
}

/** Nothing old stands beside data that takes long to read. */
function showNothing(): void {
  other();
  loaded = null;
  failure = null;
}

/** What was given, with how it is to be read. */
function given(): Input[] {
  const blobs = blobsOf(origin);
  return blobs.map((bytes, file) => ({ bytes, ...choiceOf(file) }));
}

function blobsOf(from: Origin): readonly Blob[] {
  switch (from.kind) {
    case 'files':
      return from.files;
    case 'pasted':
      return [from.text];
    case 'typed':
    case 'sample':
      return [new Blob([text])];
  }
}

function withOptions<C extends Choice>(choice: C, options: ImportOptions): C {
  return { ...choice, options: { ...choice.options, ...options } };
}

function choiceOf(file: number): Choice {
  return choices.current[file] ?? { sheet: null, options: {} };
}

/** Changes how some of the files are read, and reads. */
function change(files: readonly number[], made: (choice: Choice) => Choice): void {
  const count = Math.max(choices.current.length, ...files.map((file) => file + 1));
  choices.edit(
    Array.from({ length: count }, (_, index) =>
      files.includes(index) ? made(choiceOf(index)) : choiceOf(index),
    ),
  );
  choices.settle();
  dataset.read();
}

/** Choices about the columns of one table mean nothing for another; those that data is awaited with stay. */
function startOver(made: readonly Choice[] = [], isSame = false): void {
  if (awaited !== null) {
    if (made.length > 0)
      choices.reset(made.map(({ options }, at) => withOptions(choiceOf(at), options)));
    return;
  }
  choices.reset(made);
  if (!isSame) at.forgetBalances();
}

function headerOf(table: string): string {
  return (
    table
      .slice(0, 10_000)
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? ''
  );
}
