import init, { Engine, type InitOutput } from '../../../src/engine/pkg/encours.js';
import moduleUrl from '../../../src/engine/pkg/encours_bg.wasm?url';
import type { Contender } from '../contender.ts';

/** As many bytes as the page's worker hands over at once. */
const PIECE = 1 << 22;

let module: InitOutput | undefined;
let engine: Engine | undefined;

/** What reads an input that is not all at hand. */
interface Pushed {
  start(): Promise<void>;
  begin(): void;
  push(bytes: Uint8Array): void;
  /** Answers the rows accepted; nothing if everything is to be pushed again. */
  end(): number | undefined;
  memoryBytes(): number;
  /** The engine with what was pushed, for what else it can be asked. */
  engine(): Engine;
}

/** The whole import: the data ready, its types checked, its findings collected. */
export const encours: Contender & Pushed = {
  async start() {
    module = await init({ module_or_path: moduleUrl });
  },

  read(bytes) {
    encours.begin();
    let rows;
    // An input whose last rows change the reading of the first is read again; so it is here, on the clock.
    while (rows === undefined) {
      for (let at = 0; at < bytes.length; at += PIECE) encours.push(bytes.subarray(at, at + PIECE));
      rows = encours.end();
    }
    return rows;
  },

  drop() {
    engine?.free();
    engine = undefined;
  },

  memoryBytes: () => module?.memory.buffer.byteLength ?? 0,

  begin() {
    engine = new Engine();
    engine.add({});
  },

  push(bytes) {
    engine?.push(bytes);
  },

  engine() {
    if (engine === undefined) throw new Error('nothing was pushed');
    return engine;
  },

  end: () => (engine?.finish() ? engine.combine().source.rows.accepted : undefined),
};
