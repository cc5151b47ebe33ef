/** The drawings, whose library is loaded when the first chart shows. */
export type Drawings = typeof import('./drawings');

/** What a chart is drawn into. */
export interface Space {
  width: number;
  /** Of its letters, in pixels: they grow with the page. */
  fontSize: number;
}

/** A mark that can be looked at: where it stands, and what it says. */
export interface Spot {
  x: number;
  /** The upper end of the mark. */
  y: number;
  words: string;
  /** The lower end of a row: rows follow each other from top to bottom. */
  bottom?: number;
}

/** A chart, with its marks from left to right, or from top to bottom. */
export interface Drawing {
  svg: Element;
  spots: readonly Spot[];
}

/** How high a curve of amounts over dates is, and what it says at its axes and its end. */
export interface AmountCurve {
  height: number;
  end: string;
  tick: (value: number, isTop: boolean) => string;
  formatDay: (date: string, hasYear: boolean) => string;
}
