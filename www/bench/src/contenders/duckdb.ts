import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import moduleUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { Contender } from '../contender.ts';

const FILE = 'invoices.csv';

let database: AsyncDuckDB | undefined;
let connection: AsyncDuckDBConnection | undefined;
let copy = new Uint8Array();

/** A table of typed columns, whose types it finds out itself, on one thread like the others. */
export const duckdb: Contender = {
  async start() {
    database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
    await database.instantiate(moduleUrl);
    connection = await database.connect();
  },

  /** What is registered moves to its own worker and would be gone at the next reading. */
  prepare(bytes) {
    copy = bytes.slice();
    return Promise.resolve();
  },

  async read() {
    await database?.registerFileBuffer(FILE, copy);
    const result = await connection?.query(`CREATE TABLE t AS SELECT * FROM read_csv('${FILE}')`);
    return Number(result?.getChildAt(0)?.get(0));
  },

  async drop() {
    await connection?.query('DROP TABLE IF EXISTS t');
    await database?.dropFile(FILE);
  },
};
