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
export function addChart(slide: PptxGenJS.Slide, picture: Picture, place: Place): void {
  const { look, names, series, isMoney } =
    picture.kind === 'chart' ? picture.series : ofRows(picture);
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
    valAxisMinVal: look === 'lines' ? startOf(series) : leastOf(series),
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

/** Bars start at nothing, or hang below it. */
const leastOf = (series: NativeChart['series']): number =>
  Math.min(0, ...series.flatMap(({ values }) => values.flatMap((value) => value ?? [])));

/** As many decimals as a sheet can show: what was added up for a drawing has more than it knows. */
const drawnValue = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(4));
