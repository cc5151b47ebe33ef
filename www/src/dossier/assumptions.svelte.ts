import { catalogue } from '../engine/catalogue';
import { Edits } from './edits.svelte';

/** What holds for every scenario, and for what the dashboard proposes. */
export interface AssumptionsSet {
  /** Yearly cost of money, in percent. */
  ratePercent: string;
  /** The DSO that is aimed at, in days; `null` for none. */
  targetDays: string | null;
  /** The day that levers start on which have none of their own; `null` for the day after the as-of date. */
  goLive: string | null;
}

const edits = new Edits<AssumptionsSet>({
  ratePercent: catalogue.ratePercent,
  targetDays: null,
  goLive: null,
});

export const assumptions = {
  get chosen(): AssumptionsSet {
    return edits.current;
  },
  get ratePercent(): string {
    return edits.current.ratePercent;
  },
  get targetDays(): string | null {
    return edits.current.targetDays;
  },
  /** Changes until `settle` are one. */
  choose(change: Partial<AssumptionsSet>): void {
    edits.edit({ ...edits.current, ...change });
  },
  settle: (): void => {
    edits.settle();
  },
  open: (value: AssumptionsSet): void => {
    edits.reset(value);
  },
};
