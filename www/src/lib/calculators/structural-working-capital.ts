import { formatFactor, formatPlain } from '../../i18n/format';
import { money } from '../../state/money';
import { daysTerm } from './format';
import { amount, calculator, days, percent, yearDays, type Row } from './types';

const fields = [
  days('days', '30'),
  { name: 'coefficient', unit: 'factor', start: '1', most: '1000' },
  percent('vatPercent', '0'),
] as const;

const row = (
  preset: NonNullable<Row['preset']>,
  side: Row['side'],
  [lasts, coefficient, vatPercent]: [string, string, string],
): Omit<Row, 'key' | 'name'> => ({
  preset,
  side,
  values: { days: lasts, coefficient, vatPercent },
});

/** Days an item lasts × what it weighs in sales. The example: a trader who buys for 60 of 100 sold. */
export const structuralWorkingCapital = calculator({
  name: 'structuralWorkingCapital',
  groups: [{ name: 'year', fields: [amount('salesExclTax', '1200000'), yearDays('360')] }],
  rows: {
    fields,
    start: [
      row('goods', 'need', ['30', '0.6', '0']),
      row('customers', 'need', ['45', '1', '20']),
      row('deductibleVat', 'need', ['25', '0.12', '0']),
      row('suppliers', 'resource', ['50', '0.6', '20']),
      row('collectedVat', 'resource', ['25', '0.2', '0']),
      row('wages', 'resource', ['15', '0.15', '0']),
    ],
  },
  request: ({ number, rows }) => ({
    calculator: 'structuralWorkingCapital',
    sales: number('year', 'salesExclTax'),
    yearDays: number('year', 'yearDays'),
    lines: rows.map(({ side, values }) => ({
      line: 'coefficient',
      side,
      days: values.days ?? '0',
      coefficient: values.coefficient ?? '0',
      vatPercent: values.vatPercent ?? '0',
    })),
  }),
  results: (answer, { number }) => [
    {
      name: 'requirement',
      value: answer.amount,
      unit: 'amount',
      how: [
        `${daysTerm(answer.days)} × ${money(number('year', 'salesExclTax'))} ÷ ${formatPlain(number('year', 'yearDays'))}`,
      ],
    },
    {
      name: 'requirementDays',
      value: answer.days,
      unit: 'days',
      how: [`${daysTerm(answer.needDays)} − ${daysTerm(answer.resourceDays)}`],
    },
    {
      name: 'needDays',
      value: answer.needDays,
      unit: 'days',
      how: [sum(answer.lines.filter(({ side }) => side === 'need'))],
    },
    {
      name: 'resourceDays',
      value: answer.resourceDays,
      unit: 'days',
      how: [sum(answer.lines.filter(({ side }) => side === 'resource'))],
    },
  ],
  rowResults: (answer) =>
    answer.lines.map((line) => [
      { name: 'daysOfSales', value: line.daysOfSales, unit: 'days' },
      { name: 'amount', value: line.amount, unit: 'amount' },
    ]),
});

function sum(lines: readonly { days: string; coefficient: string | null }[]): string {
  const terms = lines.map(
    ({ days: lasts, coefficient }) => `${formatPlain(lasts)} × ${formatFactor(coefficient ?? '0')}`,
  );
  return terms.length === 0 ? '0' : terms.join(' + ');
}
