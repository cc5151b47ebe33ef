import { SvelteMap } from 'svelte/reactivity';
import { engine } from '../engine/client';
import { asEngineError, type EngineError } from '../engine/error';
import type {
  ScenarioAnswer,
  ScenarioHeadline,
  ScenarioRequest,
  Timeline,
} from '../engine/pkg/encours';
import { latest } from '../lib/latest';
import { nextTask } from '../lib/next-task';

/** Rest of a slider after which everything is computed, not the headline alone. */
const restMilliseconds = 80;

/** A scenario that answers are wanted of. */
export interface Wanted {
  id: number;
  request: ScenarioRequest;
}

/** What is known of a scenario. What was answered to an earlier request stays until there is something newer. */
export class Result {
  headline = $state.raw<ScenarioHeadline | null>(null);
  answer = $state.raw<ScenarioAnswer | null>(null);
  /** What `answer` and `timeline` are about. */
  request = $state.raw<ScenarioRequest | null>(null);
  timeline = $state.raw<Timeline | null>(null);
  /** Why the newest request was refused; everything else is then the last valid result. */
  failure = $state.raw<EngineError | null>(null);
  /** The request that `failure` is about. */
  refused = $state.raw<ScenarioRequest | null>(null);
  /** The newest request that was answered or refused, and the one that everything was computed of. */
  headlineKey = '';
  wholeKey = '';
}

const results = new SvelteMap<number, Result>();
let wanted: readonly Wanted[] = [];
let current = 0;
/** Raised with everything that is asked: what answers an older question is not shown as one to a newer. */
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const headlines = latest(async (round: number) => {
  const first = wanted.filter(({ id }) => id === current);
  const others = wanted.filter(({ id }) => id !== current);
  for (const { id, request } of [...first, ...others]) {
    const result = resultOf(id);
    const key = JSON.stringify(request);
    if (result.headlineKey === key) continue;
    try {
      const headline = await engine.headline(request);
      if (round !== asked) return;
      result.headline = headline;
      result.failure = null;
    } catch (error) {
      if (round !== asked) return;
      refuse(result, request, error);
    }
    result.headlineKey = key;
  }
});

const whole = latest(async (round: number) => {
  const found = wanted.find(({ id }) => id === current);
  if (found === undefined || round !== asked) return;
  const result = resultOf(found.id);
  const key = JSON.stringify(found.request);
  if (result.wholeKey === key || result.failure !== null) return;
  try {
    const answer = await engine.scenario(found.request);
    if (round !== asked) return;
    result.request = found.request;
    result.answer = answer;
    await nextTask();
    const timeline = await engine.timeline(found.request);
    if (round !== asked) return;
    result.timeline = timeline;
    result.wholeKey = key;
  } catch (error) {
    if (round === asked) refuse(result, found.request, error);
  }
});

/** What the engine answers about the scenarios: the headline figures at once, the rest once nothing moves. */
export const answers = {
  /** Wants answers about these scenarios, the one that is looked at first. */
  want(list: readonly Wanted[], id: number): void {
    wanted = list;
    current = id;
    asked += 1;
    const round = asked;
    clearTimeout(timer);
    void headlines(round).then(() => {
      if (round !== asked) return;
      timer = setTimeout(() => void whole(round), restMilliseconds);
    });
  },
  /** What is known of a scenario. */
  of: (id: number): Result | undefined => results.get(id),
  /** Other data came: nothing of the old is true of it. */
  forget(): void {
    asked += 1;
    clearTimeout(timer);
    results.clear();
  },
};

function refuse(result: Result, request: ScenarioRequest, error: unknown): void {
  result.failure = asEngineError(error);
  result.refused = request;
}

function resultOf(id: number): Result {
  const found = results.get(id);
  if (found !== undefined) return found;
  const result = new Result();
  results.set(id, result);
  return result;
}
