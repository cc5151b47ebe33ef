/**
 * The speed of our import beside that of others, in one Chromium: `cargo xtask bench` calls this.
 *
 * Every contender reads the same bytes, in turns, so that a slow moment of the machine hits all alike.
 */
import { parseArgs } from 'node:util';
import { launch } from './chromium.js';
import { count, refuse } from './options.js';
import { serveBench } from './site.js';
import { table } from './table.js';

/** @import { Kind } from './src/contender.ts' */
/** @import { Name, Reading } from './src/worker.ts' */
/** @import { Page } from '@playwright/test' */

/** Ours first, on one core and on all: they are what the ratios are of. */
const NAMES = /** @type {Name[]} */ ([
  'encours',
  'together',
  'papaparse',
  'udsv',
  'd3-dsv',
  'duckdb',
  'decoder',
]);

const KINDS = /** @type {Kind[]} */ (['invoices', 'fec']);

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: NAMES.join(',') },
  },
});
const lines = count('lines', options.lines);
const rounds = count('rounds', options.rounds);
const asked = options.only.split(',');
const names = NAMES.filter((name) => asked.includes(name));
if (names.length !== asked.length) refuse(`--only takes names of ${NAMES.join(',')}`);

const site = await serveBench();
const browser = await launch();
try {
  console.log(`   Chromium ${browser.version()}, ${rounds} rounds after a warm-up`);
  for (const kind of KINDS) {
    // A page of its own, so that nothing of the one before is left in memory.
    const page = await browser.newPage();
    await page.goto(site.url);
    const bytes = await page.evaluate(({ kind, lines }) => bench.generate(kind, lines), {
      kind,
      lines,
    });
    console.log(`\n   ${kind}: ${lines} lines, ${(bytes / 1e6).toFixed(1)} MB`);
    console.log(table(await measure(page), lines));
    await page.close();
  }
} finally {
  await browser.close();
  await site.close();
}

/**
 * The readings of each contender, that of the warm-up first; none of one that cannot read the file.
 *
 * @param {Page} page
 */
async function measure(page) {
  /** @type {Map<Name, Reading[]>} */
  const readings = new Map(names.map((name) => [name, []]));
  /** @type {Set<Name>} */
  const unable = new Set();
  for (const name of names) await page.evaluate((name) => bench.start(name), name);
  for (let round = 0; round <= rounds; round++) {
    for (const name of names.filter((name) => !unable.has(name))) {
      const reading = await page.evaluate((name) => bench.read(name), name);
      if (reading?.rows === 0) unable.add(name);
      else if (reading?.rows !== lines && reading?.rows !== null) {
        throw new Error(`${name} read ${reading?.rows} rows of ${lines}`);
      } else readings.get(name)?.push(reading);
    }
  }
  return readings;
}
