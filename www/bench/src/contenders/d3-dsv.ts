import { csvParseRows } from 'd3-dsv';
import type { Contender } from '../contender.ts';

let rows: string[][] = [];

/** Rows of strings. */
export const d3Dsv: Contender = {
  read(bytes) {
    rows = csvParseRows(new TextDecoder().decode(bytes));
    return rows.length - 1;
  },

  drop() {
    rows = [];
  },
};
