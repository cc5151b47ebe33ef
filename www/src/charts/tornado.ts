import { barX, plot, ruleX } from '@observablehq/plot';
import { labelAt, scaleOf } from './marks';
import { rowsOf } from './rows';
import type { Drawing, Space } from './types';
import { widthOf } from './words';

/** An end of the range of a setting: what it is set to there, and what that gives. */
export interface RangeEnd {
  value: number;
  label: string;
}

/** What a setting does at both ends of its range. */
export interface Swing {
  name: string;
  low: RangeEnd;
  high: RangeEnd;
  words: string;
}

/** Settings from the one that weighs most down, around what the scenario gives: pale at their lowest, full at their highest. */
export function drawTornado(
  swings: readonly Swing[],
  scenario: RangeEnd,
  tick: (value: number, isLast: boolean) => string,
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const ends = swings.map((swing) => endsOf(swing, scenario.value));
  const values = [scenario.value, ...ends.flatMap(({ left, right }) => [left.value, right.value])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const rows = rowsOf(
    ends.map(({ name, right }) => ({ name, end: right.value, words: right.label })),
    {
      least,
      most: most > least ? most : least + 1,
      tick,
      leftWords: ends.map(({ left }) => left.label),
      linesAbove: 1.8,
    },
    space,
  );
  const svg = plot({
    ...rows.frame,
    marks: [
      ...rows.axes,
      barX(swings, {
        x1: () => scenario.value,
        x2: ({ low }: Swing) => low.value,
        y: 'name',
        fill: 'var(--c-plan-soft)',
        stroke: 'var(--c-plan)',
        strokeWidth: 1.5,
        ...rows.inset,
      }),
      barX(swings, {
        x1: () => scenario.value,
        x2: ({ high }: Swing) => high.value,
        y: 'name',
        fill: 'var(--c-plan)',
        stroke: 'var(--c-plan)',
        strokeWidth: 1.5,
        ...rows.inset,
      }),
      ruleX([scenario.value], { stroke: 'var(--ink)', strokeWidth: 1.5, insetTop: -4 }),
    ],
  });
  rows.writeNames(svg);
  const x = scaleOf(svg, 'x');
  for (const { name, left, right } of ends) {
    const y = rows.middle(svg, name);
    const before = labelAt(x(left.value) - 6, y, { text: left.label }, fontSize);
    before.setAttribute('text-anchor', 'end');
    svg.append(before, labelAt(x(right.value) + 6, y, { text: right.label }, fontSize));
  }
  const half = widthOf(scenario.label, fontSize) / 2;
  const at = Math.max(half, Math.min(x(scenario.value), width - half));
  const label = { text: scenario.label, weight: 650 };
  const above = labelAt(at, 0.7 * fontSize, label, fontSize);
  above.setAttribute('text-anchor', 'middle');
  svg.append(above);
  const spots = ends.map(({ name, right, words }) => rows.spot(svg, name, right.value, words));
  return { svg, spots };
}

/** What stands at both sides of a bar. Where both ends lie on one side of the scenario, the nearer stands on the other. */
function endsOf({ name, low, high, words }: Swing, scenario: number) {
  const [left, right] = low.value <= high.value ? [low, high] : [high, low];
  return {
    name,
    words,
    left: { ...left, value: Math.min(left.value, scenario) },
    right: { ...right, value: Math.max(right.value, scenario) },
  };
}
