/**
 * How long the figures of a long invoice list take once it is imported, in Chromium: `cargo xtask bench` calls this.
 */
import { parseArgs } from 'node:util';
import { launch } from './chromium.js';
import { count } from './options.js';
import { serveBench } from './site.js';

/** @import { Timed } from './src/figures.ts' */
/** @import { ListName } from './src/made-up/invoices.ts' */

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
  },
});
const lines = count('lines', options.lines);
const rounds = count('rounds', options.rounds);

/** The usual one, and the worst ones. */
const LISTS = /** @type {ListName[]} */ ([
  'usual',
  'a customer for every invoice',
  'another term each day of 36 months',
]);

const site = await serveBench();
const browser = await launch();
try {
  console.log(`   Chromium ${browser.version()}, invoice list of ${lines} lines, ${rounds} rounds`);
  const page = await browser.newPage();
  await page.goto(site.url);
  for (const list of LISTS) {
    const timed = await page.evaluate((asked) => bench.figures(asked), { lines, rounds, list });
    tell(list, timed);
  }
} finally {
  await browser.close();
  await site.close();
}

/**
 * @param {string} list
 * @param {Timed[]} timed
 */
function tell(list, timed) {
  console.log(`\n   ${list}`);
  console.log(`   ${'question'.padEnd(26)}${'median ms'.padStart(12)}${'min–max'.padStart(14)}`);
  for (const { name, milliseconds } of timed) {
    const sorted = milliseconds.toSorted((a, b) => a - b);
    const range = `${sorted[0]?.toFixed(0) ?? '–'}–${sorted.at(-1)?.toFixed(0) ?? '–'}`;
    console.log(
      `   ${name.padEnd(26)}${median(milliseconds).toFixed(0).padStart(12)}${range.padStart(14)}`,
    );
  }
  const parts = timed.filter(({ isPart }) => isPart);
  const full = parts.reduce((sum, { milliseconds }) => sum + median(milliseconds), 0);
  console.log(
    `   full report: ${full.toFixed(0)} ms (target 400); another date or convention: target 100, segment or value: 50`,
  );
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[index] ?? NaN;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
}
