import { answering } from './answering.ts';
import { encours } from './contenders/encours.ts';
import { turn } from './dates.ts';
import { everyLever } from './levers.ts';
import { memoryBytes, readList, sum, timed } from './list.ts';
import { invoiceList } from './made-up/invoices.ts';

/** What the engine takes for a list of so many invoices, in milliseconds. */
export interface Grown {
  lines: number;
  /** From its bytes, the making of them not counted: by code that is still being compiled for it, */
  firstImported: number;
  /** and once it is. */
  imported: number;
  /** Figures and months at another date. */
  report: number;
  /** The first scenario, which makes everything ready. */
  firstScenario: number;
  /** One position of a slider after another. */
  nextScenario: number;
  memoryBytes: number;
}

answering(grown);

/** Clocks of browsers tell milliseconds at best: what is short is done until so many invoices have passed. */
const PASSED = 2_000_000;

async function grown(lines: number): Promise<Grown> {
  await encours.start();
  const imports = Math.max(1, Math.round(PASSED / 2 / lines));
  const firstImported = read(lines);
  const imported = mean(imports, () => read(lines));
  const engine = encours.engine();
  const questions = Math.max(5, Math.round(PASSED / lines));
  const asked = (ask: (round: number) => void): number =>
    mean(questions, (round) =>
      timed(() => {
        ask(round);
      }),
    );
  engine.ask({ report: turn(2) });
  const report = asked((round) => engine.ask({ report: turn(round) }));
  const firstScenario = timed(() => engine.ask({ headline: everyLever(0) }));
  const nextScenario = asked((round) => engine.ask({ headline: everyLever(round + 1) }));
  return {
    lines,
    firstImported,
    imported,
    report,
    firstScenario,
    nextScenario,
    memoryBytes: memoryBytes(),
  };
}

function mean(rounds: number, measure: (round: number) => number): number {
  return sum(Array.from({ length: rounds }, (_, round) => measure(round))) / rounds;
}

/** Reads a list, and answers what the engine took. */
function read(lines: number): number {
  void encours.drop();
  const { calls, rows } = readList(() => invoiceList(lines));
  if (rows !== lines) throw new Error(`${String(rows)} of ${String(lines)} rows were read`);
  return sum(calls);
}
