import {
  areaY,
  barY,
  gridX,
  axisX,
  dot,
  lineY,
  plot,
  rectY,
  ruleX,
  ruleY,
} from '@observablehq/plot';
import { formatDaysNumber, formatMonthOfYear } from '../text/format';
import {
  apart,
  bandOf,
  daysLabels,
  frameOf,
  gridLines,
  labelAt,
  labelsAt,
  leftLabels,
  monthAxis,
  roomFor,
  roundMarks,
  scaleOf,
  targetLine,
  type Target,
} from './marks';
import type { Drawing, Space } from './types';
import { widthOf } from './words';

/** The DSO at a month-end, as it was and as it would have been; `null` leaves a gap. */
export interface BeforeAfter {
  month: string;
  before: number | null;
  after: number | null;
  words: string;
}

/** What the ends of the lines are called. */
export interface EndNames {
  before: string;
  after: string;
  /** Between them: what is gained. */
  gain: string;
}

/** Both DSO by month with what lies between them; the axis starts where the lines need it. */
export function drawBeforeAfter(
  months: readonly BeforeAfter[],
  names: EndNames,
  target: Target | null,
  chosen: { height: number; unit: string },
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const values = months.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
  const step = 10;
  const low = Math.max(
    0,
    Math.floor((Math.min(...values, target?.days ?? Infinity) - 3) / step) * step,
  );
  const high = Math.max(low + step, ...values, target?.days ?? 0);
  const marks = Array.from(
    { length: Math.ceil((high - low) / step) + 1 },
    (_, index) => low + step * index,
  );
  const shown = marks.length > 7 ? marks.filter((_, index) => index % 2 === 0) : marks;
  const last = months.at(-1);
  const words = [names.before, names.after, names.gain, target?.label ?? ''];
  const marginRight = roomFor(words, fontSize, 20);
  const both = months.filter(({ before, after }) => before !== null && after !== null);
  const svg = plot({
    ...frameOf(space, chosen.height, marginRight),
    x: { type: 'point', domain: months.map(({ month }) => month), insetLeft: 3 * fontSize },
    y: { domain: [low, Math.max(high, shown.at(-1) ?? high)], axis: null },
    marks: [
      gridLines(shown),
      daysLabels(shown, chosen.unit, fontSize),
      monthAxis(months, width - marginRight, fontSize, last ? [last.month] : [], formatMonthOfYear),
      areaY(both, { x: 'month', y1: 'after', y2: 'before', fill: 'var(--c-plan-soft)' }),
      targetLine(target),
      lineY(months, { x: 'month', y: 'before', stroke: 'var(--c-today)', strokeWidth: 2.25 }),
      lineY(months, { x: 'month', y: 'after', stroke: 'var(--c-plan)', strokeWidth: 3 }),
      dot(last ? [last] : [], { x: 'month', y: 'before', fill: 'var(--c-today)', r: 5 }),
      dot(last ? [last] : [], { x: 'month', y: 'after', fill: 'var(--c-plan)', r: 5 }),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  const labels = endLabels(last, names, target, y, fontSize);
  labelsAt(svg, width - marginRight + 12, labels, fontSize);
  const spots = months.map(({ month, before, after, words: said }) => ({
    x: x(month),
    y: y(Math.max(before ?? low, after ?? low)),
    words: said,
  }));
  return { svg, spots };
}

function endLabels(
  last: BeforeAfter | undefined,
  names: EndNames,
  target: Target | null,
  y: (value: number) => number,
  fontSize: number,
) {
  if (last === undefined) return [];
  const { before, after } = last;
  const isMoved = before !== null && after !== null && Math.abs(before - after) >= 0.05;
  const days = (value: number) => formatDaysNumber(String(value));
  const half = 0.6 * fontSize;
  const today =
    before === null
      ? []
      : [
          { at: y(before) - half, text: names.before, color: 'var(--ink)', weight: 650 },
          { at: y(before) + half, text: days(before), color: 'var(--muted)' },
        ];
  const goal =
    target === null ? [] : [{ at: y(target.days), text: target.label, color: 'var(--muted)' }];
  if (!isMoved) return [...today, ...goal];
  const middle = y((before + after) / 2);
  const gain = [{ at: middle, text: names.gain, color: 'var(--accent)', weight: 650 }];
  const plan = [
    { at: y(after) - half, text: names.after, color: 'var(--accent)', weight: 650 },
    { at: y(after) + half, text: days(after), color: 'var(--accent)' },
  ];
  const stack = before > after ? [...today, ...gain, ...plan] : [...plan, ...gain, ...today];
  // Ends too close for five lines: a line each about their middle, every value under its name.
  const isClose = Math.abs(y(before) - y(after)) < 5 * fontSize;
  const placed = isClose
    ? stack.map((label, index) => ({ ...label, at: middle + (index - 2) * 1.25 * fontSize }))
    : stack;
  return [...placed, ...goal];
}

/** What is freed by the end of a month. */
export interface FreedAtMonth {
  month: string;
  freed: number;
  words: string;
}

/** A level across a chart, with its name and, where there is one, its value. */
export interface NamedLevel {
  value: number;
  name: string;
  words?: string;
}

/** What is freed month by month on its way to the full effect; below half of it, pale. */
export function drawRampUp(
  months: readonly FreedAtMonth[],
  full: NamedLevel,
  half: NamedLevel,
  chosen: { height: number; tick: (value: number) => string },
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const words = [full.name, full.words ?? '', half.name];
  const marginRight = roomFor(words, fontSize, 20);
  const most = Math.max(1, full.value, ...months.map(({ freed }) => freed));
  const least = Math.min(0, ...months.map(({ freed }) => freed));
  const lines = roundMarks(most, 4);
  const svg = plot({
    ...frameOf(space, chosen.height, marginRight),
    x: {
      type: 'band',
      domain: months.map(({ month }) => month),
      padding: 0.3,
      insetLeft: 3.6 * fontSize,
    },
    y: { domain: [least, most], axis: null },
    marks: [
      gridLines(lines),
      leftLabels(lines, chosen.tick, fontSize),
      barY(months, {
        x: 'month',
        y: 'freed',
        fill: ({ freed }: FreedAtMonth) =>
          freed >= half.value ? 'var(--c-plan)' : 'var(--c-rest)',
      }),
      ruleY([0], { stroke: 'var(--ink)' }),
      ruleY([full.value], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
      ruleY([half.value], { stroke: 'var(--ink)', strokeWidth: 1 }),
      monthAxis(months, width - marginRight, fontSize, [], formatMonthOfYear),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  const labels = [
    { at: y(full.value) - 0.3 * fontSize, text: full.words ?? '', weight: 650 },
    { at: y(full.value) + 0.95 * fontSize, text: full.name, color: 'var(--muted)' },
    { at: y(half.value), text: half.name, color: 'var(--muted)' },
  ];
  labelsAt(svg, width - marginRight + 10, labels, fontSize);
  const spots = months.map(({ month, freed, words: said }) => ({
    x: x(month) + bandOf(svg) / 2,
    y: y(Math.max(freed, 0)),
    words: said,
  }));
  return { svg, spots };
}

/** A scenario by what it frees and what it gains. */
export interface ScenarioPoint {
  name: string;
  cash: number;
  gain: number;
  words: string;
  look: 'today' | 'current' | 'other';
}

const pointColor = { today: 'var(--c-today)', current: 'var(--c-plan)', other: 'var(--c-rest)' };

/** Net gain a year against cash freed on average; today stands at nothing. */
export function drawCashAgainstGain(
  points: readonly ScenarioPoint[],
  chosen: {
    height: number;
    cashTick: (value: number) => string;
    gainTick: (value: number, isTop: boolean) => string;
  },
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const [cash, gain] = [points.map((point) => point.cash), points.map((point) => point.gain)];
  const [mostGain, leastGain] = [Math.max(1, ...gain), Math.min(0, ...gain)];
  const lines = [
    ...roundMarks(mostGain, 4),
    ...(leastGain < 0 ? roundMarks(-leastGain, 2).map((value) => -value) : []),
    0,
  ].sort((a, b) => a - b);
  const columns = [0, ...roundMarks(Math.max(1, ...cash), width < 480 ? 2 : 4)];
  const svg = plot({
    ...frameOf(space, chosen.height, Math.round(8 * fontSize), 2.4),
    x: {
      domain: [Math.min(0, ...cash), Math.max(1, ...cash)],
      insetLeft: 4.2 * fontSize,
      axis: null,
    },
    y: { domain: [leastGain, mostGain], axis: null },
    r: { type: 'identity' },
    marks: [
      gridLines(lines),
      ruleY([0], { stroke: 'var(--ink)' }),
      leftLabels(lines, chosen.gainTick, fontSize),
      axisX(columns, { tickSize: 0, label: null, tickFormat: chosen.cashTick }),
      gridX(leastGain < 0 ? [0] : [], { stroke: 'var(--c-grid)' }),
      dot(points, {
        x: 'cash',
        y: 'gain',
        r: ({ look }: ScenarioPoint) => (look === 'current' ? 8 : 6),
        fill: ({ look }: ScenarioPoint) => pointColor[look],
        stroke: 'var(--ink)',
        strokeWidth: ({ look }: ScenarioPoint) => (look === 'other' ? 1 : 0),
      }),
    ],
  });
  const [x, y] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')];
  const dots = points.map((point) => [x(point.cash), y(point.gain)] as const);
  /** Above to the right; elsewhere if another point lies there, which would seem to bear the name. */
  const placeOf = (point: ScenarioPoint) => {
    const width = widthOf(point.name, fontSize);
    const [left, right] = [x(point.cash) - 10 - width, x(point.cash) + 10];
    const [above, below] = [y(point.gain) - 0.9 * fontSize, y(point.gain) + 0.9 * fontSize];
    const isFree = (place: { x: number; at: number }) =>
      place.x > 0 &&
      dots.every(
        ([dotX, dotY]) =>
          Math.abs(dotY - place.at) > fontSize || dotX < place.x - 8 || dotX > place.x + width + 8,
      );
    const best = { x: right, at: above };
    const others = [
      { x: right, at: below },
      { x: left, at: above },
      { x: left, at: below },
    ];
    return [best, ...others].find(isFree) ?? best;
  };
  const labels = points.map((point) => ({
    ...placeOf(point),
    text: point.name,
    weight: 650,
    color: point.look === 'current' ? 'var(--accent)' : 'var(--ink)',
  }));
  for (const label of apart(labels, 1.25 * fontSize))
    svg.append(labelAt(label.x, label.at, label, fontSize));
  const spots = points
    .map((point) => ({ x: x(point.cash), y: y(point.gain), words: point.words }))
    .sort((a, b) => a.x - b.x);
  return { svg, spots };
}

/** How many draws fell between two amounts. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

/** An amount that is marked over a histogram. */
export interface HistogramMark {
  value: number;
  name: string;
  words: string;
  look: 'end' | 'median' | 'scenario';
}

/** What the draws brought: eight of ten of them in colour. */
export function drawHistogram(
  bins: readonly Bin[],
  marks: readonly HistogramMark[],
  chosen: { height: number; tick: (value: number) => string; words: (bin: Bin) => string },
  space: Space,
): Drawing {
  const { width, fontSize } = space;
  const ends = marks.filter(({ look }) => look === 'end').map(({ value }) => value);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const scenario = marks.find(({ look }) => look === 'scenario');
  const isInside = ({ from, to }: Bin) => to > low && from < high;
  const svg = plot({
    ...frameOf(space, chosen.height, 0, 5.4),
    x: { axis: null, insetLeft: 2 * fontSize, insetRight: 2 * fontSize },
    y: { axis: null },
    marks: [
      axisX({
        ticks: Math.max(2, Math.floor(width / 140)),
        tickSize: 0,
        label: null,
        tickFormat: chosen.tick,
      }),
      rectY(bins, {
        x1: 'from',
        x2: 'to',
        y: 'count',
        inset: 1,
        fill: (bin: Bin) => (isInside(bin) ? 'var(--c-plan)' : 'var(--c-rest)'),
      }),
      ruleY([0], { stroke: 'var(--ink)' }),
      ruleX(
        marks.filter(({ look }) => look === 'end'),
        { x: 'value', stroke: 'var(--ink)', insetTop: -1.2 * fontSize },
      ),
      ruleX(
        marks.filter(({ look }) => look === 'median'),
        { x: 'value', stroke: 'var(--ink)', strokeWidth: 2.5, insetTop: -2.8 * fontSize },
      ),
      dot(scenario ? [scenario] : [], {
        x: 'value',
        y: () => 0,
        r: 6,
        fill: 'var(--c-plan)',
        stroke: 'var(--surface)',
        strokeWidth: 2.5,
      }),
    ],
  });
  const x = scaleOf(svg, 'x');
  // The scenario, the median and the two ends may lie close: each has a line of its own.
  const lineOf = { scenario: 0, median: 1, end: 2 };
  for (const { value, name, words, look } of marks) {
    const top = (0.7 + 1.25 * lineOf[look]) * fontSize;
    if (look === 'end') {
      const [left, anchor] = value === low ? [x(value) - 6, 'end'] : [x(value) + 6, 'start'];
      const lines = [
        labelAt(left, top, { text: name, color: 'var(--muted)' }, fontSize),
        labelAt(left, top + 1.25 * fontSize, { text: words, weight: 650 }, fontSize),
      ];
      for (const line of lines) line.setAttribute('text-anchor', anchor);
      svg.append(...lines);
    } else {
      const text = `${name} ${words}`;
      const half = roomFor([text], fontSize, 0) / 2;
      const at = Math.max(half, Math.min(x(value), width - half));
      const color = look === 'scenario' ? 'var(--accent)' : 'var(--ink)';
      const line = labelAt(at, top, { text, color, weight: 650 }, fontSize);
      line.setAttribute('text-anchor', 'middle');
      svg.append(line);
    }
  }
  const y = scaleOf(svg, 'y');
  const spots = bins.map((bin) => ({
    x: x((bin.from + bin.to) / 2),
    y: y(bin.count),
    words: chosen.words(bin),
  }));
  return { svg, spots };
}
