import { Asked } from '../../answers/asked.svelte';
import { baseline } from '../../answers/baseline.svelte';
import { actionPlan } from '../../dossier/action-plan.svelte';
import type { TargetOutcome } from '../../engine/pkg/encours';

/** How far the targets are at the date of the figures. */
export class TargetOutcomes {
  readonly asked = new Asked('targets', { keeps: true });

  ask(): void {
    void this.asked.ask({ baseline: baseline.at, targets: [...actionPlan.targets] });
  }

  /** In the order of the targets; `null` of one whose answer is under way. */
  get all(): readonly (TargetOutcome | null)[] {
    const { request, value } = this.asked;
    return actionPlan.targets.map((target) => {
      const text = JSON.stringify(target);
      const place = request?.targets.findIndex((one) => JSON.stringify(one) === text) ?? -1;
      return value?.targets[place] ?? null;
    });
  }
}
