import type { Conventions, SegmentValue, Target } from '../engine/pkg/encours';
import type { LeverName } from './levers';
import { Edits } from './edits.svelte';

export const actionStates = ['toDo', 'underWay', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

/** Something that is to be done. */
export interface PlannedAction {
  id: number;
  what: string;
  who: string;
  /** The day by which; `null` where none was set. */
  by: string | null;
  /** The cash that it is to free; `null` where nothing is expected in money. */
  effect: string | null;
  /** The lever that says so; `null` where it was typed. */
  lever: LeverName | null;
  /** The customer it is about, whose name is left out where names are; `null` where it is about none. */
  customer: string | null;
  state: ActionState;
}

/** A target, of the part of the data and under the conventions that it was set in: it stays theirs, whatever is looked at. */
export interface AimedTarget extends Target {
  segment: SegmentValue | null;
  conventions: Conventions;
}

/** A target is told apart by what it is a value of, and by the part of the data. */
export const targetKey = ({ kind, segment }: Pick<AimedTarget, 'kind' | 'segment'>): string =>
  JSON.stringify([kind, segment?.column ?? null, segment?.value ?? null]);

/** What is to be reached, one of each kind in a part of the data, and what is done for it. */
export interface ActionPlanSet {
  targets: readonly AimedTarget[];
  actions: readonly PlannedAction[];
}

/** As many as a plan can be followed with. */
export const mostActions = 200;
export const mostTargets = 20;

const edits = new Edits<ActionPlanSet>({ targets: [], actions: [] });

function edit(change: Partial<ActionPlanSet>): void {
  edits.edit({ ...edits.current, ...change });
}

/** The targets and the plan. Changes until `settle` are undone as one. */
export const actionPlan = {
  get set(): ActionPlanSet {
    return edits.current;
  },
  get targets(): readonly AimedTarget[] {
    return edits.current.targets;
  },
  get actions(): readonly PlannedAction[] {
    return edits.current.actions;
  },
  get isFull(): boolean {
    return edits.current.actions.length >= mostActions;
  },
  /** Does it have no room for one target more? */
  get isFullOfTargets(): boolean {
    return edits.current.targets.length >= mostTargets;
  },
  get canUndo(): boolean {
    return edits.canUndo;
  },
  get canRedo(): boolean {
    return edits.canRedo;
  },

  /** The target of a kind in a part of the data, if there is one. */
  targetOf(of: Pick<AimedTarget, 'kind' | 'segment'>): AimedTarget | undefined {
    const key = targetKey(of);
    return edits.current.targets.find((target) => targetKey(target) === key);
  },
  /** Sets a target in the place of that of its kind in the same part of the data. */
  aim(target: AimedTarget): void {
    const others = edits.current.targets.filter((other) => targetKey(other) !== targetKey(target));
    edit({ targets: [...others, target] });
    edits.settle();
  },
  giveUp(target: AimedTarget): void {
    const key = targetKey(target);
    edit({ targets: edits.current.targets.filter((other) => targetKey(other) !== key) });
    edits.settle();
  },

  /** Adds an action and answers its number. */
  add(action: Omit<PlannedAction, 'id'>): number {
    const { actions } = edits.current;
    const id = Math.max(0, ...actions.map((one) => one.id)) + 1;
    edit({ actions: [...actions, { ...action, id }] });
    edits.settle();
    return id;
  },
  change(id: number, change: Partial<PlannedAction>): void {
    edit({
      actions: edits.current.actions.map((one) => (one.id === id ? { ...one, ...change } : one)),
    });
  },
  remove(id: number): void {
    edit({ actions: edits.current.actions.filter((one) => one.id !== id) });
    edits.settle();
  },
  settle: (): void => {
    edits.settle();
  },
  undo: (): void => {
    edits.undo();
  },
  redo: (): void => {
    edits.redo();
  },
  open: (value: ActionPlanSet): void => {
    edits.reset(value);
  },
};
