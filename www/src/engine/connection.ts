import type { Remote } from 'comlink';
import { EngineError } from './error';
import { Ended, living, type Living } from './living';
import type { Question, Questions } from './pkg/encours';
import { given } from './reading';
import { moduleAddresses, spawnWorker } from './spawn';
import { canRunEngine } from './support';
import type { EngineService } from './worker';

export type Request<Name extends keyof Questions> = Questions[Name]['request'];
export type Answer<Name extends keyof Questions> = Questions[Name]['answer'];

/** A worker that answers. */
export interface Connection extends Living<EngineService> {
  /** The version of its engine. */
  version: string;
  /** What the engine of a number answers. */
  ask: <Name extends keyof Questions>(
    engine: number,
    name: Name,
    request: Request<Name>,
  ) => Promise<Answer<Name>>;
}

/**
 * How long a worker may take to say hello before another one is started beside it: nothing tells of a worker that is
 * killed before. The slowest of them is not waited for longer than the last.
 */
const patienceMilliseconds = [1_500, 4_000, 15_000] as const;

/** Starts a worker with its first module. */
export async function connect(): Promise<Connection> {
  if (!canRunEngine()) throw new EngineError({ code: 'engine-unsupported' });
  let started: Living<EngineService>;
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

async function firstToAnswer(): Promise<Living<EngineService>> {
  const workers: Promise<Living<EngineService>>[] = [];
  const losers = new Set<() => void>();
  try {
    for (const patience of patienceMilliseconds) {
      workers.push(living(spawnWorker(), (close) => losers.add(close)));
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

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, null);
  });
}
