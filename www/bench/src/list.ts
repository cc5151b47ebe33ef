import type { Engine } from '../../src/engine/pkg/encours.js';
import { encours } from './contenders/encours.ts';
import { invoiceList } from './made-up/invoices.ts';
import type { MadeUp } from './made-up/made-up.ts';

/** The engine with a made-up list. */
export async function engineWith(
  lines: number,
  list: (lines: number) => MadeUp = invoiceList,
): Promise<Engine> {
  await encours.start();
  encours.begin();
  const encoder = new TextEncoder();
  for (const text of list(lines)) encours.push(encoder.encode(text));
  encours.end();
  return encours.engine();
}

/** What a call takes, in milliseconds. */
export function timed(call: () => void): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** The WebAssembly memory of the engine, which never shrinks. */
export const memoryBytes = (): number => encours.memoryBytes();
