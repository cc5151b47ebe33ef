import { boundsOf } from '../../../engine/catalogue';
import { formatPlain } from '../../../text/format';
import { money } from '../../money';
import { daysTerm } from './format';
import { calculator, yearDays, type Field, type Row, type StartRow } from './types';

const { most } = boundsOf('amount');
const fields: readonly Field[] = [
  { name: 'opening', unit: 'amount', start: null, isOptional: true, most },
  { name: 'closing', unit: 'amount', start: '100000', most },
  { name: 'flow', unit: 'amount', start: '1000000', least: '0.01', most },
  {
    name: 'flowPercent',
    unit: 'percent',
    start: '100',
    isOptional: true,
    least: '0.0001',
    most: '100',
  },
];

const row = (
  preset: NonNullable<Row['preset']>,
  side: Row['side'],
  [opening, closing, flow]: [string, string, string],
): StartRow => ({ preset, side, values: { opening, closing, flow, flowPercent: '100' } });

/** Balances against the flows that renew them. The example is of UNIT, "Les ratios de rotation". */
export const operatingCycle = calculator({
  name: 'operatingCycle',
  groups: [
    { name: 'year', fields: [yearDays('360')] },
    {
      name: 'items',
      fields: [],
      table: {
        fields,
        isNamed: true,
        start: [
          row('materials', 'need', ['50000', '90000', '700000']),
          row('finishedGoods', 'need', ['60000', '40000', '450000']),
          row('customers', 'need', ['120000', '140000', '1170000']),
          row('suppliers', 'resource', ['100000', '180000', '1120000']),
        ],
      },
    },
  ],
  request: ({ number, rows }) => ({
    calculator: 'operatingCycle',
    yearDays: number('year', 'yearDays'),
    stages: rows('items').map(({ side, values }) => ({
      side,
      opening: values.opening ?? null,
      closing: values.closing ?? '0',
      flow: values.flow ?? '0',
      flowPercent: values.flowPercent ?? null,
    })),
  }),
  results: (answer, { number, rows }) => [
    {
      name: 'cycleDays',
      value: answer.days,
      unit: 'days',
      how: [
        answer.stages
          .map((stage, index) => {
            const isResource = rows('items')[index]?.side === 'resource';
            return `${isResource ? '−' : index === 0 ? '' : '+'} ${daysTerm(stage.days)}`.trim();
          })
          .join(' '),
        ...new Set(
          answer.stages.map(
            (stage) =>
              `${money(stage.balance)} ÷ ${money(stage.flow)} × ${formatPlain(number('year', 'yearDays'))} = ${daysTerm(stage.days)}`,
          ),
        ),
      ],
    },
  ],
  rowResults: (answer) => ({
    items: answer.stages.map((stage) => [
      { name: 'stageDays', value: stage.days, unit: 'days' },
      { name: 'turnover', value: stage.turnover, unit: 'factor' },
    ]),
  }),
});
