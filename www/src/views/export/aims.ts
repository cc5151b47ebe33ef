import { answer } from '../../answers/cache';
import { baseline } from '../../answers/baseline.svelte';
import { actionPlan, type PlannedAction } from '../../dossier/action-plan.svelte';
import { sector } from '../../dossier/sector.svelte';
import type { BenchmarkAnswer, Target, TargetOutcome } from '../../engine/pkg/encours';
import { approximate } from '../../lib/decimal';
import {
  classOf,
  daysOf,
  sectorFile,
  turnoverClasses,
  type SectorDays,
  type SectorFile,
  type TurnoverClass,
} from '../analyses/sector/sectors';
import { leavingActions } from './names';

/** The targets with how far they are, and the plan. */
export async function allAims(): Promise<{
  targets: { target: Target; outcome: TargetOutcome | null }[];
  actions: readonly PlannedAction[];
}> {
  const { targets } = actionPlan;
  const found =
    targets.length === 0
      ? null
      : await answer('targets', { baseline: baseline.at, targets: [...targets] });
  return {
    targets: targets.map((target, index) => ({ target, outcome: found?.targets[index] ?? null })),
    actions: await leavingActions(actionPlan.actions),
  };
}

/** The firm among those of its activity; `null` where none was chosen, or its days are undefined. */
export async function comparedSector(): Promise<{
  activity: string;
  turnoverClass: TurnoverClass;
  quartiles: SectorDays;
  source: SectorFile['source'];
  answer: BenchmarkAnswer;
} | null> {
  const { activity, turnoverClass, vatPercent } = sector.chosen;
  if (activity === null) return null;
  const asked = { baseline: baseline.at, vatPercent };
  const own = await answer('benchmark', asked).catch(() => null);
  if (own === null) return null;
  const file = await sectorFile();
  const wanted =
    turnoverClasses.find((name) => name === turnoverClass) ??
    classOf(approximate(own.turnoverOfYear));
  const used = daysOf(file, activity, wanted) === null ? '*' : wanted;
  const quartiles = daysOf(file, activity, used);
  if (quartiles === null) return null;
  return {
    activity,
    turnoverClass: used,
    quartiles,
    source: file.source,
    answer: await answer('benchmark', { ...asked, ...quartiles }),
  };
}
