import { asEngineError, type EngineError } from '../engine/error';
import { latest } from './latest';

/** What the engine answers to a request that changes: the newest answer, while the next one is under way. */
export class Answer<Request, Value> {
  value = $state.raw<Value | null>(null);
  /** Why the newest request was refused. */
  failure = $state.raw<EngineError | null>(null);
  isWaiting = $state(false);
  readonly #compute: (request: Request) => Promise<void>;

  constructor(call: (request: Request) => Promise<Value>) {
    this.#compute = latest(async (request: Request) => {
      try {
        this.value = await call(request);
        this.failure = null;
      } catch (error) {
        this.value = null;
        this.failure = asEngineError(error);
      }
    });
  }

  async ask(request: Request): Promise<void> {
    this.isWaiting = true;
    await this.#compute(request);
    this.isWaiting = false;
  }
}
