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
import { formatDaysTerm, formatPercent } from '../text/format';
import { barAxes, barFrame, fontSize, frame, lines, ticksFor, ticksY } from './frame';

/** One month that receivables use up. */
export interface TrailBar {
  label: string;
  sales: number;
  taken: number;
  days: string;
}

/** Months being used up, newest first. */
export function drawTrail(bars: readonly TrailBar[], width: number): Element {
  return plot({
    ...barFrame(
      bars.map((bar) => bar.label),
      width,
      76,
      84,
    ),
    marks: [
      ...barAxes(width),
      barX(bars, { x: 'sales', y: 'label', fill: 'var(--c-rest)', rx: 3 }),
      barX(bars, { x: 'taken', y: 'label', fill: 'var(--c-today)', rx: 3 }),
      ruleX([0], { stroke: 'var(--control)' }),
      text(bars, {
        x: (bar: TrailBar) => Math.max(bar.sales, bar.taken, 0),
        y: 'label',
        text: 'days',
        textAnchor: 'start',
        dx: 8,
        fontWeight: 600,
      }),
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
        fill: (bar: Bar) => (bar.isMain ? 'var(--c-late)' : 'var(--c-term)'),
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
      ruleX([0], { stroke: 'var(--control)' }),
      areaY(points, {
        x: 'days',
        y: 'percent',
        curve: 'step-after',
        fill: 'var(--c-rest)',
        fillOpacity: 0.5,
      }),
      lineY(points, {
        x: 'days',
        y: 'percent',
        curve: 'step-after',
        stroke: 'var(--c-today)',
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
