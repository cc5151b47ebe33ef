import * as v from 'valibot';
import { catalogue } from '../engine/catalogue';
import type {
  Conventions,
  ImportOptions,
  LegalRequest,
  MonthEndReading,
  TermsRule,
  TypedBalances,
  TypedRates,
} from '../engine/pkg/encours';
import { actionStates, mostActions, mostTargets, targetKey } from './action-plan.svelte';
import type { Dossier } from './dossier';
import { levers, type LeverName } from './levers';
import { annexes } from './report-settings.svelte';
import { mostScenarios, presets, type PresetName } from './scenario-set';
import type { PenaltyChoice, RegimeName } from './terms.svelte';
import { ruleKinds } from './due-rule';
import { dossierVersion } from './upgrade';

/** Longer than anything that is typed into a field. */
const mostText = 10_000;
const mostEntries = 10_000;

const text = v.pipe(v.string(), v.maxLength(mostText));
const decimal = v.pipe(v.string(), v.regex(/^-?\d{1,25}(\.\d{1,25})?$/));
const day = v.pipe(v.string(), v.isoDate(), v.check(isInCalendar));
const dayOrNone = v.union([day, v.literal('')]);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const names = v.pipe(v.array(text), v.maxLength(mostEntries));
const numbers = v.record(text, decimal);

/** `2025-02-31` is in none. */
function isInCalendar(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** What is told apart by its key has each of them once. */
const isEachOnce = (keys: readonly unknown[]): boolean => new Set(keys).size === keys.length;

/** What belongs to the engine: it says itself what it does not understand. */
const ofEngine = <T>() =>
  v.custom<T>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

const segment = v.object({ column: text, value: text });

const balance = v.exactOptional(v.nullable(decimal));
const balances = {
  receivables: balance,
  sales: balance,
  factored: balance,
  inventory: balance,
  payables: balance,
  purchases: balance,
  costOfSales: balance,
} satisfies Record<keyof TypedBalances, unknown>;

const where = v.object({
  asOf: v.nullable(day),
  compareTo: v.nullable(day),
  conventions: ofEngine<Conventions>(),
  balances: v.object(balances),
  insolvent: names,
  loss: v.object({
    insolventLossPercent: v.exactOptional(v.nullable(decimal)),
    lossAfterDays: v.exactOptional(v.nullable(count)),
  }),
  segment: v.nullable(segment),
  customersBy: v.nullable(text),
  groups: v.pipe(
    v.array(v.object({ name: text, customers: names })),
    v.maxLength(mostEntries),
    v.check((all) => isEachOnce(all.map(({ name }) => name))),
  ),
  rates: v.nullable(
    v.object({
      into: text,
      text: v.pipe(v.string(), v.maxLength(1_000_000)),
      rates: v.pipe(
        v.array(
          v.object({
            currency: text,
            month: v.exactOptional(v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)))),
            closing: v.exactOptional(v.nullable(decimal)),
            average: v.exactOptional(v.nullable(decimal)),
          }),
        ),
        v.maxLength(mostEntries),
      ),
    }),
  ),
});

const leverName = v.picklist(levers.map(({ name }) => name) as [LeverName, ...LeverName[]]);

const lever = v.object({
  name: leverName,
  isOn: v.boolean(),
  numbers,
  bounds: v.record(text, v.object({ low: decimal, high: decimal })),
  rule: v.custom<TermsRule>((value) => typeof value === 'string'),
  legal: ofEngine<LegalRequest>(),
  earlyPayersFollow: v.boolean(),
  withRecourse: v.boolean(),
  customers: names,
  exceptCustomers: names,
  segments: v.pipe(v.array(segment), v.maxLength(mostEntries)),
  termsAboveDays: v.nullable(text),
  termsUpToDays: v.nullable(text),
  amountAbove: v.nullable(decimal),
  withoutDisputes: v.boolean(),
  yearlyCost: decimal,
  oneOffCost: decimal,
  lostSalesPercent: decimal,
  marginPercent: decimal,
  goLive: v.nullable(day),
});

const scenario = v.object({
  id: v.pipe(count, v.minValue(1)),
  preset: v.picklist(['own', ...presets.map(({ preset }) => preset)] as [
    PresetName,
    ...PresetName[],
  ]),
  name: text,
  levers: v.pipe(
    v.array(lever),
    v.maxLength(levers.length),
    v.check((all) => isEachOnce(all.map(({ name }) => name))),
  ),
  currentTermDays: decimal,
  customerTerms: v.pipe(
    v.array(v.object({ customer: text, days: decimal })),
    v.maxLength(mostEntries),
  ),
  vatPercent: decimal,
  vatOnReceipts: v.boolean(),
});

const typedRule = v.object({ kind: v.picklist(ruleKinds), days: count, day: count });

