/**
 * The queries of warehouse/ give the engine's figures on DuckDB and PostgreSQL: every month, every figure.
 * `ENCOURS_ASK` is the engine's example of that name.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { duckdb, postgres } from './engines.js';
import { headings, ledger } from './ledgers.js';

const ledgers = 10;
const dates = ['2024-12-31', '2024-05-17', '2023-02-28'];
const cent = 0.001;
const millionth = 1e-6;

const tables = ['invoices', 'payments'];
const text = (path) => readFileSync(new URL(`../../warehouse/${path}.sql`, import.meta.url), 'utf8');

function askEngine(files, asOf) {
  const question = JSON.stringify({ report: { asOf } });
  return JSON.parse(execFileSync(process.env.ENCOURS_ASK, [...files, '--question', question], { maxBuffer: 2 ** 28 }));
}

/** Equal to within `tolerance`; nothing is equal to nothing alone. */
function near(found, expected, tolerance, what) {
  if (found === null || expected === null) return assert.equal(found, expected, what);
  const distance = Math.abs(Number(found) - Number(expected));
  assert.ok(distance <= tolerance, `${what}: ${found} in SQL, ${expected} in the engine`);
}

/** The sums of some columns by month. */
function byMonth(rows, columns) {
  const sums = new Map();
  for (const row of rows) {
    const month = sums.get(row.month.slice(0, 7)) ?? Object.fromEntries(columns.map((column) => [column, 0]));
    for (const column of columns) month[column] += Number(row[column]);
    sums.set(row.month.slice(0, 7), month);
  }
  return sums;
}

const folder = mkdtempSync(join(tmpdir(), 'encours-'));
const reports = new Map();
after(() => rmSync(folder, { recursive: true }));

/** The files of a ledger, and what the engine says of it at every date. */
function prepared(seed) {
  const files = tables.map((table) => join(folder, `${table}-${seed}.csv`));
  if (!reports.has(seed)) {
    const made = ledger(seed, 300);
    for (const [place, table] of tables.entries()) {
      const lines = [headings[table], ...made[table]].map((cells) => cells.join(','));
      writeFileSync(files[place], `${lines.join('\n')}\n`);
    }
    reports.set(seed, new Map(dates.map((asOf) => [asOf, askEngine(files, asOf)])));
  }
  return { files, reports: reports.get(seed) };
}

for (const start of [duckdb, postgres]) {
  describe(start.name, () => {
    let engine;
    before(async () => {
      engine = await start();
      await engine.run(text('tables'));
    });
    after(() => engine?.stop());
    const answer = (name) => engine.rows(text(`${engine.name}/${name}`));

    for (const seed of Array(ledgers).keys()) {
      test(`ledger ${seed}`, async () => {
        const { files, reports } = prepared(seed);
        for (const [place, table] of tables.entries()) {
          await engine.run(`DELETE FROM ${table}`);
          await engine.load(table, files[place]);
        }
        for (const [asOf, report] of reports) {
          await engine.run(`CREATE OR REPLACE VIEW parameters AS SELECT DATE '${asOf}' AS as_of`);
          const months = new Map(report.months.map((month) => [month.month, month]));

          const dso = await answer('dso');
          assert.equal(dso.length, months.size);
          for (const row of dso) {
            const name = row.month.slice(0, 7);
            const month = months.get(name);
            const rolled = row.roll_back_is_lower_bound === '1' ? null : row.roll_back_dso;
            near(row.receivables, month.receivables, cent, `${asOf} ${name} receivables`);
            near(row.accounting_dso, month.accountingDso, millionth, `${asOf} ${name} accounting DSO`);
            near(rolled, month.rollBackDso, millionth, `${asOf} ${name} roll-back DSO`);
            near(row.best_possible_dso, month.bestPossibleDso, millionth, `${asOf} ${name} best possible DSO`);
          }

          const series = await answer('monthly_series');
          const columns = ['sales_incl_tax', 'receivables', 'overdue', 'disputed', 'disputed_overdue', 'factored'];
          for (const [name, sums] of byMonth(series, columns)) {
            const month = months.get(name);
            near(sums.sales_incl_tax, month.salesInclTax, cent, `${asOf} ${name} sales`);
            near(sums.receivables, month.receivables, cent, `${asOf} ${name} receivables of segments`);
            near(sums.overdue, month.overdue, cent, `${asOf} ${name} overdue`);
            near(sums.disputed, month.disputed, cent, `${asOf} ${name} disputed`);
            near(sums.disputed_overdue, month.disputedOverdue, cent, `${asOf} ${name} disputed and overdue`);
            near(sums.factored, month.factored ?? 0, cent, `${asOf} ${name} factored`);
          }

          const ages = await answer('aging');
          const total = (column) => ages.reduce((sum, row) => sum + Number(row[column]), 0);
          near(total('receivables'), report.receivables.total, cent, `${asOf} receivables by age`);
          near(total('not_due'), report.receivables.current, cent, `${asOf} not due`);
        }
      });
    }
  });
}
