/** The package of dbt on DuckDB: its tests pass, and its models are the rows of the queries. `DBT_PYTHON` has dbt. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headings, ledger } from './ledgers.js';

const queries = ['checks', 'monthly_series', 'grouped_invoices', 'dso', 'aging', 'days_to_pay'];
const asOf = '2024-12-31';
const warehouse = fileURLToPath(new URL('../../warehouse', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'encours-dbt-'));
const database = join(folder, 'ledger.duckdb');
const python = process.env.DBT_PYTHON;

/** What some Python answers, which has the same DuckDB as dbt. */
const inPython = (script, ...values) => execFileSync(python, ['-c', script, database, ...values], { encoding: 'utf8' });

const run = `
import duckdb, sys
duckdb.connect(sys.argv[1]).execute(sys.argv[2])`;
const rows = `
import duckdb, json, sys
found = duckdb.connect(sys.argv[1]).execute(sys.argv[2])
print(json.dumps([[str(value) for value in row] for row in found.fetchall()]))`;

try {
  const made = ledger(3, 400);
  inPython(run, readFileSync(join(warehouse, 'tables.sql'), 'utf8'));
  for (const table of ['invoices', 'payments']) {
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, [headings[table], ...made[table]].map((cells) => cells.join(',')).join('\n'));
    inPython(run, `COPY ${table} FROM '${file}' (HEADER)`);
  }
  writeFileSync(
    join(folder, 'profiles.yml'),
    `encours: { target: test, outputs: { test: { type: duckdb, path: '${database}' } } }\n`,
  );
  const places = ['--project-dir', join(warehouse, 'dbt'), '--profiles-dir', folder];
  const kept = ['--target-path', join(folder, 'target'), '--log-path', join(folder, 'logs')];
  const options = ['build', ...places, ...kept, '--vars', JSON.stringify({ as_of: asOf })];
  execFileSync(join(dirname(python), 'dbt'), options, { stdio: 'inherit' });

  inPython(run, `CREATE VIEW parameters AS SELECT DATE '${asOf}' AS as_of`);
  const sorted = (sql) => JSON.parse(inPython(rows, sql)).map(String).sort();
  for (const query of queries) {
    const expected = sorted(readFileSync(join(warehouse, 'duckdb', `${query}.sql`), 'utf8'));
    assert.deepEqual(sorted(`SELECT * FROM encours_${query}`), expected, query);
    assert.ok(expected.length > 0, query);
    console.log(`${query}: ${expected.length} rows, the same`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
