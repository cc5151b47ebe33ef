import { areaY, dot, lineY, plot, ruleY } from '@observablehq/plot';
import {
  dateAxis,
  frameOf,
  gridLines,
  labelAt,
  leftLabels,
  roomFor,
  roundMarks,
  scaleOf,
} from './marks';
import type { AmountCurve, Drawing, Space } from './types';

/** What has come in by a day, with the range it lies in eight times of ten. */
export interface ComeIn {
  date: Date;
  amount: number;
  low: number;
  high: number;
  words: string;
}

/** Cash that is expected, added up, with its band and what is owed in all. */
export function drawComeIn(
  periods: readonly ComeIn[],
  all: { value: number; label: string },
  chosen: AmountCurve,
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const most = Math.max(1, all.value, ...periods.map(({ high }) => high));
  const lines = roundMarks(most, 4);
  const marginRight = roomFor([all.label, chosen.end], fontSize, 16);
  const insetLeft = 3.8 * fontSize;
  const svg = plot({
    ...frameOf(space, chosen.height, marginRight),
    x: { type: 'utc', insetLeft },
    y: { domain: [0, most], axis: null },
    marks: [
      gridLines(lines),
      leftLabels(lines, chosen.tick, fontSize),
      ruleY([0], { stroke: 'var(--ink)' }),
      ruleY([all.value], { stroke: 'var(--c-rest)', strokeWidth: 1.5 }),
      dateAxis(
        periods.map(({ date }) => date),
        width - marginRight - insetLeft,
        fontSize,
        chosen.formatDay,
      ),
      areaY(periods, { x: 'date', y1: 'low', y2: 'high', fill: 'var(--c-rest)', fillOpacity: 0.5 }),
      lineY(periods, { x: 'date', y: 'amount', stroke: 'var(--c-today)', strokeWidth: 2.5 }),
      dot(periods.slice(-1), { x: 'date', y: 'amount', fill: 'var(--c-today)', r: 5 }),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  const last = periods.at(-1);
  const left = width - marginRight + 10;
  const gap = last === undefined ? 0 : y(last.amount) - y(all.value);
  svg.append(
    labelAt(
      left,
      y(all.value) - (gap < 1.3 * fontSize ? 0.6 * fontSize : 0),
      { text: all.label, color: 'var(--muted)' },
      fontSize,
    ),
  );
  if (last !== undefined)
    svg.append(
      labelAt(
        left,
        y(last.amount) + (gap < 1.3 * fontSize ? 0.7 * fontSize : 0),
        { text: chosen.end, weight: 650 },
        fontSize,
      ),
    );
  const spots = periods.map(({ date, amount, words }) => ({ x: x(date), y: y(amount), words }));
  return { svg, spots };
}
