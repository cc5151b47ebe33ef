/** What the queries take on a hundred million invoices in DuckDB, spilling to disk, and what the page makes of the extract.
 * `cargo xtask bench --warehouse` runs it, on a built page. `LINES` is the most invoices, if there is room for them. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../www/bench/chromium.js';
import { serveDist } from '../../www/bench/site.js';
import { duckdb } from './engines.js';

const GIB = 2 ** 30;
/** Disk that an invoice takes: its rows, those of its payments and its parts. */
const BYTES = 60;
/** Disk that joining a slice of them takes meanwhile. */
const SPILLED = 5 * GIB;
/** Invoices of a slice: sums of slices add up to those of the whole, and no join is larger than memory. */
const SLICE = 10_000_000;
const SMALLEST = 1_000_000;
const asOf = '2024-12-31';

const asked = Number(process.env.LINES ?? 100_000_000);
const folder = mkdtempSync(join(tmpdir(), 'encours-scale-'));
const disk = statfsSync(folder);
const free = disk.bavail * disk.bsize;
const memory = Math.min(8, Math.floor((freemem() / GIB) * 0.6));
const room = Math.floor((free * 0.8 - SPILLED) / BYTES);
const most = Math.min(asked, room);
console.log(
  `   ${(free / GIB).toFixed(0)} GiB of disk and ${(freemem() / GIB).toFixed(0)} GiB of memory are free: ` +
    `${millions(most)} invoices, of which DuckDB holds ${memory} GiB in memory` +
    (most < asked ? ` (${millions(asked)} take ${((asked * BYTES + SPILLED) / 0.8 / GIB).toFixed(0)} GiB of disk)` : ''),
);
if (memory < 1 || most < SMALLEST) throw new Error('that is too little for a million invoices');

const sizes = [];
for (let size = SMALLEST; size < most; size *= 10) sizes.push(size);
sizes.push(most);

const site = await serveDist();
const browser = await launch();
try {
  const columns = ['invoices', 'made s', 'parts s', 'dso s', 'series s', 'groups s', 'groups', 'ratio', 'CSV MB', 'Parquet MB', 'page s: CSV', 'Parquet', 'series'];
  console.log(`   ${columns.map((name) => name.padStart(12)).join('')}`);
  for (const size of sizes) await measure(size);
} finally {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
}

/** Makes invoices, asks for their figures, and gives the extracts to the page. */
async function measure(size) {
  const file = (name) => join(folder, name);
  const database = file('group.duckdb');
  const engine = await duckdb(database, {
    memory_limit: `${memory}GB`,
    temp_directory: file('spilled'),
    // Nothing here needs the rows in the order they came in.
    preserve_insertion_order: 'false',
  });
  await engine.setDate(asOf);
  const made = await seconds(() => make(engine, size));
  // What every query begins with is kept, as a warehouse would: it is nearly all of the work.
  const parts = await seconds(() => store(engine, Math.ceil(size / SLICE)));
  const text = (name) => query(name).onStored;
  let rows = [];
  const dso = await seconds(async () => {
    rows = await engine.rows(text('dso'));
  });
  const copy = (name, format, from) => engine.run(`COPY (${from}) TO '${file(name)}' (${format})`);
  const series = await seconds(() => copy('series.csv', 'FORMAT csv', text('monthly_series')));
  const groups = await seconds(() => engine.run(`CREATE TABLE extract AS ${text('grouped_invoices')}`));
  await copy('groups.csv', 'FORMAT csv', 'FROM extract');
  await copy('groups.parquet', "FORMAT parquet, CODEC 'zstd'", 'FROM extract');
  const [{ count, counted }] = await engine.rows('SELECT count(*) AS count, sum(invoice_count) AS counted FROM extract');
  engine.stop();
  rmSync(database);

  const last = rows.at(-1);
  const loaded = [];
  for (const name of ['groups.csv', 'groups.parquet', 'series.csv']) {
    const { took, accounting, rollBack } = await inPage(file(name));
    for (const [figure, expected] of [[accounting, last.accounting_dso], [rollBack, last.roll_back_dso]]) {
      assert.ok(Math.abs(Number(figure) - Number(expected)) < 1e-6, `${name}: ${figure} in the page, ${expected} in SQL`);
    }
    loaded.push(took.toFixed(1));
  }
  const megabytes = (name) => (statSync(file(name)).size / 1e6).toFixed(1);
  const timed = [made, parts, dso, series, groups].map((took) => took.toFixed(1));
  const cells = [
    millions(size), ...timed, millions(Number(count)), (Number(counted) / Number(count)).toFixed(1),
    megabytes('groups.csv'), megabytes('groups.parquet'), ...loaded,
  ];
  console.log(`   ${cells.map((cell) => cell.padStart(12)).join('')}`);
  console.log(
    `      both DSO are the same in SQL and in the page: ${Number(last.accounting_dso).toFixed(6)} and ${Number(last.roll_back_dso).toFixed(6)}`,
  );
}

