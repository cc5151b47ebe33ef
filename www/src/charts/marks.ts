import { axisX, gridY, ruleY, text } from '@observablehq/plot';
import { formatDaysTerm } from '../text/format';
import type { Space } from './types';
import { widthOf } from './words';

/** Words beside a mark. */
export interface Words {
  text: string;
  color?: string | undefined;
  weight?: number;
}

/** A value that is aimed at, in days. */
export interface Target {
  days: number;
  label: string;
}

/** Room for the longest of some words, and a gap beside them. */
export const roomFor = (words: readonly string[], fontSize: number, gap: number): number =>
  Math.ceil(Math.max(0, ...words.map((one) => widthOf(one, fontSize)))) + gap;

/** A chart without axes of its own: as wide as its space, with lines of text above it and one below. */
export const frameOf = (
  { width, fontSize }: Space,
  height: number,
  marginRight: number,
  linesAbove = 1.8,
) => ({
  width,
  height,
  marginLeft: 0,
  marginRight,
  marginTop: Math.round(linesAbove * fontSize),
  marginBottom: Math.round(1.9 * fontSize),
  style: { fontFamily: 'inherit', fontSize: `${fontSize}px` },
});

/** Quiet lines across a chart. */
export const gridLines = (values: readonly number[]) =>
  gridY(values, { stroke: 'var(--c-grid)', strokeOpacity: 1 });

/** The dashed line of what is aimed at, if anything is. */
export const targetLine = (target: Target | null) =>
  ruleY(target === null ? [] : [target.days], {
    stroke: 'var(--c-target)',
    strokeWidth: 1.5,
    strokeDasharray: '5 4',
  });

/** About `count` lines above zero, no more, on round numbers. */
export const roundMarks = (most: number, count: number): number[] =>
  marksBetween(0, most * 1.02, count, most / count).filter((value) => value > 0);

/** Round numbers from one to another, about `count` of them. */
export function marksBetween(
  least: number,
  most: number,
  count: number,
  rough = (most - least) / count,
): number[] {
  const power = 10 ** Math.floor(Math.log10(rough));
  // A quarter of a hundred is round, one of ten is not.
  const factors = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  const step = factors.map((factor) => factor * power).find((one) => one >= rough) ?? 1;
  const first = Math.ceil(least / step);
  const number = Math.floor(most / step) - first + 1;
  return Array.from({ length: number }, (_, index) => (first + index) * step);
}

/** What the lines are, above them at the left; the unit on the uppermost only. */
export function leftLabels(
  values: readonly number[],
  label: (value: number, isTop: boolean) => string,
  fontSize: number,
) {
  const top = values.at(-1);
  return text(values, {
    frameAnchor: 'left',
    y: (value: number) => value,
    text: (value: number) => label(value, value === top),
    dy: -0.6 * fontSize,
    textAnchor: 'start',
    fill: 'var(--muted)',
  });
}

/** Room for these labels, where columns beside them would reach them. */
export const leftRoom = (
  values: readonly number[],
  label: (value: number, isTop: boolean) => string,
  fontSize: number,
): number =>
  roomFor(
    values.map((value, index) => label(value, index === values.length - 1)),
    fontSize,
    Math.round(0.6 * fontSize),
  );

/** Days as they stand above a line; the unit on the uppermost only. */
export const daysLabel =
  (unit: string) =>
  (value: number, isTop: boolean): string =>
    `${formatDaysTerm(String(value))}${isTop ? ` ${unit}` : ''}`;

/** The same of days. */
export const daysLabels = (values: readonly number[], unit: string, fontSize: number) =>
  leftLabels(values, daysLabel(unit), fontSize);

/** Names of months under the columns: those that are told apart, and of the others as many as fit. */
export function monthAxis(
  months: readonly { month: string }[],
  width: number,
  fontSize: number,
  first: readonly string[],
  format: (month: string, hasYear: boolean) => string,
) {
  const named = namedMonths(months, width, fontSize, first);
  const names = new Map(
    named.map((month, index) => [
      month,
      format(month, first.includes(month) || isNewYear(month, named[index - 1])),
    ]),
  );
  return axisX({
    ticks: named,
    tickSize: 0,
    tickFormat: (month: string) => names.get(month) ?? '',
    label: null,
  });
}

