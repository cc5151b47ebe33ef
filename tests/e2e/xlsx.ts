import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

/** A cell as the file has it: the formula without its `=`, and what is shown until it is computed again. */
export interface Cell {
  value: string;
  isText: boolean;
  formula: string | null;
}

/** The cells of a sheet, by their address. */
export type Sheet = ReadonlyMap<string, Cell>;

/** The sheets of an XLSX file, by their name. */
export function readXlsx(path: string): Map<string, Sheet> {
  const parts = unzip(readFileSync(path));
  const part = (name: string): string => parts.get(name)?.toString('utf8') ?? '';
  const words = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item = '']) =>
      [...item.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => plain(text)).join(''),
  );
  const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)];
  return new Map(
    names.map(([, name = ''], index) => [
      plain(name),
      cellsOf(part(`xl/worksheets/sheet${String(index + 1)}.xml`), words),
    ]),
  );
}

function cellsOf(xml: string, words: readonly string[]): Sheet {
  const cells = new Map<string, Cell>();
  for (const [, attributes = '', inner = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1];
    if (value === undefined) continue;
    const isShared = attributes.includes('t="s"');
    const formula = /<f[^>]*>([^<]*)<\/f>/.exec(inner)?.[1];
    cells.set(/r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '', {
      value: isShared ? (words[Number(value)] ?? '') : plain(value),
      isText: isShared || attributes.includes('t="str"'),
      formula: formula === undefined ? null : plain(formula),
    });
  }
  return cells;
}

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The parts of an archive, by their name, from its directory. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  const parts = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const header = bytes.readUInt32LE(at + 42);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const raw = bytes.subarray(start, start + size);
    const key = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0));
    parts.set(key, method === 0 ? raw : inflateRawSync(raw));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** An archive of these parts, none of them compressed. */
export function zip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, bytes] of parts) {
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(bytes.length, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), header, rest, Buffer.from(name));
    files.push(Buffer.from('PK\x03\x04'), header, Buffer.from(name), bytes);
    at += 30 + Buffer.byteLength(name) + bytes.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06'), end]);
}

/** The file with a zero for what each of its formulas gives: whoever shows something else has computed it. */
function withoutResults(path: string): Buffer {
  const parts = unzip(readFileSync(path));
  for (const [name, bytes] of parts)
    if (name.startsWith('xl/worksheets/sheet'))
      parts.set(
        name,
        Buffer.from(bytes.toString('utf8').replace(/<\/f><v>[^<]*<\/v>/g, '</f><v>0</v>')),
      );
  return zip(parts);
}

/** The same file as LibreOffice saves it once it has computed every formula again. */
export function recalculated(path: string): Map<string, Sheet> {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  // Files are taken at their word unless the profile says otherwise.
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user/registrymodifications.xcu'), alwaysRecalculate);
  const blank = join(folder, 'blank.xlsx');
  writeFileSync(blank, withoutResults(path));
  const out = join(folder, 'out');
  execFileSync(
    process.env['LOCALC'] ?? 'localc',
    [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      out,
      blank,
    ],
    // A terminal is none of its business.
    { stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000, killSignal: 'SIGKILL' },
  );
  return readXlsx(join(out, 'blank.xlsx'));
}

const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;
