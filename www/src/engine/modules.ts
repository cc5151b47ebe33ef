import { EngineError } from './error';
import { source } from './module-source';
import initEngine from './pkg/encours.js';
import initQuick from './pkg/quick.js';
import initSheets from './pkg/sheets.js';

/** The WebAssembly modules of the engine: what the first screen waits for, and what comes when it is needed. */
const initialisers = { quick: initQuick, engine: initEngine, sheets: initSheets };

export type ModuleName = keyof typeof initialisers;
export type ModuleAddresses = Record<ModuleName, string>;

let addresses: ModuleAddresses | undefined;
const started = new Map<ModuleName, Promise<unknown>>();

/** Says where the modules are. */
export function locate(found: ModuleAddresses): void {
  addresses = found;
}

/**
 * Resolves when the module can be called. It is fetched once; if it cannot be had, for want of a network for instance,
 * the next call tries again.
 */
export async function ready(name: ModuleName): Promise<void> {
  if (addresses === undefined) throw new Error('the modules were not located');
  let start = started.get(name);
  if (start === undefined) {
    start = initialisers[name]({ module_or_path: source(addresses[name]) });
    started.set(name, start);
  }
  try {
    await start;
  } catch {
    if (started.get(name) === start) started.delete(name);
    throw new EngineError({ code: 'engine-unavailable' });
  }
}
