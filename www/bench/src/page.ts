import { invoiceList } from './invoices.ts';
import type { Answer, Name, Question, Reading } from './worker.ts';

const workers = new Map<Name, Worker>();
let list = new Blob();

/** What the program outside asks of the page. */
const bench = {
  /** Makes the invoice list and answers its size in bytes. */
  generate(lines: number): number {
    list = invoiceList(lines);
    return list.size;
  },

  /** Starts a contender in a worker of its own. */
  async start(name: Name): Promise<void> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    workers.set(name, worker);
    await ask(worker, { name, list });
  },

  /** Has it read the list once. */
  read: (name: Name): Promise<Reading | undefined> => ask(workers.get(name), 'read'),
};

export type Bench = typeof bench;

Object.assign(window, { bench });

function ask(worker: Worker | undefined, question: Question): Promise<Reading | undefined> {
  return new Promise((resolve, reject) => {
    if (worker === undefined) throw new Error('the contender was not started');
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ('value' in data) resolve(data.value);
      else reject(new Error(data.error));
    };
    worker.onerror = ({ message }) => {
      reject(new Error(message));
    };
    worker.postMessage(question);
  });
}
