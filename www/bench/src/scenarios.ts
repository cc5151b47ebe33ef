import type { Lever, ScenarioRequest } from '../../src/engine/pkg/encours.js';
import { engineWith, memoryBytes, timed } from './list.ts';
import { customerNames, monthEndList } from './made-up/month-end.ts';
import type { Answer } from './worker.ts';

/** What scenarios of one list took, in milliseconds. */
export interface ScenarioTimes {
  lines: number;
  /** Terms that end with a month, disputes, and levers of different scopes. */
  isMonthEnd: boolean;
  /** The first scenario, which makes everything ready. */
  first: number;
  /** One position of a slider after another. */
  headline: number[];
  /** Month-ends, attribution and timeline together. */
  everything: number[];
  /** So many draws, in pieces. */
  draws: number;
  simulation: number;
  goalSeek: number;
  suggestions: number;
  byCustomer: number;
  memoryBytes: number;
}

/** What is asked of scenarios. */
export interface ScenariosAsked {
  lines: readonly number[];
  rounds: number;
}

const AS_OF = '2024-12-31';
const POSITIONS = 200;
const DRAWS = 1000;
const PIECE = 50;

self.onmessage = async ({ data }: MessageEvent<ScenariosAsked>) => {
  let answer: Answer<ScenarioTimes[]>;
  try {
    const value = [];
    for (const lines of data.lines) value.push(await measure(lines, data.rounds, false));
    for (const lines of data.lines) value.push(await measure(lines, data.rounds, true));
    answer = { value };
  } catch (error) {
    answer = { error: String(error) };
  }
  self.postMessage(answer);
};

async function measure(lines: number, rounds: number, isMonthEnd: boolean): Promise<ScenarioTimes> {
  const engine = await (isMonthEnd ? engineWith(lines, monthEndList) : engineWith(lines));
  const scenario = isMonthEnd ? legalLevers : everyLever;
  const rest = Array.from({ length: rounds });
  const first = timed(() => engine.ask({ headline: scenario(0) }));
  const headline = Array.from({ length: POSITIONS }, (_, position) =>
    timed(() => engine.ask({ headline: scenario(position) })),
  );
  const everything = rest.map((_, round) =>
    timed(() => {
      engine.ask({ scenario: scenario(round) });
      engine.ask({ timeline: scenario(round) });
    }),
  );
  const simulation = timed(() => {
    for (let done = 0; done < DRAWS; done += PIECE) {
      engine.ask({ simulate: { scenario: scenario(0), draws: done + PIECE } });
    }
  });
  const goalSeek = timed(() =>
    engine.ask({
      goalSeek: {
        scenario: scenario(0),
        index: 0,
        parameter: 'sharePercent',
        goal: 'rollBackDso',
        target: '25',
      },
    }),
  );
  const suggestions = timed(() => engine.ask({ suggestions: { baseline: { asOf: AS_OF } } }));
  const byCustomer = timed(() => engine.ask({ byCustomer: scenario(0) }));
  return {
    lines,
    isMonthEnd,
    first,
    headline,
    everything,
    draws: DRAWS,
    simulation,
    goalSeek,
    suggestions,
    byCustomer,
    memoryBytes: memoryBytes(),
  };
}

/** Every lever, adopted in part, at one position of the sliders. */
function everyLever(position: number): ScenarioRequest {
  const share = String(20 + (position % 60));
  const lever = (action: Lever['action'], range?: Lever['ranges']): Lever => ({
    action,
    sharePercent: share,
    ranges: range ?? [{ parameter: 'sharePercent', low: '10', high: '90' }],
  });
  const levers: Lever[] = [
    lever({ lever: 'terms', rule: 'minus', days: 5 + (position % 20) }, [
      { parameter: 'days', low: '2', high: '30' },
    ]),
    lever({ lever: 'earlyPaymentDiscount', discountPercent: '1', withinDays: 10 }),
    lever({ lever: 'deposit', depositPercent: '30' }),
    lever({ lever: 'fasterInvoicing', days: 3 }),
    lever({ lever: 'reminders', shrinkPercent: '30' }),
    lever({ lever: 'disputes', afterDays: 30 }),
    lever({ lever: 'instalmentPlan', instalments: 3, afterDays: 30 }),
    lever({ lever: 'creditInsurance', premiumPerMille: '2', coveredPercent: '90' }),
    lever({ lever: 'factoring', advancePercent: '85', feePercent: '0.5', interestPercent: '6' }),
    lever({ lever: 'payables', days: 5 }),
    lever({ lever: 'inventory', days: 5 }),
  ];
  // The made-up list has no dispute, which the engine refuses a lever for.
  const used = levers.filter(({ action }) => action.lever !== 'disputes');
  const balances = { inventory: '1000000', payables: '1000000', purchases: '10000000' };
  return { baseline: { asOf: AS_OF, balances }, levers: used, ratePercent: '5' };
}

const names = customerNames();

/** Six levers within the law that concern different amounts and customers, and settled disputes. */
function legalLevers(position: number): ScenarioRequest {
  const lever = (action: Lever['action'], scope: NonNullable<Lever['scope']>): Lever => ({
    action,
    scope,
    sharePercent: String(20 + (position % 60)),
    ranges: [{ parameter: 'sharePercent', low: '10', high: '90' }],
  });
  const legal = { regime: { regime: 'law', id: 'fortyFiveDaysMonthEnd' } } as const;
  const levers: Lever[] = [
    lever({ lever: 'terms', rule: 'legal', days: 0, legal }, { amountAbove: '700' }),
    lever(
      { lever: 'earlyPaymentDiscount', discountPercent: '1', withinDays: 10 },
      { amountAbove: '2000' },
    ),
    lever({ lever: 'fasterInvoicing', days: 3 }, { amountAbove: '3000' }),
    lever({ lever: 'reminders', shrinkPercent: '30' }, { amountAbove: '4000' }),
    lever({ lever: 'instalmentPlan', instalments: 3, afterDays: 30 }, { amountAbove: '5000' }),
    lever({ lever: 'deposit', depositPercent: '30' }, { customers: names.slice(0, 1_000) }),
    lever({ lever: 'disputes', afterDays: 30 }, {}),
  ];
  return { baseline: { asOf: AS_OF }, levers, ratePercent: '5' };
}
