import { proxy, wrap, type Remote } from 'comlink';
import { whenIdle } from '../lib/idle';
import { endOfLife, newLockName } from './alive';
import { asEngineError, EngineError, type ErrorCode } from './error';
import { moduleAddresses, spawnWorker } from './spawn';
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
  Law,
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
import type { Answer, EngineService, Input, Progress, Reading, Totals } from './worker';

type Service = Remote<EngineService>;

/** A worker with its engine. */
interface Session {
  service: Service;
  version: string;
  /** Rejects when the worker is gone; never resolves. */
  end: Promise<never>;
  terminate: () => void;
}

/** Calls to the engine. A worker that breaks or dies is replaced, given the data again, and asked once more. */
class EngineClient {
  #worker: Worker | undefined;
  #session: Promise<Session> | undefined;
  #isWarm = false;
  #inputs: readonly Input[] | undefined;

  async version(): Promise<string> {
    return (await this.#current()).version;
  }

  quick(request: QuickRequest): Promise<QuickAnswer> {
    return this.#ask((service) => service.quick(request));
  }

  /** Fetches, once nothing else happens, what the first data will need. If that fails, it is fetched when needed. */
  warmUp(): void {
    if (this.#isWarm) return;
    this.#isWarm = true;
    whenIdle(() => {
      this.#ask((service) => service.warmUp()).catch(() => undefined);
    });
  }

  /** Reads `inputs`; later reports and scenarios are about them. */
  load(inputs: readonly Input[], tell: (progress: Progress) => void): Promise<Reading> {
    this.#inputs = undefined;
    const reading = this.#ask((service) => service.load(inputs, proxy(tell)));
    this.#inputs = inputs;
    return reading;
  }

  /** What `inputs` amount to; the data that is kept stays. */
  totals(inputs: readonly Input[]): Promise<Totals> {
    return this.#ask((service) => service.totals(inputs));
  }

  /** `count` of the rows that could not be read, from the one at `start`. */
  rejected(start: number, count: number): Promise<RejectedPage> {
    return this.#ask((service) => service.rejected(start, count));
  }

  /** Ends the reading under way: its `load` then fails with `reading-cancelled`. */
  cancel(): void {
    this.#inputs = undefined;
    void this.#session?.then(({ service }) => service.cancel());
  }

  report(request: ReportRequest): Promise<Report> {
    return this.#ask((service) => service.report(request));
  }

  scenario(request: ScenarioRequest): Promise<ScenarioAnswer> {
    return this.#ask((service) => service.scenario(request));
  }

  /** The figures of a scenario that follow a slider. */
  headline(request: ScenarioRequest): Promise<ScenarioHeadline> {
    return this.#ask((service) => service.headline(request));
  }

  /** The twelve months from going live. */
  timeline(request: ScenarioRequest): Promise<Timeline> {
    return this.#ask((service) => service.timeline(request));
  }

  /** Adds `count` draws to those of the same scenario, and tells what all of them say. */
  simulate(request: ScenarioRequest, count: number): Promise<Uncertainty> {
    return this.#ask((service) => service.simulate(request, count));
  }

  /** The value of a parameter that reaches a target. */
  goalSeek(request: GoalRequest): Promise<GoalAnswer> {
    return this.#ask((service) => service.goalSeek(request));
  }

  /** The levers in a usual form, what gains most in a year first. */
  suggestions(request: SuggestionsRequest): Promise<Suggestion[]> {
    return this.#ask((service) => service.suggestions(request));
  }

  /** A part of the list of customers. */
  customers(request: CustomersRequest): Promise<CustomersPage> {
    return this.#ask((service) => service.customers(request));
  }

  /** How customers pay, and what is expected of them. */
  behaviour(request: BehaviourRequest): Promise<Behaviour> {
    return this.#ask((service) => service.behaviour(request));
  }

  /** Agreed terms against the law, and the price of late payment. */
  terms(request: TermsRequest): Promise<TermsAnswer> {
    return this.#ask((service) => service.terms(request));
  }

  /** What the law says, with its dates and sources. */
  law(): Promise<Law> {
    return this.#ask((service) => service.law());
  }

  dueDate(request: DueDateRequest): Promise<DueDateAnswer> {
    return this.#ask((service) => service.dueDate(request));
  }

  /** The late-payment penalty of one invoice. */
  penalty(request: PenaltyRequest): Promise<Penalty> {
    return this.#ask((service) => service.penalty(request));
  }

  /** A textbook formula for typed numbers. */
  calculate(request: CalculatorRequest): Promise<CalculatorAnswer> {
    return this.#ask((service) => service.calculate(request));
  }

  async #ask<T>(call: (service: Service) => Promise<Answer<T>>): Promise<T> {
    try {
      return await this.#once(call);
    } catch (error) {
      if (error instanceof EngineError) throw error;
    }
    try {
      return await this.#once(call);
    } catch (error) {
      throw asEngineError(error);
    }
  }

  async #once<T>(call: (service: Service) => Promise<Answer<T>>): Promise<T> {
    const session = await this.#current();
    let answer: Answer<T>;
    try {
      answer = await Promise.race([call(session.service), session.end]);
    } catch (error) {
      // What a broken engine holds is not to be trusted any more.
      session.terminate();
      throw error;
    }
    if ('failure' in answer) throw new EngineError(answer.failure);
    return answer.value;
  }

  #current(): Promise<Session> {
    return (this.#session ??= this.#begin());
  }

  /** Starts a worker and gives it the data that the one before it had. */
  async #begin(): Promise<Session> {
    const inputs = this.#inputs;
    const worker = spawnWorker();
    this.#worker = worker;
    const service = wrap<EngineService>(worker);
    const alive = newLockName();
    const errors = endOnError(worker);
    const terminate = () => {
      worker.terminate();
      if (this.#worker === worker) this.#session = undefined; // else another one took its place already
    };
    let code: ErrorCode = 'engine-unavailable';
    try {
      const version = await Promise.race([service.start(moduleAddresses, alive), errors]);
      const end = Promise.race([errors, endOfLife(alive)]);
      // Between two calls too: the next one then starts on a new worker at once.
      end.catch(terminate);
      code = 'engine-stopped';
      if (inputs) {
        const reload = service.load(inputs, proxy(ignoreProgress));
        const answer = await Promise.race([reload, end]);
        // Without its module the engine would hold no data, and say that there is none.
        if ('failure' in answer && answer.failure.code === 'engine-unavailable') {
          ({ code } = answer.failure);
          throw new Error(code);
        }
      }
      return { service, version, end, terminate };
    } catch {
      terminate();
      throw new EngineError({ code });
    }
  }
}

export const engine = new EngineClient();

/** Data that is given again was seen being read before. */
function ignoreProgress(): void {
  return;
}

function endOnError(worker: Worker): Promise<never> {
  const end = new Promise<never>((_, reject) => {
    for (const event of ['error', 'messageerror']) {
      worker.addEventListener(event, () => {
        reject(new Error(`worker ${event}`));
      });
    }
  });
  end.catch(() => undefined); // it may well happen while nothing is asked
  return end;
}