/** Three years of four entities and five segments: terms of four kinds, payments in a spread of two months, one in twenty in
 * two parts, a few credit notes and disputes, the last invoices open. */
async function make(engine, size) {
  await engine.run(`
    INSERT INTO invoices
    SELECT
      'F' || n,
      'E' || n % 4,
      'S' || hash(n, 1) % 5,
      'C' || hash(n, 2) % 100000,
      DATE '2022-01-01' + (hash(n, 3) % 1096)::INTEGER,
      DATE '2022-01-01' + (hash(n, 3) % 1096 + [0, 30, 45, 60][(hash(n, 4) % 4)::INTEGER + 1])::INTEGER,
      (hash(n, 5) % 1000000 + 100)::DECIMAL(18, 2) / 100 * CASE WHEN hash(n, 6) % 50 = 0 THEN -1 ELSE 1 END,
      NULL,
      'EUR',
      CASE WHEN hash(n, 7) % 100 = 0 THEN 'disputed' ELSE 'open' END
    FROM range(${size}) made(n)`);
  await engine.run(`
    INSERT INTO payments
    SELECT invoice_id, paid_on, amount
    FROM (
      SELECT
        invoice_id,
        due_date + (hash(invoice_id, part) % 60)::INTEGER - 10 AS paid_on,
        CASE parts WHEN 1 THEN amount_incl_tax ELSE CASE part WHEN 1 THEN first ELSE amount_incl_tax - first END END AS amount
      FROM (
        SELECT *, round(amount_incl_tax / 3, 2)::DECIMAL(18, 2) AS first, unnest(range(1, parts + 1)) AS part
        FROM (SELECT *, CASE WHEN hash(invoice_id, 9) % 20 = 0 THEN 2 ELSE 1 END AS parts FROM invoices WHERE status = 'open')
      )
    )
    WHERE paid_on <= DATE '${asOf}' AND amount <> 0`);
}

/** The parts of all invoices, slice by slice. */
async function store(engine, slices) {
  const { before } = query('dso');
  const see = async (rows) => {
    for (const table of ['invoices', 'payments']) await engine.run(`CREATE OR REPLACE VIEW ${table} AS FROM all_${table}${rows}`);
  };
  for (const table of ['invoices', 'payments']) await engine.run(`ALTER TABLE ${table} RENAME TO all_${table}`);
  for (let slice = 0; slice < slices; slice += 1) {
    await see(` WHERE hash(invoice_id) % ${slices} = ${slice}`);
    const into = slice === 0 ? 'CREATE TABLE stored_parts AS' : 'INSERT INTO stored_parts';
    await engine.run(`${into} ${before}SELECT * FROM parts`);
  }
  await see('');
}

/** A query: all that comes before its own part, and the whole of it on parts that are stored. */
function query(name) {
  const text = readFileSync(new URL(`../../warehouse/duckdb/${name}.sql`, import.meta.url), 'utf8');
  const [, start, rest] = /^(.*?\nparts AS \(\n).*?\n\)(.*)$/s.exec(text);
  const before = text.slice(0, text.length - rest.length);
  return { before: `${before}\n`, onStored: `${start}SELECT * FROM stored_parts\n)${rest}` };
}

/** How long the page takes from the choice of a file to its figures, and both DSO. */
async function inPage(file) {
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.locator('[data-testid="quick-result"][data-value]').waitFor();
  await page.waitForLoadState('networkidle');
  const start = performance.now();
  await page.getByTestId('file-input').setInputFiles(file);
  const rollBack = page.locator('[data-testid="kpi-roll-back-dso"][data-value]:not([data-value=""])');
  await rollBack.waitFor({ timeout: 600_000 });
  const took = (performance.now() - start) / 1000;
  const value = (found) => found.getAttribute('data-value');
  const figures = { took, rollBack: await value(rollBack), accounting: await value(page.getByTestId('kpi-accounting-dso')) };
  await page.close();
  return figures;
}

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function millions(count) {
  return count >= 1_000_000 ? `${+(count / 1_000_000).toFixed(2)} M` : `${+(count / 1000).toFixed(1)} k`;
}
