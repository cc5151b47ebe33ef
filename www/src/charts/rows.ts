import { axisX, gridX } from '@observablehq/plot';
import { frameOf, labelOver, marksBetween, roomFor, scaleOf } from './marks';
import type { Space, Spot } from './types';
import { linesOf, widthOf } from './words';

/** A row of a chart of bars that lie: its name, and the words at the right end of its bar. */
export interface Row {
  name: string;
  end: number;
  words: string;
}

/** What the bars of such a chart span, and how it is labelled. */
export interface RowsChoice {
  least: number;
  most: number;
  /** What an amount is called under the chart; the last one has the unit. */
  tick: (value: number, isLast: boolean) => string;
  /** Words at the left ends of the bars. */
  leftWords?: readonly string[];
  linesAbove?: number;
}

/** Names get a third of the width beside their bars; longer ones stand above them, in full. */
const namesPart = 0.34;

/** A chart of bars from left to right, a row each: its frame, its names and its marks. */
export function rowsOf(
  rows: readonly Row[],
  { least, most, tick, leftWords = [], linesAbove = 0.4 }: RowsChoice,
  space: Space,
) {
  const { width, fontSize } = space;
  const names = rows.map(({ name }) => name);
  const side = roomFor(names, fontSize, fontSize);
  const isBeside = side <= namesPart * width;
  const lines = names.map((name) => (isBeside ? [name] : linesOf(name, width, fontSize)));
  const nameLines = isBeside ? 0 : Math.max(0, ...lines.map((one) => one.length));
  const nameHeight = 1.25 * fontSize * nameLines;
  const rowHeight = Math.round(nameHeight + (isBeside ? 2.4 : 2.8) * fontSize);
  const pad = 0.45 * fontSize;

  const marginLeft = isBeside ? side : 0;
  const insetLeft = leftWords.length > 0 ? roomFor(leftWords, fontSize, 10) : 0.4 * fontSize;
  const inner = width - marginLeft - insetLeft;
  const insetRight = rightRoom(rows, { least, most }, inner, fontSize);
  const ticks = marksBetween(
    least,
    most,
    Math.max(1, Math.min(4, Math.floor((inner - insetRight) / (7 * fontSize)))),
  );

  const frame = frameOf(space, 0, 0, linesAbove);
  const height = frame.marginTop + rows.length * rowHeight + frame.marginBottom;
  return {
    frame: {
      ...frame,
      height,
      marginLeft,
      x: { domain: [least, most], insetLeft, insetRight, axis: null },
      y: { type: 'band' as const, domain: names, padding: 0, axis: null },
    },
    axes: [
      gridX(ticks, { stroke: 'var(--c-grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => tick(value, value === ticks.at(-1)),
      }),
    ],
    /** What keeps the bars of two rows, and a bar and its name, apart. */
    inset: { insetTop: (isBeside ? pad : 0.2 * fontSize) + nameHeight, insetBottom: pad },
    /** Where the middle of a bar is. */
    middle: (svg: Element, name: string): number =>
      scaleOf(svg, 'y')(name) + (rowHeight + nameHeight - (isBeside ? 0 : 0.25 * fontSize)) / 2,
    /** Writes the names. */
    writeNames: (svg: Element, weightOf: (index: number) => number = () => 400): void => {
      for (const [index, one] of lines.entries()) {
        const top = scaleOf(svg, 'y')(names[index] ?? '');
        for (const [line, text] of one.entries()) {
          const y = isBeside ? top + rowHeight / 2 : top + (0.65 + 1.25 * line) * fontSize;
          svg.append(labelOver(0, y, { text, weight: weightOf(index) }, fontSize));
        }
      }
    },
    /** A row that can be looked at. */
    spot: (svg: Element, name: string, end: number, words: string): Spot => {
      const y = scaleOf(svg, 'y')(name);
      return { x: scaleOf(svg, 'x')(end), y, bottom: y + rowHeight, words };
    },
  };
}

/** Room that the words at the ends of bars need beyond the longest bar. */
function rightRoom(
  rows: readonly Row[],
  { least, most }: { least: number; most: number },
  inner: number,
  fontSize: number,
): number {
  const rooms = rows.map(({ end, words }) => {
    const part = (end - least) / (most - least);
    const needed = inner - widthOf(words, fontSize) - 12;
    return part > 0 ? inner - needed / part : 0;
  });
  return Math.min(0.6 * inner, Math.max(0.5 * fontSize, ...rooms));
}
