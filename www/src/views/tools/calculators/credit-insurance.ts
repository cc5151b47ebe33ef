import { formatPlain } from '../../../text/format';
import { difference } from '../../../lib/decimal';
import { money } from '../../money';
import { percentTerm } from './format';
import { amount, calculator, percent } from './types';

/** What an unpaid invoice costs, with and without insurance. The example is of EDC, with a premium of 3 ‰. */
export const creditInsurance = calculator({
  name: 'creditInsurance',
  groups: [
    {
      name: 'year',
      fields: [
        amount('sales', '1000000'),
        percent('marginPercent', '5'),
        amount('loss', '60000'),
        percent('defaultPercent', '0.5'),
      ],
    },
    {
      name: 'insurance',
      fields: [
        percent('coverPercent', '90'),
        { name: 'premiumPerMille', unit: 'perMille', start: '3', most: '1000' },
      ],
    },
  ],
  request: ({ number }) => ({
    calculator: 'creditInsurance',
    sales: number('year', 'sales'),
    marginPercent: number('year', 'marginPercent'),
    loss: number('year', 'loss'),
    defaultPercent: number('year', 'defaultPercent'),
    coverPercent: number('insurance', 'coverPercent'),
    premiumPerMille: number('insurance', 'premiumPerMille'),
  }),
  groupResults: (answer, { number }) => ({
    year: [
      {
        name: 'profit',
        value: answer.profit,
        unit: 'amount',
        how: [
          `${money(number('year', 'sales'))} × ${percentTerm(number('year', 'marginPercent'))}`,
        ],
      },
    ],
  }),
  results: (answer, { number }) => {
    const sales = money(number('year', 'sales'));
    const loss = money(number('year', 'loss'));
    const margin = percentTerm(number('year', 'marginPercent'));
    const cover = percentTerm(number('insurance', 'coverPercent'));
    return [
      {
        name: 'salesToRecover',
        value: answer.salesToRecover,
        unit: 'amount',
        how: [`${loss} ÷ ${margin}`],
      },
      {
        name: 'salesToRecoverInsured',
        value: answer.salesToRecoverInsured,
        unit: 'amount',
        how: [`${money(difference(number('year', 'loss'), answer.indemnity))} ÷ ${margin}`],
      },
      {
        name: 'resultUninsured',
        value: answer.resultUninsured,
        unit: 'amount',
        how: [`${sales} × ${margin} − ${loss}`],
      },
      {
        name: 'resultInsured',
        value: answer.resultInsured,
        unit: 'amount',
        how: [
          `${money(answer.profit)} − ${money(answer.premium)} − ${loss} + ${money(answer.indemnity)}`,
        ],
      },
      {
        name: 'premium',
        value: answer.premium,
        unit: 'amount',
        how: [`${sales} × ${formatPlain(number('insurance', 'premiumPerMille'))} ‰`],
      },
      { name: 'cover', value: answer.indemnity, unit: 'amount', how: [`${loss} × ${cover}`] },
      {
        name: 'expectedLoss',
        value: answer.expectedLoss,
        unit: 'amount',
        how: [`${sales} × ${percentTerm(number('year', 'defaultPercent'))}`],
      },
      {
        name: 'expectedBenefit',
        value: answer.expectedBenefit,
        unit: 'amount',
        how: [`${money(answer.expectedLoss)} × ${cover} − ${money(answer.premium)}`],
      },
    ];
  },
});
