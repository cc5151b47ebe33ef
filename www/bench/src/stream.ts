import { encours } from './contenders/encours.ts';
import { invoiceList } from './made-up/invoices.ts';
import type { Answer } from './worker.ts';

/** What reading a list took that was never wholly in memory. */
export interface Streamed {
  /** Of the engine alone; the list is made between its pieces, off the clock. */
  milliseconds: number;
  /** The longest call, which is how long a cancel may have to wait. */
  longestMilliseconds: number;
  bytes: number;
  rows: number;
  memoryBytes: number;
}

self.onmessage = async ({ data: lines }: MessageEvent<number>) => {
  let answer: Answer<Streamed>;
  try {
    answer = { value: await stream(lines) };
  } catch (error) {
    answer = { error: String(error) };
  }
  self.postMessage(answer);
};

async function stream(lines: number): Promise<Streamed> {
  await encours.start();
  const encoder = new TextEncoder();
  const calls: number[] = [];
  const timed = <T>(call: () => T): T => {
    const start = performance.now();
    const value = call();
    calls.push(performance.now() - start);
    return value;
  };
  timed(() => {
    encours.begin();
  });
  let bytes = 0;
  let rows;
  while (rows === undefined) {
    bytes = 0;
    for (const text of invoiceList(lines)) {
      const piece = encoder.encode(text);
      bytes += piece.length;
      timed(() => {
        encours.push(piece);
      });
    }
    rows = timed(() => encours.end());
  }
  return {
    milliseconds: calls.reduce((sum, call) => sum + call, 0),
    longestMilliseconds: Math.max(...calls),
    bytes,
    rows,
    memoryBytes: encours.memoryBytes(),
  };
}
