import { barX, plot, ruleX } from '@observablehq/plot';
import { labelAt, scaleOf } from './marks';
import { rowsOf } from './rows';
import type { Drawing, Space } from './types';

/** What is owed at an age, with its share. */
export interface AgeRow {
  name: string;
  amount: number;
  share: string;
  isOverdue: boolean;
  words: string;
}

/** Receivables by age, from what is not due to the oldest. */
export function drawAges(
  ages: readonly AgeRow[],
  tick: (value: number, isLast: boolean) => string,
  space: Space,
): Drawing {
  const amounts = ages.map(({ amount }) => amount);
  const ends = ages.map(({ name, amount, share }) => ({
    name,
    end: Math.max(amount, 0),
    words: share,
  }));
  const [least, most] = [Math.min(0, ...amounts), Math.max(1, ...amounts)];
  const rows = rowsOf(ends, { least, most, tick }, space);
  const svg = plot({
    ...rows.frame,
    marks: [
      ...rows.axes,
      barX(ages, {
        x: 'amount',
        y: 'name',
        fill: ({ isOverdue }: AgeRow) => (isOverdue ? 'var(--c-late)' : 'var(--c-term)'),
        ...rows.inset,
      }),
      ruleX([0], { stroke: 'var(--ink)' }),
    ],
  });
  rows.writeNames(svg);
  for (const { name, end, words } of ends) {
    const at = scaleOf(svg, 'x')(end) + 8;
    const label = { text: words, weight: 650 };
    svg.append(labelAt(at, rows.middle(svg, name), label, space.fontSize));
  }
  const spots = ages.map(({ name, amount, words }) => rows.spot(svg, name, amount, words));
  return { svg, spots };
}
