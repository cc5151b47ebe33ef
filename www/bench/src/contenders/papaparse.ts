import Papa from 'papaparse';
import type { Contender } from '../contender.ts';

let rows: string[][] = [];

/** Rows of strings, in its fast mode, which it enters since no cell has quotes. */
export const papaparse: Contender = {
  read(bytes) {
    const text = new TextDecoder().decode(bytes);
    rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    return rows.length - 1;
  },

  drop() {
    rows = [];
  },
};
