import { wrap, type Remote } from 'comlink';
import { endOfLife, newLockName } from './alive';

/** The worker is no more. */
export class Ended extends Error {}

/** A worker that was started and said hello. */
export interface Living<Service> {
  service: Remote<Service>;
  /** The work, or `Ended` if the worker ends before it: calls of a worker that is gone never settle. */
  during: <T>(work: Promise<T>) => Promise<T>;
  /** Is called once when the worker ends. */
  onEnd: (told: () => void) => void;
  close: () => void;
}

/** What every worker can be asked. */
export interface Greeting {
  /** Resolves once the lock `alive` is held: from now on it tells if the worker dies. */
  hello: (alive: string) => Promise<void>;
}

/** Waits until a worker says hello; `started` is told at once how to end it. */
export async function living<Service extends Greeting>(
  worker: Worker,
  started: (close: () => void) => void,
): Promise<Living<Service>> {
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
  started(close);
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

  const service = wrap<Service>(worker);
  const alive = newLockName();
  await during((service as unknown as Remote<Greeting>).hello(alive));
  endOfLife(alive).catch(close);
  const onEnd = (told: () => void) => {
    if (isEnded) told();
    else waiting.add(told);
  };
  return { service, during, onEnd, close };
}
