import type { StructuralItem } from '../../../engine/pkg/encours';
import { formatFactor, formatPlain } from '../../../text/format';
import { money } from '../../money';
import { daysTerm } from './format';
import {
  amount,
  calculator,
  days,
  percent,
  yearDays,
  type Field,
  type GroupName,
  type Row,
  type RowResult,
  type StartRow,
  type Table,
} from './types';

const lasts = days('days', '30');
const coefficient: Field = { name: 'coefficient', unit: 'factor', start: '1', most: '1000' };
const vat = percent('vatPercent', '0');

const row = (
  preset: NonNullable<Row['preset']>,
  side: Row['side'],
  [days, coefficient, vatPercent]: [string, string, string],
): StartRow => ({ preset, side, values: { days, coefficient, vatPercent } });

const table = (fields: readonly Field[], start: readonly StartRow[] = []): Table => ({
  fields,
  start,
  isNamed: true,
});

/** The tables of lines, in the order of the request. */
const tables = ['items', 'flows', 'knownDays', 'seasonal'] as const satisfies GroupName[];

const result = {
  coefficient: (line) => ({ name: 'coefficientWithTax', value: line.coefficient, unit: 'factor' }),
  lasts: (line) => ({ name: 'lasts', value: line.days, unit: 'days' }),
  daysOfSales: (line) => ({ name: 'daysOfSales', value: line.daysOfSales, unit: 'days' }),
  amount: (line) => ({ name: 'amount', value: line.amount, unit: 'amount' }),
} as const satisfies Record<string, (line: StructuralItem) => RowResult[number]>;

/** What each line of a table gives, but for what was typed. */
const columns = {
  items: [result.coefficient, result.daysOfSales, result.amount],
  flows: [result.coefficient, result.daysOfSales, result.amount],
  knownDays: [result.lasts, result.amount],
  seasonal: [result.daysOfSales, result.amount],
};

/** Days an item lasts × what it weighs in sales. The example: a trader who buys for 60 of 100 sold. */
export const structuralWorkingCapital = calculator({
  name: 'structuralWorkingCapital',
  groups: [
    { name: 'year', fields: [amount('salesExclTax', '1200000'), yearDays('360')] },
    {
      name: 'items',
      fields: [],
      table: table(
        [lasts, coefficient, vat],
        [
          row('goods', 'need', ['30', '0.6', '0']),
          row('customers', 'need', ['45', '1', '20']),
          row('deductibleVat', 'need', ['25', '0.12', '0']),
          row('suppliers', 'resource', ['50', '0.6', '20']),
          row('collectedVat', 'resource', ['25', '0.2', '0']),
          row('wages', 'resource', ['15', '0.15', '0']),
        ],
      ),
    },
    {
      name: 'flows',
      isAside: true,
      fields: [],
      table: table([lasts, amount('flowExclTax', '100000'), vat]),
    },
    {
      name: 'knownDays',
      isAside: true,
      fields: [],
      table: table([days('knownDays', '30'), { ...coefficient, least: '0.0001' }]),
    },
    {
      name: 'seasonal',
      isAside: true,
      fields: [],
      table: table([
        lasts,
        { ...amount('months', '100000;100000'), isList: true },
        { name: 'divideBy', unit: 'factor', start: null, isOptional: true, least: '0.0001' },
      ]),
    },
  ],
  request: ({ number, rows }) => ({
    calculator: 'structuralWorkingCapital',
    sales: number('year', 'salesExclTax'),
    yearDays: number('year', 'yearDays'),
    lines: [
      ...rows('items').map(({ side, values }) => ({
        line: 'coefficient' as const,
        side,
        days: values.days ?? '0',
        coefficient: values.coefficient ?? '0',
        vatPercent: values.vatPercent ?? '0',
      })),
      ...rows('flows').map(({ side, values }) => ({
        line: 'flow' as const,
        side,
        days: values.days ?? '0',
        flow: values.flowExclTax ?? '0',
        vatPercent: values.vatPercent ?? '0',
      })),
      ...rows('knownDays').map(({ side, values }) => ({
        line: 'daysOfSales' as const,
        side,
        daysOfSales: values.knownDays ?? '0',
        coefficient: values.coefficient ?? '0',
      })),
      ...rows('seasonal').map(({ side, values }) => ({
        line: 'seasonal' as const,
        side,
        days: values.days ?? '0',
        months: values.months?.split(';') ?? [],
        divideBy: values.divideBy ?? null,
      })),
    ],
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
  rowResults: (answer, { rows }) => {
    const lines = [...answer.lines];
    return Object.fromEntries(
      tables.map((name) => [
        name,
        lines
          .splice(0, rows(name).length)
          .map((line) => columns[name].map((column) => column(line))),
      ]),
    );
  },
});

/** Of a line without a coefficient, its days of sales say all. */
function sum(lines: readonly StructuralItem[]): string {
  const terms = lines.map((line) =>
    line.coefficient === null
      ? formatPlain(line.daysOfSales)
      : `${formatPlain(line.days)} × ${formatFactor(line.coefficient)}`,
  );
  return terms.length === 0 ? '0' : terms.join(' + ');
}
