import type { Engine, ReportRequest } from '../../src/engine/pkg/encours.js';
import { answering } from './answering.ts';
import { AS_OF, EARLIER, turn } from './dates.ts';
import { engineWith, timed } from './list.ts';
import { invoiceList, lists, salesperson, type ListName } from './made-up/invoices.ts';

/** What one question took, in milliseconds, each time it was asked. */
export interface Timed {
  name: string;
  /** Is it part of a full report? */
  isPart: boolean;
  milliseconds: number[];
}

/** What is asked of the figures. */
export interface Asked {
  lines: number;
  rounds: number;
  list: ListName;
}

answering(measure);

async function measure({ lines, rounds, list }: Asked): Promise<Timed[]> {
  const questions = ask(await engineWith(lines, (count) => invoiceList(count, lists[list])));
  const timings = (asked: Question[]): Timed[] => {
    const times = asked.map(({ name, isPart }): Timed => ({ name, isPart, milliseconds: [] }));
    for (let round = 0; round <= rounds; round++) {
      for (const [index, { question }] of asked.entries()) {
        const took = timed(() => {
          question(round);
        });
        // The first round warms up.
        if (round > 0) times[index]?.milliseconds.push(took);
      }
    }
    return times;
  };
  // A full report is asked whole, as the page does: what its questions share is worked out once.
  const parts = timings(questions.filter(({ isPart }) => isPart));
  const others = questions.filter(({ isPart }) => !isPart);
  return [...parts, ...others.flatMap((question) => timings([question]))];
}

interface Question {
  name: string;
  isPart: boolean;
  question: (round: number) => void;
}

/** Nothing of what is asked was asked in the round before, so that no answer is one that was kept. */
function ask(engine: Engine): Question[] {
  const at = (asOf: string): ReportRequest => ({ asOf });
  const window = (windowMonths: number): ReportRequest => ({
    asOf: AS_OF,
    conventions: { windowMonths },
  });
  return [
    {
      name: 'figures and months',
      isPart: true,
      question: (round) => engine.ask({ report: turn(round) }),
    },
    {
      name: 'customers, first 100',
      isPart: true,
      question: (round) => engine.ask({ customers: { baseline: turn(round), count: 100 } }),
    },
    {
      name: 'how customers pay',
      isPart: true,
      question: (round) => engine.ask({ behaviour: { baseline: turn(round) } }),
    },
    {
      name: 'legal terms, penalties',
      isPart: true,
      question: (round) => engine.ask({ terms: { baseline: turn(round) } }),
    },
    {
      name: 'segments, first 100',
      isPart: true,
      question: (round) => engine.ask({ segments: { baseline: turn(round), count: 100 } }),
    },
    {
      name: 'another segment',
      isPart: false,
      question: (round) =>
        engine.ask({
          segments: {
            baseline: window(7),
            column: round % 2 === 0 ? 'region' : 'salesperson',
            count: 100,
          },
        }),
    },
    {
      name: 'another value, its figures',
      isPart: false,
      question: (round) => {
        const segment = { column: 'salesperson', value: salesperson(round) };
        engine.ask({ report: { ...at(AS_OF), cut: { segment } } });
      },
    },
    {
      name: 'another as-of date',
      isPart: false,
      question: (round) => engine.ask({ report: at(round % 2 === 0 ? EARLIER : AS_OF) }),
    },
    {
      name: 'another convention',
      isPart: false,
      question: (round) => engine.ask({ report: window(round % 2 === 0 ? 3 : 12) }),
    },
    {
      name: 'customers, other order',
      isPart: false,
      question: (round) =>
        engine.ask({
          customers: {
            baseline: at(AS_OF),
            count: 100,
            sort: round % 2 === 0 ? 'rollBackDso' : 'trend',
          },
        }),
    },
  ];
}