/** Is it of another year than the name before it, so that it has to say which? */
const isNewYear = (date: string, before: string | undefined): boolean =>
  date.slice(0, 4) !== before?.slice(0, 4);

/** From the left to the right; those of `first` before the others, the last of them above all. */
function namedMonths(
  months: readonly { month: string }[],
  width: number,
  fontSize: number,
  first: readonly string[],
): string[] {
  const room = Math.max(1, Math.ceil((6.5 * fontSize) / (width / Math.max(1, months.length))));
  const places = months.map(({ month }, index) => ({ month, index }));
  const isQuarter = ({ month }: { month: string }) =>
    ['01', '04', '07', '10'].includes(month.slice(5));
  const wanted = [
    ...places.filter(({ month }) => first.includes(month)).reverse(),
    ...(months.length > 6 ? places.filter(isQuarter) : places),
  ];
  const kept: number[] = [];
  for (const { index } of wanted)
    if (kept.every((other) => Math.abs(other - index) >= room)) kept.push(index);
  return kept.sort((a, b) => a - b).flatMap((index) => months[index]?.month ?? []);
}

/** Days under a line over time, as many as fit; the last of them always. */
export function dateAxis(
  dates: readonly Date[],
  width: number,
  fontSize: number,
  format: (date: string, hasYear: boolean) => string,
) {
  const names = dates.map((date) => date.toISOString().slice(0, 10));
  const room = roomFor(
    names.map((date) => format(date, true)),
    fontSize,
    0.5 * fontSize,
  );
  const every = Math.ceil(dates.length / Math.max(1, Math.floor(width / room)));
  const isNamed = (index: number) => (dates.length - 1 - index) % every === 0;
  const words = new Map(
    names.map((date, index) => [date, format(date, isNewYear(date, names[index - every]))]),
  );
  return axisX({
    ticks: dates.filter((_, index) => isNamed(index)),
    tickSize: 0,
    tickFormat: (date: Date) => words.get(date.toISOString().slice(0, 10)) ?? '',
    label: null,
  });
}

/** Moves labels that would touch apart, keeping their order from top to bottom. */
export function apart<L extends { at: number }>(labels: readonly L[], least: number): L[] {
  const ordered = [...labels].sort((a, b) => a.at - b.at);
  // Upwards from the lowest, which stands on its mark: there is more room above a chart than below it.
  const placed: L[] = [];
  for (const label of ordered.reverse()) {
    const below = placed.at(-1);
    placed.push({
      ...label,
      at: below === undefined ? label.at : Math.min(label.at, below.at - least),
    });
  }
  return placed.reverse();
}

/** Words at a point of a chart. */
export function labelAt(
  x: number,
  y: number,
  { text: words, color = 'var(--ink)', weight = 400 }: Words,
  fontSize: number,
): SVGTextElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y + 0.35 * fontSize));
  element.setAttribute('text-anchor', 'start');
  element.setAttribute('fill', color);
  element.setAttribute('font-weight', String(weight));
  element.setAttribute('font-size', String(fontSize));
  element.textContent = words;
  return element;
}

/** Writes labels at the right of a chart, each on its height as far as they do not touch. */
export function labelsAt(
  svg: Element,
  left: number,
  labels: readonly (Words & { at: number })[],
  fontSize: number,
): void {
  for (const label of apart(labels, 1.25 * fontSize))
    svg.append(labelAt(left, label.at, label, fontSize));
}

/** The same over lines or marks, which its letters keep clear of. */
export function labelOver(...label: Parameters<typeof labelAt>): SVGTextElement {
  const element = labelAt(...label);
  element.setAttribute('paint-order', 'stroke');
  element.setAttribute('stroke', 'var(--surface)');
  element.setAttribute('stroke-width', '4');
  return element;
}

interface Scale {
  apply: (value: unknown) => number;
  bandwidth?: number;
}

const find = (svg: Element, name: string): Scale | undefined =>
  (svg as Element & { scale: (name: string) => Scale | undefined }).scale(name);

/** Where a value stands, in pixels. */
export const scaleOf =
  (svg: Element, name: string) =>
  (value: string | number | Date): number =>
    find(svg, name)?.apply(value) ?? 0;

/** How wide a column is. */
export const bandOf = (svg: Element): number => find(svg, 'x')?.bandwidth ?? 0;
