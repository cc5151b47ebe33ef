import type {
  Action,
  LegalRequest,
  Lever,
  Parameter,
  SegmentValue,
  TermsRule,
} from '../engine/pkg/encours';
import { isWhole, leverOf, type LeverName } from './levers';

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
  earlyPayersFollow: boolean;
  /** Of a factor. */
  withRecourse: boolean;
  /** Empty for all. */
  customers: readonly string[];
  exceptCustomers: readonly string[];
  /** Values of segments; all of them if empty. */
  segments: readonly SegmentValue[];
  termsAboveDays: string | null;
  termsUpToDays: string | null;
  amountAbove: string | null;
  withoutDisputes: boolean;
  yearlyCost: string;
  oneOffCost: string;
  lostSalesPercent: string;
  marginPercent: string;
  /** `null` for the day after the as-of date. */
  goLive: string | null;
}

/** A lever in its usual form. */
export function usualLever(name: LeverName, change: Partial<LeverSettings> = {}): LeverSettings {
  const { numbers, ...rest } = change;
  const usual = settingsOf(leverOf(name).usual);
  return { ...usual, numbers: { ...usual.numbers, ...numbers }, ...rest };
}

/** Every term brought to what the law, or the rule chosen, allows. */
export const legalCap = (legal: LegalRequest): LeverSettings =>
  usualLever('terms', { rule: 'legal', legal, numbers: { sharePercent: '100' } });

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
export const isNarrowed = (lever: LeverSettings): boolean =>
  lever.customers.length > 0 ||
  lever.exceptCustomers.length > 0 ||
  lever.segments.length > 0 ||
  lever.termsAboveDays !== null ||
  lever.termsUpToDays !== null ||
  lever.amountAbove !== null ||
  lever.withoutDisputes;

/** A lever that concerns everything. */
export const everything = {
  customers: [],
  exceptCustomers: [],
  segments: [],
  termsAboveDays: null,
  termsUpToDays: null,
  amountAbove: null,
  withoutDisputes: false,
} as const satisfies Partial<LeverSettings>;

/** The lever as the engine is asked for it. */
export function asked(settings: LeverSettings): Lever {
  const used = new Set<Parameter>(numbersUsed(settings));
  const bounds = Object.entries(settings.bounds).map(([name, { low, high }]) => {
    return { parameter: name as Parameter, low, high };
  });
  return {
    action: actionOf(settings),
    scope: {
      customers: [...settings.customers],
      exceptCustomers: [...settings.exceptCustomers],
      segments: [...settings.segments],
      termsAboveDays: settings.termsAboveDays === null ? null : Number(settings.termsAboveDays),
      termsUpToDays: settings.termsUpToDays === null ? null : Number(settings.termsUpToDays),
      amountAbove: settings.amountAbove,
      withoutDisputes: settings.withoutDisputes,
    },
    sharePercent: settings.numbers.sharePercent ?? '100',
    yearlyCost: settings.yearlyCost,
    oneOffCost: settings.oneOffCost,
    lostSalesPercent: settings.lostSalesPercent,
    marginPercent: settings.marginPercent,
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

/** What the numbers of a lever say of everybody in its scope; the other two are those of every lever. */
const ofEveryLever: readonly Parameter[] = ['sharePercent', 'yearlyCost'];

function actionOf(settings: LeverSettings): Action {
  const { name, numbers, rule, legal, earlyPayersFollow, withRecourse } = settings;
  const { numbers: specs, rules } = leverOf(name);
  const own = specs.filter(({ parameter }) => !ofEveryLever.includes(parameter));
  const entries = own.map((spec): [Parameter, string | number | null] => {
    const value = numbers[spec.parameter];
    if (value === undefined) return [spec.parameter, spec.isOptional ? null : '0'];
    return [spec.parameter, isWhole(spec) ? Number(value) : value];
  });
  const byRule = rules.length > 0 ? { rule, legal, earlyPayersFollow } : {};
  const byRecourse = name === 'factoring' ? { withRecourse } : {};
  // The catalogue names the numbers of each lever as its action does.
  return {
    lever: name,
    ...byRule,
    ...byRecourse,
    ...Object.fromEntries(entries),
  } as unknown as Action;
}

/** A lever of the engine, such as one that it suggests, as settings. */
export function settingsOf(lever: Lever): LeverSettings {
  const { action, scope, sharePercent, yearlyCost } = lever;
  const given = new Map<string, unknown>(Object.entries(action));
  const numbers: LeverSettings['numbers'] = { sharePercent: sharePercent ?? '100' };
  for (const { parameter } of leverOf(action.lever).numbers) {
    const value = given.get(parameter);
    if (typeof value === 'string' || typeof value === 'number') numbers[parameter] = String(value);
  }
  const isByRule = action.lever === 'terms';
  return {
    name: action.lever,
    isOn: true,
    numbers,
    bounds: {},
    rule: isByRule ? action.rule : 'minus',
    legal: isByRule ? (action.legal ?? {}) : {},
    earlyPayersFollow: isByRule && action.earlyPayersFollow === true,
    withRecourse: action.lever === 'factoring' && action.withRecourse === true,
    customers: scope?.customers ?? [],
    exceptCustomers: scope?.exceptCustomers ?? [],
    segments: scope?.segments ?? [],
    termsAboveDays: scope?.termsAboveDays == null ? null : String(scope.termsAboveDays),
    termsUpToDays: scope?.termsUpToDays == null ? null : String(scope.termsUpToDays),
    amountAbove: scope?.amountAbove ?? null,
    withoutDisputes: scope?.withoutDisputes ?? false,
    yearlyCost: yearlyCost ?? '0',
    oneOffCost: lever.oneOffCost ?? '0',
    lostSalesPercent: lever.lostSalesPercent ?? '0',
    marginPercent: lever.marginPercent ?? '0',
    goLive: null,
  };
}
