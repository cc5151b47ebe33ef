import type { Action, LegalRequest, Lever, Parameter, TermsRule } from '../../engine/pkg/encours';
import { leverOf, type LeverName } from './levers';

/** Bounds that a number is believed to lie in. */
export interface Bounds {
  low: string;
  high: string;
}

/** A lever as it stands on the page; switched off, it keeps its settings. Numbers are decimals in the engine's form. */
export interface LeverSettings {
  name: LeverName;
  isOn: boolean;
  numbers: Partial<Record<Parameter, string>>;
  bounds: Partial<Record<Parameter, Bounds>>;
  /** Of shorter terms. */
  rule: TermsRule;
  legal: LegalRequest;
  /** Empty for all. */
  customers: readonly string[];
  termsAboveDays: string | null;
  amountAbove: string | null;
  yearlyCost: string;
  /** `null` for the day after the as-of date. */
  goLive: string | null;
}

const sixtyDays: LegalRequest = { regime: { regime: 'law', id: 'sixtyDays' } };

/** Where each lever starts from. */
const usual: Record<LeverName, LeverSettings['numbers']> = {
  terms: { days: '10', sharePercent: '50' },
  earlyPaymentDiscount: {
    discountPercent: '0.5',
    withinDays: '10',
    sharePercent: '20',
    earlyPayersPercent: '100',
  },
  deposit: { depositPercent: '30', sharePercent: '20' },
  fasterInvoicing: { days: '3', sharePercent: '100' },
  reminders: { shrinkPercent: '30', days: '0', sharePercent: '100' },
  disputes: { afterDays: '30', sharePercent: '50' },
  instalmentPlan: { instalments: '3', afterDays: '60', sharePercent: '50' },
  creditInsurance: { premiumPerMille: '2', coveredPercent: '90', sharePercent: '100' },
  factoring: {
    advancePercent: '85',
    feePercent: '0.5',
    interestPercent: '6',
    sharePercent: '30',
  },
  payables: { days: '5', sharePercent: '100' },
  inventory: { days: '5', sharePercent: '100' },
};

/** A lever in its usual form. */
export function usualLever(name: LeverName, change: Partial<LeverSettings> = {}): LeverSettings {
  const { numbers, ...rest } = change;
  return {
    name,
    isOn: true,
    numbers: { ...usual[name], ...numbers },
    bounds: {},
    rule: 'minus',
    legal: sixtyDays,
    customers: [],
    termsAboveDays: null,
    amountAbove: null,
    yearlyCost: '0',
    goLive: null,
    ...rest,
  };
}

/** The same with another value of a number; `null` leaves it to the engine. */
export function withNumber(
  settings: LeverSettings,
  parameter: Parameter,
  value: string | null,
): LeverSettings {
  if (parameter === 'yearlyCost') return { ...settings, yearlyCost: value ?? '0' };
  return { ...settings, numbers: withEntry(settings.numbers, parameter, value) };
}

/** The same with other bounds of a number; `null` makes it certain. */
export function withBounds(
  settings: LeverSettings,
  parameter: Parameter,
  bounds: Bounds | null,
): LeverSettings {
  return { ...settings, bounds: withEntry(settings.bounds, parameter, bounds) };
}

function withEntry<T>(
  entries: Partial<Record<Parameter, T>>,
  parameter: Parameter,
  value: T | null,
): Partial<Record<Parameter, T>> {
  if (value !== null) return { ...entries, [parameter]: value };
  const others = Object.entries(entries).filter(([name]) => name !== parameter);
  return Object.fromEntries(others);
}

/** Does the lever concern only some of the invoices? */
export const isNarrowed = ({ customers, termsAboveDays, amountAbove }: LeverSettings): boolean =>
  customers.length > 0 || termsAboveDays !== null || amountAbove !== null;

/** The lever as the engine is asked for it. `currentTerm` is what stands in for due dates that the data lacks. */
export function asked(settings: LeverSettings, currentTerm: number | null): Lever {
  const used = new Set<Parameter>(numbersUsed(settings));
  const bounds = Object.entries(settings.bounds).map(([name, { low, high }]) => {
    return { parameter: name as Parameter, low, high };
  });
  return {
    action: actionOf(settings, currentTerm),
    scope: {
      customers: [...settings.customers],
      termsAboveDays: settings.termsAboveDays === null ? null : Number(settings.termsAboveDays),
      amountAbove: settings.amountAbove,
    },
    sharePercent: settings.numbers.sharePercent ?? '100',
    yearlyCost: settings.yearlyCost,
    goLive: settings.goLive,
    ranges: bounds.filter(({ parameter }) => used.has(parameter)),
  };
}

/** The numbers that a lever has as it is set. */
export function numbersUsed(settings: LeverSettings): Parameter[] {
  const all = leverOf(settings.name).numbers.map(({ parameter }) => parameter);
  const isByLaw = settings.name === 'terms' && settings.rule === 'legal';
  return all.filter(
    (parameter) => settings.numbers[parameter] !== undefined && !(isByLaw && parameter === 'days'),
  );
}

function actionOf(settings: LeverSettings, currentTerm: number | null): Action {
  const { name: lever, rule, legal } = settings;
  const decimal = (parameter: Parameter): string => settings.numbers[parameter] ?? '0';
  const whole = (parameter: Parameter): number => Number(decimal(parameter));
  switch (lever) {
    case 'terms':
      return { lever, rule, days: whole('days'), legal, currentTermDays: currentTerm };
    case 'earlyPaymentDiscount':
      return {
        lever,
        discountPercent: decimal('discountPercent'),
        withinDays: whole('withinDays'),
        earlyPayersPercent: decimal('earlyPayersPercent'),
      };
    case 'deposit':
      return { lever, depositPercent: decimal('depositPercent') };
    case 'reminders':
      return { lever, shrinkPercent: decimal('shrinkPercent'), days: whole('days') };
    case 'disputes':
      return { lever, afterDays: whole('afterDays') };
    case 'instalmentPlan':
      return { lever, instalments: whole('instalments'), afterDays: whole('afterDays') };
    case 'creditInsurance':
      return {
        lever,
        premiumPerMille: decimal('premiumPerMille'),
        coveredPercent: decimal('coveredPercent'),
        lossPercent: settings.numbers.lossPercent ?? null,
      };
    case 'factoring':
      return {
        lever,
        advancePercent: decimal('advancePercent'),
        feePercent: decimal('feePercent'),
        interestPercent: decimal('interestPercent'),
      };
    case 'fasterInvoicing':
    case 'payables':
    case 'inventory':
      return { lever, days: whole('days') };
  }
}

/** A lever that the engine suggests, as settings. */
export function settingsOf({ action, sharePercent, yearlyCost }: Lever): LeverSettings {
  const given = new Map<string, unknown>(Object.entries(action));
  const numbers: LeverSettings['numbers'] = { sharePercent: sharePercent ?? '100' };
  for (const { parameter } of leverOf(action.lever).numbers) {
    const value = given.get(parameter);
    if (typeof value === 'string' || typeof value === 'number') numbers[parameter] = String(value);
  }
  const byRule = action.lever === 'terms' ? { rule: action.rule, legal: action.legal ?? {} } : {};
  return usualLever(action.lever, { numbers, yearlyCost: yearlyCost ?? '0', ...byRule });
}
