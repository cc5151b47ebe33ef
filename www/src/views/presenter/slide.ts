import type { Drawing, Drawings, Space } from '../../charts/types';
import type { Paint } from './paint';

/** One finding a slide. */
export const slideNames = ['situation', 'causes', 'customers', 'scenarios', 'decision'] as const;
export type SlideName = (typeof slideNames)[number];

/** A slide as it is shown, and as it is written into a deck. */
export interface Slide {
  name: SlideName;
  /** Its finding. */
  title: string;
  figures: readonly SlideFigure[];
  picture: Picture | null;
  /** What stands below, small; empty for nothing. */
  foot: string;
}

/** A figure to be read from the last row. */
export interface SlideFigure {
  name: string;
  /** For whoever looks for it on the page. */
  testid: string;
  /** Exact, in the engine's form. */
  value: string;
  text: string;
  unit?: string;
  /** What it was before a scenario, where that differs. */
  before?: string;
  lines: readonly string[];
  /** Is it the one that the slide is about? */
  isHero?: boolean;
  /** Is it not to be presented as it is? */
  isDoubtful?: boolean;
  /** What it is, for who speaks. */
  note: string;
}

/** What shows the finding. */
export type Picture = ChartPicture | RowsPicture;

interface PictureHead {
  /** Empty where the slide says it. */
  title: string;
  /** What is measured. */
  unit: string;
}

/** A chart with axes. */
export interface ChartPicture extends PictureHead {
  kind: 'chart';
  /** In words. */
  description: string;
  draw: (drawings: Drawings, space: Space, height: number) => Element | Drawing;
  series: NativeChart;
}

/** A bar a row, with its name above it. */
export interface RowsPicture extends PictureHead {
  kind: 'rows';
  rows: readonly SlideRow[];
  /** What the colours of the bars are. */
  parts: readonly { name: string; paint: Paint }[];
}

export interface SlideRow {
  name: string;
  /** Exact, in the engine's form. */
  value: string;
  text: string;
  /** Beside the name. */
  aside: string;
  /** As many as `parts`. */
  amounts: readonly number[];
}

/** The numbers of a chart, for a program that draws it itself. */
export interface NativeChart {
  /** Columns stand and bars lie, stacked; lines cross the months. */
  look: 'columns' | 'bars' | 'lines';
  names: readonly string[];
  series: readonly { name: string; paint: Paint | 'none'; values: readonly (number | null)[] }[];
  /** Is it money, rather than days? */
  isMoney: boolean;
}
