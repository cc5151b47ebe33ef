import type PptxGenJS from 'pptxgenjs';
import type { NativeChart, Picture, RowsPicture } from '../slide';
import { colours, paints } from './colours';
import { harmless } from './harmless';

/** Where a chart stands, in inches. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Letters of a chart, in points. */
const letters = 13;

/** A chart that the program which opens the deck draws itself, from a sheet of numbers that can be edited. */
export function addChart(
  slide: PptxGenJS.Slide,
  picture: Picture,
  place: Place,
  said: { language: string; words: string },
): void {
  const {
    look,
    names,
    series: all,
    isMoney,
  } = picture.kind === 'chart' ? picture.series : ofRows(picture);
  // What there is nothing of has no place in the legend.
  const series = all.filter(
    ({ paint, values }) =>
      paint === 'none' || values.some((value) => value !== null && value !== 0),
  );
  // Bars that lie are counted from the bottom.
  const inOrder = <T>(list: readonly T[]): T[] => (look === 'bars' ? list.toReversed() : [...list]);
  const labels = inOrder(names.map(harmless));
  const data = series.map(({ name, values }) => ({
    name: harmless(name),
    labels,
    // The library writes an empty cell for what is not a number.
    values: inOrder(values.map(drawnValue)) as number[],
  }));
  const format = isMoney ? '#,##0' : '0';
  const least = look === 'lines' ? startOf(series) : leastOf(series);
  const isNamed = series.length > 1 && series.every(({ paint }) => paint !== 'none');
  slide.addChart(look === 'lines' ? 'line' : 'bar', data, {
    ...place,
    chartColors: series.map(({ paint }) => (paint === 'none' ? 'transparent' : paints[paint])),
    barDir: look === 'bars' ? 'bar' : 'col',
    barGrouping: 'stacked',
    barGapWidthPct: 45,
    lineSize: 3,
    lineDataSymbol: 'none',
    displayBlanksAs: 'gap',
    catAxisLabelColor: colours.ink,
    catAxisLabelFontSize: letters,
    catAxisLineShow: true,
    valAxisLabelColor: colours.muted,
    valAxisLabelFontSize: letters,
    valAxisLabelFormatCode: format,
    valAxisLineShow: false,
    valAxisMinVal: least,
    valAxisMajorUnit: stepOf(mostOf(series, look) - least),
    altText: said.words,
    // Of the words of its axes: the types do not know it of charts.
    ...({ lang: said.language } as object),
    valGridLine: { color: colours.hair, size: 0.75 },
    catGridLine: { style: 'none' },
    showLegend: isNamed,
    legendPos: 'b',
    legendColor: colours.ink,
    legendFontSize: letters,
  });
}

/** The rows of a slide as bars, their amounts beside their names. */
const ofRows = ({ rows, parts }: RowsPicture): NativeChart => ({
  look: 'bars',
  names: rows.map(({ name, text }) => `${name} · ${text}`),
  series: parts.map(({ name, paint }, index) => ({
    name,
    paint,
    values: rows.map(({ amounts }) => amounts[index] ?? 0),
  })),
  isMoney: true,
});

/** Lines need no zero: their axis starts on the ten below them, as on the page. */
function startOf(series: NativeChart['series']): number {
  const least = Math.min(...series.flatMap(({ values }) => values.flatMap((value) => value ?? [])));
  return Number.isFinite(least) ? Math.max(0, 10 * Math.floor((least - 3) / 10)) : 0;
}

/** How far an axis goes: stacked parts stand on each other. */
function mostOf(series: NativeChart['series'], look: NativeChart['look']): number {
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  const at = (index: number): number[] => series.map(({ values }) => values[index] ?? 0);
  const ends = Array.from({ length: count }, (_, index) =>
    look === 'lines'
      ? Math.max(...at(index))
      : at(index).reduce((sum, value) => sum + Math.max(0, value), 0),
  );
  return Math.max(0, ...ends);
}

/** A round step that leaves room between the numbers of an axis. */
function stepOf(range: number): number {
  if (!(range > 0)) return 1;
  const rough = range / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return Math.max(step * power, 0.001);
}

/** Bars start at nothing, or hang below it. */
const leastOf = (series: NativeChart['series']): number =>
  Math.min(0, ...series.flatMap(({ values }) => values.flatMap((value) => value ?? [])));

/** As many decimals as a sheet can show: what was added up for a drawing has more than it knows. */
const drawnValue = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(4));
