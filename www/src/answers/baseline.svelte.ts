import { untrack } from 'svelte';
import { at, type Where } from '../dossier/at.svelte';
import { usualConventions } from '../engine/catalogue';
import type { EngineError } from '../engine/error';
import type { At, Conventions, Report } from '../engine/pkg/encours';
import { Asked } from './asked.svelte';

const asked = new Asked('report', { keeps: true });

/** Was something given up that the data cannot be asked with? */
let isElsewhere = $state(false);

/** What can be given up for the data to be asked at all: where it is looked at first, then what was typed about it. */
function givenUp(failure: EngineError): Partial<Where> | null {
  const { asOf, compareTo, conventions, balances, rates } = at.chosen;
  if (asOf !== null || compareTo !== null || Object.keys(conventions).length > 0)
    return { asOf: null, compareTo: null, conventions: {} };
  const isAboutTyped = failure.code === 'bad-request' || failure.code === 'out-of-range';
  const isTyped = rates !== null || Object.keys(balances).length > 0;
  return isAboutTyped && isTyped ? { balances: {}, rates: null } : null;
}

/** Where `report` was asked, for more questions there. */
const where = $derived.by<At>(() => {
  const { asOf = null, conventions = {}, balances = {}, cut = {} } = asked.request ?? {};
  return { asOf, conventions, balances, cut };
});

/** The report of the data, at the date and under the conventions chosen. */
export const baseline = {
  get report(): Report | null {
    return asked.value;
  },
  get at(): At {
    return where;
  },
  /** The conventions of `report`. */
  get applied(): Required<Conventions> {
    return { ...usualConventions, ...asked.value?.conventions };
  },
  /** Why the last request was refused; `report` is then the one before. */
  get failure(): EngineError | null {
    return asked.failure;
  },
  /** Was something given up, which this data cannot be asked with? Until that was read. */
  get isElsewhere(): boolean {
    return isElsewhere;
  },
  sayNoMore(): void {
    isElsewhere = false;
  },
  /** Asks again where the data is asked now. */
  refresh: (): Promise<void> => asked.ask(at.request),
};

$effect.root(() => {
  // What is no segment of the data any more cannot be looked at, nor a date that it does not have where no other is known.
  $effect(() => {
    const { failure, value } = asked;
    if (failure?.code === 'unknown-segment')
      untrack(() => {
        at.choose({ segment: null, customersBy: null });
      });
    else if (failure !== null && value === null) {
      untrack(() => {
        const change = givenUp(failure);
        if (change === null) return;
        isElsewhere = true;
        at.choose(change);
      });
    }
  });
  // What is chosen is asked, once there is something to ask.
  const wanted = $derived(JSON.stringify(at.request));
  $effect(() => {
    if (wanted === '') return;
    untrack(() => {
      if (asked.value !== null || asked.failure !== null) void asked.ask(at.request);
    });
  });
});
