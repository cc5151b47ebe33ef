import DocumentsWorker from './documents-worker.ts?worker&inline';
import type { Answer, Gathered, Request } from './documents-worker';
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

/** So much of the end of an archive holds the directory of most. */
const tailBytes = 256 << 10;

const zip = /^PK[\u0003\u0005\u0007]/;
const pdf = /%PDF-/;
/** The parts of workbooks, in the directory of an archive or at its beginning. */
const workbook =
  /xl\/workbook\.|xl\/worksheets\/|\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis\.|META-INF\/manifest\.xml/;
/** Tables that are written as pages, or as the XML of a spreadsheet. */
const tableOfPage =
  /<(?:!doctype html|html|head|body|table|meta|style|\?mso-application)|urn:schemas-microsoft-com:office:spreadsheet/i;

/** Files that hold electronic invoices, or may, and those that do not. */
export interface Sorted {
  documents: File[];
  others: File[];
}

/** Tells documents and archives from tables and workbooks, by what is in them. */
export async function sorted(files: readonly File[]): Promise<Sorted> {
  const sides: Sorted = { documents: [], others: [] };
  for (let from = 0; from < files.length; from += pieceFiles) {
    const some = files.slice(from, from + pieceFiles);
    const are = await Promise.all(some.map(isDocument));
    some.forEach((file, at) => (are[at] === true ? sides.documents : sides.others).push(file));
  }
  return sides;
}

async function isDocument(file: File): Promise<boolean> {
  try {
    const head = latin(await bytesOf(file, 0, 4096));
    if (zip.test(head)) {
      return !workbook.test(head) && !workbook.test(latin(await bytesOf(file, -tailBytes)));
    }
    if (pdf.test(head.slice(0, 1024))) return true;
    const text = head.replaceAll('\0', '').replace(/^(?:ÿþ|þÿ|\u00ef\u00bb\u00bf)/, '');
    return /^\s*</.test(text) && !tableOfPage.test(text);
  } catch {
    return false; // whoever reads it says that it cannot be read
  }
}

/** What documents come to, read in a worker of their own. */
export async function gathered(
  files: readonly File[],
  choices: Partial<Choices>,
  { signal, tell, unreadable }: DocumentWatch,
): Promise<Gathered> {
  const worker = new DocumentsWorker({ name: 'documents' });
  const ask = asking(worker, signal);
  const ofBytes = files.reduce((sum, { size }) => sum + size, 0);
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
  try {
    await ask({ kind: 'start', module: moduleOf(new URL(address, document.baseURI).href) });
    let batch: { name: string; bytes: ArrayBuffer }[] = [];
    let batchBytes = 0;
    const flush = async () => {
      if (batch.length === 0) return;
      const [sent, size] = [batch, batchBytes];
      [batch, batchBytes] = [[], 0];
      const handed = sent.map(({ bytes }) => bytes);
      told(await ask({ kind: 'files', files: sent }, handed), size);
    };
    for (const file of files) {
      const head = await read(file, 0, 4);
      if (zip.test(latin(head))) {
        await flush();
        for (let from = Math.max(0, file.size - tailBytes); ;) {
          const tail = await read(file, from);
          const { start } = of(
            await ask({ kind: 'archive', name: nameOf(file), tail, base: from }, [tail]),
            'directory',
          );
          if (start === null) break;
          from = start;
        }
        for (let from = 0; from < file.size; from += pieceBytes) {
          const bytes = await read(file, from, from + pieceBytes);
          const size = bytes.byteLength;
          told(await ask({ kind: 'push', bytes }, [bytes]), size);
        }
        told(await ask({ kind: 'finish' }), 0);
        continue;
      }
      batch.push({ name: nameOf(file), bytes: await read(file, 0, mostBytes) });
      batchBytes += file.size;
      if (batchBytes >= pieceBytes || batch.length >= pieceFiles) await flush();
    }
    await flush();
    return of(await ask({ kind: 'gather', choices }), 'gathered').gathered;
  } finally {
    worker.terminate();
  }
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

/** As `source` of the first screen says it, which this does without: what two chunks share would be a third. */
function moduleOf(url: string): string | Uint8Array<ArrayBuffer> {
  const data = /^data:[^,]*;base64,/.exec(url);
  if (data === null) return url;
  return Uint8Array.from(atob(url.slice(data[0].length)), (char) => char.charCodeAt(0));
}
