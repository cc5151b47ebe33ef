import { EngineError } from './error';
import { source } from './module-source';
import initEngine from './pkg/encours.js';
import initQuick from './pkg/quick.js';
import initSheets from './pkg/sheets.js';

/** The WebAssembly modules of the engine: what the first screen waits for, and what comes when it is needed. */
const initialisers = { quick: initQuick, engine: initEngine, sheets: initSheets };

export type ModuleName = keyof typeof initialisers;
export type ModuleAddresses = Record<ModuleName, string>;

/** A module that can be called. */
interface Started {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
}

let addresses: ModuleAddresses | undefined;
const started = new Map<ModuleName, Promise<Started>>();

/** Says where the modules are. */
export function locate(found: ModuleAddresses): void {
  addresses = found;
}

/**
 * Resolves when the module can be called. It is fetched once; if it cannot be had, for want of a network for instance,
 * the next call tries again.
 */
export async function ready(name: ModuleName): Promise<void> {
  await start(name);
}

/** A module for another worker. */
export const moduleOf = async (name: ModuleName): Promise<WebAssembly.Module> =>
  (await start(name)).module;

/** Has a module no room for what it could need next? To be asked once one broke: what they have left is taken. */
export async function isFull(): Promise<boolean> {
  for (const start of started.values()) {
    const { memory } = await start;
    // A table that grows asks for half as much again as there is; a page has 64 KiB.
    const pages = Math.max(4096, Math.floor(memory.buffer.byteLength / 131_072));
    try {
      memory.grow(pages);
    } catch {
      return true;
    }
  }
  return false;
}

async function start(name: ModuleName): Promise<Started> {
  if (addresses === undefined) throw new Error('the modules were not located');
  let start = started.get(name);
  if (start === undefined) {
    start = begin(name, source(addresses[name]));
    started.set(name, start);
  }
  try {
    return await start;
  } catch {
    if (started.get(name) === start) started.delete(name);
    throw new EngineError({ code: 'engine-unavailable' });
  }
}

async function begin(name: ModuleName, from: string | Uint8Array<ArrayBuffer>): Promise<Started> {
  const module = await compile(from);
  const { memory } = await initialisers[name]({ module_or_path: module });
  return { module, memory };
}

async function compile(from: string | Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  if (typeof from !== 'string') return WebAssembly.compile(from);
  const response = await fetch(from);
  // A host that does not know what wasm is names it otherwise, and then it is not compiled as it arrives.
  const isNamed = response.headers.get('Content-Type') === 'application/wasm';
  return isNamed
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
