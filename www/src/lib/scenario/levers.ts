import type { Action, Parameter } from '../../engine/pkg/encours';

export type LeverName = Action['lever'];

/** A number of a lever: what its slider offers, and what may be typed. */
export interface NumberSpec {
  parameter: Parameter;
  unit: 'percent' | 'perMille' | 'days' | 'count';
  least: number;
  most: number;
  step: number;
  mostTyped: number;
  /** Is it one that few will change? */
  isFine?: boolean;
  /** May it be left out, for the engine to say? */
  isOptional?: boolean;
}

export type LeverGroup = 'payment' | 'collection' | 'financing' | 'capital';

export interface LeverSpec {
  name: LeverName;
  group: LeverGroup;
  testid: string;
  numbers: readonly NumberSpec[];
}

const percent = (parameter: Parameter, most = 100, step = 1, mostTyped = 100): NumberSpec => ({
  parameter,
  unit: 'percent',
  least: 0,
  most,
  step,
  mostTyped,
});

const days = (parameter: Parameter, most: number, mostTyped: number): NumberSpec => ({
  parameter,
  unit: 'days',
  least: 0,
  most,
  step: 1,
  mostTyped,
});

const share = percent('sharePercent');

/** Every lever, in the order in which the engine applies them. */
export const levers: readonly LeverSpec[] = [
  {
    name: 'terms',
    group: 'payment',
    testid: 'lever-terms',
    numbers: [days('days', 90, 365), share],
  },
  {
    name: 'earlyPaymentDiscount',
    group: 'payment',
    testid: 'lever-discount',
    numbers: [
      percent('discountPercent', 5, 0.1, 50),
      days('withinDays', 60, 365),
      share,
      { ...percent('earlyPayersPercent'), isFine: true },
    ],
  },
  {
    name: 'deposit',
    group: 'payment',
    testid: 'lever-deposit',
    numbers: [percent('depositPercent'), share],
  },
  {
    name: 'fasterInvoicing',
    group: 'collection',
    testid: 'lever-fasterInvoicing',
    numbers: [days('days', 30, 180), share],
  },
  {
    name: 'reminders',
    group: 'collection',
    testid: 'lever-reminders',
    numbers: [percent('shrinkPercent'), share, { ...days('days', 60, 365), isFine: true }],
  },
  {
    name: 'disputes',
    group: 'collection',
    testid: 'lever-disputes',
    numbers: [share, days('afterDays', 120, 365)],
  },
  {
    name: 'instalmentPlan',
    group: 'collection',
    testid: 'lever-instalmentPlan',
    numbers: [
      {
        parameter: 'instalments',
        unit: 'count',
        least: 1,
        most: 12,
        step: 1,
        mostTyped: 36,
      },
      days('afterDays', 180, 365),
      share,
    ],
  },
  {
    name: 'creditInsurance',
    group: 'financing',
    testid: 'lever-creditInsurance',
    numbers: [
      {
        parameter: 'premiumPerMille',
        unit: 'perMille',
        least: 0,
        most: 10,
        step: 0.1,
        mostTyped: 100,
      },
      percent('coveredPercent'),
      share,
      { ...percent('lossPercent', 10, 0.1), isFine: true, isOptional: true },
    ],
  },
  {
    name: 'factoring',
    group: 'financing',
    testid: 'lever-factoring',
    numbers: [
      share,
      percent('advancePercent'),
      percent('feePercent', 3, 0.05, 50),
      percent('interestPercent', 12, 0.1, 50),
    ],
  },
  {
    name: 'payables',
    group: 'capital',
    testid: 'lever-payables',
    numbers: [days('days', 60, 180), share],
  },
  {
    name: 'inventory',
    group: 'capital',
    testid: 'lever-inventory',
    numbers: [days('days', 60, 180), share],
  },
];

export const leverGroups: readonly LeverGroup[] = ['payment', 'collection', 'financing', 'capital'];

/** The lever of this name. */
export function leverOf(name: LeverName): LeverSpec {
  const found = levers.find((lever) => lever.name === name);
  if (found === undefined) throw new Error(`no lever ${name}`);
  return found;
}

/** Does its number count whole days or instalments? */
export const isWhole = ({ unit }: NumberSpec): boolean => unit === 'days' || unit === 'count';
