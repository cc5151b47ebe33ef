import type { LeverName } from './levers';
import {
  changed,
  currentOf,
  duplicated,
  example,
  isFull,
  todayId,
  withLever,
  withoutCurrent,
  withScenario,
  type PresetName,
  type Scenario,
  type ScenarioSet,
} from './scenario-set';
import { usualLever, type LeverSettings } from './settings';
import { withUsualBounds } from './usual-bounds';
import { Edits } from './edits.svelte';

const edits = new Edits<ScenarioSet>(example);

/** The scenarios, which stay whatever data comes. Changes until `settle` are undone as one. */
export const scenarios = {
  get set(): ScenarioSet {
    return edits.current;
  },
  open(set: ScenarioSet): void {
    edits.reset(set);
  },
  get all(): readonly Scenario[] {
    return edits.current.scenarios;
  },
  get current(): Scenario {
    return currentOf(edits.current);
  },
  /** Is it today that is looked at? */
  get isToday(): boolean {
    return edits.current.current === todayId;
  },
  get isFull(): boolean {
    return isFull(edits.current);
  },
  get canUndo(): boolean {
    return edits.canUndo;
  },
  get canRedo(): boolean {
    return edits.canRedo;
  },

  /** Looks at another scenario; that is nothing to undo. */
  choose(id: number): void {
    edits.replace({ ...edits.current, current: id });
  },
  edit(change: (scenario: Scenario) => Scenario): void {
    edits.edit(changed(edits.current, change));
  },
  editLever(name: LeverName, change: (lever: LeverSettings) => LeverSettings): void {
    scenarios.edit((scenario) => {
      const lever = scenario.levers.find((one) => one.name === name) ?? usualLever(name);
      return withLever(scenario, change(lever));
    });
  },
  /** Takes from data whether VAT is due when customers pay; that is nothing to undo. */
  payTaxOnReceipts(vatOnReceipts: boolean): void {
    const all = edits.current.scenarios.map((scenario) => ({ ...scenario, vatOnReceipts }));
    edits.replace({ ...edits.current, scenarios: all });
  },
  settle: (): void => {
    edits.settle();
  },

  add(preset: PresetName, levers?: readonly LeverSettings[], name?: string): void {
    step((set) => withScenario(set, preset, levers, name));
  },
  /** Adds several, which are undone as one, and looks at the first. */
  addAll(all: readonly Started[]): void {
    step((set) => {
      // The first is added last, for it to be the one that is looked at.
      const [first, ...others] = all;
      const added = others.reduce(withStarted, set);
      return first === undefined ? added : withStarted(added, first);
    });
  },
  duplicate(name: string): void {
    step((set) => duplicated(set, name));
  },
  rename(name: string): void {
    step((set) => changed(set, (scenario) => ({ ...scenario, name })));
  },
  remove(): void {
    step(withoutCurrent);
  },
  /** Puts a lever into the current scenario, in the place of the one of its kind. */
  takeLever(lever: LeverSettings): void {
    step((set) => changed(set, (scenario) => withLever(scenario, lever)));
  },
  /** Gives every certain number of the current scenario its usual bounds. */
  doubt: (): void => {
    const doubted = (lever: LeverSettings) => (lever.isOn ? withUsualBounds(lever) : lever);
    const change = (scenario: Scenario) => ({ ...scenario, levers: scenario.levers.map(doubted) });
    step((set) => changed(set, change));
  },
  undo: (): void => {
    edits.undo();
  },
  redo: (): void => {
    edits.redo();
  },
};

/** What a scenario starts from. */
export interface Started {
  preset: PresetName;
  levers: readonly LeverSettings[];
  name: string;
}

const withStarted = (set: ScenarioSet, { preset, levers, name }: Started): ScenarioSet =>
  withScenario(set, preset, levers, name);

/** A change that is undone on its own. */
function step(change: (set: ScenarioSet) => ScenarioSet): void {
  edits.settle();
  edits.edit(change(edits.current));
  edits.settle();
}
