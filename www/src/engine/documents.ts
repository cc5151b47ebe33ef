import DocumentsWorker from './documents-worker.ts?worker&inline';
import type { Answer, Gathered, Request } from './documents-worker';
import { source } from './module-source';
import type { Choices } from './pkg/documents';
import address from './pkg/documents_bg.wasm?url';

/** How far the reading of documents has come. */
export interface DocumentProgress {
  bytes: number;
  ofBytes: number;
  files: number;
}

/** Who follows a reading, and may end it. */
export interface DocumentWatch {
  signal: AbortSignal;
  tell: (progress: DocumentProgress) => void;
  /** What is thrown for a file that cannot be read. */
  unreadable: Error;
}

/** Large enough that few calls are made, small enough that each is over in a moment. */
const pieceBytes = 4 << 20;
const pieceFiles = 500;

/** Of a larger file the engine reads no more than that it is too large. */
const mostBytes = 101_000_000;

const mostArchive = 2 ** 32 - 1;

/** The end of an archive, with the longest comment that it can have. */
const endBytes = 22 + 65_535;

/** So much of the end of an archive holds the directory of most. */
const tailBytes = 256 << 10;

/** The first bytes of an archive, of an empty one, and of one that was cut into volumes. */
const zips = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'];
const isZip = (head: string): boolean => zips.some((sign) => head.startsWith(sign));
/** Tables that are written as pages, or as the XML of a spreadsheet. */
const tableOfPage =
  /<(?:!doctype html|html|head|body|table|meta|style|\?mso-application)|urn:schemas-microsoft-com:office:spreadsheet/i;

/** What a file is, by what is in it: an archive or a document is read here, a table or a workbook elsewhere. */
type Kind = 'archive' | 'document' | 'stray' | 'other';

/** Files that hold electronic invoices, or may, and those that do not. */
export interface Sorted {
  archives: File[];
  documents: File[];
  /** What no table is in: pictures, texts of an office, what systems leave in folders. */
  strays: File[];
  others: File[];
}

/** Tells documents and archives from tables and workbooks. */
export async function sorted(files: readonly File[]): Promise<Sorted> {
  const sides: Sorted = { archives: [], documents: [], strays: [], others: [] };
  const places = {
    archive: sides.archives,
    document: sides.documents,
    stray: sides.strays,
    other: sides.others,
  };
  for (let from = 0; from < files.length; from += pieceFiles) {
    const some = files.slice(from, from + pieceFiles);
    const kinds = await Promise.all(some.map((file) => kindOf(file, files.length === 1)));
    some.forEach((file, at) => places[kinds[at] ?? 'other'].push(file));
  }
  return sides;
}

async function kindOf(file: File, isAlone: boolean): Promise<Kind> {
  try {
    const head = latin(await bytesOf(file, 0, 4096));
    if (file.size === 0) return 'stray';
    if (isZip(head)) {
      // Places in a larger one are beyond what the engine counts to: it is refused as a workbook that is too large.
      if (file.size > mostArchive) return 'other';
      const names = await namesIn(file);
      // Without a directory it is damaged: a workbook more often than not, if nothing lies beside it.
      if (names === null) return isAlone ? 'other' : 'archive';
      return kindOfArchive(names);
    }
    if (head.slice(0, 1024).includes('%PDF-')) return 'document';
    const text = head.replaceAll('\0', '').replace(/^(?:ÿþ|þÿ|\u00ef\u00bb\u00bf)/, '');
    if (/^\s*</.test(text)) return tableOfPage.test(text) ? 'other' : 'document';
    return isBinary(head) ? 'stray' : 'other';
  } catch {
    return 'other'; // whoever reads it says that it cannot be read
  }
}

/** Workbooks and texts of an office are archives of their parts. */
function kindOfArchive(names: readonly string[]): Kind {
  if (names.includes('[Content_Types].xml'))
    return names.some((name) => name.startsWith('xl/workbook')) ? 'other' : 'stray';
  return names.includes('mimetype') && names.includes('content.xml') ? 'other' : 'archive';
}

/** Older workbooks, Parquet, and text of two bytes a character begin so; they are read elsewhere. */
const readElsewhere = ['\u00d0\u00cf\u0011\u00e0', 'PAR1', 'ÿþ', 'þÿ'];

/** Does it hold what no text does, without being one of those? */
const isBinary = (head: string): boolean =>
  !readElsewhere.some((sign) => head.startsWith(sign)) &&
  Array.from(head, (char) => char.charCodeAt(0)).some(
    (code) => code < 0x09 || (code > 0x0d && code < 0x1b),
  );

