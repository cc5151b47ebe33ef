import { expose, transfer } from 'comlink';
import { holdForLife } from './alive';
import init, { PieceReader } from './pkg/encours.js';
import type { ImportOptions } from './pkg/encours';

/** What was read of a piece, and how many of its first bytes are to be read before; `null` if it cannot be read apart. */
export interface Answer {
  part: Uint8Array<ArrayBuffer> | null;
  skipped: number;
}

let reader: PieceReader | undefined;
let skipped = 0;

/** What the page asks: first to begin, then of each piece its bytes and what was read of them. */
const service = {
  hello: holdForLife,

  /** Understands the text from what it begins with. */
  async begin(module: WebAssembly.Module, head: Uint8Array, options: ImportOptions): Promise<void> {
    await init({ module_or_path: module });
    reader = PieceReader.of(head, options);
  },

  push(bytes: Uint8Array): void {
    skipped += reader?.push(bytes) ?? 0;
  },

  finish(isLast: boolean): Answer {
    const part = (reader?.finish(isLast) ?? null) as Answer['part'];
    const answer = { part, skipped };
    skipped = 0;
    return part === null ? answer : transfer(answer, [part.buffer]);
  },
};

export type PieceService = typeof service;

expose(service);
