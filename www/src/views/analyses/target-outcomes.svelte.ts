import { answer } from '../../answers/cache';
import { baseline } from '../../answers/baseline.svelte';
import { actionPlan, type AimedTarget } from '../../dossier/action-plan.svelte';
import { asEngineError } from '../../engine/error';
import type { At, TargetOutcome } from '../../engine/pkg/encours';

/** How far a target is at the date of the figures, in what it was set in; why not, where that is gone. */
export async function outcomeOf(
  { segment, conventions, ...target }: AimedTarget,
  at: At,
): Promise<TargetOutcome | null> {
  const own = { ...at, conventions, cut: { ...at.cut, segment } };
  try {
    return (await answer('targets', { baseline: own, targets: [target] })).targets[0] ?? null;
  } catch (thrown) {
    return { answer: null, code: asEngineError(thrown).code };
  }
}

/** How far the targets are. */
export class TargetOutcomes {
  /** In the order of the targets; `null` of one whose answer is under way. */
  all = $state.raw<readonly (TargetOutcome | null)[]>([]);
  #round = 0;

  ask(): void {
    const round = (this.#round += 1);
    const { targets } = actionPlan;
    const { at } = baseline;
    void Promise.all(targets.map((target) => outcomeOf(target, at))).then((found) => {
      if (round === this.#round) this.all = found;
    });
  }
}
