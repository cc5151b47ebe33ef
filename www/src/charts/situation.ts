import { axisX, barY, gridY, plot, ruleY, text } from '@observablehq/plot';
import { formatDaysNumber, formatDaysTerm, formatMonthOfYear } from '../text/format';
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

interface Label {
  text: string;
  y: number;
  color: string;
  weight: number;
}

/** How the letters of labels are wide on average, in parts of their size. */
const letter = 0.56;

/**
 * The DSO at each month-end in columns of its parts. The two months that are compared are in full colour with their
 * sums above them, the others paler; what is aimed at is dashed.
 */
export function drawDaysInParts(
  months: readonly DaysAtMonth[],
  look: readonly PartLook[],
  chosen: {
    compared: readonly string[];
    target: { days: number; label: string } | null;
    /** What the unit is called, on the uppermost line. */
    unit: string;
    height: number;
  },
  { width, fontSize }: Space,
): Drawing {
  const { compared, target } = chosen;
  const sums = months.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0));
  const last = months.at(-1);
  const labels = last === undefined ? [] : labelsOf(last, look, target);
  const isNarrow = width < 480;
  const longest = Math.max(0, ...labels.map((label) => label.text.length));
  const marginRight = Math.ceil(longest * letter * fontSize) + 12;
  const marginTop = Math.round(2 * fontSize);
  const isChosen = (month: string) => compared.includes(month);
  const columns = months.flatMap(({ month, parts }) => {
    let base = 0;
    return parts.map((days, part) => {
      const column = { month, part, low: base, high: base + days };
      base += days;
      return column;
    });
  });
  const marksOf = ticks(sums, target?.days ?? 0, chosen.unit);
  const svg = plot({
    width,
    height: chosen.height,
    marginLeft: Math.round(2.6 * fontSize),
    marginRight,
    marginTop,
    marginBottom: Math.round(1.9 * fontSize),
    style: { fontSize: `${fontSize}px` },
    x: { type: 'band', domain: months.map(({ month }) => month), padding: 0.32 },
    y: { domain: [0, Math.max(1, target?.days ?? 0, ...sums)] },
    marks: [
      gridY(
        marksOf.map(({ value }) => value),
        { stroke: 'var(--c-grid)', strokeOpacity: 1 },
      ),
      barY(columns, {
        x: 'month',
        y1: 'low',
        y2: 'high',
        fill: ({ part }: { part: number }) => look[part]?.fill ?? '',
        fillOpacity: ({ month }: { month: string }) => (isChosen(month) ? 1 : 0.58),
        insetBottom: 1,
      }),
      ruleY([0], { stroke: 'var(--ink)' }),
      text(marksOf, {
        frameAnchor: 'left',
        y: 'value',
        text: 'label',
        dx: -Math.round(2.6 * fontSize),
        dy: -0.6 * fontSize,
        textAnchor: 'start',
        fill: 'var(--muted)',
      }),
      axisX({
        ticks: shownMonths(months, width - marginRight, fontSize, compared),
        tickSize: 0,
        tickFormat: (month: string) => formatMonthOfYear(month, isNarrow || isFirst(months, month)),
        label: null,
        fill: 'currentColor',
      }),
      ...(target === null
        ? []
        : [
            ruleY([target.days], {
              stroke: 'var(--c-target)',
              strokeWidth: 1.5,
              strokeDasharray: '5 4',
            }),
          ]),
      text(
        months.filter(({ month }) => isChosen(month)),
        {
          x: 'month',
          y: ({ parts }: DaysAtMonth) => parts.reduce((sum, part) => sum + part, 0),
          text: ({ parts }: DaysAtMonth) =>
            formatDaysNumber(String(parts.reduce((sum, part) => sum + part, 0))),
          dy: -0.7 * fontSize,
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
  const band = bandOf(svg);
  const spread = apart(
    labels.map((label) => ({ ...label, at: y(label.y) })),
    1.25 * fontSize,
  );
  for (const label of spread) {
    svg.append(labelAt(width - marginRight + 8, label.at, label, fontSize));
  }
  const spots = months.map(({ month, words }, index) => ({
    x: x(month) + band / 2,
    y: y(sums[index] ?? 0),
    words,
  }));
  return { svg, spots };
}

/** What each part of the last column is called, at its middle; what is aimed at, at its line. */
function labelsOf(
  { parts }: DaysAtMonth,
  look: readonly PartLook[],
  target: { days: number; label: string } | null,
): Label[] {
  let base = 0;
  const labels = parts.flatMap((days, part): Label[] => {
    const middle = base + days / 2;
    base += days;
    const { label, color } = look[part] ?? { label: '', color: '' };
    return days > 0 && label !== '' ? [{ text: label, y: middle, color, weight: 650 }] : [];
  });
  return target === null
    ? labels
    : [...labels, { text: target.label, y: target.days, color: 'var(--muted)', weight: 400 }];
}

/** Moves labels that would touch apart, keeping their order from top to bottom. */
function apart<L extends { at: number }>(labels: readonly L[], least: number): L[] {
  const ordered = [...labels].sort((a, b) => a.at - b.at);
  const placed: L[] = [];
  for (const label of ordered) {
    const above = placed.at(-1);
    const at = above === undefined ? label.at : Math.max(label.at, above.at + least);
    placed.push({ ...label, at });
  }
  // What was pushed down is shared out upwards, too, as far as there is room.
  for (let index = placed.length - 2; index >= 0; index -= 1) {
    const [one, below, wished] = [placed[index], placed[index + 1], ordered[index]];
    if (one === undefined || below === undefined || wished === undefined) continue;
    placed[index] = { ...one, at: Math.min(one.at, below.at - least) };
  }
  return placed;
}

function labelAt(x: number, y: number, { text: words, color, weight }: Label, fontSize: number) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y + 0.35 * fontSize));
  element.setAttribute('fill', color);
  element.setAttribute('font-weight', String(weight));
  element.setAttribute('font-size', String(fontSize));
  element.textContent = words;
  return element;
}

/** At most four lines above zero, on round numbers; the unit on the uppermost only. */
function ticks(sums: readonly number[], target: number, unit: string) {
  const most = Math.max(1, target, ...sums);
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 1;
  const values = Array.from({ length: 4 }, (_, index) => (index + 1) * step).filter(
    (value) => value <= most * 1.02,
  );
  return values.map((value, index) => ({
    value,
    label: `${formatDaysTerm(String(value))}${index === values.length - 1 ? ` ${unit}` : ''}`,
  }));
}

const isFirst = (months: readonly { month: string }[], month: string): boolean =>
  month.endsWith('-01') || month === months[0]?.month || month === months.at(-1)?.month;

/** The compared months, and of the others as many as fit between them. */
function shownMonths(
  months: readonly { month: string }[],
  width: number,
  fontSize: number,
  compared: readonly string[],
): string[] {
  const room = Math.max(1, Math.floor((9.5 * fontSize) / (width / Math.max(1, months.length))));
  const kept: number[] = months.flatMap(({ month }, index) =>
    compared.includes(month) ? [index] : [],
  );
  for (const [index, { month }] of months.entries()) {
    const isQuarter = ['01', '04', '07', '10'].includes(month.slice(5));
    if (isQuarter && kept.every((other) => Math.abs(other - index) >= room)) kept.push(index);
  }
  return kept.flatMap((index) => months[index]?.month ?? []);
}

interface Scale {
  apply: (value: unknown) => number;
  bandwidth?: number;
}

const find = (svg: Element, name: string): Scale | undefined =>
  (svg as Element & { scale: (name: string) => Scale | undefined }).scale(name);

const scaleOf =
  (svg: Element, name: string) =>
  (value: string | number): number =>
    find(svg, name)?.apply(value) ?? 0;

const bandOf = (svg: Element): number => find(svg, 'x')?.bandwidth ?? 0;
