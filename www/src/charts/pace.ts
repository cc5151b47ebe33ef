import { barY, plot, ruleY } from '@observablehq/plot';
import { formatMonthOfYear } from '../text/format';
import {
  apart,
  bandOf,
  frameOf,
  gridLines,
  labelAt,
  leftLabels,
  leftRoom,
  monthAxis,
  roomFor,
  roundMarks,
  scaleOf,
} from './marks';
import type { Drawing, Space } from './types';

/** What was sold in a month, a day. */
export interface PaceAtMonth {
  month: string;
  sales: number;
  /** Is it one of the months that receivables stand for? */
  isTaken: boolean;
  words: string;
}

/** A level with its name. */
export interface Level {
  value: number;
  label: string;
  name: string;
}

/** Sales a day by month: those that receivables stand for in ink, against the average of all. */
export function drawPace(
  months: readonly PaceAtMonth[],
  average: Level,
  recent: Level,
  chosen: { height: number; tick: (value: number, isTop: boolean) => string },
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const labels = [average, recent];
  const marginRight = roomFor(
    labels.flatMap(({ label, name }) => [label, name]),
    fontSize,
    12,
  );
  const most = Math.max(1, average.value, ...months.map(({ sales }) => sales));
  const lines = roundMarks(most, 3);
  const taken = months.filter(({ isTaken }) => isTaken).map(({ month }) => month);
  const svg = plot({
    ...frameOf(space, chosen.height, marginRight, 1.6),
    x: {
      type: 'band',
      domain: months.map(({ month }) => month),
      padding: 0.3,
      insetLeft: leftRoom(lines, chosen.tick, fontSize),
    },
    y: { domain: [0, most * 1.05], axis: null },
    marks: [
      gridLines(lines),
      barY(months, {
        x: 'month',
        y: 'sales',
        fill: ({ isTaken }: PaceAtMonth) => (isTaken ? 'var(--c-today)' : 'var(--c-rest)'),
      }),
      ruleY([0], { stroke: 'var(--ink)' }),
      ruleY([average.value], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
      leftLabels(lines, chosen.tick, fontSize),
      monthAxis(months, width - marginRight, fontSize, taken.slice(-1), formatMonthOfYear),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  const placed = apart(
    labels.map((level) => ({ ...level, at: y(level.value) })),
    2.6 * fontSize,
  );
  for (const { at, label, name } of placed) {
    const left = width - marginRight + 8;
    svg.append(labelAt(left, at - 0.3 * fontSize, { text: label, weight: 650 }, fontSize));
    svg.append(labelAt(left, at + 0.9 * fontSize, { text: name, color: 'var(--muted)' }, fontSize));
  }
  const spots = months.map(({ month, sales, words }) => ({
    x: x(month) + bandOf(svg) / 2,
    y: y(sales),
    words,
  }));
  return { svg, spots };
}
