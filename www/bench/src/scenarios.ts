import { answering } from './answering.ts';
import { AS_OF } from './dates.ts';
import { everyLever, legalLevers } from './levers.ts';
import { engineWith, memoryBytes, timed } from './list.ts';
import { monthEndList } from './made-up/month-end.ts';

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

const POSITIONS = 200;
const DRAWS = 1000;
const PIECE = 50;

answering(async ({ lines, rounds }: ScenariosAsked) => {
  const value = [];
  for (const each of lines) value.push(await measure(each, rounds, false));
  for (const each of lines) value.push(await measure(each, rounds, true));
  return value;
});

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
