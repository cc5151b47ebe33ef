/**
 * The speed of our import beside that of others, in one Chromium: `cargo xtask bench` calls this.
 *
 * Every contender reads the same bytes, in turns, so that a slow moment of the machine hits all alike.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { table } from './table.js';

/** @import { Name, Reading } from './src/worker.ts' */
/** @import { Page } from '@playwright/test' */

/** Where no tool looks. */
const OUT = 'node_modules/.cache/site';

/** Ours first: it is what the ratios are of. */
const NAMES = /** @type {Name[]} */ (['encours', 'papaparse', 'udsv', 'd3-dsv', 'duckdb']);

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: NAMES.join(',') },
  },
});
const lines = number('lines', options.lines);
const rounds = number('rounds', options.rounds);
const asked = options.only.split(',');
const names = NAMES.filter((name) => asked.includes(name));
if (names.length !== asked.length) refuse(`--only takes names of ${NAMES.join(',')}`);

const site = {
  root: import.meta.dirname,
  base: './',
  configFile: /** @type {const} */ (false),
  logLevel: /** @type {const} */ ('warn'),
};
await build({
  ...site,
  worker: { format: 'es' },
  // Megabytes of other people's code: its size is not ours to reduce, nor to hear about.
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 10_000,
    assetsInlineLimit: 0,
  },
});
const server = await preview({
  ...site,
  build: { outDir: OUT },
  preview: { host: '127.0.0.1', port: 0 },
});
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--js-flags=--expose-gc',
  ],
});
try {
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  const bytes = await page.evaluate((lines) => bench.generate(lines), lines);
  console.log(`   invoice list: ${lines} lines, ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(`   Chromium ${browser.version()}, ${rounds} rounds after a warm-up`);
  console.log(table(await measure(page), lines));
} finally {
  await browser.close();
  await server.close();
}

/**
 * The readings of each contender, that of the warm-up first.
 *
 * @param {Page} page
 */
async function measure(page) {
  /** @type {Map<Name, Reading[]>} */
  const readings = new Map(names.map((name) => [name, []]));
  for (const name of names) await page.evaluate((name) => bench.start(name), name);
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const reading = await page.evaluate((name) => bench.read(name), name);
      if (reading?.invoices !== lines) {
        throw new Error(`${name} read ${reading?.invoices} invoices of ${lines}`);
      }
      readings.get(name)?.push(reading);
    }
  }
  return readings;
}

/**
 * @param {string} option
 * @param {string} text
 */
function number(option, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) refuse(`--${option}: \`${text}\` is no count`);
  return value;
}

/**
 * @param {string} reason
 * @returns {never}
 */
function refuse(reason) {
  console.error(reason);
  process.exit(1);
}
