import { barX, link, plot, ruleX } from '@observablehq/plot';
import { labelAt, scaleOf } from './marks';
import { rowsOf } from './rows';
import type { Drawing, Space } from './types';

/** A step of a waterfall: what it adds to those before it, or the sum of all. */
export interface Step {
  name: string;
  from: number;
  to: number;
  change: string;
  isTotal: boolean;
  words: string;
  /** Its colour, where it is not that of what a scenario changes. */
  fill?: string;
}

const fillOf = ({ fill = 'var(--c-plan)' }: Step): string => fill;

/** Steps from top to bottom, each starting where the one before ends; hollow where one takes away. */
export function drawWaterfall(
  steps: readonly Step[],
  tick: (value: number, isLast: boolean) => string,
  space: Space,
): Drawing {
  const endOf = ({ from, to }: Step) => Math.max(from, to);
  const values = steps.flatMap(({ from, to }) => [from, to]);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rows = rowsOf(
    steps.map((step) => ({ name: step.name, end: endOf(step), words: step.change })),
    // Without anything to show, zero stays on the left.
    { least, most: most > least ? most : 1, tick },
    space,
  );
  const isLess = ({ from, to }: Step) => to < from;
  const [filled, hollow] = [steps.filter((step) => !isLess(step)), steps.filter(isLess)];
  const svg = plot({
    ...rows.frame,
    marks: [
      ...rows.axes,
      link(
        steps.slice(1).map(({ name }, index) => ({
          above: steps[index]?.name,
          name,
          at: steps[index]?.to,
        })),
        { x1: 'at', x2: 'at', y1: 'above', y2: 'name', stroke: 'var(--control)' },
      ),
      barX(filled, { x1: 'from', x2: 'to', y: 'name', fill: fillOf, ...rows.inset }),
      barX(hollow, {
        x1: 'from',
        x2: 'to',
        y: 'name',
        fill: 'var(--surface)',
        stroke: fillOf,
        strokeWidth: 1.5,
        ...rows.inset,
      }),
      ruleX([0], { stroke: 'var(--ink)' }),
    ],
  });
  rows.writeNames(svg, (index) => (steps[index]?.isTotal === true ? 650 : 400));
  for (const step of steps) {
    const at = scaleOf(svg, 'x')(endOf(step)) + 8;
    const label = { text: step.change, weight: 650 };
    svg.append(labelAt(at, rows.middle(svg, step.name), label, space.fontSize));
  }
  const spots = steps.map((step) => rows.spot(svg, step.name, endOf(step), step.words));
  return { svg, spots };
}
