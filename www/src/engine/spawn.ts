import moduleUrl from './pkg/encours_bg.wasm?url';
// Inline, because a worker started from a Blob inherits the page's content security policy (see build/csp.ts) and
// because it is the only kind that starts from file://.
import EngineWorker from './worker.ts?worker&inline';

/** Starts a worker, which answers nothing until it has been given the engine's module. */
export function spawnWorker(): Worker {
  return new EngineWorker({ name: 'engine' });
}

/** Where the engine's module is; in the single file, which may request nothing, the module itself. */
export function engineModule(): string | Uint8Array<ArrayBuffer> {
  const data = /^data:[^,]*;base64,/.exec(moduleUrl);
  if (data === null) {
    // Absolute, since a worker started from a Blob has no address to start from.
    return new URL(moduleUrl, document.baseURI).href;
  }
  return Uint8Array.from(atob(moduleUrl.slice(data[0].length)), (char) => char.charCodeAt(0));
}
