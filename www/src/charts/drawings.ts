import { barX, dot, lineY, plot, pointerX, ruleX, text, tip } from '@observablehq/plot';
import { formatDaysNumber, formatDaysTerm } from '../text/format';
import { barAxes, barFrame, colors, fontSize, frame, lines, monthAxes } from './frame';

export * from './analysis';
export * from './scenario';
export * from './cumulative';
export * from './lateness';
export * from './pace';
export * from './situation';
export * from './workbench';

// Everything that needs the drawing library is behind this one module, which is loaded when the first chart shows.

/** One month that receivables use up. */
export interface TrailBar {
  label: string;
  sales: number;
  taken: number;
  days: string;
}

/** Two values at a month-end, the second being the one to look at; `null` leaves a gap. */
export interface TwoAtMonth {
  month: string;
  reference: number | null;
  main: number | null;
  /** Both in words, shown under the pointer. */
  words: string;
}

const { reference, main } = colors;

/** Months being used up, newest first. */
export function drawTrail(bars: readonly TrailBar[], width: number): Element {
  return plot({
    ...barFrame(
      bars.map((bar) => bar.label),
      width,
      76,
      84,
    ),
    marks: [
      ...barAxes(width),
      barX(bars, { x: 'sales', y: 'label', fill: 'var(--c-rest)', rx: 3 }),
      barX(bars, { x: 'taken', y: 'label', fill: main, rx: 3 }),
      ruleX([0], { stroke: 'var(--control)' }),
      text(bars, {
        x: (bar: TrailBar) => Math.max(bar.sales, bar.taken, 0),
        y: 'label',
        text: 'days',
        textAnchor: 'start',
        dx: 8,
        fontWeight: 600,
      }),
    ],
  });
}

/** Both DSO at every month-end. */
export function drawDays(months: readonly TwoAtMonth[], width: number): Element {
  return plot({
    ...frame(width),
    x: { type: 'point', domain: months.map(({ month }) => month) },
    y: { zero: true, nice: true },
    marks: [
      lines(),
      ...monthAxes(months, width, (value) => formatDaysTerm(String(value))),
      lineY(months, { x: 'month', y: 'reference', stroke: reference, strokeWidth: 2 }),
      lineY(months, { x: 'month', y: 'main', stroke: main, strokeWidth: 3 }),
      ...ends(months, (value) => formatDaysNumber(String(value))),
      under(months),
    ],
  });
}

/** The last value of each line, in figures, the higher one above. */
function ends(months: readonly TwoAtMonth[], formatValue: (value: number) => string) {
  const last = months.at(-1);
  if (last === undefined) return [];
  const { main: after, reference: before } = last;
  const isOneLabel =
    after !== null && before !== null && formatValue(after) === formatValue(before);
  const isMainHigher = (after ?? 0) >= (before ?? 0);
  return [
    { value: isOneLabel ? null : before, color: reference, isHigher: !isMainHigher },
    { value: after, color: main, isHigher: isMainHigher },
  ].flatMap(({ value, color, isHigher }) =>
    value === null
      ? []
      : [
          dot([last.month], { x: [last.month], y: [value], fill: color, r: 4 }),
          text([last.month], {
            x: [last.month],
            y: [value],
            text: [formatValue(value)],
            textAnchor: 'start',
            fill: color,
            fontWeight: 600,
            dx: 9,
            dy: isHigher ? -5 : 7,
          }),
        ],
  );
}

function under(months: readonly TwoAtMonth[]) {
  return tip(
    months,
    pointerX({
      x: 'month',
      y: (point: TwoAtMonth) => point.main ?? point.reference,
      title: 'words',
      fontSize,
      stroke: 'var(--hair)',
    }),
  );
}
