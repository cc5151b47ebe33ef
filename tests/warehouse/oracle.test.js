/**
 * The queries of warehouse/ give the engine's figures on DuckDB, PostgreSQL and Spark: every month, every figure.
 * `ENCOURS_ASK` is the engine's example of that name, `ENGINES` and `LEDGERS` say on what, and on how many.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { tablesOf, worked } from './cases.js';
import * as engines from './engines.js';
import { headings, ledger } from './ledgers.js';

const ledgers = Number(process.env.LEDGERS ?? 10);
const started = (process.env.ENGINES ?? 'duckdb,postgres').split(',').map((name) => engines[name]);
const dates = ['2024-12-31', '2024-05-17', '2023-02-28'];
const cent = 0.001;
const millionth = 1e-6;

const tables = ['invoices', 'payments'];
const text = (path) => readFileSync(new URL(`../../warehouse/${path}.sql`, import.meta.url), 'utf8');

function askEngine(files, asOf) {
  const question = JSON.stringify({ report: asOf === undefined ? {} : { asOf } });
  return JSON.parse(execFileSync(process.env.ENCOURS_ASK, [...files, '--question', question], { maxBuffer: 2 ** 28 }));
}

/** The worked examples that the tables can hold, with the engine's report under the usual conventions: made once. */
let examples;
const held = () =>
  (examples ??= worked().flatMap((example) => {
    const file = join(folder, 'example.csv');
    writeFileSync(file, example.paste.join('\n'));
    let report;
    try {
      report = askEngine([file], example.ask?.report?.asOf);
    } catch {
      // It is there to be refused.
      return [];
    }
    const rows = tablesOf(report);
    return rows === null || rows.invoices.length === 0 ? [] : [{ ...example, report, rows }];
  }));

/** As many decimals as a worked example has. */
const halfADigit = (expected) => 0.5 * 10 ** -(expected.split('.')[1]?.length ?? 0) + 1e-9;

/** Equal to within `tolerance`; nothing is equal to nothing alone. */
function near(found, expected, tolerance, what) {
  if (found === null || expected === null) return assert.equal(found, expected, what);
  const distance = Math.abs(Number(found) - Number(expected));
  assert.ok(distance <= tolerance, `${what}: ${found} in SQL, ${expected} in the engine`);
}

