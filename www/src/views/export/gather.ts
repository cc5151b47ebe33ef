import { answer } from '../../answers/cache';
import { baseline } from '../../answers/baseline.svelte';
import { assumptions } from '../../dossier/assumptions.svelte';
import { active, requestOf } from '../../dossier/scenario-set';
import { scenarios } from '../../dossier/scenarios.svelte';
import type { CustomerRow, Report, SegmentsPage } from '../../engine/pkg/encours';
import { lacksDueDates } from '../scenarios/due-dates';
import { scenarioTitle } from '../scenarios/words';
import { leaving, leavingSegments } from './names';
import type { ScenarioLine } from './tables';

/** As many as the engine gives at once. */
const pageRows = 500;

/** Every customer, the largest first. */
export async function allCustomers(): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  const { ratePercent } = assumptions;
  const sort = 'receivables' as const;
  const asked = { baseline: baseline.at, ratePercent, sort, count: pageRows };
  for (;;) {
    const page = await answer('customers', { ...asked, start: rows.length });
    rows.push(...page.rows);
    if (page.rows.length < pageRows) return leaving(rows);
  }
}

/** The segments, each with its largest values and the sum of all others. */
export const allSegments = ({ segments }: Report): Promise<SegmentsPage[]> =>
  Promise.all(
    segments.map(async ({ name }) =>
      leavingSegments(
        await answer('segments', { baseline: baseline.at, column: name, count: pageRows }),
      ),
    ),
  );

/** The scenarios that change something, with what they bring; one that is refused is left out. */
export async function allScenarios(report: Report): Promise<ScenarioLine[]> {
  const isWithoutDue = lacksDueDates(report);
  const lines: ScenarioLine[] = [];
  // As they are now: what changes meanwhile would be in some of the answers only.
  const [at, chosen] = [baseline.at, assumptions.chosen];
  for (const scenario of scenarios.all.filter((one) => active(one).length > 0)) {
    const request = requestOf(scenario, at, chosen, isWithoutDue);
    const headline = await answer('headline', request).catch(() => null);
    if (headline !== null) lines.push({ id: scenario.id, name: scenarioTitle(scenario), headline });
  }
  return lines;
}
