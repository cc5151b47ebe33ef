import { areaY, axisX, dot, lineY, plot, ruleX, ruleY } from '@observablehq/plot';
import { formatDaysTerm, formatPercent } from '../text/format';
import {
  frameOf,
  gridLines,
  labelAt,
  labelOver,
  leftLabels,
  marksBetween,
  roomFor,
  scaleOf,
} from './marks';
import type { Drawing, Space } from './types';

/** The share still unpaid so many days after the due date, or before it. */
export interface UnpaidAt {
  days: number;
  percent: number;
  words: string;
}

/** A point of the curve with its name. */
export interface NamedPoint {
  days: number;
  percent: number;
  label: string;
}

/** The share unpaid, from everything to what is left; when it starts to count is a line with its name. */
export function drawUnpaid(
  points: readonly UnpaidAt[],
  named: readonly NamedPoint[],
  chosen: { height: number; start: string },
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const days = points.map((point) => point.days);
  const [first, last] = [Math.min(0, ...days), Math.max(1, ...days)];
  const curve = [{ days: first - 1, percent: 100 }, ...points];
  const marks = [25, 50, 75, 100];
  const insetLeft = 3.4 * fontSize;
  const count = Math.max(2, Math.min(10, Math.floor((width - insetLeft) / (5 * fontSize))));
  const svg = plot({
    ...frameOf(space, chosen.height, fontSize, 2.6),
    x: { domain: [first - 1, last], insetLeft, axis: null },
    y: { domain: [0, 100], axis: null },
    marks: [
      gridLines(marks),
      leftLabels(marks, (value) => formatPercent(value, 0), fontSize),
      axisX(marksBetween(first - 1, last, count), {
        tickFormat: (value: number) => formatDaysTerm(String(value)),
        tickSize: 0,
        label: null,
      }),
      areaY(curve, {
        x: 'days',
        y: 'percent',
        curve: 'step-after',
        fill: 'var(--c-rest)',
        fillOpacity: 0.5,
      }),
      ruleX([0], { stroke: 'var(--ink)', insetTop: -0.6 * fontSize }),
      lineY(curve, {
        x: 'days',
        y: 'percent',
        curve: 'step-after',
        stroke: 'var(--c-today)',
        strokeWidth: 2.5,
      }),
      ruleY([0], { stroke: 'var(--ink)' }),
      dot(named, { x: 'days', y: 'percent', fill: 'var(--c-today)', r: 5 }),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  const start = Math.min(x(0), width - roomFor([chosen.start], fontSize, 0));
  svg.append(
    labelAt(
      start,
      y(100) - 1.3 * fontSize,
      { text: chosen.start, color: 'var(--muted)' },
      fontSize,
    ),
  );
  // The curve only falls: there is nothing above it at the right.
  for (const point of named) {
    const left = Math.min(x(point.days) + 10, width - roomFor([point.label], fontSize, 0));
    const label = { text: point.label, weight: 650 };
    svg.append(labelOver(left, y(point.percent) - 0.7 * fontSize, label, fontSize));
  }
  const spots = points.map((point) => ({
    x: x(point.days),
    y: y(point.percent),
    words: point.words,
  }));
  return { svg, spots };
}
