import { answer } from '../../answers/cache';
import { baseline } from '../../answers/baseline.svelte';
import { assumptions } from '../../dossier/assumptions.svelte';
import type { Frozen, FrozenPlan } from '../../dossier/frozen.svelte';
import { active, requestOf } from '../../dossier/scenario-set';
import { scenarios } from '../../dossier/scenarios.svelte';
import type { Report } from '../../engine/pkg/encours';
import { currency } from '../money';
import { lacksDueDates } from '../scenarios/due-dates';
import { scenarioTitle } from '../scenarios/words';

/** The figures of today, with what the scenario that is looked at promises. */
export async function figuresToFreeze(report: Report): Promise<Frozen> {
  return {
    asOf: report.asOf,
    currency: currency(),
    state: report.state,
    receivables: report.receivables.total,
    plan: await planNow(report),
    segment: report.cut.segment ?? null,
    conventions: baseline.applied,
  };
}

/** `null` where no lever is on, or where those that are cannot be told. */
async function planNow(report: Report): Promise<FrozenPlan | null> {
  const scenario = scenarios.current;
  const on = active(scenario);
  if (scenarios.isToday || on.length === 0) return null;
  const request = requestOf(scenario, baseline.at, assumptions.chosen, lacksDueDates(report));
  const found = await answer('scenario', request).catch(() => null);
  if (found === null) return null;
  return {
    name: scenarioTitle(scenario),
    state: found.stateAfter,
    receivables: found.after.receivables,
    cash: found.worth.cashReleased,
    levers: on.map(({ name }) => name),
  };
}
