import engineUrl from './pkg/encours_bg.wasm?url';
import quickUrl from './pkg/quick_bg.wasm?url';
import sheetsUrl from './pkg/sheets_bg.wasm?url';
import type { ModuleAddresses } from './modules';
// Inline, because a worker started from a Blob inherits the page's content security policy (see build/csp.ts) and
// because it is the only kind that starts from file://.
import EngineWorker from './worker.ts?worker&inline';

/** Starts a worker, which answers nothing until it has been told where its modules are. */
export function spawnWorker(): Worker {
  return new EngineWorker({ name: 'engine' });
}

/** Where the modules of the engine are. */
export const moduleAddresses: ModuleAddresses = {
  quick: absolute(quickUrl),
  engine: absolute(engineUrl),
  sheets: absolute(sheetsUrl),
};

/** A worker started from a Blob has no address to start from. In the single file the modules are data URLs. */
function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}
