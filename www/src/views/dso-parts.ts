import type { PartLook } from '../charts/situation';
import type { Target } from '../charts/marks';
import { actionPlan } from '../dossier/action-plan.svelte';
import { at } from '../dossier/at.svelte';
import { assumptions } from '../dossier/assumptions.svelte';
import type { SplitOf } from '../engine/pkg/encours';
import { approximate } from '../lib/decimal';
import { formatDate, formatDayCount, formatDays, formatDaysNumber } from '../text/format';
import { t } from '../text/language.svelte';

/** The DSO that is aimed at in the part that is looked at, as a chart shows it: without its date where there is little room. */
export function dsoTarget(isNarrow = false): Target | null {
  const { segment } = at.chosen;
  const dated =
    actionPlan.targetOf({ kind: 'rollBackDso', segment }) ??
    actionPlan.targetOf({ kind: 'accountingDso', segment });
  if (dated !== undefined) {
    const values = { days: formatDayCount(dated.value), date: formatDate(dated.by) };
    return {
      days: approximate(dated.value),
      label: t(isNarrow ? 'dashboard.targetLong' : 'dashboard.targetBy', values),
    };
  }
  const { targetDays } = assumptions;
  return targetDays === null
    ? null
    : {
        days: approximate(targetDays),
        label: t('dashboard.targetLong', { days: formatDayCount(targetDays) }),
      };
}

/** What the parts of a DSO are called beside the last column, in fewer words where there is little room. */
export function partLooks(split: SplitOf | null, isNarrow: boolean): PartLook[] {
  if (split === null) return [{ label: '', fill: 'var(--c-today)', color: 'var(--ink)' }];
  const at = (days: string) => ({ days: isNarrow ? formatDaysNumber(days) : formatDays(days) });
  return [
    {
      label: t(isNarrow ? 'dashboard.labelTermShort' : 'dashboard.labelTerm', at(split.term)),
      fill: 'var(--c-term)',
      color: 'var(--t-term)',
    },
    {
      label: t(isNarrow ? 'dashboard.labelLateShort' : 'dashboard.labelLate', at(split.late)),
      fill: 'var(--c-late)',
      color: 'var(--t-late)',
    },
    {
      label: t(
        isNarrow ? 'dashboard.labelDisputedShort' : 'dashboard.labelDisputed',
        at(split.disputed),
      ),
      fill: 'var(--c-disputed)',
      color: 'var(--t-disputed)',
    },
  ];
}

/** Its parts as numbers to be drawn, from the one at the bottom. */
export const partDays = ({ term, late, disputed }: SplitOf): number[] =>
  [term, late, disputed].map((one) => approximate(one));
