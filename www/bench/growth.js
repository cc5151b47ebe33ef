/**
 * How what the engine takes grows with a list, in each browser: `cargo xtask bench --growth` calls this.
 */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { count } from './options.js';
import { serveBench } from './site.js';

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000000' },
  },
});
const most = count('lines', options.lines);
const sizes = [10_000, 100_000, 1_000_000, 10_000_000].filter((lines) => lines < most);
sizes.push(most);

/** Lists of more are left to Chromium: the others have the time of a million beside it. */
const MOST_ELSEWHERE = 1_000_000;

/** @type {Record<import('../../tests/e2e/webdriver').BrowserName, Record<string, boolean>>} */
const browsers = {
  Chromium: {},
  // Its clock is else one of whole milliseconds.
  Firefox: { 'privacy.reduceTimerPrecision': false },
  WebKit: {},
};

const driver = /** @type {{ module: import('../../tests/e2e/webdriver') }} */ (
  await runnerImport(`${import.meta.dirname}/../../tests/e2e/webdriver.ts`)
);
const { start } = driver.module;
const site = await serveBench();
try {
  for (const name of /** @type {(keyof typeof browsers)[]} */ (Object.keys(browsers))) {
    const browser = await start(name, browsers[name]);
    try {
      await browser.open(site.url);
      console.log(`\n   ${name}, one worker: nanoseconds an invoice`);
      head();
      for (const lines of sizes) {
        if (name === 'Chromium' || lines <= MOST_ELSEWHERE) tell(await grown(browser, lines));
      }
    } finally {
      await browser.close();
    }
  }
} finally {
  await site.close();
}

/**
 * Begun in the page and waited for here: a driver gives a script half a minute.
 *
 * @param {import('../../tests/e2e/webdriver').Browser} browser
 * @param {number} lines
 */
async function grown(browser, lines) {
  await browser.run((asked) => {
    window.grown = undefined;
    bench.growth(asked).then(
      (value) => {
        window.grown = { value };
      },
      (/** @type {unknown} */ error) => {
        window.grown = { error: String(error) };
      },
    );
  }, lines);
  for (;;) {
    const found = await browser.run(() => window.grown ?? null);
    if (found !== null && 'error' in found) throw new Error(found.error);
    if (found !== null) return found.value;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function head() {
  const names = ['first import', 'import', 'report', 'first scenario', 'next scenario'];
  console.log(
    `   ${'invoices'.padStart(12)}${names.map((name) => name.padStart(16)).join('')}       memory`,
  );
}

/** @param {import('./src/growth.ts').Grown} grown */
function tell({ lines, memoryBytes, ...measured }) {
  const { firstImported, imported, report, firstScenario, nextScenario } = measured;
  const each = [firstImported, imported, report, firstScenario, nextScenario].map((milliseconds) =>
    ((milliseconds * 1e6) / lines).toFixed(0).padStart(16),
  );
  const megabytes = (memoryBytes / 2 ** 20).toFixed(0).padStart(10);
  console.log(`   ${lines.toLocaleString('en').padStart(12)}${each.join('')}${megabytes} MB`);
}