/** The first names in the directory of an archive, which is at its end; `null` without one. */
async function namesIn(file: File): Promise<readonly string[] | null> {
  const names: string[] = [];
  const tail = await bytesOf(file, Math.max(0, file.size - endBytes));
  const end = latin(tail).lastIndexOf('PK\u0005\u0006');
  if (end < 0 || end + 20 > tail.byteLength) return null;
  const start = new DataView(tail).getUint32(end + 16, true);
  const directory = new DataView(await bytesOf(file, start, start + tailBytes));
  const text = latin(directory.buffer);
  for (let at = 0; text.startsWith('PK\u0001\u0002', at) && at + 46 <= text.length;) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      directory.getUint16(at + field, true),
    );
    names.push(text.slice(at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** What documents come to, read in a worker of their own. */
export async function gathered(
  { archives, documents, strays }: Omit<Sorted, 'others'>,
  choices: Partial<Choices>,
  { signal, tell, unreadable }: DocumentWatch,
): Promise<Gathered> {
  const worker = new DocumentsWorker({ name: 'documents' });
  const ask = asking(worker, signal);
  const ofBytes = [...archives, ...documents].reduce((sum, { size }) => sum + size, 0);
  const done = { bytes: 0, files: 0 };
  const told = (answer: Answer, bytes: number) => {
    if (answer.kind === 'read') done.files = answer.files;
    done.bytes += bytes;
    tell({ bytes: done.bytes, ofBytes, files: done.files });
  };
  const read = async (file: Blob, from: number, to?: number) => {
    try {
      return await bytesOf(file, from, to);
    } catch {
      throw unreadable;
    }
  };
  const readFile = async (file: File) => ({
    name: nameOf(file),
    bytes: await read(file, 0, mostBytes),
  });
  try {
    await ask({ kind: 'start', module: source(new URL(address, document.baseURI).href) });
    for (const file of archives) {
      for (let from = Math.max(0, file.size - tailBytes); ;) {
        const tail = await read(file, from);
        const said = await ask({ kind: 'archive', name: nameOf(file), tail, base: from }, [tail]);
        const { start } = of(said, 'directory');
        if (start === null) break;
        from = start;
      }
      for (let from = 0; from < file.size; from += pieceBytes) {
        const bytes = await read(file, from, from + pieceBytes);
        const size = bytes.byteLength;
        told(await ask({ kind: 'push', bytes }, [bytes]), size);
      }
      told(await ask({ kind: 'finish' }), 0);
    }
    for (const batch of batches(documents)) {
      const read = await Promise.all(batch.map((file) => readFile(file)));
      const handed = read.map(({ bytes }) => bytes);
      const size = batch.reduce((sum, file) => sum + file.size, 0);
      told(await ask({ kind: 'files', files: read }, handed), size);
    }
    // They are named among the others, whatever is in them.
    const named = strays.map((file) => ({ name: nameOf(file), bytes: new ArrayBuffer(0) }));
    told(await ask({ kind: 'files', files: named }), 0);
    return of(await ask({ kind: 'gather', choices }), 'gathered').gathered;
  } finally {
    worker.terminate();
  }
}

/** Files that are read and handed over together. */
function* batches(files: readonly File[]): Generator<readonly File[]> {
  let batch: File[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length >= pieceFiles || (batch.length > 0 && bytes + file.size > pieceBytes)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(file);
    bytes += file.size;
  }
  if (batch.length > 0) yield batch;
}

/** One question after the other; what the worker throws, and who ends the reading, ends them. */
function asking(worker: Worker, signal: AbortSignal) {
  return (request: Request, handed: Transferable[] = []) =>
    new Promise<Answer>((resolve, reject) => {
      const end = () => {
        reject(new DOMException('', 'AbortError'));
      };
      if (signal.aborted) {
        end();
        return;
      }
      signal.addEventListener('abort', end, { once: true });
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        signal.removeEventListener('abort', end);
        resolve(data);
      };
      worker.postMessage(request, handed);
    });
}

function of<K extends Answer['kind']>(answer: Answer, kind: K): Extract<Answer, { kind: K }> {
  if (answer.kind !== kind) throw new Error(`${answer.kind} for ${kind}`);
  return answer as Extract<Answer, { kind: K }>;
}

/** As it lies in its folder. */
const nameOf = (file: File): string => file.webkitRelativePath || file.name;

const bytesOf = (file: Blob, from: number, to?: number): Promise<ArrayBuffer> =>
  file.slice(from, to).arrayBuffer();

const latin = (bytes: ArrayBuffer): string => new TextDecoder('latin1').decode(bytes);
