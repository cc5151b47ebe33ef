/** The engine of Encours in Node and in browsers: files in, figures out. Nothing is sent and nothing is kept. */

import initDocuments, { Documents } from './wasm/documents.js';
import initEngine, { Engine } from './wasm/encours.js';
import initSheets, { Workbook } from './wasm/sheets.js';

/** What the texts of the sheets of a workbook may take together. */
const MOST_TEXT = 2 ** 28;

/** Modules that are ready, or on their way. */
const started = new Map();

/** Starts a module once: with its bytes from the disk in Node, fetched elsewhere. */
function ready(name, initialise) {
  let start = started.get(name);
  if (start === undefined) {
    start = bytesOf(new URL(`./wasm/${name}_bg.wasm`, import.meta.url)).then((bytes) =>
      initialise({ module_or_path: bytes }),
    );
    started.set(name, start);
    // What could not be fetched may be fetched later.
    start.catch(() => started.delete(name));
  }
  return start;
}

async function bytesOf(url) {
  if (url.protocol !== 'file:') return fetch(url);
  const { readFile } = await import('node:fs/promises');
  return readFile(url);
}

/** Files that were read together, and the questions about them. */
class Session {
  #engine;

  constructor(engine, loaded) {
    this.#engine = engine;
    this.loaded = loaded;
  }

  /** The answer to a question by its name. Throws an `EngineError`, with its `code`, if it cannot be answered. */
  ask(name, request = {}) {
    return this.#engine.ask({ [name]: request });
  }

  /** Gives the memory back; the session can be asked no more. */
  free() {
    this.#engine.free();
  }
}

/**
 * Reads files that belong together: texts, workbooks and electronic invoices, told by their bytes.
 * Without files it answers the questions about what is typed into them.
 */
export async function read(files = [], options = {}) {
  await ready('encours', initEngine);
  const inputs = [];
  const documents = [];
  for (const file of files.map(named)) {
    if (isDocument(file.bytes)) documents.push(file);
    else if (!isArchive(file.bytes)) inputs.push({ bytes: file.bytes, options });
    else {
      const sheets = await sheetsOf(file.bytes, options);
      if (sheets === null) documents.push(file);
      else inputs.push(...sheets);
    }
  }
  if (documents.length > 0) inputs.unshift(...(await listsOf(documents, options)));
  const engine = new Engine();
  try {
    for (const input of inputs) readInput(engine, input);
    return new Session(engine, inputs.length > 0 ? engine.combine() : null);
  } catch (error) {
    engine.free();
    throw error;
  }
}

/** A file by its bytes alone has no name; a text is its bytes in UTF-8. */
function named(file) {
  const { name = '', bytes } = typeof file === 'string' || file instanceof Uint8Array ? { bytes: file } : file;
  return { name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes };
}

const startsWith = (bytes, start) => start.every((byte, at) => bytes[at] === byte);

/** Is it a ZIP, which workbooks are as well, or a workbook of before 2007? */
const isArchive = (bytes) => startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** Is it a PDF or XML? */
function isDocument(bytes) {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  return start.startsWith('%PDF') || start.startsWith('<?xml');
}

function readInput(engine, { bytes, options, isNextSheet = false }) {
  if (isNextSheet) engine.addSheet(options);
  else engine.add(options);
  // Once, or again if the last rows speak for another notation than the first.
  do engine.push(bytes);
  while (!engine.finish());
}

/** The sheets of a workbook that hold data; `null` if it is an archive of something else. */
async function sheetsOf(bytes, given) {
  await ready('sheets', initSheets);
  let workbook;
  try {
    workbook = new Workbook(bytes);
  } catch (error) {
    if (error.code === 'zip-without-workbook') return null;
    throw error;
  }
  try {
    const names = workbook.names();
    let size = 0;
    return Array.from(workbook.usuallyRead(), (index, place) => {
      const text = workbook.text(index);
      size += text.length;
      if (size > MOST_TEXT) throw Object.assign(new Error('the workbook is too large'), { code: 'workbook-too-large' });
      const sheet = {
        name: names[index] ?? '',
        hiddenLines: Array.from(workbook.hiddenLines(index)),
        unsavedFormulas: Array.from(workbook.unsavedFormulas(index)),
      };
      return {
        bytes: text,
        options: { ...given, delimiter: '\t', encoding: 'utf-8', sheet },
        isNextSheet: place > 0,
      };
    });
  } finally {
    workbook.free();
  }
}

/** The lists that electronic invoices come to: sales, purchases, messages about invoices that are not there. */
async function listsOf(files, given) {
  await ready('documents', initDocuments);
  const documents = new Documents();
  try {
    for (const { name, bytes } of files) documents.file(name, bytes);
    const facts = documents.gather({});
    const lists = [{ bytes: documents.sales(), options: { ...given, documents: facts } }];
    const purchases = documents.purchases();
    if (purchases.length > 0) {
      lists.push({ bytes: purchases, options: { ...given, documents: documents.purchaseFacts() } });
    }
    const messages = documents.messages();
    if (messages.length > 0) lists.push({ bytes: messages, options: given });
    const tables = documents.tableNames().map((_, place) => ({ bytes: documents.table(place), options: given }));
    return [...lists, ...tables];
  } finally {
    documents.free();
  }
}
