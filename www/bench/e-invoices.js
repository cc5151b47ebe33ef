/**
 * How long electronic invoices take: their XML beside a JavaScript parser, and archives in the page as it was built, in Chromium.
 * `cargo xtask bench --einvoices` calls this, once the page is built.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { launch } from './chromium.js';
import { count } from './options.js';
import { quantile } from './quantile.js';
import { serveBench, serveDist } from './site.js';

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
  },
});
const documents = count('lines', options.lines);
const rounds = count('rounds', options.rounds);
const { eInvoice } = /** @type {{ module: typeof import('./src/made-up/e-invoices.ts') }} */ (
  await runnerImport('./src/made-up/e-invoices.ts', { root: import.meta.dirname, logLevel: 'warn' })
).module;

const folder = mkdtempSync(join(tmpdir(), 'e-invoices-'));
const browser = await launch();
try {
  console.log(`   Chromium ${browser.version()}, ${documents} documents, ${rounds} rounds`);
  await compare();
  const pdfs = Math.max(1, Math.round(documents / 10));
  archive('xml.zip', documents, (at) => ['xml', Buffer.from(eInvoice(at))]);
  archive('pdf.zip', pdfs, (at) => ['pdf', pdf(eInvoice(at))]);
  const site = await serveDist();
  try {
    await inPage(site.url, 'xml.zip', `${documents} XML in a ZIP to dashboard`, '≤ 4,000');
    await inPage(site.url, 'pdf.zip', `${pdfs} PDF of 200 kB in a ZIP to dashboard`, '≤ 8,000');
  } finally {
    await site.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** The same XML, read by the engine and by a parser. */
async function compare() {
  const site = await serveBench();
  const page = await browser.newPage();
  await page.goto(site.url);
  const { bytes, ours, parser } = await page.evaluate((asked) => bench.documents(asked), {
    documents,
    rounds,
  });
  const [mine, theirs] = [quantile(ours, 0.5), quantile(parser, 0.5)];
  row(`ours, median ms for ${(bytes / 1e6).toFixed(0)} MB of XML`, mine.toFixed(0), '');
  row('fast-xml-parser, the same', theirs.toFixed(0), '');
  row('ours / fast-xml-parser', (mine / theirs).toFixed(2), '≤ 0.25');
  await page.close();
  await site.close();
}

/**
 * What an archive takes in the page: time, the longest the page did not answer, and memory.
 *
 * @param {string} url
 * @param {string} name
 * @param {string} what
 * @param {string} target
 */
async function inPage(url, name, what, target) {
  /** @type {number[]} */
  const whole = [];
  let longest = 0;
  let memory = 0;
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(url);
    await page.waitForSelector('[data-testid=quick-result][data-value]');
    await page.evaluate(() => {
      Object.assign(window, { watched: [] });
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries())
          watched.push({ at: startTime, milliseconds: duration });
      }).observe({ type: 'longtask' });
    });
    const before = peaks();
    const start = performance.now();
    await page.getByTestId('file-input').setInputFiles(join(folder, name));
    await page.waitForSelector('[data-testid=view-dashboard]');
    await page.waitForSelector('[data-testid=strip]');
    whole.push(performance.now() - start);
    const tasks = await page.evaluate(() => watched.map(({ milliseconds }) => milliseconds));
    longest = Math.max(longest, ...tasks);
    for (const [process, peak] of peaks())
      memory = Math.max(memory, peak - (before.get(process) ?? peak));
    await page.close();
  }
  row(`${what}, median ms`, quantile(whole, 0.5).toFixed(0), target);
  row('  longest task of the page, ms', longest.toFixed(0), '≤ 50');
  row('  memory beyond that of the first screen, MB', (memory / 1e6).toFixed(0), '≤ 300');
}

/** The most memory that each process of a page has held so far, in bytes. */
function peaks() {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const process of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const command = readFileSync(`/proc/${process}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer')) continue;
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
      found.set(process, Number(peak ?? 0) * 1024);
    } catch {
      // It ended meanwhile.
    }
  }
  return found;
}

/**
 * An archive of compressed files.
 *
 * @param {string} name
 * @param {number} files
 * @param {(at: number) => [string, Buffer]} file its ending and its bytes
 */
function archive(name, files, file) {
  /** @type {[Buffer[], Buffer[]]} */
  const [bodies, directory] = [[], []];
  let at = 0;
  for (let number = 0; number < files; number++) {
    const [ending, bytes] = file(number);
    const path = Buffer.from(`export/${number}.${ending}`);
    const packed = deflateRawSync(bytes);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt16LE(path.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), header, rest, path);
    bodies.push(Buffer.from('PK\x03\x04'), header, path, packed);
    at += 30 + path.length + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files, 4);
  end.writeUInt16LE(files, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  writeFileSync(
    join(folder, name),
    Buffer.concat([...bodies, ...directory, Buffer.from('PK\x05\x06'), end]),
  );
}

/**
 * A PDF of 200 kB, most of them fonts and pictures, with an XML in it.
 *
 * @param {string} xml
 */
function pdf(xml) {
  const content = deflateSync(xml);
  const filling = randomBytes(195_000);
  /** @param {Buffer} bytes @param {string} more */
  const stream = (bytes, more) =>
    Buffer.concat([
      Buffer.from(`<< ${more} /Length ${bytes.length} >>\nstream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ]);
  const objects = [
    Buffer.from(
      '<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(factur-x.xml) 2 0 R] >> >> >>',
    ),
    Buffer.from('<< /Type /Filespec /UF (factur-x.xml) /EF << /F 3 0 R >> >>'),
    stream(content, '/Type /EmbeddedFile /Filter /FlateDecode'),
    stream(filling, ''),
  ];
  const numbered = objects.flatMap((object, at) => [
    Buffer.from(`${at + 1} 0 obj\n`),
    object,
    Buffer.from('\nendobj\n'),
  ]);
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...numbered,
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF'),
  ]);
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string} target
 */
function row(name, value, target) {
  console.log(`   ${name.padEnd(56)}${value.padStart(12)}${target && `   (target ${target})`}`);
}
