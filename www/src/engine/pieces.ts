import { transfer } from 'comlink';
import type { Answer, Request } from './pieces-worker';
import PieceWorker from './pieces-worker.ts?worker&inline';
import type { ImportOptions } from './pkg/encours';
import { content, given as answered, parts, pushAll, stopIf, type Reader } from './reading';

/** Bytes of a text from one place up to another. */
interface Range {
  from: number;
  to: number;
}

/** What another worker makes of a piece. */
interface ReadPiece extends Range {
  answer: Promise<Answer>;
}

/** What a piece is read by. */
interface Given {
  module: WebAssembly.Module;
  /** What the text begins with: the table is understood from it. */
  head: Uint8Array<ArrayBuffer>;
  options: ImportOptions;
}

/** A shorter piece is read before a worker for it has begun. */
const leastBytes = 4 << 20;
/** What was read of a longer one would take much memory, and the next one could not be read while it is joined. */
const mostBytes = 8 << 20;
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
  const push = async (from: number, to: number) => {
    const told = (of: number, rows: number) => {
      tell(read + of, rows);
    };
    if (from < to)
      rows = await pushAll({ service, engine, signal, tell: told }, parts(bytes.slice(from, to)));
    read += to - from;
  };
  const module = answered(await service.module());
  const [own, ...others] = await ranges(bytes, headBytes);
  const head = await content(bytes.slice(0, headBytes));
  const over = new AbortController();
  const end = () => {
    over.abort();
  };
  signal.addEventListener('abort', end);
  try {
    // They begin at once: whether they can be of use is known when they are there.
    const apart = readApart(bytes, others, { module, head, options }, over.signal);
    await push(0, headBytes);
    if (!answered(await service.mayBeParted(engine))) {
      end();
      await push(headBytes, bytes.size);
      return rows;
    }
    await push(own.from, own.to);
    for (const { from, to, answer } of apart) {
      const { part, skipped } = await answer;
      stopIf(signal);
      await push(from, from + skipped);
      const joined =
        part === null ? null : answered(await service.join(engine, transfer(part, [part.buffer])));
      if (joined === null) await push(from + skipped, to);
      else {
        rows = joined;
        read += to - from - skipped;
        tell(read, rows);
      }
    }
    return rows;
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

/**
 * The rest of a text from `from` on: what its own worker reads, as much as each of the others, and the pieces that these
 * read, each of which begins after a line end.
 */
async function ranges(bytes: Blob, from: number): Promise<[Range, ...Range[]]> {
  const share = Math.max(leastBytes, Math.ceil((bytes.size - from) / workers()));
  const size = Math.min(share, mostBytes);
  const cuts: Promise<number | null>[] = [];
  for (let about = from + share; about + leastBytes / 2 < bytes.size; about += size)
    cuts.push(lineEnd(bytes, about));
  const found = (await Promise.all(cuts)).filter((cut) => cut !== null);
  return [
    { from, to: found[0] ?? bytes.size },
    ...found.map((cut, index) => ({ from: cut, to: found[index + 1] ?? bytes.size })),
  ];
}

/** Where the first line ends after a place; `null` if not soon. */
async function lineEnd(bytes: Blob, from: number): Promise<number | null> {
  const near = await content(bytes.slice(from, from + longestRow));
  const end = near.indexOf(lineFeed);
  return end < 0 ? null : from + end + 1;
}

/** Has other workers read pieces, each the next one when it has done with one. */
function readApart(
  bytes: Blob,
  pieces: readonly Range[],
  given: Given,
  signal: AbortSignal,
): ReadPiece[] {
  const resolvers: ((answer: Answer) => void)[] = [];
  const read = pieces.map((range) => ({
    ...range,
    answer: new Promise<Answer>((resolve) => resolvers.push(resolve)),
  }));
  const waiting = pieces.entries();
  const work = async () => {
    const worker = new PieceWorker({ name: 'piece' });
    worker.postMessage({ kind: 'start', ...given } satisfies Request);
    for (const [place, range] of waiting)
      resolvers[place]?.(await one(worker, bytes, range, signal));
    worker.terminate();
  };
  for (let count = 1; count < workers() && count <= pieces.length; count += 1) void work();
  return read;
}

/** Has a worker read a piece; what fails answers that it cannot be read apart. */
function one(
  worker: Worker,
  bytes: Blob,
  { from, to }: Range,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve) => {
    const end = () => {
      resolve({ part: null, skipped: 0 });
    };
    worker.onerror = end;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      resolve(data);
    };
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    void hand(worker, bytes, { from, to }, signal).catch(end);
  });
}

async function hand(
  worker: Worker,
  bytes: Blob,
  { from, to }: Range,
  signal: AbortSignal,
): Promise<void> {
  const ask = (request: Request, handed: Transferable[] = []) => {
    worker.postMessage(request, handed);
  };
  for (let start = from; start < to && !signal.aborted; start += leastBytes) {
    const slice = bytes.slice(start, Math.min(start + leastBytes, to));
    const text = new Uint8Array(await slice.arrayBuffer());
    ask({ kind: 'push', bytes: text }, [text.buffer]);
  }
  ask({ kind: 'finish', isLast: to === bytes.size });
}
