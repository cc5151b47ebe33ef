import { areaY, dot, lineY, plot, ruleY } from '@observablehq/plot';
import {
  dateAxis,
  frameOf,
  gridLines,
  labelAt,
  leftLabels,
  marksBetween,
  roomFor,
  scaleOf,
} from './marks';
import type { AmountCurve, Drawing, Space } from './types';

/** Cash released by the end of a period; `low` and `high` where the scenario has ranges. */
export interface ReleasedAt {
  date: Date;
  released: number;
  low: number | null;
  high: number | null;
  words: string;
}

/** Cash released over time with its band, and the full effect that it is on its way to. */
export function drawReleased(
  periods: readonly ReleasedAt[],
  full: { value: number; label: string; name: string },
  chosen: AmountCurve,
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const values = [
    ...periods.flatMap(({ released, low, high }) => [released, low ?? 0, high ?? 0]),
    full.value,
  ];
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const top = most > least ? most : 1;
  const lines = marksBetween(least, top, 4);
  const band = periods.filter(({ low, high }) => low !== null && high !== null);
  const last = periods.at(-1);
  const marginRight = roomFor([chosen.end, full.label, full.name], fontSize, 16);
  const insetLeft = 4.2 * fontSize;
  const svg = plot({
    ...frameOf(space, chosen.height, marginRight),
    x: { type: 'utc', insetLeft },
    y: { domain: [least, top], axis: null },
    marks: [
      gridLines(lines),
      leftLabels(
        lines.filter((value) => value !== 0),
        chosen.tick,
        fontSize,
      ),
      dateAxis(
        periods.map(({ date }) => date),
        width - marginRight - insetLeft,
        fontSize,
        chosen.formatDay,
      ),
      areaY(band, { x: 'date', y1: 'low', y2: 'high', fill: 'var(--c-plan-soft)' }),
      ruleY([0], { stroke: 'var(--ink)' }),
      ruleY([full.value], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
      lineY(periods, { x: 'date', y: 'released', stroke: 'var(--c-plan)', strokeWidth: 3 }),
      dot(last ? [last] : [], { x: 'date', y: 'released', fill: 'var(--c-plan)', r: 5 }),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  const left = width - marginRight + 10;
  const at = y(full.value);
  const name = { text: full.name, color: 'var(--muted)' };
  svg.append(labelAt(left, at - 0.3 * fontSize, { text: full.label, weight: 650 }, fontSize));
  svg.append(labelAt(left, at + 0.95 * fontSize, name, fontSize));
  if (last !== undefined) {
    const end = { text: chosen.end, color: 'var(--accent)', weight: 650 };
    // Clear of both lines of the full effect, on its own side of them.
    const own = y(last.released);
    const clear =
      last.released >= full.value
        ? Math.min(own, at - 1.55 * fontSize)
        : Math.max(own, at + 2.2 * fontSize);
    svg.append(labelAt(left, clear, end, fontSize));
  }
  const spots = periods.map(({ date, released, words }) => ({ x: x(date), y: y(released), words }));
  return { svg, spots };
}
