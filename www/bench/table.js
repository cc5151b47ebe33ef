/** @import { Name, Reading } from './src/worker.ts' */

/** What reads a file into rows of strings: less work than ours, and what a page would otherwise use. */
const JAVASCRIPT = /** @type {Name[]} */ (['papaparse', 'udsv', 'd3-dsv']);

/** Ours, and what it aims at beside another parser. */
const OURS = /** @type {{ name: Name, at: string, target: number }[]} */ ([
  { name: 'encours', at: 'one core', target: 0.2 },
  { name: 'together', at: 'all cores', target: 0.12 },
]);

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

  if (ours) {
    const perRow = (ours.memoryBytes / lines).toFixed(0);
    text.push(`peak wasm memory: ${(ours.memoryBytes / 1e6).toFixed(0)} MB, ${perRow} bytes a row`);
  }
  const parsers = JAVASCRIPT.map((name) => summaries.get(name)?.median ?? Infinity);
  const duckdb = summaries.get('duckdb')?.median ?? Infinity;
  for (const { name, at, target } of OURS) {
    const median = summaries.get(name)?.median;
    if (median === undefined) continue;
    for (const [peer, other] of /** @type {const} */ ([
      ['fastest JavaScript parser', Math.min(...parsers)],
      ['DuckDB', duckdb],
    ])) {
      if (Number.isFinite(other)) {
        const aim = `target ${target.toFixed(2)}, ${(other * target).toFixed(0)} ms`;
        text.push(`ours on ${at} / ${peer}: ${(median / other).toFixed(2)} (${aim})`);
      }
    }
    const decoder = summaries.get('decoder');
    if (decoder) {
      text.push(`ours on ${at} / TextDecoder: ${(median / decoder.median).toFixed(2)} (aim 1.0)`);
    }
  }
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
