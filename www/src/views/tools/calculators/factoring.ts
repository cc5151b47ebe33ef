import type { Collected, FactorCost, OwnCost } from '../../../engine/pkg/encours';
import { formatPlain } from '../../../text/format';
import { money } from '../../money';
import { percentTerm } from './format';
import {
  amount,
  calculator,
  days,
  percent,
  yearDays,
  type Entered,
  type Result,
  type Row,
  type Table,
} from './types';

const parts = (collectedAfter: string): Table => ({
  fields: [percent('partPercent', '0'), days('collectedAfter', '60')],
  isNamed: false,
  start: [{ preset: null, side: 'need', values: { partPercent: '100', collectedAfter } }],
});

/** When sales come in. */
const collected = (rows: readonly Row[]): Collected[] =>
  rows.map(({ values }) => ({
    percent: values.partPercent ?? '0',
    days: values.collectedAfter ?? '0',
  }));

/** Factoring against collecting oneself. The example is of BPP, ACCA F9. */
export const factoring = calculator({
  name: 'factoring',
  groups: [
    { name: 'year', fields: [amount('creditSales', '1500000'), yearDays()] },
    {
      name: 'today',
      fields: [
        percent('financePercent', '13.5'),
        percent('badDebtPercent', '0.5'),
        amount('ledgerCost', '30000'),
      ],
      table: parts('45'),
    },
    {
      name: 'factor',
      fields: [
        percent('feePercent', '2.5'),
        percent('advancePercent', '80'),
        percent('advanceRatePercent', '14'),
        percent('restFinancePercent', '13.5'),
        percent('badDebtPercent', '0'),
        amount('ledgerCost', '0'),
      ],
      table: parts('30'),
    },
  ],
  choices: [{ name: 'feeKeptBack', options: ['no', 'yes'] }],
  request: ({ number, choice, rows }) => ({
    calculator: 'factoring',
    creditSales: number('year', 'creditSales'),
    yearDays: number('year', 'yearDays'),
    today: {
      collected: collected(rows('today')),
      financePercent: number('today', 'financePercent'),
      badDebtPercent: number('today', 'badDebtPercent'),
      yearlyCost: number('today', 'ledgerCost'),
    },
    factor: {
      collected: collected(rows('factor')),
      feePercent: number('factor', 'feePercent'),
      advancePercent: number('factor', 'advancePercent'),
      feeKeptBack: choice('feeKeptBack') === 'yes',
      advanceRatePercent: number('factor', 'advanceRatePercent'),
      restFinancePercent: number('factor', 'restFinancePercent'),
      badDebtPercent: number('factor', 'badDebtPercent'),
      yearlyCost: number('factor', 'ledgerCost'),
    },
  }),
  groupResults: ({ today, factor }, entered) => ({
    today: receivablesOf(today, entered, 'today'),
    factor: receivablesOf(factor, entered, 'factor'),
  }),
  results: ({ today, factor, saving }, { number, choice }) => {
    const part = percentTerm(number('factor', 'advancePercent'));
    const advanced =
      choice('feeKeptBack') === 'yes'
        ? `(${part} − ${percentTerm(number('factor', 'feePercent'))})`
        : part;
    return [
      {
        name: 'saving',
        value: saving,
        unit: 'amount',
        how: [`${money(today.total)} − ${money(factor.total)}`],
      },
      {
        name: 'ownTotal',
        value: today.total,
        unit: 'amount',
        how: [sum([today.finance, today.badDebts, today.yearlyCost])],
      },
      {
        name: 'ownFinance',
        value: today.finance,
        unit: 'amount',
        how: [`${money(today.receivables)} × ${percentTerm(number('today', 'financePercent'))}`],
      },
      {
        name: 'factorTotal',
        value: factor.total,
        unit: 'amount',
        how: [
          sum([
            factor.fee,
            factor.interest,
            factor.restFinance,
            factor.badDebts,
            factor.yearlyCost,
          ]),
        ],
      },
      {
        name: 'fee',
        value: factor.fee,
        unit: 'amount',
        how: [
          `${money(number('year', 'creditSales'))} × ${percentTerm(number('factor', 'feePercent'))}`,
        ],
      },
      {
        name: 'advance',
        value: factor.advance,
        unit: 'amount',
        how: [`${money(factor.receivables)} × ${advanced}`],
      },
      {
        name: 'advanceInterest',
        value: factor.interest,
        unit: 'amount',
        how: [`${money(factor.advance)} × ${percentTerm(number('factor', 'advanceRatePercent'))}`],
      },
      {
        name: 'restFinance',
        value: factor.restFinance,
        unit: 'amount',
        how: [
          `(${money(factor.receivables)} − ${money(factor.advance)}) × ${percentTerm(number('factor', 'restFinancePercent'))}`,
        ],
      },
      {
        name: 'effectivePercent',
        value: factor.effectivePercent,
        unit: 'percent',
        how: [`(${money(factor.fee)} + ${money(factor.interest)}) ÷ ${money(factor.advance)}`],
      },
    ];
  },
});

/** What is owed, with the mean of the days it is owed. */
function receivablesOf(
  { days: mean, receivables }: OwnCost | FactorCost,
  { number, rows }: Entered,
  group: 'today' | 'factor',
): Result[] {
  const terms = collected(rows(group)).map(
    (part) => `${percentTerm(part.percent)} × ${formatPlain(part.days)}`,
  );
  return [
    { name: 'meanDays', value: mean, unit: 'days', how: [terms.join(' + ')] },
    {
      name: 'receivables',
      value: receivables,
      unit: 'amount',
      how: [
        `${money(number('year', 'creditSales'))} × ${formatPlain(mean)} ÷ ${formatPlain(number('year', 'yearDays'))}`,
      ],
    },
  ];
}

const sum = (values: readonly string[]): string => values.map(money).join(' + ');
