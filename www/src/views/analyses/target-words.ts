import type { Target, TargetAnswer, TargetsAnswer } from '../../engine/pkg/encours';
import { formatDate, formatDays, formatPercent } from '../../text/format';
import { t } from '../../text/language.svelte';
import { moneyUnits } from '../money';

export const targetKindNames = [
  'rollBackDso',
  'accountingDso',
  'overduePercent',
  'cash',
] as const satisfies readonly Target['kind'][];

/** A value of a kind of target, with its unit. */
export function targetValue(kind: Target['kind'], value: string): string {
  if (kind === 'cash') return moneyUnits(value);
  return kind === 'overduePercent' ? formatPercent(value) : formatDays(value);
}

/** What is to be reached, and by when. */
export function targetText({ kind, value, by }: Target): string {
  const values = { value: targetValue(kind, value), date: formatDate(by) };
  return t(kind === 'cash' ? 'targets.moreBy' : 'targets.lessBy', values);
}

/** The figure that a target set now starts from; of cash, the DSO that it is freed from. */
export function startOf(kind: Target['kind'], today: TargetsAnswer): string | null {
  if (kind === 'rollBackDso') return today.rollBackDso;
  return kind === 'overduePercent' ? today.overduePercent : today.accountingDso;
}

/** Is all well with it? */
export const isKept = (answer: TargetAnswer | null): boolean =>
  answer !== null && (answer.state === 'reached' || answer.state === 'onTrack');
