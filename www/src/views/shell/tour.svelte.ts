import { dataset } from '../../answers/dataset.svelte';
import { openSample } from '../data/open-sample';
import { route, type View } from '../route.svelte';

/** A step: what it shows, and where that stands. */
interface Step {
  name: 'sentence' | 'gap' | 'split' | 'customers' | 'actions';
  view: View;
  /** The test id of what is shown. */
  anchor: string;
}

export const steps: readonly Step[] = [
  { name: 'sentence', view: 'dashboard', anchor: 'headline' },
  { name: 'gap', view: 'dashboard', anchor: 'open-gap' },
  { name: 'split', view: 'dashboard', anchor: 'dso-over-time' },
  { name: 'customers', view: 'dashboard', anchor: 'top-customers' },
  { name: 'actions', view: 'dashboard', anchor: 'actions' },
];

let at = $state<number | null>(null);

/** A walk over the dashboard of the example, which can be left at any step. */
export const tour = {
  get step(): number | null {
    return at;
  },
  /** Starts on the example; what was there before can come back. */
  async start(): Promise<void> {
    if (dataset.origin.kind !== 'sample') await openSample('invoices');
    at = 0;
    route.go('dashboard');
  },
  go(by: number): void {
    if (at === null) return;
    const next = at + by;
    at = next >= 0 && next < steps.length ? next : null;
  },
  leave: (): void => {
    at = null;
  },
};
