import type { InvestmentValue, PolicyFigures } from '../../../engine/pkg/encours';
import { formatPlain } from '../../../text/format';
import { difference } from '../../../lib/decimal';
import { money } from '../../money';
import { percentTerm } from './format';
import {
  amount,
  calculator,
  days,
  percent,
  yearDays,
  type Entered,
  type GroupName,
  type Result,
} from './types';

const values = [
  'variableCost',
  'price',
  'gainedAtVariableCost',
] as const satisfies InvestmentValue[];

const policy = (sales: string, collectionDays: string, badDebtPercent: string) => [
  amount('sales', sales),
  days('collectionDays', collectionDays),
  percent('badDebtPercent', badDebtPercent),
  percent('discountPercent', '0'),
  percent('takeUpPercent', '0'),
  amount('yearlyCost', '0'),
];

const policyOf = ({ number }: Entered, group: GroupName) => ({
  sales: number(group, 'sales'),
  collectionDays: number(group, 'collectionDays'),
  badDebtPercent: number(group, 'badDebtPercent'),
  discountPercent: number(group, 'discountPercent'),
  takeUpPercent: number(group, 'takeUpPercent'),
  yearlyCost: number(group, 'yearlyCost'),
});

/** The net benefit of a change of terms. The example is Gitman's Dodd Tool. */
export const creditPolicy = calculator({
  name: 'creditPolicy',
  groups: [
    { name: 'before', fields: policy('600000', '30', '1') },
    { name: 'after', fields: policy('630000', '45', '2') },
    {
      name: 'general',
      fields: [percent('variableCostPercent', '60'), percent('returnPercent', '15'), yearDays()],
    },
  ],
  choices: [{ name: 'investment', options: values }],
  request: (entered) => ({
    calculator: 'creditPolicy',
    before: policyOf(entered, 'before'),
    after: policyOf(entered, 'after'),
    variableCostPercent: entered.number('general', 'variableCostPercent'),
    returnPercent: entered.number('general', 'returnPercent'),
    yearDays: entered.number('general', 'yearDays'),
    investment: valueOf(entered.choice('investment')),
  }),
  groupResults: ({ before, after }, entered) => ({
    before: figuresOf(before, entered, 'before'),
    after: figuresOf(after, entered, 'after'),
  }),
  results: (answer, { number }) => {
    const gained = difference(number('after', 'sales'), number('before', 'sales'));
    const of = (part: 'badDebts' | 'discounts' | 'investment') =>
      `${money(answer.after[part])} − ${money(answer.before[part])}`;
    return [
      {
        name: 'netBenefit',
        value: answer.netBenefit,
        unit: 'amount',
        how: [
          [
            answer.contribution,
            answer.investmentCost,
            answer.badDebts,
            answer.discounts,
            answer.yearlyCost,
          ]
            .map(bracketed)
            .join(' − '),
        ],
      },
      {
        name: 'contribution',
        value: answer.contribution,
        unit: 'amount',
        how: [
          `${bracketed(gained)} × (${percentTerm('100')} − ${percentTerm(number('general', 'variableCostPercent'))})`,
        ],
      },
      { name: 'investment', value: answer.investment, unit: 'amount', how: [of('investment')] },
      {
        name: 'investmentCost',
        value: answer.investmentCost,
        unit: 'amount',
        how: [
          `${bracketed(answer.investment)} × ${percentTerm(number('general', 'returnPercent'))}`,
        ],
      },
      { name: 'moreBadDebts', value: answer.badDebts, unit: 'amount', how: [of('badDebts')] },
      { name: 'moreDiscounts', value: answer.discounts, unit: 'amount', how: [of('discounts')] },
    ];
  },
});

/** What customers owe under a policy, and what is invested in them. */
function figuresOf(
  figures: PolicyFigures,
  { number, choice }: Entered,
  group: GroupName,
): Result[] {
  const turn = `× ${formatPlain(number(group, 'collectionDays'))} ÷ ${formatPlain(number('general', 'yearDays'))}`;
  const sales = money(number(group, 'sales'));
  const cost = percentTerm(number('general', 'variableCostPercent'));
  const before = money(number('before', 'sales'));
  const valued: Record<InvestmentValue, string> = {
    variableCost: `${sales} × ${cost}`,
    price: sales,
    gainedAtVariableCost:
      group === 'before' ? sales : `(${before} + (${sales} − ${before}) × ${cost})`,
  };
  return [
    { name: 'receivables', value: figures.receivables, unit: 'amount', how: [`${sales} ${turn}`] },
    {
      name: 'invested',
      value: figures.investment,
      unit: 'amount',
      how: [`${valued[valueOf(choice('investment'))]} ${turn}`],
    },
  ];
}

const valueOf = (chosen: string): InvestmentValue =>
  values.find((value) => value === chosen) ?? 'variableCost';

/** A term of a sum, so that a minus does not follow another. */
const bracketed = (value: string): string =>
  value.startsWith('-') ? `(${money(value)})` : money(value);
