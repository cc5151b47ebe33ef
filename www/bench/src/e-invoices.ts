import { XMLParser } from 'fast-xml-parser';
import init, { Documents } from '../../src/engine/pkg/documents.js';
import address from '../../src/engine/pkg/documents_bg.wasm?url';
import { answering } from './answering.ts';
import { timed } from './list.ts';
import { eInvoice } from './made-up/e-invoices.ts';

/** How many documents are read, and how often. */
export interface DocumentsAsked {
  documents: number;
  rounds: number;
}

/** What reading all of them took, in milliseconds, each time. */
export interface DocumentTimes {
  bytes: number;
  ours: number[];
  parser: number[];
}

answering(measure);

async function measure({ documents, rounds }: DocumentsAsked): Promise<DocumentTimes> {
  await init({ module_or_path: address });
  const encoder = new TextEncoder();
  const files = Array.from({ length: documents }, (_, at) => encoder.encode(eInvoice(at)));
  const times: DocumentTimes = {
    bytes: files.reduce((sum, { length }) => sum + length, 0),
    ours: [],
    parser: [],
  };
  for (let round = 0; round <= rounds; round++) {
    const ours = timed(() => {
      const read = new Documents();
      for (const [at, bytes] of files.entries()) read.file(`${String(at)}.xml`, bytes);
      const { invoices } = read.gather({ companies: [], negativeCreditsRaise: false });
      if (invoices !== documents) throw new Error(`${String(invoices)} of ${String(documents)}`);
      read.free();
    });
    // A tree of text alone, attributes kept: what is needed to find dates, amounts and parties in it.
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
    const decoder = new TextDecoder();
    const theirs = timed(() => {
      for (const bytes of files) parser.parse(decoder.decode(bytes));
    });
    if (round === 0) continue; // the warm-up
    times.ours.push(ours);
    times.parser.push(theirs);
  }
  return times;
}
