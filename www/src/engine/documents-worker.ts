import init, { Documents } from './pkg/documents.js';
import type { Choices, DocumentFacts } from './pkg/documents';

/** What the page says, in this order: which module it is, files and archives, and that they are to be put together. */
export type Request =
  | { kind: 'start'; module: string | Uint8Array<ArrayBuffer> }
  | { kind: 'files'; files: readonly { name: string; bytes: ArrayBuffer }[] }
  | { kind: 'archive'; name: string; tail: ArrayBuffer; base: number }
  | { kind: 'push'; bytes: ArrayBuffer }
  | { kind: 'finish' }
  | { kind: 'gather'; choices: Partial<Choices> };

/** What documents came to. */
export interface Gathered {
  facts: DocumentFacts;
  /** Lists as text; empty where there are none. */
  sales: Uint8Array<ArrayBuffer>;
  purchases: Uint8Array<ArrayBuffer>;
  purchaseFacts: DocumentFacts;
  /** Messages about none of the invoices, as a list of statuses. */
  messages: Uint8Array<ArrayBuffer>;
  /** What else can be read of what lay beside them. */
  tables: { name: string; bytes: Uint8Array<ArrayBuffer> }[];
}

/**
 * What it is answered: how many files were read so far; of an archive where its directory starts, if that is to be given
 * too; or what they came to.
 */
export type Answer =
  | { kind: 'read'; files: number }
  | { kind: 'directory'; start: number | null }
  | { kind: 'gathered'; gathered: Gathered };

let documents: Documents | undefined;

/** One request after the other: the next comes once this one is answered. */
self.onmessage = ({ data }: MessageEvent<Request>) => {
  void answered(data).then(
    ([answer, handed]) => {
      self.postMessage(answer, { transfer: handed });
    },
    // Thrown again where `onerror` of the page sees it.
    (error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
  );
};

async function answered(request: Request): Promise<[Answer, Transferable[]]> {
  if (request.kind === 'start') {
    await init({ module_or_path: request.module });
    documents = new Documents();
    return [{ kind: 'read', files: 0 }, []];
  }
  if (documents === undefined) throw new Error('not started');
  switch (request.kind) {
    case 'files': {
      let files = 0;
      for (const { name, bytes } of request.files) {
        files = documents.file(name, new Uint8Array(bytes));
      }
      return [{ kind: 'read', files }, []];
    }
    case 'archive': {
      const start = documents.archive(request.name, new Uint8Array(request.tail), request.base);
      return [{ kind: 'directory', start: start ?? null }, []];
    }
    case 'push':
      return [{ kind: 'read', files: documents.push(new Uint8Array(request.bytes)) }, []];
    case 'finish':
      return [{ kind: 'read', files: documents.finish() }, []];
    case 'gather': {
      const facts = documents.gather({
        companies: [],
        negativeCreditsRaise: false,
        ...request.choices,
      });
      const sales = own(documents.sales());
      const purchases = own(documents.purchases());
      const purchaseFacts = documents.purchaseFacts();
      const messages = own(documents.messages());
      const tables: Gathered['tables'] = [];
      for (const [place, name] of documents.tableNames().entries()) {
        tables.push({ name, bytes: own(documents.table(place)) });
      }
      const handed = [sales, purchases, messages, ...tables.map(({ bytes }) => bytes)];
      return [
        {
          kind: 'gathered',
          gathered: { facts, sales, purchases, purchaseFacts, messages, tables },
        },
        handed.map(({ buffer }) => buffer),
      ];
    }
  }
}

/** Bytes that can be handed over. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
