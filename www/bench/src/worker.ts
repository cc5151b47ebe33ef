import type { Contender } from './contender.ts';
import { d3Dsv } from './contenders/d3-dsv.ts';
import { duckdb } from './contenders/duckdb.ts';
import { encours } from './contenders/encours.ts';
import { papaparse } from './contenders/papaparse.ts';
import { udsv } from './contenders/udsv.ts';

export type Name = keyof typeof contenders;

/** What one reading took, and what it gave. */
export interface Reading {
  milliseconds: number;
  invoices: number;
  memoryBytes: number;
}

interface Start {
  name: Name;
  list: Blob;
}

export type Question = Start | 'read';
export type Answer = { value: Reading | undefined } | { error: string };

const contenders = { encours, papaparse, udsv, 'd3-dsv': d3Dsv, duckdb } satisfies Record<
  string,
  Contender
>;

let contender: Contender | undefined;
let bytes = new Uint8Array();

/** One worker runs one contender, so that none reads in a heap that another has filled. */
self.onmessage = async ({ data }: MessageEvent<Question>) => {
  let answer: Answer;
  try {
    if (data !== 'read') await start(data);
    answer = { value: data === 'read' ? await read() : undefined };
  } catch (error) {
    answer = { error: String(error) };
  }
  self.postMessage(answer);
};

async function start({ name, list }: Start): Promise<void> {
  contender = contenders[name];
  bytes = new Uint8Array(await list.arrayBuffer());
  await contender.start?.();
}

async function read(): Promise<Reading> {
  if (contender === undefined) throw new Error('no contender was named');
  await contender.prepare?.(bytes);
  // What the reading before left behind is not this one's to collect.
  globalThis.gc?.();
  const start = performance.now();
  const invoices = await contender.read(bytes);
  const milliseconds = performance.now() - start;
  const memoryBytes = contender.memoryBytes?.() ?? 0;
  await contender.drop();
  return { milliseconds, invoices, memoryBytes };
}