const terms = v.object({
  regime: v.picklist(['typed', ...(catalogue.regimes as RegimeName[])]),
  monthEnd: v.picklist([
    'latest',
    'daysThenMonthEnd',
    'monthEndThenDays',
  ] as const satisfies MonthEndReading[]),
  typedRule,
  penalty: v.object({
    kind: v.picklist(['legal', 'contract'] as PenaltyChoice['kind'][]),
    marginPoints: decimal,
    contractPercent: decimal,
    moment: v.picklist(['byHalfYear', 'firstLateDay'] as const satisfies PenaltyChoice['moment'][]),
    floor: v.boolean(),
    dayCount: v.picklist([
      'actual365',
      'actual360',
      'thirty360',
    ] as const satisfies PenaltyChoice['dayCount'][]),
    countDueDate: v.boolean(),
    indemnity: v.nullable(decimal),
  }),
  typedRates: v.pipe(v.array(ofEngine<TypedRates>()), v.maxLength(mostEntries)),
  issued: dayOrNone,
  dueRule: typedRule,
  late: v.object({ amount: text, due: dayOrNone, settled: dayOrNone }),
});

const row = v.object({
  key: v.number(),
  preset: v.nullable(text),
  name: v.nullable(text),
  side: v.custom<never>((value) => typeof value === 'string'),
  values: v.record(text, v.nullable(text)),
});

const typed = v.object({
  numbers: v.record(text, v.nullable(text)),
  choices: v.record(text, text),
  rows: v.record(
    text,
    v.pipe(
      v.array(row),
      v.check((all) => isEachOnce(all.map(({ key }) => key))),
    ),
  ),
});

const state = v.nullable(
  v.object({
    accounting: decimal,
    term: decimal,
    late: decimal,
    disputed: decimal,
    isSplit: v.boolean(),
  }),
);

const frozen = v.object({
  asOf: day,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  state,
  receivables: v.nullable(decimal),
  plan: v.nullable(
    v.object({
      name: text,
      state,
      receivables: v.nullable(decimal),
      cash: decimal,
      levers: v.array(leverName),
    }),
  ),
  segment: v.nullable(segment),
  conventions: v.nullable(ofEngine<Conventions>()),
});

const picture = v.pipe(
  v.string(),
  v.maxLength(1_000_000),
  v.regex(/^data:image\/png;base64,[A-Za-z0-9+/]*={0,2}$/),
);

const report = v.object({
  author: text,
  date: v.nullable(day),
  logo: v.nullable(picture),
  isAnonymous: v.boolean(),
  annexes: v.pipe(
    v.array(v.picklist(annexes)),
    v.check((all) => isEachOnce(all)),
  ),
  notes: v.partial(
    v.object(
      Object.fromEntries([...annexes, 'summary' as const].map((part) => [part, v.optional(text)])),
    ),
  ),
});

const target = v.object({
  kind: v.picklist(['accountingDso', 'rollBackDso', 'overduePercent', 'cash']),
  value: decimal,
  by: day,
  from: day,
  start: decimal,
  segment: v.nullable(segment),
  conventions: ofEngine<Conventions>(),
});

const action = v.object({
  id: v.pipe(count, v.minValue(1)),
  what: text,
  who: text,
  by: v.nullable(day),
  effect: v.nullable(decimal),
  lever: v.nullable(leverName),
  customer: v.nullable(text),
  state: v.picklist(actionStates),
});

const plan = v.object({
  targets: v.pipe(
    v.array(target),
    v.maxLength(mostTargets),
    v.check((all) => isEachOnce(all.map(targetKey))),
  ),
  actions: v.pipe(
    v.array(action),
    v.maxLength(mostActions),
    v.check((all) => isEachOnce(all.map(({ id }) => id))),
  ),
});

const sector = v.object({
  activity: v.nullable(v.pipe(v.string(), v.regex(/^(\*|[A-S]|\d{2,3})$/))),
  turnoverClass: v.nullable(v.picklist(['<2M', '2M-10M', '10M-50M', '>50M', '*'])),
  vatPercent: decimal,
});

/** What a dossier of the newest version looks like, whoever wrote it. */
export const dossierSchema: v.GenericSchema<unknown, Dossier> = v.object({
  version: v.literal(dossierVersion),
  reading: v.pipe(
    v.array(v.object({ sheet: v.nullable(count), options: ofEngine<ImportOptions>() })),
    v.maxLength(mostEntries),
  ),
  at: where,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  assumptions: v.object({
    ratePercent: decimal,
    targetDays: v.nullable(decimal),
    goLive: v.nullable(dayOrNone),
  }),
  terms,
  scenarios: v.object({
    scenarios: v.pipe(
      v.array(scenario),
      v.minLength(1),
      v.maxLength(mostScenarios),
      v.check((all) => isEachOnce(all.map(({ id }) => id))),
    ),
    current: count,
  }),
  calculators: v.record(text, typed),
  frozen: v.nullable(frozen),
  report,
  sector,
  plan,
});
