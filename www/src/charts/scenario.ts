import {
  areaY,
  axisX,
  axisY,
  barX,
  lineY,
  plot,
  pointerX,
  ruleX,
  ruleY,
  text,
  tip,
} from '@observablehq/plot';
import { formatCompact } from '../text/format';
import { barAxes, barFrame, fontSize, frame, lines, ticksY } from './frame';

/** Names on the side of a chart get a part of its width, and are cut where that is not enough. */
function sideOf(labels: readonly string[], width: number) {
  const longest = Math.max(...labels.map((label) => label.length));
  const margin = Math.round(Math.min(longest * 7.2 + 16, width * 0.34));
  const most = Math.floor((margin - 12) / 7);
  const cut = (label: string) => (label.length > most ? `${label.slice(0, most - 1)}…` : label);
  return { margin, cut };
}

/** Without anything to show, zero stays on the left. */
const amountsOf = (values: readonly number[]) =>
  values.every((value) => value === 0) ? { domain: [0, 1] } : { nice: true };

/** A step of a waterfall: what it adds to those before it, or the sum of all. */
export interface Step {
  label: string;
  from: number;
  to: number;
  words: string;
  isTotal: boolean;
}

/** Steps from top to bottom, each starting where the one before ends. */
export function drawWaterfall(steps: readonly Step[], width: number): Element {
  const labels = steps.map(({ label }) => label);
  const { margin, cut } = sideOf(labels, width);
  const right = (step: Step) => Math.max(step.from, step.to);
  return plot({
    ...barFrame(labels, width, margin, 92),
    x: amountsOf(steps.flatMap(({ from, to }) => [from, to])),
    marks: [
      ...barAxes(width).slice(0, 2),
      axisY({ tickSize: 0, label: null, tickFormat: cut }),
      barX(steps, {
        x1: 'from',
        x2: 'to',
        y: 'label',
        fill: (step: Step) =>
          step.isTotal ? 'var(--c-today)' : step.to < step.from ? 'var(--c-rest)' : 'var(--c-plan)',
        rx: 3,
      }),
      ruleX([0], { stroke: 'var(--control)' }),
      text(steps, {
        x: right,
        y: 'label',
        text: 'words',
        textAnchor: 'start',
        dx: 8,
        fontWeight: 600,
      }),
    ],
  });
}

/** Cash released by the end of a period; `low` and `high` where the scenario has ranges. */
export interface ReleasedAt {
  date: Date;
  released: number;
  low: number | null;
  high: number | null;
  words: string;
}

/** Cash released over time, on its way to the full effect. */
export function drawReleased(
  periods: readonly ReleasedAt[],
  fullEffect: number,
  fullWords: string,
  formatDay: (date: Date) => string,
  width: number,
): Element {
  const band = periods.filter(({ low, high }) => low !== null && high !== null);
  const every = Math.ceil(periods.length / Math.max(2, Math.floor(width / 110)));
  const ticks = periods.filter((_, index) => (periods.length - 1 - index) % every === 0);
  return plot({
    ...frame(width),
    marginRight: 40,
    marginTop: 24,
    x: { type: 'utc' },
    y: { zero: true, nice: true },
    marks: [
      lines(),
      axisX({
        ticks: ticks.map(({ date }) => date),
        tickFormat: formatDay,
        tickSize: 0,
        label: null,
      }),
      axisY({ ticks: ticksY, tickFormat: formatCompact, tickSize: 0, label: null }),
      areaY(band, { x: 'date', y1: 'low', y2: 'high', fill: 'var(--accent-soft)' }),
      ruleY([0], { stroke: 'var(--control)' }),
      ruleY([fullEffect], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
      lineY(periods, { x: 'date', y: 'released', stroke: 'var(--c-plan)', strokeWidth: 3 }),
      text([fullWords], {
        x: [periods[0]?.date ?? new Date(0)],
        y: [fullEffect],
        text: [fullWords],
        textAnchor: 'start',
        fill: 'var(--muted)',
        stroke: 'var(--surface)',
        strokeWidth: 4,
        fontWeight: 600,
        dy: -9,
      }),
      tip(
        periods,
        pointerX({ x: 'date', y: 'released', title: 'words', fontSize, stroke: 'var(--hair)' }),
      ),
    ],
  });
}

/** What a setting does at both ends of its range. */
export interface SwingBar {
  label: string;
  atLow: number;
  atHigh: number;
}

/** Settings from the one that weighs most down, around what the likely values give. */
export function drawTornado(swings: readonly SwingBar[], likely: number, width: number): Element {
  const labels = swings.map(({ label }) => label);
  const { margin, cut } = sideOf(labels, width);
  return plot({
    ...barFrame(labels, width, margin, 24),
    x: { nice: true, zero: false },
    marks: [
      ...barAxes(width).slice(0, 2),
      axisY({ tickSize: 0, label: null, tickFormat: cut }),
      barX(swings, { x1: () => likely, x2: 'atLow', y: 'label', fill: 'var(--c-rest)', rx: 3 }),
      barX(swings, { x1: () => likely, x2: 'atHigh', y: 'label', fill: 'var(--c-plan)', rx: 3 }),
      ruleX([likely], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
    ],
  });
}
