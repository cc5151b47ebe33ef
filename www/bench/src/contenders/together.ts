import { wrap, type Remote } from 'comlink';
import engineUrl from '../../../src/engine/pkg/encours_bg.wasm?url';
import quickUrl from '../../../src/engine/pkg/quick_bg.wasm?url';
import sheetsUrl from '../../../src/engine/pkg/sheets_bg.wasm?url';
import { given, read } from '../../../src/engine/reading.ts';
import EngineWorker from '../../../src/engine/worker.ts?worker';
import type { EngineService } from '../../../src/engine/worker.ts';
import type { Contender } from '../contender.ts';

let service: Remote<EngineService> | undefined;
let file = new Blob();
let engine: number | undefined;

/** The whole import as the page does it: out of a file, piece by piece, a long one by as many workers as there are cores. */
export const together: Contender = {
  async start() {
    service = wrap<EngineService>(new EngineWorker());
    const [quick, module, sheets] = [quickUrl, engineUrl, sheetsUrl].map(
      (url) => new URL(url, self.location.href).href,
    );
    await service.start({ quick: quick ?? '', engine: module ?? '', sheets: sheets ?? '' }, 'en');
    given(await service.warmUp());
  },

  prepare(bytes) {
    if (file.size !== bytes.length) file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    return Promise.resolve();
  },

  async read() {
    if (service === undefined) throw new Error('the worker was not started');
    const watch = { signal: new AbortController().signal, tell: () => {}, at: () => {} };
    const done = await read(service, [{ bytes: file, sheet: null, options: {} }], watch);
    engine = done.engine;
    return done.loaded.source.rows.accepted;
  },

  async drop() {
    if (engine !== undefined) await service?.close(engine);
    engine = undefined;
  },
};
