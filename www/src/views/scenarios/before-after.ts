import type { BeforeAfter } from '../../charts/workbench';
import type { Report, ScenarioAnswer, ScenarioMonth } from '../../engine/pkg/encours';
import { approximate, difference } from '../../lib/decimal';
import { formatDays, formatMonth, formatWholeDaysWithUnit, orDash } from '../../text/format';
import { t } from '../../text/language.svelte';

/** Before the history is three months old a DSO only grows with it. */
const leastHistory = 2;
const mostMonths = 25;

/** The month-ends that are shown, before and after a scenario; before any, the same twice. */
export const shownMonths = (report: Report, answer: ScenarioAnswer | null): ScenarioMonth[] =>
  (
    answer?.months ??
    report.months.map(({ month, receivables, rollBackDso }) => ({
      month,
      before: receivables,
      after: receivables,
      beforeDso: rollBackDso,
      afterDso: rollBackDso,
    }))
  )
    .slice(leastHistory)
    .filter(({ beforeDso }) => beforeDso !== null)
    .slice(-mostMonths);

/** What the last of them gains, in days. */
export function lastGain(months: readonly ScenarioMonth[]): string {
  const last = months.at(-1);
  return last?.beforeDso == null || last.afterDso === null
    ? '0'
    : difference(last.afterDso, last.beforeDso);
}

/** The same as points to be drawn; `title` is what the scenario is called. */
export const pointsOf = (months: readonly ScenarioMonth[], title: string): BeforeAfter[] =>
  months.map(({ month, beforeDso, afterDso }) => ({
    month,
    before: approximate(beforeDso),
    after: approximate(afterDso),
    words: [
      formatMonth(month),
      `${t('scenario.today')} ${orDash(beforeDso, formatDays)}`,
      `${title} ${orDash(afterDso, formatDays)}`,
    ].join('\n'),
  }));

/** What they say: how high the DSO would have been at most. */
export function beforeAfterFinding(points: readonly BeforeAfter[]): string {
  const after = points.map((point) => point.after ?? 0);
  const isMoved = points.some(
    (point) => Math.abs((point.before ?? 0) - (point.after ?? point.before ?? 0)) >= 0.05,
  );
  if (!isMoved) return t('scenario.chartSame');
  const most = Math.max(...after);
  const mostBefore = Math.max(...points.map((point) => point.before ?? 0));
  if (mostBefore - most < 0.05)
    return t('scenario.chartPeak', { days: formatDays(most.toFixed(1)) });
  // Up to the next day: what was not exceeded.
  return t('scenario.chartMost', { days: formatWholeDaysWithUnit(String(Math.ceil(most))) });
}
