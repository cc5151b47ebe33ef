import { wrap, type Remote } from 'comlink';
import { endOfLife, newLockName } from './alive';
import { EngineError } from './error';
import type { Question, Questions } from './pkg/encours';
import { given } from './reading';
import { moduleAddresses, spawnWorker } from './spawn';
import { canRunEngine } from './support';
import type { EngineService } from './worker';

export type Request<Name extends keyof Questions> = Questions[Name]['request'];
export type Answer<Name extends keyof Questions> = Questions[Name]['answer'];

/** The worker is no more. */
export class Ended extends Error {}

/** A worker that answers. */
export interface Connection {
  service: Remote<EngineService>;
  /** The version of its engine. */
  version: string;
  /** What the engine of a number answers. */
  ask: <Name extends keyof Questions>(
    engine: number,
    name: Name,
    request: Request<Name>,
  ) => Promise<Answer<Name>>;
  /** The work, or `Ended` if the worker ends before it: calls of a worker that is gone never settle. */
  during: <T>(work: Promise<T>) => Promise<T>;
  /** Is called once when the worker ends. */
  onEnd: (told: () => void) => void;
  close: () => void;
}

/** A worker that was started and said hello. */
type Started = Omit<Connection, 'version' | 'ask'>;

/**
 * How long a worker may take to say hello before another one is started beside it: nothing tells of a worker that is
 * killed before. The slowest of them is not waited for longer than the last.
 */
const patienceMilliseconds = [1_500, 4_000, 15_000] as const;

/** Starts a worker with its first module. */
export async function connect(): Promise<Connection> {
  if (!canRunEngine()) throw new EngineError({ code: 'engine-unsupported' });
  let started: Started;
  try {
    started = await firstToAnswer();
  } catch {
    throw new EngineError({ code: 'engine-unavailable' });
  }
  try {
    const version = await started.during(
      started.service.start(moduleAddresses, document.documentElement.lang),
    );
    return { ...started, version, ask: asking(started.service) };
  } catch (error) {
    started.close();
    throw error instanceof Ended ? error : new EngineError({ code: 'engine-unavailable' });
  }
}

const asking =
  (service: Remote<EngineService>): Connection['ask'] =>
  async (engine, name, request) => {
    // That the answer is one to this question is what the type of `Questions` says.
    const question = { [name]: request } as unknown as Question;
    return given(await service.ask(engine, question)) as Questions[typeof name]['answer'];
  };

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
  /** Who waits for the worker. */
  const waiting = new Set<() => void>();
  let isEnded = false;
  const close = () => {
    if (isEnded) return;
    isEnded = true;
    worker.terminate();
    for (const tell of waiting) tell();
    waiting.clear();
  };
  started.add(close);
  for (const event of ['error', 'messageerror']) worker.addEventListener(event, close);

  function during<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => {
        reject(new Ended('the worker ended'));
      };
      if (isEnded) end();
      else waiting.add(end);
      void work.then(resolve, reject).finally(() => waiting.delete(end));
    });
  }

  const service = wrap<EngineService>(worker);
  const alive = newLockName();
  await during(service.hello(alive));
  endOfLife(alive).catch(close);
  const onEnd = (told: () => void) => {
    if (isEnded) told();
    else waiting.add(told);
  };
  return { service, during, onEnd, close };
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, null);
  });
}
