/** The engines of SQL: each takes the two tables from CSV files, then answers queries with rows of text. */

import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const tables = readFileSync(new URL('../../warehouse/tables.sql', import.meta.url), 'utf8');
const parameters = (date, kind = 'VIEW') => `CREATE OR REPLACE ${kind} parameters AS SELECT DATE '${date}' AS as_of`;

/** In memory, unless a file is named. */
export async function duckdb(file = ':memory:', options = {}) {
  const connection = await (await DuckDBInstance.create(file, options)).connect();
  await connection.run(tables);
  return {
    name: 'duckdb',
    fill: (table, file) => connection.run(`DELETE FROM ${table}; COPY ${table} FROM '${file}' (HEADER)`),
    setDate: (date) => connection.run(parameters(date)),
    run: (sql) => connection.run(sql),
    rows: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const text = (value) => (value === null ? null : String(value));
      return reader
        .getRowObjects()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)])));
    },
    stop: () => connection.closeSync(),
  };
}

/** A server of its own, on a socket in a directory of its own. `POSTGRES_BIN` is where its programs are. */
export async function postgres() {
  // It refuses to be run by root, and nobody must be able to enter where its directory is.
  const isRoot = process.getuid() === 0;
  const folder = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), 'encours-postgres-'));
  const nobody = ['--reuid=nobody', '--regid=nogroup', '--clear-groups'];
  if (isRoot) {
    const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  const program = (name) => join(process.env.POSTGRES_BIN, name);
  const serve = (name, options) => {
    const [command, all] = isRoot ? ['setpriv', [...nobody, program(name), ...options]] : [program(name), options];
    execFileSync(command, all, { stdio: 'ignore', cwd: folder });
  };
  const data = join(folder, 'data');
  serve('initdb', ['-D', data, '-A', 'trust', '-U', 'encours', '--no-sync', '--locale=C', '-E', 'UTF8']);
  serve('pg_ctl', ['-D', data, '-w', '-o', `-k ${folder} -c listen_addresses= -c fsync=off`, 'start']);
  const session = ['-h', folder, '-U', 'encours', '-d', 'postgres', '-X', '-q', '--csv', '-v', 'ON_ERROR_STOP=1'];
  const psql = (input) =>
    execFileSync(program('psql'), session, { input, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['pipe', 'pipe', 'inherit'] });
  psql(tables);
  return {
    name: 'postgres',
    fill: (table, file) => psql(`DELETE FROM ${table};\n\\copy ${table} FROM '${file}' csv header`),
    setDate: (date) => psql(parameters(date)),
    rows: (sql) => {
      // No text of these queries holds a comma or a quote.
      const [head, ...lines] = psql(sql).trimEnd().split('\n').map((line) => line.split(','));
      return lines.map((cells) => Object.fromEntries(head.map((name, place) => [name, cells[place] || null])));
    },
    stop: () => {
      serve('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Spark on this machine. `SPARK_PYTHON` is a Python that has it. */
export async function spark() {
  const script = fileURLToPath(new URL('spark.py', import.meta.url));
  const program = spawn(process.env.SPARK_PYTHON, [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  program.stderr.setEncoding('utf8').on('data', (text) => {
    said = (said + text).slice(-4000);
  });
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
  const ask = async (request) => {
    program.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`Spark stopped at ${JSON.stringify(request).slice(0, 200)}\n${said}`);
    return JSON.parse(value);
  };
  return {
    name: 'spark',
    fill: (table, file) => ask({ table, file }),
    setDate: (date) => ask({ sql: parameters(date, 'TEMP VIEW') }),
    rows: (sql) => ask({ sql }),
    stop: () => program.stdin.end(),
  };
}
