import type { PlannedAction } from '../../dossier/action-plan.svelte';
import { daysFromToday } from '../../lib/dates';
import { total } from '../../lib/decimal';
import { formatCount, plural } from '../../text/format';
import { t } from '../../text/language.svelte';
import { moneyUnits } from '../money';

/** Has its day passed before it was done? */
export const isLate = ({ by, state }: PlannedAction): boolean =>
  by !== null && by < daysFromToday(0) && (state === 'toDo' || state === 'underWay');

/** How much of a plan there is, and what is expected of it; what was dropped is not. */
export function planTitle(actions: readonly PlannedAction[]): string {
  if (actions.length === 0) return t('actionPlan.none');
  const effectOf = (some: readonly PlannedAction[]): string =>
    total(some.flatMap(({ effect }) => effect ?? []));
  const kept = actions.filter(({ state }) => state !== 'dropped');
  const count = { number: formatCount(kept.length), count: plural(kept.length) };
  if (kept.every(({ effect }) => effect === null)) return t('actionPlan.findingPlain', count);
  const effect = moneyUnits(effectOf(kept));
  const done = kept.filter(({ state, effect: own }) => state === 'done' && own !== null);
  return done.length === 0
    ? t('actionPlan.findingOpen', { ...count, effect })
    : t('actionPlan.finding', { ...count, effect, done: moneyUnits(effectOf(done)) });
}
