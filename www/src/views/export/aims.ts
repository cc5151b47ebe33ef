import { answer } from '../../answers/cache';
import { baseline } from '../../answers/baseline.svelte';
import { actionPlan, type AimedTarget, type PlannedAction } from '../../dossier/action-plan.svelte';
import { sector } from '../../dossier/sector.svelte';
import type { BenchmarkAnswer, TargetOutcome } from '../../engine/pkg/encours';
import { ownClassOf } from '../analyses/sector/sector-words';
import {
  daysOf,
  sectorFile,
  usedClassOf,
  wantedClassOf,
  type SectorDays,
  type SectorFile,
  type TurnoverClass,
} from '../analyses/sector/sectors';
import { outcomeOf } from '../analyses/target-outcomes.svelte';
import { leavingActions, leavingTarget } from './names';

/** The targets with how far they are, and the plan. */
export async function allAims(): Promise<{
  targets: { target: AimedTarget; outcome: TargetOutcome | null }[];
  actions: readonly PlannedAction[];
}> {
  const { at } = baseline;
  return {
    targets: await Promise.all(
      actionPlan.targets.map(async (target) => ({
        target: leavingTarget(target),
        outcome: await outcomeOf(target, at),
      })),
    ),
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
  const used = usedClassOf(file, activity, wantedClassOf(turnoverClass, ownClassOf(own)));
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
