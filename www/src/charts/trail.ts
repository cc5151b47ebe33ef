import { barX, plot, ruleX } from '@observablehq/plot';
import { labelAt, scaleOf } from './marks';
import { rowsOf } from './rows';
import type { Drawing, Space } from './types';
import { widthOf } from './words';

/** A month that receivables use up. */
export interface TrailMonth {
  name: string;
  sales: number;
  taken: number;
  /** What it adds to the DSO. */
  days: string;
  /** How much of it is used up, where it is not all of it. */
  part: string;
  words: string;
}

/** Months being used up, newest first: in ink what receivables take of the sales of each. */
export function drawTrail(
  months: readonly TrailMonth[],
  tick: (value: number, isLast: boolean) => string,
  space: Space,
): Drawing {
  const { fontSize } = space;
  const endOf = ({ sales, taken }: TrailMonth) => Math.max(sales, taken, 0);
  const ends = months.map((month) => ({
    name: month.name,
    end: endOf(month),
    words: [month.days, month.part].filter(Boolean).join('  '),
  }));
  const least = Math.min(0, ...months.map(({ sales }) => sales));
  const most = Math.max(1, ...months.map(endOf));
  const rows = rowsOf(ends, { least, most, tick }, space);
  const svg = plot({
    ...rows.frame,
    marks: [
      ...rows.axes,
      barX(months, { x: 'sales', y: 'name', fill: 'var(--c-rest)', ...rows.inset }),
      barX(months, { x: 'taken', y: 'name', fill: 'var(--c-today)', ...rows.inset }),
      ruleX([0], { stroke: 'var(--ink)' }),
    ],
  });
  rows.writeNames(svg);
  const x = scaleOf(svg, 'x');
  for (const month of months) {
    const [left, y] = [x(endOf(month)) + 8, rows.middle(svg, month.name)];
    const after = left + widthOf(`${month.days}  `, fontSize);
    svg.append(labelAt(left, y, { text: month.days, weight: 650 }, fontSize));
    svg.append(labelAt(after, y, { text: month.part, color: 'var(--muted)' }, fontSize));
  }
  const spots = months.map((month) => rows.spot(svg, month.name, endOf(month), month.words));
  return { svg, spots };
}
