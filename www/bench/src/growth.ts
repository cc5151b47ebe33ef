import type { ReportRequest } from '../../src/engine/pkg/encours.js';
import { encours } from './contenders/encours.ts';
import { AS_OF, everyLever } from './levers.ts';
import { memoryBytes, timed } from './list.ts';
import { invoiceList } from './made-up/invoices.ts';
import type { Answer } from './worker.ts';

/** What the engine takes for a list of so many invoices, in milliseconds. */
export interface Grown {
  lines: number;
  /** From its bytes, the making of them not counted. */
  imported: number;
  /** Figures and months at another date. */
  report: number;
  /** The first scenario, which makes everything ready. */
  firstScenario: number;
  /** One position of a slider after another. */
  nextScenario: number;
  memoryBytes: number;
}

self.onmessage = async ({ data: lines }: MessageEvent<number>) => {
  let answer: Answer<Grown>;
  try {
    answer = { value: await grown(lines) };
  } catch (error) {
    answer = { error: String(error) };
  }
  self.postMessage(answer);
};

/** Clocks of browsers tell milliseconds at best: what is short is done until so many invoices have passed. */
const PASSED = 2_000_000;

/** No two in a row are alike, so that no answer is one that was kept. */
const dates = [AS_OF, '2024-09-30', '2024-06-30'];
const at = (round: number): ReportRequest => ({ asOf: dates[round % dates.length] ?? AS_OF });

async function grown(lines: number): Promise<Grown> {
  await encours.start();
  const imports = Math.max(1, Math.round(PASSED / 2 / lines));
  // What is first done is compiled and laid out for while it is done; a long list is most of its own warming up.
  if (imports > 1) read(lines);
  const imported = mean(imports, () => read(lines));
  const engine = encours.engine();
  const questions = Math.max(5, Math.round(PASSED / lines));
  const asked = (ask: (round: number) => void): number =>
    mean(questions, (round) =>
      timed(() => {
        ask(round);
      }),
    );
  engine.ask({ report: at(2) });
  const report = asked((round) => engine.ask({ report: at(round) }));
  const firstScenario = timed(() => engine.ask({ headline: everyLever(0) }));
  const nextScenario = asked((round) => engine.ask({ headline: everyLever(round + 1) }));
  return { lines, imported, report, firstScenario, nextScenario, memoryBytes: memoryBytes() };
}

function mean(rounds: number, measure: (round: number) => number): number {
  let sum = 0;
  for (let round = 0; round < rounds; round++) sum += measure(round);
  return sum / rounds;
}

/** Reads a list in place of the one before, and answers what the engine took. */
function read(lines: number): number {
  void encours.drop();
  encours.begin();
  const encoder = new TextEncoder();
  let milliseconds = 0;
  for (const text of invoiceList(lines)) {
    const piece = encoder.encode(text);
    milliseconds += timed(() => {
      encours.push(piece);
    });
  }
  let rows: number | undefined;
  milliseconds += timed(() => {
    rows = encours.end();
  });
  if (rows !== lines) throw new Error(`${String(rows)} of ${String(lines)} rows were read`);
  return milliseconds;
}
