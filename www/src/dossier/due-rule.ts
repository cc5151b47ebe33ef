import type { DueRule } from '../engine/pkg/encours';
import { formatDate, formatDayCount } from '../text/format';
import { t } from '../text/language.svelte';

export const ruleKinds = [
  'net',
  'daysThenMonthEnd',
  'monthEndThenDays',
  'daysThenMonthEndThenDay',
  'tenDayEndThenDays',
] as const satisfies readonly DueRule['rule'][];

/** A rule being typed: the day of the month waits until a rule has one. */
export interface TypedRule {
  kind: DueRule['rule'];
  days: number;
  day: number;
}

export const asDueRule = ({ kind, days, day }: TypedRule): DueRule =>
  kind === 'daysThenMonthEndThenDay' ? { rule: kind, days, day } : { rule: kind, days };

/** `émission + 60 jours, puis fin du mois` */
export const ruleText = (rule: DueRule): string =>
  t(`ruleText.${rule.rule}`, {
    days: formatDayCount(rule.days),
    day: 'day' in rule ? rule.day : '',
  });

/** The dates that a computation passes through, in words. */
export function stepTexts(rule: DueRule, steps: readonly string[]): string[] {
  const days = formatDayCount(rule.days);
  const names: Record<DueRule['rule'], ((date: string) => string)[]> = {
    net: [(date) => t('terms.stepDays', { days, date })],
    daysThenMonthEnd: [
      (date) => t('terms.stepDays', { days, date }),
      (date) => t('terms.stepMonthEnd', { date }),
    ],
    monthEndThenDays: [
      (date) => t('terms.stepMonthEnd', { date }),
      (date) => t('terms.stepDays', { days, date }),
    ],
    daysThenMonthEndThenDay: [
      (date) => t('terms.stepDays', { days, date }),
      (date) => t('terms.stepMonthEnd', { date }),
      (date) => t('terms.stepDay', { day: 'day' in rule ? rule.day : '', date }),
    ],
    tenDayEndThenDays: [
      (date) => t('terms.stepTenDayEnd', { date }),
      (date) => t('terms.stepDays', { days, date }),
    ],
  };
  return names[rule.rule].flatMap((name, index) => {
    const date = steps[index];
    return date === undefined ? [] : [name(formatDate(date))];
  });
}
