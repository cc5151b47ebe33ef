import { answering } from './answering.ts';
import type { Contender, Kind } from './contender.ts';
import { d3Dsv } from './contenders/d3-dsv.ts';
import { decoder } from './contenders/decoder.ts';
import { duckdb } from './contenders/duckdb.ts';
import { encours } from './contenders/encours.ts';
import { papaparse } from './contenders/papaparse.ts';
import { together } from './contenders/together.ts';
import { udsv } from './contenders/udsv.ts';

export type Name = keyof typeof contenders;

/** What one reading took, and what it gave. */
export interface Reading {
  milliseconds: number;
  rows: number | null;
  memoryBytes: number;
}

interface Start {
  name: Name;
  kind: Kind;
  file: Blob;
}

export type Question = Start | 'read';
export type Answer<T> = { value: T } | { error: string };

const contenders = {
  encours,
  together,
  papaparse,
  udsv,
  'd3-dsv': d3Dsv,
  duckdb,
  decoder,
} satisfies Record<string, Contender>;

let contender: Contender | undefined;
let kind: Kind = 'invoices';
let bytes = new Uint8Array();

/** One worker runs one contender, so that none reads in a heap that another has filled. */
answering(async (question: Question): Promise<Reading | undefined> => {
  if (question === 'read') return read();
  await start(question);
  return undefined;
});

async function start(asked: Start): Promise<void> {
  contender = contenders[asked.name];
  kind = asked.kind;
  bytes = new Uint8Array(await asked.file.arrayBuffer());
  await contender.start?.();
}

async function read(): Promise<Reading> {
  if (contender === undefined) throw new Error('no contender was named');
  await contender.prepare?.(bytes);
  const start = performance.now();
  const rows = await contender.read(bytes, kind);
  const milliseconds = performance.now() - start;
  const memoryBytes = contender.memoryBytes?.() ?? 0;
  await contender.drop();
  // What this reading leaves behind is neither the next one's to collect, nor in the way of the other workers.
  globalThis.gc?.();
  return { milliseconds, rows, memoryBytes };
}
