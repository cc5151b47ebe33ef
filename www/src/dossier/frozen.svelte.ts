import type { Conventions, DsoState, SegmentValue } from '../engine/pkg/encours';
import type { LeverName } from './levers';

/** What a scenario promised when it was frozen. */
export interface FrozenPlan {
  name: string;
  state: DsoState | null;
  receivables: string | null;
  cash: string;
  levers: readonly LeverName[];
}

/** The figures of a date as they were presented, which what comes later is compared with. */
export interface Frozen {
  asOf: string;
  currency: string;
  state: DsoState | null;
  receivables: string | null;
  plan: FrozenPlan | null;
  /** The part of the data that it is of; `null` for all of it. */
  segment: SegmentValue | null;
  /** Those that it was reckoned under; `null` where that was not kept. */
  conventions: Conventions | null;
}

let current = $state.raw<Frozen | null>(null);

/** What this dossier is compared with; `null` where nothing was frozen. */
export const frozen = {
  get current(): Frozen | null {
    return current;
  },
  open(value: Frozen | null): void {
    current = value;
  },
};
