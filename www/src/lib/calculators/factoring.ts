import { formatPlain } from '../../i18n/format';
import { money } from '../../state/money';
import { percentTerm } from './format';
import { amount, calculator, days, percent, yearDays } from './types';

/** Factoring against collecting oneself. The example is of BPP, ACCA F9. */
export const factoring = calculator({
  name: 'factoring',
  groups: [
    { name: 'year', fields: [amount('creditSales', '1500000'), yearDays('365')] },
    {
      name: 'today',
      fields: [
        days('collectionDays', '45'),
        percent('financePercent', '13.5'),
        percent('badDebtPercent', '0.5'),
        amount('ledgerCost', '30000'),
      ],
    },
    {
      name: 'factor',
      fields: [
        days('collectionDays', '30'),
        percent('feePercent', '2.5'),
        percent('advancePercent', '80'),
        percent('advanceRatePercent', '14'),
        percent('restFinancePercent', '13.5'),
        percent('badDebtPercent', '0'),
        amount('ledgerCost', '0'),
      ],
    },
  ],
  choices: [{ name: 'feeKeptBack', options: ['no', 'yes'] }],
  request: ({ number, choice }) => ({
    calculator: 'factoring',
    creditSales: number('year', 'creditSales'),
    yearDays: number('year', 'yearDays'),
    today: {
      collected: [{ percent: '100', days: number('today', 'collectionDays') }],
      financePercent: number('today', 'financePercent'),
      badDebtPercent: number('today', 'badDebtPercent'),
      yearlyCost: number('today', 'ledgerCost'),
    },
    factor: {
      collected: [{ percent: '100', days: number('factor', 'collectionDays') }],
      feePercent: number('factor', 'feePercent'),
      advancePercent: number('factor', 'advancePercent'),
      feeKeptBack: choice('feeKeptBack') === 'yes',
      advanceRatePercent: number('factor', 'advanceRatePercent'),
      restFinancePercent: number('factor', 'restFinancePercent'),
      badDebtPercent: number('factor', 'badDebtPercent'),
      yearlyCost: number('factor', 'ledgerCost'),
    },
  }),
  results: ({ today, factor, saving }, { number, choice }) => {
    const part = percentTerm(number('factor', 'advancePercent'));
    const advanced =
      choice('feeKeptBack') === 'yes'
        ? `(${part} − ${percentTerm(number('factor', 'feePercent'))})`
        : part;
    const receivables = (group: 'today' | 'factor') =>
      `${money(number('year', 'creditSales'))} × ${formatPlain(number(group, 'collectionDays'))} ÷ ${formatPlain(number('year', 'yearDays'))}`;
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
        how: [`${receivables('today')} × ${percentTerm(number('today', 'financePercent'))}`],
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
        how: [
          `${receivables('factor')} = ${money(factor.receivables)}`,
          `${money(factor.receivables)} × ${advanced}`,
        ],
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

const sum = (values: readonly string[]): string => values.map(money).join(' + ');