/** Every month of one report is that of another, in some amounts and some days. */
function sameMonths(found, expected, amounts, days, of) {
  assert.equal(found.months.length, expected.months.length, `months of ${of}`);
  for (const [place, month] of found.months.entries()) {
    const own = expected.months[place];
    const what = (figure) => `${month.month} ${figure} of ${of}`;
    for (const figure of amounts) near(month[figure] ?? 0, own[figure] ?? 0, cent, what(figure));
    for (const figure of days) near(month[figure], own[figure], millionth, what(figure));
  }
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

/** What the invoices of each month that count are worth without tax, in cents: the engine tells it of no list. */
function exclTax(invoices, asOf) {
  const sums = new Map();
  for (const invoice of invoices) {
    const of = Object.fromEntries(headings.invoices.map((name, place) => [name, invoice[place]]));
    const isOut = ['void', 'draft', 'cancelled'].includes(of.status.toLowerCase());
    if (isOut || of.issue_date > asOf) continue;
    const month = of.issue_date.slice(0, 7);
    sums.set(month, (sums.get(month) ?? 0) + Math.round(Number(of.amount_excl_tax) * 100));
  }
  return sums;
}

/** Rows as a CSV file. */
function written(name, rows) {
  const file = join(folder, `${name}.csv`);
  const columns = Object.keys(rows[0]);
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  writeFileSync(file, [columns.join(','), ...lines].join('\n'));
  return file;
}

const filesOf = (name) => tables.map((table) => join(folder, `${table}-${name}.csv`));

/** The rows of both tables as files, which engines take them from. */
function writeTables(files, rows) {
  for (const [place, table] of tables.entries()) {
    const lines = [headings[table], ...rows[table]].map((cells) => cells.join(','));
    writeFileSync(files[place], `${lines.join('\n')}\n`);
  }
}

/** The files of a ledger, and what the engine says of it at every date. */
function prepared(seed) {
  const files = filesOf(seed);
  const made = ledger(seed, 300);
  if (!reports.has(seed)) {
    writeTables(files, made);
    reports.set(seed, new Map(dates.map((asOf) => [asOf, askEngine(files, asOf)])));
  }
  return { files, made, reports: reports.get(seed) };
}

for (const start of started) {
  describe(start.name, () => {
    let engine;
    before(async () => {
      engine = await start();
    });
    after(() => engine?.stop());
    /** Fills both tables from their files, written first where rows are given. */
    const fill = async (files, rows) => {
      if (rows) writeTables(files, rows);
      for (const [place, table] of tables.entries()) await engine.fill(table, files[place]);
    };
    const answer = (name) => engine.rows(text(`${engine.name}/${name}`));

    test('worked examples', async () => {
      const kinds = { invoices: 0, series: 0 };
      for (const { file, id, ask, expect, report, rows } of held()) {
        const what = (figure) => `${file} ${id}: ${figure}`;
        await fill(filesOf('example'), rows);
        await engine.setDate(report.asOf);
        const found = (await answer('dso')).at(-1);
        const month = report.months.at(-1);
        const rolled = found.roll_back_is_lower_bound === '1' ? null : found.roll_back_dso;
        near(found.receivables, month.receivables, cent, what('receivables'));
        near(found.accounting_dso, month.accountingDso, millionth, what('accounting DSO'));
        near(rolled, month.rollBackDso, millionth, what('roll-back DSO'));
        // What the example says itself, of which the window changes the accounting DSO alone.
        const hasOwnWindow = ask?.report?.conventions?.windowMonths !== undefined;
        const says = (pointer, value) => {
          const expected = expect[pointer];
          if (typeof expected === 'string') near(value, expected, halfADigit(expected), what(pointer));
        };
        says('/receivables/total', found.receivables);
        says('/figures/rollBackDso/days', found.roll_back_dso);
        if (!hasOwnWindow) says('/figures/accountingDso/days', found.accounting_dso);
        kinds[report.source.kind] += 1;
      }
      // So many there are: fewer were a fault of how they are chosen.
      assert.ok(kinds.invoices >= 80 && kinds.series >= 10, JSON.stringify(kinds));
    });

    test('numbers that come again, and none', async () => {
      const invoice = (id, entity, amount) => [
        id, entity, 'N', 'C1', '2025-10-01', '2025-10-31', amount, amount, 'EUR', 'open',
      ];
      const invoices = [
        // One number in two entities, the smaller of which is paid; two equal rows, the first of which is; and no number.
        invoice('A1', 'FR', '1000.00'), invoice('A1', 'DE', '500.00'),
        invoice('A3', 'FR', '300.00'), invoice('A3', 'FR', '300.00'),
        invoice('', 'FR', '700.00'), invoice('', 'FR', '50.00'),
      ];
      const payments = [['A1', '2025-12-05', '500.00'], ['A3', '2025-12-06', '300.00']];
      await fill(filesOf('again'), { invoices, payments });
      await engine.setDate('2025-12-31');
      const groups = await answer('grouped_invoices');
      const sum = (rows, column) => rows.reduce((all, row) => all + Number(row[column]), 0);
      assert.deepEqual([sum(groups, 'amount_incl_tax'), sum(groups, 'invoice_count')], [2850, 6]);
      assert.equal(sum(groups.filter(({ paid_on: day }) => day === null), 'amount_incl_tax'), 2050);
      const [ages] = await answer('aging');
      assert.equal(ages.entity, 'FR');
      assert.equal(sum(await answer('aging'), 'receivables'), 2050);
      assert.equal(sum(await answer('aging'), 'invoices'), 4);
      const last = (await answer('monthly_series')).filter(({ month }) => month.startsWith('2025-12'));
      assert.equal(sum(last, 'receivables'), 2050);
    });

    for (const seed of Array(ledgers).keys()) {
      test(`ledger ${seed}`, async () => {
        const { files, made, reports } = prepared(seed);
        await fill(files);
        for (const [asOf, report] of reports) {
          await engine.setDate(asOf);
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
          const withoutTax = exclTax(made.invoices, asOf);
          const columns = ['sales_incl_tax', 'sales_excl_tax', 'receivables', 'overdue', 'disputed', 'disputed_overdue', 'factored'];
          for (const [name, sums] of byMonth(series, columns)) {
            const month = months.get(name);
            near(sums.sales_incl_tax, month.salesInclTax, cent, `${asOf} ${name} sales`);
            near(sums.sales_excl_tax * 100, withoutTax.get(name) ?? 0, 0.1, `${asOf} ${name} sales excluding tax`);
            near(sums.receivables, month.receivables, cent, `${asOf} ${name} receivables of segments`);
            near(sums.overdue, month.overdue, cent, `${asOf} ${name} overdue`);
            near(sums.disputed, month.disputed, cent, `${asOf} ${name} disputed`);
            near(sums.disputed_overdue, month.disputedOverdue, cent, `${asOf} ${name} disputed and overdue`);
            near(sums.factored, month.factored ?? 0, cent, `${asOf} ${name} factored`);
          }

          // Read by the import, with their entities and segments added up, they are the months of the list again.
          if (asOf === dates[0]) {
            const again = askEngine([written(`series-${engine.name}-${seed}`, series)], asOf);
            sameMonths(again, report, ['salesInclTax', 'receivables'], ['accountingDso', 'rollBackDso'], 'the series');
          }

          // So are its groups, and how many invoices there are of each.
          if (asOf === dates[0]) {
            const checks = await answer('checks');
            const extract = written(`groups-${engine.name}-${seed}`, await answer('grouped_invoices'));
            // It says itself of which day it is.
            const again = askEngine([extract, written(`checks-${engine.name}-${seed}`, checks)]);
            assert.equal(again.asOf, asOf, 'the day of the groups');
            const told = again.trust.checks.map(({ lines, amount }) => [lines, Number(amount)]);
            assert.deepEqual(told, checks.map(({ lines, amount }) => [Number(lines), Number(amount)]), `${asOf} checks`);
            const amounts = ['salesInclTax', 'receivables', 'overdue', 'disputed', 'factored'];
            sameMonths(again, report, amounts, ['accountingDso', 'rollBackDso', 'bestPossibleDso'], 'the groups');
            for (const figure of ['daysToPay', 'daysLate']) {
              assert.deepEqual(again.figures[figure], report.figures[figure], `${asOf} ${figure} of the groups`);
            }
            assert.deepEqual(again.aging, report.aging, `${asOf} ages of the groups`);
            assert.equal(again.receivables.openCount, report.receivables.openCount, `${asOf} open invoices of the groups`);
          }

          const ages = await answer('aging');
          const total = (column) => ages.reduce((sum, row) => sum + Number(row[column]), 0);
          near(total('receivables'), report.receivables.total, cent, `${asOf} receivables by age`);
          near(total('not_due'), report.receivables.current, cent, `${asOf} not due`);

          const { daysToPay, daysLate } = report.figures;
          const [paid] = await answer('days_to_pay');
          const days = (column, expected, what) => near(paid?.[column] ?? null, expected ?? null, millionth, `${asOf} ${what}`);
          near(paid?.settled ?? 0, daysToPay?.count ?? 0, 0, `${asOf} settled`);
          days('mean_days_to_pay', daysToPay?.mean, 'days to pay');
          days('weighted_days_to_pay', daysToPay?.weighted, 'days to pay by amount');
          near(paid?.settled_with_due_date ?? 0, daysLate?.count ?? 0, 0, `${asOf} settled with a due date`);
          days('mean_days_late', daysLate?.mean, 'days late');
          days('weighted_days_late', daysLate?.weighted, 'days late by amount');
          days('late_percent', daysLate?.latePercent, 'paid late');
          days('late_amount_percent', daysLate?.lateAmountPercent, 'paid late by amount');
        }
      });
    }
  });
}
