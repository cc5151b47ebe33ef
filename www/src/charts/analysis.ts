import {
  areaY,
  axisX,
  axisY,
  barX,
  barY,
  lineY,
  plot,
  pointerX,
  ruleX,
  ruleY,
  text,
  tip,
} from '@observablehq/plot';
import { formatCompact, formatDaysTerm, formatPercent } from '../text/format';
import {
  barAxes,
  barFrame,
  colors,
  fontSize,
  frame,
  lines,
  monthAxes,
  ticksFor,
  ticksY,
} from './frame';

/** The parts of the DSO at a month-end, in days. */
export interface SplitAtMonth {
  month: string;
  term: number;
  late: number;
  disputed: number;
  /** All of it in words, shown under the pointer. */
  words: string;
}

/** One part on top of the other, month by month. */
export function drawSplit(months: readonly SplitAtMonth[], width: number): Element {
  const parts = [
    { fill: colors.bar, from: () => 0, to: (at: SplitAtMonth) => at.term },
    {
      fill: colors.late,
      from: (at: SplitAtMonth) => at.term,
      to: (at: SplitAtMonth) => at.term + at.late,
    },
    {
      fill: colors.disputed,
      from: (at: SplitAtMonth) => at.term + at.late,
      to: (at: SplitAtMonth) => at.term + at.late + at.disputed,
    },
  ];
  return plot({
    ...frame(width),
    x: { type: 'point', domain: months.map(({ month }) => month), padding: 0 },
    y: { zero: true, nice: true },
    marks: [
      lines(),
      ...parts.map(({ fill, from, to }) =>
        areaY(months, { x: 'month', y1: from, y2: to, fill, fillOpacity: 0.85 }),
      ),
      ...monthAxes(months, width, (value) => formatDaysTerm(String(value))),
      ruleY([0], { stroke: 'var(--control)' }),
      tip(
        months,
        pointerX({
          x: 'month',
          y: (at: SplitAtMonth) => at.term + at.late + at.disputed,
          title: 'words',
          fontSize,
          stroke: 'var(--hair)',
        }),
      ),
    ],
  });
}

/** A bar with its name and its value in words. */
export interface Bar {
  label: string;
  value: number;
  words: string;
  isMain: boolean;
}

/** Bars from top to bottom. */
export function drawBars(bars: readonly Bar[], width: number): Element {
  return plot({
    ...barFrame(
      bars.map((bar) => bar.label),
      width,
      88,
      96,
    ),
    marks: [
      ...barAxes(width),
      barX(bars, {
        x: 'value',
        y: 'label',
        fill: (bar: Bar) => (bar.isMain ? colors.main : colors.bar),
        rx: 3,
      }),
      ruleX([0], { stroke: 'var(--control)' }),
      text(bars, {
        x: (bar: Bar) => Math.max(bar.value, 0),
        y: 'label',
        text: 'words',
        textAnchor: 'start',
        dx: 8,
        fontWeight: 600,
      }),
    ],
  });
}

/** What is expected in a period, and between which bounds. */
export interface Expected {
  label: string;
  amount: number;
  low: number;
  high: number;
  words: string;
}

/** Expected amounts with their ranges. */
export function drawExpected(periods: readonly Expected[], width: number): Element {
  const every = Math.ceil(periods.length / Math.max(2, Math.floor(width / 80)));
  return plot({
    ...frame(width),
    x: { type: 'band', domain: periods.map(({ label }) => label), padding: 0.3 },
    y: { zero: true, nice: true },
    marks: [
      lines(),
      axisX({
        ticks: periods.filter((_, index) => index % every === 0).map(({ label }) => label),
        tickSize: 0,
        label: null,
      }),
      axisY({ ticks: ticksY, tickFormat: formatCompact, tickSize: 0, label: null }),
      barY(periods, { x: 'label', y: 'amount', fill: colors.main, rx: 2 }),
      ruleX(periods, {
        x: 'label',
        y1: 'low',
        y2: 'high',
        stroke: 'var(--ink)',
        strokeWidth: 2,
        marker: 'tick-x',
      }),
      ruleY([0], { stroke: 'var(--control)' }),
      tip(
        periods,
        pointerX({ x: 'label', y: 'high', title: 'words', fontSize, stroke: 'var(--hair)' }),
      ),
    ],
  });
}

/** The share still unpaid some days after the due date. */
export interface UnpaidAt {
  days: number;
  percent: number;
  words: string;
}

/** The share unpaid, from everything to what is left. */
export function drawUnpaid(points: readonly UnpaidAt[], width: number): Element {
  return plot({
    ...frame(width),
    x: { nice: true },
    y: { domain: [0, 100] },
    marks: [
      lines(),
      axisX({
        ticks: ticksFor(width),
        tickFormat: (value: number) => formatDaysTerm(String(value)),
        tickSize: 0,
        label: null,
      }),
      axisY({
        ticks: ticksY,
        tickFormat: (value: number) => formatPercent(value, 0),
        tickSize: 0,
        label: null,
      }),
      ruleX([0], { stroke: 'var(--control)', strokeDasharray: '3 3' }),
      areaY(points, { x: 'days', y: 'percent', curve: 'step-after', fill: 'var(--accent-soft)' }),
      lineY(points, {
        x: 'days',
        y: 'percent',
        curve: 'step-after',
        stroke: colors.main,
        strokeWidth: 3,
      }),
      ruleY([0], { stroke: 'var(--control)' }),
      tip(
        points,
        pointerX({ x: 'days', y: 'percent', title: 'words', fontSize, stroke: 'var(--hair)' }),
      ),
    ],
  });
}
