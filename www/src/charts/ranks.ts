import { barX, plot, ruleX } from '@observablehq/plot';
import { labelAt, scaleOf } from './marks';
import { rowsOf } from './rows';
import type { Drawing, Space } from './types';

/** One of a ranking: parts of its bar, one after the other, and the words at its end. */
export interface Rank {
  name: string;
  pieces: readonly { color: string; value: number }[];
  label: string;
  words: string;
}

/** Bars from the longest down, each in its parts. */
export function drawRanks(
  ranks: readonly Rank[],
  tick: (value: number, isLast: boolean) => string,
  space: Space,
): Drawing {
  const bars = ranks.map((rank) => ({ ...rank, end: endOf(rank) }));
  const most = Math.max(0, ...bars.map(({ end }) => end));
  const rows = rowsOf(
    bars.map(({ name, end, label }) => ({ name, end, words: label })),
    { least: 0, most: most > 0 ? most : 1, tick },
    space,
  );
  const pieces = bars.flatMap(({ name, pieces }) => {
    let from = 0;
    return pieces
      .filter(({ value }) => value > 0)
      .map(({ color, value }) => ({ name, color, from, to: (from += value) }));
  });
  const svg = plot({
    ...rows.frame,
    marks: [
      ...rows.axes,
      barX(pieces, { x1: 'from', x2: 'to', y: 'name', fill: 'color', ...rows.inset }),
      ruleX([0], { stroke: 'var(--ink)' }),
    ],
  });
  rows.writeNames(svg);
  const x = scaleOf(svg, 'x');
  for (const { name, end, label } of bars)
    svg.append(labelAt(x(end) + 6, rows.middle(svg, name), { text: label }, space.fontSize));
  return { svg, spots: bars.map(({ name, end, words }) => rows.spot(svg, name, end, words)) };
}

const endOf = ({ pieces }: Rank): number =>
  pieces.reduce((sum, { value }) => sum + Math.max(0, value), 0);
