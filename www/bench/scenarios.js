/**
 * How long scenarios take on a long invoice list and on a short one, in Chromium: `cargo xtask bench` calls this.
 */
import { parseArgs } from 'node:util';
import { launch } from './chromium.js';
import { count } from './options.js';
import { quantile } from './quantile.js';
import { serveBench } from './site.js';

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
  },
});
const lines = [count('lines', options.lines), 10_000];
const rounds = count('rounds', options.rounds);

const site = await serveBench();
const browser = await launch();
try {
  console.log(`   Chromium ${browser.version()}, levers adopted in part, ${rounds} rounds`);
  const page = await browser.newPage();
  await page.goto(site.url);
  const times = await page.evaluate((asked) => bench.scenarios(asked), { lines, rounds });
  for (const time of times) {
    const isLong = time.lines >= 1_000_000;
    const kind = time.name === '' ? '' : `, ${time.name}`;
    console.log(`\n   ${time.lines.toLocaleString('en')} invoices${kind}`);
    tell('first scenario, which makes everything ready', time.first);
    tell('headline, median', quantile(time.headline, 0.5));
    tell('headline, 95th percentile', quantile(time.headline, 0.95), isLong ? 16 : undefined);
    tell('everything, median', quantile(time.everything, 0.5), isLong ? 250 : 16);
    tell(`${time.draws} draws`, time.simulation, isLong ? 2000 : undefined);
    tell('goal seek', time.goalSeek);
    tell('suggestions', time.suggestions);
    tell('by customer', time.byCustomer);
    const megabytes = time.memoryBytes / 2 ** 20;
    console.log(
      `   ${'memory, which never shrinks'.padEnd(46)}${megabytes.toFixed(0).padStart(9)} MB`,
    );
  }
} finally {
  await browser.close();
  await site.close();
}

/**
 * @param {string} what
 * @param {number} milliseconds
 * @param {number} [target]
 */
function tell(what, milliseconds, target) {
  const goal = target === undefined ? '' : ` (target ${String(target)})`;
  console.log(`   ${what.padEnd(46)}${milliseconds.toFixed(1).padStart(9)} ms${goal}`);
}
