import type { Engine } from '../../src/engine/pkg/encours.js';
import { encours } from './contenders/encours.ts';
import { invoiceList } from './made-up/invoices.ts';

/** The engine with a made-up invoice list. */
export async function engineWith(lines: number): Promise<Engine> {
  await encours.start();
  encours.begin();
  const encoder = new TextEncoder();
  for (const text of invoiceList(lines)) encours.push(encoder.encode(text));
  encours.end();
  return encours.engine();
}

/** What a call takes, in milliseconds. */
export function timed(call: () => void): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}
