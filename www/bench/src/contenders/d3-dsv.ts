import { csvParseRows, tsvParseRows } from 'd3-dsv';
import type { Contender } from '../contender.ts';

let rows: string[][] = [];

/** Rows of strings. */
export const d3Dsv: Contender = {
  read(bytes, kind) {
    const text = new TextDecoder().decode(bytes);
    rows = kind === 'fec' ? tsvParseRows(text) : csvParseRows(text);
    return rows.length - 1;
  },

  drop() {
    rows = [];
  },
};
