/** @import { Name, Reading } from './src/worker.ts' */

/** What reads a file into rows of strings: less work than ours, and what a page would otherwise use. */
const JAVASCRIPT = /** @type {Name[]} */ (['papaparse', 'udsv', 'd3-dsv']);

/**
 * The figures as text.
 *
 * @param {Map<Name, Reading[]>} readings those of the warm-up first
 * @param {number} lines
 */
export function table(readings, lines) {
  const summaries = new Map([...readings].map(([name, of]) => [name, summary(of)]));
  const ours = summaries.get('encours');
  const figures = (/** @type {Summary} */ { median, least, most, first }) => [
    median.toFixed(0),
    `${least.toFixed(0)}–${most.toFixed(0)}`,
    first.toFixed(0),
    ratio(median),
  ];
  const ratio = (/** @type {number} */ other) => (ours ? (ours.median / other).toFixed(2) : '–');
  const rows = [
    ['contender', 'median ms', 'min–max', 'first', 'ours / it'],
    ...[...summaries].map(([name, summary]) => [
      name,
      ...(summary ? figures(summary) : ['not read']),
    ]),
  ];
  const text = ['', ...rows.map(row), ''];

  const parsers = JAVASCRIPT.map((name) => summaries.get(name)?.median ?? Infinity);
  const fastest = Math.min(...parsers);
  const duckdb = summaries.get('duckdb');
  if (ours) {
    const perRow = (ours.memoryBytes / lines).toFixed(0);
    text.push(`peak wasm memory: ${(ours.memoryBytes / 1e6).toFixed(0)} MB, ${perRow} bytes a row`);
  }
  if (Number.isFinite(fastest)) {
    const targets = `target 0.35, ${(fastest * 0.35).toFixed(0)} ms; aim 0.20, ${(fastest * 0.2).toFixed(0)} ms`;
    text.push(`ours / fastest JavaScript parser: ${ratio(fastest)} (${targets})`);
  }
  if (duckdb) text.push(`ours / DuckDB: ${ratio(duckdb.median)} (target below 1)`);
  return text.map((line) => (line === '' ? line : `   ${line}`)).join('\n');
}

/** @param {string[]} cells the first of which is a name */
function row([name = '', ...figures]) {
  return name.padEnd(12) + figures.map((figure) => figure.padStart(12)).join('');
}

/** @typedef {NonNullable<ReturnType<typeof summary>>} Summary */

/** @param {Reading[]} readings */
function summary([warmUp, ...readings]) {
  if (warmUp === undefined) return undefined;
  const times = readings.map((reading) => reading.milliseconds).sort((a, b) => a - b);
  const at = (/** @type {number} */ index) => times[index] ?? NaN;
  return {
    first: warmUp.milliseconds,
    median: (at(Math.floor((times.length - 1) / 2)) + at(Math.ceil((times.length - 1) / 2))) / 2,
    least: at(0),
    most: at(times.length - 1),
    memoryBytes: Math.max(...readings.map((reading) => reading.memoryBytes)),
  };
}
