import { answering } from './answering.ts';
import { AS_OF } from './dates.ts';
import type { ScenarioRequest } from '../../src/engine/pkg/encours.js';
import { everyLever, legalLevers, twelveScopes } from './levers.ts';
import { engineWith, memoryBytes, timed } from './list.ts';
import { invoiceList, lists } from './made-up/invoices.ts';
import type { MadeUp } from './made-up/made-up.ts';
import { monthEndList } from './made-up/month-end.ts';

/** What scenarios of one list took, in milliseconds. */
export interface ScenarioTimes {
  lines: number;
  /** What is particular, if anything. */
  name: string;
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

const POSITIONS = 200;
const DRAWS = 1000;
const PIECE = 50;

/** A list, and levers at a position of their sliders. */
interface Case {
  name: string;
  list: (lines: number) => MadeUp;
  scenario: (position: number) => ScenarioRequest;
}

const usual: Case = { name: '', list: invoiceList, scenario: everyLever };

const cases: Case[] = [
  usual,
  {
    name: 'terms of a month-end, six legal levers of different scopes',
    list: monthEndList,
    scenario: legalLevers,
  },
];

/** Those that take most. */
const worst: Case[] = [
  { ...usual, name: 'twelve levers of different scopes', scenario: twelveScopes },
  ...(['a customer for every invoice', 'another term each day of 36 months'] as const).map(
    (name) => ({ ...usual, name, list: (lines: number) => invoiceList(lines, lists[name]) }),
  ),
];

answering(async ({ lines, rounds }: ScenariosAsked) => {
  const value = [];
  for (const of of cases) for (const each of lines) value.push(await measure(of, each, rounds));
  for (const of of worst) value.push(await measure(of, Math.max(...lines), rounds));
  return value;
});

async function measure(
  { name, list, scenario }: Case,
  lines: number,
  rounds: number,
): Promise<ScenarioTimes> {
  const engine = await engineWith(lines, list);
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
    name,
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
