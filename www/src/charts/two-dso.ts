import { dot, lineY, plot, ruleY } from '@observablehq/plot';
import { formatMonthOfYear } from '../text/format';
import {
  daysLabels,
  frameOf,
  gridLines,
  labelsAt,
  monthAxis,
  roomFor,
  roundMarks,
  scaleOf,
} from './marks';
import type { Drawing, Space } from './types';

/** Both DSO at a month-end; `null` leaves a gap. */
export interface BothAtMonth {
  month: string;
  rollBack: number | null;
  accounting: number | null;
  words: string;
}

/** What the ends of the two lines are called. */
export interface BothNames {
  rollBack: string;
  accounting: string;
}

/** The DSO by roll-back in ink, that of the accounts beside it in grey. */
export function drawBothDso(
  months: readonly BothAtMonth[],
  names: BothNames,
  chosen: { height: number; unit: string },
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const values = months.flatMap(({ rollBack, accounting }) => [rollBack ?? 0, accounting ?? 0]);
  const most = Math.max(1, ...values);
  const marks = roundMarks(most, 5);
  const marginRight = roomFor([names.rollBack, names.accounting], fontSize, 18);
  const last = months.at(-1);
  const svg = plot({
    ...frameOf(space, chosen.height, marginRight),
    x: { type: 'point', domain: months.map(({ month }) => month), insetLeft: 3 * fontSize },
    y: { domain: [0, most], axis: null },
    marks: [
      gridLines(marks),
      daysLabels(marks, chosen.unit, fontSize),
      monthAxis(months, width - marginRight, fontSize, last ? [last.month] : [], formatMonthOfYear),
      ruleY([0], { stroke: 'var(--ink)' }),
      lineY(months, { x: 'month', y: 'accounting', stroke: 'var(--control)', strokeWidth: 2.25 }),
      lineY(months, { x: 'month', y: 'rollBack', stroke: 'var(--c-today)', strokeWidth: 2.75 }),
      dot(last ? [last] : [], { x: 'month', y: 'accounting', fill: 'var(--control)', r: 4 }),
      dot(last ? [last] : [], { x: 'month', y: 'rollBack', fill: 'var(--c-today)', r: 5 }),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  const ends = [
    { value: last?.rollBack ?? null, text: names.rollBack, weight: 650, color: 'var(--ink)' },
    { value: last?.accounting ?? null, text: names.accounting, weight: 400, color: 'var(--muted)' },
  ].flatMap(({ value, ...words }) => (value === null ? [] : [{ ...words, at: y(value) }]));
  labelsAt(svg, width - marginRight + 12, ends, fontSize);
  const spots = months.map(({ month, rollBack, accounting, words }) => ({
    x: x(month),
    y: y(Math.max(rollBack ?? 0, accounting ?? 0)),
    words,
  }));
  return { svg, spots };
}
