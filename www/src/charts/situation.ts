import { barY, plot, ruleY, text } from '@observablehq/plot';
import { formatDaysNumber, formatMonthOfYear } from '../text/format';
import {
  bandOf,
  daysLabel,
  daysLabels,
  frameOf,
  gridLines,
  labelsAt,
  leftRoom,
  monthAxis,
  roomFor,
  roundMarks,
  scaleOf,
  targetLine,
  type Target,
} from './marks';
import type { Drawing, Space } from './types';

/** A DSO at a month-end; in its parts where they are known, from the one at the bottom. */
export interface DaysAtMonth {
  month: string;
  parts: readonly number[];
  /** In words, for who looks at it. */
  words: string;
}

/** A part of all columns: what it is called at the last of them, and its colours. */
export interface PartLook {
  label: string;
  fill: string;
  color: string;
}

/** What a chart of columns is drawn with. */
export interface ColumnsChoice {
  /** The months in full colour. */
  compared: readonly string[];
  target: Target | null;
  /** What the unit is called, on the uppermost line. */
  unit: string;
  height: number;
}

/**
 * The DSO at each month-end in columns of its parts. The two months that are compared are in full colour with their
 * sums above them, the others paler; what is aimed at is dashed.
 */
export function drawDaysInParts(
  months: readonly DaysAtMonth[],
  look: readonly PartLook[],
  { compared, target, unit, height }: ColumnsChoice,
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const last = months.at(-1);
  const labels = last === undefined ? [] : labelsOf(last, look, target);
  const words = labels.map((label) => label.text);
  const marginRight = words.length === 0 ? 0 : roomFor(words, fontSize, 12);
  const most = Math.max(1, target?.days ?? 0, ...months.map(sumOf));
  const lines = roundMarks(most, 5);
  const isCompared = (month: string) => compared.includes(month);
  const svg = plot({
    ...frameOf(space, height, marginRight, 2),
    x: {
      type: 'band',
      domain: months.map(({ month }) => month),
      padding: 0.32,
      insetLeft: leftRoom(lines, daysLabel(unit), fontSize),
    },
    y: { domain: [0, most], axis: null },
    marks: [
      gridLines(lines),
      barY(months.flatMap(columnsOf), {
        x: 'month',
        y1: 'low',
        y2: 'high',
        fill: ({ month, part }: Column) => shade(look[part]?.fill ?? '', isCompared(month)),
        insetBottom: 1,
      }),
      ruleY([0], { stroke: 'var(--ink)' }),
      daysLabels(lines, unit, fontSize),
      monthAxis(months, width - marginRight, fontSize, compared, formatMonthOfYear),
      targetLine(target),
      text(
        months.filter(({ month }) => isCompared(month)),
        {
          x: 'month',
          y: sumOf,
          text: (month: DaysAtMonth) => formatDaysNumber(String(sumOf(month))),
          dy: -0.75 * fontSize,
          fontSize: fontSize + 1,
          fontWeight: 650,
          fill: 'var(--ink)',
          stroke: 'var(--surface)',
          strokeWidth: 4,
        },
      ),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  const placed = labels.map((label) => ({ ...label, at: y(label.days) }));
  labelsAt(svg, width - marginRight + 8, placed, fontSize);
  const spots = months.map((month) => ({
    x: x(month.month) + bandOf(svg) / 2,
    y: y(sumOf(month)),
    words: month.words,
  }));
  return { svg, spots };
}

interface Column {
  month: string;
  part: number;
  low: number;
  high: number;
}

/** Context is paler; not see-through, or the lines behind would show. */
const shade = (fill: string, isFull: boolean): string =>
  isFull ? fill : `color-mix(in srgb, ${fill} 58%, var(--surface))`;

const sumOf = ({ parts }: DaysAtMonth): number => parts.reduce((sum, part) => sum + part, 0);

function columnsOf({ month, parts }: DaysAtMonth): Column[] {
  let low = 0;
  return parts.map((days, part) => {
    const column = { month, part, low, high: low + days };
    low += days;
    return column;
  });
}

/** What each part of the last column is called, at its middle; what is aimed at, at its line. */
function labelsOf(last: DaysAtMonth, look: readonly PartLook[], target: Target | null) {
  const parts = columnsOf(last).flatMap(({ part, low, high }) => {
    const { label = '', color } = look[part] ?? {};
    const days = (low + high) / 2;
    return high > low && label !== '' ? [{ text: label, days, color, weight: 650 }] : [];
  });
  const aim =
    target === null ? [] : [{ text: target.label, days: target.days, color: 'var(--muted)' }];
  return [...parts, ...aim];
}
