import type { Kind } from './contender.ts';
import { fec } from './made-up/fec.ts';
import { invoiceList } from './made-up/invoices.ts';
import type { DocumentsAsked, DocumentTimes } from './e-invoices.ts';
import type { Asked, Timed } from './figures.ts';
import type { Grown } from './growth.ts';
import type { ScenariosAsked, ScenarioTimes } from './scenarios.ts';
import type { Streamed } from './stream.ts';
import type { Answer, Name, Question, Reading } from './worker.ts';

const workers = new Map<Name, Worker>();
let kind: Kind = 'invoices';
let file = new Blob();

/** What the program outside asks of the page. */
const bench = {
  /** Makes a file up and answers its size in bytes. */
  generate(asked: Kind, lines: number): number {
    kind = asked;
    const pieces = kind === 'fec' ? fec(lines) : invoiceList(lines);
    file = new Blob([...pieces].map((piece) => new Blob([piece])));
    return file.size;
  },

  /** Starts a contender in a worker of its own. */
  async start(name: Name): Promise<void> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    workers.set(name, worker);
    await ask(worker, { name, kind, file });
  },

  /** Has it read the file once. */
  read: (name: Name): Promise<Reading | undefined> => ask(workers.get(name), 'read'),

  /** Has the engine read an invoice list that is made while it is read. */
  stream(lines: number): Promise<Streamed> {
    const worker = new Worker(new URL('./stream.ts', import.meta.url), { type: 'module' });
    return ask(worker, lines);
  },

  /** Has the engine draw figures from an invoice list. */
  figures(asked: Asked): Promise<Timed[]> {
    const worker = new Worker(new URL('./figures.ts', import.meta.url), { type: 'module' });
    return ask(worker, asked);
  },

  /** Has electronic invoices read. */
  documents(asked: DocumentsAsked): Promise<DocumentTimes> {
    const worker = new Worker(new URL('./e-invoices.ts', import.meta.url), { type: 'module' });
    return ask(worker, asked);
  },

  /** Has the engine read an invoice list, draw figures from it and answer scenarios. */
  growth(lines: number): Promise<Grown> {
    const worker = new Worker(new URL('./growth.ts', import.meta.url), { type: 'module' });
    return ask<Grown>(worker, lines);
  },

  /** Has the engine answer scenarios of invoice lists. */
  scenarios(asked: ScenariosAsked): Promise<ScenarioTimes[]> {
    const worker = new Worker(new URL('./scenarios.ts', import.meta.url), { type: 'module' });
    return ask(worker, asked);
  },
};

export type Bench = typeof bench;

Object.assign(window, { bench });

function ask<T>(
  worker: Worker | undefined,
  question: Question | Asked | DocumentsAsked | ScenariosAsked | number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (worker === undefined) throw new Error('the contender was not started');
    worker.onmessage = ({ data }: MessageEvent<Answer<T>>) => {
      if ('value' in data) resolve(data.value);
      else reject(new Error(data.error));
    };
    worker.onerror = ({ message }) => {
      reject(new Error(message));
    };
    worker.postMessage(question);
  });
}
