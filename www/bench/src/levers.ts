import type { Lever, ScenarioRequest } from '../../src/engine/pkg/encours.js';
import { AS_OF } from './dates.ts';
import { customerNames } from './made-up/month-end.ts';

/** Every lever, adopted in part, at one position of the sliders. */
export function everyLever(position: number): ScenarioRequest {
  const share = String(20 + (position % 60));
  const lever = (action: Lever['action'], range?: Lever['ranges']): Lever => ({
    action,
    sharePercent: share,
    ranges: range ?? [{ parameter: 'sharePercent', low: '10', high: '90' }],
  });
  const levers: Lever[] = [
    lever({ lever: 'terms', rule: 'minus', days: 5 + (position % 20) }, [
      { parameter: 'days', low: '2', high: '30' },
    ]),
    lever({ lever: 'earlyPaymentDiscount', discountPercent: '1', withinDays: 10 }),
    lever({ lever: 'deposit', depositPercent: '30' }),
    lever({ lever: 'fasterInvoicing', days: 3 }),
    lever({ lever: 'reminders', shrinkPercent: '30' }),
    lever({ lever: 'disputes', afterDays: 30 }),
    lever({ lever: 'instalmentPlan', instalments: 3, afterDays: 30 }),
    lever({ lever: 'creditInsurance', premiumPerMille: '2', coveredPercent: '90' }),
    lever({ lever: 'factoring', advancePercent: '85', feePercent: '0.5', interestPercent: '6' }),
    lever({ lever: 'payables', days: 5 }),
    lever({ lever: 'inventory', days: 5 }),
  ];
  // The made-up list has no dispute, which the engine refuses a lever for.
  const used = levers.filter(({ action }) => action.lever !== 'disputes');
  const balances = { inventory: '1000000', payables: '1000000', purchases: '10000000' };
  return { baseline: { asOf: AS_OF, balances }, levers: used, ratePercent: '5' };
}

/** Twelve levers, each for other amounts. */
export function twelveScopes(position: number): ScenarioRequest {
  const actions: Lever['action'][] = [
    { lever: 'terms', rule: 'minus', days: 5 + (position % 20) },
    { lever: 'terms', rule: 'cap', days: 30 },
    { lever: 'earlyPaymentDiscount', discountPercent: '1', withinDays: 10 },
    { lever: 'deposit', depositPercent: '30' },
    { lever: 'deposit', depositPercent: '10' },
    { lever: 'fasterInvoicing', days: 3 },
    { lever: 'fasterInvoicing', days: 6 },
    { lever: 'reminders', shrinkPercent: '30' },
    { lever: 'reminders', shrinkPercent: '15' },
    { lever: 'instalmentPlan', instalments: 3, afterDays: 30 },
    { lever: 'creditInsurance', premiumPerMille: '2', coveredPercent: '90' },
    { lever: 'factoring', advancePercent: '85', feePercent: '0.5', interestPercent: '6' },
  ];
  const levers = actions.map((action, at): Lever => ({
    action,
    scope: { amountAbove: String(500 + 1_000 * at) },
    sharePercent: String(20 + (position % 60)),
    ranges: [{ parameter: 'sharePercent', low: '10', high: '90' }],
  }));
  return { baseline: { asOf: AS_OF }, levers, ratePercent: '5' };
}

const names = customerNames();

/** Six levers within the law that concern different amounts and customers, and settled disputes. */
export function legalLevers(position: number): ScenarioRequest {
  const lever = (action: Lever['action'], scope: NonNullable<Lever['scope']>): Lever => ({
    action,
    scope,
    sharePercent: String(20 + (position % 60)),
    ranges: [{ parameter: 'sharePercent', low: '10', high: '90' }],
  });
  const legal = { regime: { regime: 'law', id: 'fortyFiveDaysMonthEnd' } } as const;
  const levers: Lever[] = [
    lever({ lever: 'terms', rule: 'legal', days: 0, legal }, { amountAbove: '700' }),
    lever(
      { lever: 'earlyPaymentDiscount', discountPercent: '1', withinDays: 10 },
      { amountAbove: '2000' },
    ),
    lever({ lever: 'fasterInvoicing', days: 3 }, { amountAbove: '3000' }),
    lever({ lever: 'reminders', shrinkPercent: '30' }, { amountAbove: '4000' }),
    lever({ lever: 'instalmentPlan', instalments: 3, afterDays: 30 }, { amountAbove: '5000' }),
    lever({ lever: 'deposit', depositPercent: '30' }, { customers: names.slice(0, 1_000) }),
    lever({ lever: 'disputes', afterDays: 30 }, {}),
  ];
  return { baseline: { asOf: AS_OF }, levers, ratePercent: '5' };
}
