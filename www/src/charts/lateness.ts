import { dot, link, plot, ruleY, utcInterval } from '@observablehq/plot';
import {
  dateAxis,
  daysLabels,
  frameOf,
  gridLines,
  labelOver,
  roomFor,
  roundMarks,
  scaleOf,
} from './marks';
import type { Drawing, Space } from './types';

/** An invoice by the day it was paid, or is looked at, and how late that was. */
export interface LatePoint {
  date: Date;
  days: number;
  amount: number;
  isOpen: boolean;
  words: string;
}

/** A mean over a span of time. */
export interface LateLevel {
  from: Date;
  to: Date;
  days: number;
  label: string;
}

/** One point an invoice, larger for larger ones; those still owed are rings. Means are lines with their names. */
export function drawLateness(
  points: readonly LatePoint[],
  levels: readonly LateLevel[],
  chosen: {
    height: number;
    unit: string;
    formatMonth: (date: string, hasYear: boolean) => string;
  },
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const most = Math.max(10, ...points.map(({ days }) => days));
  const least = Math.min(0, ...points.map(({ days }) => days));
  const lines = [0, ...roundMarks(most, 3)];
  const marginRight = roomFor(
    levels.map(({ label }) => label),
    fontSize,
    12,
  );
  const times = points.map(({ date }) => date.getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const insetLeft = 3.2 * fontSize;
  const svg = plot({
    ...frameOf(space, chosen.height, marginRight, 1.6),
    x: { type: 'utc', insetLeft, insetRight: 10 },
    y: { domain: [least, most], axis: null, insetTop: 8, insetBottom: 8 },
    r: { range: [3, 9], domain: [0, Math.max(1, ...points.map(({ amount }) => amount))] },
    marks: [
      gridLines(lines),
      ruleY([0], { stroke: 'var(--ink)' }),
      daysLabels(lines.slice(1), chosen.unit, fontSize),
      dateAxis(
        utcInterval('month').range(new Date(first), new Date(last)),
        width - marginRight - insetLeft,
        fontSize,
        chosen.formatMonth,
      ),
      link(levels, {
        x1: 'from',
        x2: 'to',
        y1: 'days',
        y2: 'days',
        stroke: 'var(--c-late)',
        strokeWidth: 2.5,
      }),
      dot(
        points.filter(({ isOpen }) => !isOpen),
        { x: 'date', y: 'days', r: 'amount', fill: 'var(--c-late)', fillOpacity: 0.85 },
      ),
      dot(
        points.filter(({ isOpen }) => isOpen),
        {
          x: 'date',
          y: 'days',
          r: 'amount',
          fill: 'var(--surface)',
          stroke: 'var(--c-late)',
          strokeWidth: 2,
        },
      ),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  for (const [index, { from, to, days, label }] of levels.entries()) {
    const isLast = index === levels.length - 1;
    const at = isLast ? width - marginRight + 8 : (x(from) + x(to)) / 2;
    const words = { text: label, color: 'var(--t-late)', weight: 650 };
    const element = labelOver(at, y(days) - (isLast ? 0 : 0.8 * fontSize), words, fontSize);
    if (!isLast) element.setAttribute('text-anchor', 'middle');
    svg.append(element);
  }
  const spots = points
    .map(({ date, days, words }) => ({ x: x(date), y: y(days), words }))
    .sort((a, b) => a.x - b.x);
  return { svg, spots };
}
