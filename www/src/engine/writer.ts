import { source } from './module-source';
import type { BookToWrite } from './pkg/export';
import init, { writeWorkbook } from './pkg/export.js';
import address from './pkg/export_bg.wasm?url';

/**
 * The file of a workbook. Written beside the engine's worker, not in it: that one is part of the first screen, and this is asked for
 * once in a while, of figures that are there already.
 */
export async function written(book: BookToWrite): Promise<Uint8Array<ArrayBuffer>> {
  await init({ module_or_path: source(new URL(address, document.baseURI).href) });
  return new Uint8Array(writeWorkbook(book));
}
