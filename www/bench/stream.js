/**
 * An invoice list that is never wholly in memory, in Chromium: by the engine alone, and through the page.
 * `cargo xtask bench` calls this, once the page is built.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { launch } from './chromium.js';
import { count } from './options.js';
import { serveBench, serveDist } from './site.js';

/** @import { Browser, Page } from '@playwright/test' */

const { values: options } = parseArgs({
  options: { lines: { type: 'string', default: '10000000' } },
});
const lines = count('lines', options.lines);

/** A task from here on is long: the browser's own measure. */
const LONG_TASK = 50;

const browser = await launch();
try {
  console.log(`   Chromium ${browser.version()}, invoice list of ${lines} lines`);
  await engineAlone(browser);
  await throughThePage(browser);
} finally {
  await browser.close();
}

/** @param {Browser} browser */
async function engineAlone(browser) {
  const site = await serveBench();
  const page = await browser.newPage();
  await page.goto(site.url);
  const read = await page.evaluate((lines) => bench.stream(lines), lines);
  await page.close();
  await site.close();
  if (read.rows !== lines) throw new Error(`${read.rows} rows were read of ${lines}`);

  const seconds = read.milliseconds / 1000;
  const megabytes = read.bytes / 1e6;
  console.log(`\n   the engine, the list made between its pieces: ${seconds.toFixed(2)} s`);
  console.log(
    `   ${(megabytes / seconds).toFixed(0)} MB/s, ${(lines / seconds / 1e6).toFixed(2)} million rows/s`,
  );
  console.log(`   longest call ${read.longestMilliseconds.toFixed(0)} ms`);
  console.log(
    `   peak wasm memory ${(read.memoryBytes / 1e6).toFixed(0)} MB (target 800 MB for 10 million lines)`,
  );
}

/** @param {Browser} browser */
async function throughThePage(browser) {
  const directory = mkdtempSync(join(tmpdir(), 'encours-bench-'));
  const site = await serveDist();
  try {
    const file = join(directory, 'invoices.csv');
    const megabytes = (await write(file)) / 1e6;
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.locator('[data-testid="quick-result"][data-value]').waitFor();
    await page.evaluate(watchTasks);

    const startInPage = await page.evaluate(() => performance.now());
    const start = performance.now();
    const stopSampling = sample(page, start);
    await page.getByTestId('file-input').setInputFiles(file);
    await page
      .locator('[data-testid="kpi-accounting-dso"][data-value]')
      .waitFor({ timeout: 600_000 });
    const seconds = (performance.now() - start) / 1000;
    const samples = await stopSampling();
    const tasks = await page.evaluate(() => watched);
    const dso = await page.getByTestId('kpi-accounting-dso').getAttribute('data-value');

    const speed = `${(megabytes / seconds).toFixed(0)} MB/s`;
    console.log(
      `\n   through the page, from the choice of the file to the DSO (${dso} days): ${seconds.toFixed(1)} s, ${speed}`,
    );
    for (const { at, text } of spread(samples, 5))
      console.log(`   ${at.toFixed(1).padStart(6)} s  ${text}`);
    console.log(
      `   tasks of the page's thread above ${LONG_TASK} ms: ${tasks.length} (target: none)`,
    );
    const longest = tasks.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
    for (const { at, milliseconds } of longest) {
      const seconds = ((at - startInPage) / 1000).toFixed(1);
      console.log(`   ${seconds.padStart(6)} s  ${milliseconds.toFixed(0)} ms`);
    }
    await page.close();
  } finally {
    await site.close();
    rmSync(directory, { recursive: true });
  }
}

/**
 * Writes the list and answers its size.
 *
 * @param {string} path
 */
async function write(path) {
  /** @type {{ module: typeof import('./src/made-up/invoices.ts') }} */
  const { module } = await runnerImport(`${import.meta.dirname}/src/made-up/invoices.ts`);
  const file = openSync(path, 'w');
  let bytes = 0;
  for (const piece of module.invoiceList(lines)) bytes += writeSync(file, piece);
  closeSync(file);
  return bytes;
}

/** In the page: keeps the tasks of its thread that take long, from now on. */
function watchTasks() {
  /** @type {{ at: number, milliseconds: number }[]} */
  const tasks = [];
  Object.assign(window, { watched: tasks });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      tasks.push({ at: startTime, milliseconds: duration });
    }
  }).observe({ type: 'longtask' });
}

/**
 * Reads what the page says of its progress, until the function that is returned is called.
 *
 * @param {Page} page
 * @param {number} start
 */
function sample(page, start) {
  /** @type {{ at: number, text: string }[]} */
  const samples = [];
  const over = new AbortController();
  const sampling = (async () => {
    while (!over.signal.aborted) {
      const text = await page.evaluate(() => {
        const bar = document.querySelector('[data-testid="progress"]');
        const text = document.querySelector('[data-testid="progress-text"]')?.textContent.trim();
        if (!(bar instanceof HTMLProgressElement) || text === undefined) return '';
        return `${(bar.position * 100).toFixed(0)} %: ${text}`;
      });
      if (text !== '') samples.push({ at: (performance.now() - start) / 1000, text });
      await setTimeout(200);
    }
  })();
  return async () => {
    over.abort();
    await sampling;
    return samples;
  };
}

/**
 * Some of many, the first and the last among them.
 *
 * @template T
 * @param {T[]} all
 * @param {number} count
 */
function spread(all, count) {
  const step = Math.max(1, (all.length - 1) / (count - 1));
  return all.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
}
