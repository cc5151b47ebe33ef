import type { Report } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import { formatMonth, formatWholeDays, formatWholeDaysWithUnit } from '../../text/format';
import { t } from '../../text/language.svelte';
import { changeTitle } from './change-title';
import { changeOf, knownMonths, type KnownMonth } from './situation';

/** As many as can be told apart. */
const mostMonths = 25;

/** The month-ends that stand side by side. */
export const monthsOverTime = (report: Report): KnownMonth[] =>
  knownMonths(report).slice(-mostMonths);

/** Are there enough of them to be drawn? */
export const isOverTime = (report: Report): boolean => monthsOverTime(report).length > 1;

/** Is it known how old the receivables are? They stand in where no history does. */
export const hasAges = ({ aging }: Report): boolean => aging !== null && aging.length > 0;

/** Those that the title compares. */
export function comparedMonths(report: Report): string[] {
  const last = monthsOverTime(report).at(-1);
  return [changeOf(report)?.since.month, last?.month].flatMap((month) => month ?? []);
}

/** What weighs most in the DSO, and how that changed. */
export function overTimeTitle(report: Report): string {
  const months = monthsOverTime(report);
  const change = changeOf(report);
  const last = months.at(-1);
  if (last === undefined) return t('diagnosis.historyTitle');
  const split = last.rollBackSplit;
  const isSplit = months.every(({ rollBackSplit }) => rollBackSplit !== null);
  if (!isSplit || split === null) return changeTitle(change);
  const total = formatWholeDays(split.total);
  if (approximate(split.disputed) > approximate(split.late)) {
    const disputed = formatWholeDaysWithUnit(split.disputed);
    return t('dashboard.disputesWeigh', { disputed, late: formatWholeDays(split.late), total });
  }
  if (approximate(split.late) < 0.5) return t('dashboard.allTerm', { total });
  const values = { late: formatWholeDaysWithUnit(split.late), total };
  const before = change?.since.rollBackSplit;
  if (change === null || !before) return t('dashboard.lateWeighsNow', values);
  const then = { ...values, before: formatWholeDays(before.late) };
  return change.isYear
    ? t('dashboard.lateWeighs', then)
    : t('dashboard.lateWeighsMonth', { ...then, month: formatMonth(change.since.month) });
}
