import type { Side } from '../engine/pkg/encours';
import { Edits } from './edits.svelte';

/** A line of a table of a calculator. */
export interface TypedRow {
  key: number;
  preset: string | null;
  /** `null` for the name of its preset. */
  name: string | null;
  side: Side;
  values: Readonly<Record<string, string | null>>;
}

/** What was typed into one calculator. */
export interface Typed {
  /** By group and field. */
  numbers: Readonly<Record<string, string | null>>;
  choices: Readonly<Record<string, string>>;
  /** By group. */
  rows: Readonly<Record<string, readonly TypedRow[]>>;
}

/** By name; a calculator that is missing shows its example. */
export type TypedByCalculator = Readonly<Record<string, Typed>>;

export const typedByCalculator = new Edits<TypedByCalculator>({});
