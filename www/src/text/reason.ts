import type { IssueCode } from '../engine/pkg/encours';
import { t } from './language.svelte';

const named = [
  'invalid-date',
  'invalid-month',
  'invalid-amount',
  'amount-too-large',
  'missing-value',
  'ragged-row',
  'short-row',
  'invalid-account',
  'other-delimiter',
  'duplicate-month',
  'invalid-direction',
] as const satisfies readonly IssueCode[];

/** Why a row was rejected, in a few words where there are such. */
export function reasonText(code: IssueCode): string {
  const known = named.find((name) => name === code);
  return known === undefined ? t(`issues.${code}`) : t(`reasons.${known}`);
}
