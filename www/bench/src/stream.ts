import { answering } from './answering.ts';
import { encours } from './contenders/encours.ts';
import { memoryBytes, readList, sum } from './list.ts';
import { invoiceList } from './made-up/invoices.ts';

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

answering(stream);

async function stream(lines: number): Promise<Streamed> {
  await encours.start();
  const { calls, bytes, rows } = readList(() => invoiceList(lines));
  return {
    milliseconds: sum(calls),
    longestMilliseconds: Math.max(...calls),
    bytes,
    rows,
    memoryBytes: memoryBytes(),
  };
}
