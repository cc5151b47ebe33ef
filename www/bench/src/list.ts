import type { Engine } from '../../src/engine/pkg/encours.js';
import { encours } from './contenders/encours.ts';
import { invoiceList } from './made-up/invoices.ts';
import type { MadeUp } from './made-up/made-up.ts';

/** What reading a made-up list took of the engine alone: the list is made between its pieces, off the clock. */
export interface ListRead {
  /** Of each call, in milliseconds. */
  calls: number[];
  bytes: number;
  rows: number;
}

/** Has the engine, which is started, read a list in place of the one before. */
export function readList(list: () => MadeUp): ListRead {
  const encoder = new TextEncoder();
  const calls = [
    timed(() => {
      encours.begin();
    }),
  ];
  let bytes = 0;
  let rows: number | undefined;
  // An input whose last rows change the reading of the first is read again.
  while (rows === undefined) {
    bytes = 0;
    for (const text of list()) {
      const piece = encoder.encode(text);
      bytes += piece.length;
      calls.push(
        timed(() => {
          encours.push(piece);
        }),
      );
    }
    calls.push(
      timed(() => {
        rows = encours.end();
      }),
    );
  }
  return { calls, bytes, rows };
}

/** The engine with a made-up list. */
export async function engineWith(
  lines: number,
  list: (lines: number) => MadeUp = invoiceList,
): Promise<Engine> {
  await encours.start();
  readList(() => list(lines));
  return encours.engine();
}

/** The sum of some times. */
export const sum = (milliseconds: readonly number[]): number =>
  milliseconds.reduce((all, each) => all + each, 0);

/** What a call takes, in milliseconds. */
export function timed(call: () => void): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** The WebAssembly memory of the engine, which never shrinks. */
export const memoryBytes = (): number => encours.memoryBytes();
