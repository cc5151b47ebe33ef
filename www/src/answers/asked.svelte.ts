import { untrack } from 'svelte';
import { asEngineError, type EngineError } from '../engine/error';
import type { Questions } from '../engine/pkg/encours';
import { latest } from '../lib/latest';
import { answer } from './cache';
import { generation } from './generation.svelte';
import { isTrouble, trouble } from './trouble.svelte';

/** An answer, and the question that it is one to. */
interface Given<N extends keyof Questions> {
  generation: number;
  request: Questions[N]['request'];
  value: Questions[N]['answer'];
}

/** Why there is none. */
interface Failed<N extends keyof Questions> {
  generation: number;
  request: Questions[N]['request'];
  error: EngineError;
}

/**
 * A question that changes, and its newest answer. While the next one is under way, or the engine is in trouble, the last good
 * one stays; one about other data is none.
 */
export class Asked<N extends keyof Questions> {
  #given = $state.raw<Given<N> | null>(null);
  #failure = $state.raw<Failed<N> | null>(null);
  isWaiting = $state(false);
  #newest: Questions[N]['request'] | undefined;
  readonly #ask: (request: Questions[N]['request']) => Promise<void>;

  /** `keeps`: the last good answer stays where a request is refused, too. */
  constructor(
    readonly name: N,
    { keeps = false } = {},
  ) {
    this.#ask = latest(async (request) => {
      const about = generation.of(name);
      try {
        const value = await answer(name, request);
        if (about !== generation.of(name)) return;
        this.#given = { generation: about, request, value };
        this.#failure = null;
        trouble.over(this);
      } catch (thrown) {
        if (about !== generation.of(name)) return;
        const error = asEngineError(thrown);
        this.#failure = { generation: about, request, error };
        if (isTrouble(error)) {
          trouble.met(this, error);
          return;
        }
        trouble.over(this);
        if (!keeps) this.#given = null;
      }
    });
  }

  get value(): Questions[N]['answer'] | null {
    return this.#current?.value ?? null;
  }
  /** What `value` answers. */
  get request(): Questions[N]['request'] | null {
    return this.#current?.request ?? null;
  }
  /** Why the newest request has no answer. */
  get failure(): EngineError | null {
    return this.#failed?.error ?? null;
  }
  /** The request that `failure` is about. */
  get refused(): Questions[N]['request'] | null {
    return this.#failed?.request ?? null;
  }
  /** Is `value` the answer to an earlier request than the newest? */
  get isStale(): boolean {
    return this.value !== null && (this.isWaiting || this.failure !== null);
  }

  async ask(request: Questions[N]['request']): Promise<void> {
    this.#newest = request;
    this.isWaiting = true;
    await untrack(() => this.#ask(request));
    if (this.#newest === request) this.isWaiting = false;
  }
  /** Asks the newest question once more. */
  again(): void {
    if (this.#newest !== undefined) void this.ask(this.#newest);
  }

  get #failed(): Failed<N> | null {
    return this.#failure?.generation === generation.of(this.name) ? this.#failure : null;
  }
  get #current(): Given<N> | null {
    return this.#given?.generation === generation.of(this.name) ? this.#given : null;
  }
}
