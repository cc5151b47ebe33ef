import { catalogue } from '../engine/catalogue';
import type { At, CustomerTerm, ScenarioRequest } from '../engine/pkg/encours';
import type { AssumptionsSet } from './assumptions.svelte';
import { leverOf, levers as known, type LeverName } from './levers';
import { asked, type LeverSettings } from './settings';

/** Scenarios that can be compared at once. */
export const mostScenarios = 6;

/** What stands for today among them: no scenario, but what each is compared with. */
export const todayId = 0;

/** What a scenario started from; the name it goes by until it is given one. */
export type PresetName =
  'own' | 'legalCap' | 'discount' | 'reminders' | 'noDispute' | 'deposit' | 'factoring';

/** A scenario: plain data, so that it can be kept and sent as it is. */
export interface Scenario {
  id: number;
  preset: PresetName;
  /** Empty for the name of its preset, in the language of the page. */
  name: string;
  /** In the order in which the engine applies them; one of a kind. */
  levers: readonly LeverSettings[];
  /** Term agreed today in days, where the data has no due dates. */
  currentTermDays: string;
  /** Terms of single customers that differ from it. */
  customerTerms: readonly { customer: string; days: string }[];
  /** VAT in the amounts, in percent. */
  vatPercent: string;
  vatOnReceipts: boolean;
}

/** The scenarios side by side, and the one that is looked at. */
export interface ScenarioSet {
  scenarios: readonly Scenario[];
  current: number;
}

/** The lever that each starts from. */
export const presets: readonly { preset: Exclude<PresetName, 'own'>; lever: LeverName }[] = [
  { preset: 'legalCap', lever: 'terms' },
  { preset: 'discount', lever: 'earlyPaymentDiscount' },
  { preset: 'reminders', lever: 'reminders' },
  { preset: 'noDispute', lever: 'disputes' },
  { preset: 'deposit', lever: 'deposit' },
  { preset: 'factoring', lever: 'factoring' },
];

/** What the page opens on. */
export const example: ScenarioSet = {
  scenarios: [scenarioOf(1, 'own', '45', [])],
  current: 1,
};

function scenarioOf(
  id: number,
  preset: PresetName,
  currentTermDays: string,
  levers: readonly LeverSettings[],
): Scenario {
  const vat = { vatPercent: '0', vatOnReceipts: false };
  const terms = { currentTermDays, customerTerms: [] };
  const empty = { id, preset, name: '', levers: [], ...terms, ...vat };
  return levers.reduce(withLever, empty);
}

/** The scenario that is looked at; while that is today, the first. */
export function currentOf({ scenarios, current }: ScenarioSet): Scenario {
  const found = scenarios.find(({ id }) => id === current) ?? scenarios[0];
  if (found === undefined) throw new Error('no scenario');
  return found;
}

/** Does a scenario change nothing, and say nothing of itself? */
export const isUntouched = ({ name, preset, levers }: Scenario): boolean =>
  name === '' && preset === 'own' && levers.length === 0;

export const isFull = ({ scenarios }: ScenarioSet): boolean => scenarios.length >= mostScenarios;

/**
 * One more scenario of these levers, which is then looked at; it takes the place of one that was never touched. The same
 * under the same name is not added twice: it is looked at.
 */
export function withScenario(
  set: ScenarioSet,
  preset: PresetName,
  levers: readonly LeverSettings[] = [],
  name = '',
): ScenarioSet {
  const now = currentOf(set);
  const { currentTermDays, customerTerms, vatPercent, vatOnReceipts } = now;
  const started = scenarioOf(nextId(set), preset, currentTermDays, levers);
  // Compared as they are kept: in the order of the engine.
  const isSame = (one: Scenario) =>
    one.preset === preset &&
    one.name === name &&
    JSON.stringify(one.levers) === JSON.stringify(started.levers);
  const same = levers.length === 0 ? undefined : set.scenarios.find(isSame);
  if (same !== undefined) return { ...set, current: same.id };
  if (isFull(set)) return set;
  const added = { ...started, name, customerTerms, vatPercent, vatOnReceipts };
  // One that was never touched is not left behind.
  const others = levers.length > 0 && isUntouched(now) ? without(set, now.id) : set.scenarios;
  return { scenarios: [...others, added], current: added.id };
}

