import init, { PieceReader } from './pkg/encours.js';
import type { ImportOptions } from './pkg/encours';

/** What the page says, in this order: what the text begins with, then of each piece its bytes, and that it ends. */
export type Request =
  | {
      kind: 'start';
      module: WebAssembly.Module;
      head: Uint8Array<ArrayBuffer>;
      options: ImportOptions;
    }
  | { kind: 'push'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'finish'; isLast: boolean };

/** What was read of a piece, and how many of its first bytes are to be read before; `null` if it cannot be read apart. */
export interface Answer {
  part: Uint8Array<ArrayBuffer> | null;
  skipped: number;
}

let reader: Promise<PieceReader | undefined> = Promise.resolve(undefined);
let skipped = 0;

self.onmessage = ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case 'start': {
      const { module, head, options } = data;
      reader = init({ module_or_path: module }).then(() => PieceReader.of(head, options));
      break;
    }
    case 'push':
      reader = reader.then((reader) => {
        skipped += reader?.push(data.bytes) ?? 0;
        return reader;
      });
      break;
    case 'finish':
      reader
        .then((reader) => {
          const part = reader?.finish(data.isLast) as Uint8Array<ArrayBuffer> | undefined;
          answer(part ?? null);
        })
        .catch(fail);
  }
};

function answer(part: Answer['part']): void {
  const transfer = part === null ? [] : [part.buffer];
  self.postMessage({ part, skipped } satisfies Answer, { transfer });
  skipped = 0;
}

/** Throws it again where `onerror` of the page sees it. */
function fail(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}
