import init, { Engine, type InitOutput } from '../../../src/engine/pkg/encours.js';
import moduleUrl from '../../../src/engine/pkg/encours_bg.wasm?url';
import type { Contender } from '../contender.ts';

/** As many bytes as the page's worker hands over at once. */
const PIECE = 1 << 22;

let module: InitOutput | undefined;
let engine: Engine | undefined;

/** The whole import: the ledger ready, its types checked, its findings collected. */
export const encours: Contender = {
  async start() {
    module = await init({ module_or_path: moduleUrl });
  },

  read(bytes) {
    engine = new Engine();
    engine.start({});
    let loaded;
    // An input whose last rows change the reading of the first is read again; so it is here, on the clock.
    while (loaded === undefined) {
      for (let at = 0; at < bytes.length; at += PIECE) engine.push(bytes.subarray(at, at + PIECE));
      loaded = engine.finish();
    }
    return loaded.source.rows.accepted;
  },

  drop() {
    engine?.free();
    engine = undefined;
  },

  memoryBytes: () => module?.memory.buffer.byteLength ?? 0,
};
