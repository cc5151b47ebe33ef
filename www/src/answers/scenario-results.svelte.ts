import { SvelteMap } from 'svelte/reactivity';
import type { EngineError } from '../engine/error';
import type {
  ScenarioAnswer,
  ScenarioHeadline,
  ScenarioRequest,
  Timeline,
} from '../engine/pkg/encours';
import { Asked } from './asked.svelte';
import { generation } from './generation.svelte';
import { isTrouble } from './trouble.svelte';

/** Rest of a slider after which everything is computed, not the headline alone. */
const restMilliseconds = 80;

/** A scenario that answers are wanted of. */
export interface Wanted {
  id: number;
  request: ScenarioRequest;
}

/** What is known of a scenario. What was answered to an earlier request stays until there is something newer. */
export class Result {
  readonly #headline = new Asked('headline', { keeps: true });
  readonly #answer = new Asked('scenario', { keeps: true });
  readonly #timeline = new Asked('timeline', { keeps: true });

  get headline(): ScenarioHeadline | null {
    return this.#headline.value;
  }
  get answer(): ScenarioAnswer | null {
    return this.#answer.value;
  }
  /** What `answer` is about. */
  get request(): ScenarioRequest | null {
    return this.#answer.request;
  }
  get timeline(): Timeline | null {
    return this.#timeline.value;
  }
  /** What `timeline` is about. */
  get timelineRequest(): ScenarioRequest | null {
    return this.#timeline.request;
  }
  /** Why the newest request was refused; everything else is then the last valid result. */
  get failure(): EngineError | null {
    return this.#failed?.failure ?? null;
  }
  /** The request that `failure` is about. */
  get refused(): ScenarioRequest | null {
    return this.#failed?.refused ?? null;
  }

  askHeadline(request: ScenarioRequest): Promise<void> {
    return this.#headline.ask(request);
  }
  async askWhole(request: ScenarioRequest): Promise<void> {
    const { failure } = this.#headline;
    if (failure !== null && !isTrouble(failure)) return;
    await this.#answer.ask(request);
    await this.#timeline.ask(request);
  }

  get #failed() {
    const all = [this.#headline, this.#answer, this.#timeline];
    return all.find(({ failure }) => failure !== null);
  }
}

const results = new SvelteMap<number, Result>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** Raised with everything that is wanted: the rest of what is not wanted any more is not asked. */
let round = 0;

/** What the engine answers about the scenarios: the headline figures at once, the rest once nothing moves. */
export const answers = {
  /** Wants answers about these scenarios, the one that is looked at first. */
  want(list: readonly Wanted[], current: number): void {
    clearTimeout(timer);
    round += 1;
    const mine = { round, about: generation.current };
    const isWanted = () => mine.round === round && mine.about === generation.current;
    const shown = list.find(({ id }) => id === current);
    if (shown === undefined) return;
    const first = resultOf(current);
    void first.askHeadline(shown.request).then(() => {
      if (!isWanted()) return;
      timer = setTimeout(() => {
        if (isWanted()) void first.askWhole(shown.request);
      }, restMilliseconds);
    });
    for (const { id, request } of list) {
      if (id !== current) void resultOf(id).askHeadline(request);
    }
  },
  /** What is known of a scenario. */
  of: (id: number): Result | undefined => results.get(id),
};

function resultOf(id: number): Result {
  const found = results.get(id) ?? new Result();
  results.set(id, found);
  return found;
}
