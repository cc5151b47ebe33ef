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

/** A value without code of its own, which would run, and could fail, in the midst of the engine. */
const plain = (value) => structuredClone(value);

/** Files that were read together, and the questions about them. */
class Session {
  #engine;

  constructor(engine, loaded) {
    this.#engine = engine;
    this.loaded = loaded;
  }

  /** The answer to a question by its name. Throws an `EngineError`, with its `code`, if it cannot be answered. */
  ask(name, request = {}) {
    if (this.#engine === null) throw new Error('the session was given back: it can be asked no more');
    return this.#engine.ask({ [name]: plain(request) });
  }

  /** Gives the memory back; the session can be asked no more. */
  free() {
    this.#engine?.free();
    this.#engine = null;
  }
}

/**
 * Reads files that belong together: texts, workbooks and electronic invoices, told by their bytes.
 * Without files it answers the questions about what is typed into them.
 */
export async function read(files = [], given = {}) {
  if (!Array.isArray(files)) throw new TypeError('files are given in a list');
  const options = plain(given);
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
  const isAlone = typeof file === 'string' || file instanceof Uint8Array || file instanceof ArrayBuffer;
  const { name = '', bytes } = isAlone ? { bytes: file } : Object(file);
  if (typeof name !== 'string') throw new TypeError('the name of a file is a text');
  if (typeof bytes === 'string') return { name, bytes: new TextEncoder().encode(bytes) };
  if (bytes instanceof ArrayBuffer) return { name, bytes: new Uint8Array(bytes) };
  if (bytes instanceof Uint8Array) return { name, bytes };
  throw new TypeError('a file is a text, its bytes, or { name, bytes }');
}

const startsWith = (bytes, start) => start.every((byte, at) => bytes[at] === byte);

/** Is it a ZIP, which workbooks are as well, or a workbook of before 2007? */
const isArchive = (bytes) =>
  [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0xd0, 0xcf, 0x11, 0xe0]].some((start) => startsWith(bytes, start));

/** What tells a table for a spreadsheet that is written as a page, or as XML, from an electronic invoice. */
const tableOfPage =
  /<(?:!doctype html|html|head|body|table|meta|style|\?mso-application)|urn:schemas-microsoft-com:office:spreadsheet/i;

/** Is it a PDF or XML, which need not say that it is? In UTF-16 each character has a zero beside it. */
function isDocument(bytes) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replaceAll('\0', '');
  const text = head.replace(/^(?:ÿþ|þÿ|ï»¿)?\s*/, '');
  return text.startsWith('%PDF') || (/^<[a-z?!]/i.test(text) && !tableOfPage.test(text));
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
