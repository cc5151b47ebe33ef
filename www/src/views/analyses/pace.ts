import type { Level, PaceAtMonth } from '../../charts/pace';
import type { GapFigure, Report } from '../../engine/pkg/encours';
import { daysInMonth } from '../../lib/dates';
import { approximate } from '../../lib/decimal';
import { formatMonth, formatWholeDays } from '../../text/format';
import { t } from '../../text/language.svelte';
import { money, moneyUnits } from '../money';

/** The sales of a month of the window. */
interface MonthSales {
  month: string;
  sales: string;
}

/** Does the data say sales without tax only? */
export const isExclTax = ({ months }: Report): boolean =>
  months.every(({ salesInclTax }) => salesInclTax === null);

/** The months that the accounting DSO counts, with their sales. */
export function paceMonths(report: Report): MonthSales[] {
  const isExcl = isExclTax(report);
  const { firstMonth = '', lastMonth = '' } = report.figures.accountingDso ?? {};
  return report.months.flatMap(({ month, salesInclTax, salesExclTax }) => {
    const sales = isExcl ? salesExclTax : salesInclTax;
    return sales === null || month < firstMonth || month > lastMonth ? [] : [{ month, sales }];
  });
}

/** The same a day, as points to be drawn. */
export function pacePoints(report: Report): PaceAtMonth[] {
  const trail = report.figures.rollBackDso?.trail ?? [];
  return paceMonths(report).map(({ month, sales }) => ({
    month,
    sales: approximate(sales) / daysInMonth(month),
    isTaken: trail.some((step) => step.month === month),
    words: `${formatMonth(month)}\n${money(sales)}`,
  }));
}

/** Is there a pace to be shown: more than one month, and two methods that differ? */
export const hasPace = (report: Report): boolean =>
  report.gap !== null && paceMonths(report).length > 1;

/** The average of them all, and that of those which receivables stand for. */
export const paceLevels = (report: Report, gap: GapFigure): [Level, Level] => [
  {
    value: approximate(gap.windowPace),
    label: moneyUnits(gap.windowPace),
    name: t('dashboard.paceAverage'),
  },
  {
    value: approximate(gap.rollBackPace),
    label: moneyUnits(gap.rollBackPace),
    name: t('dashboard.paceRecent', {
      days: formatWholeDays(report.figures.rollBackDso?.days ?? '0'),
    }),
  },
];
