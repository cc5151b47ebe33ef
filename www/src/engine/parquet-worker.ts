import { parquetMetadataAsync, parquetRead, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { asKept, cellsOf, Lines, parsers, type CellWriter, type Kind } from './parquet-text';

/** What the page says: which file it is, that the next rows are wanted, or the bytes that were asked for. */
export type Request =
  | { kind: 'open'; size: number }
  | { kind: 'next' }
  | { kind: 'bytes'; id: number; bytes: ArrayBuffer };

/** What it is answered: bytes are needed, some rows (none after the last one) with the share of all up to them, or no. */
export type Answer =
  | { kind: 'wanted'; id: number; from: number; to: number }
  | { kind: 'piece'; text: Uint8Array<ArrayBuffer> | null; share: number }
  | { kind: 'refusal' };

/** Values of one column that follow each other, from a row up to another. */
interface Chunk {
  from: number;
  to: number;
  write: CellWriter;
}

interface Column {
  name: string;
  kind: Kind | undefined;
  chunks: Chunk[];
}

/** Few calls, each over in a moment. */
const pieceRows = 50_000;

let file: { byteLength: number; slice: (from: number, to?: number) => Promise<ArrayBuffer> };
let metadata: FileMetaData;
let columns: Column[] = [];
/** The rows at which the row groups end, and the group that is decoded. */
let ends: number[] = [];
let group = -1;
let row = 0;
const lines = new Lines();

/** Who waits for bytes, by the number of what was asked. */
const waiting = new Map<number, (bytes: ArrayBuffer) => void>();
let asked = 0;

const say = (answer: Answer, handed: Transferable[] = []) => {
  postMessage(answer, { transfer: handed });
};

onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'open') opened = open(data.size);
  else if (data.kind === 'bytes') waiting.get(data.id)?.(data.bytes);
  else
    void opened.then(next).then(
      (text) => {
        const all = ends.at(-1) ?? 0;
        const handed = text === null ? [] : [text.buffer];
        say({ kind: 'piece', text, share: all === 0 ? 1 : row / all }, handed);
      },
      () => {
        say({ kind: 'refusal' });
      },
    );
};

let opened: Promise<void> = Promise.resolve();

function slice(from: number, to = file.byteLength): Promise<ArrayBuffer> {
  const id = (asked += 1);
  return new Promise((resolve) => {
    waiting.set(id, (bytes) => {
      waiting.delete(id);
      resolve(bytes);
    });
    say({ kind: 'wanted', id, from, to });
  });
}

/** Opens a file before its first row. */
async function open(byteLength: number): Promise<void> {
  file = { byteLength, slice };
  const found = asKept(await parquetMetadataAsync(file));
  ({ metadata } = found);
  columns = names(metadata).map((name) => ({ name, kind: found.kinds.get(name), chunks: [] }));
  let end = 0;
  ends = metadata.row_groups.map(({ num_rows }) => (end += Number(num_rows)));
}

/** The next rows, the first after the headings; `null` after the last one. */
async function next(): Promise<Uint8Array<ArrayBuffer> | null> {
  if (group < 0) {
    const encoder = new TextEncoder();
    for (const [place, { name }] of columns.entries()) {
      lines.text(encoder.encode(name));
      lines.endCell(place === columns.length - 1);
    }
  } else if (row >= (ends.at(-1) ?? 0)) return null;
  if (row >= (ends[group] ?? 0)) await decode();
  write(Math.min(row + pieceRows, ends[group] ?? 0));
  return lines.take();
}

/** Writes the rows of the group up to one. */
function write(to: number): void {
  const found = columns.map(({ chunks }) => chunkOf(chunks, row));
  for (; row < to; row += 1) {
    for (let place = 0; place < columns.length; place += 1) {
      let chunk = found[place];
      if (chunk !== undefined && row >= chunk.to) {
        chunk = chunkOf(columns[place]?.chunks ?? [], row);
        found[place] = chunk;
      }
      chunk?.write(lines, row - chunk.from);
      lines.endCell(place === columns.length - 1);
    }
  }
}

const chunkOf = (chunks: readonly Chunk[], at: number): Chunk | undefined =>
  chunks.find(({ from, to }) => at >= from && at < to);

/** Decodes the next row group that has rows. */
async function decode(): Promise<void> {
  do group += 1;
  while (group < ends.length && (ends[group] ?? 0) <= row);
  for (const column of columns) column.chunks = [];
  if (group >= ends.length) return;
  await parquetRead({
    file,
    metadata,
    columns: columns.map(({ name }) => name),
    rowStart: row,
    rowEnd: ends[group] ?? row,
    compressors,
    parsers,
    utf8: false,
    onChunk: ({ columnName, columnData, rowStart: from }) => {
      const column = columns.find(({ name }) => name === columnName);
      const to = from + columnData.length;
      column?.chunks.push({ from, to, write: cellsOf(columnData, column.kind) });
    },
  });
}

/** The columns of the table: lists and structures are none. */
function names({ schema }: FileMetaData): string[] {
  const found: string[] = [];
  for (let at = 1; at < schema.length; at = after(schema, at)) {
    const element = schema[at];
    if (element !== undefined && !element.num_children) found.push(element.name);
  }
  return found;
}

/** The place after an element and all that is in it. */
function after(schema: FileMetaData['schema'], at: number): number {
  let next = at + 1;
  for (let left = schema[at]?.num_children ?? 0; left > 0; left -= 1) next = after(schema, next);
  return next;
}
