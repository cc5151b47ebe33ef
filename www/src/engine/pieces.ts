import { transfer, type Remote } from 'comlink';
import { endingWith } from '../lib/abort';
import { living } from './living';
import type { Answer, PieceService } from './pieces-worker';
import PieceWorker from './pieces-worker.ts?worker&inline';
import type { ImportOptions } from './pkg/encours';
import {
  content,
  given as answered,
  handOver,
  parts,
  pushAll,
  stopIf,
  type Reader,
} from './reading';

/** Bytes of a text from one place up to another. */
interface Range {
  from: number;
  to: number;
}

/** A piece, and what another worker makes of it once one has begun with it. */
interface Piece extends Range {
  answer: Promise<Answer> | null;
}

/** What pieces are read by. */
interface Given {
  bytes: Blob;
  module: WebAssembly.Module;
  /** What the text begins with: the table is understood from it. */
  head: Uint8Array<ArrayBuffer>;
  options: ImportOptions;
}

/** Of a piece that is to be read like any other text. */
const none: Answer = { part: null, skipped: 0 };

/** A shorter piece is read before a worker for it has begun. */
const leastBytes = 4 << 20;
/** What was read of a longer one would take much memory, and the next one could not be read while it is joined. */
const mostBytes = 8 << 20;
/** What was read of more at once would take much memory until it is joined. */
const mostAtOnce = 256 << 20;
const mostWorkers = 8;

/** So many bytes are looked through for the end of a row. */
const longestRow = 1 << 16;
const lineFeed = 10;

const workers = () => Math.min(navigator.hardwareConcurrency, mostWorkers);

/** Bytes that a table is understood from, and one more. */
const headBytes = (1 << 18) + 1;

/** Reads a long text with other workers, each of which reads pieces of it; what cannot be read apart is read here. */
export async function together(reader: Reader, options: ImportOptions): Promise<number> {
  const { service, engine, input, signal, tell } = reader;
  const { bytes } = input;
  let rows = 0;
  let read = 0;
  const push = async ({ from, to }: Range) => {
    const told = (of: number, rows: number) => {
      tell(read + of, rows);
    };
    if (from < to)
      rows = await pushAll({ service, engine, signal, tell: told }, parts(bytes.slice(from, to)));
    read += to - from;
  };
  const join = async ({ from, to }: Range, { part, skipped }: Answer) => {
    await push({ from, to: from + skipped });
    const joined =
      part === null ? null : answered(await service.join(engine, transfer(part, [part.buffer])));
    if (joined === null) {
      await push({ from: from + skipped, to });
      return;
    }
    rows = joined;
    read += to - from - skipped;
    tell(read, rows);
  };
  const module = answered(await service.module());
  const head = await content(bytes.slice(0, headBytes));
  const helpers = endingWith(signal);
  try {
    let from = headBytes;
    while (from < bytes.size) {
      const [own, ...others] = await ranges(bytes, from);
      // They begin at once: whether they can be of use is known when they are there.
      const pieces = readApart(others, { bytes, module, head, options }, helpers.signal);
      if (from === headBytes) {
        await push({ from: 0, to: headBytes });
        if (!answered(await service.mayBeParted(engine))) {
          helpers.end();
          await push({ from: headBytes, to: bytes.size });
          return rows;
        }
      }
      await push(own);
      for (const piece of pieces) {
        // What nobody has begun with is read here.
        piece.answer ??= Promise.resolve(none);
        const answer = await piece.answer;
        stopIf(signal);
        await join(piece, answer);
      }
      from = (others.at(-1) ?? own).to;
    }
    return rows;
  } finally {
    helpers.end();
  }
}

/**
 * A text from `from` on, or as much of it as is read at once: what its own worker reads, as much as each of the others,
 * and the pieces that these read, each of which begins after a line end.
 */
async function ranges(bytes: Blob, from: number): Promise<[Range, ...Range[]]> {
  const isAll = bytes.size - from <= mostAtOnce;
  const to = isAll ? bytes.size : from + mostAtOnce;
  const share = Math.max(leastBytes, Math.ceil((to - from) / workers()));
  const size = Math.min(share, mostBytes);
  const cuts: Promise<number | null>[] = [];
  for (let about = from + share; about + leastBytes / 2 < to; about += size)
    cuts.push(lineEnd(bytes, about));
  if (!isAll) cuts.push(lineEnd(bytes, to));
  const found = (await Promise.all(cuts)).filter((cut) => cut !== null);
  const last = isAll ? bytes.size : (found.pop() ?? bytes.size);
  return [
    { from, to: found[0] ?? last },
    ...found.map((cut, index) => ({ from: cut, to: found[index + 1] ?? last })),
  ];
}

/** Where the first line ends after a place; `null` if not soon. */
async function lineEnd(bytes: Blob, from: number): Promise<number | null> {
  const near = await content(bytes.slice(from, from + longestRow));
  const end = near.indexOf(lineFeed);
  return end < 0 ? null : from + end + 1;
}

/** Has other workers read pieces, each the next one when it has done with one. */
function readApart(ranges: readonly Range[], given: Given, signal: AbortSignal): Piece[] {
  const pieces = ranges.map((range): Piece => ({ ...range, answer: null }));
  const waiting = pieces.values();
  for (let count = 1; count < workers() && count <= pieces.length; count += 1)
    // What one does not answer is read by who waits for it.
    work(waiting, given, signal).catch(() => undefined);
  return pieces;
}

/** Has a worker read one piece after the other; one that fails with a piece reads no other. */
async function work(
  waiting: Iterable<Piece>,
  { bytes, module, head, options }: Given,
  signal: AbortSignal,
): Promise<void> {
  const worker = new PieceWorker({ name: 'piece' });
  const { service, during, close } = await living<PieceService>(worker, (close) => {
    signal.addEventListener('abort', close);
    if (signal.aborted) close();
  });
  try {
    await during(service.begin(module, head, options));
    for (const piece of waiting) {
      if (piece.answer !== null) continue;
      const answer = during(one(service, bytes, piece));
      piece.answer = answer.catch(() => none);
      await answer;
    }
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

async function one(
  service: Remote<PieceService>,
  bytes: Blob,
  { from, to }: Range,
): Promise<Answer> {
  const push = (text: Uint8Array<ArrayBuffer>) => service.push(transfer(text, [text.buffer]));
  await handOver(parts(bytes.slice(from, to)), push);
  return service.finish(to === bytes.size);
}
