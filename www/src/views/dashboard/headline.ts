import type { CustomersPage, Report } from '../../engine/pkg/encours';
import {
  formatCount,
  formatDate,
  formatMonth,
  formatMonthName,
  formatPercent,
  formatWholeDays,
  formatWholeDaysWithUnit,
  plural,
} from '../../text/format';
import { t } from '../../text/language.svelte';
import { approximate, total as sum } from '../../lib/decimal';
import { moneyUnits } from '../money';
import { countWord } from '../count-word';
import { changeOf, isAllPaid, isSteady, lacksPayments, type Change } from './situation';

/** What matters most, in a sentence or two with figures. */
export function headline(report: Report, customers: CustomersPage | null): [string, string] {
  return [situation(report), weight(report, customers)];
}

/** The first of them without what it was before: one finding. */
export const fact = (report: Report): string => situation(report, false);

function situation(report: Report, hasChange = true): string {
  const { total } = report.receivables;
  const date = formatDate(report.asOf);
  if (isAllPaid(report)) return t('dashboard.allPaid', { date });
  if (total !== null && total.startsWith('-'))
    return t('dashboard.inCredit', { amount: moneyUnits(total.slice(1)), date });
  const { rollBackDso, accountingDso } = report.figures;
  const days = rollBackDso?.days ?? accountingDso?.days;
  if (days === undefined && lacksPayments(report)) {
    const sales = report.months.flatMap(({ salesInclTax }) => salesInclTax ?? []);
    return t('dashboard.soldOnly', {
      amount: moneyUnits(sum(sales)),
      number: formatCount(sales.length),
      count: plural(sales.length),
    });
  }
  if (days === undefined)
    return total === null
      ? t('dashboard.noReceivables')
      : t('dashboard.owed', { amount: moneyUnits(total), date });
  const whole = formatWholeDaysWithUnit(days);
  if (rollBackDso?.isLowerBound === true) return t('dashboard.owedAtLeast', { days: whole });
  const change = rollBackDso === null || !hasChange ? null : changeOf(report);
  const said = change === null ? '' : changeText(change);
  return t('dashboard.owedDays', { days: whole }) + said + t('dashboard.end');
}

function changeText(change: Change): string {
  const { since, now, days, isYear, jumpFrom, accountingDays } = change;
  const then = isYear
    ? t('dashboard.thanYear')
    : t('dashboard.thanMonth', { month: formatMonth(since.month) });
  const size = (signed: string) => formatWholeDays(signed.replace('-', ''));
  const more = (signed: string) =>
    t(signed.startsWith('-') ? 'dashboard.fewer' : 'dashboard.more', { days: size(signed) });
  if (accountingDays !== null)
    return t('dashboard.contrary', {
      then,
      rollBack: more(days),
      accounting: more(accountingDays),
    });
  const text = isSteady(days)
    ? t(isYear ? 'dashboard.sameYear' : 'dashboard.sameMonth', { month: formatMonth(since.month) })
    : t('dashboard.change', { more: more(days), then });
  if (jumpFrom === null) return text;
  const jump = t('dashboard.jump', {
    month: formatMonthName(now.month),
    before: formatWholeDays(jumpFrom.rollBackDso),
    after: formatWholeDays(now.rollBackDso),
  });
  return text + jump;
}

/** What of it is overdue, and who carries it; else what a day is worth. */
function weight(report: Report, customers: CustomersPage | null): string {
  const { receivables, figures } = report;
  const { overdue, overduePercent } = receivables;
  if (isAllPaid(report)) return t('dashboard.nothingOwed');
  if (overdue !== null && overduePercent !== null) {
    if (approximate(overdue) === 0) return t('dashboard.nothingOverdue');
    const amount = moneyUnits(overdue);
    const half = customers?.halfOfOverdue ?? null;
    const owing = customers?.totals.owing ?? 0;
    if (half !== null && owing > 1 && half.customers <= Math.max(1, owing / 3))
      return t('dashboard.half', {
        customers: countWord(half.customers),
        count: plural(half.customers),
        amount,
      });
    return t('dashboard.overduePart', { percent: formatPercent(overduePercent, 0), amount });
  }
  const hasDso = figures.rollBackDso !== null || figures.accountingDso !== null;
  return figures.cashValueOfADay === null || !hasDso
    ? ''
    : t('dashboard.aDay', { amount: moneyUnits(figures.cashValueOfADay) });
}
