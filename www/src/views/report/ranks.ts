import type { CustomerRow } from '../../engine/pkg/encours';

/** Where customers stand among those that owe most, from 1. */
export type Ranks = ReadonlyMap<string, number>;

/** Of all of them, the largest first. */
export const ranksOf = (rows: readonly CustomerRow[]): Ranks =>
  new Map(rows.map(({ name }, index) => [name, index + 1]));
