import { engine } from '../engine/client';
import { asEngineError, type EngineError } from '../engine/error';
import type { ScenarioRequest, Uncertainty } from '../engine/pkg/encours';
import { nextTask } from '../lib/next-task';
import { generation } from './generation.svelte';

export const drawsInAll = 1000;

/** Few enough that a slider never waits for long, many enough that little time goes into asking. */
const drawsAtOnce = 50;

let uncertainty = $state.raw<Uncertainty | null>(null);
let failure = $state.raw<EngineError | null>(null);
let isRunning = $state(false);
/** The scenario that `uncertainty` is about. */
let key = '';
/** Raised by whatever ends the run under way. */
let run = 0;

/** Draws from the ranges of a scenario, a few at a time. */
export const simulation = {
  get uncertainty(): Uncertainty | null {
    return uncertainty;
  },
  get failure(): EngineError | null {
    return failure;
  },
  get isRunning(): boolean {
    return isRunning;
  },

  /** Another scenario than that of the draws ends them. */
  follow(request: ScenarioRequest): void {
    const asked = `${String(generation.current)} ${JSON.stringify(request)}`;
    if (asked === key) return;
    key = asked;
    simulation.cancel();
    uncertainty = null;
    failure = null;
  },
  /** Draws until there are enough, or goes on where it was stopped. */
  async start(request: ScenarioRequest): Promise<void> {
    simulation.follow(request);
    const mine = ++run;
    const about = generation.current;
    isRunning = true;
    try {
      while ((uncertainty?.draws ?? 0) < drawsInAll) {
        const draws = Math.min((uncertainty?.draws ?? 0) + drawsAtOnce, drawsInAll);
        const found = await engine.ask('simulate', { scenario: request, draws });
        if (mine !== run || about !== generation.current) return;
        uncertainty = found;
        await nextTask();
      }
    } catch (error) {
      if (mine === run) failure = asEngineError(error);
    } finally {
      if (mine === run) isRunning = false;
    }
  },
  cancel(): void {
    run += 1;
    isRunning = false;
  },
};
