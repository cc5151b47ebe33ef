import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const name = 'virtual:catalogue';
const packed = (file: string): string =>
  fileURLToPath(new URL(`../src/engine/pkg/${file}`, import.meta.url));

/** What the page has of the engine's module to ask it here. */
interface Package {
  initSync: (options: { module: Uint8Array }) => unknown;
  Engine: new () => { ask: (question: unknown) => unknown };
}

/** The engine's catalogue, asked for when the page is built, so that the page has it at once and cannot differ from it. */
export function catalogue(): Plugin {
  return {
    name: 'catalogue',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const [code, module] = [packed('encours.js'), packed('encours_bg.wasm')];
      this.addWatchFile(module);
      // Not the module of an earlier build.
      const address = `${pathToFileURL(code).href}?${String(statSync(module).mtimeMs)}`;
      const { initSync, Engine } = (await import(/* @vite-ignore */ address)) as Package;
      initSync({ module: readFileSync(module) });
      return `export const catalogue = ${JSON.stringify(new Engine().ask({ catalogue: {} }))};`;
    },
  };
}
