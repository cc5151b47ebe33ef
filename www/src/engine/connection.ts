import { wrap, type Remote } from 'comlink';
import { endOfLife, newLockName } from './alive';
import { EngineError } from './error';
import { moduleAddresses, spawnWorker } from './spawn';
import type { EngineService } from './worker';

/** A worker that answers. */
export interface Connection {
  service: Remote<EngineService>;
  /** The version of its engine. */
  version: string;
  /** Rejects when the worker ends. */
  end: Promise<never>;
  close: () => void;
}

/** The worker is no more. */
export class Ended extends Error {}

/** A worker that was started and said hello. */
type Started = Omit<Connection, 'version'>;

/**
 * How long a worker may take to say hello before another one is started beside it: nothing tells of a worker that is
 * killed before. The slowest of them is not waited for longer than the last.
 */
const patienceMilliseconds = [1_500, 4_000, 15_000] as const;

/** Starts a worker with its first module. */
export async function connect(): Promise<Connection> {
  let started: Started;
  try {
    started = await firstToAnswer();
  } catch {
    throw new EngineError({ code: 'engine-unavailable' });
  }
  const { service, end, close } = started;
  try {
    const version = await Promise.race([service.start(moduleAddresses), end]);
    return { ...started, version };
  } catch {
    close();
    throw new EngineError({ code: 'engine-unavailable' });
  }
}

async function firstToAnswer(): Promise<Started> {
  const workers: Promise<Started>[] = [];
  const losers = new Set<() => void>();
  try {
    for (const patience of patienceMilliseconds) {
      workers.push(hello(losers));
      const found = await Promise.race([Promise.any(workers), after(patience)]);
      if (found !== null) {
        losers.delete(found.close);
        return found;
      }
    }
    throw new Error('no worker answers');
  } finally {
    for (const close of losers) close();
  }
}

async function hello(started: Set<() => void>): Promise<Started> {
  const worker = spawnWorker();
  const close = () => {
    worker.terminate();
  };
  started.add(close);
  const service = wrap<EngineService>(worker);
  const alive = newLockName();
  const errors = endOnError(worker);
  await Promise.race([service.hello(alive), errors]);
  const end = Promise.race([errors, endOfLife(alive)]).catch(() => {
    throw new Ended('the worker ended');
  });
  end.catch(() => undefined); // it may well happen while nothing is asked
  return { service, end, close };
}

function endOnError(worker: Worker): Promise<never> {
  const end = new Promise<never>((_, reject) => {
    for (const event of ['error', 'messageerror']) {
      worker.addEventListener(event, () => {
        reject(new Error(`worker ${event}`));
      });
    }
  });
  end.catch(() => undefined);
  return end;
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, null);
  });
}
