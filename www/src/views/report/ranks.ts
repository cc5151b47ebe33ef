import type { CustomerRow } from '../../engine/pkg/encours';
import { t } from '../../text/language.svelte';

/** Where customers stand among those that owe most, from 1. */
export type Ranks = ReadonlyMap<string, number>;

/** Of the largest of them, in order. */
export const ranksOf = (rows: readonly CustomerRow[]): Ranks =>
  new Map(rows.map(({ name }, index) => [name, index + 1]));

/** A customer without its name. */
export function rankName(name: string, ranks: Ranks): string {
  const rank = ranks.get(name);
  return rank === undefined ? t('report.otherCustomer') : t('report.customer', { number: rank });
}