/** A copy of the current scenario beside it. */
export function duplicated(set: ScenarioSet, name: string): ScenarioSet {
  if (isFull(set)) return set;
  const copy = { ...currentOf(set), id: nextId(set), name };
  const scenarios = set.scenarios.flatMap((one) =>
    one.id === currentOf(set).id ? [one, copy] : [one],
  );
  return { scenarios, current: copy.id };
}

const without = ({ scenarios }: ScenarioSet, id: number): Scenario[] =>
  scenarios.filter((one) => one.id !== id);

/** Without the current scenario; the last one stays. */
export function withoutCurrent(set: ScenarioSet): ScenarioSet {
  const scenarios = without(set, set.current);
  const at = set.scenarios.findIndex(({ id }) => id === set.current);
  const next = scenarios[Math.max(0, Math.min(at, scenarios.length - 1))];
  return next === undefined ? set : { scenarios, current: next.id };
}

/** The current scenario changed. */
export function changed(set: ScenarioSet, change: (scenario: Scenario) => Scenario): ScenarioSet {
  const scenarios = set.scenarios.map((one) => (one.id === currentOf(set).id ? change(one) : one));
  // Whoever changes something while looking at today goes on with what was changed.
  return { scenarios, current: currentOf(set).id };
}

/** With a lever in the place of the one of its kind. */
export function withLever(scenario: Scenario, lever: LeverSettings): Scenario {
  const others = scenario.levers.filter(({ name }) => name !== lever.name);
  const place = (name: LeverName) => known.findIndex((spec) => spec.name === name);
  const levers = [...others, lever].sort((a, b) => place(a.name) - place(b.name));
  return { ...scenario, levers };
}

/** The levers that are on: those that the engine is asked for, in the order of the request. */
export const active = ({ levers }: Scenario): LeverSettings[] => levers.filter(({ isOn }) => isOn);

/** Does the lever, as it is set, count from a due date? */
export function needsTerm({ name, rule, termsAboveDays, termsUpToDays }: LeverSettings): boolean {
  const isByTerms = termsAboveDays !== null || termsUpToDays !== null;
  if (isByTerms && catalogue.termsScopeNeedsDueDate) return true;
  const { rules, needsDueDate } = leverOf(name);
  return rules.find((entry) => entry.rule === rule)?.needsDueDate ?? needsDueDate;
}

/** Terms of single customers, as the engine is asked. */
export const termsAsked = ({ customerTerms }: Scenario): CustomerTerm[] =>
  customerTerms.map(({ customer, days }) => ({ customer, days: Number(days) }));

/** The terms that stand in for due dates where the data `lacksDueDates`. */
export const standInTerms = (scenario: Scenario, lacksDueDates: boolean) => ({
  currentTermDays: lacksDueDates ? Number(scenario.currentTermDays) : null,
  customerTerms: lacksDueDates ? termsAsked(scenario) : [],
});

/** What the engine is asked. Where the data `lacksDueDates`, the term agreed today stands in for them. */
export function requestOf(
  scenario: Scenario,
  baseline: At,
  { ratePercent, goLive }: AssumptionsSet,
  lacksDueDates: boolean,
): ScenarioRequest {
  const on = active(scenario).map((lever) => ({ ...lever, goLive: lever.goLive ?? goLive }));
  const isTermUsed = lacksDueDates && on.some(needsTerm);
  return {
    baseline,
    levers: on.map(asked),
    ratePercent,
    ...standInTerms(scenario, isTermUsed),
    vatPercent: scenario.vatPercent,
    vatOnReceipts: scenario.vatOnReceipts,
  };
}

function nextId({ scenarios }: ScenarioSet): number {
  return Math.max(0, ...scenarios.map(({ id }) => id)) + 1;
}
